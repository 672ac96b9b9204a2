"""The listed weapons that come close to a found one, weighed against each other and against none of them.

Each candidate is worth what speaks for it in bits, against the thought that the found weapon is any other. Beside them
stands an unlisted weapon of the same line with just the number that was read: the denser the list is around a
candidate, the likelier there is one. What all of these share adds up to one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.matching import levels, model
from armstrace.matching.compare import Match, judged
from armstrace.matching.model import MatchModel
from armstrace.matching.series import Series
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from armstrace.weapons.serials import SerialNumber
    from armstrace.weapons.weapon import Weapon

# levels at which the number that was read may as well be that of another gun of the series, copied right
_OF_THE_SERIES = frozenset(
    {"lookalike_digit", "substituted", "neighbor", "transposed", "two_edits", "partial_consistent"}
)
# what one slip costs at levels at which others of the series may have become the number by it
_SLIPS = {"doubled": "serial.doubled", "dropped": "serial.dropped", "two_edits": "serial.dropped"}
# levels at which the number that was read is that of a listed gun, so that no other of its line can have it
_TAKEN = ("equal", "format")
_FAR = ("different", "unknown")
_MOST_UNREADABLE = 2
# a longer list of what is excluded helps nobody
_MOST_EXCLUDED = 10


@frozen(kw_only=True)
class _Candidate:
    """A listed weapon that comes close, and what speaks for it in bits.

    Attributes:
        listed: The listed weapon.
        bits: What speaks for it.
        unlisted: What speaks for an unlisted weapon of its line with the number that was read; None where there can't
            be one.
        taken: Whether it has the number that was read, and is of the same line.
    """

    listed: RecordedWeapon
    bits: float
    unlisted: float | None
    taken: bool


@frozen(kw_only=True)
class Scorer:
    """Weighs candidates from one list.

    Attributes:
        using: The match model.
        length: How many weapons are listed.
        series: How dense the list is.
    """

    using: MatchModel
    length: int
    series: Series = field(repr=False)
    # levels of attributes by the identity of the values, which records share: a list repeats few makes many times
    _levels: dict[tuple[str, int, int], float] = field(init=False, factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, listed: Sequence[RecordedWeapon], using: MatchModel) -> Scorer:
        """The scorer of a list, which must outlive it."""
        series = Series.of((shown.weapon.serial for shown in listed), window=using.window)
        return cls(using=using, length=len(listed), series=series)

    def matches(self, found: RecordedWeapon, near: Sequence[RecordedWeapon]) -> list[Match]:
        """The matches of one found weapon, likeliest first. Rows that list one weapon twice are no rivals."""
        candidates = [each for each in (self._candidate(found, listed) for listed in near) if each is not None]
        candidates.sort(key=lambda each: -each.bits)
        groups = _by_weapon(candidates)
        taken = any(each.taken for each in candidates)
        unlisted = [each.unlisted for each in candidates if each.unlisted is not None and not taken]
        shares = model.posterior(
            [*(group[0].bits for group in groups), *([max(unlisted)] if unlisted else [])],
            listed=self.using.listed,
            list_length=max(self.length, len(groups), 1),
        )
        return self._judged(found, groups, shares)

    def _judged(
        self, found: RecordedWeapon, groups: Sequence[Sequence[_Candidate]], shares: Sequence[float]
    ) -> list[Match]:
        ranked = list(zip(groups, shares, strict=False))
        close = [group[0].listed.reference for group, share in ranked if share >= self.using.inconclusive]
        matches: list[Match] = []
        for group, share in ranked:
            if share < self.using.inconclusive and len(matches) >= _MOST_EXCLUDED:
                break
            rivals = tuple(reference for reference in close if reference != group[0].listed.reference)
            # rows that list one weapon twice share what speaks for it, even where one of them says less
            for each in group:
                reasons = levels.reasons(found, each.listed, self.using)
                matches.append(judged(found, each.listed, reasons, share, using=self.using, rivals=rivals))
        return matches

    def _candidate(self, found: RecordedWeapon, listed: RecordedWeapon) -> _Candidate | None:
        """What speaks for a listed weapon; None where neither serial number nor lot comes close."""
        one, other = found.weapon, listed.weapon
        level, edits = levels.serial_level(one.serial, other.serial, self.using)
        if level in _FAR and levels.lot_level(one, other) != "same":
            return None
        rest = self._attributes(found, listed)
        serial = levels.serial_weight(level, edits, one.serial, other.serial, self.using)
        exists = self._unlisted(level, one.serial, other.serial)
        return _Candidate(
            listed=listed,
            bits=serial + rest,
            unlisted=None if exists is None else self.using.serial_bits(one.serial.compact) + rest + exists,
            taken=level in _TAKEN and rest > 0,
        )

    def _unlisted(self, level: str, read: SerialNumber, listed: SerialNumber) -> float | None:
        """How likely an unlisted gun of the line would have been read so, in bits; None if there can't be one."""
        if read.open_start or read.open_end:
            return None
        if level in _OF_THE_SERIES and len(read.compact) == len(listed.compact):
            texts = _filled(_as_listed(read.compact, listed.text))
            return math.log2(sum(map(self._exists, texts))) if texts else None
        if level in _SLIPS:
            ways = dict(self.using.ways)[level]
            return math.log2(ways * self._exists(listed.text)) - self.using.weight(_SLIPS[level])
        return None

    def _exists(self, text: str) -> float:
        """How likely an unlisted gun has that number."""
        complete = self.using.complete
        return min(1.0, self.series.density(text) * (1 - complete) / complete)

    def _attributes(self, found: RecordedWeapon, listed: RecordedWeapon) -> float:
        one, other = found.weapon, listed.weapon
        return (
            self._weight("make", one.make, other.make, one, other)
            + self._weight("model", one.model, other.model, one, other)
            + self._weight("caliber", one.caliber, other.caliber, one, other)
            + self._weight("kind", one.kinds, other.kinds, one, other)
            + self.using.weight(f"lot.{levels.lot_level(one, other)}")
            + self.using.weight(f"date.{levels.date_level(found.date, listed.date)}")
        )

    def _weight(self, name: str, left: object, right: object, one: Weapon, other: Weapon) -> float:
        key = (name, id(left), id(right))
        known = self._levels.get(key)
        if known is None:
            level = _LEVELS[name](one, other)
            known = self._levels[key] = self.using.weight(f"{name}.{level}")
        return known


