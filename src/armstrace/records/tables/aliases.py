"""A list of your own of what values of a table mean: names that the registries do not know.

The list is a CSV file with the columns ``field``, ``value`` and ``meaning``, as `armstrace.records.unrecognized_csv`
writes it for editing. A meaning is the id or a name of an entry of the registry; a row whose meaning is still blank is
passed over. The registries stay as they are.

>>> aliases = Aliases().with_row("make", "Bareta", "beretta").with_row("kind", "tubo", "mortar")
>>> print(aliases)
2 aliases: make, kind
>>> aliases.meaning("make", "BARETA"), aliases.meaning("kind", "Tubo"), aliases.meaning("make", "Colt")
('beretta', 'mortar', None)
"""

from __future__ import annotations

import csv
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace.errors import AmbiguousEntry, ArmstraceError, TableError, UnknownEntry
from armstrace.places.state import State
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import ModelEntry

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

FIELDS = ("kind", "make", "model", "caliber", "state", "item_name")
_COLUMNS = ("field", "value", "meaning")


@frozen(kw_only=True)
class Alias:
    """A row of the list.

    Attributes:
        field: The field of the cell.
        value: The text of the cell; compared without case, accents and punctuation.
        meaning: Id of the entry of the registry.
    """

    field: str
    value: str
    meaning: str


@frozen(kw_only=True)
class Aliases:
    """The meanings of values of a table, besides those that the registries know.

    Attributes:
        rows: The list; of two rows for the same value the later counts.
    """

    rows: tuple[Alias, ...] = ()

    def __str__(self) -> str:
        fields = dict.fromkeys(row.field for row in self.rows)
        return f"{len(self.rows)} aliases{': ' * bool(fields)}{', '.join(fields)}"

    def with_row(self, field: str, value: str, meaning: str) -> Aliases:
        """The list with one row more.

        Args:
            field: ``kind``, ``make``, ``model``, ``caliber``, ``state`` or ``item_name`` (which means a kind).
            value: The value of the cell.
            meaning: The id or a name of the entry.

        Raises:
            UnknownEntry: No such field, or no entry of that id or name.
            AmbiguousEntry: Several entries bear the name.
        """
        if field not in FIELDS:
            raise UnknownEntry("fields", key=field, nearest=FIELDS)
        if not _normalize.key(value):
            raise UnknownEntry("values", key=value)
        return evolve(self, rows=(*self.rows, Alias(field=field, value=value, meaning=_FINDERS[field](meaning))))

    def with_rows(self, path: str | os.PathLike[str]) -> Aliases:
        """The list with all rows of a CSV file that have a meaning.

        Raises:
            OSError: The file cannot be opened.
            TableError: The file is no such list; the error names the row, the column and what is wrong.
        """
        file = Path(path)
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except UnicodeDecodeError:
            raise TableError("not UTF-8", code="table.undecodable", table=file.name) from None
        reader = csv.DictReader(lines, restval="")
        missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise TableError(f"no column {', '.join(missing)}", code="table.other_columns", table=file.name, row=1)
        found = self
        for number, row in enumerate(reader, 2):
            if row["meaning"].strip():
                found = found._with(number, row, file.name)
        return found

    def _with(self, number: int, row: Mapping[str, str], table: str) -> Aliases:
        field, value, meaning = (row[name].strip() for name in _COLUMNS)
        try:
            return self.with_row(field, value, meaning)
        except ArmstraceError as error:
            of_column = {"fields": ("field", field), "values": ("value", value)}
            column, text = of_column.get(getattr(error, "registry", ""), ("meaning", meaning))
            code = "table.ambiguous_entry" if isinstance(error, AmbiguousEntry) else "table.no_such_entry"
            raise TableError(f"column {column}: {error}", code=code, table=table, row=number, value=text) from error

    def meaning(self, field: str, cell: str) -> str | None:
        """The id of the entry that a cell means; None if the list does not have the value."""
        return _meanings(self).get((field, _normalize.key(cell))) if self.rows else None


@functools.lru_cache(maxsize=16)
def _meanings(aliases: Aliases) -> dict[tuple[str, str], str]:
    return {(row.field, _normalize.key(row.value)): row.meaning for row in aliases.rows}


def _kind(name: str) -> str:
    return (WeaponKind.get(name) or WeaponKind.lookup(name)).id


def _make(name: str) -> str:
    found = Make.get(name) or Make.lookup(name)
    return str(found.id)


def _model(name: str) -> str:
    return (ModelEntry.get(name) or ModelEntry.lookup(name)).id


def _cartridge(name: str) -> str:
    return (Cartridge.get(name) or Cartridge.lookup(name)).id


def _state(name: str) -> str:
    return (State.get(name) or State.lookup(name)).id


_FINDERS: dict[str, Callable[[str], str]] = {
    "kind": _kind,
    "make": _make,
    "model": _model,
    "caliber": _cartridge,
    "state": _state,
    "item_name": _kind,
}
