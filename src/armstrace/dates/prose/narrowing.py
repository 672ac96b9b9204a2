"""The grammar of points of time with all that narrows them: "late on Monday night", "the first half of FY23"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeAlias

from armstrace.dates.prose import vague as _vague
from armstrace.dates.prose.cursor import RuleRow, fitting
from armstrace.dates.prose.days import DayGrammar
from armstrace.dates.prose.points import Point, week_span
from armstrace.dates.prose.units import YEARS
from armstrace.dates.prose.vague import Span
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable

_DEEPEST = 4
_HOURS, _SIXTY = 24, 60
_TIMES = ("daytime", "clock", ":")


class PointGrammar(DayGrammar):
    """The rules for points of time and for what narrows them.

    A rule returns None if the text has no such thing here.
    """

    def point(self) -> Point | None:
        """The point of time here with all that narrows it, "late on Monday night"; None if there is none."""
        start = self.at
        circa = self.take("circa")
        self._depth += 1
        found = self.narrowed() if self._depth <= _DEEPEST else None
        self._depth -= 1
        if found is None:
            self.at = start
            return None
        if not self.roles.isdisjoint(_TIMES):
            self.clock()
        if "circa_after" in self.roles:
            before = self.at
            self.sign(",")
            about = self.take("circa_after")
            circa, self.at = circa or about, self.at if about else before
        found.circa = found.circa or circa is not None
        return found

    def narrowed(self) -> Point | None:
        start = self.at
        self.link()
        for rule in fitting(_POINT_RULES, self.roles, self.roles_here()):
            found = rule(self)
            if found is not None:
                return found
        self.at = start
        return None

    def inner(self) -> Point | None:
        """The point of time whose part is meant: "of 2018", "of the year"; None if there is none here."""
        self.link()
        return self.point()

    def vague_part(self) -> Point | None:
        start = self.at
        # "fin de semana" is no end of a week
        word = None if self.words.match("weekend", self.texts, start) else self.take("vague")
        if word:
            self.sign("-")
            found = self.inner() or self.bare_year()
            if found:
                found.cuts.append((f"date.{word}", functools.partial(_vague.narrowed, word=word)))
                return found
        self.at = start
        return None

    def bare_year(self) -> Point | None:
        """The year of "a principios de año", which has no number; None if there is none here."""
        start = self.at
        self.link()
        if self.take("unit") == "year":
            return Point("year")
        self.at = start
        return None

    def side_of_today(self) -> Point | None:
        """The past or coming part of a current unit: "earlier this month"; None if there is none here."""
        start = self.at
        word = self.take("side_of_today")
        found = self.inner() if word else None
        if not word or found is None or found.is_open or found.term:
            self.at = start
            return None
        cut = functools.partial(_vague.clipped, today=self.now(), word=word)
        found.cuts.append(("", functools.partial(_certain, cut=cut)))
        return found

    def slice_(self) -> Point | None:
        """The half, quarter or other part of a unit, "the first half of FY23", "Q1 2023"; None if none is here."""
        start = self.at
        leading = self.leading_year()
        kind, number = self.slice_name()
        if kind is None or number is None:
            self.at = start
            return None
        if kind == "fortnight":
            return self.fortnight(start, number)
        cut = functools.partial(_certain, cut=functools.partial(_vague.sliced, count=int(kind), number=number))
        after = self.at
        found = leading or self.inner() or self.short_year()
        if found is None:
            if number == -1:
                self.at = start
                return None
            self.at = after
            found = Point("year")
        found.cuts.append(("", cut))
        return found

    def slice_name(self) -> tuple[str | None, int | None]:
        """The kind of a part and its number: "first half", "1T", "Q1", "trimestre 2"; None twice if none is here."""
        start = self.at
        number = self.ordinal()
        kind = self.take("slice") if number is not None else None
        if kind is None:
            self.at = start
            before = self.number((1,))
            kind = self.take("short_slice") or self.take("slice")
            number = (before or self.number((1,))) if kind else None
        if kind and kind != "fortnight":
            _ = self.sign("-") or self.sign("/")
        return kind, number

    def leading_year(self) -> Point | None:
        """The year in front of its part, "2019-T1", "2019 Q1"; None if there is none here."""
        year = self.number((4,))
        if year is None or year not in YEARS:
            return None
        _ = self.sign("-") or self.sign("/") or self.sign(",")
        return Point("year", year=year)

    def short_year(self) -> Point | None:
        """The year of "1T19", in two digits; None if there is none here.

        Raises:
            ParseError: Its century is open.
        """
        self.link()
        digits = self.texts[self.at] if self.at < len(self.texts) else ""
        if self.number((2,)) is None:
            return None
        years = self.centuries.years(digits)
        year, *others = years
        if others:
            raise ParseError("which century is not said", code="date.century_open", text=digits, hint="give published=")
        return Point("year", year=year, caveats=list(self.centuries.caveats(digits)))

    def fortnight(self, start: int, number: int) -> Point | None:
        """The half *number* (1 or 2) of a month, "la primera quincena de mayo"; None if no month follows.

        The phrase begins at the index *start*.
        """
        found = self.inner()
        if found is None or found.unit != "month":
            self.at = start
            return None
        cut = functools.partial(_vague.sliced, count=2, number=number)
        found.cuts.append(("", functools.partial(_certain, cut=cut)))
        return found

    def nth_weekday(self) -> Point | None:
        """The weekday by its number, "the first Monday in May 2020"; None if there is none here."""
        start = self.at
        number = self.ordinal()
        weekday = self.take("weekday") if number else None
        found = self.inner() if weekday else None
        if number is None or weekday is None or found is None or found.unit not in ("month", "year"):
            self.at = start
            return None
        cut = functools.partial(_vague.nth_weekday, number=number, weekday=int(weekday))
        found.cuts.append(("", functools.partial(_certain, cut=cut)))
        return found

    def week_of(self) -> Point | None:
        """The week that a day falls in, "the week of January 15"; None if there is none here."""
        start = self.at
        found = self.inner() if self.take("unit") == "week" and self.link() else None
        if found is None or found.unit != "day":
            self.at = start
            return None
        found.cuts.append(("", lambda span: (week_span(span.first), False)))
        found.unit, found.weekday = "day", 0
        return found

    def run(self) -> Point | None:
        """The first or last days, weeks or months of a unit, "the first six months of 2023"; None if none are here."""
        start = self.at
        ordinal = self.ordinal()
        count = self.count()
        if ordinal is None:
            ordinal = self.ordinal()
        if ordinal is None:
            self.at = start
            return None
        unit, several = self.take("unit"), False
        if unit is None:
            unit, several = self.take("units"), True
        found = self.inner() if unit in ("day", "week", "month") else None
        if found is None or unit is None or ((count is not None) != several and unit != "day"):
            self.at = start
            return None
        if several and count is None:
            # how many first days is not said: as vague as the beginning
            word = "start" if ordinal > 0 else "end"
            found.cuts.append((f"date.{word}", functools.partial(_vague.narrowed, word=word)))
            return found
        wide = count or 1
        first, last = (ordinal, ordinal + wide - 1) if ordinal > 0 else (-wide, -1)
        cut = functools.partial(_vague.run, first=first, last=last, part=unit)
        # the first week of a month may be its days 1 to 7 or the week its first day falls in
        weeks = unit == "week"
        found.cuts.append(("date.weeks_of_month" if weeks else "", functools.partial(_certain, cut=cut, soft=weeks)))
        return found

    def of_day(self) -> Point | None:
        """The day after a time of day, "the night of Friday", "this morning"; None if there is none here."""
        start = self.at
        this = self.take("this")
        if self.take("daytime") or (not this and self.clock_time()):
            if this:
                today = self.now()
                return Point("day", Span(today, today, "day"))
            self.link()
            found = self.base()
            if found and found.unit in ("day", "weekday"):
                return found
        self.at = start
        return None

    def clock(self) -> None:
        """Pass over a time of day that follows a day: "at 5 pm", "Friday night", "por la mañana"."""
        while self.take("daytime"):
            pass
        start = self.at
        self.sign(",")
        if not self.clock_time():
            self.at = start

    def clock_time(self) -> bool:
        """True if there is a time of the clock here, "at 5 pm", "a las 14:30 horas"; the cursor moves behind it."""
        start = self.at
        self.take("clock_before")
        hour = self.number((1, 2))
        if hour is not None or self.take("number"):
            colon = self.sign(":") and (self.number((2,)) or 0) < _SIXTY
            if colon and self.sign(":"):
                self.number((2,))
            if hour is not None and hour > _HOURS:
                self.at = start
                return False
            if self.take("clock") or self.take("daytime") or colon:
                return True
        self.at = start
        return False

    def base(self) -> Point | None:
        """The point of time here, without anything that narrows it; None if there is none."""
        if self.at >= len(self.tokens):
            return None
        for rule in fitting(_BASE_RULES, self.roles, self.roles_here()):
            found = rule(self)
            if found is not None:
                return found
        return None

    def term(self) -> Point | None:
        for row, term in self.terms:
            if tuple(self.texts[self.at : self.at + len(row)]) == row:
                self.at += len(row)
                return Point("term", term=term)
        return None


def _certain(span: Span, cut: Callable[[Span], Span], *, soft: bool = False) -> tuple[Span, bool]:
    return cut(span), soft


_Rule: TypeAlias = "Callable[[PointGrammar], Point | None]"
_POINT_RULES: tuple[RuleRow[_Rule], ...] = (
    (PointGrammar.vague_part, (), ("vague",)),
    (PointGrammar.side_of_today, (), ("side_of_today",)),
    (PointGrammar.slice_, ("slice", "short_slice"), ()),
    (PointGrammar.run, ("unit", "units"), ()),
    (PointGrammar.nth_weekday, ("weekday",), ()),
    (PointGrammar.week_of, (), ("unit",)),
    (PointGrammar.of_day, _TIMES, ()),
    (PointGrammar.base, (), ()),
)
_BASE_RULES: tuple[RuleRow[_Rule], ...] = (
    (PointGrammar.term, (), ()),
    (PointGrammar.numeric, (), ()),
    (PointGrammar.dated, ("month", "weekday", "unit", "day_word", "last"), ()),
    (PointGrammar.fiscal, ("fiscal",), ()),
    (PointGrammar.decade, (), ()),
    (PointGrammar.season, ("season",), ()),
    (PointGrammar.year, (), ()),
    (PointGrammar.relative, ("unit", "weekend"), ()),
    (PointGrammar.ago, ("ago", "ago_before"), ()),
    (PointGrammar.today_word, (), ("today",)),
)
