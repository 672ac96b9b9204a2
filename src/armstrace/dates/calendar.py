"""Month names, weekday names, two-digit years: what the reader of cells and the reader of prose share."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

from armstrace import _normalize, _tables
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Mapping

# POSIX, strptime: 69-99 are 1969-1999 and 00-68 are 2000-2068. Fixed, because a pivot that moves with the clock reads
# one file differently in two years.
PIVOT = 69
TWO_DIGIT_YEAR = "date.two_digit_year"


def full_year(digits: str) -> int:
    """The year that two or four digits mean; of two digits, 69 to 99 are 1969 to 1999, and 00 to 68 are 2000 to 2068.

    >>> full_year("68"), full_year("69"), full_year("2023")
    (2068, 1969, 2023)
    """
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= PIVOT else 2000)


def day(year: int, month: int, number: int) -> date | None:
    """The day *number* of a month; None if the calendar has no such day.

    >>> day(2024, 2, 29), day(2023, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return date(year, month, number)
    except ValueError:
        return None


def no_such_day(text: str, *, hint: str = "") -> ParseError:
    """The error for *text*, which names a day that is not in the calendar."""
    return ParseError("no such day in the calendar", code="date.no_such_day", text=text, hint=hint)


@functools.cache
def months(language: str | None = None, *, full: bool = False) -> Mapping[str, int]:
    """The numbers of the months by their names, without accents and in lower case: ``ene`` and ``january`` give 1.

    Args:
        language: Of that language only.
        full: Without abbreviations.

    >>> months()["ene"], months("en").get("ene")
    (1, None)
    """
    return _names("dates/months.csv", language, full=full)


@functools.cache
def weekdays(language: str | None = None, *, full: bool = False) -> Mapping[str, int]:
    """The numbers of the weekdays by their names, Monday 1; the arguments are those of `months`."""
    return _names("dates/weekdays.csv", language, full=full)


def _names(table: str, language: str | None, *, full: bool) -> Mapping[str, int]:
    return {
        _normalize.casefold(name): int(row["number"])
        for row in _tables.rows(table)
        if language in (None, row["language"])
        for position, name in enumerate(_tables.split(row["names"]))
        # abbreviations are shorter than any second full name, such as setiembre
        if not full or position == 0 or len(name) > 5
    }
