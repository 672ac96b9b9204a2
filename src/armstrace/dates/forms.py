"""Dates in a form that no office prescribes, written anew in a common one, with the caveat that says what was seen.

>>> rewritten("19_03_2019", None), rewritten("00/04/2016", None), rewritten("27deoctubrede2010", None)
(('19/03/2019', 'date.unusual_form'), ('04/2016', 'date.part_unknown'), ('27 de octubre de 2010', 'date.unusual_form'))

Six digits that may be a day as well as a month are left alone:

>>> rewritten("202003", None), rewritten("201203", None)
(('2020-03', 'date.unusual_form'), None)
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

UNUSUAL, UNKNOWN_PART = "date.unusual_form", "date.part_unknown"
# the errors after which another form is tried
CODES = frozenset(("date.none", "date.no_such_day", "date.no_such_month", "date.six_digits"))

_BLANK = r"(?:0?0|xx?|\?\??|__?|--?)"
_LONGEST = 40
_MONTHS = range(1, 13)


def rewritten(text: str, dayfirst: bool | None) -> tuple[str, str] | None:
    """The text in a common form and the code of the caveat; None if it has none of the forms or no day in one.

    Args:
        text: The text, tidied.
        dayfirst: True if the day stands before the month; None if it is not known.
    """
    if len(text) > _LONGEST:
        return None
    for pattern, write in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return write(found, dayfirst)
    return None


def _separated(found: re.Match[str], _: bool | None) -> tuple[str, str]:
    mark = "-" if len(found[1]) > 2 else "/"
    return mark.join((found[1], found[3], found[4])), UNUSUAL


def _unknown_first(found: re.Match[str], dayfirst: bool | None) -> tuple[str, str]:
    """The month and year, or the year: a day of an unknown month shows no more than the year."""
    known = found[2] and dayfirst is not False
    return (f"{found[2]}/{found[3]}" if known else found[3]), UNKNOWN_PART


def _unknown_second(found: re.Match[str], dayfirst: bool | None) -> tuple[str, str]:
    return (f"{found[1]}/{found[3]}" if dayfirst is False else found[3]), UNKNOWN_PART


def _unknown_after_year(found: re.Match[str], _: bool | None) -> tuple[str, str]:
    return (f"{found[1]}-{found[2]}" if found[2] else found[1]), UNKNOWN_PART


def _spaced_words(found: re.Match[str], _: bool | None) -> tuple[str, str]:
    return f"{found[1]} de {found[2]} de {found[3]}", UNUSUAL


def _time_group(found: re.Match[str], _: bool | None) -> tuple[str, str]:
    return f"{found[1]} {found[2]} {found[3]}", "date.time_dropped"


def _year_and_month(found: re.Match[str], _: bool | None) -> tuple[str, str] | None:
    # 20 is no month, so the two digits behind it are a month of a day, or part of the year
    may_be_day = int(found[1][2:]) in _MONTHS or int(found[2]) not in _MONTHS
    return None if may_be_day else (f"{found[1]}-{found[2]}", UNUSUAL)


def _compact(found: re.Match[str], _: bool | None) -> tuple[str, str]:
    return "/".join(found.groups()), UNUSUAL


def _year_day_month(found: re.Match[str], _: bool | None) -> tuple[str, str] | None:
    fits = int(found[2]) not in _MONTHS and int(found[3]) in _MONTHS
    return (f"{found[1]}-{found[3]}-{found[2]}", "date.order_impossible") if fits else None


def _day_of_year(found: re.Match[str], _: bool | None) -> tuple[str, str] | None:
    first = date(int(found[1]), 1, 1)
    day = first + timedelta(days=int(found[2]) - 1)
    return (day.isoformat(), UNUSUAL) if day.year == first.year else None


def _milliseconds(found: re.Match[str], _: bool | None) -> tuple[str, str]:
    return (date(1970, 1, 1) + timedelta(milliseconds=int(found[1]))).isoformat(), "date.time_dropped"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool | None], tuple[str, str] | None]], ...] = (
    (re.compile(r"([0-9]{4}|[0-9]{1,2}) ?(//|--|_|·|\||\\) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{1,2})"), _separated),
    (
        re.compile(rf"{_BLANK}([-/.])(?:{_BLANK}|(0?[1-9]|1[0-2]))\1([12][0-9]{{3}})", re.IGNORECASE),
        _unknown_first,
    ),
    (re.compile(rf"(0?[1-9]|1[0-2])([-/.]){_BLANK}\2([12][0-9]{{3}})", re.IGNORECASE), _unknown_second),
    (
        re.compile(rf"([12][0-9]{{3}})[-/.](?:{_BLANK}|(0[1-9]|1[0-2]))[-/.]{_BLANK}", re.IGNORECASE),
        _unknown_after_year,
    ),
    (re.compile(r"([0-9]{1,2})de([^\W\d_]{3,10}?)del?([0-9]{4})"), _spaced_words),
    (re.compile(r"([0-3][0-9])[0-2][0-9][0-5][0-9]Z?([A-Z]{3}) ?([0-9]{4}|[0-9]{2})"), _time_group),
    (re.compile(r"(20[0-9]{2})([0-9]{2})"), _year_and_month),
    (re.compile(r"([0-3][0-9])([0-3][0-9])((?:19|20)[0-9]{2})"), _compact),
    (re.compile(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})"), _year_day_month),
    (re.compile(r"([12][0-9]{3})-(00[1-9]|0[1-9][0-9]|[123][0-9]{2})"), _day_of_year),
    (re.compile(r"\\?/Date\(([0-9]{1,13})(?:[+-][0-9]{4})?\)\\?/?", re.IGNORECASE), _milliseconds),
)
