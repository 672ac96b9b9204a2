"""The check of the cells of one column, or of the values of one key, of a data file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from armstrace import _normalize
from armstrace._tables import cells as table_cells
from armstrace._tables import schema
from armstrace._tables.vocabulary import SPELLINGS, nearest, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from armstrace._tables.cells import Cell, Table, TableFault
    from armstrace._tables.schema import Column, Texts

_ID = re.compile(r"\w+(?:[ .-]\w+|\+(?=$|-))*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LONG = 6
# a value of so many rows is no accident
_MANY = 10


def cell_faults(table: Table, column: Column, cells: list[Cell], files: Texts) -> Iterator[TableFault]:
    """The faults of *cells*, which are those of *column* in *table*.

    *files* holds the texts of all files, to which the column may refer.
    """
    allowed = words(column.references, table, files) | set(map(str, column.values))
    keys = words(column.keys_of, table, files) | column.keys
    paths = words(column.path_of, table, files)
    spelled = SPELLINGS[column.compare]
    allowed = {part for word in allowed for part in spelled(word)}
    for cell in cells:
        last = next(part for part in reversed(cell.path) if isinstance(part, str))
        path = table_cells.dotted(cell.path)
        if keys and last not in keys:
            yield table.fault(cell, f"no key {last!r} here", nearest(last, keys))
        if paths and path not in paths:
            yield table.fault(cell, f"no {path!r} is known", nearest(path, paths))
        for value in _values(cell, column):
            cause = _cause(value, column)
            if cause is not None:
                yield table.fault(cell, cause)
            elif allowed and (unknown := [part for part in spelled(f"{column.prefix}{value}") if part not in allowed]):
                yield table.fault(cell, f"none of the known: {unknown[0]}", nearest(unknown[0], allowed))
    if column.unique:
        yield from _twice(table, column, cells)
    if column.repeats:
        yield from _misspelt(table, column, cells)


def missing(table: Table, name: str, cells: list[Cell], nested: tuple[str, ...]) -> Iterator[TableFault]:
    """A fault for each row, or each table of a TOML file, that has no value for the required column *name*.

    *cells* are those of the column.
    """
    if table.header is not None:
        filled = {cell.path[0] for cell in cells}
        for row in range(len(table.lines)):
            if row not in filled:
                yield table.row_fault(table.lines[row], "missing", column=name)
        return
    above, _, last = name.removesuffix("[]").rpartition(".")
    depth = above.replace("[]", ".[]").count(".") + 1 if above else 0
    pattern = schema.path_pattern(above, nested)
    here = {cell.path[:depth] for cell in table.cells if pattern.fullmatch(table_cells.key(cell.path[:depth]))}
    for path in sorted(here - {cell.path[:depth] for cell in cells}, key=str):
        yield table.row_fault(table.line(path), "missing", column=table_cells.dotted((*path, last)))


def _values(cell: Cell, column: Column) -> list[Any]:
    if cell.value is None:
        return []
    return cell.value.split(column.split) if column.split and isinstance(cell.value, str) else [cell.value]


def _cause(value: Any, column: Column) -> str | None:  # noqa: ANN401 (TOML has values of many types)
    """Why *value* is refused in this column without regard to other cells; None if it is not."""
    if isinstance(value, str):
        if value != " ".join(unicodedata.normalize("NFC", value).split()) or not value:
            return "stray or missing characters"
        if column.pattern and not re.fullmatch(column.pattern, value):
            return f"not of the form {column.pattern}"
    kind, read = _TYPES[column.type]
    number = read(value)
    if number is None:
        return f"no {kind}"
    if (column.min is not None and number < column.min) or (column.max is not None and number > column.max):
        return f"not from {column.min} to {column.max}"
    return None


def _number(value: object) -> Decimal | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    return Decimal(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else None


def _whole(value: object) -> Decimal | None:
    number = _number(value)
    return number if number is not None and number == int(number) and "." not in str(value) else None


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


_TYPES: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "any": ("value", lambda value: value if isinstance(value, bool | int | float | str) else None),
    "text": ("text", lambda value: value if isinstance(value, str) else None),
    "id": ("id", lambda value: value if isinstance(value, str) and _ID.fullmatch(value) else None),
    "int": ("whole number", _whole),
    "decimal": ("number", _number),
    "date": ("day", _day),
    "bool": ("truth value", lambda value: value if isinstance(value, bool) or value in {"true", "false"} else None),
}


def _twice(table: Table, column: Column, cells: list[Cell]) -> Iterator[TableFault]:
    seen: dict[str, Cell] = {}
    for cell in cells:
        for value in _values(cell, column):
            spelling = _normalize.casefold(str(value))
            if spelling in seen and seen[spelling] is not cell:
                before = seen[spelling]
                yield table.fault(cell, f"also in row {table.line(before.path, before.value)}")
            seen[spelling] = cell


def _misspelt(table: Table, column: Column, cells: list[Cell]) -> Iterator[TableFault]:
    counted = Counter(value for cell in cells for value in _values(cell, column))
    often = [value for value, count in counted.items() if count > 1]
    for cell in cells:
        for value in _values(cell, column):
            if counted[value] == 1 and len(value) >= _LONG:
                like = tuple(other for other in often if _one_edit(value, other, digits=counted[other] >= _MANY))
                if like:
                    yield table.fault(cell, "spelled almost like a value of other rows", like)


def _one_edit(left: str, right: str, *, digits: bool) -> bool:
    """True if two texts differ by a letter that is changed, lost or added, or by two swapped neighbors.

    A digit counts only if *digits* is true. False if only a letter in parentheses differs, as in items of a list.
    """
    shorter, longer = sorted((left, right), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    differing = shorter[at : at + 1] + longer[at : at + 1]
    if longer[:at].endswith("(") or (differing.isdecimal() and not digits):
        return False
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = longer[at + 1 : at + 2] + longer[at : at + 1] + longer[at + 2 :]
    return shorter[at + 1 :] == longer[at + 1 :] or shorter[at:] == swapped
