"""The state of each claim against each defendant during the replay of events.

A claim is in or out; if out, on a ground and by a chain of rulings. It keeps the last holdings in force on the PLCAA.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.law.litigation.case_record import CaseRecord
    from armstrace.law.litigation.immunity import ElementStatus, ExceptionClause, PlcaaBar
    from armstrace.law.litigation.procedure import Ground
    from armstrace.law.litigation.rulings import Holding

# the id of the whole suit where the file lists no claims, and the name of a defendant whom the file does not name
WHOLE = ""
UNNAMED = ""
# the id of a claim and the name of a defendant
ClaimKey: TypeAlias = tuple[str, str]


@define(kw_only=True)
class ClaimState:
    """The state of one claim against one defendant.

    Attributes:
        claim: The id of the claim; empty for the whole suit.
        defendant: The defendant; empty where the file names none.
        joined: True from the day on which the defendant joined.
        live: True while the claim is in the suit.
        remand_pending: True if a higher court held the claim barred, and the court below has yet to dismiss it.
        ground: Why the claim is out.
        by: The events that dismissed the claim and kept it out, or brought it back.
        bar: The last holding in force on the PLCAA; None where there is none.
        bar_by: The event of that ruling.
        findings: The holdings in force on the elements of the exceptions, each with its event.
    """

    claim: str
    defendant: str
    joined: bool = field(default=True, eq=False)
    live: bool = True
    remand_pending: bool = field(default=False, eq=False)
    ground: Ground | None = None
    by: tuple[str, ...] = ()
    bar: PlcaaBar | None = None
    bar_by: str = ""
    findings: dict[tuple[ExceptionClause, str], tuple[ElementStatus, str]] = field(factory=dict)

    def join(self) -> None:
        """The defendant joins the suit, and the claim with it."""
        self.joined = self.live = True

    def dismiss(self, event_id: str, ground: Ground) -> None:
        """The event dismisses the claim on this ground."""
        self.live, self.remand_pending, self.ground, self.by = False, False, ground, (event_id,)

    def reinstate(self, event_id: str) -> None:
        """The event brings the claim back into the suit."""
        self.live, self.ground, self.by = True, None, (event_id,)

    def keep_out(self, event_id: str, ground: Ground | None) -> None:
        """The event, a ruling on review, upholds the dismissal; None leaves its ground as it is."""
        self.by, self.ground = (*self.by, event_id), ground or self.ground

    def reverse(self, reviewed: str) -> None:
        """The holdings of the ruling *reviewed*, the id of its event, are no longer in force.

        The holdings on elements of exceptions fall with it, whichever ruling they are from.
        """
        self.findings.clear()
        if reviewed and self.bar_by == reviewed:
            self.bar, self.bar_by = None, ""

    def hold(self, event_id: str, holding: Holding) -> None:
        """The holding of this event on the PLCAA is now the one in force; what it leaves out stays as it was."""
        if holding.bar is not None:
            self.bar, self.bar_by = holding.bar, event_id
        for finding in holding.findings:
            self.findings[finding.exception, finding.element] = (finding.status, event_id)


class ClaimStates(dict[ClaimKey, ClaimState]):
    """The state of each claim of a suit against each defendant, by the id of the claim and the defendant's name.

    At first a defendant who joins later is out.
    """

    def __init__(self, case: CaseRecord) -> None:
        later = {party.name for party in case.parties if party.joined is not None}
        for claim_id, against in [(claim.id, claim.defendants) for claim in case.claims] or [(WHOLE, ())]:
            for name in against or case.defendants or (UNNAMED,):
                joined = name not in later
                self[claim_id, name] = ClaimState(claim=claim_id, defendant=name, joined=joined, live=joined)

    def against(self, names: tuple[str, ...]) -> list[ClaimKey]:
        """The keys of the claims against the defendants *names*; of all claims if it is empty."""
        return [key for key in self if not names or key[1] in names]

    def live(self, keys: Iterable[ClaimKey]) -> list[ClaimKey]:
        """The keys, among *keys*, of the claims that are still in the suit."""
        return [key for key in keys if self[key].live]
