"""Conditions of rules: predicates that must all hold, alternatives, negations, open questions of law.

Three answers are possible everywhere: yes, no, not known. What is missing to tell is collected beside the answer: names
of facts, and questions of law, which no fact settles; those begin with ``?``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from armstrace.errors import RuleError
from armstrace.law.classification.predicates import PREDICATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.law.classification.facts import Facts

Argument: TypeAlias = bool | int | float | frozenset[str]
QUESTION = "?"


@frozen(kw_only=True)
class Test:
    """One predicate and what it asks for."""

    __test__ = False  # not a test class, whatever its name looks like

    predicate: str
    argument: Argument

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether it holds; a fact that is missing to tell goes to *unknown*."""
        asked = PREDICATES[self.predicate]
        answer = asked.answer(facts, self.argument)
        if answer is None:
            unknown.add(asked.fact)
        return answer

    def by_kind(self, kind_ids: frozenset[str]) -> bool | None:
        """What the kind alone says."""
        if self.predicate != "kind_in" or not kind_ids or not isinstance(self.argument, frozenset):
            return None
        return not kind_ids.isdisjoint(self.argument)

    def predicates(self) -> Iterator[str]:
        """The names of the predicates within."""
        yield self.predicate


@frozen(kw_only=True)
class Question:
    """What the text of the law leaves open: never yes, never no."""

    code: str

    def holds(self, facts: Facts, unknown: set[str]) -> None:  # noqa: ARG002 (the signature of every condition)
        """Not known, whatever the facts."""
        unknown.add(QUESTION + self.code)

    def by_kind(self, kind_ids: frozenset[str]) -> None:
        """Nothing."""

    def predicates(self) -> Iterator[str]:
        """None."""
        yield from ()


@frozen(kw_only=True)
class AllOf:
    """Holds when all its parts do."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether all parts hold. Once one fails, what is missing elsewhere does not matter."""
        missing: set[str] = set()
        known = True
        for part in self.parts:
            answer = part.holds(facts, missing)
            if answer is False:
                return False
            known = known and answer is not None
        unknown |= missing
        return True if known else None

    def by_kind(self, kind_ids: frozenset[str]) -> bool | None:
        """What the kind alone says."""
        answers = [part.by_kind(kind_ids) for part in self.parts]
        return False if False in answers else None if None in answers else True

    def predicates(self) -> Iterator[str]:
        """The names of the predicates within."""
        for part in self.parts:
            yield from part.predicates()


@frozen(kw_only=True)
class AnyOf:
    """Holds when one of its parts does."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether one part holds. Once one does, what is missing elsewhere does not matter."""
        missing: set[str] = set()
        known = True
        for part in self.parts:
            answer = part.holds(facts, missing)
            if answer:
                return True
            known = known and answer is not None
        unknown |= missing
        return False if known else None

    def by_kind(self, kind_ids: frozenset[str]) -> bool | None:
        """What the kind alone says."""
        answers = [part.by_kind(kind_ids) for part in self.parts]
        return True if True in answers else None if None in answers else False

    def predicates(self) -> Iterator[str]:
        """The names of the predicates within."""
        for part in self.parts:
            yield from part.predicates()


@frozen(kw_only=True)
class Not:
    """Holds when its part does not."""

    part: Condition

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """Whether the part fails."""
        answer = self.part.holds(facts, unknown)
        return None if answer is None else not answer

    def by_kind(self, kind_ids: frozenset[str]) -> bool | None:
        """What the kind alone says."""
        answer = self.part.by_kind(kind_ids)
        return None if answer is None else not answer

    def predicates(self) -> Iterator[str]:
        """The names of the predicates within."""
        yield from self.part.predicates()


Condition: TypeAlias = Test | Question | AllOf | AnyOf | Not


@frozen(kw_only=True)
class Vocabulary:
    """The names that the conditions of one rule file may use.

    Attributes:
        groups: Named groups of cartridge ids, for ``caliber_in``.
        named: Named conditions, for ``is``.
        questions: The open questions of law that the file declares.
    """

    groups: Mapping[str, frozenset[str]]
    named: Mapping[str, Mapping[str, Any]]
    questions: Mapping[str, str]


def condition(table: Mapping[str, Any], words: Vocabulary, *, rule: str) -> AllOf:
    """The condition that a table of predicates says.

    Args:
        table: Predicates and arguments; ``any`` holds a list of such tables, ``not`` one, ``is`` names of conditions,
            ``open`` a question of law.
        words: The names that the file declares.
        rule: The id of the rule, for errors.

    Raises:
        RuleError: An unknown predicate or name, or an argument of another type.
    """
    parts: list[Condition] = []
    for name, argument in table.items():
        if name == "any":
            parts.append(AnyOf(parts=tuple(condition(part, words, rule=rule) for part in argument)))
        elif name == "not":
            parts.append(Not(part=condition(argument, words, rule=rule)))
        elif name == "is":
            parts.extend(condition(_named(words.named, each, rule), words, rule=rule) for each in argument)
        elif name == "open":
            _named(words.questions, argument, rule)
            parts.append(Question(code=argument))
        elif name in PREDICATES:
            parts.append(Test(predicate=name, argument=_argument(name, argument, words.groups, rule)))
        else:
            raise RuleError(rule, cause=f"no predicate {name!r}; there are {', '.join(sorted(PREDICATES))}")
    return AllOf(parts=tuple(parts))


def _named(table: Mapping[str, Any], name: str, rule: str) -> Any:  # noqa: ANN401 (a row of a rule file)
    if name not in table:
        raise RuleError(rule, cause=f"nothing is declared as {name!r}")
    return table[name]


def _argument(name: str, argument: object, groups: Mapping[str, frozenset[str]], rule: str) -> Argument:
    if argument is False and (PREDICATES[name].presumed or PREDICATES[name].circumstance):
        raise RuleError(rule, cause=f"{name} is never known to be false: turn it round with not")
    if isinstance(argument, bool | int | float):
        return argument
    if not isinstance(argument, list) or not all(isinstance(item, str) for item in argument):
        raise RuleError(rule, cause=f"{name} takes a number, true or false, or a list of words: {argument!r}")
    if name != "caliber_in":
        return frozenset(argument)
    unknown = [group for group in argument if group not in groups]
    if unknown:
        raise RuleError(rule, cause=f"no caliber group {unknown[0]!r}")
    return frozenset().union(*(groups[group] for group in argument))
