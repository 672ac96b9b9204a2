r"""A column map suggested for a table of any layout, with the reasons.

>>> text = ("ASEGURAMIENTOS 2021", "Fec. Asegto.|Armamento|Cal.|Cant.", "05/03/2021|FUSIL|5.56|2")
>>> rows = [line.split("|") for line in text]
>>> found = suggest_columns(rows)
>>> found.row, found.fields
(2, {'date': 0, 'kind': 1, 'caliber': 2, 'count': 3})
>>> print(found.columns[2].explain())
Cal.: caliber; caliber 95 (word of the header: cal, 100 % of the cells are read so)
"""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

from armstrace.formats.csv_text import CsvText, open_text
from armstrace.formats.headers import suggest_header

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.records.tables.suggestions import SuggestedColumns


def suggest_columns(
    table: str | os.PathLike[str] | Iterable[Sequence[str]],
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    allow_persons: bool = False,
) -> SuggestedColumns:
    """The fields that the columns of a table may mean, ranked, and a column map made from the best of them.

    Words of the headers in English, Spanish and Portuguese count, and what the cells hold. `read_table` uses the same
    map for a table that no ready-made map knows; here it can be seen, and altered, before the table is read.

    Args:
        table: A CSV file, a workbook, or rows of cells.
        delimiter: The delimiter; by default the one under which most headers are understood.
        encoding: The encoding, as for `read_table`.
        sheet: The sheet of a workbook.
        allow_persons: Suggest fields for columns that name or describe private persons too.

    Raises:
        OSError: The file cannot be opened.
        MissingExtra: The file is a workbook, and openpyxl is not installed.
        TableError: The file is empty or cannot be decoded, or no row has words of headers.
    """
    if isinstance(table, str | os.PathLike):
        text = open_text(table, encoding=encoding, delimiter=delimiter, sheet=sheet)
        title = Path(table).name
    else:
        text, title = _as_text(table), "rows"
    return suggest_header(text, title, persons=allow_persons)


def _as_text(rows: Iterable[Sequence[str]]) -> CsvText:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return CsvText(text=text.getvalue(), delimiters=(",",))
