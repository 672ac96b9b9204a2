"""What came of a trace: where the weapon comes from, whether a purchaser was found, and why not.

>>> outcome = TraceOutcome(source=TraceSource.US_IMPORTED, reached=Reached.PURCHASER_NOT_DETERMINED,
...                        failures=frozenset({TraceFailure.REQUEST_INCOMPLETE_OR_INVALID}))
>>> outcome.us_sourced
True
>>> [caveat.code for caveat in outcome.caveats]
['trace.atf_trace_data', 'trace.tiahrt', 'trace.not_legal_advice', 'custody.no_wrongdoing']
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.statements.statements import Proposition
from armstrace.records.transfers import DiversionPoint
from armstrace.sources import SourceChannel
from armstrace.tracing.caveats import NO_WRONGDOING, for_channel

if TYPE_CHECKING:
    from armstrace.explain import Caveat


class TraceSource(StrEnum):
    """Where a weapon comes from."""

    US_MADE = "us_made"  #: Made in the United States.
    US_IMPORTED = "us_imported"  #: Made elsewhere, and imported into the United States by a licensee.
    US_SOURCED = "us_sourced"  #: One of the two; which, is not said.
    FOREIGN = "foreign"  #: From another country, and never in the United States as far as the trace shows.
    UNDETERMINED_COUNTRY = "undetermined_country"  #: The trace did not find out.
    UNKNOWN = "unknown"  #: Not said.


class Reached(StrEnum):
    """The last step that a trace reached."""

    NOT_SUBMITTED = "not_submitted"  #: The weapon was not sent for tracing.
    PURCHASER_IDENTIFIED = "purchaser_identified"  #: To a retail purchaser.
    FOREIGN_COUNTRY = "foreign_country"  #: To another country.
    PURCHASER_NOT_DETERMINED = "purchaser_not_determined"  #: To no purchaser.
    UNKNOWN = "unknown"  #: Not said.


class TraceFailure(StrEnum):
    """Why no purchaser was identified, as published reports name it."""

    MADE_ABROAD_NEVER_IMPORTED = "made_abroad_never_imported"
    REQUEST_INCOMPLETE_OR_INVALID = "request_incomplete_or_invalid"
    LAWFULLY_EXPORTED_AND_SOLD_ABROAD = "lawfully_exported_and_sold_abroad"
    SERIAL_ALTERED_OR_ERASED = "serial_altered_or_erased"
    DEALER_GONE_OR_UNREACHABLE = "dealer_gone_or_unreachable"
    LICENSEE_RECORD_INCOMPLETE = "licensee_record_incomplete"
    DUPLICATE_REQUEST = "duplicate_request"


@frozen(kw_only=True)
class TraceOutcome(Proposition):
    """The outcome of the trace of one weapon.

    Attributes:
        recorded: The weapon and the record that shows it; None where only the outcome is published.
        source: Where the weapon comes from.
        reached: How far the trace came.
        failures: Why no purchaser was identified.
        sold: The day of the last known retail sale; None where it is not known.
        recovered: The day of the recovery.
        diversion: Where the weapon left the lawful chain, if a trace or an authority established it.
        channel: By which way the outcome came to the reader.
    """

    recorded: RecordedWeapon | None = None
    source: TraceSource = TraceSource.UNKNOWN
    reached: Reached = Reached.UNKNOWN
    failures: frozenset[TraceFailure] = frozenset()
    sold: UncertainDate | None = None
    recovered: UncertainDate | None = None
    diversion: DiversionPoint = DiversionPoint.UNKNOWN
    channel: SourceChannel = SourceChannel.UNKNOWN

    def __attrs_post_init__(self) -> None:
        if self.failures and self.reached is Reached.PURCHASER_IDENTIFIED:
            raise ParseError(
                "a purchaser was identified, and reasons why not are given",
                code="trace.contradiction",
                text=", ".join(self.failures),
            )
        if self.reached is Reached.NOT_SUBMITTED and (self.failures or self.source is not TraceSource.UNKNOWN):
            raise ParseError(
                "what was not sent for tracing has no outcome", code="trace.contradiction", text=self.source
            )

    @property
    def us_sourced(self) -> bool | None:
        """True if it was made in the United States or imported into it; None where that is not known."""
        if self.source in (TraceSource.US_MADE, TraceSource.US_IMPORTED, TraceSource.US_SOURCED):
            return True
        return False if self.source is TraceSource.FOREIGN else None

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What must be known before relying on it."""
        return (*for_channel(self.channel), NO_WRONGDOING)

    def label(self, language: explain.Language = "en") -> str:
        """The outcome in one line: source, last step reached, and why it ended there."""
        parts = [
            f"source_{self.source}",
            f"reached_{self.reached}",
            *(f"failure_{name}" for name in sorted(self.failures)),
        ]
        return "; ".join(explain.term(part, language) for part in parts)

    def explain(self, language: explain.Language = "en") -> str:
        """The outcome with its caveats."""
        lines = [self.label(language)]
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.label("en")
