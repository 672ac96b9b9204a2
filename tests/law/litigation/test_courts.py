"""Courts: the table, and who reviews whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from armstrace import _tables
from armstrace._convert import from_plain, to_plain
from armstrace.errors import ParseError, UnknownEntry
from armstrace.law.litigation import Court, CourtLevel

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


@pytest.mark.parametrize(
    ("name", "court_id"),
    [
        ("mad", "mad"),
        ("D. Mass.", "mad"),
        ("1st Cir.", "ca1"),
        ("united states court of appeals for the first circuit", "ca1"),
        ("Supreme Court of the United States", "scotus"),
        ("Conn.", "conn"),
    ],
)
def test_lookup(name, court_id):
    assert court_id == Court.lookup(name).id


@pytest.mark.parametrize(
    ("upper", "lower", "reviews"),
    [
        ("ca1", "mad", True),
        ("scotus", "mad", True),
        ("scotus", "conn", True),
        ("conn", "connsuperct", True),
        ("pa", "pactcompl", True),
        ("ny", "nysupct", True),
        ("ca2", "mad", False),
        ("mad", "ca1", False),
        ("ca1", "ca1", False),
        ("ca1", "massappct", False),
        ("mad", "masssuperct", False),
    ],
)
def test_who_reviews_whom(upper, lower, reviews):
    assert reviews is Court.lookup(upper).reviews(Court.lookup(lower))


def test_every_court_is_reviewed_by_known_courts_and_leads_to_the_top():
    top = Court.lookup("scotus")
    for court in Court.all():
        assert all(Court.get(court_id) for court_id in court.reviewed_by)
        assert court.steps_to(top) is not None, court.id
        assert bool(court.reviewed_by) is (court != top)


def test_districts_have_one_circuit():
    districts = [court for court in Court.all() if court.federal and court.level is CourtLevel.TRIAL]
    assert 94 == len(districts)
    assert all(len(court.reviewed_by) == 1 and court.reviewed_by[0].startswith("ca") for court in districts)


def test_the_table_is_sorted_and_sourced():
    ids = [court.id for court in Court.all()]
    assert ids == sorted(ids)
    assert all(court.source for court in Court.all())


def test_equality_is_that_of_ids():
    mad = Court.lookup("mad")
    assert mad == Court(id="mad", name="another name", system="us", level=CourtLevel.TRIAL)
    assert mad != Court.lookup("ca1")


def test_unknown_names_are_refused():
    with pytest.raises(UnknownEntry, match="no entry in courts"):
        Court.lookup("Court of Nowhere")
    assert Court.get("nowhere") is None
    assert "conn" in [court.id for court in Court.search("Conneticut Supreme Court")]


def test_json():
    mad = Court.lookup("mad")
    assert mad == from_plain(to_plain(mad), Court)
    assert "mad" == to_plain(mad)
    for data in ("nowhere", 3, None):
        with pytest.raises(ParseError, match=r"no id in courts|no text"):
            from_plain(data, Court)


def test_a_court_is_added_by_a_row(monkeypatch: pytest.MonkeyPatch, read_anew: Callable[[Any], None]) -> None:
    tribal = {"id": "added", "name": "Added Court", "citation": "", "system": "us", "level": "trial"}
    shipped = _tables.rows("courts/courts.csv")
    added = {**tribal, "reviewed_by": "ca9", "source": "test", "verified": "false"}
    monkeypatch.setattr(_tables.registry, "rows", lambda _name: [*shipped, added])
    read_anew(Court)
    assert Court.lookup("added court").steps_to(Court.lookup("scotus")) == 2
    assert added["id"] in {court.id for court in Court.all()}
