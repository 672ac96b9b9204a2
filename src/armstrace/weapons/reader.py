"""Weapons read from the cells of a row, or from a phrase, with what was not understood."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.weapons.descriptions import phrases
from armstrace.weapons.descriptions.cells import read_cells
from armstrace.weapons.descriptions.description import Unread
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from armstrace.weapons.descriptions.description import Description
    from armstrace.weapons.features import ReadingLanguage

_NOTHING: Mapping[str, str] = MappingProxyType({})


@frozen(kw_only=True)
class WeaponReading:
    """A weapon as cells or a phrase describe it, and the parts of them that were not understood."""

    weapon: Weapon
    unread: tuple[Unread, ...] = ()


def read_weapon(
    cells: Mapping[str, str], *, language: ReadingLanguage | None = None, known: Mapping[str, str] = _NOTHING
) -> WeaponReading:
    """The weapon that the cells of a row describe.

    Args:
        cells: The cells by name: ``kind``, ``item_name`` (of US supply), ``make``, ``model``, ``caliber``,
            ``stock_number``, ``serial``; blank cells and placeholders such as ``S/D`` do not count.
        language: The language of the cells: only a Spanish word is a word of Mexican law.
        known: The ids of entries, by name of the cell, where the meaning is settled already; those cells are not read.

    >>> cells = {"kind": "FUSIL", "make": "BARRETT", "model": "M82A1", "caliber": "cal. .50", "serial": "AA1234"}
    >>> read = read_weapon(cells, language="es")
    >>> str(read.weapon), read.unread
    ('rifle, .50 in: usually 12.7x99mm, Barrett M82A1, serial AA1234', ())
    >>> read_weapon({"modelo": "M82A1"})
    Traceback (most recent call last):
    armstrace.errors.UnknownEntry: no entry in cells of a weapon: 'modelo'; nearest: model

    Raises:
        UnknownEntry: A cell has another name, or the language is not English, Spanish or Portuguese.
    """
    return _reading(read_cells(cells, language, known))


def read_phrase(text: str, *, language: ReadingLanguage | None = None) -> tuple[WeaponReading, ...]:
    """Every weapon that a phrase names, in its order; none where the phrase describes no weapon.

    A pattern is no model, and *tipo Glock* is no Glock.

    Args:
        text: The phrase, in English, Spanish or Portuguese.
        language: Its language, which settles whether a word that several share, such as RIFLE, is the Spanish word.

    >>> [str(found.weapon.kinds) for found in read_phrase("AK-47 and semiautomatic pistol")]
    ['rifle', 'pistol']
    >>> (found,) = read_phrase("Taurus GC2 9mm handgun")
    >>> found.weapon.make.id, found.weapon.model, [part.text for part in found.unread]
    ('taurus', None, ['GC2'])

    Raises:
        ParseError: The text is longer than any phrase (300 characters).
        UnknownEntry: The language is not English, Spanish or Portuguese.
    """
    return tuple(map(_reading, phrases.read(text, language=language)))


def _reading(description: Description) -> WeaponReading:
    return WeaponReading(weapon=Weapon.from_description(description), unread=description.unread)
