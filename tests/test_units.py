"""Lengths and energies: exact, as written, and never guessed."""

import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.errors import ParseError
from armstrace.units import Energy, Length, quantity

NUMBERS = st.decimals(min_value=Decimal("0.01"), max_value=99999, places=2)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("16 in", "16", "inch"),
        ('16"', "16", "inch"),
        ("16''", "16", "inch"),
        ("16″", "16", "inch"),
        ("16-inch", "16", "inch"),
        ("16 in.", "16", "inch"),
        ("16.125 in", "16.125", "inch"),
        (".45 in", "0.45", "inch"),
        ("18 pulgadas", "18", "inch"),
        ("35,5 cm", "35.5", "cm"),
        ("368MM", "368", "mm"),
        ("  368   milímetros ", "368", "mm"),
        ("1,09 m", "1.09", "m"),
        ("1.125 m", "1.125", "m"),
        ("0.500 mm", "0.500", "mm"),
        ("0,500 mm", "0.500", "mm"),
        ("1500 mm", "1500", "mm"),
        ("1.5000 mm", "1.5000", "mm"),
        ("999999999 mm", "999999999", "mm"),
        ("35,5 ｃｍ", "35.5", "cm"),
    ],
)
def test_length(text, value, unit):
    length = Length.parse(text)
    assert (length.value, length.unit, length.raw) == (Decimal(value), unit, text)
    assert str(length.value) == value


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "not a number with a unit"),
        ("16", "not a number with a unit"),
        ("in", "not a number with a unit"),
        (". in", "not a number with a unit"),
        ("-16 in", "not a number with a unit"),
        ("16 ft", "not a number with a unit"),
        ("16'", "not a number with a unit"),
        ("16 in barrel", "not a number with a unit"),
        ("16 1/2 in", "not a number with a unit"),
        ("16½ in", "not a number with a unit"),
        ("16² in", "not a number with a unit"),
        ("1.2.3 mm", "not a number with a unit"),
        ("1 500 mm", "not a number with a unit"),
        ("1,500.5 mm", "not a number with a unit"),
        ("1e3 mm", "not a number with a unit"),
        ("nan mm", "not a number with a unit"),
        ("inf mm", "not a number with a unit"),
        ("1234567890 mm", "not a number with a unit"),
        ("16 in\x00", "not a number with a unit"),
        ("9" * 10_000_000, "not a number with a unit"),
        ("16 in" + " " * 300, "not a number with a unit"),
        ("0 mm", "must be above zero"),
        ("0,000 mm", "must be above zero"),
        ("1,500 mm", "thousands or decimals"),
        ("1.500 mm", "thousands or decimals"),
        ("16,125 in", "thousands or decimals"),
        ("35.500 cm", "thousands or decimals"),
        ("1,125 m", "thousands or decimals"),
    ],
)
def test_no_length(text, cause):
    with pytest.raises(ParseError) as caught:
        Length.parse(text)
    assert caught.value.cause == cause
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("140 J", "140", "joule"),
        ("140 julios", "140", "joule"),
        ("1,8 Joules", "1.8", "joule"),
        ("1250 ft-lbs", "1250", "foot_pound"),
        ("1250 ft·lbf", "1250", "foot_pound"),
        ("1250 foot pounds", "1250", "foot_pound"),
        ("1250 libra-pie", "1250", "foot_pound"),
    ],
)
def test_energy(text, value, unit):
    energy = Energy.parse(text)
    assert (energy.value, energy.unit, energy.raw) == (Decimal(value), unit, text)


@pytest.mark.parametrize("text", ["1,800 J", "1.800 J", "1.300 ft-lb", "140", "140 mm", "140 kJ", "-1 J", "0 J"])
def test_no_energy(text):
    with pytest.raises(ParseError):
        Energy.parse(text)


def test_the_hint_offers_both_readings():
    with pytest.raises(ParseError, match=r"write 1500 or 1\.5\)"):
        Length.parse("1,500 mm")
    with pytest.raises(ParseError, match=r"write 1000 or 1\)"):
        Length.parse("1.000 mm")


@pytest.mark.parametrize(
    ("text", "mm", "inch"),
    [
        ("16 in", "406.4", "16"),
        ("40.64 cm", "406.4", "16"),
        ("1 m", "1000", "39.37007874015748031496062992"),
        ("5,56 mm", "5.56", "0.2188976377952755905511811024"),
    ],
)
def test_conversion(text, mm, inch):
    length = Length.parse(text)
    assert (length.mm, length.inch) == (Decimal(mm), Decimal(inch))


