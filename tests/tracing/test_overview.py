"""Profiles of whole tables."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from armstrace import samples
from armstrace.dates.value import UncertainDate
from armstrace.places import Place
from armstrace.places.country import Country
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.sources import Citation, Source
from armstrace.tracing.overview import TraceReadiness, trace_readiness
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon

READY = Weapon(
    kinds=KindSet.of("rifle"),
    caliber=Caliber.parse("5.56x45"),
    make=Make.lookup("Colt"),
    model=ModelEntry.lookup("M16A1").model(raw="M16A1"),
    made_in=Country.get("US"),
    serial=SerialNumber.parse("967146"),
)
SEIZURE = Seizure(
    items=(SeizedItem(weapon=READY), SeizedItem(weapon=attrs.evolve(READY, make=None))),
    date=UncertainDate.of_month(2023, 6),
    place=Place.read(country="MX", state="Sonora"),
    authority="SEDENA",
    citation=Citation(source=Source(title="a.csv"), row=4),
)


def test_counts_by_year_state_and_agency() -> None:
    bare = attrs.evolve(SEIZURE, items=SEIZURE.items[1:], date=None, place=None, authority=None)
    found = trace_readiness([SEIZURE, bare])
    assert (3, 1, (("make", 2),)) == (found.total, found.ready, found.missing)
    for rows, key in ((found.by_year, "2023"), (found.by_state, "Sonora"), (found.by_agency, "SEDENA")):
        assert [(key, 2, 1), (None, 1, 0)] == [(row.key, row.total, row.ready) for row in rows]
    assert found.explain("es").splitlines()[:4] == [
        "1 de 3 armas están listas para rastreo",
        "  fabricante: falta en 2",
        "  por año:",
        "    2023: 1/2",
    ]


@pytest.mark.parametrize(
    ("when", "year"),
    [
        (UncertainDate.exact(date(2023, 1, 1)), "2023"),
        (UncertainDate.between(date(2022, 12, 31), date(2023, 1, 1)), None),
        (UncertainDate(earliest=date(2023, 1, 1), latest=date(2023, 1, 1), approximate=True), None),
        (UncertainDate(earliest=date(2023, 1, 1), latest=date(2023, 1, 1), uncertain=True), None),
        (None, None),
    ],
)
def test_a_year_is_given_only_where_it_is_settled(when: UncertainDate | None, year: str | None) -> None:
    assert [year] == [row.key for row in trace_readiness([attrs.evolve(SEIZURE, date=when)]).by_year]


def test_a_place_without_a_state_is_not_said() -> None:
    assert [None] == [
        row.key for row in trace_readiness([attrs.evolve(SEIZURE, place=Place.read(country="MX"))]).by_state
    ]


def test_the_sample_adds_up() -> None:
    found = trace_readiness(samples.seizures())
    for rows in (found.by_year, found.by_state, found.by_agency):
        assert found.total == sum(row.total for row in rows)
    assert TraceReadiness(total=0, ready=0) == trace_readiness([])


def test_the_overview_prints_on_a_line() -> None:
    found = trace_readiness(samples.seizures())
    assert "19 of 61 weapons are ready for a trace" == str(found)
    assert len(repr(found)) < 600
