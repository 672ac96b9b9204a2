"""Two records, and two lists."""

from __future__ import annotations

import datetime
import itertools
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json, to_json
from armstrace.matching.compare import compare
from armstrace.matching.link import link
from armstrace.matching.match_model import MatchModel
from armstrace.matching.verdicts import Verdict
from armstrace.records.custody import CustodyRecord
from armstrace.records.recorded import CustodySort, RecordedWeapon
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.sources import Citation, Source
from armstrace.weapons.marks.headstamps import Headstamp
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace.matching.results.match_set import MatchSet

FOUND, LISTED = datetime.date(2021, 5, 1), datetime.date(2015, 5, 1)


def weapon(serial: str, lot: str = "", **cells: str) -> Weapon:
    read = read_weapon(cells, language="en").weapon
    return attrs.evolve(read, serial=SerialNumber.parse(serial), lot=LotNumber.parse(lot) if lot else None)


def seized(row: int, serial: str, day: datetime.date | None = FOUND, **cells: str) -> Seizure:
    return Seizure(
        id=f"S{row}",
        date=UncertainDate.exact(day) if day else None,
        items=(SeizedItem(weapon=weapon(serial, **cells), count=1),),
        citation=Citation(source=Source(title="seizures.csv"), row=row),
    )


def listed(row: int, serial: str, day: datetime.date | None = LISTED, **cells: str) -> CustodyRecord:
    return CustodyRecord(
        id=f"K{row}",
        weapon=weapon(serial, **cells),
        date=UncertainDate.exact(day) if day else None,
        citation=Citation(source=Source(title="stock.csv"), row=row),
    )


COLT: dict[str, Any] = {"make": "COLT", "model": "M16A1", "caliber": "5.56x45"}
FILLER = [listed(1000 + i, f"{70_000_000 + 977 * i}") for i in range(300)]


def pairs(matches: MatchSet) -> list[tuple[str | None, str | None]]:
    return [(match.left.record_id, match.right.record_id) for match in matches]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("9671462", "9671462"),
        ("SERIE: 9671462", "9671462 "),
        ("96714-62", "9671462"),
        ("967I462", "9671462"),
        ("9671462 MEX", "9671462"),
        ("9671642", "9671462"),
        ("99671462", "9671462"),
        ("w361028", "W361028"),
        ("0971462", "971462"),
    ],
)
def test_the_same_weapon_written_otherwise(left: str, right: str) -> None:
    matches = link([seized(2, left, **COLT)], [listed(3, right, **COLT), *FILLER])
    assert [("S2", "K3")] == pairs(matches)
    (match,) = matches
    assert Verdict.LEAD is match.verdict
    assert "serial" == match.reasons_for[0].field
    assert () == match.reasons_against
    assert (matches.candidates, matches.excluded, matches.unmatched) == ((), (), ())


def test_a_false_friend_is_excluded_with_its_reasons() -> None:
    """The same serial number on another make in another caliber is another weapon."""
    glock: dict[str, Any] = {"make": "GLOCK", "model": "17", "caliber": "9x19", "kind": "PISTOL"}
    matches = link([seized(2, "9671462", kind="RIFLE", **COLT)], [listed(3, "9671462", **glock), *FILLER])
    assert [] == pairs(matches)
    (match,) = matches.excluded
    assert {"make", "caliber", "kind", "model"} == {reason.field for reason in match.reasons_against}
    assert "1 only with matches that the records contradict" in matches.explain()


@pytest.mark.parametrize("others", [[], FILLER])
def test_found_before_the_list_says_it_was_there(others: list[CustodyRecord]) -> None:
    """However much else agrees, it is no lead; the one that the list shows has the number and is shown."""
    early = link([seized(2, "9671462", day=datetime.date(2014, 1, 1), **COLT)], [listed(3, "9671462", **COLT), *others])
    assert [] == pairs(early)
    (match,) = (*early.candidates, *early.excluded)
    assert ["date.before_record"] == [reason.code for reason in match.reasons_against]


