"""The EDTF form of days and of the ends of periods, from their bounds.

>>> from datetime import date
>>> date_form(date(2018, 12, 1), date(2018, 12, 31), approximate=True)
'2018-12~'
>>> end_form(date(2018, 12, 1), date.max, first=False)
''
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# by whether a date is uncertain, and whether it is approximate
MARKS = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}


def date_form(
    earliest: date,
    latest: date,
    *,
    candidates: Sequence[date] = (),
    uncertain: bool = False,
    approximate: bool = False,
) -> str:
    """The EDTF text of a day with these bounds: ``2018-12~``, ``[2023-01-05,2023-05-01]``."""
    mark = MARKS[uncertain, approximate]
    if candidates:
        return f"[{','.join(f'{day}{mark}' for day in candidates)}]"
    unit = _unit(earliest, latest)
    if unit:
        return unit + mark
    first, last = _range(earliest, latest)
    # a bound at the edge of the calendar says that none is known
    start = "" if earliest == date.min else first + mark
    end = "" if latest == date.max else last + mark
    return f"[{start}..{end}]"


def end_form(
    earliest: date,
    latest: date,
    *,
    first: bool,
    candidates: Sequence[date] = (),
    uncertain: bool = False,
    approximate: bool = False,
) -> str:
    """The EDTF text of the first day of a period (*first* is true) or of its last; empty if that day is not known."""
    if (earliest == date.min) if first else (latest == date.max):
        return ""
    unit = "" if candidates else _unit(earliest, latest)
    if unit:
        return unit + MARKS[uncertain, approximate]
    return _range(earliest, latest)[0 if first else 1] + MARKS[uncertain, True]


def _unit(first: date, last: date) -> str:
    """The EDTF text of the day, month, year, decade or century from *first* to *last*: ``2018-12``, ``199X``.

    Empty if the bounds are those of no such unit.
    """
    if first == last:
        return first.isoformat()
    start, end = _range(first, last)
    if start == end:
        return start
    if len(start) == 4:
        for span, shown in ((10, f"{start[:3]}X"), (100, f"{start[:2]}XX")):
            if first.year % span == 0 and last.year == first.year + span - 1:
                return shown
    return ""


def _range(first: date, last: date) -> tuple[str, str]:
    """The EDTF texts of two bounds: as years or months if they begin and end such, else as days.

    ``2018-01-01`` and ``2019-12-31`` give ``2018`` and ``2019``.
    """
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return first.isoformat(), last.isoformat()
    if (first.month, last.month) != (1, 12):
        return f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    return f"{first.year:04}", f"{last.year:04}"
