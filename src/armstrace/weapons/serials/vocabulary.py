"""The words of serial cells: the phrases of the tables, shortened words, and words with a typing error."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from attrs import frozen

from armstrace import _normalize, _tables
from armstrace.weapons.serials.edits import fewest_edits
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.serials.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# the meaning of a phrase that names a part of the weapon is this and the id of the part
PART: Final = "part_of_weapon:"
_STATES: Final = frozenset(state.value for state in SerialState)
# what a shortened word or one with a typing error may mean
_GUESSED: Final = _STATES | {"label", "visible", "part", "hedge"}
_LEAST_SHORTENED: Final = 3
_LEAST_SHORTENED_BARE: Final = 4
_SHORTENED_BARE: Final = frozenset((SerialState.OBLITERATED.value, SerialState.ILLEGIBLE.value))
_LEAST_MISSPELT: Final = 6
_LONGEST_MISSPELT: Final = 20
_LEAST_MAKE: Final = 4
_DIGITS_IN_WORDS: Final = frozenset(
    ("two", "three", "four", "five", "six", "dos", "tres", "cuatro", "cinco", "seis", "dois", "quatro")
)


@frozen(eq=False)
class Vocabulary:
    """The phrases by their stems, with their meaning.

    Attributes:
        phrases: The meaning of each phrase.
        longest: The number of words of the longest phrase that begins with a stem.
        single: The phrases of one word as written in the table, with their meaning.
        short: The meaning of each beginning of these words; None where they differ.
        misspelt: For a word with a letter left out, the words of the table that it may be.
        models: The names of models, as keys.
        patterns: The names of patterns with digits, such as AK-47, as keys.
    """

    phrases: dict[tuple[str, ...], str]
    longest: dict[str, int]
    single: dict[str, str]
    short: dict[str, str | None]
    misspelt: dict[str, tuple[str, ...]]
    models: frozenset[str]
    patterns: frozenset[str]

    def phrase(self, words: Sequence[str]) -> tuple[str, int] | None:
        """The meaning of the longest phrase at the start of *words*, and the number of its words, or None.

        >>> vocabulary().phrase(["numeros", "borrados"])
        ('label', 1)
        >>> vocabulary().phrase(["ultimos", "cuatro", "digitos"])
        ('tail', 3)
        """
        longest = min(len(words), self.longest.get(_form(words[0]), 0))
        forms = [_form(word) for word in words[:longest]]
        for length in range(longest, 0, -1):
            meaning = self.phrases.get(tuple(forms[:length]))
            if meaning is not None:
                return meaning, length
        return None

    def shortened(self, word: str, *, point: bool) -> str | None:
        """The meaning that all words which begin with *word* share; None if they differ, or *word* is too short.

        Args:
            word: The word, in lower case.
            point: True if a point follows it, as it follows an abbreviation.

        >>> vocabulary().shortened("rasp", point=True), vocabulary().shortened("rest", point=True)
        ('obliterated', None)
        """
        if len(word) < (_LEAST_SHORTENED if point else _LEAST_SHORTENED_BARE) or not word.isalpha():
            return None
        meaning = self.short.get(word)
        return meaning if point or meaning in _SHORTENED_BARE else None

    def corrected(self, word: str) -> str | None:
        """The meaning of the words that are one typing error away from *word*; None if there are none, or they differ.

        >>> vocabulary().corrected("oblitreada"), vocabulary().corrected("illegble")
        ('obliterated', 'illegible')
        """
        if not _LEAST_MISSPELT <= len(word) <= _LONGEST_MISSPELT or not word.isalpha():
            return None
        near = {form for variant in _variants(word) for form in self.misspelt.get(variant, ())}
        meanings = {self.single[form] for form in near if len(fewest_edits(word, form) or "no") == 1}
        return meanings.pop() if len(meanings) == 1 else None


def _form(word: str) -> str:
    """The stem of a word; ``#`` for a small number or its word, which a phrase such as *last 4 digits* holds."""
    return "#" if (word.isdigit() and len(word) == 1) or word in _DIGITS_IN_WORDS else stem(word)


