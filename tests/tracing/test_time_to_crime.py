"""Time-to-crime: bounds, bands and limits."""

# a table of cases

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.tracing.time_to_crime import Band, ShortLimit, TimeToCrime, read, time_to_crime

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def exact(year: int, month: int, day: int) -> UncertainDate:
    return UncertainDate.exact(date(year, month, day))


@pytest.mark.parametrize(
    ("sale", "recovery", "days", "bands", "short"),
    [
        (exact(2021, 1, 1), exact(2021, 1, 1), "0", "under_three_months", True),
        (exact(2021, 1, 1), exact(2021, 3, 31), "89", "under_three_months", True),
        (exact(2021, 1, 1), exact(2021, 4, 1), "90", "three_to_seven_months", True),
        (exact(2021, 1, 1), exact(2021, 7, 31), "211", "three_to_seven_months", True),
        (exact(2021, 1, 1), exact(2021, 8, 1), "212", "seven_months_to_one_year", True),
        (exact(2021, 1, 1), exact(2022, 1, 1), "365", "one_to_two_years", True),
        (exact(2021, 1, 1), exact(2023, 12, 31), "1094", "two_to_three_years", True),
        (exact(2021, 1, 1), exact(2024, 1, 1), "1095", "three_years_and_over", True),
        (exact(2021, 1, 1), exact(2024, 1, 2), "1096", "three_years_and_over", False),
        (exact(2020, 2, 29), exact(2023, 2, 28), "1095", "three_years_and_over", True),
        (exact(2020, 2, 29), exact(2023, 3, 1), "1096", "three_years_and_over", False),
        (
            UncertainDate.of_year(2021),
            UncertainDate.of_year(2021),
            "0..364",
            "under_three_months|three_to_seven_months|seven_months_to_one_year",
            True,
        ),
        (UncertainDate.of_year(2020), exact(2023, 6, 1), "882..1247", "two_to_three_years|three_years_and_over", None),
        (
            UncertainDate.either([date(2023, 1, 5), date(2023, 5, 1)]),
            exact(2023, 4, 30),
            "115",
            "three_to_seven_months",
            True,
        ),
        (
            UncertainDate.either([date(2020, 1, 5), date(2023, 1, 5)]),
            exact(2023, 2, 1),
            "27..1123",
            "under_three_months|three_years_and_over",
            None,
        ),
        (
            UncertainDate(earliest=date(2021, 6, 1), latest=date(2021, 6, 1), approximate=True),
            exact(2021, 9, 1),
            "91..93",
            "under_three_months|three_to_seven_months",
            True,
        ),
        (UncertainDate(earliest=date.min, latest=date(2021, 6, 1)), exact(2021, 6, 1), "0..", "|".join(Band), None),
        (exact(2021, 6, 1), UncertainDate(earliest=date(2021, 6, 1), latest=date.max), "0..", "|".join(Band), None),
        (
            UncertainDate(earliest=date(2021, 6, 1), latest=date(2021, 6, 1), uncertain=True),
            exact(2021, 9, 1),
            "0..",
            "|".join(Band),
            None,
        ),
        (exact(9998, 1, 1), exact(9998, 1, 2), "1", "under_three_months", True),
    ],
)
def test_bounds_and_bands(
    sale: UncertainDate, recovery: UncertainDate, days: str, bands: str, *, short: bool | None
) -> None:
    found = time_to_crime(sale, recovery)
    assert found is not None
    assert (days, bands, short) == (str(found.days), "|".join(found.bands), found.short)
    assert found == from_plain(to_plain(found), TimeToCrime)


def test_a_day_that_is_not_known_gives_no_time() -> None:
    assert time_to_crime(None, exact(2021, 1, 1)) is None
    assert time_to_crime(exact(2021, 1, 1), None) is None


def test_a_recovery_before_the_sale_is_an_error_with_both_dates() -> None:
    with pytest.raises(ParseError, match="sold 2021-01-02, recovered 2021-01-01"):
        time_to_crime(exact(2021, 1, 2), exact(2021, 1, 1))


def test_an_order_that_may_be_wrong_is_said() -> None:
    found = time_to_crime(UncertainDate.of_month(2021, 6), exact(2021, 6, 10))
    assert found is not None
    assert "0..9" == str(found.days)
    assert "ttc.clipped" == found.caveats[0].code
    assert "solo por las fechas" in found.explain("es")
    assert found.explain().startswith(
        "0..9 days from the sale (2021-06) to the recovery (2021-06-10): under 3 months; short"
    )


@pytest.mark.parametrize(
    ("limit", "short"),
    [
        (ShortLimit(years=3), True),
        (ShortLimit(days=1095), False),
        (ShortLimit(days=1096), True),
        (ShortLimit(years=2), False),
    ],
)
def test_the_limit_is_the_callers(limit: ShortLimit, *, short: bool) -> None:
    found = time_to_crime(exact(2021, 1, 1), exact(2024, 1, 1), limit=limit)
    assert found is not None
    assert short is found.short


@pytest.mark.parametrize("wrong", [{}, {"years": 1, "days": 1}, {"years": 0}, {"days": -1}])
def test_impossible_limits_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"limit|in"):
        ShortLimit(**wrong)


@pytest.mark.parametrize(
    ("cell", "days", "bands", "short"),
    [
        ("365", "365", "seven_months_to_one_year|one_to_two_years", True),
        ("0", "0", "under_three_months", True),
        ("1095", "1095", "two_to_three_years|three_years_and_over", True),
        ("1096", "1096", "three_years_and_over", None),
        ("1097", "1097", "three_years_and_over", False),
        ("< 1 year", "0..365", "under_three_months|three_to_seven_months|seven_months_to_one_year", True),
        (
            "<2 años",
            "0..730",
            "under_three_months|three_to_seven_months|seven_months_to_one_year|one_to_two_years",
            True,
        ),
        ("2-3 years", "730..1096", "two_to_three_years", True),
        ("2 – 5 years", "730..1827", "two_to_three_years|three_years_and_over", None),
        ("4-5 years", "1460..1827", "three_years_and_over", False),
    ],
)
def test_cells_of_a_spreadsheet(cell: str, days: str, bands: str, *, short: bool | None) -> None:
    found = read(cell)
    assert found is not None
    assert (days, bands, short) == (str(found.days), "|".join(found.bands), found.short)
    assert "–" not in found.explain()


@pytest.mark.parametrize("cell", ["", " ", "N/A", "S/D"])
def test_a_cell_that_says_nothing_is_none_and_not_zero(cell: str) -> None:
    assert read(cell) is None


@pytest.mark.parametrize("cell", ["short", "-5", "3-2 years", "2-2 years", "< 0 years", "1.5", "9" * 10**6, "1 year"])
def test_other_cells_give_no_time(cell: str) -> None:
    with pytest.raises(ParseError):
        read(cell)


@given(DAYS, DAYS, st.integers(0, 400), st.integers(0, 400))
def test_wider_dates_never_lose_an_answer(sale: date, recovery: date, before: int, behind: int) -> None:
    first, last = sorted((sale, recovery))
    narrow = time_to_crime(UncertainDate.exact(first), UncertainDate.exact(last))
    wide = time_to_crime(
        UncertainDate.between(first - timedelta(before), first + timedelta(behind)), UncertainDate.exact(last)
    )
    assert narrow is not None
    assert wide is not None
    assert set(narrow.bands) <= set(wide.bands)
    assert (wide.days.least or 0) <= (last - first).days <= (wide.days.most or 0)
    assert wide.short in (narrow.short, None)
