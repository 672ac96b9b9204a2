"""How much: a weight, volume or length of a substance or cord, which is no number of things.

>>> print(Measured.parse("2 kg"), Measured.parse("casi 90 kilos"), Measured.parse("más de una tonelada"))
2 kg ~90 kg >1 t
>>> Measured.parse("1.5 lbs").value
Decimal('1.5')
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.counts import reader
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from armstrace.counts.column import CountColumn


@frozen(kw_only=True)
class Measured:
    """An amount in a unit of measure, within bounds.

    Attributes:
        least: The least it can be.
        most: The most it can be; None if no bound is known.
        unit: The unit in one spelling: ``kg``, ``g``, ``t``, ``lb``, ``l``, ``m``, ``ft``.
        approximate: True if the bounds are soft.
        above: True if it is more than `least`, which itself is excluded.
        raw: The text it was read from.
    """

    least: Decimal
    most: Decimal | None
    unit: str
    approximate: bool = False
    above: bool = False
    raw: str = field(default="", eq=False, repr=False)

    @classmethod
    def parse(cls, text: str, *, column: CountColumn | None = None) -> Measured:
        """The amount that a cell or a figure of a text states, with its unit.

        In ``2,350 kg`` the comma may stand before decimals or group thousands: unless the column shows which, the
        amount is open between the two.

        Args:
            text: The text.
            column: The meaning of point and comma in the column of the cell.

        Raises:
            ParseError: No amount in a unit of measure, or a part that is not understood.
        """
        bounds = reader.read(text) if column is None else reader.read(text, column=column)
        if bounds.unit is None or bounds.unit.sort != "measure":
            raise ParseError("no unit of measure", code="count.no_measure", text=text)
        return cls(
            least=bounds.least,
            most=bounds.most,
            unit=bounds.unit.id,
            approximate=bounds.is_soft,
            above=bounds.is_above,
            raw=text,
        )

    @property
    def value(self) -> Decimal | None:
        """The amount, if it is known exactly; else None."""
        return self.least if self.least == self.most and not self.approximate else None

    def __str__(self) -> str:
        soft = "~" if self.approximate else ""
        if self.most is None:
            return f"{soft}{'>' if self.above else '>='}{self.least:f} {self.unit}"
        span = f"{self.least:f}" if self.least == self.most else f"{self.least:f}..{self.most:f}"
        return f"{soft}{span} {self.unit}"
