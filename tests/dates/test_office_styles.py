"""Each day in some thirty styles of offices in three languages: read as itself, or as an open value that holds it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize, _tables
from armstrace.dates.cells import read_cell
from armstrace.dates.reader import parse_date
from armstrace.dates.value import UncertainDate

NAMES = {
    language: [row["names"].split("|") for row in _tables.rows("dates/months.csv") if row["language"] == language]
    for language in ("en", "es", "pt")
}
WEEKDAYS = {
    language: [row["names"].split("|")[0] for row in _tables.rows("dates/weekdays.csv") if row["language"] == language]
    for language in ("en", "es", "pt")
}
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
OF = {"en": " ", "es": " de ", "pt": " de "}


def styles(day: date, language: str) -> list[str]:
    """The day as offices write it, with four digits of the year."""
    full, short = NAMES[language][day.month - 1][0], NAMES[language][day.month - 1][1:] or [""]
    brief = (short[0] or full)[:3]
    number, year, weekday, of = day.day, day.year, WEEKDAYS[language][day.weekday()], OF[language]
    return [
        f"{number}{of}{full}{of}{year}",
        f"{number:02}{of}{full.upper()}{of}{year}",
        _normalize.casefold(f"{number}{of}{full}{of}{year}"),
        f"{weekday}, {number}{of}{full}{of}{year}",
        f"{number}-{brief}-{year}",
        f"{number:02}/{brief.upper()}/{year}",
        f"{number:02}{brief.upper()}{year}",
        f"{number} {brief}. {year}",
        f"{full} {number}, {year}",
        f"{brief} {number:02} {year} 00:00:00",
        f"{year} {full} {number}",
        f"{number}-{ROMAN[day.month - 1]}-{year}",
        f"{number}º{of}{full}{of}{year}" if number == 1 else f"{number}{of}{full}, {year}",
        f"{number}{of}{full}{of}{year}, 14:30 hrs",
        f"({number}{of}{full}{of}{year})",
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%Y/%m/%d}",
        f"{day.isoformat()}T00:00:00",
        f"{day.isoformat()} 23:59:59-06:00",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"{number}/{day.month}/{year}",
        f"{day:%d%m%Y}",
        f"{day:%d / %m / %Y}",
        f"{day:%d/%m/%Y} 14:30",
        f"{weekday} {day:%d/%m/%Y}",
        f"{day:%d/%m/%Y} ({weekday})",
        f"{day:%d/%m/%Y}".replace("0", "O", 1),
    ]


days = st.dates(date(1930, 1, 1), date(2024, 1, 24))
FLAGS = frozenset(("date.repaired", "date.order_unknown", "date.settled_by_weekday", "date.order_impossible"))


@pytest.mark.parametrize("language", ["en", "es", "pt"])
@given(day=days)
def test_a_day_in_each_style_is_that_day_or_open(language, day):
    for text in styles(day, language):
        first = read_cell(text, dayfirst=True)
        assert first.earliest == first.latest == day or FLAGS.intersection(first.caveats), text
        assert first.may_be(day), text
        for found in (read_cell(text, dayfirst=None), parse_date(text), parse_date(text, language=language)):
            assert isinstance(found, UncertainDate)
            assert found.may_be(day), (text, found)
            assert found.is_exact or found.candidates, (text, found)


@pytest.mark.parametrize("language", ["en", "es", "pt"])
@given(day=days)
def test_two_digits_hold_the_year_or_are_settled_by_the_file(language, day):
    brief = (NAMES[language][day.month - 1] * 2)[1][:3]
    for text in (f"{day:%d/%m/%y}", f"{day.day}-{brief}-{day:%y}", f"{day.day} {brief} {day:%y}"):
        assert read_cell(text, dayfirst=True).may_be(day) or day.year < 1900
        value = read_cell(text, dayfirst=True, published=date(2024, 1, 24))
        assert value.may_be(day) == (day.year >= 1925 or value.earliest.year == day.year), text
