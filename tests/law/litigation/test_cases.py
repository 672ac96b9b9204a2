"""The shipped cases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from armstrace import _tables
from armstrace._convert import from_plain, to_plain
from armstrace.errors import CaseError, UnknownEntry
from armstrace.law.litigation import Disposition, Docket, EventKind, Holding, LegalCase, PlcaaBar, Ruling
from armstrace.records.statements.statements import Proposition

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


ALL = LegalCase.all()


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_every_case_is_whole(case):
    assert case.sources
    assert case.short_name
    assert all(event.sources or event.unverified for event in case.events), "no source, and not said to be unverified"
    assert all(event.date.latest <= case.checked_until for event in case.events)
    assert case == from_plain(to_plain(case), LegalCase)
    assert case.event(case.leading_event).ruling is case.leading
    for language in ("en", "es"):
        assert len(case.events) <= len(case.timeline(language).splitlines())
        for event in case.events:
            assert "–:" not in case.status(on=event.date).explain(language)


@pytest.mark.parametrize(
    ("case_id", "bar", "disposition"),
    [
        ("mexico-v-smith-wesson", "barred", "reversed_and_remanded"),
        ("mexico-v-diamondback", "not_barred_as_pleaded", "motion_to_dismiss_denied_in_part"),
        ("soto-v-bushmaster", "partly_barred", "affirmed_in_part_reversed_in_part"),
        ("williams-v-beemiller", "not_barred_as_pleaded", "dismissed_personal_jurisdiction_as_to_dealer"),
        ("ileto-v-glock", "partly_barred", "affirmed"),
    ],
)
def test_leading_rulings(case_id, bar, disposition):
    case = LegalCase.get(case_id)
    assert bar == case.status(on=case.event(case.leading_event).date).plcaa_bar.value
    assert disposition == case.leading.disposition.value


@pytest.mark.parametrize(
    ("on", "suit", "bar", "cited", "live"),
    [
        (date(2021, 8, 3), "not_filed", "not_raised", None, 0),
        (date(2021, 8, 4), "pending", "not_ruled", None, 8),
        (date(2022, 9, 30), "dismissed", "barred", "633 F. Supp. 3d 425", 0),
        (date(2022, 11, 1), "dismissed_appeal_pending", "barred", "633 F. Supp. 3d 425", 0),
        (date(2024, 1, 22), "revived", "not_barred_as_pleaded", "91 F.4th 511", 8),
        (date(2024, 4, 17), "revived", "not_barred_as_pleaded", "91 F.4th 511", 8),
        (date(2024, 4, 18), "pending_cert_petition", "not_barred_as_pleaded", "91 F.4th 511", 8),
        (date(2024, 8, 6), "pending_cert_petition", "not_barred_as_pleaded", "91 F.4th 511", 8),
        (date(2024, 8, 7), "pending_cert_petition", "not_barred_as_pleaded", "91 F.4th 511", 2),
        (date(2024, 10, 4), "pending_cert_granted", "not_barred_as_pleaded", "91 F.4th 511", 2),
        (date(2025, 6, 5), "reversed_remand_pending", "barred", "605 U.S. 280", 2),
        (date(2025, 9, 27), "finished", "barred", "605 U.S. 280", 0),
    ],
)
def test_mexico_on_both_sides_of_each_turn(on, suit, bar, cited, live):
    status = LegalCase.lookup("Mexico v. Smith & Wesson").status(on=on)
    ruling = status.operative_ruling
    assert (suit, bar, live) == (status.suit_status.value, status.plcaa_bar.value, len(status.live_defendants))
    assert cited == (str(ruling.citation) if ruling else None)


def test_gustafson_turns_three_times():
    history = LegalCase.lookup("Gustafson").history()
    assert ["not_ruled", "barred", "statute_unconstitutional", "not_barred_no_majority", "barred"] == [
        step.status.plcaa_bar.value for step in history
    ]


def test_soto_by_claim():
    case = LegalCase.lookup("Soto")
    status = case.status(on=date(2019, 4, 1))
    by_claim = {entry.claim: (entry.live, entry.ground and entry.ground.value) for entry in status.claims}
    assert {"entrustment": (False, "plcaa"), "sale": (False, "time"), "marketing": (True, None)} == by_claim
    assert "revived" == case.status(on=date(2019, 11, 12)).suit_status.value  # a denial of certiorari is no ruling
    assert "finished" == case.status(on=date(2022, 2, 15)).suit_status.value


def test_the_registry():
    assert len(ALL) >= 14
    assert "mexico-v-smith-wesson" == LegalCase.lookup("Smith & Wesson Brands, Inc. v. Estados Unidos Mexicanos").id
    assert LegalCase.get("nothing") is None
    with pytest.raises(UnknownEntry):
        LegalCase.lookup("Doe v. Roe")


def test_parts():
    case = LegalCase.lookup("Mexico v. Smith & Wesson")
    assert "No. 1:21-cv-11269" == str(case.dockets[0])
    assert ["No. 5", "Nos. 5, 6", "No. not one"] == [str(Docket(number=number)) for number in ("5", "5, 6", "not one")]
    assert ["633 F. Supp. 3d 425", "91 F.4th 511", "605 U.S. 280"] == [str(entry.citation) for entry in case.citations]
    assert (True, False) == (case.event("sw-05").verified, case.event("sw-16").verified)
    with pytest.raises(CaseError, match="no such claim: 'x'"):
        case.claim("x")
    with pytest.raises(CaseError, match="event 'x': no such event"):
        case.event("x")
    williams = LegalCase.lookup("Williams")
    assert [False, True] == [entry.verified for entry in LegalCase.lookup("NSSF v. James").citations][::-1]
    assert 9 == len(williams.citations)


ADDED = """
id = "x-v-y"
name = "X v. Y"
checked_until = 2026-01-01
leading = "a"

