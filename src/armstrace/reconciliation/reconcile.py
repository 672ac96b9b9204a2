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
    found = [one for one in counted if not _is_suspect(one.tally)]
    records = _seizures(seizures)
    seen = _Seen(spans=spans)
    for rule in (_same_scope, _same_figure, _alike, _overlaps):
        for finding, pair in rule(found, seen):
            if seen.takes(pair):
                seen.findings.append((pair, finding))
    findings: list[tuple[tuple[int, ...], Finding]] = []
    findings += [((whole.index,), finding) for whole, finding in _parts.findings(found, spans)]
    findings += seen.findings
    suspects = [one for one in counted if _is_suspect(one.tally)]
    findings += [((one.index,), _alone(one)) for one in suspects]
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
        for index, one in enumerate(group):
            for other in group[index + 1 : index + 1 + _NEIGHBORS]:
                yield (one, other) if one.index < other.index else (other, one)
        far = max(0, len(group) - 1 - _NEIGHBORS)
        self.left_out += far * (far + 1) // 2

    def meeting(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """Each figure with those whose stretch of time begins before its own ends."""
        spans = {one.index: self.spans.bounds(one.period) for one in group}
        in_order = sorted(group, key=lambda one: spans[one.index])
        for index, one in enumerate(in_order):
            for number, other in enumerate(in_order[index + 1 : index + 2 + _NEIGHBORS]):
                if spans[other.index][0] > spans[one.index][1]:
                    break
                if number == _NEIGHBORS:
                    self.left_out += 1
                    break
                yield (one, other) if one.index < other.index else (other, one)

    def close(self, group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
        """Each figure of a list in order with those that are little more than it."""
        for index, one in enumerate(group):
            most = _printed(one) + _printed(one) // _ALIKE
            for number, other in enumerate(group[index + 1 : index + 2 + _NEIGHBORS]):
                if _printed(other) > most:
                    break
                if number == _NEIGHBORS:
                    self.left_out += 1
                    break
                yield (one, other) if one.index < other.index else (other, one)


def _same_scope(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Figures of the same sort of thing, in the same place and period."""
    for group in _groups(found, lambda one: (one.tally.measure, one.tally.unit, one.place, one.period, one.what)):
        for one, other in seen.near(group):
            if one.source == other.source and not _one_word(one.tally, other.tally):
                continue  # one source has two words for two things, whatever the words mean
            causes = _causes(one, other)
            if causes == ("actor",) and not (one.actor and other.actor):
                causes = ("actor_unsaid",)
            agrees = one.count.agrees(other.count)
            if causes and agrees is not True:
                yield _finding(FindingKind.NOT_COMPARABLE, one, other, causes=causes)
            elif agrees is False:
                yield _finding(FindingKind.GAP, one, other)
            elif not causes and one.source == other.source:
                yield _finding(FindingKind.DOUBLE_COUNT, one, other)
            elif not causes and _repeats(one, other):
                yield _finding(FindingKind.REPEAT, one, other)
            elif not causes:
                yield _finding(FindingKind.SAME, one, other)


def _same_figure(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """A figure that a speaker gives again: repeated later, or under another word."""
    telling = [one for one in found if one.count.figure is not None and one.count.figure >= _TELLING and one.speaker]
    for group in _groups(telling, lambda one: (one.tally.measure, one.place, one.speaker, one.count.figure)):
        for one, other in seen.near(group):
            if one.period != other.period and not seen.spans.may_meet(one.period, other.period):
                continue
            if one.what == other.what:
                if one.source != other.source and _repeats(one, other):
                    yield _finding(FindingKind.REPEAT, one, other, causes=_changed(one, other))
            elif kinds_meet(one.tally.kinds, other.tally.kinds):
                if one.source != other.source and one.taker == other.taker:
                    yield _finding(FindingKind.OTHER_KIND_WORD, one, other, causes=("kinds",))
            elif _printed(one) >= _TELLING_APART:
                yield _finding(FindingKind.OTHER_KIND_WORD, one, other, causes=("kinds",))


def _alike(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Figures of two sources that are close and not of the same thing."""
    large = [one for one in found if _printed(one) >= _ALIKE]
    for group in _groups(large, lambda one: (one.tally.measure, one.tally.unit, one.place)):
        if len({one.source for one in group}) < 2:
            continue
        for one, other in seen.close(sorted(group, key=_printed)):
            if one.source == other.source or not seen.spans.may_meet(one.period, other.period):
                continue
            if kinds_meet(one.tally.kinds, other.tally.kinds):
                causes = (*(("kinds",) if one.what != other.what else ()), *_changed(one, other), *_causes(one, other))
                yield _finding(FindingKind.NOT_COMPARABLE, one, other, causes=causes)


def _overlaps(found: Sequence[Figure], seen: _Seen) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """Figures of the same counting, thing and place, in stretches of time that share days."""
    dated = [one for one in found if one.tally.period is not None and _series(one) is not None]
    for group in _groups(dated, lambda one: (one.tally.measure, one.tally.unit, one.place, one.what, _series(one))):
        for one, other in seen.meeting(group):
            if one.period == other.period or _causes(one, other):
                continue
            if one.source == other.source and not _one_word(one.tally, other.tally):
                continue
            if seen.spans.contain(one.period, other.period) or seen.spans.contain(other.period, one.period):
                part, whole = (one, other) if seen.spans.contain(other.period, one.period) else (other, one)
                if part.count.above(whole.count):
                    yield _finding(FindingKind.GAP, whole, part, causes=("part_above_whole",))
            elif seen.spans.overlap(one.period, other.period):
                yield _finding(FindingKind.OVERLAP, one, other, causes=("period",))


def _series(one: Figure) -> str | None:
    """Who counted: the actor of the figure, or its speaker if no actor is named."""
    return one.actor or one.speaker


def _groups(found: Iterable[Figure], key: Callable[[Figure], Hashable]) -> Iterator[list[Figure]]:
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    return (group for group in groups.values() if len(group) > 1)


def _causes(one: Figure, other: Figure) -> tuple[str, ...]:
    """The fields that keep two figures of the same scope from being compared."""
    mine, theirs = one.tally, other.tally
    causes = ["actor"] if _series(one) != _series(other) else []
    causes += [name for name in ("basis", "definition", "coverage") if getattr(mine, name) != getattr(theirs, name)]
    causes += ["unit"] if mine.unit is not theirs.unit else []
    return tuple(causes)


def _is_suspect(tally: Tally) -> bool:
    return any(caveat.code == "tally.suspect" for caveat in tally.caveats)


def _alone(one: Figure) -> Finding:
    return Finding(kind=FindingKind.NOT_COMPARABLE, tallies=(one.tally,), causes=("suspect",))


def _one_word(one: Tally, other: Tally) -> bool:
    return _normalize.key(one.word) == _normalize.key(other.word)


def _changed(one: Figure, other: Figure) -> tuple[str, ...]:
    return ("period",) if one.period != other.period else ()


def _printed(one: Figure) -> int:
    return one.count.figure or 0


def _repeats(one: Figure, other: Figure) -> bool:
    """True if a later source repeats what the speaker had stated before."""
    days = [made.reported or made.said for made in (one.statement, other.statement) if made is not None]
    if one.speaker is None or one.speaker != other.speaker or len(days) < 2 or days[0] is None or days[1] is None:
        return False
    return days[0].before(days[1]) is True or days[1].before(days[0]) is True


def _finding(
    kind: FindingKind, one: Figure, other: Figure, causes: tuple[str, ...] = ()
) -> tuple[Finding, tuple[int, ...]]:
    gap = one.count.gap(other.count) if kind in (FindingKind.GAP, FindingKind.NOT_COMPARABLE) else None
    finding = Finding(kind=kind, tallies=(one.tally, other.tally), gap=gap, causes=tuple(dict.fromkeys(causes)))
    return finding, tuple(sorted((one.index, other.index)))
