"""One row: a record, and a problem for each cell that could not be taken as it stands."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from armstrace import explain
from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.rows import RowReader
from armstrace.sources import Source
from armstrace.weapons.makes.reader import MakeFlag
from armstrace.weapons.models.reader import ModelFlag
from armstrace.weapons.serials.states import SerialState

SOURCE = Source(title="a.csv")


def read(map_id: str, dates: tuple[str, ...] = (), **cells: str):
    """Cells by field; the header of each is its field."""
    reader = RowReader.of(ColumnMap.lookup(map_id), SOURCE, dates)
    return reader.read(7, cells, {name: name for name in cells if name != "other"})


def codes(problems) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.column) for problem in problems]


@pytest.mark.parametrize(
    ("serial", "count", "serials", "counts", "problems"),
    [
        ("1234567", "1", ["1234567"], [1], []),
        ("1234567", "1.0", ["1234567"], [1], []),
        ("1234567", "", ["1234567"], [None], []),
        ("979231; 425202", "2", ["979231", "425202"], [1, 1], []),
        ("979231; 425202", "", ["979231", "425202"], [1, 1], ["serials_and_count_differ"]),
        ("979231; 425202", "3", ["979231", "425202"], [1, 1], ["serials_and_count_differ"]),
        ("1234567", "2", ["1234567"], [2], ["one_serial_for_several"]),
        ("LIMADA", "2", [""], [2], []),
        ("", "4", [""], [4], []),
    ],
)
def test_serials_and_count(
    serial: str, count: str, serials: list[str], counts: list[int | None], problems: list[str]
) -> None:
    seizure, found = read("seizures_es", kind="FUSIL", serial=serial, count=count)
    assert serials == [item.weapon.serial.text for item in seizure.items]
    assert counts == [item.count for item in seizure.items]
    assert problems == [problem.code for problem in found]
    assert len(serials) == len(seizure.recorded())


def test_what_stands_beside_a_serial_number() -> None:
    seizure, problems = read("seizures_es", kind="FUSIL", serial="12345 CAI GEORGIA VT (VER FOTO)")
    assert ["CAI GEORGIA VT"] == [mark.text for mark in seizure.items[0].weapon.markings]
    assert [("serial_in_part", "VER FOTO")] == [(problem.code, problem.value) for problem in problems]
    record, _ = read("stock_us", make="COLT", serial="12345 CAI GEORGIA VT; 67890")
    assert not record.weapon.markings


def test_a_lot_is_no_serial() -> None:
    seizure, problems = read("seizures_es", kind="GRANADA DE FRAGMENTACION", serial="LOTE MA-90F018-001", count="3")
    (item,) = seizure.items
    assert ("MA-90F018-001", SerialState.NOT_RECORDED, 3) == (
        str(item.weapon.lot),
        item.weapon.serial.state,
        item.count,
    )
    assert () == problems


@pytest.mark.parametrize(
    ("cells", "make", "model", "pattern"),
    [
        ({"make": "NORINCO 56S"}, "norinco", None, None),
        ({"make": "AK-47"}, None, None, "AK"),
        ({"make": "COLT", "model": "M16A1"}, "colt", "M16A1", None),
        ({"make": "S/M", "model": "BARRETT M82A1"}, "barrett", "M82A1", None),
        ({"kind": "R-15", "make": "", "model": ""}, None, None, "AR"),
        ({"make": "COLT", "model": "AK-47 TIPO"}, "colt", None, "AK"),
        ({"make": "S/M", "model": "COLT PYTHON"}, "colt", "Python", None),
        # an alias: not every Browning M2 is a Browning
        ({"make": "S/M", "model": "BROWNING M2"}, None, "M2", None),
        ({"make": "WASR"}, None, "WASR", None),
    ],
)
def test_each_cell_is_read_where_it_belongs(
    cells: dict[str, Any], make: str | None, model: str | None, pattern: str | None
) -> None:
    seizure, _ = read("seizures_es", **{"kind": "FUSIL", "serial": "1234567"} | cells)
    weapon = seizure.items[0].weapon
    assert make == (weapon.make.id if weapon.make else None)
    if model is not None:
        assert model == weapon.model.name
    if pattern is not None:
        assert pattern == weapon.pattern


def test_a_number_of_two_designs_is_no_model() -> None:
    """Norinco's carbine of the SKS design and its rifle of the AK design are both Type 56."""
    seizure, problems = read("seizures_es", kind="FUSIL", make="NORINCO 56", serial="1234567")
    weapon = seizure.items[0].weapon
    assert ("norinco", None, None) == (weapon.make.id, weapon.model, weapon.pattern)
    assert [("make_unread", "make")] == codes(problems)
    assert ("make", "NORINCO 56") in seizure.extras


