"""One cell of a table as a date.

A cell holds a day, a month or a year, written by a person, a database or a spreadsheet:

>>> for cell in ("2021-11-18", "18 de noviembre de 2021", "Jan 17, 2012 12:00:00 AM", "jun-2023", "finales de 2018"):
...     print(read_cell(cell, dayfirst=True))
2021-11-18
2021-11-18
2012-01-17
2023-06
2018-12~

Whether ``2/6/2019`` is in February or in June the cell does not say. The caller does, by *dayfirst*; None leaves both:

>>> print(read_cell("2/6/2019", dayfirst=True), read_cell("2/6/2019", dayfirst=None))
2019-06-02 [2019-02-06,2019-06-02]

So it is with the century of ``68``, which the day of the file or the other years of the column settle:

>>> print(read_cell("15/06/68", dayfirst=True), read_cell("15/06/68", dayfirst=True, published=date(2024, 1, 24)))
[1968-06-15,2068-06-15] 1968-06-15

Policy
    - An order that gives no day of the calendar is not followed: ``5/25/2021`` is 25 May in a day-first column too, and
      the value shows the caveat ``date.order_impossible``.
    - A bare number such as ``44518`` is a spreadsheet's day number (1900 system, of 1950 to 2099) only if the caller
      knows that it stands in a column of dates (``date.day_number``).
    - A time of day never moves the day; unless it is midnight, ``date.time_dropped`` shows that there was one.
    - A stretch of some days gives the day within its bounds (``date.day_within_period``).
    - A day without a year is an error, unless all other cells of the column have the same year
      (``date.year_from_column``). So is ``31/02/2023``; it is not 3 March.

What the other cells of a column show is gathered by `armstrace.dates.column_order`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import attrs

from armstrace import _normalize
from armstrace.dates import forms
from armstrace.dates import reader as _reader
from armstrace.dates.centuries import Centuries
from armstrace.dates.numeric import YEARS
from armstrace.dates.shapes import plain_date
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError

_LONGEST = 120
_HINT = "such as 2023-01-05, 05/01/2023, 5-ene-23, jun-2023"
_DAY_NUMBER = re.compile(r"([0-9]{5})(?:[.,][0-9]{1,12})?")
# day 1 was 1 January 1900 in Lotus, which took 1900 for a leap year; from 1 March 1900 this origin holds
_ORIGIN = date(1899, 12, 30)
_DAY_NUMBERS = range((date(1950, 1, 1) - _ORIGIN).days, (date(2100, 1, 1) - _ORIGIN).days)


def read_cell(
    text: str,
    *,
    dayfirst: bool | None,
    published: date | UncertainDate | None = None,
    years: tuple[int, int] | None = None,
    day_numbers: bool = False,
) -> UncertainDate:
    """The day, month or year that a cell states.

    Args:
        text: The cell.
        dayfirst: True if ``05/01/2023`` means 5 January; None if nobody knows, and both days stay candidates.
        published: The day of the file; years of two digits are not later, and a later day shows
            ``date.after_publication``.
        years: The first and the last year of four digits in the column.
        day_numbers: True if the cell stands in a column of dates, where a bare number is a spreadsheet's day number.

    Raises:
        ParseError: The cell holds no date, more than a date, or a day that the calendar has not.
    """
    latest = published.latest if isinstance(published, UncertainDate) else published
    if isinstance(latest, datetime):
        latest = latest.date()
    # no cell that holds a date and a time is longer
    cell = _normalize.tidy(text) if len(text) <= _LONGEST else ""
    try:
        value = _read(cell, dayfirst, Centuries(latest=latest, column=years), day_numbers=day_numbers)
        # a bound at the edge of the calendar says that none is known
        if any(day.year not in YEARS for day in (value.earliest, value.latest) if day not in (date.min, date.max)):
            cause = f"a year outside {YEARS.start} to {YEARS.stop - 1}"
            raise ParseError(cause, code="date.year_outside", text=text)  # noqa: TRY301 - as of the readers below
    except ParseError as error:
        # the cell as it came, not as it was tidied
        raise ParseError(error.cause, code=error.code, text=text, hint=error.hint) from None
    if latest is not None and value.earliest > latest:
        return attrs.evolve(value, raw=text, caveats=(*value.caveats, "date.after_publication"))
    return attrs.evolve(value, raw=text)


def _read(cell: str, dayfirst: bool | None, centuries: Centuries, *, day_numbers: bool) -> UncertainDate:
    number = _DAY_NUMBER.fullmatch(cell)
    if number and (day_numbers or int(number[1]) not in _DAY_NUMBERS):
        return _day_number(int(number[1]), cell)
    try:
        value = plain_date(cell, dayfirst=dayfirst, centuries=centuries)
    except ParseError as error:
        if forms.rewritten(cell, dayfirst) is not None and error.code in forms.CODES:
            return _phrase(cell, dayfirst, centuries)
        if error.code != "date.no_year" or centuries.column is None or centuries.column[0] != centuries.column[1]:
            raise
        value = plain_date(f"{cell} {centuries.column[0]}", dayfirst=dayfirst, centuries=centuries)
        if value is None:
            raise
        return attrs.evolve(value, caveats=(*value.caveats, "date.year_from_column"))
    return _phrase(cell, dayfirst, centuries) if value is None else value


def _day_number(number: int, cell: str) -> UncertainDate:
    """The day of a spreadsheet's day number, such as ``44518``.

    Raises:
        ParseError: It is no such number.
    """
    if number not in _DAY_NUMBERS:
        cause = "a number that is no day of 1950 to 2099 in a spreadsheet"
        raise ParseError(cause, code="date.no_day_number", text=cell)
    return UncertainDate.exact(_ORIGIN + timedelta(days=number), caveats=("date.day_number",))


def is_day_number(cell: str) -> bool:
    """True if the cell is a bare number that is a day of 1950 to 2099 in a spreadsheet, such as ``44518``."""
    found = _DAY_NUMBER.fullmatch(cell.strip())
    return found is not None and int(found[1]) in _DAY_NUMBERS


def _phrase(cell: str, dayfirst: bool | None, centuries: Centuries) -> UncertainDate:
    """The date that a cell states in EDTF or in a phrase such as "finales de 2018"; of a stretch, the day within it."""
    try:
        value = _reader.PhraseReader(dayfirst=dayfirst).repaired(cell.strip(" ,;:.()"), None, centuries)
    except ParseError as error:
        if error.code == "date.none":
            raise ParseError("no date", code="date.none", text=cell, hint=_HINT) from None
        raise
    if isinstance(value, UncertainDate):
        return value
    return _within(value, cell)


def _within(period: Period, cell: str) -> UncertainDate:
    """The day within a period.

    Raises:
        ParseError: The period has no beginning or no end.
    """
    if period.earliest is None or period.latest is None or period.start is None or period.end is None:
        raise ParseError("a stretch of time where a day was expected", code="date.period", text=cell)
    caveats = (*period.caveats, *period.start.caveats, *period.end.caveats, "date.day_within_period")
    return UncertainDate(
        earliest=period.earliest,
        latest=period.latest,
        approximate=period.start.approximate or period.end.approximate,
        uncertain=period.start.uncertain or period.end.uncertain,
        caveats=tuple(dict.fromkeys(caveats)),
    )
