"""A row of a table as a value of a class: each field from the column of its name, by the type of the field.

>>> from attrs import frozen
>>> @frozen(kw_only=True)
... class Town:
...     id: str
...     aliases: tuple[str, ...] = ()
...     people: int | None = None
>>> from_row(Town, {"id": "t", "aliases": "a|b", "people": ""})
Town(id='t', aliases=('a', 'b'), people=None)
"""

from __future__ import annotations

import functools
import types
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, cast, get_args, get_origin

import attrs

from armstrace._tables.reading import split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")
# an empty cell of yes or no is no
_TRUTH = {"true": True, "false": False, "": False}


def _truth(cell: str) -> bool:
    """True for ``true``, False for ``false`` and for an empty cell; no other spelling is guessed."""
    return _TRUTH[_word(tuple(_TRUTH), cell)]


_READERS: dict[object, Callable[[str], Any]] = {str: str, int: int, Decimal: Decimal, bool: _truth}


def from_row(cls: type[T], row: Mapping[str, str], **given: object) -> T:
    """The value of *cls* that a row of cells by column holds; fields that are *given* are not read from cells.

    A cell of several values is split at ``|``, an empty cell is None where the field may be None, and a field without a
    column keeps its default.

    Raises:
        TypeError: A column bears the name of a field whose type no cell can hold.
        ValueError: A cell is not of the type of its field.
    """
    found = {name: read(row[name]) for name, read in _fields(cast("Any", cls)) if name in row and name not in given}
    return cls(**found, **given)


@functools.cache
def _fields(cls: Any) -> tuple[tuple[str, Callable[[str], Any]], ...]:  # noqa: ANN401 (any class of attrs)
    fields = attrs.fields(attrs.resolve_types(cls))
    return tuple((field.name, _reader(field.type)) for field in fields if field.init)


def _reader(hint: Any) -> Callable[[str], Any]:  # noqa: ANN401 (any type)
    """The function that reads a cell as a value of the type *hint*."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return functools.partial(_optional, _reader(parts[0]))
    if origin in (tuple, frozenset):
        return functools.partial(_several, origin, _reader(parts[0]))
    if origin is Literal:
        return functools.partial(_word, parts)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _READERS.get(hint) or functools.partial(_nothing, hint)


def _word(words: tuple[str, ...], cell: str) -> str:
    if cell not in words:
        raise ValueError(f"{cell!r} is none of {', '.join(words)}")
    return cell


def _nothing(hint: object, cell: str) -> object:
    raise TypeError(f"no cell holds {hint}: {cell!r}")


def _optional(read: Callable[[str], Any], cell: str) -> object:
    return read(cell) if cell else None


def _several(collection: Callable[[Iterable[Any]], Any], read: Callable[[str], Any], cell: str) -> object:
    return collection(map(read, split(cell)))
