"""Words for weapons that name no weapon that is there: pictures and permits, what is not found, and tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from armstrace.weapons.descriptions.words import match
from armstrace.weapons.quantities.vocabulary import vocabulary

if TYPE_CHECKING:
    from armstrace.weapons.descriptions.claims import Claim, Described
    from armstrace.weapons.descriptions.stretches import Stretch

NEGATED: Final = "negated"
DOCUMENT: Final = "document"
OTHER: Final = "other_thing"
_EVIDENCE: Final = ("make", "model", "caliber", "serial", "lot", "barrel_length", "capacity", "feature")
_OF: Final = frozenset(("de", "del", "da", "do", "of"))
_SHORTEST: Final = 3


def absent(described: Described, stretch: Stretch) -> str:
    """The cause for which a stretch that begins a thing does not say that the thing is there; empty if it does.

    >>> from armstrace.weapons.descriptions.scan import scan
    >>> from armstrace.weapons.descriptions.stretches import stretches
    >>> described = scan("fotografía de un rifle")
    >>> [absent(described, stretch) for stretch in stretches(described)]
    ['document']
    """
    nouns = [claim for claim in stretch.claims if claim.field in ("kind", "make", "model")]
    if stretch.has("other"):
        return OTHER if not stretch.nouns else ""
    if not nouns:
        return ""
    first, last = nouns[0], max(claim.last for claim in nouns)
    if stretch.nouns and _is_negated(described, stretch, first):
        return NEGATED
    for claim in stretch.claims:
        if claim.field != "document":
            continue
        behind = claim.first == last and first.field == "kind"
        if behind or (claim.first < first.first and not _introduces(described, claim, first)):
            return DOCUMENT
    return ""


def _is_negated(described: Described, stretch: Stretch, noun: Claim) -> bool:
    """True if a word before the noun says that there is none; ``No.`` with a point stands for a number."""
    before = [claim for claim in stretch.claims if claim.first < noun.first and claim.field != "filler"]
    if not before or not (before[-1].field == "absent" or before[-1][::3] == ("joint", "without")):
        return False
    end = described.tokens[before[-1].last - 1].end
    return described.text[end : end + 1] != "."


def _introduces(described: Described, document: Claim, noun: Claim) -> bool:
    """True if a colon or a number between them makes the document the caption of the thing: ``foto 3: pistola``."""
    return any(token.text == ":" or token.has_digit for token in described.tokens[document.last : noun.first])


def other_use(described: Described, thing: Stretch, made_for: list[Claim]) -> str:
    """The cause, if a thing is said to be of or for something unknown, and nothing else makes it a weapon's."""
    if thing.has(*_EVIDENCE) or made_for or not thing.nouns:
        return ""
    kinds = [claim for claim in thing.claims if claim.field == "kind"]
    if any(claim.value.word.role == "modifier" or claim.value.word.pattern for claim in kinds):
        return ""
    joints = [claim.last for claim in thing.claims if claim.field == "joint" and claim.value == "for"]
    places = [*joints, *(at for claim in kinds for at in _places(described, claim))]
    loose = set(thing.loose)
    return OTHER if any(at in loose and _is_unknown(described, at) for at in places) else ""


def _places(described: Described, kind: Claim) -> list[int]:
    """The index of the word behind *of* that may make a tool of a weapon: ``pistola de clavos``; empty without one."""
    at = kind.last
    while at < len(described.tokens) and described.tokens[at].key in _OF:
        at += 1
    return [at] if at > kind.last else []


def _is_unknown(described: Described, i: int) -> bool:
    """True if the word at *i* may name a thing of another world: no adjective, color or material."""
    key = described.tokens[i].key
    if not key.isalpha() or len(key) < _SHORTEST or key in vocabulary().adjectives:
        return False
    return all(meaning.role != "attribute" for meaning in match(described.tokens, i)[1])
