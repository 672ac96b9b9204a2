"""The ruling that a reviewing court reviews: the ruling that the file names, or the last of the nearest court below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.law.litigation.case_record import CaseRecord
from armstrace.law.litigation.claim_states import ClaimKey
from armstrace.law.litigation.courts import CourtLevel
from armstrace.law.litigation.events import Event
from armstrace.law.litigation.procedure import ReviewEffect

if TYPE_CHECKING:
    from armstrace.errors import CaseError
    from armstrace.law.litigation.rulings import Ruling


@frozen(kw_only=True)
class AppliedRuling:
    """A ruling that the replay has reached, with the claims that it concerned.

    Attributes:
        event: Its event.
        claims: The claims that it concerned.
    """

    event: Event
    claims: frozenset[ClaimKey]


@frozen(kw_only=True)
class Reviews:
    """The events of a case, with the rulings that the replay has reached so far.

    Attributes:
        case: The case.
        events: All its events, in order.
        order: The index of each event.
        applied: The rulings replayed so far; the replay adds to it.
    """

    case: CaseRecord
    events: Sequence[Event]
    order: Mapping[str, int]
    applied: list[AppliedRuling]

    def event(self, event_id: str) -> Event:
        """The event with this id.

        Raises:
            CaseError: There is none.
        """
        if event_id not in self.order:
            raise self.case.error("no such event", "case.no_such_event", event_id)
        return self.events[self.order[event_id]]

    def reviewed(self, event: Event, ruling: Ruling) -> AppliedRuling | None:
        """The ruling that *ruling*, which is part of *event*, reviews; None if the file does not hold it.

        Raises:
            CaseError: The court cannot review what the file names, or what comes before.
        """
        for entry in ruling.reviewed:
            self._check_named(event, self.event(entry.ruling), entry.effect)
        if ruling.reviewed:
            named = [entry.ruling for entry in ruling.reviewed if entry.effect is not ReviewEffect.VACATED]
            last = (named or [entry.ruling for entry in ruling.reviewed])[-1]
            return next(entry for entry in self.applied if entry.event.id == last)
        below = [entry for entry in self.applied if _may_review(event, entry.event)]
        if below:
            return _nearest(ruling, below)
        self._check_not_on_file(event, ruling)
        return None

    def _check_named(self, event: Event, earlier: Event, effect: ReviewEffect) -> None:
        if self.order[earlier.id] >= self.order[event.id] or earlier.ruling is None:
            cause = f"it reviews {earlier.id!r}, which had not been given"
            raise self.case.error(cause, "case.reviews_later_ruling", event.id)
        vacates_own = effect is ReviewEffect.VACATED and earlier.court == event.court
        if not _may_review(event, earlier) and not vacates_own:
            raise self._cannot_review(event, earlier)

    def _cannot_review(self, event: Event, earlier: Event) -> CaseError:
        cause = f"its court does not review that of {earlier.id!r}"
        return self.case.error(cause, "case.court_does_not_review", event.id)

    def _check_not_on_file(self, event: Event, ruling: Ruling) -> None:
        strangers = [entry.event for entry in self.applied if not _same_or_above(event, entry.event)]
        if strangers:
            raise self._cannot_review(event, strangers[-1])
        following = (entry for entry in self.events[self.order[event.id] + 1 :] if entry.ruling)
        if ruling.disposition.reverses and any(_may_review(event, entry) for entry in following):
            raise self.case.error("a reversal before the ruling", "case.reversal_before_ruling", event.id)


def _nearest(ruling: Ruling, below: list[AppliedRuling]) -> AppliedRuling:
    """The ruling under review where none is named: the last ruling of the highest court in *below*.

    For a ruling on the PLCAA only rulings on the PLCAA count, if there are any.
    """
    if ruling.bar is not None:
        below = [entry for entry in below if entry.event.ruling and entry.event.ruling.bar is not None] or below
    return max(reversed(below), key=lambda entry: _rank(entry.event))


def _may_review(event: Event, earlier: Event) -> bool:
    return event.court is None or earlier.court is None or event.court.reviews(earlier.court)


def _same_or_above(event: Event, earlier: Event) -> bool:
    """True if the court of *earlier* is that of *event* or reviews it; False if either court is not known.

    The ruling of *earlier* then cannot be the ruling under review.
    """
    return (
        event.court is not None
        and earlier.court is not None
        and (event.court == earlier.court or earlier.court.reviews(event.court))
    )


def _rank(event: Event) -> int:
    return list(CourtLevel).index(event.court.level if event.court else CourtLevel.TRIAL)
