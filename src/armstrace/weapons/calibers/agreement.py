"""How two calibers agree, in levels: the same cartridge, an interchangeable one, a possible one, the same bore.

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
    """How two calibers agree, from the strongest level to the weakest."""

    SAME = "same"
    INTERCHANGEABLE = "interchangeable"
    POSSIBLE = "possible"
    SAME_BORE = "same_bore"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


def compare(a: Caliber | None, b: Caliber | None) -> CaliberAgreement:
    """How two calibers agree; None stands for a caliber that is not known.

    >>> from armstrace.weapons.calibers import Caliber
    >>> compare(Caliber.parse("5.56x45"), Caliber.parse(".223 Rem"))
    <CaliberAgreement.INTERCHANGEABLE: 'interchangeable'>
    >>> compare(Caliber.parse(".38"), Caliber.parse(".38 Special"))
    <CaliberAgreement.POSSIBLE: 'possible'>
    """
    if a is None or b is None:
        return CaliberAgreement.UNKNOWN
    if a.settled and b.settled:
        if a.candidates == b.candidates:
            return CaliberAgreement.SAME
        if _paired(a.candidates[0], b.candidates[0]):
            return CaliberAgreement.INTERCHANGEABLE
    elif any(one == other or _paired(one, other) for one in a.candidates for other in b.candidates):
        return CaliberAgreement.POSSIBLE
    return CaliberAgreement.SAME_BORE if _same_bore(a, b) else CaliberAgreement.CONFLICT


def _paired(one: Cartridge, other: Cartridge) -> bool:
    return other.id in one.name_pair or one.id in other.name_pair


def _same_bore(a: Caliber, b: Caliber) -> bool:
    """True if a bullet diameter is shared, to a thousandth of an inch, or a bore by which both are known."""
    if any(abs(one.mm - other.mm) < 0.1 for one in a.bores for other in b.bores):
        return True
    return any(
        one.bullet_in is not None and other.bullet_in is not None and abs(one.bullet_in - other.bullet_in) * 1000 <= 1
        for one in a.candidates
        for other in b.candidates
    )
