"""The differences between two strings of letters and digits, in as few edits as possible, and their wording."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import Final, Literal

from attrs import frozen

from armstrace import _tables

MOST_EDITS: Final = 2
_CACHED_LENGTH: Final = 100  # giant cells are compared, but not kept


class SerialEditOp(StrEnum):
    """The kind of difference between two numbers; ``left`` and ``right`` say on which side it shows."""

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
        op: The kind of difference.
        left: The characters of the left number.
        right: The characters of the right number.
        at: The position, counted from 1 in the left number without separators; the number of characters for
            ``READABLE``; 0 for the whole.
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
    """How far two serial numbers agree, best first."""

    EQUAL = "equal"  #: The texts are the same.
    FORMAT = "format"  #: The texts differ in spaces, dashes, points and slashes only.
    FOLDED = "folded"  #: The numbers differ in a few look-alike characters only.
    ZEROS = "zeros"  #: The numbers differ in leading zeros only, which spreadsheets lose.
    #: The longer number has a group in front or behind that the shorter lacks: letters, or digits after a dash.
    AFFIX = "affix"
    ONE_EDIT = "one_edit"  #: One character is dropped, added, doubled or exchanged, or two neighbors are swapped.
    TWO_EDITS = "two_edits"  #: Two such edits are needed.
    #: A number is known in part, or was restored, and nothing that is known contradicts.
    PARTIAL_CONSISTENT = "partial_consistent"
    DIFFERENT = "different"  #: The numbers differ.
    UNKNOWN = "unknown"  #: A side has no number to compare, or too little of a number.


@frozen(kw_only=True)
class SerialComparison:
    """How far two serial numbers agree, and their differences.

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
    """The table for `str.translate` that gives all characters that look alike the same letter."""
    classes = [row["class"] for row in _tables.rows("serials/lookalikes.csv")]
    return str.maketrans({member: letters[0] for letters in classes for member in letters})


@functools.lru_cache(maxsize=1 << 17)
def _short_key(compact: str) -> str:
    return compact.translate(folding())


def lookalike_key(compact: str) -> str:
    """The text with the same letter for all characters that look alike.

    >>> lookalike_key("S73O") == lookalike_key("5730")
    True
    """
    return _short_key(compact) if len(compact) <= _CACHED_LENGTH else compact.translate(folding())


@functools.cache
def _confusions() -> tuple[frozenset[str], dict[str, str]]:
    """The pairs that are often taken for one another (``1I``), and for each character those that look like it."""
    rows = _tables.rows("serials/lookalikes.csv")
    often = {left + right for row in rows for left in row["often"] for right in row["often"]}
    alike = {c: row["class"].replace(c, "") for row in rows for c in row["class"]}
    return frozenset(often), alike


def often_confused(left: str, right: str) -> bool:
    """True if two characters are among those most often taken for one another.

    >>> often_confused("1", "I"), often_confused("1", "7")
    (True, False)
    """
    return left + right in _confusions()[0]


def confused_with(character: str) -> str:
    """The characters that look like this character; empty if there are none.

    >>> confused_with("Z"), confused_with("9")
    ('2', '')
    """
    return _confusions()[1].get(character, "")


def fewest_edits(left: str, right: str) -> tuple[SerialEdit, ...] | None:
    """The edits between two strings, empty if they are equal; None if more than two are needed.

    A character that is inserted, dropped or substituted is one edit, and so are two neighbors that are swapped. The
    characters that both strings share in front and behind are set aside; then the first and the last characters differ,
    so that an edit stands at each end, or a single edit is all, and nothing has to be searched.
    """
    if abs(len(left) - len(right)) > MOST_EDITS:
        return None
    front = _shared(left, right)
    back = _shared(left[front:][::-1], right[front:][::-1])
    a, b = left[front : len(left) - back], right[front : len(right) - back]
    # an edit at an end takes two characters at most: this rules out nearly all pairs at once
    if a[2:-2] not in b:
        return None
    before = left[front - 1] if front else ""
    after = left[len(left) - back] if back else ""
    if _is_edit(a, b):
        return (_edit(a, b, front + 1, before or after),) if a or b else ()
    for (start, begin), (tail, stop) in _PAIRS[len(a) - len(b)]:
        end, far = len(a) - tail, len(b) - stop
        if end < start or far < begin or a[start:end] != b[begin:far]:
            continue
        if _is_edit(a[:start], b[:begin]) and _is_edit(a[end:], b[far:]):
            last = _edit(a[end:], b[far:], front + end + 1, a[start:end][-1:] or after)
            return (_edit(a[:start], b[:begin], front + 1, before), last)
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


def _is_edit(left: str, right: str) -> bool:
    """True if two pieces of serial numbers are at most a single edit apart.

    The edit is two characters in the other order (``12`` and ``21``), or one character changed, added or left out.
    """
    if len(left) == len(right) == 2:
        return left == right[::-1]
    return len(left) <= 1 and len(right) <= 1


def _shared(left: str, right: str) -> int:
    """The number of characters that two strings share from their start on."""
    for same, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return same
    return min(len(left), len(right))


# few edits come up again and again
@functools.lru_cache(maxsize=1 << 16)
def _edit(left: str, right: str, at: int, neighbor: str) -> SerialEdit:
    if len(left) > 1:
        return SerialEdit(op=SerialEditOp.TRANSPOSED, left=left[0], right=left[1], at=at)
    if left and right:
        return substituted(left, right, at)
    if left:
        op = SerialEditOp.DOUBLED_LEFT if left == neighbor else SerialEditOp.ONLY_LEFT
        return SerialEdit(op=op, left=left, at=at)
    op = SerialEditOp.DOUBLED_RIGHT if right == neighbor else SerialEditOp.ONLY_RIGHT
    return SerialEdit(op=op, right=right, at=at)


@functools.lru_cache(maxsize=1 << 16)
def substituted(left: str, right: str, at: int) -> SerialEdit:
    """The edit between two characters at the position *at*: a look-alike, or else a substitution."""
    alike = left.translate(folding()) == right.translate(folding())
    return SerialEdit(op=SerialEditOp.LOOKALIKE if alike else SerialEditOp.SUBSTITUTED, left=left, right=right, at=at)


def lookalikes(left: str, right: str) -> tuple[SerialEdit, ...]:
    """The edits between two strings of one length that look alike in every character; empty if they are equal."""
    pairs = enumerate(zip(left, right, strict=True), start=1)
    return tuple(substituted(a, b, at) for at, (a, b) in pairs if a != b)
