"""Verdicts on whole things: the items of a row of a table, and the things that a description names.

A label is a list of objects with the keys *kind*, *count*, *caliber*, *make*, *model*, *serial*, *date*, *barrel*,
*capacity*. A key that is left out is not stated; a value that is answered although it is not stated is wrong, but for a
count of a single thing and for a serial number that is not recorded.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from armstrace.counts.value import Count
from armstrace.errors import ArmstraceError
from armstrace.formats.tables import read_table
from armstrace.units import Length
from armstrace.weapons import reader
from first_look_answers import Answer, caliber_label, count_label, reading_language, serial_label
from first_look_labels import NOTHING, Outcome, worst
from first_look_verdicts import of_caliber, of_count, of_date, of_kind, of_make, of_serial

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from armstrace.records.tables.table_result import TableResult
    from armstrace.weapons.weapon import Weapon

Facts: TypeAlias = dict[str, str]

FIELDS = ("kind", "count", "caliber", "make", "serial", "date", "barrel", "capacity")
_MOST_ITEMS = 200


def _kind_of_model(weapon: Weapon) -> str:
    # a reading keeps what is stated apart from what follows; the answer to a reader is both
    return weapon.model.entry.kind if weapon.model is not None and weapon.model.entry is not None else ""


def facts(weapon: Weapon, count: Count | int | None = None) -> Facts:
    """The facts of a weapon as labels."""
    number = Count.exact(count) if isinstance(count, int) else count
    found = {
        "kind": "; ".join(kind.id for kind in weapon.kinds),
        "kind_of_model": _kind_of_model(weapon),
        "count": count_label(number) if number is not None else "",
        "caliber": caliber_label(weapon.caliber) if weapon.caliber else "",
        "bore": f"bore {weapon.caliber.bore}" if weapon.caliber else "",
        "make": weapon.make.name if weapon.make else "",
        "model": str(weapon.model) if weapon.model else "",
        "pattern": weapon.pattern or "",
        "serial": serial_label(weapon.serial) if weapon.serial.state.value != "not_recorded" else "",
        "barrel": f"{weapon.barrel_length.value} {weapon.barrel_length.unit}" if weapon.barrel_length else "",
        "capacity": str(weapon.construction.capacity or ""),
    }
    return {name: label for name, label in found.items() if label}


def _of_length(expected: str, answer: Answer) -> Outcome:
    lengths: list[Length | None] = []
    for label in (expected, answer.label):
        try:
            lengths.append(Length.parse(label))
        except ArmstraceError:
            lengths.append(None)
    left, right = lengths
    if left is not None and right is not None and abs(left.mm - right.mm) < 1:
        return Outcome.RIGHT
    if answer.label != NOTHING:
        return Outcome.WRONG_NOTED if answer.noted else Outcome.WRONG_SILENT
    return Outcome.RIGHT if expected == NOTHING else missing(noted=answer.noted)


def missing(*, noted: bool) -> Outcome:
    """The verdict on a fact that was not read."""
    return Outcome.INCOMPLETE_NOTED if noted else Outcome.INCOMPLETE_SILENT


def _of_field(name: str, wanted: Facts, found: Facts, *, noted: bool) -> Outcome:
    expected, answered = str(wanted.get(name, NOTHING)), found.get(name, NOTHING)
    if name == "count" and (expected == NOTHING or (expected == "1" and answered == NOTHING)):
        return Outcome.RIGHT
    if name == "serial" and answered == NOTHING and "not_recorded" in expected:
        return Outcome.RIGHT
    if name == "kind" and answered == NOTHING:
        answered = found.get("kind_of_model", NOTHING)
    if name == "kind" and expected == NOTHING and (found.get("model") or found.get("pattern")):
        return Outcome.RIGHT  # it follows from the design that is named
    answer = Answer(answered, noted, bore=found.get("bore", ""))
    if name == "make":
        return _of_make(wanted, found, noted=noted)
    verdicts = {
        "kind": of_kind, "count": of_count, "caliber": of_caliber, "serial": of_serial, "date": of_date,
        "barrel": _of_length, "capacity": of_count,
    }  # fmt: skip
    outcome = verdicts[name](expected, answer)
    return missing(noted=noted) if outcome is Outcome.REFUSED else outcome


def _of_make(wanted: Facts, found: Facts, *, noted: bool) -> Outcome:
    """The verdict on make and model; a pattern in place of a model says less, and is not wrong."""
    labels = [
        " | ".join(f"{name}={value[name]}" for name in ("make", "model", "pattern") if value.get(name)) or NOTHING
        for value in (wanted, found)
    ]
    outcome = of_make(labels[0], Answer(labels[1], noted))
    if "model" in wanted and "model" not in found and found.get("pattern"):
        without = " | ".join(f"{name}={wanted[name]}" for name in ("make",) if wanted.get(name)) or NOTHING
        return worst([Outcome.WIDER, of_make(without, Answer(labels[1], noted))])
    return missing(noted=noted) if outcome is Outcome.REFUSED else outcome


def of_thing(wanted: Facts, found: Facts, *, noted: bool) -> dict[str, Outcome]:
    """The verdict on each fact of a thing."""
    return {name: _of_field(name, wanted, found, noted=noted) for name in FIELDS}


def of_things(wanted: Sequence[Facts], found: Sequence[Facts], *, noted: bool) -> Outcome:
    """The verdict on several things: each is compared with the answer that fits it best, in any order."""
    left = list(found)
    outcomes: list[Outcome] = []
    ranks = list(Outcome)
    for thing in wanted:
        graded = [(of_thing(thing, other, noted=noted), other) for other in left]
        best = min(graded, key=lambda pair: _distance(pair[0]), default=None)
        if best is None or (len(left) < len(wanted) and ranks.index(best[0]["kind"]) > 1):
            outcomes.append(missing(noted=noted))
            continue
        outcomes.append(worst(best[0].values()))
        left.remove(best[1])
    if left:
        outcomes.append(Outcome.WRONG_NOTED if noted else Outcome.WRONG_SILENT)
    return worst(outcomes)


def _distance(outcomes: dict[str, Outcome]) -> tuple[int, int]:
    ranks = {name: list(Outcome).index(outcome) for name, outcome in outcomes.items()}
    return ranks["kind"], sum(ranks.values())


def of_description(text: str, language: str | None, expect: str) -> tuple[str, Outcome]:
    """The things that a description names, as a label, and the verdict."""
    try:
        readings = reader.read_weapons(text, language=reading_language(language))
    except ArmstraceError:
        return NOTHING, Outcome.REFUSED
    found = [facts(each.weapon, each.count) for each in readings]
    noted = any(each.unread for each in readings)
    wanted: list[Facts] = json.loads(expect)
    outcome = Outcome.REFUSED if wanted and not found else of_things(wanted, found, noted=noted)
    return json.dumps(found, ensure_ascii=False), outcome


def of_table(path: Path) -> list[tuple[str, str, Outcome]]:
    """Each physical line of a table with the answer and the verdict."""
    truth = json.loads(path.with_suffix("").with_suffix(".truth.json").read_text(encoding="utf-8"))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    try:
        result = read_table(path)
    except ArmstraceError as error:
        return [
            (line, f"{type(error).__name__}: {error}"[:120], _of_refused(each))
            for line, each in zip(lines, truth, strict=False)
        ]
    answers = _items(result)
    problems = {problem.row for problem in result.problems}
    left_out = bool(result.unmapped)  # columns that `explain` names as left out
    out: list[tuple[str, str, Outcome]] = []
    for number, (line, expected) in enumerate(zip(lines, truth, strict=False), 1):
        found = answers.get(number, [])
        outcome = _of_line(expected, found, noted=number in problems)
        if outcome is Outcome.INCOMPLETE_SILENT and left_out:
            outcome = Outcome.INCOMPLETE_NOTED
        out.append((line, json.dumps(found, ensure_ascii=False), outcome))
    return out


def _of_refused(expected: dict[str, object]) -> Outcome:
    return Outcome.REFUSED if expected["record"] else Outcome.RIGHT


def _of_line(expected: dict[str, Any], found: list[Facts], *, noted: bool) -> Outcome:
    if not expected["record"]:
        return Outcome.RIGHT if not found else Outcome.WRONG_NOTED if noted else Outcome.WRONG_SILENT
    items: list[Facts] = expected["items"]
    if not found:
        return Outcome.REFUSED if noted else Outcome.INCOMPLETE_SILENT
    return of_things(items, found, noted=noted)


def _items(result: TableResult) -> dict[int, list[Facts]]:
    answers: dict[int, list[Facts]] = {}
    for record in result.records:
        row = record.citation.row
        date = str(record.date) if record.date else ""
        for item in record.recorded()[:_MOST_ITEMS]:
            found = facts(item.weapon, item.count)
            answers.setdefault(row or 0, []).append({**found, **({"date": date} if date else {})})
    return answers
