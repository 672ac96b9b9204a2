"""The class of a thing under a scheme, on a day, with what it rests on.

>>> from armstrace.law.classification.schemes import Scheme
>>> bare = {"scheme": Scheme.MX, "outcome": "undetermined", "basis": LegalBasis.MISSING_FACTS}
>>> open_answer = Classification(**bare, settled_by=("caliber",))
>>> open_answer.determined, open_answer.settles_with()
(False, ('caliber',))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.explain import Agreement, Caveat, Language, Reason
from armstrace.law.classification.decision import LegalBasis
from armstrace.law.classification.schemes import UNDETERMINED, Scheme
from armstrace.law.provisions import Provision
from armstrace.stamps import Stamp

if TYPE_CHECKING:
    from collections.abc import Sequence


@frozen(kw_only=True)
class PracticeNote:
    """A statement of an authority or a court on how such things are treated, which never replaces a class.

    Attributes:
        id: The id.
        citation: Who made it, where and when.
        code: The sentence of the wording tables that gives its content.
        verified: True if its outcome was seen.
        source: Where it was read.
    """

    id: str
    citation: str
    code: str
    verified: bool = True
    source: str = ""

    def explain(self, language: Language = "en") -> str:
        """Who made the statement, and its content."""
        return f"{self.citation}: {explain.say(self.code, (), language)}"


@frozen(kw_only=True)
class Classification:
    """The class of a weapon under a scheme, on a date, and why.

    Attributes:
        scheme: The scheme.
        outcome: A class of the scheme, or ``undetermined``.
        basis: What the answer rests on.
        candidates: The classes it may have; a single class where it is determined.
        provisions: The provisions that name the thing, or may.
        missing: The facts that would help to settle it: ``caliber``, ``fire_modes``, ``legal_word``, ``date``, …
        settled_by: The missing facts of which any would settle it alone, whatever it turned out to be.
        reasons: What gives it a class, and what may.
        caveats: What must be known before relying on it.
        practice: Statements of authorities or courts on such things.
        on: The day it is for; None where no day was given.
        stamp: The library and the tables that it rests on; left out of equality, so that the answers of two editions
            compare by what they state. None for an answer that was not made by `classify`.
    """

    scheme: Scheme
    outcome: str
    basis: LegalBasis
    candidates: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    missing: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    practice: tuple[PracticeNote, ...] = ()
    on: UncertainDate | None = None
    stamp: Stamp | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        day = f"on {self.on}" if self.on else "whatever the day"
        candidates = f": {', '.join(self.candidates)}" if self.candidates and not self.determined else ""
        return f"{self.scheme} {day}: {self.outcome}{candidates}"

    @property
    def determined(self) -> bool:
        """True if the class is settled."""
        return self.outcome != UNDETERMINED

    def settles_with(self) -> tuple[str, ...]:
        """The facts of which any would settle the class alone, whatever it turned out to be.

        Empty where it is settled, where several facts are needed, and where the law itself is open.
        """
        return self.settled_by

    def explain(self, language: Language = "en") -> str:
        """A note of at most five lines: the class and its day, what names it, what may, what is missing, caveats."""
        lines = [
            self._heading(language),
            self._listed("law.note_for", [r for r in self.reasons if r.agreement is Agreement.SAME], language),
            self._listed("law.note_open", [r for r in self.reasons if r.agreement is not Agreement.SAME], language),
            self._facts(language),
            self._listed("law.note_caveats", [*self.caveats, *self.practice], language),
        ]
        return "\n".join(line for line in lines if line)

    def _heading(self, language: Language) -> str:
        given = explain.values(
            scheme=self.scheme.id,
            outcome=self.outcome,
            basis=self.basis.value,
            candidates=explain.joined(self.candidates),
            on=self.on if self.on is not None else explain.term("no_date", language),
        )
        code = "law.determined" if self.determined else "law.open" if self.candidates else "law.none"
        return explain.say(code, given, language)

    def _facts(self, language: Language) -> str:
        if not self.missing:
            return ""
        if self.settled_by:
            given = explain.values(facts=explain.joined(self.missing), settled_by=explain.joined(self.settled_by))
            return "  " + explain.say("law.note_settles", given, language)
        return "  " + explain.say("law.missing", explain.values(facts=explain.joined(self.missing)), language)

    @staticmethod
    def _listed(code: str, parts: Sequence[Reason | Caveat | PracticeNote], language: Language) -> str:
        text = "; ".join(part.explain(language) for part in parts)
        return "  " + explain.say(code, explain.values(text=text), language) if text else ""
