"""Slips in dates: what is repaired, and what is left alone because it may be two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates import calendar, repairs
from armstrace.dates.repairs import is_one_slip, repaired


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 de ferbero de 2019", "5 de febrero de 2019"),
        ("15 agosot 2019", "15 agosto 2019"),
        ("septiembr 2019", "septiembre 2019"),
        ("5 Janaury 2019", "5 january 2019"),
        ("5 de feveriro de 2019", "5 de fevereiro de 2019"),
        ("O5/O3/2019", "05/03/2019"),
        ("l5/06/2019", "15/06/2019"),
        ("OI/03/2O19", "01/03/2019"),
        ("0CT 2019", "oct 2019"),
        ("5 d1c 2019", "5 dic 2019"),
        ("5 ju1io 2019", "5 julio 2019"),
        ("1o de ferbero de 2019", "1o de febrero de 2019"),
        # nothing to repair, or two ways to repair it
        ("5 de marzo de 2019", None),
        ("5 de juio de 2019", None),
        ("5 de marzo de 2019 Tijuana", None),
        ("ZOO 2019", None),
        ("Z1OO 2019", None),
        ("fe 2019", None),
        ("x" * 13 + " 2019", None),
        ("1 " * 41, None),
        ("", None),
    ],
)
def test_slips(text, expected):
    assert repaired(text) == expected


@given(st.sampled_from(sorted(name for name in calendar.months() if len(name) > 5)), st.data())
def test_two_letters_that_changed_places_are_one_slip(name, data):
    at = data.draw(st.integers(0, len(name) - 2))
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assert is_one_slip(swapped, name) is (swapped != name)
    found = repairs.repaired(f"5 {swapped} 2019")
    assert found is None or calendar.months()[found.split()[1]] == calendar.months()[name]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("marzo", "marzo", False), ("marz", "marzo", True), ("marzzo", "marzo", True), ("narzo", "marzo", True),
        ("marozo", "marzo", True), ("mazro", "marzo", True), ("mzaro", "marzo", False), ("mar", "marzo", False),
    ],
)  # fmt: skip
def test_one_slip(left, right, expected):
    assert is_one_slip(left, right) is expected
