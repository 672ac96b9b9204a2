"""How far two serial numbers agree.

>>> from armstrace.weapons.serials import SerialNumber
>>> comparison = compare(SerialNumber.parse("573760"), SerialNumber.parse("S73760"))
>>> comparison.level.value, comparison.explain()
('folded', '5 for S at 1')
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from armstrace.weapons.serials.edits import (
    SerialComparison,
    SerialEdit,
    SerialEditOp,
    SerialLevel,
    fewest_edits,
    lookalike_key,
    lookalikes,
    substituted,
)
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from armstrace.weapons.serials.number import SerialNumber

_LONGEST: Final = 64
_EQUAL: Final = SerialComparison(level=SerialLevel.EQUAL)
_DIFFERENT: Final = SerialComparison(level=SerialLevel.DIFFERENT)
_UNKNOWN: Final = SerialComparison(level=SerialLevel.UNKNOWN)
_LEAST_FOR_AFFIX: Final = 4
_LEAST_FOR_EDITS: Final = {1: 4, 2: 5}
_LEAST_IN_PART: Final = 3
_EDIT_LEVELS: Final = {1: SerialLevel.ONE_EDIT, 2: SerialLevel.TWO_EDITS}


def compare(left: SerialNumber, right: SerialNumber) -> SerialComparison:
    """The degree to which two serial numbers agree, and why; the same level in either order.

    An ALTERED number is not the number of the maker and compares as UNKNOWN. Numbers of more than 64
    letters and digits are no serials and agree only where they are the same.

    >>> from armstrace.weapons.serials import SerialNumber
    >>> a, b = SerialNumber.parse("1-74445-2089"), SerialNumber.parse("1-74445")
    >>> comparison = compare(a, b)
    >>> comparison.level.value, comparison.explain("es")
    ('affix', '2089 solo a la izquierda al final')
    >>> compare(a, SerialNumber.parse("BORRADA")).level.value
    'unknown'
    """
    if left.state is not SerialState.LEGIBLE or right.state is not SerialState.LEGIBLE:
        return _in_part(left, right) if left.is_known and right.is_known else _UNKNOWN
    if not (left.compact and right.compact):
        return _UNKNOWN
    if left.text == right.text:
        return _EQUAL
    if left.compact == right.compact:
        edit = SerialEdit(op=SerialEditOp.FORMAT, left=left.text, right=right.text)
        return SerialComparison(level=SerialLevel.FORMAT, edits=(edit,))
    if max(len(left.compact), len(right.compact)) > _LONGEST:
        return _DIFFERENT
    return (
        _one_character_off(left.compact, right.compact)
        or _alike(left, right)
        or _shortened(left, right)
        or _edited(left.compact, right.compact)
    )


def _one_character_off(left: str, right: str) -> SerialComparison | None:
    """The comparison of two numbers that differ in a single character; None if they differ in more, or in length."""
    if len(left) != len(right):
        return None
    at = next(i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b)
    return _one_off(left[at], right[at], at + 1, len(left)) if left[at + 1 :] == right[at + 1 :] else None


@functools.lru_cache(maxsize=1 << 16)
def _one_off(left: str, right: str, at: int, length: int) -> SerialComparison:
    """The comparison of two numbers of this length that differ only at position *at*, counted from 1.

    The characters there are *left* and *right*.
    """
    edit = substituted(left, right, at)
    if edit.op is SerialEditOp.LOOKALIKE:
        return SerialComparison(level=SerialLevel.FOLDED, edits=(edit,))
    return SerialComparison(level=SerialLevel.ONE_EDIT, edits=(edit,)) if length >= _LEAST_FOR_EDITS[1] else _DIFFERENT


def _alike(left: SerialNumber, right: SerialNumber) -> SerialComparison | None:
    """The comparison of two numbers that look alike; None if they do not, or too many characters differ."""
    if left.lookalike_key != right.lookalike_key:
        return None
    edits = lookalikes(left.compact, right.compact)
    few = len(edits) <= max(1, len(left.compact) // 3)
    return SerialComparison(level=SerialLevel.FOLDED, edits=edits) if few else None


def _shortened(left: SerialNumber, right: SerialNumber) -> SerialComparison | None:
    """The comparison of two numbers of which the shorter has lost its zeros or a group in front, or a group behind.

    None if it has lost neither.
    """
    if len(left.compact) == len(right.compact):
        return None
    if left.compact.lstrip("0") == right.compact.lstrip("0"):
        edit = SerialEdit(op=SerialEditOp.ZEROS, left=left.compact, right=right.compact)
        return SerialComparison(level=SerialLevel.ZEROS, edits=(edit,))
    on_left = len(left.compact) > len(right.compact)
    group = _lost_group(left, right.compact) if on_left else _lost_group(right, left.compact)
    if group is None:
        return None
    end, text = group
    op = SerialEditOp(f"{end}_{'left' if on_left else 'right'}")
    edit = SerialEdit(op=op, left=text) if on_left else SerialEdit(op=op, right=text)
    return SerialComparison(level=SerialLevel.AFFIX, edits=(edit,))


def _lost_group(longer: SerialNumber, shorter: str) -> tuple[str, str] | None:
    """The place (``prefix`` or ``suffix``) and the text of the group that only *longer* has; None if there is none."""
    whole = longer.compact
    gap = len(whole) - len(shorter)
    if len(shorter) < _LEAST_FOR_AFFIX:
        return None
    if whole.endswith(shorter) and gap in _cuts(longer.text):
        return "prefix", whole[:gap]
    if whole.startswith(shorter) and len(shorter) in _cuts(longer.text):
        return "suffix", whole[len(shorter) :]
    return None


def _edited(left: str, right: str) -> SerialComparison:
    """The comparison of two numbers by their edits; DIFFERENT if there are more than two, or many for the length."""
    edits = fewest_edits(left, right)
    if not edits or min(len(left), len(right)) < _LEAST_FOR_EDITS[len(edits)]:
        return _DIFFERENT
    return SerialComparison(level=_EDIT_LEVELS[len(edits)], edits=edits)


def _cuts(text: str) -> frozenset[int]:
    """The positions in the compact number between two groups: at separators, and between letters and digits."""
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
    """The comparison of two numbers of which at least one is known only in part, or restored.

    It is taken at the shift at which the most readable characters agree.
    """
    if max(len(left.compact), len(right.compact)) > _LONGEST:
        return _DIFFERENT
    first, last = _shifts(left, right)
    gap = len(left.compact) - len(right.compact)
    is_open = left.open_start or left.open_end or right.open_start or right.open_end
    if not gap or is_open:
        # one number lies within the other; two ends that merely could overlap show nothing
        shifts = range(max(first, min(gap, 0)), min(last, max(gap, 0)) + 1)
        fits = [_fit(left.compact, right.compact, shift) for shift in shifts]
    else:
        # an unreadable mark may be a dash
        fits = [_fit(_spaced(left.text), _spaced(right.text), 0)] if len(left.text) == len(right.text) else []
    best = max((fit for fit in fits if fit is not None), key=lambda fit: (fit[0], -len(fit[1])), default=None)
    if best is None:
        return _UNKNOWN if first < min(gap, 0) or last > max(gap, 0) else _DIFFERENT
    if best[0] < _LEAST_IN_PART:
        return _UNKNOWN
    agree = SerialEdit(op=SerialEditOp.READABLE, at=best[0])
    return SerialComparison(level=SerialLevel.PARTIAL_CONSISTENT, edits=(agree, *best[1]))


def _shifts(left: SerialNumber, right: SerialNumber) -> tuple[int, int]:
    """The least and the greatest shift, the number of characters by which *right* may begin behind *left*.

    A negative shift means that *right* begins before *left*.
    """
    gap = len(left.compact) - len(right.compact)
    first = max(-len(right.compact) if left.open_start else 0, gap if not right.open_end else -len(right.compact))
    last = min(len(left.compact) if right.open_start else 0, gap if not left.open_end else len(left.compact))
    return first, last


def _spaced(text: str) -> str:
    """The text with a dash for every separator; letters, digits and question marks stay."""
    return "".join(c if c.isalnum() or c == "?" else "-" for c in text)


def _fit(left: str, right: str, shift: int) -> tuple[int, tuple[SerialEdit, ...]] | None:
    """The number of readable characters that agree, and the look-alikes among them; None if the numbers contradict.

    The number *right* begins *shift* characters behind the start of *left*.
    """
    agree = 0
    edits: list[SerialEdit] = []
    for at in range(max(shift, 0), min(len(left), len(right) + shift)):
        a, b = left[at], right[at - shift]
        if "?" in (a, b):
            continue
        if a != b:
            if edits or lookalike_key(a) != lookalike_key(b):
                return None
            edits.append(SerialEdit(op=SerialEditOp.LOOKALIKE, left=a, right=b, at=at + 1))
        agree += a != "-"
    return agree, tuple(edits)
