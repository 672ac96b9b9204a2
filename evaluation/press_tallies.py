"""Totals that the press gives, as statements, and what `reconcile` finds between them.

python evaluation/press_tallies.py tallies.csv
"""

from __future__ import annotations

import argparse
import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from armstrace import Caliber, Citation, Count, KindSet, Place, Share, Source, Stance, Statement, Tally, parties
from armstrace.dates.edtf import parse_edtf
from armstrace.dates.value import Period, UncertainDate
from armstrace.explain import Caveat, values
from armstrace.reconciliation.reconcile import reconcile
from armstrace.records.figures.tallies import Measure, Unit

if TYPE_CHECKING:
    from armstrace.parties import Party

# the classes of the table: kinds, caliber, traits
CLASSES: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "rifle_50": (("rifle",), ".50 BMG", ()),
    "rifle_or_mg_50": (("rifle", "machine_gun"), ".50 BMG", ()),
    "cartridge": (("ammunition",), "", ()),
    "homemade": (("firearm",), "", ("homemade",)),
    "unspecified": (("firearm",), "", ("unspecified",)),
    "traced": (("firearm",), "", ()),
    "traced_us": (("firearm",), "", ("us_sourced",)),
    "any_arm": ((), "", ()),
    "unclear": ((), "", ()),
}


def read(path: Path) -> tuple[Statement, ...]:
    """All rows of the table as statements."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple(_statement(row, number, rows) for number, row in enumerate(rows, 2))


def _statement(row: dict[str, str], number: int, rows: list[dict[str, str]]) -> Statement:
    source = Source(title=row["publisher"], publisher=row["publisher"], url=row["url"])
    return Statement(
        id=row["row_id"],
        speaker=_speaker(row["claimant"]),
        named=row["claimant"],
        stance=Stance.ASSERT,
        proposition=_share(row) if row["unit"] == "percent" else _tally(row, rows),
        reported=_day(row["published"]),
        cited=(Citation(source=source, row=number),),
    )


def _speaker(claimant: str) -> Party | None:
    """The party that the first words name: the census is of INEGI, the release of ATF."""
    words = claimant.replace("(", " ").split()
    for length in range(len(words), 0, -1):
        readings = parties.read(" ".join(words[:length]))
        if len(readings) == 1 and readings[0].party:
            return readings[0].party
    return None


def _share(row: dict[str, str]) -> Share:
    return Share(
        printed=Decimal(row["count"]),
        approximate=row["qualifier"] == "approx",
        of=_measure(row),
        traits=frozenset({"us_made" if "make" in row["note"] else "us_sourced"}),
        period=_period(row),
        place=_place(row["place"]),
        actor=_actor(row),
        definition=row["note"],
    )


def _tally(row: dict[str, str], rows: list[dict[str, str]]) -> Tally:
    kinds, caliber, traits = CLASSES.get(row["item_class"], ((row["item_class"],), "", ()))
    caveats = [Caveat(code="tally.suspect", values=values(reason=row["note"]))] if row["qualifier"] == "suspect" else []
    return Tally(
        id=row["row_id"],
        count=_count(row),
        kinds=KindSet.of(*kinds),
        caliber=Caliber.parse(caliber) if caliber else None,
        traits=frozenset(traits),
        word=row["item"],
        measure=_measure(row),
        unit=Unit.ROUND if row["unit"] == "round" else Unit.EVENT if "episodios" in row["note"] else Unit.PIECE,
        period=_period(row),
        place=_place(row["place"]),
        actor=_actor(row),
        taken_from=row["actor"] or None if "SEDENA" in row["claimant"] else None,
        part_of=_whole(row, rows),
        caveats=tuple(caveats),
    )


def _count(row: dict[str, str]) -> Count:
    number = int(row["count"])
    makers = {"more_than": Count.more_than, "at_least": Count.at_least, "approx": Count.about, "suspect": Count.about}
    if row["qualifier"].startswith("rounded"):
        return Count.rounded(number)
    return makers.get(row["qualifier"], Count.exact)(number)


def _measure(row: dict[str, str]) -> Measure:
    if row["item_class"].startswith("traced"):
        return Measure.TRACED
    if row["note"].startswith("STOCK"):
        return Measure.HELD
    return Measure.LOST_OR_STOLEN if "lost or stolen" in row["item"] else Measure.SEIZED


def _actor(row: dict[str, str]) -> str:
    return "SEDENA" if "SEDENA" in row["claimant"] else row["actor"] or row["claimant"]


def _whole(row: dict[str, str], rows: list[dict[str, str]]) -> str | None:
    """The row that this one is noted to be a part of."""
    page = [other for other in rows if other["url"] == row["url"] and other["item_class"] == row["item_class"]]
    if row["note"].startswith("part of the "):
        number = row["note"].removeprefix("part of the ")
        return next((other["row_id"] for other in page if other["count"] == number), None)
    if "parts add up to the total" in row["note"] and "(total)" not in row["item"]:
        return next((other["row_id"] for other in page if "(total)" in other["item"]), None)
    return None


def _day(text: str) -> UncertainDate | None:
    found = parse_edtf(text) if text else None
    return found if isinstance(found, UncertainDate) else None


def _period(row: dict[str, str]) -> Period:
    start, end = _day(row["period_start"]), _day(row["period_end"])
    if start is None and end is not None:
        return Period(start=end, end=end)
    # an end that is not stated is somewhere after the beginning
    return Period(
        start=start, end=end or UncertainDate(earliest=start.earliest if start else date.min, latest=date.max)
    )


def _place(name: str) -> Place | None:
    if name == "worldwide":
        return None
    found = Place.read(country=name)
    return found if found.country else Place.read(country="MX", state=name)


def main() -> None:
    """Print the account."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--language", choices=("en", "es"), default="en")
    arguments = parser.parse_args()
    statements = read(arguments.path)
    print(f"{len(statements)} statements: {sum(isinstance(s.proposition, Tally) for s in statements)} tallies, "
          f"{sum(isinstance(s.proposition, Share) for s in statements)} shares; "
          f"{sum(s.speaker is None for s in statements)} speakers not in the table of parties")  # fmt: skip
    print(reconcile(statements).explain(arguments.language))


if __name__ == "__main__":
    main()
