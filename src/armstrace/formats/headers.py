"""The header of a table: the row whose cells a column map understands best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.errors import TableError
from armstrace.records.tables.columns import ColumnMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.formats.csv_text import CsvText

_LONGEST_SHOWN = 200


@frozen(kw_only=True)
class Header:
    """The header row of a table, and the fields that a column map finds in it.

    Attributes:
        row: The number of its row.
        cells: Its cells.
        columns: The column map.
        fields: For each field the index of its column.
        delimiter: The delimiter under which the header was found.
    """

    row: int
    cells: tuple[str, ...]
    columns: ColumnMap
    fields: dict[str, int]
    delimiter: str

    @property
    def complete(self) -> bool:
        """True if the header has a column for each field that its column map requires."""
        return bool(self.fields) and set(self.columns.required) <= self.fields.keys()


def find_header(text: CsvText, maps: Sequence[ColumnMap], title: str) -> Header:
    """The header row of the table, understood by the column map that finds the most fields in it.

    *title* names the file in errors.

    Raises:
        TableError: No row can be read, no header is understood, or two columns claim one field.
    """
    best: Header | None = None
    nearest: Header | None = None
    for delimiter, row, cells in text.possible_headers():
        for columns in maps:
            header = Header(row=row, cells=cells, columns=columns, fields=columns.match(cells), delimiter=delimiter)
            if nearest is None or len(header.fields) > len(nearest.fields):
                nearest = header
            if header.complete and (best is None or len(header.fields) > len(best.fields)):
                best = header
    found = best or nearest
    if found is None:
        raise TableError("no row can be read", code="table.no_row", table=title)
    clashes = found.columns.clashes(found.cells)
    if best is not None and not clashes:
        return best
    cause = f"two columns claim one field: {', '.join(clashes)}" if clashes else "no header that is understood"
    raise TableError(
        cause,
        code="table.headers_clash" if clashes else "table.no_header",
        table=title,
        row=found.row,
        value=" | ".join(found.cells)[:_LONGEST_SHOWN],
        nearest=found.columns.id,
        found=sorted(found.fields),
        missing=[name for name in found.columns.required if name not in found.fields],
    )
