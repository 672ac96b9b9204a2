"""Serial numbers: which one thing it is, or why nobody can tell.

A serial cell holds a number, a part of one, or a word that says why there is none, and these are different answers:
filed off (an act) is not illegible, illegible is not absent, and *not recorded* says nothing about the thing.
Reading is merciful: what looks odd is flagged in ``repairs``, and nothing is refused.

>>> SerialNumber.parse("MAT. 418-15538").text
'418-15538'
>>> SerialNumber.parse("LIMADA").state, SerialNumber.parse("S/N").state
(<SerialState.OBLITERATED: 'obliterated'>, <SerialState.NOT_RECORDED: 'not_recorded'>)
>>> found = SerialNumber.parse("...5231")
>>> found.state.value, str(found)
('partial', '…5231')
>>> comparison = compare(SerialNumber.parse("573760"), SerialNumber.parse("S73760"))
>>> comparison.level.value, comparison.explain()
('folded', '5 for S at 1')
"""

from __future__ import annotations

import functools
import re
from enum import StrEnum
from typing import Final

import attrs
from attrs import Factory, field, frozen

from armstrace import _normalize
from armstrace.weapons.serials.edits import (
    SerialComparison,
    SerialEdit,
    SerialEditOp,
    SerialLevel,
    confused_with,
    fewest_edits,
    folding,
    lookalikes,
    often_confused,
    substituted,
)

__all__ = [
    "SerialComparison",
    "SerialEdit",
    "SerialEditOp",
    "SerialLevel",
    "SerialNumber",
    "SerialState",
    "compare",
    "confused_with",
    "folding",
    "often_confused",
    "read",
    "substituted",
]

_PLAIN: Final = re.compile(r"[0-9A-Z][0-9A-Z-]{0,30}[0-9A-Z]|[0-9A-Z]")
_LONGEST: Final = 64
_CACHED_LENGTH: Final = 100  # giant cells are compared, but not kept


class SerialState(StrEnum):
    """What a record says of a serial number.

    Attributes:
        LEGIBLE: It was read.
        PARTIAL: Some of its characters were read.
        ILLEGIBLE: It is there and cannot be read.
        OBLITERATED: It was filed, ground or punched away: an act.
        ALTERED: It was stamped over (``remarcada``): what is read is not the maker's number and proves nothing.
        RESTORED: It was made readable by forensics; compared like a partial one.
        NEVER_MARKED: The thing never had one, as the record says.
        NOT_RECORDED: The record does not give it: blank, ``S/N``, ``N/A``, ``0``, ``XXXX``.
    """

    LEGIBLE = "legible"
    PARTIAL = "partial"
    ILLEGIBLE = "illegible"
    OBLITERATED = "obliterated"
    ALTERED = "altered"
    RESTORED = "restored"
    NEVER_MARKED = "never_marked"
    NOT_RECORDED = "not_recorded"


_COMPARED: Final = (SerialState.LEGIBLE, SerialState.PARTIAL, SerialState.RESTORED)


@frozen(kw_only=True)
class SerialNumber:
    """A serial number as far as a record tells it.

    Attributes:
        state: What the record says of it.
        text: The number in capitals, without labels and suffixes; ``?`` for each unreadable character. Empty where
            no number is told.
        open_start: Whether an unknown number of characters is missing in front.
        open_end: Whether an unknown number of characters is missing behind.
        repairs: What was taken off or mended, such as ``label:MAT`` or ``suffix:USA``; odd things are noted as well.
        raw: The cell.
    """

    state: SerialState
    text: str = ""
    open_start: bool = False
    open_end: bool = False
    repairs: tuple[str, ...] = field(default=(), eq=False)
    raw: str = field(default="", eq=False)
    # a number is compared many times
    _compact: str = field(
        init=False, eq=False, repr=False, default=Factory(lambda self: _letters(self.text), takes_self=True)
    )

    @staticmethod
    def parse(text: str, state: SerialState | None = None) -> SerialNumber:
        """The serial number that a cell tells; never an error.

        Args:
            text: The cell.
            state: What the record says elsewhere, in a column for the condition; it overrules the cell.

        >>> SerialNumber.parse("31*5_9").text, SerialNumber.parse("2696241.0").text
        ('31?5?9', '2696241')
        >>> SerialNumber.parse("A123456", SerialState.ALTERED).is_known
        False
        """
        found = _plain(text) or _worded(text)
        return found if state is None else attrs.evolve(found, state=state)

    @property
    def compact(self) -> str:
        """The letters and digits of the number, and a ``?`` for each unreadable character."""
        return self._compact

    @property
    def folded(self) -> str:
        """The compact number with one letter for characters that look alike, such as O, 0, Q and D."""
        return _folded(self._compact) if len(self._compact) <= _CACHED_LENGTH else self._compact.translate(folding())

    @property
    def is_known(self) -> bool:
        """Whether there is a number, or a part of one, that another can be compared with."""
        return bool(self._compact) and self.state in _COMPARED

    @property
    def is_whole(self) -> bool:
        """Whether all of the number is known."""
        return self.is_known and not self.open_start and not self.open_end and "?" not in self.text

    def __str__(self) -> str:
        if not self.text:
            return self.state.replace("_", " ")
        return f"{'…' if self.open_start else ''}{self.text}{'…' if self.open_end else ''}"


