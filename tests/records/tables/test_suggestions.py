"""A column map from words and cells: the best pairs, doubts, rivals."""

from __future__ import annotations

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.records.tables.suggestions import SuggestedColumns, suggest


def suggested(table: dict[str, list[str]], **given) -> SuggestedColumns:
    return suggest(list(table), list(table.values()), **given)


def fields(found: SuggestedColumns) -> list[str | None]:
    return [column.field for column in found.columns]


@pytest.mark.parametrize(
    ("table", "chosen"),
    [
        ({"Arma": ["FUSIL"], "Cal": [".223"]}, ["kind", "caliber"]),
        ({"Armas aseguradas": ["3", "12"], "Tipo": ["FUSIL", "PISTOLA"]}, ["count", "kind"]),
        ({"Armas aseguradas": ["1 fusil AK-47 calibre 7.62", "2 pistolas calibre 9 mm"]}, ["description"]),
        ({"Description": ["Pistol", "Rifle"], "Make": ["Colt", "Colt"]}, ["kind", "make"]),
        ({"Item": ["Pistol", "Rifle"], "Exhibit": ["A", "B"]}, ["kind", "id"]),
        ({"Marca/Modelo": ["Glock 19"]}, ["make"]),
        ({"Tipo, marca y calibre": ["Pistola Glock 9mm"]}, ["description"]),
        ({"Clase": ["LARGA", "CORTA"], "Tipo": ["FUSIL", "PISTOLA"]}, [None, "kind"]),
        ({"Lugar": ["Sonora", "Sinaloa"]}, ["state"]),
        (
            {"Equipo": ["FUSIL", "PISTOLA"], "": ["9 mm", ".223"], "x": ["1/2/2020", "3/4/2020"]},
            ["kind", "caliber", "date"],
        ),
        ({"Case Date": ["1/2/2020"], "Weapon": ["Rifle"]}, ["date", "kind"]),
        ({"Foto": ["FUSIL"]}, [None]),
        ({"Tipo": ["1234", "abcd"]}, ["kind"]),
        ({"Fecha": ["x", "y"]}, ["date"]),
        ({"Dealer": ["A"], "Serial": ["A12345"], "Ship date": ["2020-01-01"]}, ["holder", "serial", "date"]),
        ({"Nombre del detenido": ["A"], "Arma": ["FUSIL"]}, [None, "kind"]),
        ({}, []),
    ],
)
def test_fields_of_columns(table: dict[str, list[str]], chosen: list[str | None]) -> None:
    assert chosen == fields(suggested(table))


@pytest.mark.parametrize(
    ("table", "doubtful"),
    [
        ({"Tipo": ["FUSIL"], "Fecha": ["05/03/2021"]}, []),
        ({"Tipo": ["1234", "abcd"]}, ["Tipo"]),
        ({"Equipo": ["FUSIL", "PISTOLA"]}, ["Equipo"]),
        ({"Lugar": ["Reynosa"]}, ["Lugar"]),
        ({"Serie": ["A12345"], "Matrícula": ["B12345"]}, ["Serie", "Matrícula"]),
        ({"Serie": ["A12345"], "Matrícula": [""]}, []),
        ({"Fecha": ["05/03/2021"], "Fecha (2)": ["06/03/2021"]}, ["Fecha", "Fecha (2)"]),
        ({"Fecha": ["05/03/2021"], "Fecha de oficio": ["06/03/2021"]}, []),
        ({"Obs": ["a"], "Notas": ["b"]}, []),
    ],
)
def test_doubtful_columns(table: dict[str, list[str]], doubtful: list[str]) -> None:
    assert doubtful == [column.header for column in suggested(table).columns if column.is_doubtful]


def test_of_rivals_for_a_serial_number_none_is_chosen() -> None:
    found = suggested({"Serie": ["A12345"], "Matrícula": ["B12345"], "Tipo": ["FUSIL"]})
    assert [None, None, "kind"] == fields(found)
    assert ("Matrícula",) == found.columns[0].rivals


def test_the_map_has_language_country_and_order() -> None:
    english = suggested({"Weapon Type": ["Rifle"], "State": ["Texas"], "Date": ["1/2/2020"]}).column_map
    assert ("en", "US", False, "seizure") == (english.language, english.country, english.dayfirst, english.record)
    portuguese = suggested({"Espécie": ["FUZIL"], "Data": ["1/2/2020"]}).column_map
    assert ("pt", "BR", True) == (portuguese.language, portuguese.country, portuguese.dayfirst)
    assert suggested({"Weapon Type": ["Rifle"]}).column_map.dayfirst is None
    assert suggested({"País": ["México"], "Estado": ["Sonora"], "Tipo": ["FUSIL"]}).column_map.country is None


def test_titles_show_the_record() -> None:
    assert "custody" == suggested({"Make": ["Colt"]}, titles=["Stolen guns"]).column_map.record


def test_columns_of_persons_are_left_out_unless_they_are_asked_for() -> None:
    table = {"Nombre del detenido": ["x"], "Fecha de detención": ["1/2/2020"]}
    assert suggested(table).columns[0].fields == ()
    assert [None, "date"] == fields(suggested(table))
    assert fields(suggested(table, persons=True))[1] == "date"


def test_a_suggestion_explains_itself_and_converts() -> None:
    found = suggested({"Tipo de arma": ["FUSIL"], "Foto": [""]})
    assert found.explain().splitlines() == [
        "Tipo de arma: kind; kind 95 (word of the header: tipo de arma, 100 % of the cells are read so)",
        "Foto: –; –",
    ]
    assert "palabra del encabezado: tipo de arma" in found.explain("es")
    assert found == from_plain(to_plain(found), SuggestedColumns)
    assert {"kind": 0} == found.fields


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        # a register number is the serial number where the table has weapons and no other
        (["No.", "Clase", "Marca", "Registro"], ["id", "kind", "make", "serial"]),
        (["Registro", "Clase", "Marca", "Serie"], ["id", "kind", "make", "serial"]),
        (["Registro", "Clase", "Calibre"], ["id", "kind", "caliber"]),
        # a type beside a model is the type of the model
        (["Make", "Model/Type", "Serial"], ["make", "model", "serial"]),
        (["Tipo/Modelo/Calibre", "Serie"], ["description", "serial"]),
        (["Arma", "Modelo y marca", "Serie"], ["kind", "make", "serial"]),
        (["Arma", "Cidade/UF", "Série"], ["kind", "municipality", "serial"]),
        (["Fecha", "Lugar", "Lo decomisado", "Armas largas"], ["date", "municipality", "description", None]),
    ],
)
def test_other_columns_decide_what_a_header_means(headers: list[str], fields: list[str | None]) -> None:
    assert fields == [column.field for column in suggest(headers, [[] for _ in headers]).columns]


def test_a_register_number_as_serial_number_is_doubtful() -> None:
    *_, last = suggest(["Clase", "Marca", "Registro"], [[], [], []]).columns
    assert ("serial", True) == (last.field, last.is_doubtful)
