"""The facts of a suit, as a case file states them, below all that is derived from them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _convert
from armstrace.errors import CaseError
from armstrace.law.litigation.docket import CaseCitation, Claim, Docket
from armstrace.law.litigation.events import Event
from armstrace.law.litigation.immunity import ExceptionClause
from armstrace.law.litigation.litigants import CaseParty, LitigantRole

if TYPE_CHECKING:
    from armstrace.law.litigation.rulings import Ruling


@frozen(kw_only=True)
class CaseRecord:
    """The facts of a suit, as its case file states them.

    Attributes:
        id: The id.
        name: The name.
        short_name: The short name.
        dockets: Its docket numbers.
        parties: Its parties.
        claims: Its claims, where the file lists them.
        exceptions: The exceptions of the PLCAA at issue.
        events: Its events, in order.
        leading_event: The id of the event whose ruling the case is cited for.
        reports: Where its decisions are printed, besides the citations of the rulings.
        checked_until: The last day for which the sources were checked.
        sources: Where it was read.
        verified: True if the sources carry the whole; an event lists the fields that they do not carry.
        note: A remark for the reader.
    """

    id: str
    name: str
    short_name: str = ""
    dockets: tuple[Docket, ...] = field(default=(), repr=False)
    parties: tuple[CaseParty, ...] = field(default=(), repr=False)
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    exceptions: tuple[ExceptionClause, ...] = field(default=(), repr=False)
    events: tuple[Event, ...] = field(repr=False)
    leading_event: str
    reports: tuple[CaseCitation, ...] = field(default=(), repr=False)
    checked_until: datetime.date
    sources: tuple[str, ...] = field(default=(), repr=False)
    verified: bool = False
    note: str = field(default="", repr=False)

    @property
    def title(self) -> str:
        """The short name, or the name where there is none."""
        return self.short_name or self.name

    @property
    def digest(self) -> str:
        """The first twelve digits of the fingerprint; cases with the same facts have the same digest."""
        return _convert.fingerprint(self)[:12]

    @property
    def names(self) -> tuple[str, ...]:
        """The names that `lookup` understands: the name, the short name, and the captions of the rulings."""
        captions = (event.ruling.caption for event in self.events if event.ruling)
        return tuple(dict.fromkeys(name for name in (self.name, self.short_name, *captions) if name))

    @property
    def leading(self) -> Ruling:
        """The ruling for which the case is cited."""
        ruling = self.event(self.leading_event).ruling
        if ruling is None:
            raise self.error("the leading event is no ruling", "case.leading_no_ruling", self.leading_event)
        return ruling

    @property
    def defendants(self) -> tuple[str, ...]:
        """The names of the defendants, in the order of the file; parties named only at first are left out."""
        return tuple(party.name for party in self.parties if party.role is LitigantRole.DEFENDANT)

    @property
    def citations(self) -> tuple[CaseCitation, ...]:
        """The citations of the decisions of the case, those of its rulings first."""
        of_rulings = tuple(
            CaseCitation(
                citation=event.ruling.citation,
                court=event.court,
                date=event.date,
                verified="citation" not in event.unverified,
            )
            for event in self.events
            if event.ruling and event.ruling.citation
        )
        listed = {entry.citation for entry in of_rulings}
        return (*of_rulings, *(entry for entry in self.reports if entry.citation not in listed))

    def error(self, cause: str, code: str, event: str = "") -> CaseError:
        """The error that refuses the case, with the event named; *code* is its code in the messages."""
        return CaseError(self.id, event=event, cause=cause, code=code)

    def event(self, event_id: str) -> Event:
        """The event with this id.

        Raises:
            CaseError: There is none.
        """
        for event in self.events:
            if event.id == event_id:
                return event
        raise self.error("no such event", "case.no_such_event", event_id)

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id.

        Raises:
            CaseError: There is none.
        """
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise self.error(f"no such claim: {claim_id!r}", "case.no_such_claim")
