"""The comparisons of two records of one list that may report one event: their days and their places."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from armstrace import _normalize

if TYPE_CHECKING:
    from armstrace.records.recorded import RecordedWeapon

# a report may be dated a day after the event, and that of another office a week after it
_SAME_DAYS, _NEAR_DAYS = 1, 7


def when(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the days: ``same`` if at most a day apart, ``near`` if at most a week, ``far`` if more.

    Days that may or may not be a week apart are ``possible``; a day that is missing or uncertain makes the level
    ``unknown``.
    """
    if left.date is None or right.date is None or left.date.uncertain or right.date.uncertain:
        return "unknown"
    apart = left.date.distance(right.date)
    least, most = apart.least or 0, math.inf if apart.most is None else apart.most
    if most <= _SAME_DAYS:
        return "same"
    if most <= _NEAR_DAYS:
        return "near"
    return "possible" if least <= _NEAR_DAYS else "far"


def where(left: RecordedWeapon, right: RecordedWeapon) -> str:
    """The level of the places: ``same`` town, ``state`` if a town of one state is not known, or ``different``.

    The level is ``unknown`` if a record has no state.
    """
    if left.place is None or right.place is None or left.place.state is None or right.place.state is None:
        return "unknown"
    if left.place.state != right.place.state:
        return "different"
    towns = [place.municipality and _normalize.key(place.municipality) for place in (left.place, right.place)]
    if not all(towns):
        return "state"
    return "same" if towns[0] == towns[1] else "different"
