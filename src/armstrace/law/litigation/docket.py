"""The parts of a case file besides parties and events: dockets, claims, and citations of the decisions."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from armstrace.dates.value import UncertainDate
from armstrace.law.litigation.citations import CitationKind, LegalCitation
from armstrace.law.litigation.courts import Court
from armstrace.law.litigation.immunity import ExceptionClause


@frozen(kw_only=True)
class Docket:
    """A suit in the register of one court.

    Attributes:
        court: The court; None where it is not in the table.
        number: The docket number, as written.
    """

    court: Court | None = None
    number: str

    def __str__(self) -> str:
        return str(LegalCitation(kind=CitationKind.DOCKET, page=self.number))


@frozen(kw_only=True)
class Claim:
    """A cause of action in a suit.

    Attributes:
        id: The id within the case.
        title: The name of the cause of action.
        exceptions: The exceptions of the PLCAA that the plaintiff relies on for it.
        predicates: The statutes alleged to be violated, for the predicate exception.
        defendants: The defendants whom it is against; empty for all.
        verified: True if a source was seen.
    """

    id: str
    title: str
    exceptions: tuple[ExceptionClause, ...] = ()
    predicates: tuple[LegalCitation, ...] = ()
    defendants: tuple[str, ...] = ()
    verified: bool = False


class CitationRole(StrEnum):
    """The relation of a citation to the case."""

    DECISION = "decision"  #: A decision of the case.
    PARALLEL = "parallel"  #: The same decision in another series.
    EARLIER_APPEAL_BEFORE_PLCAA = "earlier_appeal_before_plcaa"  #: An appeal decided before the Act.
    CERT_DENIED = "cert_denied"  #: The denial of certiorari.
    WITHDRAWN_PANEL_OPINION = "withdrawn_panel_opinion"  #: The opinion of a panel, since withdrawn.
    EN_BANC_REVERSED = "en_banc_reversed"  #: The decision of the full court.
    AMENDED_ON_REARGUMENT = "amended_on_reargument"  #: The decision as amended later.
    REMAND_MOTION = "remand_motion"  #: A decision on return to a state court, not on the PLCAA.
    SLIP = "slip"  #: A decision not yet printed.


@frozen(kw_only=True)
class CaseCitation:
    """Where a decision of the case is printed.

    Attributes:
        citation: The citation.
        court: The court that decided.
        date: The day, or the year as far as known.
        role: Its relation to the case.
        verified: True if the citation was seen.
    """

    citation: LegalCitation
    court: Court | None = None
    date: UncertainDate | None = None
    role: CitationRole = CitationRole.DECISION
    verified: bool = False
