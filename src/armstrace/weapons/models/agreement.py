"""How far two models agree.

>>> compare(Model.get("m16"), Model.get("m16a2"))
<ModelLevel.BROADER: 'broader'>
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from armstrace.weapons.model_names import name_key
from armstrace.weapons.models.registry import Model, ModelEntry

if TYPE_CHECKING:
    from collections.abc import Iterator


class ModelLevel(StrEnum):
    """The degree to which two models agree."""

    SAME = "same"  #: The models are the same, or the designations are and neither is in the registry.
    BROADER = "broader"  #: One model is a variant of the other: ``M16`` and ``M16A2``.
    VARIANT = "variant"  #: The models are variants of the same model: ``M16A1`` and ``M16A2``.
    PATTERN = "pattern"  #: The models follow the same design: ``M1A`` and ``M14``.
    DIFFERENT = "different"  #: The models differ.
    UNKNOWN = "unknown"  #: A model is missing, or not in the registry.


def compare(left: Model | None, right: Model | None) -> ModelLevel:
    """The degree to which two models agree; an unregistered designation is never different.

    The makes of the models are compared apart.

    >>> compare(Model.get("m1a"), Model.get("m14"))
    <ModelLevel.PATTERN: 'pattern'>
    """
    if left is None or right is None:
        return ModelLevel.UNKNOWN
    if left.entry and right.entry:
        return _compare_entries(left.entry, right.entry)
    if name_key(left.name) in map(name_key, right.names) or name_key(right.name) in map(name_key, left.names):
        return ModelLevel.BROADER if left.entry or right.entry else ModelLevel.SAME
    return ModelLevel.UNKNOWN


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
    """The entry, then the model of which it is a variant, then the model of which that is a variant, and so on."""
    current: ModelEntry | None = entry
    while current:
        yield current
        current = ModelEntry.get(current.broader) if current.broader else None
