"""Parts and wholes among figures of the same source: declared parts, and parts by kind, place and period."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from armstrace.reconciliation.figures import apart, narrower
from armstrace.reconciliation.findings import Finding, FindingKind
from armstrace.records.figures import counts

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from armstrace.reconciliation.figures import Figure, Spans
    from armstrace.records.figures.counts import Count
    from armstrace.records.figures.tallies import Tally

# a breakdown has no more parts than this; among more, no whole is looked for
_MOST_PARTS = 400


def findings(found: Sequence[Figure], spans: Spans) -> Iterator[tuple[Figure, Finding]]:
    """A finding for each whole: its count, and the total of its parts."""
    yield from _declared(found)
    yield from _mixed_units(found)
    free = [one for one in found if one.tally.part_of is None]
    yield from _broken_down(free, _one_scope, _by_kind)
    yield from _broken_down(free, _any_place, _by_place)
    yield from _broken_down(free, _any_period, partial(_by_period, spans))


def _one_scope(one: Figure) -> tuple[Hashable, ...]:
    return (one.place, one.period, one.actor, one.taker)


def _any_place(one: Figure) -> tuple[Hashable, ...]:
    return (one.what, one.period, one.actor, one.tally.word)


def _any_period(one: Figure) -> tuple[Hashable, ...]:
    return (one.what, one.place, one.actor, one.tally.word)


def _declared(found: Sequence[Figure]) -> Iterator[tuple[Figure, Finding]]:
    wholes = {(one.source, one.tally.id): one for one in found if one.tally.id is not None}
    parts: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for one in found:
        if one.tally.part_of is not None:
            parts[one.source, one.tally.part_of].append(one)
    for key, own in parts.items():
        if key in wholes:
            yield wholes[key], _summed(wholes[key], own, all_of_them=True)


def _broken_down(
    found: Sequence[Figure],
    key: Callable[[Figure], tuple[Hashable, ...]],
    parts_of: Callable[[Figure, Sequence[Figure]], tuple[list[Figure], bool]],
) -> Iterator[tuple[Figure, Finding]]:
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for one in found:
        tally = one.tally
        groups[(one.source, tally.measure, tally.unit, tally.basis, tally.definition, *key(one))].append(one)
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
    """Figures of the same sort of thing that a source counts both in things and in events."""
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for one in found:
        groups[one.source, one.tally.measure, one.what, one.period, one.tally.word].append(one)
    for group in groups.values():
        if len({one.tally.unit for one in group}) > 1:
            tallies = tuple(one.tally for one in group)
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
    """The widest figures that are narrower than the whole, and True if no two of them can count the same thing.

    Of two figures of the same sort under two words, such as "homemade" and "other" firearms, neither is the whole.
    """
    if sum(one.what == whole.what for one in group) > 1:
        return [], True
    inside = [one for one in group if one is not whole and _includes(whole.tally, one.tally)]
    widest = [
        one for one in inside if not any(_includes(other.tally, one.tally) for other in inside if other is not one)
    ]
    return widest, all(apart(one.tally, other.tally) for one, other in combinations(widest, 2))


def _includes(whole: Tally, part: Tally) -> bool:
    """True if the whole is a sum that includes the part.

    A table with rifles and carbines means rifles that are no carbines; "long guns" are a sum.
    """
    same = whole.kinds == part.kinds
    return narrower(part, whole) and (same or all(kind.group for kind in whole.kinds))


def _by_place(whole: Figure, group: Sequence[Figure]) -> tuple[list[Figure], bool]:
    """The figures of the states of a country, or of the towns of a state."""
    place = whole.tally.place
    if place is None or place.municipality or place.unread:
        return [], True
    inside: dict[int, Figure] = {}
    for one in group:
        own = one.tally.place
        if own is None or own == place or own.country != place.country or own.unread:
            continue
        level = own.state is not None and not own.municipality if place.state is None else own.state == place.state
        if level:
            inside.setdefault(one.place, one)
    return list(inside.values()), True


def _by_period(spans: Spans, whole: Figure, group: Sequence[Figure]) -> tuple[list[Figure], bool]:
    """The figures of stretches within the whole one that share no day."""
    inside = [one for one in group if one.period != whole.period and spans.contain(whole.period, one.period)]
    if len(inside) < 2:  # one part alone is a matter of the series
        return [], True
    inside.sort(key=lambda one: (str(one.tally.period and one.tally.period.earliest), -one.index))
    shared = any(spans.overlap(one.period, other.period) is not False for one, other in pairwise(inside))
    return ([], True) if shared else (inside, True)
