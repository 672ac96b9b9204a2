r"""CSV tables in: encoding, delimiter and header are found, and each row comes out as a record or as a problem.

>>> import pathlib, tempfile
>>> path = pathlib.Path(tempfile.mkdtemp()) / "armas.csv"
>>> _ = path.write_bytes("ASEGURAMIENTOS;;\n\nTipo;Matrícula;Fecha\nFUSIL;967I46;jun-23\nTOTAL;1;\n".encode("cp1252"))
>>> result = read_table(path)
>>> [(row.row, row.reason) for row in result.skipped]
[(1, 'title'), (2, 'blank'), (3, 'header'), (5, 'total')]
>>> str(result.seizures[0].date), result.seizures[0].citation.row
('2023-06', 4)
"""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import _normalize
from armstrace.errors import TableError, shown
from armstrace.formats import excel
from armstrace.records.tables import columns as column_maps
from armstrace.records.tables import persons as persons_in_tables
from armstrace.records.tables.aliases import Aliases
from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.rows import RowReader
from armstrace.records.tables.table_result import Problem, Record, Skipped, TableResult
from armstrace.sources import Source

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

_DELIMITERS = (",", ";", "\t", "|")
_HEADER_WITHIN = 50
# a row of one cell that is longer than that is prose
_NOTE_LENGTH = 60
_NOTE = re.compile(r"(notas?|notes?|fuentes?|sources?|elaboro|elaborado|aviso|corte al)\b|\*|\(\*")
_TOTAL = re.compile(r"(gran |grand |sub ?|suma )?total(es)?( general(es)?)?\b[^a-z]*|total(es)? (de|of) .*")


@frozen(kw_only=True)
class _Text:
    """The decoded file, and the lines (from 1) that were not in its main encoding."""

    text: str
    damaged: frozenset[int] = frozenset()


@frozen(kw_only=True)
class _Line:
    """One row of the file: its cells, or why it has none; and the physical lines it stands on."""

    cells: tuple[str, ...] = ()
    error: str = ""
    first: int
    last: int

    def cell(self, index: int | None) -> str:
        """The cell of a column; empty where the row is too short, or there is no such column."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""


@frozen(kw_only=True)
class _Header:
    """Where the header stands and what it means."""

    row: int
    cells: tuple[str, ...]
    columns: ColumnMap
    fields: dict[str, int]
    delimiter: str


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
    `armstrace.records.tables.persons`): they are left out, and a problem at the header says so.

    Args:
        path: The file.
        columns: The column map, or the id of a ready-made one; by default the ready-made map that fits best.
        delimiter: The delimiter; by default the one under which the header is understood.
        encoding: The encoding; by default UTF-8 (with or without byte order mark), UTF-16 by its mark, else cp1252.
        sheet: The sheet of an ``.xlsx`` file (extra ``excel``); it may be left out if only one holds anything.
        synthetic: Whether the data are made up; every citation of them says so.
        allow_persons: Keep cells that name or describe private persons.
        aliases: What values of the cells mean, besides what the registries know.

    Raises:
        OSError: The file cannot be opened.
        MissingExtra: The file is a workbook, and openpyxl is not installed.
        TableError: The file is empty or cannot be decoded, or no header in it is understood; the error names the
            nearest column map and its missing fields.
        UnknownEntry: No ready-made column map of that id.
    """
    file = Path(path)
    source = Source(title=file.name, synthetic=synthetic)
    decoded, delimiters = open_text(file, encoding=encoding, delimiter=delimiter, sheet=sheet)
    maps = (column_maps.get(columns),) if isinstance(columns, str) else (columns,) if columns else column_maps.all()
    lines, header = _find_header(decoded.text, maps, delimiters, source.title)
    return _read_rows(lines, header, decoded.damaged, source, allow_persons=allow_persons, aliases=aliases)


