"""Comparisons of lots, headstamps, days and places."""

from __future__ import annotations

import datetime

import attrs
import pytest

from armstrace.dates.value import UncertainDate
from armstrace.explain import Agreement, Reason
from armstrace.matching.comparisons.comparison import ValueComparison
from armstrace.matching.comparisons.table import COMPARISONS
from armstrace.matching.match_model import MatchModel
from armstrace.places import Place
from armstrace.records.recorded import CustodySort, RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.marks.headstamps import Headstamp
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.weapon import Weapon

MODEL = MatchModel.default()
ROWS = {row.name: row for row in COMPARISONS if isinstance(row, ValueComparison)}
CITATION = Citation(source=Source(title="a.csv"), row=2)
DAY = datetime.date(2020, 6, 15)


def reason(name: str, left: RecordedWeapon, right: RecordedWeapon) -> Reason:
    return ROWS[name].reason(left, right, MODEL)


def recorded(thing: Weapon | None = None, date: UncertainDate | None = None) -> RecordedWeapon:
    return RecordedWeapon(weapon=thing or Weapon(), date=date, citation=CITATION)


@pytest.mark.parametrize(
    ("found", "listed", "level"),
    [
        (None, None, "unknown"),
        (UncertainDate.exact(DAY), UncertainDate.exact(DAY), "in_order"),
        (UncertainDate.exact(DAY + datetime.timedelta(days=1)), UncertainDate.exact(DAY), "in_order"),
        (UncertainDate.exact(DAY - datetime.timedelta(days=1)), UncertainDate.exact(DAY), "before_record"),
        (UncertainDate.of_month(2020, 6), UncertainDate.exact(DAY), "unknown"),
        (UncertainDate.of_month(2020, 5), UncertainDate.exact(DAY), "before_record"),
        (UncertainDate.of_month(2020, 7), UncertainDate.exact(DAY), "in_order"),
        (None, UncertainDate.exact(DAY), "unknown"),
        (UncertainDate.exact(DAY), None, "unknown"),
    ],
)
def test_date(found: UncertainDate | None, listed: UncertainDate | None, level: str) -> None:
    assert f"date.{level}" == reason("date", recorded(date=found), recorded(date=listed)).code


@pytest.mark.parametrize("sort", CustodySort)
def test_a_theft_or_loss_may_be_reported_late(sort: CustodySort) -> None:
    found = recorded(date=UncertainDate.exact(DAY - datetime.timedelta(days=1)))
    listed = attrs.evolve(recorded(date=UncertainDate.exact(DAY)), sort=sort)
    reported = sort in (CustodySort.THEFT, CustodySort.LOSS)
    result = reason("date", found, listed)
    assert ("date.before_report" if reported else "date.before_record") == result.code
    assert (MODEL.weight(result.code), Agreement.DIFFERENT) == (result.weight, result.agreement)
    assert MODEL.weight("date.before_record") < MODEL.weight("date.before_report") < 0
    assert ("reported late" in result.explain("en")) is ("reportarse tarde" in result.explain("es")) is reported
    # a report that came before the find is in order
    assert "date.in_order" == reason("date", listed, listed).code


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (Place.read(state="TX", country="US"), Place.read(state="Texas", country="US", municipality="Laredo"), "same"),
        (Place.read(state="TX", country="US"), Place.read(state="Tamaulipas", country="MX"), "different"),
        # of one abbreviation, and not one place
        (Place.read(state="Mich.", country="MX"), Place.read(state="Mich.", country="US"), "different"),
        (Place.read(country="US"), Place.read(country="US"), "unknown"),
        (Place.read(state="TX", country="US"), None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_place(left: Place | None, right: Place | None, level: str) -> None:
    sides = [attrs.evolve(recorded(), place=place) for place in (left, right)]
    for result in (reason("place", *sides), reason("place", *reversed(sides))):
        assert f"place.{level}" == result.code
    # weapons travel
    assert 0 == MODEL.weight("place.different")


def test_a_cell_that_is_missing_on_one_side_is_shown_on_the_other() -> None:
    result = reason("lot", recorded(Weapon(lot=LotNumber.parse("MA-90F018-001"))), recorded())
    assert ("lot.unknown", Agreement.UNKNOWN, 0.0) == (result.code, result.agreement, result.weight)
    assert ("left", "MA-90F018-001") in result.values


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [("LOT MA-90F018-001", "MA-90F018-001", "same"), ("LOT MA-90F018-001", "MA-90F018-002", "different"),
     ("", "MA-90F018-001", "unknown")],
)  # fmt: skip
def test_lot(left: str, right: str, level: str) -> None:
    one, other = (recorded(Weapon(lot=LotNumber.parse(text) if text else None)) for text in (left, right))
    assert f"lot.{level}" == reason("lot", one, other).code


@pytest.mark.parametrize(
    ("mine", "theirs", "code"),
    [
        ("12: LC, 6: 18", "12: LC, 6: 18", "headstamp.same"),
        ("12: LC, 6: 18", "LC / 18", "headstamp.same"),
        ("12: LC, 6: 18", "12: 18, 6: LC", "headstamp.different"),
        ("12: LC, 6: 18", "12: LC, 6: 17", "headstamp.different"),
        ("LC / 18", "LC", "headstamp.unknown"),
        ("LC / 18", None, "headstamp.unknown"),
    ],
)
def test_headstamps(mine: str, theirs: str | None, code: str) -> None:
    left, right = (recorded(Weapon(headstamp=Headstamp.parse(text) if text else None)) for text in (mine, theirs))
    assert code == reason("headstamp", left, right).code == reason("headstamp", right, left).code
