"""Parties and offices, as the packaged table holds them.

>>> Party.search("Smith & Weson Brands")[0].id
'smith-wesson-brands'
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _normalize, _tables
from armstrace.dates.edtf import parse_edtf
from armstrace.dates.value import Period
from armstrace.errors import AmbiguousEntry, UnknownEntry
from armstrace.places.country import Country
from armstrace.places.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from armstrace.explain import Language

_BODIES = "parties/state_bodies.csv"
# the longest name of the table has some 90 characters; a cell may name several
LONGEST = 300


class PartyKind(StrEnum):
    """The sort of a party."""

    GOVERNMENT = "government"
    AGENCY = "agency"
    FORCE = "force"
    ARMED_GROUP = "armed_group"
    COMPANY = "company"
    COURT = "court"
    PUBLISHER = "publisher"
    ORGANIZATION = "organization"
    OFFICE = "office"
    PERSON = "person"


@frozen(kw_only=True)
class Party(_tables.ReferenceRow):
    """A party. Two are equal if their ids are.

    Attributes:
        id: The id, such as ``mx-sedena``; that of a US court ends in its id in Free Law Project's courts-db.
        kind: What sort of party.
        name: The English name.
        name_es: The Spanish name.
        aliases: Other names that need no country beside them.
        metonyms: Names of a part that reports use for the whole: the army for its ministry.
        short: Names, metonyms among them, that are understood where the country is known.
        country: Its country; None for what has none, or where it does not matter.
        state: Its state; None for what is of a whole country.
        of: For an office the id of the party it heads or speaks for; else empty.
        active: Since and until when it existed, where that is held here.
        successor: The id of the party that took over; may be empty.
        source: Where its name was seen.
        verified: True if the name was seen there; otherwise it is general knowledge.
    """

    _NAME = "parties"

    id: str
    kind: PartyKind = field(eq=False, repr=False)
    name: str = field(eq=False)
    name_es: str = field(eq=False, repr=False)
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)
    metonyms: tuple[str, ...] = field(default=(), eq=False, repr=False)
    short: tuple[str, ...] = field(default=(), eq=False, repr=False)
    country: Country | None = field(default=None, eq=False, repr=False)
    state: State | None = field(default=None, eq=False, repr=False)
    of: str = field(default="", eq=False, repr=False)
    active: Period | None = field(default=None, eq=False, repr=False)
    successor: str = field(default="", eq=False, repr=False)
    source: str = field(default="", eq=False, repr=False)
    verified: bool = field(default=False, eq=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that need no country beside them."""
        return (self.name, self.name_es, *self.aliases, *(name for name in self.metonyms if name not in self.short))

    def label(self, language: Language = "en") -> str:
        """The name in the language.

        >>> Party.lookup("ATF").label("es")
        'Oficina de Alcohol, Tabaco, Armas de Fuego y Explosivos'
        """
        return self.name_es if language == "es" else self.name

    def __str__(self) -> str:
        return self.name

    @classmethod
    def lookup(cls, name: str, country: str | Country | None = None) -> Party:
        """The party of this name or alias; case, accents and punctuation do not count.

        Args:
            name: A name, alias or id; with a country also a short name such as ``Army``.
            country: The country of the party; a `Country`, or a name or code of a country.

        Raises:
            UnknownEntry: No party bears the name.
            AmbiguousEntry: Several do.
        """
        wanted = Country.lookup(country) if isinstance(country, str) else country
        found = cls.named(name, wanted)
        if len(found) > 1:
            raise AmbiguousEntry("parties", key=name, candidates=[party.id for party in found])
        if not found:
            raise UnknownEntry("parties", key=name, nearest=[party.id for party in cls.search(name, limit=3)])
        return found[0]

    @classmethod
    def named(cls, name: str, country: Country | None = None) -> tuple[Party, ...]:
        """The parties that a name may mean; those of the country, if it has any."""
        if len(name) > LONGEST:
            return ()
        found = dict.fromkeys(cls.registry().named(name))
        if country is not None:
            found |= dict.fromkeys(_short_names().get((country.id, _normalize.key(name)), ()))
            at_home = tuple(party for party in found if party.country == country)
            return at_home or tuple(found)
        return tuple(found)

    @classmethod
    def all(cls, kind: PartyKind | None = None) -> tuple[Party, ...]:
        """All parties, or those of one kind, by id."""
        return tuple(party for party in cls.registry() if kind in (None, party.kind))

    @classmethod
    def _rows(cls) -> list[Party]:
        listed = [_listed(row) for row in _tables.rows("parties/parties.csv")]
        bodies = [_body(row, state) for row in _tables.rows(_BODIES) for state in State.all("MX")]
        return sorted(listed + bodies, key=lambda party: party.id)


def _listed(row: Mapping[str, str]) -> Party:
    active = period_of(row["active"]) if row["active"] else None
    return _tables.from_row(Party, row, country=Country.get(row["country"]), active=active)


def _body(row: Mapping[str, str], state: State) -> Party:
    """The body of *state* that a row describes for all states; its aliases have each way to write the state's name."""
    spellings = dict.fromkeys((state.name, state.name_es, *state.aliases, *state.short))

    def spelt(cell: str) -> tuple[str, ...]:
        return tuple(name.format(state=spelling) for name in _tables.split(cell) for spelling in spellings)

    return _tables.from_row(
        Party,
        row,
        id=f"{state.id.lower()}-{row['id']}",
        name=row["name"].format(state=state.name),
        name_es=row["name_es"].format(state=state.name_es),
        aliases=spelt(row["aliases"]),
        metonyms=spelt(row["metonyms"]),
        country=state.country,
        state=state,
    )


@functools.cache
def suffixes() -> dict[str, str]:
    """The ends of the ids of state bodies (``security`` in ``mx-son-security``), by the id of the generic body."""
    return {row["generic"]: row["id"] for row in _tables.rows(_BODIES)}


@functools.cache
def _short_names() -> dict[tuple[str, str], tuple[Party, ...]]:
    """Parties by the id of a country and by each short name that is understood there, in plain form."""
    found: dict[tuple[str, str], tuple[Party, ...]] = {}
    for party in Party.all():
        for name in party.short:
            # who has a short name has a country
            spelling = (party.country.id if party.country else "", _normalize.key(name))
            found[spelling] = (*found.get(spelling, ()), party)
    return found


def period_of(text: str) -> Period:
    """The period that a text in EDTF gives; a day or month is taken as a period."""
    period = parse_edtf(text)
    return period if isinstance(period, Period) else period.as_period()
