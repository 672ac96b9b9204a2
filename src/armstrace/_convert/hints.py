"""The sorts of types that fields have, as far as plain data has to distinguish them.

A class may define its own form by three methods, as registry rows do: ``_to_plain`` returns a string, ``_from_plain``
reads it or raises a `ParseError`, and ``_schema`` is a JSON schema that lists these strings. A class with ``_bare``
is written as the field of that name, without the others.
"""

from __future__ import annotations

import types
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

import attrs


def has_own_form(cls: object) -> bool:
    """True if *cls* defines by methods of its own how it is written in plain data, as registry rows do."""
    return hasattr(cls, "_from_plain")


def is_enum(cls: object) -> bool:
    """True if *cls* is an enum class."""
    return isinstance(cls, type) and issubclass(cls, Enum)


def is_literal(cls: object) -> bool:
    """True if *cls* is a ``Literal`` type."""
    return get_origin(cls) is Literal


def is_frozenset(cls: object) -> bool:
    """True if *cls* is ``frozenset``, with or without a type of its members."""
    return cls is frozenset or get_origin(cls) is frozenset


def is_sequence(cls: object) -> bool:
    """True if *cls* is a tuple or frozenset type, whose values are lists in JSON."""
    return is_frozenset(cls) or get_origin(cls) is tuple


def is_optional(cls: object) -> bool:
    """True if *cls* is a union with None, such as ``int | None``."""
    return get_origin(cls) in (types.UnionType, Union) and types.NoneType in get_args(cls)


def is_choice(cls: object) -> bool:
    """True if *cls* is a union of two or more attrs classes, with or without None, or an open choice of them.

    Plain data names the class of such a value under ``type``. A class that only marks others as members of an open
    choice names them by its ``_choices``.
    """
    if get_origin(cls) in (types.UnionType, Union):
        choices = [choice for choice in get_args(cls) if choice is not types.NoneType]
        return len(choices) > 1 and all(attrs.has(choice) for choice in choices)
    return isinstance(cls, type) and "_choices" in vars(cls)


def present(union: Any) -> Any:
    """The type *union* without None: ``int | None`` gives ``int``."""
    return Union[tuple(choice for choice in get_args(union) if choice is not types.NoneType)]  # noqa: UP007


def choices(union: Any) -> dict[str, type]:
    """The classes of a choice by their names; None is left out.

    An open choice gives the classes that are loaded, in the order of their names.
    """
    classes = get_args(union) or sorted(union._choices(), key=lambda cls: cls.__name__)
    return {cls.__name__: cls for cls in classes if cls is not types.NoneType}


def is_bare(cls: object) -> bool:
    """True if plain data holds a value of *cls* as the content of a single field, without an object around it."""
    return hasattr(cls, "_bare")


def bare_type(cls: Any) -> Any:
    """The type of the only field of *cls* that plain data holds. *cls* is a class for which `is_bare` is true."""
    return next(field.type for field in fields(cls) if field.name == cls._bare)


def fields(cls: Any) -> tuple[attrs.Attribute[Any], ...]:
    """The fields that the attrs class *cls* has in plain data, with their types resolved.

    Fields that cannot be passed to the class when a value is made are left out.
    """
    return tuple(field for field in attrs.fields(attrs.resolve_types(cls)) if field.init)


def field_names(cls: Any) -> tuple[str, ...]:
    """The names of the fields that the attrs class *cls* has in plain data."""
    return tuple(field.name for field in fields(cls))
