"""The plurals of nouns by the rules of English, Spanish and Portuguese."""

from __future__ import annotations

import re

_ENGLISH_ES = re.compile(r"(?:s|x|z|ch|sh)$")
_PORTUGUESE = (
    (re.compile(r"ao$"), ("oes", "aos", "aes")),
    (re.compile(r"m$"), ("ns",)),
    (re.compile(r"[aeou]l$"), ("is",)),
    (re.compile(r"il$"), ("is", "eis")),
    (re.compile(r"[rz]$"), ("es",)),
    (re.compile(r"s$"), ("es", "")),
)


def plurals(word: str, language: str) -> tuple[str, ...]:
    """The plurals that a singular noun without accents may have in a language: ``en``, ``es`` or ``pt``.

    >>> plurals("box", "en"), plurals("cañon", "es"), plurals("fuzil", "pt")
    (('boxes',), ('cañones',), ('fuzis', 'fuzeis'))
    """
    return _FORMED[language](word)


def _english(word: str) -> tuple[str, ...]:
    if _ENGLISH_ES.search(word):
        return (f"{word}es",)
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (f"{word[:-1]}ies",)
    return (f"{word}s",)


def _spanish(word: str) -> tuple[str, ...]:
    if word.endswith("z"):
        return (f"{word[:-1]}ces",)
    if word.endswith("s"):
        return (word, f"{word}es")
    return (f"{word}s",) if word[-1] in "aeiou" else (f"{word}es",)


def _portuguese(word: str) -> tuple[str, ...]:
    for ending, replaced in _PORTUGUESE:
        if found := ending.search(word):
            stem = word if found[0] in ("r", "z", "s") else word[: -1 if found[0] == "m" else found.start()]
            if found[0].endswith("l") and found[0] != "il":
                stem = word[:-1]
            return tuple(stem + each for each in replaced)
    return (f"{word}s",)


_FORMED = {"en": _english, "es": _spanish, "pt": _portuguese}
