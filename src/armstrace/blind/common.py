"""The numbers that two lists share, found from their hashes alone."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import Final

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.blind.lists import BlindKeys, BlindList
from armstrace.errors import NotComparable
from armstrace.explain import Caveat

_COUNT: Final = validators.ge(0)


class BlindLevel(StrEnum):
    """How far two numbers agree, as far as hashes show; best first.

    Attributes:
        EXACT: The same but for separators and look-alike characters, such as O for 0.
        NEAR: One number has lost a character, zeros in front, or what stands in front of or behind a group; or two
            neighboring characters are swapped.
        CHANGED: One character is another one. Among numbers that count up this is more often the next weapon of the
            series than a slip.
    """

    EXACT = "exact"
    NEAR = "near"
    CHANGED = "changed"


_RANK: Final = {level: rank for rank, level in enumerate(BlindLevel)}


@frozen(kw_only=True)
class BlindPair:
    """A number of the left list and a number of the right list that agree.

    Attributes:
        level: How far they agree.
        left: The exact hash of the left number, by which its side finds it too.
        right: The exact hash of the right number.
        left_indexes: The indexes of the number in the left list; several where it is repeated.
        right_indexes: The indexes of the number in the right list; none in a list that was handed over.
    """

    level: BlindLevel
    left: str
    right: str
    left_indexes: tuple[int, ...] = ()
    right_indexes: tuple[int, ...] = ()


@frozen(kw_only=True)
class CommonSerials:
    """The numbers that two lists share.

    Attributes:
        pairs: The numbers that agree, in the order of the left list, for each of them the best level first.
        left: How many different numbers of the left list were compared.
        right: How many of the right list.
    """

    pairs: tuple[BlindPair, ...] = field(default=(), repr=False)
    left: int = field(default=0, validator=_COUNT)
    right: int = field(default=0, validator=_COUNT)

    def at(self, level: BlindLevel) -> tuple[BlindPair, ...]:
        """The pairs of one level."""
        return tuple(pair for pair in self.pairs if pair.level is level)

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What must be known before relying on the pairs."""
        codes = ["blind.number_only"] if self.pairs else []
        codes += ["blind.series"] if self.at(BlindLevel.CHANGED) else []
        return tuple(Caveat(code=code) for code in (*codes, "blind.not_found"))

    def label(self, language: explain.Language = "en") -> str:
        """How many numbers were compared, and how many agree at each level."""
        levels = {level.value: len(self.at(level)) for level in BlindLevel}
        return explain.say("blind.common", explain.values(left=self.left, right=self.right, **levels), language)

    def explain(self, language: explain.Language = "en") -> str:
        """How many numbers were compared, how many agree at each level, and the caveats."""
        note = explain.term("caveat", language)
        lines = (f"  {note}: {caveat.explain(language)}" for caveat in self.caveats)
        return "\n".join((self.label(language), *lines))

    def __str__(self) -> str:
        return self.label("en")


def common_serials(left: BlindList, right: BlindList) -> CommonSerials:
    """The numbers that two lists share, from their hashes alone; either side finds the same.

    A number that both lists have is not paired with one that differs from it in a character, nor are two such numbers
    paired because they are one slip apart: they are other weapons of a series.

    Raises:
        NotComparable: The lists were made with two keys, or in two ways: nothing could be found.
        TypeError: An argument is no `BlindList`.
    """
    for name, given in (("left", left), ("right", right)):
        if not isinstance(given, BlindList):
            raise TypeError(f"{name}: a {type(given).__name__} is no BlindList; blind_keys makes one")
    if left.check != right.check:
        raise NotComparable("two lists of blind keys", causes=("key",))
    numbers, others = left.by_number(), right.by_number()
    both = frozenset(numbers.keys() & others.keys())
    right_side = _Hashes.of({other: keys for other, (keys, _) in others.items()}, both)
    pairs: list[BlindPair] = []
    for number, (keys, indexes) in numbers.items():
        levels = right_side.levels(number, keys)
        for other in sorted(levels, key=lambda other: (_RANK[levels[other]], other)):
            level, right_indexes = levels[other], others[other][1]
            pairs.append(
                BlindPair(level=level, left=number, right=other, left_indexes=indexes, right_indexes=right_indexes)
            )
    return CommonSerials(pairs=tuple(pairs), left=len(numbers), right=len(others))


@frozen(kw_only=True, eq=False)
class _Hashes:
    """The hashes of a list, sorted so that the numbers of another list are found in it.

    Attributes:
        exact: The hashes of its numbers.
        both: Those of them that stand in the other list too.
        by_near: The numbers that become the number of a hash by one slip.
        by_hidden: The numbers, but for those in both lists, that have a hash with one character hidden.
    """

    exact: frozenset[str]
    both: frozenset[str]
    by_near: dict[str, list[str]]
    by_hidden: dict[str, list[str]]

    @classmethod
    def of(cls, numbers: dict[str, BlindKeys], both: frozenset[str]) -> _Hashes:
        by_near: dict[str, list[str]] = defaultdict(list)
        by_hidden: dict[str, list[str]] = defaultdict(list)
        for number, keys in numbers.items():
            for near in keys.near:
                by_near[near].append(number)
            for hidden in () if number in both else keys.hidden:
                by_hidden[hidden].append(number)
        return cls(exact=frozenset(numbers), both=both, by_near=by_near, by_hidden=by_hidden)

    def levels(self, number: str, keys: BlindKeys) -> dict[str, BlindLevel]:
        """The hashes of numbers in this list that agree with *number* of the other list, each with its best level.

        Empty if none agree. *keys* are the hashes of *number*.
        """
        near = {*self.by_near.get(number, ()), *(keys.near & self.exact)}
        if number in self.both:
            return dict.fromkeys(near - self.both, BlindLevel.NEAR) | {number: BlindLevel.EXACT}
        hidden = (other for hash_ in keys.hidden for other in self.by_hidden.get(hash_, ()))
        return dict.fromkeys(hidden, BlindLevel.CHANGED) | dict.fromkeys(near, BlindLevel.NEAR)
