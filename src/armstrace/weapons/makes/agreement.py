"""How far two makes agree.

>>> compare(Make.get("remington"), Make.get("remington-rand"))
<MakeLevel.DIFFERENT: 'different'>
"""

from __future__ import annotations

from enum import StrEnum

from armstrace.weapons import name_words as _words
from armstrace.weapons.makes.registry import Make, name_key


class MakeLevel(StrEnum):
    """The degree to which two makes agree."""

    SAME = "same"  #: The makes are the same, or the names are and neither is in the registry.
    RELATED = "related"  #: The makes have the same owner, successor or line.
    SIMILAR = "similar"  #: The names differ in one letter, and at least one of them is not in the registry.
    DIFFERENT = "different"  #: The makes differ.
    UNKNOWN = "unknown"  #: A make is missing, or not in the registry and not similar.


def compare(left: Make | None, right: Make | None) -> MakeLevel:
    """The degree to which two makes agree; missing and unregistered names are never different.

    >>> compare(Make.get("marlin"), Make.get("ruger"))
    <MakeLevel.RELATED: 'related'>
    """
    if left is None or right is None:
        return MakeLevel.UNKNOWN
    if left.id is not None and right.id is not None:
        if left.id == right.id:
            return MakeLevel.SAME
        return MakeLevel.RELATED if right.id in left.related else MakeLevel.DIFFERENT
    names = name_key(left.name), name_key(right.name)
    if left.id is right.id and names[0] == names[1]:
        return MakeLevel.SAME
    return MakeLevel.SIMILAR if _words.one_edit(*map(_words.squeezed, names)) else MakeLevel.UNKNOWN
