"""Headers of private persons, and that their cells reach nothing."""

from __future__ import annotations

import pytest

from armstrace import _tables
from armstrace.formats.tables import read_table
from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.persons import names_person

PERSONS = [
    "nombre", "NOMBRE(S)", "Nombre del detenido", "Nombre completo", "imputado", "IMPUTADA", "detenido", "Detenidos",
    "poseedor", "Domicilio", "domicilio del imputado", "CURP", "No. de CURP", "R.F.C.", "Apellido paterno", "Alias",
    "Fecha de nacimiento", "F. NAC.", "FechaNacimiento", "edad", "Teléfono", "Víctima", "Número de detenido",
    "possessor", "Possessor Name", "possessor_dob", "PossessorAddress", "defendant", "name", "Name ", "DOB",
    "date of birth", "address", "Home address", "SSN", "Owner", "registered owner", "Purchaser", "suspect's name",
    "x" * 150 + " dob",
]  # fmt: skip
OTHERS = [
    "", "matrícula", "Nombre del municipio", "Número de detenidos", "total de detenidos", "No. detenidos", "item name",
    "Station Name (LEA)", "owner agency", "dealer", "municipio", "Estado", "persona moral", "autoridad responsable",
    "IP address", "number of suspects", "Agency", "Edad Media", "x" * 250 + " dob",
]  # fmt: skip


@pytest.mark.parametrize("header", PERSONS)
def test_persons(header):
    assert names_person(header)


@pytest.mark.parametrize("header", OTHERS)
def test_others(header):
    assert not names_person(header)


@pytest.mark.parametrize(
    ("cells", "person"),
    [
        ([], True),
        (["", "S/D"], True),
        (["1", "0", "12", "S/D", ""], False),
        (["1", "Juan"], True),
        (["5512345678"], True),
        (["1 y 2"], True),
    ],
)
def test_a_plural_over_figures_is_a_count(cells, person):
    assert person is names_person("DETENIDOS", cells)
    # but not a singular: it may be the number of a file about somebody
    assert names_person("detenido", cells)


def test_no_ready_made_map_has_one():
    for ready in ColumnMap.all():
        assert [] == [header for _, headers in ready.headers for header in headers if names_person(header)]


def test_the_table_has_no_twins():
    words = [row["word"] for row in _tables.rows("columns/persons.csv")]
    assert sorted(set(words)) == sorted(words)
    assert {"whole", "word", "role", "count"} == {row["match"] for row in _tables.rows("columns/persons.csv")}


TABLE = """Aseguramientos
fecha,tipo_arma,matricula,nombre del detenido,domicilio,detenidos
2023-06-22,FUSIL,967146,JUAN PEREZ,CALLE 5,1
2023-06-23,,,JUAN PEREZ,CALLE 5,2
,,,JUAN PEREZ,,
2023-06-24,PISTOLA,ABC123,JUAN PEREZ,CALLE 5,1,JUAN PEREZ
TOTAL,,,JUAN PEREZ,,
fecha,tipo_arma,matricula,nombre del detenido,domicilio,detenidos
"""


def test_their_cells_reach_nothing(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    result = read_table(path)
    assert "JUAN" not in repr(result)
    assert "CALLE" not in repr(result)
    assert not [extra for seizure in result.seizures for extra in seizure.extras if extra[0] != "detenidos"]
    assert [("person_column", 2, "nombre del detenido"), ("person_column", 2, "domicilio")] == [
        (problem.code, problem.row, problem.column) for problem in result.problems[:2]
    ]
    assert ("detenidos",) == result.unmapped
    assert (8, 2, 2, 4) == (result.rows, len(result.records), result.rejected, len(result.skipped))
    # the row with nothing but a name is no blank row
    assert ["no_weapon", "no_weapon", "row_long"] == [problem.code for problem in result.problems[2:]]
    assert "fecha" in result.skipped[-1].text
    assert "private person" in result.problems[0].explain("en")
    assert "particular" in result.problems[0].explain("es")
    assert "2 × column of private persons left out" in result.explain("en")


def test_the_caller_may_allow_them(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    result = read_table(path, allow_persons=True)
    assert ("nombre del detenido", "JUAN PEREZ") in result.seizures[0].extras
    assert "person_column" not in {problem.code for problem in result.problems}
    assert ("nombre del detenido", "domicilio", "detenidos") == result.unmapped


def test_a_map_does_not_allow_them(tmp_path):
    """That a caller's map names the column does not say that its cells may be kept."""
    path = tmp_path / "b.csv"
    path.write_text("serial,date of birth,owner\nABC123,2023-06-22,JANE ROE\n", encoding="utf-8")
    mine = ColumnMap.of("custody", language="en", serial="serial", date="date of birth", holder="owner")
    refused, allowed = read_table(path, mine), read_table(path, mine, allow_persons=True)
    assert (None, None) == (refused.custody[0].holder, refused.custody[0].date)
    assert (("serial", "serial"),) == refused.columns
    assert ("JANE ROE", "2023-06-22") == (allowed.custody[0].holder, str(allowed.custody[0].date))
