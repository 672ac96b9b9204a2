"""Which single fact would settle an answer: a missing fact is tried with every value that matters.

A fact settles if the class is determined whichever of them it turns out to be. What has no short list of values (a
caliber that nothing narrows down) never settles.
"""

from __future__ import annotations

import functools
from decimal import Decimal
from enum import EnumType
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import attrs
from attrs import evolve

from armstrace.law.classification.application import apply_rules
from armstrace.law.classification.schemes import UNDETERMINED
from armstrace.units import Energy, Length
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from attrs import AttrsInstance

    from armstrace.law.classification.application import Application
    from armstrace.law.classification.circumstances import Circumstances
    from armstrace.weapons.weapon import Weapon

T = TypeVar("T")

# both sides of every bound that a rule draws: 16 and 18 in, 635 mm; 26 in over all; 140 J
_VALUES: Mapping[str, Iterable[object]] = {
    "legal_word": ("fusil", "rifle", "carabina", "mosqueton"),
    "action": (Action.BOLT, Action.BREAK, Action.SELF_LOADING),
    "fire_modes": (frozenset({FireMode.MANUAL}), frozenset({FireMode.SEMI_AUTOMATIC}), frozenset({FireMode.AUTOMATIC})),
    "barrel_length": tuple(Length(value=Decimal(mm), unit="mm") for mm in (100, 420, 500, 700)),
    "overall_length": tuple(Length(value=Decimal(mm), unit="mm") for mm in (500, 900)),
    "muzzle_energy": tuple(Energy(value=Decimal(joules)) for joules in (100, 200)),
    "capacity": (10, 30, 60),
    "barrels": (2, 3),
}


def settles(fact: str, applied: Application) -> bool:
    """True if every value that the missing *fact* may have settles the class; False if no such values are known."""
    if fact == "date":
        return all(decision.outcome != UNDETERMINED for decision in applied.decisions)
    tried = False
    for weapon, given in _known(fact, applied.weapon, applied.given):
        if apply_rules(weapon, applied.scheme, applied.day, given).answer.outcome == UNDETERMINED:
            return False
        tried = True
    return tried


def _known(fact: str, weapon: Weapon, given: Circumstances) -> Iterator[tuple[Weapon, Circumstances]]:
    """The weapon and the circumstances with each value that the missing *fact* may have; none if none are known."""
    if fact == "kind":
        leaves = {leaf for kind in weapon.kinds for leaf in kind.leaves()}
        yield from ((evolve(weapon, kinds=KindSet.of(leaf)), given) for leaf in leaves)
    elif fact == "caliber" and weapon.caliber is not None and weapon.caliber.basis is not CaliberBasis.BORE_ONLY:
        for row in weapon.caliber.candidates:
            yield evolve(weapon, caliber=Caliber(candidates=(row,), basis=CaliberBasis.NAMED)), given
    elif fact == "receiver_of":
        yield from ((evolve(weapon, receiver_of=WeaponKind.of(name)), given) for name in ("machine_gun", "rifle"))
    else:
        for value in _values(fact, weapon, weapon.construction, given):
            if hasattr(given, fact):
                yield weapon, _with(given, fact, value)
            elif hasattr(weapon.construction, fact):
                yield evolve(weapon, construction=_with(weapon.construction, fact, value)), given
            else:
                yield _with(weapon, fact, value), given


def _values(fact: str, *holders: AttrsInstance) -> Iterable[object]:
    """The values that the missing *fact* may have: yes and no, all words of an enum, or some of each range.

    *holders* are the weapon, its construction and the circumstances, of which one has the field. Empty if the field has
    no short list of values.
    """
    if fact in _VALUES:
        return _VALUES[fact]
    kind = next((_types(type(holder))[fact] for holder in holders if hasattr(holder, fact)), None)
    if kind is bool:
        return True, False
    return kind if isinstance(kind, EnumType) else ()


@functools.cache
def _types(cls: type[AttrsInstance]) -> Mapping[str, object]:
    """The type of each field of *cls*, without the None that a field may hold."""
    fields = attrs.fields(attrs.resolve_types(cls))
    return {field.name: (get_args(field.type) or (field.type,))[0] for field in fields}


def _with(thing: T, name: str, value: object) -> T:
    changes: dict[str, Any] = {name: value}
    return evolve(thing, **changes)  # type: ignore[misc]  # all that comes here is an attrs class
