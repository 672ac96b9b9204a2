"""In how many ways a number can be copied wrong."""

from __future__ import annotations

import string
from collections import Counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.matching.comparisons import serials
from armstrace.matching.learning.misreadings import Misreadings
from armstrace.matching.match_model import MatchModel
from armstrace.weapons.serials import edits
from armstrace.weapons.serials.number import SerialNumber

MODEL = MatchModel.default()
# counts are whole where seldom confused characters count like others
EVEN = attrs.evolve(
    MODEL, weights=tuple((code, 0.0 if code == "serial.lookalike_rare" else bits) for code, bits in MODEL.weights)
)
KINDS = ("lookalike_letter", "lookalike_digit", "doubled", "dropped", "added", "transposed", "substituted", "neighbor")


def wrong_numbers(number: str) -> set[str]:
    """Every number that one slip makes of it."""
    found: set[str] = set()
    for at, character in enumerate(number):
        before, behind = number[:at], number[at + 1 :]
        sort = string.digits if character.isdigit() else string.ascii_uppercase
        found |= {before + other + behind for other in sort + edits.confused_with(character)}
        found |= {
            before + behind,
            before + character + character + behind,
            before + behind[:1] + character + behind[1:],
        }
    found |= {number[:at] + digit + number[at:] for at in range(len(number) + 1) for digit in string.digits}
    return found - {number}


@pytest.mark.parametrize("number", ["2234569", "W361928", "AB12C77", "9361452", "55544433", "KR3Q8"])
def test_the_ways_are_those_that_a_comparison_sees(number: str) -> None:
    listed = SerialNumber.parse(number)
    agreed = [serials.agreement(SerialNumber.parse(wrong), listed, EVEN) for wrong in wrong_numbers(number)]
    seen = Counter(each.level for each in agreed)
    ways = Misreadings(using=EVEN).of(number)
    # what is put in front or behind, or left out there, may be zeros or a group that one number has lost
    ends = ("added", "dropped")
    assert {kind: ways.get(kind, 0) for kind in KINDS if kind not in ends} == {
        kind: seen[kind] for kind in KINDS if kind not in ends
    }
    assert ways["added"] + ways["dropped"] == seen["added"] + seen["dropped"] + seen["affix"] + seen["zeros"]
    assert 1 == ways["zeros"] == ways["affix"]


def test_what_is_seldom_confused_is_part_of_a_way() -> None:
    ways, even = (Misreadings(using=each).of("6")["lookalike_letter"] for each in (MODEL, EVEN))
    # G is often taken for 6, C is not
    assert (pytest.approx(1 + 2**-1.5), 2) == (ways, even)


@given(st.text(string.digits + string.ascii_uppercase + "?Ñ٣", max_size=70))
def test_no_number_has_fewer_than_no_ways(number: str) -> None:
    ways = Misreadings(using=MODEL).of(number)
    assert min(ways.values()) >= 0
