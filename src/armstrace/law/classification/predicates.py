"""The closed set of questions that rules may ask of a thing: each answers yes, no or None, which is not known.

A rule file names predicates and arguments, never code. A predicate tells which fact it needs and what it means if
that fact is not recorded: not known, or not so unless stated.

>>> PREDICATES["kind_in"].fact
'kind'
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from armstrace import _normalize
from armstrace.law.classification.facts import Facts
from armstrace.weapons.calibers.cartridges import Cartridge

if TYPE_CHECKING:
    from collections.abc import Mapping

_MM_PER_INCH = Decimal("25.4")
# bores are named by the lands, the grooves or the bullet
_NEAR_MM = Decimal("0.6")
# 18 U.S.C. 922(o): machineguns lawfully possessed before that day may pass
_FREEZE = datetime.date(1986, 5, 19)


@frozen(kw_only=True)
class Predicate:
    """One question.

    Attributes:
        fact: The fact that answers it, as missing facts are named.
        read: The answer for a thing and an argument.
        presumed: Whether a fact that is not recorded counts as not so.
        circumstance: Whether it asks about people, papers or purpose: the answer then says if it would have mattered.
    """

    fact: str
    read: Callable[[Facts, Any], bool | None]
    presumed: bool = False
    circumstance: bool = False

    def answer(self, facts: Facts, argument: object) -> bool | None:
        """Yes, no, or None where it is not known."""
        found = self.read(facts, argument)
        presumed = self.presumed and not facts.nothing_presumed
        if found is None and (presumed or (self.circumstance and facts.only_stated)):
            return False
        return found


def _legal_word_in(facts: Facts, words: frozenset[str]) -> bool | None:
    possible = facts.words
    if possible is None:
        return None
    inside = possible & words
    return None if inside and inside != possible else bool(inside)


def _caliber_in(facts: Facts, ids: frozenset[str]) -> bool | None:
    if facts.cartridge is not None:
        return facts.cartridge.id in ids
    if facts.bore_mm is None:
        return None
    # a bare bore rules out the cartridges of another
    diameters = (row.bullet_mm for row in map(Cartridge.get, ids) if row is not None)
    return None if any(abs(mm - facts.bore_mm) < _NEAR_MM for mm in diameters if mm is not None) else False


def _of_cartridge(read: Callable[[Any], Any]) -> Callable[[Facts, frozenset[str]], bool | None]:
    """A predicate that is true if a property of the cartridge is among the words."""

    def ask(facts: Facts, words: frozenset[str]) -> bool | None:
        return None if facts.cartridge is None else not words.isdisjoint(read(facts.cartridge))

    return ask


def _over(read: Callable[[Facts], Decimal | None], unit: Decimal = Decimal(1)) -> Callable[[Facts, float], bool | None]:
    def ask(facts: Facts, limit: float) -> bool | None:
        value = read(facts)
        return None if value is None else value > Decimal(str(limit)) * unit

    return ask


def _under(
    read: Callable[[Facts], Decimal | None], unit: Decimal = Decimal(1)
) -> Callable[[Facts, float], bool | None]:
    def ask(facts: Facts, limit: float) -> bool | None:
        value = read(facts)
        return None if value is None else value < Decimal(str(limit)) * unit

    return ask


def _is(read: Callable[[Facts], bool | None]) -> Callable[[Facts, bool], bool | None]:
    def ask(facts: Facts, wanted: bool) -> bool | None:
        value = read(facts)
        return None if value is None else value is wanted

    return ask


def _among(read: Callable[[Facts], str | None]) -> Callable[[Facts, frozenset[str]], bool | None]:
    def ask(facts: Facts, words: frozenset[str]) -> bool | None:
        value = read(facts)
        return None if value is None else value in words

    return ask


def _kind_among(read: Callable[[Facts], Any]) -> Callable[[Facts, frozenset[str]], bool | None]:
    def ask(facts: Facts, ids: frozenset[str]) -> bool | None:
        kind = read(facts)
        return None if kind is None else any(kind.is_a(kind_id) for kind_id in ids)

    return ask


def _made_by_year(facts: Facts, year: int) -> bool | None:
    made = facts.weapon.made
    if made is None:
        return None
    return True if made.latest.year <= year else False if made.earliest.year > year else None


def _possessed_before_1986(facts: Facts, wanted: bool) -> bool | None:
    """As stated; what was made later cannot have been possessed before. A record that says both settles nothing."""
    stated, made = facts.given.possessed_before_1986, facts.weapon.made
    later = made is not None and made.earliest >= _FREEZE
    if stated is None:
        return False is wanted if later else None
    return None if stated and later else stated is wanted


def _model_in(facts: Facts, names: frozenset[str]) -> bool | None:
    model = facts.weapon.model
    return None if model is None else _normalize.fold(model.name).replace("-", " ") in names


def _capacity(facts: Facts) -> Decimal | None:
    capacity = facts.weapon.build.capacity
    return None if capacity is None else Decimal(capacity)


def _barrel(facts: Facts) -> Decimal | None:
    return facts.weapon.barrel_length.mm if facts.weapon.barrel_length else None


def _overall(facts: Facts) -> Decimal | None:
    return facts.weapon.overall_length.mm if facts.weapon.overall_length else None


def _energy(facts: Facts) -> Decimal | None:
    return facts.weapon.muzzle_energy.joules if facts.weapon.muzzle_energy else None


def _pellet(facts: Facts) -> Decimal | None:
    return facts.weapon.build.pellet_diameter.mm if facts.weapon.build.pellet_diameter else None


def _kind_in(facts: Facts, ids: frozenset[str]) -> bool | None:
    return not facts.kind_ids.isdisjoint(ids) if facts.kind_ids else None


def _class_in(facts: Facts, names: frozenset[str]) -> bool | None:
    classes = facts.base_classes
    if classes is None:
        return None
    inside = names.intersection(classes)
    return bool(inside) if not inside or len(inside) == len(classes) else None


# The argument of a rule is checked when the rule is read.
PREDICATES: Mapping[str, Predicate] = {
    "kind_in": Predicate(fact="kind", read=_kind_in),
    "legal_word_in": Predicate(fact="legal_word", read=_legal_word_in),
    "action_in": Predicate(fact="action", read=_among(lambda facts: facts.action)),
    "self_loading": Predicate(fact="action", read=_is(lambda facts: facts.self_loading)),
    "repeating": Predicate(fact="action", read=_is(lambda facts: facts.repeating)),
    "manual": Predicate(fact="action", read=_is(lambda facts: facts.manual)),
    "fires_automatically": Predicate(fact="fire_modes", read=_is(lambda facts: facts.automatic)),
    "fully_automatic": Predicate(fact="fire_modes", read=_is(lambda facts: facts.fully_automatic)),
    "known_automatic": Predicate(fact="fire_modes", read=_is(lambda facts: facts.automatic), presumed=True),
    "caliber_in": Predicate(fact="caliber", read=_caliber_in),
    "platform_in": Predicate(fact="caliber", read=_of_cartridge(lambda cartridge: cartridge.platforms)),
    "mainly_for": Predicate(fact="caliber", read=_of_cartridge(lambda cartridge: cartridge.platforms[:1])),
    "ignition_in": Predicate(fact="caliber", read=_of_cartridge(lambda cartridge: (cartridge.ignition,))),
    "bore_over_mm": Predicate(fact="caliber", read=_over(lambda facts: facts.bore_mm)),
    "bore_over_inch": Predicate(fact="caliber", read=_over(lambda facts: facts.nominal_bore_mm, _MM_PER_INCH)),
    "barrel_under_mm": Predicate(fact="barrel_length", read=_under(_barrel)),
    "barrel_under_inch": Predicate(fact="barrel_length", read=_under(_barrel, _MM_PER_INCH)),
    "overall_under_inch": Predicate(fact="overall_length", read=_under(_overall, _MM_PER_INCH)),
    "energy_over_joules": Predicate(fact="muzzle_energy", read=_over(_energy)),
    "explosive": Predicate(fact="explosive", read=_is(lambda facts: facts.weapon.explosive)),
    "guided": Predicate(fact="guided", read=_is(lambda facts: facts.weapon.guided)),
    "rifled": Predicate(fact="rifled", read=_is(lambda facts: facts.weapon.rifled)),
    "has_stock": Predicate(fact="has_stock", read=_is(lambda facts: facts.weapon.has_stock), presumed=True),
    "receiver_of": Predicate(fact="receiver_of", read=_kind_among(lambda facts: facts.weapon.receiver_of)),
    "made_from": Predicate(fact="made_from", read=_kind_among(lambda facts: facts.weapon.made_from), presumed=True),
    "made_by_year": Predicate(fact="made", read=_made_by_year, presumed=True),
    "model_in": Predicate(fact="model", read=_model_in, presumed=True),
    "made_by": Predicate(fact="made_by", read=_among(lambda facts: facts.weapon.build.made_by), presumed=True),
    "convertible": Predicate(fact="convertible", read=_is(lambda facts: facts.weapon.build.convertible), presumed=True),
    "looks_like_another": Predicate(
        fact="looks_like", read=_is(lambda facts: facts.weapon.build.looks_like is not None)
    ),
    "projectile_in": Predicate(
        fact="projectile", read=_among(lambda facts: facts.weapon.build.projectile), presumed=True
    ),
    "pellet_over_mm": Predicate(fact="pellet_diameter", read=_over(_pellet), presumed=True),
    "payload_in": Predicate(fact="payload", read=_among(lambda facts: facts.weapon.build.payload)),
    "weapon_mount": Predicate(fact="weapon_mount", read=_is(lambda facts: facts.weapon.build.weapon_mount)),
    "capacity_over": Predicate(fact="capacity", read=_over(_capacity)),
    "barrels": Predicate(
        fact="barrels",
        read=lambda facts, count: None if facts.weapon.build.barrels is None else facts.weapon.build.barrels == count,
    ),
    "brace": Predicate(fact="brace", read=_is(lambda facts: facts.weapon.build.brace), presumed=True),
    "caseless": Predicate(fact="caseless", read=_is(lambda facts: facts.weapon.build.caseless), presumed=True),
    "black_powder": Predicate(
        fact="black_powder", read=_is(lambda facts: facts.weapon.build.black_powder), presumed=True
    ),
    "fixed_ammunition": Predicate(fact="fixed_ammunition", read=_is(lambda facts: facts.weapon.build.fixed_ammunition)),
    "ammunition_sold": Predicate(fact="ammunition_sold", read=_is(lambda facts: facts.weapon.build.ammunition_sold)),
    "replica_of_antique": Predicate(
        fact="replica_of_antique", read=_is(lambda facts: facts.weapon.build.replica_of_antique), presumed=True
    ),
    "concealable": Predicate(fact="concealable", read=_is(lambda facts: facts.weapon.build.concealable), presumed=True),
    "for_signals": Predicate(fact="for_signals", read=_is(lambda facts: facts.weapon.build.for_signals), presumed=True),
    "heavy_propellant": Predicate(fact="heavy_propellant", read=_is(lambda facts: facts.weapon.build.heavy_propellant)),
    "class_in": Predicate(fact="class", read=_class_in),
    "holder_in": Predicate(fact="holder", read=_among(lambda facts: facts.given.holder), circumstance=True),
    "club_member": Predicate(fact="club_member", read=_is(lambda facts: facts.given.club_member), circumstance=True),
    "authorized": Predicate(fact="authorized", read=_is(lambda facts: facts.given.authorized), circumstance=True),
    "special_permit": Predicate(
        fact="special_permit", read=_is(lambda facts: facts.given.special_permit), circumstance=True
    ),
    "purpose_in": Predicate(fact="purpose", read=_among(lambda facts: facts.given.purpose), circumstance=True),
    "sporting_intent": Predicate(
        fact="sporting_intent", read=_is(lambda facts: facts.given.sporting_intent), circumstance=True
    ),
    "sporting_finding": Predicate(fact="sporting_finding", read=_is(lambda facts: facts.given.sporting_finding)),
    "possessed_before_1986": Predicate(fact="possessed_before_1986", read=_possessed_before_1986),
}
