"""Month names, weekday names and days of the calendar: what the readers of cells and of prose share."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

from armstrace import _normalize, _tables
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Mapping


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


_ROMAN = dict(
    zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), range(1, 13), strict=True)
)


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
        # abbreviations are shorter than any second full name, such as setiembre; "sexta" is that of "sexta-feira"
        if not full or position == 0 or len(name) > (3 if row["language"] == "pt" else 5)
    }


@functools.cache
def all_months() -> Mapping[str, int]:
    """The numbers of the months by their names in every language, and by Roman numerals, as ``5-III-2019`` has them."""
    return {**_ROMAN, **months()}


@functools.cache
def weekday_words() -> Mapping[str, int]:
    """The numbers of the weekdays by their first words: ``segunda`` for ``segunda-feira``."""
    return {name.partition("-")[0]: number for name, number in weekdays().items()}
