"""The grammar of points of time: days, months, years, weekdays, "last week", "the end of the first half of FY23"."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

from armstrace.dates import _calendar, _vague
from armstrace.dates._numeric import ORDER_UNKNOWN, NumericDate
from armstrace.dates._points import Point, back, fiscal_span, fiscal_year, unit_span, week_span, year_span
from armstrace.dates._vague import Span
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from armstrace.dates._words import Token, Words
    from armstrace.dates.value import Period, UncertainDate

YEARS = range(1000, 3000)
# "the sixties" are 1960 to 1969; of "the twenties" nobody knows
_DECADES = range(50, 100, 10)
_DEEPEST = 4
_STEPS = {"before_last": -2, "last": -1, "previous": -1, "this": 0, "next": 1}


class PointGrammar:
    """Reads one point of time after another from a row of tokens.

    A method that finds what it looks for moves on behind it; one that does not returns None and stays.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        words: Words,
        today: date | None,
        *,
        dayfirst: bool | None = None,
        terms: Sequence[tuple[tuple[str, ...], UncertainDate | Period]] = (),
    ) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words
        self.today = today
        self.dayfirst = dayfirst
        self.terms = terms
        self.at = 0
        self._depth = 0

    # small steps

    def take(self, role: str) -> str | None:
        """The code of the phrase of the role that comes next."""
        found = self.words.match(role, self.texts, self.at)
        if found is None:
            return None
        code, self.at = found
        return code

    def link(self) -> bool:
        """Pass over the small words that tie a date together; whether there was one."""
        start = self.at
        while self.take("link"):
            pass
        return self.at > start

    def sign(self, text: str) -> bool:
        """Pass over the sign or word *text*; whether it was there."""
        if self.at < len(self.texts) and self.texts[self.at] == text:
            self.at += 1
            return True
        return False

    def number(self, digits: tuple[int, ...]) -> int | None:
        """A number of so many digits, 0 for one with an ordinal ending."""
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.number >= 0 and token.digits in digits:
                self.at += 1
                return token.number
        return None

    def count(self) -> int | None:
        """A number in digits or in letters."""
        found = self.number((1, 2, 3))
        if found is None:
            word = self.take("number")
            found = None if word is None else int(word)
        return found

    def now(self) -> date:
        """The publication date.

        Raises:
            ParseError: It is not known.
        """
        if self.today is None:
            raise ParseError(
                "relative to a publication date that is not given", text=" ".join(self.texts), hint="give published="
            )
        return self.today

    # points

    def point(self) -> Point | None:
        """A point of time with what narrows it and what follows it: "late on Monday night"."""
        start = self.at
        circa = self.take("circa")
        self._depth += 1
        found = self._narrowed() if self._depth <= _DEEPEST else None
        self._depth -= 1
        if found is None:
            self.at = start
            return None
        found.circa = found.circa or circa is not None
        self._clock()
        return found

    def _narrowed(self) -> Point | None:
        start = self.at
        self.link()
        found = self._vague() or self._slice() or self._run() or self._of_day() or self.base()
        if found is None:
            self.at = start
        return found

    def _inner(self) -> Point | None:
        """The point that a part is of: "of 2018", "of the year"."""
        self.link()
        return self.point()

    def _vague(self) -> Point | None:
        start = self.at
        word = self.take("vague")
        if word:
            self.sign("-")
            found = self._inner()
            if found and found.unit != "bare day":
                found.cuts.append((f"date.{word}", functools.partial(_vague.narrowed, word=word)))
                return found
        self.at = start
        return None

    def _slice(self) -> Point | None:
        """A half, quarter or other part: "the first half of FY23", "Q1 2023", "segundo semestre"."""
        start = self.at
        number = self._ordinal()
        kind = self.take("slice") if number is not None else None
        if kind is None:
            self.at = start
            kind = self.take("short_slice")
            number = self.number((1,)) if kind else None
        if kind is None or number is None:
            self.at = start
            return None
        cut = functools.partial(_certain, cut=functools.partial(_vague.sliced, count=int(kind), number=number))
        after = self.at
        found = self._inner()
        if found is None:
            if number == -1:
                self.at = start
                return None
            self.at = after
            found = Point("year")
        found.cuts.append(("", cut))
        return found

    def _run(self) -> Point | None:
        """The first or last days, weeks or months of something: "the first six months of 2023"."""
        start = self.at
        ordinal = self._ordinal()
        count = self.count()
        if ordinal is None:
            ordinal = self._ordinal()
        if ordinal is None:
            self.at = start
            return None
        unit, several = self.take("unit"), False
        if unit is None:
            unit, several = self.take("units"), True
        found = self._inner() if unit in ("day", "week", "month") else None
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

    def _of_day(self) -> Point | None:
        """A time of day before its day: "the night of Friday", "this morning", "la madrugada del sábado"."""
        start = self.at
        this = self.take("this")
        if self.take("daytime"):
            if this:
                today = self.now()
                return Point("day", Span(today, today, "day"))
            linked = self.link()
            found = self.base() if linked else None
            if found and found.unit in ("day", "weekday"):
                return found
        self.at = start
        return None

    def _clock(self) -> None:
        """Pass over a time of day behind a day: "at 5 pm", "Friday night", "por la mañana"."""
        while self.take("daytime"):
            pass
        start = self.at
        self.sign(",")
        self.take("clock_before")
        if self.number((1, 2)) is None and not self.take("number"):
            self.at = start
            return
        while self.sign(":"):
            self.number((2,))
        if not self.take("clock") and ":" not in self.texts[start : self.at]:
            self.at = start

    def _ordinal(self) -> int | None:
        word = self.take("ordinal")
        return int(word) if word else self.number((0,))

    def base(self) -> Point | None:
        """A point of time that nothing narrows."""
        if self.at >= len(self.tokens):
            return None
        return (
            self._term()
            or self._numeric()
            or self._dated()
            or self._fiscal()
            or self._decade()
            or self._season()
            or self._year()
            or self._relative()
            or self._ago()
            or self._today()
        )

    def _term(self) -> Point | None:
        for row, term in self.terms:
            if tuple(self.texts[self.at : self.at + len(row)]) == row:
                self.at += len(row)
                return Point("term", term=term)
        return None

    def _qualifier(self, place: str = "") -> str | None:
        """Which one of several is meant: ``this``, ``last``, ``next``, ``previous`` or ``before_last``."""
        for role in ("before_last", "last", "this", "next", "previous"):
            if f"{role}{place}" in self.words and self.take(f"{role}{place}"):
                return role
        return None

    def _dated(self) -> Point | None:
        """A day or month by its name, or a weekday."""
        start = self.at
        qualifier = self._qualifier()
        if qualifier:
            self.link()
        weekday_at = self.at
        word = self.take("weekday")
        weekday = int(word) if word else 0
        if weekday:
            self.sign(",")
            self.link()
        found = self._day_of_month() or (None if weekday else self._month(alone=not qualifier))
        if found is None and weekday and self.texts[weekday_at] in self.words.full_weekdays:
            self.at = weekday_at + 1
            found = self._weekday(weekday, qualifier)
        elif found is not None:
            found.weekday = weekday
            if found.is_open:
                self._choose_year(found, qualifier or self._qualifier("_after"))
        if found is None:
            self.at = start
        return found

    def _choose_year(self, found: Point, qualifier: str | None) -> None:
        if found.unit == "month":
            found.mode = {"last": "before", "previous": "before", "next": "next"}.get(qualifier or "", "past")
            if qualifier == "this":
                found.year = self.now().year
        else:
            found.mode = {"this": "near", "next": "next"}.get(qualifier or "", "past")

    def _weekday(self, weekday: int, qualifier: str | None) -> Point:
        found = Point("weekday", weekday=weekday)
        if not qualifier:
            start = self.at
            self.sign(",")
            self.link()
            week = self._relative()
            if week and week.span and week.span.unit == "week":
                day = week.span.first.fromordinal(week.span.first.toordinal() + weekday - 1)
                return Point("day", Span(day, day, "day"))
            self.at = start
            qualifier = self._qualifier("_after")
        found.mode = {"last": "before", "previous": "before", "next": "next"}.get(qualifier or "", "past")
        return found

    def _day_of_month(self) -> Point | None:
        """A number and a month in either order, perhaps with a year: "5 de enero de 2023", "Jan. 5, 2023"."""
        start = self.at
        month = self.take("month")
        if month:
            day = self._day_number()
        else:
            day = self._day_number()
            hyphen = day is not None and self.sign("-")
            self.link()
            if self.take("month_word"):
                self.link()
            month = self.take("month") if day is not None else None
            if hyphen and month and not self.sign("-"):
                month = None
            if day is not None and not month and not hyphen:
                return self._day_of_that_month(start, day)
        if not month or day is None:
            self.at = start
            return None
        return Point("day", year=self._year_after(), month=int(month), day=day)

    def _day_of_that_month(self, start: int, day: int) -> Point | None:
        """A number and a month told by its place: "el 5 del mes pasado", "the 5th of this month"."""
        self.at = start
        self._day_number()
        month = self._relative() if self.link() else None
        if month and month.span and month.span.unit == "month":
            found = _calendar.day(month.span.first.year, month.span.first.month, day)
            if found is None:
                raise ParseError("no such day in the calendar", text=" ".join(self.texts[start : self.at]))
            return Point("day", Span(found, found, "day"))
        self.at = start
        return None

    def _day_number(self) -> int | None:
        found = self.number((0, 1, 2))
        if found is None:
            word = self.take("ordinal") or self.take("number")
            found = int(word) if word else None
        return found if found is not None and 1 <= found <= 31 else None

    def _month(self, *, alone: bool) -> Point | None:
        start = self.at
        if self.take("month_word"):
            self.link()
        name = self.tokens[self.at] if self.at < len(self.tokens) else None
        month = self.take("month")
        year = self._year_after() if month else None
        if not month or name is None:
            self.at = start
            return None
        # "may" and "mar" are words of their own, unless something beside them says that they are months
        full = name.text in self.words.full_months
        if year is None and (not full or (alone and name.lower and name.text in self.words.needs_capital)):
            self.at = start
            return None
        return Point("month", year=year, month=int(month))

    def _year_after(self) -> int | None:
        """The year behind a day, month or season: ", 2023", "del año 2023", "of last year"."""
        start = self.at
        self.sign("-")
        self.link()
        found = self._year()
        if found:
            return found.year
        relative = self._relative()
        if relative and relative.span and relative.span.unit == "year" and relative.span.first.month == 1:
            return relative.span.first.year
        self.at = start
        return None

    def _year(self) -> Point | None:
        start = self.at
        if self.take("unit") not in (None, "year"):
            self.at = start
            return None
        year = self.number((4,))
        if year is None or year not in YEARS:
            self.at = start
            return None
        return Point("year", year=year)

    def _fiscal(self) -> Point | None:
        """A fiscal year of the US government: "FY23", "fiscal year 2023", "last fiscal year"."""
        start = self.at
        qualifier = self._qualifier()
        if not self.take("fiscal"):
            self.at = start
            return None
        self.link()
        caveats = ["date.us_fiscal_year"]
        year = self.number((2, 4))
        if year is not None:
            if self.tokens[self.at - 1].digits == 2:
                caveats.append(_calendar.TWO_DIGIT_YEAR)
            found = fiscal_span(_calendar.full_year(self.texts[self.at - 1]))
            return Point("fiscal", found, caveats=caveats)
        qualifier = qualifier or self._qualifier("_after") or ("this" if self._has_article(start) else None)
        if qualifier is None:
            self.at = start
            return None
        return Point("fiscal", fiscal_span(fiscal_year(self.now()) + _STEPS[qualifier]), caveats=caveats)

    def _decade(self) -> Point | None:
        """Ten years: "the 1990s", "los años noventa", "la década de 1990"."""
        start = self.at
        told = self.take("decade_word") is not None
        if told:
            self.link()
        text = self.texts[self.at].lstrip("'") if self.at < len(self.texts) else ""
        if text[:-1].isdigit() and text[-1] == "s":
            self.at += 1
            digits = text[:-1]
        elif told and self.number((2, 4)) is not None:
            digits = text
        else:
            word = self.take("decade") if told or self._has_article(self.at) else None
            digits = word or ""
        if not digits:
            self.at = start
            return None
        return _decade_point(digits, text)

    def _season(self) -> Point | None:
        start = self.at
        qualifier = self._qualifier()
        if qualifier:
            self.link()
        season = self.take("season")
        if season is None:
            self.at = start
            return None
        found = Point("season", year=self._year_after(), season=season, soft=True, caveats=[f"date.{season}"])
        if found.year is None:
            self._choose_year(found, qualifier or self._qualifier("_after"))
            found.mode = "before" if qualifier == "last" else found.mode
        elif season == "winter":
            winters = [_vague.narrowed(year_span(year), season)[0] for year in (found.year - 1, found.year)]
            found = Point("season", Span(winters[0].first, winters[1].last, "run"), soft=True, caveats=found.caveats)
        return found

    def _relative(self) -> Point | None:
        """A unit by its distance from the publication date: "last week", "el año pasado", "this quarter"."""
        start = self.at
        qualifier = self._qualifier()
        if qualifier:
            self.link()
        if self.take("weekend"):
            qualifier = qualifier or self._qualifier("_after") or ("this" if self._has_article(start) else None)
            return self._weekend(qualifier) if qualifier else None
        unit = self.take("unit")
        if unit in (None, "hour", "day"):
            self.at = start
            return None
        qualifier = qualifier or self._qualifier("_after")
        if qualifier is None and unit in ("week", "month", "year") and self._has_article(start):
            qualifier = "this"
        if qualifier is None or unit is None:
            self.at = start
            return None
        caveats = ["date.previous"] if qualifier == "previous" else []
        span = unit_span(self.now(), unit, _STEPS[qualifier])
        return Point(unit, span, caveats=caveats)

    def _weekend(self, qualifier: str) -> Point:
        today = self.now()
        saturday = week_span(today).first.toordinal() + 5
        if qualifier == "next":
            saturday += 7 * (saturday <= today.toordinal())
        else:
            over = saturday + 1 if qualifier == "last" else saturday - 1
            saturday -= 7 * (over >= today.toordinal())
        return Point("weekend", Span(date.fromordinal(saturday), date.fromordinal(saturday + 1), "run"))

    def _ago(self) -> Point | None:
        """So long before the publication date: "three days ago", "hace año y medio"."""
        start = self.at
        before = self.take("ago_before") is not None
        amount = self.amount(single=before)
        if amount is None or not (before or self.take("ago")):
            self.at = start
            return None
        count, unit, half = amount
        today = self.now()
        day = back(today, count, unit, half=half)
        if unit == "day":
            return Point("day", Span(day, day, "day"))
        if unit == "hour":
            return Point("day", Span(day, back(today, count // 24, "day"), "day"))
        return Point(unit, unit_span(day, "month" if half else unit, 0), soft=True, caveats=["date.ago"])

    def amount(self, *, single: bool = False) -> tuple[int, str, bool] | None:
        """A number of units and whether half a unit is added: "two and a half years", "dos años y medio".

        Args:
            single: A unit without a number is one, as in "hace año y medio".
        """
        start = self.at
        if self.take("half_of"):
            unit = self.take("unit")
            if unit:
                return 0, unit, True
        self.at = start
        count = self.count()
        half = count is not None and self.take("half_more") is not None
        unit = self.take("unit") or self.take("units") if count is not None or single else None
        if unit is None:
            self.at = start
            return None
        half = half or self.take("half_more") is not None
        if count is None and not half:
            self.at = start
            return None
        return 1 if count is None else count, unit, half

    def _today(self) -> Point | None:
        offset = self.take("today")
        if offset is None:
            return None
        day = self.now().toordinal() + int(offset)
        found = date.fromordinal(day)
        return Point("day", Span(found, found, "day"))

    def _has_article(self, at: int) -> bool:
        return at > 0 and self.words.match("article", self.texts, at - 1) is not None

    def _numeric(self) -> Point | None:
        text = self.texts[self.at]
        if not text[0].isdigit() or not ("-" in text or "/" in text or "." in text):
            return None
        self.at += 1
        numeric = NumericDate.match(text)
        if numeric:
            value = numeric.read(dayfirst=self.dayfirst)
            span = Span(value.earliest, value.latest, "day")
            return Point("day", span, candidates=value.candidates, caveats=list(value.caveats))
        parts = text.replace("/", "-").replace(".", "-").split("-")
        if len(parts) == 2:
            year, month = (parts[0], parts[1]) if len(parts[0]) == 4 else (parts[1], parts[0])
            if not 1 <= int(month) <= 12:
                raise ParseError("no such month in the calendar", text=text)
            return Point("month", year=int(year), month=int(month))
        if len(parts[0]) != 4:
            raise ParseError("no such day in the calendar", text=text)
        return Point("day", year=int(parts[0]), month=int(parts[1]), day=int(parts[2]))


def _certain(span: Span, cut: Callable[[Span], Span], *, soft: bool = False) -> tuple[Span, bool]:
    return cut(span), soft


def _decade_point(digits: str, text: str) -> Point:
    year, caveats = int(digits), [] 
    if len(digits) == 2:
        if year not in _DECADES:
            raise ParseError("ten years of which century is not said", text=text)
        year, caveats = 1900 + year, [_calendar.TWO_DIGIT_YEAR]
    if year % 10 or year not in YEARS:
        raise ParseError("no decade begins with such a year", text=text)
    if year % 100 == 0 and year != 2000:
        raise ParseError("a decade or a century", text=text)
    return Point("decade", Span(date(year, 1, 1), date(year + 9, 12, 31), "decade"), caveats=caveats)
