"""The stretches of a description: its claims, cut at commas and at words for *and*, *with* and *for*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons.descriptions.claims import Claim, Described
    from armstrace.weapons.kinds.segments import Phrase

_CUTS: Final = frozenset((",", ";", "|", "line", "and", "with", "without", "for", "entry"))
_NOUNS: Final = frozenset(("kind", "head", "weak", "override"))
_PARTS: Final = frozenset(("barrel", "frame_or_receiver", "part", "cannon"))


@define(eq=False)
class Stretch:
    """The claims between two joints, the joint before them, and the indexes of the words that nothing claims."""

    joint: str
    claims: list[Claim] = field(factory=list)
    loose: list[int] = field(factory=list)

    def has(self, *fields: str) -> bool:
        """True if a claim is of one of these fields."""
        return any(claim.field in fields for claim in self.claims)

    @property
    def nouns(self) -> list[Phrase]:
        """The phrases that name a thing."""
        return [claim.value for claim in self.claims if claim.field == "kind" and claim.value.word.role in _NOUNS]

    @property
    def names_thing(self) -> bool:
        """True if a kind, a make or a model is named; the bare number of a model does not count."""
        return bool(self.nouns) or any(
            claim.field == "make" or (claim.field == "model" and not str(claim.value).isdigit())
            for claim in self.claims
        )

    @property
    def names_part(self) -> bool:
        """True if all that is named is a part of a weapon: a barrel, a stock, a receiver."""
        nouns = self.nouns
        return bool(nouns) and all(
            noun.word.role == "head" and any(kind.id in _PARTS for kind in noun.word.kinds) for noun in nouns
        )

    @property
    def is_accessory(self) -> bool:
        """True if the thing is a part, an accessory or ammunition."""
        nouns = self.nouns
        return bool(nouns) and any(noun.word.role == "head" for noun in nouns) and _heads(nouns)

    @property
    def names_magazine(self) -> bool:
        """True if a magazine is named."""
        return any(kind.id == "magazine" for noun in self.nouns for kind in noun.word.kinds)


def _heads(nouns: list[Phrase]) -> bool:
    """True if a head names the thing: first in Spanish and Portuguese, last in English."""
    for index, noun in enumerate(nouns):
        english = noun.word.languages == frozenset(("en",))
        if noun.word.role == "head" and (index == len(nouns) - 1 if english else not index):
            return True
    return False


def stretches(described: Described) -> Iterator[Stretch]:
    """The stretches between the joints that part things, each joint in the stretch that it begins."""
    current = Stretch("")
    at = 0
    for claim in described.claims:
        current.loose += [k for k in range(at, claim.first) if described.tokens[k].key]
        at = max(at, claim.last)
        if claim.field == "joint" and claim.value in _CUTS:
            yield current
            current = Stretch(str(claim.value))
        current.claims.append(claim)
    current.loose += [k for k in range(at, len(described.tokens)) if described.tokens[k].key]
    yield current
