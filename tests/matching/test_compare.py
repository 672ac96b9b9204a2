"""Two records: verdicts from both sides of each rule, and what somebody confirms."""

from __future__ import annotations

import datetime
import math
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.explain import Agreement, Reason
from armstrace.formats.json import from_json, to_json
from armstrace.matching.compare import compare
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.results.match_set import MatchSet
from armstrace.matching.results.shortlists import Outcome
from armstrace.matching.verdicts import Verdict
from armstrace.records.recorded import CustodySort, RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Iterable

MODEL = MatchModel.default()
PREVALENCE = Prevalence.estimate((), MODEL)
FOUND, LISTED = datetime.date(2021, 5, 1), datetime.date(2015, 5, 1)
COLT: dict[str, Any] = {"make": "COLT", "model": "M16A1", "caliber": "5.56x45", "kind": "RIFLE"}
REPORT = Citation(source=Source(title="lab report 12"), page=3)


def shown(reference: str, serial: str, day: datetime.date | None, lot: str = "", **cells: str) -> RecordedWeapon:
    weapon = attrs.evolve(
        read_weapon(cells, language="en").weapon,
        serial=SerialNumber.parse(serial),
        lot=LotNumber.parse(lot) if lot else None,
    )
    date = UncertainDate.exact(day) if day else None
    return RecordedWeapon(
        weapon=weapon, date=date, record_id=reference, citation=Citation(source=Source(title="a.csv"))
    )


def found(serial: str = "9671462", day: datetime.date | None = FOUND, **cells: str) -> RecordedWeapon:
    return shown("S1", serial, day, **cells)


def listed(serial: str = "9671462", day: datetime.date | None = LISTED, **cells: str) -> RecordedWeapon:
    return shown("K1", serial, day, **cells)


def codes(match: Match) -> set[str]:
    return {caveat.code for caveat in match.caveats}


# ---- verdicts

SERIAL = Reason(code="serial.equal", agreement=Agreement.SAME, weight=20.0)
NO_SERIAL = Reason(code="serial.unknown", agreement=Agreement.UNKNOWN)
NEIGHBOR = Reason(code="serial.neighbor", agreement=Agreement.NEAR, weight=10.0)
BEFORE = Reason(code="date.before_record", agreement=Agreement.DIFFERENT, weight=-16.0)
MAKE = Reason(code="make.different", agreement=Agreement.DIFFERENT, weight=-6.0)
CALIBER = Reason(code="caliber.conflict", agreement=Agreement.DIFFERENT, weight=-8.0)
BORE = Reason(code="caliber.same_bore", agreement=Agreement.NEAR, weight=-4.0)
MODEL_DIFFERS = Reason(code="model.different", agreement=Agreement.DIFFERENT, weight=-3.0)
VARIANT = Reason(code="model.variant", agreement=Agreement.NEAR, weight=-1.0)
KIND = Reason(code="kind.different", agreement=Agreement.DIFFERENT, weight=-3.0)
REPORTED = Reason(code="date.before_report", agreement=Agreement.DIFFERENT, weight=-3.0)
IMPORT = Reason(code="import_mark.different", agreement=Agreement.DIFFERENT, weight=-1.0)
LOT = Reason(code="lot.same", agreement=Agreement.SAME, weight=3.0)
SAME_MAKE = Reason(code="make.same", agreement=Agreement.SAME, weight=3.5)
SAME_CALIBER = Reason(code="caliber.same", agreement=Agreement.SAME, weight=3.0)

LEAD, OPEN, OUT = Verdict.LEAD, Verdict.INCONCLUSIVE, Verdict.EXCLUDED


def verdict(reasons: Iterable[Reason], probability: float, best_rival: float = 0.0) -> Match:
    return Match.of(found(), listed(), tuple(reasons), probability, using=MODEL, best_rival=best_rival)


