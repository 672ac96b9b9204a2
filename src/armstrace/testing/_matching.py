"""Strategies of matches, match models and what is measured of them, where the types of the fields do not tell all."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from armstrace.blind.common import BlindPair
from armstrace.blind.lists import BlindKeys, BlindList
from armstrace.matching.coverage.custody_context import CustodyContext
from armstrace.matching.coverage.scopes import ListScope, list_key
from armstrace.matching.duplicates import Cluster, DuplicateSet
from armstrace.matching.evaluation.calibration import Calibration, CalibrationBin
from armstrace.matching.evaluation.evaluate import Evaluation
from armstrace.matching.evaluation.proportions import Proportion
from armstrace.matching.evaluation.scores import NoiseScores, Scores
from armstrace.matching.evaluation.thresholds import Threshold
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.results.account import MatchAccount
from armstrace.matching.results.match_set import MatchSet
from armstrace.matching.results.shortlists import Outcome, Shortlist, Unmatched
from armstrace.matching.verdicts import Verdict
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation
from armstrace.testing._build import Strategies, built, for_hint, just, tuples_of
from armstrace.testing._plain import shares, texts, years

_HEXADECIMAL = "0123456789abcdef"
_FOUND = tuple(outcome for outcome in Outcome if outcome is not Outcome.UNMATCHED)


def _probabilities() -> st.SearchStrategy[float]:
    return st.floats(min_value=0, max_value=1)


def _counts() -> st.SearchStrategy[int]:
    return st.integers(min_value=0)


# ---- match models


def _weight(code: str) -> st.SearchStrategy[tuple[str, float]]:
    """The strategy for the weight of a level of comparison, with its code; an unknown level weighs 0."""
    bits = st.just(0.0) if code.endswith(".unknown") else st.floats(min_value=-60, max_value=60)
    return st.tuples(st.just(code), bits.map(lambda number: number + 0.0))


@st.composite
def _models(draw: st.DrawFn) -> MatchModel:
    plain = MatchModel.default()
    listed, unlisted = draw(st.tuples(shares(), shares()).map(_below_one))
    inconclusive, lead = sorted((draw(shares()), draw(shares())))
    codes = [code for code, _ in plain.weights]
    causes = st.sampled_from([cause for _, cause in plain.capped])
    weights = draw(st.just(plain.weights) | st.tuples(*map(_weight, codes)))
    fields = {name: shares() for name in ("repeated", "density", "clustered", "misread", "rival")}
    fields |= just(listed=listed, unlisted=unlisted, lead=lead, inconclusive=inconclusive, weights=weights)
    fields["strength"] = st.floats(min_value=0, exclude_min=True, allow_infinity=False)
    return draw(built(MatchModel, capped=tuples_of(st.tuples(st.sampled_from(codes), causes)), **fields))


def _below_one(pair: tuple[float, float]) -> tuple[float, float]:
    return pair if sum(pair) < 1 else (pair[0] / 2, pair[1] / 2)


@st.composite
def _prevalences(draw: st.DrawFn) -> Prevalence:
    least, most = sorted((draw(_probabilities()), draw(_probabilities())))
    return Prevalence(listed=least, unlisted=most - least, other=1 - most)


@st.composite
def _scopes(draw: st.DrawFn) -> ListScope:
    since, until = sorted((draw(years()), draw(years())))
    verified = draw(st.booleans())
    return draw(
        built(
            ListScope,
            names=tuples_of(texts(min_size=1).filter(list_key), min_size=1),
            since=st.sampled_from((None, since)),
            until=st.sampled_from((None, until)),
            source=texts(min_size=1 if verified else 0),
            verified=st.just(verified),
        )
    )


# ---- matches


@st.composite
def _matches(draw: st.DrawFn, /, **fields: st.SearchStrategy[Any]) -> Match:
    verdict = draw(st.sampled_from(Verdict))
    confirmed = verdict is Verdict.CONFIRMED
    given = {
        "verdict": st.just(verdict),
        "probability": _probabilities(),
        "confirmed_by": texts(min_size=1).filter(str.strip) if confirmed else st.none(),
        "confirmation": for_hint(Citation) if confirmed else st.none(),
    }
    return draw(built(Match, **given, **fields))


def _likeliest_first(matches: list[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: -match.probability))


@st.composite
def _shortlists(draw: st.DrawFn) -> Shortlist:
    # each match holds two whole weapons
    of_one = _matches(left=st.just(draw(for_hint(RecordedWeapon))))
    matches = draw(st.lists(of_one, min_size=1, max_size=2).map(_likeliest_first))
    contexts = tuple(draw(st.sampled_from([CustodyContext.UNKNOWN, *CustodyContext])) for _ in matches)
    return draw(built(Shortlist, outcome=st.sampled_from(_FOUND), **just(matches=matches, contexts=contexts)))


@st.composite
def _accounts(draw: st.DrawFn) -> MatchAccount:
    outcomes = {outcome.value: draw(_counts()) for outcome in Outcome}
    left = sum(outcomes.values())
    filtered = st.integers(min_value=0, max_value=left)
    return draw(
        built(
            MatchAccount,
            right=_counts(),
            filtered_found=filtered,
            filtered_matches=_counts(),
            **just(left=left, **outcomes),
        )
    )


@st.composite
def _match_sets(draw: st.DrawFn) -> MatchSet:
    by_found = tuple(draw(st.lists(_shortlists(), max_size=2)))
    unmatched = tuple(draw(st.lists(for_hint(Unmatched), max_size=2)))
    filtered = draw(st.lists(st.sampled_from(Outcome), max_size=3))
    outcomes = [*(hits.outcome for hits in by_found), *(Outcome.UNMATCHED for _ in unmatched), *filtered]
    counts = Counter(outcome.value for outcome in outcomes)
    account = draw(
        built(
            MatchAccount,
            right=_counts(),
            filtered_matches=_counts(),
            **just(left=len(outcomes), filtered_found=len(filtered)),
            **{outcome.value: st.just(counts[outcome.value]) for outcome in Outcome},
        )
    )
    return draw(built(MatchSet, **just(by_found=by_found, unmatched=unmatched, account=account)))


@st.composite
def _clusters(draw: st.DrawFn) -> Cluster:
    members = tuple(draw(st.lists(for_hint(RecordedWeapon), min_size=2, max_size=3, unique=True)))
    links = [draw(_matches(**just(left=left, right=right))) for left, right in pairwise(members)]
    return Cluster(members=members, links=_likeliest_first(links))


@st.composite
def _duplicate_sets(draw: st.DrawFn) -> DuplicateSet:
    clusters = tuple(draw(st.lists(_clusters(), max_size=1)))
    not_comparable = tuple(draw(st.lists(for_hint(Unmatched), max_size=2)))
    records = sum(len(cluster.members) for cluster in clusters) + len(not_comparable) + draw(_counts())
    return draw(built(DuplicateSet, **just(clusters=clusters, not_comparable=not_comparable, records=records)))


# ---- measures


@st.composite
def _scores(draw: st.DrawFn, /, cls: type[Any], **fields: st.SearchStrategy[Any]) -> Any:  # noqa: ANN401 (of that class)
    right = draw(_counts())
    true = right + draw(_counts())
    short_listed = st.integers(min_value=0, max_value=true)
    return draw(
        built(cls, short_listed=short_listed, **just(given=right + draw(_counts()), true=true, right=right), **fields)
    )


@st.composite
def _bins(draw: st.DrawFn) -> CalibrationBin:
    low, high = draw(st.lists(_probabilities(), min_size=2, max_size=2, unique=True).map(sorted))
    given = just(low=low, high=high)
    return draw(built(CalibrationBin, probability=_probabilities(), share=_probabilities(), **given))


def _calibrations() -> st.SearchStrategy[Calibration]:
    measured = {name: st.none() | _probabilities() for name in ("error", "brier")}
    return built(Calibration, count=_counts(), **measured)


@st.composite
def _proportions(draw: st.DrawFn) -> Proportion:
    part = draw(_counts())
    return Proportion(part=part, whole=part + draw(_counts()))


# ---- blind keys


def _hashes() -> st.SearchStrategy[str]:
    return st.text(_HEXADECIMAL, min_size=32, max_size=32)


def _blind_keys() -> st.SearchStrategy[BlindKeys]:
    several = st.frozensets(_hashes(), max_size=3)
    return built(BlindKeys, exact=_hashes(), near=several, hidden=several)


STRATEGIES: Strategies = {
    MatchModel: _models,
    Prevalence: _prevalences,
    ListScope: _scopes,
    Match: _matches,
    Shortlist: _shortlists,
    MatchAccount: _accounts,
    MatchSet: _match_sets,
    Cluster: _clusters,
    DuplicateSet: _duplicate_sets,
    Scores: lambda: _scores(Scores),
    NoiseScores: lambda: _scores(NoiseScores),
    Evaluation: lambda: _scores(Evaluation, repeated=_counts()),
    CalibrationBin: _bins,
    Calibration: _calibrations,
    Proportion: _proportions,
    Threshold: lambda: built(Threshold, wanted=shares(), probability=st.none() | _probabilities()),
    BlindKeys: _blind_keys,
    BlindList: lambda: built(BlindList, check=_hashes()),
    BlindPair: lambda: built(BlindPair, left=_hashes(), right=_hashes()),
}
