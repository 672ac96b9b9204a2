"""The pairs of figures that rules look at, each decided once, and what sets two figures apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from armstrace import _normalize
from armstrace.reconciliation.findings import Finding, FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from armstrace.reconciliation.figures import Figure, Spans
    from armstrace.records.figures.tallies import Tally

# a figure is compared with so many that follow in a list; pairs beyond are counted, not compared
_NEIGHBORS = 20
# within one part in two hundred, two figures look alike
ALIKE = 200


@attrs.define(eq=False)
class Pairs:
    """The pairs on which a rule has decided: the first rule that does so holds."""

    spans: Spans
    findings: list[tuple[tuple[int, ...], Finding]] = attrs.field(factory=list)
    pairs: set[tuple[int, ...]] = attrs.field(factory=set)
    left_out: int = 0

    def takes(self, pair: tuple[int, ...]) -> bool:
        """True if no rule has decided on the pair yet; it is decided from now on."""
        if pair in self.pairs:
            return False
        self.pairs.add(pair)
        return True

    def near(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """Each figure with those that come next."""
        for index, left in enumerate(group):
            for right in group[index + 1 : index + 1 + _NEIGHBORS]:
                yield (left, right) if left.index < right.index else (right, left)
        far = max(0, len(group) - 1 - _NEIGHBORS)
        self.left_out += far * (far + 1) // 2

    def meeting(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """Each figure with those whose stretch of time begins before its own ends."""
        spans = {left.index: self.spans.bounds(left.period) for left in group}
        in_order = sorted(group, key=lambda figure: spans[figure.index])
        for index, left in enumerate(in_order):
            for number, right in enumerate(in_order[index + 1 : index + 2 + _NEIGHBORS]):
                if spans[right.index][0] > spans[left.index][1]:
                    break
                if number == _NEIGHBORS:
                    self.left_out += 1
                    break
                yield (left, right) if left.index < right.index else (right, left)

    def close(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """Each figure of a list in order with those that are little more than it."""
        for index, left in enumerate(group):
            most = printed(left) + printed(left) // ALIKE
            for number, right in enumerate(group[index + 1 : index + 2 + _NEIGHBORS]):
                if printed(right) > most:
                    break
                if number == _NEIGHBORS:
                    self.left_out += 1
                    break
                yield (left, right) if left.index < right.index else (right, left)


def groups(found: Iterable[Figure], key: Callable[[Figure], Hashable]) -> Iterator[list[Figure]]:
    """The figures that share a key, where several do."""
    grouped: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in found:
        grouped[key(figure)].append(figure)
    return (group for group in grouped.values() if len(group) > 1)


def counted_by(figure: Figure) -> str | None:
    """Who counted: the actor of the figure, or its speaker if no actor is named."""
    return figure.actor or figure.speaker


def causes_apart(left: Figure, right: Figure) -> tuple[str, ...]:
    """The fields that keep two figures of the same scope from being compared."""
    first, second = left.tally, right.tally
    causes = ["actor"] if counted_by(left) != counted_by(right) else []
    causes += [name for name in ("basis", "definition", "coverage") if getattr(first, name) != getattr(second, name)]
    causes += ["unit"] if first.unit is not second.unit else []
    return tuple(causes)


def same_word(left: Tally, right: Tally) -> bool:
    """True if both tallies name their things by the same word."""
    return _normalize.key(left.word) == _normalize.key(right.word)


def changed(left: Figure, right: Figure) -> tuple[str, ...]:
    """The period, where the two figures give different periods."""
    return ("period",) if left.period != right.period else ()


def printed(figure: Figure) -> int:
    """The number as printed; 0 where there is none."""
    return figure.count.figure or 0


def paired(
    kind: FindingKind, left: Figure, right: Figure, causes: tuple[str, ...] = ()
) -> tuple[Finding, tuple[int, ...]]:
    """A finding on two figures, and the indexes of the pair."""
    gap = left.count.gap(right.count) if kind in (FindingKind.GAP, FindingKind.NOT_COMPARABLE) else None
    finding = Finding(kind=kind, tallies=(left.tally, right.tally), gap=gap, causes=tuple(dict.fromkeys(causes)))
    return finding, tuple(sorted((left.index, right.index)))
