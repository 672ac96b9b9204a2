"""Parties: who takes, holds, says, sues or rules, as records and reports name them.

Governments, agencies, forces, armed groups, companies, courts, publishers, organizations, offices, and the persons who
held an office. No private persons: nobody is here but for an office held.

>>> lookup("SEDENA").name, lookup("Mexico's Defense Department").id
('Secretariat of National Defense of Mexico', 'mx-sedena')
>>> lookup("Cuerpo de Marines de Estados Unidos").kind
<PartyKind.FORCE: 'force'>

Short names such as ``Army`` need their country; `read` takes the authority cell of a row, with the place of the row,
and never fails. What it does not know stays as it was written, in `PartyReading.unread`:

>>> from armstrace.places import Place
>>> [reading.party.id for reading in read("Elementos del Ejército Mexicano y GN")]
['mx-sedena', 'mx-national-guard']
>>> read("FGE", Place.read(country="MX", state="Tamps."))[0].party.name
'Tamaulipas state prosecutor'
>>> read("Grupo Lobo")[0].unread
'Grupo Lobo'

Roles are bounded in time, and the table does not say that anybody is still in office:

>>> from datetime import date
>>> [tenure.person.name for tenure in in_office("mx-foreign-secretary", date(2024, 1, 22))]
['Alicia Bárcena']
>>> lookup("Fuerzas Armadas", country="US").id
'us-armed-forces'
>>> lookup("Ejército")
Traceback (most recent call last):
    ...
armstrace.errors.UnknownEntry: no entry in parties: 'Ejército'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace import _tables
from armstrace.errors import AmbiguousEntry, UnknownEntry
from armstrace.parties.reader import PartyFlag, PartyReading, read
from armstrace.parties.table import PARTIES, Party, PartyKind, Tenure, named, registry, tenures
from armstrace.places.country import Country

if TYPE_CHECKING:
    from armstrace.dates.value import When

__all__ = [
    "Party",
    "PartyFlag",
    "PartyKind",
    "PartyReading",
    "Tenure",
    "all",
    "edition",
    "get",
    "in_office",
    "lookup",
    "offices_of",
    "read",
    "search",
]


def get(party_id: str) -> Party | None:
    """The party of exactly this id, or None."""
    return registry().get(party_id)


def lookup(name: str, country: str | Country | None = None) -> Party:
    """The one party of this name or alias; nothing is forgiven but case, accents and punctuation.

    Args:
        name: A name, alias or id; with a country also a short name such as ``Army``.
        country: Whose party; a `Country`, or a name or code of one.

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = Country.lookup(country) if isinstance(country, str) else country
    found = named(name, wanted)
    if len(found) > 1:
        raise AmbiguousEntry("parties", key=name, candidates=[party.id for party in found])
    if not found:
        raise UnknownEntry("parties", key=name, nearest=[party.id for party in search(name, limit=3)])
    return found[0]


def search(name: str, *, limit: int = 5) -> tuple[Party, ...]:
    """The parties whose names come closest, best first.

    >>> search("Smith & Weson Brands")[0].id
    'smith-wesson-brands'
    """
    return registry().search(name, limit=limit)


def all(kind: PartyKind | None = None) -> tuple[Party, ...]:  # noqa: A001 (the verb of every registry)
    """All parties, or those of one kind, by id."""
    return tuple(party for party in registry() if kind in (None, party.kind))


def in_office(office: Party | str, on: When | None = None) -> tuple[Tenure, ...]:
    """Those who held the office, or on that day may have held it, in the order of time.

    More than one where the day is uncertain or the change is not known to the day; none where none is held here.

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = lookup(office) if isinstance(office, str) else office
    return _on(tuple(tenure for tenure in tenures() if tenure.office == wanted), on)


def offices_of(person: Party | str, on: When | None = None) -> tuple[Tenure, ...]:
    """The offices that a person held, or on that day may have held.

    >>> [str(tenure.held) for tenure in offices_of("Luis Cresencio Sandoval")]
    ['2018-12-01/2024-09-30']

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = lookup(person) if isinstance(person, str) else person
    return _on(tuple(tenure for tenure in tenures() if tenure.person == wanted), on)


def edition() -> str:
    """The edition of the table."""
    return _tables.edition(PARTIES)


def _on(tenures: tuple[Tenure, ...], on: When | None) -> tuple[Tenure, ...]:
    return tuple(tenure for tenure in tenures if on is None or tenure.held.overlaps(on) is not False)
