"""The dialect: how each kind of type stands in plain data. The only user of cattrs.

There are converters of two sorts, with the same hooks. The quick one stops at the first fault and does not say where;
the careful ones are for data that the quick one refused, and gather faults with their places.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import itertools
import json
import math
import re
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, get_args

import attrs
import cattrs
from cattrs.errors import AttributeValidationNote, BaseValidationError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from armstrace._convert import hints
from armstrace._convert.faults import Misfit, Unknown, member
from armstrace.errors import ParseError, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NUMBER = r"-?[0-9]{1,50}(\.[0-9]{1,50})?(E[+-]?[0-9]{1,3})?"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
# what a value can be refused with: by these hooks, by cattrs, or by the class that is built
REFUSALS = (ValueError, TypeError, LookupError, ArithmeticError, cattrs.errors.CattrsError)

_Read = Any  # Callable[[object, object], Any], as cattrs calls hooks
_NUMBER, _DAY = re.compile(NUMBER), re.compile(DAY)
_NAMES = {str: "text", int: "whole number", float: "number", bool: "true or false"}


@functools.cache
def converter(*, most: int = 0) -> cattrs.Converter:
    """The quick converter, or a careful one; made on first use and altered by nobody.

    Args:
        most: How many faulty elements of one list the careful one looks for before it gives up; 0 for the quick one.
    """
    made = cattrs.Converter(
        forbid_extra_keys=True, detailed_validation=most > 0, unstruct_collection_overrides={tuple: list}
    )
    for cls in (str, int, bool):
        made.register_structure_hook(cls, _exactly(cls))
    made.register_structure_hook(float, _number)
    # a whole number may stand in for a float, and must be written as it is when it comes back
    made.register_unstructure_hook(float, float)
    made.register_unstructure_hook(Decimal, _said_decimal)
    made.register_structure_hook(Decimal, _decimal)
    made.register_unstructure_hook(datetime.date, _said_day)
    made.register_structure_hook(datetime.date, _day)
    made.register_structure_hook_func(hints.is_enum, _member)
    # without these two a string enum would pass for a string
    made.register_structure_hook(StrEnum, _member)
    made.register_unstructure_hook(StrEnum, lambda member: member.value)
    made.register_structure_hook_factory(hints.is_literal, _literal_reader)
    made.register_unstructure_hook_func(hints.is_frozenset, functools.partial(_sorted_list, made))
    made.register_structure_hook_factory(hints.is_sequence, functools.partial(_sequence_reader, made, most))
    made.register_structure_hook_factory(attrs.has, functools.partial(_attrs_reader, made))
    made.register_unstructure_hook_factory(attrs.has, functools.partial(_attrs_writer, made))
    made.register_structure_hook_factory(hints.is_choice, functools.partial(_choice_reader, made))
    made.register_structure_hook_factory(hints.is_optional, functools.partial(_optional_reader, made))
    made.register_unstructure_hook_func(hints.is_choice, functools.partial(_tagged, made))
    made.register_structure_hook_factory(hints.speaks, _speaker_reader)
    made.register_unstructure_hook_func(hints.speaks, _said)
    return made


def misfits(error: BaseException, data: Any, path: str) -> Iterator[tuple[str, Misfit]]:
    """All that the careful converter found wrong with *data*, with the path of each if *data* stands at *path*."""
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                note = _note(inner)
                if isinstance(note, AttributeValidationNote):
                    if note.name in data:
                        yield from misfits(inner, data[note.name], path + member(note.name))
                    else:
                        yield path + member(note.name), Misfit("missing")
                elif isinstance(note, IterableValidationNote):
                    yield from misfits(inner, data[note.index], f"{path}[{note.index}]")
                else:
                    yield from misfits(inner, data, path)
        case cattrs.ForbiddenExtraKeysError():
            yield path, Unknown(data, error.extra_fields, allowed=hints.field_names(error.cl))
        case Misfit():
            yield path + error.step, error
        case ParseError():
            yield path, Misfit(error.cause, error.text)
        case _:
            # validators of attrs put more into an error than its message
            told = error.args[0] if error.args and not isinstance(error, KeyError) else error
            yield path, Misfit(str(told) or type(error).__name__, data)


def _note(error: BaseException) -> str | None:
    """Where the error was met, in the group that holds it."""
    return next(
        (
            note
            for note in getattr(error, "__notes__", ())
            if type(note) in (AttributeValidationNote, IterableValidationNote)
        ),
        None,
    )


def _misfit(what: str, data: object) -> Misfit:
    return Misfit(f"no {what}", data)


def _exactly(cls: type) -> _Read:
    name = _NAMES[cls]

    def read(data: object, _cls: object) -> object:
        if type(data) is not cls:
            raise _misfit(name, data)
        return data

    return read


def _number(data: object, _cls: object) -> float:
    if type(data) is int:
        with contextlib.suppress(OverflowError):
            data = float(data)
    if type(data) is not float or not math.isfinite(data):
        raise _misfit(_NAMES[float], data)
    return data


def _decimal(data: object, _cls: object) -> Decimal:
    if not isinstance(data, str) or not _NUMBER.fullmatch(data):
        raise _misfit("decimal number in a string", data)
    return Decimal(data)


def _said_decimal(number: Decimal) -> str:
    said = str(number)
    if not _NUMBER.fullmatch(said):
        raise ValueError(f"no JSON form for the number {shown(said)}: it is not finite, or too long")
    return said


def _day(data: object, _cls: object) -> datetime.date:
    if not isinstance(data, str) or not _DAY.fullmatch(data):
        raise _misfit("day as YYYY-MM-DD", data)
    try:
        return datetime.date.fromisoformat(data)
    except ValueError:
        raise _misfit("day of the calendar", data) from None


def _said_day(day: datetime.date) -> str:
    if type(day) is not datetime.date:
        raise TypeError(f"{day!r} is no plain day: its time of day would be lost")
    return day.isoformat()


def _member(data: object, cls: type[Enum]) -> Enum:
    members, allowed = _members(cls)
    found = members.get((type(data), data)) if isinstance(data, str | int) else None
    if found is None:
        raise Misfit("none of the allowed words", data, allowed=allowed)
    return found


@functools.cache
def _members(cls: type[Enum]) -> tuple[dict[tuple[type, object], Enum], tuple[str, ...]]:
    # the type counts: true is not 1
    return {(type(member.value), member.value): member for member in cls}, tuple(str(member.value) for member in cls)


def _literal_reader(cls: Any) -> _Read:
    allowed = get_args(cls)

    def read(data: object, _cls: object) -> object:
        if not isinstance(data, str) or data not in allowed:
            raise Misfit("none of the allowed words", data, allowed=allowed)
        return data

    return read


def _sorted_list(made: cattrs.Converter, value: frozenset[Any]) -> list[Any]:
    return sorted((made.unstructure(item) for item in value), key=canonical)


def canonical(plain: object) -> str:
    """Plain data as JSON text with sorted keys and no spaces: one text for the same data in every process."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def _hook(made: cattrs.Converter, cls: Any) -> _Read:
    """The reader of a type; one that looks it up later where the types are recursive."""
    try:
        return made.get_structure_hook(cls)
    except RecursionError:
        return made.structure


