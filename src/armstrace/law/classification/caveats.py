"""What a reader must know before relying on a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from armstrace import explain
from armstrace.explain import Caveat
from armstrace.law.classification.application import by_regime, over_days
from armstrace.law.classification.decision import distinct
from armstrace.law.classification.facts import contradicts, from_stock_number, stock_item
from armstrace.law.classification.predicates import PREDICATES
from armstrace.law.classification.schemes import UNDETERMINED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.law.classification.application import Application
    from armstrace.law.classification.decision import Decision
    from armstrace.law.classification.facts import Facts
    from armstrace.weapons.weapon import Weapon


def caveats(applied: Application) -> Iterator[Caveat]:
    """The caveats of the answer to which the rules lead, in the order in which they are shown."""
    yield from _of_rules(applied)
    yield from _of_circumstances(applied.decisions)
    if contradicts(applied.weapon):
        yield Caveat(code="law.contradicts")
    yield from _of_words(applied.weapon, applied.possible)
    yield from _of_model(applied.weapon)
    yield from _of_stock_number(applied.weapon, applied.possible)
    yield from (Caveat(code=f"law.{code}") for code in applied.scheme.caveats)
    if applied.answer.outcome != UNDETERMINED:
        yield from _of_presumptions(applied)


def _of_rules(applied: Application) -> Iterator[Caveat]:
    first_day, day, decisions = applied.scheme.first_day, applied.day, applied.decisions
    if day is not None and day.earliest < first_day:
        yield Caveat(code="law.starts_before", values=explain.values(day=first_day))
    cited = distinct(rule for decision in decisions for rule in decision.cited(applied.answer.outcome))
    yield from (Caveat(code=f"law.reading_{code}") for code in distinct(rule.reading for rule in cited) if code)
    questions = distinct(code for decision in decisions for code in sorted(decision.questions))
    yield from (Caveat(code=f"law.question_{code}") for code in questions)
    for citation in distinct(rule.provision.citation for rule in cited if not rule.provision.verified):
        yield Caveat(code="law.unverified", values=explain.values(cite=citation))


def _of_circumstances(decisions: Sequence[Decision]) -> Iterator[Caveat]:
    """The caveats on circumstances: what is stated decided the class, or what is not stated would change it."""
    decided = distinct(
        PREDICATES[name].fact
        for decision in decisions
        for rule in decision.applies
        if rule.circumstantial and rule.outcome == decision.outcome
        for name in rule.when.predicates()
        if PREDICATES[name].circumstance
    )
    if decided:
        yield Caveat(code="law.rests_on", values=explain.values(facts=explain.joined(decided)))
    for decision in decisions:
        for rule in decision.dormant:
            if decision.outcome not in (UNDETERMINED, rule.outcome):
                given = explain.values(
                    cite=rule.provision.citation,
                    outcome=rule.outcome,
                    facts=explain.joined(sorted(decision.unstated)),
                )
                yield Caveat(code="law.would_change", values=given)


def _of_words(weapon: Weapon, possible: Sequence[Facts]) -> Iterator[Caveat]:
    """The caveats on the word of the law, such as *fusil*, for a weapon of a military pattern.

    One states that the pattern settled the word, because the record has none; the other, that the pattern contradicts
    the word of the record. *possible* holds the things that the weapon may be.
    """
    settled = sorted({str(facts.pattern) for facts in possible if facts.words and "fusil" in facts.words})
    if settled and weapon.legal_word is None:
        yield Caveat(code="law.pattern_settles", values=explain.values(pattern=settled[0]))
    if any(facts.words == frozenset({"rifle", "fusil"}) for facts in possible):
        yield Caveat(code="law.word_against_pattern", values=explain.values(pattern=settled[0]))


def _of_model(weapon: Weapon) -> Iterator[Caveat]:
    """The caveat that the modes of fire were taken from the model, if the record has none but the model has."""
    entry = weapon.model.entry if weapon.model else None
    if entry is not None and weapon.fire_modes is None and entry.fire_modes:
        yield Caveat(code="law.from_model", values=explain.values(model=entry.name))


def _of_stock_number(weapon: Weapon, possible: Sequence[Facts]) -> Iterator[Caveat]:
    """The caveats on what the stock number adds to the record, and on what contradicts it.

    *possible* holds the things that the weapon may be.
    """
    item = weapon.stock_number.stock_item if weapon.stock_number else None
    if item is None:
        return
    number = {"number": item.stock_number, "item": str(item)}
    if stock_item(weapon) is None:
        yield Caveat(code="law.stock_number_differs", values=explain.values(**number))
        return
    taken = from_stock_number(weapon)
    altered = any(facts.designed_automatic and facts.automatic is False for facts in possible)
    if taken:
        yield Caveat(code="law.from_stock_number", values=explain.values(**number, facts=explain.joined(taken)))
    if altered:
        yield Caveat(code="law.altered", values=explain.values(**number))
    if (taken or altered) and not item.verified:
        source = explain.joined(f"source_{name}" for name in item.sources)
        yield Caveat(code="law.stock_number_unverified", values=explain.values(**number, source=source))


def _of_presumptions(applied: Application) -> Iterator[Caveat]:
    """The caveat that the class rests on facts presumed absent; none if it would be the same without them.

    The record is silent on these facts, such as a brace.
    """
    doubted = [evolve(facts, nothing_presumed=True) for facts in applied.possible]
    answer = over_days(by_regime(doubted, applied.scheme, applied.day))
    if answer.outcome != applied.answer.outcome:
        presumed = {asked.fact for asked in PREDICATES.values() if asked.presumed}
        facts = explain.joined(f"presumed_{fact}" for fact in sorted(answer.missing & presumed))
        yield Caveat(code="law.presumed", values=explain.values(facts=facts))
