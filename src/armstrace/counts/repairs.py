"""Slips in a number that have only one reading: letters that a scan gives for digits, typing errors in number words.

>>> mended("1O pzas"), mended("vientitres"), mended("M4A1")
(('10 pzas', ('digit:O',)), ('veintitres', ('word:vientitres',)), ('M4A1', ()))
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from armstrace import _normalize
from armstrace.counts import things, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8", "Z": "2"}
# S, B and Z begin many names; "2o" is an ordinal, and "2l" two liters
_LOOKALIKES = re.compile(r"(?=\D*\d)S?(?:[OolI|\d,.]|(?<=\d)[BZS](?=\d))+(?<![ol])")
_ANY = re.compile(r"[\dOolI|SBZ]+")
_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST_LETTERS = 2


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """*text* with its slips mended, and what was mended; the text itself and nothing if there is no slip."""
    repairs: list[str] = []
    parts = text.split(" ")
    for index, part in enumerate(parts):
        letters = [each for each in part if each in _DIGITS]
        if 0 < len(letters) <= min(_MOST_LETTERS, len(part) - len(letters)) and _LOOKALIKES.fullmatch(part):
            repairs.append(f"digit:{''.join(letters)}")
            parts[index] = "".join(_DIGITS.get(each, each) for each in part)
    text = _WORD.sub(lambda word: _spelled(word[0], repairs), " ".join(parts))
    return text, tuple(repairs)


def is_lookalike(text: str) -> bool:
    """True if *text* holds digits and letters that a scan gives for digits, and nothing else."""
    return _ANY.fullmatch(text) is not None and not text.isdecimal() and any(each.isdecimal() for each in text)


def _spelled(word: str, repairs: list[str]) -> str:
    """The number word that *word* is but for one letter; the word itself if it is known, or if there are several."""
    plain = _normalize.casefold(word)
    if things.is_known(plain):
        return word
    known = words.spelled()
    near = {each for each in _one_off(plain) if each in known}
    if len({known[each] for each in near}) != 1:
        return word
    repairs.append(f"word:{plain}")
    return min(near)


def _one_off(word: str) -> Iterator[str]:
    """Every word that has one letter less, more or another, or two neighbors in the other order."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for index in range(len(word) + 1):
        before, behind = word[:index], word[index:]
        yield from (before + letter + behind for letter in letters)
        if behind:
            yield before + behind[1:]
            yield from (before + letter + behind[1:] for letter in letters)
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
