"""The grammar of several days, months or years, of which the date is one: "1 and 2 March", "el 5 o 6 de mayo"."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from armstrace.dates.prose.narrowing import PointGrammar
from armstrace.dates.prose.points import Point
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class ListGrammar(PointGrammar):
    """The rules for lists of days, weekdays, months or years, of which the date is one."""

    def list_(self) -> UncertainDate | None:
        start = self.at
        for rule in (self.days, self.weekdays, self.months, self.years):
            self.at = start
            found = rule()
            if found:
                return found
        return None

    def days(self) -> UncertainDate | None:
        month = self.take("month")
        if not month:
            self.link()
        days, either = self.items(self.day_number)
        if len(days) < 2:
            return None
        if not month:
            self.link()
            if self.take("month_word"):
                self.link()
            month = self.take("month")
        if not month:
            return None
        last = Point("day", year=self.year_after(), month=int(month), day=max(days)).resolve(self.today)
        year = last.earliest.year
        found = [Point("day", year=year, month=int(month), day=day).resolve(None).earliest for day in days]
        return _one_of(found, last, either=either)

    def weekdays(self) -> UncertainDate | None:
        names, either = self.items(lambda: self.take("weekday"))
        if len(names) < 2:
            return None
        last = Point("weekday", weekday=int(names[-1])).resolve(self.today)
        found = [last.earliest]
        for name in reversed(names[:-1]):
            found.append(Point("weekday", weekday=int(name)).resolve(found[-1]).earliest)
        return _one_of(found, last, either=either)

    def months(self) -> UncertainDate | None:
        names, _ = self.items(lambda: self.take("month"), slash=True)
        if len(names) < 2:
            return None
        numbers = [int(name) for name in names]
        if any(after != before % 12 + 1 for before, after in itertools.pairwise(numbers)):
            raise ParseError(
                "months that do not follow each other", code="date.months_apart", text=" ".join(self.texts)
            )
        last = Point("month", year=self.year_after(), month=numbers[-1]).resolve(self.today)
        first = Point("month", month=numbers[0]).resolve(last.latest)
        return UncertainDate.between(first.earliest, last.latest, caveats=last.caveats)

    def years(self) -> UncertainDate | None:
        points, _ = self.items(self.year)
        years = [point.year for point in points if point.year is not None]
        if len(years) < 2 or years != list(range(years[0], years[0] + len(years))):
            return None
        return UncertainDate.between(date(years[0], 1, 1), date(years[-1], 12, 31))

    def items(self, take: Callable[[], T | None], *, slash: bool = False) -> tuple[list[T], bool]:
        """All items that *take* finds in a row with commas or "and" between them, and True if an "or" joins any.

        With *slash*, a slash joins them too: "enero/febrero".

        The list is empty if *take* finds nothing here.
        """
        first = take()
        found, either = ([] if first is None else [first]), False
        while found:
            start = self.at
            _ = self.sign(",") or (slash and self.sign("/"))
            is_or = self.take("or") is not None
            separated = is_or or self.take("and") is not None or self.at > start
            self.link()
            item = take() if separated else None
            if item is None:
                self.at = start
                break
            found.append(item)
            either = either or is_or
        return found, either


def _one_of(days: list[date], like: UncertainDate, *, either: bool) -> UncertainDate:
    """The date that is one of *days*, with the caveats of *like*.

    Days in a row become bounds, unless *either* is true: the text has "or".
    """
    found = sorted(set(days))
    in_a_row = found[-1] - found[0] == timedelta(days=len(found) - 1)
    if either or not in_a_row:
        return UncertainDate.either(found, caveats=like.caveats)
    return UncertainDate.between(found[0], found[-1], caveats=like.caveats)
