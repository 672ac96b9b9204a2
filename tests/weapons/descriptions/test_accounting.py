"""Every word of a description is understood by one reading, or stands among the words that were not."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.weapons.descriptions.words import plain
from armstrace.weapons.reader import read_weapons

_WORD = re.compile(r"[^\W_]+")
_KINDS = (
    "pistola",
    "rifle",
    "escopeta",
    "fuzil",
    "machine guns",
    "REVÓLVERES",
    "cargador",
    "lower receiver",
    "granada",
    "arma larga",
)
_MAKES = ("Glock", "marca Colt", "MCA. ROMARM", "Smith & Wesson", "Barrett", "make: Zorglub", "S&W", "FN", "sin marca")
_MODELS = ("17", "modelo 19", "M16A2", "AK-47", "mod. XJ-9", "92FS", "Shield", "tipo AR-15", "PPK/S")
_CALIBERS = ("9mm", "cal. 7.62x39", ".40 S&W", "calibre 22 LR", "12 gauge", "5,56 x 45", ".38 Special", ".45")
_SERIALS = (
    "serie ABC123",
    "mat. S1-12345",
    "s/n",
    "SN 0045871",
    "sin número de serie",
    "matrícula limada",
    "series A1234 y B1234",
)
_COUNTS = ("1", "2", "dos", "45", "(3)", "60", "10 pzas.")
_MEASURES = (
    "cañón de 50 cm",
    "with an 18-inch barrel",
    "30-round magazine",
    "culata plegable",
    "cap. 30 tiros",
    "4 kg",
    "$200",
)
_UNKNOWN = ("ZZTOP", "hola", "café", "x1y2z3", "#7", "año", "N.N.")
_JOINTS = (
    " ",
    ", ",
    "; ",
    " y ",
    " and ",
    " e ",
    " + ",
    "\n",
    " | ",
    " || ",
    " :: ",
    " con ",
    " c/",
    " P/",
    " sin ",
    " 1) ",
    " / ",
    ". ",
)


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def accounted(text: str) -> tuple[Counter[str], Counter[str]]:
    """The words of the text, and those of all parts, understood and not; a thing that is two has its parts twice."""
    found = read_weapons(text)
    parts = {(part.start, part.end, part.text) for reading in found for part in reading.parts}
    read = sum((words(part) for _, _, part in parts), Counter[str]())
    return words(text), read + sum((words(part.text) for reading in found for part in reading.unread), Counter[str]())


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_JOINTS),
            st.sampled_from((*_KINDS, *_MAKES, *_MODELS, *_CALIBERS, *_SERIALS, *_COUNTS, *_MEASURES, *_UNKNOWN)),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_every_word_is_read_or_unread_and_never_both(composed: list[tuple[str, str]]) -> None:
    text = "".join(joint + part for joint, part in composed)
    written, told = accounted(text)
    assert not told or written == told


@given(st.text(max_size=40), st.sampled_from(("pistola ", "Glock, ", "serie ", ".50 ")))
def test_nothing_is_invented(text: str, before: str) -> None:
    for reading in read_weapons(before + text):
        assert all(part.text in before + text or part.text in plain(before + text) for part in reading.parts)


@pytest.mark.parametrize(
    "text", ["Glock 17, " * 300, "a) " * 1000, "calibre " * 400, "1 " * 2000, "(" * 4000, "9 x " * 1000]
)
def test_hostile_descriptions_end(text: str) -> None:
    read_weapons(text)
