"""A weapon: unknown facts stay unknown, and a line says what is known."""

from __future__ import annotations

import attrs
import pytest

from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.weapon import Weapon


def test_unknown_is_not_no() -> None:
    weapon = Weapon()
    optional = [f.name for f in attrs.fields(Weapon) if f.default is None]
    assert {"rifled", "has_stock", "explosive", "guided", "fire_modes", "caliber"} <= set(optional)
    assert all(getattr(weapon, name) is None for name in optional)
    assert (False, SerialState.NOT_RECORDED) == (bool(weapon.kinds), weapon.serial.state)


@pytest.mark.parametrize(
    ("serial", "en", "es"),
    [
        ("A123456", "serial A123456", "matrícula A123456"),
        ("...5231", "serial …5231 (partly legible)", "matrícula …5231 (parcialmente legible)"),
        ("LIMADA", "serial filed off or erased", "matrícula limada o borrada"),
        ("ILEGIBLE", "serial illegible", "matrícula ilegible"),
        ("", "serial not recorded", "matrícula sin registro"),
    ],
)
def test_label_says_why_there_is_no_serial(serial: str, en: str, es: str) -> None:
    weapon = attrs.evolve(Weapon(), serial=SerialNumber.parse(serial))
    assert f"kind unknown, {en}" == str(weapon)
    assert f"tipo desconocido, {es}" == weapon.label("es")


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        ({"kind": "FUSIL", "make": "COLT", "model": "M16A1"}, "rifle, Colt M16A1, serial not recorded"),
        ({"kind": "R-15"}, "rifle, AR, serial not recorded"),
        ({"kind": "PISTOLA", "make": "Acme"}, "pistol, Acme, serial not recorded"),
    ],
)
def test_label_names_make_and_model_or_else_the_pattern(cells: dict[str, str], label: str) -> None:
    assert label == str(read_weapon(cells, language="es").weapon)


def test_a_lot_stands_in_place_of_the_serial() -> None:
    weapon = attrs.evolve(
        read_weapon({"kind": "GRANADA"}, language="es").weapon, lot=LotNumber.parse("LOT MA-90F018-001")
    )
    assert "grenade, lot MA-90F018-001" == str(weapon)
    assert "granada, lote MA-90F018-001" == weapon.label("es")
