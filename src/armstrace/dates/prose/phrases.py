"""The grammar of whole phrases: since, until, between, to date, the last four months, 1 and 2 March."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

import attrs

from armstrace.dates.prose.cursor import RuleRow, fitting
from armstrace.dates.prose.lists import ListGrammar
from armstrace.dates.prose.points import Point, back, fiscal_span, unit_span
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = timedelta(days=1)
_FILLERS = 6


class PhraseGrammar(ListGrammar):
    """The rules for a phrase that is all of the text. A rule returns None if the phrase is of another form."""

    def phrase(self) -> UncertainDate | Period | None:
        """The date or period that all tokens together state; None if they state none.

        Raises:
            ParseError: They are one, but it has no day, or is relative to what is not known.
        """
        start, problem = 0, None
        if "undated" in self.roles and self.take("undated") and self.at == len(self.tokens):
            raise ParseError("a text that states no date", code="date.undated", text=" ".join(self.texts))
        for _ in range(_FILLERS):
            self.at = start
            for rule in fitting(_RULES, self.roles, self.roles_here()):
                self.at = start
                try:
                    found = rule(self)
                except ParseError as error:
                    problem = problem or error
                    continue
                if found is not None and self.at == len(self.tokens):
                    return found
            filler = self.words.match("filler", self.texts, start)
            if filler is None:
                break
            start = filler[1]
        if problem:
            raise problem
        return None

    def since(self) -> Period | None:
        at_least = self.take("at_least") is not None
        if not self.take("since"):
            return None
        at_least = at_least or self.take("at_least") is not None
        self.link()
        left = self.point()
        if left is None:
            return None
        if at_least:
            left.soft = True
            left.caveats.append("date.at_least")
        self.sign(",")
        if self.take("to_date"):
            return self.to_date(left)
        if self.take("onward") or not self.take("to"):
            return Period(start=left.start(self.today), end=None)
        right = self.end_point()
        return None if right is None else self.joined(left, right)

    def until(self) -> Period | None:
        if not self.take("until"):
            return None
        self.link()
        found = self.point()
        return None if found is None else Period(start=None, end=found.end(self.today))

    def side(self) -> Period | None:
        """The period up to the day before a point, or from the day after it: "before 2018"; None for other phrases."""
        before = self.take("before") is not None
        if not before and not self.take("after"):
            return None
        self.link()
        point = self.point()
        edge = None if point is None else point.start(self.today) if before else point.end(self.today)
        if edge is None:
            return None
        day = edge.earliest - _DAY if before else edge.latest + _DAY
        neighbor = attrs.evolve(edge, earliest=day, latest=day, candidates=())
        return Period(start=None, end=neighbor) if before else Period(start=neighbor, end=None)

    def range_(self) -> UncertainDate | Period | None:
        between = self.take("between") is not None
        bare = not between and not self.take("from")
        self.link()
        left = self.bare_month("and" if between else "to") or self.end_point()
        if left is None:
            return None
        found = None if between else self.without_end(left, bare=bare)
        if found is not None:
            return found
        self.sign(",")
        return self.second(left) if self.take("and" if between else "to") else None

    def without_end(self, left: Point, *, bare: bool) -> UncertainDate | Period | None:
        """The period from *left* on without a second point, "2018 onwards"; None if a second point is to follow.

        If *bare* is true (no "from" or the like) and the text ends here, it is the date or period of *left*.
        """
        if bare and self.at == len(self.tokens) and left.unit != "bare day":
            # no range, but what would be read all over again
            return left.value(self.today)
        if self.take("to_date"):
            return self.to_date(left)
        return Period(start=left.start(self.today), end=None) if self.take("onward") else None

    def second(self, left: Point) -> Period | None:
        """The period from *left* to the point that follows; None if none follows."""
        self.link()
        if self.take("present"):
            return self.to_date(left)
        right = self.two_digit_end(left) or self.end_point()
        return None if right is None else self.joined(left, right)

    def bare_month(self, role: str) -> Point | None:
        """The month of "ene-mar 2019", whose year is that of the other end; None if no word of *role* follows it."""
        start = self.at
        month = self.take("month")
        if month and self.words.match(role, self.texts, self.at):
            return Point("month", month=int(month))
        self.at = start
        return None

    def end_point(self) -> Point | None:
        found = self.point()
        if found:
            return found
        self.link()
        day = self.day_number()
        return None if day is None else Point("bare day", day=day)

    def two_digit_end(self, left: Point) -> Point | None:
        """The year 2019 in "2018-19", whose first year is *left*; None if no two digits for a later year follow."""
        start = self.at
        if left.unit == "year" and left.year is not None and not left.cuts:
            digits = self.number((2,))
            if digits is not None and digits > left.year % 100:
                return Point("year", year=left.year // 100 * 100 + digits)
        self.at = start
        return None

    def joined(self, left: Point, right: Point) -> Period | None:
        """The period from *left* to *right*, each of which takes a missing year or month from the other.

        None if one is a number without a month and the other is no day of a month.
        """
        if right.unit == "bare day":
            if left.unit != "day" or not left.month:
                return None
            left.year = left.year or self.year_after()
            right = Point("day", year=left.year, month=left.month, day=right.day)
        elif left.unit == "bare day":
            if right.unit != "day" or not right.month:
                return None
            left = Point("day", year=right.year, month=right.month, day=left.day)
        if left.unit == "fiscal" and right.unit == "year" and right.year:
            right = Point("fiscal", fiscal_span(right.year), caveats=left.caveats)
        if right.is_open and not left.is_open:
            return self.open_end(left, right)
        end = right.end(self.today)
        if left.is_open and end is not None:
            # the last such day or month before the end, whatever year that is in
            start = attrs.evolve(left, mode="past").resolve(end.latest)
            caveats = tuple(code for code in start.caveats if code != "date.most_recent")
            return Period(start=attrs.evolve(start, caveats=caveats), end=end)
        return Period(start=left.start(self.today), end=end)

    def open_end(self, left: Point, right: Point) -> Period:
        """The period from *left* to *right* if the text gives no year for *right*: "from May 2020 to June"."""
        start = left.start(self.today)
        end = right.resolve(self.now())
        if start is not None and right.mode == "past":
            following = attrs.evolve(right, mode="next").resolve(start.earliest - _DAY)
            if following.earliest < end.earliest:
                # the first one after the beginning or the most recent one: the text does not say
                caveats = (*end.caveats, "date.end_year_open")
                end = UncertainDate.between(following.earliest, end.latest, caveats=caveats)
        return Period(start=start, end=end)

    def to_date(self, point: Point) -> Period:
        """The period from the first day of *point* to the publication date.

        If that date is not known, the last day may be any.
        """
        start = point.start(self.today)
        if start is not None and start.earliest != start.latest:
            start = attrs.evolve(start, latest=start.earliest)
        if self.today is not None:
            return Period(start=start, end=UncertainDate.exact(self.today))
        return Period(start=start, end=UncertainDate.between(start.earliest if start else date.min, date.max))

    def so_far(self) -> Period | None:
        if self.take("date_so_far"):
            return self.to_date(Point("year", unit_span(self.now(), "year", 0)))
        if not self.take("so_far"):
            return None
        self.link()
        found = self.point()
        return None if found is None else self.to_date(found)

    def length(self) -> Period | None:
        """The period of a length up to the publication date, "the past four months"; None for other phrases."""
        article = self.take("article") is not None
        count = self.count()
        if self.take("past"):
            single = True
        elif self.take("past_before_number"):
            # "the last year" is twelve months, "last year" a year of the calendar
            single = article and self.words.match("last", self.texts, self.at - 1) is not None
        else:
            return None
        if self.take("few") or (count is None and self.take("units")):
            raise ParseError("how many is not said", code="date.number_open", text=" ".join(self.texts))
        if count is None:
            amount = self.amount()
        else:
            unit = self.take("units")
            amount = (count, unit, self.take("half_more") is not None) if unit else None
        if amount is None and single:
            unit = self.take("unit")
            amount = (1, unit, self.take("half_more") is not None) if unit else None
        return None if amount is None else self.up_to_now(amount)

    def within(self) -> Period | None:
        """The period of a bare length up to the publication date, "en dos años y medio"; None for other phrases."""
        amount = self.amount() if self.take("within") else None
        return None if amount is None else self.up_to_now(amount, "date.length_to_publication")

    def up_to_now(self, amount: tuple[int, str, bool], *caveats: str) -> Period:
        count, unit, half = amount
        today = self.now()
        first = back(today, count, unit, half=half)
        return Period(
            start=UncertainDate.exact(first, caveats=caveats), end=UncertainDate.exact(today), caveats=caveats
        )

    def alone(self) -> UncertainDate | Period | None:
        if self.take("to_date"):
            return Period(start=None, end=UncertainDate.exact(self.now()))
        found = self.point()
        return None if found is None else found.value(self.today)


_Rule: TypeAlias = "Callable[[PhraseGrammar], UncertainDate | Period | None]"
_RULES: tuple[RuleRow[_Rule], ...] = (
    (PhraseGrammar.since, ("since",), ("since", "at_least")),
    (PhraseGrammar.until, ("until",), ("until",)),
    (PhraseGrammar.side, ("before", "after"), ("before", "after")),
    (PhraseGrammar.range_, ("to", "between", "to_date", "onward"), ()),
    (PhraseGrammar.so_far, ("so_far", "date_so_far"), ("so_far", "date_so_far")),
    (PhraseGrammar.length, ("past", "past_before_number"), ()),
    (PhraseGrammar.list_, ("and", "or", "/"), ()),
    (PhraseGrammar.alone, (), ()),
    (PhraseGrammar.within, ("within",), ("within",)),
)
