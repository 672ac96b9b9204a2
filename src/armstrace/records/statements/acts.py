"""Acts: what a party did, is doing or is to do about a matter: look into it, raise it, send records.

>>> from armstrace.parties import Party
>>> act = Act(kind=ActKind.INVESTIGATE, actor=Party.lookup("U.S. government"), matter="arms from army stocks")
>>> print(act)
Government of the United States: to investigate: arms from army stocks
>>> act.label("es")
'Gobierno de Estados Unidos: investigar: arms from army stocks'
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.parties import Party
from armstrace.records.statements.statements import Proposition


class ActKind(StrEnum):
    """What is done.

    Attributes:
        INVESTIGATE: Look into a matter.
        TAKE_STEPS: Do something about it; what, is not stated.
        WORK_TOGETHER: Work on it with another party.
        RAISE: Bring it up with another party.
        DISCUSS: Talk of it with another party.
        SPEAK_TO: Say something on it.
        WARN: Warn another party of it.
        SEND_RECORDS: Send another party records by which things can be compared.
        KNOW: Be aware of it.
        BE_UNAWARE: Know nothing of it.
        MAKE: Make something.
        USE: Use something.
        SUE: Bring a suit against somebody.
        RULE: Decide it, as a court.
    """

    INVESTIGATE = "investigate"
    TAKE_STEPS = "take_steps"
    WORK_TOGETHER = "work_together"
    RAISE = "raise"
    DISCUSS = "discuss"
    SPEAK_TO = "speak_to"
    WARN = "warn"
    SEND_RECORDS = "send_records"
    KNOW = "know"
    BE_UNAWARE = "be_unaware"
    MAKE = "make"
    USE = "use"
    SUE = "sue"
    RULE = "rule"


@frozen(kw_only=True)
class Act(Proposition):
    """Something a party does about a matter.

    Attributes:
        kind: What is done.
        actor: Who does it; None if the table of parties does not have the party.
        named: The actor as the source names it.
        toward: With, to or before whom.
        matter: The matter, in a few words.
        about: The content that it is about, where that is content too.
        on: The day; None if it is not known, or the act is still to come.
    """

    kind: ActKind
    actor: Party | None = None
    named: str = ""
    toward: Party | None = None
    matter: str = ""
    about: tuple[Proposition, ...] = ()
    on: UncertainDate | None = None

    def label(self, language: explain.Language = "en") -> str:
        """The act in one line: who, what, toward whom, the matter."""
        who = self.actor.label(language) if self.actor else self.named
        what = explain.term(f"act_{self.kind}", language)
        matter = self.matter or "; ".join(content.label(language) for content in self.about)
        whom = f"{what} ({self.toward.label(language)})" if self.toward else what
        return ": ".join(part for part in (who, whom, matter) if part)
