"""The agreement of two calibers, in levels from the same cartridge to the same bore and to a conflict.

>>> from armstrace.weapons.calibers import Caliber
>>> compare(Caliber.parse("9 mm"), Caliber.parse("9x19"))
<CaliberAgreement.POSSIBLE: 'possible'>
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armstrace.weapons.calibers.caliber import Caliber
    from armstrace.weapons.calibers.cartridges import Cartridge


class CaliberAgreement(StrEnum):
    """The levels of agreement, from the strongest to the weakest."""

    SAME = "same"
    INTERCHANGEABLE = "interchangeable"
    POSSIBLE = "possible"
    SAME_BORE = "same_bore"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


def compare(left: Caliber | None, right: Caliber | None) -> CaliberAgreement:
    """The agreement of two calibers; None stands for a caliber that is not known.

    >>> from armstrace.weapons.calibers import Caliber
    >>> compare(Caliber.parse("5.56x45"), Caliber.parse(".223 Rem"))
    <CaliberAgreement.INTERCHANGEABLE: 'interchangeable'>
    >>> compare(Caliber.parse(".38"), Caliber.parse(".38 Special"))
    <CaliberAgreement.POSSIBLE: 'possible'>
    """
    if left is None or right is None:
        return CaliberAgreement.UNKNOWN
    if left.settled and right.settled:
        if left.candidates == right.candidates:
            return CaliberAgreement.SAME
        if _paired(left.candidates[0], right.candidates[0]):
            return CaliberAgreement.INTERCHANGEABLE
    elif any(a == b or _paired(a, b) for a in left.candidates for b in right.candidates):
        return CaliberAgreement.POSSIBLE
    return CaliberAgreement.SAME_BORE if _same_bore(left, right) else CaliberAgreement.CONFLICT


def _paired(a: Cartridge, b: Cartridge) -> bool:
    return b.id in a.name_pair or a.id in b.name_pair


def _same_bore(left: Caliber, right: Caliber) -> bool:
    """True if the nominal bores differ by less than 0.1 mm, or a candidate of each side has the same bullet.

    Bullets are the same if their diameters differ by a thousandth of an inch at most.
    """
    bores = left.nominal_bore, right.nominal_bore
    if bores[0] is not None and bores[1] is not None and abs(bores[0].mm - bores[1].mm) < 0.1:
        return True
    inches = [[row.bullet_in for row in side.candidates if row.bullet_in is not None] for side in (left, right)]
    return any(abs(a - b) * 1000 <= 1 for a in inches[0] for b in inches[1])
