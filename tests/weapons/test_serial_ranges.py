"""Ranges of serial numbers."""

from __future__ import annotations

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.errors import ParseError
from armstrace.weapons.serial_ranges import SerialRange
from armstrace.weapons.serials import SerialNumber


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
