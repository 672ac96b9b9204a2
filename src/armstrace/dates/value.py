"""`UncertainDate`, one day known within bounds, and `Period`, a stretch of time whose ends are uncertain.

"In June 2023" is one day out of thirty, and which one is not known. "Since the end of 2018" is a stretch that goes on,
and its first day lies somewhere in December. Both are kept as that, and a question whose answer depends on what is not
known is answered by None:

>>> from datetime import date
>>> june = UncertainDate(earliest=date(2023, 6, 1), latest=date(2023, 6, 30))
>>> june.before(date(2023, 7, 1)), june.before(date(2023, 6, 1)), june.before(date(2023, 6, 15))
(True, False, None)
>>> print(june.distance(date(2023, 7, 10)))
10..39

`str` writes a value in the Extended Date/Time Format (see `armstrace.dates.edtf`):

>>> str(june), str(Period(start=june, end=None))
('2023-06', '2023-06/..')

What may be doubted
    Bounds marked *approximate* (``~``: "circa 2010", "the end of 2018") are soft. Comparisons take them to reach as far
    again to either side as they are wide: a day marked ``2018-12~`` may lie up to 31 days before that month or behind
    it. A date marked *uncertain* (``?``: its source doubts it) settles nothing.

A date that cannot be:

>>> UncertainDate(earliest=date(2023, 2, 1), latest=date(2023, 1, 1))
Traceback (most recent call last):
    ...
armstrace.errors.ParseError: a date must not end before it begins: '2023-02-01/2023-01-01'
"""

from __future__ import annotations

import calendar
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from armstrace.dates import intervals
from armstrace.dates.edtf_form import date_form, end_form
from armstrace.dates.intervals import FAR, DayBounds, Reach
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterable

# as many as the days of a year: comparing two lists takes the product of their lengths
_MOST_CANDIDATES = 366


def _is_day(_instance: object, attribute: Any, value: Any) -> None:  # noqa: ANN401 (as attrs calls it)
    # a datetime is a date by inheritance, and would compare and print as something else
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ParseError(
            f"{attribute.name} must be a date without time",
            code="date.with_time",
            text=str(value),
        )


def _reaches(when: When) -> tuple[Reach, ...]:
    if isinstance(when, date):
        number = when.toordinal()
        return (Reach(number, number, number, number),)
    return when._reaches()  # noqa: SLF001 - of this module


class _Comparable:
    """What days and periods share: the relations to another day or period."""

    __slots__ = ()

    if TYPE_CHECKING:

        def _reaches(self) -> tuple[Reach, ...]: ...

    def before(self, other: When) -> bool | None:
        """True if all of this day or period lies before all of *other*; None if that is not known."""
        return intervals.before(self._reaches(), _reaches(other))

    def after(self, other: When) -> bool | None:
        """True if all of this day or period lies after all of *other*; None if that is not known."""
        return intervals.before(_reaches(other), self._reaches())

    def overlaps(self, other: When) -> bool | None:
        """True if this day or period has a day in common with *other*; None if that is not known."""
        return intervals.overlaps(self._reaches(), _reaches(other))

    def distance(self, other: When) -> DayBounds:
        """The number of days between this day or period and *other*, within bounds; 0 if they have a day in common.

        >>> spring = UncertainDate.between(date(2023, 3, 1), date(2023, 5, 31))
        >>> spring.distance(date(2023, 4, 1))
        DayBounds(least=0, most=60)
        """
        return intervals.distance(self._reaches(), _reaches(other))


