"""The whole phrase of a count: the words of bounds around its number, ``more than 300``, ``between 40 and 50``."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from armstrace import _tables
from armstrace.counts.value import Count
from armstrace.errors import ParseError
from armstrace.weapons.descriptions.claims import Claim
from armstrace.weapons.descriptions.words import cut

if TYPE_CHECKING:
    from armstrace.weapons.descriptions.claims import Described

_BOUNDS: Final = frozenset(("about", "at_least", "more_than", "at_most", "less_than", "between"))
_MOST_BEFORE: Final = 6
_MOST_BEHIND: Final = 3
_SIGNS: Final = "~≈±∼≥≤<>"


def widened(described: Described, claim: Claim) -> Claim:
    """The claim of a count with the words and signs before its number that bound it.

    >>> from armstrace.weapons.descriptions.claims import Described
    >>> tokens = cut("entre 40 y 50 armas")
    >>> print(widened(Described("entre 40 y 50 armas", tokens), Claim("count", 3, 4, Count.exact(50))).value)
    40..50
    """
    tokens, text = described.tokens, described.text
    end = tokens[claim.last - 1].end
    for first in range(max(claim.first - _MOST_BEFORE, 0), claim.first):
        count = _count(text[tokens[first].start : end]) if tokens[first].key in _openers() else None
        if count is not None and count.value is None:
            return claim._replace(first=first, value=count)
    start = tokens[claim.first].start
    signed = len(text[:start]) - len(text[:start].rstrip().rstrip(_SIGNS))
    count = _count(text[start - signed : end]) if signed and text[start - signed] in _SIGNS else None
    return claim._replace(value=count) if count is not None else claim


def behind(described: Described, claim: Claim, at: int) -> Claim | None:
    """The claim of the words at *at*, behind what is counted, that bound the number: ``300 cartuchos o más``."""
    tokens = described.tokens
    at += at < len(tokens) and tokens[at].text == "("
    if at >= len(tokens) or tokens[at].key not in _openers() or claim.value.value is None:
        return None
    for last in range(min(at + _MOST_BEHIND, len(tokens)), at, -1):
        if last < len(tokens) and tokens[last].key:
            continue
        count = _count(f"{claim.value.value} {described.text[tokens[at].start : tokens[last - 1].end]}")
        if count is not None and count.value is None and tokens[last - 1].key:
            return Claim("count", at, last, count)
    return None


def _count(text: str) -> Count | None:
    try:
        return Count.parse(text)
    except ParseError:
        return None


@functools.cache
def _openers() -> frozenset[str]:
    """The words with which the phrases of bounds begin."""
    rows = _tables.rows("counts/words.csv")
    phrases = (cut(row["word"]) for row in rows if row["role"] in _BOUNDS)
    return frozenset(tokens[0].key for tokens in phrases if tokens and tokens[0].key)
