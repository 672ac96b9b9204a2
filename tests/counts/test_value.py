"""Counts: bounds, sums, agreement, and figures as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.counts.value import Count, total
from armstrace.errors import NotComparable, ParseError

COUNTS = st.builds(
    lambda least, width, soft: Count(least=least, most=None if width is None else least + width, approximate=soft),
    st.integers(0, 10**6),
    st.none() | st.integers(0, 1000),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("0", "0"),
        ("221", "221"),
        (" 1,234 ", "1234"),
        ("1.234", "1234"),
        ("1 234 567", "1234567"),
        ("19.500.000", "19500000"),
        ("12.0", "12"),
        ("12,00", "12"),
        ("18 mil", "17500..18499"),
        ("18 mil 800", "18800"),
        ("10 mil 193", "10193"),
        ("19.5 millones", "19450000..19549999"),
        ("2 million", "1500000..2499999"),
        ("2,5 mil", "2450..2549"),
        ("\uff12\uff12\uff11", "221"),
    ],
)
def test_figures_are_read(text: str, bounds: str) -> None:
    assert bounds == str(Count.parse(text))
    assert text == Count.parse(text).raw


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "-1",
        "1.5",
        "1,23",
        "1.234,567",
        "a few",
        "2.5 mil 100",
        "18 mil 80000",
        "1e5",
        "9" * 16,
        "1" * 10**6,
        "12 34",
        "nan",
    ],
)
def test_other_text_is_no_count(text: str) -> None:
    with pytest.raises(ParseError):
        Count.parse(text)


@pytest.mark.parametrize(
    ("count", "written", "value", "figure"),
    [
        (Count.exact(0), "0", 0, 0),
        (Count.at_least(1900), "1900..", None, 1900),
        (Count.more_than(240), "241..", None, 240),
        (Count.about(70), "~70", None, 70),
        (Count.between(3, 7), "3..7", None, None),
        (Count.rounded(18_800), "18750..18849", None, 18_800),
        (Count.rounded(7), "7", 7, 7),
        (Count.rounded(0), "0", 0, 0),
        (Count.rounded(100, to=1000), "0..599", None, 100),
        (Count(), "0..", None, None),
        (Count(least=1, most=2, approximate=True), "~1..2", None, None),
        (Count(least=1, approximate=True), "~1..", None, None),
    ],
)
def test_what_a_count_says(count: Count, written: str, value: int | None, figure: int | None) -> None:
    assert (written, value, figure) == (str(count), count.value, count.figure)
    back = from_plain(to_plain(count), Count)
    assert (count, repr(count)) == (back, repr(back))


@pytest.mark.parametrize(
    ("one", "other", "agrees", "gap"),
    [
        (Count.exact(7916), Count.exact(7911), False, "5"),
        (Count.exact(5), Count.exact(5), True, "0"),
        (Count.at_least(10), Count.exact(9), False, "1.."),
        (Count.at_least(10), Count.exact(10), None, "0.."),
        (Count.at_least(10), Count.exact(900), None, "0.."),
        (Count.between(1, 3), Count.between(3, 9), None, "0..8"),
        (Count.between(1, 3), Count.between(4, 9), False, "1..8"),
        (Count.between(1, 9), Count.exact(4), None, "0..5"),
        (Count.about(70), Count.exact(90), None, "~20"),
        (Count.at_least(1), Count.at_least(7), None, "0.."),
    ],
)
def test_agreement_and_gap(one: Count, other: Count, agrees: bool | None, gap: str) -> None:
    assert agrees is one.agrees(other)
    assert agrees is other.agrees(one)
    assert gap == str(one.gap(other)) == str(other.gap(one))


@pytest.mark.parametrize("wrong", [{"least": -1}, {"least": 3, "most": 2}, {"printed": -5}])
def test_impossible_counts_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ParseError, match="a count must not be"):
        Count(**wrong)  # type: ignore[arg-type]  # wrong on purpose


@given(COUNTS, COUNTS, COUNTS)
def test_sums_do_not_depend_on_order(one: Count, two: Count, three: Count) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three) == total([one, two, three])


@given(COUNTS, COUNTS)
def test_comparison_is_symmetric_and_never_settles_soft_figures(one: Count, two: Count) -> None:
    assert one.agrees(two) is two.agrees(one)
    assert one.gap(two) == two.gap(one)
    if one.approximate or two.approximate:
        assert one.agrees(two) is None
    if one.agrees(two) is False:
        assert one.gap(two).least > 0


@given(st.integers(0, 10**12))
def test_a_plain_number_reads_back(number: int) -> None:
    assert number == Count.parse(str(number)).value
    rounded = Count.rounded(number)
    assert rounded.least <= number <= (rounded.most or 0)


def test_counts_of_different_units_are_not_added_or_settled() -> None:
    boxes, pieces = Count.parse("2 cajas"), Count.exact(50)
    assert (boxes.agrees(pieces), boxes.above(Count.exact(0)), str(boxes + boxes)) == (None, False, "4 box")
    assert str(total([boxes, boxes])) == "4 box"
    assert boxes + Count.exact(0) == boxes == Count.exact(0) + boxes
    with pytest.raises(NotComparable):
        boxes + pieces
    with pytest.raises(NotComparable):
        boxes.gap(pieces)
    assert str(Count(least=2, unit="box")) == "2.. box"
