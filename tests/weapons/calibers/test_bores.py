"""Bores: exact numbers in the unit as written, gauges by formula."""

from decimal import Decimal

import pint
import pytest

from armstrace.weapons.calibers.bores import Bore, gauge_mm


@pytest.mark.parametrize(
    ("gauge", "mm"),
    [
        ("4", "26.72"),
        ("8", "21.21"),
        ("10", "19.69"),
        ("12", "18.53"),
        ("14", "17.60"),
        ("16", "16.83"),
        ("20", "15.63"),
        ("24", "14.70"),
        ("28", "13.97"),
        ("32", "13.36"),
    ],
)
def test_gauge_by_formula(gauge, mm):
    """The published diameters (Wikipedia, Gauge (firearms)) to a hundredth."""
    assert abs(Decimal(mm) - gauge_mm(Decimal(gauge))) <= Decimal("0.02")


@pytest.mark.parametrize(
    ("value", "unit", "mm", "inch", "text"),
    [
        ("7.62", "mm", "7.62", "0.3", "7.62 mm"),
        ("9", "mm", "9", None, "9 mm"),
        ("0.50", "inch", "12.7", "0.50", ".50 in"),
        ("2.75", "inch", "69.85", "2.75", "2.75 in"),
        ("12", "gauge", "18.53", None, "12 gauge"),
    ],
)
def test_units(value, unit, mm, inch, text):
    bore = Bore(value=Decimal(value), unit=unit)
    assert Decimal(mm) == bore.mm
    assert inch is None or Decimal(inch) == bore.inch
    assert (Decimal(value) if unit == "gauge" else None) == bore.gauge
    assert text == str(bore)


def test_equality_is_of_number_and_unit():
    assert Bore(value=Decimal("0.38"), unit="inch") == Bore(value=Decimal("0.380"), unit="inch")
    assert Bore(value=Decimal("7.62"), unit="mm") != Bore(value=Decimal("0.3"), unit="inch")


@pytest.mark.parametrize("value", ["0", "-1", "NaN", "Infinity"])
def test_no_bore_without_a_positive_number(value):
    with pytest.raises(ValueError, match="positive"):
        Bore(value=Decimal(value), unit="mm")


def test_unit_is_one_of_three():
    with pytest.raises(ValueError, match="unit"):
        Bore(value=Decimal(1), unit="cm")  # type: ignore[arg-type]  # wrong on purpose


def test_quantities_are_of_the_given_registry():
    exact: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
    assert exact.Quantity(Decimal("5.56"), "mm") == Bore(value=Decimal("5.56"), unit="mm").quantity(exact)
    assert "18.53 millimeter" == str(Bore(value=Decimal(12), unit="gauge").quantity(exact))
    assert 0.45 == Bore(value=Decimal("0.45"), unit="inch").quantity().magnitude


def test_no_digit_is_lost_and_no_number_too_small() -> None:
    assert Decimal("28222222222222222222222222222222222222219.4") == Bore(value=Decimal("1" * 40), unit="inch").mm
    assert Bore(value=Decimal("1E-300"), unit="gauge").mm > 0
