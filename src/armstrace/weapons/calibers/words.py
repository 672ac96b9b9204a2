"""The words of caliber fields: the meaning of each, cut short or misspelt.

The words stand in ``data/calibers/words.csv``. Letters may be mended where only one word of the vocabulary fits;
digits never are.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from armstrace import _normalize, _tables

_LONGEST_MENDED = 16
_MENDED = frozenset(("name", "near", "code", "maker", "unit", "kind"))
_SHORTEST_CUT = 3
_SHORTEST_GARBLED = 5


class Word(NamedTuple):
    """A word as understood: its role, its canonical form, and the repair that it needed (empty if none)."""

    role: str
    canonical: str
    repair: str = ""


UNKNOWN = Word("", "")


class Vocabulary(NamedTuple):
    """The words of the table, the phrases by their first word, and the words that a damaged word may come from.

    ``brands`` are the makers of weapons: a bare number behind such a word is rather that of a model.
    """

    words: dict[str, Word]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Word], ...]]
    cut: dict[str, set[str]]
    garbled: dict[str, set[str]]
    numbers: dict[str, int]
    brands: frozenset[str]
    small: frozenset[str]


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of ``data/calibers/words.csv``, read once."""
    words: dict[str, Word] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    cut: dict[str, set[str]] = {}
    garbled: dict[str, set[str]] = {}
    brands: set[str] = set()
    for row in _tables.rows("calibers/words.csv"):
        word = Word("maker" if row["role"] == "brand" else row["role"], row["canonical"])
        if row["role"] == "brand":
            brands.add(row["canonical"])
        first, *rest = _normalize.casefold(row["word"]).split()
        if rest:
            phrases.setdefault(first, []).append(((first, *rest), word))
            continue
        words[first] = word
        if word.role in _MENDED and len(first) > _SHORTEST_CUT and first.isalpha():
            for length in range(_SHORTEST_CUT + (word.role == "kind"), len(first)):
                cut.setdefault(first[:length], set()).add(first)
            if len(first) >= _SHORTEST_GARBLED:
                for damaged in _one_dropped(first):
                    garbled.setdefault(damaged, set()).add(first)
    spelled = _tables.rows("quantities/number_words.csv")
    numbers = {row["word"]: int(row["value"]) for row in spelled if row["role"] != "multiplier" and row["value"] != "0"}
    longest_first = {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in phrases.items()}
    return Vocabulary(words, longest_first, cut, garbled, numbers, frozenset(brands), _small())


def _small() -> frozenset[str]:
    """The small words of three languages, such as *con* and *with*: no word of calibers is cut down to them."""
    return frozenset(row["form"] for row in _tables.rows("quantities/small_words.csv"))


def _one_dropped(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@functools.lru_cache(maxsize=4096)
def understand(text: str) -> Word:
    """The word that *text* is, is cut from or misspells by a letter; `UNKNOWN` if no word fits, or several do."""
    known = vocabulary()
    if text in known.words:
        return known.words[text]
    if not _SHORTEST_CUT <= len(text) <= _LONGEST_MENDED or text in known.small:
        return UNKNOWN
    for origins in (known.cut.get(text, set()), _neighbors(text)):
        meanings = {known.words[origin] for origin in origins}
        if len(meanings) == 1:
            found = meanings.pop()
            return Word(found.role, found.canonical, f"{text}: {found.canonical}")
    return UNKNOWN


def _neighbors(text: str) -> set[str]:
    if len(text) < _SHORTEST_GARBLED:
        return set()
    garbled = vocabulary().garbled
    found = set().union(*(garbled.get(damaged, set()) for damaged in _one_dropped(text)))
    return {word for word in found if word[0] == text[0] and abs(len(word) - len(text)) <= 1 and _one_edit(word, text)}


def _one_edit(left: str, right: str) -> bool:
    """True if a single letter changed, lost or added, or two neighbors swapped, make *left* into *right*."""
    shorter, longer = sorted((left, right), key=len)
    at = 0
    while at < len(shorter) and shorter[at] == longer[at]:
        at += 1
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = longer[at + 1 : at + 2] + longer[at : at + 1] + longer[at + 2 :]
    return shorter[at + 1 :] == longer[at + 1 :] or shorter[at:] == swapped