[[event]]
id = "a"
date = 2025-03-01
court = "mad"
event = "motion_to_dismiss_denied"
"""


def test_a_case_is_added_by_a_file(monkeypatch: pytest.MonkeyPatch, read_anew: Callable[[Any], None]) -> None:
    text, files = _tables.text, _tables.files
    monkeypatch.setattr(_tables, "files", lambda name: (*files(name), *(["cases/x.toml"] if name == "cases" else [])))
    monkeypatch.setattr(_tables, "text", lambda name: ADDED if name == "cases/x.toml" else text(name))
    read_anew(LegalCase)
    assert LegalCase.lookup("x v y") == LegalCase.parse(ADDED)
    assert len(LegalCase.all()) == len(ALL) + 1


def test_a_case_is_short_in_print() -> None:
    case = LegalCase.lookup("Soto")
    assert str(case) == "Soto: 331 Conn. 53 (Conn. 2019-03-19)"
    assert all(len(text) < 400 for entry in ALL for text in (repr(entry), str(entry)))


def test_the_digest_is_that_of_the_facts() -> None:
    case = LegalCase.parse(ADDED)
    assert case.digest == LegalCase.parse(ADDED).digest
    assert case.digest != LegalCase.parse(ADDED.replace("03-01", "03-02")).digest


def test_dispositions_are_events():
    assert {entry.value for entry in Disposition} == {kind.value for kind in EventKind if kind.is_ruling}


def test_a_ruling_is_content():
    """As in the news of 22 January 2024: no court is named, and no day but "Monday"."""
    ruling = Ruling(disposition=Disposition.REVERSED)
    assert isinstance(ruling, Proposition)
    assert "reversed" == str(ruling)
    assert ruling.bar is None
    assert ("a ruling: reversed", "una resolución: revocada") == (ruling.label("en"), ruling.label("es"))
    decided = LegalCase.lookup("Mexico v. Smith & Wesson").event("sw-08").ruling
    assert "91 F.4th 511 (1st Cir. 2024-01-22): reversed and remanded; PLCAA: not barred as pleaded" == decided.label()
    assert ruling == from_plain(to_plain(ruling), Ruling)


@pytest.mark.parametrize(
    ("bars", "bar"),
    [
        (["barred"], "barred"),
        (["barred", None], "barred"),
        (["barred", "not_barred_as_pleaded"], "partly_barred"),
        (["statute_unconstitutional", "not_barred_as_pleaded"], "not_barred_as_pleaded"),
    ],
)
def test_what_a_ruling_holds_as_a_whole(bars, bar):
    holdings = tuple(Holding(bar=PlcaaBar(value) if value else None) for value in bars)
    assert bar == Ruling(disposition=Disposition.AFFIRMED, holdings=holdings).bar.value
