"""Files in: encodings, delimiters, headers, bad cells. No row is lost and no traceback comes from inside."""

from __future__ import annotations

import csv
import io
import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armstrace import samples
from armstrace.errors import TableError, UnknownEntry
from armstrace.formats.tables import read_table
from armstrace.records.tables.columns import ColumnMap

if TYPE_CHECKING:
    import pathlib

    from armstrace.records.tables.table_result import TableResult

HEADER = "fecha,entidad,tipo_arma,marca,calibre,matricula,cantidad"
ROW = "22/06/2023,Tamps,FUSIL,COLT,5.56,967146,1"


@pytest.fixture
def write(tmp_path: pathlib.Path):
    def written(content: str | bytes, encoding: str = "utf-8") -> pathlib.Path:
        path = tmp_path / "armas.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return written


def codes(result: TableResult) -> list[tuple[int, str]]:
    return [(problem.row, problem.code) for problem in result.problems]


def test_one_row(write) -> None:
    result = read_table(write(f"{HEADER}\n{ROW}\n"))
    (seizure,) = result.seizures
    weapon = seizure.items[0].weapon
    assert ("2023-06-22", "MX-TAM", 1) == (str(seizure.date), seizure.place.state.id, seizure.items[0].count)
    assert ("fusil", "colt", "967146") == (weapon.legal_word, weapon.make.id, weapon.serial.text)
    assert "armas.csv, row 2" == str(seizure.citation)
    assert ((), ()) == (result.problems, result.custody)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_and_delimiters(write, encoding: str, delimiter: str) -> None:
    text = f"{HEADER},observaciones\n{ROW},sin cargador – dañada\n".replace(",", delimiter)
    (seizure,) = read_table(write(text, encoding)).seizures
    assert "sin cargador - dañada" == seizure.remarks


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends(write, newline: str) -> None:
    assert 2 == len(read_table(write(newline.join([HEADER, ROW, ROW]))).records)


def test_titles_blanks_notes_and_totals_are_skipped_with_a_reason(write) -> None:
    lines = [
        "SECRETARÍA",
        "",
        HEADER,
        ROW,
        ",,,,,,",
        HEADER,
        "TOTAL,,,,,,1",
        "Gran total: 1",
        "Nota: cifras preliminares",
    ]
    result = read_table(write("\n".join(lines)))
    reasons = ["title", "blank", "header", "blank", "header", "total", "total", "note"]
    assert reasons == [row.reason for row in result.skipped]
    assert (9, 1, 0) == (result.rows, len(result.records), result.rejected)


@pytest.mark.parametrize("first", ["Total", "TOTALES", "Subtotal", "TOTAL GENERAL", "Total de armas aseguradas"])
def test_words_for_total(write, first: str) -> None:
    assert "total" == read_table(write(f"{HEADER}\n{first},,,,,,9")).skipped[-1].reason


@pytest.mark.parametrize("first", ["TOTALMENTE DESTRUIDA", "22/06/2023"])
def test_what_only_looks_like_a_total(write, first: str) -> None:
    result = read_table(write(f"{HEADER}\n{first},Tamps,FUSIL,,,1234567,1"))
    assert 1 == len(result.records)


def test_a_long_single_cell_is_a_note_and_a_short_one_is_not(write) -> None:
    text = f"{HEADER}\n{'Las cifras pueden variar ' * 4}\n,,,,,1234567,\n"
    result = read_table(write(text))
    assert ["header", "note"] == [row.reason for row in result.skipped]
    assert "1234567" == result.seizures[0].items[0].weapon.serial.text


def test_the_text_of_a_long_skipped_row_is_cut(write) -> None:
    assert len(read_table(write(f"{HEADER}\nNota: {'x' * 5000}\n{ROW}")).skipped[1].text) < 200


@pytest.mark.parametrize("content", [b"", b"\n\n \t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0"])
def test_empty_file(write, content: bytes) -> None:
    with pytest.raises(TableError, match="empty"):
        read_table(write(content))


def test_header_only(write) -> None:
    result = read_table(write(HEADER))
    assert ([], [(1, "no_rows")]) == (list(result.records), codes(result))


