"""Day first or month first, and which century? The order of a column's dates by the evidence of its own cells.

Several offices fill one table, and one of them writes ``02/06/2019`` for 2 June while another's spreadsheet writes
``2/6/19`` for 6 February. A single cell does not tell. The column often does: cells with a number above 12 are settled,
and they are grouped by *shape*: digits of the year, separator, zeros in front of numbers below 10.

>>> cells = ["22/06/2023", "19/08/2021", "5/25/21", "6/28/23", "02/06/2019", "2/6/19"]
>>> orders = column_order(cells, declared=True)
>>> print(orders.read("02/06/2019"), orders.read("2/6/19"))
2019-06-02 2019-02-06
>>> for found in orders.evidence:
...     print(found)
d/m/yy, unpadded: 0 day first, 2 month first
dd/mm/yyyy, padded: 2 day first, 0 month first

Policy, for a cell both orders of which give a day
    1. The evidence is that of the cells of its shape; where there are none, that of all cells with the same year digits
       and separator whose zeros do not contradict it.
    2. If they all follow one order and are two or more, the cell follows it. Where that differs from the order declared
       for the column, the value shows the caveat ``date.order_from_column``.
    3. If both orders occur, or a single cell contradicts the declared order, nobody knows: both days stay candidates.
    4. Otherwise the declared order holds.

Years of four digits in the column are evidence for the century of those of two, and dates for the sense of a number:

>>> orders = column_order(["03/04/2019", "25/12/2018", "7-ene-19", "43831"])
>>> print(orders.read("7-ene-19"), orders.read("43831"))
2019-01-07 2020-01-01
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from armstrace import _normalize
from armstrace.dates.cells import is_day_number, read_cell
from armstrace.dates.numeric import NumericDate
from armstrace.dates.value import UncertainDate

if TYPE_CHECKING:
    from collections.abc import Iterable

# one cell may be a slip of the pen
_ENOUGH = 2
_LONGEST = 64
# a year of four digits beside the other parts of a date
_YEAR = re.compile(r"(?:^|[-/., ])((?:1[89]|20|21)[0-9]{2})(?=$|[-/., T])")


@frozen(kw_only=True)
class OrderEvidence:
    """How many settled cells of one shape put the day first, and how many the month.

    Attributes:
        year_digits: 2 or 4.
        separator: What stands between the numbers.
        padded: True if numbers below 10 have a zero in front; None for cells without such a number.
        day_first: Number of cells that must be read day first.
        month_first: Number of cells that must be read month first.
    """

    year_digits: int
    separator: str
    padded: bool | None
    day_first: int
    month_first: int

    def __str__(self) -> str:
        day, month, note = {True: ("dd", "mm", ", padded"), False: ("d", "m", ", unpadded"), None: ("nn", "nn", "")}[
            self.padded
        ]
        shape = self.separator.join((day, month, "y" * self.year_digits))
        return f"{shape}{note}: {self.day_first} day first, {self.month_first} month first"


@frozen(kw_only=True)
class DateOrders:
    """The orders that the dates of one column follow.

    Attributes:
        declared: True if the column was declared day first; None if nothing was declared.
        evidence: What the settled cells say, by shape.
        years: The first and the last year of four digits in the column; None if no cell has one.
        day_numbers: True if all bare numbers of the column are days of a spreadsheet within 1950 to 2099.
        published: The day of the file; None if it is not known.
    """

    declared: bool | None = None
    evidence: tuple[OrderEvidence, ...] = ()
    years: tuple[int, int] | None = None
    day_numbers: bool = False
    published: UncertainDate | None = None

    def dayfirst(self, cell: str) -> bool | None:
        """True if the day comes first in *cell*; None if the column does not show it, or the cell is no such date.

        >>> column_order(["5/25/21", "25/5/21"], declared=True).dayfirst("2/6/19") is None
        True
        """
        numeric = _numeric(cell)
        if numeric is None:
            return self.declared
        return numeric.settled if numeric.settled is not None else self._of_shape(numeric)

    def read(self, cell: str) -> UncertainDate:
        """The day or month that *cell* states, by `read_cell` in the order of its shape.

        Raises:
            ParseError: The cell holds no date.
        """
        numeric = _numeric(cell)
        if numeric is None or numeric.settled is not None:
            return self._read(cell, self.declared)
        order = self._of_shape(numeric)
        value = self._read(cell, order)
        if order is None or order == self.declared or numeric.is_palindrome:
            return value
        return attrs.evolve(value, caveats=(*value.caveats, "date.order_from_column"))

    def _read(self, cell: str, dayfirst: bool | None) -> UncertainDate:
        return read_cell(
            cell, dayfirst=dayfirst, published=self.published, years=self.years, day_numbers=self.day_numbers
        )

    def _of_shape(self, numeric: NumericDate) -> bool | None:
        near = [
            found
            for found in self.evidence
            if (found.year_digits, found.separator) == (numeric.year_digits, numeric.separator)
        ]
        same = [found for found in near if found.padded == numeric.padded]
        # a number below 10 is what shows whether zeros are written
        fitting = same or [found for found in near if None in (found.padded, numeric.padded)]
        day, month = sum(found.day_first for found in fitting), sum(found.month_first for found in fitting)
        if day and month:
            return None
        if day + month >= _ENOUGH:
            return day > 0
        if day + month and self.declared not in (None, day > 0):
            return None
        return self.declared


def column_order(
    cells: Iterable[str], *, declared: bool | None = None, published: UncertainDate | None = None
) -> DateOrders:
    """The orders that the settled cells of a column show, and what else its cells show of each other.

    Args:
        cells: All cells of the column; those that are no dates do no harm.
        declared: The order that the column was declared to follow, used where its cells do not say otherwise.
        published: The day of the file.
    """
    counts: Counter[tuple[int, str, bool | None, bool]] = Counter()
    years: list[int] = []
    numbers: Counter[bool] = Counter()
    for cell in cells:
        if len(cell) > _LONGEST:
            continue
        numeric = _numeric(cell)
        if numeric is not None and numeric.settled is not None:
            counts[numeric.year_digits, numeric.separator, numeric.padded, numeric.settled] += 1
        year = _YEAR.search(cell)
        years += [int(year[1])] if year else []
        if cell.strip()[:5].isdigit() and not cell.strip()[5:6].isdigit():
            numbers[is_day_number(cell)] += 1
    shapes = sorted({key[:3] for key in counts}, key=lambda shape: (shape[0], shape[1], str(shape[2])))
    return DateOrders(
        declared=declared,
        evidence=tuple(
            OrderEvidence(
                year_digits=shape[0],
                separator=shape[1],
                padded=shape[2],
                day_first=counts[(*shape, True)],
                month_first=counts[(*shape, False)],
            )
            for shape in shapes
        ),
        years=(min(years), max(years)) if years else None,
        # what else could a bare number be in a column of dates?
        day_numbers=numbers[True] > 0 and not numbers[False],
        published=published,
    )


def _numeric(cell: str) -> NumericDate | None:
    return NumericDate.match(_normalize.tidy(cell)) if len(cell) <= _LONGEST else None
