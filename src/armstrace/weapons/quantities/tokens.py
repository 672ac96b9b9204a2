"""The tokens of a tidied text: numbers, words and signs, each with its place."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import NamedTuple

from armstrace import _normalize

_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*)|([^\W\d_]+)|\S")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_LONGEST_NUMBER = 24


class Token(NamedTuple):
    """A number, a word or a sign of a text.

    Attributes:
        text: The text in lower case and without accents.
        role: ``number``, ``word`` or ``sign``.
        start: Where it begins.
        end: Where it ends.
        glued: True if nothing stands between it and the token before.
    """

    text: str
    role: str
    start: int
    end: int
    glued: bool


def tokens(text: str) -> list[Token]:
    """The tokens of a tidied text, in its order."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        number, word = match.group(1, 2)
        role = "number" if number and number.isascii() else "word" if word else "sign"
        found.append(Token(match[0] if role == "number" else _fold(match[0]), role, start, end, start == last))
        last = end
    return found


@functools.lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    return _normalize.casefold(word) or word


def whole(text: str) -> Decimal | None:
    """The whole number that digits with or without thousands separators stand for; None for a decimal number.

    >>> whole("45"), whole("1,500"), whole("7.62"), whole("0045")
    (Decimal('45'), Decimal('1500'), None, Decimal('45'))
    """
    if len(text) > _LONGEST_NUMBER:
        return None
    if text.isdigit():
        return Decimal(text)
    return Decimal(re.sub("[.,]", "", text)) if _GROUPS.fullmatch(text) else None


def decimal(text: str) -> Decimal | None:
    """The number that digits with a point or a comma stand for; None where the sign may group thousands too.

    >>> decimal("16.5"), decimal("16,5"), decimal("1,500"), decimal("1.234,5")
    (Decimal('16.5'), Decimal('16.5'), None, Decimal('1234.5'))
    """
    if len(text) > _LONGEST_NUMBER:
        return None
    if text.isdigit():
        return Decimal(text)
    separators = [c for c in text if not c.isdigit()]
    if len(separators) == 1:
        return None if _GROUPS.fullmatch(text) else Decimal(text.replace(",", "."))
    if len(set(separators)) == 1:
        return whole(text)
    if len(set(separators[:-1])) != 1 or separators[-1] in separators[:-1]:
        return None
    return Decimal(text.replace(separators[0], "").replace(",", "."))
