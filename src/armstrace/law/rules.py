"""Rules as data: what must hold of a weapon for a provision to name it.

A rule file (``data/rules/*.toml``) lists rules with id, provision, validity, condition, class, source and examples. A
condition is a table of predicates that must all hold; ``any`` lists alternatives, ``not`` turns one round. The
predicates are those of `armstrace.law.facts`, a closed set. Three answers are possible everywhere: yes, no, not known.
"""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from armstrace import _tables
from armstrace.errors import RuleError
from armstrace.law.facts import PREDICATES, Facts
from armstrace.law.schemes import Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

Argument: TypeAlias = bool | int | float | tuple[str, ...]


@frozen(kw_only=True)
class Test:
    """One predicate and what it asks for."""

    __test__ = False  # not a test class, whatever its name looks like

    predicate: str
    argument: Argument

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether it holds; a fact that is missing to tell goes to *unknown*."""
        fact, read = PREDICATES[self.predicate]
        answer = read(facts, self.argument)
        if answer is None:
            unknown.add(fact)
        return answer


@frozen(kw_only=True)
class AllOf:
    """Holds when all its parts do."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether all parts hold. Once one fails, what is missing elsewhere does not matter."""
        missing: set[str] = set()
        answers = [part.holds(facts, missing) for part in self.parts]
        if False in answers:
            return False
        unknown |= missing
        return None if None in answers else True


@frozen(kw_only=True)
class AnyOf:
    """Holds when one of its parts does."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether one part holds. Once one does, what is missing elsewhere does not matter."""
        missing: set[str] = set()
        answers = [part.holds(facts, missing) for part in self.parts]
        if True in answers:
            return True
        unknown |= missing
        return None if None in answers else False


@frozen(kw_only=True)
class Not:
    """Holds when its part does not."""

    part: Condition

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether the part fails."""
        answer = self.part.holds(facts, unknown)
        return None if answer is None else not answer


Condition: TypeAlias = Test | AllOf | AnyOf | Not


@frozen(kw_only=True)
class Provision:
    """A provision of a law, as it stood for a time.

    Attributes:
        id: The id, ``@`` and a year where the text changed.
        citation: How it is cited.
        valid_from: The first day it was in force.
        valid_to: The last day; None while it is in force.
        verified: Whether its wording was seen; if not, every answer resting on it says so.
        source: Where the wording was read.
    """

    id: str
    citation: str
    valid_from: datetime.date
    valid_to: datetime.date | None = None
    verified: bool = True
    source: str = field(default="", repr=False)

    def in_force(self, day: datetime.date) -> bool:
        """Whether it was in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@frozen(kw_only=True)
class Rule:
    """A provision that names a class, and the condition under which it does.

    Attributes:
        provision: The provision.
        outcome: The class it names.
        when: The condition.
        reading: A code where the rule rests on a reading of the text rather than on its words; else empty.
        yes: Examples it names, as cells of a table.
        no: Examples it does not name.
    """

    provision: Provision
    outcome: str
    when: AllOf
    reading: str = ""
    yes: tuple[tuple[tuple[str, str], ...], ...] = field(default=(), repr=False)
    no: tuple[tuple[tuple[str, str], ...], ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class RuleSet:
    """All rules of one scheme.

    Attributes:
        scheme: The scheme.
        edition: The day the rules were last gone over.
        first_day: The first day for which they speak.
        rules: The rules, in the order of the law.
        military_patterns: Patterns that settle the word of the law where a record has none.
    """

    scheme: Scheme
    edition: str
    first_day: datetime.date
    rules: tuple[Rule, ...]
    military_patterns: tuple[str, ...] = ()

    def regimes(self, earliest: datetime.date, latest: datetime.date) -> tuple[datetime.date, ...]:
        """One day for each stretch between *earliest* and *latest* over which no rule changes."""
        days = {earliest}
        for rule in self.rules:
            start, end = rule.provision.valid_from, rule.provision.valid_to
            changes = [start] if end is None else [start, end + datetime.timedelta(days=1)]
            days.update(day for day in changes if earliest < day <= latest)
        return tuple(sorted(days))


@functools.cache
def rule_set(scheme: Scheme) -> RuleSet:
    """The rules of a scheme, read once.

    Raises:
        RuleError: A rule file asks for an unknown predicate or an argument of another type.
    """
    table = _tables.toml(f"rules/{scheme.value}.toml")
    groups = {name: tuple(ids) for name, ids in table.get("calibers", {}).items()}
    return RuleSet(
        scheme=scheme,
        edition=_tables.edition(f"rules/{scheme.value}.toml"),
        first_day=table["first_day"],
        rules=tuple(_rule(row, scheme, groups) for row in table["rule"]),
        military_patterns=tuple(table.get("military_patterns", ())),
    )


def _rule(row: Mapping[str, Any], scheme: Scheme, groups: Mapping[str, tuple[str, ...]]) -> Rule:
    if row["class"] not in scheme.classes:
        raise RuleError(row["id"], cause=f"no class {row['class']!r} in {scheme.value}")
    provision = Provision(
        id=row["id"],
        citation=row["cite"],
        valid_from=row["from"],
        valid_to=row.get("to"),
        verified=row["verified"],
        source=row["source"],
    )
    return Rule(
        provision=provision,
        outcome=row["class"],
        when=condition(row["when"], groups, rule=row["id"]),
        reading=row.get("reading", ""),
        yes=_examples(row["yes"]),
        no=_examples(row["no"]),
    )


def _examples(cells: list[dict[str, str]]) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(tuple(example.items()) for example in cells)


def condition(table: Mapping[str, Any], groups: Mapping[str, tuple[str, ...]], *, rule: str) -> AllOf:
    """The condition that a table of predicates says.

    Args:
        table: Predicates and arguments; ``any`` holds a list of such tables, ``not`` one.
        groups: Named groups of cartridge ids, for ``caliber_in``.
        rule: The id of the rule, for errors.

    Raises:
        RuleError: An unknown predicate or group, or an argument of another type.
    """
    parts: list[Condition] = []
    for name, argument in table.items():
        if name == "any":
            parts.append(AnyOf(parts=tuple(condition(part, groups, rule=rule) for part in argument)))
        elif name == "not":
            parts.append(Not(part=condition(argument, groups, rule=rule)))
        elif name in PREDICATES:
            parts.append(Test(predicate=name, argument=_argument(name, argument, groups, rule)))
        else:
            raise RuleError(rule, cause=f"no predicate {name!r}; there are {', '.join(sorted(PREDICATES))}")
    return AllOf(parts=tuple(parts))


def _argument(name: str, argument: object, groups: Mapping[str, tuple[str, ...]], rule: str) -> Argument:
    if isinstance(argument, bool | int | float):
        return argument
    if not isinstance(argument, list) or not all(isinstance(item, str) for item in argument):
        raise RuleError(rule, cause=f"{name} takes a number, true or false, or a list of words: {argument!r}")
    if name != "caliber_in":
        return tuple(argument)
    unknown = [group for group in argument if group not in groups]
    if unknown:
        raise RuleError(rule, cause=f"no caliber group {unknown[0]!r}")
    return tuple(cartridge for group in argument for cartridge in groups[group])
