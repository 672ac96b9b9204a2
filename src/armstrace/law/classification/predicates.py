"""The closed set of questions that rules may ask of a thing; the answer is yes, no, or None where it is not known.

A rule file names predicates and arguments, never code. A predicate is one row of `PREDICATES`: the fact that it needs,
the arguments that it takes, and what an unrecorded fact counts as.

>>> PREDICATES["kind_in"].fact, PREDICATES["action_in"].takes
('kind', <enum 'Action'>)
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from decimal import Decimal
from operator import gt, lt
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import frozen

from armstrace import _normalize
from armstrace.law.classification.circumstances import Holder, Purpose
from armstrace.law.classification.facts import Facts
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.construction import Making, Payload, Projectile
from armstrace.weapons.features import Action

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from armstrace.units import Energy, Length
    from armstrace.weapons.kinds.kind import WeaponKind

Takes: TypeAlias = "Literal['flag', 'number', 'words'] | type[StrEnum]"
Answer: TypeAlias = bool | None

_MM_PER_INCH = Decimal("25.4")
# bores are named by the lands, the grooves or the bullet
_NEAR_MM = Decimal("0.6")
# 18 U.S.C. 922(o): machineguns lawfully possessed before that day may pass
_FREEZE = datetime.date(1986, 5, 19)


@frozen(kw_only=True)
class Predicate:
    """A question that a rule may ask of a thing, such as ``barrel_under_mm``.

    Attributes:
        fact: The fact that answers it, as missing facts are named.
        takes: Its argument: true or false, a number, a list of words, or a list of the values of an enum.
        read: The answer for a thing and an argument.
        presumed: True if a fact that is not recorded counts as not so.
        circumstance: True if it asks for people, papers or purpose: the answer then states if they mattered.
    """

    fact: str
    takes: Takes
    read: Callable[[Facts, Any], Answer]
    presumed: bool = False
    circumstance: bool = False

    def answer(self, facts: Facts, argument: object) -> Answer:
        """True for yes, False for no, or None if the answer is not known."""
        if facts.kind_alone and self.fact != "kind":
            return None
        found = self.read(facts, argument)
        presumed = self.presumed and not facts.nothing_presumed
        if found is None and (presumed or (self.circumstance and facts.only_stated)):
            return False
        return found

    def refuses(self, argument: object) -> str:
        """A phrase for the arguments that the predicate takes, if *argument* is none of them; else empty."""
        if self.takes == "flag":
            if self.presumed or self.circumstance:
                return "" if argument is True else "only true, since it is never known to be false: use not"
            return "" if isinstance(argument, bool) else "true or false"
        if self.takes == "number":
            return "" if isinstance(argument, int | float) and not isinstance(argument, bool) else "a number"
        if not isinstance(argument, list) or not all(isinstance(word, str) for word in argument):
            return "a list of words"
        if self.takes == "words":
            return ""
        words = [member.value for member in self.takes]
        return "" if set(argument) <= set(words) else f"words of {', '.join(words)}"


# ---- the shapes of predicates


def _flag(fact: str, value: Callable[[Facts], Answer], **marks: bool) -> Predicate:
    """A predicate that asks if *value*, a yes or no of the thing, is what the argument states.

    *fact* is the name of the fact, *marks* are `presumed` and `circumstance`.
    """

    def read(facts: Facts, wanted: bool) -> Answer:
        found = value(facts)
        return None if found is None else found is wanted

    return Predicate(fact=fact, takes="flag", read=read, **marks)


def _limit(
    fact: str,
    beyond: Callable[[Decimal, Decimal], bool],
    value: Callable[[Facts], Decimal | None],
    unit: Decimal = Decimal(1),
    **marks: bool,
) -> Predicate:
    """A predicate that asks if *value* is beyond the argument, a number of *unit*: above for ``gt``, below for ``lt``.

    *fact* is the name of the fact, *marks* are `presumed` and `circumstance`.
    """

    def read(facts: Facts, limit: float) -> Answer:
        found = value(facts)
        return None if found is None else beyond(found, Decimal(str(limit)) * unit)

    return Predicate(fact=fact, takes="number", read=read, **marks)


def _among(fact: str, takes: Takes, value: Callable[[Facts], str | None], **marks: bool) -> Predicate:
    """A predicate that asks if *value*, a word, is in the list that is the argument.

    *fact* is the name of the fact, *takes* the words that the list may have, *marks* are `presumed` and `circumstance`.
    """

    def read(facts: Facts, words: frozenset[str]) -> Answer:
        found = value(facts)
        return None if found is None else found in words

    return Predicate(fact=fact, takes=takes, read=read, **marks)


def _kind_among(fact: str, value: Callable[[Facts], WeaponKind | None], **marks: bool) -> Predicate:
    """A predicate that asks if *value*, a kind, is one of the kinds whose ids are the argument, or narrower.

    *fact* is the name of the fact, *marks* are `presumed` and `circumstance`.
    """

    def read(facts: Facts, ids: frozenset[str]) -> Answer:
        kind = value(facts)
        return None if kind is None else any(kind.is_a(kind_id) for kind_id in ids)

    return Predicate(fact=fact, takes="words", read=read, **marks)


def _of_cartridge(words_of: Callable[[Cartridge], Collection[str]]) -> Predicate:
    """A predicate that asks if the cartridge has a word of the argument, such as ``handgun`` among its platforms.

    *words_of* gives the words of a cartridge.
    """

    def read(facts: Facts, words: frozenset[str]) -> Answer:
        return None if facts.cartridge is None else not words.isdisjoint(words_of(facts.cartridge))

    return Predicate(fact="caliber", takes="words", read=read)


# ---- questions of their own


def _kind_in(facts: Facts, ids: frozenset[str]) -> Answer:
    return not facts.kind_ids.isdisjoint(ids) if facts.kind_ids else None


def _legal_word_in(facts: Facts, words: frozenset[str]) -> Answer:
    possible = facts.words
    if possible is None:
        return None
    inside = possible & words
    return None if inside and inside != possible else bool(inside)


def _caliber_in(facts: Facts, ids: frozenset[str]) -> Answer:
    if facts.cartridge is not None:
        return facts.cartridge.id in ids
    if facts.bore_mm is None:
        return None
    # a bare bore rules out the cartridges of another
    diameters = (row.bullet_mm for row in map(Cartridge.get, ids) if row is not None)
    return None if any(abs(mm - facts.bore_mm) < _NEAR_MM for mm in diameters if mm is not None) else False


def _class_in(facts: Facts, names: frozenset[str]) -> Answer:
    classes = facts.base_classes
    if classes is None:
        return None
    inside = names.intersection(classes)
    return bool(inside) if not inside or len(inside) == len(classes) else None


def _made_by_year(facts: Facts, year: int) -> Answer:
    made = facts.weapon.made
    if made is None:
        return None
    return True if made.latest.year <= year else False if made.earliest.year > year else None


def _possessed_before_1986(facts: Facts) -> Answer:
    """The stated answer; False for a weapon made later, which nobody can have possessed before.

    None if nothing is stated, or if possession is stated of a weapon made later.
    """
    stated, made = facts.given.possessed_before_1986, facts.weapon.made
    if made is not None and made.earliest >= _FREEZE:
        return None if stated else False
    return stated


def _model_in(facts: Facts, names: frozenset[str]) -> Answer:
    model = facts.weapon.model
    return None if model is None else _normalize.casefold(model.name).replace("-", " ") in names


def _barrels(facts: Facts, count: int) -> Answer:
    return None if facts.weapon.construction.barrels is None else facts.weapon.construction.barrels == count


def _capacity(facts: Facts) -> Decimal | None:
    return None if facts.weapon.construction.capacity is None else Decimal(facts.weapon.construction.capacity)


def _pellet(facts: Facts) -> Decimal | None:
    return _mm(facts.weapon.construction.pellet_diameter)


def _mm(length: Length | None) -> Decimal | None:
    return length.mm if length else None


def _joules(energy: Energy | None) -> Decimal | None:
    return energy.joules if energy else None


PREDICATES: Mapping[str, Predicate] = {
    "kind_in": Predicate(fact="kind", takes="words", read=_kind_in),
    "legal_word_in": Predicate(fact="legal_word", takes="words", read=_legal_word_in),
    "class_in": Predicate(fact="class", takes="words", read=_class_in),
    # how it fires
    "action_in": _among("action", Action, lambda facts: facts.action),
    "self_loading": _flag("action", lambda facts: facts.self_loading),
    "repeating": _flag("action", lambda facts: facts.repeating),
    "manual": _flag("action", lambda facts: facts.manual),
    "fires_automatically": _flag("fire_modes", lambda facts: facts.automatic),
    "fully_automatic": _flag("fire_modes", lambda facts: facts.fully_automatic),
    "known_automatic": _flag("fire_modes", lambda facts: facts.automatic, presumed=True),
    "designed_automatic": _flag("fire_modes", lambda facts: facts.designed_automatic),
    # what it fires
    "caliber_in": Predicate(fact="caliber", takes="words", read=_caliber_in),
    "platform_in": _of_cartridge(lambda cartridge: cartridge.platforms),
    "mainly_for": _of_cartridge(lambda cartridge: cartridge.platforms[:1]),
    "ignition_in": _of_cartridge(lambda cartridge: (cartridge.ignition,)),
    "bore_over_mm": _limit("caliber", gt, lambda facts: facts.bore_mm),
    "bore_over_inch": _limit("caliber", gt, lambda facts: facts.nominal_bore_mm, _MM_PER_INCH),
    "energy_over_joules": _limit("muzzle_energy", gt, lambda facts: _joules(facts.weapon.muzzle_energy)),
    "projectile_in": _among(
        "projectile", Projectile, lambda facts: facts.weapon.construction.projectile, presumed=True
    ),
    "pellet_over_mm": _limit("pellet_diameter", gt, _pellet, presumed=True),
    "caseless": _flag("caseless", lambda facts: facts.weapon.construction.caseless, presumed=True),
    "black_powder": _flag("black_powder", lambda facts: facts.weapon.construction.black_powder, presumed=True),
    "fixed_ammunition": _flag("fixed_ammunition", lambda facts: facts.weapon.construction.fixed_ammunition),
    "ammunition_sold": _flag("ammunition_sold", lambda facts: facts.weapon.construction.ammunition_sold),
    "heavy_propellant": _flag("heavy_propellant", lambda facts: facts.weapon.construction.heavy_propellant),
    # how it is built
    "barrel_under_mm": _limit("barrel_length", lt, lambda facts: _mm(facts.weapon.barrel_length)),
    "barrel_under_inch": _limit("barrel_length", lt, lambda facts: _mm(facts.weapon.barrel_length), _MM_PER_INCH),
    "overall_under_inch": _limit("overall_length", lt, lambda facts: _mm(facts.weapon.overall_length), _MM_PER_INCH),
    "explosive": _flag("explosive", lambda facts: facts.weapon.explosive),
    "guided": _flag("guided", lambda facts: facts.weapon.guided),
    "rifled": _flag("rifled", lambda facts: facts.weapon.rifled),
    "has_stock": _flag("has_stock", lambda facts: facts.weapon.has_stock, presumed=True),
    "brace": _flag("brace", lambda facts: facts.weapon.construction.brace, presumed=True),
    "barrels": Predicate(fact="barrels", takes="number", read=_barrels),
    "capacity_over": _limit("capacity", gt, _capacity),
    "payload_in": _among("payload", Payload, lambda facts: facts.weapon.construction.payload),
    "weapon_mount": _flag("weapon_mount", lambda facts: facts.weapon.construction.weapon_mount),
    # what it was, and what it passes for
    "receiver_of": _kind_among("receiver_of", lambda facts: facts.weapon.receiver_of),
    "made_from": _kind_among("made_from", lambda facts: facts.weapon.made_from, presumed=True),
    "made_by_year": Predicate(fact="made", takes="number", read=_made_by_year, presumed=True),
    "made_by": _among("made_by", Making, lambda facts: facts.weapon.construction.made_by, presumed=True),
    "model_in": Predicate(fact="model", takes="words", read=_model_in, presumed=True),
    "convertible": _flag("convertible", lambda facts: facts.weapon.construction.convertible, presumed=True),
    "looks_like_another": _flag("looks_like", lambda facts: facts.weapon.construction.looks_like is not None),
    "replica_of_antique": _flag(
        "replica_of_antique", lambda facts: facts.weapon.construction.replica_of_antique, presumed=True
    ),
    "concealable": _flag("concealable", lambda facts: facts.weapon.construction.concealable, presumed=True),
    "for_signals": _flag("for_signals", lambda facts: facts.weapon.construction.for_signals, presumed=True),
    # who holds it, what for and with which papers
    "holder_in": _among("holder", Holder, lambda facts: facts.given.holder, circumstance=True),
    "purpose_in": _among("purpose", Purpose, lambda facts: facts.given.purpose, circumstance=True),
    "club_member": _flag("club_member", lambda facts: facts.given.club_member, circumstance=True),
    "authorized": _flag("authorized", lambda facts: facts.given.authorized, circumstance=True),
    "special_permit": _flag("special_permit", lambda facts: facts.given.special_permit, circumstance=True),
    "sporting_intent": _flag("sporting_intent", lambda facts: facts.given.sporting_intent, circumstance=True),
    "sporting_finding": _flag("sporting_finding", lambda facts: facts.given.sporting_finding),
    "possessed_before_1986": _flag("possessed_before_1986", _possessed_before_1986),
}
