"""Comparing serial numbers: levels, the edits that explain them, symmetry, bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.weapons.serials.agreement import compare
from armstrace.weapons.serials.edits import SerialEdit, SerialEditOp, SerialLevel, fewest_edits
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

numbers = st.text(alphabet="AB0O1I58-", min_size=1, max_size=9)
cells = st.text(alphabet="AB0O158-?.X ", max_size=12) | st.sampled_from(["BORRADA", "REMARCADA 1234", "S/N", "...5231"])


def levels(left, right):
    one, other = SerialNumber.parse(left), SerialNumber.parse(right)
    forth, back = compare(one, other), compare(other, one)
    assert forth.level == back.level
    return forth.level.value, forth.explain()


@pytest.mark.parametrize(
    ("left", "right", "level", "explained"),
    [
        ("W443654", "W443654", "equal", ""),
        ("w443654", "MAT. W443654", "equal", ""),
        ("418-15538", "41815538", "format", "written 418-15538 and 41815538"),
        ("YLH X161", "YLHX161", "format", "written YLH X161 and YLHX161"),
        ("70S924", "705924", "folded", "S for 5 at 3"),
        ("KQ50611", "K050611", "folded", "Q for 0 at 2"),
        ("W6L38O9", "W6138O9", "folded", "L for 1 at 3"),
        ("PNR129", "PMR129", "folded", "N for M at 2"),
        ("WO0B123", "W0OB123", "folded", "O for 0 at 2; 0 for O at 3"),
        ("2352", "02352", "zeros", "leading zeros lost: 2352 and 02352"),
        ("00017", "17", "zeros", "leading zeros lost: 00017 and 17"),
        ("BER123456", "123456", "affix", "BER only on the left in front"),
        ("123456", "BER123456", "affix", "BER only on the right in front"),
        ("1-74445-2089", "74445-2089", "affix", "1 only on the left in front"),
        ("1-74445-2089", "1-74445", "affix", "2089 only on the left at the end"),
        ("123456", "123456T", "affix", "T only on the right at the end"),
        ("W443654", "W443754", "one_edit", "6 instead of 7 at 5"),
        ("W443654", "W4436954", "one_edit", "9 only on the right at 6"),
        ("W443654", "W44654", "one_edit", "3 only on the left at 4"),
        ("W443654", "W4436654", "one_edit", "6 doubled on the right at 6"),
        ("W4433654", "W443654", "one_edit", "3 doubled on the left at 5"),
        ("944566", "945466", "one_edit", "4 and 5 swapped at 3"),
        ("W443654", "W443754S", "two_edits", "6 instead of 7 at 5; S only on the right at 8"),
        ("H6H720748", "HH720148", "two_edits", "6 only on the left at 2; 7 for 1 at 7"),
        ("12345678", "99345678", "two_edits", "1 instead of 9 at 1; 2 instead of 9 at 2"),
        ("5624G", "562466", "two_edits", "G for 6 at 5; 6 only on the right at 6"),
        ("RDA5391", "RDA5379", "two_edits", "9 instead of 7 at 6; 1 instead of 9 at 7"),
        ("W443654", "P100000", "different", ""),
        ("W287", "W287543", "different", ""),
        ("123", "124", "different", ""),
        ("1234", "1243", "one_edit", "3 and 4 swapped at 3"),
        ("1234", "12", "different", ""),
        ("1234", "1299", "different", ""),
        ("8888888", "3333333", "different", ""),  # so many look-alikes are another number
        ("8117731", "3771137", "different", ""),
        ("123456", "12345678", "two_edits", "7 only on the right at 7; 8 only on the right at 7"),
    ],
)
def test_whole_numbers(left, right, level, explained):
    assert (level, explained) == levels(left, right)


@pytest.mark.parametrize(
    ("left", "right", "level", "explained"),
    [
        ("31*5_9", "318539", "partial_consistent", "4 readable characters agree"),
        ("31*5_9", "3185390", "different", ""),
        ("31*5_9", "318538", "different", ""),
        ("FFV?779-020?", "FFV-779-0206", "partial_consistent", "9 readable characters agree"),
        ("??4395 84", "P-4395-84", "partial_consistent", "6 readable characters agree"),
        ("P?9?39-84", "P-9039-84", "partial_consistent", "6 readable characters agree"),
        ("P?9?39-84", "P-9038-84", "different", ""),
        ("12?-34", "1-2345", "different", ""),
        ("...5231", "REL5231", "partial_consistent", "4 readable characters agree"),
        ("...5231", "5231", "partial_consistent", "4 readable characters agree"),
        ("...5231", "REL5232", "different", ""),
        ("...5231", "231", "different", ""),
        ("LIMADA 5231", "LIMADA 7777", "unknown", ""),
        ("295-28XXX", "295-28528", "partial_consistent", "5 readable characters agree"),
        ("295-28XXX", "294-28528", "different", ""),
        ("295-28XXX", "295-2", "different", ""),
        ("...31", "REL5231", "unknown", ""),
        ("...5231", "295-28XXX", "unknown", ""),
        ("...5231", "...95231", "partial_consistent", "4 readable characters agree"),
        ("AB12...", "AB1234...", "partial_consistent", "4 readable characters agree"),
        ("LIMADA 5231", "AB5231C", "partial_consistent", "4 readable characters agree"),
        ("LIMADA 5231", "AB5331C", "different", ""),
        ("LIMADA 5231", "LIMADA 5231", "partial_consistent", "4 readable characters agree"),
        ("...S231", "REL5231", "partial_consistent", "4 readable characters agree; S for 5 at 1"),
        ("...S23I", "REL5231", "different", ""),
        ("2.69624E+06", "2696241", "partial_consistent", "5 readable characters agree"),
        ("2.69624E+06", "26962410", "different", ""),
        ("RESTAURADA 105744", "105744", "partial_consistent", "6 readable characters agree"),
        ("RESTAURADA 105744", "105745", "different", ""),
        ("RESTAURADA 1057O4", "105704", "partial_consistent", "6 readable characters agree; O for 0 at 5"),
    ],
)
def test_numbers_known_in_part(left, right, level, explained):
    assert (level, explained) == levels(left, right)


@pytest.mark.parametrize("left", ["BORRADA", "ILEGIBLE", "S/N", "", "REMARCADA 123456", "0", "SIN MATRICULA DE ORIGEN"])
@pytest.mark.parametrize("right", ["123456", "BORRADA", "", "...3456"])
def test_where_one_side_has_no_number_nothing_is_known(left, right):
    assert levels(left, right) == ("unknown", "")


def test_a_legible_number_without_text_is_not_compared():
    blank = SerialNumber(state=SerialState.LEGIBLE)
    assert compare(blank, blank).level is SerialLevel.UNKNOWN
    assert compare(SerialNumber.parse("123456"), blank).level is SerialLevel.UNKNOWN


def test_explanations_in_spanish():
    comparison = compare(SerialNumber.parse("H6H720748"), SerialNumber.parse("HH720148"))
    assert comparison.explain("es") == "6 solo a la izquierda en la posición 2; 7 por 1 en la posición 7"
    assert str(comparison.edits[1]) == "7 for 1 at 7"


@pytest.mark.parametrize("op", SerialEditOp)
def test_each_edit_has_its_words(op):
    edit = SerialEdit(op=op, left="A", right="B", at=3)
    assert edit.label("en") != edit.label("es")


def test_the_wording_has_no_row_too_many():
    assert {row["op"] for row in _tables.rows("serials/edits.csv")} == set(SerialEditOp)


@given(numbers)
def test_a_legible_number_equals_itself(text):
    serial = SerialNumber(state=SerialState.LEGIBLE, text=text)
    # separators alone are no number
    expected = SerialLevel.EQUAL if any(map(str.isalnum, text)) else SerialLevel.UNKNOWN
    assert compare(serial, serial).level is expected
    assert serial.is_known is (expected is SerialLevel.EQUAL)


@given(cells, cells)
def test_levels_do_not_depend_on_the_order(left, right):
    level, explained = levels(left, right)
    assert bool(explained) is (level not in ("equal", "different", "unknown"))


def distance(one, other):
    """The optimal string alignment distance, by the book."""
    table = [[max(i, j) if not min(i, j) else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            cost = one[i - 1] != other[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(st.text(alphabet="A1B", max_size=7), st.text(alphabet="A1B", max_size=7))
def test_the_edits_are_as_few_as_possible(one, other):
    edits = fewest_edits(one, other)
    expected = distance(one, other)
    assert (len(edits) if edits is not None else None) == (expected if expected <= 2 else None)


@given(st.text(alphabet="AB01", min_size=6, max_size=10), st.integers(0, 9), st.sampled_from("XYZ"))
def test_one_changed_character_is_one_edit(text, place, letter):
    place %= len(text)
    changed = text[:place] + letter + text[place + 1 :]
    one, other = (SerialNumber(state=SerialState.LEGIBLE, text=number) for number in (text, changed))
    assert compare(one, other).level is SerialLevel.ONE_EDIT


def test_giant_numbers_take_bounded_time():
    giant = "A1" * 5000
    started = time.process_time()
    assert levels(giant, giant)[0] == "equal"
    assert levels(giant, giant + "1")[0] == "different"
    assert levels(giant, "A1")[0] == "different"
    assert levels(giant + "?", giant + "1")[0] == "different"
    assert levels(giant[:5000] + "-" + giant[5000:], giant)[0] == "format"
    assert levels("A1" * 32, "A1" * 31 + "B1")[0] == "one_edit"
    assert levels("..." + "1" * 60, "LIMADA " + "1" * 60)[0] == "partial_consistent"
    assert time.process_time() - started < 2
