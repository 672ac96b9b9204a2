"""How far two reports may be of one event: their days and their places."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from armstrace import _normalize
from armstrace.explain import Agreement, Reason, values
from armstrace.matching.comparisons import levels

if TYPE_CHECKING:
    from armstrace.dates.value import UncertainDate
    from armstrace.matching.match_model import MatchModel
    from armstrace.places.place import Place
    from armstrace.records.recorded import RecordedWeapon

# a report may be dated a day after the event, and an office a week after another
_SAME, _NEAR = 1, 7
_AGREEMENT = {
    "same": Agreement.SAME,
    "near": Agreement.NEAR,
    "possible": Agreement.NEAR,
    "state": Agreement.NEAR,
    "far": Agreement.DIFFERENT,
    "different": Agreement.DIFFERENT,
    "unknown": Agreement.UNKNOWN,
}


def reasons(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> tuple[Reason, ...]:
    """The comparisons of the days, the places and the lots of two records of one list."""
    return (
        _reason("when", when_level(left.date, right.date), left.date, right.date, using),
        _reason("where", where_level(left.place, right.place), left.place, right.place, using),
        levels.lot(left.weapon, right.weapon, using),
        levels.headstamp(left.weapon, right.weapon, using),
    )


def when_level(left: UncertainDate | None, right: UncertainDate | None) -> str:
    """How far apart two days are.

    >>> from datetime import date
    >>> from armstrace.dates.value import UncertainDate
    >>> one, may = UncertainDate.exact(date(2020, 5, 15)), UncertainDate.of_month(2020, 5)
    >>> when_level(one, one), when_level(one, UncertainDate.exact(date(2020, 5, 22))), when_level(one, may)
    ('same', 'near', 'possible')
    """
    if left is None or right is None or left.uncertain or right.uncertain:
        return "unknown"
    apart = left.distance(right)
    least, most = apart.least or 0, math.inf if apart.most is None else apart.most
    if most <= _SAME:
        return "same"
    if most <= _NEAR:
        return "near"
    return "possible" if least <= _NEAR else "far"


def where_level(left: Place | None, right: Place | None) -> str:
    """Whether two places are one, or may be: a state, and a town in it."""
    if left is None or right is None or left.state is None or right.state is None:
        return "unknown"
    if left.state != right.state:
        return "different"
    towns = [place.municipality and _normalize.key(place.municipality) for place in (left, right)]
    if not all(towns):
        return "state"
    return "same" if towns[0] == towns[1] else "different"


def _reason(name: str, level: str, left: object, right: object, using: MatchModel) -> Reason:
    code = f"{name}.{level}"
    given = values(left=left, right=right)
    return Reason(code=code, agreement=_AGREEMENT[level], values=given, weight=using.weight(code))
