"""Results add up, and explain themselves."""

from __future__ import annotations

import pytest

from armstrace.records.custody import CustodyRecord
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.records.tables.table_result import Problem, Skipped, TableResult
from armstrace.sources import Citation, Source
from armstrace.weapons.weapon import Weapon

SOURCE = Source(title="a.csv")
RECORD = CustodyRecord(weapon=Weapon(), citation=Citation(source=SOURCE, row=2))
SEIZURE = Seizure(items=(SeizedItem(weapon=Weapon(), count=2),), citation=Citation(source=SOURCE, row=4), id="A1")


def test_rows_must_add_up() -> None:
    rejected = Problem(code="no_weapon", row=3, rejects=True)
    twice = Problem(code="nul", row=3, column="x", value="y", rejects=True)
    skipped = Skipped(row=1, reason="header")
    result = TableResult(
        source=SOURCE, records=(RECORD, SEIZURE), problems=(rejected, twice), skipped=(skipped,), rows=4
    )
    assert (1, (RECORD,), (SEIZURE,)) == (result.rejected, result.custody, result.seizures)
    with pytest.raises(ValueError, match="5 rows"):
        TableResult(source=SOURCE, records=(RECORD,), problems=(rejected,), skipped=(skipped,), rows=5)


def test_account_in_both_languages() -> None:
    problem = Problem(code="date_unreadable", row=2, column="fecha", value="ayer", cause="date.none")
    result = TableResult(
        source=SOURCE, records=(RECORD,), problems=(problem,), skipped=(Skipped(row=1, reason="header"),), rows=2
    )
    assert (
        "a.csv: 2 rows = 1 records + 0 rejected + 1 skipped (1 header)\n  1 × date cannot be read" == result.explain()
    )
    assert "2 filas = 1 registros" in result.explain("es")
    assert "row 2, column fecha: no date can be read (no date): ayer" == problem.explain()
    assert "fila 2, columna fecha: no se puede leer la fecha (no hay fecha): ayer" == problem.explain("es")
    short = Problem(code="row_short", row=9, value="2 < 3")
    assert "row 9: fewer cells than headers: 2 < 3" == short.explain() == str(short)
    assert "a.csv: 0 rows = 0 records + 0 rejected + 0 skipped" == TableResult(source=SOURCE).explain()


@pytest.mark.parametrize("count", [0, -1])
def test_counts_are_above_zero(count: int) -> None:
    with pytest.raises(ValueError, match="count"):
        SeizedItem(weapon=Weapon(), count=count)
    with pytest.raises(ValueError, match="count"):
        CustodyRecord(weapon=Weapon(), count=count, citation=RECORD.citation)


def test_a_seizure_has_an_item() -> None:
    with pytest.raises(ValueError, match="items"):
        Seizure(items=(), citation=RECORD.citation)


def test_recorded_weapons_carry_the_record() -> None:
    (shown,) = SEIZURE.recorded()
    assert ("A1", 2, 4) == (shown.reference, shown.count, shown.citation.row)
    assert (shown,) == shown.recorded()
    assert "a.csv, row 2" == RECORD.recorded()[0].reference
    assert isinstance(shown, RecordedWeapon)
