"""What came of linking two lists: the account, shortlist together, rows, filtering."""

from __future__ import annotations

import csv
import datetime
import io
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import samples
from armstrace.dates.value import UncertainDate
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry
from armstrace.explain import Agreement, Reason
from armstrace.formats.json import from_json, to_json
from armstrace.matching.coverage.custody_context import CustodyContext
from armstrace.matching.coverage.scopes import ListScope
from armstrace.matching.link import link
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.results.account import MatchAccount
from armstrace.matching.results.match_set import Answer, MatchSet
from armstrace.matching.results.shortlists import Outcome, Shortlist
from armstrace.matching.verdicts import Verdict
from armstrace.places import Place
from armstrace.records.custody import CustodySort
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber

PREVALENCE = Prevalence.estimate((), MatchModel.default())
COLT: dict[str, Any] = {"make": "COLT", "model": "M16A1", "caliber": "5.56x45"}
US = Place.read(country="US")


def shown(serial: str, title: str, row: int, day: datetime.date | None, **cells: str) -> RecordedWeapon:
    weapon = attrs.evolve(read_weapon(cells, language="en").weapon, serial=SerialNumber.parse(serial))
    return RecordedWeapon(
        weapon=weapon,
        date=UncertainDate.exact(day) if day else None,
        citation=Citation(source=Source(title=title), row=row),
        record_id=f"{title[0].upper()}{row}",
    )


def found(serial: str, row: int = 2, **cells: str) -> RecordedWeapon:
    return shown(serial, "found.csv", row, datetime.date(2021, 5, 1), **cells)


def listed(
    serial: str,
    row: int = 2,
    name: str | None = None,
    day: datetime.date | None = datetime.date(2015, 5, 1),
    holder: str | None = None,
    **cells: str,
) -> RecordedWeapon:
    record = shown(serial, "listed.csv", row, day, **cells)
    return attrs.evolve(record, list_name=name, place=US, holder=holder)


FILLER = [listed(f"{70_000_000 + 977 * i}", 1000 + i, "DEALER_SALES") for i in range(300)]
TWICE = [
    listed("9671462", 3, "STOLEN_REG", datetime.date(2018, 3, 1), "Owner", **COLT),
    listed("9671462", 4, "my list", None, **COLT),
    listed("9671462", 5, "LESO_2020", datetime.date(2012, 1, 1), "EXAMPLE PD", **COLT),
    *FILLER,
]


def match(left: RecordedWeapon, verdict: Verdict, probability: float = 0.5) -> Match:
    return Match(left=left, right=listed("1"), probability=probability, verdict=verdict, reasons=())


def match_set_of(*answers: tuple[Verdict, ...]) -> MatchSet:
    lefts = [found("1", 2 + place) for place in range(len(answers))]
    given_answers = [
        ([match(left, verdict) for verdict in verdicts], None) for left, verdicts in zip(lefts, answers, strict=True)
    ]
    return MatchSet.from_answers(
        lefts,
        [listed("1")],
        given_answers,
        using=MatchModel.default(),
        prevalence=PREVALENCE,
    )


LEAD, OPEN, OUT = Verdict.LEAD, Verdict.INCONCLUSIVE, Verdict.EXCLUDED


def test_a_weapon_given_twice_keeps_the_answer_that_is_its_own_each_time() -> None:
    twice = found("1")
    answers = [([match(twice, LEAD)], None), ([match(twice, OUT)], None)]
    whole = MatchSet.from_answers(
        [twice, twice],
        [listed("1")],
        answers,
        using=MatchModel.default(),
        prevalence=PREVALENCE,
    )
    assert [Outcome.MATCHED, Outcome.EXCLUDED] == [shortlist.outcome for shortlist in whole.by_found]


