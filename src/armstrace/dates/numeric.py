"""Dates of three numbers, such as ``05/01/2023`` or ``5/25/21``: which days they can mean, and in which order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.dates import calendar as _calendar
from armstrace.dates.centuries import TWO_DIGIT_YEAR
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from datetime import date

    from armstrace.dates.centuries import Centuries

ORDER_IMPOSSIBLE = "date.order_impossible"
ORDER_UNKNOWN = "date.order_unknown"
# earlier and later years in records of weapons are slips of the pen
YEARS = range(1800, 2200)

_TRIPLE = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_GLUED = re.compile(r"([0-9]{2})()([0-9]{2})([0-9]{4})")


@frozen
class NumericDate:
    """A date of three numbers, such as ``05/01/2023``, whose order and century may be open.

    Attributes:
        text: The three numbers as written.
        separator: What stands between them; empty for ``05012023``.
        first: The digits of the first number.
        second: The digits of the second.
        last: The digits of the last, two or four.
    """

    text: str
    separator: str
    first: str
    second: str
    last: str

    @classmethod
    def match(cls, text: str) -> NumericDate | None:
        """*text* as a date of three numbers; None if it is not of that form."""
        found = _TRIPLE.fullmatch(text) or _GLUED.fullmatch(text)
        if not found:
            return None
        first, separator, second, last = found.groups()
        if not separator and int(text[:4]) in YEARS and _calendar.day(int(text[:4]), int(text[4:6]), int(text[6:])):
            # 20190305 has its year in front, 18012019 has not
            return None
        return cls(text, separator, first, second, last)

    @property
    def year_digits(self) -> int:
        """The number of digits of the year, 2 or 4."""
        return len(self.last)

    @property
    def padded(self) -> bool | None:
        """True if a zero stands in front of a day or month below 10; None if neither is below 10."""
        below_ten = [number for number in (self.first, self.second) if int(number) < 10]
        return all(len(number) == 2 for number in below_ten) if below_ten else None

    @property
    def is_palindrome(self) -> bool:
        """True if the day and the month have the same number, so that their order does not matter."""
        return int(self.first) == int(self.second)

    @property
    def settled(self) -> bool | None:
        """True if only the order with the day first gives a day of the calendar, False if only the other order does.

        None if both orders or neither give one.
        """
        # the year matters on 29 February only, and a leap year of two digits is one in either century but 1900
        year = int(self.last) if len(self.last) == 4 else 2000 + int(self.last)
        day_first, month_first = self._in_order(year, day_first=True), self._in_order(year, day_first=False)
        if (day_first is None) == (month_first is None):
            return None
        return day_first is not None

    def read(self, *, dayfirst: bool | None, centuries: Centuries) -> UncertainDate:
        """The date with the day first (*dayfirst* is true) or the month first; None leaves all possible days.

        If the given order gives no day of the calendar, the other orders are used.

        Raises:
            ParseError: No order gives a day of the calendar.
        """
        orders = self._orders(centuries)
        ordered = () if dayfirst is None else self._days(centuries.years(self.last), day_first=dayfirst)
        days = ordered or tuple(day for order in orders for day in order)
        if not days:
            raise _calendar.no_such_day(self.text, hint="neither day first nor month first")
        if any(day.year not in YEARS for day in days):
            cause = f"a year outside {YEARS.start} to {YEARS.stop - 1}"
            raise ParseError(cause, code="date.year_outside", text=self.text)
        caveats = list(centuries.caveats(self.last))
        if caveats and not any(len(order) > 1 for order in ([ordered] if ordered else orders)):
            # 99-12-31 has its year in front
            caveats = [TWO_DIGIT_YEAR]
        if dayfirst is not None and not ordered:
            caveats.append(ORDER_IMPOSSIBLE)
        if not ordered and len(orders) > 1:
            caveats.append(ORDER_UNKNOWN)
        return UncertainDate.either(days, caveats=tuple(caveats), raw=self.text)

    def _in_order(self, year: int, *, day_first: bool) -> date | None:
        left, right = int(self.first), int(self.second)
        return _calendar.day(year, right, left) if day_first else _calendar.day(year, left, right)

    def _days(self, years: tuple[int, ...], *, day_first: bool) -> tuple[date, ...]:
        found = (self._in_order(year, day_first=day_first) for year in years)
        return tuple(day for day in found if day is not None)

    def _orders(self, centuries: Centuries) -> set[tuple[date, ...]]:
        """The days of each order that gives any: day first, month first, and year first for ``23-01-05``."""
        years = centuries.years(self.last)
        orders = {self._days(years, day_first=True), self._days(years, day_first=False)}
        # two digits and hyphens
        if self.separator == "-" and len(self.first) == len(self.second) == len(self.last) == 2:
            found = (_calendar.day(year, int(self.second), int(self.last)) for year in centuries.years(self.first))
            orders.add(tuple(day for day in found if day is not None))
        return orders - {()}
