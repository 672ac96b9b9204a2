"""The facts that rules ask for, of one of the things that a weapon may be.

A record that says ``.38`` or *arma larga* leaves several things open. `possible_things` gives each of them
as `Facts`, so that rules are tried on one possibility at a time.
"""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from armstrace import _normalize
from armstrace.law.classification.circumstances import NONE_STATED, Circumstances
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace.weapons.models.registry import ModelEntry
    from armstrace.weapons.supply.items import StockItem


_AUTOMATIC = frozenset({FireMode.AUTOMATIC, FireMode.BURST})
_MANUAL = frozenset({FireMode.MANUAL})
_ALWAYS_AUTOMATIC = ("machine_gun", "submachine_gun", "machine_pistol")
BY_HAND = frozenset({Action.BOLT, Action.LEVER, Action.PUMP, Action.BREAK, Action.SINGLE_SHOT, Action.MUZZLE_LOADING})
_REPEATING = frozenset({Action.BOLT, Action.LEVER, Action.PUMP, Action.SELF_LOADING})
# The words of the law are those for long guns; it uses them of nothing else.
_LONG_GUNS = ("rifle", "carbine")
# A bore is named for its lands: bullets up to this diameter belong to bores of one half-inch (.50 BMG, .500 NE).
_HALF_INCH_MM, _HALF_INCH_BULLET_MM = Decimal("12.7"), Decimal(13)


@frozen(kw_only=True)
class Facts:
    """One of the things that a weapon may be: a kind, a cartridge, and the other facts that rules ask for.

    Attributes:
        weapon: The weapon as recorded.
        given: What is stated of holder, papers and purpose.
        kind_ids: The id of its kind and of every kind above it; empty where it is not known.
        cartridge: Its cartridge; None where it is not known.
        bore_mm: The diameter of its bore or bullet in millimeters; None where it is not known.
        action: Its action, from the record, or else from the model or stock number.
        fire_modes: Its modes of fire, from the record, or else from the model or stock number.
        designed_automatic: True if the item of its stock number was made to fire automatically, whatever is recorded.
        pattern: Its pattern, from the record, or else from the model or stock number.
        military_patterns: The patterns that settle the word of the law where no word is written.
        base_classes: The classes it may have under the scheme on which the rules build; None where none is known.
        base_missing: The facts missing there.
        only_stated: True if a circumstance that is not stated counts as not so, rather than as not known.
        nothing_presumed: True if a fact that is usually presumed not to be so counts as not known.
        kind_alone: True if nothing but the kind is asked for; all else counts as not known.
    """

    weapon: Weapon
    given: Circumstances = NONE_STATED
    kind_ids: frozenset[str] = frozenset()
    cartridge: Cartridge | None = None
    bore_mm: Decimal | None = None
    action: Action | None = None
    fire_modes: frozenset[FireMode] | None = None
    designed_automatic: bool = False
    pattern: str | None = None
    military_patterns: tuple[str, ...] = ()
    base_classes: tuple[str, ...] | None = None
    base_missing: frozenset[str] = frozenset()
    only_stated: bool = False
    nothing_presumed: bool = False
    kind_alone: bool = False

    @property
    def automatic(self) -> bool | None:
        """True if one function of the trigger fires more than one shot; None if that is not known."""
        if self.fire_modes is not None:
            return not self.fire_modes.isdisjoint(_AUTOMATIC)
        if not self.kind_ids.isdisjoint(_ALWAYS_AUTOMATIC):
            return True
        return False if "revolver" in self.kind_ids or self.action in BY_HAND else None

    @property
    def fully_automatic(self) -> bool | None:
        """True if it fires for as long as the trigger is held; None if not known. A limited burst is not enough."""
        return FireMode.AUTOMATIC in self.fire_modes if self.fire_modes is not None else self.automatic

    @property
    def manual(self) -> bool | None:
        """True if each round is brought up by hand, or by a revolver's cylinder; None if that is not known."""
        if self.action in BY_HAND or "revolver" in self.kind_ids:
            return True
        if self.fire_modes is not None:
            return self.fire_modes == _MANUAL
        return False if self.action is Action.SELF_LOADING or self.automatic else None

    @property
    def self_loading(self) -> bool | None:
        """True if each shot loads the next round; None if that is not known."""
        if self.action is None:
            return None if self.fire_modes is None else self.fire_modes != _MANUAL
        return self.action is Action.SELF_LOADING

    @property
    def repeating(self) -> bool | None:
        """True if it holds more rounds than it has barrels; None if that is not known."""
        if self.action is None:
            return True if self.self_loading else None
        return self.action in _REPEATING

    @property
    def words(self) -> frozenset[str] | None:
        """The words of the law for long guns that may be meant, such as *fusil*; None if nothing settles them.

        Empty for a thing that is no long gun.
        """
        if self.kind_ids and self.kind_ids.isdisjoint(_LONG_GUNS):
            return frozenset()
        settled = self.pattern in self.military_patterns
        word = _normalize.casefold(self.weapon.legal_word or "")
        if not word:
            return frozenset({"fusil", "carabina"}) if settled else None
        # a written RIFLE on a military pattern: the record and the thing disagree
        return frozenset({"rifle", "fusil"}) if settled and word == "rifle" else frozenset({word})

    @property
    def nominal_bore_mm(self) -> Decimal | None:
        """The bore by its name, in millimeters: 12.7 for a half-inch bore with a wider bullet; None if not known."""
        if (
            self.cartridge is not None
            and self.bore_mm is not None
            and _HALF_INCH_MM < self.bore_mm <= _HALF_INCH_BULLET_MM
        ):
            return _HALF_INCH_MM
        return self.bore_mm