@pytest.mark.parametrize(
    ("verdicts", "outcome"),
    [
        ((LEAD,), Outcome.MATCHED),
        ((OUT, OPEN, LEAD), Outcome.MATCHED),
        ((OPEN,), Outcome.SHORTLISTED),
        ((OUT, OPEN), Outcome.SHORTLISTED),
        ((OUT,), Outcome.EXCLUDED),
        ((), Outcome.UNMATCHED),
    ],
)
def test_each_found_weapon_is_counted_once_under_the_best_that_came_of_it(
    verdicts: tuple[Verdict, ...], outcome: Outcome
) -> None:
    account = match_set_of(verdicts).account
    assert {outcome.value} == {each.value for each in Outcome if getattr(account, each.value)}
    assert 1 == getattr(account, outcome.value) == account.left == account.right


def test_hits_are_of_one_found_weapon() -> None:
    (shortlist,) = match_set_of((Verdict.LEAD, Verdict.INCONCLUSIVE)).by_found
    copies = tuple(attrs.evolve(each, left=attrs.evolve(each.left)) for each in shortlist.matches)
    assert shortlist == attrs.evolve(shortlist, matches=copies)
    with pytest.raises(ValueError, match="several found weapons"):
        attrs.evolve(shortlist, matches=(shortlist.matches[0], match(found("1", 99), Verdict.EXCLUDED)))


def test_no_reason_stands_for_not_listed() -> None:
    (unmatched,) = match_set_of(()).unmatched
    assert "match.none.not_listed" == unmatched.reason.code


@given(
    st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=12),
    st.lists(st.integers(0, 5), max_size=12),
)
def test_the_account_adds_up(left: list[tuple[int, bool]], right: list[int]) -> None:
    """Whether a record comes again as one object or as two that say the same."""
    serials = ["9671462", "967I462", "9671463", "S/N", "96714??", "A1"]
    pool = [found(serial) for serial in serials]
    lefts = [pool[place] if same else found(serials[place]) for place, same in left]
    matches = link(lefts, [listed(serials[place], **COLT) for place in right])
    account = matches.account
    assert (len(left), len(right)) == (account.left, account.right)
    assert len(left) == account.matched + account.shortlisted + account.excluded + account.unmatched
    assert account.unmatched == len(matches.unmatched)
    assert len(left) - len(matches.unmatched) == len(matches.by_found)
    in_order = [shortlist.left for shortlist in matches.by_found]
    assert [id(each) for each in lefts if any(each is one for one in in_order)] == [id(each) for each in in_order]
    assert matches == from_json(to_json(matches))
    assert matches.explain() == from_json(to_json(matches)).explain()
    few = matches.filter(at_least=0.3)
    assert account == attrs.evolve(few.account, filtered_found=0, filtered_matches=0)


def test_an_account_that_does_not_add_up_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not add up"):
        MatchAccount(left=2, matched=1)
    with pytest.raises(ValueError, match="does not add up"):
        MatchAccount(left=1, matched=1, filtered_found=2)
    with pytest.raises(ValueError, match="unmatched"):
        MatchAccount(left=0, matched=1, unmatched=-1)
    whole = match_set_of((LEAD,), ())
    with pytest.raises(ValueError, match="1 found weapons shown"):
        attrs.evolve(whole, unmatched=())
    with pytest.raises(ValueError, match="zip"):
        MatchSet.from_answers([found("1")], [], [], using=MatchModel.default(), prevalence=PREVALENCE)
    with pytest.raises(ValueError, match="contexts"):
        attrs.evolve(whole.by_found[0], contexts=())
    with pytest.raises(ValueError, match="matches"):
        Shortlist(matches=(), contexts=(), outcome=Outcome.MATCHED)


def test_hits_in_several_lists_are_shown_together_by_day() -> None:
    matches = link([found("9671462", **COLT)], TWICE)
    (shortlist,) = matches.by_found
    assert (Outcome.MATCHED, 3) == (shortlist.outcome, len(matches))
    assert {CustodyContext.STOLEN, CustodyContext.UNKNOWN, CustodyContext.US_STOCK} == set(shortlist.contexts)
    head, *lines = shortlist.explain("en").splitlines()
    assert "F2: 3 listed, in " in head
    assert [
        "  2012-01-01: held in stock in the United States, in LESO_2020; holder: EXAMPLE PD; L5, a lead",
        "  2018-03-01: reported stolen, in STOLEN_REG; holder: Owner; L3, a lead",
        "  –: listed only, in my list; holder: –; L4, a lead",
    ] == [line.rpartition(", ")[0] for line in lines]
    assert "en existencia en Estados Unidos, en LESO_2020; en manos de: EXAMPLE PD" in shortlist.explain("es")


