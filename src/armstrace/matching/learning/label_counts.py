"""The counts of labeled pairs: at each level, and of the slips in their numbers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from armstrace.errors import ParseError
from armstrace.matching.arguments import only_weapon
from armstrace.matching.comparisons import serials, table
from armstrace.matching.learning.misreadings import Misreadings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.match_model import MatchModel
    from armstrace.records.recorded import RecordedWeapon, ShowsWeapons

LabeledPair: TypeAlias = "tuple[ShowsWeapons, ShowsWeapons, bool]"


@frozen(kw_only=True)
class LabelCounts:
    """The number of labeled pairs at each level, and the ways in which their numbers could be misread."""

    same: int
    different: int
    repeated: int
    near_misses: int
    copied: int
    numbers: int
    ways: Mapping[str, float]
    levels: Mapping[tuple[str, bool], int]

    @classmethod
    def of(cls, labeled_pairs: Iterable[LabeledPair], model: MatchModel) -> LabelCounts:
        """The counts of *labeled_pairs*, whose levels and slips *model* tells apart."""
        labels, given = _labels(labeled_pairs)
        found: Counter[tuple[str, bool]] = Counter()
        misreadings = Misreadings(using=model)
        ways: list[Mapping[str, float]] = []
        near_misses = copied = 0
        for (left, right), same in labels.items():
            agreed = serials.agreement(left.weapon.serial, right.weapon.serial, model)
            if not same and agreed.near and not agreed.as_read:
                # most are guns of one series, alike in all but the number: the density of the list accounts for them
                near_misses += 1
            else:
                found.update((row.code(left, right), same) for row in (*table.THINGS, *table.CIRCUMSTANCES))
            # several slips in one number do not show how frequent each is
            if len(agreed.slips) > 1 and agreed.level in serials.SLIPS:
                continue
            found[f"serial.{agreed.level}", same] += 1
            if same and (agreed.as_read or agreed.level in serials.SLIPS):
                copied += agreed.as_read
                ways.append(misreadings.of(right.weapon.serial.compact))
        return cls(
            same=sum(labels.values()),
            different=len(labels) - sum(labels.values()),
            repeated=given - len(labels),
            near_misses=near_misses,
            copied=copied,
            numbers=len(ways),
            # the exact sum, so that the order of the pairs changes nothing
            ways={kind: math.fsum(count.get(kind, 0.0) for count in ways) for kind in serials.SLIPS},
            levels=found,
        )


def _labels(labeled_pairs: Iterable[LabeledPair]) -> tuple[dict[tuple[RecordedWeapon, RecordedWeapon], bool], int]:
    """Each pair of weapons with its label, and the number of pairs given, repeated ones included."""
    labels: dict[tuple[RecordedWeapon, RecordedWeapon], bool] = {}
    given = 0
    for left, right, same in labeled_pairs:
        if same not in (True, False):
            # a word such as "no" would count as true
            raise ParseError("a label is true or false", code="label.no_truth_value", text=str(same))
        pair = only_weapon(left, "left"), only_weapon(right, "right")
        if labels.setdefault(pair, bool(same)) != same:
            raise ParseError(
                "a pair is labeled the same and different",
                code="label.contradiction",
                text=f"{pair[0].reference}, {pair[1].reference}",
            )
        given += 1
    return labels, given
