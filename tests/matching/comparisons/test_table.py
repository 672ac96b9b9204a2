"""The table of comparisons, and what derives from it."""

from __future__ import annotations

from operator import attrgetter

import pytest

from armstrace import _tables
from armstrace.explain import Agreement
from armstrace.matching.comparisons.comparison import Comparison, Phase, ValueComparison
from armstrace.matching.comparisons.table import (
    BATCH_KEYS,
    CIRCUMSTANCES,
    COMPARISONS,
    EVENT,
    THINGS,
    bits,
    paths,
    reasons,
)
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.stamps import stamp_of
from armstrace.weapons.weapon import Weapon

MODEL = MatchModel.default()
NOTHING = RecordedWeapon(weapon=Weapon(), citation=Citation(source=Source(title="a.csv"), row=2))
FILE = _tables.toml("match_model.toml")
each_comparison = pytest.mark.parametrize("row", COMPARISONS, ids=lambda row: row.name)


def test_names_are_unique() -> None:
    assert len(COMPARISONS) == len({row.name for row in COMPARISONS})


@each_comparison
def test_the_model_file_weighs_each_level(row: Comparison) -> None:
    assert {*row.levels, *row.parameters} == set(FILE[row.name])


def test_the_model_file_has_no_other_comparison() -> None:
    sections = {name for name, section in FILE.items() if isinstance(section, dict)}
    assert {row.name for row in COMPARISONS} == sections - {"prior", "verdict", "capped", "series"}
    assert {code for code, _ in MODEL.weights} == {code for row in COMPARISONS for code in row.codes}


@each_comparison
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_level_has_a_sentence(row: Comparison, language: str) -> None:
    sentences = _tables.toml(f"wording/{language}.toml")["sentences"]
    assert {f"{row.name}.{level}" for level in row.levels} <= sentences.keys()


@each_comparison
def test_a_missing_value_is_its_own_level(row: Comparison) -> None:
    assert [level for level, agreement in row.levels.items() if agreement is Agreement.UNKNOWN] == ["unknown"]
    assert 0 == MODEL.weight(f"{row.name}.unknown")
    if isinstance(row, ValueComparison):
        reason = row.reason(NOTHING, NOTHING, MODEL)
        assert (f"{row.name}.unknown", Agreement.UNKNOWN, 0.0, ()) == (
            reason.code,
            reason.agreement,
            reason.weight,
            reason.values,
        )


@each_comparison
def test_values_and_tables_exist(row: Comparison) -> None:
    for path in row.values:
        attrgetter(path)(NOTHING)
    assert stamp_of(*row.tables)


def test_each_phase_has_its_comparisons_in_order() -> None:
    assert ["make", "model", "caliber", "kind", "import_mark", "stock_number"] == [row.name for row in THINGS]
    assert ["lot", "headstamp", "date", "place"] == [row.name for row in CIRCUMSTANCES]
    assert ["when", "where", "lot", "headstamp"] == [row.name for row in EVENT]
    assert ["lot", "headstamp"] == list(BATCH_KEYS)
    assert ("date", "place", "weapon.lot", "weapon.headstamp") == paths([Phase.EVENT])


def test_reasons_and_bits_are_of_the_comparisons_in_order() -> None:
    found = reasons(THINGS, NOTHING, NOTHING, MODEL)
    assert [f"{row.name}.unknown" for row in THINGS] == [reason.code for reason in found]
    assert 0 == bits(THINGS, NOTHING, NOTHING, MODEL)
