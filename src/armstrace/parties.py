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

import builtins
import functools
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from attrs import field, frozen

from armstrace import _normalize, _placeholders, _tables, places
from armstrace.dates import edtf
from armstrace.dates.value import Period
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry
from armstrace.places import Country, Place, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from armstrace.dates.value import When
    from armstrace.explain import Language

_PARTIES, _BODIES, _TENURES = "parties/parties.csv", "parties/state_bodies.csv", "parties/tenures.csv"
# the longest name of the table has some 90 characters; a cell may name several
_LONGEST = 300
_MOST_PIECES = 12
_JOINER = re.compile(r" ?[/,;+&()|-] ?| (?:y|e|and|con|with) ", re.IGNORECASE)


class PartyKind(StrEnum):
    """What sort of party."""

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
class Party:
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
        verified: Whether the name was seen there; otherwise it is general knowledge.
    """

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

        >>> lookup("ATF").label("es")
        'Oficina de Alcohol, Tabaco, Armas de Fuego y Explosivos'
        """
        return self.name_es if language == "es" else self.name

    def __str__(self) -> str:
        return self.name

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Self:
        found = get(data)
        if not isinstance(found, cls):
            raise ParseError("no party of that id", text=data, hint="an id such as mx-sedena")
        return found

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [party.id for party in _registry()]}


@frozen(kw_only=True)
class Tenure:
    """Who held an office, and when.

    Attributes:
        person: The person.
        office: The office.
        held: The stretch of time, with ends as far as they are known.
        source: Where that stands.
        verified: Whether it was seen there; otherwise it is general knowledge.
    """

    person: Party
    office: Party
    held: Period
    source: str = field(default="", eq=False)
    verified: bool = field(default=False, eq=False)


class PartyFlag(StrEnum):
    """What must be known of a reading.

    METONYM: The name is that of a part (an army), taken for the whole (its ministry).
    NOT_THEN: The party did not exist on the day, by this table.
    """

    METONYM = "metonym"
    NOT_THEN = "not_then"


@frozen(kw_only=True)
class PartyReading:
    """What a name in a cell means.

    Attributes:
        candidates: The parties that it may mean, by id; none if it is not known.
        flags: What must be known of the reading.
        unread: The name, where it is not known.
        raw: The text it was read from.
    """

    candidates: tuple[Party, ...] = ()
    flags: tuple[PartyFlag, ...] = ()
    unread: str = ""
    raw: str = field(default="", eq=False)

    @property
    def party(self) -> Party | None:
        """The party, if there is only one that it can be."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def __str__(self) -> str:
        return " / ".join(party.name for party in self.candidates) or self.unread


def get(party_id: str) -> Party | None:
    """The party of exactly this id, or None."""
    return _registry().get(party_id)


def lookup(name: str, country: str | Country | None = None) -> Party:
    """The one party of this name or alias; nothing is forgiven but case, accents and punctuation.

    Args:
        name: A name, alias or id; with a country also a short name such as ``Army``.
        country: Whose party; a `Country`, or a name or code of one.

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = places.lookup_country(country) if isinstance(country, str) else country
    found = _named(name, wanted)
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
    return _registry().search(name, limit=limit)


def all(kind: PartyKind | None = None) -> tuple[Party, ...]:  # noqa: A001 (the verb of every registry)
    """All parties, or those of one kind, by id."""
    return tuple(party for party in _registry() if kind in (None, party.kind))


def read(text: str, place: Place | None = None, *, on: When | None = None) -> tuple[PartyReading, ...]:
    """What the authority cell of a row names: one reading for each party; empty if the cell says nothing.

    Never fails. Where two parties bear a name, both are candidates, unless the day settles it.

    >>> [party.id for party in read("SSP", Place.read(country="MX", state="Sonora"))[0].candidates]
    ['mx-son-security', 'mx-ssp']
    >>> from datetime import date
    >>> read("SSP", Place.read(country="MX", state="Sonora"), on=date(2021, 6, 1))[0].party.id
    'mx-son-security'

    Args:
        text: The cell.
        place: The place of the row: short names are understood by its country, and ``FGE`` by its state.
        on: The day of the row.
    """
    if _placeholders.says_nothing(text):
        return ()
    tidied = _normalize.tidy(text)
    if len(tidied) > _LONGEST:
        return (PartyReading(unread=tidied, raw=text),)
    seen = functools.partial(_reading, place=place or Place(), on=on)
    readings = list(_pieces(tidied, seen))
    if not any(reading.candidates for reading in readings):
        return (PartyReading(unread=tidied, raw=text),)
    return tuple(dict.fromkeys(readings))


