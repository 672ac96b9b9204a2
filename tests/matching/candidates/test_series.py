"""How dense a list is around a number."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.matching.candidates.series import Nearby, Series
from armstrace.matching.match_model import MatchModel
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

MODEL = MatchModel.default()
# without the floor for neighbors, so that what is counted shows
COUNTED = attrs.evolve(MODEL, neighbors=0, clustered=1e-9)


def series(*texts: str, using: MatchModel = COUNTED) -> Series:
    return Series.of((SerialNumber.parse(text) for text in texts), using=using)


@pytest.mark.parametrize(
    ("listed", "text", "density", "places", "taken"),
    [
        # fewer than four may reach over all that can be written
        (("A123456",), "A123466", 1 / 10**6, (0,), ()),
        (("A123456", "A123446"), "A123456", 1 / 10**6, (1,), (0,)),
        (("A123456", "A123457", "A123461", "A123462"), "A123459", 4 / 6, (1, 2, 0, 3), ()),
        # it stands itself in the list and does not count for what lies around it
        (("A123456", "A123457", "A123459", "A123461", "A123462"), "A123459", 4 / 6, (1, 3, 0, 4), (2,)),
        # of more, the nearest
        (("A100000", "A123456", "A123457", "A123461", "A123462", "A900000"), "A123459", 4 / 6, (2, 3, 1, 4), ()),
        # one number on two rows is one number, and both rows stand for it
        (("A123456", "A123456", "A123457"), "A123458", 2 / 10**6, (2, 0, 1), ()),
        (("A123456", "A123456", "A123457"), "A123456", 1 / 10**6, (2,), (0, 1)),
        # the year behind belongs to the name of the line; the run that is denser tells
        (("134237-2004", "134238-2004", "134239-2004", "134241-2004"), "1342402004", 4 / 6, (2, 3, 1, 0), ()),
        (("S/N", "LIMADA", "A12345?", "A123456"), "A123466", 1 / 10**6, (3,), ()),
    ],
)
def test_density(
    listed: tuple[str, ...], text: str, density: float, places: tuple[int, ...], taken: tuple[int, ...]
) -> None:
    (near,) = series(*listed).around(text)
    assert (pytest.approx(density), places, taken) == (near.density, near.indexes, near.taken)


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ((), "A123456"),
        (("A123456",), "B123456"),
        (("A123456",), "A0123456"),
        # no run of digits that counts up
        (("AB12",), "AB12"),
        # 13 digits are no number of a series
        (("1234567890123",), "1234567890124"),
    ],
)
def test_what_is_of_no_series_of_the_list(listed: tuple[str, ...], text: str) -> None:
    assert [] == list(series(*listed).around(text))


def test_a_lone_number_has_nothing_around_it() -> None:
    """Then neighbors of it are as dense as neighbors are thought to be at least."""
    (near,) = series("A123456", using=MODEL).around("A123456")
    assert Nearby(density=MODEL.clustered, indexes=(0,), taken=(0,)) == near


@pytest.mark.parametrize("letter", ["\u00df", "\u2167", "\u00bd", "\u0418", "\u0661"])
def test_letters_of_other_scripts_are_of_no_series(letter: str) -> None:
    """One of them may be written with several, or be a digit: nobody knows where the number that counts begins."""
    listed = [SerialNumber(state=SerialState.LEGIBLE, text=f"{letter}{number}") for number in range(1234, 1239)]
    found = Series.of(listed, using=COUNTED)
    assert [] == [near for each in listed for near in found.around(each.compact)]


@pytest.mark.parametrize(("away", "density"), [(25, MODEL.clustered), (26, 1e-6)])
def test_guns_made_together_are_sold_together(away: int, density: float) -> None:
    (near,) = series("A123456", using=MODEL).around(f"A{123456 + away}")
    assert density == pytest.approx(near.density)


def test_a_full_series_is_never_denser_than_all() -> None:
    full = series(*(f"A{n:06}" for n in range(100)))
    assert [1.0] == [near.density for near in full.around("A000050")]


def test_a_number_of_two_layouts_may_be_of_two_series() -> None:
    both = series("123-456789", "123456788")
    assert [(0,), (1,)] == [near.indexes for near in both.around("123456790")]


numbers = st.integers(0, 999)


@given(st.lists(numbers, max_size=30), numbers, st.integers(1, 6))
def test_as_counted_one_by_one(listed: list[int], wanted: int, nearest: int) -> None:
    """Against the distances to all of them."""
    using = attrs.evolve(COUNTED, nearest=nearest)
    found = list(series(*(f"A{n:03}" for n in listed), using=using).around(f"A{wanted:03}"))
    by_distance = sorted((abs(n - wanted), n) for n in set(listed) if n != wanted)[:nearest]
    taken = tuple(place for place, n in enumerate(listed) if n == wanted)
    if not listed:
        assert [] == found
        return
    (near,) = found
    assert taken == near.taken
    if not by_distance:
        assert (using.clustered, taken) == (near.density, near.indexes)
        return
    width = 2 * by_distance[-1][0] if len(by_distance) == nearest else 1000
    assert min(1.0, len(by_distance) / width) == pytest.approx(near.density)
    around = list(dict.fromkeys(listed[place] for place in near.indexes))
    assert [distance for distance, _ in by_distance] == [abs(number - wanted) for number in around]
    assert sorted(near.indexes) == [place for place, number in enumerate(listed) if number in around]


@given(st.lists(st.text("0123456789-AO?.", max_size=14), max_size=10), st.text("0123456789AO", max_size=12))
def test_a_density_is_a_share(listed: list[str], text: str) -> None:
    for near in series(*listed, using=MODEL).around(text):
        assert 0 < near.density <= 1
        assert near.indexes
        assert all(SerialNumber.parse(listed[place]).compact == text for place in near.taken)