@pytest.mark.parametrize(
    ("make", "unread"), [("COLT X99", True), ("COLT .45", False), ("GLOCK 92FS", True), ("COLT PISTOLA", False)]
)
def test_what_is_left_of_a_make_cell_is_no_model_unless_it_is_a_known_one(make: str, unread: bool) -> None:
    seizure, problems = read("seizures_es", kind="PISTOLA", make=make, serial="1234567")
    weapon = seizure.items[0].weapon
    assert (make.split(maxsplit=1)[0].lower(), None) == (weapon.make.id, weapon.model)
    assert ([make] if unread else []) == [problem.value for problem in problems]


@pytest.mark.parametrize(
    ("kind", "model"),
    [("PISTOLA", "ruger-american-pistol"), ("RIFLE", "ruger-american"), ("ARMA DE FUEGO", None)],
)
def test_the_kind_narrows_a_name_of_several_models(kind: str, model: str | None) -> None:
    seizure, _ = read("seizures_es", kind=kind, make="RUGER", model="AMERICAN", serial="1")
    assert model == seizure.items[0].weapon.model.id


@pytest.mark.parametrize(
    ("cells", "caliber"),
    [
        ({"kind": "ametralladora cal .50"}, "12.7x99mm"),
        ({"kind": "REVOLVER", "caliber": ".357"}, "357-magnum"),
        ({"kind": "ESCOPETA", "caliber": "12"}, "12-gauge"),
        ({"kind": "FUSIL", "caliber": "S/D"}, None),
        ({"model": "M870", "caliber": "12"}, "12-gauge"),
        ({"model": "X99", "caliber": "9x19"}, "9x19mm"),
    ],
)
def test_caliber_and_kind_help_each_other(cells: dict[str, Any], caliber: str | None) -> None:
    seizure, problems = read("seizures_es", serial="1234567", **cells)
    found = seizure.items[0].weapon.caliber
    assert caliber == (found.cartridge.id if found else None)
    assert () == problems


def test_two_calibers_in_one_cell_are_not_chosen_from() -> None:
    seizure, problems = read("seizures_es", kind="FUSIL", serial="1", caliber="5.56 y 9x19")
    assert seizure.items[0].weapon.caliber is None
    assert [("caliber_unread", "caliber")] == codes(problems)
    assert "several" in problems[0].cause


def test_model_fills_no_field_of_the_weapon() -> None:
    """What is said is stored; what follows from the model is derived elsewhere."""
    seizure, _ = read("seizures_es", kind="ARMA LARGA", model="M16A1", serial="1234567")
    weapon = seizure.items[0].weapon
    assert (None, None, None, "long_gun") == (weapon.fire_modes, weapon.caliber, weapon.action, weapon.kinds.single.id)


def test_custody_row() -> None:
    record, problems = read(
        "stock_us",
        id="K1",
        item_name="RIFLE,5.56 MILLIMETER",
        stock_number="1005-00-073-9421",
        serial="0860534",
        date="Jun 26, 2013 12:00:00 AM",
        holder="EXAMPLE COUNTY SHERIFF",
        list_name="STOCK",
        state="UT",
        count="1",
        remarks="N/A",
        other="x",
    )
    weapon = record.weapon
    assert ("rifle", None, "5.56x45mm") == (weapon.kinds.single.id, weapon.legal_word, weapon.caliber.cartridge.id)
    assert ("1005-00-073-9421", "2013-06-26", "US-UT") == (
        str(weapon.stock_number),
        str(record.date),
        record.place.state.id,
    )
    assert ("EXAMPLE COUNTY SHERIFF", "STOCK", None) == (record.holder, record.list_name, record.remarks)
    assert (("other", "x"),) == record.extras
    assert () == problems


