"""The header of a table: the row whose cells a column map understands best, or whose words suggest a map."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import _normalize
from armstrace.errors import TableError
from armstrace.formats.row_kinds import skip_reason
from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.header_words import read_header
from armstrace.records.tables.suggestions import SuggestedColumns, suggest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.formats.csv_text import CsvText

_LONGEST_SHOWN = 200
_LONGEST_NAME = 120
# rows that are enough to see what a column holds
_SAMPLE = 300
_FEWEST_FIELDS = 2
_OF_WEAPONS = frozenset({"kind", "make", "model", "caliber", "serial", "description", "stock_number", "item_name"})
_ONCE = frozenset({"date", "kind", "make", "model", "caliber", "serial", "count"})


@frozen(kw_only=True)
class Header:
    """The header row of a table, and the fields that a column map finds in it.

    Attributes:
        row: The number of its row; of two rows the last.
        first_row: The number of its first row.
        cells: Its cells.
        columns: The column map.
        fields: For each field the index of its column.
        delimiter: The delimiter under which the header was found.
        suggested: The columns with what suggests their fields, where no column map knows the table.
    """

    row: int
    first_row: int
    cells: tuple[str, ...]
    columns: ColumnMap
    fields: dict[str, int]
    delimiter: str
    suggested: SuggestedColumns | None = None

    @property
    def complete(self) -> bool:
        """True if the header has a column for each field that its column map requires."""
        return bool(self.fields) and set(self.columns.required) <= self.fields.keys()


def find_header(text: CsvText, columns: ColumnMap | None, title: str, *, persons: bool) -> Header:
    """The header row of the table, understood by *columns*; without, by a ready-made or a suggested column map.

    A ready-made map that fits goes before a suggested one, unless the words of the header name more fields.

    Args:
        text: The text of the file.
        columns: The column map; None if none is named.
        title: The name of the file in errors.
        persons: True if columns of private persons are to be read too.

    Raises:
        TableError: No row can be read, no header is understood, or two columns claim one field.
    """
    if columns is not None:
        return _checked(_best(text, (columns,)), title)
    best = _best(text, ColumnMap.all())
    words = max(_candidates(text), key=lambda found: found.rank, default=None)
    ready = best is not None and best.complete and not best.columns.clashes(best.cells) and not _leaves_out(best)
    if words is None or (best is not None and ready and len(best.fields) >= words.fields):
        return _checked(best, title)
    suggested = _suggested(text, words, title, persons=persons)
    return Header(
        row=words.row,
        first_row=words.first_row,
        cells=words.cells,
        columns=suggested.column_map,
        fields=suggested.fields,
        delimiter=words.delimiter,
        suggested=suggested,
    )


def _leaves_out(found: Header) -> bool:
    """True if the map passes over a column that is a serial number, a date, … by its header."""
    mapped = set(found.fields.values())
    return any(index not in mapped and read_header(cell).best in _ONCE for index, cell in enumerate(found.cells))


@frozen(kw_only=True)
class _Candidate:
    """A row, or two rows, that may be the header, how many fields its words name, and how many of them once only."""

    delimiter: str
    row: int
    first_row: int
    cells: tuple[str, ...]
    fields: int
    clear: int

    @property
    def rank(self) -> tuple[int, int]:
        return self.fields, self.clear


def suggest_header(text: CsvText, title: str, *, persons: bool) -> SuggestedColumns:
    """The columns of the header whose words name most fields, with what suggests their fields.

    Raises:
        TableError: No row has words of headers.
    """
    words = max(_candidates(text), key=lambda found: found.rank, default=None)
    if words is None:
        raise TableError("no header that is understood", code="table.no_header", table=title)
    return _suggested(text, words, title, persons=persons)


def _suggested(text: CsvText, found: _Candidate, title: str, *, persons: bool) -> SuggestedColumns:
    """The columns of the header *found*, with what its words and the cells below suggest."""
    above: list[str] = [title]
    below: list[tuple[str, ...]] = []
    for number, row in enumerate(islice(text.rows(found.delimiter), found.row + _SAMPLE), 1):
        if number < found.first_row:
            above += row.cells
        elif number > found.row and not skip_reason(row.cells, number, header=found.row, header_cells=found.cells):
            below.append(row.cells)
    names = distinct_names(found.cells)
    cells = [[row[index] if index < len(row) else "" for row in below] for index in range(len(names))]
    return suggest(names, cells, row=found.row, titles=above, persons=persons)


def distinct_names(cells: Sequence[str]) -> tuple[str, ...]:
    """A different name for each header in *cells*.

    A header that occurred before gets the number of its column, ``Calibre (5)``, and a blank one is ``column 5``.
    """
    names: list[str] = []
    for index, cell in enumerate(cells, 1):
        name = _normalize.tidy(cell) or f"column {index}"
        names.append(name if name not in names else f"{name} ({index})")
    return tuple(names)


def _best(text: CsvText, maps: Sequence[ColumnMap]) -> Header | None:
    """The header in which a map finds most fields; a header that is complete goes before all others."""
    best: Header | None = None
    for delimiter, row, cells in text.possible_headers():
        for columns in maps:
            header = Header(
                row=row, first_row=row, cells=cells, columns=columns, fields=columns.match(cells), delimiter=delimiter
            )
            if best is None or (header.complete, len(header.fields)) > (best.complete, len(best.fields)):
                best = header
    return best


def _checked(found: Header | None, title: str) -> Header:
    """The header, if it is complete and no two columns claim one field."""
    if found is None:
        raise TableError("no row can be read", code="table.no_row", table=title)
    clashes = found.columns.clashes(found.cells)
    if found.complete and not clashes:
        return found
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


def _candidates(text: CsvText) -> Iterator[_Candidate]:
    """The rows, and pairs of rows, whose words name two fields or more, one of them of weapons."""
    before: tuple[str, int, tuple[str, ...]] | None = None
    for delimiter, row, cells in text.possible_headers():
        single = _candidate(delimiter, row, row, cells)
        if before is not None and before[:2] == (delimiter, row - 1):
            double = _candidate(delimiter, row, row - 1, _joined(before[2], cells))
            first = _candidate(delimiter, row - 1, row - 1, before[2])
            if double and double.clear > max(found.clear if found else 0 for found in (single, first)):
                yield double
        if single:
            yield single
        before = (delimiter, row, cells)


def _candidate(delimiter: str, row: int, first_row: int, cells: tuple[str, ...]) -> _Candidate | None:
    if any(len(cell) > _LONGEST_NAME for cell in cells):
        return None
    named = Counter(field for cell in cells if cell.strip() and (field := read_header(cell).best))
    if len(named) < _FEWEST_FIELDS or _OF_WEAPONS.isdisjoint(named):
        return None
    clear = sum(times == 1 for times in named.values())
    return _Candidate(delimiter=delimiter, row=row, first_row=first_row, cells=cells, fields=len(named), clear=clear)


def _joined(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    """Two header rows as one; a header of the upper row that was merged stands over the blank cells behind it."""
    joined: list[str] = []
    group = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        group = above if above.strip() else group
        joined.append(f"{group} {below}".strip() if below.strip() else above)
    return tuple(joined)
