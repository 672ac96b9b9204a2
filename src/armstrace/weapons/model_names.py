"""The names of models and of the designs they follow, by key, for the readers of makes and of models."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from armstrace import _normalize, _tables

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOISE = re.compile(r"\.(?![0-9])|[^a-z0-9.]")


def name_key(name: str) -> str:
    """The key that two spellings of a model share: letters, digits, and the point of a caliber.

    >>> name_key("M-16 A2"), name_key("Bodyguard .380")
    ('m16a2', 'bodyguard.380')
    """
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
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """The id, the names and the makes of each model of the table."""
    rows = _tables.rows("models/models.csv")
    return tuple(
        (row["id"], (row["name"], *_tables.split(row["aliases"])), _tables.split(row["makes"])) for row in rows
    )


@functools.cache
def _makes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for model_id, names, makes in _rows():
        for key in {name_key(name) for name in (model_id, *names)}:
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *makes)))
    return found


@functools.cache
def _designations() -> frozenset[str]:
    keys = {name_key(name) for _, names, _ in _rows() for name in names} | patterns_by_word().keys()
    return frozenset(key for key in keys if len(key) > 2)


@functools.cache
def model_keys() -> frozenset[str]:
    """The keys of all names of models and designs, however short."""
    return frozenset(name_key(name) for _, names, _ in _rows() for name in names) | patterns_by_word().keys()
