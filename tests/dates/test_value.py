"""Days within bounds and stretches with uncertain ends, compared."""

from __future__ import annotations

import copy
import itertools
import pickle
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.dates.edtf import parse_edtf
from armstrace.dates.intervals import DayBounds
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable

ORIGIN = date(2020, 1, 1)
JUNE = UncertainDate.of_month(2023, 6)


def day(number: int) -> date:
    return ORIGIN + timedelta(days=number)


@st.composite
def uncertain(draw: st.DrawFn, *, soft: bool = False) -> UncertainDate:
    first, length = draw(st.integers(0, 12)), draw(st.integers(0, 4))
    if draw(st.booleans()):
        offsets = draw(st.sets(st.integers(0, 12), min_size=1, max_size=3))
        return UncertainDate.either(day(offset) for offset in offsets)
    approximate, doubted = (draw(st.booleans()), draw(st.booleans())) if soft else (False, False)
    return UncertainDate(earliest=day(first), latest=day(first + length), approximate=approximate, uncertain=doubted)


@st.composite
def period(draw: st.DrawFn) -> Period:
    start, end = draw(st.none() | uncertain()), draw(st.none() | uncertain())
    if start and end and end.latest < start.earliest:
        start, end = end, start
    return Period(start=start, end=end)


values = uncertain() | period() | st.integers(0, 12).map(day)
FAR = 400


def days_of(value: UncertainDate | date) -> list[int]:
    if isinstance(value, date):
        return [(value - ORIGIN).days]
    if value.candidates:
        return [(one - ORIGIN).days for one in value.candidates]
    return list(range((value.earliest - ORIGIN).days, (value.latest - ORIGIN).days + 1))


def worlds(value: UncertainDate | Period | date) -> list[tuple[int, int]]:
    """Each way the value can really be: its first day and its last."""
    if not isinstance(value, Period):
        return [(one, one) for one in days_of(value)]
    starts = [-FAR] if value.start is None else days_of(value.start)
    ends = [FAR] if value.end is None else days_of(value.end)
    return [(start, end) for start, end in itertools.product(starts, ends) if start <= end]


def answers(one: Any, other: Any, relation: Callable[[Any, Any], bool]) -> set[bool]:
    return {relation(a, b) for a in worlds(one) for b in worlds(other)}


RELATIONS = [
    ("before", lambda a, b: a[1] < b[0]),
    ("after", lambda a, b: a[0] > b[1]),
    ("overlaps", lambda a, b: a[0] <= b[1] and b[0] <= a[1]),
]


@pytest.mark.parametrize(("name", "relation"), RELATIONS)
@given(one=uncertain() | period(), other=values)
def test_certain_answers_hold_in_every_world(name, relation, one, other):
    answer = getattr(one, name)(other)
    if answer is not None:
        assert answers(one, other, relation) <= {answer}


@pytest.mark.parametrize(("name", "relation"), RELATIONS)
@given(one=uncertain(), other=uncertain() | st.integers(0, 12).map(day))
def test_between_days_nothing_that_is_certain_is_left_open(name, relation, one, other):
    possible = answers(one, other, relation)
    assert getattr(one, name)(other) == (possible.pop() if len(possible) == 1 else None)


@given(one=period(), other=values)
def test_containing_holds_in_every_world(one, other):
    answer = one.contains(other)
    if answer is not None:
        assert answers(one, other, lambda a, b: a[0] <= b[0] and b[1] <= a[1]) <= {answer}


@given(one=uncertain() | period(), other=values)
def test_distance_bounds_every_world(one, other):
    found = one.distance(other)
    for a, b in itertools.product(worlds(one), worlds(other)):
        gap = max(0, b[0] - a[1], a[0] - b[1])
        assert found.least is not None
        assert found.least <= gap
        assert found.most is None or gap <= found.most


@given(one=uncertain(), other=uncertain())
def test_distance_of_days_is_tight_and_has_no_direction(one, other):
    gaps = [abs(a - b) for a in days_of(one) for b in days_of(other)]
    assert one.distance(other) == DayBounds(least=min(gaps), most=max(gaps)) == other.distance(one)


@given(one=uncertain(), other=uncertain())
def test_days_until_is_tight_and_turns_round(one, other):
    steps = [b - a for a in days_of(one) for b in days_of(other)]
    assert one.days_until(other) == DayBounds(least=min(steps), most=max(steps))
    assert other.days_until(one) == DayBounds(least=-max(steps), most=-min(steps))


