"""The full check of a set of data files against their schemas.

>>> check()
()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from armstrace._tables import cells, columns, relations, schema
from armstrace._tables.cells import Cell, Table, TableFault
from armstrace._tables.relations import fields
from armstrace._tables.vocabulary import load, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace._tables.schema import FileSchema, Texts


def check(folder: Any = None) -> tuple[TableFault, ...]:  # noqa: ANN401 (a path or a packaged folder)
    """All faults of the data files in *folder*, by default the data folder of the package."""
    files = schema.texts(folder)
    return tuple(faults(files, files))


def faults(files: Texts, names: Iterable[str]) -> Iterator[TableFault]:
    """The faults of the files *names*; *files* holds the texts of all files, to which schemas may refer."""
    declared = schema.schemas(files)
    for name in names:
        if name in declared:
            yield from _of_file(cells.parse(name, files[name]), declared[name], files)
        elif not name.startswith(schema.FOLDER):
            yield TableFault(file=name, row=1, cause="no schema declares the file")


def _of_file(table: Table, declared: FileSchema, files: Texts) -> Iterator[TableFault]:
    if not (declared.columns or declared.reader):
        return
    if table.faults or table.header not in (None, tuple(declared.columns)):
        yield from table.faults or _other_header(table)
        return
    yield from _of_cells(table, declared, files)
    if table.header is not None:
        yield from relations.row_faults(table, declared, files)
    if declared.parallel:
        yield from _unlike(table, cells.parse(declared.parallel, files[declared.parallel]))
    if declared.reader:
        yield from _unread(table, declared.reader)


def _other_header(table: Table) -> Iterator[TableFault]:
    yield table.row_fault(table.top, "other columns than declared", value=",".join(table.header or ()))


def _of_cells(table: Table, declared: FileSchema, files: Texts) -> Iterator[TableFault]:
    grouped: dict[str, list[Cell]] = {name: [] for name in declared.columns}
    for cell in table.cells:
        column = cell.key if table.header is not None else declared.column(cell.key)
        if column is not None:
            grouped[column].append(cell)
        elif not declared.reader:
            like = nearest(cell.key.rpartition("/")[2], [part for name in grouped for part in name.split(".")])
            yield table.fault(cell, "no key of this file", like)
    for name, found in grouped.items():
        yield from columns.cell_faults(table, declared.columns[name], found, files)
        if declared.columns[name].required:
            yield from columns.missing(table, name, found, declared.nested)


def _unlike(table: Table, other: Table) -> Iterator[TableFault]:
    """The faults of *table* where the parallel file *other* has no such key, or a text with other ``{fields}``."""
    there = {cell.path: cell for cell in other.cells}
    for cell in table.cells:
        if cell.path not in there:
            like = nearest(str(cell.path[-1]), [str(path[-1]) for path in there])
            yield table.fault(cell, f"no such key in {other.name}", like)
        elif isinstance(cell.value, str) and fields(cell.value) != fields(str(there[cell.path].value)):
            yield table.fault(cell, f"other fields than in {other.name}")


def _unread(table: Table, reader: str) -> Iterator[TableFault]:
    try:
        load(reader)(table.text)
    except ValueError as error:
        # the reader names the record, not the line
        marks = [str(getattr(error, name, "")) for name in ("event", "rule", "case")]
        lines = table.text.split("\n")
        row = next((n for mark in marks if mark for n, line in enumerate(lines, 1) if f'id = "{mark}"' in line), 1)
        yield table.row_fault(row, str(error))
