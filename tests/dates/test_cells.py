"""Cells of spreadsheets and exports: one day or month each, in every form seen, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.cells import read_cell
from armstrace.dates.value import UncertainDate
from armstrace.errors import ArmstraceError, ParseError

TWO, IMPOSSIBLE, UNKNOWN, NUMBER = (
    "date.two_digit_year", "date.order_impossible", "date.order_unknown", "date.day_number",
)  # fmt: skip

CELLS = [
    # with the year in front
    ("2023-01-05", "2023-01-05", ()),
    ("2023-1-5", "2023-01-05", ()),
    ("2023/01/05", "2023-01-05", ()),
    ("2023.01.05", "2023-01-05", ()),
    ("20230105", "2023-01-05", ()),
    ("20230105.0", "2023-01-05", ()),
    ("2023-Jan-05", "2023-01-05", ()),
    ("2023-02-XX", "2023-02", ()),
    ("2023?", "2023?", ()),
    ("2023-06~", "2023-06~", ()),
    # with a time
    ("2023-01-05T12:00:00Z", "2023-01-05", ()),
    ("2023-01-05T23:59:59.999999-06:00", "2023-01-05", ()),
    ("2023-01-05 00:00:00", "2023-01-05", ()),
    ("2023-01-05 00:00:00+00:00", "2023-01-05", ()),
    ("05/01/2023 14:30 hrs", "2023-01-05", ()),
    ("05/01/2023, 14:30", "2023-01-05", ()),
    ("17/01/2012 12:00:00 a. m.", "2012-01-17", ()),
    ("Jan 17, 2012 12:00:00 AM", "2012-01-17", ()),
    ("May 5, 2004 12:00:00 AM", "2004-05-05", ()),
    # three numbers
    ("05/01/2023", "2023-01-05", ()),
    ("5/1/2023", "2023-01-05", ()),
    ("05-01-2023", "2023-01-05", ()),
    ("05.01.2023", "2023-01-05", ()),
    ("05 01 2023", "2023-01-05", ()),
    ("31/12/2023", "2023-12-31", ()),
    ("29/02/2024", "2024-02-29", ()),
    ("5/1/23", "2023-01-05", (TWO,)),
    ("05/01/68", "2068-01-05", (TWO,)),
    ("05/01/69", "1969-01-05", (TWO,)),
    ("05/01/00", "2000-01-05", (TWO,)),
    ("05/01/99", "1999-01-05", (TWO,)),
    ("5/25/21", "2021-05-25", (TWO, IMPOSSIBLE)),
    ("01/13/2023", "2023-01-13", (IMPOSSIBLE,)),
    ("99-12-31", "1999-12-31", (TWO, IMPOSSIBLE)),
    # months in letters
    ("05-ene-23", "2023-01-05", (TWO,)),
    ("08-jul-22", "2022-07-08", (TWO,)),
    ("5-AGO-2023", "2023-08-05", ()),
    ("05/dic/2023", "2023-12-05", ()),
    ("05-Dec-2023", "2023-12-05", ()),
    ("05-fev-2023", "2023-02-05", ()),
    ("12 de março de 2023", "2023-03-12", ()),
    ("18 de noviembre de 2021", "2021-11-18", ()),
    ("18 DE NOVIEMBRE DEL 2021", "2021-11-18", ()),
    ("1º de enero de 2021", "2021-01-01", ()),
    ("1° de enero de 2021", "2021-01-01", ()),
    ("1ro. de enero de 2021", "2021-01-01", ()),
    ("primero de enero de 2021", "2021-01-01", ()),
    ("November 18, 2021", "2021-11-18", ()),
    ("18th November 2021", "2021-11-18", ()),
    ("the 3rd of Nov. 2021", "2021-11-03", ()),
    ("Sept. 5, 2021", "2021-09-05", ()),
    ("5 setiembre 2021", "2021-09-05", ()),
    ("jueves, 5 de enero de 2023", "2023-01-05", ()),
    ("Thu, 5 Jan 2023", "2023-01-05", ()),
    ("mar 3 ene 2023", "2023-01-03", ()),
    ("mar 5 2023", "2023-03-05", ()),
    ("lunes 5 de enero de 2023", "2023-01-05?", ("date.weekday_disagrees",)),
    # months and years
    ("JUN-2022", "2022-06", ()),
    ("jun 2022", "2022-06", ()),
    ("junio de 2022", "2022-06", ()),
    ("2022 junio", "2022-06", ()),
    ("jun-23", "2023-06", (TWO,)),
    ("Jun. 23", "2023-06", (TWO,)),
    ("feb-24", "2024-02", (TWO,)),
    ("dic/99", "1999-12", (TWO,)),
    ("lunes jun-2022", "2022-06", ()),
    ("2023-06", "2023-06", ()),
    ("2023/6", "2023-06", ()),
    ("06/2023", "2023-06", ()),
    ("6-2023", "2023-06", ()),
    ("2023", "2023", ()),
    ("2023.0", "2023", ()),
    ("1800", "1800", ()),
    ("2199", "2199", ()),
    # spreadsheets
    ("45120", "2023-07-13", (NUMBER,)),
    ("45120.5", "2023-07-13", (NUMBER,)),
    ("45120,999", "2023-07-13", (NUMBER,)),
    ("18264", "1950-01-01", (NUMBER,)),
    ("73050", "2099-12-31", (NUMBER,)),
    ("  05/01/2023  ", "2023-01-05", ()),
    ("05–01–2023", "2023-01-05", ()),
    ("０５/０１/２０２３", "2023-01-05", ()),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected", "caveats"), CELLS)
def test_day_first(cell, expected, caveats):
    value = read_cell(cell, dayfirst=True)
    assert (str(value), value.caveats, value.raw) == (expected, caveats, cell)


@pytest.mark.parametrize(
    ("cell", "day_first", "month_first", "untold"),
    [
        ("05/01/2023", "2023-01-05", "2023-05-01", "[2023-01-05,2023-05-01]"),
        ("2/6/19", "2019-06-02", "2019-02-06", "[2019-02-06,2019-06-02]"),
        ("12/12/2023", "2023-12-12", "2023-12-12", "2023-12-12"),
        ("12/13/2023", "2023-12-13", "2023-12-13", "2023-12-13"),
        ("13/12/2023", "2023-12-13", "2023-12-13", "2023-12-13"),
        ("23-01-05", "2005-01-23", "[2005-01-23,2023-01-05]", "[2005-01-23,2023-01-05]"),
        ("01-02-03", "2003-02-01", "2003-01-02", "[2001-02-03,2003-01-02,2003-02-01]"),
        ("02/29/2024", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-01-05", "2023-01-05", "2023-01-05", "2023-01-05"),
    ],
)
def test_the_order_of_day_and_month(cell, day_first, month_first, untold):
    found = [str(read_cell(cell, dayfirst=order)) for order in (True, False, None)]
    assert found == [day_first, month_first, untold]


def test_an_order_that_nobody_knows_shows():
    assert read_cell("2/6/19", dayfirst=None).caveats == (TWO, UNKNOWN)
    assert read_cell("6/6/2019", dayfirst=None).caveats == ()


REFUSED = [
    ("", "no date"),
    ("-", "no date"),
    ("s/f", "no date"),
    ("S/D", "no date"),
    ("hola", "no date"),
    ("Mexico may ask", "no date"),
    ("221", "no date"),
    ("7.62", "no date"),
    ("31/02/2023", "no such day"),
    ("29/02/2023", "no such day"),
    ("31/04/2023", "no such day"),
    ("32/01/2023", "no such day"),
    ("00/01/2023", "no such day"),
    ("01/00/2023", "no such day"),
    ("13/13/2023", "no such day"),
    ("2023-02-29", "no such day"),
    ("2023-13-01", "no such day"),
    ("20230229", "no such day"),
    ("05012023", "a year outside"),
    ("31-feb-2023", "no such day"),
    ("32-ene-2023", "no such day"),
    ("2023-13", "no such month"),
    ("13/2023", "no such month"),
    ("0/2023", "no such month"),
    ("2023-21", "no such month"),
    ("1799", "a year outside"),
    ("2200", "a year outside"),
    ("05/01/1023", "a year outside"),
    ("enero 3023", "a year outside"),
    ("18263", "no day of 1950 to 2099"),
    ("73051", "no day of 1950 to 2099"),
    ("99999", "no day of 1950 to 2099"),
    ("12345678", "a year outside"),
    ("123456", "no date"),
    ("1234567890", "no date"),
    ("5 de enero", "without a year"),
    ("23-jun", "without a year"),
    ("Jun 23", "without a year"),
    ("junio", "without a year"),
    ("may", "without a year"),
    ("5 ene feb 2023", "no date"),
    ("ene-feb 2023", "no date"),
    ("5 y 6 de enero de 2023", "no date"),
    ("5 enero 123", "no date"),
    ("5 de enero de 2023 Tijuana", "no date"),
    ("2018/2019", "a stretch of time"),
    ("05/01/2023 - 06/01/2023", "no date"),
    ("05/01/2023 06/01/2023", "no date"),
    ("12:30:00", "no date"),
    ("05/01-2023", "no date"),
    ("5/1/202", "no date"),
    ("5/1/20234", "no date"),
    ("1/2/3", "no date"),
    ("lunes", "no date"),
    ("2023_06", "no date"),
    ("=HOY()", "no date"),
    ("#N/A", "no date"),
    ("05\\01\\2023", "no date"),
    ("٠٥/٠١/٢٠٢٣", "no date"),
    ("1" * 65, "no date"),
    ("0" * 1_000_000, "no date"),
    (" " * 1_000_000, "no date"),
    ("05/01/2023\x00", "no date"),
]


@pytest.mark.parametrize(("cell", "cause"), REFUSED)
@pytest.mark.parametrize("dayfirst", [True, False, None])
def test_what_is_refused(cell, cause, dayfirst):
    with pytest.raises(ParseError, match=cause) as caught:
        read_cell(cell, dayfirst=dayfirst)
    assert caught.value.text == cell


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_every_form_of_a_day_gives_that_day(day):
    month = (["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"])[day.month - 1]
    exact = UncertainDate.exact(day)
    for form in (
        "%Y-%m-%d",
        "%d/%m/%Y",
        "%d-%m-%y",
        "%d.%m.%Y",
        "%Y%m%d",
        f"%d-{month}-%Y",
        f"%d {month} %y",
        "%B %d, %Y",
    ):
        assert read_cell(day.strftime(form), dayfirst=True) == exact
    assert read_cell(day.strftime("%m/%d/%Y"), dayfirst=False) == exact
    assert read_cell(day.strftime("%m/%d/%Y"), dayfirst=None).may_be(day)
    assert read_cell(str((day - date(1899, 12, 30)).days), dayfirst=None) == exact


@given(st.integers(18264, 73050))
def test_day_numbers_follow_each_other(number):
    value = read_cell(str(number), dayfirst=None)
    assert value.earliest == date(1950, 1, 1) + timedelta(days=number - 18264)


@given(st.text(max_size=80) | st.text(alphabet="0123456789/-. :ABCdefnov", max_size=30))
def test_any_text_is_read_or_refused(text):
    for order in (True, False, None):
        try:
            value = read_cell(text, dayfirst=order)
        except ArmstraceError:
            continue
        assert value.raw == text
