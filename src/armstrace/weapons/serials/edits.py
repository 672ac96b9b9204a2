"""What sets two strings of letters and digits apart, in as few edits as possible, and how that is told."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import Final, Literal

from attrs import frozen

from armstrace import _tables

MOST_EDITS: Final = 2


class SerialEditOp(StrEnum):
    """What was done between two numbers; ``left`` and ``right`` say on which side it shows."""

    FORMAT = "format"
    LOOKALIKE = "lookalike"
    SUBSTITUTED = "substituted"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"
    DOUBLED_LEFT = "doubled_left"
    DOUBLED_RIGHT = "doubled_right"
    TRANSPOSED = "transposed"
    ZEROS = "zeros"
    PREFIX_LEFT = "prefix_left"
    PREFIX_RIGHT = "prefix_right"
    SUFFIX_LEFT = "suffix_left"
    SUFFIX_RIGHT = "suffix_right"
    READABLE = "readable"


@frozen(kw_only=True)
class SerialEdit:
    """One difference between two serial numbers.

    Attributes:
        op: What it is.
        left: What stands on the left.
        right: What stands on the right.
        at: Where, counted from 1 in the left number without separators; how many, for ``READABLE``; 0 for the whole.
    """

    op: SerialEditOp
    left: str = ""
    right: str = ""
    at: int = 0

    def label(self, language: Literal["en", "es"] = "en") -> str:
        """The difference in words.

        >>> SerialEdit(op=SerialEditOp.LOOKALIKE, left="O", right="0", at=4).label("es")
        'O por 0 en la posición 4'
        """
        return _wording()[self.op][language].format(left=self.left, right=self.right, at=self.at)

    def __str__(self) -> str:
        return self.label()


class SerialLevel(StrEnum):
    """How far two serial numbers agree, best first.

    Attributes:
        EQUAL: The same text.
        FORMAT: The same but for spaces, dashes, points and slashes.
        FOLDED: The same but for a few look-alike characters.
        ZEROS: The same but for leading zeros, which spreadsheets lose.
        AFFIX: One is the other without a group in front or behind: letters, or what a dash sets apart.
        ONE_EDIT: One character dropped, added, doubled, exchanged, or two neighbors swapped.
        TWO_EDITS: Two such edits.
        PARTIAL_CONSISTENT: One is known in part, or was restored, and nothing that is known contradicts.
        DIFFERENT: Two numbers.
        UNKNOWN: One side has no number to compare, or too little of it.
    """

    EQUAL = "equal"
    FORMAT = "format"
    FOLDED = "folded"
    ZEROS = "zeros"
    AFFIX = "affix"
    ONE_EDIT = "one_edit"
    TWO_EDITS = "two_edits"
    PARTIAL_CONSISTENT = "partial_consistent"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class SerialComparison:
    """How far two serial numbers agree, and what sets them apart.

    Attributes:
        level: How far they agree.
        edits: The differences that explain the level; none for EQUAL, DIFFERENT and UNKNOWN.
    """

    level: SerialLevel
    edits: tuple[SerialEdit, ...] = ()

    def explain(self, language: Literal["en", "es"] = "en") -> str:
        """The differences in words."""
        return "; ".join(edit.label(language) for edit in self.edits)


@functools.cache
def _wording() -> dict[str, dict[str, str]]:
    return {row["op"]: row for row in _tables.rows("serials/edits.csv")}


@functools.cache
def folding() -> dict[int, str]:
    """The table for `str.translate` that gives look-alike characters one letter."""
    classes = [row["class"] for row in _tables.rows("serials/lookalikes.csv")]
    return str.maketrans({member: letters[0] for letters in classes for member in letters})


@functools.cache
def _confusions() -> tuple[frozenset[str], dict[str, str]]:
    """The pairs that are often taken for one another, and for each character those that look like it."""
    rows = _tables.rows("serials/lookalikes.csv")
    often = {one + other for row in rows for one in row["often"] for other in row["often"]}
    alike = {c: row["class"].replace(c, "") for row in rows for c in row["class"]}
    return frozenset(often), alike


def often_confused(one: str, other: str) -> bool:
    """Whether two characters are among those most often taken for one another.

    >>> often_confused("1", "I"), often_confused("1", "7")
    (True, False)
    """
    return one + other in _confusions()[0]


def confused_with(character: str) -> str:
    """The characters that look like this one.

    >>> confused_with("Z"), confused_with("9")
    ('2', '')
    """
    return _confusions()[1].get(character, "")


def fewest_edits(left: str, right: str) -> tuple[SerialEdit, ...] | None:
    """The edits between two strings, or None if more than two are needed.

    Inserted, dropped, substituted and neighboring swapped characters count one each. What the strings share in front
    and behind is set aside; the first and the last character of what is left differ, so that one edit stands at each
    end, or a single one is all of it, and nothing has to be searched.
    """
    if abs(len(left) - len(right)) > MOST_EDITS:
        return None
    front = _shared(left, right)
    one, other = left[front:], right[front:]
    back = _shared(one[::-1], other[::-1])
    one, other = one[: len(one) - back], other[: len(other) - back]
    # an edit at an end takes two characters at most: this rules out nearly all pairs at once
    if one[2:-2] not in other:
        return None
    before = left[front - 1] if front else ""
    after = left[len(left) - back] if back else ""
    if _is_edit(one, other):
        return (_edit(one, other, front + 1, before or after),) if one or other else ()
    for (start, begin), (tail, stop) in _PAIRS[len(one) - len(other)]:
        end, far = len(one) - tail, len(other) - stop
        if end < start or far < begin or one[start:end] != other[begin:far]:
            continue
        if _is_edit(one[:start], other[:begin]) and _is_edit(one[end:], other[far:]):
            last = _edit(one[end:], other[far:], front + end + 1, one[start:end][-1:] or after)
            return (_edit(one[:start], other[:begin], front + 1, before), last)
    return None


# how many characters of each side an edit takes: substituted, swapped, only left, only right
_STEPS: Final = ((1, 1), (2, 2), (1, 0), (0, 1))
# by how much the left side is longer, the two edits that make it so
_PAIRS: Final = {
    longer: tuple(
        (first, last) for first in _STEPS for last in _STEPS if first[0] - first[1] + last[0] - last[1] == longer
    )
    for longer in range(-MOST_EDITS, MOST_EDITS + 1)
}


def _is_edit(one: str, other: str) -> bool:
    """Whether these pieces, which differ in their first character, are one edit."""
    if len(one) == len(other) == 2:
        return one == other[::-1]
    return len(one) <= 1 and len(other) <= 1


def _shared(one: str, other: str) -> int:
    """How many characters two strings share in front."""
    for same, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return same
    return min(len(one), len(other))


# few edits come up again and again
@functools.lru_cache(maxsize=1 << 16)
def _edit(one: str, other: str, at: int, neighbor: str) -> SerialEdit:
    if len(one) > 1:
        return SerialEdit(op=SerialEditOp.TRANSPOSED, left=one[0], right=one[1], at=at)
    if one and other:
        return substituted(one, other, at)
    if one:
        op = SerialEditOp.DOUBLED_LEFT if one == neighbor else SerialEditOp.ONLY_LEFT
        return SerialEdit(op=op, left=one, at=at)
    op = SerialEditOp.DOUBLED_RIGHT if other == neighbor else SerialEditOp.ONLY_RIGHT
    return SerialEdit(op=op, right=other, at=at)


@functools.lru_cache(maxsize=1 << 16)
def substituted(left: str, right: str, at: int) -> SerialEdit:
    """The edit of one character, *left*, that stands in the place of another."""
    alike = left.translate(folding()) == right.translate(folding())
    return SerialEdit(op=SerialEditOp.LOOKALIKE if alike else SerialEditOp.SUBSTITUTED, left=left, right=right, at=at)


def lookalikes(left: str, right: str) -> tuple[SerialEdit, ...]:
    """The edits between two strings of one length that look alike in every character."""
    pairs = enumerate(zip(left, right, strict=True), start=1)
    return tuple(substituted(one, other, at) for at, (one, other) in pairs if one != other)
