"""The cartridges, gauges and launcher bores that records name, with the facts that identify them.

Each row of ``data/calibers/cartridges.csv`` gives the source of its figures. Two cartridges whose names records swap
freely (``5.56x45`` and ``.223``) are two rows, joined by `Cartridge.name_pair`.

>>> luger = Cartridge.lookup("9 mm Luger")
>>> luger.id, luger.bullet_mm, luger.case_mm
('9x19mm', Decimal('9.02'), Decimal('19.15'))
>>> [row.id for row in Cartridge.search(".308 Winchestr", limit=1)]
['308-winchester']
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _normalize, _tables

if TYPE_CHECKING:
    from collections.abc import Mapping


_NOISE = re.compile(r"(?<!\d)\.|\.(?!\d)|[^a-z0-9.]+")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


def _cartridge(row: Mapping[str, str]) -> Cartridge:
    return _tables.from_row(Cartridge, row, sources=_tables.split(row["source"]))


@frozen(kw_only=True)
class Cartridge(_tables.ReferenceRow):
    """A cartridge, gauge or bore; equal to another when the ids are.

    `Cartridge.lookup` finds a name of the table, without regard to case, accents, spaces and dashes. To read what a
    record states, use `Caliber.parse`.

    Attributes:
        id: Stable id, such as ``9x19mm``, ``38-special``, ``12-gauge``, ``81mm-mortar``.
        name: The name as the field writes it.
        aliases: Other names of the same cartridge.
        bullet_mm: Nominal bullet diameter; the bore for shotguns and launchers.
        bullet_in: The same in inches.
        case_mm: Nominal case length; None where it has no meaning.
        rim: ``rimmed``, ``semi-rimmed``, ``rimless``, ``rebated``, ``belted``, ``caseless`` or empty.
        ignition: ``rimfire``, ``centerfire``, ``electric``, ``percussion``, ``air`` or empty.
        platforms: What usually fires it: ``handgun``, ``smg``, ``rifle``, ``mg``, ``shotgun``, ``cannon``,
            ``launcher``, ``mortar``, ``artillery``, ``airgun``, ``hand``.
        military_origin: True if it began as, or was adopted as, a military round.
        name_pair: Ids of distinct cartridges whose names records swap with this one.
        parent: Id of the parent case, or empty.
        standards: ``CIP`` and ``SAAMI`` where their lists name it.
        note: Remarks, and differing figures of other sources.
        sources: Where the figures come from.
        verified: True if diameter and, where given, case length agree with a source.
    """

    _NAME = "cartridges"

    id: str
    name: str = field(eq=False)
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)
    bullet_mm: Decimal | None = field(default=None, eq=False, repr=False)
    bullet_in: Decimal | None = field(default=None, eq=False, repr=False)
    case_mm: Decimal | None = field(default=None, eq=False, repr=False)
    rim: str = field(default="", eq=False, repr=False)
    ignition: str = field(default="", eq=False, repr=False)
    platforms: tuple[str, ...] = field(default=(), eq=False, repr=False)
    military_origin: bool = field(default=False, eq=False, repr=False)
    name_pair: tuple[str, ...] = field(default=(), eq=False, repr=False)
    parent: str = field(default="", eq=False, repr=False)
    standards: tuple[str, ...] = field(default=(), eq=False, repr=False)
    note: str = field(default="", eq=False, repr=False)
    sources: tuple[str, ...] = field(default=(), eq=False, repr=False)
    verified: bool = field(default=False, eq=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def _rows(cls) -> _tables.LazyRows[Cartridge]:
        return _tables.LazyRows(_tables.rows("calibers/cartridges.csv"), _cartridge)

    @staticmethod
    def _key(name: str) -> str:
        # letters, digits and decimal points: ``5,7 mm`` and ``57 mm`` differ, ``.22 L.R.`` and ``22LR`` do not
        return _NOISE.sub("", _DECIMAL_COMMA.sub(".", _normalize.casefold(name)))
