"""Which single fact would settle an answer: each missing one is tried with every value that matters.

A fact settles if the class is determined whichever of them it turns out to be. What has no short list of values (a
caliber that nothing narrows down) is never said to settle.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from armstrace.law.classification.schemes import UNDETERMINED
from armstrace.units import Energy, Length
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.construction import Construction, Payload
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from armstrace.law.classification.circumstances import Circumstances
    from armstrace.law.classification.verdict import Verdict
    from armstrace.weapons.weapon import Weapon

T = TypeVar("T")

_BOTH = (True, False)
# both sides of every bound that a rule draws: 16 and 18 in, 635 mm; 26 in over all; 140 J
_VALUES: Mapping[str, Sequence[object]] = {
    "legal_word": ("fusil", "rifle", "carabina", "mosqueton"),
    "action": (Action.BOLT, Action.BREAK, Action.SELF_LOADING),
    "fire_modes": (frozenset({FireMode.MANUAL}), frozenset({FireMode.SEMI_AUTOMATIC}), frozenset({FireMode.AUTOMATIC})),
    "barrel_length": tuple(Length(value=Decimal(mm), unit="mm") for mm in (100, 420, 500, 700)),
    "overall_length": tuple(Length(value=Decimal(mm), unit="mm") for mm in (500, 900)),
    "muzzle_energy": tuple(Energy(value=Decimal(joules)) for joules in (100, 200)),
    "explosive": _BOTH,
    "guided": _BOTH,
    "rifled": _BOTH,
}
_OF_BUILD: Mapping[str, Sequence[object]] = {
    "payload": tuple(Payload),
    "weapon_mount": _BOTH,
    "capacity": (10, 30, 60),
    "barrels": (2, 3),
    "fixed_ammunition": _BOTH,
    "ammunition_sold": _BOTH,
    "heavy_propellant": _BOTH,
}
_STATED = ("sporting_finding", "possessed_before_1986")


def alone(
    weapon: Weapon,
    given: Circumstances,
    by_regime: Sequence[Verdict],
    missing: Iterable[str],
    outcome_of: Callable[[Weapon, Circumstances], str],
) -> tuple[str, ...]:
    """The missing facts each of which would settle the class alone, in alphabetical order."""
    return tuple(sorted(fact for fact in missing if _settles(fact, weapon, given, by_regime, outcome_of)))


def _settles(
    fact: str,
    weapon: Weapon,
    given: Circumstances,
    by_regime: Sequence[Verdict],
    outcome_of: Callable[[Weapon, Circumstances], str],
) -> bool:
    if fact == "date":
        return all(verdict.outcome != UNDETERMINED for verdict in by_regime)
    tried = False
    for other, stated in _known(fact, weapon, given):
        if outcome_of(other, stated) == UNDETERMINED:
            return False
        tried = True
    return tried


def _known(fact: str, weapon: Weapon, given: Circumstances) -> Iterator[tuple[Weapon, Circumstances]]:
    """The weapon with each value that the missing fact may have."""
    if fact == "kind":
        leaves = {leaf for kind in weapon.kinds for leaf in kind.leaves()}
        yield from ((evolve(weapon, kinds=KindSet.of(leaf)), given) for leaf in leaves)
    elif fact == "caliber" and weapon.caliber is not None and weapon.caliber.basis is not CaliberBasis.BORE_ONLY:
        for row in weapon.caliber.candidates:
            yield evolve(weapon, caliber=Caliber(candidates=(row,), basis=CaliberBasis.NAMED)), given
    elif fact == "receiver_of":
        yield from ((evolve(weapon, receiver_of=WeaponKind.of(name)), given) for name in ("machine_gun", "rifle"))
    elif fact in _VALUES:
        yield from ((_with(weapon, fact, value), given) for value in _VALUES[fact])
    elif fact in _OF_BUILD:
        builds: Iterator[Construction] = (_with(weapon.build, fact, value) for value in _OF_BUILD[fact])
        yield from ((evolve(weapon, build=build), given) for build in builds)
    elif fact in _STATED:
        yield from ((weapon, _with(given, fact, value)) for value in _BOTH)


def _with(thing: T, name: str, value: object) -> T:
    changes: dict[str, Any] = {name: value}
    return evolve(thing, **changes)  # type: ignore[misc]  # all that comes here is an attrs class
