"""The words and signs of counts: a text cut into tokens, and the phrases that stand at a token.

>>> tokens("Más de 1,200 pzas.")
('mas', 'de', '1,200', 'pzas')
>>> phrase(tokens("Más de 1,200 pzas."), 0, "more_than")
2
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from armstrace import _normalize, _tables

if TYPE_CHECKING:
    from collections.abc import Mapping

# a space groups digits only if the first group is short and all others have three digits
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)?e\+\d{1,2}(?!\w)|\d{1,3}(?: \d{3}){1,5}(?![\d.,'])|\d+(?:[.,']\d+)*"
    r"|[^\W\d_]+(?:/[^\W\d_]+)?|>=|=>|<=|=<|\.\.|[^\w\s.]|[_.]"
)
_BORES = frozenset(
    ["9", "12", "16", "22", "32", "38", "40", "44", "45", "223", "308", "357", "380", "410", "556", "762"]
)
_LONG_WORD = 5
_POINT = re.compile(r"(?<=[^\W\d_])\.")


def tokens(text: str) -> tuple[str, ...]:
    """The figures, words and signs of *text*, without case and accents, and without points that end an abbreviation."""
    return tuple(_TOKEN.findall(_POINT.sub(" ", _normalize.casefold(text))))


def phrase(found: tuple[str, ...], index: int, role: str) -> int:
    """How many tokens from *index* on make the longest phrase of *role*; 0 if none does."""
    longest, phrases = _phrases(role)
    for length in range(min(longest, len(found) - index), 0, -1):
        if found[index : index + length] in phrases:
            return length
    return 0


def value(word: str, role: str) -> int | None:
    """The number that a word of *role* (``number``, ``scale`` or ``group``) stands for; None if it has no such role."""
    return _values(role).get(word)


def is_soft(word: str) -> bool:
    """True if the word counts in sets so round that the number is an estimate: ``decena``, ``centenar``, ``couple``."""
    return word in _soft()


def is_bore(word: str) -> bool:
    """True if a bare number may as well be a caliber or gauge: ``2 boxes of 45``."""
    return word in _BORES


@functools.cache
def known() -> frozenset[str]:
    """Every word of the table."""
    return frozenset(token for row in _tables.rows("counts/words.csv") for token in tokens(row["word"]))


@functools.cache
def spelled() -> Mapping[str, int]:
    """The numbers that words stand for, by words long enough to be known in spite of a slip."""
    return {
        word: number
        for role in ("number", "scale")
        for word, number in _values(role).items()
        if len(word) >= _LONG_WORD and word.isalpha()
    }


@functools.cache
def _phrases(role: str) -> tuple[int, frozenset[tuple[str, ...]]]:
    phrases = frozenset(tokens(row["word"]) for row in _tables.rows("counts/words.csv") if row["role"] == role)
    return max(map(len, phrases)), phrases


@functools.cache
def _values(role: str) -> Mapping[str, int]:
    rows = _tables.rows("counts/words.csv")
    return {_normalize.casefold(row["word"]): int(row["value"]) for row in rows if row["role"] == role}


@functools.cache
def _soft() -> frozenset[str]:
    return frozenset(_normalize.casefold(row["word"]) for row in _tables.rows("counts/words.csv") if row["soft"])
