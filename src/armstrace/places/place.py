"""Where: countries, the states of Mexico and of the United States, and places as records name them.

>>> lookup_country("EE.UU.").id, lookup_country("Alemania").alpha_3
('US', 'DEU')
>>> lookup_state("Edomex").id, lookup_state("TAMPS.", "MX").name
('MX-MEX', 'Tamaulipas')

A name is understood in English, Spanish and (countries) Portuguese, whatever its case, accents and points. The
abbreviations of states need their country, since ``Mich.`` is one in both:

>>> lookup_state("Mich.", "MX").id, lookup_state("Mich.", "US").id
('MX-MIC', 'US-MI')

`Place.read` takes the cells of a row and never fails. It never guesses a country: what it does not know stays as it was
written, in `Place.unread`.

>>> place = Place.read(state="BAJA CALIFORNIA NORTE", municipality="Tijuana")
>>> str(place), place.state.id, place.country.id
('Tijuana, Baja California, Mexico', 'MX-BCN', 'MX')
>>> Place.read(country="Checoslovaquia").unread
('Checoslovaquia',)

A name that several places bear is refused:

>>> lookup("Georgia")
Traceback (most recent call last):
    ...
armstrace.errors.AmbiguousEntry: several entries in places: 'Georgia': GE, US-GA
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import Self, TypeVar

from attrs import field, frozen

from armstrace import _normalize, _placeholders, _tables
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry

# the longest name of the tables has some 60 characters
_LONGEST = 120
E = TypeVar("E", bound=_tables.Entry)
_COUNTRIES, _STATES = "places/countries.csv", "places/states.csv"


@frozen(kw_only=True)
class Country:
    """A country or territory of ISO 3166-1. Two are equal if their ids are.

    Attributes:
        id: The alpha-2 code, such as ``MX``.
        alpha_3: The alpha-3 code, such as ``MEX``.
        name: The English short name.
        name_es: The Spanish short name.
        aliases: Other names and abbreviations.
    """

    id: str
    alpha_3: str = field(eq=False)
    name: str = field(eq=False)
    name_es: str = field(eq=False)
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All names and codes."""
        return (self.name, self.name_es, self.alpha_3, *self.aliases)

    def __str__(self) -> str:
        return self.name

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Self:
        found = _countries().get(data)
        if not isinstance(found, cls):
            raise ParseError("no such country", text=data, hint="an ISO 3166-1 alpha-2 code such as MX")
        return found

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [country.id for country in _countries()]}


@frozen(kw_only=True)
class State:
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

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Self:
        found = _states().get(data)
        if not isinstance(found, cls):
            raise ParseError("no such state", text=data, hint="an ISO 3166-2 code such as MX-TAM or US-TX")
        return found

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [state.id for state in _states()]}


class Jurisdiction(StrEnum):
    """Whose law is asked."""

    MX = "mx"
    US = "us"

    @classmethod
    def of(cls, country: Country | None) -> Jurisdiction | None:
        """The jurisdiction of a country; None where this library knows none of its law.

        >>> Jurisdiction.of(lookup_country("México")), Jurisdiction.of(lookup_country("Chile"))
        (<Jurisdiction.MX: 'mx'>, None)
        """
        return {"MX": cls.MX, "US": cls.US}.get(country.id) if country else None


@frozen(kw_only=True)
class Place:
    """A place as far as it is known.

    Attributes:
        country: The country; None if unknown.
        state: The state; None if unknown, or in a country whose states are not held here.
        municipality: Municipality, county or town, as written.
        unread: What was written for country or state and is not known, as written.
        raw: The text it was read from.
    """

    country: Country | None = None
    state: State | None = None
    municipality: str = ""
    unread: tuple[str, ...] = ()
    raw: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if self.state is not None and self.state.country != self.country:
            raise ParseError(f"{self.state.id} is no state of that country", text=str(self.country))

    @classmethod
    def read(
        cls, *, country: str | Country | None = None, state: str | None = None, municipality: str | None = None
    ) -> Place:
        """The place that the cells of a row name; never fails.

        Blank cells and placeholders such as ``S/D`` say nothing. A state alone gives its country, unless its name is
        also borne elsewhere. A state that does not belong to the country given, or beside a country that is not
        known, stays unread.

        >>> Place.read(country="US", state="Tamaulipas").unread
        ('Tamaulipas',)
        >>> Place.read(state="Florida")
        Place(country=None, state=None, municipality='', unread=('Florida',), raw='Florida')
        """
        known = country if isinstance(country, Country) else None
        country_text = "" if known else _said(country if isinstance(country, str) else None)
        state_text, town = _said(state), _said(municipality)
        unread: list[str] = []
        if country_text:
            bearers = _named(_countries(), country_text)
            known = bearers[0] if len(bearers) == 1 else None
            unread += [] if known else [country_text]
        found = None
        if state_text:
            fitting = () if unread else _states_named(state_text, known)
            found = fitting[0] if len(fitting) == 1 and (known or not fitting[0].elsewhere) else None
            unread += [] if found else [state_text]
        raw = ", ".join(part for part in (town, state_text, country_text) if part)
        return cls(
            country=found.country if found else known, state=found, municipality=town, unread=tuple(unread), raw=raw
        )

    def __str__(self) -> str:
        known = (self.municipality, str(self.state or ""), str(self.country or ""))
        return ", ".join(part for part in (*known, *self.unread) if part)


