"""The table of comparisons: the one list from which reasons, match models, fits and stamps derive.

A reason's code is the comparison and its level (``caliber.possible``), its weight what the match model gives that
level. A value that is missing on either side gives the level *unknown*, which weighs nothing.

>>> {comparison.name: comparison.values for comparison in COMPARISONS}["date"]
('date', 'sort')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.explain import Agreement
from armstrace.matching.comparisons import circumstances, same_event, serials, things
from armstrace.matching.comparisons.comparison import Comparison, Phase, ValueComparison, both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.explain import Reason
    from armstrace.matching.comparisons.comparison import Weights
    from armstrace.records.recorded import RecordedWeapon

_SAME, _NEAR, _DIFFERENT, _UNKNOWN = Agreement
_SERIAL, _THING, _CIRCUMSTANCE, _EVENT = (frozenset({phase}) for phase in Phase)


def _levels(*, same: str = "same", near: str = "", different: str = "different") -> dict[str, Agreement]:
    """Each level of a comparison with the agreement for which it stands; ``unknown`` is added.

    Several levels of one agreement are given as one text, such as ``"related similar"``.
    """
    by_agreement = {_SAME: same, _NEAR: near, _DIFFERENT: different, _UNKNOWN: "unknown"}
    return {level: agreement for agreement, levels in by_agreement.items() for level in levels.split()}


# in the order of the reasons of a match whose weights are equal
COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        name="serial", phases=_SERIAL, values=("weapon.serial",), tables=("serials",), levels=serials.LEVELS,
        parameters=("per_digit", "per_letter", "cap", "lookalike_rare"),
    ),
    ValueComparison(
        name="make", phases=_THING, values=("weapon.make",), tables=("makes",), contradicts=True, level=things.make,
        levels=_levels(near="related similar"),
    ),
    ValueComparison(
        name="model", phases=_THING, values=("weapon.model", "weapon.pattern"), tables=("models",), contradicts=True,
        level=things.model, levels=_levels(near="broader variant pattern"), shown=both(things.model_name),
    ),
    ValueComparison(
        name="caliber", phases=_THING, values=("weapon.caliber",), tables=("calibers",), contradicts=True,
        level=things.caliber, levels=_levels(near="interchangeable possible same_bore", different="conflict"),
    ),
    ValueComparison(
        name="kind", phases=_THING, values=("weapon.kinds", "weapon.model"), tables=("kinds", "models"),
        contradicts=True, level=things.kind, levels=_levels(near="compatible by_model overridden_by_model"),
        shown=things.kinds_shown,
    ),
    ValueComparison(
        name="import_mark", phases=_THING, values=("weapon.markings",), level=things.import_mark, levels=_levels(),
        shown=both(things.import_marks),
    ),
    ValueComparison(
        name="stock_number", phases=_THING, values=("weapon.stock_number",), level=things.stock_number,
        levels=_levels(),
    ),
    ValueComparison(
        name="when", phases=_EVENT, values=("date",), level=same_event.when,
        levels=_levels(near="near possible", different="far"),
    ),
    ValueComparison(
        name="where", phases=_EVENT, values=("place",), level=same_event.where, levels=_levels(near="state"),
    ),
    ValueComparison(
        name="lot", phases=_CIRCUMSTANCE | _EVENT, values=("weapon.lot",), level=circumstances.lot, levels=_levels(),
        batch_key=circumstances.lot_key,
    ),
    ValueComparison(
        name="headstamp", phases=_CIRCUMSTANCE | _EVENT, values=("weapon.headstamp",), level=circumstances.headstamp,
        levels=_levels(), batch_key=circumstances.headstamp_key,
    ),
    ValueComparison(
        name="date", phases=_CIRCUMSTANCE, values=("date", "sort"), level=circumstances.date,
        levels=_levels(same="in_order", different="before_record before_report"),
    ),
    ValueComparison(
        name="place", phases=_CIRCUMSTANCE, values=("place",), level=circumstances.place, levels=_levels(),
    ),
)  # fmt: skip


def of_phase(phase: Phase) -> tuple[ValueComparison, ...]:
    """The comparisons of values that are made in a phase, in the order of the table.

    >>> [comparison.name for comparison in of_phase(Phase.EVENT)]
    ['when', 'where', 'lot', 'headstamp']
    """
    return tuple(row for row in COMPARISONS if phase in row.phases and isinstance(row, ValueComparison))


THINGS, CIRCUMSTANCES, EVENT = map(of_phase, (Phase.THING, Phase.CIRCUMSTANCE, Phase.EVENT))
# what the things of one production batch share: the name of the comparison, and the value as text
BATCH_KEYS = {row.name: row.batch_key for row in CIRCUMSTANCES if row.batch_key is not None}


def paths(phases: Iterable[Phase]) -> tuple[str, ...]:
    """The paths of the values that the comparisons of these phases read, such as ``weapon.make``; none comes twice."""
    wanted = frozenset(phases)
    return tuple(dict.fromkeys(path for row in COMPARISONS if row.phases & wanted for path in row.values))


def reasons(
    comparisons: Iterable[ValueComparison], left: RecordedWeapon, right: RecordedWeapon, using: Weights
) -> tuple[Reason, ...]:
    """The reason of each comparison for two records, in the order of *comparisons*."""
    return tuple([row.reason(left, right, using) for row in comparisons])


def bits(comparisons: Iterable[ValueComparison], left: RecordedWeapon, right: RecordedWeapon, using: Weights) -> float:
    """The sum of the weights, in bits, that the comparisons of two records have."""
    return sum([using.weight(f"{row.name}.{row.level(left, right)}") for row in comparisons])


def same_batch(left: RecordedWeapon, right: RecordedWeapon) -> bool:
    """True if two weapons have the same lot or agree in their headstamp, as many things of one batch do."""
    return any(row.level(left, right) == "same" for row in CIRCUMSTANCES if row.batch_key is not None)
