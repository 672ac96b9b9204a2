"""The words of type cells: the phrases of ``data/kinds/words.csv``, and a cell cut into words."""

from __future__ import annotations

import functools
import re
from typing import Final

from attrs import frozen

from armstrace import _normalize, _tables
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind

FILLERS: Final = frozenset(
    {"tipo", "type", "estilo", "style", "de", "del", "la", "el", "los", "las", "lo", "al", "un", "una", "unos", "unas"}
    | {"a", "the", "of", "in", "da", "do", "das"}
)
JOINTS: Final = frozenset(("y", "e", "o", "u", "and", "or", "ou", "/", ",", ";", "&", "+"))
_TOKEN: Final = re.compile(r"[^\W_]+|[/,;&+]")
_LONGEST_ENDING: Final = 3


@frozen(eq=False)
class Word:
    """A row of ``data/kinds/words.csv``: a phrase, its languages and its meaning."""

    phrase: tuple[str, ...]
    languages: frozenset[str]
    role: str
    kinds: frozenset[WeaponKind]
    legal_word: str
    action: Action | None
    fire_modes: frozenset[FireMode]
    pattern: str
    flags: frozenset[str]


@frozen(eq=False)
class Vocabulary:
    """The phrases of the table by their first word, the longest first, and all words that occur in them."""

    by_first: dict[str, list[Word]]
    known: frozenset[str]

    def stem(self, word: str) -> str:
        """The form of *word* in the table: as it is, singular or masculine; *word* itself if it is not there."""
        options = [word]
        if word.endswith("s") and len(word) > _LONGEST_ENDING:
            options += [word[:-1], word[:-2], word[:-3] + "y"]
        for option in options[:2]:
            if option.endswith("a"):
                options.insert(2, option[:-1] + "o")
        return next((option for option in options if option in self.known), word)


@frozen(eq=False)
class Token:
    """A word or joint of a cell, with its start and end in the text."""

    word: str
    start: int
    end: int


def tokens(plain: str) -> list[Token]:
    """The words and joints (``,``, ``/``, ``+``) of a cell, in their order."""
    return [Token(_normalize.casefold(found[0]), *found.span()) for found in _TOKEN.finditer(plain)]


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of ``data/kinds/words.csv``, read once."""
    by_first: dict[str, list[Word]] = {}
    for row in _tables.rows("kinds/words.csv"):
        word = _tables.from_row(
            Word,
            row,
            phrase=tuple(token.word for token in tokens(row["form"]) if token.word not in FILLERS),
            languages=frozenset(_tables.split(row["language"])),
            kinds=frozenset(map(WeaponKind.of, _tables.split(row["kinds"]))),
        )
        by_first.setdefault(word.phrase[0], []).append(word)
    for words in by_first.values():
        words.sort(key=lambda word: -len(word.phrase))
    return Vocabulary(
        by_first, frozenset(part for words in by_first.values() for word in words for part in word.phrase)
    )
