"""The things that a cell of free text describes, beside those that the other cells of its row describe.

>>> described = read_items("2 fusiles AK-47 con 3 cargadores y 60 cartuchos", "es")
>>> [str(item) for item in described.weapons], [str(item) for item in described.accessories]
(['2 × rifle, AK, serial not recorded'], \
['3 × magazine, serial not recorded', '60 × ammunition, serial not recorded'])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from armstrace.counts.value import Count
from armstrace.records.seizures import SeizedItem
from armstrace.weapons.reader import read_weapons
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace.weapons.features import ReadingLanguage
    from armstrace.weapons.reader import WeaponReading

_ACCESSORIES = ("part", "accessory", "ammunition")


@frozen(kw_only=True)
class DescribedItems:
    """The things that a text describes.

    Attributes:
        weapons: The weapons.
        accessories: The parts, accessories and ammunition beside them.
        unread: The parts of the text that were not understood.
        inexact: The counts that are no exact number.
    """

    weapons: tuple[SeizedItem, ...] = ()
    accessories: tuple[SeizedItem, ...] = ()
    unread: tuple[str, ...] = ()
    inexact: tuple[Count, ...] = ()


def read_items(text: str, language: ReadingLanguage) -> DescribedItems:
    """The things that a text describes.

    Raises:
        ParseError: The text is longer than any description.
    """
    readings = read_weapons(text, language=language)
    counts = [reading.count for reading in readings if reading.count is not None]
    return DescribedItems(
        weapons=tuple(_item(reading) for reading in readings if not _is_accessory(reading)),
        accessories=tuple(_item(reading) for reading in readings if _is_accessory(reading)),
        unread=tuple(part.text for reading in readings for part in reading.unread),
        inexact=tuple(count for count in counts if not count.value),
    )


def completed(weapon: Weapon, described: Weapon) -> tuple[Weapon, tuple[str, ...]]:
    """*weapon* with the facts of *described* that it lacks, and the names of the facts in which the two differ."""
    blank = Weapon()
    changes: dict[str, Any] = {}
    differ: list[str] = []
    for name in (fact.name for fact in attrs.fields(Weapon) if fact.init and fact.name not in {"raw", "extras"}):
        own, other = getattr(weapon, name), getattr(described, name)
        if other == getattr(blank, name):
            continue
        if own == getattr(blank, name):
            changes[name] = other
        elif _contradict(name, weapon, described):
            differ.append(name)
    return attrs.evolve(weapon, **changes), tuple(differ)


def _contradict(name: str, weapon: Weapon, described: Weapon) -> bool:
    if name == "kinds":
        return not any(weapon.kinds.could_be(kind) for kind in described.kinds)
    if name == "caliber" and weapon.caliber and described.caliber:
        return not set(weapon.caliber.candidates) & set(described.caliber.candidates)
    return name in {"make", "model", "serial"} and bool(getattr(weapon, name) != getattr(described, name))


def _item(reading: WeaponReading) -> SeizedItem:
    return SeizedItem(weapon=reading.weapon, count=(reading.count.value or None) if reading.count is not None else None)


def _is_accessory(reading: WeaponReading) -> bool:
    kinds = reading.weapon.kinds
    return bool(kinds) and all(any(kind.is_a(name) for name in _ACCESSORIES) for kind in kinds)
