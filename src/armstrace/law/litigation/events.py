"""The events of a suit."""

from __future__ import annotations

from attrs import field, frozen

from armstrace.dates.value import UncertainDate
from armstrace.law.litigation.courts import Court
from armstrace.law.litigation.procedure import EventKind, Ground
from armstrace.law.litigation.rulings import Ruling


@frozen(kw_only=True)
class Event:
    """An event in a suit.

    Attributes:
        id: The id within the case.
        date: The day, within bounds.
        court: The court; None where it is not in the table.
        docket: The docket number there.
        kind: The kind of event.
        affects: The defendants concerned; empty for all remaining ones, and on appeal for all parties to it.
        ground: Why defendants leave by it, where it is no ruling.
        ruling: The ruling, where it is one.
        sources: Where it was read.
        unverified: The fields that rest on general knowledge or inference.
        note: A remark for the reader.
    """

    id: str
    date: UncertainDate
    court: Court | None = None
    docket: str = ""
    kind: EventKind
    affects: tuple[str, ...] = ()
    ground: Ground | None = None
    ruling: Ruling | None = None
    sources: tuple[str, ...] = field(default=(), repr=False)
    unverified: tuple[str, ...] = ()
    note: str = field(default="", repr=False)

    @property
    def verified(self) -> bool:
        """True if every field was seen in a source."""
        return not self.unverified