def test_english_words_are_no_words_of_mexican_law() -> None:
    record, _ = read("stock_us", kind="RIFLE", serial="1234567")
    assert record.weapon.legal_word is None
    seizure, _ = read("seizures_es", kind="RIFLE", serial="1234567")
    assert "rifle" == seizure.items[0].weapon.legal_word


def test_several_serials_of_one_listed_weapon_are_not_chosen_from() -> None:
    record, problems = read("stock_us", make="COLT", serial="979231; 425202")
    assert SerialState.NOT_RECORDED is record.weapon.serial.state
    assert "serials_several" in [problem.code for problem in problems]
    assert ("serial", "979231; 425202") in record.extras


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("GUN,CAULKING", "item_name_unread"),
        ("RIFLE,INERT", "item_name_unread"),
        ("WIDGET,LARGE", "item_name_unread"),
        ("GUN,DISPENSING", "item_name_unread"),
        ("SHOTGUN,12 GAGE,LESS LETHAL", "item_name_in_part"),
        ("SHOTGUN,12 GAGE,RIOT TYPE", None),
        ("RIFLE,DUMMY", None),
        ("RIFLE,5.56 MILLIMETER", None),
    ],
)
def test_item_names(name: str, code: str | None) -> None:
    _, problems = read("stock_us", item_name=name, serial="1234567")
    assert ([code] if code else []) == [problem.code for problem in problems]


def test_make_and_model_in_an_item_name() -> None:
    record, _ = read("stock_us", item_name="PISTOL, 40CAL, GLOCK GEN 3", serial="DC181WS")
    assert ("glock", "40-sw") == (record.weapon.make.id, record.weapon.caliber.cartridge.id)


@pytest.mark.parametrize(
    ("name", "number", "kind"),
    [
        ("RECEIVER", "1005-01-000-0000", "part"),
        ("RECEIVER,RADIO", "5821-01-000-0000", None),
        ("LIGHT,DESK", "6230-01-000-0000", None),
        ("MORTAR", "6640-01-000-0000", None),
        ("GUN,PAINTBALL", "7810-01-000-0000", "replica"),
        ("RECEIVER", "", "part"),
    ],
)
def test_an_item_name_counts_only_in_the_classes_of_weapons(name: str, number: str, kind: str | None) -> None:
    record, problems = read("stock_us", (), item_name=name, stock_number=number, serial="1234567")
    found = record.weapon.kinds.single
    assert kind == (found.id if found else None)
    assert (kind is None) is ("item_name.other_class" in [problem.cause for problem in problems])


def test_the_words_that_name_a_thing_are_kept() -> None:
    record, _ = read("stock_us", kind="R-15", serial="1234567")
    assert "R-15" == record.weapon.raw
    record, _ = read("stock_us", item_name="RIFLE,5.56 MILLIMETER", serial="1234567")
    assert "RIFLE,5.56 MILLIMETER" == record.weapon.raw
    record, _ = read("stock_us", kind="RIFLE", item_name="RIFLE,5.56 MILLIMETER", serial="1234567")
    assert "RIFLE | RIFLE,5.56 MILLIMETER" == record.weapon.raw


@pytest.mark.parametrize(
    ("cells", "contradicts"),
    [
        ({"item_name": "RIFLE,5.56 MILLIMETER"}, False),
        ({"item_name": "RIFLE"}, False),
        ({"kind": "LONG GUN", "caliber": ".223"}, False),
        ({"model": "M16"}, False),
        ({"model": "M16A1"}, False),
        ({"item_name": "PISTOL,9 MILLIMETER"}, True),
        ({"item_name": "RIFLE,7.62 MILLIMETER"}, True),
        ({"item_name": "RIFLE,DUMMY"}, True),
        ({"item_name": "RIFLE,5.56 MILLIMETER,M16A2"}, True),
        ({"model": "M14"}, True),
        ({"item_name": "RIFLE,BOLT ACTION"}, True),
    ],
)
def test_a_stock_number_that_contradicts_another_cell(cells: dict[str, str], contradicts: bool) -> None:
    record, problems = read("stock_us", (), stock_number="1005-00-073-9421", serial="1234567", **cells)
    assert contradicts is ("stock_number_in_part" in [problem.code for problem in problems])
    assert "1005-00-073-9421" == str(record.weapon.stock_number)
    for problem in problems:
        assert problem.explain("en") != problem.explain("es")


