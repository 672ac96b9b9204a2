"""What had been said, asked, answered and judged by a day.

>>> from datetime import date
>>> from armstrace.dates.value import UncertainDate
>>> early, late = (Inquiry(question=text, asked_on=UncertainDate.exact(date(2024, 1, day)))
...                for text, day in (("one?", 20), ("two?", 26)))
>>> known = as_of([early, late], date(2024, 1, 24))
>>> [inquiry.question for inquiry in known.inquiries], [record.question for record in known.later]
(['one?'], ['two?'])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import When
from armstrace.records.statements.inquiries import Inquiry, InquiryState
from armstrace.records.statements.statements import Assessment, Stance, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable


class InTime(Protocol):
    """A record that knows whether it stood by a day: a statement, an inquiry, an assessment, a ruling, or your own."""

    def by(self, day: When) -> bool | None:
        """Whether it stood by that day; None where that is not known."""
        ...


@frozen(kw_only=True)
class AsOf:
    """The records of a matter as they stood on a day.

    Attributes:
        day: The day.
        records: What had been said, asked and judged by then, in the order given.
        later: What came after.
        unsettled: What may have come before or after.
    """

    day: When
    records: tuple[InTime, ...] = ()
    later: tuple[InTime, ...] = ()
    unsettled: tuple[InTime, ...] = ()

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
        """The inquiries of which a record says that no answer had come by then."""
        return tuple(inquiry for inquiry in self.inquiries if inquiry.state(self.day) is InquiryState.UNANSWERED)

    def taking(self, *stances: Stance) -> tuple[Statement, ...]:
        """The statements of one of these stances.

        >>> from armstrace.dates.value import UncertainDate
        >>> as_of([], UncertainDate.of_year(2024)).taking(Stance.ALLEGE)
        ()
        """
        return tuple(statement for statement in self.statements if statement.stance in stances)

    def explain(self, language: explain.Language = "en") -> str:
        """One line for each statement, inquiry and assessment, and how many are later or unsettled."""
        head = explain.values(
            day=self.day, known=len(self.records), later=len(self.later), unsettled=len(self.unsettled)
        )
        lines = [explain.say("timeline.account", head, language)]
        lines += [f"  {statement.label(language)}" for statement in self.statements]
        lines += [f"  {inquiry.explain(self.day, language)}" for inquiry in self.inquiries]
        lines += [f"  {assessment.label(language)}" for assessment in self.assessments]
        return "\n".join(lines)


def as_of(records: Iterable[InTime], day: When) -> AsOf:
    """What had been said, asked, answered, ruled and judged by that day."""
    sorted_out: dict[bool | None, list[InTime]] = {True: [], False: [], None: []}
    for record in records:
        sorted_out[record.by(day)].append(record)
    return AsOf(
        day=day,
        records=tuple(sorted_out[True]),
        later=tuple(sorted_out[False]),
        unsettled=tuple(sorted_out[None]),
    )
