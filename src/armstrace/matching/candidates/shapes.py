"""How usual it is that a serial number has letters and digits where it has them.

A number of a shape that nothing else has is likelier a slip of the pen than the number of a line nobody has seen.
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
    """How many numbers of two lists have each shape.

    Attributes:
        counts: How many have it.
        total: How many numbers there are.
    """

    counts: Mapping[str, int] = field(repr=False)
    total: int

    @classmethod
    def of(cls, numbers: Iterable[SerialNumber]) -> Shapes:
        """The shapes of whole numbers; those that are known in part have none."""
        counts = Counter(shape(each.compact) for each in numbers if each.is_whole)
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
