"""Suits as files: parties, claims and dated events, from which the state on any day follows.

The shipped cases stand in ``data/cases/*.toml`` and are read by `read_case`, as yours are.

>>> case = lookup("Mexico v. Smith & Wesson")
>>> case.id, len(case.events), str(case.leading.citation)
('mexico-v-smith-wesson', 17, '605 U.S. 280')
>>> from datetime import date
>>> case.status(on=date(2024, 1, 21)).plcaa_bar.value, case.status(on=date(2024, 1, 22)).plcaa_bar.value
('barred', 'not_barred_as_pleaded')

A file that says what cannot have happened is refused, with the event named (see `armstrace.law.litigation.case_files`).
"""

from __future__ import annotations

import datetime
import functools
from importlib import resources
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _tables
from armstrace.dates.value import UncertainDate
from armstrace.errors import CaseError
from armstrace.law.litigation.citations import CitationKind, LegalCitation
from armstrace.law.litigation.courts import Court
from armstrace.law.litigation.rulings import Ruling
from armstrace.law.litigation.terms import CitationRole, EventKind, ExceptionClause, Ground, PartyKind, Role

if TYPE_CHECKING:
    from armstrace.explain import Language
    from armstrace.law.litigation.status import CaseStatus, Step


@frozen(kw_only=True)
class Docket:
    """A suit in the register of one court.

    Attributes:
        court: The court; None where it is not held here.
        number: The docket number, as written.
    """

    court: Court | None = None
    number: str

    def __str__(self) -> str:
        return str(LegalCitation(kind=CitationKind.DOCKET, page=self.number))


@frozen(kw_only=True)
class CaseParty:
    """A party to a suit.

    Attributes:
        name: The name, as the suit has it.
        role: What it is in the suit.
        kind: What it is outside; None where it is not known.
        joined: When it came in, if not with the complaint.
        left: When it left, if without a ruling.
        left_ground: Why it left.
        verified: Whether that was seen.
    """

    name: str
    role: Role
    kind: PartyKind | None = None
    joined: UncertainDate | None = None
    left: UncertainDate | None = None
    left_ground: Ground | None = None
    verified: bool = False


@frozen(kw_only=True)
class Claim:
    """A cause of action in a suit.

    Attributes:
        id: The id within the case.
        title: What it is called.
        exceptions: The exceptions of the PLCAA that are said to save it.
        predicates: The statutes said to be violated, for the predicate exception.
        defendants: Whom it is against; empty for all.
        verified: Whether that was seen.
    """

    id: str
    title: str
    exceptions: tuple[ExceptionClause, ...] = ()
    predicates: tuple[LegalCitation, ...] = ()
    defendants: tuple[str, ...] = ()
    verified: bool = False


@frozen(kw_only=True)
class Event:
    """Something that happened in a suit.

    Attributes:
        id: The id within the case.
        date: The day, within bounds.
        court: The court; None where it is not held here.
        docket: The docket number there.
        kind: What happened.
        affects: The defendants it speaks of; empty for all: all still in, or on appeal all parties to it.
        ground: Why those who leave by it do, where it is no ruling.
        ruling: The ruling, where it is one.
        sources: Where it was read.
        unverified: The fields that rest on general knowledge or inference.
        note: What else must be known.
    """

    id: str
    date: UncertainDate
    court: Court | None = None
    docket: str = ""
    kind: EventKind
    affects: tuple[str, ...] = ()
    ground: Ground | None = None
    ruling: Ruling | None = None
    sources: tuple[str, ...] = field(default=(), repr=False)
    unverified: tuple[str, ...] = ()
    note: str = field(default="", repr=False)

    @property
    def verified(self) -> bool:
        """Whether all of it was seen in a source."""
        return not self.unverified


@frozen(kw_only=True)
class CaseCitation:
    """Where a decision of the case is printed.

    Attributes:
        citation: The citation.
        court: The court that decided.
        date: The day, or the year as far as known.
        role: What it is to the case.
        verified: Whether it was seen.
    """

    citation: LegalCitation
    court: Court | None = None
    date: UncertainDate | None = None
    role: CitationRole = CitationRole.DECISION
    verified: bool = False


