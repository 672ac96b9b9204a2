"""What a comparison remembers of two values that it compared before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.matching.comparisons import comparison
from armstrace.matching.comparisons.table import THINGS
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    import pytest

MODEL = MatchModel.default()
MAKE = next(row for row in THINGS if row.name == "make")


def of_make(name: str, row: int = 2) -> RecordedWeapon:
    return RecordedWeapon(
        weapon=Weapon(make=Make.lookup(name)), citation=Citation(source=Source(title="a.csv"), row=row)
    )


def test_the_reason_is_the_same_for_other_records_of_the_same_makes() -> None:
    first = MAKE.reason(of_make("Colt"), of_make("Glock"), MODEL)
    assert MAKE.reason(of_make("Colt", row=9), of_make("Glock", row=10), MODEL) is first
    assert MAKE.reason(of_make("Glock"), of_make("Colt"), MODEL).values != first.values


def test_another_model_gives_its_own_weight() -> None:
    other = MODEL.with_weights({"make.different": -1.5}, version="test")
    pair = of_make("Colt"), of_make("Glock")
    weights = [MAKE.reason(*pair, using).weight for using in (MODEL, other, MODEL)]
    assert weights == [MODEL.weight("make.different"), -1.5, MODEL.weight("make.different")]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "_MOST_KNOWN", 2)
    names = ("Colt", "Glock", "Taurus", "Ruger", "Beretta")
    for name in names:
        MAKE.reason(of_make(name), of_make("Glock"), MODEL)
    assert len(MAKE._known) <= 2
    assert MAKE.reason(of_make("Colt"), of_make("Glock"), MODEL).level == "different"
