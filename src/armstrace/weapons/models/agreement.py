"""How far two models agree.

>>> compare(Model.get("m16"), Model.get("m16a2"))
<ModelLevel.BROADER: 'broader'>
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from armstrace.weapons.model_names import name_key
from armstrace.weapons.models.registry import Model, ModelEntry
from armstrace.weapons.models.versions import marks

if TYPE_CHECKING:
    from collections.abc import Iterator


class ModelLevel(StrEnum):
    """The degree to which two models agree."""

    SAME = "same"  #: The models are the same, or the designations are and neither is in the registry.
    BROADER = "broader"  #: One model is a variant of the other: ``M16`` and ``M16A2``, ``19`` and ``19 Gen5``.
    VARIANT = (
        "variant"  #: The models are variants of the same model: ``M16A1`` and ``M16A2``, ``19 Gen3`` and ``19 Gen5``.
    )
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
        level = _compare_entries(left.entry, right.entry)
        return _compare_versions(left, right) if level is ModelLevel.SAME else level
    if name_key(left.name) in map(name_key, right.names) or name_key(right.name) in map(name_key, left.names):
        return ModelLevel.BROADER if left.entry or right.entry else _compare_versions(left, right)
    return ModelLevel.BROADER if _extends(left, right) or _extends(right, left) else ModelLevel.UNKNOWN


def _compare_versions(left: Model, right: Model) -> ModelLevel:
    """The degree to which two versions of a model agree: a version and none, or more, are a model and its variant."""
    versions = marks(left.version), marks(right.version)
    if versions[0] == versions[1]:
        return ModelLevel.SAME
    return ModelLevel.BROADER if versions[0] <= versions[1] or versions[1] <= versions[0] else ModelLevel.VARIANT


def _extends(longer: Model, model: Model) -> bool:
    """True if the unregistered designation *longer* is the name of a registered *model* and more words."""
    if longer.entry is not None or model.entry is None:
        return False
    first = name_key(longer.name.split()[0])
    return len(longer.name.split()) > 1 and any(first == name_key(name) for name in model.names)


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
