"""A point of time as a text names it, and the days it comes to once its publication date is known."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs
from attrs import Factory, define

from armstrace.dates import calendar as _calendar
from armstrace.dates.prose import vague as _vague
from armstrace.dates.prose.vague import MONTHS, Span, step
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAY = timedelta(days=1)
# a leap day comes back after eight years at most (1896, 1904)
_YEARS_AWAY = 9
# 31 U.S.C. 1102: from 1 October of the year before; up to 1976 from 1 July (Congressional Budget Act of 1974)
_FISCAL_START = 10
_FISCAL_START_BEFORE = 7
_FIRST_FISCAL = 1977


@define(slots=True)
class Point:
    """A day, month, year or other unit that a text names, possibly without its year, and what narrows it.

    Attributes:
        unit: ``day``, ``month``, ``year``, ``weekday``, ``season``, ``day of a month`` (of any month), ``bare day`` (a
            number whose month is another's) or, for a span that is already known, its own unit.
        span: The days, where they are known already.
        year: The year; None where the text has none.
        month: The month of a day or month.
        day: The day of the month.
        weekday: The weekday, Monday 1: the unit itself, or what the text says beside a date.
        season: The season.
        mode: Which of the possible years or weeks: ``past`` the most recent up to the publication day, ``before`` the
            most recent that was over, ``next`` the first to come, ``near`` the nearest.
        cuts: What to cut from the unit, the outermost last.
        circa: True if it is given as approximate.
        soft: True if its span is so by convention only.
        candidates: The only days it can be, where the order of day and month is not known.
        term: What the caller defined, such as an administration.
        caveats: Codes of what was assumed.
    """

    unit: str
    span: Span | None = None
    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int = 0
    season: str = ""
    mode: str = "past"
    cuts: list[tuple[str, Callable[[Span], tuple[Span, bool]]]] = Factory(list)
    circa: bool = False
    soft: bool = False
    candidates: tuple[date, ...] = ()
    term: UncertainDate | Period | None = None
    caveats: list[str] = Factory(list)

    @property
    def is_open(self) -> bool:
        """True if the text does not say in which year or week the point lies."""
        return self.span is None and self.year is None and self.term is None

    def start(self, today: date | None) -> UncertainDate | None:
        """The day on which a period of the caller begins, None if it has no beginning; else the date of the point.

        *today* is the publication date, None if it is not known.
        """
        return self.term.start if isinstance(self.term, Period) and not self.cuts else self.resolve(today)

    def end(self, today: date | None) -> UncertainDate | None:
        """The day on which a period of the caller ends, None if it goes on; else the date of the point.

        *today* is the publication date, None if it is not known.
        """
        return self.term.end if isinstance(self.term, Period) and not self.cuts else self.resolve(today)

    def value(self, today: date | None) -> UncertainDate | Period:
        """The date of the point, or the period if the caller defined it as one. *today* is the publication date."""
        return self.term if isinstance(self.term, Period) and not self.cuts else self.resolve(today)

    def resolve(self, today: date | None) -> UncertainDate:
        """The date of the point in a text that was published on *today*.

        Raises:
            ParseError: There is no such day, or *today* is needed and not known.
        """
        if self.term is not None:
            return self._edge(self.term)
        if self.candidates and not self.cuts:
            return self._one_of_candidates(today)
        if self.is_open:
            span, soft = self._found(today)
        else:
            span, soft = self._cut(self.span or self._of_year(self.year or 0))
        caveats = [*self.caveats, *(code for code, _ in self.cuts if code)]
        disagrees = self.weekday and self.unit == "day" and span.first.isoweekday() != self.weekday
        if disagrees:
            caveats.append("date.weekday_disagrees")
        if self.circa:
            caveats.append("date.circa")
        if self.is_open:
            is_next = today is not None and span.first > today
            caveats.append("date.next_to_come" if is_next else "date.most_recent")
        elif today is not None and span.first > today:
            caveats.append("date.after_publication")
        return UncertainDate(
            earliest=span.first,
            latest=span.last,
            approximate=soft or self.soft or self.circa,
            uncertain=bool(disagrees),
            caveats=tuple(dict.fromkeys(caveats)),
        )

    def _one_of_candidates(self, today: date | None) -> UncertainDate:
        """The date that is one of the candidates; a weekday settles which, if it is that of some of them only."""
        agreeing = [day for day in self.candidates if self.weekday in (0, day.isoweekday())]
        caveats = list(self.caveats)
        if agreeing and len(agreeing) < len(self.candidates):
            caveats.append("date.settled_by_weekday")
        caveats += [] if agreeing else ["date.weekday_disagrees"]
        caveats += ["date.circa"] if self.circa else []
        if today is not None and self.candidates[0] > today:
            caveats.append("date.after_publication")
        found = UncertainDate.either(agreeing or self.candidates, caveats=tuple(caveats))
        return attrs.evolve(found, approximate=self.circa, uncertain=not agreeing)

    def _edge(self, term: UncertainDate | Period) -> UncertainDate:
        """The date *term* that the caller defined, or the beginning or end of such a period: "the end of …"."""
        cuts = [code for code, _ in self.cuts]
        if isinstance(term, UncertainDate) and not cuts:
            return term
        edge = None
        if isinstance(term, Period) and len(cuts) == 1:
            edge = {"date.start": term.start, "date.end": term.end}.get(cuts[0])
        if edge is None:
            raise ParseError(
                "only the start or the end of such a stretch can be told",
                code="date.cut_of_stretch",
                text=", ".join(cuts),
            )
        return edge

    def _cut(self, span: Span) -> tuple[Span, bool]:
        soft = False
        for _, cut in self.cuts:
            span, softer = cut(span)
            soft = soft or softer
        return span, soft

    def _of_year(self, year: int) -> Span:
        if self.unit == "year":
            return year_span(year)
        if self.unit == "season":
            span, _ = _vague.narrowed(year_span(year), self.season)
            return span
        if self.unit == "month":
            return month_span(year, self.month)
        found = _calendar.day(year, self.month, self.day)
        if found is None:
            raise _calendar.no_such_day(f"{year:04}-{self.month:02}-{self.day:02}")
        return Span(found, found, "day")

    def _found(self, today: date | None) -> tuple[Span, bool]:
        """The days of the point in the year or week that its mode chooses, and True if their bounds are soft."""
        if today is None:
            raise ParseError(
                "relative to a publication date that is not given",
                code="date.relative",
                text=self.unit,
                hint="give published=",
            )
        past = next((found for found in self._possible(today, -1) if self._is_past(found[0], today)), None)
        coming = None
        if self.mode in ("next", "near"):
            coming = next((found for found in self._possible(today, 1) if found[0].first > today), None)
        found = coming if self.mode == "next" else past
        if self.mode == "near" and past and coming and coming[0].first - today < today - past[0].first:
            found = coming
        if self.unit == "day" and self.weekday and not self._agrees(found):
            # "Sunday 28 January" in a text of 24 January: the weekday tells that it is still to come
            coming = next((found for found in self._possible(today, 1) if found[0].first > today), None)
            found = coming if self._agrees(coming) else found
        if found is None:
            raise _calendar.no_such_day(f"{self.month:02}-{self.day:02}")
        return found

    def _agrees(self, found: tuple[Span, bool] | None) -> bool:
        return found is not None and found[0].first.isoweekday() == self.weekday

    def _is_past(self, span: Span, today: date) -> bool:
        return span.last < today if self.mode == "before" else span.first <= today

    def _possible(self, today: date, step: int) -> Iterator[tuple[Span, bool]]:
        """The days of the point in each year or week from that of *today* on, and True if their bounds are soft.

        *step* is 1 for later years or weeks, -1 for earlier ones.
        """
        if self.unit == "weekday":
            day = week_span(today).first + timedelta(days=self.weekday - 1)
            while True:
                yield self._cut(Span(day, day, "day"))
                day += timedelta(weeks=step)
        elif self.unit == "day of a month":
            for months in range(12 * _YEARS_AWAY):
                year, month = divmod(today.year * 12 + today.month - 1 + months * step, 12)
                day_of_month = _calendar.day(year, month + 1, self.day)
                if day_of_month:
                    yield self._cut(Span(day_of_month, day_of_month, "day"))
        else:
            for years in range(_YEARS_AWAY):
                year = today.year + years * step
                if self.unit != "day" or _calendar.day(year, self.month, self.day):
                    yield self._cut(self._of_year(year))


def year_span(year: int) -> Span:
    """The first and last day of the year."""
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def month_span(year: int, month: int) -> Span:
    """The first and last day of the month."""
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def week_span(day: date) -> Span:
    """The first and last day of the week that *day* falls in, Monday and Sunday.

    >>> week_span(date(2024, 1, 21))[:2]
    (datetime.date(2024, 1, 15), datetime.date(2024, 1, 21))
    """
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6), "week")


def fiscal_span(year: int) -> Span:
    """The first and last day of the fiscal year of the United States government that ends in *year*.

    >>> fiscal_span(1968)[:2], fiscal_span(2019)[:2]
    ((datetime.date(1967, 7, 1), datetime.date(1968, 6, 30)), (datetime.date(2018, 10, 1), datetime.date(2019, 9, 30)))
    """
    month = _FISCAL_START if year >= _FIRST_FISCAL else _FISCAL_START_BEFORE
    return Span(date(year - 1, month, 1), date(year, month, 1) - _DAY, "year")


def fiscal_year(day: date) -> int:
    """The number of the fiscal year of the United States government in which *day* falls."""
    return day.year + (day.month >= _FISCAL_START)


def unit_span(day: date, unit: str, steps: int) -> Span:
    """The first and last day of a unit of the calendar: the one in which *day* falls, moved by *steps* units.

    >>> unit_span(date(2024, 1, 22), "quarter", -1)[:2]
    (datetime.date(2023, 10, 1), datetime.date(2023, 12, 31))
    """
    if unit == "week":
        return week_span(day + timedelta(weeks=steps))
    months = MONTHS[unit]
    index = (day.year * 12 + day.month - 1) // months * months + steps * months
    first = date(index // 12, index % 12 + 1, 1)
    return Span(first, first + step("month", months) - _DAY, unit)


def back(day: date, count: int, unit: str, *, half: bool = False) -> date:
    """The day *count* units before *day*, and half a unit more if *half* is true.

    >>> back(date(2024, 2, 29), 2, "year", half=True)
    datetime.date(2021, 8, 29)
    """
    if unit == "hour":
        # any part of a day is a day
        return day - timedelta(days=-(-count // 24))
    months = MONTHS.get(unit, 0)
    if half and (months % 2 or not months):
        raise ParseError(f"half a {unit} is no whole number of days or months", code="date.half_unit", text=str(count))
    if not months:
        return day + step(unit, -count)
    return day + step("month", -count * months - (months // 2 if half else 0))
