"""Rows as values: each cell by the type of its field."""

from decimal import Decimal
from enum import StrEnum
from typing import Literal

import pytest
from attrs import frozen

from armstrace import _tables


class Sort(StrEnum):
    A = "a"
    B = "b"


@frozen(kw_only=True)
class Thing:
    id: str
    names: tuple[str, ...] = ("none",)
    sorts: frozenset[Sort] = frozenset()
    sort: Sort | None = None
    side: Literal["left", "right"] | None = None
    width: Decimal | None = None
    people: int = 0
    verified: bool = False
    inner: dict[str, str] | None = None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": "x"}, Thing(id="x")),
        ({"id": "x", "names": ""}, Thing(id="x", names=())),
        ({"id": "x", "names": "a | b", "elsewhere": "1"}, Thing(id="x", names=("a", "b"))),
        ({"id": "x", "sorts": "a|b", "sort": "b"}, Thing(id="x", sorts=frozenset(Sort), sort=Sort.B)),
        ({"id": "x", "sort": "", "width": ""}, Thing(id="x")),
        ({"id": "x", "side": "left"}, Thing(id="x", side="left")),
        ({"id": "x", "side": ""}, Thing(id="x")),
        ({"id": "x", "width": "7.62", "people": "3"}, Thing(id="x", width=Decimal("7.62"), people=3)),
        ({"id": "x", "verified": "true"}, Thing(id="x", verified=True)),
        ({"id": "x", "verified": "false"}, Thing(id="x")),
        ({"id": "x", "verified": ""}, Thing(id="x")),
    ],
)
def test_a_row_is_read_by_the_types_of_the_fields(row, expected):
    assert expected == _tables.from_row(Thing, row)


def test_what_is_given_goes_before_the_row():
    assert Thing(id="y", inner={}) == _tables.from_row(Thing, {"id": "x", "inner": "?"}, id="y", inner={})


def test_a_column_of_a_type_that_no_cell_holds_is_refused():
    with pytest.raises(TypeError, match=r"no cell holds dict\[str, str\]: '\?'"):
        _tables.from_row(Thing, {"id": "x", "inner": "?"})


@pytest.mark.parametrize(
    ("column", "cell"),
    [("people", "many"), ("sort", "c"), ("verified", "ture"), ("verified", "yes"), ("side", "up"), ("width", "7,62")],
)
def test_a_cell_that_is_not_of_the_type_is_refused(column, cell):
    with pytest.raises((ValueError, ArithmeticError)):
        _tables.from_row(Thing, {"id": "x", column: cell})