@frozen(kw_only=True)
class LegalCase:
    """A suit.

    Attributes:
        id: The id.
        name: The name.
        short_name: How it is called for short.
        dockets: Its docket numbers.
        parties: Its parties.
        claims: Its claims, where they are told apart.
        exceptions: The exceptions of the PLCAA at issue.
        events: What happened, in order.
        leading_event: The id of the event whose ruling the case is cited for.
        reports: Where its decisions are printed, besides the citations of the rulings.
        checked_until: The last day for which the sources were checked.
        sources: Where it was read.
        verified: Whether the sources carry the whole; what they do not carry is marked event by event.
        note: What else must be known.
    """

    id: str
    name: str
    short_name: str = ""
    dockets: tuple[Docket, ...] = ()
    parties: tuple[CaseParty, ...] = ()
    claims: tuple[Claim, ...] = ()
    exceptions: tuple[ExceptionClause, ...] = ()
    events: tuple[Event, ...]
    leading_event: str
    reports: tuple[CaseCitation, ...] = ()
    checked_until: datetime.date
    sources: tuple[str, ...] = field(default=(), repr=False)
    verified: bool = False
    note: str = field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        from armstrace.law.litigation import replay as _fold

        _fold.check(self)

    @property
    def names(self) -> tuple[str, ...]:
        """All names it is looked up by."""
        captions = (event.ruling.caption for event in self.events if event.ruling)
        return tuple(dict.fromkeys(name for name in (self.name, self.short_name, *captions) if name))

    @property
    def leading(self) -> Ruling:
        """The ruling the case is cited for."""
        ruling = self.event(self.leading_event).ruling
        if ruling is None:
            raise CaseError(self.id, event=self.leading_event, cause="the leading event is no ruling")
        return ruling

    @property
    def defendants(self) -> tuple[str, ...]:
        """The names of the defendants, in the order of the file; those only named at first are left out."""
        return tuple(party.name for party in self.parties if party.role is Role.DEFENDANT)

    @property
    def citations(self) -> tuple[CaseCitation, ...]:
        """The places where its decisions are printed, those of its rulings first."""
        own = tuple(
            CaseCitation(
                citation=event.ruling.citation,
                court=event.court,
                date=event.date,
                verified="citation" not in event.unverified,
            )
            for event in self.events
            if event.ruling and event.ruling.citation
        )
        held = {entry.citation for entry in own}
        return (*own, *(entry for entry in self.reports if entry.citation not in held))

    def event(self, event_id: str) -> Event:
        """The event of this id.

        Raises:
            CaseError: There is none.
        """
        for event in self.events:
            if event.id == event_id:
                return event
        raise CaseError(self.id, event=event_id, cause="no such event")

    def claim(self, claim_id: str) -> Claim:
        """The claim of this id.

        Raises:
            CaseError: There is none.
        """
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise CaseError(self.id, cause=f"no such claim: {claim_id!r}")

    def status(self, *, on: datetime.date | UncertainDate) -> CaseStatus:
        """Where the suit stands at the end of the day *on*, which may be known within bounds only."""
        from armstrace.law.litigation import status

        return status.status(self, on=on)

    def history(self) -> tuple[Step, ...]:
        """Each event, in order, with where the suit stands after it."""
        from armstrace.law.litigation import status

        return status.history(self)

    def timeline(self, language: Language = "en") -> str:
        """The events as text, one a line, each with what it changed."""
        from armstrace.law.litigation import status

        return status.timeline(self, language)


@functools.cache
def _registry() -> _tables.Registry[LegalCase]:
    from armstrace.law.litigation.case_files import parse_case

    folder = resources.files("armstrace").joinpath("data", "cases")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    found = (parse_case(folder.joinpath(name).read_text(encoding="utf-8")) for name in names)
    return _tables.Registry("cases", found)


def get(case_id: str) -> LegalCase | None:
    """The shipped case of exactly this id, or None."""
    return _registry().get(case_id)


def lookup(name: str) -> LegalCase:
    """The one shipped case of this id, name or caption; case and punctuation do not count.

    Raises:
        UnknownEntry: No case bears the name.
        AmbiguousEntry: Several do.

    >>> lookup("Smith & Wesson Brands, Inc. v. Estados Unidos Mexicanos").id
    'mexico-v-smith-wesson'
    """
    return _registry().lookup(name)


def search(name: str, *, limit: int = 5) -> tuple[LegalCase, ...]:
    """The shipped cases whose names come closest, best first, at most *limit*.

    >>> search("Gustavson v. Springfield", limit=1)[0].id
    'gustafson-v-springfield'
    """
    return _registry().search(name, limit=limit)


def all() -> tuple[LegalCase, ...]:  # noqa: A001  (the verb of every registry)
    """All shipped cases, by id."""
    return tuple(_registry())


def edition() -> str:
    """The last day up to which the sources of any shipped case were checked."""
    return max(case.checked_until for case in all()).isoformat()
