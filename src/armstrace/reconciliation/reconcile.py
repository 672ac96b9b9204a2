"""Do the totals agree: same, apart, counted twice, repeated, renamed, or not of the same thing.

`reconcile` compares figures only where they are of the same thing, and gives the cause where they are not. Two figures
are never merged into a single one: the difference is given within bounds.

>>> from armstrace.records.figures.counts import Count
>>> from armstrace.records.figures.tallies import Measure, Tally
>>> reply = Tally(count=Count.exact(7916), measure=Measure.SEIZED, actor="SEDENA", word="armas")
>>> report = attrs.evolve(reply, count=Count.exact(7911))
>>> found = reconcile([reply, report])
>>> print(found.conflicts[0].explain())
two figures of one thing are 5 apart
  7916 arms ("armas"), seized, by SEDENA
  7911 arms ("armas"), seized, by SEDENA
>>> print(found.conflicts[0].explain("es").splitlines()[0])
dos cifras de lo mismo difieren en 5

Of two agencies the same figures are not comparable, and no conflict:

>>> other = attrs.evolve(reply, count=Count.exact(8845), actor="INEGI")
>>> [(finding.kind.value, finding.causes) for finding in reconcile([reply, other]).findings]
[('not_comparable', ('actor',))]
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from armstrace import _normalize
from armstrace.reconciliation import breakdowns as _parts
from armstrace.reconciliation import seizures as _records
from armstrace.reconciliation.figures import Figure, Spans, figures, kinds_meet
from armstrace.reconciliation.findings import Finding, FindingKind, Reconciliation
from armstrace.records.seizures import Seizure
from armstrace.records.tables.table_result import TableResult

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from armstrace.records.figures.tallies import Tally
    from armstrace.records.statements.statements import Statement

# a figure is compared with so many that follow in a list; pairs beyond are counted, not compared
_NEIGHBORS = 20
# below these, two figures are often the same by chance
_TELLING, _TELLING_APART = 10, 1000
# within one part in two hundred, two figures look alike
_ALIKE = 200


def reconcile(claims: Iterable[Tally | Statement], seizures: TableResult | Iterable[Seizure] = ()) -> Reconciliation:
    """The findings between figures, and between figures and single seizures.

    Args:
        claims: Tallies, or statements that carry them: with a statement the speaker, the source and the days are known,
            which distinguish a repeat from a new figure. Statements on other content are passed over.
        seizures: Records of single seizures, to be compared with the figures that include them; or the result of
            reading a table of seizures.

    Raises:
        TypeError: An argument holds something else.
    """
    counted, uncounted, spans = figures(claims)
    found = [figure for figure in counted if not _is_suspect(figure.tally)]
    records = _seizures(seizures)
    seen = _Seen(spans=spans)
    for rule in (_same_scope, _same_figure, _alike, _overlaps):
        for finding, pair in rule(found, seen):
            if seen.takes(pair):
                seen.findings.append((pair, finding))
    findings: list[tuple[tuple[int, ...], Finding]] = []
    findings += [((whole.index,), finding) for whole, finding in _parts.findings(found, spans)]
    findings += seen.findings
    suspects = [figure for figure in counted if _is_suspect(figure.tally)]
    findings += [((figure.index,), _suspect(figure)) for figure in suspects]
    findings += [((figure.index,), finding) for figure, finding in _records.compared(found, records)]
    findings += [((len(counted),), finding) for finding in _records.repeated(records)]
    findings.sort(key=lambda item: (not item[1].kind.is_conflict, item[0]))
    return Reconciliation(
        findings=tuple(finding for _, finding in findings),
        tallies=len(counted) + uncounted,
        uncounted=uncounted,
        left_out=seen.left_out,
    )


def _seizures(given: TableResult | Iterable[Seizure]) -> tuple[Seizure, ...]:
    records = given.seizures if isinstance(given, TableResult) else tuple(given)
    for record in records:
        if not isinstance(record, Seizure):
            raise TypeError(f"seizures: a {type(record).__name__} is no Seizure")
    return records


@attrs.define(eq=False)
class _Seen:
    """The pairs on which a rule has decided: the first rule that does so holds."""

    spans: Spans
    findings: list[tuple[tuple[int, ...], Finding]] = attrs.field(factory=list)
    pairs: set[tuple[int, ...]] = attrs.field(factory=set)
    left_out: int = 0

    def takes(self, pair: tuple[int, ...]) -> bool:
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
            most = _printed(left) + _printed(left) // _ALIKE
            for number, right in enumerate(group[index + 1 : index + 2 + _NEIGHBORS]):
                if _printed(right) > most:
                    break
                if number == _NEIGHBORS:
                    self.left_out += 1
                    break
                yield (left, right) if left.index < right.index else (right, left)


def _same_scope(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Figures of the same sort of thing, in the same place and period."""
    for group in _groups(
        found, lambda figure: (figure.tally.measure, figure.tally.unit, figure.place, figure.period, figure.what)
    ):
        for left, right in seen.near(group):
            if left.source == right.source and not _same_word(left.tally, right.tally):
                continue  # one source has two words for two things, whatever the words mean
            causes = _causes(left, right)
            if causes == ("actor",) and not (left.actor and right.actor):
                causes = ("actor_unsaid",)
            agrees = left.count.agrees(right.count)
            if causes and agrees is not True:
                yield _finding(FindingKind.NOT_COMPARABLE, left, right, causes=causes)
            elif agrees is False:
                yield _finding(FindingKind.GAP, left, right)
            elif not causes and left.source == right.source:
                yield _finding(FindingKind.DOUBLE_COUNT, left, right)
            elif not causes and _repeats(left, right):
                yield _finding(FindingKind.REPEAT, left, right)
            elif not causes:
                yield _finding(FindingKind.SAME, left, right)


