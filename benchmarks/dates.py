"""How many dates are read per second, in prose and in cells.

Run: python benchmarks/dates.py [repetitions]
"""

from __future__ import annotations

import itertools
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from armstrace.dates.cells import read_cell
from armstrace.dates.column_order import column_order
from armstrace.dates.reader import parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre")
_PUBLISHED = date(2024, 1, 24)


def _prose() -> list[tuple[str, str]]:
    """Phrases of press texts, all different."""
    phrases: list[tuple[str, str]] = []
    for number in range(200):
        day, month, year = number % 28 + 1, _MONTHS[number % 10], 2000 + number % 23
        english = (date(2023, 1, 1) + timedelta(days=number)).strftime("%B %d")
        phrases += [
            (f"on {english}, {year}", "en"),
            (f"{english}", "en"),
            (f"since the end of {year}", "en"),
            (f"in the last {number + 2} months", "en"),
            (f"the first half of FY{number % 25 + 10}", "en"),
            (f"{2000 + number % 25}-{number % 12 + 1:02}-{day:02}", "en"),
            (f"el {day} de {month} de {year}", "es"),
            (f"a mediados de {month} de {year}", "es"),
            (f"entre {month} de {year} y diciembre pasado", "es"),
            (f"en los últimos {number + 2} años", "es"),
            ("el pasado martes", "es"),
            (f"del {day} al 30 de {month} de {year}" if month != "febrero" else f"{month} de {year}", "es"),
        ]
    return phrases


def _cells() -> list[str]:
    days = [date(2015, 1, 1) + timedelta(days=7 * number) for number in range(400)]
    forms = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%y", "%d-%b-%y", "%b %d, %Y 12:00:00 AM")
    return [day.strftime(form) for day, form in itertools.product(days, forms)]


def _rate(read: Callable[[], object], count: int, repetitions: int) -> float:
    best = min(_timed(read) for _ in range(repetitions))
    return count / best


def _timed(read: Callable[[], object]) -> float:
    begin = time.perf_counter()
    read()
    return time.perf_counter() - begin


def main(arguments: Sequence[str]) -> None:
    """Print calls per second, the best of several repetitions."""
    repetitions = int(arguments[0]) if arguments else 5
    prose, cells = _prose(), _cells()
    orders = column_order(cells, declared=True)

    def read_prose() -> None:
        for text, language in prose:
            parse_date(text, published=_PUBLISHED, language="es" if language == "es" else "en")

    def read_untold() -> None:
        for text, _ in prose:
            parse_date(text, published=_PUBLISHED)

    def read_cells() -> None:
        for cell in cells:
            read_cell(cell, dayfirst=True)

    def read_column() -> None:
        for cell in cells:
            orders.read(cell)

    print(f"parse_date, language given: {_rate(read_prose, len(prose), repetitions):,.0f}/s")
    print(f"parse_date, both languages: {_rate(read_untold, len(prose), repetitions):,.0f}/s")
    print(f"read_cell:                  {_rate(read_cells, len(cells), repetitions):,.0f}/s")
    print(f"DateOrders.read:            {_rate(read_column, len(cells), repetitions):,.0f}/s")


if __name__ == "__main__":
    main(sys.argv[1:])
