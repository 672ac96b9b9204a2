"""Descriptions of weapons in free text, in English, Spanish and Portuguese.

A fact that the text does not state stays unknown, words that were not understood are kept, and a list of things is read
as several.
"""

from __future__ import annotations

import functools
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
_KEPT: Final = 200


def read(text: str, *, language: ReadingLanguage | None = None) -> tuple[Description, ...]:
    """A description of each thing that a text names; empty if it names none.

    The language is as for `armstrace.weapons.reader.read_weapons`.
    """
    check_language(language)
    if len(text) > _LONGEST:
        raise ParseError(
            "too long for a description", code="weapon.too_long", text=text, hint=f"at most {_LONGEST} characters"
        )
    # a giant text is read, but not kept
    return _remembered(text, language) if len(text) <= _KEPT else _read(text, language)


def _read(text: str, language: ReadingLanguage | None) -> tuple[Description, ...]:
    return tuple(_gathered(all_of(text, language=language)))


_remembered = functools.lru_cache(maxsize=16384)(_read)


def all_of(text: str, *, language: ReadingLanguage | None) -> list[Description]:
    """A description of each stretch of a text that is about one thing, also of what describes nothing."""
    described = scan(text)
    spoken = language or language_of(claim.value for claim in described.claims if claim.field == "kind")
    return [each for thing in things(described) for each in describe(described, thing, spoken)]


def words_of(description: Description) -> list[Unread]:
    """All words of a description, as words that are not understood."""
    read = [Unread(field=part.cell, text=part.text) for part in description.parts[:1]]
    texts = " ".join(part.text for part in description.parts)
    return [*description.unread, *(evolve(part, text=texts) for part in read)]


def _gathered(found: list[Description]) -> list[Description]:
    """The descriptions that state something; the words of all others stay unread beside their neighbor."""
    kept: list[Description] = []
    waiting: list[Unread] = []
    for description in found:
        if description.describes_weapon:
            kept.append(evolve(description, unread=(*waiting, *description.unread)))
            waiting = []
        elif kept:
            kept[-1] = evolve(kept[-1], unread=(*kept[-1].unread, *words_of(description)))
        else:
            waiting += words_of(description)
    return kept
