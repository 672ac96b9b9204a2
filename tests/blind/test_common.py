"""The numbers that two lists share."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from armstrace import _convert
from armstrace.blind import BlindLevel, BlindList, CommonSerials, blind_keys, common_serials
from armstrace.errors import NotComparable
from armstrace.weapons.serials.agreement import compare
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


def keys_of(*cells: str, key: bytes = KEY) -> BlindList:
    return blind_keys([SerialNumber.parse(cell) for cell in cells], key)


def levels(left: str, right: str) -> list[str]:
    return [pair.level.value for pair in common_serials(keys_of(left), keys_of(right)).pairs]


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("9671462", "9671462", "exact"),
        ("SERIE: 96714-62", "9671462 ", "exact"),
        ("W361O28", "w361028", "exact"),
        ("B123456", "8I23456", "exact"),
        ("007", "007", "exact"),
        ("9671462", "971462", "near"),
        ("9671462", "99671462", "near"),
        ("9671462", "9671642", "near"),
        ("000123456", "123456", "near"),
        ("00012345", "12345", "near"),
        ("GF-12345", "12345", "near"),
        ("GF-007-12345", "12345", "near"),
        ("GF-007-12345", "00712345", "near"),
        ("1-74445-2089", "1-74445", "near"),
        ("12345ABC", "12345", "near"),
        ("123456", "12345", "near"),
        ("9671462", "9671463", "changed"),
        ("W361028", "X361028", "changed"),
        # 3 and 8, and 1 and 7, look alike, and are two weapons of a series
        ("9671463", "9671468", "changed"),
        ("123456", "723456", "changed"),
    ],
)
def test_found_from_either_side(left: str, right: str, level: str) -> None:
    assert [level] == levels(left, right) == levels(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("9671462", "9671553"),  # two characters
        ("1234567", "2345678"),  # what they share is in neither list
        ("GF12345", "KL12345"),  # a group in front of each
        ("12345", "1234"),  # too little is left
        ("00001234", "1234"),
        ("12345", "12346"),
        ("12345", "12354"),
        ("A" * 24 + "1", "A" * 24 + "2"),  # too long
        ("A" * 24 + "1", "A" * 24),
        ("1234567中", "1234568中"),  # other letters
        ("1234567中", "1234567"),
    ],
)
def test_not_found(left: str, right: str) -> None:
    assert [] == levels(left, right) == levels(right, left)


def test_the_longest_number_with_slips() -> None:
    assert ["changed"] == levels("1" * 23 + "2", "1" * 23 + "3")
    assert ["exact"] == levels("9" * 10_000, "9" * 10_000)
    assert (frozenset(), frozenset()) == (keys_of("9" * 10_000).keys[0].near, keys_of("9" * 10_000).keys[0].hidden)
    assert ["exact"] == levels("1234567中", "1234567中")


def test_a_restored_number_that_is_whole_has_keys() -> None:
    restored = SerialNumber.parse("9671462", SerialState.RESTORED)
    assert ["exact"] == [p.level.value for p in common_serials(blind_keys([restored], KEY), keys_of("9671462")).pairs]


def test_lists_under_two_keys_are_not_compared() -> None:
    """Nothing found would be a plausible wrong answer."""
    with pytest.raises(NotComparable, match="key"):
        common_serials(keys_of("9671462"), keys_of("9671462", key=OTHER_KEY))
    one, other = keys_of("9671462").keys[0], keys_of("9671462", key=OTHER_KEY).keys[0]
    assert {one.exact, *one.near, *one.hidden}.isdisjoint({other.exact, *other.near, *other.hidden})


def test_equal_numbers_are_one_pair_with_all_right_indexes() -> None:
    found = common_serials(keys_of("9671462", "S/N", "967-1462", "1"), keys_of("W1", "9671462"))
    (pair,) = found.pairs
    assert ((0, 2), (1,)) == (pair.left_indexes, pair.right_indexes)
    assert (2, 2) == (found.left, found.right)


def test_each_way_to_write_a_number_counts() -> None:
    """Only one of the two rows shows that there are groups."""
    assert ["near"] == [
        pair.level.value for pair in common_serials(keys_of("7134250", "71-34250"), keys_of("34250")).pairs
    ]
    assert ["near"] == [
        pair.level.value
        for pair in common_serials(keys_of("7134250", "71-34250").for_exchange(), keys_of("34250")).pairs
    ]


def test_a_number_that_both_have_is_not_paired_with_its_neighbors() -> None:
    stock = keys_of(*(f"96714{n:02}" for n in range(100)))
    assert ["exact"] == [pair.level.value for pair in common_serials(keys_of("9671455"), stock).pairs]
    few = common_serials(keys_of("9671455"), keys_of("9671454", "9671465", "9671545", "967145"))
    assert ["near", "near", "changed", "changed"] == [pair.level.value for pair in few.pairs]
    assert [2, 3] == sorted(place for pair in few.at(BlindLevel.NEAR) for place in pair.right_indexes)
    series = keys_of("9671454", "9671445")
    assert ["exact", "exact"] == [pair.level.value for pair in common_serials(series, series).pairs]
    zeros = common_serials(keys_of("9671455"), keys_of("9671455", "09671455"))
    assert ["exact", "near"] == [pair.level.value for pair in zeros.pairs]
    taken = common_serials(keys_of("9671455", "9671454"), keys_of("9671454"))
    assert [(1,)] == [pair.left_indexes for pair in taken.pairs]


def test_explains_in_both_languages() -> None:
    found = common_serials(keys_of("9671462", "1122334", "F530742"), keys_of("9671462", "1122335", "530742"))
    assert "3 different serial numbers against 3: 1 in both lists, 1 one slip apart, 1 that differ" in found.explain()
    assert ["blind.number_only", "blind.series", "blind.not_found"] == [each.code for each in found.caveats]
    assert "el mismo número puede ser de otra marca" in found.explain("es")
    assert ["blind.not_found"] == [each.code for each in CommonSerials().caveats]


def test_all_numbers_equal_is_bounded() -> None:
    """One pair, not a hundred million."""
    many = keys_of(*["9671462"] * 2000)
    (pair,) = common_serials(many, many).pairs
    assert 2000 == len(pair.left_indexes) == len(pair.right_indexes)


serials = st.text("0123456789ABOQ-", max_size=12)
numbers = st.from_regex(r"[A-Z]{0,2}[0-9]{6,8}", fullmatch=True).filter(lambda text: text.strip("0"))


@given(st.lists(serials, max_size=6), st.lists(serials, max_size=6))
def test_seen_from_the_other_side_it_is_the_same(left: list[str], right: list[str]) -> None:
    ours, theirs = keys_of(*left), keys_of(*right)
    forth, back = common_serials(ours, theirs), common_serials(theirs, ours)
    assert {(p.level, p.left, p.right, p.left_indexes, p.right_indexes) for p in forth.pairs} == {
        (p.level, p.right, p.left, p.right_indexes, p.left_indexes) for p in back.pairs
    }
    assert len(left) == len(ours.keys) + len(ours.unkeyed)
    assert ours == _convert.from_plain(_convert.to_plain(ours), BlindList)
    assert forth == _convert.from_plain(_convert.to_plain(forth), CommonSerials)


@given(numbers, st.data())
def test_one_slip_is_found(number: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(number) - 2))
    slips = {
        "left out": number[:at] + number[at + 1 :],
        "doubled": number[: at + 1] + number[at:],
        "changed round": number[:at] + number[at + 1] + number[at] + number[at + 2 :],
        "another": number[:at] + data.draw(st.sampled_from("0123456789")) + number[at + 1 :],
    }
    slip = slips[data.draw(st.sampled_from(list(slips)))]
    if SerialNumber.parse(slip).compact == slip:
        assert 1 == len(levels(number, slip))


@given(st.text("0123456789K-", max_size=12), st.text("0123456789K-", max_size=12))
@example("12345K-", "12345")
@example("00-12345", "12345")
def test_what_is_found_is_close_by_the_comparison_of_numbers_too(left: str, right: str) -> None:
    far = {"different", "unknown", "two_edits", "partial_consistent"}
    compared = compare(SerialNumber.parse(left), SerialNumber.parse(right)).level.value
    assert not (levels(left, right) and compared in far)


@given(numbers, st.integers(-1100, 1100))
def test_among_digits_only_the_same_number_is_exact(number: str, step: int) -> None:
    other = f"{int(number.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')) + step}"
    compared = compare(SerialNumber.parse(number), SerialNumber.parse(other)).level.value
    assert (compared == "equal") == (levels(number, other) == ["exact"])


@pytest.mark.parametrize(("left", "right", "name"), [([], keys_of(), "left"), (keys_of(), "9671462", "right")])
def test_what_is_no_list_of_hashes_is_refused_by_the_name_of_the_argument(left: Any, right: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name}: a .* is no BlindList"):
        common_serials(left, right)


def test_results_print_on_a_line() -> None:
    ours = keys_of(*(f"96714{number:02}" for number in range(50)), "S/N")
    assert "50 serial numbers with keys, 1 without" == str(ours)
    assert str(common_serials(ours, ours)).startswith("50 different serial numbers against 50: 50 in both lists")
    assert max(len(repr(ours)), len(repr(common_serials(ours, ours)))) < 100
