"""Numbers with a unit or a label: lengths, weights, prices, ages, model and serial numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from armstrace.weapons.quantities import number_words
from armstrace.weapons.quantities.matching import label_before, owner_beside, unit_behind
from armstrace.weapons.quantities.quantity import Quantity, QuantityMeasure
from armstrace.weapons.quantities.tokens import decimal
from armstrace.weapons.quantities.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.weapons.quantities.matching import OwnerAt, UnitAt
    from armstrace.weapons.quantities.tokens import Token

_DENOMINATORS = frozenset(("2", "3", "4", "8", "16", "32"))
_RANGED = frozenset(
    (
        QuantityMeasure.LENGTH,
        QuantityMeasure.WEIGHT,
        QuantityMeasure.AGE,
        QuantityMeasure.DURATION,
        QuantityMeasure.PERCENT,
    )
)
# less than that is a bore, whatever has it
_LEAST_MM = {"optic": 15, "overall": 60, "length": 60, "barrel": 60, "blade": 20}
_GUN_BORES_MM = frozenset(map(Decimal, (75, 76, 84, 85, 88, 90, 100, 105, 106, 120, 122, 125, 130, 140, 152, 155, 160)))
_MOST_INCHES = 100
_NAMED = frozenset(
    (
        QuantityMeasure.MODEL,
        QuantityMeasure.SERIAL,
        QuantityMeasure.REFERENCE,
        QuantityMeasure.PLACE,
        QuantityMeasure.PHONE,
    )
)
_CURRENCY_BEFORE = 2


class Found(NamedTuple):
    """A quantity, and the index of the token behind it."""

    quantity: Quantity
    after: int


class Amount(NamedTuple):
    """The value of a number with its fraction (None where it is open), its index, and that of the token behind it."""

    value: Decimal | None
    first: int
    after: int
    dotted: bool = False


def amount(found: Sequence[Token], at: int) -> Amount | None:
    """The number at index *at*, in digits or words, with a fraction behind it: ``18 1/2``; None if there is none."""
    token = found[at]
    if token.role == "word":
        words = number_words.spelled(found, at)
        return Amount(words.value, at, words.after) if words else None
    before = found[at - 1] if at and token.glued else None
    spaced = at > 0 and found[at - 1].text == "." and not found[at - 1].glued
    dotted = (before is not None and before.text in (".", ",")) or spaced or token.text.startswith(("0.", "0,"))
    value, after = decimal(token.text), at + 1
    start = after + (after < len(found) and found[after].text == "-")
    fraction = _fraction(found, start)
    if fraction is not None and value is not None:
        return Amount(value + fraction, at, start + 3)
    alone = _fraction(found, at)
    if alone is not None:
        return Amount(alone, at, at + 3)
    multiplied = number_words.spelled(found, after, value) if value is not None else None
    if multiplied is not None:
        return Amount(multiplied.value, at, multiplied.after)
    return Amount(value, at, after, dotted)


def _fraction(found: Sequence[Token], at: int) -> Decimal | None:
    """The fraction at index *at*, as a number; None if there is none."""
    if at + 2 >= len(found) or found[at + 1].text not in ("/", "⁄") or found[at + 2].text not in _DENOMINATORS:
        return None
    above, below = found[at], found[at + 2]
    if not above.text.isdigit() or len(above.text) > 2 or not 0 < int(above.text) < int(below.text):
        return None
    return Decimal(above.text) / Decimal(below.text)


def measured(found: Sequence[Token], at: int) -> Found | None:
    """The number at index *at* with the unit behind it; None if there is no unit, or if it may be that of a bore."""
    if is_in_name(found, at):
        return None
    number = amount(found, at)
    unit = unit_behind(found, number.after) if number else None
    if number is None:
        return None
    if unit is None:
        return _ranged(found, number)
    return _of_unit(found, number, unit)


def _of_unit(found: Sequence[Token], number: Amount, unit: UnitAt) -> Found | None:
    measure = QuantityMeasure(unit.unit.measure)
    owner = owner_beside(found, number.first, unit.after)
    sure = True
    if measure is QuantityMeasure.LENGTH and unit.unit.unit in ("mm", "inch"):
        verdict = _length(number, unit.unit.unit, owner)
        if verdict is None:
            return None
        sure = verdict
    elif number.dotted and measure is not QuantityMeasure.LENGTH and measure is not QuantityMeasure.MONEY:
        return None  # .380 rounds: a caliber, whatever the rounds are
    if measure is QuantityMeasure.ROUNDS:
        if number.value is None or number.value != number.value.to_integral_value():
            return None  # 7.62 rounds
        if owner is not None and owner.of == "magazine":
            measure = QuantityMeasure.CAPACITY
    if (
        measure is QuantityMeasure.DURATION
        and (label := label_before(found, number.first))
        and label.label.measure == "age"
    ):
        measure = QuantityMeasure.AGE
    return _made(found, number, unit, (measure, owner, sure))


def _length(number: Amount, unit: str, owner: OwnerAt | None) -> bool | None:
    """True for a length, False for a length that may be a bore, None for a bore; the unit is millimeters or inches."""
    of = owner.of if owner else ""
    if unit == "inch":
        if not of and number.value is not None and number.value >= _MOST_INCHES:
            return None  # 380": nobody measures that in inches
        return None if number.dotted and of in ("", "barrel", "chamber") else True
    least = _LEAST_MM.get(of)
    if number.value is None or least is None or number.value < least:
        return None
    return of != "barrel" or number.value not in _GUN_BORES_MM


def _made(
    found: Sequence[Token], number: Amount, unit: UnitAt, told: tuple[QuantityMeasure, OwnerAt | None, bool]
) -> Found:
    measure, owner, sure = told
    quantity = Quantity(
        measure=measure,
        value=number.value,
        unit=unit.unit.unit,
        of=owner.of if owner else "",
        start=found[number.first].start,
        end=found[unit.after - 1].end,
        noun=(found[owner.first].start, found[owner.last].end) if owner else None,
        sure=sure,
    )
    return Found(quantity, unit.after)


def _ranged(found: Sequence[Token], number: Amount) -> Found | None:
    """The first number of a range whose unit stands behind the second: 16 in ``16 - 20 inches``; else None."""
    at = number.after + 1
    if at >= len(found) or not _ranges(found[number.after]) or found[at].role != "number" or number.dotted:
        return None
    second = amount(found, at)
    unit = unit_behind(found, second.after) if second else None
    if unit is None or QuantityMeasure(unit.unit.measure) not in _RANGED or unit.unit.unit == "mm":
        return None
    read = _of_unit(found, number, unit)
    if read is None:
        return None
    alone = evolve(read.quantity, end=found[number.after - 1].end)
    return Found(alone, number.after)


def _ranges(token: Token) -> bool:
    return token.text == "-" or token.text in vocabulary().small["range"]


def is_in_name(found: Sequence[Token], at: int) -> bool:
    """True if the number at index *at* is glued to a word before it, as in ``AK-47``, and so part of a name."""
    token = found[at]
    if token.role != "number" or not token.glued or not at:
        return False
    before = found[at - 1]
    if before.text == "-" and before.glued and at > 1:
        before = found[at - 2]
    known = vocabulary()
    return (
        before.role == "word"
        and before.text not in known.before
        and before.text not in known.units
        and (before.text not in known.labels and before.text != "x")
    )


def money(found: Sequence[Token], at: int) -> Found | None:
    """The number at index *at* with a sign of money before it: ``US$ 1,500``; None if there is none."""
    if not at:
        return None
    known = vocabulary().before
    number = amount(found, at)
    for length in (_CURRENCY_BEFORE, 1):
        first = at - length
        if number is None or first < 0 or "".join(token.text for token in found[first:at]) not in known:
            continue
        quantity = Quantity(
            measure=QuantityMeasure.MONEY, value=number.value, start=found[first].start, end=found[number.after - 1].end
        )
        return Found(quantity, number.after)
    return None


def labeled(found: Sequence[Token], at: int) -> Found | None:
    """The number at index *at* behind a label: ``modelo 19``, ``cap. 30``; None if there is no label.

    A number with a point or a unit of bores behind a label is no number of a model.
    """
    label = label_before(found, at)
    if label is None or is_in_name(found, at):
        return None
    measure = QuantityMeasure(label.label.measure)
    number = amount(found, at)
    if number is None or number.dotted or not found[at].text.replace(",", "").replace(".", "").isdigit():
        return None
    if measure in _NAMED:
        if not found[at].text.isdigit() or _is_bore(found, at + 1):
            return None
        after = _name_end(found, at + 1)
        number = Amount(number.value if after == at + 1 else None, at, after)
    elif not _fits(number, measure) or _is_bore(found, number.after):
        return None
    quantity = Quantity(
        measure=measure,
        value=number.value,
        of=label.label.of,
        start=found[label.first].start,
        end=found[number.after - 1].end,
    )
    return Found(quantity, number.after)


def _fits(number: Amount, measure: QuantityMeasure) -> bool:
    """True if the number may stand behind a label of the measure: a whole one, or a price."""
    value = number.value
    return value is not None and (measure is QuantityMeasure.MONEY or value == value.to_integral_value())


def _is_bore(found: Sequence[Token], at: int) -> bool:
    """True if a unit of bores stands at index *at*: millimeters, a gauge, the word caliber."""
    if at < len(found) and found[at].text == "-":
        at += 1
    if at >= len(found):
        return False
    text, known = found[at].text, vocabulary()
    unit = known.units.get(text)
    if text in known.bore_words and _is_called_next(found, at + 1):
        return False
    return (
        text in known.bore_words or text in known.gauge_words or (unit is not None and unit.unit == "mm") or text == "x"
    )


def _is_called_next(found: Sequence[Token], at: int) -> bool:
    """True if the word *caliber* before index *at* belongs to the number behind it: ``modelo 19 calibre 9 mm``."""
    while at < len(found) and found[at].text in (".", ":"):
        at += 1
    return at < len(found) and found[at].role == "number"


def _name_end(found: Sequence[Token], at: int) -> int:
    """The index behind the letters and digits glued to a number that names something, dashes and slashes included."""
    while at < len(found) and found[at].glued and (found[at].role != "sign" or found[at].text in "-/"):
        at += 1
    while found[at - 1].role == "sign":
        at -= 1
    return at
