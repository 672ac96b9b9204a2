"""The facts that the cells of a row, or a phrase, state about one weapon."""

from __future__ import annotations

from typing import get_args

from attrs import frozen

from armstrace.counts.value import Count
from armstrace.dates.value import UncertainDate
from armstrace.errors import UnknownEntry
from armstrace.places.country import Country
from armstrace.units import Length
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.construction import Construction
from armstrace.weapons.features import ReadingLanguage
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.reader import KindReading
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.models.registry import Model
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.supply.stock_numbers import NationalStockNumber

_NOTHING_MORE = Construction()
_ACCESSORIES = ("part", "accessory", "ammunition")


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
class ReadPart:
    """A part of a cell or phrase that was understood.

    Attributes:
        cell: The name of the cell; ``phrase`` for a phrase.
        field: The fact that it states, such as ``make``; ``label``, ``joint`` or ``filler`` for a word around a fact.
        text: The part as written.
        start: The position of its first character in the cell or phrase.
        end: The position after its last character.
    """

    cell: str
    field: str
    text: str
    start: int
    end: int


@frozen(kw_only=True)
class Description:
    """The facts that cells or a phrase state of one weapon; None stands for a fact that is not stated.

    The fields are those of `armstrace.weapons.weapon.Weapon`; *written* are the words for the kind.
    """

    kind: KindReading
    pattern: str | None = None
    caliber: Caliber | None = None
    make: Make | None = None
    model: Model | None = None
    serial: SerialNumber | None = None
    lot: LotNumber | None = None
    stock_number: NationalStockNumber | None = None
    count: Count | None = None
    barrel_length: Length | None = None
    overall_length: Length | None = None
    made: UncertainDate | None = None
    made_in: Country | None = None
    has_stock: bool | None = None
    receiver_of: WeaponKind | None = None
    construction: Construction = _NOTHING_MORE
    written: str = ""
    parts: tuple[ReadPart, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def names_weapon(self) -> bool:
        """True if the description names a kind, make, model or pattern; False for a caliber or serial number alone."""
        return bool(self.kind.kinds or self.make or self.model or self.pattern)

    @property
    def is_accessory(self) -> bool:
        """True if the thing is a part, an accessory or ammunition, whatever it belongs to."""
        kinds = self.kind.kinds
        return bool(kinds) and all(any(kind.is_a(name) for name in _ACCESSORIES) for kind in kinds)

    @property
    def describes_weapon(self) -> bool:
        """True if the description states a kind, make, model, pattern, caliber or serial number."""
        numbered = self.serial is not None and self.serial.state is not SerialState.NOT_RECORDED
        return bool(self.names_weapon or self.caliber or numbered or self.lot)


def check_language(language: str | None) -> None:
    """Refuse a language that no reader knows.

    Raises:
        UnknownEntry: The language is not English, Spanish or Portuguese.
    """
    if language is not None and language not in get_args(ReadingLanguage):
        raise UnknownEntry("languages", key=language, nearest=get_args(ReadingLanguage))
