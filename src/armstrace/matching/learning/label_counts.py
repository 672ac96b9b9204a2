"""What labelled pairs show, counted."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from armstrace.errors import ParseError
from armstrace.matching.compare import only_weapon
from armstrace.matching.comparisons import levels
from armstrace.matching.comparisons import serials as slips
from armstrace.matching.learning.misreadings import Misreadings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.match_model import MatchModel
    from armstrace.records.recorded import RecordedWeapon, ShowsWeapons

    LabelledPair: TypeAlias = tuple[ShowsWeapons, ShowsWeapons, bool]

SLIPS: Final = (
    "zeros", "affix", "lookalike_letter", "lookalike_digit", "doubled", "dropped", "added", "transposed",
    "substituted", "neighbor",
)  # fmt: skip


@frozen(kw_only=True)
class LabelCounts:
    """What labelled pairs show: how many of each label have each level, and the ways their numbers can go wrong."""

    same: int
    different: int
    repeated: int
    near_misses: int
    copied: int
    numbers: int
    ways: Mapping[str, float]
    levels: Mapping[tuple[str, bool], int]

    @classmethod
    def of(cls, labelled_pairs: Iterable[LabelledPair], model: MatchModel) -> LabelCounts:
        """The counts of *labelled_pairs* under *model*."""
        labels, given = _labels(labelled_pairs)
        found: Counter[tuple[str, bool]] = Counter()
        misreadings = Misreadings(using=model)
        ways: list[Mapping[str, float]] = []
        near_misses = copied = 0
        for (left, right), same in labels.items():
            agreed = slips.agreement(left.weapon.serial, right.weapon.serial, model)
            if not same and agreed.near and not agreed.as_read:
                # most are guns of one series, alike in all but the number: the density of the list speaks of them
                near_misses += 1
            else:
                reasons = (*levels.things(left.weapon, right.weapon, model), *levels.circumstances(left, right, model))
                found.update((reason.code, same) for reason in reasons)
            # several slips in one number do not tell how often each happens
            if len(agreed.slips) > 1 and agreed.level in SLIPS:
                continue
            found[f"serial.{agreed.level}", same] += 1
            if same and (agreed.as_read or agreed.level in SLIPS):
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
            ways={kind: math.fsum(each.get(kind, 0.0) for each in ways) for kind in SLIPS},
            levels=found,
        )


def _labels(
    labelled_pairs: Iterable[LabelledPair],
) -> tuple[dict[tuple[RecordedWeapon, RecordedWeapon], bool], int]:
    """Each pair once with its label, and how many were given."""
    labels: dict[tuple[RecordedWeapon, RecordedWeapon], bool] = {}
    given = 0
    for left, right, same in labelled_pairs:
        if same not in (True, False):
            # a word such as "no" would count as true
            raise ParseError("a label is true or false", text=str(same))
        pair = only_weapon(left), only_weapon(right)
        if labels.setdefault(pair, bool(same)) != same:
            raise ParseError(
                "a pair is labelled the same and different", text=f"{pair[0].reference}, {pair[1].reference}"
            )
        given += 1
    return labels, given