@pytest.mark.parametrize(
    ("reasons", "probability", "expected"),
    [
        ((SERIAL,), 1.0, LEAD),
        ((SERIAL,), 0.5, LEAD),
        ((SERIAL,), 0.4999, OPEN),
        ((SERIAL,), 0.02, OPEN),
        ((SERIAL,), 0.0199, OUT),
        ((SERIAL,), 0.0, OUT),
        # one that contradicts is outweighed by what else agrees, not by the number; two are not outweighed at all
        ((SERIAL, KIND), 0.99, OPEN),
        ((SERIAL, VARIANT), 0.99, OPEN),
        ((SERIAL, KIND, SAME_MAKE), 0.99, LEAD),
        ((SERIAL, VARIANT, SAME_MAKE), 0.99, LEAD),
        ((SERIAL, KIND, VARIANT, SAME_MAKE), 0.99, OPEN),
        ((SERIAL, KIND, MODEL_DIFFERS, BORE), 0.99, OPEN),
        # days, marks and places differ from record to record
        ((SERIAL, KIND, SAME_MAKE, REPORTED, IMPORT), 0.99, LEAD),
        # what holds back alone, and two of it exclude
        ((NEIGHBOR,), 0.99, OPEN),
        ((SERIAL, BEFORE), 0.99, OPEN),
        ((SERIAL, MAKE), 0.99, OPEN),
        ((SERIAL, CALIBER), 0.99, OPEN),
        ((SERIAL, MAKE, CALIBER), 0.99, OUT),
        ((NEIGHBOR, BEFORE), 0.99, OUT),
        ((SERIAL, BEFORE, MAKE), 0.99, OUT),
        # nothing but the number tells two things of a kind apart
        ((NO_SERIAL,), 0.99, OPEN),
        ((), 0.99, OPEN),
        ((NO_SERIAL, LOT), 0.99, OPEN),
        ((NO_SERIAL, LOT), 0.0001, OPEN),
        ((NO_SERIAL,), 0.0001, OUT),
        ((SERIAL, LOT), 0.99, LEAD),
        ((SERIAL, LOT), 0.0001, OUT),
        ((NO_SERIAL, LOT, MAKE, CALIBER), 0.5, OUT),
    ],
)
def test_verdicts(reasons: tuple[Reason, ...], probability: float, expected: Verdict) -> None:
    match = verdict(reasons, probability)
    assert expected is match.verdict
    assert ("match.lead_only" in codes(match)) is (expected is LEAD)
    # a likely match that is no lead says why
    assert ("match.no_lead" in codes(match)) is (probability >= 0.5 and expected is not LEAD)


@pytest.mark.parametrize(("rival", "expected"), [(0.0, LEAD), (0.1999, LEAD), (0.2, OPEN), (0.4, OPEN)])
def test_another_that_fits_nearly_as_well(rival: float, expected: Verdict) -> None:
    assert expected is verdict((SERIAL,), 0.6, rival).verdict


@pytest.mark.parametrize(
    ("reasons", "rival", "english", "spanish"),
    [
        ((NEIGHBOR,), 0.0, "the next gun of the series fits as well", "el arma siguiente de la serie encaja igual"),
        ((SERIAL, BEFORE), 0.0, "it was found before the day of the list", "fue hallada antes de la fecha de la lista"),
        ((SERIAL, MAKE), 0.0, "the records contradict each other", "los registros se contradicen"),
        ((SERIAL, KIND, VARIANT), 0.0, "the records contradict each other", "los registros se contradicen"),
        ((SERIAL,), 0.3, "another listed weapon fits nearly as well", "otra arma de la lista encaja casi igual"),
        ((NO_SERIAL,), 0.0, "no serial number was compared", "no se comparó ninguna matrícula"),
    ],
)
def test_why_it_is_no_lead(reasons: tuple[Reason, ...], rival: float, english: str, spanish: str) -> None:
    (caveat,) = verdict(reasons, 0.7, rival).caveats
    assert f"no lead, whatever its probability: {english}" == caveat.explain("en")
    assert f"no se da como indicio, por probable que sea: {spanish}" == caveat.explain("es")


def test_each_cause_is_given_once() -> None:
    (caveat,) = verdict((NEIGHBOR, MAKE, CALIBER, KIND), 0.7, 0.2).caveats
    assert 1 == caveat.explain().count("contradict each other")
    for cause in ("next gun", "another listed weapon"):
        assert cause in caveat.explain()


