"""The lowest probability from which matches have a wanted precision, as far as known pairs show."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.errors import ParseError
from armstrace.explain import Agreement, Reason
from armstrace.matching.evaluation import labeled_pairs
from armstrace.matching.evaluation.proportions import Proportion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.match import Match
    from armstrace.matching.results.match_set import MatchSet


_PROBABILITY = validators.and_(validators.ge(0), validators.le(1))


@frozen(kw_only=True)
class Threshold:
    """The lowest probability from which a precision holds.

    Attributes:
        wanted: The precision, above 0 and below 1.
        probability: The lowest probability from which it holds; None if the pairs do not show it.
        pairs: The share of true pairs from there on, with bounds of chance; if there is no such probability, that of
            the pairs that come closest.
        reason: The figures behind it, or the reason why there is none.
    """

    wanted: float = field(validator=validators.and_(validators.gt(0), validators.lt(1)))
    probability: float | None = field(default=None, validator=validators.optional(_PROBABILITY))
    pairs: Proportion
    reason: Reason

    def explain(self, language: explain.Language = "en") -> str:
        """The threshold with the pairs it rests on and the lower bound of their precision, or why there is none."""
        return self.reason.explain(language)


def threshold_for(
    matches: MatchSet | Iterable[Match], truth: Iterable[tuple[str, str]], *, precision: float = 0.98
) -> Threshold:
    """The lowest probability from which the matches have that precision, measured against all true pairs.

    Pairs of one probability are above a threshold together or not at all. A precision shows only on so many pairs that
    one more false pair would not break it: 50 for 0.98. The verdict plays no part, so that matches that can be no lead
    count too; use the probability as `MatchModel.lead`, or to choose among matches.

    Args:
        matches: A match set, or all matches, inconclusive and excluded ones included.
        truth: For each true pair the reference of the found and of the listed record; taken as complete.
        precision: The share of the pairs that must be true, between 0 and 1.

    Raises:
        ParseError: A precision of 0 or less, or of 1 or more, which no number of pairs can show.
    """
    if not 0 < precision < 1:
        raise ParseError("a precision lies between 0 and 1", code="threshold.precision_outside", text=str(precision))
    true = set(truth)
    steps = _steps(((given.probability, pair in true) for pair, given in labeled_pairs.pairs_of(matches).items()))
    precise = [(at, pairs) for at, pairs in steps if pairs.part / pairs.whole >= precision]
    shown = [(at, pairs) for at, pairs in precise if (pairs.whole - 1) / pairs.whole >= precision]
    if shown:
        probability, pairs = shown[-1]
        return _threshold(precision, pairs, "reached", probability)
    if precise or not steps:
        return _threshold(precision, precise[-1][1] if precise else Proportion(part=0, whole=0), "too_few")
    nearest = max((pairs for _, pairs in steps), key=lambda pairs: (pairs.part / pairs.whole, pairs.whole))
    return _threshold(precision, nearest, "not_reached")


def _threshold(wanted: float, pairs: Proportion, code: str, probability: float | None = None) -> Threshold:
    low = pairs.bounds[0] if pairs.bounds else 0.0
    given = explain.values(
        wanted=f"{wanted:g}",
        needed=math.ceil(1 / (1 - Fraction(str(wanted)))),
        part=pairs.part,
        whole=pairs.whole,
        low=f"{low:.4f}",
        probability=None if probability is None else f"{probability:.4f}",
    )
    agreement = Agreement.UNKNOWN if probability is None else Agreement.SAME
    reason = Reason(code=f"threshold.{code}", agreement=agreement, values=given)
    return Threshold(wanted=wanted, probability=probability, pairs=pairs, reason=reason)


def _steps(pairs: Iterable[tuple[float, bool]]) -> list[tuple[float, Proportion]]:
    """For each probability, from the highest, the share of true pairs among those at least as probable.

    *pairs* holds the probability of each pair, and True if the pair is true.
    """
    steps: list[tuple[float, Proportion]] = []
    part = whole = 0
    for probability, tied in groupby(sorted(pairs, reverse=True), key=lambda pair: pair[0]):
        found = [is_true for _, is_true in tied]
        part, whole = part + sum(found), whole + len(found)
        steps.append((probability, Proportion(part=part, whole=whole)))
    return steps
