"""The comparisons: each takes two recorded weapons, the found one first, and gives one `Reason`.

A reason's code is the comparison and its level (``caliber.possible``), its weight what the match model gives that
level. What is missing on either side has its own level, *unknown*, and weighs nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from armstrace.explain import Agreement, Reason, values
from armstrace.weapons import calibers, makes, models, serials
from armstrace.weapons.calibers import CaliberAgreement
from armstrace.weapons.serials import SerialEditOp, SerialLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.dates.value import UncertainDate
    from armstrace.matching.model import MatchModel
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.weapons.kinds import KindSet
    from armstrace.weapons.serials import SerialEdit, SerialNumber
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
}
_SERIAL_LEVELS = {
    SerialLevel.EQUAL: "equal",
    SerialLevel.FORMAT: "format",
    SerialLevel.ZEROS: "zeros",
    SerialLevel.AFFIX: "affix",
    SerialLevel.PARTIAL_CONSISTENT: "partial_consistent",
    SerialLevel.DIFFERENT: "different",
    SerialLevel.UNKNOWN: "unknown",
}
_ONE_SLIP = {
    SerialEditOp.ONLY_LEFT: "dropped",
    SerialEditOp.ONLY_RIGHT: "dropped",
    SerialEditOp.DOUBLED_LEFT: "doubled",
    SerialEditOp.DOUBLED_RIGHT: "doubled",
    SerialEditOp.TRANSPOSED: "transposed",
    SerialEditOp.SUBSTITUTED: "substituted",
}
_FLAT = ("different", "unknown")
_LOOKALIKES = ("lookalike_letter", "lookalike_digit")


def reasons(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> tuple[Reason, ...]:
    """All comparisons of two recorded weapons, one reason each."""
    found, listed = left.weapon, right.weapon
    return (
        serial(found.serial, listed.serial, using),
        lot(found, listed, using),
        make(found, listed, using),
        model(found, listed, using),
        caliber(found, listed, using),
        kind(found.kinds, listed.kinds, using),
        date(left, right, using),
    )


def serial(left: SerialNumber, right: SerialNumber, using: MatchModel) -> Reason:
    """The serial numbers: equal, written otherwise, a slip apart, consistent as far as legible, or different."""
    level, edits = serial_level(left, right, using)
    weight = serial_weight(level, edits, left, right, using)
    if level == "unknown":
        given = values(left=left.state.value, right=right.state.value)
    else:
        given = values(left=left, right=right, edits="; ".join(map(str, edits)) or None)
    return Reason(code=f"serial.{level}", agreement=_AGREEMENT.get(level, Agreement.NEAR), values=given, weight=weight)


def serial_level(left: SerialNumber, right: SerialNumber, using: MatchModel) -> tuple[str, Sequence[SerialEdit]]:
    """The level at which two serial numbers agree, and the edits between them."""
    compared = serials.compare(left, right)
    return _SERIAL_LEVELS.get(compared.level) or _slip(
        compared.edits, len(left.compact), using.neighbors
    ), compared.edits


def serial_weight(
    level: str, edits: Sequence[SerialEdit], left: SerialNumber, right: SerialNumber, using: MatchModel
) -> float:
    """What a level weighs: the characters that agree, less what each slip costs."""
    cost = using.weight(f"serial.{level}")
    if level in _FLAT:
        return cost
    if level in _LOOKALIKES:
        cost *= max(1, sum(edit.op is SerialEditOp.LOOKALIKE for edit in edits))
    return min(using.serial_bits(left.compact), using.serial_bits(right.compact)) - cost


def _slip(edits: Sequence[SerialEdit], length: int, neighbors: int) -> str:
    """What sort of slip of the pen or the eye the edits are, or whether they are the step to a neighbor."""
    slips = [edit for edit in edits if edit.op is not SerialEditOp.FORMAT]
    if len(slips) == 1 and _step(slips[0], length) <= neighbors:
        return "neighbor"
    if all(edit.op is SerialEditOp.LOOKALIKE for edit in slips):
        # a letter for a digit cannot be another gun of the series
        mixed = all(edit.left.isdigit() != edit.right.isdigit() for edit in slips)
        return "lookalike_letter" if mixed else "lookalike_digit"
    return _ONE_SLIP[slips[0].op] if len(slips) == 1 else "two_edits"


def _step(edit: SerialEdit, length: int) -> float:
    """How far apart in the series two numbers are that differ in one digit."""
    if edit.op not in (SerialEditOp.LOOKALIKE, SerialEditOp.SUBSTITUTED) or not _digits(edit.left + edit.right):
        return math.inf
    return abs(int(edit.left) - int(edit.right)) * 10.0 ** (length - edit.at)


def _digits(text: str) -> bool:
    """Whether the text is of plain digits; those of other scripts are no numbers to reckon with."""
    return text.isascii() and text.isdigit()


def lot(left: Weapon, right: Weapon, using: MatchModel) -> Reason:
    """The lots: one batch of production, or two."""
    return _reason("lot", lot_level(left, right), left.lot, right.lot, using)


def lot_level(left: Weapon, right: Weapon) -> str:
    """Whether two lots are one."""
    if left.lot is None or right.lot is None:
        return "unknown"
    return "same" if left.lot == right.lot else "different"


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


def kind(left: KindSet, right: KindSet, using: MatchModel) -> Reason:
    """The kinds: the same, one that may be the other, or different."""
    return _reason("kind", kind_level(left, right), left or None, right or None, using)


def kind_level(left: KindSet, right: KindSet) -> str:
    """Whether two kinds may be one."""
    if not left or not right:
        return "unknown"
    if left == right:
        return "same"
    may_be = any(one.may_be_called(other) or other.may_be_called(one) for one in left for other in right)
    return "compatible" if may_be else "different"


def date(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> Reason:
    """Whether the weapon was found after the day of the list, as it must be if it left from there."""
    return _reason("date", date_level(left.date, right.date), left.date, right.date, using)


def date_level(found: UncertainDate | None, listed: UncertainDate | None) -> str:
    """Which of two days came first."""
    before = found.before(listed) if found is not None and listed is not None else None
    return "unknown" if before is None else "before_record" if before else "in_order"


def _reason(name: str, level: str, left: object, right: object, using: MatchModel) -> Reason:
    return Reason(
        code=f"{name}.{level}",
        agreement=_AGREEMENT.get(level, Agreement.NEAR),
        values=values(left=left, right=right),
        weight=using.weight(f"{name}.{level}"),
    )


def listed_twice(one: RecordedWeapon, other: RecordedWeapon) -> bool:
    """Whether two rows seem to list one weapon: equal serial numbers, and nothing against it but the date."""
    level = serials.compare(one.weapon.serial, other.weapon.serial).level
    if level not in (SerialLevel.EQUAL, SerialLevel.FORMAT, SerialLevel.ZEROS):
        return False
    return (
        calibers.compare(one.weapon.caliber, other.weapon.caliber) is not CaliberAgreement.CONFLICT
        and makes.compare(one.weapon.make, other.weapon.make).value != "different"
    )