@frozen(kw_only=True)
class UncertainDate(_Comparable):
    """One day, known within bounds.

    Two dates are equal when they say the same of the day; how that was read (`caveats`, `raw`) does not count.

    Attributes:
        earliest: The first day it can be.
        latest: The last day it can be.
        candidates: The only days it can be, in order, where that is fewer than all between the bounds: 5 January and
            1 May for ``05/01/2023``. Empty otherwise.
        approximate: True if the bounds are soft (``~``).
        uncertain: True if the source itself doubts the date (``?``).
        caveats: Codes of what was assumed while reading; `armstrace.explain.say` gives the sentence of a code.
        raw: The text it was read from.
    """

    earliest: date = field(validator=_is_day)
    latest: date = field(validator=_is_day)
    candidates: tuple[date, ...] = ()
    approximate: bool = False
    uncertain: bool = False
    caveats: tuple[str, ...] = field(default=(), eq=False)
    raw: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ParseError(
                "a date must not end before it begins",
                code="date.ends_before_it_begins",
                text=f"{self.earliest}/{self.latest}",
            )
        if self.candidates:
            days = self.candidates
            bounds = (days[0], days[-1])
            in_order = list(days) == sorted(set(days)) and bounds == (self.earliest, self.latest)
            if not in_order or not 1 < len(days) <= _MOST_CANDIDATES:
                raise ParseError(
                    f"candidates must be 2 to {_MOST_CANDIDATES} days in order, from the first bound to the last",
                    code="date.candidates",
                    text=", ".join(map(str, days)),
                )

    @classmethod
    def exact(cls, day: date, *, caveats: tuple[str, ...] = (), raw: str = "") -> UncertainDate:
        """The date that is exactly *day*.

        >>> str(UncertainDate.exact(date(2023, 1, 5)))
        '2023-01-05'
        """
        return cls(earliest=day, latest=day, caveats=caveats, raw=raw)

    @classmethod
    def between(cls, first: date, last: date, *, approximate: bool = False, caveats: tuple[str, ...] = (),
                raw: str = "") -> UncertainDate:  # fmt: skip
        """The date that is some day from *first* to *last*."""
        return cls(earliest=first, latest=last, approximate=approximate, caveats=caveats, raw=raw)

    @classmethod
    def either(cls, days: Iterable[date], *, caveats: tuple[str, ...] = (), raw: str = "") -> UncertainDate:
        """The date that is one of *days*, exact if there is only one.

        >>> str(UncertainDate.either([date(2023, 5, 1), date(2023, 1, 5)]))
        '[2023-01-05,2023-05-01]'
        """
        found = tuple(sorted(set(days)))
        if not found:
            raise ParseError("a date needs a day", code="date.no_day", text=raw)
        return cls(earliest=found[0], latest=found[-1], candidates=found if found[1:] else (), caveats=caveats, raw=raw)

    @classmethod
    def of_month(cls, year: int, month: int, *, caveats: tuple[str, ...] = (), raw: str = "") -> UncertainDate:
        """The date that is some day of the month.

        >>> UncertainDate.of_month(2024, 2).latest
        datetime.date(2024, 2, 29)
        """
        last = calendar.monthrange(year, month)[1]
        return cls(earliest=date(year, month, 1), latest=date(year, month, last), caveats=caveats, raw=raw)

    @classmethod
    def of_year(cls, year: int, *, caveats: tuple[str, ...] = (), raw: str = "") -> UncertainDate:
        """The date that is some day of the year."""
        return cls(earliest=date(year, 1, 1), latest=date(year, 12, 31), caveats=caveats, raw=raw)

    @property
    def year(self) -> int | None:
        """The year in which it lies; None if that is not known.

        >>> UncertainDate.of_month(2024, 2).year, UncertainDate.of_year(2024).month
        (2024, None)
        """
        return self.earliest.year if self.earliest.year == self.latest.year and self._is_firm else None

    @property
    def month(self) -> int | None:
        """The month in which it lies, from 1 to 12; None if that is not known."""
        return self.earliest.month if self.year is not None and self.earliest.month == self.latest.month else None

    @property
    def _is_firm(self) -> bool:
        return not self.approximate and not self.uncertain

    @property
    def is_exact(self) -> bool:
        """True if it is one day beyond doubt."""
        return self.earliest == self.latest and self._is_firm

    def may_be(self, day: date) -> bool:
        """True if it can be *day*.

        >>> UncertainDate.either([date(2023, 1, 5), date(2023, 5, 1)]).may_be(date(2023, 3, 1))
        False
        """
        return self.overlaps(day) is not False

    def days_until(self, other: UncertainDate | date) -> DayBounds:
        """The number of days from this day to *other*; negative where *other* comes first.

        >>> bought = UncertainDate.of_month(2021, 8)
        >>> print(bought.days_until(date(2021, 8, 11)))
        -20..10
        """
        return intervals.days_until(self._reaches(), _reaches(other))

    def as_period(self) -> Period:
        """The whole stretch between the bounds.

        >>> str(UncertainDate.between(date(2023, 1, 1), date(2023, 3, 31), approximate=True).as_period())
        '2023-01-01~/2023-03-31~'
        """
        ends = [
            UncertainDate(earliest=day, latest=day, approximate=self.approximate, uncertain=self.uncertain)
            for day in (self.earliest, self.latest)
        ]
        return Period(start=ends[0], end=ends[1], caveats=self.caveats, raw=self.raw)

    def __str__(self) -> str:
        return date_form(
            self.earliest,
            self.latest,
            candidates=self.candidates,
            uncertain=self.uncertain,
            approximate=self.approximate,
        )

    def _end_form(self, *, first: bool) -> str:
        return end_form(
            self.earliest,
            self.latest,
            first=first,
            candidates=self.candidates,
            uncertain=self.uncertain,
            approximate=self.approximate,
        )

    def _bounds(self) -> tuple[int, int] | None:
        """The numbers of the first and last day that the date can be; soft bounds are widened.

        None if the source doubts the date, so that it settles nothing.
        """
        if self.uncertain:
            return None
        first, last = self.earliest.toordinal(), self.latest.toordinal()
        if self.approximate:
            width = last - first + 1
            first, last = first - width, last + width
        if first != last:
            # a bound at the edge of the calendar says that none is known
            first = -FAR if first <= date.min.toordinal() else first
            last = FAR if last >= date.max.toordinal() else last
        return first, last

    def _reaches(self) -> tuple[Reach, ...]:
        if self.candidates and self._is_firm:
            return tuple(reach for day in self.candidates for reach in _reaches(day))
        bounds = self._bounds()
        return () if bounds is None else (Reach(*bounds, *bounds),)


