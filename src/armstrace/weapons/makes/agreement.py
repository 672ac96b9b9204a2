"""Makes: what the make field of a record means, and whether two records mean the same one.

A make is the brand a weapon is sold under, as in NCIC's MAK or item 5c of an ATF trace request; the companies that make
or import it are another matter and stand in `Make.companies`. A name that is not in the registry stays as written
and says so.

>>> from armstrace.weapons import makes
>>> makes.read("SMIT & WESSON").make
Make(id='smith-wesson', name='Smith & Wesson', raw='SMIT & WESSON')
>>> reading = makes.read("NORINCO 56")
>>> reading.make.id, reading.unread
('norinco', '56')
>>> reading = makes.read("BARRETT AND SONS SPORTING GOODS LLC")
>>> reading.make.known, [str(flag) for flag in reading.flags]
(False, ['not_in_registry', 'similar_name'])
>>> makes.read("CHINA").flags
(<MakeFlag.COUNTRY: 'country'>,)
>>> makes.read("S/M") is None
True
>>> makes.compare(makes.get("remington"), makes.get("remington-rand"))
<MakeLevel.DIFFERENT: 'different'>
"""

from __future__ import annotations

from enum import StrEnum

from armstrace.weapons import name_words as _words
from armstrace.weapons.makes import registry as _make_table
from armstrace.weapons.makes.reader import MakeFlag, MakeReading, read
from armstrace.weapons.makes.registry import Company, CompanyRole, Make

__all__ = [
    "Company",
    "CompanyRole",
    "Make",
    "MakeFlag",
    "MakeLevel",
    "MakeReading",
    "all",
    "compare",
    "edition",
    "get",
    "lookup",
    "read",
    "search",
]


class MakeLevel(StrEnum):
    """How far two makes agree.

    Attributes:
        SAME: One make, or one name that is not in the registry.
        RELATED: Two makes of one owner, successor or line.
        SIMILAR: Two names that differ in one letter, of which one at least is not in the registry.
        DIFFERENT: Two makes.
        UNKNOWN: One is missing, or not in the registry and not similar.
    """

    SAME = "same"
    RELATED = "related"
    SIMILAR = "similar"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def get(make_id: str) -> Make | None:
    """The make of exactly this id, or None."""
    row = _make_table.makes().get(make_id)
    return row.make() if row else None


def lookup(name: str) -> Make:
    """The one make of this name, alias or former name; nothing is forgiven.

    Raises:
        UnknownEntry: No make bears the name.
        AmbiguousEntry: Several do.
    """
    return _make_table.makes().lookup(name).make(raw=name)


def search(name: str, *, limit: int = 5) -> tuple[Make, ...]:
    """The makes whose names come closest, best first.

    >>> makes = search("Barett")
    >>> makes[0].id
    'barrett'
    """
    return tuple(row.make() for row in _make_table.makes().search(name, limit=limit))


def all() -> tuple[Make, ...]:  # noqa: A001 (the verb of every registry)
    """All makes of the registry."""
    return tuple(row.make() for row in _make_table.makes())


def compare(left: Make | None, right: Make | None) -> MakeLevel:
    """How far two makes agree; missing and unregistered names are never different.

    >>> compare(get("marlin"), get("ruger"))
    <MakeLevel.RELATED: 'related'>
    """
    if left is None or right is None:
        return MakeLevel.UNKNOWN
    if left.id is not None and right.id is not None:
        if left.id == right.id:
            return MakeLevel.SAME
        return MakeLevel.RELATED if right.id in left.related else MakeLevel.DIFFERENT
    names = _make_table.name_key(left.name), _make_table.name_key(right.name)
    if left.id is right.id and names[0] == names[1]:
        return MakeLevel.SAME
    return MakeLevel.SIMILAR if _words.one_edit(*map(_words.squeezed, names)) else MakeLevel.UNKNOWN


def edition() -> str:
    """The edition of the table."""
    return _make_table.edition()
