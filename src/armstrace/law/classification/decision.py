"""How the rules of one day decide on one thing that a weapon may be.

Rules that apply decide by rank. A rule that only may apply stands against a class as long as its rank is no later; a
privilege whose circumstances are not stated stands aside, but is remembered.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from attrs import define, evolve, field, frozen

from armstrace.law.classification.conditions import QUESTION
from armstrace.law.classification.rules import Rule, in_force
from armstrace.law.classification.schemes import UNDETERMINED, Scheme

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.law.classification.facts import Facts

T = TypeVar("T")


class LegalBasis(StrEnum):
    """What an answer rests on."""

    EXPLICIT = "explicit"  #: The words of the law.
    INFERENCE = "inference"  #: A reading of them, which the caveats name.
    MISSING_FACTS = "missing_facts"  #: Undetermined: a fact that decides is not recorded.
    #: Undetermined: the calibers that the record may mean fall in different classes.
    AMBIGUOUS_CALIBER = "ambiguous_caliber"
    CONFLICT = "conflict"  #: Undetermined: provisions of different classes apply, or the record contradicts itself.
    NOT_NAMED = "not_named"  #: Undetermined: no provision read here names such a thing, or none clearly does.
    DATE_SPANS_CHANGE = "date_spans_change"  #: Undetermined: the law changed within the bounds of the date.
    #: Undetermined: the day lies before the first day for which rules are held.
    BEFORE_FIRST_RULE = "before_first_rule"


@frozen(kw_only=True)
class Decision:
    """The class that the rules give to a thing, or the reason why they give none.

    Attributes:
        applies: Rules that apply.
        possible: Rules that may apply and bear on the class.
        dormant: Rules that would apply under circumstances that are not stated.
        missing: The facts that would help to tell.
        questions: The questions that the text leaves open.
        unstated: The circumstances for which the dormant rules ask.
        outcome: The class, or *undetermined*.
        candidates: The classes it may have.
        basis: What that rests on.
    """

    applies: tuple[Rule, ...] = ()
    possible: tuple[Rule, ...] = ()
    dormant: tuple[Rule, ...] = ()
    missing: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    unstated: frozenset[str] = frozenset()
    outcome: str = UNDETERMINED
    candidates: tuple[str, ...] = ()
    basis: LegalBasis = LegalBasis.NOT_NAMED

    def cited(self, outcome: str) -> Iterator[Rule]:
        """The rules to cite for an answer of the class *outcome*.

        Dormant rules are among them only if they name that class, or if *outcome* is *undetermined*.
        """
        yield from self.applies
        yield from self.possible
        yield from (rule for rule in self.dormant if outcome in (UNDETERMINED, rule.outcome))


def decide(facts: Facts, scheme: Scheme, day: datetime.date) -> Decision:
    """The decision of the rules of *day* on one thing that the weapon may be."""
    base = scheme.base
    if base is not None:
        built_on = decide(facts, base, day)
        facts = evolve(facts, base_classes=built_on.candidates or None, base_missing=built_on.missing)
    tried = _Tried()
    for rule in in_force(scheme, day, facts.kind_ids):
        tried.add(rule, facts)
    return _decision(scheme, facts, tried)


@define(kw_only=True)
class _Tried:
    """The rules in force on a day, sorted by whether they apply to a thing.

    Each rule in *unsure* may apply; the names of the facts that are missing to tell stand beside it. A rule is in
    *dormant* if it would apply only under circumstances that are not stated; *unstated* names these.
    """

    applies: list[Rule] = field(factory=list)
    unsure: list[tuple[Rule, set[str]]] = field(factory=list)
    dormant: list[Rule] = field(factory=list)
    unstated: set[str] = field(factory=set)

    def add(self, rule: Rule, facts: Facts) -> None:
        """Sorts *rule* in by whether its condition holds of the thing that *facts* describe."""
        unknown: set[str] = set()
        answer = rule.when.holds(facts, unknown)
        if answer is None and rule.circumstantial:
            asked, unknown = unknown, set()
            answer = rule.when.holds(evolve(facts, only_stated=True), unknown)
            if answer is False and rule.outcome:
                self.dormant.append(rule)
                self.unstated |= {fact for fact in asked if not fact.startswith(QUESTION)}
        if answer is None:
            self.unsure.append((rule, unknown))
        elif answer:
            self.applies.append(rule)


def _decision(scheme: Scheme, facts: Facts, tried: _Tried) -> Decision:
    naming = [rule for rule in tried.applies if rule.outcome]
    top = min((rule.rank for rule in naming), default=None)
    named = _led(distinct(rule.outcome for rule in naming if rule.rank == top), scheme.leads)
    settled = named[0] if len(named) == 1 and named[0] != UNDETERMINED else None
    rivals = [(rule, unknown) for rule, unknown in tried.unsure if not _yields(rule, settled, top, scheme.leads)]
    against = distinct(rule.outcome for rule, _ in rivals if rule.outcome != settled)
    if settled is not None and not against:
        decision = Decision(outcome=settled, candidates=(settled,), basis=_textual(settled, naming))
    else:
        weaker = [rule.outcome for rule in (naming if UNDETERMINED in named else ())]
        candidates = distinct((*named, *against, *weaker, *(rule.outcome for rule in tried.dormant)))
        unknown = frozenset(chain.from_iterable(unknown for _, unknown in rivals))
        decision = _open(scheme, candidates, unknown, conflict=len(named) > 1, base_missing=facts.base_missing)
    return evolve(
        decision,
        applies=tuple(tried.applies),
        possible=tuple(rule for rule, _ in rivals),
        dormant=tuple(tried.dormant),
        unstated=frozenset(tried.unstated),
    )


def _textual(settled: str, naming: Iterable[Rule]) -> LegalBasis:
    """EXPLICIT if a rule for the class *settled* rests on the words of the law; else INFERENCE.

    *naming* holds the rules that apply and name a class.
    """
    explicit = any(rule.outcome == settled and not rule.reading for rule in naming)
    return LegalBasis.EXPLICIT if explicit else LegalBasis.INFERENCE


def _open(
    scheme: Scheme, candidates: Iterable[str], unknown: frozenset[str], *, conflict: bool, base_missing: frozenset[str]
) -> Decision:
    """The decision that settles no class, with the facts and open questions on which the class depends.

    *unknown* holds the names of missing facts and the codes of open questions; *conflict* is True if rules of one rank
    name several classes; *base_missing* holds the facts that the scheme below lacks.
    """
    questions = frozenset(code.removeprefix(QUESTION) for code in unknown if code.startswith(QUESTION))
    missing = frozenset(fact for fact in unknown if not fact.startswith(QUESTION))
    if "class" in missing:
        missing = (missing - {"class"}) | base_missing
    conflicting = {code for code, basis in scheme.questions if basis == "conflict"}
    if conflict or (not missing and questions & conflicting):
        basis = LegalBasis.CONFLICT
    else:
        basis = LegalBasis.MISSING_FACTS if missing else LegalBasis.NOT_NAMED
    candidates = tuple(name for name in candidates if name != UNDETERMINED)
    return Decision(missing=missing, questions=questions, candidates=candidates, basis=basis)


def _led(named: tuple[str, ...], leads: Sequence[str]) -> tuple[str, ...]:
    """Of the classes that rules of one rank name, only the class that comes earliest in *leads*.

    All of them stay if *leads* lacks any of them.
    """
    if len(named) > 1 and set(named) <= set(leads):
        return (min(named, key=leads.index),)
    return named


def _yields(rule: Rule, settled: str | None, top: int | None, leads: Sequence[str]) -> bool:
    """True if *rule*, which may apply, would leave the class *settled* as it is.

    *top* is the rank of the rules that name *settled*; *leads* holds the classes of which the earlier leads. A rule
    without a class, or of a later rank, always yields.
    """
    if not rule.outcome or (top is not None and rule.rank > top):
        return True
    led = settled in leads and rule.outcome in leads and rule.rank == top
    return led and leads.index(rule.outcome) > leads.index(settled or "")


def distinct(items: Iterable[T]) -> tuple[T, ...]:
    """The items without repetitions, in the order in which they came: ``(1, 2)`` for ``1, 2, 1``."""
    return tuple(dict.fromkeys(items))
