r"""The text of a CSV file or of a sheet: its encoding, its delimiter and its rows.

>>> text = decoded("Tipo;Matrícula\nFUSIL;967I46\n".encode("cp1252"), None, "armas.csv")
>>> [row.cells for row in CsvText(text=text.text, delimiters=(";",)).rows(";")]
[('Tipo', 'Matrícula'), ('FUSIL', '967I46')]
"""

from __future__ import annotations

import csv
import io
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.errors import TableError
from armstrace.formats import excel

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

_DELIMITERS = (",", ";", "\t", "|")
_HEADER_WITHIN = 50


@frozen(kw_only=True)
class CsvRow:
    """A row of a CSV file: its cells, or the reason why it cannot be read.

    Attributes:
        cells: The cells.
        error: Why the row cannot be read; empty where it can.
        first: The first line of the file that the row stands on; the first of all is 1.
        last: The last line.
    """

    cells: tuple[str, ...] = ()
    error: str = ""
    first: int
    last: int

    def cell(self, index: int | None) -> str:
        """The text of the cell at *index*; empty if the row is too short, or *index* is None (no such column)."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""


@frozen(kw_only=True)
class CsvText:
    """The decoded text of a CSV file and what is known of its form.

    Attributes:
        text: The text.
        damaged: The lines, from 1, that are not in the encoding of the rest.
        delimiters: The delimiters that the file may have.
    """

    text: str
    damaged: frozenset[int] = frozenset()
    delimiters: tuple[str, ...] = _DELIMITERS

    def rows(self, delimiter: str) -> Iterator[CsvRow]:
        """The rows of the file, split at *delimiter*; a row that cannot be read has an error and no cells."""
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=delimiter)
        while True:
            first = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield CsvRow(error=str(error), first=first, last=reader.line_num)
            else:
                yield CsvRow(cells=tuple(cells), first=first, last=reader.line_num)

    def possible_headers(self) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """The first fifty rows under each possible delimiter: the delimiter, the number of the row, and its cells."""
        for delimiter in self.delimiters:
            for number, row in enumerate(islice(self.rows(delimiter), _HEADER_WITHIN), 1):
                yield delimiter, number, row.cells


def open_text(
    path: str | os.PathLike[str], *, encoding: str | None, delimiter: str | None, sheet: str | None
) -> CsvText:
    """The text of a CSV file, or of a sheet of a workbook as CSV; *sheet* may be None if only one holds anything.

    Raises:
        OSError: The file cannot be opened.
        MissingExtra: The file is a workbook, and openpyxl is not installed.
        TableError: The file is empty or cannot be decoded, or the workbook has no such sheet.
    """
    file = Path(path)
    if excel.is_workbook(file):
        return CsvText(text=excel.as_csv(file, sheet), delimiters=(",",))
    return decoded(file.read_bytes(), encoding, file.name, (delimiter,) if delimiter else _DELIMITERS)


def decoded(raw: bytes, encoding: str | None, title: str, delimiters: tuple[str, ...] = _DELIMITERS) -> CsvText:
    """The text that the bytes *raw* of a file hold. *title* names the file in errors.

    Without *encoding* it is UTF-8 or UTF-16 by its mark, else each line is UTF-8 or cp1252.
    """
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise TableError("the file is empty", code="table.empty", table=title)
    marked = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else None
    try:
        return CsvText(text=raw.decode(encoding or marked or "utf-8-sig"), delimiters=delimiters)
    except LookupError:
        raise TableError("no such encoding", code="table.encoding", table=title, value=str(encoding)) from None
    except UnicodeDecodeError as error:
        if encoding is None and marked is None:
            return _decoded_by_line(raw, delimiters)
        cause = f"not {encoding or marked} at byte {error.start}"
        value = repr(raw[error.start : error.start + 16])
        raise TableError(cause, code="table.undecodable", table=title, value=value) from None


def _decoded_by_line(raw: bytes, delimiters: tuple[str, ...]) -> CsvText:
    """The text of a file whose lines are each in UTF-8 or in cp1252.

    Such are old files of Windows, and files that were joined from both. If both occur, the lines in cp1252 count as
    damaged; else the lines that are in neither.
    """
    lines: list[str] = []
    utf8: set[int] = set()
    cp1252: set[int] = set()
    broken: set[int] = set()
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True), 1):
        try:
            lines.append(line.decode("utf-8"))
            if not line.isascii():
                utf8.add(number)
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", errors="replace"))
            cp1252.add(number)
            if "\ufffd" in lines[-1]:
                broken.add(number)
    # a file in one old encoding is not damaged, only old
    return CsvText(text="".join(lines), damaged=frozenset(cp1252 if utf8 else broken), delimiters=delimiters)
