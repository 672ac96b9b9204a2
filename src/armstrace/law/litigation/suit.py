"""A suit during the replay of its events.

A reversal brings back the claims that the ruling under review had dismissed, and no others: a claim that is out on
another ground stays out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from armstrace.law.litigation.claim_states import ClaimKey, ClaimState, ClaimStates
from armstrace.law.litigation.courts import CourtLevel
from armstrace.law.litigation.immunity import PlcaaBar
from armstrace.law.litigation.procedure import Disposition, EventKind, Ground, SuitStatus
from armstrace.law.litigation.review import AppliedRuling, Reviews
from armstrace.law.litigation.rulings import Holding, Ruling
from armstrace.law.litigation.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.law.litigation.case_record import CaseRecord
    from armstrace.law.litigation.events import Event

_REVIEW_SOUGHT = (EventKind.APPEAL_TAKEN, EventKind.CERT_PETITION_FILED, EventKind.CERT_GRANTED, EventKind.CERT_DENIED)
# the events by which defendants leave, each with the ground that it implies
_LEAVING: dict[EventKind, Ground | None] = {
    EventKind.PARTY_LEFT: None,
    EventKind.SETTLED: Ground.SETTLEMENT,
    EventKind.VOLUNTARILY_DISMISSED: Ground.VOLUNTARY,
    EventKind.FINALLY_RESOLVED: None,
}
# the status of a suit with defendants remaining, by the request for review
_SOUGHT: dict[EventKind | None, SuitStatus] = {
    EventKind.CERT_GRANTED: SuitStatus.PENDING_CERT_GRANTED,
    EventKind.CERT_PETITION_FILED: SuitStatus.PENDING_CERT_PETITION,
}


class Suit:
    """A suit while its events are replayed: its claims, its rulings, and what the file leaves open."""

    def __init__(self, case: CaseRecord, events: Sequence[Event]) -> None:
        self._case, self._claims = case, ClaimStates(case)
        self._filed = self._closed = self._revived = False
        self._review: EventKind | None = None
        order = {event.id: index for index, event in enumerate(events)}
        self._reviews = Reviews(case=case, events=events, order=order, applied=[])
        self._flags: list[tuple[str, str]] = []
        if not case.defendants:
            self._flags.append(("case.defendants_not_listed", ""))

    def apply(self, event: Event) -> None:
        """Replays *event*, the next in order; an event after the suit was closed is only flagged."""
        if self._closed:
            self._flags.append(("case.after_closing", event.id))
            return
        if event.kind is not EventKind.COMPLAINT_FILED and not self._filed:
            self._flags.append(("case.filing_not_on_file", event.id))
        self._filed = True
        if event.ruling is not None:
            self._rule(event, event.ruling)
        elif event.kind is EventKind.AMENDED_COMPLAINT_FILED:
            self._amend(event)
        elif event.kind is EventKind.PARTY_JOINED:
            for key in self._claims.against(event.affects):
                self._claims[key].join()
        elif event.kind in _REVIEW_SOUGHT:
            self._seek_review(event)
        elif event.kind in _LEAVING:
            self._leave(event)

    def _seek_review(self, event: Event) -> None:
        """Notes that a higher court was asked to review, agreed to, or declined."""
        self._review = None if event.kind is EventKind.CERT_DENIED else event.kind
        if self._review and not self._reviews.applied:
            self._flags.append(("case.appeal_without_ruling", event.id))

    def _amend(self, event: Event) -> None:
        """Brings back the claims that the same court had dismissed, since an amended complaint states them again.

        These are the claims against the defendants whom the event names; if it names none, those dismissed without
        prejudice.
        """
        for key in self._claims.against(event.affects):
            state = self._claims[key]
            by = self._reviews.event(state.by[-1]) if not state.live and state.by else None
            if by and by.court == event.court and by.ruling and (event.affects or by.ruling.with_prejudice is False):
                state.reinstate(event.id)

    def _leave(self, event: Event) -> None:
        ground = event.ground or _LEAVING[event.kind]
        for key in self._claims.live(self._claims.against(event.affects)):
            self._claims[key].dismiss(event.id, self._stated(event, ground))
        by_will = event.kind in (EventKind.SETTLED, EventKind.VOLUNTARILY_DISMISSED)
        over = by_will and not self._review and not self._claims.live(self._claims)
        self._closed = event.kind is EventKind.FINALLY_RESOLVED or over

    def _rule(self, event: Event, ruling: Ruling) -> None:
        disposition = ruling.disposition
        reviewed = self._reviews.reviewed(event, ruling) if disposition.reviews else None
        if disposition.reviews and reviewed is None:
            self._flags.append(("case.ruling_below_not_on_file", event.id))
        if disposition is Disposition.DISMISSED_IN_PART_PERSONAL_JURISDICTION and not event.affects:
            cause = "a dismissal in part must name the defendants"
            raise self._case.error(cause, "case.defendants_not_named", event.id)
        scope = self._scope(event, ruling, reviewed)
        if disposition.dismisses:
            self._refuse_second_dismissal(scope, event)
        touched: set[ClaimKey] = set()
        for holding in ruling.holdings or (Holding(),):
            keys = _concerned(scope, holding)
            touched.update(keys)
            if disposition.reviews:
                for key in keys:
                    self._hold_on_review(self._claims[key], event, ruling, holding, reviewed)
            else:
                self._hold(keys, event, ruling, holding)
        self._reviews.applied.append(AppliedRuling(event=event, claims=frozenset(touched)))
        if event.court is None or event.court.level is not CourtLevel.TRIAL:
            self._review = None
        else:
            self._revived = False

    def _scope(self, event: Event, ruling: Ruling, reviewed: AppliedRuling | None) -> list[ClaimKey]:
        """The claims that a ruling concerns: those against the defendants whom *event* names, or all claims.

        Where a reviewing court names no defendants, these are the claims of the ruling under review (*reviewed*); if
        that is None, the claims still in the suit.
        """
        keys = self._claims.against(event.affects)
        if event.affects or not ruling.disposition.reviews:
            return keys
        return [key for key in keys if key in reviewed.claims] if reviewed else self._claims.live(keys)

    def _hold(self, keys: Sequence[ClaimKey], event: Event, ruling: Ruling, holding: Holding) -> None:
        """Applies the holding of a trial court to the claims *keys*, which may dismiss them."""
        goes_on = holding.goes_on if holding.goes_on is not None else not ruling.disposition.dismisses
        if not goes_on:
            for name in event.affects or holding.defendants:
                self._refuse_second_dismissal([key for key in keys if key[1] == name], event)
            if holding.claims:
                self._refuse_second_dismissal(keys, event)
        for key in self._claims.live(keys):
            state = self._claims[key]
            state.hold(event.id, holding)
            if not goes_on:
                state.dismiss(event.id, self._stated(event, holding.ground or ruling.ground))

    def _refuse_second_dismissal(self, keys: Sequence[ClaimKey], event: Event) -> None:
        """Refuses a dismissal of the claims *keys* if all are out, at least one of them by the same court."""
        by = [self._reviews.event(event_id).court for key in keys for event_id in self._claims[key].by]
        if not self._claims.live(keys) and event.court in by:
            names = ", ".join(dict.fromkeys(name for _, name in keys)) or "the defendants"
            raise self._case.error(f"a second dismissal while out: {names}", "case.second_dismissal", event.id)

    def _hold_on_review(
        self, state: ClaimState, event: Event, ruling: Ruling, holding: Holding, reviewed: AppliedRuling | None
    ) -> None:
        """Applies the holding of a reviewing court to a claim, which may dismiss it or bring it back.

        *reviewed* is the ruling under review; None if it is not on file.
        """
        if ruling.disposition.reverses:
            state.reverse(reviewed.event.id if reviewed else "")
        state.hold(event.id, holding)
        goes_on = holding.goes_on
        if goes_on is None:
            goes_on = _goes_on(ruling, holding, live=state.live, known=reviewed is not None)
        if not state.live:
            if reviewed is not None and reviewed.event.id not in state.by:
                return  # out by another ruling
            if goes_on:
                state.reinstate(event.id)
                self._revived = True
            else:
                state.keep_out(event.id, holding.ground)
        elif goes_on:
            state.remand_pending = False
        else:
            implied = Ground.PLCAA if _bars(holding, ruling) else None
            ground = self._stated(event, holding.ground or ruling.ground or implied)
            if ruling.disposition.remands:
                state.remand_pending = True
            else:
                state.dismiss(event.id, ground)

    def _stated(self, event: Event, ground: Ground | None) -> Ground:
        if ground is None:
            raise self._case.error("a dismissal needs its ground", "case.ground_missing", event.id)
        return ground

    def snapshot(self) -> Snapshot:
        """The state of the suit after the events replayed so far."""
        claims = tuple(evolve(s, findings=dict(s.findings)) for s in self._claims.values() if self._filed and s.joined)
        rulings = sorted((claim.bar_by for claim in claims if claim.bar_by), key=self._reviews.order.__getitem__)
        operative = rulings[-1] if rulings else ""
        return Snapshot(
            suit=self._status(),
            bar=_bar(claims, operative, filed=self._filed),
            operative=operative,
            claims=claims,
            flags=tuple(self._flags),
        )

    def _status(self) -> SuitStatus:
        live = self._claims.live(self._claims)
        if not self._filed:
            return SuitStatus.NOT_FILED
        if self._closed:
            return SuitStatus.FINISHED
        if not live:
            return SuitStatus.DISMISSED_APPEAL_PENDING if self._review else SuitStatus.DISMISSED
        if self._review and self._review in _SOUGHT:
            return _SOUGHT[self._review]
        if all(self._claims[key].remand_pending for key in live):
            return SuitStatus.REVERSED_REMAND_PENDING
        return SuitStatus.REVIVED if self._revived else SuitStatus.PENDING


def _concerned(scope: Sequence[ClaimKey], holding: Holding) -> list[ClaimKey]:
    return [
        (claim, defendant)
        for claim, defendant in scope
        if (not holding.claims or claim in holding.claims)
        and (not holding.defendants or defendant in holding.defendants)
    ]


def _bars(holding: Holding, ruling: Ruling) -> bool:
    return bool(holding.bar and holding.bar.bars) or (holding.ground or ruling.ground) is not None


def _goes_on(ruling: Ruling, holding: Holding, *, live: bool, known: bool) -> bool:
    """True if a claim is in the suit after review, where the holding itself does not state that.

    *live* is True if the claim was in before; *known* is True if the ruling under review is on file.
    """
    if holding.bar is not None and ruling.disposition is not Disposition.AFFIRMED:
        return not holding.bar.bars
    if ruling.disposition.reverses:
        return not live  # the outcome below is undone
    # affirmed: the outcome below stands; where that is not on file, the ruling itself decides
    return live and (known or not _bars(holding, ruling))


def _bar(claims: Sequence[ClaimState], operative: str, *, filed: bool) -> PlcaaBar:
    """The holding in force on the bar of the PLCAA for the whole suit; PARTLY_BARRED if the claims differ.

    *operative* is the id of the event of the last such holding, empty if there is none; *filed* is True once the suit
    is filed. A claim that is out and has no holding of its own does not count.
    """
    if not filed:
        return PlcaaBar.NOT_RAISED
    if not operative:
        return PlcaaBar.NOT_RULED
    bars = {claim.bar for claim in claims if claim.live or claim.bar is not None}
    if len(bars) > 1 and bars & {PlcaaBar.BARRED, PlcaaBar.PARTLY_BARRED}:
        return PlcaaBar.PARTLY_BARRED
    return next(claim.bar for claim in claims if claim.bar is not None and claim.bar_by == operative)
