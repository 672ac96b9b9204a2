"""Parts and wholes among figures of the same source: declared parts, and parts by kind, place and period."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from armstrace.counts import value as counts
from armstrace.reconciliation.figures import apart, narrower
from armstrace.reconciliation.findings import Finding, FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from armstrace.counts.value import Count
    from armstrace.reconciliation.figures import Figure, Spans
    from armstrace.records.figures.tallies import Tally

# a breakdown has no more parts than this; among more, no whole is looked for
_MOST_PARTS = 400


def findings(found: Sequence[Figure], spans: Spans) -> Iterator[tuple[Figure, Finding]]:
    """Findings that compare the count of a figure, the whole, with the total of its parts; each with the whole.

    Parts are declared by the source (``part_of``) or are figures by kind, place or period.
    """
    yield from _declared(found)
    yield from _mixed_units(found)
    free = [figure for figure in found if figure.tally.part_of is None]
    yield from _broken_down(free, _same_scope, _by_kind)
    yield from _broken_down(free, _any_place, _by_place)
    yield from _broken_down(free, _any_period, partial(_by_period, spans))


def _same_scope(figure: Figure) -> tuple[Hashable, ...]:
    return (figure.place, figure.period, figure.actor, figure.taker)


def _any_place(figure: Figure) -> tuple[Hashable, ...]:
    return (figure.what, figure.period, figure.actor, figure.tally.word)


def _any_period(figure: Figure) -> tuple[Hashable, ...]:
    return (figure.what, figure.place, figure.actor, figure.tally.word)


def _declared(found: Sequence[Figure]) -> Iterator[tuple[Figure, Finding]]:
    wholes = {(figure.source, figure.tally.id): figure for figure in found if figure.tally.id is not None}
    parts: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for figure in found:
        if figure.tally.part_of is not None:
            parts[figure.source, figure.tally.part_of].append(figure)
    for key, declared in parts.items():
        if key in wholes:
            yield wholes[key], _summed(wholes[key], declared, all_of_them=True)


def _broken_down(
    found: Sequence[Figure],
    key: Callable[[Figure], tuple[Hashable, ...]],
    parts_of: Callable[[Figure, Sequence[Figure]], tuple[list[Figure], bool]],
) -> Iterator[tuple[Figure, Finding]]:
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in found:
        tally = figure.tally
        groups[(figure.source, tally.measure, tally.unit, tally.basis, tally.definition, *key(figure))].append(figure)
    for group in groups.values():
        if not 1 < len(group) <= _MOST_PARTS:
            continue
        for whole in group:
            parts, apart_certainly = parts_of(whole, group)
            if not parts:
                continue
            finding = _summed(whole, parts, all_of_them=False)
            too_much = finding.kind is FindingKind.DOES_NOT_ADD_UP
            if (apart_certainly and too_much) or (len(parts) > 1 and not too_much):
                yield whole, finding


def _mixed_units(found: Sequence[Figure]) -> Iterator[tuple[Figure, Finding]]:
    """Findings on figures of the same things that one source counts once in things and once in events.

    Each finding comes with the first of its figures.
    """
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in found:
        groups[figure.source, figure.tally.measure, figure.what, figure.period, figure.tally.word].append(figure)
    for group in groups.values():
        if len({figure.tally.unit for figure in group}) > 1:
            tallies = tuple(figure.tally for figure in group)
            yield group[0], Finding(kind=FindingKind.NOT_COMPARABLE, tallies=tallies, causes=("unit",))


def _summed(whole: Figure, parts: Sequence[Figure], *, all_of_them: bool) -> Finding:
    total = counts.total(part.count for part in parts)
    agrees = total.agrees(whole.count)
    gap: Count | None = None
    if agrees is True or (agrees is None and all_of_them):
        kind = FindingKind.ADDS_UP
    elif all_of_them or total.above(whole.count):
        kind, gap = FindingKind.DOES_NOT_ADD_UP, total.gap(whole.count)
    else:
        kind, gap = FindingKind.REST, total.gap(whole.count)
    return Finding(kind=kind, tallies=(whole.tally, *(part.tally for part in parts)), gap=gap)


def _by_kind(whole: Figure, group: Sequence[Figure]) -> tuple[list[Figure], bool]:
    """The figures of *group* whose kinds break the whole down, and True if no two of them can count the same thing.

    Of figures that include each other only the widest is a part. Of two figures of the same sort under two words, such
    as "homemade" and "other" firearms, neither is the whole, and the result is empty.
    """
    if sum(left.what == whole.what for left in group) > 1:
        return [], True
    inside = [figure for figure in group if figure is not whole and _includes(whole.tally, figure.tally)]
    widest = [
        left for left in inside if not any(_includes(right.tally, left.tally) for right in inside if right is not left)
    ]
    return widest, all(apart(left.tally, right.tally) for left, right in combinations(widest, 2))


def _includes(whole: Tally, part: Tally) -> bool:
    """True if *whole* is a sum whose things include all that *part* counts.

    A table with rifles and carbines means rifles that are no carbines; "long guns" are a sum.
    """
    same = whole.kinds == part.kinds
    return narrower(part, whole) and (same or all(kind.group for kind in whole.kinds))


def _by_place(whole: Figure, group: Sequence[Figure]) -> tuple[list[Figure], bool]:
    """The figures of *group* for the states of the whole's country, or for the towns of its state.

    Empty if the whole has no such place. The second value is True: two places never share a thing.
    """
    place = whole.tally.place
    if place is None or place.municipality or place.unread:
        return [], True
    inside: dict[int, Figure] = {}
    for figure in group:
        part = figure.tally.place
        if part is None or part == place or part.country != place.country or part.unread:
            continue
        level = part.state is not None and not part.municipality if place.state is None else part.state == place.state
        if level:
            inside.setdefault(figure.place, figure)
    return list(inside.values()), True


def _by_period(spans: Spans, whole: Figure, group: Sequence[Figure]) -> tuple[list[Figure], bool]:
    """The figures of *group* for two or more periods within that of the whole, if no two of these share a day.

    Empty if they may share days. The second value is True: such parts never share a thing.
    """
    inside = [
        figure for figure in group if figure.period != whole.period and spans.contain(whole.period, figure.period)
    ]
    if len(inside) < 2:  # one part alone is a matter of the series
        return [], True
    inside.sort(key=lambda figure: (str(figure.tally.period and figure.tally.period.earliest), -figure.index))
    shared = any(spans.overlap(left.period, right.period) is not False for left, right in pairwise(inside))
    return ([], True) if shared else (inside, True)
