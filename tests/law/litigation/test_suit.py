"""The fold: what each kind of event does to a suit, and what cannot have happened."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import CaseError
from armstrace.law.litigation import EventKind, LegalCase
from armstrace.law.litigation.case_files import case_from

A, B = "Acme Arms, Inc.", "Bolt Shop, LLC"
COMPLAINT = {"event": "complaint_filed", "court": "mad"}
DISMISSED = {"event": "dismissed", "court": "mad", "ground": "plcaa", "immunity": "barred"}
APPEAL = {"event": "appeal_taken", "court": "ca1"}
REVERSED = {"event": "reversed_and_remanded", "court": "ca1", "immunity": "not_barred_as_pleaded"}
JURISDICTION = {
    "event": "dismissed_in_part_personal_jurisdiction",
    "court": "mad",
    "affects": [A],
    "ground": "personal_jurisdiction",
}
PETITION = {"event": "cert_petition_filed", "court": "scotus"}
GRANTED = {"event": "cert_granted", "court": "scotus"}
BARRED_ABOVE = {"event": "reversed_and_remanded", "court": "scotus", "immunity": "barred"}
RESOLVED = {"event": "finally_resolved", "court": "mad", "ground": "plcaa"}
DENIED = {"event": "motion_to_dismiss_denied", "court": "mad", "immunity": "not_barred_as_pleaded"}


def suit(*events, leading=None, parties=(A, B), **fields):
    """A case with these events, a month apart, named e1, e2 and so on."""
    numbered = [
        {"id": f"e{number}", "date": date(2020 + number // 12, number % 12 + 1, 1), **event}
        for number, event in enumerate(events, 1)
    ]
    ruling = next((event["id"] for event in numbered if EventKind(event["event"]).is_ruling), "")
    return case_from(
        {
            "id": "x",
            "name": "X v. Acme",
            "checked_until": date(2030, 1, 1),
            "leading": leading or ruling,
            "party": [{"name": name, "role": "defendant"} for name in parties],
            "event": numbered,
            **fields,
        },
        LegalCase,
    )


def after(case):
    """Status, bar, who is in and the grounds of those out, once all has happened."""
    status = case.status(on=date(2029, 1, 1))
    grounds = {entry.ground.value: entry.defendants for entry in status.dismissed}
    return status.suit_status.value, status.plcaa_bar.value, status.live_defendants, grounds


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([COMPLAINT, DISMISSED], ("dismissed", "barred", (), {"plcaa": (A, B)})),
        ([COMPLAINT, DISMISSED, APPEAL], ("dismissed_appeal_pending", "barred", (), {"plcaa": (A, B)})),
        ([COMPLAINT, DENIED], ("pending", "not_barred_as_pleaded", (A, B), {})),
        ([COMPLAINT, DISMISSED, APPEAL, REVERSED], ("revived", "not_barred_as_pleaded", (A, B), {})),
        (
            [COMPLAINT, DISMISSED, APPEAL, REVERSED, JURISDICTION],
            ("pending", "not_barred_as_pleaded", (B,), {"personal_jurisdiction": (A,)}),
        ),
        ([COMPLAINT, DENIED, PETITION], ("pending_cert_petition", "not_barred_as_pleaded", (A, B), {})),
        ([COMPLAINT, DENIED, PETITION, GRANTED], ("pending_cert_granted", "not_barred_as_pleaded", (A, B), {})),
        (
            [COMPLAINT, DENIED, PETITION, {"event": "cert_denied", "court": "scotus"}],
            ("pending", "not_barred_as_pleaded", (A, B), {}),
        ),
        (
            [COMPLAINT, DISMISSED, REVERSED, JURISDICTION, BARRED_ABOVE],
            ("reversed_remand_pending", "barred", (B,), {"personal_jurisdiction": (A,)}),
        ),
        (
            [COMPLAINT, DISMISSED, REVERSED, JURISDICTION, BARRED_ABOVE, RESOLVED],
            ("finished", "barred", (), {"personal_jurisdiction": (A,), "plcaa": (B,)}),
        ),
        # the highest court gives the dismissal back at once where nothing is left to the court below
        (
            [COMPLAINT, DISMISSED, REVERSED, {**BARRED_ABOVE, "event": "reversed"}],
            ("dismissed", "barred", (), {"plcaa": (A, B)}),
        ),
        # affirmed all the way, then reversed at the top: the chain comes back
        (
            [
                COMPLAINT,
                DISMISSED,
                {"event": "affirmed", "court": "ca1", "immunity": "barred"},
                {**REVERSED, "court": "scotus"},
            ],
            ("revived", "not_barred_as_pleaded", (A, B), {}),
        ),
        # held barred above, and then again not barred: no dismissal is to come any more
        (
            [COMPLAINT, DENIED, {**BARRED_ABOVE, "court": "ca1"}, {**REVERSED, "court": "scotus"}],
            ("pending", "not_barred_as_pleaded", (A, B), {}),
        ),
        # vacated without a word on the PLCAA: what was vacated is in force no more
        (
            [COMPLAINT, DISMISSED, {"event": "vacated_and_remanded", "court": "ca1"}],
            ("revived", "not_ruled", (A, B), {}),
        ),
        (
            [COMPLAINT, DENIED, {"event": "reversed", "court": "ca1", "ground": "state_law"}],
            ("dismissed", "not_ruled", (), {"state_law": (A, B)}),
        ),
        ([COMPLAINT, {"event": "affirmed", "court": "ca1"}], ("pending", "not_ruled", (A, B), {})),
        (
            [COMPLAINT, {"event": "affirmed", "court": "ca1", "immunity": "barred"}],
            ("dismissed", "barred", (), {"plcaa": (A, B)}),
        ),
        (
            [COMPLAINT, {"event": "affirmed", "court": "ca1", "ground": "merits"}],
            ("dismissed", "not_ruled", (), {"merits": (A, B)}),
        ),
        ([COMPLAINT, DENIED, {"event": "affirmed", "court": "ca1"}], ("pending", "not_barred_as_pleaded", (A, B), {})),
        # an affirmance may rest on another ground
        (
            [COMPLAINT, DISMISSED, {"event": "affirmed", "court": "ca1", "holdings": [{"ground": "time"}]}],
            ("dismissed", "barred", (), {"time": (A, B)}),
        ),
        # "all" of those still in
        (
            [COMPLAINT, JURISDICTION, DISMISSED],
            ("dismissed", "barred", (), {"personal_jurisdiction": (A,), "plcaa": (B,)}),
        ),
        # of one no court has ruled on: only in part
        (
            [COMPLAINT, {**DISMISSED, "event": "dismissed_in_part", "affects": [A]}],
            ("pending", "partly_barred", (B,), {"plcaa": (A,)}),
        ),
        # who is out on another ground, without a ruling on the PLCAA, does not count
        (
            [COMPLAINT, JURISDICTION, {**DENIED, "affects": [B]}],
            ("pending", "not_barred_as_pleaded", (B,), {"personal_jurisdiction": (A,)}),
        ),
        ([COMPLAINT, JURISDICTION], ("pending", "not_ruled", (B,), {"personal_jurisdiction": (A,)})),
        (
            [COMPLAINT, DENIED, {"event": "settled", "affects": [A]}],
            ("pending", "not_barred_as_pleaded", (B,), {"settlement": (A,)}),
        ),
        (
            [COMPLAINT, DENIED, {"event": "settled"}],
            ("finished", "not_barred_as_pleaded", (), {"settlement": (A, B)}),
        ),
        (
            [COMPLAINT, DENIED, {"event": "voluntarily_dismissed"}],
            ("finished", "not_barred_as_pleaded", (), {"voluntary": (A, B)}),
        ),
        (
            [COMPLAINT, DENIED, PETITION, {"event": "settled"}],
            ("dismissed_appeal_pending", "not_barred_as_pleaded", (), {"settlement": (A, B)}),
        ),
        # dismissed so that the complaint may be mended, and mended
        (
            [COMPLAINT, {**DISMISSED, "with_prejudice": False}, {"event": "amended_complaint_filed", "court": "mad"}],
            ("pending", "barred", (A, B), {}),
        ),
        (
            [COMPLAINT, DISMISSED, {"event": "amended_complaint_filed", "court": "mad"}],
            ("dismissed", "barred", (), {"plcaa": (A, B)}),
        ),
        (
            [COMPLAINT, JURISDICTION, {"event": "amended_complaint_filed", "court": "mad", "affects": [A]}, DENIED],
            ("pending", "not_barred_as_pleaded", (A, B), {}),
        ),
        (
            [COMPLAINT, JURISDICTION, {"event": "amended_complaint_filed", "court": "ca1", "affects": [A]}],
            ("pending", "not_ruled", (B,), {"personal_jurisdiction": (A,)}),
        ),
        # rulings that do not differ in "barred": the last one
        (
            [COMPLAINT, {**DENIED, "affects": [A]}, {**DENIED, "affects": [B], "immunity": "statute_unconstitutional"}],
            ("pending", "statute_unconstitutional", (A, B), {}),
        ),
        (
            [COMPLAINT, DENIED, {"event": "mandamus_granted", "court": "ca1", "immunity": "barred"}],
            ("reversed_remand_pending", "barred", (A, B), {}),
        ),
        # a court above puts out whom the court below had put out: nothing new, and no second dismissal
        (
            [COMPLAINT, JURISDICTION, {**JURISDICTION, "court": "ca1"}],
            ("pending", "not_ruled", (B,), {"personal_jurisdiction": (A,)}),
        ),
        ([DISMISSED], ("dismissed", "barred", (), {"plcaa": (A, B)})),
        (
            [COMPLAINT, {**DENIED, "court": None}, {**BARRED_ABOVE, "court": None, "event": "reversed"}, DENIED],
            ("dismissed", "barred", (), {"plcaa": (A, B)}),
        ),
    ],
)
def test_what_follows(events, expected):
    case = suit(*[{k: v for k, v in event.items() if v is not None} for event in events], leading=leading_of(events))
    assert expected == after(case)


def leading_of(events):
    """The first ruling whose court is given."""
    return next(
        f"e{number}"
        for number, event in enumerate(events, 1)
        if EventKind(event["event"]).is_ruling and event["court"] is not None
    )


@pytest.mark.parametrize(
    ("events", "event", "cause"),
    [
        ([COMPLAINT, DISMISSED, DISMISSED], "e3", "a second dismissal while out: Acme Arms, Inc., Bolt Shop, LLC"),
        ([COMPLAINT, JURISDICTION, JURISDICTION], "e3", "a second dismissal while out: Acme Arms, Inc."),
        ([COMPLAINT, DISMISSED, JURISDICTION], "e3", "a second dismissal while out: Acme Arms, Inc."),
        (
            [COMPLAINT, JURISDICTION, {**DISMISSED, "holdings": [{"defendants": [A]}], "immunity": ""}],
            "e3",
            "a second dismissal while out: Acme Arms, Inc.",
        ),
        ([COMPLAINT, DISMISSED, {**REVERSED, "court": "ca2"}], "e3", "does not review that of 'e2'"),
        ([COMPLAINT, DISMISSED, {**REVERSED, "court": "mad"}], "e3", "had not"),
        ([COMPLAINT, REVERSED, DISMISSED], "e2", "a reversal before the ruling"),
        (
            [COMPLAINT, {**REVERSED, "reviews": [{"ruling": "e3", "effect": "reversed"}]}, DISMISSED],
            "e2",
            "reviews 'e3', which had not been given",
        ),
        (
            [COMPLAINT, DISMISSED, {**REVERSED, "reviews": [{"ruling": "e1", "effect": "reversed"}]}],
            "e3",
            "reviews 'e1', which had not been given",
        ),
        (
            [COMPLAINT, DISMISSED, {**REVERSED, "reviews": [{"ruling": "e9", "effect": "reversed"}]}],
            "e9",
            "no such event",
        ),
        (
            [
                COMPLAINT,
                DISMISSED,
                {**REVERSED, "court": "ca2", "reviews": [{"ruling": "e2", "effect": "reversed"}]},
            ],
            "e3",
            "its court does not review that of 'e2'",
        ),
        ([COMPLAINT, {**DISMISSED, "ground": ""}], "e2", "a dismissal needs its ground"),
        ([COMPLAINT, DENIED, {**RESOLVED, "ground": ""}], "e3", "a dismissal needs its ground"),
        ([COMPLAINT, DENIED, {"event": "vacated_and_remanded", "court": "ca1"}], "e3", "a dismissal needs its ground"),
        ([COMPLAINT, {**JURISDICTION, "affects": []}], "e2", "must name the defendants"),
    ],
)
def test_what_cannot_have_happened(events, event, cause):
    if cause == "had not":  # a court does not reverse itself
        cause = "its court does not review"
        events = [*events[:2], {**events[2], "reviews": [{"ruling": "e2", "effect": "reversed"}]}]
    with pytest.raises(CaseError) as caught:
        suit(*events)
    assert event == caught.value.event
    assert cause in str(caught.value)
    assert explain.term(caught.value.code, "es") != caught.value.code


def test_a_second_dismissal_of_one_claim():
    claims = [{"id": "n", "title": "negligence"}, {"id": "m", "title": "nuisance"}]
    part = {
        "event": "dismissed_in_part",
        "court": "mad",
        "holdings": [{"claims": ["n"], "ground": "merits"}],
    }
    with pytest.raises(CaseError, match="event 'e3': a second dismissal while out"):
        suit(COMPLAINT, part, part, claim=claims)
    other = {**part, "holdings": [{"claims": ["m"], "ground": "merits"}]}
    assert ("dismissed", "not_ruled", (), {"merits": (A, B)}) == after(suit(COMPLAINT, part, other, claim=claims))


def test_a_claim_against_one_of_them():
    claims = [{"id": "n", "title": "negligence", "defendants": [B]}, {"id": "m", "title": "nuisance"}]
    case = suit(COMPLAINT, DENIED, claim=claims)
    assert [("n", B), ("m", A), ("m", B)] == [(c.claim, c.defendant) for c in case.status(on=date(2029, 1, 1)).claims]


def test_the_full_court_sets_its_panel_aside():
    """A court vacates its own panel's ruling and reverses the court below anew."""
    panel = {**REVERSED, "immunity": "statute_unconstitutional"}
    full = {
        **REVERSED,
        "immunity": "not_barred_no_majority",
        "reviews": [{"ruling": "e3", "effect": "vacated"}, {"ruling": "e2", "effect": "reversed"}],
    }
    case = suit(COMPLAINT, DISMISSED, panel, full)
    assert ("revived", "not_barred_no_majority", (A, B), {}) == after(case)
    vacated = {**full, "reviews": [{"ruling": "e3", "effect": "vacated"}]}
    assert "not_barred_no_majority" == after(suit(COMPLAINT, DISMISSED, panel, vacated))[1]


