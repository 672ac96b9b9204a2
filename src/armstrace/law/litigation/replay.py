"""The fold: dated events in, the states of a suit out, and the refusal of what cannot have happened."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from armstrace.errors import CaseError
from armstrace.law.litigation import exceptions
from armstrace.law.litigation.cases import Event
from armstrace.law.litigation.suit import Suit
from armstrace.law.litigation.terms import EventKind, Ground, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.dates.value import UncertainDate
    from armstrace.law.litigation.cases import LegalCase
    from armstrace.law.litigation.snapshot import Snapshot


def steps(case: LegalCase) -> tuple[Event, ...]:
    """The events of the case, and the comings and goings of its parties, in order."""
    moves: list[Event] = []
    for party in case.parties:
        if party.role is Role.DEFENDANT and party.joined is not None:
            moves.append(_move(EventKind.PARTY_JOINED, party.name, party.joined, None))
        if party.role is Role.DEFENDANT and party.left is not None:
            moves.append(_move(EventKind.PARTY_LEFT, party.name, party.left, party.left_ground))
    events = (*case.events, *moves)
    if not moves and _in_order(events):
        return events
    return tuple(sorted(events, key=lambda event: (event.date.latest, event.date.earliest)))


def _move(kind: EventKind, name: str, date: UncertainDate, ground: Ground | None) -> Event:
    return Event(id=f"{kind.value}:{name}", date=date, kind=kind, affects=(name,), ground=ground)


def _in_order(events: Sequence[Event]) -> bool:
    """Whether the events may have happened in the order in which they stand."""
    reached = datetime.date.min
    for event in events:
        reached = max(reached, event.date.earliest)
        if event.date.latest < reached:
            return False
    return True


def reached(events: Sequence[Event], first: datetime.date, last: datetime.date) -> range:
    """How many events may have happened by the end of a day between *first* and *last*: the fewest up to the most."""
    surely = possibly = 0
    latest = [event.date.latest for event in events]
    # what comes later in order cannot have happened before
    for index in range(len(latest) - 2, -1, -1):
        latest[index] = min(latest[index], latest[index + 1])
    earliest = datetime.date.min
    for event, by in zip(events, latest, strict=True):
        earliest = max(earliest, event.date.earliest)
        surely += by <= first
        possibly += earliest <= last
    return range(surely, possibly + 1)


def check(case: LegalCase) -> None:
    """Refuses a case whose events cannot have happened, or do not say enough.

    Raises:
        CaseError: With the event named.
    """
    names = [party.name for party in case.parties]
    ids = [event.id for event in case.events]
    for what, values in (("party", names), ("event", ids), ("claim", [claim.id for claim in case.claims])):
        if len(set(values)) < len(values):
            twice = next(value for value in values if values.count(value) > 1)
            raise CaseError(case.id, event=twice if what == "event" else "", cause=f"one {what} twice: {twice!r}")
    for claim in case.claims:
        _known(case, claim.defendants, case.defendants, f"claim {claim.id!r}")
    for event in case.events:
        _check_event(case, event)
    if case.leading.court is None:
        raise CaseError(case.id, event=case.leading_event, cause="the leading ruling needs its court")
    fold(case, steps(case))


def _check_event(case: LegalCase, event: Event) -> None:
    ruling = event.ruling
    cause = ""
    if event.date.approximate or event.date.uncertain:
        cause = "the day must have firm bounds"
    elif (ruling.disposition.value if ruling else None) != (event.kind.value if event.kind.is_ruling else None):
        cause = "kind and ruling differ"
    elif ruling and (ruling.court, ruling.date) != (event.court, event.date):
        cause = "the ruling has another court or day than the event"
    if cause:
        raise CaseError(case.id, event=event.id, cause=cause)
    _known(case, event.affects, case.defendants, "the event", event.id)
    for holding in ruling.holdings if ruling else ():
        _known(case, holding.claims, [claim.id for claim in case.claims], "a holding", event.id)
        _known(case, holding.defendants, case.defendants, "a holding", event.id)
        for finding in holding.findings:
            known = exceptions.of(finding.exception).elements
            if finding.element not in known:
                cause = f"exception ({finding.exception.value}) has no element {finding.element!r}"
                raise CaseError(case.id, event=event.id, cause=f"{cause}, only {', '.join(known)}")


def _known(case: LegalCase, names: Iterable[str], known: Sequence[str], whose: str, event: str = "") -> None:
    for name in names:
        if name not in known:
            raise CaseError(case.id, event=event, cause=f"{whose} speaks of one who is not in the case: {name!r}")


def fold(case: LegalCase, events: Sequence[Event]) -> tuple[Snapshot, ...]:
    """The states after none, one, two, … of *events*."""
    suit = Suit(case, events)
    states = [suit.snapshot()]
    for event in events:
        suit.apply(event)
        states.append(suit.snapshot())
    return tuple(states)