@pytest.mark.parametrize("sort", [CustodySort.THEFT, CustodySort.LOSS])
def test_a_theft_reported_after_the_find_is_still_a_lead(sort: CustodySort) -> None:
    late = attrs.evolve(listed(3, "9671462", **COLT), sort=sort)
    found = seized(2, "9671462", day=datetime.date(2014, 1, 1), **COLT)
    (match,) = link([found], [late, *FILLER])
    assert ["date.before_report"] == [reason.code for reason in match.reasons_against]
    in_time = link([seized(2, "9671462", **COLT)], [late, *FILLER]).leads[0]
    assert match.probability < in_time.probability


def test_a_find_without_a_day_may_have_been_later() -> None:
    undated = link([seized(2, "9671462", day=None, **COLT)], [listed(3, "9671462", **COLT)])
    assert [("S2", "K3")] == pairs(undated)


def test_a_neighbor_in_the_series_is_no_lead() -> None:
    matches = link([seized(2, "9671462", **COLT)], [listed(3, "9671465", **COLT), *FILLER])
    assert [] == pairs(matches)


def test_the_exact_number_beats_its_neighbors() -> None:
    stock = [listed(3 + i, f"967146{i}", **COLT) for i in range(10)]
    matches = link([seized(2, "9671462", **COLT)], stock)
    assert [("S2", "K5")] == pairs(matches)


@pytest.mark.parametrize("serial", ["S/N", "N/A", "0", "XXXX", "LIMADA", "ILEGIBLE", "", "NONE"])
def test_placeholders_never_match(serial: str) -> None:
    matches = link([seized(2, serial, **COLT)], [listed(3, serial, **COLT)])
    (unmatched,) = matches.unmatched
    assert ("match.none.no_serial", 0, 0) == (unmatched.reason.code, len(matches), len(matches.candidates))
    assert unmatched.explain("en").startswith("S2: no serial number to look for")
    assert "no hay matrícula" in unmatched.explain("es")


def test_an_altered_number_is_not_looked_for() -> None:
    thing = seized(2, "9671462", **COLT)
    item = thing.items[0]
    altered = attrs.evolve(item.weapon, serial=SerialNumber.parse("9671462", SerialState.ALTERED))
    matches = link([attrs.evolve(thing, items=(attrs.evolve(item, weapon=altered),))], [listed(3, "9671462", **COLT)])
    assert ("match.none.no_serial",) == tuple(each.reason.code for each in matches.unmatched)
    match = compare(RecordedWeapon(weapon=altered, citation=thing.citation), listed(3, "9671462", **COLT))
    assert Verdict.LEAD is not match.verdict
    assert "match.altered" in {caveat.code for caveat in match.caveats}


def test_two_listed_weapons_that_fit_alike_are_rivals() -> None:
    stock = [listed(3, "9671832", **COLT), listed(4, "9671882", **COLT)]
    matches = link([seized(2, "96718B2", **COLT)], [*stock, *FILLER])
    assert [] == pairs(matches)
    assert [("K3",), ("K4",)] == sorted(match.rivals for match in matches.candidates)
    best, other = matches.candidates
    # B is read for 8 more often than for 3
    assert ("K4", "K3") == (best.right.record_id, other.right.record_id)
    assert best.probability > 0.5
    assert "another listed weapon fits nearly as well" in best.explain("en")
    assert "other listed weapons that are similar: K3" in best.explain("en")
    assert "otras armas listadas parecidas: K3" in best.explain("es")


def test_one_weapon_listed_twice_is_no_rival_of_itself() -> None:
    stock = [listed(3, "9671462", **COLT), listed(4, "967-1462", day=datetime.date(2016, 1, 1), make="COLT")]
    matches = link([seized(2, "9671462", **COLT)], [*stock, *FILLER])
    assert {("S2", "K3"), ("S2", "K4")} == set(pairs(matches))
    assert all(match.rivals == () for match in matches)


@pytest.mark.parametrize(
    ("partial", "whole"), [("...5231", "95231"), ("W361???", "W361028"), ("?361028", "W361028"), ("W361XXX", "W361028")]
)
def test_partial_numbers_are_looked_up_by_a_legible_end(partial: str, whole: str) -> None:
    for left, right in ((partial, whole), (whole, partial)):
        matches = link([seized(2, left, **COLT)], [listed(3, right, **COLT), *FILLER])
        near = {(m.left.record_id, m.right.record_id) for m in (*matches, *matches.candidates)}
        assert {("S2", "K3")} == near