def _sequence_reader(made: cattrs.Converter, most: int, cls: Any) -> _Read:
    items = get_args(cls)
    any_length = items[-1] is Ellipsis or hints.is_frozenset(cls)
    read = _many(made, most, items[0]) if any_length else _row(made, most, items)
    if not hints.is_frozenset(cls):
        return read

    def read_set(data: object, wanted: object) -> frozenset[Any]:
        found = read(data, wanted)
        members = frozenset(found)
        if len(members) < len(found):
            raise Misfit("one member twice", data)
        return members

    return read_set


def _many(made: cattrs.Converter, most: int, item: Any) -> _Read:
    """A reader of lists of any length, into a tuple."""
    read = _hook(made, item)

    def read_all(data: object, _cls: object) -> tuple[Any, ...]:
        if type(data) is not list:
            raise _misfit("list", data)
        return tuple([read(element, item) for element in data])

    def read_carefully(data: object, _cls: object) -> tuple[Any, ...]:
        if type(data) is not list:
            raise _misfit("list", data)
        return _gathered(data, itertools.repeat((read, item)), most)

    return read_carefully if most else read_all


def _row(made: cattrs.Converter, most: int, items: tuple[Any, ...]) -> _Read:
    """A reader of lists of a certain length with a type for each place, into a tuple."""
    reads = [(_hook(made, item), item) for item in items]

    def read_row(data: object, _cls: object) -> tuple[Any, ...]:
        if type(data) is not list or len(data) != len(items):
            raise _misfit(f"list of {len(items)}", data)
        if most:
            return _gathered(data, reads, most)
        return tuple([read(element, item) for element, (read, item) in zip(data, reads, strict=True)])

    return read_row


