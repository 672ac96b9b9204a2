"""The parts of a comparison of two recorded weapons: its levels, the values it reads, and its phase."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Protocol, TypeAlias

from attrs import Factory, field, frozen

from armstrace import explain
from armstrace.explain import Agreement, Reason
from armstrace.records.recorded import RecordedWeapon

_MOST_KNOWN = 1 << 16


class Phase(StrEnum):
    """The step of matching in which a comparison is made."""

    SERIAL = "serial"  #: Of the serial numbers, which select the candidates.
    THING = "thing"  #: Of what a record states about the weapon itself; made once for each pair of thing classes.
    #: Of what differs between records of one thing class, a found weapon against a listed one.
    CIRCUMSTANCE = "circumstance"
    EVENT = "event"  #: Of two records of one list, which may report one event.


class Weights(Protocol):
    """The part of a match model that comparisons need."""

    @property
    def neighbors(self) -> int:
        """The largest distance of two numbers of a series that count as neighbors."""
        ...

    def weight(self, code: str) -> float:
        """The weight of a level, in bits."""
        ...

    def serial_bits(self, characters: str) -> float:
        """The rarity of a serial number of these characters, in bits."""
        ...


@frozen(kw_only=True, eq=False)
class Comparison:
    """One comparison: everything that other modules must know of it.

    Attributes:
        name: Its name, the first part of the code of its reasons: ``caliber`` in ``caliber.possible``.
        phases: The steps of matching in which it is made.
        levels: Its levels, each with the agreement that it stands for.
        values: The paths of the values that it reads from a `RecordedWeapon`; nothing else decides its level.
        tables: The files or folders below ``data/`` that its level rests on.
        parameters: Weights of the match model that it uses and that are not weights of levels.
        contradicts: True if each level that speaks against a match counts as a contradiction.
    """

    name: str
    phases: frozenset[Phase]
    levels: Mapping[str, Agreement] = field(repr=False)
    values: tuple[str, ...]
    tables: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    contradicts: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all weights that a match model has for it."""
        return tuple(f"{self.name}.{part}" for part in (*self.parameters, *self.levels))


Level: TypeAlias = Callable[[RecordedWeapon, RecordedWeapon], str]
Shown: TypeAlias = Callable[[RecordedWeapon, RecordedWeapon], explain.Values]


def both(value: Callable[[RecordedWeapon], object]) -> Shown:
    """A function that gives the values of a reason: *value* of the one record as ``left``, of the other as ``right``.

    It gives no values if both are None.
    """

    def shown(left: RecordedWeapon, right: RecordedWeapon) -> explain.Values:
        of_left, of_right = value(left), value(right)
        return () if of_left is None and of_right is None else explain.values(left=of_left, right=of_right)

    return shown


@frozen(kw_only=True, eq=False)
class ValueComparison(Comparison):
    """A comparison whose level is a function of the two records alone, the found weapon first.

    Attributes:
        level: The function that gives the level.
        shown: The function that gives the values of the reason; by default the first value of each record.
        batch_key: For values that all things of a production batch share: the function that gives the value as text.
    """

    level: Level = field(repr=False)
    shown: Shown = field(default=Factory(lambda self: both(attrgetter(self.values[0])), takes_self=True), repr=False)
    batch_key: Callable[[RecordedWeapon], str | None] | None = field(default=None, repr=False)
    _read: Callable[[RecordedWeapon], Hashable] = field(
        init=False, repr=False, default=Factory(lambda self: attrgetter(*self.values), takes_self=True)
    )
    # the last reason for each two values that were compared: records repeat makes, calibers and places
    _known: dict[tuple[Hashable, Hashable], Reason] = field(init=False, repr=False, factory=dict)

    def code(self, left: RecordedWeapon, right: RecordedWeapon) -> str:
        """The code of the comparison and its level."""
        return f"{self.name}.{self.level(left, right)}"

    def reason(self, left: RecordedWeapon, right: RecordedWeapon, using: Weights) -> Reason:
        """The level as a reason, with the weight that the match model gives it."""
        compared = self._read(left), self._read(right)
        known = self._known.get(compared)
        code = known.code if known is not None else self.code(left, right)
        weight = using.weight(code)
        if known is not None and known.weight == weight:
            return known
        agreement = self.levels[code.partition(".")[2]]
        reason = Reason(code=code, agreement=agreement, values=self.shown(left, right), weight=weight)
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[compared] = reason
        return reason
