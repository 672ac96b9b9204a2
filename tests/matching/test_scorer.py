"""Candidates weighed against each other and against none."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.value import UncertainDate
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.scorer import Scorer
from armstrace.matching.verdicts import Verdict
from armstrace.places import Place
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace.matching.match import Match

MODEL = MatchModel.default()
COLT = read_weapon({"make": "COLT", "model": "M16A1", "caliber": "5.56x45"}, language="en").weapon
TEXAS, JALISCO = Place.read(state="TX", country="US"), Place.read(state="Jalisco", country="MX")


def row(name: str, serial: str, thing: Weapon = COLT, place: Place | None = None, lot: str = "") -> RecordedWeapon:
    return RecordedWeapon(
        weapon=attrs.evolve(thing, serial=SerialNumber.parse(serial), lot=LotNumber.parse(lot) if lot else None),
        record_id=name,
        place=place,
        citation=Citation(source=Source(title="a.csv")),
    )


FILLER = [row(f"F{i}", f"{70_000_000 + 977 * i}") for i in range(300)]


def matches(found: RecordedWeapon, *listed: RecordedWeapon) -> list[Match]:
    scorer = Scorer.of([*listed, *FILLER], MODEL, found=[found])
    return scorer.matches(scorer.evidence(found), Prevalence.estimate((), MODEL))


def test_the_likeliest_first() -> None:
    given_each = matches(
        row("S1", "96714?2"), row("K1", "9671462"), row("K2", "9671482", Weapon()), row("K3", "9671442")
    )
    assert {"K1", "K3"} == {match.right.record_id for match in given_each[:2]}
    assert [match.probability for match in given_each] == sorted(
        (match.probability for match in given_each), reverse=True
    )
    # names of those that come close, and not its own
    assert {"K1": ("K3",), "K3": ("K1",)} == {match.right.record_id: match.rivals for match in given_each[:2]}


def test_probabilities_of_the_groups_leave_room_for_none() -> None:
    given_each = matches(row("S1", "96714?2"), *(row(f"K{n}", f"96714{n}2") for n in range(10)))
    assert 10 == len(given_each)
    assert sum(match.probability for match in given_each) < 1
    assert {Verdict.INCONCLUSIVE} == {match.verdict for match in given_each}


def test_rows_that_list_one_weapon_share_its_probability() -> None:
    one, other = matches(row("S1", "9671462"), row("K1", "9671462"), row("K2", "967-1462", Weapon()))
    assert ("K1", "K2") == (one.right.record_id, other.right.record_id)
    assert one.probability == other.probability > 0.9
    assert () == one.rivals == other.rivals
    # each with reasons of its own
    assert ("serial.equal", "serial.format") == tuple(
        next(reason.code for reason in match.reasons if reason.field == "serial") for match in (one, other)
    )


def test_two_weapons_of_one_number_are_two() -> None:
    glock = read_weapon({"make": "GLOCK", "model": "17", "caliber": "9x19"}, language="en").weapon
    given_each = matches(row("S1", "9671462"), row("K1", "9671462"), row("K2", "9671462", glock))
    assert "K1" == given_each[0].right.record_id
    assert Verdict.LEAD is given_each[0].verdict
    assert all(match.probability < 0.01 for match in given_each[1:])


def test_a_place_in_the_same_state_is_a_little_likelier() -> None:
    far, near = (
        matches(row("S1", "96714?2", place=TEXAS), row("K1", "9671462", place=where), row("K2", "9671482"))
        for where in (JALISCO, TEXAS)
    )
    by_id = [next(m.probability for m in each if m.right.record_id == "K1") for each in (far, near)]
    assert by_id[0] < by_id[1]


def test_a_lot_alone_is_a_candidate() -> None:
    (match,) = matches(row("S1", "S/N", lot="MA-90F018-001"), row("K1", "S/N", lot="MA-90F018-001"))
    # one of thousands
    assert 0 < match.probability < 0.001
    assert Verdict.INCONCLUSIVE is match.verdict
    assert [] == matches(row("S1", "S/N", lot="MA-90F018-001"), row("K1", "S/N", lot="MA-90F018-002"))


def test_things_of_one_lot_are_all_shown_and_each_is_hardly_the_one() -> None:
    rows = [row(f"K{n}", "S/N", lot="MA-90F018-001") for n in range(5)]
    found = matches(row("S1", "S/N", lot="MA-90F018-001"), *rows)
    assert ["K0", "K1", "K2", "K3", "K4"] == [match.right.record_id for match in found]
    assert {Verdict.INCONCLUSIVE} == {match.verdict for match in found}
    assert max(match.probability for match in found) < 0.001


def test_a_number_of_an_odd_shape_is_likelier_a_slip() -> None:
    """A letter where all other numbers have digits is more likely misread than one of a line nobody has seen."""
    usual = [row(f"U{n}", f"{n:03}B{n:03}", Weapon()) for n in range(300)]
    found = row("S1", "967B462", Weapon())
    listed = row("K1", "9678462", Weapon())
    odd = Scorer.of([listed, *FILLER], MODEL, found=[found])
    common = Scorer.of([listed, *usual], MODEL, found=[found])
    start = Prevalence.estimate((), MODEL)
    (one,), (other,) = (scorer.matches(scorer.evidence(found), start)[:1] for scorer in (odd, common))
    assert ("K1", "K1") == (one.right.record_id, other.right.record_id)
    assert other.probability < one.probability


def test_a_long_number_alone_is_not_certain() -> None:
    """Copying makes equal numbers more often than the characters tell: contradicted, it proves little."""
    glock = read_weapon({"make": "GLOCK", "model": "17"}, language="en").weapon
    beretta = read_weapon({"make": "BERETTA", "model": "92"}, language="en").weapon
    found, listed = row("S1", "1234567890", beretta), row("K1", "1234567890", glock)
    start = Prevalence.estimate((), MODEL)
    probability: dict[float, float] = {}
    for cap in (22.0, 60.0):
        using = MODEL.with_weights({"serial.cap": cap}, version="other cap")
        scorer = Scorer.of([listed, *FILLER], using, found=[found])
        (match,) = scorer.matches(scorer.evidence(found), start)
        assert Verdict.INCONCLUSIVE is match.verdict
        probability[cap] = match.probability
    assert probability[22] < probability[60]


def test_only_numbers_that_are_known_say_how_many_are_listed() -> None:
    scorer = Scorer.of(FILLER, MODEL)
    assert scorer.evidence(row("S1", "9671462")).is_informative
    assert not scorer.evidence(row("S1", "S/N")).is_informative


def test_what_is_listed_as_it_was_read_is_not_sought_misread() -> None:
    given_each = matches(row("S1", "9671462"), row("K1", "9671462"), row("K2", "9671463"))
    assert ["K1"] == [match.right.record_id for match in given_each]
    # unless it is of another line
    glock = read_weapon({"make": "GLOCK", "caliber": "9x19"}, language="en").weapon
    both = matches(row("S1", "9671462"), row("K1", "9671462", glock), row("K2", "967146I"), row("K3", "96714620"))
    assert "K1" != both[0].right.record_id


@given(st.lists(st.text("0169-?I", max_size=7), max_size=8), st.text("0169-?I", max_size=7))
def test_probabilities_are_shares(listed: list[str], text: str) -> None:
    day = UncertainDate.exact(datetime.date(2020, 1, 1))
    rows = [attrs.evolve(row(f"K{n}", each), date=day) for n, each in enumerate(listed)]
    found = row("S1", text)
    scorer = Scorer.of(rows, MODEL, found=[found])
    evidence = scorer.evidence(found)
    given_each = scorer.matches(evidence, Prevalence.estimate((), MODEL))
    assert all(0 <= match.probability <= 1 for match in given_each)
    assert evidence.other > 0
    assert evidence.unlisted >= 0
    in_groups = [each.index for group in evidence.groups for each in group]
    assert len(in_groups) == len(set(in_groups))
    assert sum(Prevalence.estimate((), MODEL).posterior(evidence.listed, evidence.unlisted, evidence.other)) <= 1 + 1e-9
    assert {match.right.record_id for match in given_each} <= {f"K{place}" for place in in_groups}


def test_an_empty_list() -> None:
    found = row("S1", "9671462")
    scorer = Scorer.of([], MODEL, found=[found])
    assert [] == scorer.matches(scorer.evidence(found), Prevalence.estimate((), MODEL))
    assert pytest.approx(0) == scorer.evidence(found).unlisted
