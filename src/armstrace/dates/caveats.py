"""What the codes on a date say: each assumption made while reading, as a sentence in English and Spanish.

>>> from armstrace.dates.cells import read_cell
>>> for code in read_cell("5/1/23", dayfirst=None).caveats:
...     print(sentence(code))
the year has two digits and was read as 1969 to 2068
whether the day or the month comes first is not known
>>> sentence("date.ago", "es")
'hace tantas semanas o meses: en algún día de esa semana o mes'
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal

from armstrace import _tables
from armstrace.errors import UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = "dates/caveats.csv"


def sentence(code: str, language: Literal["en", "es"] = "en") -> str:
    """What the caveat says.

    Raises:
        UnknownEntry: No caveat has the code.
    """
    row = _rows().get(code)
    if row is None:
        raise UnknownEntry("date caveats", key=code)
    return row[language]


def codes() -> tuple[str, ...]:
    """All codes, in the order of the table."""
    return tuple(_rows())


@functools.cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in _tables.rows(_TABLE)}
