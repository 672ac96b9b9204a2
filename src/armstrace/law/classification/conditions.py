"""Conditions of rules: predicates that must all hold, alternatives, negations, open questions of law.

The answer is always yes, no or not known. What is missing to tell is collected with the answer: names of facts, and
questions of law, which no fact settles; a question begins with ``?``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

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
    """A condition made of one predicate and its argument, such as ``kind_in`` and ``{"rifle"}``."""

    __test__ = False  # not a test class, whatever its name looks like

    predicate: str
    argument: Argument

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """True or False as the thing meets the condition or not; None if a missing fact leaves it open.

        The name of the missing fact is then added to *unknown*.
        """
        asked = PREDICATES[self.predicate]
        answer = asked.answer(facts, self.argument)
        if answer is None:
            unknown.add(asked.fact)
        return answer

    def predicates(self) -> Iterator[str]:
        """The name of the predicate."""
        yield self.predicate


@frozen(kw_only=True)
class Question:
    """A condition on a question that the text of the law leaves open: it is neither met nor failed."""

    code: str

    def holds(self, facts: Facts, unknown: set[str]) -> None:  # noqa: ARG002 (the signature of every condition)
        """None, whatever the facts; the code of the question, such as ``?brace``, is added to *unknown*."""
        unknown.add(QUESTION + self.code)

    def predicates(self) -> Iterator[str]:
        """No names, since an open question has no predicate."""
        yield from ()


@frozen(kw_only=True)
class _Parts:
    """A condition made of several conditions, of which a single part may decide: the base of `AllOf` and `AnyOf`."""

    _deciding: ClassVar[bool]

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """True or False as the thing meets the condition or not; None if missing facts leave it open.

        The names of the missing facts are then added to *unknown*; they do not matter where a single part decides.
        """
        missing: set[str] = set()
        known = True
        for part in self.parts:
            answer = part.holds(facts, missing)
            if answer is self._deciding:
                return answer
            known = known and answer is not None
        unknown |= missing
        return not self._deciding if known else None

    def predicates(self) -> Iterator[str]:
        """The names of the predicates in all parts; a name may come twice."""
        for part in self.parts:
            yield from part.predicates()


@frozen(kw_only=True)
class AllOf(_Parts):
    """A condition that is met if all its parts are; a part that is not met decides."""

    _deciding: ClassVar[bool] = False


@frozen(kw_only=True)
class AnyOf(_Parts):
    """A condition that is met if any of its parts is; a part that is met decides."""

    _deciding: ClassVar[bool] = True


@frozen(kw_only=True)
class Not:
    """A condition that is met if its part is not."""

    part: Condition

    def holds(self, facts: Facts, unknown: set[str]) -> bool | None:
        """True if the part is not met, False if it is; None if a missing fact leaves it open.

        The name of the missing fact is then added to *unknown*.
        """
        answer = self.part.holds(facts, unknown)
        return None if answer is None else not answer

    def predicates(self) -> Iterator[str]:
        """The names of the predicates in the part."""
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
    """The condition that a table of a rule file states, such as ``{kind_in = ["rifle"], rifled = true}``.

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
            raise RuleError(
                rule,
                cause=f"no predicate {name!r}; there are {', '.join(sorted(PREDICATES))}",
                code="rule.no_such_predicate",
            )
    return AllOf(parts=tuple(parts))


def _named(table: Mapping[str, Any], name: str, rule: str) -> Any:  # noqa: ANN401 (a row of a rule file)
    if name not in table:
        raise RuleError(rule, cause=f"nothing is declared as {name!r}", code="rule.undeclared")
    return table[name]


def _argument(name: str, argument: Any, groups: Mapping[str, frozenset[str]], rule: str) -> Argument:  # noqa: ANN401 (a cell of a rule file)
    wanted = PREDICATES[name].refuses(argument)
    if wanted:
        raise RuleError(rule, cause=f"{name} takes {wanted}: {argument!r}", code="rule.argument_type")
    if name == "caliber_in":
        return frozenset[str]().union(*(_named(groups, group, rule) for group in argument))
    words: Argument = frozenset(argument) if isinstance(argument, list) else argument
    return words
