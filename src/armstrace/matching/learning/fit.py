"""Weights learned from labeled pairs, and from nothing else.

`fit` moves the weights of a match model as far as the labeled pairs support it: few pairs hardly move them, many move
them to the estimate of the pairs. Each published weight counts as a number of pairs, so that none becomes infinite.

For a level such as ``caliber.same`` the weight is log2(m / u): m is its share among the pairs that are the same weapon
and u its share among those that are not, both among pairs whose level is known. For a slip it is the cost
of one particular wrong number: the frequency of the slip relative to a number copied right, divided by the number of
ways in which it can happen. Of seven digits, one can be left out in seven ways.
"""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from armstrace.errors import ParseError
from armstrace.matching.comparisons.serials import SLIPS
from armstrace.matching.learning.fitted import Fit, FittedWeight, WhyKept
from armstrace.matching.learning.label_counts import LabelCounts
from armstrace.matching.match_model import MOST_BITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.matching.learning.label_counts import LabeledPair
    from armstrace.matching.match_model import MatchModel

_MOST_STRENGTH = 1_000_000


def fit(model: MatchModel, labeled_pairs: Iterable[LabeledPair], *, strength: float = 50) -> Fit:
    """A match model with weights learned from labeled pairs, and the origin of each weight.

    The weights of all comparisons of things and circumstances are learned, and the costs of slips in serial numbers.
    The weight of a serial number, its cap, the prior and the verdicts stay. Nothing is learned from pairs of one label.

    A published weight counts as *strength* pairs at its level, divided between the labels as the weight implies. Each
    pair of the more frequent label counts less, so that both labels have the same total. The levels of a comparison
    keep their order: levels that the pairs have in the wrong order are pooled.

    Pairs labeled different are no random sample: somebody looked at them because they were similar. So the rarity of a
    serial number cannot be learned from them. Pairs whose numbers nearly agree do not count for u: most are guns of one
    series, alike in make and caliber, and `armstrace.link` accounts for that by the density of the list; counted twice,
    an equal caliber would weigh nothing. Choose pairs to label without looking at make and caliber: all matches that
    `armstrace.link` showed of a found weapon, excluded ones included, and some random pairs.

    Args:
        model: The published weights.
        labeled_pairs: For each pair the record of the found weapon, that of the listed one, and True if they are
            one weapon.
        strength: The number of pairs that a published weight counts as, from 1 to a million.

    Raises:
        ParseError: Another strength; a label that is neither true nor false; a pair with both labels.
        ValueError: A record shows several weapons; label the parts of its ``recorded()``.
    """
    if not 1 <= strength <= _MOST_STRENGTH:
        raise ParseError(
            "a published weight is worth 1 to a million pairs", code="fit.strength_outside", text=str(strength)
        )
    counts = LabelCounts.of(labeled_pairs, model)
    weights = tuple(_weights(counts, model, float(strength)))
    return Fit(
        model=_fitted(model, weights, counts),
        published=model.version,
        strength=float(strength),
        same=counts.same,
        different=counts.different,
        repeated=counts.repeated,
        near_misses=counts.near_misses,
        copied=counts.copied,
        weights=weights,
    )


def _fitted(model: MatchModel, weights: Sequence[FittedWeight], counts: LabelCounts) -> MatchModel:
    if all(weight.kept is not None for weight in weights):
        return model
    text = "\n".join(f"{weight.code} {weight.weight:.6f}" for weight in weights)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    learned = model.with_weights(
        {weight.code: weight.weight for weight in weights if weight.kept is None},
        version=f"{model.version}+fit:{digest}",
    )
    source = f"{model.source}; learned from {counts.same} pairs labeled the same and {counts.different} different"
    return attrs.evolve(learned, source=source)


def _weights(counts: LabelCounts, model: MatchModel, strength: float) -> Iterator[FittedWeight]:
    """The weights of the model in its order, those that could be learned with their learned value."""
    fitted: dict[str, FittedWeight] = {}
    known = [_counted(code, counts, model) for code, _ in model.weights]
    both = counts.same > 0 and counts.different > 0
    for name in dict.fromkeys(weight.code.partition(".")[0] for weight in known):
        levels = [weight for weight in known if weight.code.startswith(f"{name}.") and weight.kept is None]
        if name == "serial":
            found = [_slip(weight, counts, strength) if both else _keep(weight, WhyKept.ONE_LABEL) for weight in levels]
        else:
            found = _comparison(levels, strength)
        fitted.update((weight.code, weight) for weight in found)
    yield from (fitted.get(weight.code, weight) for weight in known)