@pytest.mark.parametrize(
    ("change", "reasons", "expected"),
    [
        ({"lead": 0.95}, (SERIAL,), OPEN),
        ({"inconclusive": 0.95, "lead": 0.95}, (SERIAL,), OUT),
        ({"rival": 0.001}, (SERIAL,), OPEN),
        ({"contradictions": 1}, (SERIAL, KIND, SAME_MAKE), OPEN),
        ({"contradictions": 3}, (SERIAL, KIND, VARIANT, SAME_MAKE, SAME_CALIBER), LEAD),
        ({"capped": ()}, (SERIAL, BEFORE), LEAD),
        ({"capped": (("kind.different", "contradicted"),)}, (SERIAL, KIND, SAME_MAKE), OPEN),
    ],
)
def test_the_model_draws_the_lines(change: dict[str, Any], reasons: tuple[Reason, ...], expected: Verdict) -> None:
    using = attrs.evolve(MODEL, **change)
    assert expected is Match.of(found(), listed(), reasons, 0.9, using=using, best_rival=0.05).verdict


# ---- two records


def test_the_weightiest_reason_comes_first() -> None:
    match = compare(found(**COLT), listed(**(COLT | {"model": "M16A2"})))
    weights = [abs(reason.weight) for reason in match.reasons]
    assert (LEAD, sorted(weights, reverse=True)) == (match.verdict, weights)
    assert {"model.variant"} == {reason.code for reason in match.reasons_against}
    assert "serial.equal" == match.reasons_for[0].code


def test_each_thing_known_and_alike_makes_it_likelier() -> None:
    cells: dict[str, Any] = {}
    last = 0.0
    for name, cell in COLT.items():
        cells[name] = cell
        match = compare(found("967146", **cells), listed("9671462", **cells))
        assert match.probability > last
        last = match.probability


@pytest.mark.parametrize(
    ("serial", "expected"),
    [("9671462", LEAD), ("967I462", LEAD), ("9671465", OPEN), ("7534112", OUT), ("S/N", OPEN), ("LIMADA", OPEN)],
)
def test_the_number_decides(serial: str, expected: Verdict) -> None:
    """Without it all else that agrees is true of thousands; but what is missing speaks against nothing."""
    assert expected is compare(found(serial, **COLT), listed(**COLT)).verdict


@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_an_altered_number_never_supports_a_match(side: str) -> None:
    left, right = found(**COLT), listed(**COLT)
    altered = SerialNumber.parse("9671462", SerialState.ALTERED)
    if side != "right":
        left = attrs.evolve(left, weapon=attrs.evolve(left.weapon, serial=altered))
    if side != "left":
        right = attrs.evolve(right, weapon=attrs.evolve(right.weapon, serial=altered))
    match = compare(left, right)
    assert match.verdict is not LEAD
    assert not any(reason.field == "serial" for reason in match.reasons_for)
    assert "the number read is not the maker's and is no evidence" in match.explain("en")
    assert "el número que se lee no es el del fabricante" in match.explain("es")
    # with all the weight that is left, it is still no lead
    assert Match.of(left, right, match.reasons, 0.99, using=MODEL).verdict is OPEN


def test_a_lot_is_a_batch() -> None:
    match = compare(found("", lot="MA-90F018-001"), listed("", lot="MA-90F018-001"))
    assert (OPEN, {"match.lot_only"}) == (match.verdict, codes(match))
    # one of thousands of the lot
    assert 0 < match.probability < 0.001
    certain = Match.of(match.left, match.right, match.reasons, 0.99, using=MODEL)
    assert (OPEN, {"match.lot_only", "match.no_lead"}) == (certain.verdict, codes(certain))


def test_a_theft_reported_late() -> None:
    early = found(day=datetime.date(2014, 1, 1), **COLT)
    stock, stolen = listed(**COLT), attrs.evolve(listed(**COLT), sort=CustodySort.THEFT)
    assert (OPEN, LEAD) == (compare(early, stock).verdict, compare(early, stolen).verdict)


def test_a_neighbor_is_less_likely_than_a_slip() -> None:
    slip, neighbor = (compare(found(text, **COLT), listed(**COLT)) for text in ("967I462", "9671463"))
    assert (LEAD, OPEN) == (slip.verdict, neighbor.verdict)
    assert neighbor.probability < slip.probability


