"""The cells of a row that describe a weapon, read together into one `Weapon`.

Each cell is evidence for the others: the kind narrows the caliber, the make the model, and what stands in the wrong
cell (a model in the make cell, a caliber in the type cell) is read where it belongs. What a cell says is kept apart
from what follows from it: a model's action or caliber is not filled in here.

>>> read = read_weapon({"kind": "FUSIL", "make": "BARRETT", "model": "M82A1", "caliber": "cal. .50"}, language="es")
>>> str(read.weapon), read.unread
('rifle, .50 in: usually 12.7x99mm, Barrett M82A1, serial not recorded', ())
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from attrs import define, evolve, field, frozen

from armstrace import _normalize, explain
from armstrace.errors import ParseError
from armstrace.weapons import calibers, kinds, makes, models
from armstrace.weapons.calibers.agreement import CaliberAgreement
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.kinds.reader import KindReading
from armstrace.weapons.makes.reader import MakeReading
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.marks.markings import LotNumber
from armstrace.weapons.models.reader import ModelFlag, ModelReading
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.supply.item_names import ItemName, read_item_name
from armstrace.weapons.supply.stock_numbers import NationalStockNumber
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from armstrace.explain import Language

T = TypeVar("T")

# a type cell that is longer is a story, not a type with its caliber
_SHORT = 200
_UNSETTLED = frozenset((ModelFlag.AMBIGUOUS, ModelFlag.NOT_IN_REGISTRY, ModelFlag.NOT_OF_MAKE))
_NOTHING: Mapping[str, str] = MappingProxyType({})
CELLS = ("kind", "item_name", "make", "model", "caliber", "stock_number")


@frozen(kw_only=True)
class Unread:
    """What a cell says that was not understood.

    Attributes:
        field: The field of the cell.
        text: What was not understood.
        cause: Why: codes, several joined by ``|``; may be empty.
        in_part: Whether the rest of the cell was understood.
    """

    field: str
    text: str
    cause: str = ""
    in_part: bool = False


@frozen(kw_only=True)
class WeaponReading:
    """A weapon as its cells describe it, and what of them was not understood."""

    weapon: Weapon
    unread: tuple[Unread, ...] = ()


def read_weapon(cells: Mapping[str, str], *, language: Language, known: Mapping[str, str] = _NOTHING) -> WeaponReading:
    """The weapon that the cells of a row describe.

    Args:
        cells: The cells by field: ``kind``, ``item_name``, ``make``, ``model``, ``caliber``, ``stock_number``; those
            that say nothing are left out.
        language: The language of the cells: only a Spanish word is a word of Mexican law.
        known: Ids of the entries that cells mean, by field, where that is settled already; those cells are not read.
    """
    row = _Cells(cells=cells, known=known)
    kind = row.kind(language)
    make = row.make()
    model = row.model(make, kind)
    caliber = row.caliber(kind, model)
    number = row.read("stock_number", NationalStockNumber.parse)
    item = row.item()
    weapon = Weapon(
        kinds=kind.kinds,
        legal_word=kind.legal_word,
        pattern=kind.pattern or (model.pattern if model and not model.model else None),
        action=kind.action,
        fire_modes=kind.fire_modes,
        caliber=caliber,
        make=(make.make if make else None) or (model.make if model else None) or (item.make if item else None),
        model=(model.model if model else None) or (item.model if item else None),
        stock_number=number,
    )
    return WeaponReading(weapon=weapon, unread=tuple(row.unread))


def read_lot(cell: str) -> LotNumber | None:
    """The lot that a serial cell gives in place of a serial number: ``LOTE FMP-3-87``; None where it gives none.

    >>> read_lot("SERIE: 418-15538") is None
    True
    """
    word = _normalize.fold(cell[:64]).partition(" ")[0].rstrip(".:#")
    return LotNumber.parse(cell) if word in ("lote", "lot", "lotes", "lots") else None


def _caliber_in(text: str, kind: WeaponKind | None) -> Caliber | None:
    """The one caliber that the rest of a cell names; None where it names none, or several."""
    found = calibers.read(text, kind) if 0 < len(text) <= _SHORT else ()
    return found[0] if len(found) == 1 else None


@define
class _Cells:
    """The cells of one row, and what of them was not understood so far."""

    cells: Mapping[str, str]
    known: Mapping[str, str] = _NOTHING
    unread: list[Unread] = field(factory=list)

    def kind(self, language: Language) -> KindReading:
        """The kind, from the type cell or else the supply name."""
        text = self.cells.get("kind")
        settled = self.known.get("kind") or (self.known.get("item_name") if text is None else None)
        if settled is not None:
            return KindReading(kinds=KindSet.of(settled))
        if text is not None:
            reading = kinds.read(text, language=language)
            if not reading.kinds:
                self.unread.append(Unread(field="kind", text=text))
            elif reading.unread and _caliber_in(reading.unread, reading.kinds.single) is None:
                self.unread.append(Unread(field="kind", text=reading.unread, in_part=True))
            return reading
        item = self.item()
        if item is None:
            return KindReading()
        if item.kind is None:
            cause = "item_name.no_firearm" if item.not_a_firearm else ""
            self.unread.append(Unread(field="item_name", text=item.raw, cause=cause))
            return KindReading()
        return KindReading(kinds=KindSet.of(item.kind), action=item.action)

    def make(self) -> MakeReading | None:
        """The make; None where no cell names one."""
        text = self.cells.get("make")
        if "make" in self.known:
            settled = Make.get(self.known["make"])
            return MakeReading(make=settled and evolve(settled, raw=text or ""))
        reading = makes.read(text) if text is not None else None
        if reading is not None and reading.make is None:
            self.unread.append(Unread(field="make", text=reading.unread, cause=explain.joined(reading.flags)))
        return reading

    def model(self, make: MakeReading | None, kind: KindReading) -> ModelReading | None:
        """The model, from its cell or else from what the make cell says besides a make."""
        name = make.make if make is not None else None
        text = self.cells.get("model")
        entry = ModelEntry.get(self.known["model"]) if "model" in self.known else None
        if entry is not None:
            return ModelReading(model=entry.model(raw=text or ""), pattern=entry.pattern)
        reading = models.read(text, name, kind.kinds) if text is not None else None
        if reading is not None and (reading.model is not None or reading.pattern is not None):
            if make is not None and make.make is not None and make.unread:
                self.rest_of_make(make, kind)
            return reading
        if text is not None and reading is not None:
            self.unread.append(Unread(field="model", text=text, cause=explain.joined(reading.flags)))
        beside = models.read(make.unread, name, kind.kinds) if make is not None and make.unread else None
        if beside is None or (beside.model is not None and beside.model.known):
            return beside
        if not _UNSETTLED.isdisjoint(beside.flags):
            self.unread.append(Unread(field="make", text=self.cells["make"], cause=explain.joined(beside.flags)))
        return evolve(beside, model=None)

    def rest_of_make(self, make: MakeReading, kind: KindReading) -> None:
        """Note what the make cell says beside the make, unless it is a model: that is what the model cell is for."""
        beside = models.read(make.unread, make.make, kind.kinds)
        if beside is None or beside.model is None or not beside.model.known:
            self.unread.append(Unread(field="make", text=make.unread, in_part=True))

    def caliber(self, kind: KindReading, model: ModelReading | None) -> Caliber | None:
        """The caliber, from its cell or else from what the type cell or the supply name says of one."""
        narrowed = kind.kinds.single
        entry = model.model.entry if model is not None and model.model is not None else None
        if entry is not None:
            if narrowed is None:
                narrowed = WeaponKind.get(entry.kind)
            elif not kind.kinds.could_be(entry.kind):
                # a row that calls an M82A1 a handgun does not tell what its .50 is
                narrowed = None
        cartridge = Cartridge.get(self.known["caliber"]) if "caliber" in self.known else None
        if cartridge is not None:
            return Caliber(candidates=(cartridge,), basis=CaliberBasis.NAMED, raw=self.cells.get("caliber", ""))
        beside = _caliber_in(kind.unread, narrowed)
        if "caliber" in self.cells:
            read = self.read("caliber", lambda text: calibers.Caliber.parse(text, narrowed))
            if calibers.compare(read, beside) is CaliberAgreement.CONFLICT:
                self.unread.append(Unread(field="kind", text=kind.unread, in_part=True))
            return read
        item = self.item()
        return beside or (_caliber_in(item.caliber, narrowed) if item is not None else None)

    def item(self) -> ItemName | None:
        """What the supply name says; None where there is none."""
        name = self.cells.get("item_name")
        return read_item_name(name) if name is not None else None

    def read(self, name: str, reader: Callable[[str], T]) -> T | None:
        """The cell as *reader* reads it; None, and noted as unread, where it can't."""
        text = self.cells.get(name)
        if text is None:
            return None
        try:
            return reader(text)
        except ParseError as error:
            self.unread.append(Unread(field=name, text=text, cause=error.code or error.cause))
            return None
