"""Where a suit stands: ranges, caveats, words."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime

import pytest
from attrs import evolve

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.law.litigation import CaseStatus, LegalCase, assess

MEXICO = LegalCase.lookup("Mexico v. Smith & Wesson")


def codes(status):
    return [caveat.code for caveat in status.caveats]


def test_a_month_gives_a_range():
    status = MEXICO.status(on=date(2022, 10, 15))
    assert ("undetermined", "barred") == (status.suit_status.value, status.plcaa_bar.value)
    assert not status.determined
    assert ["dismissed", "dismissed_appeal_pending"] == [state.suit_status.value for state in status.possible]
    assert "case.date_uncertain" in codes(status)
    # what is the same in all stays
    assert "633 F. Supp. 3d 425" == str(status.operative_ruling.citation)
    assert 8 == len(status.dismissed[0].defendants)
    assert 8 == len(status.claims)


def test_an_uncertain_day_gives_a_range():
    status = MEXICO.status(on=UncertainDate.between(date(2024, 1, 21), date(2024, 1, 22)))
    assert ("undetermined", "undetermined") == (status.suit_status.value, status.plcaa_bar.value)
    assert ("", None, (), (), ()) == (
        status.operative_event,
        status.operative_ruling,
        status.live_defendants,
        status.dismissed,
        status.claims,
    )
    within = MEXICO.status(on=UncertainDate.between(date(2024, 1, 22), date(2024, 1, 26)))
    assert within.determined


def test_a_range_keeps_who_is_in_throughout():
    status = MEXICO.status(on=UncertainDate.between(date(2024, 8, 6), date(2024, 8, 8)))
    assert 2 == len(status.live_defendants)
    assert "pending_cert_petition" == status.suit_status.value
    assert () == status.dismissed


def test_before_and_after_the_end():
    before = MEXICO.status(on=date(2025, 6, 28))
    assert "reversed_remand_pending" == before.suit_status.value
    between = MEXICO.status(on=date(2025, 8, 1))
    assert ["reversed_remand_pending", "finished"] == [state.suit_status.value for state in between.possible]
    assert "finished" == MEXICO.status(on=date(2025, 9, 27)).suit_status.value


@pytest.mark.parametrize(("on", "unchecked"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_until_when_the_sources_were_checked(on, unchecked):
    assert unchecked is ("case.unchecked" in codes(MEXICO.status(on=on)))


def test_without_a_complaint_the_time_before_is_not_known():
    status = LegalCase.lookup("Elkins").status(on=date(2021, 9, 20))
    assert ("undetermined", "undetermined") == (status.suit_status.value, status.plcaa_bar.value)
    assert ["case.filing_not_on_file"] == codes(status)
    assert () == status.claims


def test_what_is_unverified_is_said():
    status = LegalCase.lookup("Gustafson").status(on=date(2025, 4, 1))
    (caveat,) = status.caveats
    assert "gu-04: from general knowledge or inference: citation" == caveat.explain()


def test_explain():
    text = MEXICO.status(on=date(2025, 8, 1)).explain("en")
    assert text.startswith("Mexico v. Smith & Wesson, end of 2025-08-01: undetermined; PLCAA: barred\n")
    assert "  possible: finished; PLCAA: barred\n" in text
    assert "want of personal jurisdiction, no ruling on immunity" in text
    spanish = MEXICO.status(on=date(2024, 1, 22)).explain("es")
    assert spanish.startswith("Mexico v. Smith & Wesson, al final de 2024-01-22: revivida; PLCAA: no la impide")
    assert "nota: Beretta Holding S.p.A. fue nombrada al principio" in spanish


def test_timeline():
    lines = MEXICO.timeline().splitlines()
    assert 17 == len(lines)
    assert "2021-11-22  D. Mass.  motion to dismiss" == lines[1]
    assert "2024-01-22  1st Cir.  reversed and remanded → revived; PLCAA: not barred as pleaded" == lines[7]
    assert LegalCase.lookup("Ileto").timeline().startswith("2000-08-09  –  complaint filed")


def test_history_says_what_changed():
    steps = MEXICO.history()
    changing = ["sw-01", "sw-05", "sw-06", "sw-08", "sw-10", "sw-12", "sw-13", "sw-15", "sw-17"]
    assert changing == [step.event for step in steps if step.changed]
    assert steps[-1].status.suit_status.value == "finished"


@pytest.mark.parametrize("on", [date(2024, 8, 8), date(2022, 10, 15)])
def test_json(on):
    status = MEXICO.status(on=on)
    assert status == from_plain(to_plain(status), CaseStatus)


def test_each_day_has_one_answer_and_it_changes_only_with_an_event():
    """Between two events nothing moves."""
    events = [event.date for event in MEXICO.events]
    for one, other in itertools.pairwise(events):
        if one.is_exact and other.is_exact and (other.earliest - one.latest).days > 1:
            first = MEXICO.status(on=one)
            later = MEXICO.status(on=date.fromordinal(other.earliest.toordinal() - 1))
            assert (first.suit_status, first.claims) == (later.suit_status, later.claims)


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (date(2024, 1, 22), "end of 2024-01-22: revived; PLCAA: not barred as pleaded"),
        ("2024-01-22", "end of 2024-01-22: revived; PLCAA: not barred as pleaded"),
        ("2022-10", "end of 2022-10: undetermined; PLCAA: barred"),
    ],
)
def test_the_day_as_date_or_text(on, text):
    status = MEXICO.status(on=on)
    assert f"Mexico v. Smith & Wesson, {text}" == str(status)
    assert len(repr(status)) < 1000


@pytest.mark.parametrize(
    ("on", "error", "cause"),
    [
        ("soon", ParseError, "soon"),
        ("2024/2025", ParseError, "on must be a day"),
        (2024, TypeError, "on must be a date"),
        (datetime(2024, 1, 22, tzinfo=UTC), TypeError, "on must be a date"),
        (None, TypeError, "on must be a date"),
    ],
)
def test_no_day(on, error, cause):
    with pytest.raises(error, match=cause):
        MEXICO.status(on=on)
    with pytest.raises(error, match=cause):
        assess(MEXICO.claim("whole"), case=MEXICO, on=on)


def test_a_stored_status_can_be_found_stale():
    status = from_plain(to_plain(MEXICO.status(on="2024-01-22")), CaseStatus)
    assert () == status.stamp.changed()
    assert MEXICO.digest == status.case_digest
    assert ["courts/courts.csv", "statutes/us-plcaa.toml"] == [table.name for table in status.stamp.tables]
    older = evolve(status.stamp.tables[0], digest="0")
    assert ("courts/courts.csv",) == evolve(status.stamp, tables=(older, *status.stamp.tables[1:])).changed()
    corrected = evolve(MEXICO, note="a correction")
    assert status.case_digest != corrected.status(on="2024-01-22").case_digest
