"""EDTF in and out: Level 0, the supported part of Level 1, and the one-of set of Level 2."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from armstrace.dates.edtf import parse_edtf
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError

days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
any_days = st.dates()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-01-05", "2023-01-05", "2023-01-05"),
        ("2023-01", "2023-01-01", "2023-01-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2018-12-XX", "2018-12-01", "2018-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-XX-XX", "2018-01-01", "2018-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
        (" 2023 ", "2023-01-01", "2023-12-31"),
        ("[2018..2020]", "2018-01-01", "2020-12-31"),
        ("[2018-05..2018-06-15]", "2018-05-01", "2018-06-15"),
        ("[2018..]", "2018-01-01", "9999-12-31"),
        ("[..2018]", "0001-01-01", "2018-12-31"),
        ("[..]", "0001-01-01", "9999-12-31"),
        ("[2023-01-05]", "2023-01-05", "2023-01-05"),
    ],
)
def test_dates(text, first, last):
    value = parse_edtf(text)
    assert isinstance(value, UncertainDate)
    assert (value.earliest.isoformat(), value.latest.isoformat(), value.raw) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [("2018", False, False), ("2018?", True, False), ("2018-12~", False, True), ("2018-12-24%", True, True),
     ("199X~", False, True), ("2018-12-XX?", True, False), ("[2018~..2019~]", False, True),
     ("[2018-01-01?,2018-02-01?]", True, False)],
)  # fmt: skip
def test_marks(text, uncertain, approximate):
    value = parse_edtf(text)
    assert (value.uncertain, value.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018-12/2024-01", "2018-12", "2024-01"),
        ("2018-12~/..", "2018-12~", None),
        ("../2024?", None, "2024?"),
        ("../..", None, None),
        ("2018-12-XX/199X", None, ValueError),
        ("199X/2018-XX", "199X", "2018"),
    ],
)
def test_intervals(text, start, end):
    if end is ValueError:
        with pytest.raises(ParseError, match="must not end before it begins"):
            parse_edtf(text)
        return
    value = parse_edtf(text)
    assert isinstance(value, Period)
    assert (value.start and str(value.start), value.end and str(value.end)) == (start, end)


def test_unknown_ends():
    until, since = parse_edtf("/2024"), parse_edtf("2018-12/")
    assert (until.start.earliest, until.start.latest) == (date.min, date(2024, 12, 31))
    assert (since.end.earliest, since.end.latest) == (date(2018, 12, 1), date.max)
    assert (str(until), str(since), str(parse_edtf("/..")), str(parse_edtf("../"))) == (
        "/2024",
        "2018-12/",
        "/..",
        "../",
    )


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "not an EDTF string"),
        ("2001-21", "seasons"),
        ("2001-24~", "seasons"),
        ("2001-34", "seasons"),
        ("Y170000002", "years over four digits"),
        ("Y-170000002", "years over four digits"),
        ("-0500", "years before 0001"),
        ("0000", "years before 0001"),
        ("000X", "years before 0001"),
        ("00XX", "years before 0001"),
        ("{1667,1668}", "all members"),
        ("2023-13", "no such day"),
        ("2023-00", "no such day"),
        ("2023-02-29", "no such day"),
        ("2023-04-31", "no such day"),
        ("2023-1-5", "not an EDTF string"),
        ("2023-0X", "not an EDTF string"),
        ("2XXX", "not an EDTF string"),
        ("199X-05", "from the right only"),
        ("2018-XX-05", "from the right only"),
        ("?2018", "not an EDTF string"),
        ("2018?~", "not an EDTF string"),
        ("2018?-12", "not an EDTF string"),
        ("/", "no known end"),
        ("2018/2019/2020", "not an EDTF string"),
        ("2019/2018", "must not end before"),
        ("[2018..2020", "does not end"),
        ("[2018,2019]", "other things than days"),
        ("[]", "not an EDTF string"),
        ("[2020..2018]", "must not end before"),
        ("[2018~..2020]", "marked differently"),
        ("[2018-01-01,2018-01-02~]", "marked differently"),
        ("٢٠٢٣", "not an EDTF string"),
        ("2023\n", None),
        ("in June", "not an EDTF string"),
        ("9" * 9000, "too long"),
        ("[" * 5000, "does not end"),
        ("[" + "2018-01-01," * 700 + "]", "not an EDTF string"),
    ],
)
def test_what_is_not_read(text, cause):
    if cause is None:
        assert str(parse_edtf(text)) == text.strip()
        return
    with pytest.raises(ParseError, match=cause):
        parse_edtf(text)


@given(first=any_days, length=st.integers(0, 4000), approximate=st.booleans(), uncertain=st.booleans())
@example(first=date(1, 1, 1), length=0, approximate=False, uncertain=False)
@example(first=date(1, 1, 1), length=364, approximate=False, uncertain=False)
@example(first=date(1990, 1, 1), length=3651, approximate=False, uncertain=True)
@example(first=date(1900, 1, 1), length=36523, approximate=True, uncertain=True)
def test_a_date_is_read_back_as_it_was(first, length, approximate, uncertain):
    last = first + timedelta(days=min(length, (date.max - first).days))
    value = UncertainDate(earliest=first, latest=last, approximate=approximate, uncertain=uncertain)
    assert parse_edtf(str(value)) == value


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_and_years_are_read_back(year, month):
    for value in (UncertainDate.of_month(year, month), UncertainDate.of_year(year)):
        assert parse_edtf(str(value)) == value
        assert len(str(value)) <= 7


@given(st.sets(any_days, min_size=1, max_size=20))
def test_candidates_are_read_back(found):
    value = UncertainDate.either(found)
    assert parse_edtf(str(value)) == value


ends = st.one_of(
    days.map(UncertainDate.exact),
    st.builds(UncertainDate.of_month, st.integers(1000, 2999), st.integers(1, 12)),
    st.integers(1000, 2999).map(UncertainDate.of_year),
)


@given(start=st.none() | ends, end=st.none() | ends)
def test_a_period_is_read_back_as_it_was(start, end):
    if start and end and end.latest < start.earliest:
        start, end = end, start
    value = Period(start=start, end=end)
    assert parse_edtf(str(value)) == value


def test_an_end_without_a_form_of_its_own_is_written_by_its_outer_bound():
    late = UncertainDate.between(date(2018, 10, 1), date(2018, 12, 31), approximate=True)
    week = UncertainDate.between(date(2024, 1, 15), date(2024, 1, 21))
    either = UncertainDate.either([date(2023, 1, 5), date(2023, 5, 1)])
    assert str(Period(start=late, end=None)) == "2018-10~/.."
    assert str(Period(start=None, end=late)) == "../2018-12~"
    assert str(Period(start=week, end=None)) == "2024-01-15~/.."
    assert str(Period(start=either, end=either)) == "2023-01-05~/2023-05-01~"


@given(st.text(alphabet="0123456789X-/?~%.[],TZ:+ Y{}", max_size=40))
def test_any_text_is_read_or_refused_and_read_back(text):
    try:
        value = parse_edtf(text)
    except ParseError:
        return
    assert str(parse_edtf(str(value))) == str(value)
