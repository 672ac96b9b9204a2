"""The shipped sample, end to end, against what its maker knows to be true."""

from __future__ import annotations

import csv
import pathlib

import pytest

from armstrace import Scheme, classify, link, samples
from armstrace.weapons.serials.states import SerialState

TRUTH_FILE = pathlib.Path(__file__).parent / "data" / "sample_truth.csv"
TRUTH = [*csv.DictReader(TRUTH_FILE.read_text("utf-8").splitlines())]
FOUND, LISTED = samples.seizures(), samples.stock()
MATCHES = link(FOUND.records, LISTED.records)


def pairs(relation: str) -> set[tuple[str, str]]:
    return {(row["id_aseguramiento"], row["record_id"]) for row in TRUTH if row["relation"] == relation}


LEADS = {(match.left.record_id, match.right.record_id) for match in MATCHES.leads}
CANDIDATES = {(match.left.record_id, match.right.record_id) for match in MATCHES.candidates}


def test_every_row_is_accounted_for() -> None:
    assert (66, 60, 0, 6) == (FOUND.rows, len(FOUND.records), FOUND.rejected, len(FOUND.skipped))
    assert (402, 400) == (LISTED.rows, len(LISTED.records))
    assert {"title", "blank", "header", "note", "total"} == {row.reason for row in FOUND.skipped}
    assert {"date_unreadable", "count_not_positive"} <= {problem.code for problem in FOUND.problems}


def test_the_sample_says_that_it_is_made_up() -> None:
    for result in (FOUND, LISTED):
        assert result.source.synthetic
        assert all(("synthetic_serial", "true") in record.extras for record in result.records)


def test_it_holds_what_it_promises() -> None:
    weapons = [weapon.weapon for record in FOUND.records for weapon in record.recorded()]
    assert any(weapon.lot is not None and weapon.kinds.could_be("grenade") for weapon in weapons)
    assert any(weapon.kinds.could_be("launch_tube") or weapon.kinds.could_be("rocket_launcher") for weapon in weapons)
    states = {weapon.serial.state for weapon in weapons}
    assert {SerialState.OBLITERATED, SerialState.ILLEGIBLE, SerialState.ALTERED, SerialState.NOT_RECORDED} <= states
    assert any(len(seizure.items) == 2 for seizure in FOUND.seizures)


def test_true_matches_are_leads_and_nothing_else_is() -> None:
    """One digit that was read as another cannot be told from the next gun of a series, and is a candidate."""
    digit = {(row["id_aseguramiento"], row["record_id"]) for row in TRUTH if row["why"] == "substitute"}
    assert pairs("same") - digit <= LEADS
    assert digit <= LEADS | CANDIDATES
    assert LEADS <= pairs("same") | pairs("candidate")


def test_what_cannot_be_settled_is_no_lead() -> None:
    assert pairs("lot") <= CANDIDATES
    assert pairs("ambiguous") <= CANDIDATES
    assert LEADS.isdisjoint(pairs("lot") | pairs("ambiguous") | pairs("neighboring number"))


@pytest.mark.parametrize("relation", ["false friend", "restamped", "seized before the stock record"])
def test_false_friends_are_no_leads(relation: str) -> None:
    assert pairs(relation)
    assert LEADS.isdisjoint(pairs(relation))


def test_no_military_rifle_caliber_is_civilian_in_mexico() -> None:
    military = {"5.56x45mm", "223-remington", "7.62x39mm", "7.62x51mm", "308-winchester", "12.7x99mm"}
    for record in FOUND.records:
        for shown in record.recorded():
            caliber = shown.weapon.caliber
            if caliber and caliber.candidates and {cartridge.id for cartridge in caliber.candidates} <= military:
                outcome = classify(shown.weapon, Scheme.MX, on=shown.date).outcome
                assert outcome in ("military_exclusive", "undetermined"), shown
