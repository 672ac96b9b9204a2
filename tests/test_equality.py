"""Equal values give equal answers, and no answer turns on how a value was spelled."""

from __future__ import annotations

import ast
import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import armstrace
from armstrace.counts.value import Count
from armstrace.law.classification.classify import classify, classify_many
from armstrace.law.classification.schemes import Scheme
from armstrace.matching.compare import compare
from armstrace.matching.link import link
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.testing import values
from armstrace.weapons.calibers import agreement
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.weapon import Weapon

_DAYS = (datetime.date(2024, 1, 22), datetime.date(2025, 7, 1))
_CITATION = Citation(source=Source(title="A list"))
# fields that keep the text of a value and stay out of its equality
_SPELLING = {"raw": "as somebody else wrote it", "repairs": ("mended",)}


def respelled(value: Any) -> Any:
    """An equal value that was read from another text, all through."""
    if isinstance(value, tuple | frozenset):
        return type(value)(map(respelled, value))
    if isinstance(value, Decimal) and value.is_finite() and len(value.as_tuple().digits) < 20:
        return Decimal(f"{value:f}0" if "." in f"{value:f}" else f"{value:f}.0")
    if not attrs.has(type(value)):
        return value
    changes = {
        each.alias: _SPELLING[each.name] if each.name in _SPELLING and each.eq is False else respelled(old)
        for each in attrs.fields(type(value))
        if each.init and (old := getattr(value, each.name)) is not None
    }
    if isinstance(value, Caliber):  # its equality is its own
        changes |= _SPELLING
        if value.basis is CaliberBasis.NAMED:
            changes["bore"] = Bore(value=Decimal(99), unit="mm")
    return attrs.evolve(value, **changes)


def recorded(weapon: Weapon) -> RecordedWeapon:
    return RecordedWeapon(weapon=weapon, citation=_CITATION)


def weights(match: Any) -> list[tuple[str, float]]:
    return [(reason.code, reason.weight) for reason in match.reasons]


@given(values(Weapon), st.sampled_from(Scheme.all()), st.sampled_from(_DAYS))
def test_equal_weapons_classify_alike(weapon: Weapon, scheme: Scheme, on: datetime.date) -> None:
    equal = respelled(weapon)
    assert weapon == equal
    assert hash(weapon) == hash(equal)
    one, other = (classify(each, scheme, on=on) for each in (weapon, equal))
    assert attrs.evolve(one, reasons=()) == attrs.evolve(other, reasons=())
    assert [reason.code for reason in one.reasons] == [reason.code for reason in other.reasons]
    assert [one, one] == list(classify_many([weapon, equal], scheme, on=on))


@given(values(Weapon), values(Weapon))
def test_equal_weapons_compare_and_link_alike(weapon: Weapon, listed: Weapon) -> None:
    found = [recorded(weapon), recorded(respelled(weapon))]
    one, other = (compare(each, recorded(listed)) for each in found)
    assert (one.verdict, one.probability, weights(one)) == (other.verdict, other.probability, weights(other))
    first, second = (link([each], [recorded(listed), recorded(Weapon())]) for each in found)
    assert [(hit.verdict, hit.probability, weights(hit)) for hit in first] == [
        (hit.verdict, hit.probability, weights(hit)) for hit in second
    ]


@given(values(Caliber), values(Caliber))
def test_equal_calibers_agree_alike(caliber: Caliber, other: Caliber) -> None:
    assert agreement.compare(caliber, other) is agreement.compare(respelled(caliber), respelled(other))


def test_what_is_respelled_is_another_text() -> None:
    weapon = Weapon(caliber=Caliber.parse(".38 Comando"))
    assert attrs.asdict(weapon) != attrs.asdict(respelled(weapon))


@pytest.mark.parametrize(("one", "other"), [(".38", ".38 Comando"), (".38 Super", ".38 Comando"), ("9 mm", "9x19")])
def test_names_that_a_law_tells_apart_are_not_equal(one: str, other: str) -> None:
    assert Caliber.parse(one) != Caliber.parse(other)


def test_a_printed_figure_that_reconciliation_reads_is_part_of_equality() -> None:
    assert Count(least=18_750, most=18_849, printed=18_800) != Count(least=18_750, most=18_849)


# where a text is read, or shown as it was written
_READS_OR_SHOWS = {
    "dates/value.py": "passes the text on to a period",
    "records/tables/unrecognized_values.py": "shows what stood in the table",
    "weapons/descriptions/cells.py": "a reader",
    "weapons/serials/ranges.py": "an error that quotes the text",
}


def test_no_decision_reads_the_text_of_a_value() -> None:
    root = Path(armstrace.__file__).parent
    readers = set()
    for path in root.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        shown = {
            id(node)
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef) and function.name == "__str__"
            for node in ast.walk(function)
        }
        if any(
            isinstance(node, ast.Attribute) and node.attr == "raw" and id(node) not in shown for node in ast.walk(tree)
        ):
            readers.add(path.relative_to(root).as_posix())
    assert set(_READS_OR_SHOWS) == readers
