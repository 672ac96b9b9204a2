"""Fingerprints of lists and models."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys

import attrs
import pytest

from armstrace import samples
from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json, to_json
from armstrace.matching import match_model as model
from armstrace.matching.results.provenance import MatchStamp, digest
from armstrace.places import Place
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.descriptions.cells import read_weapon
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.marks.markings import LotNumber, Marking, MarkingKind
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.supply.stock_numbers import NationalStockNumber

DAY = UncertainDate.exact(datetime.date(2020, 1, 2))
WEAPON = read_weapon({"kind": "RIFLE", "make": "COLT", "model": "M16A1", "caliber": "5.56x45"}, language="en").weapon
WHOLE = RecordedWeapon(
    weapon=attrs.evolve(WEAPON, serial=SerialNumber.parse("9671462")),
    date=DAY,
    place=Place.read(country="US", state="TX"),
    citation=Citation(source=Source(title="stock.csv"), row=2),
    list_name="LESO_2020",
)


def changed(**values: object) -> RecordedWeapon:
    return attrs.evolve(WHOLE, weapon=attrs.evolve(WHOLE.weapon, **values))


OTHERS = {
    "reference": attrs.evolve(WHOLE, record_id="K1"),
    "row": attrs.evolve(WHOLE, citation=attrs.evolve(WHOLE.citation, row=3)),
    "page": attrs.evolve(WHOLE, citation=attrs.evolve(WHOLE.citation, page=3)),
    "source": attrs.evolve(WHOLE, citation=attrs.evolve(WHOLE.citation, source=Source(title="b.csv"))),
    "list": attrs.evolve(WHOLE, list_name=None),
    "no date": attrs.evolve(WHOLE, date=None),
    "date": attrs.evolve(WHOLE, date=UncertainDate.of_month(2020, 1)),
    "about": attrs.evolve(WHOLE, date=attrs.evolve(DAY, approximate=True)),
    "either": attrs.evolve(WHOLE, date=UncertainDate.either([datetime.date(2020, 1, 2), datetime.date(2020, 2, 1)])),
    "between": attrs.evolve(WHOLE, date=UncertainDate.between(datetime.date(2020, 1, 2), datetime.date(2020, 2, 1))),
    "no place": attrs.evolve(WHOLE, place=None),
    "place": attrs.evolve(WHOLE, place=Place.read(country="US", state="CA")),
    "town": attrs.evolve(WHOLE, place=Place.read(country="US", state="TX", municipality="El Paso")),
    "serial": changed(serial=SerialNumber.parse("9671463")),
    "open": changed(serial=SerialNumber.parse("...9671462")),
    "altered": changed(serial=SerialNumber.parse("9671462", SerialState.ALTERED)),
    "kinds": changed(kinds=KindSet()),
    "make": changed(make=None),
    "model": changed(model=None),
    "pattern": changed(pattern="AK"),
    "caliber": changed(caliber=None),
    "lot": changed(lot=LotNumber.parse("MA-90F018-001")),
    "stock number": changed(stock_number=NationalStockNumber.parse("1005-00-073-9421")),
    "marking": changed(markings=(Marking(kind=MarkingKind.IMPORT, text="CAI"),)),
    "other marking": changed(markings=(Marking(kind=MarkingKind.IMPORT, text="CAI", year=1999),)),
}


def test_no_two_records_have_one_fingerprint() -> None:
    assert len(OTHERS) + 1 == len({digest([each]) for each in (WHOLE, *OTHERS.values())})


def test_equal_records_have_one_fingerprint() -> None:
    again = from_json(to_json(WHOLE))
    assert again is not WHOLE
    assert digest([WHOLE]) == digest([again])
    assert digest([WHOLE, WHOLE]) == digest([again, WHOLE]) == digest([WHOLE, again])


def test_the_number_of_records_and_their_order_count() -> None:
    other = OTHERS["serial"]
    assert 4 == len({digest([]), digest([WHOLE]), digest([WHOLE, other]), digest([other, WHOLE])})


@pytest.mark.parametrize("serial", ["', '", "\\", "\n", "\ud800", "é", "x" * 10_000, "\x00"])
def test_hostile_text_is_only_text(serial: str) -> None:
    hostile = changed(serial=SerialNumber(state=SerialState.LEGIBLE, text=serial))
    assert digest([hostile]) != digest([WHOLE])


def test_one_record_many_times_is_read_once() -> None:
    assert digest([WHOLE] * 100_000) != digest([WHOLE] * 99_999)


def test_batches_leave_no_trace() -> None:
    copies = [attrs.evolve(WHOLE) for _ in range(2001)]
    assert digest([WHOLE] * 2001) == digest(copies) == digest(iter(copies))


def test_an_edited_model_of_the_same_version_is_told_apart() -> None:
    weights = model.default()
    stamp = MatchStamp.of([], [], weights)
    edited = MatchStamp.of([], [], attrs.evolve(weights, lead=0.6))
    assert stamp.version == edited.version == weights.version
    assert stamp.weights != edited.weights
    assert {"cartridges", "kinds", "list scopes", "makes", "models"} == {name for name, _ in stamp.editions}
    assert stamp == from_json(to_json(stamp))


def test_a_stamp_is_the_same_in_another_process() -> None:
    """Neither the seed of hashes nor the order of sets shows."""
    statement = """
import json
from armstrace import samples
from armstrace.matching import match_model as model
from armstrace.matching import MatchStamp
found = [weapon for record in samples.stock().records for weapon in record.recorded()]
stamp = MatchStamp.of(found, [], model.default())
print(json.dumps([stamp.left, stamp.weights]))
"""
    done = [
        subprocess.run([sys.executable, "-c", statement], check=True, capture_output=True, text=True, env=env)
        for env in ({"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)} for seed in ("1", "2"))
    ]
    found = [weapon for record in samples.stock().records for weapon in record.recorded()]
    stamp = MatchStamp.of(found, [], model.default())
    assert [[stamp.left, stamp.weights]] * 2 == [json.loads(each.stdout) for each in done]
