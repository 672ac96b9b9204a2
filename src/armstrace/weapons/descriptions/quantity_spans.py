"""The numbers of a description that count or measure something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from armstrace.counts.value import Count
from armstrace.dates.value import UncertainDate
from armstrace.units import Length, LengthUnit
from armstrace.weapons import calibers, quantities
from armstrace.weapons.descriptions import count_spans
from armstrace.weapons.descriptions.claims import Claim
from armstrace.weapons.descriptions.words import match
from armstrace.weapons.quantities.quantity import QuantityMeasure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from armstrace.weapons.descriptions.claims import Described
    from armstrace.weapons.quantities.quantity import Quantity

# what the reader of labels and names settles itself
_LEFT: Final = frozenset(
    (QuantityMeasure.MODEL, QuantityMeasure.SERIAL, QuantityMeasure.ORDINAL, QuantityMeasure.REFERENCE)
)
_COUNTED: Final = frozenset(("weapon", "part", "accessory", "magazine", "ammunition", "explosive", "item", "container"))
_LENGTHS: Final = {"barrel": "barrel_length", "overall": "overall_length"}
_LENGTH_UNITS: Final[dict[str, LengthUnit]] = {"mm": "mm", "cm": "cm", "m": "m", "inch": "inch"}


def quantities_in(described: Described) -> Iterator[Claim]:
    """The claims of the quantities in a description, from left to right."""
    for quantity in quantities.find(described.text):
        if quantity.measure in _LEFT or _counts_label(described, quantity):
            continue
        name, value, with_noun = _meaning(quantity)
        start, end = quantity.start, quantity.end
        if with_noun and quantity.noun is not None:
            start, end = min(start, quantity.noun[0]), max(end, quantity.noun[1])
        words = [i for i, token in enumerate(described.tokens) if token.start < end and token.end > start]
        if not words or (name == "unsure" and not described.tokens[words[0]].has_digit):
            continue
        claim = Claim(name, words[0], words[-1] + 1, value)
        if name not in ("count", "rounds"):
            yield claim
            continue
        claim = count_spans.widened(described, claim)
        bounded = count_spans.behind(described, claim, _after_noun(described, quantity)) if name == "count" else None
        yield claim if bounded is None else claim._replace(value=bounded.value)
        if bounded is not None:
            yield bounded


def _after_noun(described: Described, quantity: Quantity) -> int:
    """The index of the word behind what a quantity counts."""
    end = max(quantity.end, quantity.noun[1]) if quantity.noun else quantity.end
    return next((i for i, token in enumerate(described.tokens) if token.start >= end), len(described.tokens))


def _counts_label(described: Described, quantity: Quantity) -> bool:
    """True if the noun beside the number is a label of what follows: ``Glock 17 series A123 y A124``."""
    if quantity.measure is not QuantityMeasure.COUNT or quantity.noun is None:
        return False
    at = next(
        (i for i, token in enumerate(described.tokens) if quantity.noun and token.start == quantity.noun[0]), None
    )
    return at is not None and any(meaning.role == "label" for meaning in match(described.tokens, at)[1])


def _meaning(quantity: Quantity) -> tuple[str, object, bool]:
    """The field of a quantity, its value, and True if the noun beside it is no thing of its own but has the measure."""
    value = quantity.value
    if not quantity.sure and not _only_counts(quantity):
        return "unsure", None, False
    reader = _READERS.get(quantity.measure)
    found = reader(quantity, value) if reader is not None and value is not None else None
    name, meant = found or ("quantity", None)
    return name, meant, name in _WITH_NOUN or (name == "quantity" and quantity.measure is not QuantityMeasure.COUNT)


def _only_counts(quantity: Quantity) -> bool:
    """True if the number counts rounds and is that of no caliber: ``200 linked rds``."""
    counted = quantity.measure is QuantityMeasure.COUNT and quantity.of == "ammunition" and quantity.value is not None
    return counted and not calibers.read(str(quantity.value))


def _count(quantity: Quantity, value: Decimal) -> tuple[str, object] | None:
    whole = value == value.to_integral_value() and quantity.of in _COUNTED
    return ("count", Count.exact(int(value))) if whole else None


def _length(quantity: Quantity, value: Decimal) -> tuple[str, object] | None:
    name, unit = _LENGTHS.get(quantity.of), _LENGTH_UNITS.get(quantity.unit)
    return (name, Length(value=value, unit=unit)) if name and unit and value > 0 else None


def _year(_quantity: Quantity, value: Decimal) -> tuple[str, object]:
    return "made", UncertainDate.of_year(int(value))


_READERS: Final[dict[QuantityMeasure, Callable[[Quantity, Decimal], tuple[str, object] | None]]] = {
    QuantityMeasure.COUNT: _count,
    QuantityMeasure.ROUNDS: lambda _, value: ("rounds", Count.exact(int(value))),
    QuantityMeasure.CAPACITY: lambda _, value: ("capacity", Count.exact(int(value))),
    QuantityMeasure.LENGTH: _length,
    QuantityMeasure.YEAR: _year,
}
_WITH_NOUN: Final = frozenset(("capacity", *_LENGTHS.values()))
