"""A suit while its events are folded: one cell for each claim against each defendant.

A cell is in or out; if out, on a ground and by a chain of rulings; and it has what the last ruling in force says of the
PLCAA. A reversal brings back what the ruling under review had put out, and nothing else: who left on another ground
stays out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field

from armstrace.errors import CaseError
from armstrace.law.litigation.courts import Level
from armstrace.law.litigation.rulings import Holding, Ruling
from armstrace.law.litigation.snapshot import UNNAMED, WHOLE, CellState, Snapshot
from armstrace.law.litigation.terms import (
    Assessed,
    Disposition,
    Effect,
    EventKind,
    ExceptionClause,
    Ground,
    PlcaaBar,
    SuitStatus,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.law.litigation.cases import Event, LegalCase

Cell: TypeAlias = tuple[str, str]
Findings: TypeAlias = dict[tuple[ExceptionClause, str], tuple[Assessed, str]]


@define(kw_only=True)
class _State:
    """What holds of one claim against one defendant."""

    joined: bool = True
    live: bool = True
    condemned: bool = False  # held above that it may not go on, and still to be put out below
    ground: Ground | None = None
    support: tuple[str, ...] = ()
    bar: PlcaaBar | None = None
    bar_by: str = ""
    findings: Findings = field(factory=dict)


_ASKED = (EventKind.APPEAL_TAKEN, EventKind.CERT_PETITION_FILED, EventKind.CERT_GRANTED, EventKind.CERT_DENIED)
# with the ground that the event itself is, if it is one
_LEAVING: dict[EventKind, Ground | None] = {
    EventKind.PARTY_LEFT: None,
    EventKind.SETTLED: Ground.SETTLEMENT,
    EventKind.VOLUNTARILY_DISMISSED: Ground.VOLUNTARY,
    EventKind.FINALLY_RESOLVED: None,
}
# with defendants in: where a higher court has been asked
_ABOVE = {
    EventKind.CERT_GRANTED.value: SuitStatus.PENDING_CERT_GRANTED,
    EventKind.CERT_PETITION_FILED.value: SuitStatus.PENDING_CERT_PETITION,
}


class Suit:
    """A suit while its events are folded."""

    def __init__(self, case: LegalCase, events: Sequence[Event]) -> None:
        self._case = case
        self._events = events
        self._later = {party.name for party in case.parties if party.joined is not None}
        self._cells: dict[Cell, _State] = {
            (claim_id, name): _State(joined=name not in self._later, live=name not in self._later)
            for claim_id, against in [(c.id, c.defendants) for c in case.claims] or [(WHOLE, ())]
            for name in against or case.defendants or (UNNAMED,)
        }
        self._filed = self._closed = self._revived = False
        self._review = ""
        self._rulings: list[tuple[Event, frozenset[Cell]]] = []
        self._order = {event.id: number for number, event in enumerate(events)}
        self._flags: list[tuple[str, str]] = []
        if not case.defendants:
            self._flags.append(("case.defendants_not_listed", ""))

    # ---- events

    def apply(self, event: Event) -> None:
        """Takes in the next event."""
        if self._closed:
            self._flags.append(("case.after_closing", event.id))
            return
        if event.kind is not EventKind.COMPLAINT_FILED and not self._filed:
            self._flags.append(("case.filing_not_on_file", event.id))
        self._filed = True
        if event.ruling is not None:
            self._rule(event, event.ruling)
            return
        if event.kind is EventKind.AMENDED_COMPLAINT_FILED:
            self._mend(event)
        elif event.kind is EventKind.PARTY_JOINED:
            for cell in self._of(event.affects):
                self._cells[cell].joined = self._cells[cell].live = True
        elif event.kind in _ASKED:
            self._ask(event)
        elif event.kind in _LEAVING:
            self._leave(event)

    def _ask(self, event: Event) -> None:
        """A higher court is asked to review, agrees to, or declines."""
        self._review = "" if event.kind is EventKind.CERT_DENIED else event.kind.value
        if self._review and not self._rulings:
            self._flags.append(("case.appeal_without_ruling", event.id))

    def _mend(self, event: Event) -> None:
        """A new complaint: those whom it names, or who were dismissed without prejudice, are in again."""
        for cell in self._of(event.affects):
            state = self._cells[cell]
            by = self._event(state.support[-1]) if not state.live and state.support else None
            if by and by.court == event.court and by.ruling and (event.affects or by.ruling.with_prejudice is False):
                self._enter(cell, event)

    def _leave(self, event: Event) -> None:
        ground = event.ground or _LEAVING[event.kind]
        for cell in self._of(event.affects):
            if self._cells[cell].live:
                self._put_out(cell, event, ground)
        by_will = event.kind in (EventKind.SETTLED, EventKind.VOLUNTARILY_DISMISSED)
        over = by_will and not self._review and not self._in(self._cells)
        self._closed = event.kind is EventKind.FINALLY_RESOLVED or over

    # ---- rulings

    def _rule(self, event: Event, ruling: Ruling) -> None:
        disposition = ruling.disposition
        reviewed = self._reviewed(event, ruling) if disposition.reviews else None
        if disposition is Disposition.DISMISSED_IN_PART_PERSONAL_JURISDICTION and not event.affects:
            raise self._error(event, "a dismissal in part must name whom it puts out")
        scope = self._of(event.affects)
        if disposition.reviews and not event.affects:
            # "all" on appeal are the parties to it
            scope = [cell for cell in scope if cell in reviewed[1]] if reviewed else self._in(scope)
        if disposition.puts_out:
            self._not_twice(scope, event)
        touched: set[Cell] = set()
        for holding in ruling.holdings or (Holding(),):
            cells = [
                cell
                for cell in scope
                if (not holding.claims or cell[0] in holding.claims)
                and (not holding.defendants or cell[1] in holding.defendants)
            ]
            touched.update(cells)
            if disposition.reviews:
                for cell in cells:
                    self._hold_above(cell, event, ruling, holding, reviewed)
            else:
                self._hold(cells, event, ruling, holding)
        self._rulings.append((event, frozenset(touched)))
        if event.court is None or event.court.level is not Level.TRIAL:
            self._review = ""
        else:
            self._revived = False

    def _hold(self, cells: Sequence[Cell], event: Event, ruling: Ruling, holding: Holding) -> None:
        """What a court of first instance holds."""
        goes_on = holding.goes_on if holding.goes_on is not None else not ruling.disposition.puts_out
        if not goes_on:
            for name in event.affects or holding.defendants:
                self._not_twice([cell for cell in cells if cell[1] == name], event)
            if holding.claims:
                self._not_twice(cells, event)
        for cell in self._in(cells):
            self._say(cell, event, holding)
            if not goes_on:
                self._put_out(cell, event, holding.ground or ruling.ground)

    def _not_twice(self, cells: Sequence[Cell], event: Event) -> None:
        """Refuses to put out again those who are all out, and by the same court."""
        by = [self._event(event_id).court for cell in cells for event_id in self._cells[cell].support]
        if not self._in(cells) and event.court in by:
            names = ", ".join(dict.fromkeys(name for _, name in cells)) or "the defendants"
            raise self._error(event, f"a second dismissal while out: {names}")

    def _hold_above(
        self,
        cell: Cell,
        event: Event,
        ruling: Ruling,
        holding: Holding,
        reviewed: tuple[Event, frozenset[Cell]] | None,
    ) -> None:
        """What a reviewing court holds of one cell."""
        state = self._cells[cell]
        if ruling.disposition.reverses:
            state.findings.clear()
            if reviewed is not None and state.bar_by == reviewed[0].id:
                state.bar, state.bar_by = None, ""  # no longer in force, whatever stands instead
        self._say(cell, event, holding)
        under_review = reviewed is None or reviewed[0].id in state.support
        goes_on = holding.goes_on
        if goes_on is None:
            goes_on = _goes_on(ruling, holding, live=state.live, known=reviewed is not None)
        if state.live and not goes_on:
            ground = holding.ground or ruling.ground or (Ground.PLCAA if _bars(holding, ruling) else None)
            if ruling.disposition.leaves_to_court_below:
                self._with_ground(event, ground)
                state.condemned = True
            else:
                self._put_out(cell, event, ground)
        elif state.live:
            state.condemned = False
        elif under_review:
            if goes_on:
                self._enter(cell, event)
                self._revived = True
            else:
                state.support = (*state.support, event.id)
                state.ground = holding.ground or state.ground

    def _say(self, cell: Cell, event: Event, holding: Holding) -> None:
        state = self._cells[cell]
        if holding.bar is not None:
            state.bar, state.bar_by = holding.bar, event.id
        for finding in holding.findings:
            state.findings[finding.exception, finding.element] = (finding.assessed, event.id)

    def _reviewed(self, event: Event, ruling: Ruling) -> tuple[Event, frozenset[Cell]] | None:
        """The ruling under review: the one the file names, or the last of the nearest court below that has ruled."""
        for entry in ruling.reviewed:
            given = self._event(entry.ruling)
            if self._order[given.id] >= self._order[event.id] or given.ruling is None:
                raise self._error(event, f"it reviews {given.id!r}, which had not been given")
            if not self._may_review(event, given) and not (
                entry.effect is Effect.VACATED and given.court == event.court
            ):
                raise self._error(event, f"its court does not review that of {given.id!r}")
        named = [entry.ruling for entry in ruling.reviewed if entry.effect is not Effect.VACATED] or [
            entry.ruling for entry in ruling.reviewed
        ]
        below = [entry for entry in self._rulings if self._may_review(event, entry[0])]
        if named:
            return next(entry for entry in self._rulings if entry[0].id == named[-1])
        if below:
            if ruling.bar is not None:  # a ruling on the PLCAA reviews one
                below = [entry for entry in below if _speaks(entry[0])] or below
            highest = min(_rank(entry[0]) for entry in below)
            return [entry for entry in below if _rank(entry[0]) == highest][-1]
        strangers = [entry[0] for entry in self._rulings if not _same_or_above(event, entry[0])]
        if strangers:
            raise self._error(event, f"its court does not review that of {strangers[-1].id!r}")
        following = self._events[self._order[event.id] + 1 :]
        if ruling.disposition.reverses and any(each.ruling and self._may_review(event, each) for each in following):
            raise self._error(event, "a reversal before the ruling")
        self._flags.append(("case.ruling_below_not_on_file", event.id))
        return None

    @staticmethod
    def _may_review(event: Event, lower: Event) -> bool:
        return event.court is None or lower.court is None or event.court.reviews(lower.court)

    # ---- cells

    def _of(self, names: tuple[str, ...]) -> list[Cell]:
        return [cell for cell in self._cells if not names or cell[1] in names]

    def _in(self, cells: Iterable[Cell]) -> list[Cell]:
        return [cell for cell in cells if self._cells[cell].live]

    def _put_out(self, cell: Cell, event: Event, ground: Ground | None) -> None:
        state = self._cells[cell]
        state.ground = self._with_ground(event, ground)
        state.live, state.condemned, state.support = False, False, (event.id,)

    def _enter(self, cell: Cell, event: Event) -> None:
        state = self._cells[cell]
        state.live, state.ground, state.support = True, None, (event.id,)

    def _with_ground(self, event: Event, ground: Ground | None) -> Ground:
        if ground is None:
            raise self._error(event, "a dismissal needs its ground")
        return ground

    def _event(self, event_id: str) -> Event:
        if event_id not in self._order:
            raise CaseError(self._case.id, event=event_id, cause="no such event")
        return self._events[self._order[event_id]]

    def _error(self, event: Event, cause: str) -> CaseError:
        return CaseError(self._case.id, event=event.id, cause=cause)

    # ---- the state

    def snapshot(self) -> Snapshot:
        """The state as it is now."""
        cells = tuple(
            CellState(
                claim=claim,
                defendant=name,
                live=state.live,
                ground=state.ground,
                by=state.support,
                bar=state.bar,
                bar_by=state.bar_by,
                findings=tuple((*key, *value) for key, value in sorted(state.findings.items())),
            )
            for (claim, name), state in self._cells.items()
            if self._filed and state.joined
        )
        said = sorted((cell.bar_by for cell in cells if cell.bar_by), key=lambda event_id: self._order[event_id])
        operative = said[-1] if said else ""
        return Snapshot(
            suit=self._suit(),
            bar=_bar(cells, operative, filed=self._filed),
            operative=operative,
            cells=cells,
            flags=tuple(self._flags),
        )

    def _suit(self) -> SuitStatus:
        live = self._in(self._cells)
        if not self._filed:
            return SuitStatus.NOT_FILED
        if self._closed:
            return SuitStatus.FINISHED
        if not live:
            return SuitStatus.DISMISSED_APPEAL_PENDING if self._review else SuitStatus.DISMISSED
        if self._review in _ABOVE:
            return _ABOVE[self._review]
        if all(self._cells[cell].condemned for cell in live):
            return SuitStatus.REVERSED_REMAND_PENDING
        return SuitStatus.REVIVED if self._revived else SuitStatus.PENDING


def _bars(holding: Holding, ruling: Ruling) -> bool:
    return bool(holding.bar and holding.bar.bars) or (holding.ground or ruling.ground) is not None


def _goes_on(ruling: Ruling, holding: Holding, *, live: bool, known: bool) -> bool:
    """Whether what a reviewing court speaks of goes on, where the holding does not say so itself."""
    if holding.bar is not None and ruling.disposition is not Disposition.AFFIRMED:
        return not holding.bar.bars
    if ruling.disposition.reverses:
        return not live  # it undoes what was done below
    # affirmed: as it was below; where that is not on file, as the ruling has it
    return live and (known or not _bars(holding, ruling))


def _speaks(event: Event) -> bool:
    return event.ruling is not None and event.ruling.bar is not None


def _same_or_above(event: Event, other: Event) -> bool:
    """Whether the other's court is this event's own, or one that reviews it: then the ruling below is another one."""
    return (
        event.court is not None
        and other.court is not None
        and (event.court == other.court or other.court.reviews(event.court))
    )


def _rank(event: Event) -> int:
    """0 for courts of last resort, 2 for those of first instance."""
    level = event.court.level if event.court else Level.TRIAL
    return [Level.LAST_RESORT, Level.INTERMEDIATE, Level.TRIAL].index(level)


def _bar(cells: Sequence[CellState], operative: str, *, filed: bool) -> PlcaaBar:
    """What stands for the whole suit. Who is out on another ground without a ruling on the PLCAA does not count."""
    if not filed:
        return PlcaaBar.NOT_RAISED
    bars = {cell.bar for cell in cells if cell.live or cell.bar is not None}
    if not operative:
        return PlcaaBar.NOT_RULED
    if len(bars) > 1 and bars & {PlcaaBar.BARRED, PlcaaBar.PARTLY_BARRED}:
        return PlcaaBar.PARTLY_BARRED
    return next(cell.bar for cell in cells if cell.bar is not None and cell.bar_by == operative)
