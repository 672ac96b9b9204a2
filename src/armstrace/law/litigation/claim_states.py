"""The state of each claim against each defendant during the replay of events.

A claim is in or out; if out, on a ground and by a chain of rulings. It keeps the last holdings in force on the PLCAA.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field

from armstrace.law.litigation.snapshot import UNNAMED, WHOLE, ClaimSnapshot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.law.litigation.case_record import CaseRecord
    from armstrace.law.litigation.immunity import ElementStatus, ExceptionClause, PlcaaBar
    from armstrace.law.litigation.procedure import Ground
    from armstrace.law.litigation.rulings import Holding

# the id of a claim and the name of a defendant
ClaimKey: TypeAlias = tuple[str, str]


@define(kw_only=True)
class ClaimState:
    """The state of one claim against one defendant."""

    joined: bool = True
    live: bool = True
    remand_pending: bool = False  # held barred above, and still to be dismissed below
    ground: Ground | None = None
    support: tuple[str, ...] = ()
    bar: PlcaaBar | None = None
    bar_by: str = ""
    findings: dict[tuple[ExceptionClause, str], tuple[ElementStatus, str]] = field(factory=dict)

    def join(self) -> None:
        """The defendant joins the suit."""
        self.joined = self.live = True

    def dismiss(self, event_id: str, ground: Ground) -> None:
        """The claim is out by this event."""
        self.live, self.remand_pending, self.ground, self.support = False, False, ground, (event_id,)

    def reinstate(self, event_id: str) -> None:
        """The claim is in again by this event."""
        self.live, self.ground, self.support = True, None, (event_id,)

    def keep_out(self, event_id: str, ground: Ground | None) -> None:
        """A reviewing court upholds the dismissal, perhaps on another ground."""
        self.support = (*self.support, event_id)
        self.ground = ground or self.ground

    def reverse(self, reviewed: str) -> None:
        """The holdings of the ruling *reviewed* are no longer in force."""
        self.findings.clear()
        if reviewed and self.bar_by == reviewed:
            self.bar, self.bar_by = None, ""

    def hold(self, event_id: str, holding: Holding) -> None:
        """The holding of this event on the PLCAA is the last in force."""
        if holding.bar is not None:
            self.bar, self.bar_by = holding.bar, event_id
        for finding in holding.findings:
            self.findings[finding.exception, finding.element] = (finding.status, event_id)

    def snapshot(self, key: ClaimKey) -> ClaimSnapshot:
        """The state as a value."""
        return ClaimSnapshot(
            claim=key[0],
            defendant=key[1],
            live=self.live,
            ground=self.ground,
            by=self.support,
            bar=self.bar,
            bar_by=self.bar_by,
            findings=tuple((*element, *status) for element, status in sorted(self.findings.items())),
        )


class ClaimStates(dict[ClaimKey, ClaimState]):
    """The states of all claims of a suit."""

    @classmethod
    def of(cls, case: CaseRecord) -> ClaimStates:
        """The states before the first event; who joins later is out until then."""
        later = {party.name for party in case.parties if party.joined is not None}
        return cls(
            ((claim_id, name), ClaimState(joined=name not in later, live=name not in later))
            for claim_id, against in [(c.id, c.defendants) for c in case.claims] or [(WHOLE, ())]
            for name in against or case.defendants or (UNNAMED,)
        )

    def against(self, names: tuple[str, ...]) -> list[ClaimKey]:
        """The claims against the defendants *names*, or all."""
        return [key for key in self if not names or key[1] in names]

    def live(self, keys: Iterable[ClaimKey]) -> list[ClaimKey]:
        """Those of *keys* that are in."""
        return [key for key in keys if self[key].live]
