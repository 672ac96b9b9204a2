"""Serial cells that give the numbers of several parts of one weapon: ``FRAME A123 SLIDE B456``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from armstrace.weapons.serials import phrases
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.serials.vocabulary import PART, bearing_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.weapons.serials.phrases import Cell, Phrase

_STATES: Final = frozenset(state.value for state in SerialState)
# what may stand between a number and the part behind it on which it stands: "123 en armazón"
_ON: Final = frozenset(("en", "on", "in", "at", "de", "del", "la", "el", "los", "the", "no", "na", "da", "do", "sobre"))
_JOINT: Final = re.compile(r"[;,&|()/]")
_JOINTS: Final = frozenset(("Y", "E", "AND"))


@frozen(eq=False)
class Divided:
    """A cell with the numbers of parts.

    Attributes:
        own: The text about the number of the weapon: that of the frame or receiver.
        bears: False if the cell names no such part, so that the number is that of another part.
        others: The texts on the other parts, each with the name of the part in front.
        unread: Notes on what is left.
    """

    own: str
    bears: bool
    others: tuple[str, ...]
    unread: tuple[str, ...] = ()


@frozen(eq=False)
class _Part:
    """A part that the cell names: its id, its name there, the text about its number, and the small words between."""

    id: str
    name: str
    text: str
    link: str


def divide(cell: Cell) -> Divided | None:
    """The cell divided by the parts that it names; None if it names none, or gives none of them a number or a state.

    >>> from armstrace.weapons.serials import phrases
    >>> divided = divide(phrases.find("ARMAZON 123456, CORREDERA 98765"))
    >>> divided.own, divided.others
    ('123456', ('CORREDERA 98765',))
    >>> divide(phrases.find("123456 CON CARGADOR")) is None
    True
    """
    named = [phrase for phrase in cell.phrases if phrase.meaning.startswith(PART)]
    held = _held(cell)
    if not named or not held:
        return None
    loose, found, rest = _behind(cell, named, held) if max(held) >= named[-1].last else _before(cell, named, held)
    if not found:
        return None
    owner = next((part for part in found if part.id in bearing_parts()), None)
    others = tuple(f"{part.name} {part.text}".strip() for part in found if part is not owner)
    small = tuple(f"small:{part.link}" for part in found if part.link)
    if owner is not None:
        unread = (f"words:{loose}",) if loose else ()
        return Divided(_join(rest, owner.text), True, others, (f"label:{owner.name}", *small, *unread))
    return Divided(_join(rest, loose or found[0].text), bool(loose), others, small)


def _join(*texts: str) -> str:
    return "; ".join(filter(None, texts))


def by_weapon(pieces: Sequence[str]) -> list[str]:
    """The pieces of a cell that names parts, put together by weapon: a part that comes again is of another weapon.

    >>> by_weapon(["FRAME: A1", "SLIDE: B1", "FRAME: A2", "SLIDE: B2"])
    ['FRAME: A1; SLIDE: B1', 'FRAME: A2; SLIDE: B2']
    """
    weapons: list[str] = []
    seen: set[str] = set()
    for text, names in ((text, names) for piece in pieces for text, names in _cut(piece)):
        if weapons and not seen & names:
            weapons[-1] = f"{weapons[-1]}; {text}"
            seen |= names
        else:
            weapons.append(text)
            seen = set(names)
    return weapons


def _cut(piece: str) -> Iterator[tuple[str, set[str]]]:
    """The piece, cut where a part comes again, with the parts that each text names."""
    cell = phrases.find(piece.upper())
    if len(cell.plain) != len(piece):
        cell = phrases.find(piece)
    last = max(_held(cell), default=-1)
    start, names = 0, set[str]()
    for phrase in cell.phrases:
        if not phrase.meaning.startswith(PART):
            continue
        if phrase.meaning in names and last >= phrase.last:
            yield piece[start : cell.tokens[phrase.first].start].strip(" ,-"), names
            start, names = cell.tokens[phrase.first].start, set()
        names = names | {phrase.meaning}
    yield piece[start:], names


def _held(cell: Cell) -> set[int]:
    """The indexes of the tokens that give a number or a state."""
    stated = (phrase for phrase in cell.phrases if phrase.meaning in _STATES)
    numeric = {i for i, token in enumerate(cell.tokens) if token.is_numeric}
    return numeric.union(*(range(phrase.first, phrase.last) for phrase in stated))


def _behind(cell: Cell, named: Sequence[Phrase], held: set[int]) -> tuple[str, list[_Part], str]:
    """The text of a number before the first part, the text behind each part, and other text before the first part."""
    ends = [*(phrase.first for phrase in named[1:]), len(cell.tokens)]
    ends = [end - (cell.tokens[end - 1].text in _JOINTS) for end in ends]
    found = [_part(cell, phrase, _text(cell, phrase.last, end)) for phrase, end in zip(named, ends, strict=True)]
    for i in range(len(found) - 2, -1, -1):
        if not found[i].text:  # "frame and slide both A123"
            found[i] = evolve(found[i], text=found[i + 1].text)
    first = _text(cell, 0, named[0].first)
    return (first, found, "") if min(held) < named[0].first else ("", found, first)


def _before(cell: Cell, named: Sequence[Phrase], held: set[int]) -> tuple[str, list[_Part], str]:
    """The text of a number of no part, the text before each part, and the text behind the last part.

    The list is empty if no number or state stands directly before each part.
    """
    found: list[_Part] = []
    loose: list[str] = []
    start = 0
    for phrase in named:
        end = phrase.first
        while end > start and cell.tokens[end - 1].word in _ON and not cell.gap(end - 1).strip(" ("):
            end -= 1
        if end == start or end - 1 not in held:
            return "", [], ""
        first = end - 1
        while first > start and not _JOINT.search(cell.gap(first)) and cell.tokens[first - 1].text not in _JOINTS:
            first -= 1
        if not found or first > start + 1 or cell.tokens[start].text not in _JOINTS:
            loose.append(_text(cell, start, first))
        link = cell.text(end, phrase.first) if end < phrase.first else ""
        found.append(_part(cell, phrase, _text(cell, first, end), link))
        start = phrase.last
    return _join(*loose), found, _text(cell, start, len(cell.tokens))


def _part(cell: Cell, phrase: Phrase, text: str, link: str = "") -> _Part:
    return _Part(phrase.meaning.removeprefix(PART), cell.text(phrase.first, phrase.last), text, link)


def _text(cell: Cell, first: int, last: int) -> str:
    """The text from one token to another, with the marks for missing characters."""
    if first >= last:
        return ""
    start = cell.tokens[first - 1].end if first else 0
    end = cell.tokens[last].start if last < len(cell.tokens) else len(cell.plain)
    return cell.plain[start:end].strip(" ,;:-=/&+()[]")