def _same_figure(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """A figure that a speaker gives again: repeated later, or under another word."""
    telling = [
        figure
        for figure in found
        if figure.count.figure is not None and figure.count.figure >= _TELLING and figure.speaker
    ]
    for group in _groups(
        telling, lambda figure: (figure.tally.measure, figure.place, figure.speaker, figure.count.figure)
    ):
        for left, right in seen.near(group):
            if left.period != right.period and not seen.spans.may_meet(left.period, right.period):
                continue
            if left.what == right.what:
                if left.source != right.source and _repeats(left, right):
                    yield _finding(FindingKind.REPEAT, left, right, causes=_changed(left, right))
            elif kinds_meet(left.tally.kinds, right.tally.kinds):
                if left.source != right.source and left.taker == right.taker:
                    yield _finding(FindingKind.OTHER_KIND_WORD, left, right, causes=("kinds",))
            elif _printed(left) >= _TELLING_APART:
                yield _finding(FindingKind.OTHER_KIND_WORD, left, right, causes=("kinds",))


def _alike(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Figures of two sources that are close and not of the same thing."""
    large = [figure for figure in found if _printed(figure) >= _ALIKE]
    for group in _groups(large, lambda figure: (figure.tally.measure, figure.tally.unit, figure.place)):
        if len({left.source for left in group}) < 2:
            continue
        for left, right in seen.close(sorted(group, key=_printed)):
            if left.source == right.source or not seen.spans.may_meet(left.period, right.period):
                continue
            if kinds_meet(left.tally.kinds, right.tally.kinds):
                causes = (
                    *(("kinds",) if left.what != right.what else ()),
                    *_changed(left, right),
                    *_causes(left, right),
                )
                yield _finding(FindingKind.NOT_COMPARABLE, left, right, causes=causes)


def _overlaps(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Figures of the same counting, thing and place, in stretches of time that share days."""
    dated = [figure for figure in found if figure.tally.period is not None and _series(figure) is not None]
    for group in _groups(
        dated, lambda figure: (figure.tally.measure, figure.tally.unit, figure.place, figure.what, _series(figure))
    ):
        for left, right in seen.meeting(group):
            if left.period == right.period or _causes(left, right):
                continue
            if left.source == right.source and not _same_word(left.tally, right.tally):
                continue
            if seen.spans.contain(left.period, right.period) or seen.spans.contain(right.period, left.period):
                part, whole = (left, right) if seen.spans.contain(right.period, left.period) else (right, left)
                if part.count.above(whole.count):
                    yield _finding(FindingKind.GAP, whole, part, causes=("part_above_whole",))
            elif seen.spans.overlap(left.period, right.period):
                yield _finding(FindingKind.OVERLAP, left, right, causes=("period",))


def _series(figure: Figure) -> str | None:
    """Who counted: the actor of the figure, or its speaker if no actor is named."""
    return figure.actor or figure.speaker


def _groups(found: Iterable[Figure], key: Callable[[Figure], Hashable]) -> Iterator[list[Figure]]:
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in found:
        groups[key(figure)].append(figure)
    return (group for group in groups.values() if len(group) > 1)


def _causes(left: Figure, right: Figure) -> tuple[str, ...]:
    """The fields that keep two figures of the same scope from being compared."""
    first, second = left.tally, right.tally
    causes = ["actor"] if _series(left) != _series(right) else []
    causes += [name for name in ("basis", "definition", "coverage") if getattr(first, name) != getattr(second, name)]
    causes += ["unit"] if first.unit is not second.unit else []
    return tuple(causes)


def _is_suspect(tally: Tally) -> bool:
    return any(caveat.code == "tally.suspect" for caveat in tally.caveats)


def _suspect(figure: Figure) -> Finding:
    return Finding(kind=FindingKind.NOT_COMPARABLE, tallies=(figure.tally,), causes=("suspect",))


def _same_word(left: Tally, right: Tally) -> bool:
    return _normalize.key(left.word) == _normalize.key(right.word)


def _changed(left: Figure, right: Figure) -> tuple[str, ...]:
    return ("period",) if left.period != right.period else ()


def _printed(figure: Figure) -> int:
    return figure.count.figure or 0


def _repeats(left: Figure, right: Figure) -> bool:
    """True if a later source repeats what the speaker had stated before."""
    days = [made.reported or made.said for made in (left.statement, right.statement) if made is not None]
    if left.speaker is None or left.speaker != right.speaker or len(days) < 2 or days[0] is None or days[1] is None:
        return False
    return days[0].before(days[1]) is True or days[1].before(days[0]) is True


def _finding(
    kind: FindingKind, left: Figure, right: Figure, causes: tuple[str, ...] = ()
) -> tuple[Finding, tuple[int, ...]]:
    gap = left.count.gap(right.count) if kind in (FindingKind.GAP, FindingKind.NOT_COMPARABLE) else None
    finding = Finding(kind=kind, tallies=(left.tally, right.tally), gap=gap, causes=tuple(dict.fromkeys(causes)))
    return finding, tuple(sorted((left.index, right.index)))
