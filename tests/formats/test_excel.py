"""Workbooks, read by the readers of CSV files."""

from __future__ import annotations

import builtins
import datetime
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from armstrace.errors import MissingExtra, TableError
from armstrace.formats import excel
from armstrace.formats.layouts import WideLayout
from armstrace.formats.tables import read_table
from armstrace.formats.tallies import read_tallies

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DAY = datetime.datetime.fromisoformat("2023-06-05")
ROWS: list[tuple[Any, ...]] = [
    ("ASEGURAMIENTOS", None, None, None),
    (None, None, None, None),
    ("Tipo", "Matrícula", "Fecha", "Cantidad"),
    ("FUSIL", "967I46", DAY, 1),
    ("PISTOLA", 12345, DAY.replace(hour=13, minute=30), "=1+1"),
]


def book(path: Path, **sheets: Sequence[tuple[Any, ...]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def test_a_workbook_reads_as_its_csv_does(tmp_path: Path) -> None:
    result = read_table(book(tmp_path / "a.xlsx", armas=ROWS))
    assert [(1, "title"), (2, "blank"), (3, "header")] == [(row.row, row.reason) for row in result.skipped]
    first, second = result.seizures
    assert ("2023-06-05", 1, 4) == (str(first.date), first.items[0].count, first.citation.row)
    assert ("12345", None) == (second.items[0].weapon.serial.text, second.items[0].count)
    # a formula that nobody calculated is no number
    assert ["count_unreadable"] == [problem.code for problem in result.problems]


def test_merged_cells_of_a_workbook(tmp_path: Path) -> None:
    rows = [("Año", "Estado", "Pistola"), (2022, "Sonora", 4), (None, "Jalisco", 6), ("TOTAL", None, 10)]
    path = book(tmp_path / "a.xlsx", x=rows)
    workbook = openpyxl.load_workbook(path)
    workbook["x"].merge_cells("A2:A3")
    workbook.save(path)
    table = read_tallies(path, WideLayout(country="MX", fill_down=("year",)))
    assert ["2022-01-01/2022-12-31"] * 2 == [str(tally.period) for tally in table.tallies]
    assert (1, ()) == (table.checked, table.problems)


def test_which_sheet_is_meant_is_not_guessed(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", one=ROWS, two=ROWS, empty=[])
    with pytest.raises(TableError, match=r"several sheets.*one, two"):
        read_table(path)
    assert 2 == len(read_table(path, sheet="two").records)
    with pytest.raises(TableError, match=r"no such sheet.*three: one, two, empty"):
        read_table(path, sheet="three")
    assert 2 == len(read_table(book(tmp_path / "b.xlsx", one=ROWS, empty=[])).records)
    with pytest.raises(TableError, match="no row can be read"):
        read_table(path, sheet="empty")
    with pytest.raises(TableError, match="empty"):
        read_table(book(tmp_path / "c.xlsx", empty=[]))


def test_what_is_no_workbook_is_a_table_error(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for content in (b"", b"not a zip", b"PK\x03\x04broken"):
        path.write_bytes(content)
        with pytest.raises(TableError, match="no workbook"):
            read_table(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "no sheets")
    with pytest.raises(TableError, match="no workbook"):
        read_table(path)
    with pytest.raises(FileNotFoundError):
        read_table(tmp_path / "none.xlsx")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path / "a.xlsx", x=ROWS)
    monkeypatch.setattr(excel, "_MOST_BYTES", 1000)
    with pytest.raises(TableError, match="too large when unpacked"):
        read_table(path)


def test_without_openpyxl_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path / "a.xlsx", x=ROWS)
    real = builtins.__import__

    def without(name: str, *more: object) -> object:
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *more)  # type: ignore[arg-type]  # wrong on purpose

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"armstrace\[excel\]"):
        read_table(path)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (2.0, "2"),
        (2.5, "2.5"),
        (1e21, "1000000000000000000000"),
        (7, "7"),
        (True, "True"),
        (DAY, "2023-06-05"),
        ("x", "x"),
    ],
)
def test_a_cell_is_written_as_it_is_seen(value: object, written: str) -> None:
    assert written == excel._cell(value, value)


def test_a_sheet_of_charts_has_no_rows(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=4, max_row=5))
    workbook.create_chartsheet("chart").add_chart(chart)
    workbook.save(tmp_path / "a.xlsx")
    assert 2 == len(read_table(tmp_path / "a.xlsx").records)
