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
    """True if the class defines its own form."""
    return hasattr(cls, "_from_plain")


def is_enum(cls: object) -> bool:
    """True for an enum."""
    return isinstance(cls, type) and issubclass(cls, Enum)


def is_literal(cls: object) -> bool:
    """True for a ``Literal``: a few strings."""
    return get_origin(cls) is Literal


def is_frozenset(cls: object) -> bool:
    """True for a frozenset."""
    return cls is frozenset or get_origin(cls) is frozenset


def is_sequence(cls: object) -> bool:
    """True for a tuple or a frozenset: a list in JSON."""
    return is_frozenset(cls) or get_origin(cls) is tuple


def is_optional(cls: object) -> bool:
    """True if the value may be None."""
    return get_origin(cls) in (types.UnionType, Union) and types.NoneType in get_args(cls)


def is_choice(cls: object) -> bool:
    """True for a choice of several attrs classes, which plain data names; the value may also be None.

    A class that only marks others as members of an open choice names them by its ``_choices``.
    """
    if get_origin(cls) in (types.UnionType, Union):
        choices = [choice for choice in get_args(cls) if choice is not types.NoneType]
        return len(choices) > 1 and all(attrs.has(choice) for choice in choices)
    return isinstance(cls, type) and "_choices" in vars(cls)


def present(union: Any) -> Any:
    """The type of an optional value that is there."""
    return Union[tuple(choice for choice in get_args(union) if choice is not types.NoneType)]  # noqa: UP007


def choices(union: Any) -> dict[str, type]:
    """The classes of a choice by name; those of an open choice as far as they are loaded, in the order of names."""
    classes = get_args(union) or sorted(union._choices(), key=lambda cls: cls.__name__)
    return {cls.__name__: cls for cls in classes if cls is not types.NoneType}


def is_bare(cls: object) -> bool:
    """True if a single field stands for the whole value."""
    return hasattr(cls, "_bare")


def bare_type(cls: Any) -> Any:
    """The type of the field that stands for the whole."""
    return next(field.type for field in fields(cls) if field.name == cls._bare)


def fields(cls: Any) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of an attrs class that have a place in JSON, with their types."""
    return tuple(field for field in attrs.fields(attrs.resolve_types(cls)) if field.init)


def field_names(cls: Any) -> tuple[str, ...]:
    """The names of these fields."""
    return tuple(field.name for field in fields(cls))
