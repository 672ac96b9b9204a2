"""Plain data: exact, strict, and clear about what is wrong and where."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum, StrEnum

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.errors import ParseError


class Color(Enum):
    RED = "red"
    ONE = 1


class Word(StrEnum):
    YES = "yes"
    NO = "no"


@frozen(kw_only=True)
class Inner:
    day: datetime.date | None = None
    number: Decimal = Decimal(0)
    raw: str = field(default="", eq=False)


@frozen(kw_only=True)
class Other:
    name: str = ""


@frozen(kw_only=True)
class Outer:
    name: str
    flag: bool = False
    count: int | None = None
    share: float = 0.0
    color: Color = Color.RED
    word: Word = Word.NO
    inner: Inner = Inner()
    many: tuple[Inner, ...] = ()
    words: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str], ...] = ()
    either: Inner | Other = Other()
    several: tuple[Inner | Other, ...] = ()
    derived: int = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "derived", 1)


FULL = Outer(
    name="é\u2028",
    flag=True,
    count=3,
    share=0.25,
    color=Color.ONE,
    word=Word.YES,
    inner=Inner(day=datetime.date(2024, 2, 29), number=Decimal("7.620"), raw="7,620"),
    many=(Inner(), Inner(number=Decimal("-1E+3"))),
    words=frozenset({"b", "a"}),
    pairs=(("x", "y"),),
    either=Inner(number=Decimal(2)),
    several=(Inner(), Other(name="o")),
)


def test_everything_comes_back() -> None:
    plain = to_plain(FULL)
    assert FULL == from_plain(plain, Outer)
    assert "7,620" == from_plain(plain, Outer).inner.raw
    assert "7.620" == str(from_plain(plain, Outer).inner.number)
    assert ["a", "b"] == plain["words"]
    assert {"type": "Inner", "number": "2"} == plain["either"]


def test_what_is_empty_is_left_out() -> None:
    plain = {"name": "x", "color": "red", "inner": {"number": "0"}, "either": {"type": "Other"}}
    assert plain == to_plain(Outer(name="x"))


def test_equal_to_the_default_is_not_the_same() -> None:
    """The raw text of a value that equals the default must not be lost."""
    back = from_plain(to_plain(Outer(name="x", inner=Inner(number=Decimal("0.00"), raw="0,00"))), Outer)
    assert ("0.00", "0,00") == (str(back.inner.number), back.inner.raw)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.dates())
def test_numbers_and_days_are_exact(number: Decimal, day: datetime.date) -> None:
    value = Inner(number=number, day=day)
    back = from_plain(to_plain(value), Inner)
    assert (str(number), day) == (str(back.number), back.day)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], "object"),
        ("x", "object"),
        ({}, "name"),
        ({"name": 1}, "name"),
        ({"name": "x", "nmae": "y"}, "nmae"),
        ({"name": "x", "flag": 1}, "flag"),
        ({"name": "x", "count": True}, "count"),
        ({"name": "x", "share": "1"}, "share"),
        ({"name": "x", "color": "blue"}, "color"),
        ({"name": "x", "color": True}, "color"),
        ({"name": "x", "word": "maybe"}, "word"),
        ({"name": "x", "word": 1}, "word"),
        ({"name": "x", "color": ["red"]}, "color"),
        ({"name": "x", "inner": {"day": "2023-02-30"}}, "inner.day"),
        ({"name": "x", "inner": {"day": 20230101}}, "inner.day"),
        ({"name": "x", "inner": {"number": "NaN"}}, "inner.number"),
        ({"name": "x", "inner": {"number": 1.5}}, "inner.number"),
        ({"name": "x", "inner": {"number": "9" * 999}}, "inner.number"),
        ({"name": "x", "many": "ab"}, "many"),
        ({"name": "x", "many": [1]}, "many"),
        ({"name": "x", "words": {"a": 1}}, "words"),
        ({"name": "x", "pairs": [["a"]]}, "pairs"),
        ({"name": "x", "either": {"number": "2"}}, "either"),
        ({"name": "x", "either": {"type": "Outer"}}, "either"),
        ({"name": "x", "either": []}, "either"),
    ],
)
def test_other_shapes_are_named_by_place(data: object, place: str) -> None:
    with pytest.raises(ParseError) as error:
        from_plain(data, Outer)
    assert place in str(error.value)


def test_all_errors_come_at_once() -> None:
    with pytest.raises(ParseError) as error:
        from_plain({"flag": 1, "count": "x"}, Outer)
    assert all(place in error.value.cause for place in ("name", "flag", "count"))


def test_integers_stand_for_whole_floats() -> None:
    assert from_plain({"name": "x", "share": 1}, Outer).share == 1.0
