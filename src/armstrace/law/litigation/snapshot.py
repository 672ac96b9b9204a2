"""The state of a suit after some of its events, as a value."""

from __future__ import annotations

from attrs import frozen

from armstrace.law.litigation.immunity import ElementStatus, ExceptionClause, PlcaaBar
from armstrace.law.litigation.procedure import Ground, SuitStatus

# the id of the whole suit where the file lists no claims, and the name of a defendant whom the file does not name
WHOLE = ""
UNNAMED = ""


@frozen(kw_only=True)
class ClaimSnapshot:
    """The state of one claim against one defendant.

    Attributes:
        claim: The id of the claim; empty for the whole suit.
        defendant: The defendant; empty where the file names none.
        live: True while the claim is in the suit.
        ground: Why it is out.
        by: The events that put and kept it out, or brought it back.
        bar: The last holding in force on the PLCAA; None where there is none.
        bar_by: The event of that ruling.
        findings: The holdings in force on the elements of the exceptions: exception, element, status, event.
    """

    claim: str
    defendant: str
    live: bool
    ground: Ground | None
    by: tuple[str, ...]
    bar: PlcaaBar | None
    bar_by: str
    findings: tuple[tuple[ExceptionClause, str, ElementStatus, str], ...]


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
    claims: tuple[ClaimSnapshot, ...]
    flags: tuple[tuple[str, str], ...]
