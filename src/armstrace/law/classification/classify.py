"""The class of a weapon: civilian or reserved, on which day, by which provision, and what would settle it.

`classify` tries the rules in force on each thing that the weapon may be. A class is given only if every possibility
leads to it; otherwise the answer is *undetermined*, with the candidates, the provisions and the missing facts.

>>> from armstrace.weapons.calibers import Caliber
>>> from armstrace.weapons.kinds import KindSet
>>> pistol = Weapon(kinds=KindSet.of("pistol"), caliber=Caliber.parse("9x19"))
>>> print(classify(pistol, "mx", on="2023-06-01"))
mx on 2023-06-01: military_exclusive
>>> bare = Weapon(kinds=KindSet.of("pistol"), caliber=Caliber.parse("9 mm"))
>>> answer = classify(bare, "mx", on="2023-06-01")
>>> answer.outcome, answer.basis
('undetermined', <LegalBasis.AMBIGUOUS_CALIBER: 'ambiguous_caliber'>)
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import fields

from armstrace import explain
from armstrace.dates.arguments import day_argument
from armstrace.explain import Agreement, Caveat, Reason
from armstrace.law.classification.application import apply_rules
from armstrace.law.classification.arguments import scheme_argument, weapon_argument
from armstrace.law.classification.caveats import caveats
from armstrace.law.classification.circumstances import NONE_STATED, Circumstances
from armstrace.law.classification.classification import Classification
from armstrace.law.classification.decision import Decision, LegalBasis, distinct
from armstrace.law.classification.practice import practice_notes
from armstrace.law.classification.schemes import UNDETERMINED, Scheme
from armstrace.law.classification.settling import settles
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.dates.arguments import Day
    from armstrace.dates.value import UncertainDate
    from armstrace.law.classification.arguments import WeaponArgument
    from armstrace.law.classification.rules import Rule

T = TypeVar("T")

# What no rule asks about: two weapons that differ in nothing else have one class.
_READ = attrgetter(
    *(
        field.name
        for field in fields(Weapon)
        if field.name not in ("feed", "make", "made_in", "serial", "lot", "markings", "extras")
    )
)


def classify(
    weapon: WeaponArgument, scheme: Scheme | str, *, on: Day | None, given: Circumstances = NONE_STATED
) -> Classification:
    """The class of *weapon* under *scheme* on the day *on*, or why it is undetermined.

    Args:
        weapon: The weapon as far as it is known, or a record of it.
        scheme: Whose law: a scheme, or a name of it such as ``"mx"``.
        on: The day, or its text such as ``"2024-01-22"``; an uncertain one is tried over all its bounds, and None means
            that no day is known: then a class is given only if it holds under all rules ever held.
        given: What is stated of the holder, papers and purpose.
    """
    law = scheme_argument(scheme)
    return _classified(weapon_argument(weapon), law, None if on is None else day_argument(on, "on"), given)


def _classified(weapon: Weapon, scheme: Scheme, day: UncertainDate | None, given: Circumstances) -> Classification:
    if (datetime.date.max if day is None else day.latest) < scheme.first_day:
        return _before(scheme, day)
    applied = apply_rules(weapon, scheme, day, given)
    answer, decisions = applied.answer, applied.decisions
    missing = answer.missing if answer.outcome == UNDETERMINED else frozenset[str]()
    return Classification(
        scheme=scheme,
        outcome=answer.outcome,
        basis=answer.basis,
        candidates=answer.candidates,
        provisions=distinct(rule.provision for each in decisions for rule in each.cited(answer.outcome)),
        missing=tuple(sorted(missing)),
        settled_by=tuple(sorted(fact for fact in missing if settles(fact, applied))),
        reasons=tuple(_reasons(decisions, answer.outcome)),
        caveats=tuple(caveats(applied)),
        practice=practice_notes(scheme, applied.possible, day),
        on=day,
        stamp=scheme.stamp,
    )


def classify_many(
    weapons: Iterable[WeaponArgument],
    scheme: Scheme | str,
    *,
    on: Day | Iterable[Day | None] | None,
    given: Circumstances | Iterable[Circumstances] = NONE_STATED,
) -> Iterator[Classification]:
    """The class of each weapon, in order; weapons that differ in no fact that rules read are classified once.

    Args:
        weapons: The weapons, or records of them.
        scheme: As in `classify`.
        on: As in `classify`: one day for all, or the day of each weapon.
        given: As in `classify`: stated of all, or what is stated of each weapon.

    Raises:
        ValueError: There are more weapons than days or circumstances, or fewer.

    >>> from armstrace.weapons.kinds import KindSet
    >>> guns = [Weapon(kinds=KindSet.of(name)) for name in ("machine_gun", "grenade_launcher")]
    >>> [answer.outcome for answer in classify_many(guns, "mx", on=["2023-05-01", "2023-05-02"])]
    ['military_exclusive', 'military_exclusive']
    """
    law = scheme_argument(scheme)
    known: dict[object, Classification] = {}
    dated = _paired(weapons, on, common=isinstance(on, str) or not isinstance(on, Iterable))
    for (record, when), stated in _paired(dated, given, common=not isinstance(given, Iterable)):
        weapon = weapon_argument(record)
        key = (when, stated, _READ(weapon))
        answer = known.get(key)
        if answer is None:
            day = None if when is None else day_argument(when, "on")
            answer = known[key] = _classified(weapon, law, day, stated)
        yield answer


def _paired(items: Iterable[T], values: Any, *, common: bool) -> Iterable[tuple[T, Any]]:  # noqa: ANN401 (V | Iterable[V])
    """Each item with its value: *values* itself if it is *common* to all items, else the value at the same place.

    ValueError if *values* has fewer or more values than there are items.
    """
    return zip(items, repeat(values), strict=False) if common else zip(items, values, strict=True)


def _before(scheme: Scheme, day: UncertainDate | None) -> Classification:
    caveat = Caveat(code="law.before", values=explain.values(day=scheme.first_day))
    return Classification(
        scheme=scheme,
        outcome=UNDETERMINED,
        basis=LegalBasis.BEFORE_FIRST_RULE,
        caveats=(caveat,),
        on=day,
        stamp=scheme.stamp,
    )


def _reasons(decisions: Iterable[Decision], outcome: str) -> Iterator[Reason]:
    for decision in decisions:
        for rule in decision.applies:
            code = "law.names" if rule.outcome not in ("", UNDETERMINED) else "law.bears_on"
            yield _reason(code, rule, Agreement.SAME)
        for rule in decision.possible:
            yield _reason("law.may_name", rule, Agreement.UNKNOWN)
        if outcome == UNDETERMINED:
            for rule in decision.dormant:
                yield _reason("law.would_name", rule, Agreement.UNKNOWN)


def _reason(code: str, rule: Rule, agreement: Agreement) -> Reason:
    return Reason(
        code=code,
        agreement=agreement,
        values=explain.values(cite=rule.provision.citation, outcome=rule.outcome or None),
    )
