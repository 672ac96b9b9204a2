"""The facts that the cells of a row, or a phrase, state about one weapon."""

from __future__ import annotations

from typing import get_args

from attrs import frozen

from armstrace.errors import UnknownEntry
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.features import ReadingLanguage
from armstrace.weapons.kinds.reader import KindReading
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.models.registry import Model
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.supply.stock_numbers import NationalStockNumber


@frozen(kw_only=True)
class Unread:
    """A part of a cell or phrase that was not understood.

    Attributes:
        field: The field of the cell; ``phrase`` for a phrase.
        text: The part that was not understood.
        cause: The codes of the causes, joined by ``|``; may be empty.
        in_part: True if the rest of the cell was understood.
    """

    field: str
    text: str
    cause: str = ""
    in_part: bool = False


@frozen(kw_only=True)
class Description:
    """The facts that cells or a phrase state of one weapon; None stands for a fact that is not stated.

    The fields are those of `armstrace.weapons.weapon.Weapon`.
    """

    kind: KindReading
    pattern: str | None = None
    caliber: Caliber | None = None
    make: Make | None = None
    model: Model | None = None
    serial: SerialNumber | None = None
    lot: LotNumber | None = None
    stock_number: NationalStockNumber | None = None
    unread: tuple[Unread, ...] = ()

    @property
    def names_weapon(self) -> bool:
        """True if the description names a kind, make, model or pattern; False for a caliber or serial number alone."""
        return bool(self.kind.kinds or self.make or self.model or self.pattern)

    @property
    def describes_weapon(self) -> bool:
        """True if the description states a kind, make, model, pattern, caliber or serial number."""
        return bool(self.names_weapon or self.caliber or self.serial)

    def repeats(self, other: Description) -> bool:
        """True if both descriptions state a fact, such as the make, that one weapon has only once."""
        pairs = (
            (self.kind.kinds, other.kind.kinds),
            (self.make, other.make),
            (self.model or self.pattern, other.model or other.pattern),
            (self.caliber, other.caliber),
            (self.serial, other.serial),
        )
        return any(left and right for left, right in pairs)


def check_language(language: str | None) -> None:
    """Refuse a language that no reader knows.

    Raises:
        UnknownEntry: The language is not English, Spanish or Portuguese.
    """
    if language is not None and language not in get_args(ReadingLanguage):
        raise UnknownEntry("languages", key=language, nearest=get_args(ReadingLanguage))
