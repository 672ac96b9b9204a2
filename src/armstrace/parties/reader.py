"""What the authority cell of a row names."""

from __future__ import annotations

import functools
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _normalize, _placeholders, _tables
from armstrace.parties.table import LONGEST, Party, suffixes
from armstrace.places.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from armstrace.dates.value import When
    from armstrace.places.country import Country
    from armstrace.places.state import State

_MOST_PIECES = 12
_JOINER = re.compile(r" ?[/,;+&()|-] ?| (?:y|e|and|con|with) ", re.IGNORECASE)


class PartyFlag(StrEnum):
    """What the reader of a party assumed."""

    METONYM = "metonym"  #: The name is that of a part (an army), taken for the whole (its ministry).
    NOT_THEN = "not_then"  #: The party did not exist on the day, by this table.


@frozen(kw_only=True)
class PartyReading:
    """The parties that a name in a cell may mean.

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
    if len(tidied) > LONGEST:
        return (PartyReading(unread=tidied, raw=text),)
    seen = functools.partial(_reading, place=place or Place(), on=on)
    readings = list(_pieces(tidied, seen))
    if not any(reading.candidates for reading in readings):
        return (PartyReading(unread=tidied, raw=text),)
    return tuple(dict.fromkeys(readings))


def _pieces(text: str, seen: Callable[[str], PartyReading]) -> Iterator[PartyReading]:
    """The readings of the names in a cell, which commas, slashes or "and" separate.

    Since names have such joiners inside, the longest stretch that names a party is taken. *seen* reads a stretch.
    """
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
    spelt = _without_lead(name, place.country)
    candidates = Party.named(spelt, place.country)
    if not candidates:
        return PartyReading(unread=name, raw=name)
    spelling = _normalize.key(spelt)
    by_part = all(spelling in map(_normalize.key, party.metonyms) for party in candidates)
    then = tuple(party for party in candidates if on is None or _existed(party, on))
    flags = (PartyFlag.METONYM,) * by_part + (PartyFlag.NOT_THEN,) * (not then)
    meant = {_in_state(party, place.state) for party in then or candidates}
    return PartyReading(candidates=tuple(sorted(meant, key=lambda party: party.id)), flags=flags, raw=name)


def _without_lead(name: str, country: Country | None) -> str:
    """The name without leading words that are no part of it, such as ``elementos de la``.

    *country* is the one in which the name is understood.
    """
    rest = name
    while not Party.named(rest, country):
        lead, _, behind = rest.partition(" ")
        if not behind or _normalize.key(lead) not in _lead_words():
            break
        rest = behind
    return rest


def _existed(party: Party, on: When) -> bool:
    return party.active is None or party.active.overlaps(on) is not False


def _in_state(party: Party, state: State | None) -> Party:
    """The body of the state if *party* stands for the like body of every state; else *party* itself."""
    suffix = suffixes().get(party.id)
    return (Party.get(f"{state.id.lower()}-{suffix}") if state and suffix else None) or party


@functools.cache
def _lead_words() -> frozenset[str]:
    return frozenset(_normalize.key(row["word"]) for row in _tables.rows("parties/lead_words.csv"))
