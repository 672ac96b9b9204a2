"""Single values in plain data: texts, numbers, days and words of a fixed list, each in one strict form.

>>> write_decimal(read_decimal("14.50", Decimal))
'14.50'
>>> read_day("2023-02-30", datetime.date)
Traceback (most recent call last):
    ...
armstrace._convert.faults.Misfit: no day of the calendar
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import json
import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from armstrace._convert.faults import Misfit
from armstrace.errors import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

NUMBER = r"-?[0-9]{1,50}(\.[0-9]{1,50})?(E[+-]?[0-9]{1,3})?"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NUMBER, _DAY = re.compile(NUMBER), re.compile(DAY)
_NAMES = {str: "text", int: "whole number", bool: "true or false"}


def canonical(plain: object) -> str:
    """Plain data as JSON text with sorted keys and no spaces, so that equal data give equal texts in every process."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def misfit(wanted: str, data: object) -> Misfit:
    """The error for *data* that is no *wanted*, such as a ``number``."""
    return Misfit(f"no {wanted}", data)


def exact_reader(cls: type) -> Callable[[object, object], object]:
    """The function that returns data of exactly the class *cls* and refuses all else: ``True`` is no whole number."""
    name = _NAMES[cls]

    def read(data: object, _cls: object) -> object:
        if type(data) is not cls:
            raise misfit(name, data)
        return data

    return read


def read_number(data: object, _cls: object) -> float:
    """The finite number that *data* holds, as a float; anything else raises a `Misfit`."""
    if type(data) is int:
        with contextlib.suppress(OverflowError):
            data = float(data)
    if type(data) is not float or not math.isfinite(data):
        raise misfit("number", data)
    return data


def read_decimal(data: object, _cls: object) -> Decimal:
    """The exact number in the text *data*: ``'14.50'``. Anything else raises a `Misfit`."""
    if not isinstance(data, str) or not _NUMBER.fullmatch(data):
        raise misfit("decimal number in a string", data)
    return Decimal(data)


def write_decimal(number: Decimal) -> str:
    """The text of an exact number with all its decimals: ``14.50`` keeps its zero."""
    text = str(number)
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"no JSON form for the number {shown(text)}: it is not finite, or too long")
    return text


def read_day(data: object, _cls: object) -> datetime.date:
    """The day in the text *data*, which has the form ``2023-02-28``; anything else raises a `Misfit`."""
    if not isinstance(data, str) or not _DAY.fullmatch(data):
        raise misfit("day as YYYY-MM-DD", data)
    try:
        return datetime.date.fromisoformat(data)
    except ValueError:
        raise misfit("day of the calendar", data) from None


def write_day(day: datetime.date) -> str:
    """The text of a day in the form ``2023-02-28``."""
    if type(day) is not datetime.date:
        raise TypeError(f"{day!r} is no plain day: its time of day would be lost")
    return day.isoformat()


def read_member(data: object, cls: type[Enum]) -> Enum:
    """The member of the enum *cls* whose value is *data*; a `Misfit` names the allowed values if there is none."""
    members, allowed = _members(cls)
    found = members.get((type(data), data)) if isinstance(data, str | int) else None
    if found is None:
        raise Misfit("none of the allowed words", data, allowed=allowed)
    return found


@functools.cache
def _members(cls: type[Enum]) -> tuple[dict[tuple[type, object], Enum], tuple[str, ...]]:
    # the type counts: true is not 1
    return {(type(member.value), member.value): member for member in cls}, tuple(str(member.value) for member in cls)


def literal_reader(cls: Any) -> Callable[[object, object], object]:
    """The function that returns a word of the ``Literal`` type *cls* and refuses all else."""
    allowed = get_args(cls)

    def read(data: object, _cls: object) -> object:
        if not isinstance(data, str) or data not in allowed:
            raise Misfit("none of the allowed words", data, allowed=allowed)
        return data

    return read