def test_a_lead_says_in_whose_hands_not_how_it_left() -> None:
    matches = link([found("9671462", **COLT)], TWICE)
    by_id = {each.right.record_id: [caveat.explain() for caveat in each.caveats] for each in matches}
    recorded = (
        "LESO_2020 shows it as held in stock in the United States (holder: EXAMPLE PD; day: 2012-01-01): the custody "
        "last recorded there, not how the weapon left it"
    )
    assert ["a lead to check, not an identification", recorded] == by_id["L5"]
    assert "what the rows of STOLEN_REG record was not verified (general knowledge: what the name says)" in by_id["L3"]
    # nothing is said of its hands, so nothing rests on what was not verified
    assert 2 == len(by_id["L4"])
    spanish = matches.leads[0].caveats[1].explain("es")
    assert "la última custodia que consta ahí, no cómo salió de ella" in spanish


def test_the_row_says_whose_hands_where_the_list_does_not() -> None:
    sold = attrs.evolve(TWICE[1], sort=CustodySort.SALE)
    (shortlist,) = link([found("9671462", **COLT)], [sold, *FILLER]).by_found
    assert (CustodyContext.US_SALE,) == shortlist.contexts


def test_only_leads_carry_the_hands() -> None:
    matches = link([found("9671462", **COLT)], [listed("9671465", 3, "LESO_2020", **COLT), *FILLER])
    assert not matches.leads
    codes = {caveat.code for each in (*matches.candidates, *matches.excluded) for caveat in each.caveats}
    assert "match.recorded_as" not in codes


def test_an_excluded_weapon_was_not_found_either() -> None:
    left = found("9671462", kind="MACHINE GUN")
    stock = [listed("9671462", 3, "LESO_2020"), *FILLER]
    out = attrs.evolve(match(left, OUT), right=stock[0])
    matches = MatchSet.from_answers([left], stock, [([out], None)], using=MatchModel.default(), prevalence=PREVALENCE)
    (shortlist,) = matches.by_found
    assert (Outcome.EXCLUDED, 1) == (shortlist.outcome, matches.account.excluded)
    assert ["scope.kind", "scope.incomplete"] == [reason.code for reason in shortlist.absences]
    assert "not the same weapon" in shortlist.explain().splitlines()[1]
    assert "LESO_2020 holds no machine gun" in shortlist.explain().splitlines()[2]
    (row,) = matches.rows()
    assert "excluded" == row["verdict"]
    assert str(row["caveats"]).endswith("no evidence; not found in DEALER_SALES: a list need not be complete")


def test_excluded_weapons_are_left_out_beside_others() -> None:
    left = found("1")
    both = MatchSet.from_answers(
        [left],
        [],
        [([match(left, LEAD), match(left, OUT)], None)],
        using=MatchModel.default(),
        prevalence=PREVALENCE,
    )
    assert 2 == len(both.by_found[0].explain().splitlines())


def test_every_unmatched_answer_says_what_it_means() -> None:
    gun = {"kind": "MACHINE GUN", "caliber": ".50 BMG"}
    lists = [listed("70000001", 3, "LESO_2020"), listed("70000002", 4, "my list"), *FILLER]
    matches = link([found("1622938", 2, **gun), found("S/N", 3), found("?9?4??1?", 4)], lists)
    none, no_serial, too_little = matches.unmatched
    assert [
        "F2: no listed serial number is similar",
        "LESO_2020 holds no machine gun: the absence of the weapon is no evidence",
        "LESO_2020 holds nothing in .50 BMG: the absence of the weapon is no evidence",
        "not found in DEALER_SALES: a list need not be complete",
        "not found in my list: what the list can hold is not known, and it need not be complete",
    ] == none.explain("en").split("; ")
    assert "LESO_2020 no contiene ametralladora: que el arma no esté ahí no prueba nada" in none.explain("es")
    assert "no serial number to look for (not recorded); not searched for in LESO_2020" in no_serial.explain()
    assert "too little of the serial number can be read; not searched for in LESO_2020" in too_little.explain()
    assert "no se buscó en LESO_2020, DEALER_SALES, my list: el arma puede estar ahí o no" in too_little.explain("es")


