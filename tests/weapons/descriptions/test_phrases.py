"""Phrases about weapons: what they say, what they do not, and what stays unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import Weapon
from armstrace.errors import ArmstraceError, ParseError
from armstrace.weapons.reader import read_weapons
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from armstrace.weapons.features import ReadingLanguage


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Kinds, make, model or pattern in angle brackets, and caliber of each weapon."""
    return [
        (
            str(found.weapon.kinds),
            (found.weapon.make.id or "?") if found.weapon.make else "",
            (found.weapon.model.id or "?") if found.weapon.model else f"<{found.weapon.pattern or ''}>",
            str(found.weapon.caliber or "").partition(":")[0],
        )
        for found in read_weapons(text)
    ]


def unread(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.cause) for found in read_weapons(text) for each in found.unread]


@pytest.mark.parametrize(
    ("text", "kinds", "make", "model", "caliber"),
    [
        ("fusil Barrett M82A1 cal .50", "rifle", "barrett", "barrett-m82a1", ".50 in"),
        ("Glock 19 9mm handgun", "handgun", "glock", "glock-19", "9 mm"),
        ("Glock model 26, 9mm semi-automatic handgun", "handgun", "glock", "glock-26", "9 mm"),
        ("Smith and Wesson SD9VE 9mm", "", "smith-wesson", "sw-sd9ve", "9 mm"),
        ("Heckler y Koch MP5", "", "heckler-koch", "hk-mp5", ""),
        ("pistola marca Colt calibre .45", "pistol", "colt", "<>", ".45 in"),
        ("pistola marca Colt y calibre .45", "pistol", "colt", "<>", ".45 in"),
        ("fuzil calibre 7,62", "rifle", "", "<>", "7.62 mm"),
        ("fusil, color negro y verde, Barrett", "rifle", "barrett", "<>", ""),
        ("arma de fuego, tipo pistola, marca Beretta, modelo 92FS", "pistol", "beretta", "beretta-92fs", ""),
        ("S&W .38 Special Revolver", "revolver", "smith-wesson", "<>", ".38 Special"),
        # a pattern is no model, and the number in its name no caliber
        ("AK-47 TIPO", "rifle", "", "<AK>", ""),
        ("cuerno de chivo", "rifle", "", "<AK>", ""),
        ("Norinco AK pattern rifle", "rifle", "norinco", "<AK>", ""),
        # two designations are no model, and share a pattern or not
        ("M4 AR-15 rifle", "rifle", "", "<AR>", ""),
        ("Colt M4 AK-47 rifle", "rifle", "colt", "<AK>", ""),
        # the number of a model is no caliber, nor is any bare number
        ("Glock 45 handgun", "handgun", "glock", "glock-45", ""),
        ("Smith & Wesson 40", "", "smith-wesson", "<>", ""),
        ("22 pistol", "pistol", "", "<>", ""),
        ("pistol 22 caliber", "pistol", "", "<>", ".22"),
        ("caliber 22", "", "", "<>", ".22"),
        # copies of a make, and other firms
        ("tipo Glock 9mm", "", "", "<>", "9 mm"),
        ("Glock clone 9mm", "", "", "<>", "9 mm"),
        ("Barrett and Sons rifle", "rifle", "", "<>", ""),
        ("Colt Ruger rifle", "rifle", "", "<>", ""),
        # Norinco's SKS and AK are both Type 56
        ("Norinco 56 fusil", "rifle", "norinco", "<>", ""),
        ("rifle calibres .223 y .308", "rifle", "", "<>", ""),
    ],
)
def test_one_weapon(text: str, kinds: str, make: str, model: str, caliber: str) -> None:
    first, *_ = told(text)
    assert (kinds, make, model, caliber) == first


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("AK-47 and semiautomatic pistol", ["rifle", "pistol"]),
        ("handgun, shotgun", ["handgun", "shotgun"]),
        ("dos fusiles y una pistola", ["rifle", "pistol"]),
        (".38-caliber Smith & Wesson, .22-caliber handgun", ["", "handgun"]),
        ("arma de fuego y pistola", ["firearm", "pistol"]),
        ("Glock and Ruger", ["", ""]),
        ("rifle; shotgun + revolver", ["rifle", "shotgun", "revolver"]),
    ],
)
def test_several_weapons_are_read_and_not_parsed(text: str, kinds: list[str]) -> None:
    assert kinds == [entry[0] for entry in told(text)]
    with pytest.raises(ParseError, match="several weapons"):
        Weapon.parse(text)