def _variants(word: str) -> set[str]:
    """The word, and the word without any single letter."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _inflected(form: str) -> Iterable[str]:
    """The form itself, and the other gender and number of a participle or adjective in -o."""
    return (form, f"{form[:-1]}a", f"{form}s", f"{form[:-1]}as") if form.endswith("o") else (form,)


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the tables of serials, with the makes and models, read once."""
    table = {row["form"]: row["says"] for row in _tables.rows("serials/words.csv")}
    parts = {row["form"]: PART + row["part"] for row in _tables.rows("serials/parts.csv")}
    phrases = {tuple(map(_form, form.split())): meaning for form, meaning in (parts | table).items()}
    for name in _make_names():
        phrases.setdefault(tuple(map(_form, name)), "make")
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    single = {
        form: meaning
        for written, meaning in table.items()
        if meaning in _GUESSED and written.isalpha()
        for form in _inflected(written)
    }
    misspelt: dict[str, list[str]] = {}
    for form in single:
        if len(form) >= _LEAST_MISSPELT - 1:
            for variant in _variants(form):
                misspelt.setdefault(variant, []).append(form)
    near = {variant: tuple(forms) for variant, forms in misspelt.items()}
    return Vocabulary(
        phrases, longest, single, _beginnings(single), near, frozenset(_model_names()), frozenset(_patterns())
    )


def _beginnings(single: dict[str, str]) -> dict[str, str | None]:
    """The meaning that all words with a beginning share, by beginning; None where they differ."""
    short: dict[str, str | None] = {}
    for form, meaning in single.items():
        for end in range(_LEAST_SHORTENED, len(form) + 1):
            short[form[:end]] = meaning if short.get(form[:end], meaning) == meaning else None
    return short


def _make_names() -> Iterable[tuple[str, ...]]:
    """The names of makes as words: those of several words, and single words too long for the letters of a serial."""
    for row in _tables.rows("makes/makes.csv"):
        for name in (row["name"], *_tables.split(row["aliases"])):
            words = tuple(_normalize.casefold(name).replace("&", " ").replace("-", " ").split())
            if words and all(map(str.isalpha, words)) and len(words[0]) >= (_LEAST_MAKE if len(words) == 1 else 2):
                yield words


def _model_names() -> Iterable[str]:
    for row in _tables.rows("models/models.csv"):
        for name in (row["name"], *_tables.split(row["aliases"])):
            yield _normalize.key(name)


def _patterns() -> Iterable[str]:
    for row in _tables.rows("kinds/words.csv"):
        if row["pattern"] and any(map(str.isdigit, row["form"])):
            yield _normalize.key(row["form"])


@functools.cache
def bearing_parts() -> frozenset[str]:
    """The ids of the parts that bear the number of the weapon itself: frame and receiver."""
    return frozenset(row["part"] for row in _tables.rows("serials/parts.csv") if row["bears"] == "true")


@functools.cache
def parts() -> tuple[str, ...]:
    """The names of parts, the longest first."""
    return tuple(
        sorted((row["form"] for row in _tables.rows("serials/parts.csv")), key=lambda name: (-len(name), name))
    )


@functools.cache
def places() -> tuple[frozenset[str], frozenset[str]]:
    """The names of countries, and the names and postal codes of the states of the US; both in lower case."""
    countries = {
        _normalize.casefold(name)
        for row in _tables.rows("places/countries.csv")
        for name in (row["name"], row["name_es"], *_tables.split(row["aliases"]))
    }
    states = {
        _normalize.casefold(name)
        for row in _tables.rows("places/states.csv")
        if row["country"] == "US"
        for name in (row["usps"], row["name"], *_tables.split(row["aliases"]))
    }
    return frozenset(countries), frozenset(states - {""})
