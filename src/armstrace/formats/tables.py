r"""CSV tables in: encoding, delimiter and header are found, and each row comes out as a record or as a problem.

>>> import pathlib, tempfile
>>> path = pathlib.Path(tempfile.mkdtemp()) / "armas.csv"
>>> _ = path.write_bytes("ASEGURAMIENTOS;;\n\nTipo;Matrícula;Fecha\nFUSIL;967I46;jun-2023\nTOTAL;1;\n".encode("cp1252"))
>>> result = read_table(path)
>>> print(result)
armas.csv: 1 records, 4 skipped, 0 problems
>>> [(row.row, row.reason) for row in result.skipped]
[(1, 'title'), (2, 'blank'), (3, 'header'), (5, 'total')]
>>> str(result.seizures[0].date), result.seizures[0].citation.row
('2023-06', 4)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.formats.csv_text import open_text
from armstrace.formats.headers import Header, distinct_names, find_header
from armstrace.formats.row_kinds import skip_reason
from armstrace.records.tables.aliases import Aliases
from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.persons import names_person
from armstrace.records.tables.rows import RowReader
from armstrace.records.tables.table_result import Problem, Record, Skipped, TableResult
from armstrace.sources import Source

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping

    from armstrace.formats.csv_text import CsvRow


def read_table(
    path: str | os.PathLike[str],
    columns: ColumnMap | str | None = None,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    synthetic: bool = False,
    allow_persons: bool = False,
    aliases: Aliases | None = None,
) -> TableResult:
    """All rows of a CSV file or of a sheet of a workbook, as records, problems and skipped rows.

    The header is looked for below title rows; blank, title, note and total rows are skipped with a reason. Cells under
    headers that no field was made from go to ``extras``, but for those that name or describe a private person (see
    `armstrace.records.tables.persons`): they are left out, and a problem at the header names their column.

    Args:
        path: The file.
        columns: The column map, or the id of a ready-made one; by default the ready-made map that fits best, and where
            none fits, or the headers name more fields, the one that `suggest_columns` gives: then a problem at the
            header names each column that is in doubt.
        delimiter: The delimiter; by default the one under which the header is understood.
        encoding: The encoding; by default UTF-8 (with or without byte order mark), UTF-16 by its mark, else cp1252.
        sheet: The sheet of an ``.xlsx`` file (extra ``excel``); it may be left out if only one holds anything.
        synthetic: True if the data are made up; each citation of them states it.
        allow_persons: Keep cells that name or describe private persons.
        aliases: What values of the cells mean, besides what the registries know.

    Raises:
        OSError: The file cannot be opened.
        MissingExtra: The file is a workbook, and openpyxl is not installed.
        TableError: The file is empty or cannot be decoded, or no header in it is understood; the error names the
            nearest column map and its missing fields.
        UnknownEntry: No ready-made column map of that id.
        TypeError: *columns* is no column map and no id.
    """
    source = Source(title=Path(path).name, synthetic=synthetic)
    text = open_text(path, encoding=encoding, delimiter=delimiter, sheet=sheet)
    known = None if columns is None else _column_map(columns)
    header = find_header(text, known, source.title, persons=allow_persons)
    rows = dict(enumerate(text.rows(header.delimiter), 1))
    reasons = {number: _skip_reason(number, row, header) for number, row in rows.items()}
    body = {number: row for number, row in rows.items() if not reasons[number]}
    kept = _Columns.of(header, body, allow_persons=allow_persons)
    records, problems = _read(body, kept, text.damaged, source, aliases or Aliases())
    return TableResult(
        source=source,
        records=tuple(records),
        problems=tuple(problems),
        skipped=tuple(
            Skipped(row=number, reason=reasons[number], text=kept.joined(number, row, reasons[number]))
            for number, row in rows.items()
            if reasons[number]
        ),
        rows=len(rows),
        column_map=header.columns.id,
        columns=tuple(kept.fields.items()),
        unmapped=kept.unmapped,
    )


def _column_map(columns: ColumnMap | str) -> ColumnMap:
    if isinstance(columns, ColumnMap):
        return columns
    if isinstance(columns, str):
        return ColumnMap.lookup(columns)
    raise TypeError(f"columns: a {type(columns).__name__} is no column map; ColumnMap.of makes one")


def _skip_reason(number: int, row: CsvRow, header: Header) -> str:
    return (
        ""
        if row.error
        else skip_reason(row.cells, number, header=header.row, first_row=header.first_row, header_cells=header.cells)
    )


@frozen(kw_only=True)
class _Columns:
    """The columns of a table.

    Cells in the columns *persons*, which name or describe private persons, are never given out.
    """

    header: Header
    names: tuple[str, ...]
    persons: frozenset[int]

    @classmethod
    def of(cls, header: Header, body: Mapping[int, CsvRow], *, allow_persons: bool) -> _Columns:
        persons = frozenset(
            index
            for index, name in enumerate(header.cells)
            if not allow_persons and names_person(name, [row.cell(index) for row in body.values()])
        )
        return cls(header=header, names=distinct_names(header.cells), persons=persons)

    @property
    def fields(self) -> dict[str, str]:
        """The name of the column of each field that the header has; columns of private persons are left out."""
        return {name: self.names[index] for name, index in self.header.fields.items() if index not in self.persons}

    @property
    def unmapped(self) -> tuple[str, ...]:
        """The names of the columns that belong to no field; columns of private persons are left out."""
        mapped = {*self.header.fields.values(), *self.persons}
        return tuple(name for index, name in enumerate(self.names) if index not in mapped)

    def named(self, row: CsvRow) -> dict[str, str]:
        """The cells of *row* by the names of their columns.

        A cell behind the last header has a name like ``column 7``; cells of private persons are blank or left out.
        """
        extra = (f"column {index + 1}" for index in range(len(self.names), len(row.cells)))
        return dict(zip((*self.names, *extra), self._without_persons(row), strict=False))

    def joined(self, number: int, row: CsvRow, reason: str) -> str:
        """The cells of a skipped row as text, with bars between them.

        Cells of private persons are blank, but not in rows above the table or in the header.
        """
        below = number > self.header.row and reason != "header"
        return " | ".join(filter(None, self._without_persons(row) if below else row.cells))

    def _without_persons(self, row: CsvRow) -> tuple[str, ...]:
        # a cell behind the last header may belong to a person too
        if not self.persons:
            return row.cells
        kept = row.cells[: len(self.names)]
        return tuple("" if index in self.persons else cell for index, cell in enumerate(kept))


def _read(
    body: Mapping[int, CsvRow], columns: _Columns, damaged: frozenset[int], source: Source, aliases: Aliases
) -> tuple[list[Record], list[Problem]]:
    header, fields = columns.header, columns.fields
    dates, counts = (
        [row.cell(header.fields[name]) for row in body.values()] if name in fields else [] for name in ("date", "count")
    )
    reader = RowReader.of(header.columns, source, dates, counts, aliases=aliases)
    records: list[Record] = []
    problems = [
        Problem(code="person_column", row=header.row, column=columns.names[index]) for index in sorted(columns.persons)
    ]
    problems += _doubts(header)
    problems += [] if body else [Problem(code="no_rows", row=header.row)]
    for number, row in body.items():
        problems += _row_problems(number, row, len(columns.names), damaged)
        if not row.error:
            record, found = reader.read(number, columns.named(row), fields)
            problems += found
            records += [record] if record is not None else []
    return records, problems


def _doubts(header: Header) -> Iterator[Problem]:
    """A problem for each column whose field words and cells do not settle."""
    for column in header.suggested.columns if header.suggested is not None else ():
        if column.is_doubtful:
            field, others = column.field or column.fields[0].field, " | ".join(column.rivals)
            code = "column_in_doubt" if column.field is not None else "column_not_chosen"
            yield Problem(code=code, row=header.row, column=column.header, value=others, cause=field)


def _row_problems(number: int, row: CsvRow, width: int, damaged: frozenset[int]) -> Iterator[Problem]:
    if not damaged.isdisjoint(range(row.first, row.last + 1)):
        yield Problem(code="encoding_mixed", row=number)
    if row.error:
        yield Problem(code="row_unreadable", row=number, cause=row.error, rejects=True)
    elif len(row.cells) < width:
        yield Problem(code="row_short", row=number, value=f"{len(row.cells)} < {width}")
    elif any(cell.strip() for cell in row.cells[width:]):
        yield Problem(code="row_long", row=number, value=f"{len(row.cells)} > {width}")
