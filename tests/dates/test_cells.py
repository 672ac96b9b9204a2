"""Cells of spreadsheets and exports: one day or month each, in every form seen, and what is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.cells import read_cell
from armstrace.dates.value import UncertainDate
from armstrace.errors import ArmstraceError, ParseError

TWO, IMPOSSIBLE, UNKNOWN, NUMBER, TIME, AS_YEAR = (
    "date.two_digit_year", "date.order_impossible", "date.order_unknown", "date.day_number", "date.time_dropped",
    "date.month_and_year",
)  # fmt: skip
FILE = date(2024, 1, 24)

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
    ("2023-01-05T12:00:00Z", "2023-01-05", (TIME,)),
    ("2023-01-05T23:59:59.999999-06:00", "2023-01-05", (TIME,)),
    ("2023-01-05 00:00:00", "2023-01-05", ()),
    ("2023-01-05 00:00:00+00:00", "2023-01-05", ()),
    ("05/01/2023 14:30 hrs", "2023-01-05", (TIME,)),
    ("05/01/2023, 14:30", "2023-01-05", (TIME,)),
    ("05/01/2023 1430 hrs", "2023-01-05", (TIME,)),
    ("05/01/2023 às 14h30", "2023-01-05", (TIME,)),
    ("05/01/2023 a las 14:30 horas", "2023-01-05", (TIME,)),
    ("14:30 05/01/2023", "2023-01-05", (TIME,)),
    ("Thu Jan 05 14:30:00 CST 2023", "2023-01-05", (TIME,)),
    ("01/05/2023 12:30 AM", "2023-05-01", (TIME,)),
    ("05/01/2023 12:00 pm", "2023-01-05", (TIME,)),
    ("05/01/2023 24:00", "2023-01-05", ()),
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
    ("29/02/2024", "2024-02-29", ("date.after_publication",)),
    ("5/1/23", "2023-01-05", (TWO,)),
    ("05/01/68", "1968-01-05", (TWO,)),
    ("05/01/69", "1969-01-05", (TWO,)),
    ("05/01/00", "2000-01-05", (TWO,)),
    ("05/01/99", "1999-01-05", (TWO,)),
    ("5/25/21", "2021-05-25", (TWO, IMPOSSIBLE)),
    ("01/13/2023", "2023-01-13", (IMPOSSIBLE,)),
    ("99-12-31", "1999-12-31", (TWO, IMPOSSIBLE)),
    ("05/01/35", "1935-01-05", (TWO,)),
    ("05/01/34", "[1934-01-05,2034-01-05]", ("date.both_centuries",)),
    ("05012023", "2023-01-05", ()),
    ("05 / 01 / 2023", "2023-01-05", ()),
    ("1º/03/2019", "2019-03-01", ()),
    ("(05/01/2023)", "2023-01-05", ()),
    ("05/01/2023?", "2023-01-05?", ()),
    ("05/01/2023 (?)", "2023-01-05?", ()),
    ("XX/03/2019", "2019-03", ()),
    ("??/03/2019", "2019-03", ()),
    ("jueves 05/01/2023", "2023-01-05", ()),
    ("05/01/2023 (jueves)", "2023-01-05", ()),
    ("quinta-feira, 05/01/2023", "2023-01-05", ()),
    ("lunes 05/01/2023", "2023-01-05?", ("date.weekday_disagrees",)),
    ("5-I-2023", "2023-01-05", ()),
    ("5/xii/2023", "2023-12-05", ()),
    ("05ENE2023", "2023-01-05", ()),
    ("2023, 5 de enero", "2023-01-05", ()),
    ("mayo '98", "1998-05", (TWO,)),
    ("2010/11", "[2010..2011]", ("date.month_or_years",)),
    ("01.2023", "2023-01", ()),
    ("01/02/2024", "2024-02-01", ("date.after_publication",)),
    # phrases and lists
    ("finales de 2018", "2018-12~", ("date.end",)),
    ("5 y 6 de enero de 2023", "[2023-01-05..2023-01-06]", ()),
    ("del 5 al 7 de marzo de 2019", "[2019-03-05..2019-03-07]", ("date.day_within_period",)),
    ("05/01/2023 - 06/01/2023", "[2023-01-05..2023-01-06]", ("date.day_within_period",)),
    ("ene-feb 2023", "[2023-01..2023-02]", ("date.day_within_period",)),
    ("enero/febrero 2023", "[2023-01..2023-02]", ()),
    ("2018/2019", "[2018..2019]", ("date.day_within_period",)),
    ("1T2019", "[2019-01..2019-03]", ()),
    ("05/03/2019 (aprox.)", "2019-03-05~", ("date.circa",)),
    # slips
    ("5 de ferbero de 2019", "2019-02-05", ("date.repaired",)),
    ("O5/O3/2019", "2019-03-05", ("date.repaired",)),
    ("5 d1c 2019", "2019-12-05", ("date.repaired",)),
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
    ("jun-23", "2023-06", (TWO, AS_YEAR)),
    ("feb-24", "2024-02", (TWO, AS_YEAR, "date.after_publication")),
    ("dic/99", "1999-12", (TWO,)),
    ("2023-06", "2023-06", ()),
    ("2023/6", "2023-06", ()),
    ("06/2023", "2023-06", ()),
    ("6-2023", "2023-06", ()),
    ("2023", "2023", ()),
    ("2023.0", "2023", ()),
    ("1800", "1800", ()),
    ("2199", "2199", ("date.after_publication",)),
    ("  05/01/2023  ", "2023-01-05", ()),
    ("05–01–2023", "2023-01-05", ()),
    ("０５/０１/２０２３", "2023-01-05", ()),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected", "caveats"), CELLS)
def test_day_first(cell, expected, caveats):
    value = read_cell(cell, dayfirst=True, published=FILE)
    assert (str(value), value.caveats, value.raw) == (expected, caveats, cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("15/06/68", "[1968-06-15,2068-06-15]"),
        ("15-jun-19", "[1919-06-15,2019-06-15]"),
        ("29/02/00", "2000-02-29"),
        ("jun-19", "[1919-06..2019-06]"),
        ("sábado 15/06/68", "1968-06-15"),
        ("sábado 15 de junio 68", "1968-06-15"),
    ],
)
def test_a_century_that_nothing_shows_is_open(cell, expected):
    assert str(read_cell(cell, dayfirst=True)) == expected


@pytest.mark.parametrize(
    ("cell", "evidence", "expected"),
    [
        ("15/06/19", {"years": (2015, 2018)}, "2019-06-15"),
        ("15/06/98", {"years": (2015, 2018)}, "1998-06-15"),
        ("15/06/85", {"years": (2015, 2018)}, "1985-06-15"),
        ("15/06/84", {"years": (2015, 2018)}, "[1984-06-15,2084-06-15]"),
        ("15/06/23", {"years": (2015, 2018)}, "2023-06-15"),
        ("15/06/24", {"years": (2015, 2018)}, "[1924-06-15,2024-06-15]"),
        ("15/06/30", {"years": (1950, 2020)}, "1930-06-15"),
        ("15/06/22", {"years": (1950, 2020)}, "[1922-06-15,2022-06-15]"),
        ("15/06/22", {"years": (1950, 2020), "published": date(2021, 1, 1)}, "1922-06-15"),
        ("15/06/90", {"published": date(1975, 1, 1)}, "1890-06-15"),
        ("15/06/85", {"published": date(1975, 1, 1)}, "[1885-06-15,1985-06-15]"),
        ("15/06/19", {"published": datetime(2020, 1, 1, 12)}, "2019-06-15"),  # noqa: DTZ001 (no zone)
        ("15/06/19", {"published": UncertainDate.of_year(2019)}, "2019-06-15"),
        ("5 ene", {"years": (2019, 2019)}, "2019-01-05"),
        ("junio", {"years": (2019, 2019)}, "2019-06"),
        ("45120", {"day_numbers": True}, "2023-07-13"),
        ("45120.5", {"day_numbers": True}, "2023-07-13"),
        ("18264", {"day_numbers": True}, "1950-01-01"),
        ("73050", {"day_numbers": True}, "2099-12-31"),
    ],
)
def test_the_file_and_the_column_are_evidence(cell, evidence, expected):
    assert str(read_cell(cell, dayfirst=True, **evidence)) == expected


def test_what_was_taken_from_the_column_shows():
    assert read_cell("5 ene", dayfirst=True, years=(2019, 2019)).caveats == ("date.year_from_column",)
    assert read_cell("45120", dayfirst=True, day_numbers=True).caveats == (NUMBER,)
    for cell, years in (("5 ene", (2018, 2019)), ("5/3", (2019, 2019)), ("45120", None)):
        with pytest.raises(ParseError):
            read_cell(cell, dayfirst=True, years=years)


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
    found = [str(read_cell(cell, dayfirst=order, published=FILE)) for order in (True, False, None)]
    assert found == [day_first, month_first, untold]


def test_an_order_that_nobody_knows_shows():
    assert read_cell("2/6/19", dayfirst=None, published=FILE).caveats == (TWO, UNKNOWN)
    assert read_cell("6/6/2019", dayfirst=None).caveats == ()


REFUSED = [
    ("", "no date"),
    ("-", "no date"),
    ("s/f", "states no date"),
    ("S/D", "states no date"),
    ("n.d.", "states no date"),
    ("sem data", "states no date"),
    ("hola", "no date"),
    ("Mexico may ask", "no date"),
    ("221", "no date"),
    ("7.62", "no date"),
    ("31/02/2023", "no such day"),
    ("29/02/2023", "no such day"),
    ("31/04/2023", "no such day"),
    ("32/01/2023", "no such day"),
    ("13/13/2023", "no such day"),
    ("2023-02-29", "no such day"),
    ("20230229", "no such day"),
    ("05011023", "a year outside"),
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
    ("12345678", "no such day"),
    ("123456", "six digits"),
    ("1234567890", "no date"),
    ("5 de enero", "without a year"),
    ("23-jun", "without a year"),
    ("Jun 23", "without a year"),
    ("junio", "without a year"),
    ("may", "without a year"),
    ("5 ene feb 2023", "relative to"),
    ("5 enero 123", "relative to"),
    ("5 de enero de 2023 o Tijuana", "no date"),
    ("desde 2018", "a stretch of time"),
    ("05/01/2023/..", "no date"),
    ("2018/..", "a stretch of time"),
    ("05/01/2023 06/01/2023", "no date"),
    ("12:30:00", "no date"),
    ("05/01-2023", "no date"),
    ("5/1/202", "no such day"),
    ("5/1/20234", "no date"),
    ("1/2/3", "no such day"),
    ("lunes", "relative to"),
    ("lunes jun-2022", "relative to"),
    ("5/3", "without a year"),
    ("45120", "nothing beside it shows"),
    ("45120.5", "nothing beside it shows"),
    ("5 de juio de 2019", "no date"),
    ("05/01/2023 25:00", "no date"),
    ("05/01/2023 10:60", "no date"),
    ("2023_06", "no date"),
    ("=HOY()", "no date"),
    ("#N/A", "no date"),
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
        "%d-%m-%Y",
        "%d.%m.%Y",
        "%Y%m%d",
        f"%d-{month}-%Y",
        f"%d {month} %Y",
        "%B %d, %Y",
    ):
        assert read_cell(day.strftime(form), dayfirst=True, published=date(2068, 12, 31)) == exact
    assert read_cell(day.strftime("%m/%d/%Y"), dayfirst=False) == exact
    assert read_cell(day.strftime("%m/%d/%Y"), dayfirst=None).may_be(day)
    assert read_cell(str((day - date(1899, 12, 30)).days), dayfirst=None, day_numbers=True) == exact


@given(st.integers(18264, 73050))
def test_day_numbers_follow_each_other(number):
    value = read_cell(str(number), dayfirst=None, day_numbers=True)
    assert value.earliest == date(1950, 1, 1) + timedelta(days=number - 18264)


@given(st.text(max_size=80) | st.text(alphabet="0123456789/-. :ABCdefnov", max_size=30))
def test_any_text_is_read_or_refused(text):
    for order in (True, False, None):
        try:
            value = read_cell(text, dayfirst=order)
        except ArmstraceError:
            continue
        assert value.raw == text