_EQUAL: Final = SerialComparison(level=SerialLevel.EQUAL)
_DIFFERENT: Final = SerialComparison(level=SerialLevel.DIFFERENT)
_UNKNOWN: Final = SerialComparison(level=SerialLevel.UNKNOWN)
_LEAST_FOR_AFFIX: Final = 4
_LEAST_FOR_EDITS: Final = {1: 4, 2: 5}
_LEAST_IN_PART: Final = 3
_EDIT_LEVELS: Final = {1: SerialLevel.ONE_EDIT, 2: SerialLevel.TWO_EDITS}


def compare(left: SerialNumber, right: SerialNumber) -> SerialComparison:
    """How far two serial numbers agree; the same level in either order.

    A number stamped over by someone else supports no match, so ALTERED compares as UNKNOWN. Numbers of more than 64
    letters and digits are no serials and agree only where they are the same.

    >>> a, b = SerialNumber.parse("1-74445-2089"), SerialNumber.parse("1-74445")
    >>> comparison = compare(a, b)
    >>> comparison.level.value, comparison.explain("es")
    ('affix', '2089 solo a la izquierda al final')
    >>> compare(a, SerialNumber.parse("BORRADA")).level.value
    'unknown'
    """
    if left.state is not SerialState.LEGIBLE or right.state is not SerialState.LEGIBLE:
        return _in_part(left, right) if left.is_known and right.is_known else _UNKNOWN
    one, other = left.compact, right.compact
    if not (one and other):
        return _UNKNOWN
    if left.text == right.text:
        return _EQUAL
    if one == other:
        edit = SerialEdit(op=SerialEditOp.FORMAT, left=left.text, right=right.text)
        return SerialComparison(level=SerialLevel.FORMAT, edits=(edit,))
    if len(one) > _LONGEST or len(other) > _LONGEST:
        return _DIFFERENT
    return _one_character_off(one, other) or _alike(left, right) or _shortened(left, right) or _edited(one, other)


def read(cell: str, *, expected: int | None = None) -> tuple[SerialNumber, ...]:
    """The serial numbers in a cell: at least one, which may be *not recorded*.

    New lines, semicolons and bars part numbers. So do commas, ``y`` and slashes with spaces around them, where number
    stands on both sides. A bare slash parts numbers of about the same length (five characters at least): ``407/743583``
    is one number with a stray slash. Spaces part numbers only if that gives as many as expected.

    Args:
        cell: The cell.
        expected: How many things the row counts; it decides what the shape leaves open, and never makes a number.

    >>> [str(serial) for serial in read("F530742 / 125520")]
    ['F530742', '125520']
    >>> [str(serial) for serial in read("979231 425202", expected=2)]
    ['979231', '425202']
    """
    from armstrace.weapons.serials import cells as _serial_cells

    return tuple(SerialNumber.parse(part) for part in _serial_cells.parts(cell, expected))


def _plain(text: str) -> SerialNumber | None:
    """The serial of a cell that is a plain number, which most are; None for all others."""
    capitals = text.strip().upper()
    if not _PLAIN.fullmatch(capitals) or not any(map(str.isdigit, capitals)):
        return None
    if capitals.endswith("XXX") or capitals.startswith("XXXX") or not capitals.strip("0-"):
        return None
    return SerialNumber(state=SerialState.LEGIBLE, text=capitals, raw=text)


def _worded(text: str) -> SerialNumber:
    from armstrace.weapons.serials import words as _serial_words

    return _serial_words.read(text)


