"""Cells that say nothing, and cells that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize, _placeholders, _tables
from armstrace._placeholders import says_nothing


@pytest.mark.parametrize("row", _tables.rows("columns/placeholders.csv"), ids=lambda row: row["word"])
@pytest.mark.parametrize("write", [str, str.upper, str.title, " {} ".format, "({})".format])
def test_every_word_says_nothing(row, write):
    assert says_nothing(write(row["word"]))


@pytest.mark.parametrize(
    "cell",
    ["", " ", "\t\u00a0", "-", "—", "---", "...", "…", "?", "???", "*", "_", ".", "N / A", "S /D", "[S/D]", "N/A."],
)
def test_marks_say_nothing(cell):
    assert says_nothing(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "0",
        "S",
        "SD9VE",
        "NA-12",
        "Desert Eagle",
        "desconocido, tal vez Colt",
        "-" * 100 + "AK-47",
        " " * 1000 + "AK-47",
        "N/A" + " " * 1000 + "M4",
    ],
)
def test_words_that_say_something(cell):
    assert not says_nothing(cell)


@given(st.text())
def test_nothing_is_said_without_reason(cell):
    """Only a known word or a cell of marks may be dropped."""
    if says_nothing(cell):
        known = {"".join(filter(str.isalnum, word)) for word in _placeholders._words()}
        assert "".join(filter(str.isalnum, _normalize.casefold(cell))) in known | {""}


def test_a_huge_cell_is_read_in_time():
    assert says_nothing("-" * 10_000_000)
    assert not says_nothing("x" * 10_000_000)
