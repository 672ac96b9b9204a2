"""Dates of three numbers, such as ``05/01/2023`` or ``5/25/21``: which days they can mean, and in which order."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.dates import calendar as _calendar
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

ORDER_IMPOSSIBLE = "date.order_impossible"
ORDER_UNKNOWN = "date.order_unknown"
# earlier and later years in records of weapons are slips of the pen
YEARS = range(1800, 2200)

_TRIPLE = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")


@frozen
class NumericDate:
    """A date of three numbers, such as ``05/01/2023``, and the day that it means in each possible order.

    Attributes:
        text: The three numbers as written.
        separator: What stands between them.
        padded: True if a zero stands in front of a day or month below 10; None if neither is below 10.
        year_digits: 2 or 4.
        day_first: The day if the first number is the day; None if the calendar has no such day.
        month_first: The day if the first number is the month.
        year_first: The day if the first number is the year, which only two digits and hyphens suggest.
    """

    text: str
    separator: str
    padded: bool | None
    year_digits: int
    day_first: date | None
    month_first: date | None
    year_first: date | None

    @classmethod
    def match(cls, text: str) -> NumericDate | None:
        """*text* as a date of three numbers; None if it is not of that form."""
        found = _TRIPLE.fullmatch(text)
        if not found:
            return None
        first, separator, second, last = found.groups()
        year, left, right = _calendar.full_year(last), int(first), int(second)
        below_ten = [number for number in (first, second) if int(number) < 10]
        hyphens = separator == "-" and len(first) == len(second) == len(last) == 2
        return cls(
            text=text,
            separator=separator,
            padded=all(len(number) == 2 for number in below_ten) if below_ten else None,
            year_digits=len(last),
            day_first=_calendar.day(year, right, left),
            month_first=_calendar.day(year, left, right),
            year_first=_calendar.day(_calendar.full_year(first), right, int(last)) if hyphens else None,
        )

    @property
    def settled(self) -> bool | None:
        """True if only the order with the day first gives a day of the calendar, False if only the other order does.

        None if both orders or neither give one.
        """
        if (self.day_first is None) == (self.month_first is None):
            return None
        return self.day_first is not None

    def read(self, *, dayfirst: bool | None) -> UncertainDate:
        """The date with the day first (*dayfirst* is true) or the month first; None leaves all possible days.

        If the given order gives no day of the calendar, the other order is used.

        Raises:
            ParseError: No order gives a day of the calendar.
        """
        ordered = {True: self.day_first, False: self.month_first, None: None}[dayfirst]
        days = set(self._days()) if ordered is None else {ordered}
        if not days:
            raise _calendar.no_such_day(
                self.text,
                hint="neither day first nor month first",
            )
        if any(day.year not in YEARS for day in days):
            cause = f"a year outside {YEARS.start} to {YEARS.stop - 1}"
            raise ParseError(cause, code="date.year_outside", text=self.text)
        caveats = [_calendar.TWO_DIGIT_YEAR] if self.year_digits == 2 else []
        if dayfirst is not None and ordered is None:
            caveats.append(ORDER_IMPOSSIBLE)
        if len(days) > 1:
            caveats.append(ORDER_UNKNOWN)
        return UncertainDate.either(days, caveats=tuple(caveats), raw=self.text)

    def _days(self) -> Iterator[date]:
        for day in (self.day_first, self.month_first, self.year_first):
            if day is not None:
                yield day