def test_too_little_to_look_for() -> None:
    (unmatched,) = link([seized(2, "?9?4??1?", **COLT)], [listed(3, "19248211", **COLT)]).unmatched
    assert "match.none.too_little" == unmatched.reason.code


def test_a_number_cut_at_a_hyphen() -> None:
    matches = link([seized(2, "34237", make="ROMARM")], [listed(3, "34237-2095", make="ROMARM"), *FILLER])
    assert [("S2", "K3")] == [(m.left.record_id, m.right.record_id) for m in (*matches, *matches.candidates)]


def test_nothing_comes_close() -> None:
    (unmatched,) = link([seized(2, "9671462", **COLT)], FILLER).unmatched
    assert "match.none.not_listed" == unmatched.reason.code
    assert "need not be complete" in unmatched.explain()


def test_a_lot_is_never_a_lead() -> None:
    grenade: dict[str, Any] = {"kind": "HAND GRENADE", "lot": "MA-90F018-001"}
    matches = link([seized(2, "", **grenade)], [listed(3, "", **grenade)])
    assert [] == pairs(matches)
    (match,) = matches.candidates
    assert ("lot.same", Verdict.INCONCLUSIVE) == (match.reasons[0].code, match.verdict)
    assert "match.lot_only" in {caveat.code for caveat in match.caveats}
    assert "the same production batch" in match.explain("en")


@pytest.mark.parametrize("serial", ["S/N", "LIMADA"])
def test_a_lot_shared_by_many_says_nothing(serial: str) -> None:
    grenade: dict[str, Any] = {"kind": "HAND GRENADE", "lot": "MA-90F018-001"}
    (unmatched,) = link([seized(2, serial, **grenade)], [listed(i, "", **grenade) for i in range(1, 502)]).unmatched
    assert ("match.none.batch_common", (("count", "501"),)) == (unmatched.reason.code, unmatched.reason.values)


def test_things_of_one_lot_with_two_numbers_are_two() -> None:
    grenade: dict[str, Any] = {"kind": "HAND GRENADE", "lot": "MA-90F018-001"}
    (match,) = link([seized(2, "7534112", **grenade)], [listed(3, "9671462", **grenade), *FILLER]).excluded
    assert {"serial.different", "lot.same"} <= {reason.code for reason in match.reasons}


def test_one_number_in_one_lot_is_more_than_a_lot() -> None:
    grenade: dict[str, Any] = {"kind": "HAND GRENADE", "lot": "MA-90F018-001"}
    (match,) = link([seized(2, "9671462", **grenade)], [listed(3, "9671462", **grenade), *FILLER])
    assert "match.lot_only" not in {caveat.code for caveat in match.caveats}
    (other,) = link(
        [seized(2, "9671462", **grenade)], [listed(3, "9671462", **(grenade | {"lot": "MA-90F018-002"})), *FILLER]
    )
    assert other.probability < match.probability


def test_empty_sides() -> None:
    assert "0 found weapons against 0 listed" in link([], []).explain()
    assert 1 == len(link([seized(2, "9671462")], []).unmatched)
    assert 0 == link([], FILLER).account.left


def test_one_number_on_every_row_is_bounded() -> None:
    """A number that hundreds of rows share says nothing of any of them."""
    stock = [listed(i, "9671462") for i in range(1, 2001)]
    # one that comes close is no better than those that bear just the number
    matches = link([seized(i, "9671462") for i in range(1, 2001)], [*stock, listed(2001, "96714621")])
    assert ([], 2000) == (pairs(matches), len(matches.unmatched))
    assert ("match.none.too_common", (("count", "2000"),)) == (
        matches.unmatched[0].reason.code,
        matches.unmatched[0].reason.values,
    )
    assert "2000 listed weapons bear such a number" in matches.unmatched[0].explain("en")
    assert "2000 armas de la lista llevan un número así" in matches.unmatched[0].explain("es")


