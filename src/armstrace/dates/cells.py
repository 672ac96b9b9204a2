"""One cell of a table as a date, and the order of day and month by the evidence of a whole column.

A cell holds a day or a month and nothing else, written by a person, a database or a spreadsheet:

>>> for cell in ("2021-11-18", "18 de noviembre de 2021", "05-ene-23", "Jan 17, 2012 12:00:00 AM", "jun-23", "45120"):
...     print(read_cell(cell, dayfirst=True))
2021-11-18
2021-11-18
2023-01-05
2012-01-17
2023-06
2023-07-13

Whether ``2/6/19`` is in February or in June the cell does not say. The caller does, by *dayfirst*; None leaves both:

>>> print(read_cell("2/6/19", dayfirst=True), read_cell("2/6/19", dayfirst=None))
2019-06-02 [2019-02-06,2019-06-02]

Policy
    - An order that gives no day of the calendar is not followed: ``5/25/21`` is 25 May in a day-first column too, and
      the value shows the caveat ``date.order_impossible``.
    - A year of two digits is 1969 to 2068, always (``date.two_digit_year``).
    - A bare number is a spreadsheet's day number (1900 system) if it falls in 1950 to 2099 (``date.day_number``).
    - A time of day is dropped; it never moves the day.
    - ``31/02/2023`` is an error, not 3 March.

Which order a column follows can often be told by its other cells: see `armstrace.dates.column_order`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import attrs

from armstrace import _normalize
from armstrace.dates import calendar as _calendar
from armstrace.dates.edtf import parse_edtf
from armstrace.dates.numeric import YEARS, NumericDate
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

_LONGEST = 64
_HINT = "such as 2023-01-05, 05/01/2023, 5-ene-23, jun-2023"
_TIME = re.compile(
    r"(?<=[0-9])(?:T|, | )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    r"(?: ?[ap]\.? ?m\.?)?(?: ?(?:z|utc|gmt|h|hrs?\.?|horas|[+-][0-9]{2}:?[0-9]{2}))?\Z",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:\.0)?")
_MONTH_ONLY = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})|([0-9]{1,2})[-/]([0-9]{4})")
_YEAR_ONLY = re.compile(r"([0-9]{4})(?:\.0)?")
_DAY_NUMBER = re.compile(r"([0-9]{5})(?:[.,][0-9]{1,12})?")

# day 1 was 1 January 1900 in Lotus, which took 1900 for a leap year; from 1 March 1900 this origin holds
_ORIGIN = date(1899, 12, 30)
_DAY_NUMBERS = range((date(1950, 1, 1) - _ORIGIN).days, (date(2100, 1, 1) - _ORIGIN).days)

_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")
_NOT_IN_WORDS = re.compile(r"[^\w .,/'°-]|_")
_FILLERS = frozenset(("de", "del", "do", "of", "the", "el", "st", "nd", "rd", "th", "o", "ro", "er"))
_FIRST = frozenset(("primero", "first", "primeiro"))


def read_cell(text: str, *, dayfirst: bool | None) -> UncertainDate:
    """The day or month that a cell states.

    Args:
        text: The cell.
        dayfirst: True if ``05/01/2023`` means 5 January; None if nobody knows, and both days stay candidates.

    Raises:
        ParseError: The cell holds no date, more than a date, or a day that the calendar has not.
    """
    # no cell that holds a date and a time is longer
    cell = _TIME.sub("", _normalize.tidy(text)) if len(text) <= _LONGEST else ""
    try:
        numeric = NumericDate.match(cell)
        value = numeric.read(dayfirst=dayfirst) if numeric else _digits(cell) or _words(cell) or _edtf(cell)
    except ParseError as error:
        # the cell as it came, not as it was tidied
        raise ParseError(error.cause, code=error.code, text=text, hint=error.hint) from None
    return attrs.evolve(value, raw=text)


def _digits(cell: str) -> UncertainDate | None:
    """The date of a cell of digits: ``2021-11-18``, ``20211118``, ``11/2021``, ``2021``, or a spreadsheet's ``44518``.

    None if the cell has none of these forms.
    """
    found = _YEAR_FIRST.fullmatch(cell)
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]), cell)
    found = _COMPACT.fullmatch(cell)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]), cell)
    found = _MONTH_ONLY.fullmatch(cell)
    if found:
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        return _month(int(year), int(month), cell)
    found = _YEAR_ONLY.fullmatch(cell)
    if found:
        return UncertainDate.of_year(_plausible(int(found[1]), cell))
    found = _DAY_NUMBER.fullmatch(cell)
    if not found:
        return None
    if int(found[1]) not in _DAY_NUMBERS:
        raise ParseError(
            "a number that is no day of 1950 to 2099 in a spreadsheet", code="date.no_day_number", text=cell
        )
    return UncertainDate.exact(_ORIGIN + timedelta(days=int(found[1])), caveats=("date.day_number",))


def _words(cell: str) -> UncertainDate | None:
    """The date of a cell with the name of a month, such as ``5-ene-23``; None if it has no such name or several."""
    if _NOT_IN_WORDS.search(cell):
        return None
    words = [_normalize.casefold(word) for word in _WORDS.findall(cell)]
    months, weekdays = _calendar.months(), _calendar.weekdays()
    weekday = None
    # "mar" is March, and Tuesday where a month follows
    if words and words[0] in weekdays and any(word in months for word in words[1:]):
        weekday = weekdays[words.pop(0)]
    named = [months[word] for word in words if word in months]
    if len(named) != 1:
        return None
    parts = ["1" if word in _FIRST else "m" if word in months else word for word in words if word not in _FILLERS]
    value = _placed(parts, named[0], cell)
    if weekday is not None and value.is_exact and value.earliest.isoweekday() != weekday:
        return attrs.evolve(value, uncertain=True, caveats=(*value.caveats, "date.weekday_disagrees"))
    return value


def _placed(parts: list[str], month: int, cell: str) -> UncertainDate:
    """The date that *parts* give: ``m`` for the month that is named, and the numbers before and after it.

    *month* is its number. ``['5', 'm', '2023']`` with month 1 is 5 January 2023.
    """
    shape = ["m" if part == "m" else len(part) if part.isdigit() else 0 for part in parts]
    match shape:
        case [1 | 2, "m", 2 | 4 as digits]:
            day, year = parts[0], parts[2]
        case ["m", 1 | 2, 2 | 4 as digits]:
            day, year = parts[1], parts[2]
        case [4 as digits, "m", 1 | 2]:
            year, day = parts[0], parts[2]
        case ["m", 4 as digits] | [4 as digits, "m"]:
            return _month(int(parts[shape.index(4)]), month, cell)
        case ["m", 2] if " " not in cell.replace(". ", "."):
            # how spreadsheets show a month: jun-23
            value = _month(_calendar.full_year(parts[1]), month, cell)
            return attrs.evolve(value, caveats=(_calendar.TWO_DIGIT_YEAR,))
        case ["m"] | ["m", 1 | 2] | [1 | 2, "m"]:
            raise ParseError("a date without a year", code="date.no_year", text=cell, hint=_HINT)
        case _:
            raise ParseError("no date", code="date.none", text=cell, hint=_HINT)
    value = _day(_calendar.full_year(year), month, int(day), cell)
    return attrs.evolve(value, caveats=(_calendar.TWO_DIGIT_YEAR,)) if digits == 2 else value


def _edtf(cell: str) -> UncertainDate:
    try:
        value = parse_edtf(cell)
    except ParseError:
        raise ParseError("no date", code="date.none", text=cell, hint=_HINT) from None
    if not isinstance(value, UncertainDate):
        raise ParseError("a stretch of time where a day was expected", code="date.period", text=cell)
    return value


def _day(year: int, month: int, number: int, cell: str) -> UncertainDate:
    found = _calendar.day(_plausible(year, cell), month, number)
    if found is None:
        raise _calendar.no_such_day(cell)
    return UncertainDate.exact(found)


def _month(year: int, month: int, cell: str) -> UncertainDate:
    if not 1 <= month <= 12:
        raise ParseError("no such month in the calendar", code="date.no_such_month", text=cell)
    return UncertainDate.of_month(_plausible(year, cell), month)


def _plausible(year: int, cell: str) -> int:
    if year not in YEARS:
        cause = f"a year outside {YEARS.start} to {YEARS.stop - 1}"
        raise ParseError(cause, code="date.year_outside", text=cell)
    return year
