"""Bare whole numbers in free text: a caliber only where something beside the number supports it.

A number that is all of a field, or stands among words of calibers alone, is a caliber. Where the field holds words that
are not understood, such as *estante* in ``Estante 40``, a bare number needs a weapon, a round or a maker beside it, or
a list with a caliber that is sure.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from armstrace import _normalize, _tables
from armstrace.weapons.calibers import numbers
from armstrace.weapons.calibers.words import vocabulary
from armstrace.weapons.quantities import QuantityMeasure
from armstrace.weapons.quantities.vocabulary import vocabulary as quantity_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.weapons.calibers.grammar import Field, Mention
    from armstrace.weapons.calibers.tokens import Token
    from armstrace.weapons.quantities.quantity import Quantity

# the measures of texts that are about something else than a weapon
_OF_OTHER_THINGS = frozenset(
    (
        QuantityMeasure.CLOCK, QuantityMeasure.DATE, QuantityMeasure.ELECTRIC, QuantityMeasure.MONEY,
        QuantityMeasure.ORDINAL, QuantityMeasure.PERCENT, QuantityMeasure.PLACE, QuantityMeasure.REFERENCE,
    )
)  # fmt: skip
_NAMED_ROLES = frozenset(("kind", "weapon", "maker", "name", "near", "code"))
_THINGS = frozenset(("weapon", "ammunition"))
_CELL_ENDS = frozenset((";", "|"))
_SHORTEST_NAME = 3


def supported(mentions: list[Mention], found: Field, quantities: Sequence[Quantity]) -> list[Mention]:
    """The *mentions* without the bare numbers of a free text that nothing supports as calibers."""
    if not any(map(_is_bare, mentions)):
        return mentions
    strange = _strange(found)
    if not strange and not any(quantity.measure in _OF_OTHER_THINGS for quantity in quantities):
        return mentions
    kept = [not _is_bare(mention) or _is_beside_weapon(found, mention) for mention in mentions]
    pairs = [(at, at + 1) for at in range(len(mentions) - 1)]
    for sure, doubtful in (*pairs, *((right, left) for left, right in reversed(pairs))):
        kept[doubtful] |= kept[sure] and _continues(found, mentions[sure], mentions[doubtful], strange)
    return [mention for mention, keeps in zip(mentions, kept, strict=True) if keeps]


def _is_bare(mention: Mention) -> bool:
    """True if nothing but digits marks the mention as a caliber; a point or dash that was put back is no mark."""
    if mention.unit or mention.called or mention.hard:
        return False
    return not mention.strong or not numbers.RESTORED.isdisjoint(mention.repairs)


def _strange(found: Field) -> frozenset[int]:
    """The indexes of the words that are not understood, and that are no small word and no name of a weapon.

    A word before a bare number that had to be mended into one of calibers is not understood either: ``cuarto 38``.
    """
    taken = found.understood.union(*found.places)
    mended = {at for mention in found.mentions if _is_bare(mention) for at in _mended_before(found, mention)}
    unread = (at for at, token in enumerate(found.parts) if at not in taken and _is_strange(token))
    return frozenset((*unread, *mended))


def _mended_before(found: Field, mention: Mention) -> list[int]:
    """The indexes of the mended words in front of the number."""
    return [at for at in found.places[mention.place] if mention.before and found.parts[at].repair]


def _is_strange(token: Token) -> bool:
    if token.role or not token.text[0].isalpha():
        return False
    text = token.text
    return not (text in vocabulary().small or text in _names() or _is_thing(text))


def _is_thing(text: str) -> bool:
    """True for a noun of weapons or rounds."""
    noun = quantity_words().nouns.get(text)
    return noun is not None and noun.thing in _THINGS


@functools.cache
def _names() -> frozenset[str]:
    """The single words that are names of makes and models."""
    rows = _tables.rows("makes/makes.csv"), _tables.rows("models/models.csv")
    spellings = (each for row in (*rows[0], *rows[1]) for each in (row["name"], *_tables.split(row["aliases"])))
    names = (_normalize.casefold(each.lstrip("~")) for each in spellings)
    return frozenset(word for name in names for word in name.split()[:1] if word.isalpha() and _is_long(word))


def _is_long(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME


def _is_beside_weapon(found: Field, mention: Mention) -> bool:
    """True if a kind, a model, a maker or a round stands right before or behind the number, small words aside."""
    if mention.soft or (mention.before and not _mended_before(found, mention)):
        return True
    own = sorted(found.places[mention.place])
    behind = found.parts[own[-1] + 1 : own[-1] + 2]
    if own[0] == 0 and behind and behind[0].text in _CELL_ENDS:
        return True  # the first cell of a whole record
    return _names_weapon(found.parts, range(own[0] - 1, -1, -1)) or _names_weapon(
        found.parts, range(own[-1] + 1, len(found.parts))
    )


def _names_weapon(parts: list[Token], steps: Iterable[int]) -> bool:
    """True if the first word along these indexes names a weapon, a round or a maker; small words are passed over."""
    for at in steps:
        token = parts[at]
        if token.role in _NAMED_ROLES or token.role == "model":
            return True
        if token.role == "number" or (token.text[0].isalpha() and token.text not in vocabulary().small):
            return not token.role and (token.text in _names() or _is_thing(token.text))
    return False


def _continues(found: Field, sure: Mention, doubtful: Mention, strange: frozenset[int]) -> bool:
    """True if two mentions stand in a list, with no strange word between them or beside the *doubtful* one."""
    if not max(sure, doubtful, key=lambda mention: mention.place).link:
        return False
    own, other = sorted(found.places[doubtful.place]), sorted(found.places[sure.place])
    return strange.isdisjoint(range(min(own[0] - 1, other[-1]), max(own[-1] + 1, other[0]) + 1))
