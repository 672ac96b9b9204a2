"""Accessories and magazines whose words stand among the nouns of quantities, and not among the kinds."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from armstrace.weapons.calibers.words import vocabulary as calibers
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.segments import Phrase
from armstrace.weapons.kinds.words import Word
from armstrace.weapons.quantities.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.weapons.name_words import Token

_KINDS: Final = {"accessory": "accessory", "magazine": "magazine", "ammunition": "ammunition"}


def accessory(tokens: Sequence[Token], i: int) -> Phrase | None:
    """The phrase of the accessory, magazine or ammunition that the word *i* names; None if it names none.

    >>> from armstrace.weapons.descriptions.words import cut
    >>> phrase = accessory(cut("funda para pistola"), 0)
    >>> phrase.word.role, [kind.id for kind in phrase.word.kinds]
    ('head', ['accessory'])
    """
    key = tokens[i].key
    noun = vocabulary().nouns.get(key) if key not in calibers().words else None  # mag, shot and pellet
    kind = _KINDS.get(noun.thing) if noun is not None else None
    return Phrase(_word(kind), range(i, i + 1)) if kind is not None else None


def magazine(first: int, last: int) -> Phrase:
    """The phrase of a magazine that the words from *first* to *last* name by what it holds: ``30-round magazine``."""
    return Phrase(_word("magazine"), range(first, last))


def ammunition(first: int, last: int) -> Phrase:
    """The phrase of the ammunition that the words from *first* to *last* count: ``450 rounds``."""
    return Phrase(_word("ammunition"), range(first, last))


@functools.cache
def _word(kind: str) -> Word:
    return Word(
        phrase=(),
        languages=frozenset(),
        role="head",
        kinds=frozenset((WeaponKind.of(kind),)),
        legal_word="",
        action=None,
        fire_modes=frozenset(),
        pattern="",
        flags=frozenset(),
    )