def test_no_such_file(tmp_path: pathlib.Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_table(tmp_path / "none.csv")


def test_unknown_headers_name_the_nearest_map_and_what_is_missing(write) -> None:
    with pytest.raises(TableError) as error:
        read_table(write("Fecha,Uno,Dos\n22/06/2023,COLT,1\n"))
    assert ("seizures_es", ("date",), ("kind", "serial"), 1) == (
        error.value.nearest,
        error.value.found,
        error.value.missing,
        error.value.row,
    )
    again = pickle.loads(pickle.dumps(error.value))
    assert (str(error.value), error.value.missing) == (str(again), again.missing)


def test_own_map(write) -> None:
    columns = ColumnMap.of("custody", language="en", country="US", dayfirst=False, serial="SN", date="When")
    result = read_table(write("SN,When,Other\nA123456,2/6/2019,x\n"), columns)
    (record,) = result.custody
    assert ("A123456", "2019-02-06", (("Other", "x"),)) == (record.weapon.serial.text, str(record.date), record.extras)
    assert ((("serial", "SN"), ("date", "When")), ("Other",)) == (result.columns, result.unmapped)


def test_missing_mapped_column(write) -> None:
    columns = ColumnMap.of("seizure", language="es", serial="Matrícula", date="Día")
    with pytest.raises(TableError) as error:
        read_table(write(f"{HEADER}\n{ROW}"), columns)
    assert ("own", ("date",)) == (error.value.nearest, error.value.missing)


def test_unknown_map(write) -> None:
    with pytest.raises(UnknownEntry, match="seizures_es"):
        read_table(write(f"{HEADER}\n{ROW}"), "seizures_fr")
    with pytest.raises(TypeError, match="columns: a dict is no column map"):
        read_table(write(f"{HEADER}\n{ROW}"), {"serial": "Matrícula"})  # type: ignore[arg-type]  # wrong on purpose


def test_a_result_prints_on_a_line() -> None:
    assert "seizures.csv: 60 records, 6 skipped, 2 problems" == str(samples.seizures())
    assert len(repr(samples.seizures())) < 1200


def test_two_columns_for_one_field(write) -> None:
    path = write("tipo,matricula,serie\nFUSIL,A1234,B2345\n")
    with pytest.raises(TableError, match=r"two columns claim one field: serial.*serie") as error:
        read_table(path, "seizures_es")
    assert error.value.row == 1
    with pytest.raises(TableError, match="two columns claim one field: date"):
        read_table(write("tipo,matricula,fecha,Fecha\nFUSIL,1,2,3\n"), "seizures_es")


def test_without_a_map_none_of_two_columns_is_taken_for_the_serial_number(write) -> None:
    result = read_table(write("tipo,matricula,serie\nFUSIL,A1234,B2345\n"))
    assert [(1, "column_not_chosen"), (1, "column_not_chosen")] == codes(result)
    assert (("matricula", "A1234"), ("serie", "B2345")) == result.seizures[0].extras
    assert "columns that no field was made from: matricula, serie" in result.explain()


def test_doubled_unmapped_headers_stay_apart(write) -> None:
    (seizure,) = read_table(write("tipo,matricula,foto,Foto,foto,,\nFUSIL,1234567,a,b,c,d,e\n")).seizures
    assert (("foto", "a"), ("Foto", "b"), ("foto (5)", "c"), ("column 6", "d"), ("column 7", "e")) == seizure.extras


def test_a_hundred_unmapped_columns_go_to_extras(write) -> None:
    names = ",".join(f"c{i}" for i in range(100))
    values = ",".join(f"v{i}" for i in range(100))
    result = read_table(write(f"{HEADER},{names}\n{ROW},{values}\n"))
    assert [(f"c{i}", f"v{i}") for i in range(100)] == list(result.seizures[0].extras)
    assert 100 == len(result.unmapped)


def test_wrong_delimiter_given(write) -> None:
    with pytest.raises(TableError, match="no header"):
        read_table(write(f"{HEADER}\n{ROW}\n"), delimiter=";")
    assert 1 == len(read_table(write(f"{HEADER}\n{ROW}\n"), delimiter=",").records)


def test_encoding_given(write) -> None:
    assert 1 == len(read_table(write(f"{HEADER}\n{ROW}\n", "cp1252"), encoding="cp1252").records)
    with pytest.raises(TableError, match="not ascii at byte"):
        read_table(write(f"{HEADER}\n{ROW},ñ\n"), encoding="ascii")
    with pytest.raises(TableError, match="no such encoding"):
        read_table(write(f"{HEADER}\n{ROW}\n"), encoding="klingon")
    with pytest.raises(TableError, match="not utf-16"):
        read_table(write(b"\xff\xfea\xd8\x00"))


def test_mixed_encodings_name_the_row(write) -> None:
    extra = f"{HEADER},observaciones\n"
    content = (extra + f"{ROW},dañada\n").encode() + f"{ROW},señas\n".encode("cp1252") + f"{ROW},x\n".encode()
    result = read_table(write(content))
    assert ["dañada", "señas", "x"] == [seizure.remarks for seizure in result.seizures]
    assert [(3, "encoding_mixed")] == codes(result)


def test_bytes_that_are_of_no_encoding(write) -> None:
    content = f"{HEADER},observaciones\n{ROW},x".encode() + b"\x81\n"
    result = read_table(write(content))
    assert ("x\ufffd", [(2, "encoding_mixed")]) == (result.seizures[0].remarks, codes(result))


def test_ragged_rows(write) -> None:
    result = read_table(write(f"{HEADER}\n22/06/2023,Tamps,FUSIL\n{ROW},,\n{ROW},x,\n"))
    assert [(2, "row_short"), (4, "row_long")] == codes(result)
    assert (("column 8", "x"),) == result.seizures[2].extras
    assert result.seizures[0].items[0].count is None


def test_nul_characters(write) -> None:
    result = read_table(write(f"{HEADER}\n{ROW.replace('COLT', 'CO' + chr(0) + 'LT')}\n"))
    assert ([(2, "nul")], "colt") == (codes(result), result.seizures[0].items[0].weapon.make.id)


def test_a_cell_of_ten_megabytes_takes_only_its_row(write) -> None:
    result = read_table(write(f"{HEADER}\n{ROW}\n{'x' * 10_000_000},Tamps,FUSIL,,,,\n{ROW}\n"))
    assert ([(3, "row_unreadable")], 2, 1, 4) == (codes(result), len(result.records), result.rejected, result.rows)


def test_only_such_cells(write) -> None:
    with pytest.raises(TableError, match="no header"):
        read_table(write("x" * 1_000_000))


def test_a_byte_order_mark_alone_is_empty_in_any_encoding(write) -> None:
    with pytest.raises(TableError, match="empty"):
        read_table(write("\ufeff \n", "utf-16"))


def test_open_quote_swallows_nothing_silently(write) -> None:
    text = f'{HEADER}\n"22/06/2023,Tamps,FUSIL,COLT,5.56,967146,1\n' + f"{ROW}\n" * 5
    result = read_table(write(text))
    assert result.rows == len(result.records) + result.rejected + len(result.skipped)
    assert result.problems


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("fecha", "31/02/2023", "date_unreadable"),
        ("fecha", "ayer", "date_unreadable"),
        ("cantidad", "-1", "count_not_positive"),
        ("cantidad", "0", "count_not_positive"),
        ("cantidad", "muchas", "count_unreadable"),
        ("cantidad", "1.5", "count_unreadable"),
        ("entidad", "Tejas del Norte", "state_unknown"),
        ("tipo_arma", "TRASTO", "kind_unread"),
        ("marca", "CHINA", "make_unread"),
        ("calibre", "grande", "caliber_unread"),
    ],
)
def test_a_bad_cell_leaves_the_record_alive(write, column: str, cell: str, code: str) -> None:
    good = dict(zip(HEADER.split(","), ROW.split(","), strict=True))
    result = read_table(write(f"{HEADER}\n{','.join((good | {column: cell}).values())}\n"))
    (problem,) = result.problems
    assert (code, 2, column, cell, False) == (
        problem.code,
        problem.row,
        problem.column,
        problem.value,
        problem.rejects,
    )
    (seizure,) = result.seizures
    assert ((column, cell),) == seizure.extras
    for language in ("en", "es"):
        assert cell in problem.explain(language)