def _gathered(data: list[object], reads: Iterable[tuple[_Read, Any]], most: int) -> tuple[Any, ...]:
    """The elements of a list, each by a reader and as a type; those that are refused are told of together."""
    found, errors = [], []
    for index, (element, (read, item)) in enumerate(zip(data, reads, strict=False)):
        try:
            found.append(read(element, item))
        except REFUSALS as error:
            error.add_note(IterableValidationNote("", index, item))
            # many of them must not hold as many frames
            errors.append(error.with_traceback(None))
            if len(errors) == most:
                break
    if errors:
        raise IterableValidationError("", errors, tuple)  # pyright: ignore[reportCallIssue]  # it takes the class too
    return tuple(found)


def _attrs_reader(made: cattrs.Converter, cls: Any) -> _Read:
    if hints.is_bare(cls):
        name, bare = cls._bare, hints.bare_type(cls)
        read_bare = _hook(made, bare)

        def read_whole(data: object, _cls: object) -> Any:
            return cls(**{name: read_bare(data, bare)})

        return read_whole
    # __init__ runs in full, so that validators see what comes from outside
    inner: Any = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=made.detailed_validation)
    names = frozenset(hints.field_names(cls))

    def read(data: object, wanted: object) -> Any:
        if type(data) is not dict:
            raise _misfit("object", data)
        return inner(data, wanted)

    def read_quickly(data: object, wanted: object) -> Any:
        if type(data) is not dict or not data.keys() <= names:
            raise _misfit("object of these fields", data)
        return inner(data, wanted)

    return read if made.detailed_validation else read_quickly


def _attrs_writer(made: cattrs.Converter, cls: Any) -> Callable[[Any], Any]:
    if hints.is_bare(cls):
        return lambda value: made.unstructure(getattr(value, cls._bare))
    # a value may equal its default and still say more: another raw text, another number of decimals
    plain = (type(None), bool, str, int, float, tuple, frozenset)
    omitted: dict[str, Any] = {
        field.name: override(omit=not field.init, omit_if_default=isinstance(field.default, plain))
        for field in attrs.fields(cls)
    }
    return make_dict_unstructure_fn(cls, made, **omitted)


def _optional_reader(made: cattrs.Converter, union: Any) -> _Read:
    there = hints.present(union)
    read = _hook(made, there)

    def read_present(data: object, _cls: object) -> Any:
        return None if data is None else read(data, there)

    return read_present


def _choice_reader(made: cattrs.Converter, union: Any) -> _Read:
    known: dict[str, tuple[type, _Read]] = {}

    def read(data: object, _cls: object) -> Any:
        if type(data) is not dict:
            raise _misfit("object", data)
        name = data.get("type", attrs.NOTHING)
        if not isinstance(name, str) or name not in known:
            # made late: the choices may hold others of their own, and modules may bring more of them
            found = hints.choices(union)
            if not isinstance(name, str) or name not in found:
                cause = "missing" if name is attrs.NOTHING else "no type that can stand here"
                raise Misfit(cause, name, allowed=tuple(found), step=".type")
            known[name] = found[name], _hook(made, found[name])
        cls, read_one = known[name]
        rest = dict(data)
        del rest["type"]
        return read_one(rest, cls)

    return read


def _tagged(made: cattrs.Converter, value: Any) -> Any:
    return None if value is None else {"type": type(value).__name__, **made.unstructure(value)}


def _speaker_reader(cls: Any) -> _Read:
    rows: dict[str, Any] = {}  # those that were asked for; there are no more than the table has

    def read(data: object, _cls: object) -> Any:
        if type(data) is not str:
            raise _misfit(_NAMES[str], data)
        if data not in rows:
            try:
                rows[data] = cls._from_plain(data)
            except ParseError as error:
                raise Misfit(error.cause, data, allowed=_words(cls)) from error
        return rows[data]

    return read


def _said(value: Any) -> str:
    said: str = value._to_plain()
    row = type(value)._from_plain(said)
    # rows are equal by their ids, and one of your own would come back as another
    if row is not value and any(getattr(row, name) != getattr(value, name) for name in hints.field_names(type(value))):
        raise ValueError(f"no JSON form for {value!r}: under its id the table holds another")
    return said


@functools.cache
def _words(cls: Any) -> tuple[str, ...]:
    """The words that a class that speaks for itself understands."""
    return tuple(cls._schema()["enum"])