@pytest.mark.parametrize("text", ["", " ", "hola", "nothing here, really", "2 y 3"])
def test_no_weapon(text: str) -> None:
    assert () == read_weapons(text)
    with pytest.raises(ParseError, match="no weapon"):
        Weapon.parse(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Taurus GC2 9mm handgun", [("GC2", "not_in_registry")]),
        ("large-caliber handgun with hollow-point bullets", [("large", ""), ("hollow-point", "")]),
        ("tipo Glock 9mm", [("Glock", "type_of")]),
        ("Colt M4 AK-47 rifle", [("M4", "several_models")]),
        ("rifle .223 .308", [(".223 .308", "caliber.several")]),
        ("Colt Ruger rifle", [("Colt Ruger", "several_makes")]),
        ("fusil 9 mm", []),
        # the words that settle the caliber stand too far from it to be called its before_with
        (
            "revolver o derringer de muy buena bella factura antigua color negro .38",
            [("muy buena bella factura antigua color negro", "")],
        ),
    ],
)
def test_what_stays_unread(text: str, left: list[tuple[str, str]]) -> None:
    assert left == unread(text)


def test_what_stays_unread_is_kept_beside_the_weapon() -> None:
    assert (("unread", "GC2"),) == Weapon.parse("Taurus GC2 9mm handgun").extras


@pytest.mark.parametrize(
    ("text", "number", "state"),
    [
        ("pistola Colt, matrícula 70S12345", "70S12345", SerialState.LEGIBLE),
        ("Glock 19 serial number ABC123.", "ABC123", SerialState.LEGIBLE),
        ("fusil con número de serie limado", "", SerialState.OBLITERATED),
        ("fusil serie 12*45", "12?45", SerialState.PARTIAL),
        ("fusil serie roja", "", SerialState.NOT_RECORDED),
        ("fusil serie", "", SerialState.NOT_RECORDED),
        ("Colt Mark IV serie 70", "", SerialState.NOT_RECORDED),
    ],
)
def test_serial_numbers_that_a_label_announces(text: str, number: str, state: SerialState) -> None:
    weapon = Weapon.parse(text)
    assert (number, state) == (weapon.serial.text, weapon.serial.state)


def test_two_serials_are_not_chosen_from() -> None:
    (found,) = read_weapons("Colt 1911 .45, serie 123456, serie 654321")
    assert SerialState.NOT_RECORDED is found.weapon.serial.state
    assert ["serie 123456", "serie 654321"] == [each.text for each in found.unread]


@pytest.mark.parametrize(
    ("text", "language", "word"), [("RIFLE R-15", "es", "rifle"), ("RIFLE R-15", None, None), ("RIFLE", "en", None)]
)
def test_the_word_of_the_law_is_a_spanish_word(text: str, language: ReadingLanguage | None, word: str | None) -> None:
    assert word == Weapon.parse(text, language=language).legal_word


def test_a_long_text_is_no_phrase() -> None:
    assert read_weapons("pistola " * 500)
    with pytest.raises(ParseError, match="too long"):
        read_weapons("pistola " * 501)


@pytest.mark.parametrize("text", ["9mm " * 75, "a,9mm," * 50, "serie " * 50, "y e " * 75, "Colt, " * 50, "1" * 300])
def test_hostile_phrases_end(text: str) -> None:
    read_weapons(text)


@given(st.text(max_size=60), st.sampled_from(["", "Glock 19, ", "fusil y ", "serie ", ".50 "]))
def test_any_text_is_read(text: str, before: str) -> None:
    try:
        found = read_weapons(before + text)
    except ArmstraceError:
        return
    assert all(each.text for one in found for each in one.unread)
