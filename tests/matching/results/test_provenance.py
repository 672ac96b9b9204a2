"""Fingerprints of lists and models."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrace import samples
from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json, to_json
from armstrace.matching.coverage.custody_context import CustodyContext
from armstrace.matching.coverage.scopes import ListScope
from armstrace.matching.link import link
from armstrace.matching.match_model import MatchModel
from armstrace.matching.results.provenance import MatchStamp, digest
from armstrace.places import Place
from armstrace.records.recorded import CustodySort, RecordedWeapon
from armstrace.sources import Citation, Source
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.marks.headstamps import Headstamp
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.marks.markings import Marking, MarkingKind
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.supply.stock_numbers import NationalStockNumber

MODEL = MatchModel.default()
DAY = UncertainDate.exact(datetime.date(2020, 1, 2))
WEAPON = read_weapon({"kind": "RIFLE", "make": "COLT", "model": "M16A1", "caliber": "5.56x45"}, language="en").weapon
WHOLE = RecordedWeapon(
    weapon=attrs.evolve(WEAPON, serial=SerialNumber.parse("9671462")),
    date=DAY,
    place=Place.read(country="US", state="TX"),
    citation=Citation(source=Source(title="stock.csv"), row=2),
    list_name="LESO_2020",
)


def changed(**values: Any) -> RecordedWeapon:
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
    stamp = MatchStamp.of([], [], using=MODEL)
    edited = MatchStamp.of([], [], using=attrs.evolve(MODEL, lead=0.6))
    assert stamp.version == edited.version == MODEL.version
    assert stamp.weights != edited.weights
    assert stamp == from_json(to_json(stamp))


def test_a_stamp_names_the_tables_that_comparisons_read() -> None:
    stamp = MatchStamp.of([], [], using=MODEL)
    names = {"calibers", "kinds", "makes", "matching", "models", "serials"}
    assert names == {table.name for table in stamp.tables.tables}
    assert () == stamp.tables.changed()
    assert str(stamp).startswith(f"model {MODEL.version}; left {stamp.left[:12]}, ")
    assert len(str(stamp)) < 200


# values of each field, of which a record takes some
VALUES: dict[str, list[Any]] = {
    "record_id": [None, "K1"],
    "list_name": [None, "LESO_2020", "Armory book"],
    "holder": [None, "A. Smith, Inc."],
    "sort": [CustodySort.UNKNOWN, CustodySort.STOCK, CustodySort.THEFT],
    "count": [None, 3],
    "date": [None, DAY, UncertainDate.exact(datetime.date(2019, 5, 1)), UncertainDate.of_month(2020, 1)],
    "place": [None, *(Place.read(country="US", state=state) for state in ("TX", "CA"))],
    "weapon.serial": [SerialNumber.parse(text) for text in ("9671462", "96714-62", "9671482", "...1462", "LIMADA")],
    "weapon.kinds": [KindSet(), KindSet.of("rifle"), KindSet.of("machine_gun")],
    "weapon.make": [None, WEAPON.make],
    "weapon.model": [None, WEAPON.model],
    "weapon.pattern": [None, "AK"],
    "weapon.caliber": [None, WEAPON.caliber, *(Caliber.parse(text) for text in ("9x19", ".50 BMG"))],
    "weapon.lot": [None, *(LotNumber.parse(f"MA-90F018-00{n}") for n in (1, 2))],
    "weapon.headstamp": [None, *(Headstamp.parse(text) for text in ("LC / 18", "LC / 17"))],
    "weapon.made": [None, UncertainDate.of_year(2022)],
    "weapon.stock_number": [None, NationalStockNumber.parse("1005-00-073-9421")],
    "weapon.markings": [(), (Marking(kind=MarkingKind.IMPORT, text="CAI"),)],
    "weapon.explosive": [None, True],
    "weapon.extras": [(), (("note", "seen"),)],
}
SCOPES = [
    (),
    (ListScope.of("Armory book", sort=CustodySort.STOCK, no_kinds=["rifle"]),),
    (ListScope.of("Armory book", context=CustodyContext.EXPORT, holders=["A. Smith, Inc."]),),
]
MODELS = [MODEL, attrs.evolve(MODEL, lead=0.99), MODEL.with_weights({"place.same": 3.0}, version="3")]
Question: TypeAlias = "tuple[list[RecordedWeapon], list[RecordedWeapon], MatchModel, tuple[ListScope, ...]]"


def with_value(record: RecordedWeapon, path: str, value: object) -> RecordedWeapon:
    holder, _, name = path.rpartition(".")
    change: dict[str, Any] = {name: value}
    if holder:
        return attrs.evolve(record, weapon=attrs.evolve(record.weapon, **change))
    return attrs.evolve(record, **change)


@st.composite
def records(draw: st.DrawFn, *fixed: tuple[str, object]) -> RecordedWeapon:
    record = WHOLE
    paths = draw(st.lists(st.sampled_from(list(VALUES)), max_size=4))
    for path, value in (*((path, draw(st.sampled_from(VALUES[path]))) for path in paths), *fixed):
        record = with_value(record, path, value)
    return record


@st.composite
def questions(draw: st.DrawFn, path: str) -> tuple[Question, Question]:
    """Two questions that differ in the value at a path, or in the model, or in the scopes."""
    before, after = draw(st.permutations(VALUES[path]))[:2]
    first, *others = draw(st.lists(records(), max_size=2).map(lambda more: [draw(records((path, before))), *more]))
    models, scopes = draw(st.permutations(MODELS)), draw(st.permutations(SCOPES))
    changed = with_value(first, path, after)
    question: Question = ([first], [first, *others], models[0], scopes[0])
    changes: list[Question] = [
        ([changed], *question[1:]),
        ([first], [changed, *others], *question[2:]),
        (*question[:2], models[1], scopes[0]),
        (*question[:3], scopes[1]),
    ]
    return question, draw(st.sampled_from(changes))


def answer(question: Question) -> tuple[object, MatchStamp]:
    left, right, using, scopes = question
    matches = link(left, right, using=using, scopes=scopes)
    verdicts = [[match.verdict for match in shortlist.matches] for shortlist in matches.by_found]
    shown = matches.rows(), matches.rows("es"), matches.account, matches.prevalence, matches.unused_scopes, verdicts
    return shown, matches.stamp


@pytest.mark.parametrize("path", VALUES)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.data())
def test_answers_that_differ_have_stamps_that_differ(path: str, data: st.DataObject) -> None:
    (first, stamp), (second, other) = map(answer, data.draw(questions(path)))
    assert first == second or stamp != other


@pytest.mark.parametrize("path", sorted({*VALUES} - {"count", "weapon.explosive", "weapon.extras"}))
def test_each_value_that_decides_is_part_of_the_stamp(path: str) -> None:
    assert len(VALUES[path]) == len({digest([with_value(WHOLE, path, value)]) for value in VALUES[path]})


@pytest.mark.parametrize("path", ["count", "weapon.explosive", "weapon.extras"])
def test_a_value_that_decides_nothing_leaves_the_stamp(path: str) -> None:
    assert 1 == len({digest([with_value(WHOLE, path, value)]) for value in VALUES[path]})


def test_models_and_scopes_have_stamps_of_their_own() -> None:
    stamps = {MatchStamp.of([], [], using=using, scopes=scopes) for using in MODELS for scopes in SCOPES}
    assert len(MODELS) * len(SCOPES) == len(stamps)


def test_a_stamp_is_the_same_in_another_process() -> None:
    """Neither the seed of hashes nor the order of sets shows."""
    statement = """
import json
from armstrace import samples
from armstrace.matching.coverage.custody_context import CustodyContext
from armstrace.matching.coverage.scopes import ListScope
from armstrace.matching.link import link
from armstrace.matching.match_model import MatchModel
from armstrace.matching import MatchStamp
found = [weapon for record in samples.stock().records for weapon in record.recorded()]
stamp = MatchStamp.of(found, [], using=MatchModel.default())
print(json.dumps([stamp.left, stamp.weights]))
"""
    done = [
        subprocess.run([sys.executable, "-c", statement], check=True, capture_output=True, text=True, env=env)
        for env in ({"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)} for seed in ("1", "2"))
    ]
    found = [weapon for record in samples.stock().records for weapon in record.recorded()]
    stamp = MatchStamp.of(found, [], using=MatchModel.default())
    assert [[stamp.left, stamp.weights]] * 2 == [json.loads(each.stdout) for each in done]
