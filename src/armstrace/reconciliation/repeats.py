"""Figures that are given again: by one speaker later or under another word, or nearly alike by two sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.reconciliation.figures import Figure, kinds_meet
from armstrace.reconciliation.findings import Finding, FindingKind
from armstrace.reconciliation.pairs import ALIKE, Pairs, causes_apart, changed, groups, paired, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# below these, two figures are often the same by chance
_TELLING, _TELLING_APART = 10, 1000


def repeated_figures(found: Sequence[Figure], seen: Pairs) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Findings on two figures of one speaker with the same number, with their indexes.

    The later is a repeat of the earlier, or the two name their things by different words.
    """
    telling = [
        figure
        for figure in found
        if figure.count.figure is not None and figure.count.figure >= _TELLING and figure.speaker
    ]
    for group in groups(
        telling, lambda figure: (figure.tally.measure, figure.place, figure.speaker, figure.count.figure)
    ):
        for left, right in seen.near(group):
            if left.period != right.period and not seen.spans.may_meet(left.period, right.period):
                continue
            if left.what == right.what:
                if left.source != right.source and is_repeat(left, right):
                    yield paired(FindingKind.REPEAT, left, right, causes=changed(left, right))
            elif kinds_meet(left.tally.kinds, right.tally.kinds):
                if left.source != right.source and left.taker == right.taker:
                    yield paired(FindingKind.OTHER_KIND_WORD, left, right, causes=("kinds",))
            elif printed(left) >= _TELLING_APART:
                yield paired(FindingKind.OTHER_KIND_WORD, left, right, causes=("kinds",))


def alike_figures(found: Sequence[Figure], seen: Pairs) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Findings on two figures of different sources that are almost equal but cannot be compared, with their indexes.

    The finding names the fields that differ.
    """
    large = [figure for figure in found if printed(figure) >= ALIKE]
    for group in groups(large, lambda figure: (figure.tally.measure, figure.tally.unit, figure.place)):
        if len({left.source for left in group}) < 2:
            continue
        for left, right in seen.close(sorted(group, key=printed)):
            if left.source == right.source or not seen.spans.may_meet(left.period, right.period):
                continue
            if kinds_meet(left.tally.kinds, right.tally.kinds):
                causes = (
                    *(("kinds",) if left.what != right.what else ()),
                    *changed(left, right),
                    *causes_apart(left, right),
                )
                yield paired(FindingKind.NOT_COMPARABLE, left, right, causes=causes)


def is_repeat(left: Figure, right: Figure) -> bool:
    """True if both figures are of one speaker and were certainly stated or reported on different days."""
    days = [made.reported or made.said for made in (left.statement, right.statement) if made is not None]
    if left.speaker is None or left.speaker != right.speaker or len(days) < 2 or days[0] is None or days[1] is None:
        return False
    return days[0].before(days[1]) is True or days[1].before(days[0]) is True