def _counted(code: str, counts: LabelCounts, model: MatchModel) -> FittedWeight:
    """The published weight of a level, with the number of pairs at it and, if it cannot be learned, the reason."""
    name, _, level = code.partition(".")
    kept = None
    if level == "unknown":
        kept = WhyKept.MISSING
    elif name == "serial" and level not in SLIPS:
        kept = WhyKept.FIXED
    return FittedWeight(
        code=code,
        published=model.weight(code),
        weight=model.weight(code),
        same=counts.levels.get((code, True), 0),
        different=counts.levels.get((code, False), 0),
        kept=kept,
    )


def _keep(weight: FittedWeight, why: WhyKept) -> FittedWeight:
    return attrs.evolve(weight, kept=why if weight.same or weight.different else WhyKept.UNSEEN)


def _slip(weight: FittedWeight, counts: LabelCounts, strength: float) -> FittedWeight:
    """The weight of a slip, learned from how often it happened among the numbers copied and the ways to make it.

    The published weight stays if the numbers have no way to make this slip.
    """
    ways = counts.ways[weight.code.partition(".")[2]]
    if not ways:
        return _keep(weight, WhyKept.UNSEEN)
    happened = weight.same / (ways / counts.numbers)
    published = math.exp2(-weight.published)
    rate = (happened + strength * published) / (counts.copied + strength)
    learned = -math.log2(happened / counts.copied) if weight.same and counts.copied else None
    # no slip is likelier than a number copied right
    return attrs.evolve(weight, weight=max(0.0, min(-math.log2(rate), MOST_BITS)), learned=learned)


def _comparison(levels: Sequence[FittedWeight], strength: float) -> list[FittedWeight]:
    """The learned weights of the levels of one comparison.

    A level that agrees better never gets a lower weight than the next: levels out of order share one weight. The
    published weights are kept if all labeled pairs are of one weapon, or none is.
    """
    same, different = sum(weight.same for weight in levels), sum(weight.different for weight in levels)
    rarer = min(same, different)
    if not rarer:
        return [_keep(weight, WhyKept.ONE_LABEL) for weight in levels]
    blocks = [_Block.of(weight, same / rarer, different / rarer, strength) for weight in levels]
    # published weights that are equal have no order to keep
    blocks.sort(key=lambda block: (-block.weights[0].published, -block.bits))
    ordered: list[_Block] = []
    for block in blocks:
        lower = block
        while ordered and ordered[-1].bits < lower.bits:
            lower = ordered.pop().with_next(lower)
        ordered.append(lower)
    return [weight for block in ordered for weight in block.fitted(same, different)]


@frozen(kw_only=True)
class _Block:
    """Neighboring levels of a comparison that share one weight, with the pairs of each label that count for it.

    The published weight counts among these pairs.
    """

    weights: tuple[FittedWeight, ...]
    same: float
    different: float
    bits: float

    @classmethod
    def of(cls, weight: FittedWeight, per_same: float, per_different: float, strength: float) -> _Block:
        same = weight.same / per_same + strength / (1 + math.exp2(-weight.published))
        different = weight.different / per_different + strength / (1 + math.exp2(weight.published))
        seen = weight.same or weight.different
        return cls(
            weights=(weight,),
            same=same,
            different=different,
            bits=math.log2(same) - math.log2(different) if seen else weight.published,
        )

    def with_next(self, lower: _Block) -> _Block:
        same, different = self.same + lower.same, self.different + lower.different
        return _Block(
            weights=(*self.weights, *lower.weights),
            same=same,
            different=different,
            bits=math.log2(same) - math.log2(different),
        )

    def fitted(self, same: int, different: int) -> Iterator[FittedWeight]:
        """The weights of the block; one that has no pairs and stands alone stays as published.

        *same* and *different* are the numbers of pairs with that label.
        """
        pooled = len(self.weights) > 1
        for weight in self.weights:
            if not (pooled or weight.same or weight.different):
                yield attrs.evolve(weight, kept=WhyKept.UNSEEN)
                continue
            both = weight.same and weight.different
            learned = math.log2(weight.same / same) - math.log2(weight.different / different) if both else None
            bits = max(-MOST_BITS, min(self.bits, MOST_BITS))
            yield attrs.evolve(weight, weight=bits, learned=learned, pooled=pooled)
