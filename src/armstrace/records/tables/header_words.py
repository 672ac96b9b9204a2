"""The fields that the words of a header mean, in English, Spanish or Portuguese.

>>> headers = ("Fecha del Asegto.", "TIPO_DE_ARMA", "Mfr.", "Núm. progresivo", "Data nasc.")
>>> [read_header(header).best for header in headers]
['date', 'kind', 'make', 'id', None]

A word may name a field (its head), name it vaguely, fit beside a head, make a field doubtful or rule it out; the words
stand in ``data/columns/header_words.csv``. Of two heads the first counts in Spanish and Portuguese, the last in
English.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from armstrace import _normalize, _tables

if TYPE_CHECKING:
    from collections.abc import Mapping

# field, role and language of a phrase
_Meaning: TypeAlias = tuple[str, str, str]

CERTAIN = 70
_HEAD, _WEAK, _ALONE = 95, 55, 85
_PER_FITTING_WORD, _PER_UNKNOWN_WORD, _SECOND_HEAD, _AGAINST = 5, 12, 50, 45
_LONGEST = 100
_ANY = "*"
_GENERAL = frozenset({"description", "remarks"})
# no hump is the letter that a scanner took for an I: CANTlDAD
_HUMP = re.compile(r"(?<=[a-zñáéíóúâêôãõç])(?<![A-Z]l)(?=[A-ZÑÁÉÍÓÚÂÊÔÃÕÇ])")
_NUMBER_SIGN = re.compile(r"\b[nN]\s?[°ºª]|#|№")
_WORD = re.compile(r"[^\W_]+|[/&,+|]")
_BETWEEN = frozenset({"/", "&", ",", "+", "|", "y", "e", "and"})
# shorter words of a typing error are too like each other
_LONG_ENOUGH, _ALIKE = 5, 0.8
# so many letters of an abbreviation are no longer a coincidence
_ABBREVIATED = 4
# figures that scanners read in letters
_SCANNED = (str.maketrans("015", "ois"), str.maketrans("01", "ol"))


@frozen(kw_only=True)
class HeaderReading:
    """The fields that a header may mean.

    Attributes:
        scores: The fields with a score from 1 to 100, best first.
        words: The words of the header that name the fields, as the table of words has them.
        languages: The languages of its words.
        is_list: True if signs or an "and" stand between its words: ``Marca/Modelo``.
        is_barred: True if a word shows that another thing is meant.
        records: The types of record that its words belong to.
    """

    scores: tuple[tuple[str, int], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    is_list: bool = False
    is_barred: bool = False
    records: tuple[str, ...] = ()

    @property
    def best(self) -> str | None:
        """The field that the header names for certain; None if it names none, or only vaguely."""
        return self.scores[0][0] if self.scores and self.scores[0][1] >= CERTAIN else None


@frozen
class _Phrase:
    """A phrase of a header, its place among the phrases, and its meanings."""

    text: str
    meanings: tuple[_Meaning, ...]

    def fields(self, role: str) -> set[str]:
        return {field for field, found, _ in self.meanings if found == role}

    def within(self, languages: tuple[str, ...]) -> _Phrase:
        """The phrase with its meanings in *languages*; with all if it has none there."""
        meanings = tuple(meaning for meaning in self.meanings if meaning[2] in languages)
        return _Phrase(self.text, meanings or self.meanings)


@functools.lru_cache(maxsize=4096)
def read_header(text: str) -> HeaderReading:
    """The fields that the words of a header may mean; none if it has none of the words."""
    phrases, is_list = _phrases(_NUMBER_SIGN.sub(" no ", _HUMP.sub(" ", text[:_LONGEST])))
    languages = _languages(phrases)
    phrases = [phrase.within(languages) for phrase in phrases]
    heads = _of_the_maker(_heads(phrases), phrases)
    scores = {field: _score(field, base, phrases) for field, base in _ranked(heads, languages, is_list=is_list).items()}
    if not heads and all(phrase.fields("alone") or phrase.fields("neutral") for phrase in phrases):
        scores = {field: _ALONE for phrase in phrases for field in phrase.fields("alone")}
    for phrase in phrases:
        for field in phrase.fields("weak") - scores.keys():
            scores[field] = _score(field, _WEAK, phrases)
    ordered = sorted(((field, score) for field, score in scores.items() if score > 0), key=lambda found: -found[1])
    return HeaderReading(
        scores=tuple(ordered),
        words=tuple((field, phrase.text) for field, _ in ordered for phrase in phrases if _names(phrase, field)),
        languages=languages,
        is_list=is_list,
        is_barred=any(phrase.fields("bars") for phrase in phrases) and not ordered,
        records=tuple(sorted(records_of(text))),
    )


def records_of(text: str) -> Counter[str]:
    """How many words of a header or a title belong to tables of each type of record."""
    phrases, _ = _phrases(text[: 4 * _LONGEST])
    return Counter(field for phrase in phrases for field in phrase.fields("record") or _records_of_words(phrase.text))


def _records_of_words(text: str) -> set[str]:
    known, _ = _known()
    return {field for word in text.split() for field, role, _ in known.get(word, ()) if role == "record"}


def _names(phrase: _Phrase, field: str) -> bool:
    return any(field in phrase.fields(role) for role in ("head", "alone", "weak"))


def _heads(phrases: list[_Phrase]) -> list[str]:
    """The fields that heads name, in their order; a word that fits beside another head names none itself."""
    heads = [phrase.fields("head") for phrase in phrases]
    found: list[str] = []
    for index, phrase in enumerate(phrases):
        others = set[str]().union(*heads[:index], *heads[index + 1 :])
        if not others & (phrase.fields("with") | phrase.fields("against")):
            found += sorted(heads[index])
    several = list(dict.fromkeys(found))
    # a description of a caliber is a caliber
    return [field for field in several if field not in _GENERAL] or several


def _of_the_maker(heads: list[str], phrases: list[_Phrase]) -> list[str]:
    """The fields, with the country of manufacture for a country beside a word of making: ``MFR_CNTRY``."""
    if "country" not in heads or not any("made_in" in phrase.fields("with") for phrase in phrases):
        return heads
    return ["made_in", *(field for field in heads if field not in {"country", "make", "made_in"})]


def _ranked(heads: list[str], languages: tuple[str, ...], *, is_list: bool) -> dict[str, int]:
    """The score of each head: in a list of fields (``Marca/Modelo``) all are equal, else one governs the others."""
    if not heads or is_list:
        return dict.fromkeys(heads, _HEAD)
    first = heads[-1] if languages == ("en",) else heads[0]
    return {field: _HEAD if field == first else _SECOND_HEAD for field in heads}


def _score(field: str, base: int, phrases: list[_Phrase]) -> int:
    """The score of a field: more for words that fit, less for unknown ones, none if a word rules it out."""
    score = base
    for phrase in phrases:
        if field in phrase.fields("bars"):
            return 0
        if _names(phrase, field):
            continue
        if field in phrase.fields("with"):
            score += _PER_FITTING_WORD
        elif _ANY in phrase.fields("bars"):
            return 0
        elif field in phrase.fields("against"):
            score = score * _AGAINST // 100
        elif not phrase.meanings and not phrase.text.isdecimal():
            score -= _PER_UNKNOWN_WORD
    return min(max(score, 20), 100)


def _languages(phrases: list[_Phrase]) -> tuple[str, ...]:
    """The languages to which most of the phrases belong."""
    counts = Counter(language for phrase in phrases for language in {found for _, _, found in phrase.meanings})
    most = max(counts.values(), default=0)
    return tuple(sorted(language for language, count in counts.items() if count == most))


def _phrases(text: str) -> tuple[list[_Phrase], bool]:
    """The phrases of a text, the longest first from the left; and True if a sign or an "and" stands between them."""
    known, longest = _known()
    written = [_without_scan_errors(word) for word in _WORD.findall(_normalize.casefold(text))]
    words = [_plain(word) for word in written]
    found: list[_Phrase] = []
    is_list, index = False, 0
    while index < len(words):
        length = next(
            (size for size in range(longest, 0, -1) if " ".join(words[index : index + size]) in known),
            0,
        )
        phrase = " ".join(written[index : index + max(length, 1)])
        if " " not in phrase or phrase not in known:
            phrase = " ".join(words[index : index + max(length, 1)])
        if not length and phrase not in _BETWEEN:
            phrase = _respelled(phrase)
        is_list = is_list or phrase in _BETWEEN
        if phrase not in _BETWEEN or phrase in known:
            found.append(_Phrase(phrase, known.get(phrase, ())))
        index += max(length, 1)
    return found, is_list


def _plain(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


@functools.cache
def _known() -> tuple[Mapping[str, tuple[_Meaning, ...]], int]:
    known: dict[str, list[_Meaning]] = {}
    rows = [(_WORD.findall(_normalize.casefold(row["word"])), row) for row in _tables.rows("columns/header_words.csv")]
    written = {" ".join(words) for words, _ in rows if len(words) > 1}
    for words, row in rows:
        meaning = row["field"], row["role"], row["language"]
        plain = " ".join(map(_plain, words))
        # "no armas" counts, and "no arma" is the number of a weapon
        if plain not in written or plain == " ".join(words):
            known.setdefault(plain, []).append(meaning)
        if len(words) > 1 and plain != " ".join(words):
            known.setdefault(" ".join(words), []).append(meaning)
    return {text: tuple(meanings) for text, meanings in known.items()}, max(text.count(" ") for text in known) + 1


@functools.cache
def _respelled(word: str) -> str:
    """The known word that a word with a typing error, or cut short, most likely stands for; else the word itself."""
    if len(word) < _ABBREVIATED or not word.isalpha():
        return word
    names = [text for text in _known()[0] if " " not in text and len(text) >= _LONG_ENOUGH]
    long = [name for name in names if name.startswith(word)]
    if len({frozenset(meaning[:2] for meaning in _known()[0][name]) for name in long}) == 1:
        return long[0]
    close = difflib.get_close_matches(word, names, n=1, cutoff=_ALIKE) if len(word) >= _LONG_ENOUGH else ()
    return close[0] if close else word


@functools.cache
def _without_scan_errors(word: str) -> str:
    """A word with letters for the figures that a scanner put in: ``t1po``; itself if that gives no known word."""
    if word.isalpha() or not any(map(str.isalpha, word)):
        return word
    for letters in _SCANNED:
        meant = word.translate(letters)
        found = _plain(meant)
        if found in _known()[0] or _respelled(found) in _known()[0]:
            return meant
    return word
