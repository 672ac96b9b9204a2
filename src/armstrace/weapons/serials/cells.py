"""Where a cell with several serial numbers is cut."""

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


def parts(cell: str, expected: int | None) -> tuple[str, ...]:
    """The cell cut into one text for each serial number; see `armstrace.weapons.serials.number.read`."""
    pieces = [piece for piece in (_normalize.tidy(piece) for piece in _STRONG.split(cell)) if piece]
    if len(pieces) > 1 and _all_tell(pieces, expected, least=1):
        return tuple(pieces)
    whole = " ".join(pieces)
    if len(pieces) == 1:
        for cut in (_at_words, _at_slashes, _at_spaces):
            found = cut(whole, expected)
            if len(found) > 1:
                return tuple(found)
    return (cell,) if len(pieces) < 2 else (whole,)


def _all_tell(pieces: Sequence[str], expected: int | None, *, least: int) -> bool:
    """Whether each piece holds a number, or tells why there is none in a row that counts as many things."""
    told = [SerialNumber.parse(piece) for piece in pieces]
    if all(len(serial.compact) >= least for serial in told):
        return True
    understood = all(serial.text or not any(note.startswith("no_number") for note in serial.repairs) for serial in told)
    return understood and len(pieces) == expected


def _at_words(whole: str, expected: int | None) -> Sequence[str]:
    pieces = [piece for piece in _WEAK.split(whole) if piece]
    return pieces if len(pieces) > 1 and _all_tell(pieces, expected, least=_LEAST) else ()


def _at_slashes(whole: str, expected: int | None) -> Sequence[str]:
    pieces = whole.split("/")
    if len(pieces) == expected and _numbers(pieces, _LEAST):
        return pieces
    lengths = [len(piece) for piece in pieces]
    alike = max(lengths) - min(lengths) <= _MOST_APART
    return pieces if alike and _numbers(pieces, _LEAST_AT_SLASH) else ()


def _at_spaces(whole: str, expected: int | None) -> Sequence[str]:
    pieces = whole.split(" ")
    return pieces if len(pieces) == expected and _numbers(pieces, _LEAST) else ()


def _numbers(pieces: Sequence[str], least: int) -> bool:
    return all(len(piece) >= least and any(map(str.isdigit, piece)) for piece in pieces)
