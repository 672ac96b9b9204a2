"""The comparisons of what differs between records of one thing class: lot, headstamp, day and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrace.records.recorded import RecordedWeapon


def lot(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the lots: ``same``, ``different``, or ``unknown`` if a record has no lot."""
    if left.weapon.lot is None or right.weapon.lot is None:
        return "unknown"
    return "same" if left.weapon.lot == right.weapon.lot else "different"


def lot_key(record: RecordedWeapon) -> str | None:
    """The lot as text; None if the record has none."""
    return None if record.weapon.lot is None else str(record.weapon.lot)


def headstamp(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the headstamps: ``same`` maker and year, ``different``, or ``unknown`` if they do not show it."""
    if left.weapon.headstamp is None or right.weapon.headstamp is None:
        return "unknown"
    agrees = left.weapon.headstamp.agrees(right.weapon.headstamp)
    return "unknown" if agrees is None else "same" if agrees else "different"


def headstamp_key(record: RecordedWeapon) -> str | None:
    """The headstamp as text, without its layout; None if the record has none."""
    return None if record.weapon.headstamp is None else " ".join(record.weapon.headstamp.key)


def date(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the days: ``in_order`` if the weapon may be found after it was listed, else a level of conflict.

    A weapon found too early has the level ``before_record``, or ``before_report`` in a list of reports, since a theft
    may be reported late. The level is ``unknown`` if a day is missing or the order is open.
    """
    found, listed = left.date, right.date
    if found is None or listed is None:
        return "unknown"
    before = found.earliest < listed.earliest if found.is_exact and listed.is_exact else found.before(listed)
    if before is None:
        return "unknown"
    return "in_order" if not before else "before_report" if right.by_report else "before_record"


def place(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the places: ``same`` state, ``different`` states, or ``unknown`` if a record has no state.

    Weapons travel, so that different states weigh nothing.
    """
    if left.place is None or right.place is None:
        return "unknown"
    states = left.place.state, right.place.state
    return "unknown" if None in states else "same" if states[0] == states[1] else "different"
