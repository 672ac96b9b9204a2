"""The things that a description names: its claims cut at the joints, and joined again where they describe one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from armstrace.weapons.descriptions.accessories import magazine
from armstrace.weapons.descriptions.claims import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.weapons.descriptions.claims import Described
    from armstrace.weapons.kinds.segments import Phrase

_CUTS: Final = frozenset((",", ";", "|", "line", "and", "with", "without", "for", "entry"))
_NOUNS: Final = frozenset(("kind", "head", "weak", "override"))
_PARTS: Final = frozenset(("barrel", "frame_or_receiver", "part", "cannon"))
_ACCESSORIES: Final = ("part", "accessory", "ammunition")
_NAMING: Final = ("make", "model")


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


@define(eq=False)
class Thing(Stretch):
    """The claims on one thing; those behind *for* tell what it is made for, those behind *without* what is missing."""

    made_for: list[Claim] = field(factory=list)
    missing: list[Claim] = field(factory=list)

    @property
    def is_accessory(self) -> bool:
        """True if the thing is a part, an accessory or ammunition."""
        nouns = self.nouns
        return bool(nouns) and any(noun.word.role == "head" for noun in nouns) and _heads(nouns)


def _heads(nouns: list[Phrase]) -> bool:
    """True if a head names the thing: first in Spanish and Portuguese, last in English."""
    for index, noun in enumerate(nouns):
        english = noun.word.languages == frozenset(("en",))
        if noun.word.role == "head" and (index == len(nouns) - 1 if english else not index):
            return True
    return False


def things(described: Described) -> list[Thing]:
    """The things that a description names, in their order; a stretch that names nothing belongs to its neighbor."""
    found: list[Thing] = []
    for stretch in _stretches(described):
        if not stretch.names_thing and (not found or stretch.has("count")):
            stretch.claims += [
                Claim("kind", claim.first, claim.last, magazine(claim.first, claim.last))
                for claim in stretch.claims
                if claim.field == "capacity"
            ]
        _add(found, stretch)
    return found


def _stretches(described: Described) -> Iterator[Stretch]:
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


def _add(found: list[Thing], stretch: Stretch) -> None:
    """Add the stretch to the thing that it describes, or as a new thing."""
    if not found:
        found.append(Thing(stretch.joint, list(stretch.claims), list(stretch.loose)))
        return
    last = found[-1]
    if stretch.joint in ("for", "without") and (last.names_thing or last.loose):
        aside = last.made_for if stretch.joint == "for" else last.missing
        for claim in stretch.claims:
            if claim.field in ("kind", "make", "model"):
                aside.append(claim)
            else:
                last.claims.append(_not_counted(claim, last))
        last.loose += stretch.loose
    elif _begins_thing(last, stretch):
        found.append(Thing(stretch.joint, list(stretch.claims), list(stretch.loose)))
    else:
        target = _described_by(found, stretch)
        if target.nouns and stretch.names_part:
            mentioned = [
                claim._replace(field="mention") if claim.field == "kind" else claim for claim in stretch.claims
            ]
            target.claims += mentioned
        else:
            target.claims += stretch.claims
        target.loose += stretch.loose


def _not_counted(claim: Claim, thing: Thing) -> Claim:
    """The claim; a count of what a thing is for does not count the thing: ``cargador para 30 cartuchos``."""
    if claim.field != "count" or claim.value.value is None:
        return claim
    return claim._replace(field="rounds" if thing.is_accessory else "quantity", value=claim.value.value)


def _described_by(found: list[Thing], stretch: Stretch) -> Thing:
    """The thing that a stretch without a name of its own describes: the weapon, or the accessory named after it."""
    last = found[-1]
    host = next((thing for thing in reversed(found) if not thing.is_accessory and thing.names_thing), None)
    if host is None or not last.is_accessory:
        return last
    if stretch.has("make", "model", "serial", "feature"):
        return host
    return host if stretch.has("caliber") and not host.has("caliber") else last


def _begins_thing(last: Thing, stretch: Stretch) -> bool:
    """True if the stretch names another thing than *last*, and does not describe it further."""
    if not stretch.names_thing:
        unknown = stretch.has("count") and bool(stretch.loose) and last.names_thing  # "2 pistolas y 3 gorras"
        return unknown or (not last.names_thing and last.has("caliber") and stretch.has("caliber"))
    if not (last.names_thing or last.has("caliber", "serial")):
        return False
    counted = stretch.has("count")
    if stretch.names_part and not counted and stretch.joint != "entry":
        return False  # "rifle, 20 inch barrel" is one thing
    if counted or stretch.joint == "entry":
        return True
    if stretch.joint == "with":
        return bool(stretch.nouns)
    return stretch.joint == "and" or _repeats(last, stretch)


def _repeats(last: Thing, stretch: Stretch) -> bool:
    """True if both name a fact that one thing has only once, and the second does not narrow the first."""
    if last.nouns and stretch.nouns and not _narrows(last.nouns, stretch.nouns):
        return True
    for name in _NAMING:
        left = {_key(claim) for claim in last.claims if claim.field == name}
        right = {_key(claim) for claim in stretch.claims if claim.field == name}
        if left and right and left.isdisjoint(right):
            return True
    return any(last.has(name) and stretch.has(name) for name in ("caliber", "serial"))


def _key(claim: Claim) -> object:
    rows = getattr(claim.value, "rows", None)
    return rows[0].id if rows else str(claim.value).casefold()


def _narrows(left: list[Phrase], right: list[Phrase]) -> bool:
    """True if a word for a group of kinds stands beside a word for a kind in it: ``arma corta, pistola``."""
    for first in left:
        for second in right:
            for one in first.word.kinds:
                for other in second.word.kinds:
                    if (one.group and other.is_a(one)) or (other.group and one.is_a(other)):
                        return True
    return False
