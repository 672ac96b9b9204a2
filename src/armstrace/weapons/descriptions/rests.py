"""The rest of a cell: what a cell of a row says beside the fact that it is for, read as a description."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from attrs import evolve

from armstrace import _normalize
from armstrace.weapons import calibers, makes, models
from armstrace.weapons.calibers.agreement import CaliberAgreement
from armstrace.weapons.calibers.words import vocabulary
from armstrace.weapons.descriptions import phrases
from armstrace.weapons.descriptions.description import Unread
from armstrace.weapons.descriptions.scan import scan
from armstrace.weapons.makes.agreement import MakeLevel
from armstrace.weapons.models.agreement import ModelLevel

if TYPE_CHECKING:
    from armstrace.weapons.descriptions.description import Description
    from armstrace.weapons.features import ReadingLanguage

LONGEST: Final = 200
"""A longer rest is a story, and no facts of a weapon are taken from it."""
FACTS: Final = ("make", "model", "caliber", "barrel_length", "overall_length", "has_stock", "made", "made_in")
_NAMES: Final = frozenset(("make", "model", "kind", "serial", "lot"))
_SHORTEST: Final = 2


@functools.lru_cache(maxsize=16384)
def read(text: str, language: ReadingLanguage | None) -> Description | None:
    """The description of the thing in a cell or its rest; None if several things are described, or the text is long.

    The words for what comes with a weapon stay unread.
    """
    found = phrases.all_of(text, language=language) if len(text) <= LONGEST else []
    main = [each for each in found if not each.is_accessory] or found
    if len(main) != 1:
        return None
    others = [part for each in found if each is not main[0] for part in phrases.words_of(each)]
    return evolve(main[0], unread=(*main[0].unread, *others))


@functools.lru_cache(maxsize=16384)
def beside_caliber(text: str) -> str:
    """The words of a caliber cell that are no part of a caliber: makes, models, kinds and words that are not known.

    >>> beside_caliber(".223 / DPMS"), beside_caliber("9 mm Parabellum")
    ('DPMS', '')
    """
    words = vocabulary().words
    if all(part in words or not part.isalpha() for part in _normalize.casefold(text).replace(".", " ").split()):
        return ""
    described = scan(text)
    named = {i for claim in described.claims if claim.field in _NAMES for i in range(claim.first, claim.last)}
    covered = {i for claim in described.claims for i in range(claim.first, claim.last)}
    left = [
        token.text
        for i, token in enumerate(described.tokens)
        if i in named
        or (i not in covered and token.key.isalpha() and len(token.key) > _SHORTEST and token.key not in words)
    ]
    return " ".join(left)


def agree(name: str, left: object, right: object) -> bool:
    """True if the values that two cells give for a fact do not exclude each other."""
    if name == "make":
        return makes.compare(left, right) is not MakeLevel.DIFFERENT  # type: ignore[arg-type]  # by *name*
    if name == "model":
        return models.compare(left, right) in (ModelLevel.SAME, ModelLevel.BROADER)  # type: ignore[arg-type]  # by *name*
    if name == "caliber":
        return calibers.compare(left, right) is not CaliberAgreement.CONFLICT  # type: ignore[arg-type]  # by *name*
    return left == right


def unread_of(cell: str, text: str, found: Description | None) -> tuple[Unread, ...]:
    """The words of the rest *text* of a cell that its description *found* leaves unread; all, if there is none."""
    if found is None:
        return (Unread(field=cell, text=text, in_part=True),)
    return tuple(Unread(field=cell, text=part.text, cause=part.cause, in_part=True) for part in found.unread)
