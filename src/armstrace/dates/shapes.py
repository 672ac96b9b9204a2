"""The plain shapes of a date: numbers, or numbers and the name of a month, as offices and programs write them.

>>> for text in ("2021-11-18", "18/11/2021 14:30 hrs", "18 de noviembre de 2021", "18NOV2021", "18-XI-2021"):
...     print(plain_date(text, dayfirst=True, centuries=Centuries()))
2021-11-18
2021-11-18
2021-11-18
2021-11-18
2021-11-18

A phrase has no plain shape; `armstrace.dates.prose` reads those:

>>> plain_date("since 2018", dayfirst=None, centuries=Centuries()) is None
True
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import attrs

from armstrace import _normalize
from armstrace.dates import calendar as _calendar
from armstrace.dates.centuries import BOTH_CENTURIES, Centuries
from armstrace.dates.clock import without_time
from armstrace.dates.numeric import ORDER_UNKNOWN, NumericDate
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Sequence

_HINT = "such as 2023-01-05, 05/01/2023, 5-ene-23, jun-2023"
_DIGITS_ONLY = re.compile(r"[0-9][0-9./ -]*")
_OPEN_NUMBERS = (
    (re.compile(r"[0-9]{6}"), "six digits, whose order is not known", "date.six_digits"),
    (
        re.compile(r"[0-9]{5}(?:[.,][0-9]{1,12})?"),
        "a number that may be a day of a spreadsheet, which nothing beside it shows",
        "date.bare_number",
    ),
    (re.compile(r"(?:[0-9]|[0-2][0-9]|3[01])/(?:[0-9]|[0-2][0-9]|3[01])"), "a date without a year", "date.no_year"),
)
# 1º/03/2019, whose sign has become a letter
_FIRST_OF = re.compile(r"\A1[o°]([-/.])")
_SPACED = re.compile(r"\A([0-9]+) ?([-/.]) ?([0-9]+) ?\2 ?([0-9]+)\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:\.0)?")
_MONTH_ONLY = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{4})")
_YEAR_ONLY = re.compile(r"([0-9]{4})(?:\.0)?")
_DAY_UNSTATED = re.compile(r"(?:xx|\?\?|__|--)[-/.]([0-9]{1,2})[-/.]([0-9]{4})", re.IGNORECASE)

_WEEKDAY_BESIDE = re.compile(
    r"([^\W\d_]+)(?:-feira)?[.,]? ?([0-9][0-9./-]*)|([0-9][0-9./-]*),? ?\(?([^\W\d_]+)(?:-feira)?\.?", re.IGNORECASE
)

_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")
_NOT_IN_WORDS = re.compile(r"[^\w .,/'°()-]|_")
# small words of a written-out day, of three languages and of deeds: "a los 5 días del mes de marzo del año 2019"
_FILLERS = frozenset(
    ("de", "del", "do", "of", "the", "el", "on", "em", "st", "nd", "rd", "th", "o", "ro", "er", "feira", "dia",
     "mes", "ano", "year", "day")
)  # fmt: skip
_OPEN = frozenset((BOTH_CENTURIES, ORDER_UNKNOWN))
# day 0 of spreadsheets and databases, and their last day
_EMPTY = frozenset(
    ("1899-12-30", "1899-12-31", "1900-01-00", "0000-00-00", "9999-12-31", "12/30/1899", "30/12/1899", "1/0/1900",
     "0/1/1900", "00/01/1900", "01/00/1900", "31/12/9999", "12/31/9999", "00/00/0000")
)  # fmt: skip
_FIRST = frozenset(("primero", "first", "primeiro"))


def plain_date(text: str, *, dayfirst: bool | None, centuries: Centuries) -> UncertainDate | None:
    """The day, month or year that *text* states in a plain shape; None if it has none.

    Args:
        text: The text, tidied.
        dayfirst: True if ``05/01/2023`` means 5 January; None leaves both days.
        centuries: The evidence for years of two digits.

    Raises:
        ParseError: The text has such a shape, but its day is not in the calendar or its year is missing.
    """
    cell, caveats = without_time(text)
    bare = cell.rstrip(" ?)(").lstrip("(¿ ")
    doubted = "?" in cell[len(bare) :]
    if bare[1:2] in ("o", "°"):
        bare, ordinals = _FIRST_OF.subn(r"1\1", bare)
        dayfirst = True if ordinals else dayfirst
    if bare in _EMPTY:
        raise ParseError("what a program writes for an empty date", code="date.empty_value", text=text)
    if _DIGITS_ONLY.fullmatch(bare):
        bare = _SPACED.sub(r"\1\2\3\2\4", bare) if " " in bare else bare
        value = _of_digits(bare, dayfirst, centuries)
    else:
        value = _of_words(bare, centuries) or _of_weekday_and_digits(bare, dayfirst, centuries)
    if value is not None and (caveats or doubted):
        value = attrs.evolve(
            value, uncertain=value.uncertain or doubted, caveats=tuple(dict.fromkeys((*value.caveats, *caveats)))
        )
    return value


def _of_digits(cell: str, dayfirst: bool | None, centuries: Centuries) -> UncertainDate | None:
    """The date of a cell of digits: ``2021-11-18``, ``20211118``, ``11/2021``, ``2021``; None for other numbers."""
    numeric = NumericDate.match(cell)
    if numeric:
        return numeric.read(dayfirst=dayfirst, centuries=centuries)
    found = _YEAR_FIRST.fullmatch(cell)
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]), cell)
    found = _COMPACT.fullmatch(cell)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]), cell)
    for pattern, cause, code in _OPEN_NUMBERS:
        if pattern.fullmatch(cell):
            raise ParseError(cause, code=code, text=cell, hint=_HINT)
    return _year_or_month(cell)


def _year_or_month(cell: str) -> UncertainDate | None:
    """The year ``2021`` or the month ``11/2021`` of a cell of digits; None for other numbers."""
    found = _YEAR_ONLY.fullmatch(cell)
    if found:
        if int(found[1]) == 0:
            raise _calendar.no_such_day(cell)
        return UncertainDate.of_year(int(found[1]))
    found = _MONTH_ONLY.fullmatch(cell)
    if not found:
        return None
    year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
    if cell[4:5] == "/" and int(month) == (int(year) + 1) % 100 and len(month) == 2:
        # 2010/11: November of 2010, or the two years
        return UncertainDate.between(
            date(int(year), 1, 1), date(int(year) + 1, 12, 31), caveats=("date.month_or_years",)
        )
    return _month((int(year),), int(month), cell)


def _of_words(cell: str, centuries: Centuries) -> UncertainDate | None:
    """The date of a cell with the name of a month, such as ``5-ene-23``; None if it has no such name or several."""
    if _NOT_IN_WORDS.search(cell):
        return _of_unstated_day(cell)
    folded = cell.lower() if cell.isascii() else _normalize.casefold(cell)
    words = _WORDS.findall(folded)
    months, weekdays = _calendar.all_months(), _calendar.weekday_words()
    weekday, named, parts = None, 0, list[str]()
    for index, word in enumerate(words, start=1):
        if word in _FILLERS:
            continue
        # "mar" is March, and Tuesday where a month follows
        if word in weekdays and weekday is None and (word not in months or _has_month(words[index:])):
            weekday = weekdays[word]
        elif word in months:
            if named:
                return None
            named = months[word]
            parts.append("m")
        else:
            parts.append("1" if word in _FIRST else word)
    if not named:
        return _of_unstated_day(cell)
    value = _placed(parts, named, cell, centuries)
    if value is not None and weekday is not None:
        return _beside_weekday(value, weekday)
    return value


def _of_unstated_day(cell: str) -> UncertainDate | None:
    """The month of a date whose day is written as unknown, ``XX/03/2019``; None for other cells."""
    found = _DAY_UNSTATED.fullmatch(cell)
    return _month((int(found[2]),), int(found[1]), cell) if found else None


def _of_weekday_and_digits(cell: str, dayfirst: bool | None, centuries: Centuries) -> UncertainDate | None:
    """The date of three numbers with its weekday in front or behind: ``martes 05/03/2019``; None for other cells."""
    found = _WEEKDAY_BESIDE.fullmatch(cell)
    weekday = found and _calendar.weekday_words().get(_normalize.casefold(found[1] or found[4]))
    if not found or not weekday:
        return None
    value = _of_digits(found[2] or found[3], dayfirst, centuries)
    return None if value is None else _beside_weekday(value, weekday)


def _has_month(words: Sequence[str]) -> bool:
    months = _calendar.all_months()
    return any(word in months for word in words)


def _beside_weekday(value: UncertainDate, weekday: int) -> UncertainDate | None:
    """*value* with the weekday that the text states: it settles an open century, or it disagrees.

    None if the value is no day.
    """
    if value.earliest != value.latest and not value.candidates:
        return None
    days = value.candidates or (value.earliest,)
    agreeing = [day for day in days if day.isoweekday() == weekday]
    if len(agreeing) == len(days):
        return value
    if agreeing:
        caveats = tuple(code for code in value.caveats if code not in _OPEN or agreeing[1:])
        caveats = (*caveats, "date.settled_by_weekday")
        return UncertainDate.either(agreeing, caveats=caveats)
    return attrs.evolve(value, uncertain=True, caveats=(*value.caveats, "date.weekday_disagrees"))


def _placed(parts: list[str], month: int, cell: str, centuries: Centuries) -> UncertainDate | None:
    """The date that *parts* give: ``m`` for the month that is named, and the numbers before and after it.

    *month* is its number. ``['5', 'm', '2023']`` with month 1 is 5 January 2023. None for other parts.
    """
    shape = ["m" if part == "m" else len(part) if part.isdigit() else 0 for part in parts]
    match shape:
        case [1 | 2, "m", 2 | 4]:
            day, year = parts[0], parts[2]
        case ["m", 1 | 2, 2 | 4]:
            day, year = parts[1], parts[2]
        case [4, "m", 1 | 2]:
            year, day = parts[0], parts[2]
        case [4, 1 | 2, "m"]:
            year, day = parts[0], parts[1]
        case ["m", 4] | [4, "m"]:
            return _month((int(parts[shape.index(4)]),), month, cell)
        case ["m", 2] if " " not in cell.replace(" '", "'"):
            # how spreadsheets show a month: jun-23
            value = _month(centuries.years(parts[1]), month, cell)
            perhaps_day = ("date.month_and_year",) if 1 <= int(parts[1]) <= 31 and "'" not in cell else ()
            return attrs.evolve(value, caveats=(*centuries.caveats(parts[1]), *perhaps_day))
        case ["m"] | ["m", 1 | 2] | [1 | 2, "m"]:
            raise ParseError("a date without a year", code="date.no_year", text=cell, hint=_HINT)
        case _:
            return None
    found = [_calendar.day(full, month, int(day)) for full in centuries.years(year)]
    days = [day for day in found if day is not None]
    if not days:
        raise _calendar.no_such_day(cell)
    return UncertainDate.either(days, caveats=centuries.caveats(year))


def _day(year: int, month: int, number: int, cell: str) -> UncertainDate:
    found = _calendar.day(year, month, number)
    if found is None:
        raise _calendar.no_such_day(cell)
    return UncertainDate.exact(found)


def _month(years: tuple[int, ...], month: int, cell: str) -> UncertainDate:
    """The month in the one year, or some day from that month of the first year to that of the last."""
    if not 1 <= month <= 12:
        raise ParseError("no such month in the calendar", code="date.no_such_month", text=cell)
    if 0 in years:
        raise _calendar.no_such_day(cell)
    first, last = UncertainDate.of_month(years[0], month), UncertainDate.of_month(years[-1], month)
    return UncertainDate.between(first.earliest, last.latest)
