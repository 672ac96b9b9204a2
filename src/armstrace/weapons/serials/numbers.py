"""The stretches of a serial cell that may be the number, and the choice among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.weapons.serials.phrases import Cell

# what ends a number, unlike the dashes, points, slashes and spaces within it
_BREAK: Final = re.compile(r"[()\[\]{};:=\"|&<>]|[,+] | [,+]")
_VOWELS: Final = frozenset("AEIOUÁÉÍÓÚÃÕÂÊÔ")
_MOST_LETTERS_BEFORE: Final = 4
_MOST_LETTERS: Final = 3
_MOST_LETTERS_JOINED: Final = 6
_MOST_GROUPS: Final = 2
_LEAST: Final = 4
_HYPHENS: Final = frozenset("-./")
_JOINTS: Final = frozenset(("Y", "E", "O", "Ó", "U", "OU", "OR", "AND"))
_LONGEST_RUN: Final = 6
_GAP_BEFORE: Final = re.compile(r"(?:\.{2,}|-{3,}) ?$")
_GAP_BEHIND: Final = re.compile(r" ?(?:\.{2,}|-{3,})")


@frozen(eq=False)
class Stretch:
    """A stretch of tokens that may be the number: the index of its first token and the index after its last."""

    first: int
    last: int


def find(cell: Cell) -> list[Stretch]:
    """The stretches of the cell that hold a digit or wildcard and belong to no phrase, from left to right.

    Short groups of letters beside the digits belong to them (``70 S 12345``, ``SM 0951930``); words do not.
    """
    covered = {i for phrase in cell.phrases for i in range(phrase.first, phrase.last)}
    runs: list[Stretch] = []
    for i, token in enumerate(cell.tokens):
        if i in covered or not token.is_numeric:
            continue
        if runs and _joined(cell, covered, runs[-1].last, i):
            runs[-1] = Stretch(runs[-1].first, i + 1)
        else:
            runs.append(Stretch(i, i + 1))
    if not runs:  # "begins with BRT"
        open_ends = [phrase.last for phrase in cell.phrases if phrase.meaning in ("tail", "head")]
        runs = [Stretch(i, i + 1) for i in open_ends if i < len(cell.tokens) and i not in covered]
        return [run for run in runs if len(cell.tokens[run.first].text) <= _MOST_LETTERS_BEFORE][:1]
    taken = set(covered)
    widened: list[Stretch] = []
    for run in runs:
        wide = Stretch(_before(cell, taken, run.first), _behind(cell, covered, run.last))
        taken.update(range(wide.first, wide.last))
        widened.append(wide)
    return widened


def choose(cell: Cell, stretches: Iterable[Stretch]) -> Stretch:
    """The stretch behind a label such as SERIE, or else the longest; of several equals the first."""
    labeled = {phrase.last for phrase in cell.phrases if phrase.meaning in ("label", "tail", "head")}
    return max(stretches, key=lambda run: (run.first in labeled, sum(map(str.isalnum, cell.text(run.first, run.last)))))


def text_of(cell: Cell, run: Stretch) -> str:
    """The text of the stretch, with the points or dashes at its ends that stand for missing characters."""
    start, end = cell.tokens[run.first].start, cell.tokens[run.last - 1].end
    before, behind = _GAP_BEFORE.search(cell.plain[max(0, start - 40) : start]), _GAP_BEHIND.match(cell.plain, end)
    return f"{'..' if before else ''}{cell.plain[start:end]}{'..' if behind else ''}"


def _joined(cell: Cell, covered: set[int], first: int, last: int) -> bool:
    """True if only short groups of letters and the separators of a number stand between two tokens with digits.

    The tokens between them are those from *first* to *last*.
    """
    if last - first > _MOST_GROUPS or any(_BREAK.search(cell.gap(i)) for i in range(first, last + 1)):
        return False
    between = [cell.tokens[i].text for i in range(first, last)]
    shorter = min(len(cell.tokens[i].text) for i in (first - 1, last))
    if any(text in _JOINTS and (shorter >= _LEAST or len(text) > 1) for text in between):
        return False  # a list, or two readings of a number
    return all(map(_is_group, between)) and covered.isdisjoint(range(first, last))


def _is_group(text: str) -> bool:
    """True if *text* may be a group of letters within a number, or stands for unreadable characters (XXXXX)."""
    return len(text) <= _MOST_LETTERS or not text.strip("X")


def _is_first_group(text: str) -> bool:
    """True if *text* may be the letters before the digits of a number: no word of four letters."""
    return _is_group(text) or (len(text) <= _MOST_LETTERS_BEFORE and sum(c in _VOWELS for c in text) < _MOST_GROUPS)


def _before(cell: Cell, taken: set[int], first: int) -> int:
    """The index of the first token of the number, which may have groups of letters before its digits."""
    start = first
    while start and first - start < _LONGEST_RUN and start - 1 not in taken and not _BREAK.search(cell.gap(start)):
        start -= 1
    letters = [cell.tokens[i].text for i in range(start, first)]
    if start and cell.tokens[start - 1].is_numeric and letters and letters[0] in _JOINTS:
        return first  # two readings of a number
    words = any(len(cell.tokens[i].text) > _MOST_LETTERS and cell.phrase_at(i) for i in range(start, first))
    if len(letters) <= _MOST_GROUPS and not words and all(map(_is_first_group, letters)):
        return start
    if cell.gap(first) in _HYPHENS and len(letters[-1]) <= _MOST_LETTERS_JOINED:
        return first - 1
    # a sentence; the group next to the digits may be the letters of the number
    return first - 1 if len(letters[-1]) <= _MOST_LETTERS and cell.phrase_at(first - 1) is None else first


def _behind(cell: Cell, covered: set[int], last: int) -> int:
    """The index after the last token of the number, which may have groups of letters behind its digits."""
    end = last
    while end < len(cell.tokens) and end - last < _LONGEST_RUN and end not in covered:
        if _BREAK.search(cell.gap(end)):
            break
        if not cell.tokens[end].text.isalpha():
            return last
        end += 1
    letters = [cell.tokens[i].text for i in range(last, end)]
    short = len(letters) <= _MOST_GROUPS and all(map(_is_group, letters))
    return end if short and all(cell.phrase_at(i) is None for i in range(last, end)) else last
