"""Indicator 16.4.2 from records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from armstrace.dates.value import UncertainDate
from armstrace.records.seizures import RecoveryMode, SeizedItem, Seizure
from armstrace.records.transfers import DiversionPoint
from armstrace.sources import Citation, Source, SourceChannel
from armstrace.tracing.outcomes import TraceOutcome
from armstrace.tracing.sdg import DEFINITION, sdg_16_4_2
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace.records.recorded import RecordedWeapon

SEIZURE = Seizure(
    id="1",
    items=(SeizedItem(weapon=Weapon(kinds=KindSet.of("rifle")), count=3), SeizedItem(weapon=Weapon(), count=1)),
    recovery_mode=RecoveryMode.SEIZED,
    date=UncertainDate.of_year(2022),
    citation=Citation(source=Source(title="a.csv"), row=4),
)
THEFT = DiversionPoint.STOCKPILE_THEFT


def outcome(recorded: RecordedWeapon | None, point: DiversionPoint = THEFT) -> TraceOutcome:
    return TraceOutcome(recorded=recorded, diversion=point, channel=SourceChannel.MINISTRY)


FIRST, SECOND = SEIZURE.recorded()


@pytest.mark.parametrize(
    ("seizures", "outcomes", "part", "whole", "percent"),
    [
        ([SEIZURE], [], "0", "4", "0.00"),
        ([SEIZURE], [outcome(FIRST)], "3", "4", "75.00"),
        ([SEIZURE], [outcome(FIRST), outcome(FIRST)], "3", "4", "75.00"),
        ([SEIZURE], [outcome(FIRST), outcome(SECOND)], "4", "4", "100.00"),
        (
            [SEIZURE],
            [outcome(FIRST, DiversionPoint.UNKNOWN), outcome(SECOND, DiversionPoint.CONTESTED)],
            "0",
            "4",
            "0.00",
        ),
        ([SEIZURE], [outcome(None), outcome(attrs.evolve(FIRST, record_id="9"))], "0", "4", "0.00"),
        ([attrs.evolve(SEIZURE, items=SEIZURE.items[1:] * 3)], [outcome(SECOND)], "1..3", "3", "33.33..100.00"),
        ([attrs.evolve(SEIZURE, recovery_mode=RecoveryMode.CAPTURED)], [outcome(FIRST)], "0", "0", "None"),
        ([attrs.evolve(SEIZURE, recovery_mode=RecoveryMode.UNKNOWN)], [outcome(FIRST)], "0..3", "0..4", "None"),
        ([attrs.evolve(SEIZURE, items=(SeizedItem(weapon=Weapon()),))], [], "0", "1..", "0.00"),
    ],
)
def test_bounds_of_the_indicator(
    seizures: list[Seizure], outcomes: list[TraceOutcome], part: str, whole: str, percent: str
) -> None:
    share = sdg_16_4_2(seizures, outcomes, actor="SEDENA")
    assert (part, whole, percent) == (str(share.numerator), str(share.denominator), str(share.percent))
    assert (DEFINITION, "SEDENA") == (share.definition, share.actor)


def test_caveats_travel_with_the_figure() -> None:
    unsaid = attrs.evolve(SEIZURE, id="2", recovery_mode=RecoveryMode.UNKNOWN)
    share = sdg_16_4_2([SEIZURE, unsaid], [outcome(FIRST), outcome(SECOND)])
    assert ["sdg.modes_unknown", "trace.atf_trace_data"] == [caveat.code for caveat in share.caveats]
    assert "entregadas: 1" in share.caveats[0].explain("es")
