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
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.explain import Agreement, Caveat, Reason
from armstrace.law.facts import Facts, worlds
from armstrace.law.rules import Provision, Rule, RuleSet, rule_set
from armstrace.law.schemes import UNDETERMINED, Scheme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.weapons.weapon import Weapon

T = TypeVar("T")

_CIVILIAN = ("civilian_home", "civilian_sport_hunting")
# of two provisions that both hold, the stricter leads; a Mk 19 is a machinegun and a destructive device
_LEADS = ("nfa_machinegun", "nfa_destructive_device", "nfa_sbs", "nfa_sbr")


class Basis(StrEnum):
    """What an answer rests on.

    EXPLICIT: The words of the law.
    INFERENCE: A reading of them, which the reasons name.
    MISSING_FACTS: Undetermined: a fact that decides is not recorded.
    AMBIGUOUS_CALIBER: Undetermined: the calibers that the record may mean fall in different classes.
    CONFLICT: Undetermined: provisions of different classes hold, or the record contradicts itself.
    NOT_NAMED: Undetermined: no provision read here names such a thing.
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
class Classification:
    """The class of a weapon under a scheme, on a date, and why.

    Attributes:
        scheme: The scheme.
        outcome: A class of the scheme, or ``undetermined``.
        basis: What the answer rests on.
        candidates: The classes it may have; one where it is determined.
        provisions: The provisions that name the thing, or may.
        missing: The facts that would help to settle it: ``caliber``, ``fire_modes``, ``legal_word``, ``date``, …
        reasons: What speaks for each class.
        caveats: What must be known before relying on it.
        on: The day it is for; None where no day was given.
    """

    scheme: Scheme
    outcome: str
    basis: Basis
    candidates: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    missing: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    on: UncertainDate | None = None

    @property
    def determined(self) -> bool:
        """Whether the class is settled."""
        return self.outcome != UNDETERMINED

    def explain(self, language: explain.Language = "en") -> str:
        """The answer in a few lines: class, day, reasons, what is missing, caveats."""
        given = explain.values(
            scheme=self.scheme.value,
            outcome=self.outcome,
            basis=self.basis.value,
            candidates=explain.joined(self.candidates),
            on=self.on if self.on is not None else explain.term("no_date", language),
        )
        code = "law.determined" if self.determined else "law.open" if self.candidates else "law.none"
        lines = [explain.say(code, given, language)]
        lines += [f"  - {reason.explain(language)}" for reason in self.reasons]
        if self.missing:
            lines.append("  " + explain.say("law.missing", (("facts", explain.joined(self.missing)),), language))
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)


@frozen(kw_only=True)
class _Verdict:
    """What the rules of one day say of one thing that the weapon may be."""

    sure: tuple[Rule, ...]
    possible: tuple[Rule, ...]
    missing: frozenset[str]
    outcome: str
    candidates: tuple[str, ...]
    basis: Basis


def classify(weapon: Weapon, scheme: Scheme, *, on: datetime.date | UncertainDate | None) -> Classification:
    """The class of *weapon* under *scheme* on the day *on*, or why it is undetermined.

    Args:
        weapon: The weapon, as far as it is known.
        scheme: Whose law.
        on: The day; an uncertain one is tried over all its bounds, and None means that no day is known: then a class is
            given only if it holds under all rules ever held.
    """
    rules = rule_set(scheme)
    day = UncertainDate.exact(on) if isinstance(on, datetime.date) else on
    earliest = rules.first_day if day is None else day.earliest
    latest = datetime.date.max if day is None else day.latest
    if latest < rules.first_day:
        return _before(rules, day)
    caveats: list[Caveat] = []
    if earliest < rules.first_day:
        caveats.append(Caveat(code="law.starts_before", values=explain.values(day=rules.first_day)))
        earliest = rules.first_day
    patterns = rules.military_patterns
    possible = tuple(worlds(weapon, patterns))
    by_regime = [
        _merged([_verdict(facts, rules, start) for facts in possible], possible)
        for start in rules.regimes(earliest, latest)
    ]
    first = by_regime[0]
    candidates = _union(name for verdict in by_regime for name in verdict.candidates)
    outcomes = {verdict.outcome for verdict in by_regime}
    missing = set().union(*(verdict.missing for verdict in by_regime))
    outcome, basis = first.outcome, first.basis
    if len(outcomes) > 1:
        outcome, basis = UNDETERMINED, Basis.DATE_SPANS_CHANGE
        missing.add("date")
    cited = _union(
        (rule for verdict in by_regime for rule in (*verdict.sure, *verdict.possible)),
    )
    return Classification(
        scheme=scheme,
        outcome=outcome,
        basis=basis,
        candidates=candidates,
        provisions=tuple(rule.provision for rule in cited),
        missing=() if outcome != UNDETERMINED else tuple(sorted(missing)),
        reasons=tuple(_reasons(by_regime)),
        caveats=(*caveats, *_caveats(scheme, cited, weapon, possible)),
        on=day,
    )


def _before(rules: RuleSet, day: UncertainDate | None) -> Classification:
    caveat = Caveat(code="law.before", values=explain.values(day=rules.first_day))
    return Classification(
        scheme=rules.scheme, outcome=UNDETERMINED, basis=Basis.BEFORE_FIRST_RULE, caveats=(caveat,), on=day
    )


def _verdict(facts: Facts, rules: RuleSet, day: datetime.date) -> _Verdict:
    sure: list[Rule] = []
    possible: list[Rule] = []
    missing: set[str] = set()
    for rule in rules.rules:
        if rule.provision.in_force(day):
            unknown: set[str] = set()
            answer = rule.when.holds(facts, unknown)
            if answer is None:
                possible.append(rule)
                missing |= unknown
            elif answer:
                sure.append(rule)
    outcome, candidates, basis = _decide(_union(r.outcome for r in sure), _union(r.outcome for r in possible))
    if basis is Basis.EXPLICIT:
        possible = [rule for rule in possible if rule.outcome == outcome]
        if all(rule.reading for rule in sure):
            basis = Basis.INFERENCE
    return _Verdict(
        sure=tuple(sure),
        possible=tuple(possible),
        missing=frozenset(missing),
        outcome=outcome,
        candidates=candidates,
        basis=basis,
    )


def _decide(sure: Sequence[str], possible: Sequence[str]) -> tuple[str, tuple[str, ...], Basis]:
    """The class that follows from the classes that are named for sure and those that may be."""
    if len(sure) > 1 and set(sure) <= set(_CIVILIAN):
        sure = ("civilian_home",)  # art. 9 III takes in what art. 10 lists
    if len(sure) > 1 and set(sure) <= set(_LEADS):
        sure = (min(sure, key=_LEADS.index),)
    if len(sure) > 1:
        return UNDETERMINED, tuple(sure), Basis.CONFLICT
    others = [name for name in possible if name not in sure]
    if not sure:
        return UNDETERMINED, tuple(others), Basis.MISSING_FACTS if others else Basis.NOT_NAMED
    settled = sure[0]
    if settled in _CIVILIAN and all(name in _CIVILIAN for name in others):
        others = []
    if settled in _LEADS and all(name in _LEADS[_LEADS.index(settled) + 1 :] for name in others):
        others = []
    if others:
        return UNDETERMINED, (settled, *others), Basis.MISSING_FACTS
    return settled, (settled,), Basis.EXPLICIT


def _merged(verdicts: Sequence[_Verdict], possible: Sequence[Facts]) -> _Verdict:
    """What holds whichever of the possible things it is."""
    outcomes = _union(verdict.outcome for verdict in verdicts)
    first = verdicts[0]
    missing = frozenset().union(*(verdict.missing for verdict in verdicts))
    if len(outcomes) == 1:
        bases = {verdict.basis for verdict in verdicts}
        basis = first.basis if len(bases) == 1 else next(b for b in _WEAKEST if b in bases)
    else:
        pairs = list(zip(possible, verdicts, strict=True))
        by_caliber = _turns_on({(facts.kind, verdict.outcome) for facts, verdict in pairs})
        by_kind = _turns_on({(facts.cartridge, verdict.outcome) for facts, verdict in pairs})
        missing |= ({"caliber"} if by_caliber else set()) | ({"kind"} if by_kind else set())
        basis = Basis.AMBIGUOUS_CALIBER if by_caliber else Basis.MISSING_FACTS
    return _Verdict(
        sure=_union(rule for verdict in verdicts for rule in verdict.sure),
        possible=_union(rule for verdict in verdicts for rule in verdict.possible),
        missing=missing,
        outcome=first.outcome if len(outcomes) == 1 else UNDETERMINED,
        candidates=_union(name for verdict in verdicts for name in verdict.candidates),
        basis=basis,
    )


def _turns_on(outcomes: set[tuple[object, str]]) -> bool:
    """Whether the outcome differs although the first of each pair is the same: something else decides."""
    return len({first for first, _ in outcomes}) < len(outcomes)


_WEAKEST = (Basis.CONFLICT, Basis.MISSING_FACTS, Basis.NOT_NAMED, Basis.INFERENCE, Basis.EXPLICIT)


def _reasons(verdicts: Iterable[_Verdict]) -> Iterable[Reason]:
    shown: dict[tuple[str, str], Reason] = {}
    for verdict in verdicts:
        for rules, code, agreement in (
            (verdict.sure, "law.names", Agreement.SAME),
            (verdict.possible, "law.may_name", Agreement.UNKNOWN),
        ):
            for rule in rules:
                given = explain.values(cite=rule.provision.citation, outcome=rule.outcome)
                reason = Reason(code=code, agreement=agreement, values=given)
                shown.setdefault((rule.provision.citation, rule.outcome), reason)
    return shown.values()


def _caveats(scheme: Scheme, cited: Sequence[Rule], weapon: Weapon, possible: Sequence[Facts]) -> Iterable[Caveat]:
    yield from (Caveat(code=f"law.reading_{code}") for code in _union(rule.reading for rule in cited if rule.reading))
    for provision in _union(rule.provision for rule in cited if not rule.provision.verified):
        yield Caveat(code="law.unverified", values=explain.values(cite=provision.citation))
    settled = {facts.pattern for facts in possible if facts.words and "fusil" in facts.words}
    if weapon.legal_word is None and settled:
        yield Caveat(code="law.pattern_settles", values=explain.values(pattern=min(map(str, settled))))
    if any(facts.words == frozenset({"rifle", "fusil"}) for facts in possible):
        yield Caveat(code="law.word_against_pattern", values=explain.values(pattern=min(map(str, settled))))
    if weapon.model is not None and weapon.fire_modes is None and possible[0].fire_modes is not None:
        yield Caveat(code="law.from_model", values=explain.values(model=weapon.model.name))
    if scheme is Scheme.US_NFA:
        yield Caveat(code="law.no_state_law")


def _union(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
