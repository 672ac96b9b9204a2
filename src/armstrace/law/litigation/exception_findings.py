"""The holdings in force on the elements of the exceptions of the PLCAA, claim by claim, on a day.

The answer is a reading of rulings, not a prediction: the status of an element is that of the last ruling in force, and
``not_reached`` where no ruling in force decides it.

>>> from armstrace.law.litigation import LegalCase
>>> case = LegalCase.lookup("Mexico v. Smith & Wesson")
>>> (found,) = assess(case.claim("whole"), case=case, on="2025-06-05")
>>> [(entry.element, entry.status.value, entry.ruling) for entry in found.elements[1:]]
[('knowing_violation', 'not_plausibly_alleged', 'sw-15'), ('proximate_cause', 'not_reached', 'sw-15')]
>>> print(found)  # doctest: +ELLIPSIS
(iii) for claim whole, 2025-06-05: applicable_statute not_reached; knowing_violation not_plausibly_alleged; ...
>>> print(case.event("sw-15").ruling)
605 U.S. 280 (U.S. 2025-06-05)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.dates.arguments import day_argument
from armstrace.dates.value import UncertainDate
from armstrace.law.litigation import replay
from armstrace.law.litigation.claim_states import UNNAMED
from armstrace.law.litigation.exceptions import PlcaaException
from armstrace.law.litigation.immunity import ElementStatus, ExceptionClause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.dates.arguments import Day
    from armstrace.explain import Language
    from armstrace.law.litigation.cases import LegalCase
    from armstrace.law.litigation.docket import Claim
    from armstrace.law.litigation.snapshot import Snapshot


@frozen(kw_only=True)
class ElementFinding:
    """The status of one element.

    Attributes:
        element: The id of the element.
        status: The status of the element.
        ruling: The event of the ruling that decides it; empty where there is none.
    """

    element: str
    status: ElementStatus
    ruling: str = ""

    def __str__(self) -> str:
        return f"{self.element} {self.status.value}"


@frozen(kw_only=True)
class ExceptionFinding:
    """The status of one exception, for one claim against some defendants.

    Attributes:
        exception: The exception.
        claim: The id of the claim.
        defendants: The defendants concerned; empty where the file names none.
        open_to: True if the exception is open against defendants of that kind; None where the kind is not known.
        elements: Its elements.
        on: The day.
    """

    exception: ExceptionClause
    claim: str
    defendants: tuple[str, ...]
    open_to: bool | None
    elements: tuple[ElementFinding, ...]
    on: UncertainDate

    def __str__(self) -> str:
        elements = "; ".join(map(str, self.elements))
        return f"({self.exception.value}) for claim {self.claim}, {self.on}: {elements}"

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
                status=f"elementstatus_{entry.status.value}",
                ruling=entry.ruling or None,
            )
            lines.append("  " + explain.say("plcaa.element", given, language))
        return "\n".join(lines)


def assess(claim: Claim, *, case: LegalCase, on: Day) -> tuple[ExceptionFinding, ...]:
    """The status, on the day *on*, of each exception that the plaintiff relies on for *claim*.

    Defendants with the same findings are listed together. An element whose status differs within the possible days is
    ``undetermined``.

    Raises:
        CaseError: The claim is none of the case.
    """
    if claim not in case.claims:
        raise case.error(f"no such claim: {claim.id!r}", "case.no_such_claim")
    day = day_argument(on, "on")
    events = replay.steps(case)
    states = replay.replay(case, events)
    possible = [states[count] for count in replay.reached(events, day.earliest, day.latest)]
    kinds = {party.name: party.kind for party in case.parties}
    names = claim.defendants or case.defendants or (UNNAMED,)
    found: list[ExceptionFinding] = []
    for clause in claim.exceptions or case.exceptions:
        entry = PlcaaException.lookup(clause)
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
    found = {_finding(state, claim, defendant, clause, element) for state in possible}
    if len(found) > 1:
        return ElementFinding(element=element, status=ElementStatus.UNDETERMINED)
    return found.pop()


def _finding(state: Snapshot, claim: str, defendant: str, clause: ExceptionClause, element: str) -> ElementFinding:
    states = (entry for entry in state.claims if (entry.claim, entry.defendant) == (claim, defendant))
    findings = (entry.findings[clause, element] for entry in states if (clause, element) in entry.findings)
    status, ruling = next(findings, (ElementStatus.NOT_REACHED, ""))
    return ElementFinding(element=element, status=status, ruling=ruling)


def table(cases: Sequence[LegalCase], language: Language = "en") -> str:
    """A text that lists, for each exception, the cases in which it is at issue, with their day, bar and outcome.

    >>> from armstrace.law.litigation import LegalCase
    >>> print(table([LegalCase.lookup("Adames"), LegalCase.lookup("Gustafson")]))
    (v) defect in design or manufacture
      Adames (2009-03-19): barred; reversed in part
      Gustafson (2025-03-31): barred; reversed
    """
    lines: list[str] = []
    for entry in PlcaaException.all():
        concerned = [case for case in cases if entry.clause in case.exceptions]
        if concerned:
            lines.append(f"({entry.clause.value}) {explain.term(f'exception_{entry.clause.value}', language)}")
        for case in concerned:
            decided = case.event(case.leading_event).date
            given = explain.values(
                case=case.title,
                date=decided,
                bar=f"plcaa_{case.status(on=decided).plcaa_bar.value}",
                outcome=f"event_{case.leading.disposition.value}",
            )
            lines.append("  " + explain.say("plcaa.case", given, language))
    return "\n".join(lines)
