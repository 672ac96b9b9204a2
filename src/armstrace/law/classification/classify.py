"""Civilian or reserved, under which law, on which day, by which provision, and what would settle it.

`classify` tries the rules in force on each thing that the weapon may be. A class is given only if every possibility
leads to it; otherwise the answer is *undetermined*, with the candidates, the provisions and the missing facts.

>>> from armstrace.weapons.calibers import Caliber
>>> from armstrace.weapons.kinds import KindSet
>>> from armstrace.weapons.weapon import Weapon
>>> import datetime
>>> pistol = Weapon(kinds=KindSet.of("pistol"), caliber=Caliber.parse("9x19"))
>>> classify(pistol, Scheme.MX, on=datetime.date(2023, 6, 1)).outcome
'military_exclusive'
>>> bare = Weapon(kinds=KindSet.of("pistol"), caliber=Caliber.parse("9 mm"))
>>> answer = classify(bare, Scheme.MX, on=datetime.date(2023, 6, 1))
>>> answer.outcome, answer.basis
('undetermined', <Basis.AMBIGUOUS_CALIBER: 'ambiguous_caliber'>)
"""

from __future__ import annotations

import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, fields

from armstrace import explain
from armstrace.dates.arguments import day_argument
from armstrace.dates.value import UncertainDate
from armstrace.explain import Agreement, Caveat, Reason
from armstrace.law.classification import practice, settling
from armstrace.law.classification.arguments import scheme_argument, weapon_argument
from armstrace.law.classification.circumstances import NONE_STATED, Circumstances
from armstrace.law.classification.classification import Classification
from armstrace.law.classification.facts import Facts, contradicts, worlds
from armstrace.law.classification.predicates import PREDICATES
from armstrace.law.classification.rules import Rule, RuleSet, rule_set
from armstrace.law.classification.schemes import UNDETERMINED, Scheme
from armstrace.law.classification.verdict import Basis, Verdict, merged, of_world, union
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.dates.arguments import Day
    from armstrace.law.classification.arguments import WeaponArgument

__all__ = ["Basis", "Classification", "classify", "classify_many"]

T = TypeVar("T")

