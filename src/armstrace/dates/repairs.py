"""Slips in a date that only one reading explains: a misspelled month, letters where a scanner saw digits.

>>> repaired("5 de ferbero de 2019"), repaired("O5/O3/2019"), repaired("5 0CT 2O19")
('5 de febrero de 2019', '05/03/2019', '5 oct 2019')

A word that may be two months is left alone, and so is a word that dates know:

>>> repaired("5 de juio de 2019"), repaired("15 de marzo de 2019")
(None, None)
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from armstrace import _normalize
from armstrace.dates import calendar as _calendar
from armstrace.dates.prose import words as _words

if TYPE_CHECKING:
    from collections.abc import Sequence

REPAIRED = "date.repaired"

_RUN = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th|er|ro|do|ra|da|to|o|a)")
_DIGIT = re.compile(r"[0-9]")
_TO_DIGITS = str.maketrans("OoQIiLlSsBZz", "000111155822")
_AS_DIGITS = re.compile(r"[0-9OoQIiLlSsBZz]{1,4}")
_TO_LETTERS = (str.maketrans("0135", "oies"), str.maketrans("0135", "oles"))
_SHORTEST = 4
_MOST_RUNS = 40


def repaired(text: str) -> str | None:
    """*text*, tidied, with its slips repaired; None if it has none or if a slip can be repaired in two ways."""
    pieces, at, changed = list[str](), 0, False
    for number, run in enumerate(_RUN.finditer(text)):
        if number == _MOST_RUNS:
            return None
        known = _repaired(run[0])
        if known is None:
            return None
        pieces += (text[at : run.start()], known)
        at, changed = run.end(), changed or known != run[0]
    return "".join((*pieces, text[at:])) if changed else None


def _repaired(run: str) -> str | None:
    """The word or number that *run* was meant to be, *run* itself if it is sound; None if it cannot be told."""
    # "1o" is a first day, not a tenth
    if run.isdigit() or _ORDINAL.fullmatch(run):
        return run
    folded = _normalize.casefold(run)
    if not _DIGIT.search(folded):
        if _is_known(folded):
            return run
        # two letters at most: "OI" is 01, "ZOO" a word
        if len(run) <= 2 and _AS_DIGITS.fullmatch(run):
            return run.translate(_TO_DIGITS)
        return _month_like(folded)
    for table in _TO_LETTERS:
        if folded.translate(table) in _calendar.months():
            return folded.translate(table)
    mostly_digits = 2 * len(_DIGIT.findall(run)) >= len(run) and _AS_DIGITS.fullmatch(run)
    return run.translate(_TO_DIGITS) if mostly_digits else run


@functools.cache
def _known_words() -> frozenset[str]:
    return frozenset().union(*(_words.words(language).vocabulary for language in ("en", "es", "pt")))


def _is_known(word: str) -> bool:
    return word in _known_words() or word in _calendar.all_months() or word in _calendar.weekday_words()


def _month_like(word: str) -> str | None:
    """The name of the only month that is one slip away from *word*; None if there is none or several."""
    if len(word) < _SHORTEST or len(word) > 12:
        return None
    near = {number: name for name, number in _full_names() if is_one_slip(word, name)}
    return next(iter(near.values())) if len(near) == 1 else None


@functools.cache
def _full_names() -> Sequence[tuple[str, int]]:
    return [(name, number) for name, number in _calendar.months().items() if len(name) >= _SHORTEST]


def is_one_slip(left: str, right: str) -> bool:
    """True if the words differ by one letter that is missing, added or wrong, or by two neighbors that changed places.

    >>> is_one_slip("ferbero", "febrero"), is_one_slip("septiembr", "septiembre"), is_one_slip("juio", "marzo")
    (True, True, False)
    """
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return any(left[at + a :] == right[at + b :] for a, b in ((1, 1), (0, 1), (1, 0))) or (
        left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
    )
