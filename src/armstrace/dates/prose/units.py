"""The grammar of units of time: years, fiscal years, decades, seasons, "last week", "two months ago", "yesterday"."""

from __future__ import annotations

from datetime import date

from armstrace.dates.centuries import BOTH_CENTURIES, TWO_DIGIT_YEAR
from armstrace.dates.prose import vague as _vague
from armstrace.dates.prose.cursor import Cursor
from armstrace.dates.prose.points import Point, back, fiscal_span, fiscal_year, unit_span, week_span, year_span
from armstrace.dates.prose.vague import Span
from armstrace.errors import ParseError

YEARS = range(1000, 3000)
# "the sixties" are 1960 to 1969; of "the twenties" nobody knows
_DECADES = range(50, 100, 10)
_FISCAL_AWAY = 10
_STEPS = {"before_last": -2, "last": -1, "previous": -1, "this": 0, "next": 1}


class UnitGrammar(Cursor):
    """The rules for units of time. A rule returns None if the text has no such thing here."""

    def year(self) -> Point | None:
        start = self.at
        word = self.take("unit") or self.take("units")
        if word not in (None, "year"):
            self.at = start
            return None
        if word:
            self.link()
        year = self.number((4,))
        if year is None:
            year = self.year_in_words()
        if year is None or year not in YEARS:
            self.at = start
            return None
        return Point("year", year=year)

    def year_in_words(self) -> int | None:
        """The year of "dos mil diecinueve" or "nineteen ninety-eight"; None if there is none here."""
        start = self.at
        beginning = self.take("year_words")
        if beginning is None:
            return None
        rest = self.take("number")
        found = int(beginning) + int(rest or 0)
        if rest is not None and int(rest) % 10 == 0 and int(rest) > 20:
            tens = self.at
            self.take("and")
            self.sign("-")
            unit = self.take("number")
            if unit and int(unit) < 10:
                found += int(unit)
            else:
                self.at = tens
        # "dos mil" alone is the year 2000, "twenty" none
        if rest is None and self.texts[self.at - 1] not in ("mil", "thousand"):
            self.at = start
            return None
        return found

    def year_after(self) -> int | None:
        """The year after a day, month or season, ", 2023", "del año 2023", "of last year"; None if none follows."""
        start = self.at
        if not self.sign("-"):
            self.sign("/")
        self.link()
        found = self.year()
        if found:
            return found.year
        relative = self.relative()
        if relative and relative.span and relative.span.unit == "year" and relative.span.first.month == 1:
            return relative.span.first.year
        self.at = start
        return None

    def choose_year(self, found: Point, qualifier: str | None) -> None:
        if found.unit == "month":
            found.mode = {"last": "before", "previous": "before", "next": "next"}.get(qualifier or "", "past")
            if qualifier == "this":
                found.year = self.now().year
        else:
            found.mode = {"this": "near", "next": "next"}.get(qualifier or "", "past")

    def fiscal(self) -> Point | None:
        """The fiscal year of the US government: "FY23", "last fiscal year"; None if there is none here."""
        start = self.at
        qualifier = self.qualifier()
        if not self.take("fiscal"):
            self.at = start
            return None
        self.link()
        caveats = ["date.us_fiscal_year"]
        year = self.number((2, 4))
        if year is not None:
            return self.fiscal_year(self.texts[self.at - 1], caveats)
        qualifier = qualifier or self.qualifier("_after") or ("this" if self.has_article(start) else None)
        if qualifier is None:
            self.at = start
            return None
        return Point("fiscal", fiscal_span(fiscal_year(self.now()) + _STEPS[qualifier]), caveats=caveats)

    def fiscal_year(self, digits: str, caveats: list[str]) -> Point:
        """The fiscal year that *digits*, two or four, name; from the first that they can mean to the last."""
        years = self.centuries.years(digits)
        if self.today is not None:
            # budgets name fiscal years to come: in 2024, FY25 is no year of a hundred years before
            years = tuple(year for year in years if abs(year - self.today.year) <= _FISCAL_AWAY) or years
        first, last = fiscal_span(years[0]), fiscal_span(years[-1])
        unit = "year" if len(years) == 1 else "years of two centuries"
        two_digits = () if len(digits) > 2 else (TWO_DIGIT_YEAR,) if unit == "year" else (BOTH_CENTURIES,)
        return Point("fiscal", Span(first.first, last.last, unit), caveats=[*caveats, *two_digits])

    def decade(self) -> Point | None:
        """The ten years of "the 1990s", "los años noventa", "la década de 1990"; None if there are none here."""
        start = self.at
        is_named = self.take("decade_word") is not None
        years = is_named and self.words.match("units", self.texts, self.at - 1) is not None
        if is_named:
            self.link()
        text = self.texts[self.at].lstrip("'") if self.at < len(self.texts) else ""
        if text[:-1].isdigit() and text[-1] == "s":
            self.at += 1
            digits = text[:-1]
        elif is_named and self.number((2, 4)) is not None:
            # "los años 2010 a 2015" are years, "los años 90" ten of them
            digits = "" if years and len(text) == 4 and (int(text) % 10 or self.at < len(self.tokens)) else text
        else:
            word = self.take("decade") if is_named or self.has_article(self.at) else None
            digits = word or ""
        if not digits:
            self.at = start
            return None
        return _decade_point(digits, text)

    def season(self) -> Point | None:
        start = self.at
        qualifier = self.qualifier()
        if qualifier:
            self.link()
        season = self.take("season")
        if season is None:
            self.at = start
            return None
        found = Point("season", year=self.year_after(), season=season, soft=True, caveats=[f"date.{season}"])
        if found.year is None:
            self.choose_year(found, qualifier or self.qualifier("_after"))
            found.mode = "before" if qualifier == "last" else found.mode
        elif season == "winter" and not self.goes_on(found.year):
            winters = [_vague.narrowed(year_span(year), season)[0] for year in (found.year - 1, found.year)]
            found = Point("season", Span(winters[0].first, winters[1].last, "run"), soft=True, caveats=found.caveats)
        return found

    def goes_on(self, year: int) -> bool:
        """True if the second year of a winter follows *year*, as in "2022-23"; the cursor moves behind it."""
        start = self.at
        if (self.sign("-") or self.sign("/")) and self.number((2, 4)) in (year + 1, (year + 1) % 100):
            return True
        self.at = start
        return False

    def relative(self) -> Point | None:
        """The unit by its distance from the publication date, "last week", "el año pasado"; None if none is here."""
        start = self.at
        qualifier = self.qualifier()
        if qualifier:
            self.link()
        if self.take("weekend"):
            qualifier = qualifier or self.qualifier("_after") or ("this" if self.has_article(start) else None)
            return self.weekend(qualifier) if qualifier else None
        unit = self.take("unit")
        # "the last year" is twelve months up to now, "last year" a year of the calendar
        is_length = qualifier == "last" and "past_before_number" in self.words and self.has_article(start)
        if unit is None or unit in ("hour", "day") or is_length:
            self.at = start
            return None
        qualifier = qualifier or self.qualifier("_after")
        if qualifier is None and unit in ("week", "month", "year") and self.has_article(start):
            qualifier = "this"
        if qualifier is None:
            self.at = start
            return None
        caveats = ["date.previous"] if qualifier == "previous" else []
        span = unit_span(self.now(), unit, _STEPS[qualifier])
        return Point(unit, span, caveats=caveats)

    def weekend(self, qualifier: str) -> Point:
        today = self.now()
        saturday = week_span(today).first.toordinal() + 5
        if qualifier == "next":
            saturday += 7 * (saturday <= today.toordinal())
        else:
            over = saturday + 1 if qualifier == "last" else saturday - 1
            saturday -= 7 * (over >= today.toordinal())
        return Point("weekend", Span(date.fromordinal(saturday), date.fromordinal(saturday + 1), "run"))

    def ago(self) -> Point | None:
        """The unit a length of time before publication, "three days ago", "hace año y medio"; None if none is here."""
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
        """The number, the unit, and True if half a unit is added: "dos años y medio" is 2, ``year``, True.

        None if there is no such length of time here.

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

    def today_word(self) -> Point | None:
        offset = self.take("today")
        if offset is None:
            return None
        day = self.now().toordinal() + int(offset)
        found = date.fromordinal(day)
        start = self.at
        # "ayer lunes": the weekday can only agree or not
        weekday = self.take("weekday")
        if weekday and self.texts[start] in self.words.full_weekdays:
            return Point("day", Span(found, found, "day"), weekday=int(weekday))
        self.at = start
        return Point("day", Span(found, found, "day"))


def _decade_point(digits: str, text: str) -> Point:
    year, caveats = int(digits), []
    if len(digits) == 2:
        if year not in _DECADES:
            raise ParseError("ten years of which century is not said", code="date.century_open", text=text)
        year, caveats = 1900 + year, [TWO_DIGIT_YEAR]
    if year % 10 or year not in YEARS:
        raise ParseError("no decade begins with such a year", code="date.no_decade", text=text)
    if year % 100 == 0 and year != 2000:
        raise ParseError("a decade or a century", code="date.decade_or_century", text=text)
    return Point("decade", Span(date(year, 1, 1), date(year + 9, 12, 31), "decade"), caveats=caveats)
