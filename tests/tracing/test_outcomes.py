"""Outcomes, channels and diversion."""

from __future__ import annotations

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.counts.value import Count, total
from armstrace.errors import ParseError
from armstrace.records.incidents import Incident
from armstrace.records.statements.statements import Stance, Statement
from armstrace.records.transfers import DiversionPoint, Transfer
from armstrace.sources import Citation, Source, SourceChannel
from armstrace.tracing.caveats import for_channel
from armstrace.tracing.diversion import diversion
from armstrace.tracing.outcomes import Reached, TraceFailure, TraceOutcome, TraceSource

CITED = (Citation(source=Source(title="a.html")),)


def test_the_two_parts_of_us_sourced_add_up() -> None:
    """2024: 13,004 made in the US and 5,245 imported into it; 18,249 US-sourced."""
    assert 18_249 == total([Count.exact(13_004), Count.exact(5245)]).value


@pytest.mark.parametrize(
    ("source", "us"),
    [
        (TraceSource.US_MADE, True),
        (TraceSource.US_IMPORTED, True),
        (TraceSource.US_SOURCED, True),
        (TraceSource.FOREIGN, False),
        (TraceSource.UNDETERMINED_COUNTRY, None),
        (TraceSource.UNKNOWN, None),
    ],
)
def test_us_sourced_is_made_or_imported(source: TraceSource, *, us: bool | None) -> None:
    assert us is TraceOutcome(source=source).us_sourced


@pytest.mark.parametrize(
    "wrong",
    [
        {"reached": Reached.PURCHASER_IDENTIFIED, "failures": frozenset({TraceFailure.DUPLICATE_REQUEST})},
        {"reached": Reached.NOT_SUBMITTED, "failures": frozenset({TraceFailure.DUPLICATE_REQUEST})},
        {"reached": Reached.NOT_SUBMITTED, "source": TraceSource.US_MADE},
    ],
)
def test_outcomes_that_contradict_themselves_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ParseError):
        TraceOutcome(**wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_an_outcome_in_words_and_as_data() -> None:
    outcome = TraceOutcome(
        source=TraceSource.FOREIGN,
        reached=Reached.PURCHASER_NOT_DETERMINED,
        failures=frozenset({TraceFailure.MADE_ABROAD_NEVER_IMPORTED}),
        channel=SourceChannel.COURT_FILE,
    )
    assert str(outcome) == "from another country; purchaser not determined; made abroad and never imported"
    assert outcome.explain("es").splitlines()[-1] == "  nota: haber tenido antes un arma no implica falta alguna"
    assert outcome == from_plain(to_plain(outcome), TraceOutcome)


@pytest.mark.parametrize("channel", SourceChannel)
def test_the_rider_goes_with_the_trace_system_and_with_what_is_not_said(channel: SourceChannel) -> None:
    codes = [caveat.code for caveat in for_channel(channel)]
    assert codes[0] == "trace.atf_trace_data"
    assert ("trace.tiahrt" in codes) is (channel in (SourceChannel.ATF_TRACE_SYSTEM, SourceChannel.UNKNOWN))


def said(stance: Stance, point: DiversionPoint) -> Statement:
    return Statement(named="A", stance=stance, proposition=Transfer(diversion=point), cited=CITED)


THEFT, STRAW = DiversionPoint.STOCKPILE_THEFT, DiversionPoint.STRAW_PURCHASE


@pytest.mark.parametrize(
    ("statements", "point"),
    [
        ([], DiversionPoint.UNKNOWN),
        ([said(Stance.ALLEGE, THEFT)], THEFT),
        ([said(Stance.ALLEGE, THEFT), said(Stance.ASSERT, THEFT)], THEFT),
        ([said(Stance.ALLEGE, THEFT), said(Stance.REPORT, STRAW)], DiversionPoint.CONTESTED),
        ([said(Stance.ALLEGE, THEFT), said(Stance.DENY, THEFT)], DiversionPoint.CONTESTED),
        ([said(Stance.ALLEGE, THEFT), said(Stance.DENY, STRAW)], THEFT),
        ([said(Stance.DENY, THEFT)], DiversionPoint.UNKNOWN),
        ([said(Stance.DEMAND, THEFT)], DiversionPoint.UNKNOWN),
        ([said(Stance.ALLEGE, DiversionPoint.UNKNOWN)], DiversionPoint.UNKNOWN),
        ([Statement(named="A", stance=Stance.ALLEGE, proposition=Incident(), cited=CITED)], DiversionPoint.UNKNOWN),
    ],
)
def test_a_point_is_what_statements_agree_on(statements: list[Statement], point: DiversionPoint) -> None:
    assert point is diversion(statements).point


def test_a_contested_point_keeps_who_says_what() -> None:
    lines = diversion([said(Stance.ALLEGE, THEFT), said(Stance.DENY, THEFT)]).explain().splitlines()
    assert lines[0] == "point of diversion contested"
    assert [line.split()[1] for line in lines[1:3]] == ["alleges:", "denies:"]
    assert "no wrongdoing" in lines[3]
