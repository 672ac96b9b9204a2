"""The reader of serial cells that are more than a plain number: words, labels, wildcards, spreadsheet damage.

Every word of the cell is in the number, in its state, or in the notes.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace.weapons.serials import numbers, parts, phrases, spreadsheet
from armstrace.weapons.serials.misplaced import misplaced
from armstrace.weapons.serials.phrases import EDGES
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.serials.vocabulary import PART

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.weapons.serials.numbers import Stretch
    from armstrace.weapons.serials.phrases import Cell, Phrase

_HIDDEN_END: Final = re.compile(r"[-. ]?X{3,}$")
_HIDDEN_START: Final = re.compile(r"^X{4,}[-. ]?")
_GAP: Final = re.compile(r"\.{2,}|-{3,}")
_WILDCARDS: Final = str.maketrans("*_", "??")
# characters that stand for an unreadable one: the replacement character, boxes, a question mark in brackets
_UNREADABLE: Final = re.compile(
    r"(?<=[\w?*])[\[(](\?{1,9})[\])](?=[\w?*])|[\ufffd□■▯]|(?<=[0-9A-Z])[·•](?=[0-9A-Z])|(?<=[0-9?])#(?=[0-9A-Z?#])"
)
# of several states that a cell names, the first of these holds
_STATES: Final = (
    SerialState.ALTERED,
    SerialState.RESTORED,
    SerialState.OBLITERATED,
    SerialState.ILLEGIBLE,
    SerialState.NEVER_MARKED,
)
_ORDINAL: Final = re.compile(r"\b[Nn][ºª](?= *[^\W\d])")
# a label that a hyphen joins to its number; SN- and NO- may be the letters of a number
_JOINED_LABEL: Final = re.compile(
    r"^(?:S/N|SERIE|SERIAL|MATRICULA|(?:SER|NUM|NRO)-(?:NO|NUM|SERIE))-(?=[A-Z]{0,4}[0-9]{3})"
)
_CACHED_LENGTH: Final = 64
_OUT_OF_SIGHT: Final = (SerialState.OBLITERATED, SerialState.ILLEGIBLE)


@frozen(kw_only=True)
class SerialCell:
    """A cell of a serial number as read; its fields are those of `armstrace.weapons.serials.number.SerialNumber`."""

    state: SerialState
    text: str = ""
    open_start: bool = False
    open_end: bool = False
    repairs: tuple[str, ...] = ()


def read(text: str) -> SerialCell:
    """The serial number in a cell: its text, or the state (obliterated, not recorded) in which there is no text."""
    # the same short cells come again and again; a huge one must not stay in memory
    return _remembered(text) if len(text) <= _CACHED_LENGTH else _read(text)


def _read(text: str) -> SerialCell:
    # a tidied º is an O: "Nº LIMADO" would say "not filed"
    plain = _UNREADABLE.sub(lambda found: found[1] or "?", _normalize.tidy(_ORDINAL.sub("N°", text)).upper())
    if misplaced(plain):
        return SerialCell(state=SerialState.NOT_RECORDED, repairs=(f"other:{plain}",))
    plain = _JOINED_LABEL.sub(lambda found: f"{found[0][:-1]} ", plain, count=1)
    cell = phrases.find(plain)
    divided = parts.divide(cell)
    if divided is None:
        others = tuple(phrase for phrase in cell.phrases if not phrase.meaning.startswith(PART))
        return _of_weapon(evolve(cell, phrases=others))
    found = _of_weapon(phrases.find(divided.own))
    if not divided.bears and found.state is SerialState.LEGIBLE:  # the number of a slide may be that of the weapon
        found = evolve(found, state=SerialState.PARTIAL)
    return evolve(found, repairs=(*found.repairs, *(f"part:{part}" for part in divided.others), *divided.unread))


_remembered = functools.lru_cache(maxsize=16384)(_read)


def _of_weapon(cell: Cell) -> SerialCell:
    stretches = numbers.find(cell)
    if any(phrase.meaning == SerialState.NEVER_MARKED for phrase in cell.phrases):
        stretches = [run for run in stretches if not _is_enclosed(cell, run)]  # "never serialized (pre-1968)"
    if not stretches:
        return _no_number(cell)
    return _number(cell, numbers.choose(cell, stretches))


def _no_number(cell: Cell) -> SerialCell:
    """The meaning of a cell without a number: the state that its words name, or NOT_RECORDED."""
    meanings = {phrase.meaning for phrase in cell.phrases}
    repairs = _notes(cell, cell.phrases)
    state = _state(meanings) or SerialState.NOT_RECORDED
    if "restored" in meanings and state not in _OUT_OF_SIGHT:  # a restoration that gave no number
        state = SerialState.ALTERED if state is SerialState.ALTERED else SerialState.ILLEGIBLE
    for left in _outside(cell, range(0)):
        filler = not left.strip("X. -")
        nothing = state is SerialState.NOT_RECORDED
        repairs.append(f"{'placeholder' if filler else 'no_number' if nothing else 'words'}:{left}")
    return SerialCell(state=state, repairs=tuple(repairs))


def _number(cell: Cell, run: Stretch) -> SerialCell:
    """The meaning of a cell whose number, whole or in part, is *run*; a number of zeros is NOT_RECORDED."""
    meanings = _meanings(cell, run)
    repairs = _notes(cell, cell.phrases)
    repairs += [f"words:{left}" for left in _outside(cell, range(run.first, run.last))]
    number, open_start, open_end = _opened(_mended(numbers.text_of(cell, run), repairs), repairs)
    if any(c in "*?_" for c in number):
        number = number.translate(_WILDCARDS)
        repairs.append("wildcards")
    known = set(filter(str.isalnum, number))
    state = _state(meanings)
    if not known:
        return SerialCell(state=state or SerialState.ILLEGIBLE, repairs=tuple(repairs))
    if "?" not in number and known == {"0"}:
        return SerialCell(state=state or SerialState.NOT_RECORDED, repairs=(*repairs, f"placeholder:{number}"))
    open_start |= "tail" in meanings
    open_end |= "head" in meanings
    whole = not ("?" in number or open_start or open_end)
    if whole and ("part" in meanings or state in _OUT_OF_SIGHT):
        whole, open_start, open_end = False, True, True
    doubtful = "hedge" in meanings or spreadsheet.is_date(number)
    if state is not SerialState.ALTERED and state is not SerialState.RESTORED:
        state = SerialState.LEGIBLE if whole and not doubtful else SerialState.PARTIAL
    return SerialCell(state=state, text=number, open_start=open_start, open_end=open_end, repairs=tuple(repairs))


def _state(meanings: set[str]) -> SerialState | None:
    """The first of the states that the phrases name; a restoration that failed is none."""
    named = meanings - ({"restored"} if {"failed", "negated"} & meanings else set())
    if "restored" in meanings and "restored" not in named and not named.intersection(_STATES):
        return SerialState.ILLEGIBLE
    return next((state for state in _STATES if state in named), None)


def _meanings(cell: Cell, run: Stretch) -> set[str]:
    """The meanings of the phrases; of those on the end or beginning of a number, the ones that stand beside *run*.

    In *last two illegible* such a phrase is about the digits that cannot be read.
    """
    hidden = {at for phrase in cell.phrases if phrase.meaning in _OUT_OF_SIGHT for at in (phrase.first, phrase.last)}
    return {
        phrase.meaning
        for phrase in cell.phrases
        if phrase.meaning not in ("tail", "head")
        or (run.first == phrase.last and phrase.first not in hidden)
        or (run.last == phrase.first and phrase.last not in hidden)
    }


def _notes(cell: Cell, found: Iterable[Phrase]) -> list[str]:
    """The notes on the phrases, such as ``label:SERIE``.

    Neighbors with the same meaning have a common note, and a small word belongs to its neighbor.
    """
    runs: list[list[str | int]] = []
    for phrase in found:
        beside = bool(runs) and runs[-1][2] == phrase.first and not _enclosed(cell, phrase.first)
        if beside and (phrase.meaning in ("small", runs[-1][0]) or runs[-1][0] == "small"):
            runs[-1] = [phrase.meaning if runs[-1][0] == "small" else runs[-1][0], runs[-1][1], phrase.last]
        else:
            runs.append([phrase.meaning, phrase.first, phrase.last])
    return [f"{meaning}:{cell.text(int(first), int(last))}" for meaning, first, last in runs]


def _enclosed(cell: Cell, index: int) -> bool:
    return bool(set(cell.gap(index)) & set("()[]"))


def _is_enclosed(cell: Cell, run: Stretch) -> bool:
    """True if the stretch is the whole of a remark in parentheses."""
    return "(" in cell.gap(run.first) and ")" in cell.gap(run.last)


def _outside(cell: Cell, run: range) -> list[str]:
    """The stretches of the cell that are in no phrase and not in *run*, the number."""
    taken = {i for phrase in cell.phrases for i in range(phrase.first, phrase.last)}
    taken.update(run)
    stretches: list[tuple[int, int]] = []
    for i, token in enumerate(cell.tokens):
        if i in taken or not token.text.strip("_"):
            continue
        if stretches and stretches[-1][1] == i:
            stretches[-1] = (stretches[-1][0], i + 1)
        else:
            stretches.append((i, i + 1))
    return [cell.text(first, last) for first, last in stretches]


def _mended(number: str, repairs: list[str]) -> str:
    """The number without a note mark at its end or the damage of a spreadsheet; each change is added to *repairs*."""
    if number.endswith("*") and not any(c in "*?_" for c in number[:-1]):
        number = number[:-1].rstrip(EDGES)
        repairs.append("suffix:*")
    if spreadsheet.is_date(number):
        repairs.append(f"date:{number}")
    return spreadsheet.undamaged(number, repairs)


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
        number = pieces[longest].strip(EDGES)
        others = [piece for i, piece in enumerate(pieces) if piece and i != longest]
        repairs.append("cut" if not others else f"cut:{' '.join(others)}")
    if _HIDDEN_END.search(number):
        number, open_end = _HIDDEN_END.sub("", number), True
        repairs.append("cut:XXX")
    if _HIDDEN_START.search(number):
        number, open_start = _HIDDEN_START.sub("", number), True
        repairs.append("cut:XXXX")
    return number, open_start, open_end
