"""How many found weapons are ready for a trace, and what is missing, by year, state and agency.

>>> from armstrace import samples
>>> found = trace_readiness(samples.seizures())
>>> found.total, found.missing[0][0]
(61, 'importer')
>>> print(found.explain("es").splitlines()[1].partition(" falta")[0])
  importador:
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import explain
from armstrace.records.tables.table_result import TableResult
from armstrace.tracing.requests import TraceRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from armstrace.records.seizures import Seizure
    from armstrace.tracing.readiness import Need


@frozen(kw_only=True)
class ReadinessRow:
    """The weapons of one year, state or agency.

    Attributes:
        key: Which; None where the record does not say.
        total: How many items the records show.
        ready: For how many nothing is missing.
        missing: How many lack each identifier, most first.
    """

    key: str | None
    total: int
    ready: int
    missing: tuple[tuple[str, int], ...] = ()


@frozen(kw_only=True)
class TraceReadiness:
    """How far the weapons of a table can be traced.

    Attributes:
        total: How many items the records show; one that stands for several alike counts once.
        ready: For how many nothing is missing.
        missing: How many lack each identifier, most first.
        by_year: The same by year of the record.
        by_state: By state.
        by_agency: By authority, as written.
    """

    total: int
    ready: int
    missing: tuple[tuple[str, int], ...] = ()
    by_year: tuple[ReadinessRow, ...] = field(default=(), repr=False)
    by_state: tuple[ReadinessRow, ...] = field(default=(), repr=False)
    by_agency: tuple[ReadinessRow, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return explain.say("trace.readiness", explain.values(ready=self.ready, total=self.total))

    def explain(self, language: explain.Language = "en") -> str:
        """The share that is ready, what is missing, and the share by year, state and agency."""
        lines = [explain.say("trace.readiness", explain.values(ready=self.ready, total=self.total), language)]
        lines += [
            "  " + explain.say("trace.lacking", explain.values(field=f"need_{name}", count=count), language)
            for name, count in self.missing
        ]
        for word, rows in (("year", self.by_year), ("state", self.by_state), ("agency", self.by_agency)):
            lines.append(f"  {explain.term(f'by_{word}', language)}:")
            lines += [f"    {row.key or explain.term('not_said', language)}: {row.ready}/{row.total}" for row in rows]
        return "\n".join(lines)


def trace_readiness(found: TableResult | Iterable[Seizure]) -> TraceReadiness:
    """How many of the found weapons are ready for a trace, and what the others lack.

    A year is given only where the date settles it.
    """
    seizures = found.seizures if isinstance(found, TableResult) else tuple(found)
    needs = [(seizure, TraceRequest.of(recorded).missing()) for seizure in seizures for recorded in seizure.recorded()]
    whole = _row(None, [need for _, need in needs])
    return TraceReadiness(
        total=whole.total,
        ready=whole.ready,
        missing=whole.missing,
        by_year=_rows(needs, _year),
        by_state=_rows(
            needs, lambda seizure: str(seizure.place.state) if seizure.place and seizure.place.state else None
        ),
        by_agency=_rows(needs, lambda seizure: seizure.authority),
    )


def _year(seizure: Seizure) -> str | None:
    year = seizure.date.year if seizure.date is not None else None
    return None if year is None else str(year)


def _rows(
    needs: Iterable[tuple[Seizure, tuple[Need, ...]]], key: Callable[[Seizure], str | None]
) -> tuple[ReadinessRow, ...]:
    groups: dict[str | None, list[tuple[Need, ...]]] = defaultdict(list)
    for seizure, missing in needs:
        groups[key(seizure)].append(missing)
    # what is not said comes last
    return tuple(_row(name, groups[name]) for name in sorted(groups, key=lambda name: (name is None, name or "")))


def _row(key: str | None, needs: list[tuple[Need, ...]]) -> ReadinessRow:
    counts = Counter(need.field for missing in needs for need in missing)
    return ReadinessRow(
        key=key,
        total=len(needs),
        ready=sum(not missing for missing in needs),
        missing=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
    )
