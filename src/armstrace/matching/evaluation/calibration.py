"""Calibration: the agreement of probabilities with the share of true matches."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from attrs import field, frozen, validators

from armstrace import explain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from armstrace.matching.evaluation.labeled_pairs import Pair, PairResult

_BINS: Final = 20
_COUNT: Final = validators.ge(0)
_SHARE: Final = validators.and_(validators.ge(0), validators.le(1))


@frozen(kw_only=True)
class CalibrationBin:
    """The found records whose likeliest match has a probability within bounds.

    Attributes:
        low: The lower bound, inclusive.
        high: The upper bound, exclusive unless it is 1.
        count: The number of these records.
        probability: Their mean probability.
        share: The share of these matches that are true.
    """

    low: float = field(validator=_SHARE)
    high: float = field(validator=_SHARE)
    count: int = field(validator=validators.ge(1))
    probability: float = field(validator=_SHARE)
    share: float = field(validator=_SHARE)

    def __attrs_post_init__(self) -> None:
        if self.low >= self.high:
            raise ValueError(f"bounds that hold nothing: {self.low} to {self.high}")


@frozen(kw_only=True)
class Calibration:
    """The agreement of probabilities with the share of true matches, for the likeliest match of each found record.

    Of several equally likely matches each counts in part, as if one of them were drawn.

    Attributes:
        count: The number of found records with a match.
        error: The expected calibration error: the mean distance of probability and share of true matches over all bins;
            None if there is no match.
        brier: The Brier score: the mean squared distance of the probability from 1 or 0; None if there is no match.
        bins: Each twentieth of the probabilities that is not empty.
    """

    count: int = field(default=0, validator=_COUNT)
    error: float | None = field(default=None, validator=validators.optional(_SHARE))
    brier: float | None = field(default=None, validator=validators.optional(_SHARE))
    bins: tuple[CalibrationBin, ...] = ()

    @classmethod
    def of(cls, given: Mapping[Pair, PairResult], true: Collection[Pair]) -> Calibration:
        """The calibration of the likeliest match of each found record."""
        by_left: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        for pair, result in given.items():
            by_left[pair[0]].append((result.probability, pair in true))
        tops: list[tuple[float, float]] = []
        for results in by_left.values():
            best = max(probability for probability, _ in results)
            tied = [is_true for probability, is_true in results if probability == best]
            tops.append((best, sum(tied) / len(tied)))
        if not tops:
            return cls()
        by_bin: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for top in tops:
            by_bin[min(int(top[0] * _BINS), _BINS - 1)].append(top)
        bins = tuple(
            CalibrationBin(
                low=at / _BINS,
                high=(at + 1) / _BINS,
                count=len(inside),
                probability=math.fsum(probability for probability, _ in inside) / len(inside),
                share=math.fsum(share for _, share in inside) / len(inside),
            )
            for at, inside in sorted(by_bin.items())
        )
        return cls(
            count=len(tops),
            error=math.fsum(abs(found.probability - found.share) * found.count for found in bins) / len(tops),
            brier=math.fsum(share * (1 - p) ** 2 + (1 - share) * p**2 for p, share in tops) / len(tops),
            bins=bins,
        )

    def explain(self, language: explain.Language = "en") -> str:
        """Both figures, and the number of records behind them."""
        if self.error is None or self.brier is None:
            return explain.say("evaluation.uncalibrated", (), language)
        given = explain.values(error=f"{self.error:.4f}", brier=f"{self.brier:.4f}", count=self.count)
        return explain.say("evaluation.calibration", given, language)
