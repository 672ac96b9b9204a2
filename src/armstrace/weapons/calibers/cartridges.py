"""The cartridges, gauges and launcher bores that records name: one table of identification facts.

The table is ``data/calibers/cartridges.csv``; each row says where its figures come from and whether they were checked.
Names that records swap freely (``5.56x45`` and ``.223``) are rows of their own, joined by `Cartridge.name_pair`.

>>> from armstrace.weapons.calibers import cartridges
>>> luger = cartridges.lookup("9 mm Luger")
>>> luger.id, luger.bullet_mm, luger.case_mm
('9x19mm', Decimal('9.02'), Decimal('19.15'))
>>> [row.id for row in cartridges.search(".308 Winchestr")][:1]
['308-winchester']
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _normalize, _tables
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from typing import Self

_TABLE = "calibers/cartridges.csv"
_NOISE = re.compile(r"(?<!\d)\.|\.(?!\d)|[^a-z0-9.]+")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


@frozen(kw_only=True)
class Cartridge:
    """One cartridge, gauge or bore; equal to another when the ids are.

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
        military_origin: Whether it began as, or was adopted as, a military round.
        name_pair: Ids of distinct cartridges whose names records swap with this one.
        parent: Id of the parent case, or empty.
        standards: ``CIP`` and ``SAAMI`` where their lists name it.
        note: Remarks, and what other sources say differently.
        sources: Where the figures come from.
        verified: Whether diameter and, where given, case length agree with a source.
    """

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

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Self:
        found = get(data)
        if not isinstance(found, cls):
            raise ParseError("not the id of a cartridge", text=data)
        return found

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [cartridge.id for cartridge in _registry()]}


def _spelling(name: str) -> str:
    """Letters, digits and decimal points: ``5,7 mm`` and ``57 mm`` differ, ``.22 L.R.`` and ``22LR`` do not."""
    return _NOISE.sub("", _DECIMAL_COMMA.sub(".", _normalize.fold(name)))


def _decimal(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


@functools.cache
def _registry() -> _tables.Registry[Cartridge]:
    rows = (
        Cartridge(
            id=row["id"],
            name=row["name"],
            aliases=_tables.split(row["aliases"]),
            bullet_mm=_decimal(row["bullet_mm"]),
            bullet_in=_decimal(row["bullet_in"]),
            case_mm=_decimal(row["case_mm"]),
            rim=row["rim"],
            ignition=row["ignition"],
            platforms=_tables.split(row["platforms"]),
            military_origin=row["military_origin"] == "true",
            name_pair=_tables.split(row["name_pair"]),
            parent=row["parent"],
            standards=_tables.split(row["standards"]),
            note=row["note"],
            sources=_tables.split(row["source"]),
            verified=row["verified"] == "true",
        )
        for row in _tables.rows(_TABLE)
    )
    return _tables.Registry("cartridges", rows, normalize=_spelling)


def get(cartridge_id: str) -> Cartridge | None:
    """The cartridge of exactly this id, or None.

    >>> get("38-special")
    Cartridge(id='38-special', name='.38 Special')
    """
    return _registry().get(cartridge_id)


def lookup(name: str) -> Cartridge:
    """The one cartridge of this id, name or alias; case, accents, spaces and dashes do not count.

    This asks for a name in the table. To read what a record says, use `armstrace.weapons.calibers`.

    Raises:
        UnknownEntry: No cartridge bears the name.
        AmbiguousEntry: Several do.

    >>> lookup("38 SPL").id
    '38-special'
    """
    return _registry().lookup(name)


def search(name: str, *, limit: int = 5) -> tuple[Cartridge, ...]:
    """The cartridges whose names come closest, best first, at most *limit*.

    >>> [row.id for row in search("45 longcolt", limit=1)]
    ['45-colt']
    """
    return _registry().search(name, limit=limit)


def all() -> tuple[Cartridge, ...]:  # noqa: A001 (the verb of every registry)
    """All cartridges, in the order of the table.

    >>> all()[0].id
    '17-hmr'
    """
    return tuple(_registry())


def edition() -> str:
    """The date of the table."""
    return _tables.edition(_TABLE)
