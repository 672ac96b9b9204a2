"""The cells of a data file with their places, so that a fault can name its row."""

from __future__ import annotations

import csv
import functools
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from armstrace.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

Path: TypeAlias = "tuple[str | int, ...]"


@frozen(kw_only=True)
class TableFault:
    """A fault of a data file: its row, its column, and what the schema refuses there.

    Attributes:
        file: The name of the file below the data folder.
        row: The line of the file, from 1.
        column: The column of a CSV file or the key of a TOML file; empty where the whole row is at fault.
        cause: What is wrong.
        value: What stands there.
        nearest: The allowed values that are spelled most alike, best first.
    """

    file: str
    row: int
    column: str = ""
    cause: str
    value: str = ""
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        column = f", {self.column}" if self.column else ""
        value = f": {shown(self.value)}" if self.value else ""
        nearest = f" (nearest: {', '.join(self.nearest)})" if self.nearest else ""
        return f"{self.file}, row {self.row}{column}: {self.cause}{value}{nearest}"


@frozen
class Cell:
    """A value of a data file and its place.

    *path* is the index of the row and the column, or the keys of a TOML file; *key* is the path without numbers.
    """

    path: Path
    key: str
    value: Any


@frozen(kw_only=True)
class Table:
    """A data file, parsed into cells with their places.

    Attributes:
        name: Its name below the data folder.
        text: Its text.
        header: The columns of a CSV file; None for a TOML file.
        top: The line of the header.
        cells: All values that are not blank.
        lines: The line of each row of a CSV file.
        faults: What kept it from being read.
    """

    name: str
    text: str
    header: tuple[str, ...] | None = None
    top: int = 1
    cells: tuple[Cell, ...] = ()
    lines: tuple[int, ...] = ()
    faults: tuple[TableFault, ...] = ()

    def line(self, path: Path, value: object = "") -> int:
        """The number of the line, from 1, on which the *value* at *path* stands."""
        if self.header is not None:
            return self.lines[int(path[0])]
        return _toml_line(self.text.split("\n"), path, value)

    def row_fault(self, row: int, cause: str, *, column: str = "", value: str = "") -> TableFault:
        """A fault of the whole row on line *row* of the file."""
        return TableFault(file=self.name, row=row, column=column, cause=cause, value=value)

    def fault(self, cell: Cell, cause: str, nearest: tuple[str, ...] = ()) -> TableFault:
        """A fault of *cell*, with its line and column. *nearest* are allowed values of similar spelling."""
        column = str(cell.path[1]) if self.header is not None else dotted(cell.path)
        row = self.line(cell.path, cell.value)
        value = "" if cell.value is None else str(cell.value)
        return TableFault(file=self.name, row=row, column=column, cause=cause, value=value, nearest=nearest)


def dotted(path: Path) -> str:
    """A path as text with dots and indexes.

    >>> dotted(("rule", 2, "when", "kind_in", 0))
    'rule[2].when.kind_in[0]'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def key(path: Path) -> str:
    """A path as text with slashes and without numbers, as schemas name it.

    >>> key(("rule", 2, "when", "kind_in", 0))
    'rule/[]/when/kind_in/[]'
    """
    return "/".join("[]" if isinstance(part, int) else part for part in path)


@functools.lru_cache(maxsize=1024)
def parse(name: str, text: str) -> Table:
    """The data file *name*, parsed from *text* as TOML or CSV by the ending of the name."""
    return _toml(name, text) if name.endswith(".toml") else _csv(name, text)


def csv_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    r"""The rows of a CSV file, the header first, each with its line from 1; comment lines are left out.

    >>> list(csv_lines("# edition: 2026-01-01\nid,name\n1,Ñ"))
    [(2, ['id', 'name']), (3, ['1', 'Ñ'])]

    Raises:
        csv.Error: A quote is not closed, or stands inside a cell.
    """
    # "#N/A" begins a row, "# " a comment
    numbered = [(n, line) for n, line in enumerate(text.splitlines(), 1) if not line.startswith("# ") and line != "#"]
    reader = csv.reader([line for _, line in numbered], strict=True)
    for row in reader:
        if row:
            yield numbered[reader.line_num - 1][0], row


def _csv(name: str, text: str) -> Table:
    cells: list[Cell] = []
    lines: list[int] = []
    faults: list[TableFault] = []
    top = 0
    header: tuple[str, ...] = ()
    try:
        for line, row in csv_lines(text):
            if not header:
                top, header = line, tuple(row)
                continue
            if len(row) != len(header):
                faults.append(TableFault(file=name, row=line, cause=f"{len(row)} cells under {len(header)} headers"))
            cells += [Cell((len(lines), h), h, cell) for h, cell in zip(header, row, strict=False) if cell]
            lines.append(line)
    except csv.Error as error:
        faults.append(TableFault(file=name, row=max([top, *lines]) + 1, cause=f"no CSV: {error}"))
    return Table(
        name=name,
        text=text,
        header=header,
        top=max(top, 1),
        cells=tuple(cells),
        lines=tuple(lines),
        faults=tuple(faults),
    )


def _toml(name: str, text: str) -> Table:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = str(error).rpartition("line ")[2].split(",")[0]
        row = int(place) if place.isdecimal() else text.count("\n") + 1
        return Table(name=name, text=text, faults=(TableFault(file=name, row=row, cause=f"no TOML: {error}"),))
    return Table(name=name, text=text, cells=tuple(Cell(path, key(path), value) for path, value in _leaves(data, ())))


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from _leaves(part, (*path, name))
    elif isinstance(value, list):
        if not value:
            yield (*path, 0), None
        for index, part in enumerate(value):
            yield from _leaves(part, (*path, index))
    else:
        yield path, value


def _toml_line(lines: list[str], path: Path, value: object) -> int:
    """The number of the line, from 1, that holds *value* at *path* in a TOML file.

    If it is not found, it is the line of the nearest key or header above it.
    """
    at, named = 0, ""
    for index, part in enumerate(path):
        if isinstance(part, int):
            header = f"[[{named}]]"
            found = [number for number, line in enumerate(lines) if line.strip() == header][part : part + 1]
        else:
            named = f"{named}.{part}".removeprefix(".")
            found = [number for number, line in enumerate(lines) if line.strip() == f"[{named}]"]
            later = path[index + 1 : index + 2]
            if not found and not (later and isinstance(later[0], int) and f"[[{named}]]" in map(str.strip, lines)):
                begins = (f"{part} =", f'"{part}" =', f"{{ {part} =", f" {part} =")
                found = [n for n in range(at, len(lines)) if any(mark in lines[n] for mark in begins)]
        at = found[0] if found else at
    wanted = str(value).lower() if isinstance(value, bool) else str(value)
    return next((n for n in range(at, len(lines)) if wanted in lines[n].replace('\\"', '"')), at) + 1
