"""Statements of authorities and courts on how such weapons are treated: shown with a class, never turned into a class.

They stand in ``data/practice.toml`` with the condition of the things that they are about.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from armstrace import _tables
from armstrace.law.classification.classification import PracticeNote
from armstrace.law.classification.conditions import AllOf, Vocabulary, condition

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from armstrace.dates.value import UncertainDate
    from armstrace.law.classification.facts import Facts
    from armstrace.law.classification.schemes import Scheme


@functools.cache
def _dated(scheme: Scheme) -> tuple[tuple[datetime.date, AllOf, PracticeNote], ...]:
    """The statements of ``practice.toml`` under a scheme: the day of each, its condition, and its text."""
    table = _tables.toml("practice.toml")
    groups = {name: frozenset(ids) for name, ids in table["calibers"].items()}
    words = Vocabulary(groups=groups, named={}, questions={})
    return tuple(
        (
            row["from"],
            condition(row["when"], words, rule=row["id"]),
            PracticeNote(
                id=row["id"],
                citation=row["cite"],
                code=f"law.said_{row['says']}",
                verified=row["verified"],
                source=row["source"],
            ),
        )
        for row in table["statement"]
        if row["scheme"] == scheme.id
    )


def practice_notes(scheme: Scheme, possible: Sequence[Facts], day: UncertainDate | None) -> tuple[PracticeNote, ...]:
    """The statements on any of the *possible* things that were made by *day*; none if the day is None."""
    if day is None:
        return ()
    return tuple(
        note
        for since, when, note in _dated(scheme)
        if since <= day.earliest and any(when.holds(facts, set()) for facts in possible)
    )
