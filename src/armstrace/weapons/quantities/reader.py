"""The reader of quantities: what the numbers of a text count or measure.

A number belongs to its noun: ``45 PISTOLAS`` are forty-five pistols, ``45 PISTOLA`` is a pistol in caliber .45. A
number with a unit, a label or a plural noun is read here; what is left may be a caliber.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.weapons.quantities import counts, measures, written
from armstrace.weapons.quantities.matching import is_called
from armstrace.weapons.quantities.quantity import QuantityMeasure
from armstrace.weapons.quantities.tokens import tokens
from armstrace.weapons.quantities.vocabulary import vocabulary

if TYPE_CHECKING:
    from armstrace.weapons.quantities.measures import Found
    from armstrace.weapons.quantities.quantity import Quantity
    from armstrace.weapons.quantities.tokens import Token

_RULES = (
    written.date, written.phone, written.clock, written.ordinal, written.optic, measures.money, measures.measured,
    written.rounds, counts.counted, measures.labeled,
)  # fmt: skip


def find(text: str) -> tuple[Quantity, ...]:
    """The quantities in *text*, in its order, none over another; their places are those in the text.

    Args:
        text: A text as `armstrace._normalize.tidy` gives it; case and accents do not count.

    >>> [(found.measure.value, str(found.value), found.of) for found in find("12 escopetas calibre 12")]
    [('count', '12', 'weapon')]
    >>> (barrel,) = find('Mossberg 500 12 gauge, 20 in barrel')
    >>> barrel.measure.value, str(barrel.value), barrel.unit, barrel.of
    ('length', '20', 'inch', 'barrel')
    >>> find("45 Pistola"), find("9mm pistols"), find("40 MM grenades")
    ((), (), ())
    """
    found = tokens(text)
    quantities: list[Quantity] = []
    at = 0
    while at < len(found):
        read = _at(found, at)
        if read is not None and not (quantities and _overlaps(quantities[-1], read.quantity)):
            quantities.append(read.quantity)
            at = max(read.after, at + 1)
        else:
            at += 1
    return tuple(quantities)


def _overlaps(before: Quantity, quantity: Quantity) -> bool:
    """True if a quantity stands over the one before it, or counts the same noun: 19 in ``3 Glock 19 pistols``."""
    counts = before.measure is quantity.measure is QuantityMeasure.COUNT and before.noun == quantity.noun
    return before.end > quantity.start or counts


def _at(found: list[Token], at: int) -> Found | None:
    """The quantity whose number stands at index *at*; None if there is none."""
    token = found[at]
    if token.role == "word":
        if token.text in vocabulary().numbers:
            return counts.counted(found, at) or measures.measured(found, at)
        return written.month_first(found, at)
    if token.role == "sign":
        return written.phone(found, at) if token.text in "+(" else None
    if is_called(found, at):
        return None
    return next((read for rule in _RULES if (read := rule(found, at)) is not None), None)
