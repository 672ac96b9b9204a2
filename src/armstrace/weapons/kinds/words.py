"""The words of type cells: the phrases of ``data/kinds/words.csv``, and a cell cut into words."""

from __future__ import annotations

import functools
import re
from typing import Final

from attrs import frozen

from armstrace import _normalize, _tables
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.serials.edits import fewest_edits

FILLERS: Final = frozenset(
    {"tipo", "type", "estilo", "style", "de", "del", "la", "el", "los", "las", "lo", "al", "un", "una", "unos", "unas"}
    | {"a", "the", "of", "in", "da", "do", "das"}
)
JOINTS: Final = frozenset(("y", "e", "o", "u", "and", "or", "ou", "/", ",", ";", "&", "+"))
_TOKEN: Final = re.compile(r"[^\W_]+|[/,;&+]")
_LONGEST_ENDING: Final = 3
_LEAST_MISSPELT: Final = 7
_LONGEST_MISSPELT: Final = 20
_LEAST_MISREAD: Final = 5
_MISREAD: Final = str.maketrans("015", "ois")


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
    """The phrases of the table by their first word, the longest first.

    Attributes:
        by_first: The phrases, with each of their words in its base form, and their rows.
        base: The base form, singular and masculine where the table has it, of every word that occurs in them.
        misspelt: For a word of a kind with a letter left out, the base forms of the words that it may be.
    """

    by_first: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]]
    base: dict[str, str]
    misspelt: dict[str, tuple[str, ...]]

    def beginning_with(self, first: str) -> tuple[Word, ...]:
        """The phrases that begin with the word *first*, in its base form, the longest first; empty if none does."""
        return _beginning_with(self, first) if first in self.by_first else ()

    def stem(self, word: str) -> str:
        """The form of *word* in the table: its base form, or the word that it misspells; else *word* itself."""
        return self._known(word) or self.corrected(word) or word

    def is_misspelt(self, word: str) -> bool:
        """True if *word* is in the table only with its spelling corrected."""
        return self._known(word) is None and self.corrected(word) is not None

    def _known(self, word: str) -> str | None:
        return next((self.base[form] for form in _forms(word) if form in self.base), None)

    def corrected(self, word: str) -> str | None:
        """The kind of which *word* is a misspelling: REBOLBER, ESCOPTEA; None if it is none, or of several.

        >>> vocabulary().corrected("rebolber"), vocabulary().corrected("rifled")
        ('revolver', None)
        """
        if not word.isalpha() and word[0].isalpha():  # digits read for letters: PIST0L, R1FLE
            letters = word.translate(_MISREAD)
            return self._known(letters) if len(word) >= _LEAST_MISREAD and letters.isalpha() else None
        if not _LEAST_MISSPELT <= len(word) <= _LONGEST_MISSPELT or not word.isalpha():
            return None
        spelt = _sounds(word)
        near = {form for variant in _variants(spelt) for form in self.misspelt.get(variant, ()) if form[0] == word[0]}
        edits = {form: fewest_edits(spelt, _sounds(form)) for form in near}
        for most in (0, 1):
            found = [form for form, between in edits.items() if between is not None and len(between) == most]
            if found:
                return found[0] if len(found) == 1 else None
        return None


def _forms(word: str) -> list[str]:
    """The word and the forms of which it may be the plural or feminine."""
    options = [word]
    if word.endswith("s") and len(word) > _LONGEST_ENDING:
        options += [word[:-1], word[:-2], word[:-3] + "y"]
    for option in options[:2]:
        if option.endswith("a"):
            options.insert(2, option[:-1] + "o")
    return options


def _sounds(word: str) -> str:
    """The word with one letter for those that sound alike: b and v, z and s, y and ll."""
    return word.replace("v", "b").replace("z", "s").replace("ll", "y")


def _variants(word: str) -> set[str]:
    """The word, and the word without any single letter."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


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
    rows = _tables.rows("kinds/words.csv")
    phrases = [tuple(word for word in _words(row["form"]) if word not in FILLERS) for row in rows]
    known = {part for phrase in phrases for part in phrase}
    base = {part: next((form for form in _forms(part)[1:] if form in known), part) for part in known}
    by_first: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}
    misspelt: dict[str, list[str]] = {}
    for row, written in zip(rows, phrases, strict=True):
        phrase = tuple([base[part] for part in written])
        by_first.setdefault(phrase[0], []).append((phrase, row))
        if row["role"] == "kind" and len(phrase) == 1 and len(phrase[0]) >= _LEAST_MISSPELT:
            for variant in _variants(_sounds(phrase[0])):
                misspelt.setdefault(variant, []).append(phrase[0])
    for found in by_first.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return Vocabulary(by_first, base, {variant: tuple(forms) for variant, forms in misspelt.items()})


def _words(form: str) -> list[str]:
    return [_normalize.casefold(word) for word in _TOKEN.findall(form)]


@functools.cache  # of words of the table alone, so that it stays small
def _beginning_with(table: Vocabulary, first: str) -> tuple[Word, ...]:
    return tuple([_word(phrase, row) for phrase, row in table.by_first[first]])


def _word(phrase: tuple[str, ...], row: dict[str, str]) -> Word:
    languages = frozenset(_tables.split(row["language"]))
    kinds = frozenset(map(WeaponKind.of, _tables.split(row["kinds"])))
    return _tables.from_row(Word, row, phrase=phrase, languages=languages, kinds=kinds)
