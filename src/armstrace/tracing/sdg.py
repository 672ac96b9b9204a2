"""Indicator 16.4.2 of the Sustainable Development Goals, from records, with its definition and bounds.

The indicator is the part of arms seized, found or surrendered whose point of diversion was established, by tracing or
by a competent authority.

>>> from armstrace import samples
>>> share = sdg_16_4_2(samples.seizures().seizures, [])
>>> print(share.denominator, share.percent)
0.. None
>>> [caveat.code for caveat in share.caveats][0]
'sdg.modes_unknown'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from armstrace import explain
from armstrace.counts import value as counts
from armstrace.counts.value import Count
from armstrace.explain import Caveat
from armstrace.records.figures.shares import Share, ShareMethod
from armstrace.records.figures.tallies import Measure
from armstrace.records.seizures import RecoveryMode
from armstrace.tracing.caveats import for_channel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.dates.value import Period
    from armstrace.places.place import Place
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.records.seizures import Seizure
    from armstrace.sources import Citation
    from armstrace.tracing.outcomes import TraceOutcome
    from armstrace.weapons.weapon import Weapon

_Key: TypeAlias = "tuple[Citation, str | None, Weapon]"

DEFINITION = "SDG 16.4.2: arms whose point of diversion was established / arms seized, found or surrendered"
_COUNTED = (RecoveryMode.SEIZED, RecoveryMode.FOUND, RecoveryMode.SURRENDERED)


def sdg_16_4_2(
    seizures: Iterable[Seizure],
    outcomes: Iterable[TraceOutcome],
    *,
    period: Period | None = None,
    place: Place | None = None,
    actor: str | None = None,
) -> Share:
    """The share of arms whose point of diversion was established.

    A record that does not say how many, or how the arms were recovered, widens the bounds; it is not left out and not
    taken for one of the three. An outcome counts if it names a point of diversion and its weapon stands in them.

    Args:
        seizures: The records of one period and place; the caller chooses them.
        outcomes: What came of the traces.
        period: The period that the records cover, to stand beside the figure.
        place: The place likewise.
        actor: Who recovered the arms, likewise.
    """
    given = [seizure for seizure in seizures if seizure.recovery_mode in (*_COUNTED, RecoveryMode.UNKNOWN)]
    whole: dict[_Key, list[Count]] = {}
    for seizure in given:
        for shown in seizure.recorded():
            whole.setdefault(_key(shown), []).append(_many(shown, certain=seizure.recovery_mode in _COUNTED))
    known = [outcome for outcome in outcomes if outcome.diversion.is_settled]
    part = {_key(outcome.recorded) for outcome in known if outcome.recorded is not None} & whole.keys()
    unsaid = sum(seizure.recovery_mode is RecoveryMode.UNKNOWN for seizure in given)
    caveats = [Caveat(code="sdg.modes_unknown", values=explain.values(count=unsaid))] if unsaid else []
    caveats += dict.fromkeys(caveat for outcome in known for caveat in for_channel(outcome.channel))
    return Share(
        numerator=counts.total(_one_of(whole[key]) for key in part),
        denominator=counts.total(count for found in whole.values() for count in found),
        part=Measure.TRACED,
        of=Measure.RECOVERED,
        method=ShareMethod.TRACED,
        period=period,
        place=place,
        actor=actor,
        definition=DEFINITION,
        caveats=tuple(caveats),
    )


def _key(shown: RecordedWeapon) -> _Key:
    return shown.citation, shown.record_id, shown.weapon


def _one_of(alike: list[Count]) -> Count:
    """The count of one traced item of a record that holds several alike, as bounds.

    The bounds reach from the smallest count to the sum of all, since it is not known which of them was traced.
    """
    return (
        alike[0] if len(alike) == 1 else Count(least=min(count.least for count in alike), most=counts.total(alike).most)
    )


def _many(shown: RecordedWeapon, *, certain: bool) -> Count:
    if certain:
        return Count.exact(shown.count) if shown.count is not None else Count.at_least(1)
    return Count(least=0, most=shown.count)
