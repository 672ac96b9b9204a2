"""The status of a suit on a day, as a value that explains itself.

>>> from armstrace.law.litigation import LegalCase
>>> case = LegalCase.lookup("Mexico v. Smith & Wesson")
>>> status = case.status(on="2024-08-08")
>>> print(status)
Mexico v. Smith & Wesson, end of 2024-08-08: pending, the Supreme Court asked to hear it; PLCAA: not barred as pleaded
>>> status.suit_status.value, status.plcaa_bar.value, str(status.operative_ruling.citation)
('pending_cert_petition', 'not_barred_as_pleaded', '91 F.4th 511')
>>> status.dismissed[0].ground.value, len(status.dismissed[0].defendants)
('personal_jurisdiction', 6)

Of an event, perhaps only the month is known. On a day of that month the event may have happened or not, and several
states are possible:

>>> status = case.status(on="2022-10-15")
>>> status.suit_status.value, [state.suit_status.value for state in status.possible]
('undetermined', ['dismissed', 'dismissed_appeal_pending'])

A stored status is out of date if its stamp has changed, or if the case has another digest by now:

>>> status.stamp.changed(), status.case_digest == case.digest
((), True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.explain import Caveat
from armstrace.law.litigation.immunity import PlcaaBar
from armstrace.law.litigation.procedure import Ground, SuitStatus
from armstrace.law.litigation.rulings import Ruling
from armstrace.stamps import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.explain import Language


@frozen(kw_only=True)
class Dismissal:
    """Defendants who are out, and why.

    Attributes:
        defendants: Their names.
        ground: Why they are out.
        by: The event that dismissed them.
    """

    defendants: tuple[str, ...]
    ground: Ground
    by: str


@frozen(kw_only=True)
class ClaimStanding:
    """The standing of one claim against one defendant.

    Attributes:
        claim: The id of the claim; empty where the file lists no claims.
        defendant: The defendant; empty where the file names none.
        live: True if the claim is in the suit.
        ground: Why it is out.
        plcaa_bar: The last holding in force on the PLCAA; ``not_ruled`` where there is none.
        ruling: The event of that ruling; empty where there is none.
    """

    claim: str
    defendant: str
    live: bool
    ground: Ground | None
    plcaa_bar: PlcaaBar
    ruling: str


@frozen(kw_only=True)
class CaseStatus:
    """The status of a suit at the end of a day.

    Attributes:
        case_id: The id of the case.
        case_name: Its short name.
        on: The day.
        suit_status: The status; ``undetermined`` where it differs within the possible days.
        plcaa_bar: The holding in force on the bar of the PLCAA; ``undetermined`` likewise, and ``partly_barred`` where
            it differs by claim or defendant.
        operative_event: The event of the last ruling in force on the bar; empty where there is none or it differs.
        operative_ruling: That ruling.
        live_defendants: The defendants who are in, in each possible state.
        dismissed: The defendants who are out, in each possible state, by ground.
        claims: Each claim against each defendant; empty where that differs.
        caveats: Limits of the answer.
        possible: The possible states, from the fewest events to the most, where there are several.
        stamp: The version of the library, and the tables of courts and of the Act that the status rests on.
        case_digest: The digest of the case that the status was derived from.
    """

    case_id: str
    case_name: str
    on: UncertainDate
    suit_status: SuitStatus
    plcaa_bar: PlcaaBar
    operative_event: str = ""
    operative_ruling: Ruling | None = field(default=None, repr=False)
    live_defendants: tuple[str, ...] = ()
    dismissed: tuple[Dismissal, ...] = field(default=(), repr=False)
    claims: tuple[ClaimStanding, ...] = field(default=(), repr=False)
    caveats: tuple[Caveat, ...] = field(default=(), repr=False)
    possible: tuple[CaseStatus, ...] = field(default=(), repr=False)
    stamp: Stamp = field(repr=False)
    case_digest: str = field(repr=False)

    @property
    def determined(self) -> bool:
        """True if only one state is possible."""
        return not self.possible

    def __str__(self) -> str:
        return explain.say("status.account", account_values(self))

    def explain(self, language: Language = "en") -> str:
        """The answer in a few lines: the status, its ruling, the defendants in and out, the caveats."""
        lines = [explain.say("status.account", account_values(self), language)]
        lines += [f"  {line}" for line in _details(self, language)]
        for state in self.possible:
            lines.append("  " + explain.say("status.possible", account_values(state), language))
            lines += [f"    {line}" for line in _details(state, language)]
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)


@frozen(kw_only=True)
class Step:
    """An event, and the status of the suit after it.

    Attributes:
        event: The id of the event; for a party that joined or left, ``party_joined:`` or ``party_left:`` and the name.
        status: The status on the last day on which the event may have happened.
        changed: True if the event changed the status.
    """

    event: str
    status: CaseStatus
    changed: bool


def account_values(state: CaseStatus) -> explain.Values:
    """The values of a status for the sentences that state it: the case, the day, the suit and the bar."""
    return explain.values(
        case=state.case_name,
        on=state.on,
        suit=f"suit_{state.suit_status.value}",
        bar=f"plcaa_{state.plcaa_bar.value}",
    )


def _details(state: CaseStatus, language: Language) -> Iterable[str]:
    if state.operative_ruling is not None:
        yield explain.say("status.ruling", explain.values(ruling=state.operative_ruling), language)
    if state.live_defendants:
        yield explain.say("status.live", explain.values(names="; ".join(state.live_defendants)), language)
    for entry in state.dismissed:
        given = explain.values(names="; ".join(entry.defendants), ground=f"ground_{entry.ground.value}")
        yield explain.say("status.out", given, language)
