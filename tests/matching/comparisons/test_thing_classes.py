"""What sort of thing each listed weapon is."""

from __future__ import annotations

import attrs
import pytest

from armstrace.matching import match_model as model
from armstrace.matching.comparisons import levels
from armstrace.matching.comparisons.thing_classes import Traits
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.descriptions.cells import read_weapon
from armstrace.weapons.marks.markings import Marking, MarkingKind
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.supply.stock_numbers import NationalStockNumber
from armstrace.weapons.weapon import Weapon

MODEL = model.default()
COLT = {"make": "COLT", "model": "M16A1", "caliber": "5.56x45", "kind": "RIFLE"}


def weapon(serial: str = "", **cells: str) -> Weapon:
    return attrs.evolve(read_weapon(cells, language="en").weapon, serial=SerialNumber.parse(serial))


def traits(*weapons: Weapon) -> Traits:
    citation = Citation(source=Source(title="stock.csv"))
    return Traits.of([RecordedWeapon(weapon=each, citation=citation) for each in weapons], MODEL)


def test_weapons_that_differ_by_number_alone_are_of_one_sort() -> None:
    known = traits(weapon("1", **COLT), weapon("2", **COLT), weapon("3", make="GLOCK"), weapon())
    assert (0, 0, 1, 2) == known.sorts
    assert [0, 1, 2] == [known.sort(each) for each in (weapon("9", **COLT), weapon(make="GLOCK"), weapon("5"))]
    # one that is not listed is a sort of its own, and the same the next time
    assert [3, 3] == [known.sort(weapon(make="BERETTA")) for _ in range(2)]


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
def test_whatever_is_compared_makes_another_sort(change: dict[str, object]) -> None:
    thing = weapon(**COLT)
    assert (0, 1) == traits(thing, attrs.evolve(thing, **change)).sorts


def test_bits_are_the_weights_of_the_comparisons() -> None:
    listed = [weapon("1", **COLT), weapon("2", make="GLOCK", caliber="9x19"), weapon("3")]
    known = traits(*listed)
    found = weapon("9671462", **(COLT | {"model": "M16A2"}))
    sort = known.sort(found)
    for place, each in enumerate(listed):
        expected = levels.things(found, each, MODEL)
        assert expected == known.reasons(found, place)
        # the second time from what is known
        for _ in range(2):
            assert sum(reason.weight for reason in expected) == known.bits(sort, place)
    assert known.bits(sort, 1) < 0 == known.bits(sort, 2) < known.bits(sort, 0)
