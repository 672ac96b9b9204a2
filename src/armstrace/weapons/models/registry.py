"""Models and the designs they follow, as the packaged tables hold them."""

from __future__ import annotations

import functools
import re
from typing import Literal, Self

from attrs import field, frozen, validators

from armstrace import _normalize, _tables
from armstrace.errors import ParseError
from armstrace.weapons.features import Action, FireMode

_MODELS, _PATTERNS, _ORDINARY = "models/models.csv", "models/patterns.csv", "models/ordinary.csv"

_NOISE = re.compile(r"\.(?![0-9])|[^a-z0-9.]")

Variant = Literal["civilian", "military"]


@frozen(kw_only=True)
class ModelEntry:
    """A row of the registry of models. Two entries are equal if their ids are.

    Attributes:
        id: The stable id.
        name: The name without the make.
        makes: Ids of the makes that have, or had, a model of that name; empty where any may.
        kind: Id of the kind.
        action: How it is loaded again, or None where variants differ.
        fire_modes: What one pull of the trigger does; empty where variants differ.
        calibers: Ids of the cartridges it is made for; empty where there are many.
        pattern: The design it follows, such as ``AK``, or None.
        variant: Whether the name stands for a civilian or a military one, or None where it may be either.
        broader: Id of the model of which this is a variant, or None.
        first_year: The first year of making, or None where not known.
        aliases: Other spellings.
        source: Where the row comes from.
        verified: Whether it was checked there.
    """

    id: str
    name: str = field(eq=False)
    makes: tuple[str, ...] = field(default=(), eq=False)
    kind: str = field(eq=False)
    action: Action | None = field(default=None, eq=False)
    fire_modes: frozenset[FireMode] = field(default=frozenset(), eq=False)
    calibers: tuple[str, ...] = field(default=(), eq=False)
    pattern: str | None = field(default=None, eq=False)
    variant: Variant | None = field(default=None, eq=False)
    broader: str | None = field(default=None, eq=False)
    first_year: int | None = field(default=None, eq=False)
    aliases: tuple[str, ...] = field(default=(), eq=False, repr=False)
    source: str = field(default="", eq=False, repr=False)
    verified: bool = field(default=False, eq=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)

    def model(self, raw: str = "") -> Model:
        """The value that stands for this entry."""
        return Model(id=self.id, name=self.name, raw=raw)

    def __str__(self) -> str:
        return self.name

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Self:
        entry = models().get(data)
        if not isinstance(entry, cls):
            raise ParseError("no model of this id", text=data)
        return entry

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [model.id for model in models()]}


@frozen(kw_only=True)
class Model:
    """What a record's model field means.

    Attributes:
        id: The id in the registry; None for a designation that is not in it, or may be one of several.
        name: The usual name without the make, or the designation as written.
        raw: What was read.
    """

    id: str | None
    name: str = field(validator=validators.min_len(1))
    raw: str = field(default="", eq=False)

    @property
    def entry(self) -> ModelEntry | None:
        """The row of the registry, or None."""
        return models().get(self.id) if self.id is not None else None

    @property
    def known(self) -> bool:
        """Whether the model is in the registry."""
        return self.entry is not None

    def __str__(self) -> str:
        return self.name


def name_key(name: str) -> str:
    """What two spellings of a model have in common: letters, digits, and the point of a caliber.

    >>> name_key("M-16 A2"), name_key("Bodyguard .380")
    ('m16a2', 'bodyguard.380')
    """
    return _NOISE.sub("", _normalize.fold(name).replace(",", "."))


@functools.cache
def models() -> _tables.Registry[ModelEntry]:
    """The registry of models."""
    return _tables.Registry("models", map(_entry, _tables.rows(_MODELS)), normalize=name_key)


@functools.cache
def patterns() -> dict[str, str]:
    """The pattern of each word that names a design and no model, by the word's key."""
    return {name_key(name): row["id"] for row in _tables.rows(_PATTERNS) for name in _tables.split(row["names"])}


@functools.cache
def pattern_ids() -> tuple[str, ...]:
    """The ids of all patterns."""
    return tuple(row["id"] for row in _tables.rows(_PATTERNS))


@functools.cache
def words_of_models() -> frozenset[str]:
    """The keys of all names of models and patterns that are longer than two letters."""
    whole = {name_key(name) for entry in models() for name in entry.names} | set(patterns())
    return frozenset(name for name in whole if len(name) > 2)


@functools.cache
def ordinary() -> frozenset[str]:
    """The keys of names that are ordinary words as well."""
    return frozenset(name_key(row["name"]) for row in _tables.rows(_ORDINARY))


def edition() -> str:
    """The edition of the table."""
    return _tables.edition(_MODELS)


def _entry(row: dict[str, str]) -> ModelEntry:
    variants: dict[str, Variant | None] = {"civilian": "civilian", "military": "military", "": None}
    return ModelEntry(
        id=row["id"],
        name=row["name"],
        makes=_tables.split(row["makes"]),
        kind=row["kind"],
        action=Action(row["action"]) if row["action"] else None,
        fire_modes=frozenset(map(FireMode, _tables.split(row["fire_modes"]))),
        calibers=_tables.split(row["calibers"]),
        pattern=row["pattern"] or None,
        variant=variants[row["variant"]],
        broader=row["broader"] or None,
        first_year=int(row["first_year"]) if row["first_year"] else None,
        aliases=_tables.split(row["aliases"]),
        source=row["source"],
        verified=row["verified"] == "true",
    )
