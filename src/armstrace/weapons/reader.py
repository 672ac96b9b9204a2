"""Weapons read from the cells of a row, or from a text, with what was not understood."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.counts.value import Count
from armstrace.weapons.descriptions import phrases
from armstrace.weapons.descriptions.cells import read_cells
from armstrace.weapons.descriptions.description import ReadPart, Unread
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from armstrace.weapons.descriptions.description import Description
    from armstrace.weapons.features import ReadingLanguage

_NOTHING: Mapping[str, str] = MappingProxyType({})


@frozen(kw_only=True)
class WeaponReading:
    """A thing as cells or a text describe it, and the account of their words.

    Attributes:
        weapon: The thing.
        count: How many there are; None where that is not stated.
        parts: The parts that were understood. Every word and number is in one of them, or in one of ``unread``.
        unread: The parts that were not understood.
    """

    weapon: Weapon
    count: Count | None = None
    parts: tuple[ReadPart, ...] = ()
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


def read_weapons(text: str, *, language: ReadingLanguage | None = None) -> tuple[WeaponReading, ...]:
    """Everything that a text names, in its order: weapons, and parts, magazines and ammunition beside them.

    A fact that the text does not state stays unknown. A pattern is no model, and *tipo Glock* is no Glock. The result
    is empty where the text names nothing of the sort; then no word of it was understood.

    Args:
        text: A phrase or a column of descriptions, in English, Spanish or Portuguese.
        language: Its language, which settles whether a word that several share, such as RIFLE, is the Spanish word.

    >>> text = "2 fusiles AK-47 cal. 7.62x39 mca. Romarm c/3 cargadores y 60 cartuchos"
    >>> [(str(found.count), str(found.weapon.kinds)) for found in read_weapons(text, language="es")]
    [('2', 'rifle'), ('3', 'magazine'), ('60', 'ammunition')]
    >>> (found,) = read_weapons("Taurus GC2 9mm handgun")
    >>> found.weapon.make.id, found.weapon.model, [part.text for part in found.unread]
    ('taurus', None, ['GC2'])

    Raises:
        ParseError: The text is longer than any description (4,000 characters).
        UnknownEntry: The language is not English, Spanish or Portuguese.
    """
    return tuple(map(_reading, phrases.read(text, language=language)))


def _reading(description: Description) -> WeaponReading:
    return WeaponReading(
        weapon=Weapon.from_description(description),
        count=description.count,
        parts=description.parts,
        unread=description.unread,
    )
