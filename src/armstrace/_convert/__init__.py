"""attrs values to plain data and back, without loss, with the path and cause of each error.

Decimals and dates become strings, sets become sorted lists, registry rows become their ids, and what is unknown or
empty is left out.

>>> from armstrace.units import Length
>>> to_plain(Length.parse("14.50 in"))
{'value': '14.50', 'unit': 'inch', 'raw': '14.50 in'}
"""

from __future__ import annotations

import hashlib
import sys
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from armstrace._convert.faults import MOST, Unknown, refusal
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace._convert.faults import Misfit

T = TypeVar("T")

VERSION = "1"


def to_plain(value: object) -> Any:
    """*value* as plain data: dicts, lists, strings, numbers, booleans and None.

    Raises:
        ValueError: A number has no form: it is not finite, or of more than fifty digits.
    """
    from armstrace._convert import dialect

    return dialect.converter().unstructure(value)


def from_plain(data: object, cls: type[T]) -> T:
    """The value of class *cls* that the plain data *data* holds.

    Raises:
        ParseError: Data of another shape; it lists each place and what is wrong there.
    """
    value, found = read(data, cls)
    if found:
        raise refusal(found, data)
    return value


def read(
    data: object, cls: type[T], *, path: str = "$", aside: list[tuple[str, object]] | None = None
) -> tuple[T, list[tuple[str, Misfit]]]:
    """The value of class *cls* that *data* holds, and the faults of the data with their paths.

    If there is a fault, the value is None; if there is none, the list of faults is empty.

    Args:
        data: The plain data.
        cls: The class.
        path: The path of the data in its document.
        aside: A list that takes unknown fields with their paths; without it, an unknown field is a fault.
    """
    if aside is None:
        value, found = _read(data, cls, path, MOST + 1)
        return value, list(islice(found, MOST + 1))
    while True:
        value, found = _read(data, cls, path, sys.maxsize)
        listed = list(found)
        unknown = [(where, misfit) for where, misfit in listed if isinstance(misfit, Unknown)]
        if not unknown:
            return value, listed
        for where, misfit in unknown:
            aside += misfit.taken(where)


def _read(data: object, cls: type, path: str, most: int) -> tuple[Any, Iterable[tuple[str, Misfit]]]:
    from armstrace._convert import dialect

    # nearly all data is right, and the quick converter does not say what is wrong
    try:
        return dialect.converter().structure(data, cls), ()
    except dialect.REFUSALS:
        pass
    try:
        return dialect.converter(most=most).structure(data, cls), ()
    except dialect.REFUSALS as error:
        return None, dialect.misfits(error, data, path)


def document(value: object) -> dict[str, Any]:
    """*value* as ``{"type": its class name, "data": its plain data}``.

    The data of a list or a tuple holds such an object for each element.

    Raises:
        TypeError: The value is no attrs value, and no list or tuple of such.
    """
    if type(value) is list or type(value) is tuple:
        return {"type": type(value).__name__, "data": [document(element) for element in value]}
    if not attrs.has(type(value)):
        raise TypeError(f"no JSON form for {type(value).__qualname__}")
    return {"type": type(value).__name__, "data": to_plain(value)}


def fingerprint(value: object) -> str:
    """The SHA-256, in hexadecimal digits, of the value's JSON text with sorted keys and no spaces, in UTF-8.

    The same in every process, and after a round trip through JSON or pickling. It covers all that JSON holds: two
    values that are equal but were read from other texts (``raw``), or with another number of decimals, differ in it.

    >>> from armstrace.units import Length
    >>> fingerprint(Length.parse("16 in"))[:16]
    'c10bd4a65f14c476'
    >>> fingerprint(Length.parse("16 in")) == fingerprint(Length.parse("16 inches"))
    False

    Args:
        value: A public value, or a list or tuple of such.

    Raises:
        TypeError: A value of another type.
        ValueError: A text is no Unicode (half a surrogate pair), a number has no form, or lists are nested too deep.
    """
    from armstrace._convert import scalars

    try:
        text = scalars.canonical({"armstrace": VERSION, **document(value)})
    except RecursionError:
        raise ParseError("nested too deep for JSON", code="json.too_deep", text=type(value).__name__) from None
    return hashlib.sha256(text.encode()).hexdigest()
