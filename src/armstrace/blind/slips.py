"""The texts that differ from a serial number by one slip of the pen; each is hashed as the number itself is.

>>> number = SerialNumber.parse("GF-12345")
>>> sorted(slipped(number, "GF12345") & {"12345", "F12345", "FG12345"})
['12345', 'F12345', 'FG12345']
>>> list(with_hidden("123456"))[:2]
['?23456', '1?3456']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from armstrace.weapons.serials.number import SerialNumber

if TYPE_CHECKING:
    from collections.abc import Iterator

# what is left of a number after a slip must have so many characters that are known; less would agree by chance
_LEAST: Final = 5
# no maker's number is longer
_LONGEST: Final = 24
_GROUP: Final = re.compile(r"[^\W\d_]+|\d+")


def slipped(serial: SerialNumber, text: str) -> frozenset[str]:
    """The texts that the number may become by a slip of `BlindLevel.NEAR`, such as a lost zero.

    Empty if it has other characters than A to Z and digits, or is too long. At least five characters are left; where
    two are swapped, there are at least six.

    Args:
        serial: The number, whose groups and zeros count.
        text: Its letters and digits, with characters that look alike unified.
    """
    if not text.isascii() or len(text) > _LONGEST:
        return frozenset()
    shorter = (*_one_left_out(text), *_zeros_lost(serial, text), *_groups_lost(serial, text))
    found = {slip for slip in shorter if len(slip) >= _LEAST}
    if len(text) > _LEAST:
        found.update(_swapped(text))
    return frozenset(found - {text})


def with_hidden(text: str) -> Iterator[str]:
    """The number with a ``?`` in place of each character in turn.

    Two numbers that differ in a single character share such a text. There are none if the number is too short or long.
    """
    if text.isascii() and _LEAST < len(text) <= _LONGEST:
        yield from (f"{text[:index]}?{text[index + 1 :]}" for index in range(len(text)))


def _one_left_out(text: str) -> Iterator[str]:
    return (text[:index] + text[index + 1 :] for index in range(len(text)))


def _zeros_lost(serial: SerialNumber, text: str) -> Iterator[str]:
    zeros = len(serial.compact) - len(serial.compact.lstrip("0"))
    return (text[lost:] for lost in range(1, zeros + 1))


def _groups_lost(serial: SerialNumber, text: str) -> Iterator[str]:
    """The number without what stands before each group of letters or digits, and without what stands after each.

    ``GF-12345`` gives ``12345`` and ``GF``, among others.
    """
    cut = 0
    for group in _GROUP.findall(serial.text):
        yield text[cut:]
        cut += len(SerialNumber(state=serial.state, text=group).compact)
        yield text[:cut]


def _swapped(text: str) -> Iterator[str]:
    return (text[:index] + text[index + 1] + text[index] + text[index + 2 :] for index in range(len(text) - 1))
