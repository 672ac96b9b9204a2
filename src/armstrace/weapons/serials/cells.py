"""Cells with several serial numbers, cut into one text for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from armstrace import _normalize
from armstrace.weapons.serials.number import SerialNumber

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRONG: Final = re.compile(r"[\r\n;|]")
# only after tidying, which leaves no two spaces together
_WEAK: Final = re.compile(r" / ?|/ |, ?| [yYeE&] | and ", re.IGNORECASE)
_LEAST: Final = 4
_LEAST_AT_SLASH: Final = 5
_MOST_APART: Final = 2


def read(cell: str, *, expected: int | None = None) -> tuple[SerialNumber, ...]:
    """The serial numbers in a cell: at least one, which may be *not recorded*.

    New lines, semicolons and bars separate numbers. Commas, ``y`` and slashes with spaces around them separate numbers
    where a number stands on both sides. A bare slash separates numbers of about the same length (five characters at
    least): ``407/743583`` is one number with a stray slash. Spaces separate numbers only if that gives as many as
    expected.

    Args:
        cell: The cell.
        expected: How many things the row counts; it decides what the shape leaves open, and never makes a number.

    >>> [str(serial) for serial in read("F530742 / 125520")]
    ['F530742', '125520']
    >>> [str(serial) for serial in read("979231 425202", expected=2)]
    ['979231', '425202']
    """
    return tuple(map(SerialNumber.parse, _parts(cell, expected)))


def _parts(cell: str, expected: int | None) -> Sequence[str]:
    pieces = [piece for piece in (_normalize.tidy(piece) for piece in _STRONG.split(cell)) if piece]
    if len(pieces) > 1:
        return pieces if _are_serials(pieces, expected, least=1) else (" ".join(pieces),)
    for cut in (_at_words, _at_slashes, _at_spaces):
        found = cut(pieces[0], expected) if pieces else ()
        if len(found) > 1:
            return found
    return (cell,)


def _are_serials(pieces: Sequence[str], expected: int | None, *, least: int) -> bool:
    """True if every piece holds a number with at least *least* letters and digits.

    In a row of as many things as pieces (*expected*), a piece may instead say why there is no number.
    """
    serials = [SerialNumber.parse(piece) for piece in pieces]
    if all(len(serial.compact) >= least for serial in serials):
        return True
    return len(pieces) == expected and all(
        serial.text or not any(note.startswith("no_number") for note in serial.repairs) for serial in serials
    )


def _at_words(whole: str, expected: int | None) -> Sequence[str]:
    pieces = [piece for piece in _WEAK.split(whole) if piece]
    return pieces if len(pieces) > 1 and _are_serials(pieces, expected, least=_LEAST) else ()


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
