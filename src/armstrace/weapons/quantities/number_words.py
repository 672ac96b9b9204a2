"""Numbers in words, in English, Spanish and Portuguese: ``mil doscientos``, ``two dozen``, ``cento e vinte``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from armstrace.weapons.quantities.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.weapons.quantities.tokens import Token

_SLOTS = (10, 100, 1000)
_LARGEST = 1_000_000_000


class Spelled(NamedTuple):
    """The value of a number in words, and the index of the token behind it."""

    value: Decimal
    after: int


def spelled(found: Sequence[Token], at: int, start: Decimal | None = None) -> Spelled | None:
    """The number that the words from index *at* on spell; None if there is no number word.

    The number *start* stands before them in digits: it is only multiplied, as in ``10 mil``.
    """
    total, part, first = Decimal(0), start, at
    half = False
    while at < len(found) and total < _LARGEST:
        step = at + (at > first and _joins(found[at]) and at + 1 < len(found))
        value, role = vocabulary().numbers.get(found[step].text, (0, ""))
        if role == "half" and part is None and _multiplies(found, step + 1):
            half = True
        elif role == "multiplier":
            part = Decimal(value) / 2 if half else (part or Decimal(1)) * value
            half = False
            if value % _SLOTS[-1] == 0:
                total, part = total + part, None
        elif value and start is None and _fits(part, value):
            part = (part or Decimal(0)) + value
        else:
            break
        at = step + 1
    if at == first:
        return None
    return Spelled(total + (part or Decimal(0)), at)


def _joins(token: Token) -> bool:
    return token.text == "-" or token.text in vocabulary().small["join"]


def _multiplies(found: Sequence[Token], at: int) -> bool:
    """True if the word at index *at* multiplies, perhaps behind an article: ``half a dozen``."""
    at += at < len(found) and found[at].text == "a"
    return at < len(found) and vocabulary().numbers.get(found[at].text, (0, ""))[1] == "multiplier"


def _fits(part: Decimal | None, value: int) -> bool:
    """True if a number word of this value may be added to what was spelled so far: ``five`` to ``twenty``."""
    return part is None or part % next((slot for slot in _SLOTS if value < slot), _LARGEST) == 0


def of(found: Sequence[Token], at: int) -> int:
    """The index behind a word *of* at index *at*: ``docena de``; *at* if there is none."""
    return at + (at < len(found) and found[at].text in vocabulary().small["of"])
