"""Civilian, restricted, government only, military, prohibited: one word for each country, so that two can be compared.

The word folds the class of the national scheme by the table ``data/rules/fold.csv``. *Military exclusive* is said only
where the law says it, as art. 11 of the Mexican one does.

>>> import datetime
>>> from armstrace.weapons.kinds import KindSet
>>> from armstrace.weapons.weapon import Weapon
>>> from armstrace.places import Jurisdiction
>>> launcher = Weapon(kinds=KindSet.of("grenade_launcher"))
>>> day = datetime.date(2024, 1, 22)
>>> weapon_class(launcher, Jurisdiction.MX, on=day), weapon_class(launcher, Jurisdiction.US, on=day)
(<WeaponClass.MILITARY_EXCLUSIVE: 'military_exclusive'>, <WeaponClass.RESTRICTED: 'restricted'>)
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from armstrace import _tables
from armstrace.law.classification.circumstances import NONE_STATED, Circumstances
from armstrace.law.classification.classify import Day, classify
from armstrace.law.classification.schemes import Scheme
from armstrace.law.classification.verdict import Basis
from armstrace.places.jurisdiction import Jurisdiction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from armstrace.weapons.weapon import Weapon

_SCHEMES = {Jurisdiction.MX: Scheme.MX, Jurisdiction.US: Scheme.US_AVAILABILITY}
# then the candidates are all there are
_EXHAUSTIVE = (Basis.MISSING_FACTS, Basis.AMBIGUOUS_CALIBER)


class WeaponClass(StrEnum):
    """What a country makes of a weapon.

    CIVILIAN: Civilians may have it in the ordinary ways of that law.
    RESTRICTED: Civilians may have it only if it is registered and approved piece by piece.
    GOVERNMENT_ONLY: For public bodies, the police among them.
    MILITARY_EXCLUSIVE: Reserved to the armed forces by the words of the law.
    PROHIBITED: For nobody.
    UNDETERMINED: Not settled.
    """

    CIVILIAN = "civilian"
    RESTRICTED = "restricted"
    GOVERNMENT_ONLY = "government_only"
    MILITARY_EXCLUSIVE = "military_exclusive"
    PROHIBITED = "prohibited"
    UNDETERMINED = "undetermined"


def weapon_class(
    weapon: Weapon, jurisdiction: Jurisdiction, *, on: Day, given: Circumstances = NONE_STATED
) -> WeaponClass:
    """What the law of *jurisdiction* makes of *weapon* on the day *on*, in one word of `WeaponClass`.

    A class that facts leave open folds if all that it may be fold alike: a .22 pistol is civilian in Mexico by art. 9
    or by art. 10. State law of the US is not read.
    """
    scheme = _SCHEMES[jurisdiction]
    answer = classify(weapon, scheme, on=on, given=given)
    if not answer.determined and answer.basis not in _EXHAUSTIVE:
        return WeaponClass.UNDETERMINED
    folded = {_fold()[scheme.value, name] for name in answer.candidates}
    return WeaponClass(folded.pop()) if len(folded) == 1 else WeaponClass.UNDETERMINED


@functools.cache
def _fold() -> Mapping[tuple[str, str], str]:
    return {(row["scheme"], row["class"]): row["fold"] for row in _tables.rows("rules/fold.csv")}
