"""Comparisons of the days and places of two reports."""

from __future__ import annotations

import datetime

import attrs
import pytest

from armstrace.dates.value import UncertainDate
from armstrace.matching.comparisons import same_event
from armstrace.places import Place
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.weapon import Weapon


def report(date: UncertainDate | None = None, place: Place | None = None) -> RecordedWeapon:
    return RecordedWeapon(weapon=Weapon(), date=date, place=place, citation=Citation(source=Source(title="a.csv")))


DAY = UncertainDate.exact(datetime.date(2020, 5, 15))


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (DAY, "same"),
        (UncertainDate.exact(datetime.date(2020, 5, 16)), "same"),
        (UncertainDate.exact(datetime.date(2020, 5, 17)), "near"),
        (UncertainDate.exact(datetime.date(2020, 5, 22)), "near"),
        (UncertainDate.exact(datetime.date(2020, 5, 23)), "far"),
        (UncertainDate.between(datetime.date(2020, 5, 1), datetime.date(2020, 5, 31)), "possible"),
        (attrs.evolve(DAY, uncertain=True), "unknown"),
        (None, "unknown"),
    ],
)
def test_when(other: UncertainDate | None, level: str) -> None:
    assert level == same_event.when(report(DAY), report(other)) == same_event.when(report(other), report(DAY))


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("Tamaulipas", "Reynosa"), ("Tamaulipas", "REYNOSA"), "same"),
        (("Tamaulipas", "Reynosa"), ("Tamaulipas", None), "state"),
        (("Tamaulipas", "Reynosa"), ("Tamaulipas", "Altamira"), "different"),
        (("Tamaulipas", None), ("Sonora", None), "different"),
        ((None, None), ("Sonora", None), "unknown"),
    ],
)
def test_where(one: tuple[str | None, str | None], other: tuple[str | None, str | None], level: str) -> None:
    reports = [report(place=Place.read(country="MX", state=state, municipality=town)) for state, town in (one, other)]
    assert level == same_event.where(*reports) == same_event.where(*reports[::-1])
    assert "unknown" == same_event.where(reports[0], report())
