"""The state of a suit after some of its events, as a value."""

from __future__ import annotations

from attrs import frozen

from armstrace.law.litigation.claim_states import ClaimState
from armstrace.law.litigation.immunity import PlcaaBar
from armstrace.law.litigation.procedure import SuitStatus


@frozen(kw_only=True)
class Snapshot:
    """The state of a suit after some of its events.

    Attributes:
        suit: The status of the suit.
        bar: The holding in force on the bar of the PLCAA.
        operative: The event of the last ruling in force on that; empty where there is none.
        claims: Each claim against each defendant that has joined.
        flags: What the file leaves open: code and event.
    """

    suit: SuitStatus
    bar: PlcaaBar
    operative: str
    claims: tuple[ClaimState, ...]
    flags: tuple[tuple[str, str], ...]
