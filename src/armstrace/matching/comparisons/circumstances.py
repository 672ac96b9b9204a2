"""The comparisons of what differs between records of one thing class: lot, headstamp, day and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrace.records.recorded import RecordedWeapon


def lot(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the lots: the same production batch, or different ones."""
    if left.weapon.lot is None or right.weapon.lot is None:
        return "unknown"
    return "same" if left.weapon.lot == right.weapon.lot else "different"


def lot_key(record: RecordedWeapon) -> str | None:
    """The lot as text."""
    return None if record.weapon.lot is None else str(record.weapon.lot)


def headstamp(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the headstamps of two cartridges: of the same maker and year, or of different ones."""
    if left.weapon.headstamp is None or right.weapon.headstamp is None:
        return "unknown"
    agrees = left.weapon.headstamp.agrees(right.weapon.headstamp)
    return "unknown" if agrees is None else "same" if agrees else "different"


def headstamp_key(record: RecordedWeapon) -> str | None:
    """The headstamp as text, without its layout."""
    return None if record.weapon.headstamp is None else " ".join(record.weapon.headstamp.key)


def date(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The order of the days: a weapon that left a list is found after it was listed; a theft may be reported late."""
    found, listed = left.date, right.date
    if found is None or listed is None:
        return "unknown"
    before = found.earliest < listed.earliest if found.is_exact and listed.is_exact else found.before(listed)
    if before is None:
        return "unknown"
    return "in_order" if not before else "before_report" if right.by_report else "before_record"


def place(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the places: one state, or two; weapons travel, so that two states weigh nothing."""
    if left.place is None or right.place is None:
        return "unknown"
    states = left.place.state, right.place.state
    return "unknown" if None in states else "same" if states[0] == states[1] else "different"
