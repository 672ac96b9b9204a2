"""One spelling for what is written in many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize
from armstrace._normalize import casefold, key, tidy

CELLS = st.text() | st.text(alphabet="aÁñ´ ̈¨'’“×хХ–−\u200b\u00ad\u00a0\t½²Ⅳ①ﬁßİ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  \t\r\n ", ""),
        ("7.62×39", "7.62x39"),
        ("7.62х39", "7.62x39"),
        ("7,62Х39", "7,62X39"),
        ("S1–59473—2078", "S1-59473-2078"),
        ("MP−5", "MP-5"),
        ("９ｍｍ", "9mm"),
        ("AB\u200b12\u00ad34\ufeff", "AB1234"),
        ("COLT´S", "COLT'S"),
        ("Colt’s", "Colt's"),
        ("«M4»", '"M4"'),
        ("16″", '16"'),
        ("a\u00a0\u2003 b", "a b"),
        ("Michoaca\u0301n", "Michoacán"),
        ("SEÑAL", "SEÑAL"),
        ("A\x00B", "A\x00B"),
    ],
)
def test_tidy(text, expected):
    assert expected == tidy(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MICHOACÁN", "michoacan"),
        ("Ñuñoa", "nunoa"),
        ("Straße", "strasse"),
        ("ação", "acao"),
        ("İ", "i"),
        ("a ¨", "a"),
        ("ПИСТОЛЕТ", "пистолет"),
    ],
)
def test_fold(text, expected):
    assert expected == casefold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Colt's Mfg. Co., LLC", "COLTS MFG CO LLC"),
        ("H & R", "h&r"),
        ("S/M", "s.m."),
        ("F.N._Herstal", "FN HERSTAL"),
        ("Édouard", "EDOUARD"),
    ],
)
def test_key_is_the_same(one, other):
    assert key(one) == key(other)


def test_key_keeps_letters_and_digits_apart():
    assert key("M4") != key("M14")
    assert key("- / .") == ""


@given(CELLS)
def test_tidy_and_fold_settle_at_once(text):
    assert tidy(text) == tidy(tidy(text))
    assert casefold(text).strip() == casefold(text)
    assert key(casefold(text)) == key(text)


def test_a_huge_cell_is_folded_and_not_kept():
    huge = "Á" * 1_000_000
    kept = _normalize._remembered.cache_info().currsize
    assert casefold(huge) == "a" * 1_000_000
    assert kept == _normalize._remembered.cache_info().currsize


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=40))
def test_plain_text_is_tidied_as_any_other(text):
    assert tidy(text) == tidy(text + " \u200b")
