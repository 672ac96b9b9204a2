"""Inquiries: what was asked of whom, and its state on a day.

>>> from datetime import date
>>> from armstrace.parties import Party
>>> first, last = UncertainDate.exact(date(2024, 1, 20)), UncertainDate.exact(date(2024, 1, 24))
>>> inquiry = Inquiry(asker=Party.lookup("NTD"), asked=Party.lookup("DOD"), question="were records received?",
...                   asked_on=first, unanswered_on=last)
>>> [inquiry.state(date(2024, 1, day)).value for day in (19, 20, 24, 25)]
['not_asked', 'unanswered', 'unanswered', 'asked']
>>> print(inquiry.explain(date(2024, 1, 25)))
United States Department of Defense, asked by NTD: were records received? — asked; not known if answered
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.parties import Party
from armstrace.records.statements.statements import Proposition, by_then
from armstrace.sources import Citation

if TYPE_CHECKING:
    from armstrace.dates.value import When


class InquiryState(StrEnum):
    """The state of an inquiry.

    Attributes:
        NOT_ASKED: It had not been asked yet.
        ASKED: It had been asked; no record shows an answer or its absence.
        ACKNOWLEDGED: Its receipt had been acknowledged, and no answer is on record.
        ANSWERED: It had been answered.
        UNANSWERED: A record states that it had not been answered.
        UNKNOWN: The dates leave it open.
    """

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Inquiry:
    """A question put to somebody, and its life in time.

    Attributes:
        id: An id, by which others refer to it.
        asker: Who asked; None if the asker is not in the table of parties.
        asker_named: The asker as the source names it.
        asked: Who was asked.
        asked_named: Who was asked, as the source names it.
        question: What was asked, in a few words.
        about: The content it is about.
        asked_on: The day it was asked; None if it is not known.
        acknowledged_on: The day its receipt was acknowledged; None if it is not known.
        answered_on: The day it was answered; None if no answer is known.
        unanswered_on: The last day for which a source states that no answer had come.
        cited: The places of all this in the sources.
    """

    id: str | None = None
    asker: Party | None = None
    asker_named: str = ""
    asked: Party | None = None
    asked_named: str = ""
    question: str = ""
    about: tuple[Proposition, ...] = ()
    asked_on: UncertainDate | None = None
    acknowledged_on: UncertainDate | None = None
    answered_on: UncertainDate | None = None
    unanswered_on: UncertainDate | None = None
    cited: tuple[Citation, ...] = ()

    def __attrs_post_init__(self) -> None:
        for later in (self.acknowledged_on, self.answered_on, self.unanswered_on):
            if later is not None and self.asked_on is not None and later.before(self.asked_on) is True:
                raise ParseError(
                    "an inquiry must not be answered before it is asked",
                    code="inquiry.answered_before_asked",
                    text=f"{self.asked_on}, {later}",
                )
        if self.answered_on and self.unanswered_on and self.answered_on.before(self.unanswered_on) is True:
            raise ParseError(
                "answered before the day it was unanswered",
                code="inquiry.answered_before_unanswered",
                text=f"{self.answered_on}, {self.unanswered_on}",
            )

    def by(self, day: When) -> bool | None:
        """True if the question had been asked by that day; None if that is not known."""
        if self.asked_on is not None:
            return by_then(self.asked_on, None, day)
        later = (self.acknowledged_on, self.answered_on, self.unanswered_on)
        return True if any(when is not None and by_then(when, None, day) for when in later) else None

    def state(self, day: When) -> InquiryState:
        """The state of the inquiry by that day."""
        asked = self.by(day)
        answered = self.answered_on is not None and by_then(self.answered_on, None, day)
        if asked is None or answered is None:
            return InquiryState.UNKNOWN
        if not asked:
            return InquiryState.NOT_ASKED
        if answered:
            return InquiryState.ANSWERED
        if self.acknowledged_on is not None and by_then(self.acknowledged_on, None, day):
            return InquiryState.ACKNOWLEDGED
        still_open = self.unanswered_on is not None and (
            self.unanswered_on == day or self.unanswered_on.before(day) is False
        )
        return InquiryState.UNANSWERED if still_open or self.answered_on is not None else InquiryState.ASKED

    def label(self, language: explain.Language = "en") -> str:
        """The inquiry in one line: who was asked, by whom, what."""
        return explain.say(
            "inquiry.line",
            explain.values(
                asked=self.asked.label(language) if self.asked else self.asked_named or None,
                asker=self.asker.label(language) if self.asker else self.asker_named or None,
                question=self.question or "; ".join(content.label(language) for content in self.about),
            ),
            language,
        )

    def __str__(self) -> str:
        return self.label("en")

    def explain(self, day: When, language: explain.Language = "en") -> str:
        """The inquiry and its state by that day."""
        return f"{self.label(language)} — {explain.term(f'inquiry_{self.state(day)}', language)}"
