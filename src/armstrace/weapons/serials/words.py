"""The reader of serial cells that are more than a plain number: words, labels, wildcards, spreadsheet damage."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from armstrace import _normalize, _tables
from armstrace.weapons.serials import spreadsheet
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Sequence

# ``S/N`` and ``E.U.A.`` are one word each; wildcards belong to the number they stand in
_TOKEN: Final = re.compile(r"(?<![^\W_])[A-Z] ?/ ?[A-Z](?![^\W_])|(?:[A-Z]\.){2,}|[\w?*]+")
_HIDDEN_END: Final = re.compile(r"[-. ]?X{3,}$")
_HIDDEN_START: Final = re.compile(r"^X{4,}[-. ]?")
_GAP: Final = re.compile(r"\.{2,}")
_WILDCARDS: Final = str.maketrans("*_", "??")
_EDGES: Final = " .,:;#°º=/\\|()[]{}<>'\"-+!¿¡"
_MARKS: Final = ".:#°=/"
_LONGEST_PHRASE: Final = 5
_PROSE: Final = 5
# of several states that a cell names, the first of these holds
_STATES: Final = (
    SerialState.ALTERED,
    SerialState.RESTORED,
    SerialState.OBLITERATED,
    SerialState.ILLEGIBLE,
    SerialState.NEVER_MARKED,
)


@frozen(kw_only=True)
class SerialCell:
    """A cell of a serial number as read; its fields are those of `armstrace.weapons.serials.number.SerialNumber`."""

    state: SerialState
    text: str = ""
    open_start: bool = False
    open_end: bool = False
    repairs: tuple[str, ...] = ()


@frozen(eq=False)
class _Phrase:
    """A phrase of the table in a cell: its meaning, the index of its first token and the index after its last.

    Its place in the text is from ``start`` to ``end``.
    """

    meaning: str
    first: int
    last: int
    start: int
    end: int


def read(text: str) -> SerialCell:
    """The serial number in a cell: its text, or the state (obliterated, not recorded) in which there is no text."""
    plain = _normalize.tidy(text).upper()
    tokens = list(_TOKEN.finditer(plain))
    words = [_normalize.casefold(token[0].strip("_*?")).replace(" ", "").replace(".", "") for token in tokens]
    numeric = [i for i, token in enumerate(tokens) if any(c.isdigit() or c in "?*" for c in token[0])]
    phrases = _phrases(plain, tokens, words)
    covered = {i for phrase in phrases for i in range(phrase.first, phrase.last)}
    numbers = [i for i in numeric if i not in covered]
    phrases = [phrase for phrase in phrases if phrase.meaning != "suffix" or (numbers and phrase.first > numbers[-1])]
    meanings = {phrase.meaning for phrase in phrases}
    interpret = _number if numbers else _no_number
    return interpret(_without(plain, phrases), meanings, _notes(plain, phrases))


def _phrases(plain: str, tokens: Sequence[re.Match[str]], words: Sequence[str]) -> list[_Phrase]:
    """The phrases of the table in the cell, from left to right; of several that begin at a token, the longest."""
    table = _table()
    found: list[_Phrase] = []
    i = 0
    while i < len(tokens):
        for last in range(min(len(tokens), i + _LONGEST_PHRASE), i, -1):
            meaning = table.get(tuple(words[i:last]))
            end = tokens[last - 1].end()
            if meaning == "marked_label":
                meaning = "label" if plain[end : end + 1] in tuple(_MARKS) else None
            if meaning == "label" and plain[end : end + 1] == "-":
                meaning = None  # NO-12345 and MAT-12345 are numbers
            if meaning:
                found.append(_Phrase(meaning, i, last, tokens[i].start(), end))
                i = last
                break
        else:
            i += 1
    return found


def _notes(plain: str, phrases: Sequence[_Phrase]) -> list[str]:
    """The notes on the phrases, such as ``label:SERIE``; neighbors with the same meaning have a common note."""
    runs: list[tuple[str, int, int]] = []
    for phrase in phrases:
        if runs and runs[-1][0] == phrase.meaning and not plain[runs[-1][2] : phrase.start].strip(_EDGES):
            runs[-1] = (phrase.meaning, runs[-1][1], phrase.end)
        else:
            runs.append((phrase.meaning, phrase.start, phrase.end))
    return [f"{meaning}:{plain[start:end]}" for meaning, start, end in runs]


def _without(plain: str, phrases: Sequence[_Phrase]) -> str:
    """The cell without these phrases and the punctuation around them."""
    pieces: list[str] = []
    start = 0
    for phrase in phrases:
        pieces.append(plain[start : phrase.start])
        start = phrase.end
    pieces.append(plain[start:])
    if len(pieces) == 1:
        return pieces[0]
    return " ".join(piece for piece in (_trim(piece) for piece in pieces) if piece)


def _trim(piece: str) -> str:
    """The piece without punctuation at its ends, where only two points stay for missing characters."""
    short = piece.strip(_EDGES)
    if not short:
        return ""
    start = piece.index(short)
    before, after = piece[:start], piece[start + len(short) :]
    return (".." if ".." in before else "") + short + (".." if ".." in after else "")


def _state(meanings: set[str]) -> SerialState | None:
    return next((state for state in _STATES if state in meanings), None)


def _no_number(rest: str, meanings: set[str], repairs: list[str]) -> SerialCell:
    """The meaning of a cell without a number: the state that its words name, or NOT_RECORDED.

    The text outside the phrases is *rest*, and *meanings* are those of the phrases.
    """
    state = _state(meanings) or SerialState.NOT_RECORDED
    if state is SerialState.RESTORED:  # a restoration that gave no number
        state = SerialState.OBLITERATED if SerialState.OBLITERATED in meanings else SerialState.ILLEGIBLE
    left = _trim(rest)
    if state is SerialState.NOT_RECORDED and left.strip("X"):
        repairs.append(f"no_number:{left}")
    return SerialCell(state=state, repairs=tuple(repairs))


def _number(rest: str, meanings: set[str], repairs: list[str]) -> SerialCell:
    """The meaning of a cell with a number, whole or in part; a number of zeros is NOT_RECORDED.

    The text outside the phrases is *rest*, and *meanings* are those of the phrases. Notes are added to *repairs*.
    """
    number, open_start, open_end = _opened(_mended(rest, repairs), repairs)
    if any(c in "*?_" for c in number):
        number = number.translate(_WILDCARDS)
        repairs.append("wildcards")
    known = [c for c in number if c.isalnum()]
    if not known:
        return SerialCell(state=SerialState.ILLEGIBLE, repairs=tuple(repairs))
    if "?" not in number and set(known) == {"0"}:
        return SerialCell(state=SerialState.NOT_RECORDED, repairs=tuple(repairs))
    state = _state(meanings)
    partial = "?" in number or open_start or open_end
    if "tail" in meanings:
        partial = open_start = True
    elif not partial and ("part" in meanings or state in (SerialState.OBLITERATED, SerialState.ILLEGIBLE)):
        partial = open_start = open_end = True
    if state is not SerialState.ALTERED and state is not SerialState.RESTORED:
        state = SerialState.PARTIAL if partial else SerialState.LEGIBLE
    return SerialCell(state=state, text=number, open_start=open_start, open_end=open_end, repairs=tuple(repairs))


def _mended(rest: str, repairs: list[str]) -> str:
    """The number in *rest*, without prose, a note mark at its end, or the damage of a spreadsheet.

    A note on each change is added to *repairs*.
    """
    number = _without_prose(_trim(rest), repairs)
    if number.endswith("*") and not any(c in "*?_" for c in number[:-1]):
        number = number[:-1].rstrip(_EDGES)
        repairs.append("suffix:*")
    return spreadsheet.undamaged(number, repairs)


def _without_prose(number: str, repairs: list[str]) -> str:
    """The number without the sentence before or behind it, which is noted in *repairs*.

    A word of five letters or more with spaces on both sides is prose, since no serial has one.
    """
    pieces = number.split(" ")
    words = [piece.strip(_EDGES) for piece in pieces]
    prose = [i for i, word in enumerate(words) if len(word) >= _PROSE and word.isalpha()]
    numeric = [i for i, word in enumerate(words) if not word.isalpha()]
    if not prose or not numeric:
        return number
    start = max((i + 1 for i in prose if i < numeric[0]), default=0)
    end = numeric[-1] + 1 if prose[-1] > numeric[-1] else len(pieces)
    outside = words[:start] + words[end:]
    repairs.append(f"words:{' '.join(outside or (words[i] for i in prose))}")
    return _trim(" ".join(pieces[start:end]))


def _opened(number: str, repairs: list[str]) -> tuple[str, bool, bool]:
    """The number without the marks for missing characters, and True or False for missing ones before and behind it.

    The marks are noted in *repairs*.
    """
    open_start = open_end = False
    pieces = _GAP.split(number)
    if len(pieces) > 1:
        open_start, open_end = not pieces[0], not pieces[-1]
        longest = max(range(len(pieces)), key=lambda i: len(pieces[i]))
        open_start, open_end = open_start or longest > 0, open_end or longest < len(pieces) - 1
        number = pieces[longest].strip(_EDGES)
        others = [piece for i, piece in enumerate(pieces) if piece and i != longest]
        repairs.append("cut" if not others else f"cut:{' '.join(others)}")
    if _HIDDEN_END.search(number):
        number, open_end = _HIDDEN_END.sub("", number), True
        repairs.append("cut:XXX")
    if _HIDDEN_START.search(number):
        number, open_start = _HIDDEN_START.sub("", number), True
        repairs.append("cut:XXXX")
    return number, open_start, open_end


@functools.cache
def _table() -> dict[tuple[str, ...], str]:
    return {tuple(row["form"].split()): row["says"] for row in _tables.rows("serials/words.csv")}
