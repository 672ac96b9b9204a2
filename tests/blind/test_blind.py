"""Keyed hashes of serial numbers."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from armstrace import _convert
from armstrace.blind.blind import BlindKeys, BlindLevel, BlindList, CommonSerials, Unkeyed, blind_keys, common_serials
from armstrace.errors import NotComparable, ParseError
from armstrace.weapons.serials.agreement import compare
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


def keys_of(*cells: str, key: bytes = KEY) -> BlindList:
    return blind_keys([SerialNumber.parse(cell) for cell in cells], key)


def levels(left: str, right: str) -> list[str]:
    return [pair.level.value for pair in common_serials(keys_of(left), keys_of(right)).pairs]


def hmac_sha256(key: bytes, message: bytes) -> str:
    """RFC 2104, written out, for keys that fill less than a block."""
    block = key + bytes(64 - len(key))
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block) + message).digest()
    return hashlib.sha256(bytes(byte ^ 0x5C for byte in block) + inner).hexdigest()[:32]


def test_the_hashes_are_those_of_the_formula() -> None:
    """Two ministries with two versions of this library must get the same."""
    blind = keys_of("SERIE: 08-Q12X7")
    (keys,) = blind.keys
    whole = "08012X7"
    near = {whole[:i] + whole[i + 1 :] for i in range(7)} | {
        whole[:i] + whole[i + 1] + whole[i] + whole[i + 2 :] for i in range(6)
    }
    near |= {"012X7", "08012"}  # without the group 08, without X7; one zero in front is among those with one left out
    near |= {"08012X"}
    hidden = {f"{whole[:i]}?{whole[i + 1 :]}" for i in range(7)}
    assert hmac_sha256(KEY, b"armstrace.blind/1|number|08012X7") == keys.exact
    assert {hmac_sha256(KEY, f"armstrace.blind/1|number|{text}".encode()) for text in near} == keys.near
    assert {hmac_sha256(KEY, f"armstrace.blind/1|hidden|{text}".encode()) for text in hidden} == keys.hidden
    assert hmac_sha256(KEY, b"armstrace.blind/1|check|") == blind.check
    assert ("0dbe939f6462fcff0a0a575eab719fc9", "7df0e203a521bfb6868cf1aebc9346d4") == (keys.exact, blind.check)


def test_the_hashes_are_the_same_in_another_process() -> None:
    code = (
        "from armstrace.blind import blind_keys\n"
        "from armstrace.weapons.serials import SerialNumber\n"
        "(keys,) = blind_keys([SerialNumber.parse('W361028')], bytes(range(32))).keys\n"
        "print(keys.exact, *sorted(keys.near), *sorted(keys.hidden))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    (keys,) = keys_of("W361028").keys
    assert [keys.exact, *sorted(keys.near), *sorted(keys.hidden)] == printed.split()


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


@pytest.mark.parametrize(
    ("cell", "state", "code"),
    [
        ("S/N", None, "blind.no_number"),
        ("NONE", None, "blind.no_number"),
        ("", None, "blind.no_number"),
        ("LIMADA", None, "blind.no_number"),
        ("ILEGIBLE", None, "blind.no_number"),
        ("9671462", SerialState.ALTERED, "blind.no_number"),
        ("9671462", SerialState.PARTIAL, "blind.partial"),
        ("...71462", None, "blind.partial"),
        ("96714...", None, "blind.partial"),
        ("96?1462", None, "blind.partial"),
        ("...71462", SerialState.RESTORED, "blind.partial"),
        ("96?1462", SerialState.LEGIBLE, "blind.partial"),
    ],
)
def test_no_number_no_keys(cell: str, state: SerialState | None, code: str) -> None:
    """Two records without a number must never be found common."""
    blind = blind_keys([SerialNumber.parse("123456"), SerialNumber.parse(cell, state)], KEY)
    assert [0] == [each.place for each in blind.keys]
    assert [(1, code)] == [(each.place, each.reason.code) for each in blind.unkeyed]
    for language in ("en", "es"):
        assert "1: " in blind.explain(language)
    assert blind.explain("en").startswith("1 serial numbers with keys, 1 without")


def test_a_number_of_marks_alone_has_no_keys() -> None:
    serial = SerialNumber(state=SerialState.LEGIBLE, text="--")
    assert ["blind.no_number"] == [each.reason.code for each in blind_keys([serial], KEY).unkeyed]


def test_a_restored_number_that_is_whole_has_keys() -> None:
    restored = SerialNumber.parse("9671462", SerialState.RESTORED)
    assert ["exact"] == [p.level.value for p in common_serials(blind_keys([restored], KEY), keys_of("9671462")).pairs]


@pytest.mark.parametrize("length", [0, 1, 31])
def test_a_short_key_is_refused_and_not_shown(length: int) -> None:
    with pytest.raises(ParseError, match=f"'{length} bytes' .at least 32") as caught:
        blind_keys([], b"\xa7" * length)
    assert "xa7" not in repr(caught.value) + str(vars(caught.value))
    assert () == blind_keys([], b"\xa7" * 32).keys


def test_the_key_stays_out_of_what_is_made() -> None:
    secret = b"do not tell anybody what this is"
    plain = repr(_convert.to_plain(keys_of("123456", "S/N", key=secret))) + repr(keys_of("123456", key=secret))
    assert "tell anybody" not in plain
    assert secret.hex()[:16] not in plain
    assert "123456" not in plain


def test_lists_under_two_keys_are_not_compared() -> None:
    """Nothing found would be a plausible wrong answer."""
    with pytest.raises(NotComparable, match="key"):
        common_serials(keys_of("9671462"), keys_of("9671462", key=OTHER_KEY))
    one, other = keys_of("9671462").keys[0], keys_of("9671462", key=OTHER_KEY).keys[0]
    assert {one.exact, *one.near, *one.hidden}.isdisjoint({other.exact, *other.near, *other.hidden})


def test_equal_numbers_are_one_pair_with_all_their_places() -> None:
    found = common_serials(keys_of("9671462", "S/N", "967-1462", "1"), keys_of("W1", "9671462"))
    (pair,) = found.pairs
    assert ((0, 2), (1,)) == (pair.my_places, pair.their_places)
    assert (2, 2) == (found.mine, found.theirs)


def test_each_way_to_write_a_number_counts() -> None:
    """Only one of the two rows shows that there are groups."""
    assert ["near"] == [
        pair.level.value for pair in common_serials(keys_of("7134250", "71-34250"), keys_of("34250")).pairs
    ]
    assert ["near"] == [
        pair.level.value
        for pair in common_serials(keys_of("7134250", "71-34250").without_places(), keys_of("34250")).pairs
    ]


def test_what_is_handed_over_shows_neither_order_nor_repetition() -> None:
    one = keys_of("9671462", "S/N", "123456", "967-1462").without_places()
    other = keys_of("123456", "9671462").without_places()
    assert [None, None] == [each.place for each in one.keys]
    assert [each.exact for each in one.keys] == sorted(each.exact for each in other.keys)
    assert () == one.unkeyed
    mine = keys_of("9671462", "123456")
    (first, second) = common_serials(mine, one).pairs
    assert ((0,), ()) == (first.my_places, first.their_places)
    # the other side finds its own rows by the hash
    assert [1] == [each.place for each in keys_of("123456", "9671462").keys if each.exact == first.theirs]
    assert BlindLevel.EXACT is second.level


def test_a_number_that_both_have_is_not_paired_with_its_neighbors() -> None:
    stock = keys_of(*(f"96714{n:02}" for n in range(100)))
    assert ["exact"] == [pair.level.value for pair in common_serials(keys_of("9671455"), stock).pairs]
    few = common_serials(keys_of("9671455"), keys_of("9671454", "9671465", "9671545", "967145"))
    assert ["near", "near", "changed", "changed"] == [pair.level.value for pair in few.pairs]
    assert [2, 3] == sorted(place for pair in few.at(BlindLevel.NEAR) for place in pair.their_places)
    series = keys_of("9671454", "9671445")
    assert ["exact", "exact"] == [pair.level.value for pair in common_serials(series, series).pairs]
    zeros = common_serials(keys_of("9671455"), keys_of("9671455", "09671455"))
    assert ["exact", "near"] == [pair.level.value for pair in zeros.pairs]
    taken = common_serials(keys_of("9671455", "9671454"), keys_of("9671454"))
    assert [(1,)] == [pair.my_places for pair in taken.pairs]


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
    assert 2000 == len(pair.my_places) == len(pair.their_places)


serials = st.text("0123456789ABOQ-", max_size=12)
numbers = st.from_regex(r"[A-Z]{0,2}[0-9]{6,8}", fullmatch=True).filter(lambda text: text.strip("0"))


@given(st.lists(serials, max_size=6), st.lists(serials, max_size=6))
def test_seen_from_the_other_side_it_is_the_same(left: list[str], right: list[str]) -> None:
    mine, theirs = keys_of(*left), keys_of(*right)
    forth, back = common_serials(mine, theirs), common_serials(theirs, mine)
    assert {(p.level, p.mine, p.theirs, p.my_places, p.their_places) for p in forth.pairs} == {
        (p.level, p.theirs, p.mine, p.their_places, p.my_places) for p in back.pairs
    }
    assert len(left) == len(mine.keys) + len(mine.unkeyed)
    assert mine == _convert.from_plain(_convert.to_plain(mine), BlindList)
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


@pytest.mark.parametrize(
    ("cls", "given"),
    [
        (BlindKeys, {"exact": "0" * 32, "place": -1}),
        (Unkeyed, {"reason": blind_keys([SerialNumber.parse("S/N")], KEY).unkeyed[0].reason, "place": -1}),
        (CommonSerials, {"mine": -1}),
        (CommonSerials, {"theirs": -1}),
    ],
)
def test_places_and_counts_are_never_below_zero(cls: type[object], given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"place|mine|theirs"):
        cls(**given)
