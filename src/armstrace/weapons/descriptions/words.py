"""The words of a description, and what the table of words around facts says of them."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from armstrace import _normalize, _tables
from armstrace.weapons.name_words import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# a number keeps its decimals, and a sign that may separate two things is a word without a key
_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|[^\W_]+(?:(?<=[0-9])[.,](?=[0-9])[^\W_]+)*|[,;/&+|:()\n\r#]"
)


class Meaning(NamedTuple):
    """A row of ``data/descriptions/words.csv``: the role of a form and what it means."""

    role: str
    means: str


def plain(text: str) -> str:
    """The text in one spelling of dashes, quotes and digits; its line ends stay.

    >>> plain("5,56 × 45 – “NATO”")
    '5,56 x 45 - "NATO"'
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", _normalize.one_sign(text))


def cut(text: str) -> list[Token]:
    """The words and signs of a plain text; a sign has no key.

    >>> [token.text for token in cut("2 pistolas 9mm, .45")]
    ['2', 'pistolas', '9mm', ',', '45']
    """
    return [_token(found[0], found.start()) for found in _WORD.finditer(text)]


def _token(text: str, start: int) -> Token:
    key = text.lower() if text.isascii() else _normalize.casefold(text)
    return Token(
        text, key.replace(".", "") if text[0].isalpha() else key if text[0].isalnum() else "", start, start + len(text)
    )


def match(tokens: Sequence[Token], i: int) -> tuple[int, tuple[Meaning, ...]]:
    """The index after the longest form of the table that begins at *i*, with its meanings; *i* and none without one.

    >>> match(cut("no. de serie 123"), 0)
    (3, (Meaning(role='label', means='serial'),))
    """
    for parts, meanings in _table().get(tokens[i].key or tokens[i].text, ()):
        end = i + len(parts)
        if all(
            (token.key or token.text) == part for token, part in zip(tokens[i:end], parts, strict=False)
        ) and end <= (len(tokens)):
            return end, meanings
    return i, ()


@functools.cache
def _table() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[Meaning, ...]], ...]]:
    """The forms by their first word, the longest first."""
    forms: dict[tuple[str, ...], dict[Meaning, None]] = {}
    for row in _tables.rows("descriptions/words.csv"):
        parts = tuple(token.key or token.text for token in cut(row["form"]))
        forms.setdefault(parts, {})[Meaning(row["role"], row["means"])] = None
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Meaning, ...]]]] = {}
    for parts, meanings in forms.items():
        by_first.setdefault(parts[0], []).append((parts, tuple(meanings)))
    return {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in by_first.items()}
