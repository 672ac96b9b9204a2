"""The cells of a row that describe a weapon, read together.

Each cell is evidence for the others: the kind narrows the caliber, the make the model, and what stands in the wrong
cell (a model in the make cell, a caliber in the type cell) is read where it belongs. What a cell states is kept apart
from what follows from it: the action or the caliber of a model is not filled in here.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, TypeVar

from attrs import define, evolve, field

from armstrace import explain
from armstrace._placeholders import says_nothing
from armstrace.errors import ParseError, UnknownEntry
from armstrace.weapons import calibers, kinds, makes, models
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.construction import Construction
from armstrace.weapons.descriptions import rests
from armstrace.weapons.descriptions.account import read_parts
from armstrace.weapons.descriptions.description import Description, Unread, check_language
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.kinds.reader import KindReading
from armstrace.weapons.makes.reader import MakeFlag, MakeReading
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.marks.lots import read_lot
from armstrace.weapons.models.reader import ModelFlag, ModelReading
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.supply.item_names import ItemName, ItemSort, read_item_name
from armstrace.weapons.supply.stock_numbers import NationalStockNumber

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from armstrace.weapons.features import ReadingLanguage

T = TypeVar("T")

# a type cell that is longer is a story, not a type with its caliber
_SHORT = 200
_UNSETTLED = frozenset((ModelFlag.AMBIGUOUS, ModelFlag.NOT_IN_REGISTRY, ModelFlag.NOT_OF_MAKE))
# the cells whose words name the thing, and the sorts of items of the classes of weapons
_WORDS = ("kind", "item_name")
_SUPPLIED = (ItemSort.WEAPON, ItemSort.PART)
CELLS = ("kind", "item_name", "make", "model", "caliber", "stock_number", "serial")
"""The fields of a row that describe a weapon."""


def read_cells(cells: Mapping[str, str], language: ReadingLanguage | None, known: Mapping[str, str]) -> Description:
    """The description in the cells of a row; see `armstrace.weapons.reader.read_weapon`.

    Raises:
        UnknownEntry: A cell has another name, or there is no such language.
    """
    check_language(language)
    for name in (*cells, *known):
        if name not in CELLS:
            nearest = difflib.get_close_matches(name, CELLS, n=3) or CELLS
            raise UnknownEntry("cells of a weapon", key=name, nearest=nearest)
    filled = {name: text for name, text in cells.items() if not says_nothing(text)}
    row = _Cells(cells=filled if known else _unswapped(filled), known=known)
    stock_number = row.read("stock_number", NationalStockNumber.parse)
    kind = row.kind(language, stock_number)
    make = row.make()
    model = row.model(make, kind)
    item = row.item()
    caliber = row.caliber(kind, model)
    lot = row.read("serial", read_lot)
    description = Description(
        kind=kind,
        pattern=kind.pattern or (model.pattern if model and not model.model else None),
        caliber=caliber,
        make=next((reading.make for reading in (make, model, item) if reading and reading.make), None),
        model=next((reading.model for reading in (model, item) if reading and reading.model), None),
        serial=row.serial() if lot is None else None,
        lot=lot,
        stock_number=stock_number,
        written=" | ".join(row.cells[name] for name in _WORDS if name in row.cells),
    )
    description = row.with_rests(description, language)
    row.compare_stock_item(description)
    unread = tuple(row.unread)
    return evolve(description, unread=unread, parts=read_parts(row.cells, unread))


def _caliber_in(text: str, kind: WeaponKind | None) -> Caliber | None:
    """The caliber that *text*, the rest of a cell, names; None if it names none or several, or is too long."""
    found = calibers.read(text, kind) if 0 < len(text) <= _SHORT else ()
    return found[0] if len(found) == 1 else None


def _names_model(reading: ModelReading | None) -> bool:
    return reading is not None and reading.model is not None and reading.model.known


def _unswapped(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells, with make and model exchanged if each stands in the cell of the other: ``Modelo 336``, ``Marlin``."""
    if "make" not in cells or "model" not in cells:
        return cells
    named, make = makes.read(cells["make"]), makes.read(cells["model"])
    if (named and named.make and named.make.known) or make is None or make.make is None:
        return cells
    if not make.make.known or make.unread or not _names_model(models.read(cells["make"], make.make)):
        return cells
    return {**cells, "make": cells["model"], "model": cells["make"]}


def _read_model(text: str, make: MakeReading | None, kinds: KindSet) -> ModelReading | None:
    """The reading of a model cell; it settles which make is meant if the name in the make cell may be several."""
    if make is not None and MakeFlag.AMBIGUOUS in make.flags:
        readings = [(candidate, models.read(text, candidate, kinds)) for candidate in make.candidates]
        of_make = [
            (candidate, reading) for candidate, reading in readings if reading and _names_model_of(reading, candidate)
        ]
        if len(of_make) == 1:
            return evolve(of_make[0][1], make=of_make[0][0])
    return models.read(text, make.make if make else None, kinds)


