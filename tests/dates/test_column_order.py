"""The order of day and month by the evidence of a column."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.dates.column_order import DateOrders, OrderEvidence, column_order
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

FROM_COLUMN, TWO, UNKNOWN = "date.order_from_column", "date.two_digit_year", "date.order_unknown"
FILE = UncertainDate.exact(date(2024, 1, 24))
MIXED = ["22/06/2023", "06/03/2020", "25/01/2022", "5/25/21", "6/28/23", "2/6/19", "2021-11-18", "s/f", "", "45120"]


@pytest.mark.parametrize(
    ("cells", "declared", "cell", "expected", "caveats"),
    [
        # each shape follows its own settled cells
        (MIXED, True, "06/03/2020", "2020-03-06", ()),
        (MIXED, True, "2/6/19", "2019-02-06", (TWO, FROM_COLUMN)),
        (MIXED, False, "06/03/2020", "2020-03-06", (FROM_COLUMN,)),
        (MIXED, None, "2/6/19", "2019-02-06", (TWO, FROM_COLUMN)),
        (MIXED, None, "6/6/19", "2019-06-06", (TWO,)),
        # settled cells and other forms are read as they are
        (MIXED, True, "5/25/21", "2021-05-25", (TWO, "date.order_impossible")),
        (MIXED, False, "5/25/21", "2021-05-25", (TWO,)),
        (MIXED, True, "18 de noviembre de 2021", "2021-11-18", ()),
        # another separator or length of year is another shape
        (MIXED, True, "06-03-2020", "2020-03-06", ()),
        (MIXED, None, "06-03-2020", "[2020-03-06,2020-06-03]", (UNKNOWN,)),
        # no evidence: the declared order
        ([], True, "2/6/19", "2019-06-02", (TWO,)),
        ([], False, "2/6/19", "2019-02-06", (TWO,)),
        ([], None, "2/6/19", "[2019-02-06,2019-06-02]", (TWO, UNKNOWN)),
        # one cell agrees with the declared order, or makes it doubtful, or is all there is
        (["5/25/21"], False, "2/6/19", "2019-02-06", (TWO,)),
        (["5/25/21"], True, "2/6/19", "[2019-02-06,2019-06-02]", (TWO, UNKNOWN)),
        (["5/25/21"], None, "2/6/19", "[2019-02-06,2019-06-02]", (TWO, UNKNOWN)),
        # both orders in one shape
        (["5/25/21", "6/28/21", "25/5/21"], True, "2/6/19", "[2019-02-06,2019-06-02]", (TWO, UNKNOWN)),
        # zeros: unpadded cells say nothing of padded ones, cells without a number below ten of both
        (["5/25/2021", "6/28/2021"], True, "02/06/2019", "2019-06-02", ()),
        (["11/25/2021", "12/28/2021"], True, "02/06/2019", "2019-02-06", (FROM_COLUMN,)),
        (["11/25/2021", "12/28/2021"], True, "2/6/2019", "2019-02-06", (FROM_COLUMN,)),
        (["5/25/2021", "6/28/2021"], True, "10/11/2019", "2019-10-11", (FROM_COLUMN,)),
        (["5/25/2021", "6/28/2021", "25/05/2021"], True, "10/11/2019", "[2019-10-11,2019-11-10]", (UNKNOWN,)),
        (["25/05/2021", "26/05/2021", "11/25/2021"], False, "02/06/2019", "2019-06-02", (FROM_COLUMN,)),
    ],
)  # fmt: skip
def test_orders(cells, declared, cell, expected, caveats):
    value = column_order(cells, declared=declared, published=FILE).read(cell)
    assert (str(value), value.caveats, value.raw) == (expected, caveats, cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2/6/19", False),
        ("06/03/2020", True),
        ("5/25/21", False),
        ("25/05/2021", True),
        ("2021-11-18", None),
        ("x", None),
    ],
)
def test_the_order_told(cell, expected):
    assert column_order(MIXED).dayfirst(cell) is expected


def test_the_evidence_can_be_shown():
    assert [str(one) for one in column_order(MIXED).evidence] == [
        "d/m/yy, unpadded: 0 day first, 2 month first",
        "dd/mm/yyyy, padded: 2 day first, 0 month first",
    ]
    one = OrderEvidence(year_digits=4, separator="-", padded=None, day_first=1, month_first=0)
    assert str(one) == "nn-nn-yyyy: 1 day first, 0 month first"


def test_a_cell_without_a_date_is_an_error():
    for cell in ("s/f", "31/02/2023", "x" * 10_000):
        with pytest.raises(ParseError):
            DateOrders().read(cell)


def test_orders_are_plain_data():
    orders = column_order(MIXED, declared=True)
    assert from_plain(to_plain(orders), DateOrders) == orders


@given(st.lists(st.dates(date(1970, 1, 1), date(2024, 1, 24)), min_size=2), st.sampled_from(["%d/%m/%Y", "%d-%m-%y"]))
def test_a_column_of_one_order_is_never_read_in_the_other(days, form):
    cells = [day.strftime(form) for day in days]
    orders = column_order(cells, declared=True, published=FILE)
    for day, cell in zip(days, cells, strict=True):
        assert orders.read(cell).earliest == day


@given(st.lists(st.dates(date(1995, 1, 1), date(2024, 1, 24))), st.sampled_from([FILE, None]))
def test_the_true_day_is_always_among_the_days(days, published):
    # day first with zeros from one office, month first without from another
    cells = [
        day.strftime("%d/%m/%Y") if number % 2 else f"{day.month}/{day.day}/{day:%y}" for number, day in enumerate(days)
    ]
    orders = column_order(cells, published=published)
    for day, cell in zip(days, cells, strict=True):
        assert orders.read(cell).may_be(day)


@pytest.mark.parametrize(
    ("cells", "cell", "expected"),
    [
        (["03/04/2019", "25/12/2018"], "7-ene-19", "2019-01-07"),
        (["25/12/18", "26/12/18"], "7-ene-19", "[1919-01-07,2019-01-07]"),
        (["5 ene 2019", "jun-2019"], "7 ene", "2019-01-07"),
        (["03/04/2019", "25/12/2018"], "43831", "2020-01-01"),
        (["43800", "43801"], "43831", "2020-01-01"),
        (["25/12/18", "26/12/18"], "43831", "2020-01-01"),
    ],
)
def test_other_cells_show_century_year_and_day_numbers(cells, cell, expected):
    assert str(column_order([*cells, cell]).read(cell)) == expected


@pytest.mark.parametrize("cells", [["12345"], ["43800", "12345"], ["99999", "25/12/2018"]])
def test_a_bare_number_beside_numbers_that_are_no_days_is_refused(cells):
    with pytest.raises(ParseError, match="which nothing beside it shows"):
        column_order([*cells, "43831"]).read("43831")


@given(st.lists(st.text(alphabet="0123456789/-", max_size=10)))
def test_any_column_does(cells):
    orders = column_order(cells)
    for cell in cells:
        assert orders.dayfirst(cell) in (True, False, None)
