"""A quantity: a number in a text with what it counts or measures."""

from __future__ import annotations

import enum
from decimal import Decimal

from attrs import frozen


class QuantityMeasure(enum.StrEnum):
    """What a number in a text is.

    ``COUNT`` counts a noun, ``ROUNDS`` counts rounds or says how many a magazine holds, and ``CAPACITY`` is only the
    latter. ``AGE`` is that of a person, ``DURATION`` any other time span, ``CLOCK`` a time of day. ``MODEL``,
    ``SERIAL``, ``REFERENCE`` (an article, page, case or exhibit) and ``PLACE`` (a street or a road) are numbers that
    only name something. ``OPTIC`` is the power of a telescope, perhaps with the width of its lens.
    """

    COUNT = "count"
    ROUNDS = "rounds"
    CAPACITY = "capacity"
    LENGTH = "length"
    WEIGHT = "weight"
    VOLUME = "volume"
    SPEED = "speed"
    ENERGY = "energy"
    ANGLE = "angle"
    ELECTRIC = "electric"
    PERCENT = "percent"
    MONEY = "money"
    AGE = "age"
    DURATION = "duration"
    CLOCK = "clock"
    DATE = "date"
    YEAR = "year"
    ORDINAL = "ordinal"
    OPTIC = "optic"
    MODEL = "model"
    SERIAL = "serial"
    REFERENCE = "reference"
    PLACE = "place"
    PHONE = "phone"


@frozen(kw_only=True)
class Quantity:
    """A number in a text that counts or measures something.

    Attributes:
        measure: What the number is.
        value: The number; None if it is not a single one (``10X42``, a date), or if its point may be a decimal point
            or a thousands separator.
        unit: The unit in one spelling, such as ``inch``; empty if the measure has none.
        of: What has the measure: ``barrel``, ``overall``, ``magazine``, ``chamber``, ``optic``; of a count, what is
            counted: ``weapon``, ``ammunition``, ``part``, ``person``; empty if the text does not say.
        start: Where the quantity begins in the text: its number, or the label or unit before it.
        end: Where it ends: behind its number and its unit.
        noun: Start and end of the noun that is counted, or of the word that says what has the measure; None without.
        sure: False if the number may also be a caliber: ``45 Colt revolvers``, ``8x50``.
    """

    measure: QuantityMeasure
    value: Decimal | None = None
    unit: str = ""
    of: str = ""
    start: int
    end: int
    noun: tuple[int, int] | None = None
    sure: bool = True