def test_bad_stock_number() -> None:
    record, problems = read("stock_us", make="COLT", stock_number="M16", serial="1234567")
    assert record.weapon.stock_number is None
    assert [("stock_number_unread", "stock_number")] == codes(problems)


def test_country_of_manufacture() -> None:
    seizure, problems = read("seizures_es", kind="FUSIL", serial="1", made_in="E.U.A.")
    assert ("US", ()) == (seizure.items[0].weapon.made_in.id, problems)
    seizure, problems = read("seizures_es", kind="FUSIL", serial="1", made_in="Freedonia")
    assert (None, [("country_unknown", "made_in")]) == (seizure.items[0].weapon.made_in, codes(problems))


@pytest.mark.parametrize(
    ("cells", "country", "state", "municipality"),
    [
        ({}, None, None, None),
        ({"state": "Tamps", "municipality": "Reynosa"}, "MX", "MX-TAM", "Reynosa"),
        ({"municipality": "Reynosa"}, "MX", None, "Reynosa"),
        ({"country": "Guatemala"}, "GT", None, ""),
    ],
)
def test_place(cells: dict[str, Any], country: str | None, state: str | None, municipality: str | None) -> None:
    seizure, problems = read("seizures_es", kind="FUSIL", serial="1", **cells)
    place = seizure.place
    assert () == problems
    if country is None:
        assert place is None
    else:
        assert (country, state, municipality) == (
            place.country.id,
            place.state.id if place.state else None,
            place.municipality,
        )


def test_the_order_of_dates_is_that_of_the_column() -> None:
    dates = ("5/25/21", "6/28/23", "22/06/2023")
    seizure, _ = read("seizures_es", dates, kind="FUSIL", serial="1", date="2/6/19")
    assert "2019-02-06" == str(seizure.date)
    seizure, _ = read("seizures_es", dates, kind="FUSIL", serial="1", date="02/06/2019")
    assert "2019-06-02" == str(seizure.date)


def test_long_values_are_cut_in_problems_and_kept_in_extras() -> None:
    long = "x" * 5000
    seizure, problems = read("seizures_es", kind=long, serial="1234567")
    assert [("kind_unread", "kind")] == codes(problems)
    assert len(problems[0].value) < 200
    assert (("kind", long),) == seizure.extras


def test_a_row_that_only_has_a_serial_is_a_record() -> None:
    seizure, problems = read("seizures_es", serial="1234567")
    assert ("1234567", ()) == (seizure.items[0].weapon.serial.text, problems)


@pytest.mark.parametrize(
    ("cells", "code", "column", "value"),
    [
        ({"kind": "ESCOPETA TRASTO", "caliber": "12"}, "kind_in_part", "kind", "trasto"),
        ({"kind": "ametralladora cal .50", "caliber": "9x19"}, "kind_in_part", "kind", "cal .50"),
        ({"kind": "FUSIL", "make": "COLT XYZ", "model": "M16A1"}, "make_in_part", "make", "xyz"),
        ({"kind": "FUSIL", "model": "calibre .380"}, "model_unread", "model", "calibre .380"),
    ],
)
def test_what_is_understood_in_part_is_no_loss(cells: dict[str, Any], code: str, column: str, value: str) -> None:
    """The rest of a cell is a problem, and the whole cell stays in the extras."""
    seizure, problems = read("seizures_es", serial="1234567", **cells)
    (problem,) = problems
    assert (code, column, value) == (problem.code, problem.column, problem.value.casefold())
    assert (column, cells[column]) in seizure.extras
    for language in ("en", "es"):
        assert problem.value in problem.explain(language)


@pytest.mark.parametrize(
    "cells",
    [
        {"kind": "ametralladora cal .50", "caliber": ".50 BMG"},
        {"kind": "ametralladora cal .50"},
        {"make": "NORINCO MAK-90", "model": "MAK-90"},
    ],
)
def test_what_another_cell_says_too_is_no_problem(cells: dict[str, Any]) -> None:
    _, problems = read("seizures_es", serial="1234567", **cells)
    assert () == problems


