"""The width of a barrel: a number in millimeters, in inches or as a shotgun gauge.

The number stays exact and in its written unit; the other units are computed on demand. A gauge is a formula, not a
unit: a bore of gauge *n* has the diameter of a ball of pure lead that weighs the *n*-th part of a pound.

>>> bore = Bore(value=Decimal("7.62"), unit="mm")
>>> bore.mm, bore.inch
(Decimal('7.62'), Decimal('0.3'))
>>> Bore(value=Decimal(12), unit="gauge").mm
Decimal('18.53')
"""

from __future__ import annotations

import math
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen, validators

from armstrace import units

if TYPE_CHECKING:
    from typing import Any

    from armstrace.units import Quantity, UnitRegistry

BoreUnit: TypeAlias = Literal["mm", "inch", "gauge"]

_LEAD_POUNDS_PER_CUBIC_INCH = 0.4097
_HUNDREDTH = Decimal("0.01")
# the host may have set another precision for its own sums
_EXACT = Context(prec=400)


def _positive(_instance: object, _attribute: object, value: Decimal) -> None:
    if not value.is_finite() or value <= 0:
        raise ValueError(f"a bore must be a positive number: {value!r}")


def gauge_mm(gauge: Decimal) -> Decimal:
    """The bore of a shotgun gauge in millimeters, to a hundredth.

    The formula is 2·∛(3 / (4π · gauge · 0.4097)) inches (https://en.wikipedia.org/wiki/Gauge_(firearms)).

    >>> gauge_mm(Decimal(20))
    Decimal('15.63')
    """
    inches = 2 * math.cbrt(3 / (4 * math.pi * float(gauge) * _LEAD_POUNDS_PER_CUBIC_INCH))
    return _EXACT.multiply(Decimal(inches), units.MM_PER_INCH).quantize(_HUNDREDTH, context=_EXACT)


@frozen(kw_only=True)
class Bore:
    """A bore as written: a number and its unit.

    Two bores are equal when number and unit are; compare `mm` where the unit does not matter. The number is the nominal
    one of the designation: a ``.38`` has no bullet of 0.38 inch.

    Attributes:
        value: The number, exact and above zero.
        unit: ``mm``, ``inch`` or ``gauge``.
    """

    value: Decimal = field(validator=_positive)
    unit: BoreUnit = field(validator=validators.in_(("mm", "inch", "gauge")))

    @property
    def mm(self) -> Decimal:
        """The bore in millimeters; exact unless written as a gauge."""
        if self.unit == "gauge":
            return gauge_mm(self.value)
        return self.value if self.unit == "mm" else _EXACT.multiply(self.value, units.MM_PER_INCH)

    @property
    def inch(self) -> Decimal:
        """The bore in inches; exact where written in inches, else to 28 digits."""
        return self.value if self.unit == "inch" else self.mm / units.MM_PER_INCH

    @property
    def gauge(self) -> Decimal | None:
        """The gauge where the bore was written as one, else None."""
        return self.value if self.unit == "gauge" else None

    def quantity(self, registry: UnitRegistry[Any] | None = None) -> Quantity[Any]:
        """The bore as a pint quantity, in the unit as written; a gauge in millimeters.

        >>> str(Bore(value=Decimal("0.5"), unit="inch").quantity())
        '0.5 inch'
        """
        if self.unit == "gauge":
            return units.quantity(self.mm, "mm", registry)
        return units.quantity(self.value, self.unit, registry)

    def __str__(self) -> str:
        if self.unit == "inch":
            number = f"{self.value:f}"
            return f"{number.removeprefix('0')} in" if self.value < 1 else f"{number} in"
        return f"{self.value:f} {self.unit}"
