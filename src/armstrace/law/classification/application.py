"""The rules of a scheme as applied to a weapon: on each thing that it may be, and on each day that it may be.

A class is given only if every possibility leads to it.
"""

from __future__ import annotations

import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from armstrace.dates.value import UncertainDate
from armstrace.law.classification.circumstances import Circumstances
from armstrace.law.classification.decision import Decision, LegalBasis, decide, distinct
from armstrace.law.classification.facts import Facts, contradicts, possible_things
from armstrace.law.classification.rules import regimes
from armstrace.law.classification.schemes import UNDETERMINED, Scheme
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# where several grounds lead to a class, the weakest counts
_WEAKEST = (
    LegalBasis.CONFLICT, LegalBasis.MISSING_FACTS, LegalBasis.NOT_NAMED, LegalBasis.INFERENCE, LegalBasis.EXPLICIT
)  # fmt: skip


@frozen(kw_only=True, eq=False)
class Application:
    """The classification of a weapon on a day by the rules of a scheme, with the steps that led to it.

    Attributes:
        weapon: The weapon.
        scheme: The scheme.
        day: The day; None where it is not known.
        given: What is stated beside the weapon.
        possible: The things that the weapon may be.
        decisions: The decision of each regime within the day.
        answer: The decision that holds on every day.
    """

    weapon: Weapon
    scheme: Scheme
    day: UncertainDate | None
    given: Circumstances
    possible: tuple[Facts, ...]
    decisions: tuple[Decision, ...]
    answer: Decision


def apply_rules(weapon: Weapon, scheme: Scheme, day: UncertainDate | None, given: Circumstances) -> Application:
    """The outcome of all rules of *scheme* on *day*, tried on every thing that *weapon* may be.

    A record that contradicts itself (a bolt action with automatic fire) is tried once without its action and once
    without its modes of fire; its class is then undetermined.
    """
    wrong = contradicts(weapon)
    readings = (evolve(weapon, action=None), evolve(weapon, fire_modes=None)) if wrong else (weapon,)
    patterns = scheme.military_patterns
    possible = tuple(facts for reading in readings for facts in possible_things(reading, patterns, given))
    decisions = by_regime(possible, scheme, day)
    if wrong:
        decisions = tuple(evolve(each, outcome=UNDETERMINED, basis=LegalBasis.CONFLICT) for each in decisions)
    return Application(
        weapon=weapon,
        scheme=scheme,
        day=day,
        given=given,
        possible=possible,
        decisions=decisions,
        answer=over_days(decisions),
    )


def by_regime(possible: Sequence[Facts], scheme: Scheme, day: UncertainDate | None) -> tuple[Decision, ...]:
    """The decision that holds for all *possible* things, for each stretch of *day* over which no rule changes."""
    first_day = scheme.first_day
    earliest = first_day if day is None else max(day.earliest, first_day)
    latest = datetime.date.max if day is None else day.latest
    return tuple(
        _over_things([decide(facts, scheme, start) for facts in possible], possible)
        for start in regimes(scheme, earliest, latest)
    )


def _over_things(decisions: Sequence[Decision], possible: Sequence[Facts]) -> Decision:
    """The decision that holds for all *possible* things; undetermined if they fall in different classes.

    *decisions* holds the decision on each thing, in the order of *possible*.
    """
    if len(decisions) == 1:
        return decisions[0]
    outcomes = distinct(decision.outcome for decision in decisions)
    missing = frozenset[str](_all(decisions, "missing"))
    if len(outcomes) == 1:
        basis = min((decision.basis for decision in decisions), key=_WEAKEST.index)
    else:
        deciding = _deciding(decisions, possible)
        missing |= deciding
        basis = LegalBasis.AMBIGUOUS_CALIBER if "caliber" in deciding else LegalBasis.MISSING_FACTS
    outcome = outcomes[0] if len(outcomes) == 1 else UNDETERMINED
    return Decision(
        applies=distinct(_all(decisions, "applies")),
        possible=distinct(_all(decisions, "possible")),
        dormant=distinct(_all(decisions, "dormant")),
        missing=missing if outcome == UNDETERMINED else frozenset(),
        questions=frozenset(_all(decisions, "questions")),
        unstated=frozenset(_all(decisions, "unstated")),
        outcome=outcome,
        candidates=distinct(_all(decisions, "candidates")),
        basis=basis,
    )


def over_days(decisions: Sequence[Decision]) -> Decision:
    """The decision that holds on every day; undetermined if the class changes from one regime to the next.

    *decisions* holds the decision of each regime, in the order of time.
    """
    first = decisions[0]
    if len(decisions) == 1:
        return first
    changes = len({decision.outcome for decision in decisions}) > 1
    missing = frozenset[str](_all(decisions, "missing"))
    return evolve(
        first,
        outcome=UNDETERMINED if changes else first.outcome,
        basis=LegalBasis.DATE_SPANS_CHANGE if changes else first.basis,
        candidates=distinct(_all(decisions, "candidates")),
        missing=missing | {"date"} if changes else missing,
    )


def _all(decisions: Sequence[Decision], name: str) -> Iterator[Any]:
    """The items that the field *name* (such as ``"missing"``) has in all decisions, in one sequence."""
    return chain.from_iterable(getattr(decision, name) for decision in decisions)


def _deciding(decisions: Sequence[Decision], possible: Sequence[Facts]) -> set[str]:
    """The facts on which the class depends: ``{"caliber"}``, ``{"kind"}``, both, or none.

    The caliber counts if two things of the same kind fall in different classes, the kind if two of the same caliber do.
    *decisions* holds the decision on each thing, in the order of *possible*.
    """
    pairs = list(zip(possible, decisions, strict=True))
    of_kinds = {(facts.kind_ids, decision.outcome) for facts, decision in pairs}
    of_cartridges = {(facts.cartridge, decision.outcome) for facts, decision in pairs}
    by_caliber = len({kind_ids for kind_ids, _ in of_kinds}) < len(of_kinds)
    by_kind = len({cartridge for cartridge, _ in of_cartridges}) < len(of_cartridges)
    return {fact for fact, turns in (("caliber", by_caliber), ("kind", by_kind)) if turns}
