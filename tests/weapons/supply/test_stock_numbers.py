"""Stock numbers and their supply classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.errors import ParseError
from armstrace.places.country import Country
from armstrace.weapons.supply import stock_numbers
from armstrace.weapons.supply.stock_numbers import NationalStockNumber, StockNumberFlag, SupplyClass


@pytest.mark.parametrize(
    "text",
    [
        "1005-00-073-9421",
        "1005000739421",
        "1005 00 073 9421",
        " 1005–00–073–9421 ",
        "NSN 1005-00-073-9421",
        "NSN: 1005000739421",
        "nsn#1005-00-0739421",
        "NATO stock number 1005-00-073-9421",
        "Stock No. 1005-00-073-9421",
        "1005000739421.0",
    ],
)
def test_one_number_in_many_spellings(text):
    number = NationalStockNumber.parse(text)
    assert number == NationalStockNumber(fsc="1005", bureau="00", item="0739421")
    assert str(number) == "1005-00-073-9421"
    assert number.raw == text
    assert number.niin == "000739421"
    assert number.country == "US"
    assert number.standard
    assert number.flags == ()


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("1005-01-D17-2240", (StockNumberFlag.LETTERS,)),
        ("1005-ds-rif-lesa", (StockNumberFlag.LETTERS, StockNumberFlag.UNLISTED_BUREAU)),
        ("2320-01-107-7155", (StockNumberFlag.UNLISTED_CLASS,)),
        ("1005-77-107-7155", (StockNumberFlag.UNLISTED_BUREAU,)),
        ("9999-77-D17-7155", tuple(StockNumberFlag)),
    ],
)
def test_what_is_unusual_is_flagged_not_refused(text, flags):
    number = NationalStockNumber.parse(text)
    assert number.flags == flags
    assert str(number) == text.upper()
    assert number.standard is (StockNumberFlag.LETTERS not in flags)
    assert (number.supply_class is None) is (StockNumberFlag.UNLISTED_CLASS in flags)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "M16A1",
        "1005-00-073-942",
        "1005-00-073-94211",
        "1OO5-00-073-9421",
        "NO VISIBLE",
        "N" * 41,
        "1005-00-073-9421" * 3,
    ],
)
def test_what_is_no_stock_number(text):
    with pytest.raises(ParseError, match="no stock number") as caught:
        NationalStockNumber.parse(text)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("parts", "field"),
    [(("05", "00", "0739421"), "fsc"), (("1005", "0", "0739421"), "bureau"), (("1005", "00", "73-9421"), "item")],
)
def test_parts_are_checked(parts, field):
    with pytest.raises(ValueError, match=field):
        NationalStockNumber(fsc=parts[0], bureau=parts[1], item=parts[2])


@pytest.mark.parametrize(
    ("text", "country"), [("1005-12-000-0001", "DE"), ("1005-99-000-0001", "GB"), ("1005-11-000-0001", None)]
)
def test_the_country_is_of_who_gave_the_number(text, country):
    number = NationalStockNumber.parse(text)
    assert number.country == country
    assert number.flags == ()


@pytest.mark.parametrize("supply_class", SupplyClass.all(), ids=lambda row: row.code)
def test_classes(supply_class):
    assert SupplyClass.get(supply_class.code) == supply_class
    assert len(supply_class.code) == 4
    assert supply_class.code[:2] in {"10", "12", "13", "14"}
    assert supply_class.title
    assert supply_class.verified, "only titles that were looked up"


def test_a_class_that_is_not_of_weapons():
    assert SupplyClass.get("2320") is None
    assert SupplyClass.get("1005") == SupplyClass(code="1005", title="Guns, through 30 mm")


def test_countries_are_codes():
    countries = {country for country in stock_numbers._bureaus().values() if country}
    assert all(Country.get(country) for country in countries)


@given(st.from_regex(r"[0-9]{4}[0-9A-Z]{9}", fullmatch=True))
def test_a_number_survives_its_own_spelling(text):
    number = NationalStockNumber.parse(text)
    assert NationalStockNumber.parse(str(number)) == number


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_an_error_of_ours(text):
    try:
        number = NationalStockNumber.parse(text)
    except ParseError:
        return
    assert len(number.fsc + number.niin) == 13
