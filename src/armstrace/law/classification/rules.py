"""Rules as data: what must hold of a weapon for a provision to name it.

A rule file (``data/rules/*.toml``) lists rules with id, provision, validity, condition, class, source and examples. A
condition is a table of predicates that must all hold (`armstrace.law.classification.conditions`). A rule without a
class is only cited where it holds; a rule of class ``undetermined`` states that the law leaves such a thing open. Rules
decide in the order of their ``rank``. Rules of the same rank that name different classes are declared: the scheme
states which class ``leads``, or the rule states with which others it ``conflicts``.
"""

from __future__ import annotations

import bisect
import datetime
import functools
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from armstrace.errors import RuleError
from armstrace.law.classification.conditions import AllOf, Vocabulary, condition
from armstrace.law.classification.facts import Facts
from armstrace.law.classification.predicates import PREDICATES
from armstrace.law.classification.schemes import UNDETERMINED, Scheme, rule_file
from armstrace.law.provisions import Provision
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Mapping

Example: TypeAlias = tuple[tuple[str, str], ...]
_RANK = 3


@frozen(kw_only=True, eq=False)  # one object a rule: compared and hashed as such
class Rule:
    """A provision that names a class, and the condition under which it does.

    Attributes:
        provision: The provision.
        outcome: The class it names; empty where it is only cited.
        when: The condition.
        rank: The lower, the earlier it decides.
        reading: A code where the rule rests on a reading of the text rather than on its words; else empty.
        conflicts: Ids of rules of other classes that may hold as well: the law does not state which prevails.
        circumstantial: True if it asks for a circumstance, which is no property of the thing.
        yes: Examples it names, as cells of a table.
        no: Examples it does not name.
        unsettled: Examples that its text leaves open.
    """

    provision: Provision
    outcome: str
    when: AllOf
    rank: int = _RANK
    reading: str = ""
    conflicts: frozenset[str] = frozenset()
    circumstantial: bool = False
    yes: tuple[Example, ...] = field(default=(), repr=False)
    no: tuple[Example, ...] = field(default=(), repr=False)
    unsettled: tuple[Example, ...] = field(default=(), repr=False)


@functools.cache
def rules_of(scheme: Scheme) -> tuple[Rule, ...]:
    """The rules of a scheme in the order of its file, read once.

    Raises:
        RuleError: A rule names a class or a predicate that does not exist, or an argument of another type.
    """
    table = rule_file(scheme.id)
    words = Vocabulary(
        groups={name: frozenset(ids) for name, ids in table.get("calibers", {}).items()},
        named=table.get("conditions", {}),
        questions=dict(scheme.questions),
    )
    return tuple(_rule(row, scheme, words) for row in table["rule"])


def regimes(scheme: Scheme, earliest: datetime.date, latest: datetime.date) -> tuple[datetime.date, ...]:
    """The first day of each stretch between *earliest* and *latest* over which no rule changes."""
    return (earliest, *(day for day in _changes(scheme) if earliest < day <= latest))


def in_force(scheme: Scheme, day: datetime.date, kind_ids: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """The rules in force on *day*, without those that a thing of a kind in *kind_ids* cannot meet.

    With no ids, all rules in force on that day.
    """
    changes = _changes(scheme)
    return _in_force(scheme, changes[max(0, bisect.bisect(changes, day) - 1)], kind_ids)


@functools.cache
def _changes(scheme: Scheme) -> tuple[datetime.date, ...]:
    """The days on which the rules change, in order: the first day of the scheme, and each start or end of a rule.

    The days of the scheme on which it builds are among them.
    """
    days = {scheme.first_day, *(_changes(scheme.base) if scheme.base else ())}
    for rule in rules_of(scheme):
        start, end = rule.provision.valid_from, rule.provision.valid_to
        days.update((start,) if end is None else (start, end + datetime.timedelta(days=1)))
    return tuple(sorted(days))


@functools.lru_cache(maxsize=4096)
def _in_force(scheme: Scheme, day: datetime.date, kind_ids: frozenset[str]) -> tuple[Rule, ...]:
    kind = Facts(weapon=Weapon(), kind_ids=kind_ids, kind_alone=True)
    return tuple(
        rule for rule in rules_of(scheme) if rule.provision.in_force(day) and rule.when.holds(kind, set()) is not False
    )


def _rule(row: Mapping[str, Any], scheme: Scheme, words: Vocabulary) -> Rule:
    outcome = row.get("class", "")
    if outcome not in (*scheme.classes, UNDETERMINED, ""):
        raise RuleError(row["id"], cause=f"no class {outcome!r} in {scheme.id}", code="rule.no_such_class")
    provision = Provision(
        id=row["id"],
        citation=row["cite"],
        valid_from=row["from"],
        valid_to=row.get("to"),
        verified=row["verified"],
        source=row["source"],
    )
    when = condition(row["when"], words, rule=row["id"])
    return Rule(
        provision=provision,
        outcome=outcome,
        when=when,
        rank=row.get("rank", _RANK),
        reading=row.get("reading", ""),
        conflicts=frozenset(row.get("conflicts", ())),
        circumstantial=any(PREDICATES[name].circumstance for name in when.predicates()),
        yes=_examples(row.get("yes", [])),
        no=_examples(row.get("no", [])),
        unsettled=_examples(row.get("unsettled", [])),
    )


def _examples(cells: list[dict[str, str]]) -> tuple[Example, ...]:
    return tuple(tuple(example.items()) for example in cells)
