"""Words of headers in three languages: the field that they name, vague words, words that rule a field out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.records.tables.columns import FIELDS
from armstrace.records.tables.header_words import read_header, records_of


@pytest.mark.parametrize(
    ("field", "headers"),
    [
        (
            "date",
            ["Fecha de aseguramiento", "FECHA ASEG.", "Date of Seizure (mm/dd/yyyy)", "Recovery Dt", "Dt. Apreens."],
        ),
        ("date", ["Data do Fato", "Fecha y hora", "Offense Date", "Case Date", "Fehca", "fechaEvento", "Date/Time"]),
        ("kind", ["TPO. ARMA", "Tipo de arma de fuego", "Weapon Type", "Espécie", "Gun Type", "Clase de arma", "Arma"]),
        ("make", ["Mfr.", "MCA.", "Firearm Make", "Nombre del fabricante", "Brand", "marcaArma", "Marca da arma"]),
        ("model", ["Model Name", "Mod.", "Modelo del arma", "MODELO"]),
        ("caliber", ["Calibre (mm)", "Caliber/Gauge", "Cal.", "Calbire", "Descripción del calibre", "caliberDesc"]),
        ("serial", ["No. de Serie", "Serial #", "MATR.", "Nº de série", "Numeração", "Ser. No.", "S/N", "Matricual"]),
        ("count", ["Cant.", "Qty", "Qtde", "# of weapons", "No. de armas", "Cantidda", "Total", "Piezas"]),
        ("id", ["Núm. progresivo", "Exhibit No.", "Folio", "No.", "#", "Exh. #", "PROP_TAG_NBR", "Consec.", "Nº Ord."]),
        ("case_number", ["Nº BO", "Case #", "Carpeta de Investigación", "NUC", "caseNum", "Processo", "Expediente"]),
        ("count_of_kind", ["Armas largas", "ARMAS CORTAS", "Armas curtas", "Long guns"]),
        ("state", ["ENTIDAD FED.", "UF", "Depto.", "Recovery State", "Estado"]),
        ("municipality", ["MPIO.", "City", "Município", "Recovery City"]),
        ("authority", ["Seizing Agency", "Autoridad que asegura", "Delegacia", "ORI"]),
        ("made_in", ["País de origen", "Country of Manufacture", "Procedencia"]),
        (
            "description",
            ["Description of Property", "Descripción del arma", "Armamento asegurado", "Material apreendido"],
        ),
        ("remarks", ["Observaciones", "Remarks", "Obs."]),
        ("stock_number", ["NSN", "National Stock Number"]),
    ],
)
def test_a_header_names_a_field(field: str, headers: list[str]) -> None:
    assert dict.fromkeys(headers, field) == {header: read_header(header).best for header in headers}


@pytest.mark.parametrize(
    "header",
    [
        *(
            "Fecha de nacimiento",
            "Data nasc.",
            "Año modelo",
            "Model Year",
            "Tipo de delito",
            "Ammo Type",
            "Cantidad de cartuchos",
        ),
        *(
            "Calibre del cartucho",
            "Serie del vehículo",
            "Estado de conservación",
            "Lugar",
            "Link",
            "Barrel Length",
            "x",
            "",
        ),
        *("Qty of magazines", "Valor", "Nombre", "x" * 5000),
    ],
)
def test_other_headers_name_none(header: str) -> None:
    assert read_header(header).best is None


def test_a_list_in_a_header_names_several_fields() -> None:
    reading = read_header("Marca / Modelo")
    assert (True, (("make", 95), ("model", 95))) == (reading.is_list, reading.scores)


def test_a_doubtful_word_lowers_the_score() -> None:
    certain, doubtful = (dict(read_header(header).scores)["date"] for header in ("Fecha", "Fecha de oficio"))
    assert doubtful < 70 < certain


def test_words_show_the_language_and_the_record() -> None:
    assert (("pt",), ("seizure",)) == (read_header("Data da apreensão").languages, read_header("Seized by").records)
    assert {"custody": 3} == dict(records_of("Stolen firearms inventory, FFL"))


@pytest.mark.parametrize(
    "row", _tables.rows("columns/header_words.csv"), ids=lambda row: f"{row['field']}-{row['word']}"
)
def test_words_belong_to_known_fields(row: dict[str, str]) -> None:
    known = {name for names in FIELDS.values() for name in names} | {"case_number", "count_of_kind"}
    if row["role"] == "record":
        assert row["field"] in FIELDS
    elif row["field"] == "*":
        assert row["role"] in {"neutral", "bars"}
    else:
        assert row["field"] in known
        assert row["role"] != "neutral"


@given(st.text(max_size=300))
def test_any_text_is_a_header(text: str) -> None:
    reading = read_header(text)
    assert all(0 < score <= 100 for _, score in reading.scores)
    assert reading == read_header(text)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        # names of columns in databases
        *(("SEIZ_DT", "date"), ("WPN_TYP_CD", "kind"), ("RECOV_CTY", "municipality"), ("RPT_AGCY_NM", "authority")),
        *(("DS_MARCA_ARMA", "make"), ("COD_CALIBRE", "caliber"), ("NR_SERIE", "serial"), ("QTD_ARMA", "count")),
        # figures of a scanner, and the letter l for an I
        *(("M0DELO", "model"), ("CAL1BRE", "caliber"), ("MUNIClPIO", "municipality"), ("0BS.", "remarks")),
        *(("FECHA DE A5EGURAM1ENTO", "date"), ("T1PO DE ARMA", "kind"), ("N0.", "id"), ("M24", None), ("7X9", None)),
        # words cut short
        *(("Observac.", "remarks"), ("Fabrican.", "make"), ("Munici.", "municipality"), ("xyzw", None)),
        # the country of the maker is no country of recovery
        *(("Mfr Country", "made_in"), ("País fabric.", "made_in"), ("Country of Final Destination", "country")),
        *(("Recovery Country", "country"), ("País del hecho", "country")),
        # the plural counts, the singular has a number
        *(("No. Armas", "count"), ("No. Arma", "serial"), ("Número de arma", "serial")),
        # another thing is counted
        *(("Qtd. de raias", None), ("Cantidad de estrías", None), ("No. of grooves", None)),
        *(("Lo decomisado", "description"), ("Quién decomisó", "authority"), ("Who seized", "authority")),
    ],
)
def test_headers_of_databases_scans_and_the_press(header: str, field: str | None) -> None:
    assert field == read_header(header).best


def test_a_delegation_is_an_office_or_a_part_of_a_city() -> None:
    found = read_header("Delegación")
    assert (None, {"authority", "municipality"}) == (found.best, {field for field, _ in found.scores})
