"""Sheets of `.xlsx` files as the text of a CSV file, so that one reader reads both (extra ``excel``).

A cell is written as a reader of the sheet sees it: a whole number without a point, a day as YYYY-MM-DD. A merged cell
has its value in its first cell and blanks elsewhere; a formula that was never calculated stays a formula, which no
reader takes for a value.
"""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError as XMLError

from armstrace.errors import MissingExtra, TableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_MOST_BYTES = 500_000_000
_BROKEN = (zipfile.BadZipFile, KeyError, ValueError, TypeError, XMLError, EOFError, OSError, AttributeError, IndexError)


def is_workbook(path: Path) -> bool:
    """True if the name of the file ends in ``.xlsx`` or ``.xlsm``."""
    return path.suffix.lower() in (".xlsx", ".xlsm")


def as_csv(path: Path, sheet: str | None = None) -> str:
    """The cells of a sheet as CSV text with commas.

    Blank rows stay, so that rows have the same numbers as in the sheet.

    Args:
        path: The file.
        sheet: The name of the sheet; it may be left out if only one sheet holds anything.

    Raises:
        MissingExtra: openpyxl is not installed.
        OSError: The file cannot be opened.
        TableError: No workbook, no such sheet, or several sheets and none named.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingExtra("openpyxl", extra="excel") from None
    raw = path.read_bytes()
    try:
        _refuse_bombs(raw, path.name)
        values = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(raw), read_only=True)
        name = _chosen(values, sheet, path.name)
        return _written(values[name], formulas[name])
    except TableError:
        raise
    except _BROKEN as error:
        raise TableError(
            "no workbook that can be read", code="workbook.none", table=path.name, value=type(error).__name__
        ) from error


def _refuse_bombs(raw: bytes, title: str) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > _MOST_BYTES:
        raise TableError("too large when unpacked", code="workbook.too_large", table=title, value=str(unpacked))


def _chosen(book: Workbook, sheet: str | None, title: str) -> str:
    if sheet is not None:
        if sheet not in book.sheetnames:
            raise TableError(
                "no such sheet",
                code="workbook.no_such_sheet",
                table=title,
                value=f"{sheet}: {', '.join(book.sheetnames)}",
            )
        return sheet
    filled = [name for name in book.sheetnames if _says_anything(book[name])]
    if not filled:
        raise TableError("the file is empty", code="table.empty", table=title)
    if len(filled) > 1:
        cause = "several sheets, and none is named"
        raise TableError(cause, code="workbook.several_sheets", table=title, value=", ".join(filled))
    return filled[0]


def _says_anything(sheet: ReadOnlyWorksheet) -> bool:
    return any(value is not None for row in _rows(sheet) for value in row)


def _rows(sheet: ReadOnlyWorksheet) -> Iterable[tuple[object, ...]]:
    read: Callable[..., Iterable[tuple[object, ...]]] | None = getattr(sheet, "iter_rows", None)
    return read(values_only=True) if read is not None else ()  # a sheet of charts has no rows


def _written(values: ReadOnlyWorksheet, formulas: ReadOnlyWorksheet) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row, originals in zip(_rows(values), _rows(formulas), strict=True):
        writer.writerow([_cell(value, original) for value, original in zip(row, originals, strict=True)])
    return text.getvalue()


def _cell(value: object, original: object) -> str:
    if value is None:
        return "" if original is None else str(original)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
