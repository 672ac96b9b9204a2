"""The status of a suit on a day and its history, derived by replay of the events of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from armstrace import explain
from armstrace.dates.arguments import day_argument
from armstrace.dates.value import UncertainDate
from armstrace.explain import Caveat
from armstrace.law.litigation import replay
from armstrace.law.litigation.immunity import PlcaaBar
from armstrace.law.litigation.litigants import LitigantRole
from armstrace.law.litigation.procedure import EventKind, Ground, SuitStatus
from armstrace.law.litigation.status import CaseStatus, ClaimStanding, Dismissal, Step, account_values
from armstrace.stamps import stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.dates.arguments import Day
    from armstrace.explain import Language
    from armstrace.law.litigation.case_record import CaseRecord
    from armstrace.law.litigation.claim_states import ClaimState
    from armstrace.law.litigation.events import Event
    from armstrace.law.litigation.snapshot import Snapshot

# the data that a status rests on besides the case
_TABLES = ("courts/courts.csv", "statutes/us-plcaa.toml")


def status(case: CaseRecord, *, on: Day) -> CaseStatus:
    """The status of *case* at the end of the day *on*."""
    day = day_argument(on, "on")
    events = replay.steps(case)
    states = replay.replay(case, events)
    counts = replay.reached(events, day.earliest, day.latest)
    possible: list[CaseStatus] = []
    for count in counts:
        state = _status(case, states[count], events, day)
        if not possible or evolve(possible[-1], caveats=()) != evolve(state, caveats=()):
            possible.append(state)
    caveats = tuple(dict.fromkeys(caveat for state in possible for caveat in state.caveats))
    caveats += tuple(
        Caveat(code="case.date_uncertain", values=explain.values(event=event.id, date=event.date))
        for event in events[counts.start : counts.stop - 1]
        if not event.date.is_exact
    )
    if day.latest > case.checked_until:
        caveats += (Caveat(code="case.unchecked", values=explain.values(until=case.checked_until)),)
    return evolve(possible[0], caveats=caveats) if len(possible) == 1 else _common(possible, caveats)


def _common(possible: Sequence[CaseStatus], caveats: tuple[Caveat, ...]) -> CaseStatus:
    """The status in which all *possible* ones agree; what differs between them is undetermined or empty.

    *caveats* are the caveats of the answer.
    """
    first = possible[0]
    same_ruling = len({state.operative_event for state in possible}) == 1
    return evolve(
        first,
        suit_status=first.suit_status if len({s.suit_status for s in possible}) == 1 else SuitStatus.UNDETERMINED,
        plcaa_bar=first.plcaa_bar if len({s.plcaa_bar for s in possible}) == 1 else PlcaaBar.UNDETERMINED,
        operative_event=first.operative_event if same_ruling else "",
        operative_ruling=first.operative_ruling if same_ruling else None,
        live_defendants=tuple(
            name for name in first.live_defendants if all(name in state.live_defendants for state in possible)
        ),
        dismissed=tuple(entry for entry in first.dismissed if all(entry in state.dismissed for state in possible)),
        claims=first.claims if all(state.claims == first.claims for state in possible) else (),
        caveats=caveats,
        possible=tuple(evolve(state, caveats=()) for state in possible),
    )


def _status(case: CaseRecord, state: Snapshot, events: Sequence[Event], day: UncertainDate) -> CaseStatus:
    operative = next((event for event in events if event.id == state.operative), None)
    by_name: dict[str, list[ClaimState]] = {}
    for claim in state.claims:
        if claim.defendant:
            by_name.setdefault(claim.defendant, []).append(claim)
    live = tuple(name for name, claims in by_name.items() if any(claim.live for claim in claims))
    unknown = _begins_unknown(state, events)
    return CaseStatus(
        case_id=case.id,
        case_name=case.title,
        on=day,
        suit_status=SuitStatus.UNDETERMINED if unknown else state.suit,
        plcaa_bar=PlcaaBar.UNDETERMINED if unknown else state.bar,
        operative_event=operative.id if operative else "",
        operative_ruling=operative.ruling if operative else None,
        live_defendants=() if state.suit is SuitStatus.FINISHED else live,
        dismissed=_dismissals(by_name, [event.id for event in events]),
        claims=tuple(_standing(claim) for claim in state.claims),
        caveats=tuple(dict.fromkeys(_caveats(case, state, events, operative))),
        stamp=stamp_of(*_TABLES),
        case_digest=case.digest,
    )


def _begins_unknown(state: Snapshot, events: Sequence[Event]) -> bool:
    """True if no event has happened yet, and no event of the file is the complaint.

    The suit may then have been filed before the first event.
    """
    return state.suit is SuitStatus.NOT_FILED and all(event.kind is not EventKind.COMPLAINT_FILED for event in events)


def _caveats(case: CaseRecord, state: Snapshot, events: Sequence[Event], operative: Event | None) -> Iterator[Caveat]:
    for code, event_id in state.flags:
        yield Caveat(code=code, values=explain.values(event=event_id or None))
    if _begins_unknown(state, events):
        yield Caveat(code="case.filing_not_on_file", values=explain.values(event=events[0].id))
    for party in case.parties:
        if party.role is LitigantRole.NAMED_AT_FIRST:
            yield Caveat(code="case.named_at_first", values=explain.values(name=party.name))
    if operative is not None and operative.unverified:
        fields = explain.joined(f"casefield_{name}" for name in operative.unverified)
        yield Caveat(code="case.unverified", values=explain.values(event=operative.id, fields=fields))


def _standing(claim: ClaimState) -> ClaimStanding:
    return ClaimStanding(
        claim=claim.claim,
        defendant=claim.defendant,
        live=claim.live,
        ground=claim.ground,
        plcaa_bar=claim.bar or PlcaaBar.NOT_RULED,
        ruling=claim.bar_by,
    )


def _dismissals(by_name: dict[str, list[ClaimState]], order: Sequence[str]) -> tuple[Dismissal, ...]:
    """The defendants who are out, grouped by the ground and the event of the last dismissal.

    *by_name* holds the claims against each defendant, *order* the ids of all events in order. A defendant with a claim
    still in the suit is not out.
    """
    groups: dict[tuple[Ground, str], list[str]] = {}
    for name, claims in by_name.items():
        last = max(claims, key=lambda claim: order.index(claim.by[0]) if claim.by else -1)
        if last.ground is not None and not any(claim.live for claim in claims):
            groups.setdefault((last.ground, last.by[0]), []).append(name)
    return tuple(Dismissal(defendants=tuple(names), ground=ground, by=by) for (ground, by), names in groups.items())


def history(case: CaseRecord) -> tuple[Step, ...]:
    """The events of *case* in order, each with the status of the suit after it."""
    events = replay.steps(case)
    states = replay.replay(case, events)
    found: list[Step] = []
    for event, before, after in zip(events, states, states[1:], strict=False):
        status_after = _status(case, after, events, UncertainDate.exact(event.date.latest))
        changed = evolve(before, flags=()) != evolve(after, flags=())
        found.append(Step(event=event.id, status=status_after, changed=changed))
    return tuple(found)


def timeline(case: CaseRecord, language: Language = "en") -> str:
    """The events of *case* as text, a line for each; a line ends with the status if the event changed it."""
    lines: list[str] = []
    for event, step in zip(replay.steps(case), history(case), strict=True):
        court = (event.court.citation or event.court.id) if event.court else "–"
        line = f"{event.date}  {court}  {explain.term(f'event_{event.kind.value}', language)}"
        if step.changed:
            line += f" → {explain.say('status.after', account_values(step.status), language)}"
        lines.append(line)
    return "\n".join(lines)
