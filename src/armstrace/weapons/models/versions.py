"""The version of a model, as the words behind its name give it: generation, series, trim.

A version is no model of its own: a *Glock 19 Gen5* and a *Glock 19 MOS* are both the Glock 19. What has a name of its
own, such as the M16A2, is a row of the registry.

>>> version_of(tokens("Gen 5 MOS, 15 rds"), any_word=False)
('Gen5 MOS', 3)
>>> version_of(tokens("5ta generacion"), any_word=False), version_of(tokens("VIRTUS II"), any_word=True)
(('Gen5', 2), ('Virtus II', 2))
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from armstrace import _tables
from armstrace.weapons.model_names import name_key
from armstrace.weapons.name_words import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from armstrace.weapons.name_words import Token

_MOST: Final = 3
_GENERATION: Final = re.compile(r"gen(?:eration|eracion|eracao)?\.?([1-9])")
_ORDINAL: Final = re.compile(r"([1-9])(?:st|nd|rd|th|ra|da|ta|a|o)?")
_GENERATION_WORDS: Final = frozenset(("gen", "generation", "generacion", "geracao"))
_NUMBERED: Final = {"series": "Series", "serie": "Series", "mk": "Mk", "mark": "Mk", "mod": "Mod"}
_SERIES: Final = {"serie": ("70", "80", "90"), "series": ("70", "80", "90")}  # another "serie" is a serial number
_NUMBER: Final = re.compile(r"[0-9]{1,2}|[ivx]{1,4}")
_AS_WRITTEN: Final = re.compile(r"[a-z]{2,12}[0-9]{0,2}[a-z]?")
_SUFFIX: Final = re.compile(r"[a-z]{1,4}[0-9]{0,2}|[0-9]{1,2}")
_SUFFIX_WORDS: Final = frozenset(
    ("smg", "saw", "law", "lmg", "mgl", "he", "hedp", "ebr", "sws", "sass", "cal", "bmg", "pap", "hb", "af")
)
_STOPS: Final = ("thing", "label", "filler", "link", "country", "caliber", "type_of", "legal", "importer", "place")


def version_of(words: Sequence[Token], *, any_word: bool) -> tuple[str, int]:
    """The version at the beginning of *words*, and the number of words that give it; empty and 0 if there is none.

    If *any_word* is true, a word that is not in the table may be part of a version as well, as it is written.
    """
    parts: list[str] = []
    i = 0
    while i < len(words) and len(parts) < 2 * _MOST:
        text, taken = _known(words[i : i + _MOST])
        if not taken and any_word and _may_be_version(words[i]):
            text, taken = words[i].text, 1
        if not taken:
            break
        parts.append(text)
        i += taken
    return " ".join(parts), i


def is_version(words: Sequence[Token]) -> bool:
    """True if all *words* are known words of versions."""
    return bool(words) and version_of(words, any_word=False)[1] == len(words)


def suffix_of(text: str, name: str) -> str:
    """The short suffix with which *text* is longer than the *name* of a model, as a version; empty if there is none.

    >>> suffix_of("P95-DC", "P95"), suffix_of("10-8", "10"), suffix_of("M249 SAW", "M249"), suffix_of("MK19", "19")
    ('DC', '-8', '', '')
    """
    key, base = name_key(text), name_key(name)
    if not key.startswith(base):
        return ""
    suffix = key[len(base) :]
    if suffix in _SUFFIX_WORDS or not _SUFFIX.fullmatch(suffix):
        return ""
    if suffix.isdigit():  # UMP45 states the caliber, 10-8 the eighth change of the model 10
        return f"-{suffix}" if base.isdigit() and text.endswith(f"-{suffix}") else ""
    return suffix.upper()


def marks(version: str) -> frozenset[str]:
    """The parts of a version, by which two versions are compared."""
    return frozenset(version.casefold().split())


def _known(words: Sequence[Token]) -> tuple[str, int]:
    """The known version with which *words* begin, and the number of its words; empty and 0 if there is none."""
    for end in range(len(words), 0, -1):
        version = _table().get(name_key(" ".join(word.text for word in words[:end])))
        if version and not (version == "Magnum" and any(word.has_digit for word in words[end : end + 1])):
            return version, end
    first = name_key(words[0].text)
    second = name_key(words[1].text) if len(words) > 1 else ""
    if found := _GENERATION.fullmatch(first):
        return f"Gen{found[1]}", 1
    if first in _GENERATION_WORDS and (found := _ORDINAL.fullmatch(second)):
        return f"Gen{found[1]}", 2
    if second in _GENERATION_WORDS and (found := _ORDINAL.fullmatch(first)):
        return f"Gen{found[1]}", 2
    if first in _NUMBERED and _NUMBER.fullmatch(second) and (first not in _SERIES or second in _SERIES[first]):
        return f"{_NUMBERED[first]} {words[1].text.upper()}", 2
    return "", 0


def _may_be_version(word: Token) -> bool:
    """True if the word may be part of a version: neither a known word of another sort, nor a number or a caliber."""
    return not word.joins and not word.of(*_STOPS) and _AS_WRITTEN.fullmatch(word.key) is not None


@functools.cache
def _table() -> Mapping[str, str]:
    return {
        name_key(" ".join(word.text for word in tokens(row["word"]))): row["version"]
        for row in _tables.rows("models/versions.csv")
    }
