"""Matches measured against known pairs."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _convert
from armstrace.errors import ParseError, UnknownEntry
from armstrace.explain import Agreement, Reason
from armstrace.matching.evaluation.calibration import Calibration, CalibrationBin
from armstrace.matching.evaluation.evaluate import Evaluation, evaluate
from armstrace.matching.evaluation.proportions import Proportion
from armstrace.matching.evaluation.thresholds import Threshold, threshold_for
from armstrace.matching.link import link
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.results.match_set import MatchSet
from armstrace.matching.verdicts import Verdict
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon

SOURCE = Source(title="made up")
Row = tuple[str, str, float]


def record(reference: str, serial: str = "") -> RecordedWeapon:
    weapon = Weapon(serial=SerialNumber.parse(serial))
    return RecordedWeapon(weapon=weapon, record_id=reference, citation=Citation(source=SOURCE))


def match(left: str, right: str, probability: float, verdict: Verdict | None = None) -> Match:
    by_probability = Verdict.LEAD if probability >= 0.5 else Verdict.INCONCLUSIVE
    return Match(
        left=record(left),
        right=record(right),
        probability=probability,
        verdict=verdict or by_probability,
        reasons=(),
    )


def matches_of(*rows: Row) -> list[Match]:
    return [match(*row) for row in rows]


def set_of(*matches: Match | None) -> MatchSet:
    """The set of one found weapon for each match; None is one without any."""
    found = [each.left if each else record(f"S{place}") for place, each in enumerate(matches, 1)]
    answers = [((each,) if each else (), None) for each in matches]
    using = MatchModel.default()
    return MatchSet.from_answers(found, [], answers, using=using, prevalence=Prevalence.estimate((), using))


SCORES = {"given": 2, "true": 3, "right": 2, "short_listed": 3, "calibration": Calibration()}
BIN = {"low": 0.0, "high": 0.1, "count": 1, "probability": 0.05, "share": 1.0}
WHY = Reason(code="threshold.too_few", agreement=Agreement.UNKNOWN)


def ratio(part: int, whole: int) -> Proportion:
    return Proportion(part=part, whole=whole)


# ---- ratios


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_bounds_as_published(part: int, whole: int, low: float, high: float) -> None:
    bounds = ratio(part, whole).bounds
    assert bounds is not None
    assert (low, high) == tuple(round(bound, 4) for bound in bounds)


def test_nothing_counted_is_not_nothing_found() -> None:
    assert (None, None) == (ratio(0, 0).value, ratio(0, 0).bounds)
    assert 0.0 == ratio(0, 3).value


@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_lies_within_its_bounds(counted: tuple[int, int]) -> None:
    share = ratio(*counted)
    assert share.value is not None
    assert share.bounds is not None
    assert 0 <= share.bounds[0] <= share.value <= share.bounds[1] <= 1


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="part"):
        ratio(-1, 2)


# ---- evaluate


def test_pairs_are_counted() -> None:
    given = matches_of(("S1", "K1", 0.9), ("S2", "K9", 0.8), ("S3", "K3", 0.4), ("S3", "K8", 0.2), ("S7", "K7", 0.7))
    result = evaluate(given, [("S1", "K1"), ("S2", "K2"), ("S3", "K3"), ("S4", "K4")])
    assert (ratio(1, 3), ratio(1, 4), ratio(2, 7)) == (result.precision, result.recall, result.f1)
    assert ratio(2, 4) == result.short_list
    assert (("S4",), ("K2", "K4")) == (result.unseen_left, result.unseen_right)
    assert result == _convert.from_plain(_convert.to_plain(result), Evaluation)


def test_nothing_to_measure_is_none_and_never_zero() -> None:
    nothing = evaluate([], [])
    assert [None] * 4 == [r.value for r in (nothing.precision, nothing.recall, nothing.f1, nothing.short_list)]
    assert Calibration(count=0, error=None, brier=None, bins=()) == nothing.calibration
    silent = evaluate([], [("S1", "K1")])
    assert (None, 0.0, 0.0, 0.0) == tuple(
        r.value for r in (silent.precision, silent.recall, silent.f1, silent.short_list)
    )
    wrong = evaluate(matches_of(("S1", "K1", 0.9)), [])
    assert (0.0, None, 0.0, None) == tuple(r.value for r in (wrong.precision, wrong.recall, wrong.f1, wrong.short_list))


@pytest.mark.parametrize("verdict", [Verdict.INCONCLUSIVE, Verdict.EXCLUDED])
def test_only_leads_count_as_found(verdict: Verdict) -> None:
    """A likely pair that is capped below a lead was not given as one."""
    result = evaluate([match("S1", "K1", 0.9, verdict)], [("S1", "K1")])
    assert (ratio(0, 0), ratio(0, 1), ratio(1, 1)) == (result.precision, result.recall, result.short_list)


def test_a_match_set_is_measured_with_all_that_it_holds() -> None:
    """Iterating one gives the leads alone, and a short list of leads would be no short list."""
    whole = set_of(match("S1", "K1", 0.9), match("S2", "K2", 0.3), match("S3", "K3", 0.01, Verdict.EXCLUDED), None)
    result = evaluate(whole, [(f"S{n}", f"K{n}") for n in range(1, 6)])
    assert (ratio(1, 1), ratio(1, 5), ratio(3, 5)) == (result.precision, result.recall, result.short_list)
    assert 3 == result.calibration.count
    # S4 is there and has no match; S5 is not there
    assert (("S5",), ("K4", "K5")) == (result.unseen_left, result.unseen_right)


def test_a_confirmed_match_counts_as_found() -> None:
    confirmed = match("S1", "K1", 0.3).confirm("examiner", Citation(source=SOURCE))
    for matches in (set_of(confirmed, None), [confirmed]):
        result = evaluate(matches, [("S1", "K1")])
        assert (ratio(1, 1), ratio(1, 1)) == (result.precision, result.recall)


def test_two_matches_of_one_pair_of_references_are_one_pair() -> None:
    """Two guns of one seizure against one listed weapon; the order plays no part."""
    twice = [match("S1", "K1", 0.9), match("S1", "K1", 0.2)]
    for order in (twice, twice[::-1]):
        result = evaluate(order, [("S1", "K1")])
        assert (ratio(1, 1), ratio(1, 1)) == (result.precision, result.recall)
        assert 0.9 == result.calibration.bins[0].probability


def test_truth_named_twice_counts_once_and_is_told() -> None:
    given = matches_of(("S1", "K1", 0.9))
    result = evaluate(given, [("S1", "K1"), ("S1", "K1"), ("S1", "K1")])
    assert (ratio(1, 1), 2) == (result.recall, result.repeated)
    assert "counted once: 2" in result.explain()
    assert 0 == evaluate(given, [("S1", "K1"), ("S1", "K2")]).repeated


def test_the_short_list_holds_ten() -> None:
    ranked = matches_of(*(("S1", f"K{n}", 0.09 - n / 1000) for n in range(1, 13)))
    assert ratio(1, 1) == evaluate(ranked, [("S1", "K10")]).short_list
    assert ratio(0, 1) == evaluate(ranked, [("S1", "K11")]).short_list
    tied = matches_of(*(("S1", f"K{n}", 0.09) for n in range(1, 11)))
    assert ratio(1, 1) == evaluate(tied, [("S1", "K1")]).short_list
    # eleven for ten places: which ten would be chance
    assert ratio(0, 1) == evaluate([*tied, match("S1", "K11", 0.09)], [("S1", "K1")]).short_list
    # another found record has a list of its own
    assert ratio(1, 1) == evaluate([*tied, match("S2", "K1", 0.09)], [("S2", "K1")]).short_list


def test_calibration_by_hand() -> None:
    given = matches_of(
        ("S1", "K1", 0.97),
        ("S2", "K2", 0.99),
        ("S3", "K3", 0.42),
        ("S3", "K0", 0.4),
        ("S4", "K4", 1.0),
        ("S5", "K5", 0.0),
    )
    result = evaluate(given, [("S1", "K1"), ("S3", "K0"), ("S4", "K4")]).calibration
    assert [(0.0, 1), (0.4, 1), (0.95, 3)] == [(each.low, each.count) for each in result.bins]
    top = result.bins[-1]
    assert (1.0, round(2.96 / 3, 12), 2 / 3) == (top.high, round(top.probability, 12), top.share)
    assert 5 == result.count
    assert result.error == pytest.approx((0.42 + (2.96 - 2)) / 5)
    assert result.brier == pytest.approx((0.03**2 + 0.99**2 + 0.42**2) / 5)


def test_of_several_likeliest_each_counts_in_part() -> None:
    rivals = matches_of(("S1", "K1", 0.5), ("S1", "K2", 0.5))
    for order in (rivals, rivals[::-1]):
        result = evaluate(order, [("S1", "K2")]).calibration
        assert (CalibrationBin(low=0.5, high=0.55, count=1, probability=0.5, share=0.5),) == result.bins
        assert (0.0, 0.25) == (result.error, result.brier)


def test_by_kind_of_noise() -> None:
    given = matches_of(
        ("S1", "K1", 0.9), ("S2", "K2", 0.9), ("S2", "K9", 0.8), ("S3", "K9", 0.7), ("S4", "K4", 0.3), ("S6", "K6", 0.9)
    )
    truth = [("S1", "K1"), ("S2", "K2"), ("S3", "K3"), ("S4", "K4"), ("S2", "K1")]
    noise = {("S1", "K1"): "", ("S2", "K2"): "typo", ("S3", "K3"): "typo", ("S2", "K1"): "listed twice"}
    clean, typo, unnamed, twice = evaluate(given, truth, noise=noise).by_noise
    assert ("", "typo", None, "listed twice") == (clean.noise, typo.noise, unnamed.noise, twice.noise)
    assert (ratio(1, 1), ratio(1, 1)) == (clean.precision, clean.recall)
    # two false leads, and a wrong record that no true pair names is nobody's
    assert (ratio(1, 3), ratio(1, 2)) == (typo.precision, typo.recall)
    assert (ratio(0, 0), ratio(0, 1), ratio(1, 1)) == (unnamed.precision, unnamed.recall, unnamed.short_list)
    # the lead to K2 is right, and of another kind
    assert (ratio(0, 1), ratio(0, 1)) == (twice.precision, twice.recall)
    assert () == evaluate(given, truth).by_noise
    english = evaluate(given, truth, noise=noise).explain("en")
    assert "where the noise is typo:\n  precision: 0.3333 (1 of 3; 0.0615 to 0.7923 with 95 % confidence)" in english
    assert "where the noise is not stated:\n  precision: nothing to measure it by" in english


def test_noise_of_a_pair_that_is_not_true_is_refused() -> None:
    with pytest.raises(UnknownEntry, match="S1, K2"):
        evaluate([], [("S1", "K1")], noise={("S1", "K2"): "typo"})


NOT_SEEN = (
    "true pairs name records that appear in no match (1 found, 1 listed): "
    "their numbers are not similar, or their references are spelled differently"
)


def test_evaluation_speaks_both_languages() -> None:
    result = evaluate(matches_of(("S1", "K1", 0.9)), [("S1", "K1"), ("S2", "K2")])
    assert result.explain("en").splitlines() == [
        "1 pairs given as leads, 2 true pairs, 1 in both",
        "precision: 1.0000 (1 of 1; 0.2065 to 1.0000 with 95 % confidence)",
        "recall: 0.5000 (1 of 2; 0.0945 to 0.9055 with 95 % confidence)",
        "F1: 0.6667 (2 of 3)",
        "short-list recall: 0.5000 (1 of 2; 0.0945 to 0.9055 with 95 % confidence)",
        "calibration: expected error 0.1000, Brier score 0.0100, over 1 found records",
        NOT_SEEN,
    ]
    assert "precisión: 1.0000 (1 de 1; de 0.2065 a 1.0000 con 95 % de confianza)" in result.explain("es")
    assert "calibration: no probability to measure it by" in evaluate([], []).explain("en")
    only_right = evaluate(matches_of(("S1", "K1", 0.9)), [("S1", "K1"), ("S1", "K2")])
    assert "(0 found, 1 listed)" in only_right.explain()


def test_evaluates_what_link_gives() -> None:
    found = [record("S1", "96714-62"), record("S2", "LIMADA"), record("S3", "W361028")]
    listed = [
        record("K1", "9671462"),
        record("K3", "w361028"),
        *(record(f"F{n}", f"{7 * n + 10**7}") for n in range(99)),
    ]
    result = evaluate(link(found, listed), [("S1", "K1"), ("S2", "K2"), ("S3", "K3")])
    assert (ratio(2, 2), ratio(2, 3)) == (result.precision, result.recall)
    assert ((), ("K2",)) == (result.unseen_left, result.unseen_right)


names = st.sampled_from("ABCDE")
rows = st.lists(st.tuples(names, names, st.floats(0, 1)), max_size=25)
truths = st.lists(st.tuples(names, names), max_size=10)


@given(rows, truths)
def test_all_measures_are_shares(given: list[Row], truth: list[tuple[str, str]]) -> None:
    result = evaluate(matches_of(*given), truth)
    for each in (result.precision, result.recall, result.f1, result.short_list):
        assert each.part <= each.whole
    assert result == evaluate(matches_of(*given[::-1]), truth[::-1])
    calibration = result.calibration
    assert calibration.count == len({left for left, _, _ in given}) == sum(each.count for each in calibration.bins)
    for found in calibration.bins:
        assert found.low <= found.probability + 1e-12
        assert found.probability <= found.high + 1e-12
        assert 0 <= found.share <= 1
    if calibration.error is not None and calibration.brier is not None:
        assert 0 <= calibration.error <= 1
        assert 0 <= calibration.brier <= 1
    assert result == _convert.from_plain(_convert.to_plain(result), Evaluation)


@given(st.lists(st.tuples(names, names), min_size=1, unique=True), st.data())
def test_perfect_matches(truth: list[tuple[str, str]], data: st.DataObject) -> None:
    kinds = {pair: data.draw(st.sampled_from(["typo", "clean"])) for pair in truth}
    result = evaluate(matches_of(*((*pair, 1.0) for pair in truth)), truth, noise=kinds)
    for scores in (result, *result.by_noise):
        assert (1.0, 1.0, 1.0) == (scores.precision.value, scores.recall.value, scores.f1.value)
    assert (0.0, 0.0, 1.0) == (result.calibration.error, result.calibration.brier, result.short_list.value)
    assert sum(scores.true for scores in result.by_noise) == result.true
    assert ((), ()) == (result.unseen_left, result.unseen_right)


# ---- thresholds


def labeled(*groups: tuple[float, int, int]) -> tuple[list[Match], list[tuple[str, str]]]:
    """For each probability so many true and so many false pairs."""
    given: list[Match] = []
    truth: list[tuple[str, str]] = []
    for probability, right, wrong in groups:
        for n in range(right + wrong):
            pair = f"S{probability}-{n}", f"K{probability}-{n}"
            given.append(match(*pair, probability))
            truth += [pair] if n < right else []
    return given, truth


def test_the_lowest_probability_at_which_it_holds() -> None:
    given, truth = labeled((0.99, 40, 0), (0.9, 58, 1), (0.8, 0, 1), (0.7, 60, 0), (0.6, 5, 5))
    # 98 of 99; then 98 of 100, still held; 158 of 160; then 163 of 170
    result = threshold_for(given, truth)
    assert (0.98, 0.7, ratio(158, 160)) == (result.wanted, result.probability, result.pairs)
    assert 0.9 == threshold_for(given, truth, precision=0.989).probability
    assert "from probability 0.7000 on, 158 of 160 pairs are right, which is at least 0.9556" in result.explain("en")
    assert "a partir de la probabilidad 0.7000, 158 de 160 pares" in result.explain("es")
    assert result == _convert.from_plain(_convert.to_plain(result), Threshold)


def test_ties_are_not_split() -> None:
    given, truth = labeled((0.9, 98, 2), (0.8, 1, 1))
    assert ratio(98, 100) == threshold_for(given, truth).pairs
    assert "threshold.not_reached" == threshold_for(given, truth, precision=0.99).reason.code
    for order in (given, given[::-1]):
        assert None is threshold_for(order, truth, precision=0.985).probability


def test_it_is_not_reached() -> None:
    given, truth = labeled((0.9, 90, 10), (0.8, 3, 7), (0.7, 180, 20), (0.6, 0, 50))
    result = threshold_for(given, truth)
    assert (None, ratio(90, 100)) == (result.probability, result.pairs)
    assert "a precision of 0.98 is reached at no probability; the best is 90 of 100 pairs" in result.explain("en")
    assert "no se alcanza con ninguna probabilidad" in result.explain("es")
    # of equal ones the one that rests on more pairs
    more = labeled((0.9, 9, 1), (0.8, 9, 1))
    assert ratio(18, 20) == threshold_for(*more).pairs


@pytest.mark.parametrize(("right", "probability"), [(49, None), (50, 0.9)])
def test_too_few_pairs_show_nothing(right: int, probability: float | None) -> None:
    """With 49, a single false one more would break the precision."""
    result = threshold_for(*labeled((0.9, right, 0), (0.1, 0, 9)))
    assert (probability, ratio(right, right)) == (result.probability, result.pairs)
    if probability is None:
        assert "takes at least 50 pairs to show; it is reached by 49 of 49 pairs" in result.explain("en")
        assert "requiere al menos 50 pares" in result.explain("es")


def test_no_pairs_at_all() -> None:
    result = threshold_for([], [("S1", "K1")])
    assert (None, ratio(0, 0), "threshold.too_few") == (result.probability, result.pairs, result.reason.code)


@pytest.mark.parametrize("precision", [0.0, 1.0, -0.5, 1.5, math.nan, math.inf])
def test_a_precision_that_no_pairs_can_show(precision: float) -> None:
    with pytest.raises(ParseError, match="between 0 and 1"):
        threshold_for([], [], precision=precision)


@given(
    st.lists(
        st.tuples(st.sampled_from([0.2, 0.4, 0.6, 0.8, 0.9]), st.integers(0, 30), st.integers(0, 3)),
        max_size=5,
        unique_by=lambda group: group[0],
    ),
    st.tuples(st.floats(0.5, 0.99), st.floats(0.5, 0.99)).map(sorted),
)
def test_more_precision_takes_no_lower_threshold(groups: list[tuple[float, int, int]], wanted: list[float]) -> None:
    given, truth = labeled(*groups)
    low, high = (threshold_for(given, truth, precision=each) for each in wanted)
    if high.probability is not None:
        assert low.probability is not None
        assert low.probability <= high.probability
    for each in (low, high):
        if each.probability is None:
            continue
        above = [m for m in given if m.probability >= each.probability]
        right = sum((m.left.reference, m.right.reference) in set(truth) for m in above)
        assert ratio(right, len(above)) == each.pairs
        assert right / len(above) >= each.wanted


@pytest.mark.parametrize(
    ("cls", "given", "cause"),
    [
        (Proportion, {"part": 3, "whole": 2}, "more than the whole"),
        (Evaluation, SCORES | {"right": 3}, "add up"),
        (Evaluation, SCORES | {"given": 1}, "add up"),
        (Evaluation, SCORES | {"short_listed": 4}, "add up"),
        (Evaluation, SCORES | {"right": -1}, "right"),
        (Evaluation, SCORES | {"short_listed": -1}, "short_listed"),
        (Evaluation, SCORES | {"repeated": -1}, "repeated"),
        (Calibration, {"count": -1}, "count"),
        (Calibration, {"error": 1.1}, "error"),
        (Calibration, {"brier": math.nan}, "brier"),
        (CalibrationBin, BIN | {"low": 0.1}, "hold nothing"),
        (CalibrationBin, BIN | {"high": 1.1}, "high"),
        (CalibrationBin, BIN | {"count": 0}, "count"),
        (CalibrationBin, BIN | {"probability": -0.1}, "probability"),
        (CalibrationBin, BIN | {"share": 1.1}, "share"),
        (Threshold, {"wanted": 1.0, "pairs": ratio(0, 0), "reason": WHY}, "wanted"),
        (Threshold, {"wanted": 0.0, "pairs": ratio(0, 0), "reason": WHY}, "wanted"),
        (Threshold, {"wanted": 0.9, "probability": 1.1, "pairs": ratio(0, 0), "reason": WHY}, "probability"),
    ],
)
def test_figures_that_cannot_be(cls: type[object], given: dict[str, object], cause: str) -> None:
    with pytest.raises(ValueError, match=cause):
        cls(**given)
