"""The types of results and of what goes in and out; read by mypy and pyright, never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, assert_type

from armstrace import (
    Classification,
    CustodyRecord,
    Match,
    MatchSet,
    Scheme,
    Seizure,
    TableResult,
    Tally,
    Weapon,
    classify,
    classify_many,
    compare,
    contrast,
    deduplicate,
    fingerprint,
    from_json,
    link,
    read_table,
    reconcile,
    to_json,
    weapon_class,
)
from armstrace.explain import Caveat, Reason
from armstrace.formats import json_schema
from armstrace.law import Contrast, WeaponClass
from armstrace.matching import DuplicateSet
from armstrace.places import Jurisdiction
from armstrace.reconciliation import Reconciliation
from armstrace.records import Problem


def tables(path: str) -> None:
    """A table gives records and problems."""
    result = read_table(path, "seizures_es")
    assert_type(result, TableResult)
    assert_type(result.records, tuple[Seizure | CustodyRecord, ...])
    assert_type(result.problems, tuple[Problem, ...])
    assert_type(result.rows, int)


def law(weapon: Weapon, day: date) -> None:
    """A class is text; its reasons and caveats are tuples."""
    answer = classify(weapon, Scheme.MX, on=day)
    assert_type(answer, Classification)
    assert_type(answer.outcome, str)
    assert_type(answer.reasons, tuple[Reason, ...])
    assert_type(answer.caveats, tuple[Caveat, ...])
    assert_type(answer.explain("es"), str)
    assert_type(classify_many([weapon], Scheme.MX, on=day), Iterator[Classification])
    assert_type(contrast(weapon, on=day), Contrast)
    assert_type(weapon_class(weapon, Jurisdiction.US, on=day), WeaponClass)


def suits(name: str, day: date) -> None:
    """A case is looked up, and its status is that of a day."""
    from armstrace import CaseStatus, LegalCase

    case = LegalCase.lookup(name)
    assert_type(case, LegalCase)
    assert_type(case.status(on=day), CaseStatus)


def matching(found: TableResult, listed: TableResult) -> None:
    """Two records give a match, two lists a set of matches."""
    assert_type(compare(found.records[0], listed.records[0]), Match)
    matches = link(found.records, listed.records)
    assert_type(matches, MatchSet)
    assert_type(matches.leads, tuple[Match, ...])
    assert_type(matches.leads[0].probability, float)
    assert_type(deduplicate(listed.records), DuplicateSet)


def totals(tally: Tally, seizures: list[Seizure]) -> None:
    """Tallies are reconciled with each other and with seizures."""
    assert_type(reconcile([tally], seizures), Reconciliation)


def exchange(value: Seizure) -> None:
    """Any value goes to text and back; the reader has to say what it expects."""
    assert_type(to_json(value), str)
    assert_type(from_json(""), Any)
    assert_type(fingerprint(value), str)
    assert_type(json_schema(Seizure), dict[str, Any])
