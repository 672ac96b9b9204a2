"""Reading serial cells: states, labels, wildcards, spreadsheet damage, several numbers in a cell."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _convert, _tables
from armstrace.weapons import serials
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("", "not_recorded"),
        ("   ", "not_recorded"),
        ("S/N", "not_recorded"),
        ("s/n.", "not_recorded"),
        ("S / N", "not_recorded"),
        ("SN:", "not_recorded"),
        ("N/A", "not_recorded"),
        ("#N/A", "not_recorded"),
        ("NONE", "not_recorded"),
        ("UNK", "not_recorded"),
        ("Unknown", "not_recorded"),
        ("0", "not_recorded"),
        ("0000", "not_recorded"),
        ("0.0", "not_recorded"),
        ("0-00", "not_recorded"),
        ("XXXXXX", "not_recorded"),
        ("xxx", "not_recorded"),
        ("-", "not_recorded"),
        ("---", "not_recorded"),
        ("...", "not_recorded"),
        ("No.", "not_recorded"),
        ("SERIE:", "not_recorded"),
        ("SIN NUMERO", "not_recorded"),
        ("SIN MATRÍCULA", "not_recorded"),
        ("SIN NÚMERO DE SERIE", "not_recorded"),
        ("MAT. SIN NÚMERO", "not_recorded"),
        ("sem numeração", "not_recorded"),
        ("NO LEGIBLE", "illegible"),
        ("No. LEGIBLE", "illegible"),
        ("no es legible", "illegible"),
        ("NO VISIBLE", "illegible"),
        ("S/N VISIBLE", "illegible"),
        ("#REF!", "not_recorded"),
        ("SIN MATRICULA VISIBLE", "illegible"),
        ("ILEGIBLE", "illegible"),
        ("MAT. ILEGIBLE", "illegible"),
        ("ilegível", "illegible"),
        ("????", "illegible"),
        ("___", "not_recorded"),
        ("1E+05", "illegible"),
        ("BORRADA", "obliterated"),
        ("MATRICULA BORRADA", "obliterated"),
        ("Matrícula limada.", "obliterated"),
        ("ERRADICADA", "obliterated"),
        ("OBLITERATED", "obliterated"),
        ("filed off", "obliterated"),
        ("numeração raspada", "obliterated"),
        ("BORRADA, NO LEGIBLE", "obliterated"),
        ("parcialmente borrada", "obliterated"),
        ("REMARCADA", "altered"),
        ("LIMADA Y REMARCADA", "altered"),
        ("RESTAURADA", "illegible"),
        ("LIMADA, RESTAURADA SIN EXITO", "obliterated"),
        ("SIN MATRÍCULA DE ORIGEN", "never_marked"),
        ("not serialized", "never_marked"),
        ("ver foto", "not_recorded"),
        ("Barrett", "not_recorded"),
    ],
)
def test_cells_without_a_number_say_why(cell, state):
    serial = SerialNumber.parse(cell)
    assert (state, "", False) == (serial.state.value, serial.text, serial.is_known)
    assert serial.raw == cell
    assert str(serial) == state.replace("_", " ")
    assert serial.compact == serial.lookalike_key == ""


@pytest.mark.parametrize(
    ("cell", "text", "repair"),
    [
        ("W443654", "W443654", None),
        (" w443654 ", "W443654", None),
        ("1-74445-2089", "1-74445-2089", None),
        ("SERIE: 6477470", "6477470", "label:SERIE"),
        ("SERIE 6477470", "6477470", "label:SERIE"),
        ("MAT. 418-15538", "418-15538", "label:MAT"),
        ("Matrícula: A123", "A123", "label:MATRÍCULA"),
        ("No. 9397052", "9397052", "label:NO"),
        ("Nº 9397052", "9397052", "label:NO"),
        ("N° 9397052", "9397052", "label:N"),
        ("#39165", "39165", None),
        ("S/N 555078", "555078", "label:S/N"),
        ("S/N: 555078", "555078", "label:S/N"),
        ("N/S: 2317515", "2317515", "label:N/S"),
        ("SN: 2317515", "2317515", "label:SN"),
        ("SERIAL NUMBER 2317515", "2317515", "label:SERIAL NUMBER"),
        ("Número de serie: AB-12", "AB-12", "label:NÚMERO DE SERIE"),
        ("A916922 (USA)", "A916922", "suffix:USA"),
        ("686163 MEX", "686163", "suffix:MEX"),
        ("493372 US", "493372", "suffix:US"),
        ("493372 E.U.A.", "493372", "suffix:E.U.A."),
        ("650717*", "650717", "suffix:*"),
        ("2696241.0", "2696241", "decimal:2696241.0"),
        ("2696241,00", "2696241", "decimal:2696241,00"),
        ("4,021,877", "4021877", "thousands:4,021,877"),
        ("COLT 12345", "12345", "make:COLT"),
        ("BERETTA 12345", "12345", "make:BERETTA"),
        ("PISTOLA W 12345", "W 12345", "words:PISTOLA"),
        ("12345 GRUPO 678", "12345", "words:GRUPO 678"),
        ("12345 (VER FOTOGRAFÍA)", "12345", "other:VER FOTOGRAFÍA"),
        ("SIN NUMERO 12345", "12345", "not_recorded:SIN NUMERO"),
        # what looks like a label and may be the number itself stays
        ("SM 0951930", "SM 0951930", None),
        ("SN 0951930", "0951930", "label:SN"),
        ("SER 12345", "12345", "label:SER"),
        ("SN-0951930", "SN-0951930", None),
        ("SN 951", "SN 951", None),
        ("NO-12345", "NO-12345", None),
        ("MAT-12345", "MAT-12345", None),
        ("US 12345", "US 12345", None),
        ("YLH X161", "YLH X161", None),
        ("407/743583", "407/743583", None),
        ("GK8A0.74438", "GK8A0.74438", None),
        ("25.28922", "25.28922", None),
        ("8E1234", "8E1234", None),
        ("1.5E5", "1.5E5", None),
        ("12XX", "12XX", None),
        ("XXX123", "XXX123", None),
        ("1", "1", None),
        ("Ñ123", "Ñ123", None),
    ],
)
def test_a_number_is_cleaned_and_what_was_taken_off_is_noted(cell, text, repair):
    serial = SerialNumber.parse(cell)
    assert (SerialState.LEGIBLE, text, True) == (serial.state, serial.text, serial.is_known)
    assert ((repair,) if repair else ()) == serial.repairs
    assert serial == SerialNumber(state=SerialState.LEGIBLE, text=text)


@pytest.mark.parametrize(
    ("cell", "shown", "compact"),
    [
        ("31*5_9", "31?5?9", "31?5?9"),
        ("C140??4", "C140??4", "C140??4"),
        ("*9T?92_57", "?9T?92?57", "?9T?92?57"),
        ("?60122?", "?60122?", "?60122?"),
        ("12345**", "12345??", "12345??"),
        ("12*45*", "12?45?", "12?45?"),
        ("...5231", "…5231", "5231"),
        ("…5231", "…5231", "5231"),
        ("AB12...", "AB12…", "AB12"),
        ("...5231...", "…5231…", "5231"),
        ("W4...43654", "…43654", "43654"),
        ("W4436...54", "W4436…", "W4436"),
        ("295-28XXX", "295-28…", "29528"),
        ("295-XXXXX", "295…", "295"),
        ("XXXX1234", "…1234", "1234"),
        ("MAT. ...5231", "…5231", "5231"),
        ("TERMINACIÓN 5231", "…5231", "5231"),
        ("terminada en 5231", "…5231", "5231"),
        ("last 4: 5231", "…5231", "5231"),
        ("LIMADA 5231", "…5231…", "5231"),
        ("A-5231 (ILEGIBLE EL ÚLTIMO DÍGITO)", "…A-5231…", "A5231"),
        ("ILEGIBLE: 12?45", "12?45", "12?45"),
        ("parcial 5231", "…5231…", "5231"),
        ("parcialmente legible AB12", "…AB12…", "AB12"),
        ("2.69624E+06", "26962??", "26962??"),
        ("2,69624E+06", "26962??", "26962??"),
    ],
)
def test_a_part_of_a_number_keeps_what_is_known(cell, shown, compact):
    serial = SerialNumber.parse(cell)
    assert (SerialState.PARTIAL, shown, compact) == (serial.state, str(serial), serial.compact)
    assert serial.is_known


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1.2345E+04", "12345"),  # all digits are shown
        ("1.2345E+99", "1.2345E+99"),
    ],
)
def test_exponents_that_hide_nothing_or_are_none(cell, expected):
    assert expected == SerialNumber.parse(cell).text


@pytest.mark.parametrize(
    ("cell", "state", "shown"),
    [
        ("REMARCADA RP38168", "altered", "RP38168"),
        ("123456 (remarcada)", "altered", "123456"),
        ("123456, alterada", "altered", "123456"),
        ("RESTAURADA 10?5744", "restored", "10?5744"),
        ("restored: 105744", "restored", "105744"),
        ("LIMADA, RESTAURADA: 105744", "restored", "105744"),
    ],
)
def test_altered_and_restored_numbers(cell, state, shown):
    serial = SerialNumber.parse(cell)
    assert (state, shown) == (serial.state.value, str(serial))
    assert serial.is_known is (state == "restored")


def test_a_condition_column_overrules_the_cell():
    serial = SerialNumber.parse("MAT. 123456", SerialState.ALTERED)
    assert (serial.state, serial.text) == (SerialState.ALTERED, "123456")
    assert serial.repairs == ("label:MAT",)
    assert SerialNumber.parse("", SerialState.OBLITERATED).state is SerialState.OBLITERATED


def test_odd_things_are_noted():
    assert SerialNumber.parse("ver foto").repairs == ("other:VER FOTO",)
    assert SerialNumber.parse("W4...43654").repairs == ("cut:W4",)
    assert SerialNumber.parse("31*5_9").repairs == ("wildcards",)


@pytest.mark.parametrize(
    ("text", "compact", "folded"),
    [
        ("1-37792-206G", "137792206G", "1811922066"),
        ("B 8.3/Q", "B83Q", "8880"),
        ("1-7L", "17L", "111"),
        ("Ñandú-1", "NANDU1", "M4M0V1"),
        ("4AUVMN", "4AUVMN", "44VVMM"),
    ],
)
def test_compact_and_folded(text, compact, folded):
    serial = SerialNumber(state=SerialState.LEGIBLE, text=text)
    assert (compact, folded) == (serial.compact, serial.lookalike_key)
    giant = SerialNumber(state=SerialState.LEGIBLE, text=text * 100)
    assert (compact * 100, folded * 100) == (giant.compact, giant.lookalike_key)


def test_lookalike_classes_do_not_overlap():
    letters = "".join(row["class"] for row in _tables.rows("serials/lookalikes.csv"))
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(
    ("cell", "expected", "numbers"),
    [
        ("F530742 / 125520", 2, ["F530742", "125520"]),
        ("F530742 / 125520", 1, ["F530742", "125520"]),
        ("F530742/ 125520", None, ["F530742", "125520"]),
        ("979231; 425202", 2, ["979231", "425202"]),
        ("979231|425202", None, ["979231", "425202"]),
        ("ABE659281\nEJT4275", 2, ["ABE659281", "EJT4275"]),
        ("ABE659281\r\nEJT4275\r\n", None, ["ABE659281", "EJT4275"]),
        ("F530742, 125520 y 998877", 3, ["F530742", "125520", "998877"]),
        ("F530742 and 125520", 2, ["F530742", "125520"]),
        ("SERIE: F530742; SERIE: 125520", 2, ["F530742", "125520"]),
        ("407/743583", None, ["407/743583"]),
        ("407/743583", 1, ["407/743583"]),
        ("MAB9/89269", 1, ["MAB9/89269"]),
        ("123456/123457", None, ["123456", "123457"]),
        ("123456/123457", 2, ["123456", "123457"]),
        ("123456/123457", 1, ["123456", "123457"]),
        ("1234/5678", 2, ["1234", "5678"]),
        ("123/5678", 2, ["123/5678"]),
        ("979231 425202", 2, ["979231", "425202"]),
        ("979231 425202", 1, ["979231 425202"]),
        ("979231 425202", None, ["979231 425202"]),
        ("SH8 19411", 2, ["SH8 19411"]),
        ("2,696,241", None, ["2696241"]),
        ("S/N", 1, ["not recorded"]),
        ("N / A", 2, ["not recorded"]),
        ("", None, ["not recorded"]),
        ("\n;", 2, ["not recorded"]),
        ("BORRADA / 123456", 2, ["obliterated", "123456"]),
        ("S/N; 123456", 2, ["not recorded", "123456"]),
        ("S/N\nS/N", 2, ["not recorded", "not recorded"]),
        ("BORRADA Y LIMADA", 1, ["obliterated"]),
        ("BORRADA; LIMADA", None, ["obliterated"]),
        ("123456\n(remarcada)", 1, ["123456"]),
        ("ver foto; 123456", 2, ["123456"]),
    ],
)
def test_cells_with_several_numbers(cell, expected, numbers):
    assert numbers == [str(serial) for serial in serials.read(cell, expected=expected)]


def test_a_remark_on_its_own_line_belongs_to_the_number():
    (serial,) = serials.read("123456\n(remarcada)")
    assert serial.state is SerialState.ALTERED


@given(st.text(max_size=200), st.sampled_from([None, 1, 2, 3]))
def test_any_cell_is_read(cell, expected):
    found = serials.read(cell, expected=expected)
    assert found
    for serial in found:
        assert serial.is_known is (bool(serial.text) and serial.state.value in ("legible", "partial", "restored"))
    assert SerialNumber.parse(cell).raw == cell


@given(st.from_regex(r"[A-Z]{0,3}[0-9]{4,8}(-[0-9]{2,4})?", fullmatch=True))
def test_a_clean_number_is_itself_under_any_label_and_suffix(number):
    clean = SerialNumber.parse(number)
    if clean.state is SerialState.NOT_RECORDED:
        assert not number.strip("0-")
        return
    assert clean.text == number
    for cell in (f"MAT. {number}", f"SERIE: {number}", f"No. {number}", f"{number} (USA)", f" {number.lower()} "):
        assert clean == SerialNumber.parse(cell)


@given(st.text(alphabet="AB01?*_.-/ XÑ", max_size=20))
def test_serials_survive_json(cell):
    serial = SerialNumber.parse(cell)
    back = _convert.from_plain(_convert.to_plain(serial), SerialNumber)
    assert (serial, serial.repairs, serial.raw) == (back, back.repairs, back.raw)


@pytest.mark.parametrize(
    "piece", [".", "*", "N/A ", "X", "1.", "1/", "y ", "1; ", "A.", "A / ", "MAT. ", "..1", "é", "NO-"]
)
def test_giant_cells_take_linear_time(piece):
    started = time.process_time()
    serials.read(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 3
