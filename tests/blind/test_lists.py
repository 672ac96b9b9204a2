"""The hashes of a list, as they are made and as they are handed over."""

from __future__ import annotations

import pytest

from armstrace.blind import BlindKeys, BlindLevel, BlindList, CommonSerials, Unkeyed, blind_keys, common_serials
from armstrace.weapons.serials.number import SerialNumber

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


def keys_of(*cells: str, key: bytes = KEY) -> BlindList:
    return blind_keys([SerialNumber.parse(cell) for cell in cells], key)


def test_what_is_handed_over_shows_neither_order_nor_repetition() -> None:
    one = keys_of("9671462", "S/N", "123456", "967-1462").for_exchange()
    other = keys_of("123456", "9671462").for_exchange()
    assert [None, None] == [each.index for each in one.keys]
    assert [each.exact for each in one.keys] == sorted(each.exact for each in other.keys)
    assert () == one.unkeyed
    ours = keys_of("9671462", "123456")
    (first, second) = common_serials(ours, one).pairs
    assert ((0,), ()) == (first.left_indexes, first.right_indexes)
    # the other side finds its own rows by the hash
    assert [1] == [each.index for each in keys_of("123456", "9671462").keys if each.exact == first.right]
    assert BlindLevel.EXACT is second.level


@pytest.mark.parametrize(
    ("cls", "given"),
    [
        (BlindKeys, {"exact": "0" * 32, "index": -1}),
        (Unkeyed, {"reason": blind_keys([SerialNumber.parse("S/N")], KEY).unkeyed[0].reason, "index": -1}),
        (CommonSerials, {"left": -1}),
        (CommonSerials, {"right": -1}),
    ],
)
def test_indexes_and_counts_are_never_below_zero(cls: type[object], given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"index|left|right"):
        cls(**given)