@pytest.mark.parametrize(
    ("events", "flag", "event"),
    [
        ([COMPLAINT, APPEAL, DENIED], "case.appeal_without_ruling", "e2"),
        ([COMPLAINT, REVERSED], "case.ruling_below_not_on_file", "e2"),
        ([COMPLAINT, DENIED, {**RESOLVED}, {"event": "argued"}], "case.after_closing", "e4"),
        ([DENIED], "case.filing_not_on_file", "e1"),
        # after a remand the ruling under review is a new one, not on file
        ([COMPLAINT, REVERSED, REVERSED], "case.ruling_below_not_on_file", "e3"),
    ],
)
def test_flagged_and_kept(events, flag, event):
    case = suit(*events)
    assert len(events) == len(case.events)
    caveats = [(caveat.code, dict(caveat.values).get("event")) for caveat in case.status(on=date(2029, 1, 1)).caveats]
    assert (flag, event) in caveats


def test_an_event_after_the_end_changes_nothing():
    case = suit(COMPLAINT, DENIED, RESOLVED, {**DISMISSED})
    assert after(suit(COMPLAINT, DENIED, RESOLVED)) == after(case)


def test_nobody_named():
    case = suit(COMPLAINT, DISMISSED, parties=())
    status = case.status(on=date(2029, 1, 1))
    assert ("dismissed", "barred", ()) == (status.suit_status.value, status.plcaa_bar.value, status.live_defendants)
    assert () == status.dismissed
    assert "case.defendants_not_listed" in [caveat.code for caveat in status.caveats]
    with pytest.raises(CaseError, match="a second dismissal while out"):
        suit(COMPLAINT, DISMISSED, DISMISSED, parties=())


