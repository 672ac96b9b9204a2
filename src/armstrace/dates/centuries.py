"""The years that two digits can mean, by the evidence of a publication day and of the other years of a column.

``15/06/68`` alone is a day of 1968 or of 2068, and nothing in it tells which:

>>> Centuries().years("68")
(1968, 2068)

A file of 2024 does not look back from 2068, and a column whose other years are 2015 to 2019 shows its century:

>>> Centuries(latest=date(2024, 1, 24)).years("68")
(1968,)
>>> Centuries(column=(2015, 2019)).years("17"), Centuries(column=(2015, 2019)).years("68")
((2017,), (1968, 2068))
"""

from __future__ import annotations

import functools
from datetime import date

from attrs import frozen

TWO_DIGIT_YEAR = "date.two_digit_year"
BOTH_CENTURIES = "date.both_centuries"

_CENTURIES = (1800, 1900, 2000, 2100)
_WITHOUT_EVIDENCE = (1900, 2000)
# a text of 2024 may name 2030 as a year to come, so that "30" is not 1930 for certain
_AHEAD = 10
# a column of recent years may hold older things, and hardly later ones
_BEFORE_COLUMN, _AFTER_COLUMN = 30, 5


@frozen(kw_only=True)
class Centuries:
    """The evidence for the century of a year of two digits.

    Attributes:
        latest: The day on which the text was published, at the latest; None if it is not known.
        column: The first and the last year of four digits in the same column; None if there are none.
    """

    latest: date | None = None
    column: tuple[int, int] | None = None

    def years(self, digits: str) -> tuple[int, ...]:
        """The years that two or four digits can mean, in order; more than one if the century is open."""
        number = int(digits)
        return (number,) if len(digits) != 2 else _years(number, self.latest and self.latest.year, self.column)

    def caveats(self, digits: str) -> tuple[str, ...]:
        """The code of what was assumed about the century; empty for four digits."""
        if len(digits) != 2:
            return ()
        return (BOTH_CENTURIES,) if len(self.years(digits)) > 1 else (TWO_DIGIT_YEAR,)


NO_EVIDENCE = Centuries()


@functools.lru_cache(maxsize=4096)
def _years(number: int, latest: int | None, column: tuple[int, int] | None) -> tuple[int, ...]:
    options = tuple(century + number for century in _CENTURIES)
    if column is not None:
        near = tuple(year for year in options if column[0] - _BEFORE_COLUMN <= year <= column[1] + _AFTER_COLUMN)
        near = near if latest is None else tuple(year for year in near if year <= latest)
        if len(near) == 1:
            return near
    if latest is None:
        return tuple(century + number for century in _WITHOUT_EVIDENCE)
    past = [year for year in options if year <= latest]
    coming = tuple(year for year in options if latest < year <= latest + _AHEAD)
    return (*past[-1:], *coming) or options[:1]