@pytest.mark.parametrize(
    ("name", "cell", "causes"),
    [
        ("date", "hoy mero", "date.relative"),
        ("date", "31/02/2023", "date.no_such_day"),
        ("date", "13/2023", "date.no_such_month"),
        ("date", "5 ene", "date.no_year"),
        ("date", "1799", "date.year_outside"),
        ("date", "99999", "date.no_day_number"),
        ("date", "2018-05/..", "date.period"),
        ("caliber", "no such thing", "caliber.none"),
        ("caliber", "5.56 y 9x19", "caliber.several"),
        ("caliber", "9" * 3000, "caliber.too_long"),
        ("stock_number", "1005", "stock_number.none"),
        ("make", "MEXICO", "country"),
        ("make", "fusil AK-47", "model"),
        ("make", "45", "no_make"),
        ("make", "x" * 400, "too_long"),
        ("make", "colt y beretta", "several_makes"),
        ("make", "beretta P226", "not_of_make"),
        ("make", "colt X99", "not_in_registry"),
        ("model", "modelo", "no_model"),
        ("model", "tipo M4", "ambiguous|type_of"),
        ("model", "tipo 92", "needs_make|type_of"),
    ],
)
def test_the_causes_of_the_readers_of_cells_have_words_in_both_languages(name: str, cell: str, causes: str) -> None:
    cells: dict[str, Any] = {"kind": "PISTOLA", "serial": "1234567", name: cell}
    _, problems = read("seizures_es", **cells)
    assert [(name, causes)] == [(problem.column, problem.cause) for problem in problems]
    for cause in causes.split("|"):
        english, spanish = (explain.term(cause, language) for language in ("en", "es"))
        assert cause not in (english, spanish)
        assert english != spanish


@pytest.mark.parametrize("flag", [*MakeFlag, *ModelFlag])
def test_every_remark_of_a_reader_has_a_word_in_both_languages(flag: MakeFlag | ModelFlag) -> None:
    assert len({flag.value, explain.term(flag, "en"), explain.term(flag, "es")}) == 3


@pytest.mark.parametrize(
    ("cell", "count", "codes_of_problems"),
    [
        ("1,000", 1000, []),
        ("2.000 pzas.", 2000, []),
        ("2.000", None, [("count_not_exact", "count")]),
        ("1O", 10, [("count_repaired", "count")]),
        ("3 pzas.", 3, []),
        ("UNA", 1, []),
        ("S/D", None, []),
        ("0", None, [("count_not_positive", "count")]),
        ("-2", None, [("count_not_positive", "count")]),
        ("varios", None, [("count_unreadable", "count")]),
        ("2 cajas", None, [("count_of_units", "count")]),
        ("2 kg", None, [("count_unreadable", "count")]),
        ("más de 10", None, [("count_not_exact", "count")]),
        ("10-15", None, [("count_not_exact", "count")]),
    ],
)
def test_a_count_is_exact_or_a_problem(cell: str, count: int | None, codes_of_problems: list[tuple[str, str]]) -> None:
    seizure, problems = read("seizures_es", kind="CARTUCHO", caliber="7.62x39", count=cell)
    assert count == seizure.items[0].count
    assert codes_of_problems == [found for found in codes(problems) if found[1] == "count"]
    assert (("count", cell) in seizure.extras) is bool(codes_of_problems)


def test_other_counts_of_the_column_show_its_decimals() -> None:
    reader = RowReader.of(ColumnMap.lookup("seizures_es"), SOURCE, (), ("12.5", "2.000"))
    seizure, problems = reader.read(1, {"kind": "FUSIL", "count": "2.000"}, {"kind": "kind", "count": "count"})
    assert (2, ()) == (seizure.items[0].count, problems)


def items_of(seizure) -> list[tuple[str, int | None, str]]:
    return [(str(item.weapon.kinds), item.count, item.weapon.serial.text) for item in seizure.items]


