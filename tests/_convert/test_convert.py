"""Plain data: exact, strict, and clear about what is wrong and where."""

from __future__ import annotations

import datetime
import hashlib
import json
from decimal import Decimal
from enum import Enum, StrEnum
from typing import ClassVar, Literal

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import fingerprint, from_plain, read, to_plain
from armstrace.errors import Fault, ParseError, UnknownEntry


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
class Alone:
    """One field stands for the whole."""

    _bare: ClassVar[str] = "words"

    words: frozenset[Word] = frozenset()


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
    perhaps: Inner | Other | None = None
    each_perhaps: tuple[Inner | Other | None, ...] = ()
    day: datetime.date | None = None
    colors: frozenset[Color] = frozenset()
    values: frozenset[Inner] = frozenset()
    rows: tuple[tuple[str, tuple[int | None, ...], Inner], ...] = ()
    short: Literal["a", "b"] = "a"
    alone: Alone | None = None
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
    perhaps=Inner(raw="r"),
    each_perhaps=(None, Other(), Inner()),
    day=datetime.date(1, 1, 1),
    colors=frozenset({Color.ONE, Color.RED}),
    values=frozenset({Inner(), Inner(number=Decimal(1)), Inner(number=Decimal(2))}),
    rows=(("x", (1, None), Inner(raw="y")), ("", (), Inner())),
    short="b",
    alone=Alone(words=frozenset({Word.YES, Word.NO})),
)


def test_everything_comes_back() -> None:
    plain = to_plain(FULL)
    assert FULL == from_plain(plain, Outer)
    assert "7,620" == from_plain(plain, Outer).inner.raw
    assert "7.620" == str(from_plain(plain, Outer).inner.number)
    assert ["a", "b"] == plain["words"]
    assert {"type": "Inner", "number": "2"} == plain["either"]
    assert {"type": "Inner", "number": "0", "raw": "r"} == plain["perhaps"]
    assert ["no", "yes"] == plain["alone"]
    assert [1, "red"] == sorted(plain["colors"], key=str)
    assert ["x", [1, None], {"number": "0", "raw": "y"}] == plain["rows"][0]


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
        ({"name": "x", "many": [1]}, "many[0]"),
        ({"name": "x", "words": {"a": 1}}, "words"),
        ({"name": "x", "pairs": [["a"]]}, "pairs[0]"),
        ({"name": "x", "either": {"number": "2"}}, "either.type"),
        ({"name": "x", "either": {"type": "Outer"}}, "either.type"),
        ({"name": "x", "either": []}, "either"),
        ({"name": "x", "either": None}, "either"),
        ({"name": "x", "perhaps": {"type": ["Inner"]}}, "perhaps.type"),
        ({"name": "x", "perhaps": {"name": "o"}}, "perhaps.type"),
        ({"name": "x", "each_perhaps": [None, {"type": "Other", "nam": ""}]}, "each_perhaps[1].nam"),
        ({"name": "x", "day": "2024-13-01"}, "day"),
        ({"name": "x", "day": "٢٠٢٤-٠١-٠١"}, "day"),
        ({"name": "x", "inner": {"number": "٣"}}, "inner.number"),
        ({"name": "x", "colors": ["red", "red"]}, "colors"),
        ({"name": "x", "colors": ["red", 1.0]}, "colors[1]"),
        ({"name": "x", "values": [{"raw": "a"}, {"raw": "b"}]}, "values"),
        ({"name": "x", "rows": [["x", [1], {}], ["x", [True], {}]]}, "rows[1][1][0]"),
        ({"name": "x", "rows": [["x", [1], {"a": 1}]]}, "rows[0][2].a"),
        ({"name": "x", "rows": [["x", [1]]]}, "rows[0]"),
        ({"name": "x", "short": "c"}, "short"),
        ({"name": "x", "short": []}, "short"),
        ({"name": "x", "alone": ["yes", "yse"]}, "alone[1]"),
        ({"name": "x", "alone": {"words": []}}, "alone"),
        ({"name": "x", "share": 10**400}, "share"),
        ({"name": "x", "share": float("inf")}, "share"),
        ({"name": "x", "derived": 1}, "derived"),
    ],
)
def test_other_shapes_are_named_by_place(data: object, place: str) -> None:
    with pytest.raises(ParseError) as error:
        from_plain(data, Outer)
    paths = [fault.path for fault in error.value.faults]
    assert ["$" if place == "object" else f"$.{place}"] == paths


