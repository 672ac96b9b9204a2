"""Figures compared with the records of single seizures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from armstrace.counts import value as counts
from armstrace.counts.value import Count
from armstrace.reconciliation.findings import Finding, FindingKind
from armstrace.records.figures.tallies import Measure, Tally, Unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from armstrace.dates.value import UncertainDate
    from armstrace.places.place import Place
    from armstrace.reconciliation.figures import Figure
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.records.seizures import Seizure
    from armstrace.weapons.weapon import Weapon

_TAKEN = (Measure.SEIZED, Measure.FOUND, Measure.SURRENDERED, Measure.CAPTURED, Measure.RECOVERED)


def compared(found: Sequence[Figure], seizures: Iterable[Seizure]) -> Iterator[tuple[Figure, Finding]]:
    """Findings that compare a figure of things taken with the total of the seizures that it includes.

    Each comes with its figure. A figure that includes none of the seizures has no finding.
    """
    shown = [(seizure, weapon) for seizure in seizures for weapon in seizure.recorded()]
    if not shown:
        return
    for figure in found:
        tally = figure.tally
        if tally.measure not in _TAKEN or tally.unit is not Unit.PIECE:
            continue
        included: list[tuple[Seizure, Count]] = []
        for seizure, weapon in shown:
            if _includes(tally, weapon):
                included.append((seizure, Count.exact(weapon.count) if weapon.count is not None else Count.at_least(1)))
        if not included:
            continue
        total = counts.total(count for _, count in included)
        records = tuple(dict.fromkeys(seizure for seizure, _ in included))
        if total.above(figure.count):
            kind = FindingKind.GAP
        elif total.agrees(figure.count):
            kind = FindingKind.SAME
        else:
            kind = FindingKind.REST
        gap = None if kind is FindingKind.SAME else total.gap(figure.count)
        yield figure, Finding(kind=kind, tallies=(tally,), seizures=records, gap=gap, causes=("records",))


def repeated(seizures: Iterable[Seizure]) -> Iterator[Finding]:
    """Findings on seizures that occur two or more times with the same id, day, place and things.

    Seizures without an id and without a known serial number are not compared.
    """
    groups: dict[Hashable, list[Seizure]] = defaultdict(list)
    for seizure in seizures:
        if seizure.id is not None or any(item.weapon.serial.is_known for item in seizure.items):
            groups[seizure.id, seizure.date, seizure.place, seizure.items].append(seizure)
    for group in groups.values():
        if len(group) > 1:
            yield Finding(kind=FindingKind.DOUBLE_COUNT, seizures=tuple(group), causes=("records",))


def _includes(tally: Tally, shown: RecordedWeapon) -> bool:
    """True if the tally certainly counts the weapon of the record *shown*, by its sort, day and place."""
    return (
        _includes_sort(tally, shown.weapon)
        and _includes_day(tally, shown.date)
        and _includes_place(tally.place, shown.place)
    )


def _includes_sort(tally: Tally, weapon: Weapon) -> bool:
    return (
        (not tally.kinds or any(weapon.kinds.must_be(kind) for kind in tally.kinds))
        and not tally.traits
        and tally.caliber in (None, weapon.caliber)
        and tally.fire_modes in (None, weapon.fire_modes)
    )


def _includes_day(tally: Tally, day: UncertainDate | None) -> bool:
    return tally.period is None or (day is not None and tally.period.contains(day) is True)


def _includes_place(whole: Place | None, place: Place | None) -> bool:
    if whole is None or place is None or whole.country != place.country:
        return whole is None
    return whole.state is None or (whole.state == place.state and whole.municipality in ("", place.municipality))
