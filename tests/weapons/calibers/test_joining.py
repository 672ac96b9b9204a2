"""Several calibers in one field, and designations that the table lacks."""

from __future__ import annotations

import pytest

from armstrace.weapons.calibers import read
from armstrace.weapons.calibers.basis import CaliberBasis


@pytest.mark.parametrize("text", ["9 mm o .40", "9mm or .380", ".38 ou .357"])
def test_alternatives_are_noted(text: str) -> None:
    assert [each.repairs for each in read(text)] == [("alternatives",)] * 2


@pytest.mark.parametrize(("text", "noted"), [("6.5x58 Vergueiro", True), (".338 ARC", True), ("7 mm", False)])
def test_a_designation_that_the_table_lacks_is_noted(text: str, *, noted: bool) -> None:
    (found,) = read(text)
    assert found.basis is CaliberBasis.BORE_ONLY
    assert ("designation not in the table" in found.repairs) is noted