# ---- confirmed


def test_somebody_confirms_it_somewhere() -> None:
    match = compare(found(**COLT), listed(**COLT))
    confirmed = match.confirm("State Laboratory", REPORT)
    assert (Verdict.CONFIRMED, "State Laboratory", REPORT) == (
        confirmed.verdict,
        confirmed.confirmed_by,
        confirmed.confirmation,
    )
    # a new value, and all else as it was
    assert (LEAD, None, None) == (match.verdict, match.confirmed_by, match.confirmation)
    assert (match.probability, match.reasons, match.left) == (confirmed.probability, confirmed.reasons, confirmed.left)
    assert "match.lead_only" not in codes(confirmed)
    assert confirmed == from_json(to_json(confirmed))
    assert "S1 and K1: confirmed as the same weapon" in confirmed.explain("en")
    assert "  confirmed by State Laboratory: lab report 12, page 3" in confirmed.explain("en").splitlines()
    assert "  confirmado por State Laboratory: lab report 12" in confirmed.explain("es")
    assert "confirmed" not in match.explain("en")


def test_what_stays_open_when_it_is_confirmed() -> None:
    """Whoever confirms a match with a re-stamped number has seen more than the number."""
    left = found("", **COLT)
    altered = SerialNumber.parse("9671462", SerialState.ALTERED)
    left = attrs.evolve(left, weapon=attrs.evolve(left.weapon, serial=altered))
    match = Match.of(left, listed(**COLT), (NO_SERIAL,), 0.9, using=MODEL)
    assert {"match.no_lead", "match.altered"} == codes(match)
    assert {"match.altered"} == codes(match.confirm("examiner", REPORT))


def test_another_may_confirm_it_again() -> None:
    first = compare(found(), listed()).confirm("examiner", REPORT)
    second = first.confirm("court", attrs.evolve(REPORT, page=4))
    assert ("court", Verdict.CONFIRMED) == (second.confirmed_by, second.verdict)


@pytest.mark.parametrize("by", ["", " ", "\t\n"])
def test_nobody_confirms_nothing(by: str) -> None:
    with pytest.raises(ParseError, match="by somebody, and somewhere"):
        compare(found(), listed()).confirm(by, REPORT)


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": Verdict.CONFIRMED},
        {"verdict": Verdict.CONFIRMED, "confirmed_by": "examiner"},
        {"verdict": Verdict.CONFIRMED, "confirmation": REPORT},
        {"confirmed_by": "examiner"},
        {"confirmation": REPORT},
        {"confirmed_by": "examiner", "confirmation": REPORT},
    ],
)
def test_a_verdict_of_confirmed_names_who_and_where(change: dict[str, Any]) -> None:
    with pytest.raises(ParseError, match="by somebody, and somewhere"):
        attrs.evolve(compare(found(), listed()), **change)


def test_a_confirmed_match_counts_as_matched() -> None:
    left = found(**COLT)
    confirmed = compare(left, listed(**COLT)).confirm("examiner", REPORT)
    other = Match.of(left, listed("9671463"), (NEIGHBOR,), 0.1, using=MODEL)
    matches = MatchSet.from_answers(
        [left], [listed()], [((confirmed, other), None)], using=MODEL, prevalence=PREVALENCE
    )
    (hits,) = matches.by_found
    assert (Outcome.MATCHED, 1, 0) == (hits.outcome, matches.account.matched, matches.account.shortlisted)
    assert (confirmed,) == hits.with_verdict(Verdict.CONFIRMED)
    assert ["confirmed", "inconclusive"] == [row["verdict"] for row in matches.rows()]
    assert 1 == len(matches.filter(verdict=Verdict.CONFIRMED).by_found)
    assert matches == from_json(to_json(matches))
    assert "confirmed as the same weapon" in hits.explain("en")
    assert "confirmad" in hits.explain("es")


@pytest.mark.parametrize("probability", [-0.01, 1.01, math.nan, math.inf])
def test_no_probability(probability: float) -> None:
    match = compare(found(), listed())
    assert [0, 1] == [attrs.evolve(match, probability=end).probability for end in (0, 1)]
    with pytest.raises(ValueError, match="probability"):
        attrs.evolve(match, probability=probability)
