"""A court's ruling: what it decided, for which claims and defendants, on what ground, and what that does below.

>>> from datetime import date
>>> from armstrace.dates.value import UncertainDate
>>> from armstrace.law.litigation import courts
>>> revived = Ruling(
...     court=courts.lookup("1st Cir."),
...     date=UncertainDate.exact(date(2024, 1, 22)),
...     disposition=Disposition.REVERSED_AND_REMANDED,
...     holdings=(Holding(bar=PlcaaBar.NOT_BARRED_AS_PLEADED),),
...     citation=LegalCitation.parse("91 F.4th 511"),
... )
>>> revived.bar.value, str(revived)
('not_barred_as_pleaded', '91 F.4th 511 (1st Cir. 2024-01-22)')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.law.litigation.citations import LegalCitation
from armstrace.law.litigation.courts import Court
from armstrace.law.litigation.terms import Assessed, Disposition, Effect, ExceptionClause, Ground, PlcaaBar, Posture
from armstrace.records.statements.statements import Proposition

if TYPE_CHECKING:
    from armstrace.explain import Language


@frozen(kw_only=True)
class Finding:
    """What a ruling says of one element of an exception.

    Attributes:
        exception: The exception.
        element: The id of the element, as `armstrace.law.litigation.plcaa` lists them.
        assessed: How far it has come.
    """

    _json_name: ClassVar[str] = "RulingFinding"  # `armstrace.reconciliation.findings` has a finding too

    exception: ExceptionClause
    element: str
    assessed: Assessed


@frozen(kw_only=True)
class Holding:
    """What a ruling says of some claims against some defendants.

    Attributes:
        bar: Whether the PLCAA bars them; None where the ruling does not speak to it.
        claims: Ids of the claims; empty for all that are before the court.
        defendants: Names of the defendants; empty for all that are before the court.
        goes_on: Whether they go on; None where the disposition says it.
        ground: Why they do not.
        findings: What it says of the elements of the exceptions.
    """

    bar: PlcaaBar | None = None
    claims: tuple[str, ...] = ()
    defendants: tuple[str, ...] = ()
    goes_on: bool | None = None
    ground: Ground | None = None
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True)
class Reviewed:
    """What a ruling does to an earlier one.

    Attributes:
        ruling: The id of the event of the earlier ruling.
        effect: What it does to it.
    """

    ruling: str
    effect: Effect


@frozen(kw_only=True)
class Ruling(Proposition):
    """A ruling. It is content, which a statement may carry, and stands in a case as part of an event.

    Attributes:
        court: The court; None where the source does not say which.
        date: The day; None where the source does not say.
        disposition: What the court did.
        caption: The name of the case as that court gave it; empty where it was not read.
        matter: The suit, in a few words, where the source gives no caption.
        posture: The procedural setting.
        rule: The rule of procedure it rests on, as written.
        with_prejudice: Whether the claims may be brought again (False) or not (True).
        ground: Why the suit, or those dismissed, may not go on.
        holdings: What it says, per claim and defendant where they differ.
        author: The judge who wrote it.
        panel: The other judges who decided.
        citation: Where it is printed.
        reviewed: What it does to earlier rulings, where the file says so.
    """

    court: Court | None = None
    date: UncertainDate | None = None
    disposition: Disposition
    caption: str = ""
    matter: str = ""
    posture: Posture | None = None
    rule: str = ""
    with_prejudice: bool | None = None
    ground: Ground | None = None
    holdings: tuple[Holding, ...] = ()
    author: str = ""
    panel: tuple[str, ...] = ()
    citation: LegalCitation | None = None
    reviewed: tuple[Reviewed, ...] = ()

    @property
    def bar(self) -> PlcaaBar | None:
        """Whether the PLCAA bars the suit, by this ruling alone; None where it does not speak to it."""
        bars = list(dict.fromkeys(holding.bar for holding in self.holdings if holding.bar is not None))
        if len(bars) > 1:
            return PlcaaBar.PARTLY_BARRED if PlcaaBar.BARRED in bars else bars[-1]
        return bars[0] if bars else None

    def label(self, language: Language = "en") -> str:
        """The ruling in one line: which, what it did, and what it holds of the PLCAA."""
        what = explain.term(f"event_{self.disposition.value}", language)
        of_the_act = f"; PLCAA: {explain.term(f'plcaa_{self.bar.value}', language)}" if self.bar else ""
        matter = f" ({self.matter})" if self.matter else ""
        return f"{self._cited(explain.term('content_ruling', language))}: {what}{of_the_act}{matter}"

    def __str__(self) -> str:
        return self._cited(self.disposition.value)

    def _cited(self, otherwise: str) -> str:
        cited = str(self.citation) if self.citation else otherwise
        place = " ".join(
            str(part) for part in (self.court and (self.court.citation or self.court.id), self.date) if part
        )
        return f"{cited} ({place})" if place else cited