@given(
    st.lists(st.text("019AB?*-./ SNX", max_size=12), max_size=8), st.lists(st.text("019AB?-X", max_size=10), max_size=8)
)
def test_each_found_weapon_comes_out(left: list[str], right: list[str]) -> None:
    found = [seized(i, serial) for i, serial in enumerate(left, 1)]
    matches = link(found, [listed(i, serial) for i, serial in enumerate(right, 1)])
    shown = {match.left.record_id for match in (*matches.leads, *matches.candidates, *matches.excluded)}
    assert shown | {each.left.record_id for each in matches.unmatched} == {seizure.id for seizure in found}
    assert shown.isdisjoint(each.left.record_id for each in matches.unmatched)
    assert matches == from_json(to_json(matches))
    for match in (*matches.leads, *matches.candidates):
        assert 0 <= match.probability <= 1
        assert all("{" not in match.explain(language) for language in ("en", "es"))


def test_two_guns_in_one_seizure_are_linked_apart() -> None:
    thing = seized(2, "9671462", **COLT)
    other = attrs.evolve(thing.items[0], weapon=weapon("9680001", **COLT))
    both = attrs.evolve(thing, items=(*thing.items, other))
    assert [("S2", "K3"), ("S2", "K4")] == pairs(
        link([both], [listed(3, "9671462", **COLT), listed(4, "9680001", **COLT)])
    )
    with pytest.raises(ValueError, match="2 weapons"):
        compare(both, listed(3, "9671462"))


def test_another_model() -> None:
    strict = attrs.evolve(MatchModel.default(), lead=0.999999)
    args = [seized(2, "9671462", **COLT)], [listed(3, "9671462", **COLT), *FILLER]
    assert (1, 0) == (len(link(*args)), len(link(*args, using=strict)))
    match = compare(args[0][0], args[1][0], using=strict)
    assert (Verdict.INCONCLUSIVE, match) == (match.verdict, from_json(to_json(match)))


def test_explains_for_and_against_in_both_languages() -> None:
    other: dict[str, Any] = COLT | {"model": "M16A2"}
    match = compare(seized(2, "967I462", **COLT), listed(3, "9671462", **other))
    english, spanish = match.explain("en"), match.explain("es")
    assert "  + same make: Colt" in english
    assert "  - two variants of one model: M16A1 and M16A2" in english
    assert "a lead to check, not an identification" in english
    assert "  + misma marca: Colt" in spanish
    assert "un indicio por verificar, no una identificación" in spanish


def test_a_dense_list_makes_a_slip_less_likely_than_a_neighbor() -> None:
    """Around a lone listed number a look-alike digit is a slip; in a dense series it may be the next gun but some."""
    alone = link([seized(2, "9671462", **COLT)], [listed(3, "9611462", **COLT), *FILLER])
    dense = [listed(2000 + i, f"{9_671_300 + 2 * i + 1}", **COLT) for i in range(150)]
    among = link([seized(2, "9671462", **COLT)], [listed(3, "9611462", **COLT), *FILLER, *dense])
    assert [("S2", "K3")] == pairs(alone)
    assert [] == pairs(among)
    assert among.candidates == () or among.candidates[0].probability < 0.5


def test_an_equal_number_of_the_line_leaves_no_room_for_another() -> None:
    dense = [listed(2000 + i, f"{9_671_300 + i}", **COLT) for i in range(300)]
    matches = link([seized(2, "9671462", **COLT)], dense)
    assert [("S2", "K2162")] == pairs(matches)
    assert matches.leads[0].probability > 0.9


def test_an_unreadable_digit_in_a_dense_series_is_shared_out() -> None:
    dense = [listed(2000 + i, f"{9_671_300 + i}", **COLT) for i in range(300)]
    matches = link([seized(2, "96714?2", **COLT)], dense)
    assert [] == pairs(matches)
    assert 10 == len(matches.candidates)
    assert all(match.probability < 0.11 for match in matches.candidates)
    too_many = link([seized(2, "9671???", **COLT)], dense)
    assert all(match.probability < 0.02 for match in too_many.excluded)


def test_a_character_too_many_may_come_from_other_guns_of_the_series() -> None:
    dense = [listed(2000 + i, f"{9_671_300 + 2 * i}", **COLT) for i in range(150)]
    (first, *_) = link([seized(2, "96714622", **COLT)], dense).candidates or link(
        [seized(2, "96714622", **COLT)], dense
    )
    assert 0.02 < first.probability < 0.98


