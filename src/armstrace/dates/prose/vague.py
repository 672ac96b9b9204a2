"""What vague words mean, from the one table of them, and parts of a unit: halves, quarters, first days."""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dateutil.relativedelta import relativedelta

from armstrace import _tables
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = timedelta(days=1)
# months in a unit that is made of whole months
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_UNITS = {months: unit for unit, months in MONTHS.items()}


class Span(NamedTuple):
    """The first and the last day of a unit of the calendar, and the name of the unit, such as ``month``."""

    first: date
    last: date
    unit: str


class _Meaning(NamedTuple):
    part: str
    first: str
    last: str
    soft: bool


@functools.cache
def _meanings() -> Mapping[tuple[str, str], _Meaning]:
    return {
        (row["word"], row["unit"]): _Meaning(row["part"], row["first"], row["last"], row["soft"] == "true")
        for row in _tables.rows("dates/vague.csv")
    }


@functools.lru_cache(maxsize=256)
def step(part: str, count: int) -> timedelta | relativedelta:
    """The time of *count* days, weeks or months, to be added to a day; *part* is ``day``, ``week`` or ``month``.

    >>> date(2024, 3, 31) + step("month", -1)
    datetime.date(2024, 2, 29)
    """
    if part == "month":
        return relativedelta(months=count)
    return timedelta(days=count * (7 if part == "week" else 1))


def narrowed(span: Span, word: str) -> tuple[Span, bool]:
    """The part of the span that a vague word such as ``end`` means, and True if its bounds are soft.

    >>> narrowed(Span(date(2018, 1, 1), date(2018, 12, 31), "year"), "end")[0][:2]
    (datetime.date(2018, 12, 1), datetime.date(2018, 12, 31))

    Raises:
        ParseError: The word means nothing definite of such a unit.
    """
    if span.unit == "day" and word in ("early", "late", "mid", "start", "end"):
        # a time of day: it is still that day
        return span, False
    meaning = _meanings().get((word, span.unit))
    if meaning is None:
        raise ParseError(f"what it means of a {span.unit} is not settled", code="date.vague_unsettled", text=word)
    if meaning.part == "date":
        first, last = (tuple(map(int, edge.split("-"))) for edge in (meaning.first, meaning.last))
        year = span.first.year
        return Span(date(year, *first), date(year + (last < first), *last), "season"), meaning.soft
    return run(span, int(meaning.first), int(meaning.last), meaning.part), meaning.soft


def clipped(span: Span, *, today: date, word: str) -> Span:
    """The part of the span up to *today* if *word* is ``earlier``, else the part from *today* on."""
    if word == "earlier":
        return Span(span.first, max(span.first, min(span.last, today)), "run")
    return Span(min(span.last, max(span.first, today)), span.last, "run")


def run(span: Span, first: int, last: int, part: str) -> Span:
    """The days, weeks or months (*part*) from number *first* to number *last* of the span.

    They are counted from 1, and from the end of the span if the number is negative.

    >>> run(Span(date(2023, 2, 1), date(2023, 2, 28), "month"), -8, -1, "day")[0]
    datetime.date(2023, 2, 21)

    Raises:
        ParseError: The span is not so long.
    """
    start = span.first + step(part, first - 1) if first > 0 else span.last + _DAY + step(part, first)
    end = span.first + step(part, last) if last > 0 else span.last + _DAY + step(part, last + 1)
    found = Span(start, end - _DAY, part if first == last else "run")
    if found.first < span.first or found.last > span.last:
        raise ParseError(
            f"the {span.unit} has not so many {part}s", code="date.no_such_part", text=str(max(abs(first), abs(last)))
        )
    return found


def nth_weekday(span: Span, number: int, weekday: int) -> Span:
    """The day of the *number*-th such weekday in the span, counted from the end if *number* is negative.

    Monday is 1.

    Raises:
        ParseError: The span has not so many.
    """
    if number > 0:
        found = span.first + timedelta(days=(weekday - span.first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        found = span.last - timedelta(days=(span.last.isoweekday() - weekday) % 7 - 7 * (number + 1))
    if not span.first <= found <= span.last:
        raise ParseError(
            f"the {span.unit} has not so many of that weekday", code="date.no_such_weekday", text=str(number)
        )
    return Span(found, found, "day")


def sliced(span: Span, count: int, number: int) -> Span:
    """The part *number* of the span if it is cut into *count* equal parts of whole months; -1 is the last part.

    A month is cut into halves only.

    >>> sliced(Span(date(2023, 1, 1), date(2023, 12, 31), "year"), 2, 1)[1]
    datetime.date(2023, 6, 30)

    Raises:
        ParseError: It cannot be cut like that.
    """
    if number == -1:
        number = count
    if not 1 <= number <= count:
        raise ParseError(f"no such part out of {count}", code="date.no_such_part", text=str(number))
    if span.unit == "month" and count == 2:
        middle = span.first.replace(day=15)
        return Span(span.first, middle, "run") if number == 1 else Span(middle + _DAY, span.last, "run")
    months = MONTHS.get(span.unit, 0)
    if months <= 1 or months % count:
        raise ParseError(f"the {span.unit} is not cut into {count}", code="date.no_such_part", text=str(number))
    size = months // count
    first = span.first + step("month", size * (number - 1))
    return Span(first, first + step("month", size) - _DAY, _UNITS.get(size, "run"))