def test_who_comes_later_and_who_leaves():
    parties = [
        {"name": A, "role": "defendant", "left": date(2020, 6, 15), "left_ground": "bankruptcy"},
        {"name": B, "role": "defendant", "joined": date(2020, 5, 15)},
    ]
    case = suit(COMPLAINT, DENIED, {**DENIED}, party=parties)
    assert (A,) == case.status(on=date(2020, 5, 14)).live_defendants
    assert (A, B) == case.status(on=date(2020, 5, 15)).live_defendants
    assert ("pending", "not_barred_as_pleaded", (B,), {"bankruptcy": (A,)}) == after(case)
    assert ["e1", "e2", "e3", f"party_joined:{B}", f"party_left:{A}"] == [step.event for step in case.history()]
    with pytest.raises(CaseError, match="a dismissal needs its ground"):
        suit(COMPLAINT, DENIED, party=[{"name": A, "role": "defendant", "left": date(2020, 6, 15)}])


def test_the_order_of_the_file_holds_where_days_allow_it():
    """Events of one day, or of a month, stay as they stand; those that cannot are sorted by their days."""
    same_day = [{**COMPLAINT, "date": date(2020, 2, 1)}, {**DISMISSED, "date": date(2020, 2, 1)}]
    assert "dismissed" == suit(*same_day).status(on=date(2020, 2, 1)).suit_status.value
    turned = [{**DISMISSED, "date": date(2020, 3, 1)}, {**COMPLAINT, "date": date(2020, 2, 1)}]
    assert ["e2", "e1"] == [step.event for step in suit(*turned).history()]
    month = [{**COMPLAINT, "date": "2020-02"}, {**DISMISSED, "date": date(2020, 2, 10)}]
    assert "dismissed" == suit(*month).status(on=date(2020, 2, 10)).suit_status.value
    assert ["not_filed", "pending"] == [
        state.suit_status.value for state in suit(*month).status(on=date(2020, 2, 5)).possible
    ]


def test_kind_and_ruling_belong_together():
    case = suit(COMPLAINT, DISMISSED)
    complaint, dismissed = case.events
    for event, cause in [
        (evolve(dismissed, ruling=None), "kind and ruling differ"),
        (evolve(dismissed, kind=EventKind.ARGUED), "kind and ruling differ"),
        (evolve(dismissed, kind=EventKind.AFFIRMED), "kind and ruling differ"),
        (evolve(dismissed, court=None), "another court or day"),
        (evolve(dismissed, date=UncertainDate.of_year(2020)), "another court or day"),
    ]:
        with pytest.raises(CaseError, match=cause):
            evolve(case, events=(complaint, event))