def test_a_row_without_a_weapon_is_rejected_by_name(write) -> None:
    result = read_table(write(f"{HEADER}\n22/06/2023,Tamps,,S/D,,N/A,1\n"))
    (problem,) = result.problems
    assert ("no_weapon", True, 0) == (problem.code, problem.rejects, len(result.records))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=8))
def test_every_row_is_accounted_for(tmp_path: pathlib.Path, rows: list[list[str]]) -> None:
    """Whatever stands below the header: no error, and the rows add up (the result itself asserts it)."""
    text = io.StringIO()
    csv.writer(text).writerows([HEADER.split(","), *rows])
    path = tmp_path / "any.csv"
    path.write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
    result = read_table(path)
    assert result.rows >= 1
    assert result.explain("en") != result.explain("es")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_a_result_or_a_table_error(tmp_path: pathlib.Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(HEADER.encode() + b"\n" + content)
    try:
        result = read_table(path)
    except TableError:
        return
    assert result.rows == len(result.records) + result.rejected + len(result.skipped)


def test_the_public_list_of_transfers_is_read_without_a_map(write) -> None:
    """The list has no serial numbers; the stock number names the item."""
    result = read_table(
        write(
            "State,Station Name (LEA),NSN,Item Name,Quantity,UI,Acquisition Value,DEMIL Code,DEMIL IC,Ship Date\n"
            'AL,EXAMPLE POLICE DEPT,1005-00-073-9421,"RIFLE,5.56 MILLIMETER",3,Each,$499.00,D,1,'
            '"Sep 19, 2016 12:00:00 AM"\n'
        )
    )
    (record,) = result.custody
    assert ("2016-09-19", 3, "EXAMPLE POLICE DEPT") == (str(record.date), record.count, record.holder)
    assert "M16A1" == str(record.weapon.stock_number.stock_item)
    assert ("UI", "Acquisition Value", "DEMIL Code", "DEMIL IC") == result.unmapped
    assert () == result.problems
