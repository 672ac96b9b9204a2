"""What may stand behind a number without changing it: its noun, its unit, what goes with the things, marks of notes.

>>> from armstrace.counts.words import tokens
>>> read_tail(tokens("21,530 cartuchos de diferentes calibres"), 1).is_understood
True
>>> read_tail(tokens("2 cajas"), 1).unit, read_tail(tokens("223 Remington"), 1).is_understood
(Unit(id='box', sort='packing'), False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from armstrace.counts import things, words
from armstrace.counts.bounds import SIDES

if TYPE_CHECKING:
    from armstrace.counts.things import Unit

_LONGEST_PHRASE = 5
_PARTS = frozenset((",", "+", ";", "&", "|"))
_ALTERNATIVES = frozenset(("or", "o", "ou", "u"))
_ARTICLES = frozenset(("a", "an", "un", "una", "uma", "um"))


@define
class Tail:
    """The tokens behind a number.

    Attributes:
        roles: The roles of the phrases in it that bound or soften the number.
        unit: The unit behind the number; None if it counts pieces.
        after: The index behind what was read.
        is_understood: True if the rest describes what is counted.
    """

    roles: list[str] = field(factory=list)
    unit: Unit | None = None
    after: int = 0
    is_understood: bool = True


def read_tail(found: tuple[str, ...], index: int) -> Tail:
    """The tail of the number whose last token stands before *index*."""
    tail = Tail(after=index)
    end = _end(found, index, tail)
    named = False
    while tail.after < end:
        step = _piece(found, tail.after) or _unit(found, tail.after, tail, named=named)
        if step:
            named = True
            tail.after += step
            continue
        if words.phrase(found, tail.after, "with") or (named and not _parts_behind(found, tail.after)):
            tail.after = end
            break
        if not _adjective(found, tail.after):
            break
        tail.after += 1
    tail.is_understood = tail.after >= end
    return tail


def starts_again(found: tuple[str, ...], index: int) -> bool:
    """True if a token parts what was counted from another number that counts: ``5 largas y 3 cortas``."""
    if found[index] == "+" and index and found[index - 1][0].isdigit():
        return False  # 17+1 rounds
    if found[index] not in _PARTS and found[index] not in _ALTERNATIVES and not words.phrase(found, index, "joint"):
        return False
    after = index + max(1, words.phrase(found, index, "joint"))
    while after < len(found) and found[after] in _PARTS:
        after += 1
    after += words.phrase(found, after, "joint") if after < len(found) else 0
    if after >= len(found):
        return False
    counts = found[after].isdecimal() or words.value(found[after], "number") is not None
    if words.phrase(found, after, "vague") or words.phrase(found, after, "half"):
        return True
    return counts or found[after] in _ARTICLES


def _parts_behind(found: tuple[str, ...], index: int) -> bool:
    return any(starts_again(found, each) for each in range(index, len(found)))


def _end(found: tuple[str, ...], index: int, tail: Tail) -> int:
    """The index at which phrases of bounds and notes, and closing signs, begin at the end of the tokens."""
    end = len(found)
    while end > index:
        if found[end - 1] in {".", ":", ",", ";"}:
            end -= 1
            continue
        spans = (
            (length, role)
            for role in (*SIDES, "about", "note")
            for length in range(min(_LONGEST_PHRASE, end - index), 0, -1)
            if words.phrase(found[:end], end - length, role) == length
        )
        length, role = max(spans, default=(0, ""))
        if not length:
            break
        tail.roles.append(role)
        end -= length
    return end


def _piece(found: tuple[str, ...], index: int) -> int:
    """How many tokens from *index* on say what the pieces are; 0 if none does."""
    length = words.phrase(found, index, "piece")
    if length:
        # 30 round magazine: the size of a thing
        sized = index + 1 < len(found) and found[index] in {"round", "rd", "rnd", "shot"}
        return 0 if sized and things.is_thing(found[index + 1]) else length
    if things.unit(found, index) is not None:
        return 0
    if things.is_thing(found[index]):
        return 1
    named = found[index + 1 : index + 2] == ("-",) and found[index].isalpha() and found[index] not in words.known()
    return 3 if named and found[index + 2 : index + 3] and found[index + 2][0].isdigit() else 0


def _unit(found: tuple[str, ...], index: int, tail: Tail, *, named: bool) -> int:
    known = things.unit(found, index)
    if known is None or (named and (known[1].sort != "packing" or not found[index].endswith("s"))):
        return 0
    tail.unit = tail.unit or known[1]
    return known[0]


def _adjective(found: tuple[str, ...], index: int) -> bool:
    return things.is_adjective(found[index]) or words.phrase(found, index, "of") > 0
