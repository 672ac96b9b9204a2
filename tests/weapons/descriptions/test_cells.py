"""What the cells of one row say together."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import Model
from armstrace.weapons.reader import read_weapon

_WORD = re.compile(r"[^\W_]+")
BMG, AE = "12.7x99mm", "50-ae"


@pytest.mark.parametrize(
    ("kind", "make", "model", "caliber", "ids"),
    [
        # the kind tells what a bare bore is
        ("FUSIL", "", "", "50", {BMG}),
        ("ARMA CORTA", "", "", "50", {AE}),
        ("FUSIL", "BARRETT", "M99", "50", {BMG}),
        ("ARMA LARGA", "BARRETT", "M82A1", "CAL. 50", {BMG}),
        # where none is recorded, that of the model does
        ("", "BARRETT", "M99", "50", {BMG}),
        # a row that contradicts itself tells nothing
        ("ARMA CORTA", "BARRETT", "M99", "50", {BMG, AE}),
        ("PISTOLA", "BARRETT", "M82A1", "CAL. 50", {BMG, AE}),
        # a model that is not known says nothing of the kind
        ("ARMA CORTA", "BARRETT", "no such model", "50", {AE}),
    ],
)
def test_a_bare_bore_beside_kind_and_model(kind: str, make: str, model: str, caliber: str, ids: set[str]) -> None:
    cells = {"kind": kind, "make": make, "model": model, "caliber": caliber}
    read = read_weapon({name: cell for name, cell in cells.items() if cell}, language="es").weapon.caliber
    assert read is not None
    assert ids == {cartridge.id for cartridge in read.candidates}


@pytest.mark.parametrize(
    ("cells", "label", "unread"),
    [
        # what stands in the wrong cell is read where it belongs
        ({"kind": "Pistola marca Glock modelo 19 calibre 9 mm"}, "pistol, 9 mm, Glock 19", []),
        ({"kind": "Fusil Barrett calibre .50"}, "rifle, .50 in: usually 12.7x99mm, Barrett", []),
        ({"caliber": ".223 / DPMS"}, "kind unknown, .223, DPMS", []),
        ({"make": "Colt rifle"}, "rifle, Colt", []),
        ({"make": "Glock 9mm"}, "kind unknown, 9 mm, Glock", []),
        ({"model": "M16A2 5.56", "make": "COLT"}, "kind unknown, 5.56 mm, Colt M16A2", []),
        # or is noted, where another cell says otherwise or nobody understands it
        ({"make": "Glock 9mm", "caliber": ".40 S&W"}, "kind unknown, .40 S&W, Glock", [("make", "9mm", "other_cell")]),
        ({"kind": "fusil cal .223", "caliber": "9mm"}, "rifle, 9 mm", [("kind", "cal .223", "other_cell")]),
        ({"kind": "pistola", "make": "Colt rifle"}, "pistol, Colt", [("make", "rifle", "other_cell")]),
        ({"kind": "pistola escuadra con cargador"}, "pistol", [("kind", "con cargador", "")]),
        ({"kind": "pistola Glock", "make": "Colt"}, "pistol, Colt", [("kind", "Glock", "other_cell")]),
        (
            {"make": "Glock", "kind": "pistola Glock 17", "model": "19"},
            "pistol, Glock 19",
            [("kind", "17", "other_cell")],
        ),
        (
            {"kind": "fusil cañón 20 in", "model": "M4 cañón 16 in"},
            "rifle, M4",
            [("model", "cañón 16 in", "other_cell")],
        ),
        ({"kind": "fusil raro"}, "rifle", [("kind", "raro", "")]),
        ({"make": "Colt y Ruger"}, "kind unknown", [("make", "Colt y Ruger", "several_makes")]),
        ({"caliber": "9 mm " + "xyz " * 60}, "", []),
        ({"make": "Glock, Ruger 22 rifle, Colt pistola", "caliber": "9 mm"}, "", []),
    ],
)
def test_each_word_of_a_cell_is_read_or_noted(
    cells: dict[str, str], label: str, unread: list[tuple[str, str, str]]
) -> None:
    read = read_weapon(cells, language="es")
    if label:
        assert f"{label}, serial not recorded" == str(read.weapon)
        assert unread == [(part.field, part.text, part.cause) for part in read.unread]
    words = Counter((name, word) for name, text in cells.items() for word in _WORD.findall(text))
    told = Counter((part.cell, word) for part in read.parts for word in _WORD.findall(part.text))
    assert words == told + Counter((part.field, word) for part in read.unread for word in _WORD.findall(part.text))


def test_facts_beside_the_kind() -> None:
    read = read_weapon(
        {"kind": "escopeta recortada cañón 30 cm serie A1234 con coronha rebatível"}, language="es"
    ).weapon
    assert ("30 cm", "A1234") == (str(read.barrel_length), read.serial.text)
    assert (True, True) == (read.has_stock, read.construction.folding_stock)


def test_make_and_model_in_the_cell_of_the_other_are_exchanged() -> None:
    weapon = read_weapon({"make": "Modelo 870", "model": "Remington"}).weapon
    assert weapon.make == Make.get("remington")
    assert weapon.model == Model.get("remington-870")
    # nothing is exchanged where the make is known, or the model is none of it
    for cells in (
        {"make": "Colt", "model": "Glock"},
        {"make": "Zorglub", "model": "Colt"},
        {"make": "x", "model": "Glock 9"},
    ):
        assert read_weapon(cells).weapon.make != Make.get("glock")


def test_the_model_settles_a_name_between_two_makes() -> None:
    assert read_weapon({"make": "Baretta", "model": "PX4"}).weapon.make == Make.get("beretta")
    assert read_weapon({"make": "Baretta", "model": "Zorglub"}).weapon.make is None


def test_the_second_of_two_related_makes_is_noted() -> None:
    reading = read_weapon({"make": "Savage/Stevens"})
    assert reading.weapon.make == Make.get("savage")
    assert [(part.text, part.cause) for part in reading.unread] == [("Stevens", "also_named")]