def lookup(text: str, country: str | Country | None = None) -> Place:
    """The country or state of this name, as a place.

    Args:
        text: A name, alias or code.
        country: Look among the states of this country only.

    Raises:
        UnknownEntry: Neither a country nor a state bears the name.
        AmbiguousEntry: Several do.
    """
    if country is not None:
        state = lookup_state(text, country)
        return Place(country=state.country, state=state, raw=text)
    countries, states = _named(_countries(), text), _named(_states(), text)
    ids = [*(found.id for found in countries), *(found.id for found in states)]
    if len(ids) > 1:
        raise AmbiguousEntry("places", key=text, candidates=ids)
    if countries:
        return Place(country=countries[0], raw=text)
    state = lookup_state(text)
    return Place(country=state.country, state=state, raw=text)


def lookup_country(text: str) -> Country:
    """The country of this name, alias or code.

    Raises:
        UnknownEntry: No country bears the name.
        AmbiguousEntry: Several do, such as ``Congo``.
    """
    return _countries().lookup(text)


def lookup_state(text: str, country: str | Country | None = None) -> State:
    """The state of this name, alias or code.

    Args:
        text: A name; with a country also an abbreviation, an INEGI number or a USPS code.
        country: Whose state; a `Country`, or a name or code of one.

    Raises:
        UnknownEntry: No state bears the name.
        AmbiguousEntry: Without a country: a place elsewhere bears the name too.
    """
    wanted = lookup_country(country) if isinstance(country, str) else country
    found = _states_named(text, wanted)
    if not found:
        raise UnknownEntry("states", key=text, nearest=[state.id for state in _states().search(text, limit=3)])
    candidates = [state.id for state in found] + [code for state in found if not wanted for code in state.elsewhere]
    if len(candidates) > 1:
        raise AmbiguousEntry("states", key=text, candidates=candidates)
    return found[0]


def get_country(country_id: str) -> Country | None:
    """The country of exactly this alpha-2 code, or None."""
    return _countries().get(country_id)


def get_state(state_id: str) -> State | None:
    """The state of exactly this ISO 3166-2 code, or None."""
    return _states().get(state_id)


def all_countries() -> tuple[Country, ...]:
    """All countries, by English name.

    >>> len(all_countries())
    249
    """
    return tuple(_countries())


def all_states(country: str | Country | None = None) -> tuple[State, ...]:
    """All states, or those of one country, by id.

    >>> len(all_states("MX")), len(all_states("US"))
    (32, 57)
    """
    wanted = lookup_country(country) if isinstance(country, str) else country
    return tuple(state for state in _states() if wanted in (None, state.country))


def edition() -> str:
    """The date of the tables.

    >>> edition() >= "2026-11-24"
    True
    """
    return _tables.edition(_COUNTRIES)


@functools.cache
def _countries() -> _tables.Registry[Country]:
    return _tables.Registry(
        "countries",
        [
            Country(
                id=row["id"],
                alpha_3=row["alpha_3"],
                name=row["name"],
                name_es=row["name_es"],
                aliases=_tables.split(row["aliases"]),
            )
            for row in _tables.rows(_COUNTRIES)
        ],
        normalize=_spelling,
    )


@functools.cache
def _states() -> _tables.Registry[State]:
    return _tables.Registry(
        "states",
        [
            State(
                id=row["id"],
                country=_countries()[row["country"]],
                name=row["name"],
                name_es=row["name_es"],
                inegi=row["inegi"],
                usps=row["usps"],
                aliases=_tables.split(row["aliases"]),
                short=_tables.split(row["short"]),
                elsewhere=_tables.split(row["elsewhere"]),
            )
            for row in _tables.rows(_STATES)
        ],
    )


@functools.cache
def _states_within(country_id: str) -> dict[str, tuple[State, ...]]:
    """States by every spelling that is understood inside their country."""
    within: dict[str, tuple[State, ...]] = {}
    for state in _states():
        if state.country.id == country_id:
            for name in (state.id, state.inegi, state.usps, *state.names, *state.short):
                spelling = _normalize.key(name)
                if spelling and state not in within.get(spelling, ()):
                    within[spelling] = (*within.get(spelling, ()), state)
    return within


def _states_named(text: str, country: Country | None) -> tuple[State, ...]:
    if country is None:
        return _named(_states(), text)
    return _states_within(country.id).get(_normalize.key(text), ()) if len(text) <= _LONGEST else ()


def _named(registry: _tables.Registry[E], text: str) -> tuple[E, ...]:
    return registry.named(text) if len(text) <= _LONGEST else ()


def _spelling(text: str) -> str:
    """The key of a name; of two letters with points, such as ``E.U.``, with a point, since ``EU`` is another name."""
    key = _normalize.key(text)
    return f"{key}." if len(key) == 2 and "." in text else key


def _said(cell: str | None) -> str:
    """The cell without blanks round it; empty if it says nothing."""
    text = (cell or "").strip()
    return "" if _placeholders.says_nothing(text) else text