_LEVELS: dict[str, Callable[[Weapon, Weapon], str]] = {
    "make": levels.make_level,
    "model": levels.model_level,
    "caliber": levels.caliber_level,
    "kind": lambda one, other: levels.kind_level(one.kinds, other.kinds),
}


def _by_weapon(candidates: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """The candidates, rows that seem to list one weapon together, in the order of the first of each."""
    groups: list[list[_Candidate]] = []
    by_number: dict[str, list[list[_Candidate]]] = {}
    for each in candidates:
        same = by_number.setdefault(each.listed.weapon.serial.compact.lstrip("0"), [])
        group = next((group for group in same if levels.listed_twice(group[0].listed, each.listed)), None)
        if group is None:
            group = []
            groups.append(group)
            same.append(group)
        group.append(each)
    return groups


def _as_listed(read: str, listed: str) -> str:
    """The characters that were read, parted as the listed number is."""
    characters = iter(read)
    return "".join(next(characters) if c.isalnum() or c == "?" else c for c in listed)


def _filled(text: str) -> list[str]:
    """Every number that the text may be, each unreadable character being a digit; none where too many are."""
    texts = [text]
    if text.count("?") > _MOST_UNREADABLE:
        return []
    while "?" in texts[0]:
        texts = [each.replace("?", digit, 1) for each in texts for digit in "0123456789"]
    return texts
