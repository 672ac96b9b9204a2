"""The result of a fit: each weight before and after, with the pairs behind it."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from armstrace import explain
from armstrace.matching.match_model import MatchModel


class WhyKept(StrEnum):
    """The reason why a weight stays as published."""

    ONE_LABEL = "one_label"  #: All pairs with a known level have one label.
    UNSEEN = "unseen"  #: No labeled pair shows it.
    MISSING = "missing"  #: It is the weight of a missing value, which is always 0.
    FIXED = "fixed"  #: It is never learned from labeled pairs.


@frozen(kw_only=True)
class FittedWeight:
    """One weight before and after the fit.

    Attributes:
        code: The comparison and level.
        published: The weight before, in bits.
        weight: The weight after, in bits.
        learned: The estimate of the pairs alone; None if they give none, as for a level that only one label has.
        same: The number of pairs at this level labeled the same; for slips, those with no other slip.
        different: The number labeled different.
        pooled: True if the level was pooled with the next, since the pairs have the two in the wrong order.
        kept: The reason why the weight stays as published; None if it was learned.
    """

    code: str
    published: float
    weight: float
    learned: float | None = None
    same: int = 0
    different: int = 0
    pooled: bool = False
    kept: WhyKept | None = None

    def explain(self, language: explain.Language = "en") -> str:
        """The weight before and after, and the pairs behind it."""
        given = explain.values(
            code=self.code,
            published=f"{self.published:.2f}",
            weight=f"{self.weight:.2f}",
            learned=None if self.learned is None else f"{self.learned:.2f}",
            same=self.same,
            different=self.different,
        )
        return explain.say("fit.pooled" if self.pooled else "fit.weight", given, language)


@frozen(kw_only=True)
class Fit:
    """A match model whose weights were learned from labeled pairs.

    Attributes:
        model: The model to compare and link with; the given model if nothing could be learned.
        published: The version of the given model.
        strength: The number of pairs that each of its weights counted as.
        same: The number of pairs labeled the same.
        different: The number of pairs labeled different.
        repeated: The number of pairs that were given again; each counts once.
        near_misses: The number of pairs labeled different whose numbers nearly agree; they count for slips only.
        copied: The number of pairs labeled the same whose serial number is copied right.
        weights: Each weight of the model, in its order.
    """

    model: MatchModel
    published: str
    strength: float
    same: int
    different: int
    repeated: int = 0
    near_misses: int = 0
    copied: int = 0
    weights: tuple[FittedWeight, ...] = field(repr=False)

    def __str__(self) -> str:
        return self._account("en")

    def _account(self, language: explain.Language) -> str:
        given = explain.values(
            same=self.same, different=self.different, published=self.published, version=self.model.version
        )
        return explain.say("fit.account" if self.learned else "fit.nothing", given, language)

    @property
    def learned(self) -> tuple[FittedWeight, ...]:
        """The weights that were learned."""
        return tuple(each for each in self.weights if each.kept is None)

    def explain(self, language: explain.Language = "en") -> str:
        """The pairs, each weight that was learned, and the others with the reason."""
        lines = [self._account(language)]
        if self.repeated:
            lines.append(explain.say("fit.repeated", explain.values(count=self.repeated), language))
        if self.near_misses:
            lines.append(explain.say("fit.near_misses", explain.values(count=self.near_misses), language))
        lines += [f"  {each.explain(language)}" for each in self.learned]
        for why in WhyKept:
            codes = [each.code for each in self.weights if each.kept is why]
            if codes:
                given = explain.values(why=f"fit_{why.value}", codes=", ".join(codes))
                lines.append(explain.say("fit.kept", given, language))
        return "\n".join(lines)
