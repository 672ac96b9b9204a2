"""Tables of totals, long and wide, as CSV and as workbooks."""

from __future__ import annotations

import re
from pathlib import Path  # noqa: TC003  # fixtures are typed at run time

import pytest

from armstrace.dates.value import UncertainDate
from armstrace.errors import TableError, UnknownEntry
from armstrace.formats.layouts import LONG, LongLayout, WideLayout
from armstrace.formats.tallies import read_tallies
from armstrace.parties.table import Party
from armstrace.records.figures.tallies import Absence, Measure
from armstrace.weapons.kinds.kind_set import KindSet

WIDE = """Aseguramientos de armas;;;;
;;;;
Año;Estado;Pistola;Fusil;Observaciones
2022;Sonora;4;;x
;Jalisco;6;1;
2023;Sonora;s/d;0;
Fuente: SEDENA;;;;
TOTAL;;10;1;
"""


def write(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_wide_table(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, WIDE), WideLayout(country="MX", language="es", actor="SEDENA"))
    assert [(1, "title"), (2, "blank"), (3, "header"), (7, "note"), (8, "total")] == [
        (row.row, row.reason) for row in table.skipped
    ]
    assert (8, 3, 2, ("Observaciones",), ()) == (table.rows, table.read, table.checked, table.unmapped, table.problems)
    shown = [(str(t.count or t.absence), t.word, str(t.period), str(t.place)) for t in table.tallies]
    assert [
        ("4", "Pistola", "2022-01-01/2022-12-31", "Sonora, Mexico"),
        ("not_stated", "Fusil", "2022-01-01/2022-12-31", "Sonora, Mexico"),
        ("6", "Pistola", "None", "Jalisco, Mexico"),
        ("1", "Fusil", "None", "Jalisco, Mexico"),
        ("not_stated", "Pistola", "2023-01-01/2023-12-31", "Sonora, Mexico"),
        ("0", "Fusil", "2023-01-01/2023-12-31", "Sonora, Mexico"),
    ] == shown
    assert KindSet.of("rifle") == table.tallies[1].kinds
    assert (5, "Fusil") == (table.citations[3].row, table.citations[3].column)


def test_merged_cells_are_filled_down_only_on_request_and_say_so(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, WIDE), WideLayout(country="MX", language="es", fill_down=("year",)))
    assert "2022-01-01/2022-12-31" == str(table.tallies[2].period)
    assert ["tally.filled_down"] == [caveat.code for caveat in table.tallies[2].caveats]
    assert () == table.tallies[0].caveats
    assert "año: celda vacía, tomada de la fila de arriba" == table.tallies[3].caveats[0].explain("es")
    first = "Año;Estado;Pistola\n;Sonora;4\n"
    assert read_tallies(write(tmp_path, first), WideLayout(country="MX", fill_down=("year",))).tallies[0].period is None
    with pytest.raises(UnknownEntry, match="count"):
        LongLayout(fill_down=("count",))


LONG_TABLE = """Year,Month,State,Type,Count
2022,1,Texas,Pistol,"1,204"
2022,jun,Texas,Rifle,many
2022,13,Texas,Rifle,7
20x2,,Texas,Gizmo,2
"""


def test_a_long_table(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, LONG_TABLE), LongLayout(country="US", measure=Measure.TRACED))
    shown = [(str(t.count), str(t.period), str(t.kinds), t.word) for t in table.tallies]
    assert [
        ("1204", "2022-01-01/2022-01-31", "pistol", "Pistol"),
        ("None", "2022-06-01/2022-06-30", "rifle", "Rifle"),
        ("7", "None", "rifle", "Rifle"),
        ("2", "None", "", "Gizmo"),
    ] == shown
    assert ["count_unreadable", "date_unreadable", "date_unreadable"] == [one.code for one in table.problems]
    assert Absence.UNREADABLE is table.tallies[1].absence
    assert {Measure.TRACED} == {tally.measure for tally in table.tallies}


@pytest.mark.parametrize(
    ("totals", "problems"),
    [
        ("TOTAL;;10\n", []),
        ("TOTAL;;11\n", ["11 (10)"]),
        ("TOTAL;;\n", []),
        ("TOTAL;;many\n", ["many ()"]),
        ("Subtotal;;10\n2023;Sonora;5\nSubtotal;;5\nTOTAL;;15\n", []),
        ("Subtotal;;10\n2023;Sonora;5\nSubtotal;;6\nTOTAL;;15\n", ["6 (15)"]),
        ("Subtotal;;10\n2023;Sonora;5\nTOTAL;;16\n", ["16 (15)"]),
        ("2022;Chihuahua;\nSubtotal;;10\n2023;Sonora;\n2023;Jalisco;5\nSubtotal;;5\n", []),
    ],
)
def test_printed_totals_of_rows(tmp_path: Path, totals: str, problems: list[str]) -> None:
    table = read_tallies(
        write(tmp_path, f"Año;Estado;Pistola\n2022;Sonora;4\n2022;Jalisco;6\n{totals}"), WideLayout(country="MX")
    )
    assert problems == [f"{one.value} ({one.cause})" for one in table.problems]


