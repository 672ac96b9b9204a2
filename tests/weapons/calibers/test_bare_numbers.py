"""Bare whole numbers: calibers where something supports them, and nothing among words of other things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.weapons import calibers

_PLACES = ("anaquel", "gaveta", "celda", "locker", "sala", "prateleira", "cuarto", "turno", "talla", "puerta", "fila")


def ids(text: str) -> list[str]:
    return [each.candidates[0].id for each in calibers.read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "anaquel 22", "locker 38, gaveta 9", "nivel 9 rack 22", "38º batalhão", "38o batallon", "45 V",
        "zona militar 45", "celda 12 norte", "legajo 357 pasillo", "shelf 45; aisle 20", "expediente 556 estante 762",
        "hoja 9, 22", "pistola 9 mm", "caja 12 y estante 9 mm",
    ],
)  # fmt: skip
def test_numbers_of_other_things_are_no_calibers(text: str) -> None:
    expected = ["9x19mm"] if "mm" in text else []
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22", "22-short"),
        ("escopeta negra calibre 12", "12-gauge"),
        ("pistola 9 niquelada", "9x19mm"),
        ("rota, rifle 30-30", "30-30"),
        ("cartucho 40 percutido", "40-sw"),
        ("oxidada .40", "40-sw"),
        ("roto Bersa 9", "9x19mm"),
        ("roto 45 Colt", "45-colt"),
        ("38; bom; lacre", "38-acp"),
        ("2506", "25-06"),
        ("3006", "30-06"),
    ],
)
def test_supported_numbers_are_calibers(text: str, expected: str) -> None:
    assert ids(text)[:1] == [expected]


@pytest.mark.parametrize("text", ["oxidado .38 y 9", "roto 9 y .38"])
def test_a_list_supports_its_members(text: str) -> None:
    expected = 2 if text.startswith("ox") else 1
    assert len(ids(text)) == expected


@given(st.sampled_from(_PLACES), st.integers(1, 9999))
def test_no_number_behind_a_strange_noun_is_a_caliber(noun: str, number: int) -> None:
    assert ids(f"{noun} {number}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7,6Z x S1", "7.62x51mm"), ("S.45x39", "5.45x39mm"), ("9xl8", "9x18mm"), ("7.62x3g mm", "7.62x39mm"),
        (".4O S&W", "40-sw"), (".2Z LR", "22-lr"),
    ],
)  # fmt: skip
def test_letters_in_a_designation_are_digits_with_a_repair(text: str, expected: str) -> None:
    (found,) = calibers.read(text)
    assert (found.candidates[0].id, found.repairs) == (expected, ("letter read as a digit",))


def test_letters_that_make_no_listed_round_stay() -> None:
    assert not any("letter" in each for found in calibers.read("7.62xl3") for each in found.repairs)
