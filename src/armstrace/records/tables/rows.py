"""One row of a table as a record, with a problem for each cell that could not be taken as it stands.

A row gives one `Seizure` of one or more items (two guns in a cell, a count of two), or one `CustodyRecord`. A cell
that cannot be read leaves the record alive: the value is unknown, and what was written goes to ``extras``. A row of
whose cells none is understood as of a weapon, such as a motorcycle, gives no record, and a problem shows its text.

>>> reader = RowReader.of(ColumnMap.lookup("seizures_es"), Source(title="a.csv"))
>>> record, problems = reader.read(4, {"tipo": "FUSIL", "calibre": "7,62X39", "fecha": "31/02/2023"},
...                                {"kind": "tipo", "caliber": "calibre", "date": "fecha"})
>>> str(record.items[0].weapon.caliber), record.date, [problem.code for problem in problems]
('7.62x39 mm', None, ['date_unreadable'])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs
from attrs import define, field, frozen

from armstrace import _normalize, _placeholders
from armstrace.counts.column import CountColumn, count_column
from armstrace.counts.value import Count
from armstrace.dates.column_order import DateOrders, column_order
from armstrace.dates.value import UncertainDate
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry, shown
from armstrace.places.country import Country
from armstrace.places.place import Place
from armstrace.places.state import State
from armstrace.records.custody import CustodyRecord
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.records.tables.aliases import Aliases
from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.described_items import DescribedItems, completed, read_items
from armstrace.records.tables.table_result import Problem, Record
from armstrace.sources import Citation, Source
from armstrace.weapons import serials
from armstrace.weapons.descriptions.cells import CELLS
from armstrace.weapons.marks.beside_serials import marks_beside
from armstrace.weapons.marks.lots import read_lot
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from armstrace.weapons.weapon import Weapon

T = TypeVar("T")

_NO_ALIASES = Aliases()
# the cells whose words say what the thing is
_WORDS = ("kind", "item_name", "description")


@frozen(kw_only=True)
class RowReader:
    """Reads the rows of one table.

    Attributes:
        columns: How its cells are to be read.
        source: The table.
        orders: The order of day and month, by the evidence of the whole column.
        counts: The meaning of point and comma in counts, by the evidence of the whole column.
        aliases: What values of its cells mean, besides what the registries know.
    """

    columns: ColumnMap
    source: Source
    orders: DateOrders = field(repr=False)
    counts: CountColumn = field(default=CountColumn(), repr=False)
    aliases: Aliases = _NO_ALIASES

    @classmethod
    def of(
        cls,
        columns: ColumnMap,
        source: Source,
        dates: Iterable[str] = (),
        counts: Iterable[str] = (),
        *,
        aliases: Aliases = _NO_ALIASES,
    ) -> RowReader:
        """The reader of a table whose date column holds *dates*, and whose count column holds *counts*."""
        published = source.published or (UncertainDate.exact(source.retrieved) if source.retrieved else None)
        orders = column_order(dates, declared=columns.dayfirst, published=published)
        return cls(columns=columns, source=source, orders=orders, counts=count_column(counts), aliases=aliases)

    def read(
        self, number: int, cells: Mapping[str, str], fields: Mapping[str, str]
    ) -> tuple[Record | None, tuple[Problem, ...]]:
        """The record of one row, or None if it shows no weapon at all; and the problems.

        Args:
            number: The row as a spreadsheet counts it.
            cells: The cells by header.
            fields: The header of each field.
        """
        row = _Row(number=number, cells=cells, fields=fields)
        if not any(row.is_filled(name) for name in (*CELLS, "description")):
            row.note("no_weapon", value=" | ".join(filter(None, cells.values())), rejects=True)
            return None, tuple(row.problems)
        record = self._seizure(row) if self.columns.record == "seizure" else self._custody(row)
        weapons = [item.weapon for item in record.items] if isinstance(record, Seizure) else [record.weapon]
        if any(map(row.is_filled, _WORDS)) and all(map(_is_nothing, weapons)):
            row.note("no_weapon", value=" | ".join(filter(None, cells.values())), rejects=True)
            return None, tuple(row.problems)
        return record, tuple(row.problems)

    def _seizure(self, row: _Row) -> Seizure:
        items = self._things(row, _count(row, self.counts))
        return Seizure(
            id=row.text("id"),
            date=self._date(row),
            place=self._place(row),
            authority=row.text("authority"),
            items=items,
            citation=Citation(source=self.source, row=row.number),
            remarks=row.text("remarks"),
            extras=row.extras(),
        )

    def _custody(self, row: _Row) -> CustodyRecord:
        count = _count(row, self.counts)
        items = self._things(row, count)
        weapon = items[0].weapon
        if len(items) > 1:
            row.note("serials_several", "serial" if row.is_filled("serial") else "description")
            weapon = attrs.evolve(weapon, serial=SerialNumber.parse(""), markings=())
        return CustodyRecord(
            id=row.text("id"),
            weapon=weapon,
            date=self._date(row),
            place=self._place(row),
            holder=row.text("holder"),
            list_name=row.text("list_name"),
            count=count,
            citation=Citation(source=self.source, row=row.number),
            remarks=row.text("remarks"),
            extras=row.extras(),
        )

    def _things(self, row: _Row, count: int | None) -> tuple[SeizedItem, ...]:
        """The things of the row: those of its cells, and those that its description adds to them."""
        items = _items(row, self._weapon(row), count)
        described = row.read("description", self._described, "description_unread")
        if described is None:
            return items
        things = described.weapons or described.accessories
        added = described.accessories if described.weapons else ()
        if not things:
            row.note("description_unread", "description")
        for text in described.unread:
            row.note("description_in_part", "description", value=text)
        for inexact in described.inexact:
            row.note("count_not_exact", "description", cause=str(inexact))
        if len(things) == 1:
            return (*_completed(row, items, things[0]), *added)
        if any(row.is_filled(name) for name in CELLS) and things:
            row.note("description_several", "description")
            return (*items, *added)
        stated = [item.count for item in things]
        if count is not None and things and count != sum(number or 0 for number in stated):
            row.note(
                "counts_differ", "count", cause="+".join("?" if number is None else str(number) for number in stated)
            )
        return (*things, *added) or items

    def _described(self, text: str) -> DescribedItems:
        return read_items(text, self.columns.language)

    def _weapon(self, row: _Row) -> Weapon:
        cells = {name: row.cell(name) for name in CELLS if name != "serial" and row.is_filled(name)}
        meanings = ((name, self.aliases.meaning(name, cell)) for name, cell in cells.items())
        known = {name: meaning for name, meaning in meanings if meaning is not None}
        read = read_weapon(cells, language=self.columns.language, known=known)
        for unread in read.unread:
            code = f"{unread.field}_{'in_part' if unread.in_part else 'unread'}"
            row.note(code, unread.field, value=unread.text, cause=unread.cause)
        made_in = row.read("made_in", Country.lookup, "country_unknown")
        return attrs.evolve(read.weapon, made_in=made_in) if isinstance(made_in, Country) else read.weapon

    def _date(self, row: _Row) -> UncertainDate | None:
        return row.read("date", self.orders.read, "date_unreadable")

    def _place(self, row: _Row) -> Place | None:
        country: str | Country | None = row.text("country") or self.columns.country
        state, municipality = row.text("state"), row.text("municipality")
        if state is None and municipality is None and row.text("country") is None:
            return None
        meant = self.aliases.meaning("state", state) if state is not None else None
        found = State.get(meant) if meant is not None else None
        if found is not None:
            country, state = country or found.country, found.name
        place = Place.read(country=country, state=state, municipality=municipality)
        if state is not None and place.state is None:
            row.note("state_unknown", "state")
        return place


@define(kw_only=True)
class _Row:
    """The cells of a row by their headers, the header of each field, and the problems found so far."""

    number: int
    cells: Mapping[str, str]
    fields: Mapping[str, str]
    problems: list[Problem] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        for header, cell in self.cells.items():
            if "\0" in cell:
                self.problems.append(Problem(code="nul", row=self.number, column=header, value=shown(cell)))

    def cell(self, name: str) -> str:
        """The text of the cell of the field *name*; empty if the table has no column for it."""
        header = self.fields.get(name)
        return self.cells.get(header, "").replace("\0", "") if header is not None else ""

    def is_filled(self, name: str) -> bool:
        """True if the cell of the field *name* holds more than a placeholder such as ``S/D``."""
        return not _placeholders.says_nothing(self.cell(name))

    def text(self, name: str) -> str | None:
        """The tidied text of the cell of the field *name*; None if it is blank or a placeholder."""
        return _normalize.tidy(self.cell(name)) if self.is_filled(name) else None

    def read(self, name: str, reader: Callable[[str], T], code: str) -> T | None:
        """The value that *reader* reads from the cell of the field *name*.

        None if the cell is blank, or if it cannot be read; then a problem with *code* is added.
        """
        if not self.is_filled(name):
            return None
        try:
            return reader(self.cell(name))
        except (ParseError, UnknownEntry, AmbiguousEntry) as error:
            self.note(code, name, cause=getattr(error, "code", ""))
            return None

    def note(
        self, code: str, name: str | None = None, *, value: str | None = None, cause: str = "", rejects: bool = False
    ) -> None:
        """Add a problem with the cell of the field *name*, or with the whole row if *name* is None."""
        header = self.fields.get(name) if name is not None else None
        written = value if value is not None else self.cell(name) if name is not None else ""
        self.problems.append(
            Problem(code=code, row=self.number, column=header, value=written, cause=cause, rejects=rejects)
        )

    def extras(self) -> tuple[tuple[str, str], ...]:
        """The headers and texts of filled cells that belong to no field, or to a field with a problem."""
        unread = {problem.column for problem in self.problems if problem.column is not None}
        mapped = set(self.fields.values()) - unread
        return tuple((header, cell) for header, cell in self.cells.items() if cell and header not in mapped)


def _is_nothing(weapon: Weapon) -> bool:
    """True if nothing that was read is of a weapon: ``MOTOCICLETA | YAMAHA``, ``ANULADO``."""
    known = (weapon.kinds, weapon.pattern, weapon.caliber, weapon.model, weapon.stock_number, weapon.lot)
    marked = weapon.serial.state is not SerialState.NOT_RECORDED or weapon.markings
    named = weapon.make is not None and weapon.make.id is not None
    return not any(known) and not marked and not named


def _count(row: _Row, column: CountColumn) -> int | None:
    """The number of pieces; None if the row states none, or none that is exact and above zero."""
    if not row.is_filled("count"):
        return None
    try:
        count = Count.parse(row.cell("count"), column=column)
    except ParseError as error:
        negative = error.code == "count.negative"
        row.note("count_not_positive" if negative else "count_unreadable", "count", cause=error.code)
        return None
    if count.repairs:
        row.note("count_repaired", "count", cause=str(count))
    if count.unit is not None:
        row.note("count_of_units", "count", cause=str(count))
        return None
    if count.value is None:
        row.note("count_not_exact", "count", cause=str(count))
    elif count.value == 0:
        row.note("count_not_positive", "count")
    return count.value or None


def _items(row: _Row, weapon: Weapon, count: int | None) -> tuple[SeizedItem, ...]:
    """An item for each serial in the cell, with the same weapon otherwise.

    If the cell holds another number of serials than *count*, a problem is added and nothing is guessed.
    """
    cell = row.cell("serial")
    lot = read_lot(cell)
    if lot is not None:
        return (SeizedItem(weapon=attrs.evolve(weapon, lot=lot), count=count),)
    found = serials.read(cell, expected=count)
    unread = list(dict.fromkeys(text for serial in found for text in serial.unread))
    if unread and row.is_filled("serial"):
        row.note("serial_in_part", "serial", value="; ".join(unread))
    if len(found) == 1:
        if count is not None and count > 1 and found[0].is_known:
            row.note("one_serial_for_several", "serial")
        return (SeizedItem(weapon=_with_serial(weapon, found[0]), count=count),)
    if count != len(found):
        row.note("serials_and_count_differ", "serial", cause="" if count is None else str(count))
    return tuple(SeizedItem(weapon=_with_serial(weapon, serial), count=1) for serial in found)


def _completed(row: _Row, items: tuple[SeizedItem, ...], described: SeizedItem) -> tuple[SeizedItem, ...]:
    """The items with the facts, and where there is only one with the count, of the one thing that is described."""
    found: list[SeizedItem] = []
    for item in items:
        weapon, differ = completed(item.weapon, described.weapon)
        if differ:
            row.note("description_differs", "description", cause=", ".join(differ))
        count = item.count if item.count is not None or len(items) > 1 else described.count
        found.append(SeizedItem(weapon=weapon, count=count))
    if described.count is not None and described.count != sum(item.count or 0 for item in found):
        row.note("counts_differ", "count", cause=str(described.count))
    return tuple(found)


def _with_serial(weapon: Weapon, serial: SerialNumber) -> Weapon:
    """The weapon with its serial number and the marks that the cell of the number gives beside it."""
    return attrs.evolve(weapon, serial=serial, markings=(*weapon.markings, *marks_beside(serial)))
