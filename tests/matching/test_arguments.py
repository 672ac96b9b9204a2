"""The arguments of compare, link and deduplicate: what is accepted, and what is refused by the name of the argument."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from armstrace import samples
from armstrace.matching.arguments import only_weapon, weapons_of
from armstrace.matching.compare import compare
from armstrace.matching.duplicates import deduplicate
from armstrace.matching.link import link
from armstrace.records.custody import CustodyRecord
from armstrace.records.seizures import Seizure
from armstrace.weapons.weapon import Weapon

FOUND, LISTED = samples.seizures(), samples.stock()
SEIZURE = next(record for record in FOUND.records if isinstance(record, Seizure) and len(record.items) == 1)
CUSTODY = next(record for record in LISTED.records if isinstance(record, CustodyRecord))


def test_a_table_that_was_read_stands_for_its_records() -> None:
    assert link(FOUND, LISTED) == link(FOUND.records, LISTED.records)
    assert deduplicate(FOUND) == deduplicate(FOUND.records)


def test_a_single_record_stands_for_a_list_of_one() -> None:
    single: Any = SEIZURE
    other: Any = CUSTODY
    assert link(single, other) == link([SEIZURE], [CUSTODY])


def test_records_are_compared_as_the_weapons_they_show() -> None:
    assert compare(SEIZURE, CUSTODY) == compare(SEIZURE.recorded()[0], CUSTODY.recorded()[0])


def test_a_record_given_again_shows_the_same_objects() -> None:
    first, second = weapons_of((record for record in (SEIZURE, SEIZURE)), "left")
    assert first is second
    assert first == SEIZURE.recorded()[0]
    assert () == weapons_of([], "left")


@pytest.mark.parametrize("given", [None, 7, "a.csv", b"a.csv", Weapon(), SEIZURE.items[0]])
def test_what_is_no_list_is_refused_by_name(given: Any) -> None:
    for call, name in (
        (lambda: link(given, []), "left"),
        (lambda: link([], given), "right"),
        (lambda: deduplicate(given), "records"),
    ):
        with pytest.raises(TypeError, match=f"^{name}: a {type(given).__name__} is no list of records; read_table"):
            call()


@pytest.mark.parametrize("given", [None, "a.csv", {"serial": "1"}, Weapon(), SEIZURE.items[0], FOUND])
def test_what_is_no_record_is_refused_by_name(given: Any) -> None:
    for call, name in (
        (lambda: compare(given, CUSTODY), "left"),
        (lambda: compare(SEIZURE, given), "right"),
        (lambda: link([given], []), "left"),
    ):
        with pytest.raises(TypeError, match=f"^{name}: a {type(given).__name__} is no record of weapons"):
            call()


def test_a_record_of_several_weapons_is_refused_by_name() -> None:
    several = attrs.evolve(SEIZURE, items=SEIZURE.items * 2)
    with pytest.raises(ValueError, match=r"^left: the record shows 2 weapons"):
        only_weapon(several, "left")