def test_long_lists_of_excluded_weapons_are_cut() -> None:
    glock: dict[str, Any] = {"make": "GLOCK", "caliber": "9x19", "kind": "PISTOLA"}
    stock = [listed(i, f"96714{i:02}", **glock) for i in range(10, 40)]
    matches = link([seized(2, "96714?5", kind="RIFLE", **COLT), seized(3, "96714??", kind="RIFLE", **COLT)], stock)
    by_left = [match.left.record_id for match in matches.excluded]
    assert by_left.count("S3") <= 10


def test_cartridges_of_one_headstamp_are_of_one_maker_and_year_and_no_lead() -> None:
    def shown(row: int, text: str) -> RecordedWeapon:
        cartridge = Weapon(headstamp=Headstamp.parse(text))
        return RecordedWeapon(weapon=cartridge, citation=Citation(source=Source(title="rounds.csv"), row=row))

    matches = link([shown(2, "12: LC, 6: 18"), shown(3, "12: FN, 6: 07")], [shown(4, "LC / 18")])
    (match,) = matches.candidates
    assert ([], "headstamp.same", Verdict.INCONCLUSIVE) == (pairs(matches), match.reasons[0].code, match.verdict)
    assert "match.headstamp_only" in {caveat.code for caveat in match.caveats}
    assert "one maker and year, not one cartridge" in match.explain()
    assert 1 == len(matches.unmatched)


def test_a_weapon_that_hundreds_of_rows_list_is_shown_by_the_first_and_the_rest_are_counted() -> None:
    matches = link([seized(2, "9671462", **COLT)], [listed(3 + n, "9671462", **COLT) for n in range(40)])
    assert 25 == len(matches)
    assert "rows that list the same weapon, not shown: 15" in matches.leads[0].explain()
    assert "filas que listan la misma arma y no se muestran: 15" in matches.leads[0].explain("es")
    few = link([seized(2, "9671462", **COLT)], [listed(3 + n, "9671462", **COLT) for n in range(25)])
    assert 25 == len(few)
    assert "not shown" not in few.leads[0].explain()


def test_the_same_number_in_a_second_list_is_shown_beside_the_richer_row() -> None:
    """Listed again after it was found: that speaks against a lead, and must not be hidden by the row that agrees."""
    later = listed(4, "9671462", day=FOUND.replace(year=2022))
    shown = link([seized(2, "9671462", **COLT)], [listed(3, "9671462", **COLT), later]).by_found[0].matches
    assert {"K3", "K4"} == {match.right.record_id for match in shown}


def test_the_order_of_the_list_changes_nothing() -> None:
    """Rows that share a number around the found one stand for it together."""
    glock: dict[str, Any] = {"make": "GLOCK", "caliber": "9x19"}
    stock = [listed(3, "8119279", **glock), listed(4, "8119474", **COLT), listed(5, "8119474", caliber="9x19")]
    ways = [link([seized(2, "8119274", **COLT)], each) for each in (stock, stock[::-1])]
    chances = [
        {match.right.record_id: match.probability for match in (*way.leads, *way.candidates, *way.excluded)}
        for way in ways
    ]
    assert chances[0] == pytest.approx(chances[1])


def test_rivals_of_two_lists_that_use_one_reference_are_told_apart() -> None:
    two = [
        CustodyRecord(
            id="K1",
            weapon=weapon(serial, **COLT),
            list_name=name,
            citation=Citation(source=Source(title=f"{name}.csv"), row=2),
        )
        for serial, name in (("9671442", "north"), ("9671792", "south"))
    ]
    matches = link([seized(2, "9671492", **COLT)], [*two, *FILLER])
    shown = {match.right.list_name: match.rivals for match in matches.by_found[0].matches}
    assert {"north": ("K1 (south)",), "south": ("K1 (north)",)} == shown


