"""What had been stated, asked, answered and assessed by a day.

>>> from datetime import date
>>> from armstrace.dates.value import UncertainDate
>>> early, late = (Inquiry(question=text, asked_on=UncertainDate.exact(date(2024, 1, day)))
...                for text, day in (("one?", 20), ("two?", 26)))
>>> known = as_of([early, late], date(2024, 1, 24))
>>> [inquiry.question for inquiry in known.inquiries], [record.question for record in known.later]
(['one?'], ['two?'])
>>> print(known)
by 2024-01-24: 1 records; 1 later, 0 that may be either
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen

from armstrace import explain
from armstrace.dates.arguments import day_argument
from armstrace.dates.value import Period, When
from armstrace.records.statements.inquiries import Inquiry, InquiryState
from armstrace.records.statements.statements import Assessment, Stance, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable


class InTime(Protocol):
    """A record with a day by which it stood: a statement, an inquiry, an assessment, a ruling, or your own."""

    def by(self, day: When) -> bool | None:
        """True if it stood by that day; None if that is not known."""
        ...


@frozen(kw_only=True)
class AsOf:
    """The records of a matter as they stood on a day.

    Attributes:
        day: The day.
        records: The records that stood by then, in the order given.
        later: The records that came after.
        unsettled: The records that may have come before or after.
    """

    day: When
    records: tuple[InTime, ...] = field(default=(), repr=False)
    later: tuple[InTime, ...] = field(default=(), repr=False)
    unsettled: tuple[InTime, ...] = field(default=(), repr=False)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements made by then."""
        return tuple(record for record in self.records if isinstance(record, Statement))

    @property
    def inquiries(self) -> tuple[Inquiry, ...]:
        """The inquiries made by then."""
        return tuple(record for record in self.records if isinstance(record, Inquiry))

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """The assessments made by then."""
        return tuple(record for record in self.records if isinstance(record, Assessment))

    @property
    def unanswered(self) -> tuple[Inquiry, ...]:
        """The inquiries for which a record states that no answer had come by then."""
        return tuple(inquiry for inquiry in self.inquiries if inquiry.state(self.day) is InquiryState.UNANSWERED)

    def taking(self, *stances: Stance) -> tuple[Statement, ...]:
        """The statements of one of these stances.

        >>> from armstrace.dates.value import UncertainDate
        >>> as_of([], UncertainDate.of_year(2024)).taking(Stance.ALLEGE)
        ()
        """
        return tuple(statement for statement in self.statements if statement.stance in stances)

    def label(self, language: explain.Language = "en") -> str:
        """How many records stood by the day, and how many are later or unsettled."""
        counts = explain.values(
            day=self.day, known=len(self.records), later=len(self.later), unsettled=len(self.unsettled)
        )
        return explain.say("timeline.account", counts, language)

    def __str__(self) -> str:
        return self.label("en")

    def explain(self, language: explain.Language = "en") -> str:
        """How many records stood by the day, and a line for each statement, inquiry and assessment."""
        lines = [self.label(language)]
        lines += [f"  {statement.label(language)}" for statement in self.statements]
        lines += [f"  {inquiry.explain(self.day, language)}" for inquiry in self.inquiries]
        lines += [f"  {assessment.label(language)}" for assessment in self.assessments]
        return "\n".join(lines)


def as_of(records: Iterable[InTime], day: When | str) -> AsOf:
    """The records that stood by a day, those that came later, and those that may be either.

    Args:
        records: Statements, inquiries, assessments, rulings, or records of your own that have `InTime.by`.
        day: The day: a date, its text such as ``2024-01-24``, or a stretch of time that it lies in.

    Raises:
        ParseError: *day* is no day.
        TypeError: One of *records* has no day, or *day* is of another type.
    """
    when = day if isinstance(day, Period) else day_argument(day, "day")
    by_answer: dict[bool | None, list[InTime]] = {True: [], False: [], None: []}
    for record in records:
        if not hasattr(record, "by"):
            raise TypeError(f"records: a {type(record).__name__} has no method `by` that places it in time")
        by_answer[record.by(when)].append(record)
    return AsOf(
        day=when,
        records=tuple(by_answer[True]),
        later=tuple(by_answer[False]),
        unsettled=tuple(by_answer[None]),
    )
