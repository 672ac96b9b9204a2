"""The shapes of serial numbers: which characters are letters and which are digits, and how frequent each shape is.

A number whose shape no other number has is likelier a misreading than a number of an unknown product line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.weapons.serials.number import SerialNumber

_SHAPE = str.maketrans("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#" * 10 + "@" * 26)


def shape(compact: str) -> str:
    """The number with ``#`` for each digit and ``@`` for each letter.

    >>> shape("W361028")
    '@######'
    """
    return compact.translate(_SHAPE)


@frozen(kw_only=True)
class Shapes:
    """The number of serial numbers of each shape.

    Attributes:
        counts: The number of serial numbers, by shape.
        total: The number of all of them.
    """

    counts: Mapping[str, int] = field(repr=False)
    total: int

    @classmethod
    def of(cls, numbers: Iterable[SerialNumber]) -> Shapes:
        """The shapes of the whole numbers; a number that is known in part has no shape."""
        counts = Counter(shape(number.compact) for number in numbers if number.is_whole)
        return cls(counts=counts, total=counts.total())

    def share(self, number: SerialNumber) -> float:
        """The share of the other numbers with the shape of *number*, which is one of those counted; always above 0.

        A number that is known in part may have any shape.

        >>> from armstrace.weapons.serials import SerialNumber
        >>> numbers = [SerialNumber.parse(f"W{n}") for n in range(361000, 361099)] + [SerialNumber.parse("W36I028")]
        >>> shapes = Shapes.of(numbers)
        >>> shapes.share(numbers[0]), shapes.share(numbers[-1])
        (0.985, 0.005)
        """
        if not number.is_whole:
            return 1.0
        return (self.counts.get(shape(number.compact), 1) - 0.5) / max(self.total, 1)