def open_text(
    file: Path, *, encoding: str | None, delimiter: str | None, sheet: str | None
) -> tuple[_Text, tuple[str, ...]]:
    """The text of the file, and the delimiters it may have."""
    if excel.is_workbook(file):
        return _Text(text=excel.as_csv(file, sheet)), (",",)
    return _decode(file.read_bytes(), encoding, file.name), (delimiter,) if delimiter else _DELIMITERS


def _decode(raw: bytes, encoding: str | None, title: str) -> _Text:
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise TableError("the file is empty", table=title)
    marked = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else None
    try:
        return _Text(text=raw.decode(encoding or marked or "utf-8-sig"))
    except LookupError:
        raise TableError("no such encoding", table=title, value=str(encoding)) from None
    except UnicodeDecodeError as error:
        if encoding is None and marked is None:
            return _decode_by_line(raw)
        cause = f"not {encoding or marked} at byte {error.start}"
        raise TableError(cause, table=title, value=repr(raw[error.start : error.start + 16])) from None


def _decode_by_line(raw: bytes) -> _Text:
    """Old Windows files, and files glued together from two encodings: each line in the one it is in."""
    lines: list[str] = []
    utf8: set[int] = set()
    other: set[int] = set()
    broken: set[int] = set()
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True), 1):
        if line.isascii():
            lines.append(line.decode("ascii"))
            continue
        try:
            lines.append(line.decode("utf-8"))
            utf8.add(number)
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", errors="replace"))
            other.add(number)
            if "\ufffd" in lines[-1]:
                broken.add(number)
    # a file in one old encoding is not damaged, only old
    return _Text(text="".join(lines), damaged=frozenset(other if utf8 else broken))


