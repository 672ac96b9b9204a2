r"""Tables of totals in: sheets of year × state × type, with title rows, printed totals and merged cells.

A table of the `LongLayout` has one figure in each row; one of the `WideLayout` has a column for each kind.

>>> import pathlib, tempfile
>>> path = pathlib.Path(tempfile.mkdtemp()) / "armas.csv"
>>> _ = path.write_text("Aseguramientos\nAño;Estado;Pistola;Fusil\n2022;Sonora;4;\n2022;Jalisco;6;1\nTOTAL;;11;1\n")
>>> found = read_tallies(path, WideLayout(country="MX", language="es"))
>>> print(found)
armas.csv: 4 figures, 3 skipped, 1 problems
>>> [str(tally.count) if tally.count else tally.absence.value for tally in found.tallies]
['4', 'not_stated', '6', '1']
>>> print(found.problems[0].explain())
row 5, column Pistola: the printed total is not the sum (10): 11
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field

from armstrace import _normalize, _placeholders, explain
from armstrace.counts.column import CountColumn
from armstrace.counts.value import Count
from armstrace.dates import cells as date_cells
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError, TableError
from armstrace.explain import Caveat
from armstrace.formats.csv_text import CsvRow, open_text
from armstrace.formats.layouts import LONG, LongLayout, WideLayout
from armstrace.formats.printed_totals import PrintedTotals
from armstrace.formats.row_kinds import skip_reason
from armstrace.formats.tally_table import TallyTable
from armstrace.places.place import Place
from armstrace.records.figures.tallies import Absence, Tally
from armstrace.records.tables.table_result import Problem, Skipped
from armstrace.sources import Citation, Source
from armstrace.weapons import kinds
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping, Sequence

_KEYS = ("year", "month", "state", "municipality", "kind")


def read_tallies(
    path: str | os.PathLike[str],
    layout: LongLayout | WideLayout = LONG,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
) -> TallyTable:
    """The figures of a table of totals, from a CSV file or a sheet of a workbook.

    Printed totals are no figures of their own: each is compared with the sum of its parts, and a problem names those
    that differ. A blank cell is never zero.

    Args:
        path: The file.
        layout: The layout of the table.
        delimiter: The delimiter; by default the one under which the header is understood.
        encoding: The encoding; by default UTF-8, UTF-16 by its mark, else cp1252.
        sheet: The sheet of an ``.xlsx`` file (extra ``excel``).

    Raises:
        OSError: The file cannot be opened.
        TableError: No header that fits the layout is found.
        TypeError: *layout* is no layout.
        MissingExtra: The file is a workbook, and openpyxl is not installed.
    """
    if not isinstance(layout, (LongLayout, WideLayout)):
        raise TypeError(f"layout: a {type(layout).__name__} is no LongLayout and no WideLayout")
    title = Path(path).name
    text = open_text(path, encoding=encoding, delimiter=delimiter, sheet=sheet)
    for mark, row, headers in text.possible_headers():
        fields = layout.fields(headers)
        columns = _columns(layout, headers, fields)
        if columns and fields and (isinstance(layout, WideLayout) or {"kind", "count"} <= fields.keys()):
            reader = _TallyReader(
                layout=layout,
                source=Source(title=title),
                header=row,
                headers=headers,
                fields=fields,
                columns=columns,
                traits=_traits(layout, headers),
                totals=PrintedTotals(headers=headers, parts=_totals(layout, headers, columns)),
            )
            return reader.read(text.rows(mark))
    raise TableError("no header that fits the layout", code="table.other_layout", table=title)


def _columns(layout: LongLayout | WideLayout, headers: Sequence[str], fields: Mapping[str, int]) -> dict[int, KindSet]:
    """The indexes of the columns that hold figures, with the kinds that each column counts.

    In a long table this is the column of counts, whose kinds are given by row. Empty if the headers do not fit the
    layout.
    """
    if isinstance(layout, LongLayout):
        return {fields["count"]: KindSet()} if "count" in fields else {}
    if layout.kinds:
        named = {_normalize.key(header): counted for header, counted in layout.kinds}
        found = {index: named[key] for index, key in enumerate(map(_normalize.key, headers)) if key in named}
        return found if len(found) == len(named) else {}
    readings = {index: kinds.read(header[:100], language=layout.language) for index, header in enumerate(headers)}
    taken = set(fields.values())
    return {
        index: reading.kinds
        for index, reading in readings.items()
        if index not in taken and reading.kinds and not reading.unread
    }


def _traits(layout: LongLayout | WideLayout, headers: Sequence[str]) -> dict[int, frozenset[str]]:
    """The traits, such as ``homemade``, that the layout states for columns, by the index of the column."""
    if isinstance(layout, LongLayout):
        return {}
    named = {_normalize.key(header): traits for header, traits in layout.traits}
    return {index: named[key] for index, key in enumerate(map(_normalize.key, headers)) if key in named}


def _totals(
    layout: LongLayout | WideLayout, headers: Sequence[str], columns: Iterable[int]
) -> dict[int, tuple[int, ...]]:
    """The indexes of the columns that are printed sums, with the indexes of the columns that they sum up.

    A sum is left out if its column or one of its parts is missing from the table.
    """
    if isinstance(layout, LongLayout):
        return {}
    indexes = {_normalize.key(headers[index]): index for index in columns}
    found: dict[int, tuple[int, ...]] = {}
    for whole, parts in layout.totals:
        keys = [_normalize.key(header) for header in (whole, *parts)]
        if indexes.keys() >= set(keys):
            first, *rest = (indexes[key] for key in keys)
            found[first] = tuple(rest)
    return found


# the figures of a table of totals have no decimals
_WHOLE_NUMBERS = CountColumn(is_seen=True)


@define(kw_only=True)
class _TallyReader:
    """The reader of a table of totals, with the tallies, problems and skipped rows that it has collected so far."""

    layout: LongLayout | WideLayout
    source: Source
    header: int
    headers: Sequence[str]
    fields: Mapping[str, int]
    columns: Mapping[int, KindSet]
    traits: Mapping[int, frozenset[str]]
    totals: PrintedTotals
    tallies: list[Tally] = field(factory=list)
    citations: list[Citation] = field(factory=list)
    skipped: list[Skipped] = field(factory=list)
    above: dict[str, str] = field(factory=dict)
    places: dict[tuple[str, str], Place | None] = field(factory=dict)
    periods: dict[tuple[str, str], Period | None] = field(factory=dict)

    def read(self, rows: Iterable[CsvRow]) -> TallyTable:
        number = read = 0
        for number, row in enumerate(rows, 1):
            if row.error:
                self.totals.problems.append(Problem(code="row_unreadable", row=number, cause=row.error, rejects=True))
                continue
            reason = skip_reason(row.cells, number, header=self.header, header_cells=self.headers)
            if reason:
                text = " | ".join(filter(None, row.cells))
                self.skipped.append(Skipped(row=number, reason=reason, text=text))
            else:
                read += 1
                self._row(number, row)
            if reason == "total":
                self.totals.check_row(number, self._printed(number, row))
        used = {*self.fields.values(), *self.columns}
        return TallyTable(
            source=self.source,
            tallies=tuple(self.tallies),
            citations=tuple(self.citations),
            problems=tuple(self.totals.problems),
            skipped=tuple(self.skipped),
            rows=number,
            read=read,
            checked=self.totals.checked,
            unmapped=tuple(name for index, name in enumerate(self.headers) if index not in used and name.strip()),
        )

    def _row(self, number: int, row: CsvRow) -> None:
        caveats: list[Caveat] = []
        keys = {name: self._key(name, row, caveats) for name in _KEYS}
        place = self._place(keys["state"], keys["municipality"])
        period = self._period(number, keys["year"], keys["month"])
        figures: dict[int, Count] = {}
        for index in self.columns:
            count, absence = self._count(number, index, row)
            if count is not None:
                figures[index] = count
            if index in self.totals.parts:
                continue
            word, counted = self._what(index, keys["kind"])
            tally = Tally(
                count=count,
                absence=absence,
                kinds=counted,
                word=word,
                traits=self.traits.get(index, frozenset()),
                measure=self.layout.measure,
                period=period,
                basis=self.layout.basis,
                place=place,
                actor=self.layout.actor,
                definition=self.layout.definition,
                caveats=tuple(caveats),
            )
            self.tallies.append(tally)
            self.citations.append(Citation(source=self.source, row=number, column=self.headers[index]))
        self.totals.add(number, figures)

    def _what(self, index: int, kind: str) -> tuple[str, KindSet]:
        """The word for the kinds of a figure, and the kinds that the word means.

        In a long table the word is *kind*, the cell of the row; in a wide one, the header of column *index*.
        """
        if isinstance(self.layout, LongLayout):
            return kind, kinds.read(kind[:200], language=self.layout.language).kinds
        return self.headers[index], self.columns[index]

    def _key(self, name: str, row: CsvRow, caveats: list[Caveat]) -> str:
        """The text of the cell of the key *name* (``year``, ``state``, …); empty if it is blank.

        If the layout fills this key down, a blank cell has the text of the last filled cell above it, and a caveat says
        so.
        """
        cell = row.cell(self.fields.get(name)).strip()
        if cell:
            self.above[name] = cell
        elif name in self.layout.fill_down and name in self.above:
            caveats.append(Caveat(code="tally.filled_down", values=explain.values(field=f"field_{name}")))
            return self.above[name]
        return cell

    def _count(self, number: int, index: int, row: CsvRow) -> tuple[Count | None, Absence | None]:
        cell = row.cell(index)
        if _is_blank(cell):
            return None, self.layout.blank
        try:
            count = Count.parse(cell, column=_WHOLE_NUMBERS)
        except ParseError:
            self._note("count_unreadable", number, index, cell)
            return None, Absence.UNREADABLE
        if count.unit is not None:
            self._note("count_of_units", number, index, cell)
            return None, Absence.UNREADABLE
        if count.repairs:
            self._note("count_repaired", number, index, cell)
        return count, None

    def _printed(self, number: int, row: CsvRow) -> dict[int, Count]:
        """The printed totals of *row*, by the index of their columns; blank and unreadable cells are left out."""
        found = ((index, self._count(number, index, row)[0]) for index in self.columns)
        return {index: count for index, count in found if count is not None}

    def _place(self, state: str, municipality: str) -> Place | None:
        country, key = self.layout.country, (state, municipality)
        if key not in self.places:
            named = state or municipality or country
            place = Place.read(country=country, state=state, municipality=municipality) if named else None
            self.places[key] = place
        return self.places[key]

    def _period(self, number: int, year: str, month: str) -> Period | None:
        key = year, month
        if key not in self.periods:
            self.periods[key] = _period(year, month)
            if self.periods[key] is None and year:
                self._note("date_unreadable", number, self.fields.get("year"), f"{month} {year}".strip())
        return self.periods[key]

    def _note(self, code: str, number: int, index: int | None, value: str) -> None:
        column = self.headers[index] if index is not None else None
        self.totals.problems.append(Problem(code=code, row=number, column=column, value=value))


def _period(year: str, month: str) -> Period | None:
    """The period of a year and a month as cells give them; of the year if *month* is empty.

    None if *year* is blank or one of the two cannot be read.
    """
    if not (len(year) == 4 and year.isascii() and year.isdigit()) or not 1800 <= int(year) <= 2200:
        return None
    if not month:
        return UncertainDate.of_year(int(year)).as_period()
    if month.isascii() and month.isdigit() and len(month) <= 2 and 1 <= int(month) <= 12:
        return UncertainDate.of_month(int(year), int(month)).as_period()
    try:
        return date_cells.read_cell(f"{month} {year}", dayfirst=None).as_period()
    except ParseError:
        return None


def _is_blank(cell: str) -> bool:
    """True if a cell of counts holds no figure.

    ``0`` is a figure here, although other cells use it as a placeholder.
    """
    return cell.strip() != "0" and _placeholders.says_nothing(cell)
