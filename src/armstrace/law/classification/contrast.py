"""One thing under every scheme: what two countries and the international lists make of it, side by side.

>>> import datetime
>>> from armstrace.weapons.kinds import KindSet
>>> from armstrace.weapons.weapon import Weapon
>>> found = contrast(Weapon(kinds=KindSet.of("grenade_launcher")), on=datetime.date(2024, 1, 22))
>>> found[Scheme.MX].outcome, found[Scheme.ITI].outcome
('military_exclusive', 'light_weapon')
>>> print(found.explain().splitlines()[0])
Mexico (LFAFE)                            reserved to the armed forces
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import explain as wording
from armstrace.law.classification.arguments import scheme_argument
from armstrace.law.classification.circumstances import NONE_STATED, Circumstances
from armstrace.law.classification.classification import Classification
from armstrace.law.classification.classify import classify
from armstrace.law.classification.schemes import Scheme
from armstrace.stamps import Stamp, stamp_of

if TYPE_CHECKING:
    from armstrace.dates.arguments import Day
    from armstrace.explain import Language
    from armstrace.law.classification.arguments import WeaponArgument


@frozen(kw_only=True)
class Contrast:
    """The classes of one thing on one day.

    Attributes:
        classes: Its class under each scheme, in the order of `Scheme`; at least one.
        stamp: The library and the tables that all of them rest on; left out of equality, as that of each class is.
    """

    classes: tuple[Classification, ...] = field(validator=validators.min_len(1))
    stamp: Stamp | None = field(default=None, eq=False, repr=False)

    def __getitem__(self, scheme: Scheme | str) -> Classification:
        wanted = scheme_argument(scheme)
        return next(answer for answer in self.classes if answer.scheme == wanted)

    def __str__(self) -> str:
        return "\n".join(map(str, self.classes))

    def explain(self, language: Language = "en") -> str:
        """A table: a line for each scheme, with the class, or the candidates where it is undetermined."""
        names = [wording.term(answer.scheme.id, language) for answer in self.classes]
        width = max(map(len, names))
        return "\n".join(
            f"{name:<{width}}  {_classes(answer, language)}" for name, answer in zip(names, self.classes, strict=True)
        )


def _classes(answer: Classification, language: Language) -> str:
    if answer.determined:
        return wording.term(answer.outcome, language)
    candidates = ", ".join(wording.term(name, language) for name in answer.candidates)
    open_ = wording.term(answer.outcome, language)
    return f"{open_}: {candidates}" if candidates else open_


def contrast(weapon: WeaponArgument, *, on: Day | None, given: Circumstances = NONE_STATED) -> Contrast:
    """The class of *weapon* under every scheme on the day *on*."""
    classes = tuple(classify(weapon, scheme, on=on, given=given) for scheme in Scheme.all())
    tables = {table.name for answer in classes if answer.stamp for table in answer.stamp.tables}
    return Contrast(classes=classes, stamp=stamp_of(*sorted(tables)))
