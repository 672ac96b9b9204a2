"""A ruling of a court: its disposition, its holdings for claims and defendants, and the rulings that it reviews.

>>> from datetime import date
>>> from armstrace.dates.value import UncertainDate
>>> revived = Ruling(
...     court=Court.lookup("1st Cir."),
...     date=UncertainDate.exact(date(2024, 1, 22)),
...     disposition=Disposition.REVERSED_AND_REMANDED,
...     holdings=(Holding(bar=PlcaaBar.NOT_BARRED_AS_PLEADED),),
...     citation=LegalCitation.parse("91 F.4th 511"),
... )
>>> revived.bar.value, str(revived)
('not_barred_as_pleaded', '91 F.4th 511 (1st Cir. 2024-01-22)')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.law.litigation.citations import LegalCitation
from armstrace.law.litigation.courts import Court
from armstrace.law.litigation.immunity import ElementStatus, ExceptionClause, PlcaaBar
from armstrace.law.litigation.procedure import Disposition, Ground, Posture, ReviewEffect
from armstrace.records.statements.statements import Proposition

if TYPE_CHECKING:
    from armstrace.explain import Language


@frozen(kw_only=True)
class RulingFinding:
    """The holding of a ruling on one element of an exception.

    Attributes:
        exception: The exception.
        element: The id of the element, one of `PlcaaException.elements`.
        status: The status of the element.
    """

    exception: ExceptionClause
    element: str
    status: ElementStatus


@frozen(kw_only=True)
class Holding:
    """The holding of a ruling on some claims against some defendants.

    Attributes:
        bar: The holding on the bar of the PLCAA; None where the ruling is silent on it.
        claims: Ids of the claims; empty for all that are before the court.
        defendants: Names of the defendants; empty for all that are before the court.
        goes_on: True if the claims go on, False if not; None where that follows from the disposition.
        ground: Why they do not go on.
        findings: The holdings on the elements of the exceptions.
    """

    bar: PlcaaBar | None = None
    claims: tuple[str, ...] = ()
    defendants: tuple[str, ...] = ()
    goes_on: bool | None = None
    ground: Ground | None = None
    findings: tuple[RulingFinding, ...] = ()


@frozen(kw_only=True)
class ReviewedRuling:
    """An earlier ruling, and what became of it on review.

    Attributes:
        ruling: The id of the event of the earlier ruling.
        effect: The effect on it.
    """

    ruling: str
    effect: ReviewEffect


@frozen(kw_only=True)
class Ruling(Proposition):
    """A ruling, either the proposition of a statement or part of an event of a case.

    Attributes:
        court: The court; None where the source does not name it.
        date: The day; None where the source does not state it.
        disposition: The disposition.
        caption: The name of the case in that court; empty where it was not read.
        matter: The suit, in a few words, where the source gives no caption.
        posture: The procedural setting.
        rule: The rule of procedure it rests on, as written.
        with_prejudice: True if the claims may not be brought again, False if they may.
        ground: Why the suit, or the dismissed part of it, may not go on.
        holdings: Its holdings, by claim and defendant where they differ.
        author: The judge who wrote it.
        panel: The other judges who decided.
        citation: Where it is printed.
        reviewed: The earlier rulings that it reviews, where the file lists them.
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
    reviewed: tuple[ReviewedRuling, ...] = ()

    @property
    def bar(self) -> PlcaaBar | None:
        """The holding on the bar of the PLCAA for the whole suit; None where the ruling is silent on it."""
        bars = list(dict.fromkeys(holding.bar for holding in self.holdings if holding.bar is not None))
        if len(bars) > 1:
            return PlcaaBar.PARTLY_BARRED if PlcaaBar.BARRED in bars else bars[-1]
        return bars[0] if bars else None

    def label(self, language: Language = "en") -> str:
        """The ruling in one line: citation, disposition, and the holding on the PLCAA."""
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
