"""How rules decide: what those of one day say of one thing, and what holds whichever thing it is.

Rules that hold for sure are taken by rank. One that only may hold stands against a class as long as its rank is no
later; a privilege whose circumstances are not stated stands aside, but is remembered.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, frozen

from armstrace.law.classification.conditions import QUESTION
from armstrace.law.classification.rules import Rule, RuleSet, rule_set
from armstrace.law.classification.schemes import UNDETERMINED

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from armstrace.law.classification.facts import Facts

T = TypeVar("T")


class Basis(StrEnum):
    """What an answer rests on.

    EXPLICIT: The words of the law.
    INFERENCE: A reading of them, which the caveats name.
    MISSING_FACTS: Undetermined: a fact that decides is not recorded.
    AMBIGUOUS_CALIBER: Undetermined: the calibers that the record may mean fall in different classes.
    CONFLICT: Undetermined: provisions of different classes hold, or the record contradicts itself.
    NOT_NAMED: Undetermined: no provision read here names such a thing, or none clearly does.
    DATE_SPANS_CHANGE: Undetermined: the law changed within the bounds of the date.
    BEFORE_FIRST_RULE: Undetermined: the day lies before the first day for which rules are held.
    """

    EXPLICIT = "explicit"
    INFERENCE = "inference"
    MISSING_FACTS = "missing_facts"
    AMBIGUOUS_CALIBER = "ambiguous_caliber"
    CONFLICT = "conflict"
    NOT_NAMED = "not_named"
    DATE_SPANS_CHANGE = "date_spans_change"
    BEFORE_FIRST_RULE = "before_first_rule"


@frozen(kw_only=True)
class Verdict:
    """What the rules of one day say of a thing.

    Attributes:
        sure: Rules that hold.
        possible: Rules that may hold and bear on the class.
        dormant: Rules that would hold under circumstances that are not stated.
        missing: The facts that would help to tell.
        questions: The questions that the text leaves open.
        unstated: The circumstances for which the dormant rules ask.
        outcome: The class, or *undetermined*.
        candidates: The classes it may have.
        basis: What that rests on.
    """

    sure: tuple[Rule, ...] = ()
    possible: tuple[Rule, ...] = ()
    dormant: tuple[Rule, ...] = ()
    missing: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    unstated: frozenset[str] = frozenset()
    outcome: str = UNDETERMINED
    candidates: tuple[str, ...] = ()
    basis: Basis = Basis.NOT_NAMED


def of_world(facts: Facts, rules: RuleSet, day: datetime.date) -> Verdict:
    """What the rules of *day* say of one thing that the weapon may be."""
    if rules.scheme.base is not None:
        base = of_world(facts, rule_set(rules.scheme.base), day)
        facts = evolve(facts, base_classes=base.candidates or None, base_missing=base.missing)
    sure: list[Rule] = []
    unsure: list[tuple[Rule, set[str]]] = []
    dormant: list[Rule] = []
    unstated: set[str] = set()
    for rule in rules.in_force(day, facts.kind_ids):
        unknown: set[str] = set()
        answer = rule.when.holds(facts, unknown)
        if answer is None and rule.circumstantial:
            asked, unknown = unknown, set()
            answer = rule.when.holds(evolve(facts, only_stated=True), unknown)
            if answer is False and rule.outcome:
                dormant.append(rule)
                unstated |= {fact for fact in asked if not fact.startswith(QUESTION)}
        if answer is None:
            unsure.append((rule, unknown))
        elif answer:
            sure.append(rule)
    verdict = _decided(rules, facts, sure, unsure, dormant)
    return evolve(verdict, dormant=tuple(dormant), unstated=frozenset(unstated))


def _decided(
    rules: RuleSet,
    facts: Facts,
    sure: list[Rule],
    unsure: list[tuple[Rule, set[str]]],
    dormant: list[Rule],
) -> Verdict:
    top = min((rule.rank for rule in sure if rule.outcome), default=None)
    named = _led(union(rule.outcome for rule in sure if rule.outcome and rule.rank == top), rules.scheme.leads)
    settled = named[0] if len(named) == 1 and named[0] != UNDETERMINED else None
    rivals = [
        (rule, unknown)
        for rule, unknown in unsure
        if rule.outcome and (top is None or rule.rank <= top) and not _follows(rule, settled, top, rules.scheme.leads)
    ]
    against = union(rule.outcome for rule, _ in rivals if rule.outcome != settled)
    possible = [rule for rule, _ in rivals]
    if settled is not None and not against:
        return Verdict(
            sure=tuple(sure),
            possible=tuple(possible),
            outcome=settled,
            candidates=(settled,),
            basis=Basis.EXPLICIT
            if any(rule.outcome == settled and not rule.reading for rule in sure)
            else Basis.INFERENCE,
        )
    unknowns = frozenset[str]().union(*(unknown for _, unknown in rivals))
    questions = frozenset(code.removeprefix(QUESTION) for code in unknowns if code.startswith(QUESTION))
    missing = frozenset(fact for fact in unknowns if not fact.startswith(QUESTION))
    if "class" in missing:
        missing = (missing - {"class"}) | facts.base_missing
    weaker = [rule.outcome for rule in sure if rule.outcome] if UNDETERMINED in named else []
    candidates = union((*named, *against, *weaker, *(rule.outcome for rule in dormant if rule.outcome)))
    return Verdict(
        sure=tuple(sure),
        possible=tuple(possible),
        missing=missing,
        questions=questions,
        candidates=tuple(name for name in candidates if name != UNDETERMINED),
        basis=_why(rules, named, missing, questions),
    )


def _why(rules: RuleSet, named: Sequence[str], missing: frozenset[str], questions: frozenset[str]) -> Basis:
    if len(named) > 1:
        return Basis.CONFLICT
    if missing:
        return Basis.MISSING_FACTS
    declared = dict(rules.scheme.questions)
    if questions:
        return Basis.CONFLICT if any(declared[code] == "conflict" for code in questions) else Basis.NOT_NAMED
    return Basis.NOT_NAMED


def _led(named: tuple[str, ...], leads: Sequence[str]) -> tuple[str, ...]:
    """Of several classes of one rank the one that leads, if the scheme says so."""
    if len(named) > 1 and set(named) <= set(leads):
        return (min(named, key=leads.index),)
    return named


def _follows(rule: Rule, settled: str | None, top: int | None, leads: Sequence[str]) -> bool:
    """Whether the class that a rule may name would give way to the settled one."""
    both = settled in leads and rule.outcome in leads and rule.rank == top
    return both and leads.index(rule.outcome) > leads.index(settled or "")


_WEAKEST = (Basis.CONFLICT, Basis.MISSING_FACTS, Basis.NOT_NAMED, Basis.INFERENCE, Basis.EXPLICIT)


def merged(verdicts: Sequence[Verdict], possible: Sequence[Facts]) -> Verdict:
    """What holds whichever of the possible things it is."""
    if len(verdicts) == 1:
        return verdicts[0]
    outcomes = union(verdict.outcome for verdict in verdicts)
    missing = frozenset[str]().union(*(verdict.missing for verdict in verdicts))
    if len(outcomes) == 1:
        basis = next(each for each in _WEAKEST if each in {verdict.basis for verdict in verdicts})
    else:
        pairs = list(zip(possible, verdicts, strict=True))
        by_caliber = _turns_on({(facts.kind_ids, verdict.outcome) for facts, verdict in pairs})
        by_kind = _turns_on({(facts.cartridge, verdict.outcome) for facts, verdict in pairs})
        missing |= ({"caliber"} if by_caliber else set()) | ({"kind"} if by_kind else set())
        basis = Basis.AMBIGUOUS_CALIBER if by_caliber else Basis.MISSING_FACTS
    settled = len(outcomes) == 1 and outcomes[0] != UNDETERMINED
    return Verdict(
        sure=union(rule for verdict in verdicts for rule in verdict.sure),
        possible=union(rule for verdict in verdicts for rule in verdict.possible),
        dormant=union(rule for verdict in verdicts for rule in verdict.dormant),
        missing=frozenset() if settled else missing,
        questions=frozenset[str]().union(*(verdict.questions for verdict in verdicts)),
        unstated=frozenset[str]().union(*(verdict.unstated for verdict in verdicts)),
        outcome=outcomes[0] if len(outcomes) == 1 else UNDETERMINED,
        candidates=union(name for verdict in verdicts for name in verdict.candidates),
        basis=basis,
    )


def _turns_on(outcomes: set[tuple[object, str]]) -> bool:
    """Whether the outcome differs although the first of each pair is the same: something else decides."""
    return len({first for first, _ in outcomes}) < len(outcomes)


def union(items: Iterable[T]) -> tuple[T, ...]:
    """The items, each once, in the order in which they came."""
    return tuple(dict.fromkeys(items))
