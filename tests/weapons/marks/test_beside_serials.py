"""Marks that serial cells give beside the number."""

from __future__ import annotations

import pytest

from armstrace.weapons.marks.beside_serials import marks_beside
from armstrace.weapons.serials.number import SerialNumber


@pytest.mark.parametrize(
    ("cell", "kind", "text", "country"),
    [
        ("CAI GEORGIA VT 12345", "import", "CAI GEORGIA VT", "US"),
        ("12345, INTERARMS ALEXANDRIA VA", "import", "INTERARMS ALEXANDRIA VA", "US"),
        ("12345 IMPORTED BY KBI", "import", "IMPORTED BY KBI", None),
        ("MADE IN CHINA 12345", "country_of_origin", "MADE IN CHINA", "CN"),
        ("12345 HECHO EN REPÚBLICA CHECA", "country_of_origin", "HECHO EN REPÚBLICA CHECA", "CZ"),
        ("12345 BRASIL", "country_of_origin", "BRASIL", "BR"),
        ("12345 INDÚSTRIA BRASILEIRA", "country_of_origin", "INDÚSTRIA BRASILEIRA", None),
        ("CN ROMARM 12345", "maker", "CN ROMARM", None),
    ],
)
def test_a_mark_beside_a_number(cell, kind, text, country):
    serial = SerialNumber.parse(cell)
    (mark,) = marks_beside(serial)
    assert (serial.text, kind, text) == ("12345", mark.kind.value, mark.text)
    assert country == (mark.country.id if mark.country else None)


@pytest.mark.parametrize(
    ("cell", "number", "where", "text", "state"),
    [
        ("FRAME A123 SLIDE B456", "A123", "slide", "B456", "legible"),
        ("armazón A123, cañón borrado", "A123", "cañón", "", "obliterated"),
        ("cajón de los mecanismos: A123; cerrojo: ilegible", "A123", "cerrojo", "", "illegible"),
        ("A123 CORREDERA ...456", "A123", "corredera", "456", "partial"),
        ("FRAME A123 SLIDE", "A123", None, None, None),
        ("corredera 456", "456", "corredera", "456", "legible"),
    ],
)
def test_the_number_of_another_part(cell, number, where, text, state):
    serial = SerialNumber.parse(cell)
    assert number == serial.text
    found = [(mark.where, mark.text, mark.state.value) for mark in marks_beside(serial)]
    assert found == ([(where, text, state)] if where else [])


def test_a_plain_number_has_no_marks():
    assert marks_beside(SerialNumber.parse("A123456")) == ()