def split(text: str, delimiter: str) -> Iterator[_Line]:
    """The rows of a decoded file."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _Line(error=str(error), first=first, last=reader.line_num)
        else:
            yield _Line(cells=tuple(cells), first=first, last=reader.line_num)


def _find_header(
    text: str, maps: Sequence[ColumnMap], delimiters: Sequence[str], title: str
) -> tuple[Iterator[_Line], _Header]:
    """The first row of the table that has all required headers of a map; of several maps the one that knows most."""
    best: _Header | None = None
    nearest: _Header | None = None
    for delimiter in delimiters:
        for row, line in enumerate(islice(split(text, delimiter), _HEADER_WITHIN), 1):
            for columns in maps:
                fields = columns.match(line.cells)
                header = _Header(row=row, cells=line.cells, columns=columns, fields=fields, delimiter=delimiter)
                if nearest is None or len(fields) > len(nearest.fields):
                    nearest = header
                if (
                    fields
                    and set(columns.required) <= fields.keys()
                    and (best is None or len(fields) > len(best.fields))
                ):
                    best = header
    found = best or nearest
    if found is None:
        raise TableError("no row can be read", table=title)
    clashes = found.columns.clashes(found.cells)
    if best is not None and not clashes:
        return split(text, best.delimiter), best
    raise TableError(
        f"two columns claim one field: {', '.join(clashes)}" if clashes else "no header that is understood",
        table=title,
        row=found.row,
        value=_short(" | ".join(found.cells)),
        nearest=found.columns.id,
        found=sorted(found.fields),
        missing=[name for name in found.columns.required if name not in found.fields],
    )


def _read_rows(
    lines: Iterator[_Line],
    header: _Header,
    damaged: frozenset[int],
    source: Source,
    *,
    allow_persons: bool,
    aliases: Aliases | None,
) -> TableResult:
    names = _header_names(header.cells)
    numbered = [(row, line, _skip_reason(row, line, header)) for row, line in enumerate(lines, 1)]
    body = [(row, line) for row, line, reason in numbered if not reason]
    persons = frozenset() if allow_persons else _person_columns(header, [line for _, line in body])
    fields = {name: names[index] for name, index in header.fields.items() if index not in persons}
    dates = (line.cell(header.fields.get("date")) for _, line in body)
    reader = RowReader.of(header.columns, source, dates if "date" in fields else (), aliases=aliases or Aliases())
    records: list[Record] = []
    problems = [Problem(code="person_column", row=header.row, column=names[index]) for index in sorted(persons)]
    problems += [] if body else [Problem(code="no_rows", row=header.row)]
    for row, line in body:
        problems += _line_problems(row, line, names, damaged)
        if not line.error:
            record, found = reader.read(row, _named(_without(line.cells, persons, len(names)), names), fields)
            problems += found
            records += [record] if record is not None else []
    return TableResult(
        source=source,
        records=tuple(records),
        problems=tuple(problems),
        skipped=tuple(_skipped(row, line, reason, persons, header) for row, line, reason in numbered if reason),
        rows=len(numbered),
        columns=tuple(fields.items()),
        unmapped=tuple(
            name for index, name in enumerate(names) if name not in fields.values() and index not in persons
        ),
    )


def _person_columns(header: _Header, body: Sequence[_Line]) -> frozenset[int]:
    """The indexes of the columns that name or describe private persons."""
    return frozenset(
        index
        for index, name in enumerate(header.cells)
        if persons_in_tables.names_person(name, [line.cell(index) for line in body])
    )


def _without(cells: tuple[str, ...], persons: frozenset[int], width: int) -> tuple[str, ...]:
    """The cells, those of persons blank; what stands behind the last header may be one of them, and goes too."""
    if not persons:
        return cells
    return tuple("" if index in persons else cell for index, cell in enumerate(cells[:width]))


def _skipped(row: int, line: _Line, reason: str, persons: frozenset[int], header: _Header) -> Skipped:
    kept = _without(line.cells, persons, len(header.cells)) if row > header.row and reason != "header" else line.cells
    return Skipped(row=row, reason=reason, text=_short(" | ".join(filter(None, kept))))


def _header_names(cells: Sequence[str]) -> tuple[str, ...]:
    """A name for each column: its header, made distinct where two are alike or one is blank."""
    names: list[str] = []
    for index, cell in enumerate(cells, 1):
        name = _normalize.tidy(cell) or f"column {index}"
        names.append(name if name not in names else f"{name} ({index})")
    return tuple(names)


def _named(cells: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    extra = (f"column {index + 1}" for index in range(len(names), len(cells)))
    return dict(zip((*names, *extra), cells, strict=False))


def _line_problems(row: int, line: _Line, names: Sequence[str], damaged: frozenset[int]) -> Iterator[Problem]:
    if not damaged.isdisjoint(range(line.first, line.last + 1)):
        yield Problem(code="encoding_mixed", row=row)
    if line.error:
        yield Problem(code="row_unreadable", row=row, cause=line.error, rejects=True)
    elif len(line.cells) < len(names):
        yield Problem(code="row_short", row=row, value=f"{len(line.cells)} < {len(names)}")
    elif any(cell.strip() for cell in line.cells[len(names) :]):
        yield Problem(code="row_long", row=row, value=f"{len(line.cells)} > {len(names)}")


def _skip_reason(number: int, line: _Line, header: _Header) -> str:
    """Why the row is no record, or an empty string."""
    filled = [cell for cell in line.cells if cell.strip()]
    if line.error:
        return ""
    if not filled:
        return "blank"
    if number <= header.row:
        return "title" if number < header.row else "header"
    return _reason_below(line, filled, header)


def _reason_below(line: _Line, filled: Sequence[str], header: _Header) -> str:
    alone = len(filled) == 1
    if line.cells == header.cells and not alone:
        return "header"
    if is_total(filled[0]):
        return "total"
    return "note" if alone and is_note(filled[0]) else ""


def is_note(cell: str) -> bool:
    """Whether a cell that stands alone in its row is a note on the table."""
    first = _normalize.fold(cell[:200])
    return _NOTE.match(first) is not None or len(first) > _NOTE_LENGTH


def is_total(cell: str) -> bool:
    """Whether the first cell of a row says that the row is a total."""
    return _TOTAL.fullmatch(_normalize.fold(cell[:200])) is not None


def _short(text: str) -> str:
    return text if len(text) <= 200 else shown(text)
