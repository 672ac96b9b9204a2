"""Cells of a serial column that hold the number of another thing."""

from __future__ import annotations

import pytest

from armstrace.weapons import serials
from armstrace.weapons.serials.misplaced import misplaced
from armstrace.weapons.serials.states import SerialState


@pytest.mark.parametrize(
    "cell",
    [
        "7.65 mm",
        "20 GA",
        ".357 MAG",
        "AP/PGR/SIN/88/2012",
        "c.i. 77/2019",
        "B.O. 12/2016",
        "niv 3VWFE21C04M000001",
        "Chasis: 9BWZZZ377VT004251",
        "1M8GDM9AXKP042788",
    ],
)
def test_a_number_of_another_thing_is_no_serial_number(cell):
    found = serials.read(cell)
    assert [(serial.state, serial.text) for serial in found] == [(SerialState.NOT_RECORDED, "")]
    assert found[0].unread


@pytest.mark.parametrize("cell", ["9MM1234", "CI-2231", "BO4471", "1M8GDM9A1KP042788", "GA1234", "A" * 70])
def test_a_number_that_only_resembles_another_stays(cell):
    assert not misplaced(cell.upper())


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("Nº RASPADO", "obliterated"),
        ("No. limado", "obliterated"),
        ("nº ilegible", "illegible"),
        ("NO. ALTERADO", "altered"),
    ],
)
def test_a_state_of_the_number_is_no_negation(cell, state):
    assert serials.read(cell)[0].state.value == state


@pytest.mark.parametrize(
    ("cell", "text"), [("SERIE-88120", "88120"), ("s/n-K44187", "K44187"), ("NUM-SERIE-9912", "9912")]
)
def test_a_label_may_be_joined_by_a_hyphen(cell, text):
    assert serials.read(cell)[0].text == text


@pytest.mark.parametrize(
    ("cell", "count", "texts"),
    [
        ("3310/12", 3, ["3310", "3311", "3312"]),
        ("3310/12", 4, ["3310/12"]),
        ("C200-C201; D88120", 3, ["C200", "C201", "D88120"]),
        ("H4410, H4412-14", 4, ["H4410", "H4412", "H4413", "H4414"]),
        ("3312/10", 3, ["3312/10"]),
        ("123/4567", 9, ["123/4567"]),
    ],
)
def test_the_count_of_the_row_proves_ranges_in_a_list(cell, count, texts):
    assert [serial.text for serial in serials.read(cell, expected=count)] == texts
