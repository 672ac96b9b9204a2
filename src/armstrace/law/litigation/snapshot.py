"""The state of a suit after some of its events, as a value."""

from __future__ import annotations

from attrs import frozen

from armstrace.law.litigation.terms import Assessed, ExceptionClause, Ground, PlcaaBar, SuitStatus

# the whole suit, and a defendant whom the file does not name
WHOLE = ""
UNNAMED = ""


@frozen(kw_only=True)
class CellState:
    """What holds of one claim against one defendant, as a value.

    Attributes:
        claim: The id of the claim; empty for the whole suit.
        defendant: The defendant; empty where the file names none.
        live: Whether it is in.
        ground: Why it is out.
        by: The events that put and kept it out, or brought it back.
        bar: What the last ruling in force says of the PLCAA; None where none does.
        bar_by: The event of that ruling.
        findings: What is held of the elements of the exceptions: exception, element, assessment, event.
    """

    claim: str
    defendant: str
    live: bool
    ground: Ground | None
    by: tuple[str, ...]
    bar: PlcaaBar | None
    bar_by: str
    findings: tuple[tuple[ExceptionClause, str, Assessed, str], ...]


@frozen(kw_only=True)
class Snapshot:
    """The state of a suit after some of its events.

    Attributes:
        suit: Where it stands.
        bar: What stands on whether the PLCAA bars it.
        operative: The event of the last ruling in force on that; empty where there is none.
        cells: Each claim against each defendant that has come in.
        flags: What the file leaves to be wondered at: code and event.
    """

    suit: SuitStatus
    bar: PlcaaBar
    operative: str
    cells: tuple[CellState, ...]
    flags: tuple[tuple[str, str], ...]
