"""The calibers of a description and the words that give them."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from armstrace.weapons import calibers
from armstrace.weapons import name_words as _words
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.calibers.words import vocabulary
from armstrace.weapons.descriptions import names
from armstrace.weapons.descriptions.claims import Claim
from armstrace.weapons.descriptions.words import cut, match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.weapons.descriptions.claims import Described
    from armstrace.weapons.name_words import Token

_LABELS: Final = frozenset(("cal", "calibre", "caliber", "calibers", "calibres", "calib"))
_UNITS: Final = frozenset(
    ("mm", "cal", "caliber", "calibre", "gauge", "ga", "gage", "milimetros", "millimeter", "millimeters")
)
_GLUED: Final = re.compile(
    r"[0-9]+(?:[.,][0-9]+)?(?:mm|x[0-9].*|ga|gauge|cal|acp|lr|mag|magnum|spl|special|bmg|wmr|win|rem)"
)
_ROLES: Final = frozenset(("name", "near", "code", "maker", "load", "unit"))
_MOST: Final = 8


def calibers_in(described: Described) -> Iterator[Claim]:
    """The claims of the calibers in a description, whose value is the words for the reader of calibers."""
    tokens = described.tokens
    i = 0
    while i < len(tokens):
        label = i
        while label < len(tokens) and (tokens[label].key in _LABELS or (label > i and tokens[label].text == ":")):
            label += 1
        if label < len(tokens) and _begins(described, label, labeled=label > i):
            end = _end(described, label)
            yield Claim("caliber", i, end, described.written(label if label == i else i, end), labeled=label > i)
            i = end
        else:
            i = max(label, i + 1)


def _begins(described: Described, i: int, *, labeled: bool) -> bool:
    """True if a caliber begins at the word *i*: a number with a point, a unit, the name of a cartridge or a label."""
    token = described.tokens[i]
    if not token.key[:1].isdecimal():
        return False
    before = described.text[max(token.start - 2, 0) : token.start]
    if labeled or token.is_decimal or (before[-1:] == "." and not before[:1].isalnum()) or _GLUED.fullmatch(token.key):
        return True
    return token.key.isdecimal() and _is_named(described, i)


def _is_named(described: Described, i: int) -> bool:
    """True if the words behind the number at *i* make it a caliber: a unit, a case length, the name of a cartridge."""
    tokens = described.tokens[i : i + 4]
    following = [each.key for each in tokens[1:]]
    if not following or (following[0] in _LABELS and following[1:2] and following[1][:1].isdecimal()):
        return False  # "modelo 19 calibre 9 mm"
    if following[0] in _UNITS:
        return True
    if following[0] == "x":
        return following[1:2] != [] and following[1][:1].isdecimal()
    if described.text[tokens[0].end : tokens[1].start] == "-" and following[0].isdecimal():
        return _is_settled(described, i, i + 3) or _is_settled(described, i, i + 4)
    if not _is_name(following[0]):
        return False
    return _is_settled(described, i, i + 2) or (
        len(following) > 1 and _is_name(following[1]) and _is_settled(described, i, i + 3)
    )


def _is_settled(described: Described, first: int, last: int) -> bool:
    """True if the words from *first* to *last* name a cartridge, and not merely a number that may be one."""
    found = calibers.read(described.written(first, last)) if last <= len(described.tokens) else ()
    return (
        len(found) == 1
        and found[0].basis is CaliberBasis.NAMED
        and "weapon named for a caliber" not in found[0].repairs
    )


def _end(described: Described, i: int) -> int:
    """The index after the words that give the caliber at *i*, without numbers that add nothing to its meaning."""
    end = i + 1
    tokens = described.tokens
    while end < min(len(tokens), i + _MOST) and _goes_on(tokens, end):
        end += 1
    end = _before_make(tokens, i, end)
    whole = calibers.read(described.written(i, end))
    while (
        end > i + 1
        and not _is_name(tokens[end - 1].key)
        and (not tokens[end - 1].key or calibers.read(described.written(i, end - 1)) == whole)
    ):
        end -= 1
    return end


def _before_make(tokens: Sequence[Token], i: int, end: int) -> int:
    """The index of the make of a weapon that stands from *i* to *end*; *end* if there is none.

    A make that is part of the name of a cartridge is none: ``.40 S&W``, but not ``9mm Beretta``.
    """
    for at in range(i + 1, end):
        hit = names.make_at(tokens, at, leading=True)
        if hit is None:
            continue
        words = [token for token in tokens[i : hit.end] if token.key not in _UNITS]
        longer = [*words, *tokens[hit.end : min(hit.end + 1, end)]]
        if _cartridge_keys().isdisjoint((_words.joined(words), _words.joined(longer))):
            return at
    return end


@functools.cache
def _cartridge_keys() -> frozenset[str]:
    names_of_all = [cut(name) for row in Cartridge.all() for name in (row.name, *row.aliases)]
    return frozenset(_words.joined([token for token in name if token.key not in _UNITS]) for name in names_of_all)


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    key = tokens[i].key
    if not key:
        return tokens[i].text in "/&()"
    if key[0].isdecimal() or key == "x":
        return True
    return _is_name(key) and all(meaning.role != "label" for meaning in match(tokens, i)[1])


def _is_name(key: str) -> bool:
    """True if the word is one of the name of a cartridge or a unit of calibers."""
    word = vocabulary().words.get(key)
    return key in _UNITS or (word is not None and word.role in _ROLES)
