"""A date amid other words: which words may stand beside it, and which change what it means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates import parse_date
from armstrace.dates.amid_words import amid_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Invoice: 07/22/2016", "07/22/2016"),
        ("decomisada el 9 de abril de 2012, Tijuana", "9 de abril de 2012"),
        ("Entered 2013-02-28 at 1430", "2013-02-28"),
        ("Apreendida 28/02/2013 às 14h30", "28/02/2013"),
        ("Shipped June 5, 2011", "June 5, 2011"),
        ("year: 1998", "1998"),
        ("1998**", "1998"),
        # a word, a sign or a number that may change the date
        ("not 07/22/2016", None),
        ("seized until 07/22/2016", None),
        ("decomisada antes del 9 de abril de 2012", None),
        ("Invoice 07/22/2016 -", None),
        ("Invoice 88: 07/22/2016", None),
        ("07/22/2016 Monday Laredo", None),
        ("07/22/2016 and 07/23/2016", None),
        ("12 Rifles 2016", None),
        ("Colt 1911", None),
        ("about as of April 3, 2012", None),
        ("", None),
    ],
)
def test_the_only_date(text, expected):
    assert amid_words(text) == expected


def test_the_words_are_a_caveat():
    value = parse_date("Invoice: 07/22/2016")
    assert (str(value), value.caveats) == ("2016-07-22", ("date.words_unread",))


@given(st.text(max_size=60))
def test_what_is_found_stands_in_the_text(text):
    found = amid_words(text)
    assert found is None or found in text