def test_what_was_not_sought_for_another_reason_may_stand_there() -> None:
    reason = Reason(code="match.none.too_many", agreement=Agreement.UNKNOWN)
    answers: list[Answer] = [((), reason)]
    (unmatched,) = MatchSet.from_answers(
        [found("1")],
        [listed("2")],
        answers,
        using=MatchModel.default(),
        prevalence=PREVALENCE,
    ).unmatched
    assert (reason, "scope.not_sought") == (unmatched.reason, unmatched.absences[0].code)


def test_own_scopes() -> None:
    own = ListScope.of("My List", sort=CustodySort.STOCK, no_kinds=["machine_gun"], source="the clerk", verified=True)
    lists = [listed("70000002", 4, "my list", **COLT)]
    matches = link([found("1", kind="MACHINE GUN"), found("70000002", 3, **COLT)], lists, scopes=[own])
    assert "scope.kind" == matches.unmatched[0].absences[0].code
    assert (CustodyContext.US_STOCK,) == matches.by_found[0].contexts
    with pytest.raises(AmbiguousEntry, match="list scopes"):
        link([], [], scopes=[own, ListScope.of("MY LIST")])


def test_filtering_tells_what_it_left_out() -> None:
    whole = match_set_of((LEAD, OPEN), (OPEN,), (OUT, OUT), ())
    leads = whole.filter(verdict=LEAD)
    assert (1, 0, 0, 0) == tuple(map(len, (leads.leads, leads.candidates, leads.excluded, leads.unmatched)))
    assert (3, 4) == (leads.account.filtered_found, leads.account.filtered_matches)
    assert (1, 1, 1, 1) == tuple(getattr(leads.account, outcome.value) for outcome in Outcome)
    assert leads == leads.filter(verdict=LEAD)
    none = leads.filter(verdict=OPEN)
    assert ((), 4, 5) == (none.by_found, none.account.filtered_found, none.account.filtered_matches)
    assert "left out by a filter: 4 matches; found weapons without a remaining match: 3" in leads.explain()
    assert "4 coincidencias; armas aseguradas sin ninguna" in leads.explain("es")
    assert "filter" not in whole.explain()
    assert leads.stamp == whole.stamp
    assert leads == from_json(to_json(leads))


def test_what_came_of_a_weapon_stays_when_its_lead_is_filtered_away() -> None:
    (shortlist,) = match_set_of((LEAD, OPEN)).filter(verdict=OPEN).by_found
    assert (Outcome.MATCHED, 1, 1) == (shortlist.outcome, len(shortlist.matches), len(shortlist.contexts))


def test_filtering_by_probability_and_by_a_function() -> None:
    left = found("1")
    matches = [match(left, LEAD, probability) for probability in (0.9, 0.6, 0.6)]
    whole = MatchSet.from_answers([left], [], [(matches, None)], using=MatchModel.default(), prevalence=PREVALENCE)
    assert [3, 3, 1, 0] == [len(whole.filter(at_least=at_least)) for at_least in (0, 0.6, 0.61, 0.91)]
    assert 2 == len(whole.filter(where=lambda each: each.probability < 0.9))
    assert 0 == len(whole.filter(where=lambda each: each.probability < 0.9, at_least=0.7))
    assert 2 == whole.filter(at_least=0.7).account.filtered_matches
    assert "filter: 2 matches; found weapons without a remaining match: 0" in whole.filter(at_least=0.7).explain()


