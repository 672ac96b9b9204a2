"""Dates in uncommon forms: what has one reading is written anew, what has two is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.cells import read_cell
from armstrace.dates.forms import rewritten
from armstrace.errors import ParseError


@pytest.mark.parametrize(
    ("text", "dayfirst", "expected"),
    [
        ("24_11_2018", None, "24/11/2018"), ("2018 | 11 | 24", None, "2018-11-24"), ("3·4·2018", True, "3/4/2018"),
        ("00/09/2011", None, "09/2011"), ("00/09/2011", False, "2011"), ("xx/xx/2011", True, "2011"),
        ("09/00/2011", False, "09/2011"), ("09/00/2011", None, "2011"), ("09/00/2011", True, "2011"),
        ("2011-00-00", None, "2011"), ("2011-07-00", None, "2011-07"), ("8demayode1999", None, "8 de mayo de 1999"),
        ("072215ZSEP18", None, "07 SEP 18"), ("201703", None, "2017-03"), ("201003", None, None),
        ("201099", None, None), ("31122017", None, "31/12/2017"), ("2017-25-08", None, "2017-08-25"),
        ("2017-25-13", None, None), ("2017-365", None, "2017-12-31"), ("2017-366", None, None),
        ("2016-366", None, "2016-12-31"), ("/Date(1420070400000)/", None, "2015-01-01"),
        ("5/6/2018", None, None), ("1" * 41, None, None),
    ],
)  # fmt: skip
def test_forms(text, dayfirst, expected):
    found = rewritten(text, dayfirst)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("cell", "expected", "caveat"),
    [
        ("00/09/2011", "2011-09", "date.part_unknown"),
        ("2017-25-08", "2017-08-25", "date.order_impossible"),
        ("24\\11\\2018", "2018-11-24", "date.unusual_form"),
        ("201703", "2017-03", "date.unusual_form"),
    ],
)
def test_cells(cell, expected, caveat):
    value = read_cell(cell, dayfirst=True)
    assert (str(value), value.caveats) == (expected, (caveat,))


@pytest.mark.parametrize("cell", ["1899-12-30", "12/31/9999", "1/0/1900", "1899-12-30 00:00:00"])
def test_empty_values_of_programs_are_no_date(cell):
    with pytest.raises(ParseError) as caught:
        read_cell(cell, dayfirst=None)
    assert caught.value.code == "date.empty_value"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_the_day_of_the_year_is_its_day(day):
    assert rewritten(f"{day:%Y-%j}", None) == (day.isoformat(), "date.unusual_form")
