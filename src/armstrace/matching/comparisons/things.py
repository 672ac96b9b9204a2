"""The comparisons of what records state about the weapon itself: make, model, caliber, kind, marks, stock number."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from armstrace import _normalize
from armstrace.explain import values
from armstrace.weapons import calibers, makes, models
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.marks.markings import MarkingKind

if TYPE_CHECKING:
    from armstrace.explain import Language, Values
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.weapons.weapon import Weapon


def make(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the makes, as `makes.compare` gives it, such as ``related`` or ``unknown``."""
    return makes.compare(left.weapon.make, right.weapon.make).value


def model(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the models, as `models.compare` gives it; ``pattern`` if only equal patterns are known."""
    level = models.compare(left.weapon.model, right.weapon.model).value
    if level == "unknown":
        pattern = _pattern(left.weapon)
        return "pattern" if pattern is not None and pattern == _pattern(right.weapon) else level
    return level


def model_name(record: RecordedWeapon) -> object:
    """The model, or the pattern if the record states no model; None if it states neither."""
    return record.weapon.model or record.weapon.pattern


def _pattern(weapon: Weapon) -> str | None:
    entry = weapon.model.entry if weapon.model is not None else None
    return weapon.pattern or (entry.pattern if entry is not None else None)


def caliber(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the calibers, as `calibers.compare` gives it, such as ``interchangeable`` or ``conflict``."""
    return calibers.compare(left.weapon.caliber, right.weapon.caliber).value


def kind(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the kinds, such as ``compatible``; ``by_model`` if a kind was taken from a model.

    The level ``overridden_by_model`` states that the kinds differ, but that the model of a record speaks against its
    kind.
    """
    return _compare_kinds(left.weapon, right.weapon)[0]


def kinds_shown(left: RecordedWeapon, right: RecordedWeapon) -> Values:
    """The values of the reason for the kinds: both kinds, and the models on which the level rests."""
    one, two = left.weapon, right.weapon
    level, rests_on = _compare_kinds(one, two)
    if level == "unknown":
        return values(left=one.kinds or None, right=two.kinds or None)
    # the level by_model weighs nothing, so that an unverified model does no harm
    unverified = [weapon.model for weapon in rests_on if level != "by_model" and not _is_verified(weapon)]
    return values(
        left=_kind_label(one, "en"),
        right=_kind_label(two, "en"),
        left_es=_kind_label(one, "es"),
        right_es=_kind_label(two, "es"),
        model=rests_on[0].model if level == "overridden_by_model" else None,
        unverified=", ".join(map(str, unverified)) or None,
    )


def _compare_kinds(left: Weapon, right: Weapon) -> tuple[str, tuple[Weapon, ...]]:
    """The level of the kinds of two weapons, and the weapons on whose models it rests; often none.

    The kind of a model stands in for a kind that is not recorded.
    """
    without_kind = tuple(weapon for weapon in (left, right) if not weapon.kinds)
    level = "unknown" if len(without_kind) > 1 else _kinds_level(*map(_kinds_or_model_kinds, (left, right)))
    if level == "different" and (misnamed := _misnamed(left, right)) is not None:
        # a record that calls an M16 a pistol contradicts itself, and so no other record; a 93R may be called either
        overridden = _kinds_level(misnamed.kinds, _model_kinds(misnamed)) == "different"
        return "overridden_by_model" if overridden else "compatible", (misnamed, *without_kind)
    return "by_model" if without_kind and level in ("same", "compatible") else level, without_kind


def _misnamed(left: Weapon, right: Weapon) -> Weapon | None:
    """The weapon whose model, but not its recorded kind, agrees with the kind of the other weapon.

    None if there is no such weapon.
    """
    for weapon, other in ((left, right), (right, left)):
        if weapon.kinds and _kinds_level(_model_kinds(weapon), _kinds_or_model_kinds(other)) in ("same", "compatible"):
            return weapon
    return None


def _kinds_level(left: KindSet, right: KindSet) -> str:
    if not left or not right:
        return "unknown"
    if left == right:
        return "same"
    compatible = any(kind.may_be_called(other) or other.may_be_called(kind) for kind in left for other in right)
    return "compatible" if compatible else "different"


def _kinds_or_model_kinds(weapon: Weapon) -> KindSet:
    return weapon.kinds or _model_kinds(weapon)


def _model_kinds(weapon: Weapon) -> KindSet:
    entry = weapon.model.entry if weapon.model is not None else None
    return _kind_set(entry.kind) if entry is not None else KindSet()


def _kind_label(weapon: Weapon, language: Language) -> str:
    """The recorded kind in words; if there is none, the kind of the model with the model: ``pistol (Glock 17)``."""
    return weapon.kinds.label(language) or f"{_model_kinds(weapon).label(language)} ({weapon.model})"


def _is_verified(weapon: Weapon) -> bool:
    entry = weapon.model.entry if weapon.model is not None else None
    return entry is None or entry.verified


@functools.cache
def _kind_set(kind_id: str) -> KindSet:
    return KindSet.of(kind_id)


def import_mark(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of importers' marks: ``same`` if any is common, ``different``, or ``unknown`` if a record has none."""
    marks = [{_normalize.key(mark) for mark in _import_marks(record)} for record in (left, right)]
    if not all(marks):
        return "unknown"
    return "same" if marks[0] & marks[1] else "different"


def import_marks(record: RecordedWeapon) -> str | None:
    """The importers' marks as one text; None if the record has none."""
    return ", ".join(_import_marks(record)) or None


def _import_marks(record: RecordedWeapon) -> tuple[str, ...]:
    markings = record.weapon.markings
    return tuple(mark.text for mark in markings if mark.kind is MarkingKind.IMPORT and mark.text)


def stock_number(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the stock numbers: ``same`` item of supply (NIIN), ``different``, or ``unknown``."""
    numbers = left.weapon.stock_number, right.weapon.stock_number
    if numbers[0] is None or numbers[1] is None:
        return "unknown"
    return "same" if numbers[0].niin == numbers[1].niin else "different"
