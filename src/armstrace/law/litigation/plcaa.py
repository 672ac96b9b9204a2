"""What has been held of each element of the exceptions of the PLCAA, claim by claim, on a day.

A structured reading of rulings, not a prediction: an element is assessed as the last ruling in force has it, and what
no ruling in force reaches is said to be not reached.

>>> from datetime import date
>>> from armstrace.law.litigation import cases
>>> case = cases.lookup("Mexico v. Smith & Wesson")
>>> (found,) = assess(case.claim("whole"), case=case, on=date(2025, 6, 5))[0:1]
>>> [(entry.element, entry.assessed.value, entry.ruling) for entry in found.elements[1:]]
[('knowing_violation', 'not_plausibly_alleged', 'sw-15'), ('proximate_cause', 'not_reached', 'sw-15')]
>>> print(case.event("sw-15").ruling)
605 U.S. 280 (U.S. 2025-06-05)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import CaseError
from armstrace.law.litigation import exceptions
from armstrace.law.litigation import replay as _fold
from armstrace.law.litigation.snapshot import UNNAMED, Snapshot
from armstrace.law.litigation.terms import Assessed, ExceptionClause

if TYPE_CHECKING:
    import datetime

    from armstrace.explain import Language
    from armstrace.law.litigation.cases import Claim, LegalCase


@frozen(kw_only=True)
class ElementFinding:
    """How far one element has come.

    Attributes:
        element: The id of the element.
        assessed: How far it has come.
        ruling: The event of the ruling that says so; empty where none does.
    """

    element: str
    assessed: Assessed
    ruling: str = ""


@frozen(kw_only=True)
class ExceptionFinding:
    """What stands of one exception, for one claim against some defendants.

    Attributes:
        exception: The exception.
        claim: The id of the claim.
        defendants: The defendants of whom it is so; empty where the file names none.
        open_to: Whether the exception is open against defendants of that kind; None where the kind is not known.
        elements: Its elements.
        on: The day.
    """

    exception: ExceptionClause
    claim: str
    defendants: tuple[str, ...]
    open_to: bool | None
    elements: tuple[ElementFinding, ...]
    on: UncertainDate

    def explain(self, language: Language = "en") -> str:
        """The finding in a few lines, one for each element."""
        given = explain.values(
            exception=f"exception_{self.exception.value}",
            clause=self.exception.value,
            claim=self.claim,
            on=self.on,
            names="; ".join(self.defendants) or None,
        )
        lines = [explain.say("plcaa.exception", given, language)]
        if self.open_to is False:
            lines.append("  " + explain.say("plcaa.not_open", (), language))
        for entry in self.elements:
            given = explain.values(
                element=f"element_{entry.element}",
                assessed=f"assessed_{entry.assessed.value}",
                ruling=entry.ruling or None,
            )
            lines.append("  " + explain.say("plcaa.element", given, language))
        return "\n".join(lines)


def assess(claim: Claim, *, case: LegalCase, on: datetime.date | UncertainDate) -> tuple[ExceptionFinding, ...]:
    """What stands, on the day *on*, of each exception that is said to save *claim*.

    Defendants of whom the same is held stand together. Where an element differs within the days that are possible it is
    ``undetermined``.

    Raises:
        CaseError: The claim is none of the case.
    """
    if claim not in case.claims:
        raise CaseError(case.id, cause=f"no such claim: {claim.id!r}")
    day = on if isinstance(on, UncertainDate) else UncertainDate.exact(on)
    events = _fold.steps(case)
    states = _fold.fold(case, events)
    possible = [states[count] for count in _fold.reached(events, day.earliest, day.latest)]
    kinds = {party.name: party.kind for party in case.parties}
    names = claim.defendants or case.defendants or (UNNAMED,)
    found: list[ExceptionFinding] = []
    for clause in claim.exceptions or case.exceptions:
        entry = exceptions.of(clause)
        groups: dict[tuple[bool | None, tuple[ElementFinding, ...]], list[str]] = {}
        for name in names:
            elements = tuple(_element(possible, claim.id, name, clause, element) for element in entry.elements)
            groups.setdefault((entry.open_to(kinds.get(name)), elements), []).append(name)
        found += (
            ExceptionFinding(
                exception=clause,
                claim=claim.id,
                defendants=tuple(name for name in group if name),
                open_to=open_to,
                elements=elements,
                on=day,
            )
            for (open_to, elements), group in groups.items()
        )
    return tuple(found)


def _element(
    possible: list[Snapshot], claim: str, defendant: str, clause: ExceptionClause, element: str
) -> ElementFinding:
    said = {_said(state, claim, defendant, clause, element) for state in possible}
    if len(said) > 1:
        return ElementFinding(element=element, assessed=Assessed.UNDETERMINED)
    ((assessed, ruling),) = said
    return ElementFinding(element=element, assessed=assessed, ruling=ruling)


def _said(state: Snapshot, claim: str, defendant: str, clause: ExceptionClause, element: str) -> tuple[Assessed, str]:
    for cell in state.cells:
        if (cell.claim, cell.defendant) == (claim, defendant):
            for exception, name, assessed, event in cell.findings:
                if (exception, name) == (clause, element):
                    return assessed, event
    return Assessed.NOT_REACHED, ""


def table(of: tuple[LegalCase, ...], language: Language = "en") -> str:
    """A table of cases by exception: each exception with the cases it is at issue in, their bar and outcome.

    >>> from armstrace.law.litigation import cases
    >>> print(table((cases.lookup("Adames"), cases.lookup("Gustafson"))))
    (v) defect in design or manufacture
      Adames (2009-03-19): barred; reversed in part
      Gustafson (2025-03-31): barred; reversed
    """
    lines: list[str] = []
    for entry in exceptions.all():
        concerned = [case for case in of if entry.clause in case.exceptions]
        if concerned:
            lines.append(f"({entry.clause.value}) {explain.term(f'exception_{entry.clause.value}', language)}")
        for case in concerned:
            decided = case.event(case.leading_event).date
            given = explain.values(
                case=case.short_name or case.name,
                date=decided,
                bar=f"plcaa_{case.status(on=decided).plcaa_bar.value}",
                outcome=f"event_{case.leading.disposition.value}",
            )
            lines.append("  " + explain.say("plcaa.case", given, language))
    return "\n".join(lines)
