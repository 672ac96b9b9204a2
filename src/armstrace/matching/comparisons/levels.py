"""The comparisons: each takes two recorded weapons, the found one first, and gives one `Reason`.

A reason's code is the comparison and its level (``caliber.possible``), its weight what the match model gives that
level. What is missing on either side has its own level, *unknown*, and weighs nothing.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from armstrace import _normalize
from armstrace.explain import Agreement, Reason, values
from armstrace.matching.comparisons import serials as slips
from armstrace.weapons import calibers, makes, models, serials
from armstrace.weapons.calibers.agreement import CaliberAgreement
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.marks.markings import MarkingKind
from armstrace.weapons.serials.edits import SerialLevel

if TYPE_CHECKING:
    from armstrace.explain import Language
    from armstrace.matching.comparisons.serials import SerialAgreement
    from armstrace.matching.match_model import MatchModel
    from armstrace.places.place import Place
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.weapons.serials.number import SerialNumber
    from armstrace.weapons.weapon import Weapon

_AGREEMENT = {
    "same": Agreement.SAME,
    "in_order": Agreement.SAME,
    "equal": Agreement.SAME,
    "format": Agreement.SAME,
    "unknown": Agreement.UNKNOWN,
    "different": Agreement.DIFFERENT,
    "conflict": Agreement.DIFFERENT,
    "before_record": Agreement.DIFFERENT,
    "before_report": Agreement.DIFFERENT,
}


def reasons(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> tuple[Reason, ...]:
    """All comparisons of two recorded weapons, one reason each."""
    agreed = slips.agreement(left.weapon.serial, right.weapon.serial, using)
    return (
        serial(left.weapon.serial, right.weapon.serial, agreed, using),
        *things(left.weapon, right.weapon, using),
        *circumstances(left, right, using),
    )


def things(left: Weapon, right: Weapon, using: MatchModel) -> tuple[Reason, ...]:
    """The comparisons of what sort of thing two weapons are."""
    return (
        make(left, right, using),
        model(left, right, using),
        caliber(left, right, using),
        kind(left, right, using),
        import_mark(left, right, using),
        stock_number(left, right, using),
    )


def circumstances(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> tuple[Reason, ...]:
    """The comparisons of what differs from record to record of one sort of thing."""
    return (
        lot(left.weapon, right.weapon, using),
        headstamp(left.weapon, right.weapon, using),
        date(left, right, using),
        place(left.place, right.place, using),
    )


def circumstance_bits(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> float:
    """What these weigh together."""
    return (
        using.weight(f"lot.{lot_level(left.weapon, right.weapon)}")
        + using.weight(f"headstamp.{headstamp_level(left.weapon, right.weapon)}")
        + using.weight(f"date.{date_level(left, right)}")
        + using.weight(f"place.{place_level(left.place, right.place)}")
    )


def serial(left: SerialNumber, right: SerialNumber, agreed: SerialAgreement, using: MatchModel) -> Reason:
    """The serial numbers: equal, written otherwise, a slip apart, consistent as far as legible, or different."""
    if agreed.level == "unknown":
        given = values(left=left.state.value, right=right.state.value)
    else:
        given = values(
            left=left,
            right=right,
            edits="; ".join(edit.label("en") for edit in agreed.edits) or None,
            edits_es="; ".join(edit.label("es") for edit in agreed.edits) or None,
        )
    return Reason(
        code=f"serial.{agreed.level}",
        agreement=_AGREEMENT.get(agreed.level, Agreement.NEAR),
        values=given,
        weight=agreed.weight(using.serial_bits(left.compact), using.serial_bits(right.compact), using),
    )


def lot(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The lots: one batch of production, or two."""
    return _reason("lot", lot_level(left, right), left.lot, right.lot, using)


def lot_level(left: Weapon, right: Weapon) -> str:
    """Whether two lots are one."""
    if left.lot is None or right.lot is None:
        return "unknown"
    return "same" if left.lot == right.lot else "different"


