"""Percentages within bounds.

>>> print(Percent.rounded(Decimal(70)), Percent.rounded(Decimal("32.9")))
69.50..70.50 32.85..32.95
"""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from armstrace.errors import ParseError


@frozen(kw_only=True)
class Percent:
    """A percentage, or a difference of two, within bounds.

    Attributes:
        low: The least it can be.
        high: The most it can be.
    """

    low: Decimal
    high: Decimal

    def __attrs_post_init__(self) -> None:
        if not (self.low.is_finite() and self.high.is_finite() and self.low <= self.high):
            raise ParseError(
                "the bounds of a percentage must be numbers in order",
                code="percent.bounds_out_of_order",
                text=f"{self.low}..{self.high}",
            )

    @classmethod
    def rounded(cls, printed: Decimal) -> Percent:
        """The percentages that may be printed as this number of so many decimals."""
        half = Decimal(5).scaleb(min(0, int(printed.as_tuple().exponent)) - 1)
        return cls(low=max(Decimal(0), printed - half), high=min(Decimal(100), printed + half))

    def __str__(self) -> str:
        low, high = (str(value.quantize(Decimal("0.01"))) for value in (self.low, self.high))
        return low if low == high else f"{low}..{high}"
