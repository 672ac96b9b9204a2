"""Civilian, restricted, government only, military, prohibited: a word by which the laws of two countries compare.

The rule file of the national scheme states the word for each of its classes. *Military exclusive* stands only where the
law states it, as art. 11 of the Mexican law does.

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

from enum import StrEnum
from typing import TYPE_CHECKING

from armstrace.law.classification.circumstances import NONE_STATED, Circumstances
from armstrace.law.classification.classify import classify
from armstrace.law.classification.decision import LegalBasis
from armstrace.law.classification.schemes import Scheme
from armstrace.places.jurisdiction import Jurisdiction

if TYPE_CHECKING:
    from armstrace.dates.arguments import Day
    from armstrace.law.classification.arguments import WeaponArgument

# then the candidates are all there are
_EXHAUSTIVE = (LegalBasis.MISSING_FACTS, LegalBasis.AMBIGUOUS_CALIBER)


class WeaponClass(StrEnum):
    """How a country treats a weapon."""

    CIVILIAN = "civilian"  #: Civilians may have it in the ordinary ways of that law.
    RESTRICTED = "restricted"  #: Civilians may have it only if it is registered and approved piece by piece.
    GOVERNMENT_ONLY = "government_only"  #: For public bodies, the police among them.
    MILITARY_EXCLUSIVE = "military_exclusive"  #: Reserved to the armed forces by the words of the law.
    PROHIBITED = "prohibited"  #: For nobody.
    UNDETERMINED = "undetermined"  #: Not settled.


def weapon_class(
    weapon: WeaponArgument, jurisdiction: Jurisdiction | str, *, on: Day | None, given: Circumstances = NONE_STATED
) -> WeaponClass:
    """The word of `WeaponClass` for *weapon* by the law of *jurisdiction* on the day *on*.

    Where facts leave the class open, the word is given if it is the same for all candidates: a .22 pistol is civilian
    in Mexico by art. 9 or by art. 10. State law of the US is not read.
    """
    scheme = _national(Jurisdiction(jurisdiction))
    answer = classify(weapon, scheme, on=on, given=given)
    if not answer.determined and answer.basis not in _EXHAUSTIVE:
        return WeaponClass.UNDETERMINED
    words = {word for name, word in scheme.weapon_classes if name in answer.candidates}
    return WeaponClass(words.pop()) if len(words) == 1 else WeaponClass.UNDETERMINED


def _national(jurisdiction: Jurisdiction) -> Scheme:
    """The scheme for the law of a jurisdiction that has a word of `WeaponClass` for each of its classes."""
    return next(scheme for scheme in Scheme.all() if scheme.jurisdiction is jurisdiction and scheme.weapon_classes)
