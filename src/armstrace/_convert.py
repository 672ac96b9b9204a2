"""attrs values to plain data and back, without loss, with the path and cause of each error.

The only user of cattrs. Classes with ``_to_plain`` and ``_from_plain`` (registry rows) speak for themselves; decimals
and dates become strings, sets become sorted lists, and what is unknown or empty is left out.
"""

from __future__ import annotations

import datetime
import functools
import re
import types
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from armstrace.errors import ParseError, shown

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_NUMBER = re.compile(r"-?\d{1,50}(\.\d{1,50})?(E[+-]?\d{1,3})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def to_plain(value: object) -> Any:
    """*value* as dicts, lists, strings, numbers, booleans and None."""
    return _converter().unstructure(value)


def from_plain(data: object, cls: type[T]) -> T:
    """The value of class *cls* that *data* holds.

    Raises:
        ParseError: Data of another shape; the cause lists each place and what is wrong there.
    """
    try:
        return _converter().structure(data, cls)
    except (BaseValidationError, ValueError, TypeError) as error:
        places = cattrs.transform_error(error, path=cls.__name__, format_exception=_cause)
        raise ParseError("; ".join(places), text=shown(str(data))) from error


def _cause(error: BaseException, wanted: type | None) -> str:
    if isinstance(error, KeyError):
        return f"missing field {error}"
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        return f"unknown field {', '.join(sorted(map(repr, error.extra_fields)))}"
    name = getattr(wanted, "__name__", str(wanted))
    return f"not a valid {name}: {error}" if wanted else str(error)


@functools.cache
def _converter() -> cattrs.Converter:
    """The one dialect. It is made on first use and handed to nobody, so nothing can alter it."""
    made = cattrs.Converter(forbid_extra_keys=True)
    for cls in (str, int, bool, float):
        made.register_structure_hook(cls, _strict)
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, _decimal)
    made.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    made.register_structure_hook(datetime.date, _day)
    made.register_structure_hook_func(_is_enum, _member)
    # without these two a string enum would pass for a string
    made.register_structure_hook(StrEnum, _member)
    made.register_unstructure_hook(StrEnum, lambda member: member.value)
    made.register_unstructure_hook_func(_is_frozenset, functools.partial(_sorted_list, made))
    made.register_structure_hook_factory(_is_sequence, functools.partial(_from_list, made))
    made.register_structure_hook_factory(attrs.has, functools.partial(_structure_attrs, made))
    made.register_unstructure_hook_factory(attrs.has, functools.partial(_unstructure_attrs, made))
    made.register_structure_hook_factory(_is_choice, functools.partial(_structure_choice, made))
    made.register_unstructure_hook_factory(_is_choice, functools.partial(_unstructure_choice, made))
    made.register_structure_hook_factory(_is_marker, functools.partial(_structure_choice, made))
    made.register_unstructure_hook_factory(_is_marker, functools.partial(_unstructure_choice, made))
    # the protocol of registry rows
    made.register_unstructure_hook_func(_speaks, lambda value: value._to_plain())
    made.register_structure_hook_func(_speaks, lambda data, cls: cls._from_plain(data))
    return made


def _speaks(cls: object) -> bool:
    return hasattr(cls, "_from_plain")


def _is_enum(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Enum)


def _is_frozenset(cls: object) -> bool:
    return cls is frozenset or get_origin(cls) is frozenset


def _is_sequence(cls: object) -> bool:
    """A tuple of any length, or a frozenset."""
    return _is_frozenset(cls) or (get_origin(cls) is tuple and get_args(cls)[-1:] == (Ellipsis,))


def _is_choice(cls: object) -> bool:
    """One of several attrs classes, told apart by name."""
    return get_origin(cls) in (types.UnionType, Union) and all(attrs.has(choice) for choice in get_args(cls))


def _is_marker(cls: object) -> bool:
    """A class that only marks others as members of an open choice; it names them by itself."""
    return isinstance(cls, type) and "_choices" in vars(cls)


def _chosen_from(union: Any) -> tuple[type, ...]:
    return union._choices() if _is_marker(union) else get_args(union)


def _strict(data: object, cls: type[T]) -> T:
    if cls is float and type(data) is int:
        data = float(data)
    if type(data) is not cls:
        raise TypeError(f"{shown(repr(data))} is no {cls.__name__}")
    return data


def _decimal(data: object, _cls: type) -> Decimal:
    if not isinstance(data, str) or not _NUMBER.fullmatch(data):
        raise ValueError(f"{shown(repr(data))} is no decimal number in a string")
    return Decimal(data)


def _day(data: object, _cls: type) -> datetime.date:
    if not isinstance(data, str) or not _DAY.fullmatch(data):
        raise ValueError(f"{shown(repr(data))} is no day as YYYY-MM-DD")
    return datetime.date.fromisoformat(data)


def _member(data: object, cls: type[E]) -> E:
    for member in cls:
        if type(data) is type(member.value) and data == member.value:
            return member
    raise ValueError(f"{shown(repr(data))} is none of {', '.join(repr(member.value) for member in cls)}")


def _sorted_list(made: cattrs.Converter, value: frozenset[Any]) -> list[Any]:
    return sorted(made.unstructure(item) for item in value)


def _from_list(made: cattrs.Converter, cls: Any) -> Callable[[object, object], Any]:
    container: type = frozenset if _is_frozenset(cls) else tuple
    item = get_args(cls)[0]

    def structure(data: object, _cls: object) -> Any:
        if not isinstance(data, list):
            raise TypeError(f"{shown(repr(data))} is no list")
        return container(made.structure(element, item) for element in data)

    return structure


def _structure_attrs(made: cattrs.Converter, cls: type) -> Callable[[Any, Any], Any]:
    # __init__ runs in full, so that validators see what comes from outside
    inner: Any = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True)

    def structure(data: object, wanted: object) -> Any:
        if not isinstance(data, dict):
            raise TypeError(f"{shown(repr(data))} is no object")
        return inner(data, wanted)

    return structure


def _unstructure_attrs(made: cattrs.Converter, cls: Any) -> Callable[[Any], Any]:
    # a value may equal its default and still say more: another raw text, another number of decimals
    plain = (type(None), bool, str, int, float, tuple, frozenset)
    fields: dict[str, Any] = {
        field.name: override(omit=not field.init, omit_if_default=isinstance(field.default, plain))
        for field in attrs.fields(cls)
    }
    return make_dict_unstructure_fn(cls, made, **fields)


def _structure_choice(made: cattrs.Converter, union: Any) -> Callable[[Any, Any], Any]:
    choices = {cls.__name__: cls for cls in _chosen_from(union)}

    def structure(data: object, _cls: object) -> Any:
        name = data.get("type") if isinstance(data, dict) else None
        if not isinstance(data, dict) or not isinstance(name, str) or name not in choices:
            raise TypeError(f"{shown(repr(data))} has no type out of {', '.join(choices)}")
        return made.structure({key: value for key, value in data.items() if key != "type"}, choices[name])

    return structure


def _unstructure_choice(made: cattrs.Converter, _union: Any) -> Callable[[Any], Any]:
    return lambda value: {"type": type(value).__name__, **made.unstructure(value)}
