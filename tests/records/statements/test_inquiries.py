"""Inquiries and their life in time."""

from __future__ import annotations

from datetime import date

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.parties.table import Party
from armstrace.records.statements.acts import Act, ActKind
from armstrace.records.statements.inquiries import Inquiry, InquiryState


def day(number: int) -> UncertainDate:
    return UncertainDate.exact(date(2024, 1, number))


WEEK = UncertainDate.between(date(2024, 1, 22), date(2024, 1, 28))


@pytest.mark.parametrize(
    ("inquiry", "on", "state"),
    [
        (Inquiry(asked_on=day(10)), day(9), InquiryState.NOT_ASKED),
        (Inquiry(asked_on=day(10)), day(10), InquiryState.ASKED),
        (Inquiry(asked_on=WEEK), day(24), InquiryState.UNKNOWN),
        (Inquiry(asked_on=WEEK), WEEK, InquiryState.ASKED),
        (Inquiry(), day(10), InquiryState.UNKNOWN),
        (Inquiry(asked_on=day(10), acknowledged_on=day(12)), day(11), InquiryState.ASKED),
        (Inquiry(asked_on=day(10), acknowledged_on=day(12)), day(12), InquiryState.ACKNOWLEDGED),
        (Inquiry(acknowledged_on=day(12)), day(11), InquiryState.UNKNOWN),
        (Inquiry(acknowledged_on=day(12)), day(12), InquiryState.ACKNOWLEDGED),
        (Inquiry(asked_on=day(10), answered_on=day(20)), day(19), InquiryState.UNANSWERED),
        (Inquiry(asked_on=day(10), answered_on=day(20)), day(20), InquiryState.ANSWERED),
        (Inquiry(asked_on=day(10), answered_on=WEEK), day(24), InquiryState.UNKNOWN),
        (Inquiry(answered_on=day(20)), day(20), InquiryState.ANSWERED),
        (Inquiry(asked_on=day(10), unanswered_on=day(24)), day(24), InquiryState.UNANSWERED),
        (Inquiry(asked_on=day(10), unanswered_on=day(24)), day(25), InquiryState.ASKED),
        (Inquiry(unanswered_on=WEEK), WEEK, InquiryState.UNANSWERED),
        (Inquiry(unanswered_on=WEEK), day(24), InquiryState.UNKNOWN),
        (Inquiry(asked_on=day(10), unanswered_on=WEEK), day(24), InquiryState.ASKED),
        (Inquiry(asked_on=day(10), unanswered_on=WEEK), day(22), InquiryState.UNANSWERED),
        (Inquiry(asked_on=day(10), unanswered_on=day(15), answered_on=day(20)), day(17), InquiryState.UNANSWERED),
    ],
)
def test_what_had_become_of_it(inquiry: Inquiry, on: UncertainDate, state: InquiryState) -> None:
    assert state is inquiry.state(on)


@pytest.mark.parametrize(
    "wrong",
    [
        {"asked_on": day(10), "answered_on": day(9)},
        {"asked_on": day(10), "acknowledged_on": day(9)},
        {"asked_on": day(10), "unanswered_on": day(9)},
        {"answered_on": day(10), "unanswered_on": day(11)},
    ],
)
def test_impossible_lives_are_refused(wrong: dict[str, UncertainDate]) -> None:
    with pytest.raises(ParseError, match="answered"):
        Inquiry(**wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_an_inquiry_in_words() -> None:
    act = Act(kind=ActKind.SEND_RECORDS, actor=Party.lookup("Mexican government"), toward=Party.lookup("DOD"))
    inquiry = Inquiry(asker_named="a newsroom", asked=Party.lookup("DOD"), about=(act,), unanswered_on=day(24))
    assert inquiry.explain(day(24)) == (
        "United States Department of Defense, asked by a newsroom: Government of Mexico: to send records "
        "(United States Department of Defense) — not answered"
    )
    assert Inquiry(asked_named="X", question="?").label("es") == "X, a pregunta de –: ?"
    assert Inquiry().label() == "–, asked by –: "
    assert inquiry == from_plain(to_plain(inquiry), Inquiry)


def test_an_act_in_words() -> None:
    assert str(Act(kind=ActKind.RAISE, named="someone", matter="arms")) == "someone: to raise: arms"
    assert Act(kind=ActKind.KNOW).label("es") == "conocer"
