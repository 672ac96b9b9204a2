"""The dialect: the form of each kind of type in plain data. The only user of cattrs.

There are converters of two sorts, with the same hooks. The quick one stops at the first fault and gives no place; the
careful ones are for data that the quick one refused, and collect faults with their places.
"""

from __future__ import annotations

import datetime
import functools
import itertools
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

import attrs
import cattrs
from cattrs.errors import AttributeValidationNote, BaseValidationError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from armstrace._convert import hints, scalars
from armstrace._convert.faults import Misfit, Unknown, member
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# what a value can be refused with: by these hooks, by cattrs, or by the class that is built
REFUSALS = (ValueError, TypeError, LookupError, ArithmeticError, cattrs.errors.CattrsError)

_Read = Any  # Callable[[object, object], Any], as cattrs calls hooks


@functools.cache
def converter(*, most: int = 0) -> cattrs.Converter:
    """A shared converter between attrs values and plain data: a quick one, or a careful one that names each fault.

    It is made on first use, and nobody may alter it.

    Args:
        most: How many faulty elements of one list the careful one looks for before it gives up; 0 for the quick one.
    """
    made = cattrs.Converter(
        forbid_extra_keys=True, detailed_validation=most > 0, unstruct_collection_overrides={tuple: list}
    )
    for cls in (str, int, bool):
        made.register_structure_hook(cls, scalars.exact_reader(cls))
    made.register_structure_hook(float, scalars.read_number)
    # a whole number may stand in for a float, and must be written as it is when it comes back
    made.register_unstructure_hook(float, float)
    made.register_unstructure_hook(Decimal, scalars.write_decimal)
    made.register_structure_hook(Decimal, scalars.read_decimal)
    made.register_unstructure_hook(datetime.date, scalars.write_day)
    made.register_structure_hook(datetime.date, scalars.read_day)
    made.register_structure_hook_func(hints.is_enum, scalars.read_member)
    # without these two a string enum would pass for a string
    made.register_structure_hook(StrEnum, scalars.read_member)
    made.register_unstructure_hook(StrEnum, lambda member: member.value)
    made.register_structure_hook_factory(hints.is_literal, scalars.literal_reader)
    made.register_unstructure_hook_func(hints.is_frozenset, functools.partial(_sorted_list, made))
    made.register_structure_hook_factory(hints.is_sequence, functools.partial(_sequence_reader, made, most))
    made.register_structure_hook_factory(attrs.has, functools.partial(_attrs_reader, made))
    made.register_unstructure_hook_factory(attrs.has, functools.partial(_attrs_writer, made))
    made.register_structure_hook_factory(hints.is_choice, functools.partial(_choice_reader, made))
    made.register_structure_hook_factory(hints.is_optional, functools.partial(_optional_reader, made))
    made.register_unstructure_hook_func(hints.is_choice, functools.partial(_tagged, made))
    made.register_structure_hook_factory(hints.has_own_form, _own_form_reader)
    made.register_unstructure_hook_func(hints.has_own_form, _own_form)
    return made


def misfits(error: BaseException, data: Any, path: str) -> Iterator[tuple[str, Misfit]]:
    """The faults behind *error*, which the careful converter raised for *data*, with their paths.

    *path* is the JSON path of *data*, such as ``$.data``.
    """
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
            yield path, Misfit(error.cause, error.text, code=error.code)
        case _:
            # validators of attrs put more into an error than its message
            cause = error.args[0] if error.args and not isinstance(error, KeyError) else error
            yield path, Misfit(str(cause) or type(error).__name__, data)


def _note(error: BaseException) -> str | None:
    """The note of cattrs that names the field or the index at which *error* arose; None if *error* carries none."""
    return next(
        (
            note
            for note in getattr(error, "__notes__", ())
            if type(note) in (AttributeValidationNote, IterableValidationNote)
        ),
        None,
    )


def _sorted_list(made: cattrs.Converter, value: frozenset[Any]) -> list[Any]:
    return sorted((made.unstructure(item) for item in value), key=scalars.canonical)


def _hook(made: cattrs.Converter, cls: Any) -> _Read:
    """The function that reads plain data as a *cls*.

    Where types contain each other, it is ``made.structure``, which looks the reader up at each call.
    """
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
    """The function that reads a JSON list of any length, all of whose elements are of type *item*, into a tuple.

    If *most* is above 0, it collects up to so many refused elements before it raises an error.
    """
    read = _hook(made, item)

    def read_all(data: object, _cls: object) -> tuple[Any, ...]:
        if type(data) is not list:
            raise scalars.misfit("list", data)
        return tuple([read(element, item) for element in data])

    def read_carefully(data: object, _cls: object) -> tuple[Any, ...]:
        if type(data) is not list:
            raise scalars.misfit("list", data)
        return _read_elements(data, itertools.repeat((read, item)), most)

    return read_carefully if most else read_all


def _row(made: cattrs.Converter, most: int, items: tuple[Any, ...]) -> _Read:
    """The function that reads a JSON list with a type for each place, *items*, into a tuple as long as *items*.

    If *most* is above 0, it collects up to so many refused elements before it raises an error.
    """
    reads = [(_hook(made, item), item) for item in items]

    def read_row(data: object, _cls: object) -> tuple[Any, ...]:
        if type(data) is not list or len(data) != len(items):
            raise scalars.misfit(f"list of {len(items)}", data)
        if most:
            return _read_elements(data, reads, most)
        return tuple([read(element, item) for element, (read, item) in zip(data, reads, strict=True)])

    return read_row


def _read_elements(data: list[object], reads: Iterable[tuple[_Read, Any]], most: int) -> tuple[Any, ...]:
    """The elements of the list *data*, each read by the reader that *reads* gives for its place.

    An error names every refused element, or the first *most* of them. *reads* holds pairs of a reader and its type.
    """
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
            raise scalars.misfit("object", data)
        return inner(data, wanted)

    def read_quickly(data: object, wanted: object) -> Any:
        if type(data) is not dict or not data.keys() <= names:
            raise scalars.misfit("object of these fields", data)
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
            raise scalars.misfit("object", data)
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


def _own_form_reader(cls: Any) -> _Read:
    rows: dict[str, Any] = {}  # those that were asked for; there are no more than the table has

    def read(data: object, _cls: object) -> Any:
        if type(data) is not str:
            raise scalars.misfit("text", data)
        if data not in rows:
            try:
                rows[data] = cls._from_plain(data)
            except ParseError as error:
                raise Misfit(error.cause, data, code=error.code, allowed=_words(cls)) from error
        return rows[data]

    return read


def _own_form(value: Any) -> str:
    row_id: str = value._to_plain()
    row = type(value)._from_plain(row_id)
    # rows are equal by their ids, and one of your own would come back as another
    if row is not value and any(getattr(row, name) != getattr(value, name) for name in hints.field_names(type(value))):
        raise ValueError(f"no JSON form for {value!r}: under its id the table holds another")
    return row_id


@functools.cache
def _words(cls: Any) -> tuple[str, ...]:
    """The strings that plain data may hold for a class with a form of its own, such as the ids of a registry."""
    return tuple(cls._schema()["enum"])
