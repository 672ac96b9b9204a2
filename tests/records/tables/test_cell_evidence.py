"""What cells are evidence for."""

from __future__ import annotations

import pytest

from armstrace.records.tables.cell_evidence import READERS, evidence, sample


@pytest.mark.parametrize(
    ("field", "cells", "share"),
    [
        ("date", ["05/03/2021", "12-ene-20", "x"], 66),
        ("date", ["20210305"], 100),
        ("written_date", ["20210305", "2021-03-05"], 50),
        ("kind", ["FUSIL", "arma corta", "un texto"], 66),
        ("specific_kind", ["FUSIL", "arma corta"], 50),
        ("kind", ["pistola marca Glock modelo 19 calibre 9"], 0),
        ("description", ["pistola marca Glock modelo 19"], 100),
        ("caliber", ["9 mm", ".38", "sin", "12 GA"], 75),
        ("serial", ["A12345", "LIMADA", "Tlaxcala", "38301234"], 75),
        ("count", ["1", "2 pzas.", "x", "200,000"], 50),
        ("state", ["Sonora", "TX", "Antioquia"], 66),
        ("make", ["Colt", "Xyz"], 50),
        ("country", ["México", "Xyz"], 50),
        ("remarks", ["x"], None),
        ("date", ["", "S/D"], None),
    ],
)
def test_the_share_that_a_reader_understands(field: str, cells: list[str], share: int | None) -> None:
    assert share == evidence(field, cells)


def test_a_sample_holds_different_filled_cells() -> None:
    assert ("a", "b") == sample(["a", "", "a", "S/D", "b"])
    assert 40 == len(sample([str(number) for number in range(100)]))


@pytest.mark.parametrize("field", READERS)
def test_hostile_cells_do_no_harm(field: str) -> None:
    assert 0 == evidence(field, ["(" * 100_000, "\0" * 50, "y" * 100_000])