def test_joules_are_exact():
    assert Energy.parse("1000 ft-lb").joules == Decimal("1355.8179483314004000")
    assert Energy(value=Decimal(140)).joules == 140


def test_the_host_s_precision_does_not_matter():
    with decimal.localcontext(prec=3):
        assert Length.parse("16.126 in").mm == Decimal("409.6004")
        assert Length.parse("1 m").inch == Decimal("39.37007874015748031496062992")
        assert Energy.parse("1000 ft-lb").joules == Decimal("1355.8179483314004000")


@given(NUMBERS, st.sampled_from(["mm", "cm", "m", "inch"]))
def test_length_survives_its_text(value, unit):
    length = Length(value=value, unit=unit)
    assert length == Length.parse(str(length))
    assert length == eval(repr(length))  # noqa: S307  # our own repr
    assert length == pickle.loads(pickle.dumps(length))


@given(NUMBERS, st.sampled_from(["joule", "foot_pound"]))
def test_energy_survives_its_text(value, unit):
    energy = Energy(value=value, unit=unit)
    assert energy == Energy.parse(str(energy))
    assert energy == eval(repr(energy))  # noqa: S307  # our own repr


@given(st.text() | st.text(alphabet="0123456789.,'\" -inchcm½²"))
def test_any_text_is_read_or_refused(text):
    for kind in (Length, Energy):
        try:
            value = kind.parse(text).value
        except ParseError:
            continue
        assert value > 0


def test_raw_does_not_count():
    assert Length.parse("16 in") == Length.parse("16.0 INCHES")
    assert hash(Length.parse("16 in")) == hash(Length.parse("16.0 INCHES"))
    assert Length.parse("16 in") != Length.parse("40.64 cm")
    assert Length.parse("16 in").mm == Length.parse("40.64 cm").mm
    assert Length.parse("1 m") != Energy.parse("1 J")


@pytest.mark.parametrize("value", [Decimal(0), Decimal(-1), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity")])
@pytest.mark.parametrize("kind", [Length, Energy])
def test_only_positive_numbers(kind, value):
    with pytest.raises(ValueError, match="value must be a positive number"):
        kind(value=value, unit="mm" if kind is Length else "joule")


@pytest.mark.parametrize("value", [16, 16.0, "16", None])
def test_only_decimals(value):
    with pytest.raises(TypeError):
        Length(value=value, unit="inch")


def test_only_known_units():
    with pytest.raises(ValueError, match="unit"):
        Length(value=Decimal(1), unit="ft")  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(ValueError, match="unit"):
        Energy(value=Decimal(1), unit="erg")  # type: ignore[arg-type]  # wrong on purpose


def test_a_large_exponent_is_written_out():
    assert str(Length(value=Decimal("1E+3"), unit="mm")) == "1000 mm"


class TestQuantity:
    def test_the_application_s_registry_is_asked_when_called(self):
        before = pint.get_application_registry().get()
        own: pint.UnitRegistry[float] = pint.UnitRegistry()
        try:
            pint.set_application_registry(own)
            assert Length.parse("16 in").quantity()._REGISTRY is own
        finally:
            pint.set_application_registry(before)

    @pytest.mark.parametrize(
        ("number_type", "expected"), [(float, 7.62), (Decimal, Decimal("7.62")), (Fraction, Fraction(381, 50))]
    )
    def test_each_registry_gets_its_kind_of_number(self, number_type, expected):
        registry: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=number_type)
        made = Length.parse("7.62 mm").quantity(registry)
        assert made.magnitude == expected
        assert type(made.magnitude) is number_type
        assert made._REGISTRY is registry

    def test_a_whole_number_stays_whole(self):
        made = quantity(Decimal("16.0"), "inch", pint.UnitRegistry())
        assert type(made.magnitude) is int

    def test_units_are_the_host_s(self):
        exact: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
        assert Length.parse("16 in").quantity(exact).to("mm").magnitude == Decimal("406.4")
        assert Energy.parse("100 ft-lb").quantity(exact).to("joule").magnitude == Energy.parse("100 ft-lb").joules
        assert Energy.parse("140 J").quantity(exact).units == exact.joule
