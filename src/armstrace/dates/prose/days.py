"""The grammar of days and months by their names or numbers: "Jan. 5, 2023", "el pasado martes", "05/01/2023"."""

from __future__ import annotations

from armstrace.dates import calendar as _calendar
from armstrace.dates.numeric import NumericDate
from armstrace.dates.prose.points import Point
from armstrace.dates.prose.units import UnitGrammar
from armstrace.dates.prose.vague import Span
from armstrace.errors import ParseError


class DayGrammar(UnitGrammar):
    """The rules for days and months. A rule returns None if the text has no such thing here."""

    def numeric(self) -> Point | None:
        text = self.texts[self.at]
        if not text[0].isdigit() or not ("-" in text or "/" in text or "." in text):
            return None
        self.at += 1
        numeric = NumericDate.match(text)
        if numeric:
            value = numeric.read(dayfirst=self.dayfirst, centuries=self.centuries)
            span = Span(value.earliest, value.latest, "day")
            return Point("day", span, candidates=value.candidates, caveats=list(value.caveats))
        parts = text.replace("/", "-").replace(".", "-").split("-")
        if len(parts) == 2:
            year, month = (parts[0], parts[1]) if len(parts[0]) == 4 else (parts[1], parts[0])
            if not 1 <= int(month) <= 12:
                raise ParseError("no such month in the calendar", code="date.no_such_month", text=text)
            return Point("month", year=int(year), month=int(month))
        if len(parts[0]) != 4:
            raise _calendar.no_such_day(text)
        return Point("day", year=int(parts[0]), month=int(parts[1]), day=int(parts[2]))

    def dated(self) -> Point | None:
        """The day or month that is named here, or the weekday, such as "last Friday"; None if there is none."""
        start = self.at
        qualifier = self.qualifier()
        if qualifier:
            self.link()
        weekday_at = self.at
        word = self.take("weekday")
        weekday, weekday_end = int(word) if word else 0, self.at
        if weekday:
            self.take("daytime")
            self.sign(",")
            self.link()
        found = self.day_of_month() or (None if weekday else self.month(alone=not qualifier))
        if found is None and weekday:
            # "mar 2019": a month whose abbreviation is also that of a weekday
            self.at, after = weekday_at, self.at
            found = self.month(alone=False)
            weekday, self.at = (0, self.at) if found else (weekday, after)
        if found is None and qualifier == "last" and not weekday:
            found = self.last_such_day()
        if found is None and weekday and self.is_one_weekday(weekday_at):
            self.at = weekday_end
            found = self.weekday(weekday, qualifier)
        elif found is not None:
            found.weekday = weekday
            if found.is_open and found.unit != "day of a month":
                self.choose_year(found, qualifier or self.qualifier("_after"))
        if found is None:
            self.at = start
        return found

    def last_such_day(self) -> Point | None:
        """The last day of that number, "el pasado día 5", "no último dia 5"; None if there is none here."""
        self.take("day_word")
        day = self.number((1, 2))
        return Point("day of a month", day=day) if day is not None and 1 <= day <= 31 else None

    def is_one_weekday(self, at: int) -> bool:
        """True if the weekday at the index *at* is written in full and means a single day: not "los lunes"."""
        plural = at > 0 and self.words.match("plural_article", self.texts, at - 1) is not None
        return self.texts[at] in self.words.full_weekdays and not plural

    def weekday(self, weekday: int, qualifier: str | None) -> Point:
        found = Point("weekday", weekday=weekday)
        if not qualifier:
            start = self.at
            self.sign(",")
            self.link()
            week = self.relative()
            if week and week.span and week.span.unit == "week":
                day = week.span.first.fromordinal(week.span.first.toordinal() + weekday - 1)
                return Point("day", Span(day, day, "day"))
            self.at = start
            qualifier = self.qualifier("_after")
        found.mode = {"last": "before", "previous": "before", "next": "next"}.get(qualifier or "", "past")
        return found

    def day_of_month(self) -> Point | None:
        """The day by a number and a month, "5 de enero de 2023" or "Jan. 5"; None if there is none here."""
        start = self.at
        found = self.compact()
        if found:
            return found
        month = self.take("month")
        day = self.day_number()
        if day is not None and not month:
            self.link()
            if self.take("month_word"):
                self.link()
            month = self.take("month")
            if not month:
                return self.day_of_that_month(start, day)
        if not month or day is None:
            self.at = start
            return None
        return Point("day", year=self.year_after(), month=int(month), day=day)

    def compact(self) -> Point | None:
        """The day with the name of its month between signs: "5-ene-23", "05/ENE/2023"; None if there is none here."""
        start = self.at
        day = self.number((1, 2))
        for separator in ("-", "/"):
            if day is not None and self.sign(separator):
                month = self.take("month")
                digits = self.texts[self.at + 1] if self.at + 1 < len(self.texts) else ""
                if month and self.sign(separator) and self.number((2, 4)) is not None:
                    return self.in_years(day, int(month), digits)
        self.at = start
        return None

    def in_years(self, day: int, month: int, digits: str) -> Point:
        """The day of a month in the years that *digits*, two or four, can mean.

        Raises:
            ParseError: The calendar has no such day.
        """
        found = [_calendar.day(year, month, day) for year in self.centuries.years(digits)]
        days = tuple(each for each in found if each is not None)
        if not days:
            raise _calendar.no_such_day(f"{digits}-{month:02}-{day:02}")
        caveats = list(self.centuries.caveats(digits))
        span = Span(days[0], days[-1], "day")
        return Point("day", span, month=month, day=day, candidates=days if days[1:] else (), caveats=caveats)

    def day_of_that_month(self, start: int, day: int) -> Point | None:
        """The day *day* of a month such as "del mes pasado": "the 5th of this month"; None if no such month follows.

        The number stands at the index *start*.
        """
        self.at = start
        self.day_number()
        month = self.relative() if self.link() else None
        if month and month.span and month.span.unit == "month":
            found = _calendar.day(month.span.first.year, month.span.first.month, day)
            if found is None:
                raise _calendar.no_such_day(" ".join(self.texts[start : self.at]))
            return Point("day", Span(found, found, "day"))
        self.at = start
        return None

    def day_number(self) -> int | None:
        found = self.number((0, 1, 2))
        if found is None:
            word = self.take("ordinal") or self.take("day_name")
            found = int(word) if word else None
        else:
            # deeds repeat the number in letters: "a los 5 (cinco) días"
            start = self.at
            if self.take("day_name") != str(found):
                self.at = start
        return found if found is not None and 1 <= found <= 31 else None

    def month(self, *, alone: bool) -> Point | None:
        start = self.at
        if self.take("month_word"):
            self.link()
        name = self.tokens[self.at] if self.at < len(self.tokens) else None
        month = self.take("month")
        year = self.year_after() if month else None
        if not month or name is None:
            self.at = start
            return None
        # "may" and "mar" are words of their own, unless something beside them says that they are months
        full = name.text in self.words.full_months
        if year is None and (not full or (alone and name.lower and name.text in self.words.needs_capital)):
            self.at = start
            return None
        return Point("month", year=year, month=int(month))
