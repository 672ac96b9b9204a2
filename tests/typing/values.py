"""The types that readers of single values give; read by mypy and pyright, never run."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_type

from armstrace import (
    Action,
    Caliber,
    Cartridge,
    FireMode,
    KindSet,
    Length,
    Make,
    Model,
    Period,
    Place,
    SerialNumber,
    UncertainDate,
    Weapon,
    WeaponKind,
    parse_date,
)
from armstrace.weapons import Bore


def caliber(text: str) -> None:
    """A caliber has at most one cartridge, and every candidate."""
    read = Caliber.parse(text)
    assert_type(read, Caliber)
    assert_type(read.cartridge, Cartridge | None)
    assert_type(read.candidates, tuple[Cartridge, ...])
    assert_type(read.bore, Bore | None)
    if read.bore is not None:
        assert_type(read.bore.mm, Decimal)


def weapon(text: str) -> None:
    """What is not recorded of a weapon is None; kinds and the serial number are always there."""
    read = Weapon.parse(text)
    assert_type(read, Weapon)
    assert_type(read.kinds, KindSet)
    assert_type(read.kinds.single, WeaponKind | None)
    assert_type(read.serial, SerialNumber)
    assert_type(read.make, Make | None)
    assert_type(read.model, Model | None)
    assert_type(read.caliber, Caliber | None)
    assert_type(read.action, Action | None)
    assert_type(read.fire_modes, frozenset[FireMode] | None)
    assert_type(read.barrel_length, Length | None)


def length(text: str) -> None:
    """A length is exact."""
    assert_type(Length.parse(text).mm, Decimal)


def day(text: str) -> None:
    """A text is a day within bounds or a stretch of days."""
    read = parse_date(text)
    assert_type(read, UncertainDate | Period)


def registries(name: str) -> None:
    """A registry gives an entry, one or none, or several."""
    assert_type(Cartridge.get(name), Cartridge | None)
    assert_type(Cartridge.lookup(name), Cartridge)
    assert_type(Cartridge.search(name), tuple[Cartridge, ...])
    assert_type(Cartridge.all(), tuple[Cartridge, ...])
    assert_type(WeaponKind.lookup(name), WeaponKind)


def place(where: Place) -> None:
    """A place may leave its country open."""
    from armstrace.places import Country

    assert_type(where.country, Country | None)
