"""The bounds that one number or two state, under the words beside them.

>>> from armstrace.counts.numbers import Number
>>> stated([Number(value=10)], {"more_than"}, None)
Bounds(least=Decimal('11'), most=None, is_soft=False, printed=10, unit=None, is_above=False)
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace.counts.things import Unit
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from armstrace.counts.numbers import Number

SIDES = ("at_least", "more_than", "at_most", "less_than")


@frozen
class Bounds:
    """The bounds that a text states for a number.

    Attributes:
        least: The least it can be.
        most: The most it can be; None if no bound is stated.
        is_soft: True if the bounds are soft ("about 70").
        printed: The figure as printed, where it is not the exact number.
        unit: The packing or measure; None for pieces.
        is_above: True if a measure is more than `least`, and `least` itself is excluded.
    """

    least: Decimal
    most: Decimal | None
    is_soft: bool = False
    printed: int | None = None
    unit: Unit | None = None
    is_above: bool = False

    @property
    def is_exact(self) -> bool:
        """True if the bounds are one exact number."""
        return self.least == self.most and not self.is_soft


def rounded(number: int, unit: int) -> Bounds:
    """The bounds of a *number* that its source rounded to *unit*: half a unit less to half a unit more."""
    half = unit // 2
    most = number + max(0, half - 1)
    return Bounds(least=Decimal(max(0, number - half)), most=Decimal(most), printed=number)


def stated(numbers: Sequence[Number], roles: Collection[str], unit: Unit | None, *, is_bare: bool = False) -> Bounds:
    """The bounds of one number or two under the words of *roles*.

    *is_bare* is True if nothing but the figure is written, so that the sign in ``2.000`` stays open.
    """
    sides = [side for side in SIDES if side in roles]
    soft = "about" in roles or any(number.is_soft for number in numbers)
    measured = unit is not None and unit.sort == "measure"
    if len(sides) > 1 or (sides and len(numbers) > 1):
        raise ParseError("bounds of two kinds", code="count.not_understood", text="")
    if not measured and any(number.fraction for number in numbers):
        raise ParseError("a count is whole", code="count.fraction", text="")
    if len(numbers) > 1:
        return evolve(_range(numbers[0], numbers[1], soft=soft), unit=unit)
    bounds = _side(numbers[0], sides, soft=soft, measured=measured)
    other = numbers[0].open_to
    if other is not None and not sides and (measured or (is_bare and _is_open(numbers[0], other))):
        bounds = evolve(bounds, least=other)
    return evolve(bounds, unit=unit)


def _is_open(number: Number, other: Decimal) -> bool:
    """True for ``2.000``; whoever writes ``2,000`` for a number of things means thousands."""
    return number.sign == "." and other == int(other)


def _side(number: Number, sides: Sequence[str], *, soft: bool, measured: bool) -> Bounds:
    value = number.value + number.fraction
    if not sides:
        if number.rounded_to > 1 and not soft:
            return rounded(number.value, number.rounded_to)
        return Bounds(least=value, most=value, is_soft=soft)
    step = 0 if measured else 1
    least, most = {
        "at_least": (value, None),
        "more_than": (value + step, None),
        "at_most": (Decimal(0), value),
        "less_than": (Decimal(0), value - step),
    }[sides[0]]
    if most is not None and most < 0:
        raise ParseError("a count must not be negative", code="count.negative", text="")
    printed = None if measured else number.value
    return Bounds(least=least, most=most, is_soft=soft, printed=printed, is_above=measured and sides[0] == "more_than")


def _range(first: Number, second: Number, *, soft: bool) -> Bounds:
    # in "10 a 15 mil" and "2 o 3 docenas" the last word belongs to both numbers, in "900 a 1 mil" to the second alone
    alike = (first.rounded_to, first.group) == (second.rounded_to, second.group)
    low, high = first.value + first.fraction, second.value + second.fraction
    if low >= high or not alike:
        raise ParseError("bounds out of order", code="count.bounds_out_of_order", text="")
    half = first.rounded_to // 2
    return Bounds(least=low - half, most=high + max(0, half - 1), is_soft=soft)
