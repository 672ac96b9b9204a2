"""Markings and lot numbers."""

from __future__ import annotations

import pytest

from armstrace import _convert, _tables
from armstrace.places.country import Country
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.marks.markings import Marking, MarkingKind
from armstrace.weapons.serials.states import SerialState


@pytest.mark.parametrize("kind", MarkingKind)
def test_each_kind_has_a_name_in_both_languages(kind):
    assert kind.label("en")
    assert kind.label("es")


def test_the_table_has_no_row_too_many():
    assert {row["id"] for row in _tables.rows("serials/markings.csv")} == set(MarkingKind)


def test_a_marking_in_words_and_in_json():
    mark = Marking(kind=MarkingKind.IMPORT, text="CAI GEORGIA VT", country=Country.get("US"), year=1994)
    assert str(mark) == "import mark: CAI GEORGIA VT"
    assert mark == _convert.from_plain(_convert.to_plain(mark), Marking)
    worn = Marking(kind=MarkingKind.PROOF, where="barrel", state=SerialState.ILLEGIBLE)
    assert str(worn) == "proof mark: illegible"


@pytest.mark.parametrize("year", [1800, 2199])
def test_years_of_marks_and_lots(year):
    assert year == Marking(kind=MarkingKind.PROOF, year=year).year == LotNumber(text="1", year=year).year


@pytest.mark.parametrize(
    ("cls", "given"),
    [
        (LotNumber, {"month": 0}),
        (LotNumber, {"month": 13}),
        (LotNumber, {"year": 1799}),
        (LotNumber, {"year": 87}),
        (LotNumber, {"year": 2200}),
        (Marking, {"year": 1799}),
        (Marking, {"year": 2200}),
    ],
)
def test_days_that_no_mark_tells_of(cls, given):
    first = {"text": "3-87"} if cls is LotNumber else {"kind": MarkingKind.IMPORT}
    with pytest.raises(ValueError, match=next(iter(given))):
        cls(**first, **given)
