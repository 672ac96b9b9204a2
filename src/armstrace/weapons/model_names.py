"""The names of models and of the designs they follow, by key, for the readers of makes and of models."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from armstrace import _normalize, _tables

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOISE = re.compile(r"\.(?![0-9])|[^a-z0-9.]")


def name_key(name: str) -> str:
    """The key that two spellings of a model share: letters, digits, and the point of a caliber.

    >>> name_key("M-16 A2"), name_key("Bodyguard .380")
    ('m16a2', 'bodyguard.380')
    """
    if name.isascii() and name.isalnum():
        return name.lower()
    return _NOISE.sub("", _normalize.casefold(name).replace(",", "."))


def makes_of(key: str) -> tuple[str, ...] | None:
    """The ids of the makes that have a model of this name; empty where any make may, None where no model bears it.

    >>> makes_of("m82a1"), makes_of("zorglub")
    (('barrett',), None)
    """
    return _makes().get(key)


def is_designation(key: str) -> bool:
    """True if *key* is the key of a name of a model or a design and is longer than two letters."""
    return key in _designations()


@functools.cache
def patterns_by_word() -> Mapping[str, str]:
    """The ids of designs by the keys of the words for them; such a word names a design and no model."""
    rows = _tables.rows("models/patterns.csv")
    return {name_key(name): row["id"] for row in rows for name in _tables.split(row["names"])}


@functools.cache
def ordinary_words() -> frozenset[str]:
    """The keys of names of models that are ordinary words as well."""
    return frozenset(name_key(row["name"]) for row in _tables.rows("models/ordinary.csv"))


@functools.cache
def table() -> tuple[Mapping[str, str], ...]:
    """The rows of the table of models, each as its cells by column."""
    return tuple(_tables.rows("models/models.csv"))


class _Keys(NamedTuple):
    """The keys of the id and of the names of a model of the table, and the ids of its makes."""

    id: str
    names: tuple[str, ...]
    makes: tuple[str, ...]


@functools.cache
def _rows() -> tuple[_Keys, ...]:
    return tuple(
        _Keys(
            name_key(row["id"]),
            tuple(map(name_key, (row["name"], *_tables.split(row["aliases"])))),
            _tables.split(row["makes"]),
        )
        for row in table()
    )


@functools.cache
def _makes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows():
        for key in {row.id, *row.names}:
            known = found.get(key)
            found[key] = tuple(dict.fromkeys((*known, *row.makes))) if known else row.makes
    return found


@functools.cache
def _designations() -> frozenset[str]:
    return frozenset(key for key in model_keys() if len(key) > 2)


@functools.cache
def model_keys() -> frozenset[str]:
    """The keys of all names of models and designs, however short."""
    return frozenset(key for row in _rows() for key in row.names) | patterns_by_word().keys()
