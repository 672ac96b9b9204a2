"""Two records without a name of a make or model do not agree in it."""

from __future__ import annotations

import pytest

from armstrace import compare
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.reader import read_weapon

CITATION = Citation(source=Source(title="a list"))


@pytest.mark.parametrize(
    "absent", ["MARCA BORRADA", "SIN MARCA VISIBLE", "SEM MARCA", "PMF", "HECHIZA", "varias", "ilegible", "no markings"]
)
def test_two_absences_are_no_agreement(absent: str) -> None:
    reading = read_weapon({"kind": "pistola", "make": absent, "model": absent, "serial": "AB12345"})
    assert reading.weapon.make is None
    assert reading.weapon.model is None
    left, right = (
        RecordedWeapon(weapon=reading.weapon, record_id=name, citation=CITATION) for name in ("found 1", "listed 1")
    )
    match = compare(left, right)
    levels = {reason.code for reason in match.reasons}
    assert not {"make.same", "make.similar", "model.same"} & levels
