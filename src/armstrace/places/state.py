"""States of Mexico and of the United States, by the names and abbreviations that records use.

>>> State.lookup("Edomex").id, State.lookup("TAMPS.", "MX").name
('MX-MEX', 'Tamaulipas')

An abbreviation needs its country, since ``Mich.`` is a state of both:

>>> State.lookup("Mich.", "MX").id, State.lookup("Mich.", "US").id
('MX-MIC', 'US-MI')
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _normalize, _tables
from armstrace.errors import AmbiguousEntry, UnknownEntry
from armstrace.places.country import Country

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# the longest name of the tables has some 60 characters
LONGEST_NAME = 120


@frozen(kw_only=True)
class State(_tables.ReferenceRow):
    """A state, capital district or territory of Mexico or the United States. Two are equal if their ids are.

    Attributes:
        id: The ISO 3166-2 code, such as ``MX-TAM``.
        country: Its country.
        name: The English name.
        name_es: The Spanish name.
        inegi: The INEGI number of a Mexican state, such as ``28``; empty in the United States.
        usps: The USPS code of a US state, such as ``TX``; empty in Mexico.
        aliases: Names that need no country beside them.
        short: Abbreviations understood where the country is known.
        elsewhere: Codes of a country, or a subdivision of a third country, of the same name.
    """

    _NAME = "states"

    id: str
    country: Country = field(eq=False)
    name: str = field(eq=False)
    name_es: str = field(eq=False)
    inegi: str = field(default="", eq=False)
    usps: str = field(default="", eq=False)
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)
    short: tuple[str, ...] = field(default=(), eq=False, repr=False)
    elsewhere: tuple[str, ...] = field(default=(), eq=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that need no country beside them."""
        return (self.name, self.name_es, *self.aliases)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def lookup(cls, name: str, country: str | Country | None = None) -> State:
        """The state of this name, alias or code.

        Args:
            name: A name; with a country also an abbreviation, an INEGI number or a USPS code.
            country: The country of the state; a `Country`, or a name or code of a country.

        Raises:
            UnknownEntry: No state bears the name.
            AmbiguousEntry: Without a country: a place elsewhere bears the name too.
        """
        wanted = Country.lookup(country) if isinstance(country, str) else country
        found = cls.named(name, wanted)
        if not found:
            raise UnknownEntry("states", key=name, nearest=[state.id for state in cls.search(name, limit=3)])
        elsewhere = () if wanted else (code for state in found for code in state.elsewhere)
        candidates = [*(state.id for state in found), *elsewhere]
        if len(candidates) > 1:
            raise AmbiguousEntry("states", key=name, candidates=candidates)
        return found[0]

    @classmethod
    def named(cls, name: str, country: Country | None = None) -> tuple[State, ...]:
        """All states of this name; with a country, also by an abbreviation that is used there."""
        if len(name) > LONGEST_NAME:
            return ()
        if country is None:
            return cls.registry().named(name)
        return _within(country.id).get(_normalize.key(name), ())

    @classmethod
    def all(cls, country: str | Country | None = None) -> tuple[State, ...]:
        """All states, or those of one country, by id.

        >>> len(State.all("MX")), len(State.all("US"))
        (32, 57)
        """
        wanted = Country.lookup(country) if isinstance(country, str) else country
        return tuple(state for state in cls.registry() if wanted in (None, state.country))

    @classmethod
    def _rows(cls) -> Iterator[State]:
        for row in _tables.rows("places/states.csv"):
            yield _tables.from_row(State, row, country=Country.lookup(row["country"]))


@functools.cache
def _within(country_id: str) -> Mapping[str, tuple[State, ...]]:
    """The states of a country by every spelling that is understood there, in plain form; several may share one."""
    within: dict[str, tuple[State, ...]] = {}
    for state in State.all():
        if state.country.id == country_id:
            for name in (state.id, state.inegi, state.usps, *state.names, *state.short):
                spelling = _normalize.key(name)
                if spelling and state not in within.get(spelling, ()):
                    within[spelling] = (*within.get(spelling, ()), state)
    return within
