"""How many, as bounds: a figure that may be rounded, a least number, or "about".

>>> Count.exact(221) + Count.at_least(56)
Count(least=277, most=None, approximate=False, printed=None, unit=None)
>>> print(Count.rounded(18_800), Count.at_least(1900), Count.about(70))
18750..18849 1900.. ~70
>>> Count.exact(477).agrees(Count.exact(478)), Count.rounded(18_800).agrees(Count.exact(18_764))
(False, None)
>>> Count.parse("10 mil 193").value, str(Count.parse("19.5 millones"))
(10193, '19450000..19549999')
>>> Count.parse("a few")
Traceback (most recent call last):
    ...
armstrace.errors.ParseError: no number: 'a few'
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

from attrs import field, frozen, validators

from armstrace.counts import reader
from armstrace.errors import NotComparable, ParseError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.counts.column import CountColumn
    from armstrace.counts.reader import Reading


def _at_least_zero(_instance: object, _attribute: Any, value: int) -> None:  # noqa: ANN401 (as attrs calls it)
    if value < 0:
        raise ParseError("a count must not be negative", code="count.negative", text=str(value))


@frozen(kw_only=True)
class Count:
    """A number of things, within bounds.

    Two counts are equal when they say the same of the number; how it was printed does not count.

    Attributes:
        least: The least it can be.
        most: The most it can be; None if no bound is known.
        approximate: True if the bounds are soft ("about 70").
        printed: The figure as printed, where it is not the exact number: 18,800 for a rounded one.
        unit: The packing that is counted, such as ``box``, ``sack`` or ``set``; None for pieces.
        repairs: The slips that were mended, such as ``digit:O`` or ``word:vientitres``; not part of equality.
        raw: The text it was read from.
    """

    least: int = field(default=0, validator=_at_least_zero)
    most: int | None = None
    approximate: bool = False
    printed: int | None = field(default=None, validator=validators.optional(_at_least_zero))
    unit: str | None = None
    repairs: tuple[str, ...] = field(default=(), eq=False, repr=False)
    raw: str = field(default="", eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.most is not None and self.most < self.least:
            raise ParseError(
                "a count must not be above its upper bound",
                code="count.bounds_out_of_order",
                text=f"{self.least}..{self.most}",
            )

    @classmethod
    def exact(cls, number: int, *, raw: str = "") -> Count:
        """Exactly so many."""
        return cls(least=number, most=number, raw=raw)

    @classmethod
    def at_least(cls, number: int, *, raw: str = "") -> Count:
        """So many or more."""
        return cls(least=number, printed=number, raw=raw)

    @classmethod
    def more_than(cls, number: int, *, raw: str = "") -> Count:
        """More than so many.

        >>> Count.more_than(240).least
        241
        """
        return cls(least=number + 1, printed=number, raw=raw)

    @classmethod
    def between(cls, least: int, most: int, *, raw: str = "") -> Count:
        """From *least* to *most*."""
        return cls(least=least, most=most, raw=raw)

    @classmethod
    def about(cls, number: int, *, raw: str = "") -> Count:
        """About so many: nothing that is compared with it is settled."""
        return cls(least=number, most=number, approximate=True, raw=raw)

    @classmethod
    def rounded(cls, number: int, *, to: int | None = None, raw: str = "") -> Count:
        """A number that its source rounded: half a unit less to half a unit more.

        Args:
            number: The figure as printed.
            to: The unit it was rounded to; by default the largest power of ten that divides it.
            raw: The text it was read from.
        """
        unit = to if to is not None else 10 ** (len(str(number)) - len(str(number).rstrip("0"))) if number else 1
        half = unit // 2
        return cls(least=max(0, number - half), most=number + max(0, half - 1), printed=number, raw=raw)

    @classmethod
    def parse(cls, text: str, *, column: CountColumn | None = None) -> Count:
        """The number that a cell or a figure of a text states, in digits or in words of English, Spanish or Portuguese.

        ``1,234``, ``1.234`` and ``1 234`` are 1234, since a number of things is whole; the other cells of the column
        may show that the sign stands before decimals. A number in thousands or millions with nothing behind it is
        taken as rounded there. Words of bounds (``más de``, ``up to``, ``10-15``) and estimates (``unos``) are kept as
        bounds. Boxes of which the text states the contents are counted in pieces; other packings in their `unit`.
        Nothing of the text is passed over but what describes the things, and marks of notes.

        >>> print(Count.parse("dois mil e quinhentos"), Count.parse("100+"), Count.parse("entre 10 y 15 pzas."))
        2500 100.. 10..15

        Args:
            text: The text.
            column: The meaning of point and comma in the column of the cell, by `armstrace.counts.count_column`.

        Raises:
            ParseError: No number; several (``5 largas y 3 cortas``, see `parse_all`); one that is negative, a
                fraction, a percentage or an amount (``2 kg``, see `Measured`); two that contradict each other
                (``2 (tres)``); or a part that is not understood.
        """
        found = reader.read_mended(text) if column is None else reader.read_mended(text, column=column)
        return cls._of(found, text)

    @classmethod
    def parse_all(cls, text: str, *, column: CountColumn | None = None) -> tuple[Count, ...]:
        """Every number that a text states, in its order.

        >>> [str(count) for count in Count.parse_all("5 largas y 3 cortas")]
        ['5', '3']

        Args:
            text: The text.
            column: The meaning of point and comma in the column of the cell.

        Raises:
            ParseError: One of the numbers cannot be read.
        """
        found = reader.read_all(text) if column is None else reader.read_all(text, column=column)
        return tuple(cls._of(reading, text) for reading in found)

    @classmethod
    def _of(cls, reading: Reading, text: str) -> Count:
        bounds = reading.bounds
        if bounds.unit is not None and bounds.unit.sort != "packing":
            raise ParseError("another unit", code="count.other_unit", text=text)
        return cls(
            least=int(bounds.least),
            most=None if bounds.most is None else int(bounds.most),
            approximate=bounds.is_soft,
            printed=bounds.printed,
            unit=bounds.unit.id if bounds.unit is not None else None,
            repairs=reading.repairs,
            raw=text,
        )

    @property
    def value(self) -> int | None:
        """The number, if it is known exactly; else None."""
        return self.least if self.least == self.most and not self.approximate else None

    @property
    def figure(self) -> int | None:
        """The figure as a reader of the source saw it; None if it is a sum or a bound of our own."""
        return self.printed if self.printed is not None else self.least if self.least == self.most else None

    def agrees(self, other: Count) -> bool | None:
        """True if both are the same exact number, False if they cannot be, None if the bounds leave it open."""
        if self.unit != other.unit:
            return None
        if self.value is not None and other.value is not None:
            return self.value == other.value
        if self.approximate or other.approximate:
            return None
        return False if self.above(other) or other.above(self) else None

    def above(self, other: Count) -> bool:
        """True if this count is certainly more than *other*."""
        soft = self.approximate or other.approximate or self.unit != other.unit
        return not soft and other.most is not None and self.least > other.most

    def gap(self, other: Count) -> Count:
        """The absolute difference of the two counts, within bounds.

        >>> print(Count.exact(7916).gap(Count.exact(7911)), Count.at_least(10).gap(Count.exact(4)))
        5 6..
        """
        soft, unit = self.approximate or other.approximate, _common(self, other)
        low, high = (self, other) if self.least <= other.least else (other, self)
        least = max(0, high.least - low.most) if low.most is not None else 0
        if low.most is None or high.most is None:
            return Count(least=least, approximate=soft, unit=unit)
        return Count(least=least, most=max(high.most - low.least, low.most - high.least), approximate=soft, unit=unit)

    def __add__(self, other: Count) -> Count:
        most = self.most + other.most if self.most is not None and other.most is not None else None
        soft = self.approximate or other.approximate
        return Count(least=self.least + other.least, most=most, approximate=soft, unit=_common(self, other))

    def __str__(self) -> str:
        soft = "~" if self.approximate else ""
        unit = f" {self.unit}" if self.unit is not None else ""
        if self.most is None:
            return f"{soft}{self.least}..{unit}"
        span = f"{self.least}" if self.least == self.most else f"{self.least}..{self.most}"
        return f"{soft}{span}{unit}"


def _common(left: Count, right: Count) -> str | None:
    """The unit of two counts; nothing is no number of any unit."""
    if left.unit == right.unit or right == _NOTHING:
        return left.unit
    if left == _NOTHING:
        return right.unit
    raise NotComparable("counts of different units", causes=[left.unit or "piece", right.unit or "piece"])


def total(counts: Iterable[Count]) -> Count:
    """The sum of several counts, within bounds.

    >>> print(total([Count.exact(5), Count.between(4, 6)]))
    9..11
    """
    return reduce(Count.__add__, counts, Count.exact(0))


_NOTHING = Count.exact(0)
