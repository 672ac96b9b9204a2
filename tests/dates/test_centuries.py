"""Which years two digits mean, by the day of the text and by the column."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.centuries import NO_EVIDENCE, Centuries

digits = st.integers(0, 99).map("{:02}".format)
years = st.integers(1850, 2150)


@given(digits, st.none() | years.map(lambda year: date(year, 6, 1)), st.none() | st.tuples(years, years).map(sorted))
def test_each_year_ends_in_the_digits_and_none_lies_far_ahead(text, latest, column):
    found = Centuries(latest=latest, column=column and tuple(column))
    answers = found.years(text)
    assert answers
    assert list(answers) == sorted(answers)
    assert all(f"{year:04}".endswith(text) for year in answers)
    assert found.caveats(text) == (("date.two_digit_year",) if len(answers) == 1 else ("date.both_centuries",))
    if latest is not None and latest.year >= 1900:
        assert answers[-1] <= latest.year + 10


def test_four_digits_are_the_year():
    assert NO_EVIDENCE.years("1068") == (1068,)
    assert NO_EVIDENCE.caveats("1068") == ()
