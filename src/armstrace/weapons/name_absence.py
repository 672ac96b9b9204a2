"""The words of a make or model cell that say why it names none: the mark is gone, cannot be read, was never there.

The words stand in ``data/makes/absence.csv`` in the masculine singular; gender, number, case and accents do not count.

>>> absence = absence_in(tokens("MARCAS BORRADAS"))
>>> absence.state, sorted(absence.taken)
(<NameState.OBLITERATED: 'obliterated'>, [0, 1])
>>> absence_in(tokens("fabricação caseira")).made_by
<Making.ARTISANAL: 'artisanal'>
>>> absence_in(tokens("Glock")) is None
True
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import frozen

from armstrace import _normalize, _tables
from armstrace.weapons.construction import Making
from armstrace.weapons.name_words import one_edit, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from armstrace.weapons.name_words import Token

_SHORTEST: Final = 8
"""The length that a word must have for one wrong letter to be forgiven."""
_SHORT: Final = 4
"""The number of words of a text in which a word may be misspelt."""
_LONGEST: Final = 6
"""The number of words of a text of which only a stretch states an absence."""
_ALONE: Final = frozenset(("obliterated", "illegible", "homemade", "printed", "unmarked", "without"))
"""The roles that decide beside words that say something else."""


class NameState(StrEnum):
    """The reason why a weapon has no name of a make or model that could be recorded."""

    UNMARKED = "unmarked"  #: The weapon bears no such mark.
    OBLITERATED = "obliterated"  #: The mark was removed or altered.
    ILLEGIBLE = "illegible"  #: The mark cannot be seen or read.
    SEVERAL = "several"  #: Several weapons of several makes or models, none of them named.


@frozen(kw_only=True)
class Absence:
    """The meaning of words that say that no make or model is named.

    Attributes:
        state: The reason, or None where the text states none (*unknown*).
        made_by: The way the weapon was made, where the text says that it was not made in a factory.
        taken: The indexes of the words that say so.
    """

    state: NameState | None
    made_by: Making | None
    taken: frozenset[int]

    def is_whole(self, words: Sequence[Token]) -> bool:
        """True if all *words* state the absence."""
        return len(self.taken) == len(words)

    @property
    def says_nothing(self) -> bool:
        """True if the text only states that nothing is known."""
        return self.state is None and self.made_by is None


def absence_in(words: Sequence[Token]) -> Absence | None:
    """The absence that *words* state; None if they state none.

    Either all words state it together, or a stretch of words that cannot mean anything else: ``BORRADA, CHINA``. Beside
    numbers and words for things such a stretch may be about a serial number, and states nothing here.
    """
    roles = _roles(words)
    whole = _decide(roles) if roles and None not in roles else None
    if whole is not None:
        return _absence(whole, range(len(words)))
    others = [word for word, role in zip(words, roles, strict=True) if role is None]
    if len(words) > _LONGEST or any(word.has_digit or word.of("thing") for word in others):
        return None
    for start, end in _stretches(roles):
        outcome = _decide(roles[start:end])
        if outcome is not None and not _ALONE.isdisjoint(roles[start:end]):
            return _absence(outcome, range(start, end))
    return None


def _absence(outcome: tuple[NameState | None, Making | None], taken: range) -> Absence:
    return Absence(state=outcome[0], made_by=outcome[1], taken=frozenset(taken))


def _stretches(roles: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """The start and end of each stretch of words with a role, without the filler words at its edges."""
    start = 0
    while start < len(roles):
        end = start
        while end < len(roles) and roles[end] is not None:
            end += 1
        first, last = start, end
        while first < last and roles[first] == "filler":
            first += 1
        while last > first and roles[last - 1] == "filler":
            last -= 1
        if first < last:
            yield first, last
        start = end + 1


def _decide(roles: Sequence[str | None]) -> tuple[NameState | None, Making | None] | None:
    """The state and the way of making that these roles lead to; None if they lead to nothing."""
    found = frozenset(roles)
    made_by = Making.PRINTED if "printed" in found else Making.ARTISANAL if "homemade" in found else None
    state = _state(found)
    if state is not None or made_by is not None:
        return state, made_by
    negated = not found.isdisjoint(("negation", "without"))
    return (None, None) if "unknown" in found or (negated and "stated" in found) else None


def _state(found: frozenset[str | None]) -> NameState | None:
    without = "without" in found
    if "obliterated" in found:
        return NameState.OBLITERATED
    if "illegible" in found or ("negation" in found and "seen" in found and not without):
        return NameState.ILLEGIBLE
    if "unmarked" in found or (without and "seen" in found):
        return NameState.UNMARKED
    if (without or "negation" in found) and "stated" not in found and not found.isdisjoint(("noun", "bears")):
        return NameState.UNMARKED
    return NameState.SEVERAL if "several" in found else None


def _roles(words: Sequence[Token]) -> list[str | None]:
    """The role of each word; None for a word that has none. The longest phrase of the table wins.

    In a short text, a single word without a role may be misspelt.
    """
    keys = [_key(word) for word in words]
    if _beginnings().isdisjoint(keys) and len(words) > 1:
        return [None] * len(words)
    roles: list[str | None] = []
    table = _table()
    while len(roles) < len(words):
        start = len(roles)
        for end in range(min(len(words), start + _most_words()), start, -1):
            role = table.get("".join(keys[start:end]))
            if role is not None:
                roles += [role] * (end - start)
                break
        else:
            roles.append(None)
    if len(words) <= _SHORT and roles.count(None) == 1:
        i = roles.index(None)
        roles[i] = _near(keys[i])
    return roles


def _near(key: str) -> str | None:
    """The role of the words of the table that are one letter from *key*; None if there are none, or of two roles."""
    if len(key) < _SHORTEST or len(key) > 2 * _SHORTEST:
        return None
    found = {role for word, role in _table().items() if len(word) >= _SHORTEST and one_edit(word, key)}
    return found.pop() if len(found) == 1 else None


def _key(word: Token) -> str:
    """The letters and digits of the word in the masculine singular, with the signs that make ``80%`` and ``N/I``."""
    key = word.key
    if len(key) > 4 and key.endswith("s"):
        key = key[:-1]
    if len(key) > 3 and key.endswith("a"):
        key = key[:-1] + "o"
    if word.text.endswith("%"):
        return key + "%"
    return key + "." if " " in word.text or "." in word.text[:-1] else key


@functools.cache
def _rows() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The keys of the words of each phrase of the table, and its role."""
    rows = _tables.rows("makes/absence.csv")
    return tuple((tuple(map(_key, tokens(_normalize.tidy(row["word"])))), row["role"]) for row in rows)


@functools.cache
def _table() -> Mapping[str, str]:
    return {"".join(keys): role for keys, role in _rows()}


@functools.cache
def _beginnings() -> frozenset[str]:
    """The keys with which phrases of the table begin, without filler words."""
    return frozenset(keys[0] for keys, role in _rows() if role != "filler")


@functools.cache
def _most_words() -> int:
    return max(len(keys) for keys, _ in _rows())
