"""Precision, recall and the share of true pairs in the short lists."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.matching.evaluation.proportions import Proportion

_COUNT: Final = validators.ge(0)


@frozen(kw_only=True)
class Scores:
    """Counts of pairs, and the measures that follow from them.

    Attributes:
        given: The number of pairs that are leads.
        true: The number of true pairs.
        right: The number of leads that are true.
        short_listed: The number of true pairs whose listed record is among the ten likeliest of the found one, whatever
            the verdict. Of equally likely records at the tenth rank, none is counted.
    """

    given: int
    true: int
    right: int = field(validator=_COUNT)
    short_listed: int = field(validator=_COUNT)

    def __attrs_post_init__(self) -> None:
        if self.right > min(self.given, self.true) or self.short_listed > self.true:
            raise ValueError(f"the counts do not add up: {self!r}")

    @property
    def precision(self) -> Proportion:
        """The share of leads that are true."""
        return Proportion(part=self.right, whole=self.given)

    @property
    def recall(self) -> Proportion:
        """The share of true pairs that are leads."""
        return Proportion(part=self.right, whole=self.true)

    @property
    def f1(self) -> Proportion:
        """The harmonic mean of precision and recall; its part is twice *right*, its whole *given* plus *true*."""
        return Proportion(part=2 * self.right, whole=self.given + self.true)

    @property
    def short_list(self) -> Proportion:
        """The share of true pairs in the short lists."""
        return Proportion(part=self.short_listed, whole=self.true)

    def lines(self, language: explain.Language = "en") -> list[str]:
        """Each measure with both counts, one per line."""
        return [
            _line("precision", self.precision, language),
            _line("recall", self.recall, language),
            _line("f1", self.f1, language),
            _line("short_list", self.short_list, language),
        ]


@frozen(kw_only=True)
class NoiseScores(Scores):
    """Scores over the true pairs with one kind of noise, and over the leads of their found records.

    A lead from one of these found records to a true pair of another kind is neither right nor wrong here.

    Attributes:
        noise: The kind of noise; None for true pairs without a stated kind.
    """

    noise: str | None


def _line(name: str, ratio: Proportion, language: explain.Language) -> str:
    named = f"measure_{name}"
    if ratio.value is None or ratio.bounds is None:
        return explain.say("evaluation.unmeasured", explain.values(name=named), language)
    counts = explain.values(name=named, value=f"{ratio.value:.4f}", part=ratio.part, whole=ratio.whole)
    if name == "f1":
        # a mean of two shares is no share of draws
        return explain.say("evaluation.value", counts, language)
    low, high = ratio.bounds
    return explain.say("evaluation.ratio", (*counts, *explain.values(low=f"{low:.4f}", high=f"{high:.4f}")), language)
