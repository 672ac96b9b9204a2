"""Tables of layouts that no column map has: read by the words of their headers and by their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armstrace import read_table, suggest_columns
from armstrace.errors import TableError

if TYPE_CHECKING:
    from pathlib import Path

    from armstrace.records.seizures import SeizedItem

TABLES = {
    "army": (
        """SECRETARÍA DE LA DEFENSA NACIONAL,,,,,,,,
NÚM. PROG.,FECHA ASEG.,ENTIDAD FED.,MPIO.,TPO. ARMA,MCA.,CAL.,MATR.,CANT.
1,05/03/2021,TAMPS.,REYNOSA,FUSIL,COLT,5.56 MM,L123456,1
2,22/03/2021,SIN.,CULIACAN,PISTOLA,BERETTA,9 MM,H12345Z,1
TOTAL,,,,,,,,2""",
        ("2021-03-05", "rifle", "5.56 mm", "L123456", 1),
    ),
    "prosecutor": (
        """No. Consec;Carpeta;Fecha de Puesta a Disposición;Delegación;Clase;Tipo;Marca;Modelo;Calibre;No. de Serie
1;FED/TAMP/0001/2020;12-ene-2020;TAMAULIPAS;LARGA;FUSIL;ROMARM;WASR-10;7.62X39;1-12345-2003
2;FED/SON/0002/2020;15-feb-2020;SONORA;CORTA;PISTOLA;GLOCK;17;9MM;ABC123""",
        ("2020-01-12", "rifle", "7.62x39 mm", "1-12345-2003", None),
    ),
    "answer to a request": (
        """Exhibit No.,Date Recovered,Seizing Agency,City,State,Firearm Type,Mfr.,Model,Cal.,Serial Number,Qty
1,03/25/2019,HSI,Laredo,TX,Rifle,Colt,M4,5.56,A45678,1
2,04/05/2019,HSI,McAllen,TX,Pistol,Glock,19,9,BCD456,1""",
        ("2019-03-25", "rifle", "5.56 mm", "A45678", 1),
    ),
    "state police": (
        """Nº BO;Data do Fato;Município;UF;Espécie;Marca;Modelo;Calib.;Nr. Série;Qtde
123/2020;05/03/2020;Niterói;RJ;PISTOLA;TAURUS;PT 92;9 mm;TKA12345;1
124/2020;25/03/2020;Maricá;RJ;FUZIL;COLT;AR-15;5,56;B12345;2""",
        ("2020-03-05", "pistol", "9 mm", "TKA12345", 1),
    ),
    "two header rows": (
        """,,ARMA,,,,,MUNICIÓN,
Folio,Fecha,Tipo,Marca,Calibre,Matrícula,Cantidad,Calibre,Cantidad
1,05/03/2021,FUSIL,COLT,5.56,L12345,1,5.56,30
2,25/03/2021,PISTOLA,COLT,.45,S/N,1,.45,7""",
        ("2021-03-05", "rifle", "5.56 mm", "L12345", 1),
    ),
    "typing errors": (
        """Fehca,Estdo,Tipo de amra,Marca,Calbire,Matricual,Cantidda
05/03/2021,Jalisco,Pistola,Glock,9mm,ABC123,1
06/03/2021,Jalisco,Fusil,Colt,.223,L12345,1""",
        ("2021-03-05", "pistol", "9 mm", "ABC123", 1),
    ),
    "names of variables": (
        """seizureId|seizureDate|stateName|weaponType|weaponMake|weaponModel|caliberDesc|serialNumber|quantity
1|2020-01-01|Texas|rifle|DPMS|A15|5.56|F123456|1""",
        ("2020-01-01", "rifle", "5.56 mm", "F123456", 1),
    ),
    "words of nobody": (
        """Fecha,Equipo,Detalle técnico,Piezas
