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
    """The pairs of figures that a rule has decided on, as pairs of indexes; no later rule decides on them again.

    *left_out* is the number of pairs that were not looked at because too many figures lie close together.
    """

    spans: Spans
    findings: list[tuple[tuple[int, ...], Finding]] = attrs.field(factory=list)
    pairs: set[tuple[int, ...]] = attrs.field(factory=set)
    left_out: int = 0

    def takes(self, pair: tuple[int, ...]) -> bool:
        """True if no rule has decided on *pair* yet. From now on, the pair counts as decided."""
        if pair in self.pairs:
            return False
        self.pairs.add(pair)
        return True

    def near(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """The pairs of each figure of *group* with the twenty that follow it; other pairs are counted as left out."""
        for index, left in enumerate(group):
            for right in group[index + 1 : index + 1 + _NEIGHBORS]:
                yield (left, right) if left.index < right.index else (right, left)
        far = max(0, len(group) - 1 - _NEIGHBORS)
        self.left_out += far * (far + 1) // 2

    def meeting(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """The pairs of figures of *group* whose periods may share a day, at most twenty for each figure.

        Figures that have more such neighbors are counted as left out.
        """
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
        """The pairs of figures whose numbers differ by half a percent or less, at most twenty for each figure.

        *group* is sorted by the printed number. Figures that have more such neighbors are counted as left out.
        """
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
    """The figures of *found* sorted into lists of those for which *key* gives the same; lists of one are left out."""
    grouped: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in found:
        grouped[key(figure)].append(figure)
    return (group for group in grouped.values() if len(group) > 1)


def counted_by(figure: Figure) -> str | None:
    """The actor of the figure, or its speaker if no actor is named; None if neither is known."""
    return figure.actor or figure.speaker


def causes_apart(left: Figure, right: Figure) -> tuple[str, ...]:
    """The names of the fields, such as ``unit``, whose difference keeps two figures from being compared.

    Empty if nothing does.
    """
    first, second = left.tally, right.tally
    causes = ["actor"] if counted_by(left) != counted_by(right) else []
    causes += [name for name in ("basis", "definition", "coverage") if getattr(first, name) != getattr(second, name)]
    causes += ["unit"] if first.unit is not second.unit else []
    return tuple(causes)


def same_word(left: Tally, right: Tally) -> bool:
    """True if both tallies name what they count by the same word, without regard to case and accents."""
    return _normalize.key(left.word) == _normalize.key(right.word)


def changed(left: Figure, right: Figure) -> tuple[str, ...]:
    """``("period",)`` if the periods of the two figures differ, else empty."""
    return ("period",) if left.period != right.period else ()


def printed(figure: Figure) -> int:
    """The number of the figure as its source printed it; 0 if the source printed none."""
    return figure.count.figure or 0


def paired(
    kind: FindingKind, left: Figure, right: Figure, causes: tuple[str, ...] = ()
) -> tuple[Finding, tuple[int, ...]]:
    """A finding of the given kind on two figures, and their indexes in order.

    The gap between them is in the finding if *kind* is a gap or not comparable.
    """
    gap = left.count.gap(right.count) if kind in (FindingKind.GAP, FindingKind.NOT_COMPARABLE) else None
    finding = Finding(kind=kind, tallies=(left.tally, right.tally), gap=gap, causes=tuple(dict.fromkeys(causes)))
    return finding, tuple(sorted((left.index, right.index)))
