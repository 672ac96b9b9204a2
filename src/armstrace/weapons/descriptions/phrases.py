"""Descriptions of weapons in free text, in English, Spanish and Portuguese.

A fact that the text does not state stays unknown, words that were not understood are kept, and a list of things is read
as several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from armstrace.errors import ParseError
from armstrace.weapons.descriptions.description import Description, Unread, check_language
from armstrace.weapons.descriptions.facts import describe
from armstrace.weapons.descriptions.scan import scan
from armstrace.weapons.descriptions.things import things
from armstrace.weapons.kinds.reader import language_of

if TYPE_CHECKING:
    from armstrace.weapons.features import ReadingLanguage

_LONGEST: Final = 4000


def read(text: str, *, language: ReadingLanguage | None = None) -> tuple[Description, ...]:
    """A description of each thing that a text names; empty if it names none.

    The language is as for `armstrace.weapons.reader.read_weapons`.
    """
    check_language(language)
    if len(text) > _LONGEST:
        raise ParseError(
            "too long for a description", code="weapon.too_long", text=text, hint=f"at most {_LONGEST} characters"
        )
    described = scan(text)
    spoken = language or language_of(claim.value for claim in described.claims if claim.field == "kind")
    return tuple(_gathered([describe(described, thing, spoken) for thing in things(described)]))


def _gathered(found: list[Description]) -> list[Description]:
    """The descriptions that state something; the words of all others stay unread beside their neighbor."""
    kept: list[Description] = []
    waiting: tuple[Unread, ...] = ()
    for description in found:
        if description.describes_weapon:
            kept.append(evolve(description, unread=(*waiting, *description.unread)))
            waiting = ()
            continue
        words = sorted(
            [*description.unread, *(Unread(field=part.cell, text=part.text) for part in description.parts)],
            key=lambda part: part.text,
        )
        if kept:
            kept[-1] = evolve(kept[-1], unread=(*kept[-1].unread, *words))
        else:
            waiting = (*waiting, *words)
    return kept
