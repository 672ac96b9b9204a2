"""What of a table was not recognized, and a list that says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from armstrace import read_table
from armstrace.errors import AmbiguousEntry, ArmstraceError, TableError, UnknownEntry
from armstrace.records import Aliases, unrecognized, unrecognized_csv
from armstrace.records.tables.unrecognized_values import UnrecognizedValue

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """tipo,marca,modelo,calibre,estado,serie
chisme raro,BARETA SPORT,ZZ-9,calibre raro,Tamaulipax,1111111
chisme raro,BARETA SPORT,ZZ-9,calibre raro,Tamaulipax,2222222
FUSIL,COLT,M16A1,5.56x45,Tamaulipas,3333333
"""
MEANINGS = {
    "kind": "long_gun",
    "make": "Beretta",
    "model": "beretta-92fs",
    "caliber": "9x19mm",
    "state": "Tamaulipas",
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_what_is_left_over(table: Path) -> None:
    assert [
        ("caliber", "calibre raro", 2),
        ("kind", "chisme raro", 2),
        ("make", "BARETA SPORT", 2),
        ("model", "ZZ-9", 2),
        ("state", "Tamaulipax", 2),
    ] == [(each.field, each.value, each.count) for each in unrecognized(read_table(table))]


def test_a_table_that_is_understood_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text("tipo,marca,serie\nFUSIL,COLT,1234567\nPISTOLA,,1234568\n", encoding="utf-8")
    assert () == unrecognized(read_table(path))
    assert "field,value,meaning,count,nearest\n" == unrecognized_csv(())


def test_nearest_entries_are_offered(tmp_path: Path) -> None:
    path = tmp_path / "near.csv"
    path.write_text("item name,serial,date\nRIFEL,1,\n", encoding="utf-8")
    (left,) = unrecognized(read_table(path, "stock_us"))
    assert left.field == "item_name"
    assert "rifle" in left.nearest[:2]


def test_the_edited_list_is_read_back_and_leaves_the_registries_alone(table: Path, tmp_path: Path) -> None:
    edited = tmp_path / "mine.csv"
    head, *lines = unrecognized_csv(unrecognized(read_table(table))).splitlines()
    filled = [line.replace(",,2", f",{MEANINGS[line.split(',')[0]]},2") for line in lines]
    edited.write_text("\n".join([head, *filled]), encoding="utf-8")
    aliases = Aliases().with_rows(edited)
    result = read_table(table, aliases=aliases)
    assert ((), ()) == (unrecognized(result), result.problems)
    first, _, last = result.seizures
    weapon = first.items[0].weapon
    assert ("long_gun", "beretta", "beretta-92fs", "9x19mm", "MX-TAM") == (
        weapon.kinds.single.id,
        weapon.make.id,
        weapon.model.id,
        weapon.caliber.cartridge.id,
        first.place.state.id,
    )
    assert ("BARETA SPORT", "ZZ-9", "calibre raro") == (weapon.make.raw, weapon.model.raw, weapon.caliber.raw)
    assert "colt" == last.items[0].weapon.make.id
    assert read_table(table).problems


def test_an_item_name_means_a_kind(tmp_path: Path) -> None:
    path = tmp_path / "stock.csv"
    path.write_text("item name,serial,date\nWIDGET LARGE,1,\n", encoding="utf-8")
    result = read_table(path, "stock_us", aliases=Aliases().with_row("item_name", "Widget, large", "mortar"))
    assert "mortar" == result.custody[0].weapon.kinds.single.id


def test_a_state_of_another_country_stays_unread(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text("tipo,serie,pais,estado\nFUSIL,1,Guatemala,Tam'paulipas\n", encoding="utf-8")
    result = read_table(path, "seizures_es", aliases=Aliases().with_row("state", "Tam'paulipas", "MX-TAM"))
    assert result.seizures[0].place.state is None


def test_the_later_row_counts() -> None:
    aliases = Aliases().with_row("make", "X", "colt").with_row("make", "x", "ruger")
    assert "ruger" == aliases.meaning("make", "X.")
    assert aliases.meaning("model", "X") is None
    assert Aliases().meaning("make", "X") is None


@pytest.mark.parametrize(
    ("row", "error"),
    [
        (("sort", "x", "colt"), UnknownEntry),
        (("make", "--", "colt"), UnknownEntry),
        (("make", "x", "no such make"), UnknownEntry),
        (("kind", "x", "catapult"), UnknownEntry),
        (("model", "x", "no such model"), UnknownEntry),
        (("caliber", "x", "no such cartridge"), UnknownEntry),
        (("state", "x", "Atlantis"), UnknownEntry),
        (("model", "x", "56"), AmbiguousEntry),
    ],
)
def test_a_row_that_means_nothing(row: tuple[str, str, str], error: type[ArmstraceError]) -> None:
    with pytest.raises(error):
        Aliases().with_row(*row)


@pytest.mark.parametrize(
    ("text", "row", "code", "says"),
    [
        ("field,value,meaning\nmake,X,colt\nmake,Y,kolt\n", 3, "table.no_such_entry", "column meaning"),
        ("field,value,meaning\nsort,X,colt\n", 2, "table.no_such_entry", "column field"),
        ("field,value,meaning\nmake,,colt\n", 2, "table.no_such_entry", "column value"),
        ("field,value,meaning\nmodel,X,56\n", 2, "table.ambiguous_entry", "column meaning"),
        ("field,meaning\nmake,colt\n", 1, "table.other_columns", "no column value"),
        ("", 1, "table.other_columns", "no column field, value, meaning"),
    ],
)
def test_errors_name_row_column_and_cause(tmp_path: Path, text: str, row: int, code: str, says: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=says) as caught:
        Aliases().with_rows(path)
    assert (row, code) == (caught.value.row, caught.value.code)


def test_rows_without_a_meaning_are_left_alone_and_short_rows_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("field,value,meaning,count\nmake,X,,3\nmake,Y\n", encoding="utf-8")
    assert Aliases() == Aliases().with_rows(path)


def test_a_list_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes("field,value,meaning\nmake,Ñandú,colt\n".encode("cp1252"))
    with pytest.raises(TableError, match="UTF-8"):
        Aliases().with_rows(path)


def test_values_and_aliases_print_on_a_line() -> None:
    value = UnrecognizedValue(field="make", value="BARETA", count=3, nearest=("beretta",))
    assert "make: 3 × BARETA (nearest: beretta)" == str(value)
    assert "state: 1 × Ñ" == str(UnrecognizedValue(field="state", value="Ñ", count=1))
    assert ("0 aliases", "1 aliases: make") == (str(Aliases()), str(Aliases().with_row("make", "X", "colt")))


def test_what_is_no_result_is_refused_by_the_name_of_the_argument() -> None:
    with pytest.raises(TypeError, match="result: a str is no TableResult"):
        unrecognized("seizures.csv")  # type: ignore[arg-type]  # wrong on purpose


def test_other_problems_are_no_unrecognized_values(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("tipo,matricula,fecha\nFUSIL,1234567,ayer\n", encoding="utf-8")
    result = read_table(path)
    assert ["date_unreadable"] == [problem.code for problem in result.problems]
    assert () == unrecognized(result)
