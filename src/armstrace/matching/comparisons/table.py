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
_TWO_WAY = {"same": _SAME, "different": _DIFFERENT, "unknown": _UNKNOWN}
_THING = frozenset({Phase.THING})
_CIRCUMSTANCE = frozenset({Phase.CIRCUMSTANCE})
_EVENT = frozenset({Phase.EVENT})

# in the order of the reasons of a match whose weights are equal
COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        name="serial",
        phases=frozenset({Phase.SERIAL}),
        levels=serials.LEVELS,
        values=("weapon.serial",),
        tables=("serials",),
        parameters=("per_digit", "per_letter", "cap", "lookalike_rare"),
    ),
    ValueComparison(
        name="make",
        phases=_THING,
        levels={"same": _SAME, "related": _NEAR, "similar": _NEAR, "different": _DIFFERENT, "unknown": _UNKNOWN},
        values=("weapon.make",),
        tables=("makes",),
        contradicts=True,
        level=things.make,
    ),
    ValueComparison(
        name="model",
        phases=_THING,
        levels={
            "same": _SAME,
            "broader": _NEAR,
            "variant": _NEAR,
            "pattern": _NEAR,
            "different": _DIFFERENT,
            "unknown": _UNKNOWN,
        },
        values=("weapon.model", "weapon.pattern"),
        tables=("models",),
        contradicts=True,
        level=things.model,
        shown=both(things.model_name),
    ),
    ValueComparison(
        name="caliber",
        phases=_THING,
        levels={
            "same": _SAME,
            "interchangeable": _NEAR,
            "possible": _NEAR,
            "same_bore": _NEAR,
            "conflict": _DIFFERENT,
            "unknown": _UNKNOWN,
        },
        values=("weapon.caliber",),
        tables=("calibers",),
        contradicts=True,
        level=things.caliber,
    ),
    ValueComparison(
        name="kind",
        phases=_THING,
        levels={
            "same": _SAME,
            "compatible": _NEAR,
            "by_model": _NEAR,
            "overridden_by_model": _NEAR,
            "different": _DIFFERENT,
            "unknown": _UNKNOWN,
        },
        values=("weapon.kinds", "weapon.model"),
        tables=("kinds", "models"),
        contradicts=True,
        level=things.kind,
        shown=things.kinds_shown,
    ),
    ValueComparison(
        name="import_mark",
        phases=_THING,
        levels=_TWO_WAY,
        values=("weapon.markings",),
        level=things.import_mark,
        shown=both(things.import_marks),
    ),
    ValueComparison(
        name="stock_number",
        phases=_THING,
        levels=_TWO_WAY,
        values=("weapon.stock_number",),
        level=things.stock_number,
    ),
    ValueComparison(
        name="when",
        phases=_EVENT,
        levels={"same": _SAME, "near": _NEAR, "possible": _NEAR, "far": _DIFFERENT, "unknown": _UNKNOWN},
        values=("date",),
        level=same_event.when,
    ),
    ValueComparison(
        name="where",
        phases=_EVENT,
        levels={"same": _SAME, "state": _NEAR, "different": _DIFFERENT, "unknown": _UNKNOWN},
        values=("place",),
        level=same_event.where,
    ),
    ValueComparison(
        name="lot",
        phases=_CIRCUMSTANCE | _EVENT,
        levels=_TWO_WAY,
        values=("weapon.lot",),
        level=circumstances.lot,
        batch_key=circumstances.lot_key,
    ),
    ValueComparison(
        name="headstamp",
        phases=_CIRCUMSTANCE | _EVENT,
        levels=_TWO_WAY,
        values=("weapon.headstamp",),
        level=circumstances.headstamp,
        batch_key=circumstances.headstamp_key,
    ),
    ValueComparison(
        name="date",
        phases=_CIRCUMSTANCE,
        levels={
            "in_order": _SAME,
            "before_record": _DIFFERENT,
            "before_report": _DIFFERENT,
            "unknown": _UNKNOWN,
        },
        values=("date", "sort"),
        level=circumstances.date,
    ),
    ValueComparison(
        name="place",
        phases=_CIRCUMSTANCE,
        levels=_TWO_WAY,
        values=("place",),
        level=circumstances.place,
    ),
)


def of_phase(phase: Phase) -> tuple[ValueComparison, ...]:
    """The comparisons of values that are made in a phase.

    >>> [comparison.name for comparison in of_phase(Phase.EVENT)]
    ['when', 'where', 'lot', 'headstamp']
    """
    return tuple(row for row in COMPARISONS if phase in row.phases and isinstance(row, ValueComparison))


THINGS, CIRCUMSTANCES, EVENT = map(of_phase, (Phase.THING, Phase.CIRCUMSTANCE, Phase.EVENT))
# what the things of one production batch share: the name of the comparison, and the value as text
BATCH_KEYS = {row.name: row.batch_key for row in CIRCUMSTANCES if row.batch_key is not None}


def paths(phases: Iterable[Phase]) -> tuple[str, ...]:
    """The paths of the values that the comparisons of these phases read, each once."""
    wanted = frozenset(phases)
    return tuple(dict.fromkeys(path for row in COMPARISONS if row.phases & wanted for path in row.values))


def reasons(
    comparisons: Iterable[ValueComparison], left: RecordedWeapon, right: RecordedWeapon, using: Weights
) -> tuple[Reason, ...]:
    """One reason for each of the comparisons, in their order."""
    return tuple([row.reason(left, right, using) for row in comparisons])


def bits(comparisons: Iterable[ValueComparison], left: RecordedWeapon, right: RecordedWeapon, using: Weights) -> float:
    """The sum of the weights of the comparisons."""
    return sum([using.weight(row.code(left, right)) for row in comparisons])


def same_batch(left: RecordedWeapon, right: RecordedWeapon) -> bool:
    """True if two things have the same lot or headstamp, which many things of one batch share."""
    return any(row.level(left, right) == "same" for row in CIRCUMSTANCES if row.batch_key is not None)
