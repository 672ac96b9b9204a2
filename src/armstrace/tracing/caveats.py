"""What must be known before relying on trace data; it travels with each number as data.

>>> ATF_TRACE_DATA.explain().partition(";")[0]
'not every crime gun is traced and not every traced gun was used in crime'
>>> [caveat.code for caveat in for_channel(SourceChannel.ATF_TRACE_SYSTEM)]
['trace.atf_trace_data', 'trace.tiahrt', 'trace.not_legal_advice']
"""

from __future__ import annotations

from armstrace.explain import Caveat
from armstrace.records.chains import NO_WRONGDOING as NO_WRONGDOING  # noqa: PLC0414  # all caveats of tracing stand here
from armstrace.sources import SourceChannel

ATF_TRACE_DATA = Caveat(code="trace.atf_trace_data")
TIAHRT = Caveat(code="trace.tiahrt")
NOT_LEGAL_ADVICE = Caveat(code="trace.not_legal_advice")


def for_channel(channel: SourceChannel) -> tuple[Caveat, ...]:
    """The caveats of trace data from this channel.

    The rider that restricts disclosure concerns ATF's trace system; where the way is not known it may apply.
    """
    if channel in (SourceChannel.ATF_TRACE_SYSTEM, SourceChannel.UNKNOWN):
        return (ATF_TRACE_DATA, TIAHRT, NOT_LEGAL_ADVICE)
    return (ATF_TRACE_DATA,)