@pytest.mark.parametrize(
    ("cells", "items", "problems"),
    [
        ({"description": "Pistola marca Glock calibre 9 mm matrícula ABC123"}, [("pistol", None, "ABC123")], []),
        ({"description": "Pistola Glock", "count": "2"}, [("pistol", 2, "")], []),
        ({"description": "2 pistolas Glock", "count": "2"}, [("pistol", 2, "")], []),
        ({"description": "3 pistolas Glock", "count": "2"}, [("pistol", 2, "")], ["counts_differ"]),
        (
            {"description": "1 fusil Colt y 60 cartuchos"},
            [("rifle", 1, ""), ("ammunition", 60, "")],
            [],
        ),
        ({"description": "60 cartuchos"}, [("ammunition", 60, "")], []),
        (
            {"description": "2 pistolas y 1 fusil", "count": "3"},
            [("pistol", 2, ""), ("rifle", 1, "")],
            [],
        ),
        (
            {"description": "2 pistolas y un revólver", "count": "9"},
            [("pistol", 2, ""), ("revolver", 1, "")],
            ["counts_differ"],
        ),
        ({"kind": "PISTOLA", "description": "Pistola Glock", "serial": "ABC123"}, [("pistol", None, "ABC123")], []),
        ({"kind": "PISTOLA", "description": "Escopeta"}, [("pistol", None, "")], ["description_differs"]),
        ({"kind": "PISTOLA", "description": "1 fusil y 1 escopeta"}, [("pistol", None, "")], ["description_several"]),
        ({"kind": "PISTOLA", "description": "xyz"}, [("pistol", None, "")], ["description_unread"]),
        ({"kind": "PISTOLA", "description": "pistola " * 2000}, [("pistol", None, "")], ["description_unread"]),
        ({"description": "0 fusiles"}, [("rifle", None, "")], ["count_not_exact"]),
        (
            {"kind": "PISTOLA", "caliber": "9x19", "description": "pistola calibre .45 ACP"},
            [("pistol", None, "")],
            ["description_differs"],
        ),
    ],
)
def test_a_description_gives_things_and_completes_other_cells(cells, items, problems) -> None:
    seizure, found = read("seizures_es", **cells)
    assert items == items_of(seizure)
    assert problems == [problem.code for problem in found]


def test_what_a_description_adds_to_other_cells() -> None:
    seizure, problems = read("seizures_es", kind="PISTOLA", make="Glock", description="Pistola calibre 9x19 modelo 17")
    weapon = seizure.items[0].weapon
    assert ("glock", "9x19mm") == (weapon.make.id, weapon.caliber.cartridge.id)
    assert [] == [problem.code for problem in problems if problem.code == "description_differs"]


def test_a_custody_record_holds_one_thing() -> None:
    record, problems = read("stock_us", description="2 pistols and 1 rifle")
    assert ["serials_several"] == [problem.code for problem in problems]
    assert record.extras == (("description", "2 pistols and 1 rifle"),)


@pytest.mark.parametrize(
    ("cells", "problems", "is_record"),
    [
        ({"tipo": "MOTONETA", "marca": "ITALIKA"}, ["kind_unread", "no_weapon"], False),
        ({"tipo": "CANCELADO"}, ["kind_unread", "no_weapon"], False),
        # any fact of a weapon keeps the record
        ({"tipo": "MOTONETA", "marca": "COLT"}, ["kind_unread"], True),
        ({"tipo": "ARTEFACTO RARO", "calibre": "9 mm"}, ["kind_unread"], True),
        ({"tipo": "ARTEFACTO RARO", "serie": "AB1234"}, ["kind_unread"], True),
        ({"tipo": "ARTEFACTO RARO", "serie": "BORRADA"}, ["kind_unread"], True),
        # without a word for the thing there is nothing that contradicts a weapon
        ({"marca": "ITALIKA"}, [], True),
    ],
)
def test_a_row_of_another_thing_is_no_record(cells: dict[str, str], problems: list[str], is_record: bool) -> None:
    fields = {"kind": "tipo", "make": "marca", "caliber": "calibre", "serial": "serie"}
    for record_type in ("seizures_es", "stock_us"):
        reader = RowReader.of(attrs.evolve(ColumnMap.lookup(record_type), language="es"), Source(title="a.csv"))
        record, found = reader.read(4, cells, fields)
        assert (is_record, set(problems)) == (record is not None, {problem.code for problem in found} - {"make_unread"})
