"""What sort of thing each listed weapon is."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from armstrace.matching.comparisons.table import THINGS, reasons
from armstrace.matching.comparisons.thing_classes import ThingClasses
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.marks.markings import Marking, MarkingKind
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.supply.stock_numbers import NationalStockNumber
from armstrace.weapons.weapon import Weapon

MODEL = MatchModel.default()
COLT = {"make": "COLT", "model": "M16A1", "caliber": "5.56x45", "kind": "RIFLE"}


def record(serial: str = "", **cells: str) -> RecordedWeapon:
    weapon = attrs.evolve(read_weapon(cells, language="en").weapon, serial=SerialNumber.parse(serial))
    return RecordedWeapon(weapon=weapon, citation=Citation(source=Source(title="stock.csv")))


def classes(*records: RecordedWeapon) -> ThingClasses:
    return ThingClasses.of(records, MODEL)


def test_weapons_that_differ_by_number_alone_are_of_one_sort() -> None:
    known = classes(record("1", **COLT), record("2", **COLT), record("3", make="GLOCK"), record())
    assert (0, 0, 1, 2) == known.numbers
    assert [0, 1, 2] == [known.of_record(each) for each in (record("9", **COLT), record(make="GLOCK"), record("5"))]
    # one that is not listed is a sort of its own, and the same the next time
    assert [3, 3] == [known.of_record(record(make="BERETTA")) for _ in range(2)]


@pytest.mark.parametrize(
    "change",
    [
        {"stock_number": NationalStockNumber.parse("1005-00-073-9421")},
        {"markings": (Marking(kind=MarkingKind.IMPORT, text="CAI GEORGIA VT"),)},
        {"pattern": "ak"},
        {"make": None},
        {"model": None},
        {"caliber": None},
        {"kinds": Weapon().kinds},
    ],
)
def test_whatever_is_compared_makes_another_sort(change: dict[str, Any]) -> None:
    thing = record(**COLT)
    assert (0, 1) == classes(thing, attrs.evolve(thing, weapon=attrs.evolve(thing.weapon, **change))).numbers


def test_bits_are_the_weights_of_the_comparisons() -> None:
    listed = [record("1", **COLT), record("2", make="GLOCK", caliber="9x19"), record("3")]
    known = classes(*listed)
    found = record("9671462", **(COLT | {"model": "M16A2"}))
    sort = known.of_record(found)
    for place, each in enumerate(listed):
        expected = reasons(THINGS, found, each, MODEL)
        assert expected == known.reasons(found, place)
        # the second time from what is known
        for _ in range(2):
            assert sum(reason.weight for reason in expected) == known.bits(sort, place)
    assert known.bits(sort, 1) < 0 == known.bits(sort, 2) < known.bits(sort, 0)
