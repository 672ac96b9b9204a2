"""Weapons and schemes as arguments of a function: the values themselves, or what plainly stands for them."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from armstrace.law.classification.schemes import Scheme
from armstrace.weapons.weapon import Weapon


class WeaponHolder(Protocol):
    """A record of one weapon, such as a seized item or a row of a custody list."""

    @property
    def weapon(self) -> Weapon:
        """The weapon that the record describes."""
        ...


WeaponArgument: TypeAlias = Weapon | WeaponHolder


def weapon_argument(value: object) -> Weapon:
    """The weapon that a caller gave: *value* itself, or the weapon of a record such as a seized item.

    Raises:
        TypeError: It is no weapon, and no record of one.

    >>> weapon_argument("AK-47")
    Traceback (most recent call last):
        ...
    TypeError: weapon must be a Weapon or a record of one weapon, not str
    """
    weapon = value if isinstance(value, Weapon) else getattr(value, "weapon", None)
    if not isinstance(weapon, Weapon):
        raise TypeError(f"weapon must be a Weapon or a record of one weapon, not {type(value).__name__}")
    return weapon


def scheme_argument(value: object) -> Scheme:
    """The scheme that a caller gave: *value* itself, or the scheme of that name, such as ``"mx"``.

    Raises:
        UnknownEntry: No scheme bears the name.
        TypeError: It is no scheme, and no name of one.

    >>> scheme_argument("mx") is Scheme.MX
    True
    """
    if isinstance(value, str):
        return Scheme.lookup(value)
    if not isinstance(value, Scheme):
        raise TypeError(f"scheme must be a Scheme or a name such as 'mx', not {type(value).__name__}")
    return value
