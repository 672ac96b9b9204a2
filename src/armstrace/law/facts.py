"""What a weapon is, in one of the ways it may be: the facts that rules ask for, and the predicates that ask.

A record that says ``.38`` or *arma larga* leaves several things open. `worlds` gives each of them as `Facts`, so that
rules are tried on one possibility at a time. In each, a predicate answers yes, no or None: not known.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from armstrace import _normalize
from armstrace.weapons import cartridges as cartridge_registry
from armstrace.weapons.cartridges import Cartridge
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds import WeaponKind
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_AUTOMATIC = frozenset({FireMode.AUTOMATIC, FireMode.BURST})
_MM_PER_INCH = Decimal("25.4")
# bores are named by the lands, the grooves or the bullet
_NEAR_MM = Decimal("0.6")
_BY_HAND = frozenset(
    {Action.BOLT, Action.LEVER, Action.PUMP, Action.BREAK, Action.SINGLE_SHOT, Action.REVOLVING, Action.MUZZLE_LOADING}
)
# The law's words are those for long guns: of another thing they are simply not said.
_LONG_GUNS = ("rifle", "carbine")


@frozen(kw_only=True)
class Facts:
    """One of the things that the weapon may be.

    Attributes:
        weapon: The weapon as recorded.
        kind: Its kind; None where it is not known.
        cartridge: Its cartridge; None where it is not known.
        bore_mm: The diameter of its bore or bullet in millimeters; None where it is not known.
        action: Its action, from the record or else from the model.
        fire_modes: Its modes of fire, from the record or else from the model.
        pattern: Its pattern, from the record or else from the model.
        military_patterns: The patterns that settle the word of the law where no word is written.
    """

    weapon: Weapon
    kind: WeaponKind | None
    cartridge: Cartridge | None
    bore_mm: Decimal | None
    action: Action | None
    fire_modes: frozenset[FireMode] | None
    pattern: str | None
    military_patterns: tuple[str, ...] = ()

    @property
    def automatic(self) -> bool | None:
        """Whether one function of the trigger fires more than one shot."""
        if self.fire_modes is not None:
            return bool(self.fire_modes & _AUTOMATIC)
        if self.kind is not None and _is_any(self.kind, ("machine_gun", "submachine_gun", "machine_pistol")):
            return True
        if self.kind is not None and self.kind.is_a("revolver"):
            return False
        return False if self.action in _BY_HAND else None

    @property
    def words(self) -> frozenset[str] | None:
        """The words of the law that may be meant; empty for what is no long gun, None where nothing settles it."""
        if self.kind is not None and not _is_any(self.kind, _LONG_GUNS):
            return frozenset()
        settled = self.pattern in self.military_patterns
        word = _normalize.fold(self.weapon.legal_word or "")
        if not word:
            return frozenset({"fusil", "carabina"}) if settled else None
        # a written RIFLE on a military pattern: the record and the thing disagree
        return frozenset({"rifle", "fusil"}) if settled and word == "rifle" else frozenset({word})


def _is_any(kind: WeaponKind, ids: tuple[str, ...]) -> bool:
    return any(kind.is_a(kind_id) for kind_id in ids)


def worlds(weapon: Weapon, military_patterns: tuple[str, ...] = ()) -> Iterator[Facts]:
    """Each thing that the weapon may be: every kind it may be with every cartridge it may take."""
    entry = weapon.model.entry if weapon.model else None
    fire_modes = weapon.fire_modes
    if fire_modes is None and entry is not None:
        fire_modes = entry.fire_modes or None
    cartridges: tuple[Cartridge | None, ...] = weapon.caliber.candidates if weapon.caliber else ()
    if weapon.caliber is None and entry is not None:
        cartridges = tuple(filter(None, map(cartridge_registry.get, entry.calibers)))
    bore = weapon.caliber.bore.mm if weapon.caliber and weapon.caliber.bore else None
    for kind in _possible_kinds(weapon):
        for cartridge in cartridges or (None,):
            yield Facts(
                weapon=weapon,
                kind=kind,
                cartridge=cartridge,
                bore_mm=cartridge.bullet_mm if cartridge else bore,
                action=weapon.action or (entry.action if entry else None),
                fire_modes=fire_modes,
                pattern=weapon.pattern or (entry.pattern if entry else None),
                military_patterns=military_patterns,
            )


def _possible_kinds(weapon: Weapon) -> tuple[WeaponKind | None, ...]:
    """The kinds of the record; a broad one as all its narrower ones."""
    possible: dict[WeaponKind | None, None] = {}
    for kind in weapon.kinds:
        possible.update(dict.fromkeys(kind.leaves()))
    return tuple(possible) or (None,)


def _kind_in(facts: Facts, ids: tuple[str, ...]) -> bool | None:
    return None if facts.kind is None else _is_any(facts.kind, ids)


def _legal_word_in(facts: Facts, words: tuple[str, ...]) -> bool | None:
    possible = facts.words
    if possible is None:
        return None
    inside = possible & set(words)
    return None if inside and inside != possible else bool(inside)


def _self_loading(facts: Facts, wanted: bool) -> bool | None:
    if facts.action is None and facts.fire_modes is not None:
        return (FireMode.SEMI_AUTOMATIC in facts.fire_modes) is wanted
    return None if facts.action is None else (facts.action is Action.SELF_LOADING) is wanted


def _fires_automatically(facts: Facts, wanted: bool) -> bool | None:
    return None if facts.automatic is None else facts.automatic is wanted


def _caliber_in(facts: Facts, ids: tuple[str, ...]) -> bool | None:
    if facts.cartridge is not None:
        return facts.cartridge.id in ids
    if facts.bore_mm is None:
        return None
    # a bare bore rules out the cartridges of another
    diameters = (cartridge_registry.lookup(cartridge_id).bullet_mm for cartridge_id in ids)
    return None if any(abs(mm - facts.bore_mm) < _NEAR_MM for mm in diameters if mm is not None) else False


def _bore_over_mm(facts: Facts, limit: float) -> bool | None:
    return None if facts.bore_mm is None else facts.bore_mm > Decimal(str(limit))


def _bore_over_inch(facts: Facts, limit: float) -> bool | None:
    return None if facts.bore_mm is None else facts.bore_mm > Decimal(str(limit)) * _MM_PER_INCH


def _barrel_under_mm(facts: Facts, limit: float) -> bool | None:
    barrel = facts.weapon.barrel_length
    return None if barrel is None else barrel.mm < Decimal(str(limit))


def _barrel_under_inch(facts: Facts, limit: float) -> bool | None:
    barrel = facts.weapon.barrel_length
    return None if barrel is None else barrel.mm < Decimal(str(limit)) * _MM_PER_INCH


def _explosive(facts: Facts, wanted: bool) -> bool | None:
    return None if facts.weapon.explosive is None else facts.weapon.explosive is wanted


# Each predicate: the fact it needs, and how it reads it. The argument of a rule is checked when the rule is read.
PREDICATES: Mapping[str, tuple[str, Callable[[Facts, Any], bool | None]]] = {
    "kind_in": ("kind", _kind_in),
    "legal_word_in": ("legal_word", _legal_word_in),
    "self_loading": ("action", _self_loading),
    "fires_automatically": ("fire_modes", _fires_automatically),
    "caliber_in": ("caliber", _caliber_in),
    "bore_over_mm": ("caliber", _bore_over_mm),
    "bore_over_inch": ("caliber", _bore_over_inch),
    "barrel_under_mm": ("barrel_length", _barrel_under_mm),
    "barrel_under_inch": ("barrel_length", _barrel_under_inch),
    "explosive": ("explosive", _explosive),
}
