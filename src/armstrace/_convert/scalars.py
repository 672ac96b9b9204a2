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
    """Plain data as JSON text with sorted keys and no spaces: one text for the same data in every process."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def misfit(wanted: str, data: object) -> Misfit:
    """The fault of data that is not what is wanted."""
    return Misfit(f"no {wanted}", data)


def exact_reader(cls: type) -> Callable[[object, object], object]:
    """The reader of values of exactly this class: true is no number."""
    name = _NAMES[cls]

    def read(data: object, _cls: object) -> object:
        if type(data) is not cls:
            raise misfit(name, data)
        return data

    return read


def read_number(data: object, _cls: object) -> float:
    """A finite number."""
    if type(data) is int:
        with contextlib.suppress(OverflowError):
            data = float(data)
    if type(data) is not float or not math.isfinite(data):
        raise misfit("number", data)
    return data


def read_decimal(data: object, _cls: object) -> Decimal:
    """An exact number, which is a string in plain data."""
    if not isinstance(data, str) or not _NUMBER.fullmatch(data):
        raise misfit("decimal number in a string", data)
    return Decimal(data)


def write_decimal(number: Decimal) -> str:
    """An exact number with all its decimals."""
    text = str(number)
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"no JSON form for the number {shown(text)}: it is not finite, or too long")
    return text


def read_day(data: object, _cls: object) -> datetime.date:
    """A day as YYYY-MM-DD."""
    if not isinstance(data, str) or not _DAY.fullmatch(data):
        raise misfit("day as YYYY-MM-DD", data)
    try:
        return datetime.date.fromisoformat(data)
    except ValueError:
        raise misfit("day of the calendar", data) from None


def write_day(day: datetime.date) -> str:
    """A day as YYYY-MM-DD."""
    if type(day) is not datetime.date:
        raise TypeError(f"{day!r} is no plain day: its time of day would be lost")
    return day.isoformat()


def read_member(data: object, cls: type[Enum]) -> Enum:
    """A member of an enum by its value."""
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
    """The reader of the words that a ``Literal`` lists."""
    allowed = get_args(cls)

    def read(data: object, _cls: object) -> object:
        if not isinstance(data, str) or data not in allowed:
            raise Misfit("none of the allowed words", data, allowed=allowed)
        return data

    return read