def test_all_errors_come_at_once() -> None:
    with pytest.raises(ParseError) as error:
        from_plain({"flag": 1, "count": "x"}, Outer)
    assert ["$.name", "$.flag", "$.count"] == [fault.path for fault in error.value.faults]
    assert all(place in error.value.cause for place in ("name", "flag", "count"))


def test_what_is_unknown_is_set_aside() -> None:
    """Wherever it stands, in as many rounds as it takes; the rest must be right."""
    data = {"name": "x", "more": 1, "perhaps": {"type": "Inner", "also": {"a": 1}}, "many": [{"b": []}]}
    aside: list[tuple[str, object]] = []
    value, found = read(data, Outer, aside=aside)
    assert (Outer(name="x", perhaps=Inner(), many=(Inner(),)), []) == (value, found)
    assert {"$.more": 1, "$.perhaps.also": {"a": 1}, "$.many[0].b": []} == dict(aside)
    aside.clear()
    _, found = read({"name": 1, "more": 1}, Outer, path="$.data", aside=aside)
    assert ["$.data.name"] == [path for path, _ in found]


@frozen(kw_only=True)
class Even:
    number: int = 0
    part: Inner = Inner()

    def __attrs_post_init__(self) -> None:
        if self.number % 2:
            raise ParseError("an odd number", code="number.odd", text=str(self.number))
        if self.number > 10:
            raise OverflowError
        if self.number > 8:
            raise UnknownEntry("numbers", key=str(self.number))
        if self.number > 6:
            raise ValueError("above six", self, "more that a validator of attrs tells")


@pytest.mark.parametrize(
    ("number", "cause", "code", "value"),
    [
        (3, "an odd number", "number.odd", "'3'"),
        (8, "above six", "", "an object of 1"),
        (10, "no entry in numbers: '10'", "", "an object of 1"),
        (12, "OverflowError", "", "an object of 1"),
    ],
)
def test_what_the_constructor_refuses(number: int, cause: str, code: str, value: str) -> None:
    with pytest.raises(ParseError) as error:
        from_plain({"number": number}, Even)
    assert (Fault(path="$", cause=cause, code=code, value=value),) == error.value.faults
    assert "json.faults" == error.value.code


def test_long_words_stay_short() -> None:
    with pytest.raises(ParseError) as error:
        from_plain({"name": "x", "n" * 1000: "v" * 1000, "two words": 1, "count": 10**100, "word": "y" * 1000}, Outer)
    assert all(len(str(fault)) < 500 for fault in error.value.faults)
    assert "['two words']" in str(error.value)


@frozen(kw_only=True)
class Row:
    """A row of a table, which stands as its id."""

    id: str
    name: str = field(default="a", eq=False)

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Row:
        if data not in {"one", "two"}:
            raise ParseError("no such row", code="row.none", text=data)
        return cls(id=data)

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": ["one", "two"]}


def test_rows_stand_as_their_ids() -> None:
    assert "one" == to_plain(Row(id="one"))
    assert Row(id="two") == from_plain("two", Row)
    with pytest.raises(ParseError) as error:
        from_plain("tow", Row)
    assert (
        Fault(
            path="$",
            cause="no such row",
            code="row.none",
            value="'tow'",
            allowed=("one", "two"),
            nearest=("two",),
        ),
    ) == error.value.faults


@pytest.mark.parametrize(
    "value",
    [
        Row(id="one", name="mine"),
        Row(id="three"),
        Inner(number=Decimal("NaN")),
        Inner(number=Decimal("Infinity")),
        Inner(number=Decimal("1" * 51)),
        Inner(day=datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)),
        fingerprint,
    ],
    ids=["own_row", "own_id", "nan", "infinite", "digits", "time", "function"],
)
def test_what_has_no_form(value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        fingerprint(value)


def test_the_fingerprint_is_that_of_sorted_json() -> None:
    plain = {"type": "Outer", "data": to_plain(FULL), "armstrace": "1"}
    packed = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(packed.encode()).hexdigest() == fingerprint(FULL)


def test_integers_stand_for_whole_floats() -> None:
    assert from_plain({"name": "x", "share": 1}, Outer).share == 1.0
    assert fingerprint(Outer(name="x", share=1)) == fingerprint(Outer(name="x", share=1.0))