@functools.cache
def _ids(kind: WeaponKind) -> frozenset[str]:
    return frozenset({kind.id, *(above.id for above in kind.ancestors)})


def contradicts(weapon: Weapon) -> bool:
    """True if the record contradicts itself: it states an action worked by hand, and automatic fire."""
    return weapon.action in BY_HAND and weapon.fire_modes is not None and not weapon.fire_modes.isdisjoint(_AUTOMATIC)


def possible_things(
    weapon: Weapon, military_patterns: tuple[str, ...] = (), given: Circumstances = NONE_STATED
) -> Iterator[Facts]:
    """Each thing that the weapon may be: every kind it may be, with every cartridge it may take.

    What the record does not state is taken from the model, or else from the stock number. *given* and
    *military_patterns* are kept in each thing.
    """
    entry = weapon.model.entry if weapon.model else None
    item = stock_item(weapon)
    known = tuple(row for row in (entry, item) if row is not None)
    for kind in _possible_kinds(weapon, _first(known, "kind")):
        for cartridge, bore in _possible_calibers(weapon, _first(known, "calibers") or ()):
            yield Facts(
                weapon=weapon,
                given=given,
                kind_ids=_ids(kind) if kind else frozenset(),
                cartridge=cartridge,
                bore_mm=bore,
                action=weapon.action or _first(known, "action"),
                fire_modes=weapon.fire_modes if weapon.fire_modes is not None else _first(known, "fire_modes"),
                designed_automatic=item is not None and not item.fire_modes.isdisjoint(_AUTOMATIC),
                pattern=weapon.pattern or _first(known, "pattern"),
                military_patterns=military_patterns,
            )


def stock_item(weapon: Weapon) -> StockItem | None:
    """The item that the stock number of the weapon stands for; None if it has none, or contradicts the record."""
    item = weapon.stock_number.stock_item if weapon.stock_number else None
    if item is None or not item.fits(weapon.kinds, weapon.model, weapon.caliber, weapon.action):
        return None
    return item


def from_stock_number(weapon: Weapon) -> tuple[str, ...]:
    """The facts that are taken from the stock number, since neither the record nor its model states them."""
    item = stock_item(weapon)
    if item is None:
        return ()
    entry = weapon.model.entry if weapon.model else None
    stated = {
        "kind": entry or weapon.kinds.must_be(item.kind),
        "caliber": weapon.caliber or (entry and entry.calibers) or not item.calibers,
        "action": weapon.action or (entry and entry.action) or not item.action,
        "fire_modes": weapon.fire_modes or (entry and entry.fire_modes) or not item.fire_modes,
    }
    return tuple(fact for fact, found in stated.items() if not found)


def _first(known: Iterable[ModelEntry | StockItem], name: str) -> Any:  # noqa: ANN401 (a field of any type)
    """The value of the field *name* in the first row that states it; None if none does."""
    return next(filter(None, (getattr(row, name) for row in known)), None)


def _possible_kinds(weapon: Weapon, of_model: str | None) -> tuple[WeaponKind | None, ...]:
    """The kinds that the recorded kinds may stand for; ``(None,)`` if neither a kind nor the model's is known.

    A group such as *arma larga* gives the kinds that it gathers. Where the kind of the model (*of_model*, an id) is
    narrower than one of these, it takes its place. A firearm that fires no projectile counts as ``blank_gun``.
    """
    possible: dict[WeaponKind | None, None] = {}
    if not weapon.kinds and of_model:
        return (WeaponKind.lookup(of_model),)
    for kind in weapon.kinds:
        for leaf in kind.leaves():
            narrower = WeaponKind.lookup(of_model) if of_model else leaf
            possible[narrower if narrower.is_a(leaf) else leaf] = None
    if weapon.construction.fires_projectile is False:
        blank = WeaponKind.lookup("blank_gun")
        possible = dict.fromkeys(blank if kind and kind.is_a("firearm") else kind for kind in possible)
    return tuple(possible) or (None,)


def _possible_calibers(
    weapon: Weapon, of_model: tuple[str, ...]
) -> tuple[tuple[Cartridge | None, Decimal | None], ...]:
    caliber = weapon.caliber
    found = caliber.candidates if caliber is not None else tuple(filter(None, map(Cartridge.get, of_model)))
    if caliber is not None and caliber.basis is CaliberBasis.OPEN:
        found = (*found, *_longer(found))
    if found and not (caliber is not None and caliber.basis is CaliberBasis.BORE_ONLY):
        return tuple((row, row.bullet_mm) for row in found)
    return ((None, caliber.bore.mm if caliber is not None and caliber.bore else None),)


@functools.cache
def _longer(found: tuple[Cartridge, ...]) -> tuple[Cartridge, ...]:
    """The longer handgun cartridges made from *found*: ``.357 Magnum`` for ``.38 Special``.

    A revolver recorded as ``.38`` may be a .357 that holds .38 Special.
    """
    ids = {row.id: row for row in found}
    return tuple(
        row
        for row in Cartridge.all()
        if row.parent in ids
        and row.id not in ids
        and "handgun" in row.platforms[:1]
        and row.bullet_mm == ids[row.parent].bullet_mm
    )