def _letters(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text.upper()
    plain = text if text.isascii() else _normalize.fold(text).upper()
    return "".join(c for c in plain.upper() if c.isalnum() or c == "?")


@functools.lru_cache(maxsize=1 << 17)
def _folded(compact: str) -> str:
    return compact.translate(folding())


def _one_character_off(one: str, other: str) -> SerialComparison | None:
    """Two numbers that differ in one character, as most do that come close."""
    if len(one) != len(other):
        return None
    at = next(place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right)
    return _one_off(one[at], other[at], at + 1, len(one)) if one[at + 1 :] == other[at + 1 :] else None


@functools.lru_cache(maxsize=1 << 16)
def _one_off(left: str, right: str, at: int, length: int) -> SerialComparison:
    """Two numbers of this length that differ in the character at that place."""
    edit = substituted(left, right, at)
    if edit.op is SerialEditOp.LOOKALIKE:
        return SerialComparison(level=SerialLevel.FOLDED, edits=(edit,))
    return SerialComparison(level=SerialLevel.ONE_EDIT, edits=(edit,)) if length >= _LEAST_FOR_EDITS[1] else _DIFFERENT


def _alike(left: SerialNumber, right: SerialNumber) -> SerialComparison | None:
    """Two numbers of one length that look alike, with not too many characters taken for others."""
    if left.folded != right.folded:
        return None
    edits = lookalikes(left.compact, right.compact)
    return (
        SerialComparison(level=SerialLevel.FOLDED, edits=edits)
        if len(edits) <= max(1, len(left.compact) // 3)
        else None
    )


def _shortened(left: SerialNumber, right: SerialNumber) -> SerialComparison | None:
    """Two numbers of which one has lost its zeros or a group in front, or a group behind."""
    one, other = left.compact, right.compact
    if len(one) == len(other):
        return None
    if one.lstrip("0") == other.lstrip("0"):
        edit = SerialEdit(op=SerialEditOp.ZEROS, left=one, right=other)
        return SerialComparison(level=SerialLevel.ZEROS, edits=(edit,))
    longer, shorter = (left, other) if len(one) > len(other) else (right, one)
    group = _lost_group(longer, shorter)
    if group is None:
        return None
    side = "left" if longer is left else "right"
    op = SerialEditOp(f"{group[0]}_{side}")
    edit = SerialEdit(op=op, left=group[1]) if longer is left else SerialEdit(op=op, right=group[1])
    return SerialComparison(level=SerialLevel.AFFIX, edits=(edit,))


def _lost_group(longer: SerialNumber, shorter: str) -> tuple[str, str] | None:
    """Where the group is that only the longer number has, and the group."""
    whole = longer.compact
    gap = len(whole) - len(shorter)
    if len(shorter) < _LEAST_FOR_AFFIX:
        return None
    if whole.endswith(shorter) and gap in _cuts(longer.text):
        return "prefix", whole[:gap]
    if whole.startswith(shorter) and len(shorter) in _cuts(longer.text):
        return "suffix", whole[len(shorter) :]
    return None


def _edited(one: str, other: str) -> SerialComparison:
    """Two numbers one or two edits apart, if they are long enough for that to mean anything."""
    edits = fewest_edits(one, other)
    if not edits or min(len(one), len(other)) < _LEAST_FOR_EDITS[len(edits)]:
        return _DIFFERENT
    return SerialComparison(level=_EDIT_LEVELS[len(edits)], edits=edits)


def _cuts(text: str) -> frozenset[int]:
    """Where a number falls into groups, in its compact form: at separators, between letters and digits."""
    cuts: set[int] = set()
    length = 0
    before = ""
    for c in text:
        if c.isalnum():
            if before and (not before.isalnum() or before.isdigit() != c.isdigit()):
                cuts.add(length)
            length += 1
        before = c
    return frozenset(cuts)


def _in_part(left: SerialNumber, right: SerialNumber) -> SerialComparison:
    """Two numbers of which one is known in part or restored: whether any way to lay them together fits."""
    one, other = left.compact, right.compact
    if max(len(one), len(other)) > _LONGEST:
        return _DIFFERENT
    gap = len(one) - len(other)
    first = max(-len(other) if left.open_start else 0, gap if not right.open_end else -len(other))
    last = min(len(one) if right.open_start else 0, gap if not left.open_end else len(one))
    # one lies within the other; two ends that merely could overlap show nothing
    shifts = range(max(first, min(gap, 0)), min(last, max(gap, 0)) + 1)
    fits = [_fit(one, other, shift) for shift in shifts]
    if gap and not (left.open_start or left.open_end or right.open_start or right.open_end):
        # an unreadable mark may be a dash
        fits = [_fit(_spaced(left.text), _spaced(right.text), 0)] if len(left.text) == len(right.text) else []
    best = max((fit for fit in fits if fit is not None), key=lambda fit: (fit[0], -len(fit[1])), default=None)
    if best is None:
        return _UNKNOWN if first < min(gap, 0) or last > max(gap, 0) else _DIFFERENT
    if best[0] < _LEAST_IN_PART:
        return _UNKNOWN
    agree = SerialEdit(op=SerialEditOp.READABLE, at=best[0])
    return SerialComparison(level=SerialLevel.PARTIAL_CONSISTENT, edits=(agree, *best[1]))


def _spaced(text: str) -> str:
    """*text* with one sign for all separators."""
    return "".join(c if c.isalnum() or c == "?" else "-" for c in text)


def _fit(one: str, other: str, shift: int) -> tuple[int, tuple[SerialEdit, ...]] | None:
    """How many readable characters agree if *other* begins *shift* characters behind the start of *one*."""
    agree = 0
    edits: list[SerialEdit] = []
    for at in range(max(shift, 0), min(len(one), len(other) + shift)):
        pair = (one[at], other[at - shift])
        if "?" in pair:
            continue
        if pair[0] != pair[1]:
            if edits or _folded(pair[0]) != _folded(pair[1]):
                return None
            edits.append(SerialEdit(op=SerialEditOp.LOOKALIKE, left=pair[0], right=pair[1], at=at + 1))
        agree += pair[0] != "-"
    return agree, tuple(edits)