def test_where_an_unlisted_weapon_is_likelier_each_match_says_so() -> None:
    dense = [listed(2 + n, str(9_671_301 + 2 * n), **COLT) for n in range(150)]
    matches = link([seized(2, "9671442", **COLT)], [*dense, *FILLER])
    told = [caveat for match in matches.by_found[0].matches for caveat in match.caveats]
    assert {"match.unlisted"} == {caveat.code for caveat in told}
    assert "a weapon of the same line that is not listed is likelier (probability 0.9" in told[0].explain()
    assert "es más probable un arma de la misma línea" in told[0].explain("es")
    (sure,) = link([seized(2, "9671443", **COLT)], [*dense, *FILLER]).leads
    assert "match.unlisted" not in {caveat.code for caveat in sure.caveats}


def test_a_number_that_was_sought_is_not_called_common_for_its_lot() -> None:
    lot: dict[str, Any] = {"kind": "HAND GRENADE", "lot": "MA-90F018-001"}
    (unmatched,) = link(
        [seized(2, "Z998877", **lot)], [listed(i, f"{10_000 * i}", **lot) for i in range(1, 502)]
    ).unmatched
    assert "match.none.not_listed" == unmatched.reason.code


@pytest.mark.parametrize("letter", "KXFU")
def test_a_letter_that_looks_like_no_digit_may_stand_for_any(letter: str) -> None:
    """Of ten numbers that may have been meant, one is listed."""
    sparse = [listed(2 + n, f"A12{10 * n:04}", **COLT) for n in range(500)]
    (match,) = link([seized(2, f"A12345{letter}", **COLT)], sparse).candidates
    assert "A123450" == match.right.weapon.serial.text
    assert 0.1 < match.probability < 0.5


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_row_that_may_list_either_of_two_weapons_joins_neither(order: tuple[int, ...]) -> None:
    rows = [listed(2, "AB123456"), listed(3, "AB123456", make="COLT"), listed(4, "AB123456", make="BUSHMASTER")]
    matches = link([seized(2, "AB123456")], [*(rows[place] for place in order), *FILLER])
    assert () == matches.leads
    shares = {match.right.record_id: round(match.probability, 3) for match in matches.candidates}
    assert 1 == len(set(shares.values()))
    assert {"K2", "K3", "K4"} == set(shares)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_rows_of_one_weapon_that_say_more_and_less_go_together(order: tuple[int, ...]) -> None:
    rows = [listed(2, "AB123456"), listed(3, "AB123456", make="COLT"), listed(4, "AB123456", make="COLT")]
    matches = link([seized(2, "AB123456")], [*(rows[place] for place in order), *FILLER])
    assert {"K2", "K3", "K4"} == {match.right.record_id for match in matches.leads}


@pytest.mark.parametrize(("serial", "leads"), [("7", 0), ("17", 0), ("A7", 0), ("617", 1)])
def test_a_number_of_one_or_two_characters_is_no_lead(serial: str, leads: int) -> None:
    matches = link([seized(2, serial, **COLT)], [listed(3, serial, **COLT)])
    assert leads == len(matches.leads)
    (match,) = (*matches.leads, *matches.candidates)
    assert ("too short a serial number" in match.explain()) == (leads == 0)
    assert ("matrícula demasiado corta" in match.explain("es")) == (leads == 0)


def test_what_rests_on_a_model_nobody_checked_bears_a_caveat() -> None:
    found = seized(2, "9671462", kind="PISTOL", model="M16A2")
    (lead,) = link([found], [listed(3, "9671462", kind="RIFLE"), *FILLER]).leads
    assert "the kind of the model M16A2 was not verified" in lead.explain()
    assert "no se verificó de qué tipo es M16A2" in lead.explain("es")
    (plain,) = link([seized(2, "9671462", kind="RIFLE")], [listed(3, "9671462", kind="RIFLE"), *FILLER]).leads
    assert "match.model_unverified" not in {caveat.code for caveat in plain.caveats}


def test_the_model_says_which_numbers_are_too_short() -> None:
    lists = [seized(2, "7", **COLT)], [listed(3, "7", **COLT)]
    assert 1 == len(link(*lists, using=attrs.evolve(MatchModel.default(), shortest=1)).leads)
    assert 0 == len(link(*lists, using=attrs.evolve(MatchModel.default(), shortest=2)).leads)
