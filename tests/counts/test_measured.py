"""Weights, volumes and lengths as offices write them; a number of things or a size of a weapon is none of these."""

from __future__ import annotations

import pytest

from armstrace.counts.column import count_column
from armstrace.counts.measured import Measured
from armstrace.counts.value import Count
from armstrace.errors import ParseError


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2 kg", "2 kg"),
        ("500 gramos", "500 g"),
        ("1.5 lbs", "1.5 lb"),
        ("2,35 kg", "2.35 kg"),
        ("2,350 kg", "2.35..2350 kg"),
        ("10 mts. de mecha", "10 m"),
        ("30 ft det cord", "30 ft"),
        ("8 litros", "8 l"),
        ("casi 90 kilos", "~90 kg"),
        ("más de una tonelada", ">1 t"),
        ("pelo menos 3 kg", ">=3 kg"),
        ("menos de 5 kg", "0..5 kg"),
        ("2 a 3 kg", "2..3 kg"),
    ],
)
def test_an_amount_is_read_with_its_unit(text: str, amount: str) -> None:
    measured = Measured.parse(text)
    assert amount == str(measured)
    assert (measured.value is None) is (amount[0] in "~>" or ".." in amount)
    with pytest.raises(ParseError) as refused:
        Count.parse(text)
    assert refused.value.code == "count.other_unit"


def test_the_column_settles_the_sign() -> None:
    column = count_column(["0,500", "2,350"])
    assert str(Measured.parse("2,350 kg", column=column)) == "2.35 kg"
    assert str(Measured.parse("2,350 kg", column=count_column(["10", "2,350"]))) == "2350 kg"


@pytest.mark.parametrize("text", ["2", "2 cajas", "9 mm", "16 años", "12 ga."])
def test_other_text_is_no_amount(text: str) -> None:
    with pytest.raises(ParseError, match=r"no unit of measure|another unit"):
        Measured.parse(text)
