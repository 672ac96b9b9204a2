"""Days as arguments of a function: a date, an uncertain date, or the text of either."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias

from armstrace.dates.edtf import parse_edtf
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

Day: TypeAlias = "date | UncertainDate | str"


def day_argument(value: Day, name: str) -> UncertainDate:
    """The day that a caller gave for the argument *name*, as an `UncertainDate`; *name* is for error messages.

    Raises:
        ParseError: The text is no EDTF date, or states a period.
        TypeError: The value is no date; a `datetime.datetime` has a time of day and a time zone, which decide its day.

    >>> str(day_argument("2024-01-22", "on")), str(day_argument(date(2024, 1, 22), "on"))
    ('2024-01-22', '2024-01-22')
    >>> day_argument(2024, "on")
    Traceback (most recent call last):
        ...
    TypeError: on must be a date, an UncertainDate or a text such as '2024-01-22', not int
    """
    if isinstance(value, str):
        parsed = parse_edtf(value)
        if not isinstance(parsed, UncertainDate):
            raise ParseError(f"{name} must be a day, not a period", code="date.period", text=value)
        return parsed
    if isinstance(value, UncertainDate):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return UncertainDate.exact(value)
    raise TypeError(
        f"{name} must be a date, an UncertainDate or a text such as '2024-01-22', not {type(value).__name__}"
    )