def _names_model_of(reading: ModelReading, make: Make) -> bool:
    entry = reading.model.entry if reading.model else None
    return entry is not None and make.id in entry.makes


def _is_all_model(reading: MakeReading) -> bool:
    """True if the make cell holds a model or a pattern, and nothing but that, which is read as such."""
    model = models.read(reading.unread) if MakeFlag.MODEL in reading.flags else None
    return model is not None and not model.unread and (_names_model(model) or model.pattern is not None)


@define
class _Cells:
    """The cells of a row, the ids that are known for some of them, and the parts not understood so far."""

    cells: Mapping[str, str]
    known: Mapping[str, str]
    unread: list[Unread] = field(factory=list)
    rests: dict[str, str] = field(factory=dict)

    def kind(self, language: ReadingLanguage | None, stock_number: NationalStockNumber | None) -> KindReading:
        """The reading of the type cell, or else of the supply name; without a kind if neither states one.

        A supply name is no evidence where the *stock number* is of a supply class without weapons.

        Where the kind is known already, neither is read.
        """
        text = self.cells.get("kind")
        settled = self.known.get("kind") or (self.known.get("item_name") if text is None else None)
        if settled is not None:
            return KindReading(kinds=KindSet.of(settled))
        if text is not None:
            reading = kinds.read(text, language=language)
            if reading.kinds and reading.unread:
                whole = rests.read(text, language)
                agrees = whole is not None and whole.kind.kinds == reading.kinds
                self.rests["kind"] = text if agrees else reading.unread
            elif not reading.kinds:
                self.unread.append(Unread(field="kind", text=text))
            return reading
        item = self.item()
        return self._kind_of_item(item, stock_number) if item is not None else KindReading()

    def _kind_of_item(self, item: ItemName, stock_number: NationalStockNumber | None) -> KindReading:
        """The kind that a supply name states; what it leaves open, or does not understand, is noted."""
        # words such as RECEIVER and LIGHT name parts of weapons, and of radios
        elsewhere = item.sort in _SUPPLIED and stock_number is not None and stock_number.supply_class is None
        if item.kind is None or elsewhere:
            cause = "item_name.no_firearm" if item.not_a_firearm else ""
            cause = "item_name.other_class" if elsewhere else cause
            self.unread.append(Unread(field="item_name", text=item.raw, cause=cause))
            return KindReading()
        if item.sort is ItemSort.WEAPON and item.unread:
            self.unread.append(Unread(field="item_name", text=item.unread, in_part=True))
        return KindReading(kinds=KindSet.of(item.kind), action=item.action)

    def make(self) -> MakeReading | None:
        """The reading of the make cell, or the make that is known already; None if there is neither."""
        text = self.cells.get("make")
        if "make" in self.known:
            settled = Make.get(self.known["make"])
            return MakeReading(make=settled and evolve(settled, raw=text or ""))
        reading = makes.read(text) if text is not None else None
        if reading is not None and reading.make is None and not reading.names_absence and not _is_all_model(reading):
            self.unread.append(Unread(field="make", text=text or "", cause=explain.joined(reading.flags)))
        if reading is not None and MakeFlag.ALSO_NAMED in reading.flags:
            others = ", ".join(make.name for make in reading.candidates)
            self.unread.append(Unread(field="make", text=others, cause=MakeFlag.ALSO_NAMED.value, in_part=True))
        return reading

    def model(self, make: MakeReading | None, kind: KindReading) -> ModelReading | None:
        """The reading of the model cell, or else of the rest of the make cell; None if there is nothing to read.

        The *make* and the *kind* of the same row narrow the models. Where the model is known already, neither is read.
        """
        text = self.cells.get("model")
        entry = ModelEntry.get(self.known["model"]) if "model" in self.known else None
        if entry is not None:
            return ModelReading(model=entry.model(raw=text or ""), pattern=entry.pattern)
        reading = _read_model(text, make, kind.kinds) if text is not None else None
        rest = models.read(make.unread, make.make, kind.kinds) if make and make.unread else None
        if make is not None and make.make is not None:
            self.rests["make"] = make.unread
        if reading is not None and (reading.model is not None or reading.pattern is not None):
            self.rests["model"] = reading.unread
            if _names_model(rest) and rest is not None:
                self.rests["make"] = rest.unread
            return reading
        self._note_model(text, reading)
        if rest is not None and _names_model(rest):
            self.rests["make"] = rest.unread
            return rest
        if rest is None:
            return None
        if not _UNSETTLED.isdisjoint(rest.flags):
            self.rests.pop("make", None)
            self.unread.append(Unread(field="make", text=self.cells["make"], cause=explain.joined(rest.flags)))
        return evolve(rest, model=None)

    def _note_model(self, text: str | None, reading: ModelReading | None) -> None:
        """Note a model cell that names no model, unless it says why."""
        if text is not None and reading is not None and not reading.names_absence:
            self.unread.append(Unread(field="model", text=text, cause=explain.joined(reading.flags)))

    def caliber(self, kind: KindReading, model: ModelReading | None) -> Caliber | None:
        """The caliber in its own cell, or else in the supply name; None if neither gives one.

        The *kind* and the *model* of the same row narrow it.
        """
        narrowed = kind.kinds.single
        entry = model.model.entry if model is not None and model.model is not None else None
        if entry is not None:
            if narrowed is None:
                narrowed = WeaponKind.get(entry.kind)
            elif not kind.kinds.could_be(entry.kind):
                # in a row that calls an M82A1 a handgun, the cartridge of its .50 stays open
                narrowed = None
        cartridge = Cartridge.get(self.known["caliber"]) if "caliber" in self.known else None
        if cartridge is not None:
            return Caliber(candidates=(cartridge,), basis=CaliberBasis.NAMED, raw=self.cells.get("caliber", ""))
        if "caliber" in self.cells:
            read = self.read("caliber", lambda text: calibers.Caliber.parse(text, narrowed))
            if read is not None:
                self.rests["caliber"] = rests.beside_caliber(self.cells["caliber"])
            return read
        item = self.item()
        return _caliber_in(item.caliber, narrowed) if item is not None else None

    def compare_stock_item(self, description: Description) -> None:
        """Note a stock number that stands for an item which the *description* by the other cells contradicts."""
        number, kind = description.stock_number, description.kind
        item = number.stock_item if number is not None else None
        if item is not None and not item.fits(kind.kinds, description.model, description.caliber, kind.action):
            text = self.cells["stock_number"]
            self.unread.append(Unread(field="stock_number", text=text, cause="stock_number.other_item", in_part=True))

    def serial(self) -> SerialNumber | None:
        """The serial number; the words of its cell that say nothing of it are noted."""
        number = self.read("serial", SerialNumber.parse)
        if number is not None:
            self.unread += [Unread(field="serial", text=text, in_part=True) for text in number.unread]
        return number

    def with_rests(self, description: Description, language: ReadingLanguage | None) -> Description:
        """The description with the facts that stand in a cell beside its own fact; what contradicts it is noted."""
        for cell, text in self.rests.items():
            if text and cell not in self.known:
                description = self._with_rest(description, cell, text, language)
        return description

    def _with_rest(self, held: Description, cell: str, text: str, language: ReadingLanguage | None) -> Description:
        found = rests.read(text, language)
        self.unread += rests.unread_of(cell, text, found)
        if found is None:
            return held
        given: dict[str, object] = {}
        for name in rests.FACTS:
            value, own = getattr(found, name), getattr(held, name)
            if value is not None and own is None:
                given[name] = value
            elif value is not None and not rests.agree(name, own, value):
                self._note_contradiction(cell, name, found)
        if found.kind.kinds and not held.kind.kinds:
            given |= {"kind": found.kind, "pattern": held.pattern or found.pattern, "written": found.written}
        elif not all(held.kind.kinds.could_be(kind) for kind in found.kind.kinds):
            self._note_contradiction(cell, "kind", found)
        if found.serial is not None and held.serial is None:
            given["serial"] = found.serial
        if found.construction != held.construction and held.construction == Construction():
            given["construction"] = found.construction
        return evolve(held, **given) if given else held  # type: ignore[arg-type]  # each value was read for its own field

    def _note_contradiction(self, cell: str, name: str, found: Description) -> None:
        texts = [part.text for part in found.parts if part.field == name]
        self.unread += [Unread(field=cell, text=text, cause="other_cell", in_part=True) for text in texts]

    def item(self) -> ItemName | None:
        """The reading of the supply name; None if the row has none."""
        name = self.cells.get("item_name")
        return read_item_name(name) if name is not None else None

    def read(self, name: str, reader: Callable[[str], T]) -> T | None:
        """The value that *reader* gives for the cell *name*; None if there is no such cell, or it cannot be read.

        A cell that cannot be read is noted as unread.
        """
        text = self.cells.get(name)
        if text is None:
            return None
        try:
            return reader(text)
        except ParseError as error:
            self.unread.append(Unread(field=name, text=text, cause=error.code))
            return None
