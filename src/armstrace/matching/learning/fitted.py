"""What labeled pairs made of a match model: each weight before and after, with the pairs behind it."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from armstrace import explain
from armstrace.matching.match_model import MatchModel


class WhyKept(StrEnum):
    """Why a weight stays as published.

    Attributes:
        ONE_LABEL: The pairs that could tell are all labeled the same, or all different.
        UNSEEN: No labeled pair shows it.
        MISSING: What is missing never speaks.
        FIXED: It is not learned from labeled pairs at all.
    """

    ONE_LABEL = "one_label"
    UNSEEN = "unseen"
    MISSING = "missing"
    FIXED = "fixed"


@frozen(kw_only=True)
class FittedWeight:
    """What labeled pairs made of one weight.

    Attributes:
        code: The comparison and level.
        published: The weight before, in bits.
        weight: The weight after, in bits.
        learned: What the pairs say alone; None where they cannot say it, such as for a level that only one label has.
        same: How many pairs at this level are labeled the same; of slips those that are the only one in their number.
        different: How many are labeled different.
        pooled: Whether the level was taken together with the next, since the pairs have the two in the wrong order.
        kept: Why the weight stays as published; None where it was learned.
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
    """A match model whose weights were learned from labeled pairs, and how.

    Attributes:
        model: The model to compare and link with; where nothing could be learned, the one that was given.
        published: The version of the model that was given.
        strength: How many pairs each of its weights counted as.
        same: How many pairs are labeled the same.
        different: How many are labeled different.
        repeated: How many were given again; each counts once.
        near_misses: How many of the different ones have numbers that nearly agree, and so do not count for make, model
            and the rest.
        copied: In how many of the same ones the serial number is copied right.
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

    @property
    def learned(self) -> tuple[FittedWeight, ...]:
        """The weights that did not stay as published."""
        return tuple(each for each in self.weights if each.kept is None)

    def explain(self, language: explain.Language = "en") -> str:
        """The pairs, each weight that was learned, and which were not and why."""
        given = explain.values(
            same=self.same, different=self.different, published=self.published, version=self.model.version
        )
        lines = [explain.say("fit.account" if self.learned else "fit.nothing", given, language)]
        if self.repeated:
            lines.append(explain.say("fit.repeated", explain.values(count=self.repeated), language))
        if self.near_misses:
            lines.append(explain.say("fit.near_misses", explain.values(count=self.near_misses), language))
        lines += [f"  {each.explain(language)}" for each in self.learned]
        for why in WhyKept:
            codes = [each.code for each in self.weights if each.kept is why]
            if codes:
                said = explain.values(why=f"fit_{why.value}", codes=", ".join(codes))
                lines.append(explain.say("fit.kept", said, language))
        return "\n".join(lines)