05/03/2021,PISTOLA,9 mm,2
06/03/2021,FUSIL,7.62x39,3""",
        ("2021-03-05", "pistol", "9 mm", "", 2),
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_an_unknown_layout_is_read(tmp_path: Path, name: str) -> None:
    text, expected = TABLES[name]
    path = tmp_path / "a.csv"
    path.write_text(text + "\n", encoding="utf-8")
    result = read_table(path)
    seizure, item = result.seizures[0], result.seizures[0].items[0]
    assert "suggested" == result.column_map
    assert expected == (str(seizure.date), *_facts(item))
    assert [] == [problem for problem in result.problems if problem.rejects]


def _facts(item: SeizedItem) -> tuple[str, str, str, int | None]:
    return str(item.weapon.kinds), str(item.weapon.caliber), item.weapon.serial.text, item.count


def test_a_table_in_portuguese_has_a_map(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Data;UF;Espécie;Calibre;Nº de Série;Qtde\n05/03/2020;RJ;FUZIL;5,56;B12345;1\n", encoding="utf-8")
    result = read_table(path)
    assert ("seizures_pt", "2020-03-05", "BR") == (
        result.column_map,
        str(result.seizures[0].date),
        result.seizures[0].place.country.id,
    )
    assert ("rifle", "5.56 mm", "B12345", 1) == _facts(result.seizures[0].items[0])


def test_both_header_rows_are_headers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLES["two header rows"][0], encoding="utf-8")
    result = read_table(path)
    assert ["header", "header"] == [row.reason for row in result.skipped]
    assert ("MUNICIÓN Calibre", "MUNICIÓN Cantidad") == result.unmapped


def test_columns_in_doubt_are_problems(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLES["words of nobody"][0], encoding="utf-8")
    (problem,) = read_table(path).problems
    assert ("column_in_doubt", "Equipo", "kind", 1) == (problem.code, problem.column, problem.cause, problem.row)


def test_a_file_and_its_rows_give_the_same_suggestion(tmp_path: Path) -> None:
    text = TABLES["army"][0]
    path = tmp_path / "rows"
    path.write_text(text, encoding="utf-8")
    assert suggest_columns(path) == suggest_columns([line.split(",") for line in text.splitlines()])
    assert suggest_columns(str(path)).row == 2


def test_prose_is_no_header() -> None:
    rows = [["Tipo", "Marca", "palabras " * 20], ["Tipo", "Marca", "Calibre"], ["FUSIL", "COLT", ".223"]]
    assert 2 == suggest_columns(rows).row


@pytest.mark.parametrize("rows", [[], [["a", "b"]], [["Fecha", "Lugar"], ["x", "y"]]])
def test_rows_without_words_of_headers(rows: list[list[str]]) -> None:
    with pytest.raises(TableError):
        suggest_columns(rows)


def test_the_account_names_map_and_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Tipo,Cal,Foto\nFUSIL,.223,si\n", encoding="utf-8")
    lines = read_table(path).explain().splitlines()
    assert lines[1:] == [
        "  read by the column map suggested: kind = Tipo, caliber = Cal",
        "  columns that no field was made from: Foto",
    ]
    assert "columnas de las que no se hizo ningún campo: Foto" in read_table(path).explain("es")


_CELLS = st.sampled_from(
    ["", "S/D", "FUSIL", "9 mm", "05/03/2021", "A12345", "2", "TOTAL", "Subtotal", "1,200", "varios", "Nota: x", "\0"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(
        st.sampled_from(["Fecha", "Tipo", "Calibre", "Serie", "Cant.", "Lugar", "Foto", "Marca", ""]),
        min_size=2,
        max_size=7,
    ),
    st.lists(st.lists(_CELLS, max_size=9), max_size=12),
)
def test_each_line_is_a_record_a_problem_or_skipped(tmp_path: Path, header: list[str], rows: list[list[str]]) -> None:
    path = tmp_path / "a.csv"
    lines = [",".join(row).replace("1,200", '"1,200"') for row in (header, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        result = read_table(path)
    except TableError:
        return
    records = {record.citation.row for record in result.records}
    rejected = {problem.row for problem in result.problems if problem.rejects}
    skipped = {row.row for row in result.skipped}
    assert set(range(1, len(lines) + 1)) == records | rejected | skipped
    assert len(lines) == len(records) + len(rejected) + len(skipped)
