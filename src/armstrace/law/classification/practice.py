"""What authorities and courts said of how such weapons are treated: shown beside a class, never turned into one.

The statements stand in ``data/practice.toml``, each with the condition of the things it speaks of.
"""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import _tables
from armstrace.law.classification.classification import PracticeNote
from armstrace.law.classification.conditions import AllOf, Vocabulary, condition
from armstrace.law.classification.schemes import Scheme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.dates.value import UncertainDate
    from armstrace.law.classification.facts import Facts


@frozen(kw_only=True, eq=False)
class _Entry:
    statement: PracticeNote
    scheme: Scheme
    since: datetime.date
    when: AllOf


@functools.cache
def _entries(scheme: Scheme) -> tuple[_Entry, ...]:
    table = _tables.toml("practice.toml")
    groups = {name: frozenset(ids) for name, ids in table["calibers"].items()}
    words = Vocabulary(groups=groups, named={}, questions={})
    return tuple(
        _Entry(
            statement=PracticeNote(
                id=row["id"],
                citation=row["cite"],
                code=f"law.said_{row['says']}",
                verified=row["verified"],
                source=row["source"],
            ),
            scheme=scheme,
            since=row["from"],
            when=condition(row["when"], words, rule=row["id"]),
        )
        for row in table["statement"]
        if row["scheme"] == scheme.id
    )


def practice_notes(scheme: Scheme, possible: Iterable[Facts], day: UncertainDate | None) -> tuple[PracticeNote, ...]:
    """The statements made by *day* that speak of any of the things it may be; none where no day is known."""
    if day is None:
        return ()
    made = [entry for entry in _entries(scheme) if entry.since <= day.earliest]
    things = tuple(possible) if made else ()
    return tuple(entry.statement for entry in made if any(entry.when.holds(facts, set()) for facts in things))
