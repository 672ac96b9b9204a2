"""Interval arithmetic over stretches whose ends are known within bounds: certain, excluded, or not known.

A value is given as the reaches that it may have: several where it is one of a few days, none where it is doubted.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# days of the calendar are numbered from 1, so that this is farther than any two days
FAR = 10 * date.max.toordinal()
_LAST = date.max.toordinal()


@frozen(kw_only=True)
class DayBounds:
    """A number of days known within bounds.

    >>> print(DayBounds(least=3, most=10), DayBounds(least=3, most=3), DayBounds(least=3, most=None))
    3..10 3 3..

    Attributes:
        least: No fewer than this; None if unbounded.
        most: No more than this; None if unbounded.
    """

    least: int | None
    most: int | None

    @property
    def is_exact(self) -> bool:
        """True if the number is known."""
        return self.least is not None and self.least == self.most

    def __str__(self) -> str:
        if self.is_exact:
            return str(self.least)
        return f"{'' if self.least is None else self.least}..{'' if self.most is None else self.most}"


class Reach(NamedTuple):
    """The first and last day on which a stretch of time may begin, and those on which it may end, as day numbers."""

    start_first: int
    start_last: int
    end_first: int
    end_last: int


def before(ours: Sequence[Reach], theirs: Sequence[Reach]) -> bool | None:
    """True if *ours* ends before *theirs* begins; None if the bounds leave it open.

    Each stretch is given as the reaches that it may have.
    """
    return _agreed(_before, ours, theirs)


def overlaps(ours: Sequence[Reach], theirs: Sequence[Reach]) -> bool | None:
    """True if the two stretches share a day; None if the bounds leave it open."""
    return _agreed(_overlaps, ours, theirs)


def contains(ours: Sequence[Reach], theirs: Sequence[Reach]) -> bool | None:
    """True if *ours* contains all of *theirs*; None if the bounds leave it open."""
    return _agreed(_contains, ours, theirs)


def distance(ours: Sequence[Reach], theirs: Sequence[Reach]) -> DayBounds:
    """The number of days between the nearest days of two stretches, within bounds; 0 if they share a day."""
    pairs = [(a, b) for a in ours for b in theirs]
    if not pairs:
        return DayBounds(least=0, most=None)
    least = min(max(0, b.start_first - a.end_last, a.start_first - b.end_last) for a, b in pairs)
    most = max(max(0, b.start_last - a.end_first, a.start_last - b.end_first) for a, b in pairs)
    return DayBounds(least=least, most=None if most > _LAST else most)


def days_until(ours: Sequence[Reach], theirs: Sequence[Reach]) -> DayBounds:
    """The number of days from the day *ours* to the day *theirs*, within bounds; negative if *theirs* is earlier."""
    if not ours or not theirs:
        return DayBounds(least=None, most=None)
    least = min(b.start_first for b in theirs) - max(a.end_last for a in ours)
    most = max(b.end_last for b in theirs) - min(a.start_first for a in ours)
    return DayBounds(least=None if least < -_LAST else least, most=None if most > _LAST else most)


def _agreed(
    relation: Callable[[Reach, Reach], bool | None], ours: Sequence[Reach], theirs: Sequence[Reach]
) -> bool | None:
    """The answer of *relation* if all pairs of reaches give the same; None if answers differ or there is no pair."""
    answers = {relation(a, b) for a in ours for b in theirs}
    return answers.pop() if len(answers) == 1 else None


def _before(a: Reach, b: Reach) -> bool | None:
    if a.end_last < b.start_first:
        return True
    return False if a.end_first >= b.start_last else None


def _overlaps(a: Reach, b: Reach) -> bool | None:
    if a.start_first > b.end_last or b.start_first > a.end_last:
        return False
    return True if a.start_last <= b.end_first and b.start_last <= a.end_first else None


def _contains(a: Reach, b: Reach) -> bool | None:
    if a.start_last <= b.start_first and b.end_last <= a.end_first:
        return True
    return False if b.start_last < a.start_first or b.end_first > a.end_last else None
