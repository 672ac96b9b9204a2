"""Exact lengths and energies; quantities in the host's pint registry.

Numbers are kept as written: a `Decimal` and its unit. pint is the door to other units, never the storage, and is
imported only when a quantity is asked for.

>>> barrel = Length.parse("16 in")
>>> barrel.mm, barrel.inch
(Decimal('406.4'), Decimal('16'))
>>> str(barrel.quantity())
'16 inch'
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen, validators

from armstrace import _normalize
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from typing import Any

    from attrs import Attribute
    from pint import UnitRegistry as UnitRegistry  # noqa: PLC0414 - for the signatures of other modules
    from pint.registry import Quantity as Quantity  # noqa: PLC0414 - the same

LengthUnit: TypeAlias = Literal["mm", "cm", "m", "inch"]
EnergyUnit: TypeAlias = Literal["joule", "foot_pound"]

MM_PER_INCH = Decimal("25.4")
_MM: dict[str, Decimal] = {"mm": Decimal(1), "cm": Decimal(10), "m": Decimal(1000), "inch": MM_PER_INCH}
_JOULE: dict[str, Decimal] = {"joule": Decimal(1), "foot_pound": Decimal("1.3558179483314004")}
_LENGTH_WORDS: dict[str, LengthUnit] = {
    **dict.fromkeys(("mm", "milimetro", "milimetros", "millimeter", "millimeters", "millimetre", "millimetres"), "mm"),
    **dict.fromkeys(("cm", "centimetro", "centimetros", "centimeter", "centimeters", "centimetres"), "cm"),
    **dict.fromkeys(("m", "metro", "metros", "meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("in", "inch", "inches", '"', "''"), "inch"),
    **dict.fromkeys(("pulg", "pulgada", "pulgadas", "polegada", "polegadas"), "inch"),
}
_ENERGY_WORDS: dict[str, EnergyUnit] = {
    **dict.fromkeys(("j", "joule", "joules", "julio", "julios"), "joule"),
    **dict.fromkeys(("ftlb", "ftlbs", "ftlbf", "footpound", "footpounds", "librapie", "pielibra"), "foot_pound"),
}
_AMOUNT = re.compile(r"(\d{0,9}(?:[.,]\d{1,9})?) ?(.{1,20})", re.DOTALL)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
# the host may have set another precision for its own sums
_EXACT, _ROUNDED = Context(prec=200), Context(prec=28)


def quantity(value: Decimal, unit: str, registry: UnitRegistry[Any] | None = None) -> Quantity[Any]:
    """*value* in *unit* as a quantity of *registry*, by default the application's own.

    A registry made with ``non_int_type=Decimal`` gets the exact number, any other the nearest float.

    >>> round(quantity(Decimal("7.62"), "mm").to("inch").magnitude, 9)
    0.3
    """
    import pint

    # pint has no types for this call
    host: Any = pint.get_application_registry() if registry is None else registry  # type: ignore[no-untyped-call]
    whole = host.non_int_type is float and value == value.to_integral_value()
    made: Quantity[Any] = host.Quantity(int(value) if whole else host.non_int_type(value), unit)
    return made


def _positive(_instance: object, attribute: Attribute[Decimal], value: Decimal) -> None:
    if not value.is_finite() or value <= 0:
        raise ValueError(f"{attribute.name} must be a positive number: {value!r}")


@frozen(kw_only=True)
class Length:
    """A length as written: a number and its unit.

    Two lengths are equal when number and unit are; compare `mm` where the unit does not matter.

    Attributes:
        value: The number, exact and above zero.
        unit: ``mm``, ``cm``, ``m`` or ``inch``.
        raw: The text it was read from; not part of equality.
    """

    value: Decimal = field(validator=[validators.instance_of(Decimal), _positive])
    unit: LengthUnit = field(validator=validators.in_(tuple(_MM)))
    raw: str = field(default="", eq=False)

    @classmethod
    def parse(cls, text: str) -> Length:
        """The length that *text* names, with its unit.

        Raises:
            ParseError: No number, no unit, something else beside them, or a number such as ``1,500``, which is one and
                a half to some and fifteen hundred to others.

        >>> Length.parse("35,5 cm").mm
        Decimal('355.0')
        >>> Length.parse("1,500 mm")
        Traceback (most recent call last):
        armstrace.errors.ParseError: thousands or decimals: '1,500 mm' (write 1500 or 1.5)
        """
        value, unit = _amount(text, _LENGTH_WORDS)
        return cls(value=value, unit=unit, raw=text)

    @property
    def mm(self) -> Decimal:
        """The length in millimeters, exact."""
        return _EXACT.multiply(self.value, _MM[self.unit])

    @property
    def inch(self) -> Decimal:
        """The length in inches; exact where it was written in inches, else to 28 digits."""
        return self.value if self.unit == "inch" else _ROUNDED.divide(self.mm, MM_PER_INCH)

    def quantity(self, registry: UnitRegistry[Any] | None = None) -> Quantity[Any]:
        """The length as a pint quantity in the unit as written."""
        return quantity(self.value, self.unit, registry)

    def __str__(self) -> str:
        return f"{self.value:f} {'in' if self.unit == 'inch' else self.unit}"


@frozen(kw_only=True)
class Energy:
    """An energy as written: a number and its unit.

    Attributes:
        value: The number, exact and above zero.
        unit: ``joule`` or ``foot_pound`` (foot-pound force).
        raw: The text it was read from; not part of equality.
    """

    value: Decimal = field(validator=[validators.instance_of(Decimal), _positive])
    unit: EnergyUnit = field(default="joule", validator=validators.in_(tuple(_JOULE)))
    raw: str = field(default="", eq=False)

    @classmethod
    def parse(cls, text: str) -> Energy:
        """The energy that *text* names.

        Raises:
            ParseError: As for `Length.parse`.

        >>> Energy.parse("140 Joules").joules
        Decimal('140')
        """
        value, unit = _amount(text, _ENERGY_WORDS)
        return cls(value=value, unit=unit, raw=text)

    @property
    def joules(self) -> Decimal:
        """The energy in joules, exact."""
        return _EXACT.multiply(self.value, _JOULE[self.unit])

    def quantity(self, registry: UnitRegistry[Any] | None = None) -> Quantity[Any]:
        """The energy as a pint quantity in the unit as written."""
        return quantity(self.value, "joule" if self.unit == "joule" else "foot_pound", registry)

    def __str__(self) -> str:
        return f"{self.value:f} {'J' if self.unit == 'joule' else 'ft·lbf'}"


def _amount(text: str, words: dict[str, Any]) -> tuple[Decimal, Any]:
    match = _AMOUNT.fullmatch(_normalize.casefold(text[:200]).rstrip("."))
    word = re.sub(r"[ .·-]", "", match[2]) if match and match[1] else ""
    # folding would make 162 of 16², which is 16 and a footnote
    raised = any(c.isdigit() and not c.isdecimal() for c in text[:200])
    if match is None or word not in words or raised or len(text) > 200:
        known = ", ".join(dict.fromkeys(words.values()))
        raise ParseError("not a number with a unit", code="unit.none", text=text, hint=f"units: {known}")
    number, unit = match[1].replace(",", "."), words[word]
    value = Decimal(number)
    # "16.125 in" and "1.125 m" are decimals: no gun is a kilometer long
    if _THOUSANDS.fullmatch(match[1]) and ("," in match[1] or unit not in {"inch", "m"}):
        hint = f"write {number.replace('.', '')} or {value.normalize(_EXACT):f}"
        raise ParseError("thousands or decimals", code="unit.separator", text=text, hint=hint)
    if not value:
        raise ParseError("must be above zero", code="unit.not_positive", text=text)
    return value, unit