# What no rule asks about: two weapons that differ in nothing else have one class.
_READ = attrgetter(
    *(
        field.name
        for field in fields(Weapon)
        if field.name not in ("feed", "make", "made_in", "serial", "lot", "markings", "stock_number", "extras")
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
    rules = rule_set(scheme_argument(scheme))
    return _classified(weapon_argument(weapon), rules, None if on is None else day_argument(on, "on"), given)


def _classified(weapon: Weapon, rules: RuleSet, day: UncertainDate | None, given: Circumstances) -> Classification:
    if (datetime.date.max if day is None else day.latest) < rules.scheme.first_day:
        return _before(rules, day)
    by_regime, possible = _tried(weapon, rules, day, given)
    answer = _folded(by_regime)
    cited = union(rule for verdict in by_regime for rule in _cited(verdict, answer.outcome))
    missing = answer.missing if answer.outcome == UNDETERMINED else frozenset[str]()

    def outcome_of(other: Weapon, stated: Circumstances) -> str:
        return _folded(_tried(other, rules, day, stated)[0]).outcome

    return Classification(
        scheme=rules.scheme,
        outcome=answer.outcome,
        basis=answer.basis,
        candidates=answer.candidates,
        provisions=union(rule.provision for rule in cited),
        missing=tuple(sorted(missing)),
        settled_by=settling.alone(weapon, given, by_regime, missing, outcome_of) if missing else (),
        reasons=tuple(_reasons(by_regime, answer.outcome)),
        caveats=(
            *_caveats(rules, cited, by_regime, day),
            *_of_weapon(rules, weapon, possible),
            *_of_presumptions(rules, possible, day, answer.outcome),
        ),
        practice=practice.beside(rules.scheme, possible, day),
        on=day,
        stamp=rules.stamp,
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
    rules = rule_set(scheme_argument(scheme))
    known: dict[object, Classification] = {}
    dated = _paired(weapons, on, common=isinstance(on, str | datetime.date | UncertainDate | None))
    for (record, when), stated in _paired(dated, given, common=isinstance(given, Circumstances)):
        weapon = weapon_argument(record)
        key = (when, stated, _READ(weapon))
        answer = known.get(key)
        if answer is None:
            day = None if when is None else day_argument(when, "on")
            answer = known[key] = _classified(weapon, rules, day, stated)
        yield answer


def _paired(items: Iterable[T], values: Any, *, common: bool) -> Iterable[tuple[T, Any]]:  # noqa: ANN401 (V | Iterable[V])
    """Each item with the value that is common to all, or with its own."""
    return ((item, values) for item in items) if common else zip(items, values, strict=True)


def _tried(
    weapon: Weapon, rules: RuleSet, day: UncertainDate | None, given: Circumstances
) -> tuple[list[Verdict], tuple[Facts, ...]]:
    """What the rules of each regime within *day* say, and the things that the weapon may be."""
    wrong = contradicts(weapon)
    seen = (evolve(weapon, action=None), evolve(weapon, fire_modes=None)) if wrong else (weapon,)
    possible = tuple(facts for each in seen for facts in worlds(each, rules.scheme.military_patterns, given))
    by_regime = _judged(possible, rules, day)
    if wrong:
        by_regime = [evolve(each, outcome=UNDETERMINED, basis=Basis.CONFLICT) for each in by_regime]
    return by_regime, possible


def _judged(possible: tuple[Facts, ...], rules: RuleSet, day: UncertainDate | None) -> list[Verdict]:
    """What holds whichever of the possible things it is, for each stretch within *day* over which no rule changes."""
    earliest = rules.scheme.first_day if day is None else max(day.earliest, rules.scheme.first_day)
    latest = datetime.date.max if day is None else day.latest
    return [
        merged([of_world(facts, rules, start) for facts in possible], possible)
        for start in rules.regimes(earliest, latest)
    ]


def _folded(by_regime: Sequence[Verdict]) -> Verdict:
    """What holds on every day that it may be."""
    first = by_regime[0]
    if len(by_regime) == 1:
        return first
    spans = len({verdict.outcome for verdict in by_regime}) > 1
    missing = frozenset[str]().union(*(verdict.missing for verdict in by_regime))
    return evolve(
        first,
        outcome=UNDETERMINED if spans else first.outcome,
        basis=Basis.DATE_SPANS_CHANGE if spans else first.basis,
        candidates=union(name for verdict in by_regime for name in verdict.candidates),
        missing=missing | {"date"} if spans else missing,
    )


def _before(rules: RuleSet, day: UncertainDate | None) -> Classification:
    caveat = Caveat(code="law.before", values=explain.values(day=rules.scheme.first_day))
    return Classification(
        scheme=rules.scheme,
        outcome=UNDETERMINED,
        basis=Basis.BEFORE_FIRST_RULE,
        caveats=(caveat,),
        on=day,
        stamp=rules.stamp,
    )


def _cited(verdict: Verdict, outcome: str) -> Iterator[Rule]:
    yield from verdict.sure
    yield from verdict.possible
    yield from (rule for rule in verdict.dormant if outcome in (UNDETERMINED, rule.outcome))


def _reasons(by_regime: Iterable[Verdict], outcome: str) -> Iterator[Reason]:
    for verdict in by_regime:
        for rule in verdict.sure:
            code = "law.names" if rule.outcome not in ("", UNDETERMINED) else "law.bears_on"
            yield _reason(code, rule, Agreement.SAME)
        for rule in verdict.possible:
            yield _reason("law.may_name", rule, Agreement.UNKNOWN)
        if outcome == UNDETERMINED:
            for rule in verdict.dormant:
                yield _reason("law.would_name", rule, Agreement.UNKNOWN)


def _reason(code: str, rule: Rule, agreement: Agreement) -> Reason:
    return Reason(
        code=code,
        agreement=agreement,
        values=explain.values(cite=rule.provision.citation, outcome=rule.outcome or None),
    )


def _caveats(
    rules: RuleSet, cited: Sequence[Rule], by_regime: Sequence[Verdict], day: UncertainDate | None
) -> Iterator[Caveat]:
    if day is not None and day.earliest < rules.scheme.first_day:
        yield Caveat(code="law.starts_before", values=explain.values(day=rules.scheme.first_day))
    yield from (Caveat(code=f"law.reading_{code}") for code in union(rule.reading for rule in cited if rule.reading))
    questions = union(code for verdict in by_regime for code in sorted(verdict.questions))
    yield from (Caveat(code=f"law.question_{code}") for code in questions)
    for citation in union(rule.provision.citation for rule in cited if not rule.provision.verified):
        yield Caveat(code="law.unverified", values=explain.values(cite=citation))
    yield from _of_circumstances(by_regime)


def _of_weapon(rules: RuleSet, weapon: Weapon, possible: Sequence[Facts]) -> Iterator[Caveat]:
    if contradicts(weapon):
        yield Caveat(code="law.contradicts")
    yield from _of_words(weapon, possible)
    if weapon.model is not None and weapon.fire_modes is None and possible[0].fire_modes is not None:
        yield Caveat(code="law.from_model", values=explain.values(model=weapon.model.name))
    yield from (Caveat(code=f"law.{code}") for code in rules.scheme.caveats)


def _of_presumptions(
    rules: RuleSet, possible: Sequence[Facts], day: UncertainDate | None, outcome: str
) -> Iterator[Caveat]:
    """That a class is settled only if facts are not so which the record does not deny."""
    if outcome == UNDETERMINED:
        return
    doubted = tuple(evolve(facts, nothing_presumed=True) for facts in possible)
    answer = _folded(_judged(doubted, rules, day))
    if answer.outcome != outcome:
        presumed = {asked.fact for asked in PREDICATES.values() if asked.presumed}
        facts = explain.joined(f"presumed_{fact}" for fact in sorted(answer.missing & presumed))
        yield Caveat(code="law.presumed", values=explain.values(facts=facts))


def _of_circumstances(by_regime: Sequence[Verdict]) -> Iterator[Caveat]:
    """That stated circumstances decided, or that others would have."""
    decided = union(
        PREDICATES[name].fact
        for verdict in by_regime
        for rule in verdict.sure
        if rule.circumstantial and rule.outcome == verdict.outcome
        for name in rule.when.predicates()
        if PREDICATES[name].circumstance
    )
    if decided:
        yield Caveat(code="law.rests_on", values=explain.values(facts=explain.joined(decided)))
    for verdict in by_regime:
        for rule in verdict.dormant:
            if verdict.outcome not in (UNDETERMINED, rule.outcome):
                given = explain.values(
                    cite=rule.provision.citation,
                    outcome=rule.outcome,
                    facts=explain.joined(sorted(verdict.unstated)),
                )
                yield Caveat(code="law.would_change", values=given)


def _of_words(weapon: Weapon, possible: Sequence[Facts]) -> Iterator[Caveat]:
    """That the pattern was read for a word of the law, or speaks against the one written."""
    settled = sorted({str(facts.pattern) for facts in possible if facts.words and "fusil" in facts.words})
    if settled and weapon.legal_word is None:
        yield Caveat(code="law.pattern_settles", values=explain.values(pattern=settled[0]))
    if any(facts.words == frozenset({"rifle", "fusil"}) for facts in possible):
        yield Caveat(code="law.word_against_pattern", values=explain.values(pattern=settled[0]))
