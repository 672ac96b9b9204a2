"""Serial cells as offices write them: lists, ranges, parts, states in three languages; no word of a cell is lost."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize, _tables
from armstrace.weapons import serials
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.serials.stems import stem
from armstrace.weapons.serials.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("cell", "expected", "numbers"),
    [
        ("A12345; B23456 y C34567", None, ["A12345", "B23456", "C34567"]),
        ("1) A12345 2) B23456 3) C34567", None, ["A12345", "B23456", "C34567"]),
        ("1.- A12345, 2.- B23456", None, ["A12345", "B23456"]),
        ("SERIES: 1) A12345 2) B23456", None, ["A12345", "B23456"]),
        ("a) A12345 b) B23456", None, ["A12345", "B23456"]),
        ("1) A12345\n2) B23456", None, ["A12345", "B23456"]),
        ("2) A12345", None, ["A12345"]),
        ("- A12345\n- B23456", None, ["A12345", "B23456"]),
        ("A12345,B23456,C34567", None, ["A12345", "B23456", "C34567"]),
        ("A12345 e B23456", None, ["A12345", "B23456"]),
        ("A12345 - B23456", 2, ["A12345", "B23456"]),
        ("SERIE A12345 SERIE B23456", None, ["A12345", "B23456"]),
        ("SERIE 12345 SERIE 23456", None, ["12345", "23456"]),
        ("SERIE 12 SERIE 34", None, ["12"]),
        ("A123456; S/N; B123456", None, ["A123456", "not recorded", "B123456"]),
        ("A123456; BORRADA", None, ["A123456", "obliterated"]),
        ("A123456; BORRADA", 1, ["…A123456…"]),
        ("A123456, borrada", None, ["…A123456…"]),
        ("A123456; remarcada", None, ["A123456"]),
        ("A123456; B234567; ver foto", None, ["A123456", "B234567"]),
        ("ver foto; A123456; B234567", None, ["A123456", "B234567"]),
        ("A123456; B2 / C3; D", None, ["A123456", "B2 / C3"]),
        ("12345 o 12346", None, ["12345"]),
        ("12345 or 12346", None, ["12345"]),
        # the numbers of the parts of a weapon are one number
        ("FRAME 123456 SLIDE 654321", None, ["123456"]),
        ("armazón 123456, corredera 654321", None, ["123456"]),
        ("upper 123456 / lower 654321", None, ["654321"]),
        ("CAÑÓN 123456 CAJÓN 654321", None, ["654321"]),
        ("123456 (frame), 654321 (slide)", None, ["123456"]),
        ("123456 en el armazón y 654321 en la corredera", None, ["123456"]),
        ("armação 123456 e ferrolho raspado", None, ["123456"]),
        ("123456; corredera 654321", None, ["123456"]),
        ("Armazón: BORRADO; corredera: H12345", None, ["obliterated"]),
        ("FRAME: A1; SLIDE: B1; FRAME: A2; SLIDE: B2", None, ["A1", "A2"]),
        ("FRAME A1 SLIDE B1 FRAME A2 SLIDE B2", None, ["A1", "A2"]),
        ("ß FRAME A1 SLIDE B1", None, ["A1"]),
        ("123456 con cargador", None, ["123456"]),
        ("frame and slide both UV30911", None, ["UV30911"]),
        ("FRM 123456 SLD 654321", None, ["123456"]),
        # the number of something else
        ("A12345 / patrimonio 55120", None, ["A12345"]),
        ("serial no. A12345, inventory no. 2291", None, ["A12345"]),
        ("A12345; indicio 3; B23456; indicio 4", None, ["A12345", "B23456"]),
        ("A12345 c/ 2 cargadores", 1, ["A12345"]),
        ("oficio 1187/2020", None, ["not recorded"]),
        ("expediente FGR/12-A/2020", None, ["not recorded"]),
        ("3 cargadores", None, ["not recorded"]),
        ("12 30 cartuchos", None, ["12"]),
        # a range is all its numbers
        ("serial nos. 7710 through 7712 inclusive", None, ["7710", "7711", "7712"]),
        ("W801 - W803 (3 units)", None, ["W801", "W802", "W803"]),
        ("W801-W803 (4 units)", None, ["W801-W803"]),
        ("series 1022-1024", None, ["1022", "1023", "1024"]),
        ("A100 al A103", None, ["A100", "A101", "A102", "A103"]),
        ("DEL A099 AL A101", 3, ["A099", "A100", "A101"]),
        ("números 0998 a 1001", None, ["0998", "0999", "1000", "1001"]),
        ("A100 hasta 102", None, ["A100", "A101", "A102"]),
        ("A100 thru A102", None, ["A100", "A101", "A102"]),
        ("A100-A102", 3, ["A100", "A101", "A102"]),
        ("A100-A102", None, ["A100-A102"]),
        ("A100 al A103", 5, ["not recorded"]),
        ("A1000 al A9000", None, ["not recorded"]),
        ("A103 al A100", None, ["A103 AL A100"]),
        ("100 al 1", None, ["100 AL 1"]),
        ("A100 al B1000", None, ["A100 AL B1000"]),
    ],
)
def test_the_weapons_of_a_cell(cell, expected, numbers):
    assert numbers == [str(serial) for serial in serials.read(cell, expected=expected)]


def test_what_a_range_leaves_open_is_noted():
    (number,) = serials.read("A100-A110")
    assert number.unread == ("A100-A110",)
    (number,) = serials.read("A100 al A110", expected=10)
    assert (number.state, number.unread) == (SerialState.NOT_RECORDED, ("A100 AL A110",))


@pytest.mark.parametrize(
    ("state", "cells"),
    [
        (
            "obliterated",
            """OBL|OBLIT|REMOVIDO|REM|RASPADA|raspadas|numeração raspada|numeração suprimida|nº de série lixado|picotada
            |pinada|limados|devastado|scratched off|ground off|drilled out|serial number has been removed|RASP.|Oblit.
            |con la matrícula limada|numerales borrados|matrícula erradicada mecánicamente|raspagem da numeração
            |oblitreada|BORADA|lixaad|defaced serial|SUPR.|limado y borrado|número de serie devastado por limadura""",
        ),
        (
            "illegible",
            """no visible|NO SE APRECIA NUMERO DE SERIE|No es legible|could not be read|unable to read serial
            |NO SERIAL NUMBER VISIBLE|sem numeração aparente|não foi possível identificar|numeração ilegível|worn
            |none visible|ilejible|ILEG.|oxidado|restored by lab
            |not discernible|no se distingue|nao visivel|sin serie legible""",
        ),
        (
            "altered",
            "remarcada|regrabado|numeração adulterada|renumbered|restamped|BORRADA Y REMARCADA|serial alterado",
        ),
        (
            "never_marked",
            """sin matrícula de origen|sin número de fábrica|never had a serial number|nunca tuvo matrícula
            |SIN SERIE (HECHIZA)|PMF|80% lower|fabricação caseira|not serialized|nunca possuiu numeração""",
        ),
        (
            "not_recorded",
            """sin número|S/N|N/A|unk|none|S/SERIE|S/ matrícula|no cuenta con número de serie|não possui numeração
            |does not have a serial number|no number|sem número|não consta|SERIAL: N/A|sin matrícula|no presenta|No.
            |número de série não identificado|without serial number|w/o|pendiente|XXXX|0000|elegible|sin""",
        ),
    ],
)
def test_states_in_three_languages(state, cells):
    for cell in cells.split("|"):
        serial = SerialNumber.parse(cell.strip())
        assert (cell, state, "") == (cell, serial.state.value, serial.text)


@pytest.mark.parametrize(
    ("cell", "shown", "state"),
    [
        ("SN 0045871", "0045871", "legible"),
        ("NS 0045871", "0045871", "legible"),
        ("S/N0045871", "0045871", "legible"),
        ("SERIE0045871", "0045871", "legible"),
        ("numeração: 0045871", "0045871", "legible"),
        ("CAI GEORGIA VT 12345", "12345", "legible"),
        ("12345 Century Arms St Albans VT", "12345", "legible"),
        ("ROMARM S1-12345-2002, MADE IN ROMANIA", "S1-12345-2002", "legible"),
        ("GLOCK 19 BXC123", "BXC123", "legible"),
        ("GLOCK BXC123", "BXC123", "legible"),
        ("PISTOLA GLOCK 17 SERIE BXC123", "BXC123", "legible"),
        ("MOD. 92FS P12345Z", "P12345Z", "legible"),
        ("CAL. 9 MM 12345", "12345", "legible"),
        ("CAL. 12345", "12345", "legible"),
        ("7.62X39 S1-12345", "S1-12345", "legible"),
        ("12345 .45", "12345", "legible"),
        ("AK-47 12345678", "12345678", "legible"),
        ("SIG SAUER U123456", "U123456", "legible"),
        ("no borrada 12345", "12345", "legible"),
        ("NO SERIE 12345", "12345", "legible"),
        ("no restaurada", "not recorded", "not_recorded"),
        ("12 34567", "12 34567", "legible"),
        ("A-123.456", "A-123.456", "legible"),
        ("70 S 12345", "70 S 12345", "legible"),
        ("SERIE A 12345", "A 12345", "legible"),
        ("SERIE SE-12345", "SE-12345", "legible"),
        ("CAI ST ALB VT S1-4487", "S1-4487", "legible"),
        ("Mod. 94", "not recorded", "not_recorded"),
        ("Glock 19", "not recorded", "not_recorded"),
        ("calibre .45, color negro", "not recorded", "not_recorded"),
        ("re-stamped as TX900817", "TX900817", "altered"),
        ("inicia BRT, resto ilegible", "BRT…", "partial"),
        ("inicia con", "not recorded", "not_recorded"),
        ("HR2·45", "HR2?45", "partial"),
        ("XX912 (first two illegible)", "…XX912…", "partial"),
        ("never serialized (pre-1968)", "never marked", "never_marked"),
        ("Series 80 SS12908E", "SS12908E", "legible"),
        ("SERIE: 80", "80", "legible"),
        ("HAHE-12345", "HAHE-12345", "legible"),
        ("IXLAD-71", "IXLAD-71", "legible"),
        ("(IXLAD-71)", "IXLAD-71", "legible"),
        ("(LICITADO-71)", "71", "legible"),
        ("REM 12345", "REM 12345", "legible"),
        ("GATO 12345", "12345", "legible"),
        ("12345 (VER FOTO 3)", "12345", "legible"),
        ("12345 BORRADO 678", "…12345…", "partial"),
        ("AB12[?]45", "AB12?45", "partial"),
        ("AB12�45", "AB12?45", "partial"),
        ("12#45", "12?45", "partial"),
        ("---5231", "…5231", "partial"),
        ("últimos 4 dígitos: 5231", "…5231", "partial"),
        ("5231 (últimos dígitos)", "…5231", "partial"),
        ("begins with AB12", "AB12…", "partial"),
        ("começa com AB12", "AB12…", "partial"),
        ("posiblemente A12345", "A12345", "partial"),
        ("12345 (?)", "12345", "partial"),
        ("12-MAR", "12-MAR", "partial"),
        ("2023-03-12 00:00:00", "2023-03-12 00", "partial"),
        ("slide 12345", "12345", "partial"),
        ("numeração parcialmente suprimida 123", "…123…", "partial"),
        ("obliterated, restored by lab: AB12345", "AB12345", "restored"),
        ("LIMADA, RESTAURADA SIN ÉXITO", "obliterated", "obliterated"),
        ("restauración sin éxito", "illegible", "illegible"),
        ("REMARCADA, restaurada", "altered", "altered"),
        ("REMARCADA ???", "altered", "altered"),
        ("0000 borrada", "obliterated", "obliterated"),
        ("PISTOLA GLOCK 9MM", "not recorded", "not_recorded"),
        ("CAI GEORGIA VT", "not recorded", "not_recorded"),
    ],
)
def test_numbers_among_words(cell, shown, state):
    serial = SerialNumber.parse(cell)
    assert (shown, state) == (str(serial), serial.state.value)


def test_words_that_say_nothing_of_the_number_are_unread():
    assert SerialNumber.parse("GLOCK 19 BXC1234 VER FOTO 3").unread == ("GLOCK", "19", "VER FOTO 3")
    assert SerialNumber.parse("MAT. BXC1234 CAI GEORGIA VT (LIMADA)").unread == ()
    assert SerialNumber.parse("LIMADA VER FOTO").unread == ("FOTO",)


def test_forms_of_a_word_mean_the_same():
    meanings: dict[tuple[str, ...], str] = {}
    for row in _tables.rows("serials/words.csv"):
        form = tuple(map(stem, row["form"].split()))
        assert row["says"] == meanings.setdefault(form, row["says"]), row["form"]


@pytest.mark.parametrize(
    ("word", "point", "meaning"),
    [
        ("ra", True, None),
        ("ras", True, "obliterated"),
        ("ras", False, None),
        ("rasp", False, "obliterated"),
        ("rest", True, None),
        ("regrab", True, "altered"),
        ("regrab", False, None),
        ("ra5p", True, None),
    ],
)
def test_shortened_words(word, point, meaning):
    assert vocabulary().shortened(word, point=point) == meaning


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("borada", "obliterated"),
        ("brrrda", None),
        ("ilegibel", "illegible"),
        ("elegible", None),
        ("limad", None),
        ("limad4a", None),
        ("a" * 21, None),
    ],
)
def test_words_with_a_typing_error(word, meaning):
    assert vocabulary().corrected(word) == meaning


_FORMS = sorted({row["form"] for name in ("words", "parts") for row in _tables.rows(f"serials/{name}.csv")})
_NUMBERS = (
    "A12345",
    "0012",
    "70 S 12345",
    "AB?123",
    "...5231",
    "1.23E+08",
    "2696241.0",
    "9MM",
    ".45",
    "AK-47",
    "0000",
    "295-XXX",
)
_OTHERS = (
    "GLOCK",
    "SIG SAUER",
    "CAI GEORGIA VT",
    "MADE IN CHINA",
    "FOTO",
    "gato",
    "(ver)",
    "Ñandú",
    "O",
    "A",
    "can't",
    "#",
    "%",
)
_SEPARATORS = (" ", " ", ", ", "; ", " / ", ": ", "-", " (", ") ", "\n", "/", " - ", ". ", " y ", " + ", "|")
_PIECES = st.tuples(st.sampled_from((*_FORMS, *_NUMBERS * 20, *_OTHERS * 20)), st.sampled_from(_SEPARATORS))


@given(st.lists(_PIECES, min_size=1, max_size=8), st.sampled_from([None, 2]), st.booleans())
def test_no_word_of_a_cell_is_lost(pieces, expected, capitals):
    cell = "".join(word + separator for word, separator in pieces)
    cell = cell.upper() if capitals else cell
    found = serials.read(cell, expected=expected)
    kept = re.sub(r"[\W_]+", "", "".join(serial.text + "".join(serial.repairs) for serial in found)).upper()
    for word in re.findall(r"[^\W_]+", _normalize.tidy(cell).upper()):
        is_joint = word in ("Y", "E", "AND") or re.fullmatch("[0-9]{1,2}|[A-J]", word) is not None
        assert is_joint or word in kept or not word.strip("X")


@pytest.mark.parametrize(
    "piece",
    [
        "FRAME ", "FRAME 1 ", "1 frame ", "no ", "CAL. 9MM ", "GLOCK 19 ", "MADE IN ", "12345 y ", "1) ", "9MM ",
        "SERIE 1234 ", "LIMADA;", "CAI GEORGIA VT ", "A100 al ", "abcdef ", "a 1 ",
    ],
)  # fmt: skip
def test_giant_cells_take_linear_time(piece):
    started = time.process_time()
    serials.read(piece * (40_000 // len(piece)))
    assert time.process_time() - started < 4
