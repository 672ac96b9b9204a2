"""How much of what was found is on the list: shares, and what they make of the evidence for each candidate.

A found weapon is on the list, or it is an unlisted one of the product lines that are, or it is of another line. How
many are of each sort is not known; the model has shares to begin with, and a list of found weapons moves them as far
as its evidence goes. The weights of the comparisons are never learnt from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen, validators

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.matching.match_model import MatchModel

_ROUNDS = 20
_SHARE = validators.and_(validators.ge(0), validators.le(1))
# what is lost by rounding
_NEAR = 1e-9


@frozen(kw_only=True)
class Shares:
    """The shares of found weapons; together they are 1.

    Attributes:
        listed: That are on the list.
        unlisted: That are of the product lines of the list, and not on it.
        other: That are of other lines.
    """

    listed: float = field(validator=_SHARE)
    unlisted: float = field(validator=_SHARE)
    other: float = field(validator=_SHARE)

    def __attrs_post_init__(self) -> None:
        if abs(self.listed + self.unlisted + self.other - 1) > _NEAR:
            raise ValueError(f"the shares do not add up to 1: {self}")

    def posterior(self, candidates: Iterable[float], unlisted: float, other: float = 1.0) -> list[float]:
        """How likely each candidate is the found weapon; what is missing to one is that none is.

        Args:
            candidates: How many times likelier what was read is for each candidate than for a weapon of another line.
            unlisted: How many times likelier it is for an unlisted weapon of the lines of the list.
            other: How many times likelier it is for weapons of other lines that happen to bear a listed number, and
                for all others, than for those others.

        >>> shares = Shares(listed=0.5, unlisted=0.25, other=0.25)
        >>> shares.posterior([2.0, 1.0], unlisted=1.0)
        [0.5, 0.25]
        """
        *listed, _ = self.posteriors(candidates, unlisted, other)
        return listed

    def posteriors(self, candidates: Iterable[float], unlisted: float, other: float = 1.0) -> list[float]:
        """The same, and behind the candidates how likely an unlisted weapon of their lines is.

        >>> Shares(listed=0.5, unlisted=0.25, other=0.25).posteriors([2.0, 1.0], unlisted=1.0)
        [0.5, 0.25, 0.125]
        """
        masses = [*(self.listed * each for each in candidates), self.unlisted * unlisted]
        total = sum(masses) + self.other * other
        return [mass / total for mass in masses]


def shares(evidence: Sequence[tuple[float, float, float]], using: MatchModel) -> Shares:
    """The shares that a list of found weapons speaks for, beginning with those of the model.

    Args:
        evidence: For each found weapon how many times likelier what was read is for the listed ones taken together, and
            for an unlisted one of their lines, than for a weapon of another line.
        using: The match model.

    >>> from armstrace.matching import match_model as model
    >>> shares([], model.default()).listed
    0.3
    >>> shares([(1e6, 0.0, 1.0)] * 1000, model.default()).listed > 0.9
    True
    """
    begin = Shares(listed=using.listed, unlisted=using.unlisted, other=1 - using.listed - using.unlisted)
    found = begin
    for _ in range(_ROUNDS if evidence else 0):
        listed = unlisted = 0.0
        for on_list, of_line, else_ in evidence:
            total = found.listed * on_list + found.unlisted * of_line + found.other * else_
            listed += on_list / total
            unlisted += of_line / total
        size = using.strength + len(evidence)
        listed = (using.strength * begin.listed + found.listed * listed) / size
        unlisted = (using.strength * begin.unlisted + found.unlisted * unlisted) / size
        found = Shares(listed=listed, unlisted=unlisted, other=max(1 - listed - unlisted, 0.0))
    return found
