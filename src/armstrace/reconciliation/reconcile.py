"""Do the totals agree: same, apart, counted twice, repeated, renamed, or not of the same thing.

`reconcile` compares figures only where they are of the same thing, and gives the cause where they are not. Two figures
are never merged into a single one: the difference is given within bounds.

>>> import attrs
>>> from armstrace.counts.value import Count
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

from typing import TYPE_CHECKING

from armstrace.reconciliation import breakdowns
from armstrace.reconciliation import seizures as seizure_records
from armstrace.reconciliation.figures import Figure, figures
from armstrace.reconciliation.findings import Finding, FindingKind, Reconciliation
from armstrace.reconciliation.pairs import Pairs
from armstrace.reconciliation.repeats import alike_figures, repeated_figures
from armstrace.reconciliation.scopes import of_one_scope, overlaps
from armstrace.records.seizures import Seizure
from armstrace.records.tables.table_result import TableResult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.records.figures.tallies import Tally
    from armstrace.records.statements.statements import Statement


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
    seen = Pairs(spans=spans)
    for rule in (of_one_scope, repeated_figures, alike_figures, overlaps):
        for finding, pair in rule(found, seen):
            if seen.takes(pair):
                seen.findings.append((pair, finding))
    findings: list[tuple[tuple[int, ...], Finding]] = []
    findings += [((whole.index,), finding) for whole, finding in breakdowns.findings(found, spans)]
    findings += seen.findings
    suspects = [figure for figure in counted if _is_suspect(figure.tally)]
    findings += [((figure.index,), _suspect(figure)) for figure in suspects]
    findings += [((figure.index,), finding) for figure, finding in seizure_records.compared(found, records)]
    findings += [((len(counted),), finding) for finding in seizure_records.repeated(records)]
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


def _is_suspect(tally: Tally) -> bool:
    return any(caveat.code == "tally.suspect" for caveat in tally.caveats)


def _suspect(figure: Figure) -> Finding:
    return Finding(kind=FindingKind.NOT_COMPARABLE, tallies=(figure.tally,), causes=("suspect",))
