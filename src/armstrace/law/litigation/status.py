"""Where a suit stands on a day: the fold of its events up to that day, as a value that explains itself.

>>> from datetime import date
>>> from armstrace.law.litigation import cases
>>> case = cases.lookup("Mexico v. Smith & Wesson")
>>> status = case.status(on=date(2024, 8, 8))
>>> status.suit_status.value, status.plcaa_bar.value, str(status.operative_ruling.citation)
('pending_cert_petition', 'not_barred_as_pleaded', '91 F.4th 511')
>>> status.dismissed[0].ground.value, len(status.dismissed[0].defendants)
('personal_jurisdiction', 6)

Where an event is known to a month only, a day of that month may lie
before or behind it, and the answer is a range:

>>> status = case.status(on=date(2022, 10, 15))
>>> status.suit_status.value, [each.suit_status.value for each in status.possible]
('undetermined', ['dismissed', 'dismissed_appeal_pending'])
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.explain import Caveat
from armstrace.law.litigation import replay as _fold
from armstrace.law.litigation.rulings import Ruling
from armstrace.law.litigation.terms import EventKind, Ground, PlcaaBar, Role, SuitStatus

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from armstrace.explain import Language
    from armstrace.law.litigation.cases import Event, LegalCase
    from armstrace.law.litigation.snapshot import CellState, Snapshot


@frozen(kw_only=True)
class Dismissal:
    """Defendants who are out, and why.

    Attributes:
        defendants: Their names.
        ground: Why they are out.
        by: The event that put them out.
    """

    defendants: tuple[str, ...]
    ground: Ground
    by: str


@frozen(kw_only=True)
class ClaimStanding:
    """How one claim stands against one defendant.

    Attributes:
        claim: The id of the claim; empty where the file does not tell claims apart.
        defendant: The defendant; empty where the file names none.
        live: Whether it is in the suit.
        ground: Why it is out.
        plcaa_bar: What the last ruling in force says of the PLCAA; ``not_ruled`` where none does.
        ruling: The event of that ruling; empty where there is none.
    """

    claim: str
    defendant: str
    live: bool
    ground: Ground | None
    plcaa_bar: PlcaaBar
    ruling: str


@frozen(kw_only=True)
class CaseStatus:
    """Where a suit stands at the end of a day.

    Attributes:
        case_id: The suit.
        case_name: Its short name.
        on: The day.
        suit_status: Where it stands; ``undetermined`` where that differs within the days that are possible.
        plcaa_bar: What stands on whether the PLCAA bars it; likewise. ``partly_barred`` where they differ.
        operative_event: The event of the last ruling in force on that; empty where there is none or it differs.
        operative_ruling: That ruling.
        live_defendants: The defendants who are in, in each possible state.
        dismissed: The defendants who are out, in each possible state, by ground.
        claims: Each claim against each defendant; empty where that differs.
        caveats: What must be known before relying on it.
        possible: The states that are possible, from the fewest events to the most, where there are several.
    """

    case_id: str
    case_name: str
    on: UncertainDate
    suit_status: SuitStatus
    plcaa_bar: PlcaaBar
    operative_event: str = ""
    operative_ruling: Ruling | None = None
    live_defendants: tuple[str, ...] = ()
    dismissed: tuple[Dismissal, ...] = ()
    claims: tuple[ClaimStanding, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    possible: tuple[CaseStatus, ...] = ()

    @property
    def determined(self) -> bool:
        """Whether one state only is possible."""
        return not self.possible

    def explain(self, language: Language = "en") -> str:
        """The answer in a few lines: the state, the ruling it rests on, who is in and who is out, caveats."""
        lines = [explain.say("status.account", _values(self), language)]
        lines += [f"  {line}" for line in _details(self, language)]
        for state in self.possible:
            lines.append("  " + explain.say("status.possible", _values(state), language))
            lines += [f"    {line}" for line in _details(state, language)]
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)


@frozen(kw_only=True)
class Step:
    """An event, and where the suit stands after it.

    Attributes:
        event: The id of the event; of a party that came or left, ``party_joined:`` or ``party_left:`` and the name.
        status: The state after it, on the last day on which it may have happened.
        changed: Whether it changed the state.
    """

    event: str
    status: CaseStatus
    changed: bool


def _values(state: CaseStatus) -> explain.Values:
    return explain.values(
        case=state.case_name,
        on=state.on,
        suit=f"suit_{state.suit_status.value}",
        bar=f"plcaa_{state.plcaa_bar.value}",
    )


def _details(state: CaseStatus, language: Language) -> Iterable[str]:
    if state.operative_ruling is not None:
        yield explain.say("status.ruling", explain.values(ruling=state.operative_ruling), language)
    if state.live_defendants:
        yield explain.say("status.live", explain.values(names="; ".join(state.live_defendants)), language)
    for entry in state.dismissed:
        given = explain.values(names="; ".join(entry.defendants), ground=f"ground_{entry.ground.value}")
        yield explain.say("status.out", given, language)


def status(case: LegalCase, *, on: datetime.date | UncertainDate) -> CaseStatus:
    """Where *case* stands at the end of the day *on*."""
    day = on if isinstance(on, UncertainDate) else UncertainDate.exact(on)
    events = _fold.steps(case)
    states = _fold.fold(case, events)
    counts = _fold.reached(events, day.earliest, day.latest)
    possible: list[CaseStatus] = []
    for count in counts:
        state = _status(case, states[count], events, day)
        if not possible or _differs(possible[-1], state):
            possible.append(state)
    caveats = tuple(dict.fromkeys(caveat for state in possible for caveat in state.caveats))
    open_dates = [event for event in events[counts.start : counts.stop - 1] if not event.date.is_exact]
    caveats += tuple(
        Caveat(code="case.date_uncertain", values=explain.values(event=event.id, date=event.date))
        for event in open_dates
    )
    if day.latest > case.checked_until:
        caveats += (Caveat(code="case.unchecked", values=explain.values(until=case.checked_until)),)
    if len(possible) == 1:
        return _with(possible[0], caveats)
    return _spread(possible, caveats)


def _with(state: CaseStatus, caveats: tuple[Caveat, ...], possible: tuple[CaseStatus, ...] = ()) -> CaseStatus:
    return evolve(state, caveats=caveats, possible=possible)


def _differs(one: CaseStatus, other: CaseStatus) -> bool:
    return _with(one, ()) != _with(other, ())


def _spread(possible: Sequence[CaseStatus], caveats: tuple[Caveat, ...]) -> CaseStatus:
    """What all possible states have in common."""
    first = possible[0]
    suits = {state.suit_status for state in possible}
    bars = {state.plcaa_bar for state in possible}
    same_ruling = len({state.operative_event for state in possible}) == 1
    return CaseStatus(
        case_id=first.case_id,
        case_name=first.case_name,
        on=first.on,
        suit_status=first.suit_status if len(suits) == 1 else SuitStatus.UNDETERMINED,
        plcaa_bar=first.plcaa_bar if len(bars) == 1 else PlcaaBar.UNDETERMINED,
        operative_event=first.operative_event if same_ruling else "",
        operative_ruling=first.operative_ruling if same_ruling else None,
        live_defendants=tuple(
            name for name in first.live_defendants if all(name in state.live_defendants for state in possible)
        ),
        dismissed=tuple(entry for entry in first.dismissed if all(entry in state.dismissed for state in possible)),
        claims=first.claims if all(state.claims == first.claims for state in possible) else (),
        caveats=caveats,
        possible=tuple(_with(state, ()) for state in possible),
    )


def _status(case: LegalCase, state: Snapshot, events: Sequence[Event], day: UncertainDate) -> CaseStatus:
    by_id = {event.id: event for event in events}
    operative = by_id[state.operative] if state.operative else None
    suit, bar = state.suit, state.bar
    caveats = [Caveat(code=code, values=explain.values(event=event or None)) for code, event in state.flags]
    if suit is SuitStatus.NOT_FILED and not _begins(events):
        suit, bar = SuitStatus.UNDETERMINED, PlcaaBar.UNDETERMINED
        caveats.append(Caveat(code="case.filing_not_on_file", values=explain.values(event=events[0].id)))
    caveats += (
        Caveat(code="case.named_at_first", values=explain.values(name=party.name))
        for party in case.parties
        if party.role is Role.NAMED_AT_FIRST
    )
    if operative is not None and operative.unverified:
        given = explain.values(
            event=operative.id, fields=explain.joined(f"casefield_{name}" for name in operative.unverified)
        )
        caveats.append(Caveat(code="case.unverified", values=given))
    names = list(dict.fromkeys(cell.defendant for cell in state.cells if cell.defendant))
    by_name = {name: [cell for cell in state.cells if cell.defendant == name] for name in names}
    return CaseStatus(
        case_id=case.id,
        case_name=case.short_name or case.name,
        on=day,
        suit_status=suit,
        plcaa_bar=bar,
        operative_event=operative.id if operative else "",
        operative_ruling=operative.ruling if operative else None,
        live_defendants=()
        if suit is SuitStatus.FINISHED
        else tuple(n for n in names if any(c.live for c in by_name[n])),
        dismissed=_dismissals(by_name, [event.id for event in events]),
        claims=tuple(_standing(cell) for cell in state.cells),
        caveats=tuple(dict.fromkeys(caveats)),
    )


def _begins(events: Sequence[Event]) -> bool:
    return any(event.kind is EventKind.COMPLAINT_FILED for event in events)


def _standing(cell: CellState) -> ClaimStanding:
    return ClaimStanding(
        claim=cell.claim,
        defendant=cell.defendant,
        live=cell.live,
        ground=cell.ground,
        plcaa_bar=cell.bar or PlcaaBar.NOT_RULED,
        ruling=cell.bar_by,
    )


def _dismissals(by_name: dict[str, list[CellState]], order: Sequence[str]) -> tuple[Dismissal, ...]:
    """Those with no claim left against them, by the ground on which the last one went."""
    groups: dict[tuple[Ground, str], list[str]] = {}
    for name, cells in by_name.items():
        last = max(cells, key=lambda cell: order.index(cell.by[0]) if cell.by else -1)
        if last.ground is not None and not any(cell.live for cell in cells):
            groups.setdefault((last.ground, last.by[0]), []).append(name)
    return tuple(Dismissal(defendants=tuple(names), ground=ground, by=by) for (ground, by), names in groups.items())


def history(case: LegalCase) -> tuple[Step, ...]:
    """Each event of *case*, in order, with where the suit stands after it."""
    events = _fold.steps(case)
    states = _fold.fold(case, events)
    found: list[Step] = []
    before = states[0]
    for event, state in zip(events, states[1:], strict=True):
        after = _status(case, state, events, UncertainDate.exact(event.date.latest))
        found.append(Step(event=event.id, status=after, changed=_facts(before) != _facts(state)))
        before = state
    return tuple(found)


def _facts(state: Snapshot) -> tuple[object, ...]:
    return (state.suit, state.bar, state.operative, state.cells)


def timeline(case: LegalCase, language: Language = "en") -> str:
    """The events of *case* as text, one a line; what an event changed stands behind it."""
    by_id = {event.id: event for event in _fold.steps(case)}
    lines: list[str] = []
    for step in case.history():
        event = by_id[step.event]
        court = (event.court.citation or event.court.id) if event.court else "–"
        line = f"{event.date}  {court}  {explain.term(f'event_{event.kind.value}', language)}"
        if step.changed:
            after = explain.values(
                suit=f"suit_{step.status.suit_status.value}", bar=f"plcaa_{step.status.plcaa_bar.value}"
            )
            line += f" → {explain.say('status.after', after, language)}"
        lines.append(line)
    return "\n".join(lines)
