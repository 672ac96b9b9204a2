"""A weapon as a record describes it: every fact may be unknown, and unknown is not "no".

>>> from armstrace.weapons.calibers import Caliber
>>> from armstrace.weapons.kinds import KindSet
>>> weapon = Weapon(kinds=KindSet.of("rifle"), caliber=Caliber.parse("7,62X39"))
>>> str(weapon)
'rifle, 7.62x39 mm, serial not recorded'
>>> weapon.rifled is None
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import evolve, field, frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.places.country import Country
from armstrace.units import Energy, Length
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.construction import Construction
from armstrace.weapons.descriptions import phrases
from armstrace.weapons.features import Action, Feed, FireMode, Propulsion, ReadingLanguage
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.marks.headstamps import Headstamp
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.marks.markings import Marking
from armstrace.weapons.models.registry import Model
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.supply.stock_numbers import NationalStockNumber

if TYPE_CHECKING:
    from armstrace.weapons.descriptions.description import Description

_NO_KINDS = KindSet()
_NOTHING_MORE = Construction()
_NO_SERIAL = SerialNumber(state=SerialState.NOT_RECORDED)


@frozen(kw_only=True)
class Weapon:
    """A thing that a record describes, or several that are alike.

    Attributes:
        kinds: The kinds that the thing may be; empty where not known.
        legal_word: The Spanish word as written (``fusil``, ``rifle``, ``carabina``, …), on which Mexican law turned;
            None where the record has none, as for an English "rifle" or slang.
        pattern: The pattern that the record names without a model: ``AR``, ``AK``, ``M14``, …
        action: The way of loading again between shots.
        fire_modes: All modes of fire; None where not known.
        feed: The way of feeding.
        caliber: The caliber, as far as the text settles it.
        barrel_length: The length of the barrel, as written.
        overall_length: The length over all, as written.
        rifled: True if the bore is rifled.
        has_stock: True if the weapon has a shoulder stock.
        make: The brand.
        model: The model designation.
        made: The date of manufacture.
        made_in: The country of manufacture.
        serial: The serial number, or why there is none to read.
        lot: The lot number, which grenades, rockets, launch tubes and ammunition carry.
        headstamp: The stamps on the base of a cartridge.
        markings: Other markings.
        stock_number: The NATO or national stock number.
        receiver_of: For a frame or receiver, the kind of weapon it belongs to.
        made_from: For a weapon that was cut down or rebuilt, the kind it was made from.
        explosive: True if the weapon carries an explosive charge.
        guided: True if the weapon is guided.
        propulsion: The drive of the projectile.
        muzzle_energy: The energy of the projectile at the muzzle, as written.
        construction: The rarer facts of its construction.
        extras: Other cells of the record, by their headers.
        raw: The words that name the thing, in the type cell, the supply name or a phrase; not part of equality.
    """

    kinds: KindSet = _NO_KINDS
    legal_word: str | None = None
    pattern: str | None = None
    action: Action | None = None
    fire_modes: frozenset[FireMode] | None = None
    feed: Feed | None = None
    caliber: Caliber | None = None
    barrel_length: Length | None = None
    overall_length: Length | None = None
    rifled: bool | None = None
    has_stock: bool | None = None
    make: Make | None = None
    model: Model | None = None
    made: UncertainDate | None = None
    made_in: Country | None = None
    serial: SerialNumber = _NO_SERIAL
    lot: LotNumber | None = None
    headstamp: Headstamp | None = None
    markings: tuple[Marking, ...] = ()
    stock_number: NationalStockNumber | None = None
    receiver_of: WeaponKind | None = None
    made_from: WeaponKind | None = None
    explosive: bool | None = None
    guided: bool | None = None
    propulsion: Propulsion | None = None
    muzzle_energy: Energy | None = None
    construction: Construction = _NOTHING_MORE
    extras: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    raw: str = field(default="", eq=False, repr=False)

    @classmethod
    def parse(cls, text: str, *, language: ReadingLanguage | None = None) -> Self:
        """The weapon that a phrase names, in English, Spanish or Portuguese.

        What comes with the weapon, such as a magazine, stands in ``extras`` under ``with``, and the words that were not
        understood under ``unread``.

        Args:
            text: The phrase.
            language: Its language; it settles whether RIFLE is the Spanish word.

        >>> weapon = Weapon.parse("fusil Barrett M82A1 cal .50")
        >>> weapon.legal_word, weapon.make.id, weapon.model.name, weapon.caliber.cartridge.id, weapon.extras
        ('fusil', 'barrett', 'M82A1', '12.7x99mm', ())

        Raises:
            ParseError: The phrase names no weapon, or several (which `armstrace.read_weapons` gives), or is longer than
                any description.
            UnknownEntry: The language is not English, Spanish or Portuguese.
        """
        found = phrases.read(text, language=language)
        main = [each for each in found if not each.is_accessory] or list(found[:1])
        if len(main) != 1:
            cause, code = ("several weapons", "weapon.several") if main else ("no weapon", "weapon.none")
            raise ParseError(cause, code=code, text=text, hint="read_weapons gives them all" if main else "")
        others = tuple(("with", each.written) for each in found if each is not main[0])
        unread = tuple(("unread", part.text) for each in found for part in each.unread)
        return evolve(cls.from_description(main[0]), extras=(*others, *unread))

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """The weapon that cells or a phrase describe."""
        return cls(
            kinds=description.kind.kinds,
            legal_word=description.kind.legal_word,
            pattern=description.pattern,
            action=description.kind.action,
            fire_modes=description.kind.fire_modes,
            caliber=description.caliber,
            make=description.make,
            model=description.model,
            serial=description.serial or _NO_SERIAL,
            lot=description.lot,
            stock_number=description.stock_number,
            barrel_length=description.barrel_length,
            overall_length=description.overall_length,
            has_stock=description.has_stock,
            made=description.made,
            made_in=description.made_in,
            receiver_of=description.receiver_of,
            construction=description.construction,
            raw=description.written,
        )

    def label(self, language: explain.Language = "en") -> str:
        """The weapon in one line: kind, caliber, make, model, serial or lot."""
        parts = [
            self.kinds.label(language) if self.kinds else explain.term("kind_unknown", language),
            str(self.caliber) if self.caliber else "",
            " ".join(part.name for part in (self.make, self.model) if part) or (self.pattern or ""),
            f"{explain.term('lot', language)} {self.lot}" if self.lot else self._serial_label(language),
        ]
        return ", ".join(part for part in parts if part)

    def _serial_label(self, language: explain.Language) -> str:
        state = self.serial.state
        word = explain.term("serial", language)
        if state is SerialState.LEGIBLE:
            return f"{word} {self.serial}"
        state_word = explain.term(f"serial_{state}", language)
        return f"{word} {self.serial} ({state_word})" if self.serial.text else f"{word} {state_word}"

    def __str__(self) -> str:
        return self.label("en")
