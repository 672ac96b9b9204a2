"""Days as callers give them."""

from datetime import date, datetime

import pytest

from armstrace.dates import UncertainDate, day_argument
from armstrace.errors import ParseError

DAY = date(2024, 1, 22)


@pytest.mark.parametrize("value", [DAY, UncertainDate.exact(DAY), "2024-01-22", " 2024-01-22 "])
def test_a_day_in_any_form(value):
    assert UncertainDate.exact(DAY) == day_argument(value, "on")


def test_a_month_stays_a_month():
    assert (2024, 1, date(2024, 1, 31)) == (
        (month := day_argument("2024-01", "on")).year,
        month.month,
        month.latest,
    )


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("2018-12/2024-01", "on must be a day, not a period"),
        ("Monday", "not an EDTF string"),
        ("", "not an EDTF string"),
    ],
)
def test_a_text_that_is_no_day(value, error):
    with pytest.raises(ParseError, match=error):
        day_argument(value, "on")


@pytest.mark.parametrize("value", [None, 2024, datetime(2024, 1, 22)])  # noqa: DTZ001 (the zone is the point)
def test_another_type_is_refused_by_the_name_of_the_argument(value):
    with pytest.raises(TypeError, match=f"^on must be a date, .* not {type(value).__name__}$"):
        day_argument(value, "on")
