"""The reader of serial cells that are more than a plain number: words, labels, wildcards, spreadsheet damage."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from armstrace import _normalize, _tables
from armstrace.weapons.serials.number import SerialNumber, SerialState

if TYPE_CHECKING:
    from collections.abc import Sequence

# ``S/N`` and ``E.U.A.`` are one word each; wildcards belong to the number they stand in
_TOKEN: Final = re.compile(r"(?<![^\W_])[A-Z] ?/ ?[A-Z](?![^\W_])|(?:[A-Z]\.){2,}|[\w?*]+")
_EXPONENT: Final = re.compile(r"(\d)(?:[.,](\d{1,20}))?E\+(\d{1,2})")
_DECIMAL: Final = re.compile(r"(\d+)[.,]0{1,2}")
_HIDDEN_END: Final = re.compile(r"[-. ]?X{3,}$")
_HIDDEN_START: Final = re.compile(r"^X{4,}[-. ]?")
_GAP: Final = re.compile(r"\.{2,}")
_WILDCARDS: Final = str.maketrans("*_", "??")
_EDGES: Final = " .,:;#°º=/\\|()[]{}<>'\"-+!¿¡"
_MARKS: Final = ".:#°=/"
_LONGEST_PHRASE: Final = 5
_MOST_SPREADSHEET_DIGITS: Final = 30
_PROSE: Final = 5
# the last digit that a spreadsheet shows of a rounded number may be rounded itself
_SAID_FIRST: Final = (SerialState.ALTERED, SerialState.RESTORED, SerialState.OBLITERATED, SerialState.ILLEGIBLE)


@frozen(eq=False)
class _Phrase:
    says: str
    first: int
    last: int
    start: int
    end: int


def read(text: str) -> SerialNumber:
    """The number or the state that the cell tells; see `armstrace.weapons.serials.number.SerialNumber.parse`."""
    plain = _normalize.tidy(text).upper()
    tokens = list(_TOKEN.finditer(plain))
    words = [_normalize.fold(token[0].strip("_*?")).replace(" ", "").replace(".", "") for token in tokens]
    numeric = [place for place, token in enumerate(tokens) if any(c.isdigit() or c in "?*" for c in token[0])]
    phrases = _phrases(plain, tokens, words)
    covered = {place for phrase in phrases for place in range(phrase.first, phrase.last)}
    numbers = [place for place in numeric if place not in covered]
    phrases = [phrase for phrase in phrases if phrase.says != "suffix" or (numbers and phrase.first > numbers[-1])]
    said = {phrase.says for phrase in phrases}
    repairs = _notes(plain, phrases)
    rest = _without(plain, phrases)
    if not numbers:
        return _no_number(rest, said, repairs, text)
    return _number(rest, said, repairs, text)


def _phrases(plain: str, tokens: Sequence[re.Match[str]], words: Sequence[str]) -> list[_Phrase]:
    """The phrases of the table in the cell, from the left, the longest first."""
    table = _table()
    found: list[_Phrase] = []
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST_PHRASE, len(tokens) - place), 0, -1):
            says = table.get(tuple(words[place : place + length]))
            end = tokens[place + length - 1].end()
            if says == "marked_label":
                says = "label" if plain[end : end + 1] in tuple(_MARKS) else None
            if says == "label" and plain[end : end + 1] == "-":
                says = None  # NO-12345 and MAT-12345 are numbers
            if says:
                found.append(_Phrase(says, place, place + length, tokens[place].start(), end))
                place += length
                break
        else:
            place += 1
    return found


def _notes(plain: str, phrases: Sequence[_Phrase]) -> list[str]:
    """What each phrase was; neighbors that say the same are one."""
    runs: list[tuple[str, int, int]] = []
    for phrase in phrases:
        if runs and runs[-1][0] == phrase.says and not plain[runs[-1][2] : phrase.start].strip(_EDGES):
            runs[-1] = (phrase.says, runs[-1][1], phrase.end)
        else:
            runs.append((phrase.says, phrase.start, phrase.end))
    return [f"{says}:{plain[start:end]}" for says, start, end in runs]


def _without(plain: str, phrases: Sequence[_Phrase]) -> str:
    """The cell without its phrases and the punctuation around them."""
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
    """*piece* without punctuation at its ends; two points and more stand for what is not told, and stay."""
    short = piece.strip(_EDGES)
    if not short:
        return ""
    start = piece.index(short)
    before, after = piece[:start], piece[start + len(short) :]
    return (".." if ".." in before else "") + short + (".." if ".." in after else "")


def _state(said: set[str]) -> SerialState | None:
    return next((state for state in (*_SAID_FIRST, SerialState.NEVER_MARKED) if state in said), None)


def _no_number(rest: str, said: set[str], repairs: list[str], raw: str) -> SerialNumber:
    """A cell in which no digit stands: what its words say, or nothing."""
    state = _state(said) or SerialState.NOT_RECORDED
    if state is SerialState.RESTORED:  # a restoration that gave no number
        state = SerialState.OBLITERATED if SerialState.OBLITERATED in said else SerialState.ILLEGIBLE
    left = _trim(rest)
    if state is SerialState.NOT_RECORDED and left.strip("X"):
        repairs.append(f"no_number:{left}")
    return SerialNumber(state=state, repairs=tuple(repairs), raw=raw)


def _number(rest: str, said: set[str], repairs: list[str], raw: str) -> SerialNumber:
    """A cell in which a number stands, whole or in part."""
    number = _without_prose(_trim(rest), repairs)
    if number.endswith("*") and not any(c in "*?_" for c in number[:-1]):
        number = number[:-1].rstrip(_EDGES)
        repairs.append("suffix:*")
    number = _spreadsheet(number, repairs)
    number, open_start, open_end = _opened(number, repairs)
    if any(c in "*?_" for c in number):
        number = number.translate(_WILDCARDS)
        repairs.append("wildcards")
    known = [c for c in number if c.isalnum()]
    if not known:
        return SerialNumber(state=SerialState.ILLEGIBLE, repairs=tuple(repairs), raw=raw)
    if not any(c != "0" for c in known) and "?" not in number:
        return SerialNumber(state=SerialState.NOT_RECORDED, repairs=tuple(repairs), raw=raw)
    state = _state(said)
    partial = "?" in number or open_start or open_end
    if "tail" in said:
        partial = open_start = True
    elif not partial and ("part" in said or state in (SerialState.OBLITERATED, SerialState.ILLEGIBLE)):
        partial = open_start = open_end = True
    read_as = SerialState.PARTIAL if partial else SerialState.LEGIBLE
    if state is SerialState.ALTERED or state is SerialState.RESTORED:
        read_as = state
    return SerialNumber(
        state=read_as, text=number, open_start=open_start, open_end=open_end, repairs=tuple(repairs), raw=raw
    )


def _without_prose(number: str, repairs: list[str]) -> str:
    """*number* without the sentence before or behind it: no serial has a group of five letters set apart by spaces."""
    pieces = number.split(" ")
    words = [piece.strip(_EDGES) for piece in pieces]
    prose = [place for place, word in enumerate(words) if len(word) >= _PROSE and word.isalpha()]
    numeric = [place for place, word in enumerate(words) if not word.isalpha()]
    if not prose or not numeric:
        return number
    start = max((place + 1 for place in prose if place < numeric[0]), default=0)
    end = numeric[-1] + 1 if prose[-1] > numeric[-1] else len(pieces)
    outside = words[:start] + words[end:]
    repairs.append(f"words:{' '.join(outside or (words[place] for place in prose))}")
    return _trim(" ".join(pieces[start:end]))


def _spreadsheet(number: str, repairs: list[str]) -> str:
    """*number* as it was before a spreadsheet took it for a quantity."""
    if found := _DECIMAL.fullmatch(number):
        repairs.append(f"decimal:{number}")
        return found[1]
    found = _EXPONENT.fullmatch(number)
    if found and int(found[3]) < _MOST_SPREADSHEET_DIGITS:
        repairs.append(f"exponent:{number}")
        digits = found[1] + (found[2] or "")
        return digits[:-1].ljust(int(found[3]) + 1, "?") if len(digits) <= int(found[3]) else digits
    return number


def _opened(number: str, repairs: list[str]) -> tuple[str, bool, bool]:
    """*number* without the marks that say that more stood before or behind it, and whether they were there."""
    open_start = open_end = False
    pieces = _GAP.split(number)
    if len(pieces) > 1:
        open_start, open_end = not pieces[0], not pieces[-1]
        longest = max(range(len(pieces)), key=lambda place: len(pieces[place]))
        open_start, open_end = open_start or longest > 0, open_end or longest < len(pieces) - 1
        number = pieces[longest].strip(_EDGES)
        others = [piece for place, piece in enumerate(pieces) if piece and place != longest]
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