def test_rows_for_a_table() -> None:
    formula = attrs.evolve(TWICE[0], holder='=HYPERLINK("x")')
    matches = link([found("9671462", **COLT), found("S/N", 3)], [formula, TWICE[2], *FILLER])
    rows = matches.rows()
    assert 3 == len(rows)
    assert 1 == len({tuple(row) for row in rows})
    by_listed = {row["listed"]: row for row in rows}
    hit = by_listed["L3"]
    assert ("F2", "found.csv, row 2", "listed.csv, row 3") == (hit["found"], hit["found_in"], hit["listed_in"])
    assert ("lead", "STOLEN_REG", "stolen", "2018-03-01") == (
        hit["verdict"],
        hit["list"],
        hit["custody_context"],
        hit["listed_on"],
    )
    # quoting is for whoever writes the file
    assert '=HYPERLINK("x")' == hit["holder"]
    assert isinstance(hit["probability"], float)
    assert str(hit["reasons_for"]).startswith("same serial number: 9671462; ")
    assert hit["reasons_against"] is None
    assert "not an identification; STOLEN_REG shows it as reported stolen" in str(hit["caveats"])
    without = by_listed[None]
    assert ("F3", "unmatched", None) == (without["found"], without["verdict"], without["probability"])
    assert "no serial number to look for (not recorded)" == without["reasons_against"]
    spanish = matches.rows("es")
    assert "misma matrícula: 9671462" in str(spanish[0]["reasons_for"])
    assert "found.csv, fila 2" == spanish[0]["found_in"]
    written = csv.DictWriter(io.StringIO(), list(rows[0]))
    written.writerows(rows)


def test_rows_of_rivals_and_undated_records() -> None:
    left = found("1")
    open_one = Match(
        left=left,
        right=listed("1", day=None),
        probability=0.5,
        verdict=OPEN,
        reasons=(Reason(code="kind.different", agreement=Agreement.DIFFERENT, weight=-3.0),),
        rivals=("L7", "L8"),
    )
    (row,) = MatchSet.from_answers(
        [left],
        [],
        [([open_one], None)],
        using=MatchModel.default(),
        prevalence=PREVALENCE,
    ).rows()
    assert ("L7, L8", None, "listed.csv") == (row["rivals"], row["listed_on"], row["list"])
    assert (None, "different kinds: – and –", None) == (row["reasons_for"], row["reasons_against"], row["caveats"])


def test_the_sample_names_what_it_rests_on() -> None:
    left, right = samples.seizures().records, samples.stock().records
    first, again = link(left, right), link(left, right)
    assert first.stamp == again.stamp
    assert first.stamp.left != link(left[1:], right).stamp.left
    assert first.stamp.right != link(left, right[1:]).stamp.right
    assert MatchModel.default().version == first.stamp.version


def test_one_record_a_great_many_times() -> None:
    one, other = found("S/N"), listed("9671462", 3, "LESO_2020")
    matches = link([one] * 5_000, [other] * 5_000)
    assert (5_000, 5_000, 5_000) == (matches.account.left, matches.account.right, matches.account.unmatched)


def test_a_list_name_of_its_own_on_each_row() -> None:
    matches = link([found("9671462")] * 200, [listed(f"A{i:06}", i, f"list {i}") for i in range(1, 2_001)])
    assert all(len(each.explain()) < 500 for each in matches.unmatched)


REPORT = Citation(source=Source(title="Examiner's report"), page=3)


@pytest.mark.parametrize("verdict", [LEAD, OPEN, OUT])
def test_a_confirmed_match_goes_back_into_its_set(verdict: Verdict) -> None:
    whole = match_set_of((verdict,), (OPEN,), ())
    chosen = whole.by_found[0].matches[0]
    confirmed = whole.confirm(chosen, "the examiner", REPORT)
    assert [chosen.confirm("the examiner", REPORT)] == list(confirmed.confirmed)
    assert Outcome.MATCHED is confirmed.by_found[0].outcome
    assert () == confirmed.by_found[0].absences
    assert (1, 1, 0, 1) == (
        confirmed.account.matched,
        confirmed.account.shortlisted,
        confirmed.account.excluded,
        confirmed.account.unmatched,
    )
    assert whole.by_found[1] is confirmed.by_found[1]
    told = confirmed.rows()[0]
    assert ("confirmed", "the examiner", "Examiner's report, page 3") == (
        told["verdict"],
        told["confirmed_by"],
        told["confirmed_in"],
    )
    assert "confirmed matches among them: 1" in confirmed.explain()
    assert "confirmadas entre ellas: 1" in confirmed.explain("es")
    assert "confirmed" not in whole.explain()
    assert () == whole.confirmed
    assert confirmed == from_json(to_json(confirmed))
    # twice is once
    assert confirmed == confirmed.confirm(confirmed.confirmed[0], "the examiner", REPORT)


