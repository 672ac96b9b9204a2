"""Thing classes: weapons that all comparisons of things treat alike, so that two classes are compared once."""

from __future__ import annotations

from collections.abc import Hashable
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.explain import Reason
from armstrace.matching.comparisons.comparison import Phase, Weights
from armstrace.matching.comparisons.table import THINGS, paths, reasons
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Sequence

_compared_values = attrgetter(*paths([Phase.THING]))


@frozen(kw_only=True)
class ThingClasses:
    """The thing classes of a list, and how found weapons compare with them.

    Attributes:
        using: The weights of the match model.
        numbers: For each listed weapon the number of its class.
    """

    using: Weights
    numbers: tuple[int, ...] = field(repr=False)
    _known: _Classes = field(repr=False, alias="known")
    _reasons: dict[tuple[int, int], tuple[Reason, ...]] = field(init=False, factory=dict, repr=False, eq=False)
    _bits: dict[tuple[int, int], float] = field(init=False, factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, listed: Sequence[RecordedWeapon], using: Weights) -> ThingClasses:
        """The thing classes of a list."""
        known = _Classes()
        return cls(using=using, numbers=tuple(map(known.of, listed)), known=known)

    def of_record(self, record: RecordedWeapon) -> int:
        """The number of the class of a weapon."""
        return self._known.of(record)

    def bits(self, thing_class: int, index: int) -> float:
        """The weights of the comparisons of a class with the listed weapon at an index, added up."""
        key = thing_class, self.numbers[index]
        known = self._bits.get(key)
        if known is None:
            known = self._bits[key] = sum(reason.weight for reason in self._compared(key))
        return known

    def reasons(self, record: RecordedWeapon, index: int) -> tuple[Reason, ...]:
        """The comparisons of a weapon with the listed one at an index."""
        return self._compared((self.of_record(record), self.numbers[index]))

    def _compared(self, key: tuple[int, int]) -> tuple[Reason, ...]:
        known = self._reasons.get(key)
        if known is None:
            left, right = (self._known.examples[number] for number in key)
            known = self._reasons[key] = reasons(THINGS, left, right, self.using)
        return known


@frozen(kw_only=True, eq=False)
class _Classes:
    """The numbers of the thing classes met so far; records with the same values have the same number."""

    examples: list[RecordedWeapon] = field(factory=list)
    _by_values: dict[tuple[int, ...], int] = field(factory=dict)
    _by_value: dict[Hashable, int] = field(factory=dict)
    _by_object: dict[int, tuple[object, int]] = field(factory=dict)

    def of(self, record: RecordedWeapon) -> int:
        key = tuple(map(self._number, _compared_values(record)))
        number = self._by_values.get(key)
        if number is None:
            number = self._by_values[key] = len(self.examples)
            self.examples.append(record)
        return number

    def _number(self, value: Hashable) -> int:
        known = self._by_object.get(id(value))
        if known is None:
            # the object is kept, so that no other object gets its id
            known = self._by_object[id(value)] = (value, self._by_value.setdefault(value, len(self._by_value)))
        return known[1]
