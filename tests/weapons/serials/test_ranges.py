"""Ranges of serial numbers."""

from __future__ import annotations

from typing import Any

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.errors import ParseError
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.ranges import SerialRange


@pytest.mark.parametrize(
    ("text", "written", "count"),
    [
        ("A100000-A100499", "A100000-A100499", 500),
        ("a100000 – a100499", "A100000-A100499", 500),
        ("000001 al 000001", "000001-000001", 1),
        ("AB01 to AB99", "AB01-AB99", 99),
    ],
)
def test_ranges(text: str, written: str, count: int) -> None:
    found = SerialRange.parse(text)
    assert (written, count) == (str(found), found.count)
    assert found == SerialRange.parse(written) == from_plain(to_plain(found), SerialRange)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A100000", "no range"),
        ("", "no range"),
        ("418-15538-2", "no range"),
        ("A1-" + "A" * 70, "no range"),
        ("A100-B200", "two forms"),
        ("418-15538", "two forms"),
        ("A200-A100", "before"),
    ],
)
def test_no_range(text: str, cause: str) -> None:
    with pytest.raises(ParseError, match=cause):
        SerialRange.parse(text)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"first": 10}, "before the first: '10-9'"),
        ({"first": -1}, "first"),
        ({"last": 100}, "more than 2 digits"),
        ({"digits": 0}, "digits"),
        ({"digits": 13}, "digits"),
        ({"digits": 10**9}, "digits"),
        ({"prefix": "a"}, "prefix"),
        ({"prefix": "ABCDEFG"}, "prefix"),
        ({"prefix": "A\n"}, "prefix"),
    ],
)
def test_no_range_made_by_hand(change: dict[str, Any], cause: str) -> None:
    given: dict[str, Any] = {"prefix": "", "first": 1, "last": 9, "digits": 2}
    assert "01-09" == str(SerialRange(**given))
    assert "99-99" == str(SerialRange(**given | {"first": 99, "last": 99}))
    with pytest.raises(ValueError, match=cause):
        SerialRange(**given | change)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("A100000", True),
        ("A100499", True),
        ("A-100250", True),
        ("A099999", False),
        ("A100500", False),
        ("A0100250", False),
        ("100250", False),
        ("AB00250", False),
        ("A10025?", None),
        ("LIMADO", None),
        ("", None),
    ],
)
def test_what_a_range_holds(text: str, held: bool | None) -> None:
    assert held is SerialRange.parse("A100000-A100499").holds(SerialNumber.parse(text))