def test_a_match_of_another_set_is_not_confirmed_in_this_one() -> None:
    with pytest.raises(UnknownEntry, match="matches of this set"):
        match_set_of((LEAD,)).confirm(match(found("2", 9), LEAD), "the examiner", REPORT)
    whole = match_set_of((LEAD,))
    with pytest.raises(ParseError):
        whole.confirm(whole.leads[0], " ", REPORT)


def test_scopes_of_lists_that_are_not_there_are_named() -> None:
    own = [ListScope(id="one", names=("DEALER_SALES",)), ListScope(id="two", names=("Dealer salles", "sales"))]
    whole = link([found("9671462", **COLT)], TWICE, scopes=iter(own))
    assert ("Dealer salles",) == whole.unused_scopes
    assert "not among those compared: Dealer salles" in whole.explain()
    assert "no están entre las comparadas: Dealer salles" in whole.explain("es")
    assert () == link([found("9671462", **COLT)], TWICE, scopes=own[:1]).unused_scopes
    assert "scopes" not in link([found("9671462", **COLT)], TWICE).explain()


def test_a_verdict_is_filtered_by_its_word_too() -> None:
    whole = match_set_of((LEAD, OUT), (OPEN,))
    assert whole.filter(verdict=LEAD) == whole.filter(verdict=cast("Any", "lead"))
    assert 1 == len(whole.filter(verdict=cast("Any", "lead")))
    with pytest.raises(ValueError, match="LEAD"):
        whole.filter(verdict=cast("Any", "LEAD"))


@pytest.mark.parametrize("at_least", [-0.1, 1.1, 90, float("nan")])
def test_a_probability_to_filter_by_is_one(at_least: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        match_set_of((LEAD,)).filter(at_least=at_least)
    assert 1 == len(match_set_of((LEAD,)).filter(at_least=0))
    assert 0 == len(match_set_of((LEAD,)).filter(at_least=1))


@pytest.mark.parametrize(("by", "citation"), [("lab", "Report 12"), (Source(title="lab"), REPORT), (12, REPORT)])
def test_a_match_is_confirmed_by_a_name_and_a_citation(by: object, citation: object) -> None:
    with pytest.raises(TypeError):
        match(found("1"), LEAD).confirm(cast("Any", by), cast("Any", citation))


def test_a_lead_to_a_list_that_cannot_hold_the_weapon_says_so() -> None:
    scope = ListScope.of("my list", no_calibers=["5.56x45"], source="its manual", verified=True)
    (lead,) = link([found("9671462", **COLT)], [TWICE[1], *FILLER], scopes=[scope]).leads
    (told,) = [caveat for caveat in lead.caveats if caveat.code == "match.not_held"]
    assert "my list should hold no such weapon" in told.explain()
    assert "my list no debería contener armas así" in told.explain("es")
    (lead,) = link([found("9671462", **COLT)], [TWICE[1], *FILLER]).leads
    assert "match.not_held" not in {caveat.code for caveat in lead.caveats}


def test_records_without_an_id_are_named_in_the_language_of_the_text() -> None:
    one, other = (attrs.evolve(each, record_id=None) for each in (found("9671462", **COLT), TWICE[1]))
    matches = link([one], [other, *FILLER])
    assert "found.csv, fila 2" in matches.leads[0].explain("es")
    assert "found.csv, row 2" in matches.leads[0].explain()
    (none,) = link([one], FILLER).unmatched
    assert none.explain("es").startswith("found.csv, fila 2: ")
    assert "row" not in matches.by_found[0].explain("es")
