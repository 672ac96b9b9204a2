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


@functools.cache
def _wording() -> dict[str, dict[str, str]]:
    return {row["op"]: row for row in _tables.rows("serials/edits.csv")}


@functools.cache
def folding() -> dict[int, str]:
    """The table for `str.translate` that gives look-alike characters one letter."""
    classes = [row["class"] for row in _tables.rows("serials/lookalikes.csv")]
    return str.maketrans({member: letters[0] for letters in classes for member in letters})


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
    if not one and not other:
        return ()
    if any(_step(one, other, taken) for taken in _STEPS):
        return (_edit(one, other, front + 1, before or after),)
    for taken in _STEPS:
        start, end = one[: taken[0]], other[: taken[1]]
        rest = _last_edit(one, other, taken) if _step(start, end, taken) else None
        if rest is not None:
            last = _edit(one[rest[0] :], other[rest[1] :], front + rest[0] + 1, one[taken[0] : rest[0]][-1:] or after)
            return (_edit(start, end, front + 1, before), last)
    return None


def _last_edit(one: str, other: str, taken: tuple[int, int]) -> tuple[int, int] | None:
    """Where the last edit begins on each side, if all between it and the first, which took so much, is the same."""
    for last in _STEPS:
        end, far = len(one) - last[0], len(other) - last[1]
        fits = end >= taken[0] and far >= taken[1] and one[taken[0] : end] == other[taken[1] : far]
        if fits and _step(one[end:], other[far:], last):
            return end, far
    return None


# how many characters of each side an edit takes: substituted, only left, only right, swapped
_STEPS: Final = ((1, 1), (1, 0), (0, 1), (2, 2))


def _step(one: str, other: str, taken: tuple[int, int]) -> bool:
    """Whether these pieces are one edit of this size."""
    if (len(one), len(other)) != taken:
        return False
    return taken != (2, 2) or one == other[::-1]


def _shared(one: str, other: str) -> int:
    """How many characters two strings share in front."""
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same


def _edit(one: str, other: str, at: int, neighbor: str) -> SerialEdit:
    if len(one) > 1:
        return SerialEdit(op=SerialEditOp.TRANSPOSED, left=one[0], right=one[1], at=at)
    if one and other:
        return _substituted(one, other, at)
    if one:
        op = SerialEditOp.DOUBLED_LEFT if one == neighbor else SerialEditOp.ONLY_LEFT
        return SerialEdit(op=op, left=one, at=at)
    op = SerialEditOp.DOUBLED_RIGHT if other == neighbor else SerialEditOp.ONLY_RIGHT
    return SerialEdit(op=op, right=other, at=at)


def _substituted(left: str, right: str, at: int) -> SerialEdit:
    alike = left.translate(folding()) == right.translate(folding())
    return SerialEdit(op=SerialEditOp.LOOKALIKE if alike else SerialEditOp.SUBSTITUTED, left=left, right=right, at=at)


def lookalikes(left: str, right: str) -> tuple[SerialEdit, ...]:
    """The edits between two strings of one length that look alike in every character."""
    pairs = enumerate(zip(left, right, strict=True), start=1)
    return tuple(_substituted(one, other, at) for at, (one, other) in pairs if one != other)
