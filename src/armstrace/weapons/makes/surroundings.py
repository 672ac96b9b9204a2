"""The words around the name of a make: *of the type of*, the importer, the country, and what joins two names."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from armstrace import _normalize
from armstrace.places.country import Country
from armstrace.places.state import State
from armstrace.weapons.makes.registry import CompanyRole, name_key
from armstrace.weapons.name_words import tokens

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from armstrace.weapons.makes.names import Hit
    from armstrace.weapons.makes.registry import MakeRow
    from armstrace.weapons.name_words import Token

_LISTS: Final = re.compile(r"[;|+\n]|\b(?:and|y|e|und|et|or|o|u|ou)\b", re.IGNORECASE)
_PRECEDES: Final = frozenset(("tipo", "similar", "estilo"))
_MADE: Final = frozenset(("made", "hecho", "hecha", "fabricado", "fabricada", "feito", "feita", "manufactured", "in"))
_MADE_IN: Final = _MADE | {"en", "em", "de", "del", "do", "da"}
_MOST_WORDS: Final = 3


def is_of_type(words: Sequence[Token], hit: Hit) -> bool:
    """True if the words beside the name say *of the type of*: ``tipo Colt``, ``Colt replica``."""
    before = hit.start
    while before and (words[before - 1].of("filler", "link") or words[before - 1].joins):
        before -= 1
        if words[before].of("type_of"):
            return True
    if before and words[before - 1].of("type_of"):
        return True
    after = hit.end
    while after < len(words) and (words[after].joins or words[after].key in ("o", "or", "ou", "u")):
        after += 1
    if after == len(words) or not words[after].of("type_of"):
        return False
    # a Spanish or Portuguese "tipo" belongs to what follows it: "Colt tipo escuadra"
    return words[after].key not in _PRECEDES or after + 1 == len(words)


def follows_importer(words: Sequence[Token], start: int) -> bool:
    """True if the words before the index *start* say that what follows is an importer: ``imp. by``."""
    while start and (words[start - 1].of("filler", "link") or words[start - 1].joins):
        start -= 1
    return start > 0 and words[start - 1].of("importer")


def is_importer(words: Sequence[Token], hit: Hit) -> bool:
    """True if the name is followed by a word for an importer: ``Century Arms (importador)``."""
    following = words[hit.end : hit.end + 2]
    return any(word.of("importer") for word in following[:1]) and not any(word.of("filler") for word in following[1:])


def is_address(words: Sequence[Token]) -> bool:
    """True if the words, which stand behind the name of a firm, can be its address: ``SMYRNA GA``, ``Yonkers, N.Y.``.

    At most two words that are in no table stand before a state, a country or a known town.
    """
    places = [word.of("place", "country") or word.key in _states() for word in words]
    if len(words) > 1 and len(words[-1].key) < 3 and not places[-1]:  # the river in "Oberndorf/N"
        places = places[:-1]
    if not places or not places[-1] or any(word.has_digit or word.of("business", "line", "thing") for word in words):
        return False
    known = [
        is_place or word.is_word or word.joins or len(word.key) < 3
        for word, is_place in zip(words, places, strict=False)
    ]
    return known.count(False) <= 2


def is_importer_of(maker: MakeRow, other: MakeRow) -> bool:
    """True if a company of the make *other* imports the make *maker*: Century Arms and Romarm."""
    keys = tuple(map(name_key, other.names))
    return any(
        company.role is CompanyRole.IMPORTER and name_key(company.name).startswith(keys) for company in maker.companies
    )


def lists(text: str, words: Sequence[Token], left: Hit, right: Hit) -> bool:
    """True if the text between two names makes a list of them: ``Bushmaster and DPMS``; not ``Girsan/EAA``."""
    return _LISTS.search(text[words[left.end - 1].end : words[right.start].start]) is not None


def country_in(words: Sequence[Token], taken: Container[int] = ()) -> tuple[str | None, frozenset[int]]:
    """The ISO code of the only country that *words* name, and the indexes of the words for it; None and empty else.

    Words such as *made in* before the country are counted in. The words at the indexes *taken* name makes.
    """
    found: dict[str, frozenset[int]] = {}
    for start in range(len(words)):
        for end in range(min(len(words), start + _MOST_WORDS), start, -1):
            free = not any(i in taken for i in range(start, end))
            code = _codes().get("".join(word.key for word in words[start:end])) if free else None
            first = start
            while first and words[first - 1].key in _MADE_IN:
                first -= 1
            if code and (first < start or not words[start].of("trade")):
                made = any(word.key in _MADE for word in words[first:start])
                found[code] = found.get(code, frozenset()) | frozenset(range(first if made else start, end))
                break
    return next(iter(found.items())) if len(found) == 1 else (None, frozenset())


@functools.cache
def country_names() -> frozenset[str]:
    """The keys of the names of countries that are longer than a code."""
    names = {_normalize.key(name) for country in Country.all() for name in country.names}
    return frozenset(name for name in names if len(name) > 3)  # codes of two and three letters are brands as well


@functools.cache
def _states() -> frozenset[str]:
    """The keys of the names and abbreviations of states."""
    return frozenset(
        _normalize.key(name) for state in State.all() for name in (*state.names, *state.short, state.usps) if name
    )


@functools.cache
def _codes() -> Mapping[str, str]:
    """The ISO codes by the names of countries; a single word must be in the table of words too, as Georgia is not."""
    codes: dict[str, str] = {}
    for country in Country.all():
        for name in country.names:
            words = tokens(_normalize.tidy(name))
            if len(words) > 1 or any(word.of("country") for word in words):
                codes["".join(word.key for word in words)] = country.id
    return codes