def same_batch(left: Weapon, right: Weapon) -> bool:
    """Whether two things are of one lot, or bear one headstamp: of one batch, which is many things."""
    return lot_level(left, right) == "same" or headstamp_level(left, right) == "same"


def headstamp(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The headstamps of two cartridges: of one maker and year, or of two."""
    return _reason("headstamp", headstamp_level(left, right), left.headstamp, right.headstamp, using)


def headstamp_level(left: Weapon, right: Weapon) -> str:
    """Whether two headstamps say the same."""
    if left.headstamp is None or right.headstamp is None:
        return "unknown"
    agrees = left.headstamp.agrees(right.headstamp)
    return "unknown" if agrees is None else "same" if agrees else "different"


def make(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The makes: same, related, of similar name, or different."""
    return _reason("make", make_level(left, right), left.make, right.make, using)


def make_level(left: Weapon, right: Weapon) -> str:
    """The level of `makes.compare`."""
    return makes.compare(left.make, right.make).value


def model(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The models: same, one saying less than the other, of one pattern, or different."""
    return _reason("model", model_level(left, right), left.model or left.pattern, right.model or right.pattern, using)


def model_level(left: Weapon, right: Weapon) -> str:
    """The level of `models.compare`; a pattern that is named without a model counts as one."""
    level = models.compare(left.model, right.model).value
    if level == "unknown" and _pattern(left) is not None and _pattern(left) == _pattern(right):
        return "pattern"
    return level


def _pattern(weapon: Weapon) -> str | None:
    entry = weapon.model.entry if weapon.model is not None else None
    return weapon.pattern or (entry.pattern if entry is not None else None)


def caliber(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The calibers, by the levels of `calibers.compare`."""
    return _reason("caliber", caliber_level(left, right), left.caliber, right.caliber, using)


def caliber_level(left: Weapon, right: Weapon) -> str:
    """The level of `calibers.compare`."""
    return calibers.compare(left.caliber, right.caliber).value


def kind(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The kinds: the same, one that may be the other, different, or different but for the model of one record."""
    level, rests_on = _kinds_compared(left, right)
    if level == "unknown":
        return _reason("kind", level, left.kinds or None, right.kinds or None, using)
    # what weighs nothing and changes nothing rests on nothing
    doubtful = [weapon.model for weapon in rests_on if level != "by_model" and not _is_verified(weapon)]
    return Reason(
        code=f"kind.{level}",
        agreement=_AGREEMENT.get(level, Agreement.NEAR),
        values=values(
            left=_kind_label(left, "en"),
            right=_kind_label(right, "en"),
            left_es=_kind_label(left, "es"),
            right_es=_kind_label(right, "es"),
            model=rests_on[0].model if level == "belied" else None,
            unverified=", ".join(map(str, doubtful)) or None,
        ),
        weight=using.weight(f"kind.{level}"),
    )


def kind_level(left: Weapon, right: Weapon) -> str:
    """Whether two kinds may be one. Where a record names none, its model tells; so where the two names differ."""
    return _kinds_compared(left, right)[0]


def _kinds_compared(left: Weapon, right: Weapon) -> tuple[str, tuple[Weapon, ...]]:
    """The level, and the weapons on whose models it rests."""
    silent = tuple(weapon for weapon in (left, right) if not weapon.kinds)
    level = _kinds_level(_kinds(left), _kinds(right)) if len(silent) < 2 else "unknown"
    if level == "different" and (teller := _teller(left, right)) is not None:
        # a record that calls an M16 a pistol contradicts itself, and so nothing else; a 93R may be called either
        belied = _kinds_level(teller.kinds, _made_as(teller)) == "different"
        return "belied" if belied else "compatible", (teller, *silent)
    return "by_model" if silent and level in ("same", "compatible") else level, silent


def _teller(left: Weapon, right: Weapon) -> Weapon | None:
    """The one of two weapons whose model is of the other's kind, whatever kind it is called."""
    for one, other in ((left, right), (right, left)):
        if one.kinds and _kinds_level(_made_as(one), _kinds(other)) in ("same", "compatible"):
            return one
    return None


def _kinds(weapon: Weapon) -> KindSet:
    """The kinds as recorded, or else that of the model."""
    return weapon.kinds or _made_as(weapon)


def _kind_label(weapon: Weapon, language: Language) -> str:
    """The kind as recorded, or else that of the model, with the model."""
    return weapon.kinds.label(language) or f"{_made_as(weapon).label(language)} ({weapon.model})"


def _kinds_level(left: KindSet, right: KindSet) -> str:
    if not left or not right:
        return "unknown"
    if left == right:
        return "same"
    may_be = any(one.may_be_called(other) or other.may_be_called(one) for one in left for other in right)
    return "compatible" if may_be else "different"


def _made_as(weapon: Weapon) -> KindSet:
    entry = weapon.model.entry if weapon.model is not None else None
    return _kind_of(entry.kind) if entry is not None else KindSet()


def _is_verified(weapon: Weapon) -> bool:
    """Whether what the registry says of the model was checked."""
    entry = weapon.model.entry if weapon.model is not None else None
    return entry is None or entry.verified


@functools.cache
def _kind_of(kind: str) -> KindSet:
    return KindSet.of(kind)


def import_mark(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The marks of the importer: the same, or two."""
    marks = _import_marks(left), _import_marks(right)
    level = "unknown"
    if all(marks):
        shared = {_normalize.key(mark) for mark in marks[0]} & {_normalize.key(mark) for mark in marks[1]}
        level = "same" if shared else "different"
    return _reason("import_mark", level, ", ".join(marks[0]) or None, ", ".join(marks[1]) or None, using)


def _import_marks(weapon: Weapon) -> tuple[str, ...]:
    return tuple(mark.text for mark in weapon.markings if mark.kind is MarkingKind.IMPORT and mark.text)


def stock_number(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The stock numbers, which tell one item of supply from another: the same, or two."""
    one, other = left.stock_number, right.stock_number
    level = "unknown" if one is None or other is None else "same" if one.niin == other.niin else "different"
    return _reason("stock_number", level, one, other, using)


def date(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> Reason:
    """Whether the weapon was found after the day of the list, as it must be if it left from there."""
    return _reason("date", date_level(left, right), left.date, right.date, using)


def date_level(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """Which of two days came first; a theft may be reported long after."""
    found, listed = left.date, right.date
    if found is None or listed is None:
        return "unknown"
    before = found.earliest < listed.earliest if found.is_exact and listed.is_exact else found.before(listed)
    if before is None:
        return "unknown"
    return "in_order" if not before else "before_report" if right.by_report else "before_record"


def place(left: Place | None, right: Place | None, using: MatchModel) -> Reason:
    """The places: one state, or two; weapons travel, so that two say nothing."""
    return _reason("place", place_level(left, right), left, right, using)


def place_level(left: Place | None, right: Place | None) -> str:
    """Whether two places lie in one state."""
    if left is None or right is None:
        return "unknown"
    one, other = left.state, right.state
    return "unknown" if one is None or other is None else "same" if one == other else "different"


def _reason(name: str, level: str, left: object, right: object, using: MatchModel) -> Reason:
    code = f"{name}.{level}"
    if left is None and right is None:
        return _nothing_known(code)
    return Reason(
        code=code,
        agreement=_AGREEMENT.get(level, Agreement.NEAR),
        values=values(left=left, right=right),
        weight=using.weight(code),
    )


@functools.cache
def _nothing_known(code: str) -> Reason:
    return Reason(code=code, agreement=Agreement.UNKNOWN)


def listed_twice(one: RecordedWeapon, other: RecordedWeapon) -> bool:
    """Whether two rows seem to list one weapon: equal serial numbers, and nothing against it but the date."""
    level = serials.compare(one.weapon.serial, other.weapon.serial).level
    if level not in (SerialLevel.EQUAL, SerialLevel.FORMAT, SerialLevel.ZEROS):
        return False
    return (
        calibers.compare(one.weapon.caliber, other.weapon.caliber) is not CaliberAgreement.CONFLICT
        and makes.compare(one.weapon.make, other.weapon.make).value != "different"
    )
