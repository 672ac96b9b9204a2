"""From a class to its strategy, by the types of its fields.

What the types do not tell (an end that must not come before its beginning) is registered by `_values`, `_records`,
`_matching` and `_law`.
"""

from __future__ import annotations

import datetime
import functools
import re
import types
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import attrs
from hypothesis import strategies as st

from armstrace import _public
from armstrace.testing import _plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")
R = TypeVar("R")
# as many as show order and repetition; nested values would grow beyond measure with more
_MOST = 3
Strategy: TypeAlias = st.SearchStrategy[Any]
Strategies: TypeAlias = "Mapping[object, Callable[[], Strategy]]"

_PLAIN: Strategies = {
    str: _plain.texts,
    bool: st.booleans,
    int: _plain.whole,
    float: _plain.finite,
    Decimal: _plain.positive_decimals,
    datetime.date: _plain.dates,
    type(None): st.none,
}


# the strategies of types whose fields do not tell all, filled once while this package is imported
_SPECIAL: dict[object, Callable[[], Strategy]] = {}


def register(strategies: Strategies) -> None:
    """Add strategies for types, which a module of this package defines, to the table of all."""
    _SPECIAL.update(strategies)


def for_public(cls: type[T]) -> st.SearchStrategy[T]:
    """The strategy for the values of a public class."""
    if cls not in public():
        names = sorted({known.__name__ for known in public()})
        name = getattr(cls, "__qualname__", repr(cls))
        raise TypeError(f"no values of {name} are drawn here, only of {', '.join(names)}")
    hint: Any = cls
    return for_hint(hint)


@functools.cache
def for_hint(hint: Any) -> Strategy:  # noqa: ANN401 (any type)
    """The strategy for the values of a type such as ``int | None``."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin in (types.UnionType, Union):
        # None first: what fails without a value is the simpler failure
        return st.one_of(*map(for_hint, sorted(parts, key=lambda part: part is not type(None))))
    if origin is frozenset:
        return st.frozensets(for_hint(parts[0]), max_size=_MOST)
    if origin is tuple:
        return tuples_of(for_hint(parts[0])) if parts[-1] is Ellipsis else st.tuples(*map(for_hint, parts))
    return _PLAIN[hint]() if hint in _PLAIN else _for_class(hint)


def tuples_of(item: Strategy, *, min_size: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    """The strategy for tuples of at most three values that *item* draws."""
    return st.lists(item, min_size=min_size, max_size=_MOST).map(tuple)


def _for_class(cls: Any) -> Strategy:  # noqa: ANN401 (any type)
    if cls in _SPECIAL:
        return st.deferred(_SPECIAL[cls])
    if issubclass(cls, Enum):
        return st.sampled_from(cls)

    def by_fields() -> Strategy:
        return built(cls)

    return st.deferred(by_fields)  # a class may hold values of its own type


def built(cls: type[T], **fields: Strategy) -> st.SearchStrategy[T]:
    """The strategy for values of *cls*, which draws a field by its type, or by *fields* if it is given there.

    Optional fields are left out at random, unless they are given.
    """
    hints = _arguments(cls)
    given = {name: fields[name] if name in fields else for_hint(hint) for name, (hint, _) in hints.items()}
    optional = tuple(name for name, (_, has_default) in hints.items() if has_default and name not in fields)
    # five on average: all of them at once would make a match set of thousands of draws
    some = st.lists(st.sampled_from(optional), unique=True) if optional else st.just([])

    def fill(draw: st.DrawFn) -> T:
        chosen = draw(some)
        return cls(**{name: draw(field) for name, field in given.items() if name not in optional or name in chosen})

    return _named(fill, cls.__name__)


def rows(load: Callable[[], Sequence[R]]) -> st.SearchStrategy[R]:
    """The strategy for the rows that *load* returns, which are those of a packaged table."""

    def row(draw: st.DrawFn) -> R:
        return draw(st.sampled_from(load()))

    return _named(row, f"{load.__module__}.{load.__name__}")


def _named(draw: Callable[[st.DrawFn], R], name: str) -> st.SearchStrategy[R]:
    """The strategy that *draw* defines, under a short name in the output of Hypothesis."""
    draw.__name__ = re.sub(r"\W", "_", name)
    return st.composite(draw)()


def just(**values: Any) -> dict[str, Strategy]:  # noqa: ANN401 (values of any type)
    """For each argument the strategy that draws only the value given."""
    return {name: st.just(value) for name, value in values.items()}


def _arguments(cls: Any) -> dict[str, tuple[Any, bool]]:  # noqa: ANN401 (any class of attrs)
    """The type of each argument of an attrs class, and True if the argument may be left out."""
    return {
        field.name: (field.type, field.default is not attrs.NOTHING)
        for field in attrs.fields(attrs.resolve_types(cls))
        if field.init
    }


@functools.cache
def public() -> frozenset[type]:
    """Every public class of values or words, and the classes of the fields of these."""
    return frozenset(part for cls in (*_public.classes(), *_SPECIAL) for part in _made_of(cls) or ())


def _made_of(cls: object) -> set[type] | None:
    """The class *cls*, and the classes of its fields and of theirs.

    None if a field has a type that no strategy draws, such as a function or mapping.
    """
    found: set[type] = set()
    waiting: list[Any] = [cls]
    while waiting:
        hint = waiting.pop()
        if hint in _PLAIN or hint in found or hint is Ellipsis or get_origin(hint) is Literal:
            continue
        if get_origin(hint) in (tuple, frozenset, types.UnionType, Union):
            waiting += get_args(hint)
        elif hint in _SPECIAL or (isinstance(hint, type) and issubclass(hint, Enum)):
            found.add(hint)
        elif isinstance(hint, type) and attrs.has(hint):
            found.add(hint)
            waiting += [part for part, _ in _arguments(hint).values()]
        else:
            return None
    return found


def content() -> tuple[type, ...]:
    """The classes of this library whose values a statement can carry; those that other programs derive are left out."""
    from armstrace.records.statements.statements import Proposition

    public()  # all that derive are loaded
    choices = cast("tuple[type, ...]", Proposition._choices())  # noqa: SLF001 (of this library)
    return tuple(cls for cls in choices if cls.__module__.startswith("armstrace."))
