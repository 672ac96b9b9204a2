"""What sort of thing each weapon of a list is, so that two sorts are compared once however many weapons are of them."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.explain import Reason
from armstrace.matching.comparisons import levels
from armstrace.matching.match_model import MatchModel
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.records.recorded import RecordedWeapon


@frozen(kw_only=True)
class Traits:
    """The sorts of things of a list, and how others compare with them.

    Attributes:
        using: The match model.
        sorts: For each listed weapon, which sort it is.
    """

    using: MatchModel
    sorts: tuple[int, ...] = field(repr=False)
    _known: _Sorts = field(repr=False, alias="known")
    _reasons: dict[tuple[int, int], tuple[Reason, ...]] = field(init=False, factory=dict, repr=False, eq=False)
    _bits: dict[tuple[int, int], float] = field(init=False, factory=dict, repr=False, eq=False)

    @classmethod
    def of(cls, listed: Sequence[RecordedWeapon], using: MatchModel) -> Traits:
        """The sorts of a list."""
        known = _Sorts()
        return cls(using=using, sorts=tuple(known.of(shown.weapon) for shown in listed), known=known)

    def sort(self, weapon: Weapon) -> int:
        """Which sort a weapon is."""
        return self._known.of(weapon)

    def bits(self, sort: int, place: int) -> float:
        """What speaks for a weapon of this sort being the listed one at this place, leaving numbers aside."""
        key = sort, self.sorts[place]
        known = self._bits.get(key)
        if known is None:
            known = self._bits[key] = sum(reason.weight for reason in self._compared(key))
        return known

    def reasons(self, weapon: Weapon, place: int) -> tuple[Reason, ...]:
        """The comparisons behind it."""
        return self._compared((self.sort(weapon), self.sorts[place]))

    def _compared(self, key: tuple[int, int]) -> tuple[Reason, ...]:
        known = self._reasons.get(key)
        if known is None:
            left, right = (self._known.examples[sort] for sort in key)
            known = self._reasons[key] = levels.things(left, right, self.using)
        return known


@frozen(kw_only=True, eq=False)
class _Sorts:
    """A small number for each sort of thing; an object that records share is looked at once."""

    examples: list[Weapon] = field(factory=list)
    _by_traits: dict[tuple[int, ...], int] = field(factory=dict)
    _by_value: dict[Hashable, int] = field(factory=dict)
    _by_object: dict[int, tuple[object, int]] = field(factory=dict)

    def of(self, weapon: Weapon) -> int:
        key = tuple(
            map(
                self._number,
                (
                    weapon.make,
                    weapon.model,
                    weapon.pattern,
                    weapon.caliber,
                    weapon.kinds,
                    weapon.stock_number,
                    weapon.markings,
                ),
            )
        )
        sort = self._by_traits.get(key)
        if sort is None:
            sort = self._by_traits[key] = len(self.examples)
            self.examples.append(weapon)
        return sort

    def _number(self, value: Hashable) -> int:
        known = self._by_object.get(id(value))
        if known is None:
            # the object is kept, so that its identity stays its own
            known = self._by_object[id(value)] = (value, self._by_value.setdefault(value, len(self._by_value)))
        return known[1]
