r"""Tables of totals in: sheets of year × state × type, with title rows, printed totals and merged cells.

A `Long` table has one figure in each row; a `Wide` one has a column for each kind.

>>> import pathlib, tempfile
>>> path = pathlib.Path(tempfile.mkdtemp()) / "armas.csv"
>>> _ = path.write_text("Aseguramientos\nAño;Estado;Pistola;Fusil\n2022;Sonora;4;\n2022;Jalisco;6;1\nTOTAL;;11;1\n")
>>> found = read_tallies(path, Wide(country="MX", language="es"))
>>> [str(tally.count) if tally.count else tally.absence.value for tally in found.tallies]
['4', 'not_stated', '6', '1']
>>> print(found.problems[0].explain())
row 5, column Pistola: the printed total is not the sum (10): 11
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from armstrace import _normalize, _placeholders, explain
from armstrace.dates import cells as cells_of_dates
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError, TableError, shown
from armstrace.explain import Caveat
from armstrace.formats import tables
from armstrace.formats.layouts import LONG, Long, Wide
from armstrace.places.place import Place
from armstrace.records.figures import counts
from armstrace.records.figures.counts import Count
from armstrace.records.figures.tallies import Absence, Tally
from armstrace.records.statements.statements import Stance, Statement
from armstrace.records.tables.table_result import Problem, Skipped
from armstrace.sources import Citation, Source
from armstrace.weapons import kinds
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from armstrace.parties import Party

_HEADER_WITHIN = 50


@frozen(kw_only=True)
class TallyTable:
    """All rows of a table of totals.

    Attributes:
        source: The file.
        tallies: The figures, and why there is none where a cell is blank.
        citations: Where each of them stands.
        problems: What could not be taken as it stands, and printed totals that are no sums.
        skipped: Rows that hold no figures, totals among them.
        rows: How many rows the file has: read + rejected + skipped.
        read: How many rows gave figures.
        checked: How many printed totals were held against the sum of their parts.
        unmapped: Headers that no figure and no key was made from.
    """

    source: Source
    tallies: tuple[Tally, ...] = field(default=(), repr=False)
    citations: tuple[Citation, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    rows: int = 0
    read: int = 0
    checked: int = 0
    unmapped: tuple[str, ...] = ()

    def statements(
        self,
        speaker: Party | None = None,
        *,
        named: str = "",
        said: UncertainDate | None = None,
        reported: UncertainDate | None = None,
    ) -> tuple[Statement, ...]:
        """The figures as assertions of a speaker, each with its place in the table.

        Args:
            speaker: Who says so.
            named: The speaker as the source names it.
            said: When it was said.
            reported: When the source appeared.
        """
        return tuple(
            Statement(speaker=speaker, named=named, stance=Stance.ASSERT, proposition=tally, said=said,
                      reported=reported, cited=(citation,))
            for tally, citation in zip(self.tallies, self.citations, strict=True)
        )  # fmt: skip

    def explain(self, language: explain.Language = "en") -> str:
        """The account of the file: rows, figures, blanks, totals and problems."""
        given = explain.values(
            title=self.source.title,
            rows=self.rows,
            read=self.read,
            skipped=len(self.skipped),
            tallies=len(self.tallies),
            blank=sum(tally.count is None for tally in self.tallies),
            checked=self.checked,
        )
        lines = [explain.say("tallies.account", given, language)]
        return "\n".join((*lines, *(f"  {problem.explain(language)}" for problem in self.problems)))


def read_tallies(
    path: str | os.PathLike[str],
    layout: Long | Wide = LONG,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
) -> TallyTable:
    """The figures of a table of totals, from a CSV file or a sheet of a workbook.

    Printed totals are no figures of their own: they are held against the sum of what they stand for, and a problem
    says where they differ. A blank cell is never zero.

    Args:
        path: The file.
        layout: How the table is laid out.
        delimiter: The delimiter; by default the one under which the header is understood.
        encoding: The encoding; by default UTF-8, UTF-16 by its mark, else cp1252.
        sheet: The sheet of an ``.xlsx`` file (extra ``excel``).

    Raises:
        OSError: The file cannot be opened.
        TableError: No header that fits the layout is found.
        MissingExtra: The file is a workbook, and openpyxl is not installed.
    """
    file = Path(path)
    decoded, delimiters = tables.open_text(file, encoding=encoding, delimiter=delimiter, sheet=sheet)
    for mark in delimiters:
        lines = [line.cells for line in tables.split(decoded.text, mark)]
        for row, headers in enumerate(lines[:_HEADER_WITHIN], 1):
            fields = layout.fields(headers)
            columns = _columns(layout, headers, fields)
            if columns and fields and (isinstance(layout, Wide) or {"kind", "count"} <= fields.keys()):
                table = _Table(
                    layout=layout, source=Source(title=file.name), headers=headers, fields=fields, columns=columns
                )
                return table.read(lines, row)
    raise TableError("no header that fits the layout", table=file.name)


def _columns(layout: Long | Wide, headers: Sequence[str], fields: Mapping[str, int]) -> dict[int, KindSet]:
    """The columns with figures and the kinds they count; in a long table the one column of counts."""
    if isinstance(layout, Long):
        return {fields["count"]: KindSet()} if "count" in fields else {}
    if layout.kinds:
        named = {_normalize.key(header): own for header, own in layout.kinds}
        found = {index: named[key] for index, key in enumerate(map(_normalize.key, headers)) if key in named}
        return found if len(found) == len(named) else {}
    readings = {index: kinds.read(header[:100], language=layout.language) for index, header in enumerate(headers)}
    taken = set(fields.values())
    return {
        index: reading.kinds
        for index, reading in readings.items()
        if index not in taken and reading.kinds and not reading.unread
    }


@attrs.define(kw_only=True)
class _Table:
    """One table as it is read, row by row."""

    layout: Long | Wide
    source: Source
    headers: Sequence[str]
    fields: Mapping[str, int]
    columns: Mapping[int, KindSet]
    tallies: list[Tally] = field(factory=list)
    citations: list[Citation] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    skipped: list[Skipped] = field(factory=list)
    above: dict[str, str] = field(factory=dict)
    sums: dict[int, list[Count]] = field(factory=dict)
    places: dict[tuple[str, str], Place | None] = field(factory=dict)
    periods: dict[tuple[str, str], Period | None] = field(factory=dict)
    checked: int = 0
    summed: int = 0
    traits: dict[int, frozenset[str]] = field(factory=dict)
    whole_of: dict[int, tuple[int, ...]] = field(factory=dict)

    def read(self, lines: Sequence[Sequence[str]], header: int) -> TallyTable:
        if isinstance(self.layout, Wide):
            at = {_normalize.key(self.headers[index]): index for index in self.columns}
            self.traits = {at[key]: own for name, own in self.layout.traits if (key := _normalize.key(name)) in at}
            for whole, parts in self.layout.totals:
                own = [at.get(_normalize.key(part)) for part in (whole, *parts)]
                if None not in own:
                    first, *rest = (index for index in own if index is not None)
                    self.whole_of[first] = tuple(rest)
        for number, cells in enumerate(lines, 1):
            reason = self._skip_reason(number, cells, header)
            if reason:
                self.skipped.append(Skipped(row=number, reason=reason, text=_short(" | ".join(filter(None, cells)))))
            else:
                self._row(number, cells)
            if reason == "total":
                self._total_row(number, cells)
        used = {*self.fields.values(), *self.columns}
        return TallyTable(
            source=self.source,
            tallies=tuple(self.tallies),
            citations=tuple(self.citations),
            problems=tuple(self.problems),
            skipped=tuple(self.skipped),
            rows=len(lines),
            read=len(lines) - len(self.skipped),
            checked=self.checked,
            unmapped=tuple(name for index, name in enumerate(self.headers) if index not in used and name.strip()),
        )

    def _skip_reason(self, number: int, cells: Sequence[str], header: int) -> str:
        filled = [cell for cell in cells if cell.strip()]
        if not filled:
            return "blank"
        if number <= header:
            return "header" if number == header else "title"
        if tables.is_total(filled[0]):
            return "total"
        return "note" if len(filled) == 1 and tables.is_note(filled[0]) else ""

    def _cell(self, cells: Sequence[str], index: int | None) -> str:
        return cells[index] if index is not None and index < len(cells) else ""

    def _key(self, name: str, cells: Sequence[str], filled: list[Caveat]) -> str:
        """The cell of a key; where it is blank and may be filled down, that of the row above."""
        cell = self._cell(cells, self.fields.get(name)).strip()
        if cell:
            self.above[name] = cell
        elif name in self.layout.fill_down and name in self.above:
            filled.append(Caveat(code="tally.filled_down", values=explain.values(field=f"field_{name}")))
            return self.above[name]
        return cell

    def _row(self, number: int, cells: Sequence[str]) -> None:
        filled: list[Caveat] = []
        keys = {name: self._key(name, cells, filled) for name in ("year", "month", "state", "municipality", "kind")}
        place = self._place(keys["state"], keys["municipality"])
        period = self._period(number, keys["year"], keys["month"])
        found: dict[int, Count] = {}
        for index, own in self.columns.items():
            count, absence = self._count(number, index, self._cell(cells, index))
            if count is not None:
                found[index] = count
                self.sums.setdefault(index, []).append(count)
            word, counted = keys["kind"], own
            if isinstance(self.layout, Wide):
                word = self.headers[index]
            else:
                counted = kinds.read(word[:200], language=self.layout.language).kinds
            if index not in self.whole_of:
                self.tallies.append(
                    Tally(
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
                        caveats=tuple(filled),
                    )
                )
                self.citations.append(Citation(source=self.source, row=number, column=self.headers[index]))
        self._total_columns(number, found)

    def _count(self, number: int, index: int, cell: str) -> tuple[Count | None, Absence | None]:
        if _says_nothing(cell):
            return None, self.layout.blank
        try:
            return Count.parse(cell), None
        except ParseError:
            self._note("count_unreadable", number, index, value=cell)
            return None, Absence.UNREADABLE

    def _place(self, state: str, municipality: str) -> Place | None:
        key = state, municipality
        if key not in self.places:
            said = state or municipality or self.layout.country
            self.places[key] = (
                Place.read(country=self.layout.country, state=state, municipality=municipality) if said else None
            )
        return self.places[key]

    def _period(self, number: int, year: str, month: str) -> Period | None:
        key = year, month
        if key not in self.periods:
            self.periods[key] = _stretch(year, month)
            if self.periods[key] is None and year:
                self._note("date_unreadable", number, self.fields.get("year"), value=f"{month} {year}".strip())
        return self.periods[key]

    def _total_columns(self, number: int, found: Mapping[int, Count]) -> None:
        for whole, parts in self.whole_of.items():
            if whole in found and all(part in found for part in parts):
                self._check(number, whole, found[whole], counts.total(found[part] for part in parts))

    def _total_row(self, number: int, cells: Sequence[str]) -> None:
        """A printed total is the sum of the rows above, or of those since the last total."""
        for index in self.columns:
            cell = self._cell(cells, index)
            if _says_nothing(cell):
                continue
            printed, _ = self._count(number, index, cell)
            if printed is not None:
                everything = counts.total(self.sums.get(index, ()))
                since = counts.total(self.sums.get(index, [])[self.summed :])
                self._check(number, index, printed, since if printed.agrees(since) else everything)
        self.summed = max(map(len, self.sums.values()), default=0)

    def _check(self, number: int, index: int, printed: Count, added: Count) -> None:
        self.checked += 1
        if printed.agrees(added) is False:
            self._note("total_differs", number, index, value=str(printed), cause=str(added))

    def _note(self, code: str, number: int, index: int | None, *, value: str, cause: str = "") -> None:
        column = self.headers[index] if index is not None else None
        self.problems.append(Problem(code=code, row=number, column=column, value=_short(value), cause=cause))


def _stretch(year: str, month: str) -> Period | None:
    """The year, or the month of it; None where it is not said or cannot be read."""
    if not (len(year) == 4 and year.isascii() and year.isdigit()) or not 1800 <= int(year) <= 2200:
        return None
    if not month:
        return UncertainDate.of_year(int(year)).as_period()
    if month.isascii() and month.isdigit() and len(month) <= 2 and 1 <= int(month) <= 12:
        return UncertainDate.of_month(int(year), int(month)).as_period()
    try:
        return cells_of_dates.read_cell(f"{month} {year}", dayfirst=None).as_period()
    except ParseError:
        return None


def _says_nothing(cell: str) -> bool:
    """Whether a cell of counts says nothing: a zero, which elsewhere is a placeholder, is a count."""
    return cell.strip() != "0" and _placeholders.says_nothing(cell)


def _short(text: str) -> str:
    return text if len(text) <= 200 else shown(text)
