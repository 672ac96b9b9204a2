"""Places as records name them: a country, a state, a town.

`Place.read` takes the cells of a row and never fails. It never guesses a country: what it does not know stays as it was
written, in `Place.unread`.

>>> place = Place.read(state="BAJA CALIFORNIA NORTE", municipality="Tijuana")
>>> str(place), place.state.id, place.country.id
('Tijuana, Baja California, Mexico', 'MX-BCN', 'MX')
>>> Place.read(country="Checoslovaquia").unread
('Checoslovaquia',)

A name that several places bear is refused:

>>> Place.lookup("Georgia")
Traceback (most recent call last):
    ...
armstrace.errors.AmbiguousEntry: several entries in places: 'Georgia': GE, US-GA
"""

from __future__ import annotations

from attrs import field, frozen

from armstrace import _placeholders
from armstrace.errors import AmbiguousEntry, ParseError
from armstrace.places.country import Country
from armstrace.places.state import LONGEST_NAME, State


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
            raise ParseError(
                f"{self.state.id} is no state of that country", code="place.other_country", text=str(self.country)
            )

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
        country_text = "" if known else _text(country if isinstance(country, str) else None)
        state_text, town = _text(state), _text(municipality)
        unread: list[str] = []
        if country_text:
            bearers = _countries_named(country_text)
            known = bearers[0] if len(bearers) == 1 else None
            unread += [] if known else [country_text]
        found = None
        if state_text:
            fitting = () if unread else State.named(state_text, known)
            found = fitting[0] if len(fitting) == 1 and (known or not fitting[0].elsewhere) else None
            unread += [] if found else [state_text]
        raw = ", ".join(part for part in (town, state_text, country_text) if part)
        return cls(
            country=found.country if found else known, state=found, municipality=town, unread=tuple(unread), raw=raw
        )

    @classmethod
    def lookup(cls, name: str, country: str | Country | None = None) -> Place:
        """The country or state of this name, as a place.

        Args:
            name: A name, alias or code.
            country: Look among the states of this country only.

        Raises:
            UnknownEntry: Neither a country nor a state bears the name.
            AmbiguousEntry: Several do.
        """
        countries = () if country is not None else _countries_named(name)
        states = () if country is not None else State.named(name)
        if len(countries) + len(states) > 1:
            candidates = [*(found.id for found in countries), *(found.id for found in states)]
            raise AmbiguousEntry("places", key=name, candidates=candidates)
        if countries:
            return cls(country=countries[0], raw=name)
        state = State.lookup(name, country)
        return cls(country=state.country, state=state, raw=name)

    def __str__(self) -> str:
        known = (self.municipality, str(self.state or ""), str(self.country or ""))
        return ", ".join(part for part in (*known, *self.unread) if part)


def _countries_named(name: str) -> tuple[Country, ...]:
    return Country.named(name) if len(name) <= LONGEST_NAME else ()


def _text(cell: str | None) -> str:
    """The text of the cell without blanks at its ends; empty if the cell is None, blank or a placeholder."""
    text = (cell or "").strip()
    return "" if _placeholders.says_nothing(text) else text
