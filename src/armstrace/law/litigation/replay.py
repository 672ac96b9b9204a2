"""The replay of a suit: dated events in, the states of the suit out, and the refusal of impossible events."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from armstrace.law.litigation.events import Event
from armstrace.law.litigation.exceptions import PlcaaException
from armstrace.law.litigation.litigants import LitigantRole
from armstrace.law.litigation.procedure import EventKind, Ground
from armstrace.law.litigation.suit import Suit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.dates.value import UncertainDate
    from armstrace.law.litigation.case_record import CaseRecord
    from armstrace.law.litigation.snapshot import Snapshot


def steps(case: CaseRecord) -> tuple[Event, ...]:
    """The events of the case in order, with an event added for each defendant who joined or left."""
    moves: list[Event] = []
    for party in case.parties:
        if party.role is LitigantRole.DEFENDANT and party.joined is not None:
            moves.append(_move(EventKind.PARTY_JOINED, party.name, party.joined, None))
        if party.role is LitigantRole.DEFENDANT and party.left is not None:
            moves.append(_move(EventKind.PARTY_LEFT, party.name, party.left, party.left_ground))
    events = (*case.events, *moves)
    if not moves and _in_order(events):
        return events
    return tuple(sorted(events, key=lambda event: (event.date.latest, event.date.earliest)))


def _move(kind: EventKind, name: str, date: UncertainDate, ground: Ground | None) -> Event:
    return Event(id=f"{kind.value}:{name}", date=date, kind=kind, affects=(name,), ground=ground)


def _in_order(events: Sequence[Event]) -> bool:
    """True if the events may have happened in the order in which the file lists them."""
    earliest = datetime.date.min
    for event in events:
        earliest = max(earliest, event.date.earliest)
        if event.date.latest < earliest:
            return False
    return True


def reached(events: Sequence[Event], first: datetime.date, last: datetime.date) -> range:
    """The possible numbers of events by the end of a day between *first* and *last*.

    ``range(2, 4)`` if two events have surely happened by then, and a third possibly.
    """
    surely = possibly = 0
    latest = [event.date.latest for event in events]
    # an event happened no later than the events that follow it
    for index in range(len(latest) - 2, -1, -1):
        latest[index] = min(latest[index], latest[index + 1])
    earliest = datetime.date.min
    for event, by in zip(events, latest, strict=True):
        earliest = max(earliest, event.date.earliest)
        surely += by <= first
        possibly += earliest <= last
    return range(surely, possibly + 1)


def replay(case: CaseRecord, events: Sequence[Event]) -> tuple[Snapshot, ...]:
    """The states of the suit before the first event and after each of *events*."""
    suit = Suit(case, events)
    states = [suit.snapshot()]
    for event in events:
        suit.apply(event)
        states.append(suit.snapshot())
    return tuple(states)


def check(case: CaseRecord) -> None:
    """Refuses a case with impossible events, or with too little to follow the suit.

    Raises:
        CaseError: With the event named.
    """
    names = [party.name for party in case.parties]
    ids = [event.id for event in case.events]
    for what, values in (("party", names), ("event", ids), ("claim", [claim.id for claim in case.claims])):
        if len(set(values)) < len(values):
            twice = next(value for value in values if values.count(value) > 1)
            raise case.error(f"a second {what} {twice!r}", "case.duplicate", twice if what == "event" else "")
    for claim in case.claims:
        _check_names(case, claim.defendants, case.defendants, f"claim {claim.id!r}")
    for event in case.events:
        _check_event(case, event)
    if case.leading.court is None:
        raise case.error("the leading ruling needs its court", "case.leading_court_missing", case.leading_event)
    replay(case, steps(case))


def _check_event(case: CaseRecord, event: Event) -> None:
    ruling = event.ruling
    cause = code = ""
    if event.date.approximate or event.date.uncertain:
        cause, code = "the day must have firm bounds", "case.date_not_firm"
    elif (ruling.disposition.value if ruling else None) != (event.kind.value if event.kind.is_ruling else None):
        cause, code = "kind and ruling differ", "case.event_and_ruling_differ"
    elif ruling and (ruling.court, ruling.date) != (event.court, event.date):
        cause, code = "the ruling has another court or day than the event", "case.event_and_ruling_differ"
    if cause:
        raise case.error(cause, code, event.id)
    _check_names(case, event.affects, case.defendants, "the event", event.id)
    for holding in ruling.holdings if ruling else ():
        _check_names(case, holding.claims, [claim.id for claim in case.claims], "a holding", event.id)
        _check_names(case, holding.defendants, case.defendants, "a holding", event.id)
        for finding in holding.findings:
            known = PlcaaException.lookup(finding.exception).elements
            if finding.element not in known:
                cause = f"exception ({finding.exception.value}) has no element {finding.element!r}"
                raise case.error(f"{cause}, only {', '.join(known)}", "case.no_such_element", event.id)


def _check_names(case: CaseRecord, names: Iterable[str], known: Sequence[str], whose: str, event: str = "") -> None:
    for name in names:
        if name not in known:
            raise case.error(f"{whose} names {name!r}, which is not in the case", "case.no_such_name", event)
