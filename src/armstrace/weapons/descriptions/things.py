"""The things that a description names: its stretches, joined where they describe one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from armstrace.weapons.descriptions import assertion
from armstrace.weapons.descriptions.accessories import ammunition, magazine
from armstrace.weapons.descriptions.claims import Claim
from armstrace.weapons.descriptions.stretches import Stretch, stretches

if TYPE_CHECKING:
    from armstrace.weapons.descriptions.claims import Described
    from armstrace.weapons.kinds.segments import Phrase

_NAMING: Final = ("make", "model")
_SMALL: Final = frozenset(("joint", "sign", "filler", "label", "unit", "condition", "type_of"))
_GOING_ON: Final = frozenset(("and", "or", ","))


@define(eq=False)
class Thing(Stretch):
    """The claims on one thing; those behind *for* tell what it is made for, those behind *without* what is missing.

    Attributes:
        absent: The cause for which the text names the thing without saying that it is there; empty if it is there.
    """

    made_for: list[Claim] = field(factory=list)
    missing: list[Claim] = field(factory=list)
    absent: str = ""


def things(described: Described) -> list[Thing]:
    """The things that a description names, in their order; a stretch that names nothing belongs to its neighbor."""
    found: list[Thing] = []
    for stretch in stretches(described):
        _name_by_measure(described, found, stretch)
        _add(described, found, stretch)
    for thing in found:
        thing.absent = thing.absent or assertion.other_use(described, thing, thing.made_for)
    return found


def _name_by_measure(described: Described, found: list[Thing], stretch: Stretch) -> None:
    """Name the magazine, or the ammunition, of a stretch that only says how many rounds it has."""
    if not stretch.names_thing and (not found or stretch.has("count")):
        stretch.claims += [
            Claim("kind", claim.first, claim.last, magazine(claim.first, claim.last))
            for claim in stretch.claims
            if claim.field == "capacity"
        ]
    if _counts_rounds(described, found, stretch):
        rounds = [claim for claim in stretch.claims if claim.field == "rounds"]
        others = [claim for claim in stretch.claims if claim.field != "rounds"]
        named = [Claim("kind", claim.first, claim.last, ammunition(claim.first, claim.last)) for claim in rounds]
        stretch.claims[:] = [*others, *(claim._replace(field="count") for claim in rounds), *named]


def _counts_rounds(described: Described, found: list[Thing], stretch: Stretch) -> bool:
    """True if the rounds of a stretch are ammunition and not what a weapon or a magazine beside them holds."""
    first = next((claim for claim in stretch.claims if claim.field not in _SMALL), None)
    if first is None or first.field != "rounds" or stretch.nouns or described.tokens[first.last - 1].key[-1:] != "s":
        return False
    if stretch.joint in ("and", "with"):
        return True
    return not found or (stretch.has("caliber") and not found[-1].names_magazine)


def _add(described: Described, found: list[Thing], stretch: Stretch) -> None:
    """Add the stretch to the thing that it describes, or as a new thing."""
    if not found:
        found.append(_thing(described, stretch))
        return
    last = found[-1]
    if stretch.joint in ("for", "without") and (
        last.names_thing or last.has("other") or (last.loose and (stretch.joint == "for" or not stretch.nouns))
    ):
        _add_aside(last, stretch)
    elif last.absent and stretch.joint in _GOING_ON and not stretch.has("count"):
        last.claims += stretch.claims  # no armas ni municiones
        last.loose += stretch.loose
    elif _begins_thing(last, stretch):
        found.append(_thing(described, stretch))
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


def _thing(described: Described, stretch: Stretch) -> Thing:
    absent = assertion.absent(described, stretch)
    return Thing(stretch.joint, list(stretch.claims), list(stretch.loose), absent=absent)


def _add_aside(last: Thing, stretch: Stretch) -> None:
    """Add what a thing is made for, or what it lacks."""
    aside = last.made_for if stretch.joint == "for" else last.missing
    for claim in stretch.claims:
        if claim.field in ("kind", "make", "model"):
            aside.append(claim)
        else:
            last.claims.append(_not_counted(claim, last))
    last.loose += stretch.loose


def _not_counted(claim: Claim, thing: Thing) -> Claim:
    """The claim; a count of what a thing is for does not count the thing: ``cargador para 30 cartuchos``."""
    if claim.field != "count" or claim.value.value is None:
        return claim
    return claim._replace(field="rounds" if thing.is_accessory else "quantity")


def _described_by(found: list[Thing], stretch: Stretch) -> Thing:
    """The thing that a stretch without a name of its own describes: the weapon, or the accessory named after it."""
    last = found[-1]
    host = next((thing for thing in reversed(found) if not thing.is_accessory and thing.names_thing), None)
    if host is None or not last.is_accessory or host.absent:
        return last
    if stretch.has("make", "model", "serial", "feature"):
        return host
    return host if stretch.has("caliber") and not host.has("caliber") else last


def _begins_thing(last: Thing, stretch: Stretch) -> bool:
    """True if the stretch names another thing than *last*, and does not describe it further."""
    if stretch.has("other") or (stretch.joint == "without" and stretch.nouns and not last.has("kind", "make", "model")):
        return True
    if not stretch.names_thing:
        unknown = stretch.has("count") and bool(stretch.loose) and last.names_thing  # "2 pistolas y 3 gorras"
        return unknown or (not last.names_thing and last.has("caliber") and stretch.has("caliber"))
    if not (last.names_thing or last.has("caliber", "serial", "other")):
        return False
    if stretch.has("count") or stretch.joint == "entry":
        return True
    if stretch.names_part:
        return False  # "rifle, 20 inch barrel" is one thing
    named = stretch.joint == "and" or last.has("other") or _repeats(last, stretch)
    return bool(stretch.nouns) if stretch.joint == "with" else named


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
