"""Figures of the same sort of thing: in one place and period, or in stretches of time that share days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.reconciliation.findings import Finding, FindingKind
from armstrace.reconciliation.pairs import Pairs, causes_apart, counted_by, groups, paired, same_word
from armstrace.reconciliation.repeats import is_repeat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.reconciliation.figures import Figure


def of_one_scope(found: Sequence[Figure], seen: Pairs) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Findings on two figures of the same things, place and period, with their indexes.

    The two are the same, apart, repeated, counted twice or not comparable.
    """
    for group in groups(
        found, lambda figure: (figure.tally.measure, figure.tally.unit, figure.place, figure.period, figure.what)
    ):
        for left, right in seen.near(group):
            if left.source == right.source and not same_word(left.tally, right.tally):
                continue  # one source has two words for two things, whatever the words mean
            causes = causes_apart(left, right)
            if causes == ("actor",) and not (left.actor and right.actor):
                causes = ("actor_unsaid",)
            agrees = left.count.agrees(right.count)
            if causes and agrees is not True:
                yield paired(FindingKind.NOT_COMPARABLE, left, right, causes=causes)
            elif agrees is False:
                yield paired(FindingKind.GAP, left, right)
            elif not causes and left.source == right.source:
                yield paired(FindingKind.DOUBLE_COUNT, left, right)
            elif not causes and is_repeat(left, right):
                yield paired(FindingKind.REPEAT, left, right)
            elif not causes:
                yield paired(FindingKind.SAME, left, right)


def overlaps(found: Sequence[Figure], seen: Pairs) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Findings on two figures by one counter of the same things and place whose periods share days, with their indexes.

    They are found if the periods overlap in part, or if a part has more than its whole.
    """
    dated = [figure for figure in found if figure.tally.period is not None and counted_by(figure) is not None]
    for group in groups(
        dated, lambda figure: (figure.tally.measure, figure.tally.unit, figure.place, figure.what, counted_by(figure))
    ):
        for left, right in seen.meeting(group):
            if left.period == right.period or causes_apart(left, right):
                continue
            if left.source == right.source and not same_word(left.tally, right.tally):
                continue
            if seen.spans.contain(left.period, right.period) or seen.spans.contain(right.period, left.period):
                part, whole = (left, right) if seen.spans.contain(right.period, left.period) else (right, left)
                if part.count.above(whole.count):
                    yield paired(FindingKind.GAP, whole, part, causes=("part_above_whole",))
            elif seen.spans.overlap(left.period, right.period):
                yield paired(FindingKind.OVERLAP, left, right, causes=("period",))
