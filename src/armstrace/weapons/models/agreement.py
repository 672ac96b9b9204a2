"""Models: what the model field of a record means, and never more than it says.

An M1A is no M14: the one is sold to the public, the other fires automatically. ``M16`` says less than ``M16A2``, and
``AK-47 TIPO`` names a design, which is no model. A bare number is a model only beside a make.

>>> from armstrace.weapons import models
>>> models.read("M-16A2").model
Model(id='m16a2', name='M16A2', raw='M-16A2')
>>> reading = models.read("AK-47 TIPO")
>>> reading.model, reading.pattern
(None, 'AK')
>>> models.read("19", make="glock").model.id
'glock-19'
>>> models.read("19").flags
(<ModelFlag.NEEDS_MAKE: 'needs_make'>,)
>>> models.compare(models.read("M16").model, models.read("M16A2").model)
<ModelLevel.BROADER: 'broader'>
>>> entry = models.get("m1a")
>>> entry.pattern, entry.variant, entry.kind
('M14', 'civilian', 'rifle')
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from armstrace.weapons.models import registry as _model_table
from armstrace.weapons.models.reader import ModelFlag, ModelReading, read
from armstrace.weapons.models.registry import Model, ModelEntry, Variant

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Model",
    "ModelEntry",
    "ModelFlag",
    "ModelLevel",
    "ModelReading",
    "Variant",
    "all",
    "compare",
    "edition",
    "get",
    "lookup",
    "patterns",
    "read",
    "search",
]


class ModelLevel(StrEnum):
    """How far two models agree.

    Attributes:
        SAME: One model, or one designation that is not in the registry.
        BROADER: One says less than the other: ``M16`` and ``M16A2``.
        VARIANT: Two variants of one model: ``M16A1`` and ``M16A2``.
        PATTERN: Two models of one design: ``M1A`` and ``M14``.
        DIFFERENT: Two models.
        UNKNOWN: One is missing, or not in the registry.
    """

    SAME = "same"
    BROADER = "broader"
    VARIANT = "variant"
    PATTERN = "pattern"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def get(model_id: str) -> ModelEntry | None:
    """The entry of exactly this id, or None."""
    return _model_table.models().get(model_id)


def lookup(name: str) -> ModelEntry:
    """The one entry of this name or alias, whatever its make.

    Raises:
        UnknownEntry: No model bears the name.
        AmbiguousEntry: Several do.
    """
    return _model_table.models().lookup(name)


def search(name: str, *, limit: int = 5) -> tuple[ModelEntry, ...]:
    """The entries whose names come closest, best first.

    >>> search("Xiuhcoatl")[0].id
    'fx-05'
    """
    return _model_table.models().search(name, limit=limit)


def all() -> tuple[ModelEntry, ...]:  # noqa: A001 (the verb of every registry)
    """All entries of the registry."""
    return tuple(_model_table.models())


def patterns() -> tuple[str, ...]:
    """The designs that entries may follow, such as ``AR``."""
    return _model_table.pattern_ids()


def compare(left: Model | None, right: Model | None) -> ModelLevel:
    """How far two models agree; makes are compared apart, and an unregistered designation is never different.

    >>> compare(get("m1a").model(), get("m14").model())
    <ModelLevel.PATTERN: 'pattern'>
    """
    if left is None or right is None:
        return ModelLevel.UNKNOWN
    first, second = left.entry, right.entry
    if first and second:
        return _compare_entries(first, second)
    if first or second:
        entry, other = (first, right) if first else (second, left)
        names = map(_model_table.name_key, entry.names) if entry else ()
        return ModelLevel.BROADER if _model_table.name_key(other.name) in names else ModelLevel.UNKNOWN
    same = _model_table.name_key(left.name) == _model_table.name_key(right.name)
    return ModelLevel.SAME if same else ModelLevel.UNKNOWN


def _compare_entries(left: ModelEntry, right: ModelEntry) -> ModelLevel:
    if left == right:
        return ModelLevel.SAME
    lines = [entry.id for entry in _line(left)], [entry.id for entry in _line(right)]
    if left.id in lines[1] or right.id in lines[0]:
        return ModelLevel.BROADER
    if not set(lines[0]).isdisjoint(lines[1]):
        return ModelLevel.VARIANT
    if left.pattern and left.pattern == right.pattern:
        return ModelLevel.PATTERN
    return ModelLevel.DIFFERENT


def _line(entry: ModelEntry) -> Iterator[ModelEntry]:
    """*entry* and the models of which it is a variant, one after the other."""
    current: ModelEntry | None = entry
    while current:
        yield current
        current = get(current.broader) if current.broader else None


def edition() -> str:
    """The edition of the table."""
    return _model_table.edition()
