"""How usual a shape is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.matching.candidates.shapes import Shapes, shape
from armstrace.weapons.serials.number import SerialNumber


@pytest.mark.parametrize(
    ("compact", "expected"),
    [("W361028", "@######"), ("AB12", "@@##"), ("", ""), ("123456\u0663", "######\u0663"), ("96?1", "##?#")],
)
def test_shape(compact: str, expected: str) -> None:
    assert expected == shape(compact)


def test_what_is_not_whole_has_no_shape_and_may_have_any() -> None:
    shapes = Shapes.of(map(SerialNumber.parse, ["W361028", "W361???", "...028", "S/N", "LIMADA", "W36-1029"]))
    assert (2, {"@######": 2}) == (shapes.total, dict(shapes.counts))
    assert [1.0] * 3 == [shapes.share(SerialNumber.parse(text)) for text in ("W361???", "...028", "LIMADA")]
    assert 0.75 == shapes.share(SerialNumber.parse("A123456"))


def test_what_nothing_else_has_is_never_quite_nothing() -> None:
    assert 0.5 == Shapes.of([]).share(SerialNumber.parse("W361028"))
    shapes = Shapes.of([SerialNumber.parse("W361028")] * 100)
    assert 0 < shapes.share(SerialNumber.parse("361028")) == 0.005


@given(st.lists(st.text("01AB-?", max_size=6).map(SerialNumber.parse), max_size=20))
def test_shares_are_shares(numbers: list[SerialNumber]) -> None:
    shapes = Shapes.of(numbers)
    whole = [number for number in numbers if number.is_whole]
    assert len(whole) == shapes.total
    for number in numbers:
        assert 0 < shapes.share(number) <= 1
    # a shape that more of them have is more usual
    by_count = sorted(whole, key=lambda number: shapes.counts[shape(number.compact)])
    assert [shapes.share(each) for each in by_count] == sorted(shapes.share(each) for each in by_count)
