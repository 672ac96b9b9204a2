"""JSON out and in, without loss: each public value as one object that names its type and the version of the format.

>>> from armstrace.weapons.serials import SerialNumber
>>> text = to_json(SerialNumber.parse("MAT. 967I46"))
>>> from_json(text) == SerialNumber.parse("MAT. 967I46")
True

Lists and tuples of values come back as such:

>>> from_json(to_json([SerialNumber.parse("A1"), SerialNumber.parse("S/N")]))[1].state
<SerialState.NOT_RECORDED: 'not_recorded'>
"""

from __future__ import annotations

import functools
import json
from typing import Any, Literal, overload

import attrs
from attrs import frozen

from armstrace import _convert, _public
from armstrace._convert.faults import MOST, Misfit, Unknown, member, refusal
from armstrace.errors import ParseError
from armstrace.formats import json_text as _json_text

VERSION = _convert.VERSION
_DOCUMENT, _ELEMENT = ("armstrace", "type", "data"), ("type", "data")
_CONTAINERS = {"list": list, "tuple": tuple}


@frozen(kw_only=True)
class LenientResult:
    """What `from_json` returns if unknown fields are kept rather than refused.

    Attributes:
        value: The value, without these fields.
        unknown: The path of each unknown field and its content, as JSON text.
    """

    value: Any
    unknown: tuple[tuple[str, str], ...] = ()


def to_json(value: object, *, indent: int | None = None) -> str:
    """*value* as JSON text: an object with ``armstrace`` (the version of the format), ``type`` and ``data``.

    Args:
        value: A value of a public type, or a list or tuple of such.
        indent: By how many spaces each level is indented; None for one line.

    Raises:
        TypeError: The value is of no type that has a JSON form.
        ValueError: A number is not finite or too long, a text holds half a surrogate pair, which no JSON can carry, or
            lists are nested too deep.
    """
    try:
        _check(value)
        document = {"armstrace": VERSION, **_convert.document(value)}
        text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    except RecursionError:
        raise ParseError("nested too deep for JSON", code="json.too_deep", text=type(value).__name__) from None
    text.encode()  # half a surrogate pair is refused here, before somebody writes the text to a file
    return text


@overload
def from_json(text: str, *, unknown: Literal["refuse"] = "refuse") -> Any: ...


@overload
def from_json(text: str, *, unknown: Literal["keep"]) -> LenientResult: ...


def from_json(text: str, *, unknown: Literal["refuse", "keep"] = "refuse") -> Any:
    """The value that JSON text from `to_json` holds.

    >>> from_json('{"armstrace": "1", "type": "Length", "data": {"valeu": "16", "unit": "feet"}}')
    Traceback (most recent call last):
        ...
    armstrace.errors.ParseError: $.data.value: missing; $.data.unit: none of the allowed words: 'feet' (allowed: ...
    >>> text = '{"armstrace": "1", "type": "Length", "data": {"value": "16", "unit": "inch", "by": "eye"}}'
    >>> from_json(text, unknown="keep")
    LenientResult(value=Length(value=Decimal('16'), unit='inch', raw=''), unknown=(('$.data.by', '"eye"'),))

    Args:
        text: The JSON text.
        unknown: What happens to a field that is not known, such as one of a later version: it is an error
            (``refuse``), or it is returned beside the value (``keep``), so that nothing disappears unseen.

    Returns:
        The value; with ``keep`` a `LenientResult`, which holds the value and the unknown fields.

    Raises:
        ParseError: No JSON, another version or type, or data of another shape. Its `faults` are all that is wrong in
            the document, each with its path, the value, what is allowed and what is nearest.
        TypeError: Not text: a file is read first, and bytes are decoded.
        ValueError: *unknown* is neither word.
    """
    if unknown not in ("refuse", "keep"):
        raise ValueError(f"unknown: 'refuse' or 'keep', and not {unknown!r}")
    document = _json_text.load(text)
    aside: list[tuple[str, object]] | None = [] if unknown == "keep" else None
    try:
        value, found = _read(document, "$", _DOCUMENT, aside)
    except RecursionError as error:
        raise ParseError("nested too deep", code="json.too_deep", text=text) from error
    if found:
        raise refusal(found, document)
    if aside is None:
        return value
    return LenientResult(
        value=value, unknown=tuple((path, json.dumps(data, ensure_ascii=False)) for path, data in aside)
    )


def _read(
    entry: Any, path: str, keys: tuple[str, ...], aside: list[tuple[str, object]] | None
) -> tuple[Any, list[tuple[str, Misfit]]]:
    """The value that *entry*, an object with ``type`` and ``data``, holds, and its faults with their paths.

    The value is None if there is a fault at the object itself. *keys* are the keys that the object must have. *aside*
    collects the unknown fields; if it is None, they are faults.
    """
    if not isinstance(entry, dict):
        return None, [(path, Misfit("no object", entry))]
    found: list[tuple[str, Misfit]] = [(path + member(key), Misfit("missing")) for key in keys if key not in entry]
    if unknown := entry.keys() - set(keys):
        misfit = Unknown(entry, unknown, allowed=keys)
        if aside is None:
            found.append((path, misfit))
        else:
            aside += misfit.taken(path)
    if entry.get("armstrace", VERSION) != VERSION:
        found.append(
            (f"{path}.armstrace", Misfit("another version of the format", entry["armstrace"], allowed=(VERSION,)))
        )
    if "type" not in entry or "data" not in entry:
        return None, found
    name, data = entry["type"], entry["data"]
    known = _types()
    if isinstance(name, str) and name in _CONTAINERS:
        value, inner = _elements(data, f"{path}.data", aside)
        return _CONTAINERS[name](value), found + inner
    if not isinstance(name, str) or name not in known:
        return None, [*found, (f"{path}.type", Misfit("no such type", name, allowed=(*known, *_CONTAINERS)))]
    value, inner = _convert.read(data, known[name], path=f"{path}.data", aside=aside)
    return value, found + inner


def _elements(
    data: object, path: str, aside: list[tuple[str, object]] | None
) -> tuple[list[Any], list[tuple[str, Misfit]]]:
    if not isinstance(data, list):
        return [], [(path, Misfit("no list", data))]
    values: list[Any] = []
    found: list[tuple[str, Misfit]] = []
    for index, element in enumerate(data):
        value, inner = _read(element, f"{path}[{index}]", _ELEMENT, aside)
        values.append(value)
        found += inner
        if len(found) > MOST and aside is None:
            break
    return values, found


@functools.cache
def _types() -> dict[str, type]:
    """The public classes that have a JSON form, by their names, which are also the names of their types in JSON."""
    return {cls.__name__: cls for cls in _public.classes() if attrs.has(cls)}


def _check(value: object) -> None:
    if type(value) is list or type(value) is tuple:
        for element in value:
            _check(element)
    elif _types().get(type(value).__name__) is not type(value):
        hint = "a public value of armstrace has one, and so has a list or tuple of such values"
        raise TypeError(f"value: no JSON form for {type(value).__qualname__}; {hint}")
