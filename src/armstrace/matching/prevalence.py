"""Prevalence: the share of found weapons that are on the list, and the posterior probability of each candidate.

A found weapon is on the list, or it is an unlisted weapon of a product line that is, or it is of another line. The
shares are not known; the model has prior shares, and a list of found weapons moves them as far as its evidence goes.
The weights of the comparisons are never learned from it.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.matching.match_model import MatchModel

_ROUNDS = 20
_SHARE = validators.and_(validators.ge(0), validators.le(1))
# the greatest error of rounding
_NEAR = 1e-9


@frozen(kw_only=True)
class Prevalence:
    """The shares of found weapons; together they are 1.

    Attributes:
        listed: The share that is on the list.
        unlisted: The share that is of the product lines of the list, and not on it.
        other: The share that is of other lines.
    """

    listed: float = field(validator=_SHARE)
    unlisted: float = field(validator=_SHARE)
    other: float = field(validator=_SHARE)

    def __attrs_post_init__(self) -> None:
        if abs(self.listed + self.unlisted + self.other - 1) > _NEAR:
            raise ValueError(f"the shares do not add up to 1: {self}")

    def posterior(self, candidates: Iterable[float], unlisted: float, other: float = 1.0) -> list[float]:
        """The probability that each candidate is the found weapon; the rest to 1 is that none is.

        All likelihoods are those of the record of the found weapon, in one unit.

        Args:
            candidates: The likelihood for each candidate.
            unlisted: The likelihood for an unlisted weapon of the product lines of the list.
            other: The likelihood for weapons of other lines.

        >>> prevalence = Prevalence(listed=0.5, unlisted=0.25, other=0.25)
        >>> prevalence.posterior([2.0, 1.0], unlisted=1.0)
        [0.5, 0.25]
        """
        *listed, _ = self.posteriors(candidates, unlisted, other)
        return listed

    def posteriors(self, candidates: Iterable[float], unlisted: float, other: float = 1.0) -> list[float]:
        """The probability of each candidate, and last that of an unlisted weapon of the product lines of the list.

        >>> Prevalence(listed=0.5, unlisted=0.25, other=0.25).posteriors([2.0, 1.0], unlisted=1.0)
        [0.5, 0.25, 0.125]
        """
        masses = [*(self.listed * likelihood for likelihood in candidates), self.unlisted * unlisted]
        total = sum(masses) + self.other * other
        return [mass / total for mass in masses]

    @classmethod
    def estimate(cls, evidence: Sequence[tuple[float, float, float]], using: MatchModel) -> Prevalence:
        """The shares estimated from a list of found weapons, starting with the prior shares of the model.

        Args:
            evidence: For each found weapon three likelihoods of its record: for the listed weapons taken together, for
                an unlisted weapon of their lines, and for a weapon of another line.
            using: The match model.

        >>> from armstrace.matching.match_model import MatchModel
        >>> Prevalence.estimate([], MatchModel.default()).listed
        0.3
        >>> Prevalence.estimate([(1e6, 0.0, 1.0)] * 1000, MatchModel.default()).listed > 0.9
        True
        """
        begin = _prior(using.listed, using.unlisted)
        found = begin
        for _ in range(_ROUNDS if evidence else 0):
            listed = unlisted = 0.0
            for on_list, of_line, of_other_line in evidence:
                total = found.listed * on_list + found.unlisted * of_line + found.other * of_other_line
                listed += on_list / total
                unlisted += of_line / total
            size = using.strength + len(evidence)
            listed = (using.strength * begin.listed + found.listed * listed) / size
            unlisted = (using.strength * begin.unlisted + found.unlisted * unlisted) / size
            found = cls(listed=listed, unlisted=unlisted, other=max(1 - listed - unlisted, 0.0))
        return found


@functools.lru_cache(maxsize=64)
def _prior(listed: float, unlisted: float) -> Prevalence:
    return Prevalence(listed=listed, unlisted=unlisted, other=1 - listed - unlisted)
