"""Lot numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _convert
from armstrace.weapons.marks.lots import LotNumber


@pytest.mark.parametrize(
    ("cell", "text", "maker_code", "parts"),
    [
        ("LOT MA-90F018-001", "MA-90F018-001", "MA", (1990, 6, "018", "001")),
        ("LOTE MA90F018-001", "MA-90F018-001", "MA", (1990, 6, "018", "001")),
        ("Lot No. LC-05A123-004", "LC-05A123-004", "LC", (2005, 1, "123", "004")),
        ("lote nr: zzz28m017-774a", "ZZZ-28M017-774A", "ZZZ", (2028, 12, "017", "774A")),
        ("LOT MA-75J018-001", "MA-75J018-001", "MA", (1975, 9, "018", "001")),
        ("LOT MA-49J018-001", "MA-49J018-001", "MA", (2049, 9, "018", "001")),
        ("LOT MA-50J018-001", "MA-50J018-001", "MA", (None, 9, "018", "001")),
        ("LOT MA-74J018-001", "MA-74J018-001", "MA", (None, 9, "018", "001")),
        ("LOT MA-90I018-001", "MA-90I018-001", "MA", (None, None, None, None)),  # there is no month I
        ("LOTE FMP-3-87", "FMP-3-87", "FMP", (None, None, None, None)),
        ("LOTE: 3-87-583", "3-87-583", None, (None, None, None, None)),
        ("LOTE NÚMERO 12", "12", None, (None, None, None, None)),
        ("LOTUS-1", "LOTUS-1", None, (None, None, None, None)),
        ("LOT", "", None, (None, None, None, None)),
        ("", "", None, (None, None, None, None)),
    ],
)
def test_lots(cell, text, maker_code, parts):
    lot = LotNumber.parse(cell)
    assert (text, maker_code, cell) == (lot.text, lot.maker_code, lot.raw)
    assert parts == (lot.year, lot.month, lot.interfix, lot.sequence)
    assert str(lot) == text


@given(st.text(max_size=100))
def test_any_text_gives_a_lot_that_reads_back(text):
    lot = LotNumber.parse(text)
    assert lot == _convert.from_plain(_convert.to_plain(lot), LotNumber)
    assert lot.year is None or 1975 <= lot.year <= 2049
