"""What the cells of one row say together."""

from __future__ import annotations

import pytest

from armstrace.weapons.reader import read_weapon

BMG, AE = "12.7x99mm", "50-ae"


@pytest.mark.parametrize(
    ("kind", "make", "model", "caliber", "ids"),
    [
        # the kind tells what a bare bore is
        ("FUSIL", "", "", "50", {BMG}),
        ("ARMA CORTA", "", "", "50", {AE}),
        ("FUSIL", "BARRETT", "M99", "50", {BMG}),
        ("ARMA LARGA", "BARRETT", "M82A1", "CAL. 50", {BMG}),
        # where none is recorded, that of the model does
        ("", "BARRETT", "M99", "50", {BMG}),
        # a row that contradicts itself tells nothing
        ("ARMA CORTA", "BARRETT", "M99", "50", {BMG, AE}),
        ("PISTOLA", "BARRETT", "M82A1", "CAL. 50", {BMG, AE}),
        # a model that is not known says nothing of the kind
        ("ARMA CORTA", "BARRETT", "no such model", "50", {AE}),
    ],
)
def test_a_bare_bore_beside_kind_and_model(kind: str, make: str, model: str, caliber: str, ids: set[str]) -> None:
    cells = {"kind": kind, "make": make, "model": model, "caliber": caliber}
    read = read_weapon({name: cell for name, cell in cells.items() if cell}, language="es").weapon.caliber
    assert read is not None
    assert ids == {cartridge.id for cartridge in read.candidates}
