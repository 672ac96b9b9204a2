"""Trace requests and their gaps."""

from __future__ import annotations

import datetime

import attrs
import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.places.country import Country
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.tracing.readiness import Need, NeedState
from armstrace.tracing.requests import Priority, TraceRequest
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.weapon import Weapon

FULL = Weapon(
    kinds=KindSet.of("rifle"),
    caliber=Caliber.parse("5.56x45"),
    make=Make.lookup("Colt"),
    model=ModelEntry.lookup("M16A1").model(raw="M16A1"),
    made_in=Country.get("US"),
    serial=SerialNumber.parse("967146"),
)
FOREIGN = attrs.evolve(FULL, made_in=Country.get("RO"))


@pytest.mark.parametrize(
    ("weapon", "importer", "needs"),
    [
        (FULL, None, []),
        (FOREIGN, "CAI", []),
        (FOREIGN, None, [("importer", "not_recorded")]),
        (attrs.evolve(FULL, made_in=None), None, [("made_in", "not_recorded"), ("importer", "depends")]),
        (attrs.evolve(FULL, made_in=None), "CAI", [("made_in", "not_recorded")]),
        (attrs.evolve(FULL, make=None), None, [("make", "not_recorded")]),
        (attrs.evolve(FULL, model=None, pattern="AR"), None, [("model", "not_recorded")]),
        (attrs.evolve(FULL, caliber=None), None, [("caliber", "not_recorded")]),
        (attrs.evolve(FULL, kinds=KindSet()), None, [("kind", "not_recorded")]),
        (attrs.evolve(FULL, kinds=KindSet.of("long_gun")), None, [("kind", "too_broad")]),
        (attrs.evolve(FULL, kinds=KindSet.of("rifle", "pistol")), None, [("kind", "too_broad")]),
    ],
)
def test_what_is_missing(weapon: Weapon, importer: str | None, needs: list[tuple[str, str]]) -> None:
    request = TraceRequest(weapon=weapon, importer=importer)
    assert needs == [(need.field, need.state.value) for need in request.missing()]
    assert request.is_ready is (not needs)
    assert request == from_plain(to_plain(request), TraceRequest)


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("S/N", "not_recorded"),
        ("MAT. ILEGIBLE", "illegible"),
        ("...5231", "partial"),
        ("LIMADA", "obliterated"),
        ("REMARCADA 1234", "altered"),
        ("967146", None),
    ],
)
def test_states_of_the_serial_number_are_different_answers(cell: str, state: str | None) -> None:
    needs = TraceRequest(weapon=attrs.evolve(FULL, serial=SerialNumber.parse(cell))).missing()
    assert ([state] if state else []) == [need.state.value for need in needs]


def test_what_never_had_a_serial_number_needs_none() -> None:
    never = SerialNumber(state=SerialState.NEVER_MARKED)
    request = TraceRequest(weapon=attrs.evolve(FULL, serial=never))
    assert () == request.missing()
    assert ["trace.never_marked"] == [caveat.code for caveat in request.caveats]
    assert "nunca tuvo matrícula" in request.explain("es")


def test_an_urgent_request_says_why() -> None:
    urgent = TraceRequest(weapon=FULL, priority=Priority.URGENT)
    assert ["justification"] == [need.field for need in urgent.missing()]
    assert attrs.evolve(urgent, justification="a killing").is_ready
    assert ["trace.iti_unverified"] == [caveat.code for caveat in attrs.evolve(urgent, found_how="in a car").caveats]


def test_a_request_in_words() -> None:
    cited = Citation(source=Source(title="a.csv"), row=4)
    request = TraceRequest.of(RecordedWeapon(weapon=FOREIGN, citation=cited))
    assert cited == request.citation
    assert request.explain("es").splitlines()[1].startswith("  - importador: no consta; lea la marca de importación")
    assert TraceRequest.of(RecordedWeapon(weapon=FULL, citation=cited)).explain().endswith(": ready for a trace")


@pytest.mark.parametrize("state", NeedState)
@pytest.mark.parametrize(
    "field", ["serial", "make", "kind", "caliber", "model", "made_in", "importer", "justification"]
)
def test_each_need_has_words_in_both_languages(field: str, state: NeedState) -> None:
    need = Need(field=field, state=state)
    assert need.explain("en") != need.explain("es")
    assert "{" not in need.explain("es")


def test_a_request_is_compared_by_its_own_day_and_number() -> None:
    day = UncertainDate.exact(datetime.date(2022, 3, 1))
    citation = Citation(source=Source(title="requests.csv"), row=7)
    request = TraceRequest(id="T-7", weapon=Weapon(), requested_on=day, citation=citation)
    (shown,) = request.recorded()
    assert (shown.reference, shown.date, shown.citation) == ("T-7", day, citation)


def test_a_request_that_cites_nothing_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="citation"):
        TraceRequest(weapon=Weapon()).recorded()