@given(one=uncertain(soft=True), other=uncertain(soft=True))
def test_soft_bounds_never_settle_more(one, other):
    hard = (
        attrs.evolve(one, approximate=False, uncertain=False),
        attrs.evolve(other, approximate=False, uncertain=False),
    )
    for name in ("before", "after", "overlaps"):
        answer = getattr(one, name)(other)
        assert answer in (None, getattr(hard[0], name)(hard[1]))


@pytest.mark.parametrize(
    ("other", "before", "after", "overlaps"),
    [
        (date(2023, 5, 31), False, True, False),
        (date(2023, 6, 1), False, None, None),
        (date(2023, 6, 15), None, None, None),
        (date(2023, 6, 30), None, False, None),
        (date(2023, 7, 1), True, False, False),
        (UncertainDate.of_month(2023, 6), None, None, None),
        (Period.exact(date(2023, 6, 1), date(2023, 6, 30)), False, False, True),
        (Period.exact(date(2023, 6, 2), date(2023, 6, 30)), None, False, None),
        (Period(start=None, end=UncertainDate.of_year(2022)), False, True, False),
        (Period(start=UncertainDate.of_year(2022), end=None), False, False, True),
        (Period(start=None, end=None), False, False, True),
    ],
)
def test_a_month_against_others(other, before, after, overlaps):
    assert (JUNE.before(other), JUNE.after(other), JUNE.overlaps(other)) == (before, after, overlaps)


def test_an_exact_day_is_on_itself():
    one = UncertainDate.exact(ORIGIN)
    assert (one.before(ORIGIN), one.after(ORIGIN), one.overlaps(ORIGIN)) == (False, False, True)
    assert one.distance(ORIGIN) == DayBounds(least=0, most=0)


def test_an_approximate_month_reaches_as_far_again_to_either_side():
    december = parse_edtf("2018-12~")
    assert december.before(date(2019, 1, 31)) is None
    assert december.before(date(2019, 2, 1)) is True
    assert december.after(date(2018, 10, 30)) is True
    assert december.after(date(2018, 10, 31)) is None


def test_a_doubted_date_settles_nothing():
    doubted = parse_edtf("2018?")
    assert isinstance(doubted, UncertainDate)
    assert doubted.before(date(2023, 1, 1)) is None
    assert doubted.overlaps(date(2018, 1, 1)) is None
    assert doubted.distance(date(2023, 1, 1)) == DayBounds(least=0, most=None)
    assert doubted.days_until(date(2023, 1, 1)) == DayBounds(least=None, most=None)
    assert Period(start=doubted, end=None).contains(date(2023, 1, 1)) is None
    assert Period(start=None, end=doubted).contains(date(2010, 1, 1)) is None


def test_candidates_leave_the_days_between_out():
    either = UncertainDate.either([date(2023, 1, 5), date(2023, 5, 1)])
    assert either.may_be(date(2023, 5, 1))
    assert not either.may_be(date(2023, 3, 1))
    assert either.distance(date(2023, 3, 1)) == DayBounds(least=55, most=61)


def test_an_end_that_is_not_known_is_not_an_open_end():
    unknown = parse_edtf("2018-12/")
    assert isinstance(unknown, Period)
    assert unknown.contains(date(2024, 1, 1)) is None
    assert Period(start=UncertainDate.of_month(2018, 12), end=None).contains(date(2024, 1, 1)) is True
    assert unknown.distance(date(2024, 1, 1)).most is not None
    assert UncertainDate.between(ORIGIN, date.max).distance(ORIGIN) == DayBounds(least=0, most=None)
    assert UncertainDate.between(ORIGIN, date.max).days_until(ORIGIN) == DayBounds(least=None, most=0)
    assert UncertainDate.between(date.min, ORIGIN).days_until(ORIGIN) == DayBounds(least=0, most=None)


def test_the_bounds_of_a_period():
    since = Period(start=UncertainDate.of_month(2018, 12), end=None)
    assert (since.earliest, since.latest) == (date(2018, 12, 1), None)
    until = parse_edtf("/2018-12")
    assert (until.earliest, until.latest) == (None, date(2018, 12, 31))
    assert parse_edtf("2018/").latest is None
    assert parse_edtf("../2018").earliest is None