@frozen(kw_only=True)
class Period(_Comparable):
    """A stretch of time, both ends included, each end a day known within bounds.

    Attributes:
        start: The first day; None if it has none.
        end: The last day; None if the stretch goes on. An end that exists but is not known is an `UncertainDate` that
            reaches to ``date.max``, and a beginning that is not known one from ``date.min``.
        caveats: Codes of what was assumed while reading the whole; the ends carry their own.
        raw: The text it was read from.
    """

    start: UncertainDate | None
    end: UncertainDate | None
    caveats: tuple[str, ...] = field(default=(), eq=False)
    raw: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise ParseError(
                "a period must not end before it begins",
                code="date.ends_before_it_begins",
                text=f"{self.start}/{self.end}",
            )

    @classmethod
    def exact(cls, first: date, last: date, *, raw: str = "") -> Period:
        """The stretch from *first* to *last*.

        >>> str(Period.exact(date(2018, 12, 1), date(2024, 1, 31)))
        '2018-12-01/2024-01-31'
        """
        return cls(start=UncertainDate.exact(first), end=UncertainDate.exact(last), raw=raw)

    @property
    def earliest(self) -> date | None:
        """The first day it may cover; None if it has no beginning or none that is known."""
        return None if self.start is None or self.start.earliest == date.min else self.start.earliest

    @property
    def latest(self) -> date | None:
        """The last day it may cover; None if it goes on, or its end is not known."""
        return None if self.end is None or self.end.latest == date.max else self.end.latest

    def contains(self, other: When) -> bool | None:
        """True if all of *other* lies within; None where that is not known.

        >>> since = Period(start=UncertainDate.of_month(2018, 12), end=None)
        >>> since.contains(date(2019, 1, 1)), since.contains(date(2018, 12, 24)), since.contains(date(2018, 11, 30))
        (True, None, False)
        """
        return intervals.contains(self._reaches(), _reaches(other))

    def __str__(self) -> str:
        start = ".." if self.start is None else self.start._end_form(first=True)  # noqa: SLF001 - of this module
        end = ".." if self.end is None else self.end._end_form(first=False)  # noqa: SLF001 - of this module
        return f"{start}/{end}"

    def _reaches(self) -> tuple[Reach, ...]:
        start = (-FAR, -FAR) if self.start is None else self.start._bounds()  # noqa: SLF001 - of this module
        end = (FAR, FAR) if self.end is None else self.end._bounds()  # noqa: SLF001 - of this module
        return () if start is None or end is None else (Reach(*start, *end),)


When: TypeAlias = UncertainDate | Period | date
