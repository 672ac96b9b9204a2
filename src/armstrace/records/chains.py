"""Chains of custody: the records of one weapon in the order of time, and the gaps between them.

>>> import attrs
>>> from datetime import date
>>> from armstrace.dates.value import UncertainDate
>>> from armstrace.records.custody import CustodyRecord, CustodySort
>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.weapon import Weapon
>>> cited = Citation(source=Source(title="b.csv"), row=2)
>>> sold = CustodyRecord(weapon=Weapon(), sort=CustodySort.SALE, date=UncertainDate.exact(date(2012, 5, 1)),
...                      holder="Acme", citation=cited)
>>> made = attrs.evolve(sold, sort=CustodySort.MANUFACTURE, date=UncertainDate.exact(date(2010, 5, 1)))
>>> found = chain([sold, made])
>>> [record.sort.value for record in found.records], str(found.gaps[0].days)
(['manufacture', 'sale'], '731')
>>> print(found)
2 records, 1 gaps; 0 not placed in time
>>> print(found.explain())
made: Acme, 2010-05-01 (b.csv, row 2)
  nothing is recorded for 731 days
sold: Acme, 2012-05-01 (b.csv, row 2)
note: that somebody held a weapon earlier implies no wrongdoing
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from armstrace import explain
from armstrace.dates.intervals import DayBounds
from armstrace.explain import Caveat
from armstrace.records.custody import CustodyRecord
from armstrace.records.seizures import Seizure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.dates.value import UncertainDate

Link: TypeAlias = CustodyRecord | Seizure

NO_WRONGDOING = Caveat(code="custody.no_wrongdoing")


@frozen(kw_only=True)
class Gap:
    """A stretch between two records of a weapon.

    Attributes:
        after: The earlier record.
        before: The later record.
        days: How many days lie between, within bounds.
        handed_on: True if the later holder is the recipient of the earlier record; None if either is not named.
    """

    after: Link
    before: Link
    days: DayBounds
    handed_on: bool | None = None

    def label(self, language: explain.Language = "en") -> str:
        """How long the gap is."""
        code = "custody.handed_on" if self.handed_on else "custody.gap"
        return explain.say(code, explain.values(days=self.days), language)

    def __str__(self) -> str:
        return self.label("en")


# lists become tuples, so that a chain can be hashed
def _links(records: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(records)


def _gaps(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    return tuple(gaps)


@frozen(kw_only=True)
class CustodyChain:
    """The records of one weapon in the order of time; `chain` makes it.

    Attributes:
        records: The records whose order is settled, earliest first.
        gaps: The gap between each record and the next.
        unplaced: The records whose order is not settled: they have no date, or a date that overlaps another.
        caveats: What must be known before relying on it.
    """

    records: tuple[Link, ...] = field(default=(), converter=_links, repr=False)
    gaps: tuple[Gap, ...] = field(default=(), converter=_gaps, repr=False)
    unplaced: tuple[Link, ...] = field(default=(), converter=_links, repr=False)
    caveats: tuple[Caveat, ...] = (NO_WRONGDOING,)

    def __attrs_post_init__(self) -> None:
        if [(gap.after, gap.before) for gap in self.gaps] != list(pairwise(self.records)):
            raise ValueError("a chain has one gap between each two records, and no other")

    def __str__(self) -> str:
        return f"{len(self.records)} records, {len(self.gaps)} gaps; {len(self.unplaced)} not placed in time"

    def explain(self, language: explain.Language = "en") -> str:
        """The chain, a line for each record and gap."""
        lines: list[str] = []
        for index, record in enumerate(self.records):
            if index:
                lines.append(f"  {self.gaps[index - 1].label(language)}")
            lines.append(_line(record, language))
        lines += [
            explain.say("custody.unplaced", explain.values(record=_line(record, language)), language)
            for record in self.unplaced
        ]
        lines += [f"{explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)


def chain(records: Iterable[Link]) -> CustodyChain:
    """The records of one weapon in the order of time, as far as their dates settle it.

    The caller knows that they show one weapon; `armstrace.compare` weighs it.

    Raises:
        TypeError: One of *records* is no custody record and no seizure.
    """
    given = list(records)
    for record in given:
        if not isinstance(record, (CustodyRecord, Seizure)):
            raise TypeError(f"records: a {type(record).__name__} is no CustodyRecord and no Seizure")
    placed = [(record.date, record) for record in given if record.date is not None and _is_placed(record, given)]
    placed.sort(key=lambda pair: pair[0].earliest)
    ordered = tuple(record for _, record in placed)
    gaps = tuple(
        Gap(after=after, before=before, days=earlier.days_until(later), handed_on=_handed_on(after, before))
        for (earlier, after), (later, before) in pairwise(placed)
    )
    return CustodyChain(
        records=ordered,
        gaps=gaps,
        unplaced=tuple(record for record in given if not any(record is other for other in ordered)),
    )


def _is_placed(record: Link, given: list[Link]) -> bool:
    """True if *record* certainly comes before or after every other record in *given* that has a date."""
    return all(other is record or other.date is None or _apart(record.date, other.date) for other in given)


def _apart(left: UncertainDate | None, right: UncertainDate) -> bool:
    return left is not None and (left.before(right) is True or left.after(right) is True)


def _handed_on(after: Link, before: Link) -> bool | None:
    if isinstance(after, Seizure) or isinstance(before, Seizure) or after.recipient is None or before.holder is None:
        return None
    return after.recipient.casefold() == before.holder.casefold()


def _line(record: Link, language: explain.Language) -> str:
    if isinstance(record, Seizure):
        sort, holder = f"recovery_{record.recovery_mode}", record.authority
    else:
        sort, holder = f"custody_{record.sort}", record.holder
    return explain.say(
        "custody.record",
        explain.values(sort=sort, holder=holder, date=record.date, cited=record.citation.label(language)),
        language,
    )
