"""Headstamps by the clock; never a maker, never a year from two digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.errors import ParseError
from armstrace.weapons.marks.headstamps import Headstamp


@pytest.mark.parametrize(
    ("text", "codes", "year", "caliber"),
    [
        ("12: LC, 6: 18", ((6, "18"), (12, "LC")), None, None),
        ("12 o'clock LC; 6 o'clock 2018", ((6, "2018"), (12, "LC")), 2018, None),
        ("a las 12 FC / a las 6 1974", ((0, "A LAS 12 FC"), (0, "A LAS 6 1974")), None, None),
        ("a las 12: fc / a las 6: 1974", ((6, "1974"), (12, "FC")), 1974, None),
        ("WIN / 223 REM", ((0, "WIN"), (0, "223 REM")), None, "223-remington"),
        ("AGUILA, 9MM LUGER", ((0, "AGUILA"), (0, "9MM LUGER")), None, "9x19mm"),
        ("12h SB, 4h 7,62x39, 8h 1985", ((4, "7,62X39"), (8, "1985"), (12, "SB")), 1985, "7.62x39mm"),
        ("1974 / 1985", ((0, "1974"), (0, "1985")), None, None),
        ("223 REM / 9MM LUGER", ((0, "223 REM"), (0, "9MM LUGER")), None, None),
        ("13: LC", ((0, "13: LC"),), None, None),
    ],
)
def test_headstamps(text: str, codes: tuple[tuple[int, str], ...], year: int | None, caliber: str | None) -> None:
    stamp = Headstamp.parse(text)
    assert (codes, year) == (stamp.codes, stamp.year)
    assert caliber == (stamp.caliber.cartridge.id if stamp.caliber and stamp.caliber.cartridge else None)
    assert stamp == from_plain(to_plain(stamp), Headstamp)
    assert stamp == Headstamp.parse(str(stamp))


def test_one_hour() -> None:
    stamp = Headstamp.parse("12: LC, 6: 18, 6: X")
    assert ("LC", None, None) == (stamp.at(12), stamp.at(6), stamp.at(3))


@pytest.mark.parametrize("text", ["", "S/D", "-", ";", " ; / ", "X" * 201])
def test_no_headstamp(text: str) -> None:
    with pytest.raises(ParseError):
        Headstamp.parse(text)


@pytest.mark.parametrize("year", [18, 1899, 2100])
def test_years_that_no_headstamp_tells(year: int) -> None:
    with pytest.raises(ValueError, match="year"):
        Headstamp(codes=((0, "LC"),), year=year)


@given(st.text(max_size=210))
def test_any_text(text: str) -> None:
    try:
        stamp = Headstamp.parse(text)
    except ParseError:
        return
    assert all(0 <= hour <= 12 and code for hour, code in stamp.codes)
    assert stamp.codes
