"""Cells with several serial numbers, cut into one text for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace.weapons.serials import parts, phrases, ranges
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.weapons.serials.ranges import SerialRange

_STRONG: Final = re.compile(r"[\r\n;|]|(?:^| )[•●▪·](?= )")
_BULLET: Final = re.compile(r"[-*–] ")
# only after tidying, which leaves no two spaces together
_WEAK: Final = re.compile(r" / ?|/ |, ?| (?:[yYeE&+]|and) ,?| - ", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?<![^\s;,.:])[(#]?([0-9]{1,2}|[a-j])(?:\)[.:-]?|\.-|[.:](?= )|\.?º)[ -]*", re.IGNORECASE
)
_LEAST: Final = 4
_LEAST_AT_SLASH: Final = 5
_MOST_APART: Final = 2
_MOST_IN_RANGE: Final = 1000
# a state that says more of the number before it than of a weapon of its own
_REMARKS: Final = (SerialState.ALTERED, SerialState.RESTORED, SerialState.PARTIAL)


def read(cell: str, *, expected: int | None = None) -> tuple[SerialNumber, ...]:
    """The serial numbers in a cell: at least one, which may be *not recorded*.

    New lines, semicolons, bars and ``1) … 2) …`` separate numbers. Commas, ``y`` and slashes with spaces around them
    separate numbers where a number stands on both sides. A bare slash separates numbers of about the same length (five
    characters at least): ``407/743583`` is one number with a stray slash. Spaces separate numbers only if that gives as
    many as expected. The numbers of the parts of one weapon (``frame … slide …``) are one number, and a range
    (``A100 al A110``) is all its numbers.

    Args:
        cell: The cell.
        expected: How many things the row counts; it decides what the shape leaves open, and never makes a number.

    >>> [str(serial) for serial in read("F530742 / 125520")]
    ['F530742', '125520']
    >>> [str(serial) for serial in read("979231 425202", expected=2)]
    ['979231', '425202']
    >>> [str(serial) for serial in read("del A0099 al A0101")]
    ['A0099', 'A0100', 'A0101']
    """
    found = ranges.find(cell)
    if found is not None and (found.worded or expected == found.range.count):
        return _numbers_of(found.range, cell, expected)
    texts = _parts(cell, expected)
    listed = _with_ranges(texts, cell, expected)
    if listed:
        return listed
    numbers = tuple(map(SerialNumber.parse, texts))
    if found is not None and len(numbers) == 1:
        note = f"may_be_range:{found.range}"
        return (evolve(numbers[0], repairs=(*numbers[0].repairs, note)),)
    return numbers


def _numbers_of(found: SerialRange, cell: str, expected: int | None) -> tuple[SerialNumber, ...]:
    """The numbers of a range; a single one that is not recorded, with the range in its notes, if the count differs."""
    if expected in (None, found.count) and found.count <= _MOST_IN_RANGE:
        note = (f"range:{_normalize.tidy(cell).upper()}",)
        return tuple(
            SerialNumber(state=SerialState.LEGIBLE, text=text, repairs=note, raw=cell) for text in found.texts()
        )
    note = (f"words:{_normalize.tidy(cell).upper()}",)
    return (SerialNumber(state=SerialState.NOT_RECORDED, repairs=note, raw=cell),)


def _with_ranges(texts: Sequence[str], cell: str, expected: int | None) -> tuple[SerialNumber, ...]:
    """The numbers of a list in which ranges stand, where they are together as many as expected; empty otherwise."""
    found = [ranges.in_list(text) for text in texts] if expected and expected > len(texts) else []
    if not any(found) or expected != sum(each.count if each else 1 for each in found):
        return ()
    lists = [
        _numbers_of(each, cell, None) if each else (SerialNumber.parse(text),)
        for each, text in zip(found, texts, strict=True)
    ]
    return tuple(serial for numbers in lists for serial in numbers)


def _parts(cell: str, expected: int | None) -> Sequence[str]:
    pieces = [piece for piece in (_normalize.tidy(piece) for piece in _STRONG.split(cell)) if piece]
    pieces = [_BULLET.sub("", piece, count=1) if _BULLET.match(piece) else piece for piece in pieces]
    whole = "; ".join(pieces)
    if parts.divide(phrases.find(whole.upper())) is not None:
        return parts.by_weapon(pieces)
    if len(pieces) == 1:
        pieces = _numbered(whole) or _labeled(whole)
    if len(pieces) > 1:
        unnumbered = [
            number
            for piece in pieces
            for number in _at_words(_without_number(piece), None) or (_without_number(piece),)
        ]
        return _as_serials(unnumbered, expected, least=1) or (whole,)
    for cut in (_at_words, _at_slashes, _at_spaces):
        found = cut(pieces[0], expected) if pieces else ()
        if len(found) > 1:
            return found
    return (cell,)


def _numbered(whole: str) -> list[str]:
    """The items of a numbered list, ``1) A123 2) B456``; empty if the text is none."""
    marks = [found for found in _NUMBERED.finditer(whole) if found.end() < len(whole)]
    for first in ("1", "a"):
        kept: list[re.Match[str]] = []
        for found in marks:
            number = found[1].lower()
            if number == (str(len(kept) + 1) if first == "1" else chr(ord("a") + len(kept))):
                kept.append(found)
        if len(kept) > 1:
            ends = [*(found.start() for found in kept[1:]), len(whole)]
            items = [whole[found.end() : end].strip(" ,.-") for found, end in zip(kept, ends, strict=True)]
            return [f"{whole[: kept[0].start()]} {items[0]}".strip(), *items[1:]]
    return []


def _without_number(piece: str) -> str:
    """The piece of a list without its number in the list, where more than that is left."""
    found = _NUMBERED.match(piece)
    return piece[found.end() :] if found and found.end() < len(piece) else piece


def _labeled(whole: str) -> list[str]:
    """The text cut before each label that comes again, ``SERIE A123 SERIE B456``; the whole text if none does."""
    cell = phrases.find(whole.upper())
    labels = [
        phrase
        for phrase in cell.phrases
        if phrase.meaning == "label" and phrase.last < len(cell.tokens) and cell.tokens[phrase.last].is_numeric
    ]
    first = cell.text(labels[0].first, labels[0].last) if labels else ""
    # tidied text keeps its length in capitals, except for letters that no serial cell has
    starts = [cell.tokens[label.first].start for label in labels if cell.text(label.first, label.last) == first]
    if len(starts) < _MOST_APART or len(cell.plain) != len(whole):
        return [whole] if whole else []
    ends = [*starts[1:], len(whole)]
    items = [whole[start:end].strip(" ,-") for start, end in zip(starts, ends, strict=True)]
    if any(len(SerialNumber.parse(item).compact) < _LEAST for item in items):
        return [whole]
    return [f"{whole[: starts[0]]}{items[0]}", *items[1:]]


@frozen(eq=False)
class _Piece:
    """A piece of a cell, and the serial number that it would be."""

    text: str
    serial: SerialNumber

    @property
    def states_why(self) -> bool:
        """True if the piece says why there is no number."""
        return not self.serial.text and not self.serial.unread

    @property
    def is_weapon(self) -> bool:
        """True if the piece is about a weapon of its own, and no remark on the number before it."""
        if self.serial.text:
            return True
        return self.states_why and self.serial.state not in _REMARKS and not self.text.startswith("(")

    def has_number(self, least: int) -> bool:
        """True if the piece has a number with at least *least* letters and digits."""
        return len(self.serial.compact) >= least


def _as_serials(texts: Sequence[str], expected: int | None, *, least: int, remarks: bool = False) -> Sequence[str]:
    """The texts of one serial each; empty if they are the words of a single one.

    A remark such as *see photo* goes to the number before it. In a row of as many things as texts (*expected*), or
    beside other numbers, a text may instead say why there is no number.

    Args:
        texts: The texts.
        expected: How many things the row counts.
        least: How many letters and digits a number has at least.
        remarks: True if a state beside a single number is a remark on it, as behind a comma.
    """
    pieces = [_Piece(text, SerialNumber.parse(text)) for text in texts]
    numbers = sum(piece.has_number(least) for piece in pieces)
    if numbers == len(pieces) or (
        len(pieces) == expected and all(piece.serial.text or piece.states_why for piece in pieces)
    ):
        return texts
    if any(piece.serial.text and not piece.has_number(least) for piece in pieces):
        return ()
    states = not remarks and expected != 1 and any(piece.is_weapon and not piece.serial.text for piece in pieces)
    return list(_with_remarks(pieces)) if numbers >= (1 if states else 2) else ()


def _with_remarks(pieces: Iterable[_Piece]) -> Iterable[str]:
    """The texts of the weapons, each with the remarks behind it; the first also has those before it."""
    text = ""
    begun = False
    for piece in pieces:
        if piece.is_weapon and begun:
            yield text
            text = piece.text
        else:
            text = f"{text}; {piece.text}" if text else piece.text
        begun |= piece.is_weapon
    yield text


def _at_words(whole: str, expected: int | None) -> Sequence[str]:
    pieces = [piece for piece in _WEAK.split(whole) if piece]
    if len(pieces) < _MOST_APART or (" - " in whole and len(pieces) != expected):
        return ()
    return _as_serials(pieces, expected, least=_LEAST, remarks="," in whole)


def _at_slashes(whole: str, expected: int | None) -> Sequence[str]:
    pieces = whole.split("/")
    if len(pieces) == expected and _are_numbers(pieces, _LEAST):
        return pieces
    lengths = [len(piece) for piece in pieces]
    alike = max(lengths) - min(lengths) <= _MOST_APART
    return pieces if alike and _are_numbers(pieces, _LEAST_AT_SLASH) else ()


def _at_spaces(whole: str, expected: int | None) -> Sequence[str]:
    pieces = whole.split(" ")
    return pieces if len(pieces) == expected and _are_numbers(pieces, _LEAST) else ()


def _are_numbers(pieces: Sequence[str], least: int) -> bool:
    return all(len(piece) >= least and any(map(str.isdigit, piece)) for piece in pieces)
