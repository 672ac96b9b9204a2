"""Models and the designs they follow, as the packaged tables hold them.

>>> entry = ModelEntry.get("m1a")
>>> entry.pattern, entry.variant, entry.kind
('M14', 'civilian', 'rifle')
>>> Model.lookup("Xiuhcóatl"), ModelEntry.search("Xiuhcoatl")[0].id
(Model(id='fx-05', name='FX-05', version='', raw=''), 'fx-05')
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen, validators

from armstrace import _tables
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.model_names import name_key, table

if TYPE_CHECKING:
    from collections.abc import Iterator


Variant = Literal["civilian", "military"]


@frozen(kw_only=True)
class ModelEntry(_tables.ReferenceRow):
    """A row of the registry of models. Two entries are equal if their ids are.

    Attributes:
        id: The stable id.
        name: The name without the make.
        makes: Ids of the makes that have, or had, a model of that name; empty where any may.
        kind: Id of the kind.
        action: How the weapon is loaded again, or None where variants differ.
        fire_modes: The modes of fire; empty where variants differ.
        calibers: Ids of the cartridges that the model is made for; empty where there are many.
        pattern: The design that the model follows, such as ``AK``, or None.
        variant: ``civilian`` or ``military``, or None where the name may stand for either.
        broader: Id of the model of which this is a variant, or None.
        first_year: The first year of making, or None where not known.
        aliases: Other spellings.
        source: The source of the row.
        verified: True if the row was checked in the source.
    """

    _NAME, _key = "models", staticmethod(name_key)

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

    @classmethod
    def _rows(cls) -> _tables.LazyRows[ModelEntry]:
        return _tables.LazyRows(table(), functools.partial(_tables.from_row, ModelEntry))

    def model(self, raw: str = "") -> Model:
        """The model of this entry, as a value."""
        return Model(id=self.id, name=self.name, raw=raw)

    def __str__(self) -> str:
        return self.name


@frozen(kw_only=True)
class Model(_tables.RegistryRow):
    """The model of a weapon, as a record's model field gives it.

    Attributes:
        id: The id in the registry; None for a designation that is not in it, or may be one of several.
        name: The usual name without the make, or the designation as written.
        version: The version of that model, such as ``Gen5`` or ``Express``; empty where none is stated.
        raw: The text that was read.
    """

    _NAME, _key = "models", staticmethod(name_key)

    id: str | None
    name: str = field(validator=validators.min_len(1))
    version: str = ""
    raw: str = field(default="", eq=False)

    @property
    def entry(self) -> ModelEntry | None:
        """The row of the registry, or None."""
        return ModelEntry.get(self.id) if self.id is not None else None

    @property
    def known(self) -> bool:
        """True if the model is in the registry."""
        return self.entry is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return self.entry.names if self.entry else (self.name,)

    def __str__(self) -> str:
        return f"{self.name}{'' if self.version.startswith('-') else ' '}{self.version}" if self.version else self.name

    @classmethod
    def _rows(cls) -> Iterator[Model]:
        return (entry.model() for entry in ModelEntry.all())


def patterns() -> tuple[str, ...]:
    """The ids of the designs that models may follow, such as ``AR``."""
    return tuple(row["id"] for row in _tables.rows("models/patterns.csv"))