def in_office(office: Party | str, on: When | None = None) -> tuple[Tenure, ...]:
    """Those who held the office, or on that day may have held it, in the order of time.

    More than one where the day is uncertain or the change is not known to the day; none where none is held here.

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = lookup(office) if isinstance(office, str) else office
    return _on(tuple(tenure for tenure in _tenures() if tenure.office == wanted), on)


def offices_of(person: Party | str, on: When | None = None) -> tuple[Tenure, ...]:
    """The offices that a person held, or on that day may have held.

    >>> [str(tenure.held) for tenure in offices_of("Luis Cresencio Sandoval")]
    ['2018-12-01/2024-09-30']

    Raises:
        UnknownEntry: No party bears the name.
        AmbiguousEntry: Several do.
    """
    wanted = lookup(person) if isinstance(person, str) else person
    return _on(tuple(tenure for tenure in _tenures() if tenure.person == wanted), on)


def edition() -> str:
    """The edition of the table."""
    return _tables.edition(_PARTIES)


def _on(tenures: tuple[Tenure, ...], on: When | None) -> tuple[Tenure, ...]:
    return tuple(tenure for tenure in tenures if on is None or tenure.held.overlaps(on) is not False)


def _pieces(text: str, seen: Callable[[str], PartyReading]) -> Iterator[PartyReading]:
    """The names in a cell: at each joiner the longest stretch that is known, since names have joiners inside."""
    starts, ends = [0], []
    for joiner in _JOINER.finditer(text):
        ends.append(joiner.start())
        starts.append(joiner.end())
    ends.append(len(text))
    parts = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end][:_MOST_PIECES]
    while parts:
        found = 1
        reading = PartyReading()
        for found in range(len(parts), 0, -1):
            reading = seen(text[parts[0][0] : parts[found - 1][1]])
            if reading.candidates:
                break
        yield reading
        parts = parts[found:]


def _reading(name: str, *, place: Place, on: When | None) -> PartyReading:
    named = _without_lead(name, place.country)
    candidates = _named(named, place.country)
    if not candidates:
        return PartyReading(unread=name, raw=name)
    spelling = _normalize.key(named)
    by_part = builtins.all(spelling in map(_normalize.key, party.metonyms) for party in candidates)
    then = tuple(party for party in candidates if on is None or _existed(party, on))
    flags = (PartyFlag.METONYM,) * by_part + (PartyFlag.NOT_THEN,) * (not then)
    meant = {_in_state(party, place.state) for party in then or candidates}
    return PartyReading(candidates=tuple(sorted(meant, key=lambda party: party.id)), flags=flags, raw=name)


def _without_lead(name: str, country: Country | None) -> str:
    """The name without what stands before it and is no part of it, such as ``elementos de la``."""
    rest = name
    while not _named(rest, country):
        lead, _, behind = rest.partition(" ")
        if not behind or _normalize.key(lead) not in _lead_words():
            break
        rest = behind
    return rest


def _existed(party: Party, on: When) -> bool:
    return party.active is None or party.active.overlaps(on) is not False


def _in_state(party: Party, state: State | None) -> Party:
    """The body of the state, where the party is one that every state has."""
    suffix = _suffixes().get(party.id)
    return (_registry().get(f"{state.id.lower()}-{suffix}") if state and suffix else None) or party


def _named(name: str, country: Country | None) -> tuple[Party, ...]:
    if len(name) > _LONGEST:
        return ()
    found = dict.fromkeys(_registry().named(name))
    if country is not None:
        found |= dict.fromkeys(_short_names().get((country.id, _normalize.key(name)), ()))
        at_home = tuple(party for party in found if party.country == country)
        return at_home or tuple(found)
    return tuple(found)


@functools.cache
def _registry() -> _tables.Registry[Party]:
    listed = [_listed(row) for row in _tables.rows(_PARTIES)]
    bodies = [_body(row, state) for row in _tables.rows(_BODIES) for state in places.all_states("MX")]
    return _tables.Registry("parties", sorted(listed + bodies, key=lambda party: party.id))


def _listed(row: Mapping[str, str]) -> Party:
    return Party(
        id=row["id"],
        kind=PartyKind(row["kind"]),
        name=row["name"],
        name_es=row["name_es"],
        aliases=_tables.split(row["aliases"]),
        metonyms=_tables.split(row["metonyms"]),
        short=_tables.split(row["short"]),
        country=places.get_country(row["country"]),
        of=row["of"],
        active=_period(row["active"]) if row["active"] else None,
        successor=row["successor"],
        source=row["source"],
        verified=row["verified"] == "true",
    )


def _body(row: Mapping[str, str], state: State) -> Party:
    """The body of one state, under each way to write the name of the state."""
    spellings = dict.fromkeys((state.name, state.name_es, *state.aliases, *state.short))

    def spelt(cell: str) -> tuple[str, ...]:
        return tuple(name.format(state=spelling) for name in _tables.split(cell) for spelling in spellings)

    return Party(
        id=f"{state.id.lower()}-{row['id']}",
        kind=PartyKind(row["kind"]),
        name=row["name"].format(state=state.name),
        name_es=row["name_es"].format(state=state.name_es),
        aliases=spelt(row["aliases"]),
        metonyms=spelt(row["metonyms"]),
        country=state.country,
        state=state,
        source=row["source"],
        verified=row["verified"] == "true",
    )


@functools.cache
def _suffixes() -> dict[str, str]:
    """For each party that is one of every state, how the ids of those of a state end."""
    return {row["generic"]: row["id"] for row in _tables.rows(_BODIES)}


@functools.cache
def _short_names() -> dict[tuple[str, str], tuple[Party, ...]]:
    """Parties by country and by each name that is understood there."""
    found: dict[tuple[str, str], tuple[Party, ...]] = {}
    for party in _registry():
        for name in party.short:
            # who has a short name has a country
            spelling = (party.country.id if party.country else "", _normalize.key(name))
            found[spelling] = (*found.get(spelling, ()), party)
    return found


@functools.cache
def _lead_words() -> frozenset[str]:
    return frozenset(_normalize.key(row["word"]) for row in _tables.rows("parties/lead_words.csv"))


@functools.cache
def _tenures() -> tuple[Tenure, ...]:
    return tuple(
        Tenure(
            person=_registry()[row["person"]],
            office=_registry()[row["office"]],
            held=_period(row["held"]),
            source=row["source"],
            verified=row["verified"] == "true",
        )
        for row in _tables.rows(_TENURES)
    )


def _period(text: str) -> Period:
    period = edtf.parse_edtf(text)
    return period if isinstance(period, Period) else period.as_period()
