"""Weapons read from cells by name, and from phrases."""

from __future__ import annotations

from typing import Any

import pytest

from armstrace.errors import UnknownEntry
from armstrace.weapons.reader import read_weapon, read_weapons
from armstrace.weapons.weapon import Weapon


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("modell", "model"), ("Make", "make"), ("serial_number", "serial"), ("zzz", "kind")],
)
def test_an_unknown_cell_is_refused_with_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(UnknownEntry, match="cells of a weapon") as caught:
        read_weapon({name: "COLT"})
    assert caught.value.key == name
    assert nearest in caught.value.nearest
    with pytest.raises(UnknownEntry):
        read_weapon({}, known={name: "colt"})


@pytest.mark.parametrize("language", ["fr", "EN", ""])
def test_an_unknown_language_is_refused(language: Any) -> None:
    for read in (lambda: read_weapon({}, language=language), lambda: read_weapons("fusil", language=language)):
        with pytest.raises(UnknownEntry, match="languages"):
            read()
    with pytest.raises(UnknownEntry, match="languages"):
        Weapon.parse("fusil", language=language)


@pytest.mark.parametrize("cell", ["", " ", "S/D", "N/A", "-"])
def test_a_blank_cell_does_not_count(cell: str) -> None:
    read = read_weapon(dict.fromkeys(("kind", "item_name", "make", "model", "caliber", "stock_number", "serial"), cell))
    assert (Weapon(), ()) == (read.weapon, read.unread)


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("MAT. 418-15538", "kind unknown, serial 418-15538"),
        ("LIMADA", "kind unknown, serial filed off or erased"),
        ("LOTE FMP-3-87", "kind unknown, lot FMP-3-87"),
    ],
)
def test_the_serial_cell_gives_a_serial_or_a_lot(cell: str, label: str) -> None:
    assert label == str(read_weapon({"serial": cell}, language="es").weapon)


def test_without_a_language_a_shared_word_is_no_word_of_the_law() -> None:
    read = {language: read_weapon({"kind": "RIFLE"}, language=language).weapon for language in (None, "en", "es")}
    assert [None, None, "rifle"] == [weapon.legal_word for weapon in read.values()]