@pytest.mark.parametrize(
    ("row", "problems", "checked"),
    [("4;6;10", [], 1), ("4;6;11", ["11 (10)"], 1), ("4;;11", [], 0), ("4;6;", [], 0)],
)
def test_printed_totals_of_columns(tmp_path: Path, row: str, problems: list[str], checked: int) -> None:
    layout = WideLayout(
        kinds=(("corta", KindSet.of("handgun")), ("larga", KindSet.of("long_gun")), ("suma", KindSet.of("firearm"))),
        totals=(("suma", ("corta", "larga")),),
        traits=(("larga", frozenset({"unspecified"})), ("otra", frozenset({"homemade"}))),
        blank=Absence.NOT_COLLECTED,
    )
    table = read_tallies(write(tmp_path, f"Año;Corta;Larga;Suma\n2022;{row}\n"), layout)
    assert (problems, checked) == ([f"{one.value} ({one.cause})" for one in table.problems], table.checked)
    assert ["Corta", "Larga"] == [tally.word for tally in table.tallies]
    assert frozenset({"unspecified"}) == table.tallies[1].traits
    assert table.tallies[0].place is None


def test_a_total_that_names_no_column_is_refused() -> None:
    with pytest.raises(UnknownEntry, match="pistols"):
        WideLayout(kinds=(("corta", KindSet.of("handgun")),), totals=(("pistols", ("corta",)),))
    assert (("pistola", ("fusil",)),) == WideLayout(totals=(("pistola", ("fusil",)),)).totals


def test_totals_over_columns_that_are_not_there_are_not_checked(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, "Año;Pistola\n2022;3\n"), WideLayout(totals=(("suma", ("pistola",)),)))
    assert (0, 1) == (table.checked, len(table.tallies))


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("a;b\n1;2\n", LONG),
        ("a;b\n1;2\n", WideLayout()),
        ("Year;Type\n2022;Pistol\n", LONG),
        ("Año;Estado\n2022;Sonora\n", WideLayout()),
        (
            "Año;Corta\n2022;1\n",
            WideLayout(kinds=(("corta", KindSet.of("handgun")), ("larga", KindSet.of("long_gun")))),
        ),
        ("Pistola;Fusil\n1;2\n", WideLayout()),
    ],
)
def test_a_table_of_another_layout_is_refused(tmp_path: Path, text: str, layout: LongLayout | WideLayout) -> None:
    with pytest.raises(TableError, match="no header that fits"):
        read_tallies(write(tmp_path, text), layout)


def test_figures_become_statements_with_their_places(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, WIDE), WideLayout(country="MX", language="es"))
    said = table.statements(Party.lookup("SEDENA"), reported=UncertainDate.of_year(2024))
    assert table.tallies == tuple(one.proposition for one in said)
    assert "a.csv, row 4, column Pistola" == str(said[0].cited[0])
    assert "El Heraldo" == table.statements(named="El Heraldo")[0].named


def test_the_account_in_both_languages(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, "Año;Pistola\n2022;3\n2023;\nTotal;4\n"), WideLayout())
    assert table.explain().splitlines() == [
        (
            "a.csv: 4 rows = 2 read + 0 rejected + 2 skipped; 2 figures, 1 of them without a count; "
            "1 printed totals checked"
        ),
        "  row 4, column Pistola: the printed total is not the sum (3): 4",
    ]
    assert "2 leídas" in table.explain("es")


def test_a_row_that_cannot_be_read_is_rejected(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, f"Año;Pistola\n2022;{'x' * 200_000}\n2023;4\n"), WideLayout())
    assert [("row_unreadable", 2, True)] == [(one.code, one.row, one.rejects) for one in table.problems]
    assert "3 rows = 1 read + 1 rejected + 1 skipped" in table.explain()


def test_a_header_that_is_repeated_is_skipped(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, "Año;Pistola\n2022;4\nAño;Pistola\n2023;5\n"), WideLayout())
    assert [("header", 1), ("header", 3)] == [(row.reason, row.row) for row in table.skipped]


def test_what_is_no_layout_is_refused_by_the_name_of_the_argument(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="layout: a str is no LongLayout"):
        read_tallies(write(tmp_path, "Año;Pistola\n2022;3\n"), "wide")  # type: ignore[arg-type]  # wrong on purpose


def test_a_table_prints_on_a_line(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, WIDE), WideLayout(country="MX", language="es"))
    assert re.fullmatch(r"a.csv: \d+ figures, \d+ skipped, \d+ problems", str(table))
    assert len(repr(table)) < 400


def test_hostile_cells_are_only_problems(tmp_path: Path) -> None:
    table = read_tallies(
        write(tmp_path, f"Año;Mes;Pistola\n2022;{'9' * 5000};{'1' * 100000}\n2022;;-5\n"), WideLayout()
    )
    assert ["date_unreadable", "count_unreadable", "count_unreadable"] == [one.code for one in table.problems]
    assert all(len(one.value) < 250 for one in table.problems)


def test_packings_are_no_pieces_and_a_mended_figure_is_noted(tmp_path: Path) -> None:
    table = read_tallies(write(tmp_path, "Año;Pistola\n2022;2 cajas\n2023;1O\n2024;2.000\n"), WideLayout())
    assert ["count_of_units", "count_repaired"] == [one.code for one in table.problems]
    assert ["None", "10", "2000"] == [str(tally.count) for tally in table.tallies]