@pytest.mark.parametrize(
    ("build", "cause"),
    [
        (lambda: UncertainDate.between(day(1), day(0)), "must not end before it begins"),
        (lambda: UncertainDate(earliest=datetime(2020, 1, 1), latest=day(0)), "earliest must be a date"),  # noqa: DTZ001  # a naive time on purpose
        (lambda: UncertainDate(earliest=day(0), latest="2020-01-01"), "latest must be a date"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda: UncertainDate(earliest=day(0), latest=day(9), candidates=(day(0),)), "candidates must be"),
        (lambda: UncertainDate(earliest=day(0), latest=day(9), candidates=(day(9), day(0))), "candidates must be"),
        (lambda: UncertainDate(earliest=day(0), latest=day(9), candidates=(day(1), day(9))), "candidates must be"),
        (lambda: UncertainDate.either([]), "needs a day"),
        (lambda: UncertainDate.either(map(day, range(367))), "candidates must be"),
        (lambda: Period.exact(day(1), day(0)), "must not end before it begins"),
    ],
)
def test_what_cannot_be_is_refused(build, cause):
    with pytest.raises(ParseError, match=cause):
        build()


def test_a_year_of_candidates_is_not_too_many():
    assert len(UncertainDate.either(map(day, range(366))).candidates) == 366


def test_one_candidate_is_an_exact_day():
    assert UncertainDate.either([day(3), day(3)]) == UncertainDate.exact(day(3))


def test_a_period_whose_ends_may_touch_is_allowed():
    assert (
        str(Period(start=UncertainDate.of_month(2023, 6), end=UncertainDate.exact(date(2023, 6, 1))))
        == "2023-06/2023-06-01"
    )


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        (UncertainDate.exact(ORIGIN), True),
        (UncertainDate.of_month(2023, 6), False),
        (UncertainDate.between(ORIGIN, ORIGIN, approximate=True), False),
        (UncertainDate(earliest=ORIGIN, latest=ORIGIN, uncertain=True), False),
    ],
)
def test_exact(value, exact):
    assert value.is_exact is exact


def test_how_it_was_read_is_no_part_of_equality():
    read = UncertainDate.exact(ORIGIN, caveats=("date.day_number",), raw="43831")
    assert read == UncertainDate.exact(ORIGIN)
    assert hash(read) == hash(UncertainDate.exact(ORIGIN))
    assert read != UncertainDate.between(ORIGIN, ORIGIN, approximate=True)
    assert read != "2020-01-01"


def test_day_bounds():
    assert (DayBounds(least=1, most=1).is_exact, DayBounds(least=None, most=None).is_exact) == (True, False)
    assert [str(DayBounds(least=least, most=most)) for least, most in ((1, 1), (None, 2), (None, None))] == [
        "1",
        "..2",
        "..",
    ]


@given(value=uncertain(soft=True) | period())
def test_nothing_is_lost_on_the_way(value):
    for same in (
        pickle.loads(pickle.dumps(value)),
        copy.deepcopy(value),
        from_plain(to_plain(value), type(value)),
        eval(repr(value), {"UncertainDate": UncertainDate, "Period": Period, "datetime": __import__("datetime")}),  # noqa: S307  # our own repr
    ):
        assert (same, same.raw, same.caveats) == (value, value.raw, value.caveats)


def test_values_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        JUNE.earliest = ORIGIN  # type: ignore[misc]  # wrong on purpose
    with pytest.raises(AttributeError):
        Period(start=None, end=None).extra = 1  # type: ignore[attr-defined]  # wrong on purpose


def test_a_whole_stretch():
    early = UncertainDate.between(
        date(2023, 1, 1), date(2023, 3, 31), approximate=True, caveats=("date.early",), raw="x"
    )
    stretch = early.as_period()
    assert (str(stretch), stretch.raw, stretch.caveats) == ("2023-01-01~/2023-03-31~", "x", ("date.early",))


@pytest.mark.parametrize(
    ("value", "year", "month"),
    [
        (UncertainDate.exact(date(2023, 1, 5)), 2023, 1),
        (UncertainDate.of_month(2023, 2), 2023, 2),
        (UncertainDate.of_year(2023), 2023, None),
        (UncertainDate.between(date(2022, 12, 31), date(2023, 1, 1)), None, None),
        (UncertainDate.between(date(2022, 1, 31), date(2023, 1, 1)), None, None),
        (UncertainDate.either([date(2023, 1, 5), date(2023, 5, 1)]), 2023, None),
        (UncertainDate.between(date(2023, 1, 1), date(2023, 1, 31), approximate=True), None, None),
        (UncertainDate(earliest=date(2023, 1, 1), latest=date(2023, 1, 31), uncertain=True), None, None),
    ],
)
def test_the_year_and_the_month_are_known_or_none(value, year, month):
    assert (year, month) == (value.year, value.month)
