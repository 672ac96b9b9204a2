"""Records of one list that tell of one weapon."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json, to_json
from armstrace.matching.duplicates import Cluster, DuplicateSet, deduplicate
from armstrace.places import Place
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.sources import Citation, Source
from armstrace.tracing.requests import TraceRequest
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon

DAY = datetime.date(2021, 5, 1)
COLT = {"make": "COLT", "model": "M16A1", "caliber": "5.56x45", "kind": "RIFLE"}
GLOCK: dict[str, Any] = {"make": "GLOCK", "model": "17", "caliber": "9x19", "kind": "PISTOL"}


def record(
    row: int, serial: str, day: datetime.date | None = DAY, town: str | None = "Reynosa", **cells: str
) -> RecordedWeapon:
    weapon = attrs.evolve(read_weapon(cells or COLT, language="en").weapon, serial=SerialNumber.parse(serial))
    return RecordedWeapon(
        weapon=weapon,
        date=UncertainDate.exact(day) if day else None,
        place=Place.read(country="MX", state="Tamaulipas", municipality=town) if town else None,
        citation=Citation(source=Source(title="seizures.csv"), row=row),
        record_id=f"S{row}",
    )


FILLER = [record(1000 + i, f"{2_000_000 + 70_007 * i}", town="Altamira") for i in range(80)]


def members(found: DuplicateSet) -> list[list[str | None]]:
    return [[member.record_id for member in cluster.members] for cluster in found.clusters]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9671462", "9671462"),
        ("9671462", "MAT. 96714-62"),
        ("9671462", "967I462"),
        ("9671462", "9611462"),
        ("9671462", "9761462"),
        ("9671462", "97671462"),
        ("9671462", "961462"),
        ("9671462", "9371462"),
        ("0967146", "967146"),
    ],
)
def test_the_same_weapon_reported_twice(one: str, other: str) -> None:
    """A digit that differs is forgiven where day, place and thing agree and the list is not dense there."""
    found = deduplicate([record(2, one), *FILLER, record(3, other)])
    assert [["S2", "S3"]] == members(found)
    assert {"when.same", "where.same"} <= {reason.code for reason in found.clusters[0].weakest.reasons_for}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9671462", "9671463"),
        ("9671462", "9671482"),
        ("9671462", "4471462"),
        ("9671462", "S/N"),
        ("LIMADA", "LIMADA"),
        ("XXXX", "XXXX"),
    ],
)
def test_neighbors_and_placeholders_are_no_duplicates(one: str, other: str) -> None:
    assert [] == members(deduplicate([record(2, one), *FILLER, record(3, other)]))


def test_one_number_on_two_things_is_possible_and_no_duplicate() -> None:
    found = deduplicate([record(2, "9671462"), record(3, "9671462", **GLOCK), *FILLER])
    assert [] == members(found)
    assert found.possible == () or "make.different" in {reason.code for reason in found.possible[0].reasons}


def test_two_guns_of_one_row_are_two_guns() -> None:
    thing = record(2, "9671462").weapon
    seizure = Seizure(
        id="S2",
        items=(SeizedItem(weapon=thing), SeizedItem(weapon=thing)),
        citation=Citation(source=Source(title="seizures.csv"), row=2),
    )
    assert [] == members(deduplicate([seizure, *FILLER]))


def test_days_and_places_speak_for_and_against() -> None:
    near = deduplicate([record(2, "9671462"), record(3, "9371462"), *FILLER])
    late = deduplicate([record(2, "9671462"), record(3, "9371462", DAY.replace(year=2023), "Tampico"), *FILLER])
    chances = [found.clusters[0].weakest.probability for found in (near, late)]
    assert chances[0] > chances[1]
    against = {reason.code for reason in late.clusters[0].weakest.reasons_against}
    assert {"when.far", "where.different"} == against


def test_three_reports_are_one_cluster_with_its_weakest_link() -> None:
    found = deduplicate([record(2, "9671462"), record(3, "9671462"), record(4, "9371462"), *FILLER])
    assert [["S2", "S3", "S4"]] == members(found)
    (cluster,) = found.clusters
    assert 2 == len(cluster.links)
    assert "S4" in (cluster.weakest.left.record_id, cluster.weakest.right.record_id)
    assert cluster.weakest.probability == min(link.probability for link in cluster.links)
    assert 3 == len(found.pairs())
    assert cluster.explain("en").startswith("records that seem to describe one weapon: S2, S3, S4; weakest link:")
    assert "el vínculo más débil" in cluster.explain("es")


def test_a_number_between_two_others_joins_only_one_of_them() -> None:
    """Two numbers that are not close are two weapons, whoever stands between them."""
    found = deduplicate([record(2, "AB671462"), record(3, "AB971462"), record(4, "AB97X46Z"), *FILLER])
    assert all(len(cluster) < 3 for cluster in members(found))


def test_the_account_names_what_could_not_be_compared() -> None:
    found = deduplicate([record(2, "9671462"), record(3, "LIMADA"), record(4, "?9?4??1?")])
    assert ["match.none.no_serial"] == [each.reason.code for each in found.not_comparable]
    assert "not comparable: 1" in found.explain()
    assert "sin poder compararse: 1" in found.explain("es")
    assert found == from_json(to_json(found))


def test_a_number_on_very_many_records_is_no_duplicate_of_any() -> None:
    found = deduplicate([record(row, "9671462") for row in range(2, 2002)])
    assert ((), 2000) == (found.clusters, len(found.not_comparable))
    assert "match.none.too_common" == found.not_comparable[0].reason.code


def test_fifty_reports_of_one_weapon_are_one_cluster() -> None:
    found = deduplicate([record(row, "9671462") for row in range(2, 52)])
    assert [50] == [len(cluster.members) for cluster in found.clusters]


def test_trace_requests_of_two_offices() -> None:
    weapon = record(2, "9671462").weapon
    requests = [
        TraceRequest(id=name, weapon=weapon, citation=Citation(source=Source(title="requests.csv"), row=row))
        for row, name in ((2, "FGE-1"), (3, "FGR-9"))
    ]
    assert [["FGE-1", "FGR-9"]] == members(deduplicate(requests))


def test_a_cluster_is_held_together() -> None:
    found = deduplicate([record(2, "9671462"), record(3, "9671462")])
    with pytest.raises(ValueError, match="held together"):
        attrs.evolve(found.clusters[0], links=())
    with pytest.raises(ValueError, match="members"):
        Cluster(members=(record(2, "1"),), links=())
    with pytest.raises(ValueError, match="no member"):
        attrs.evolve(found.clusters[0], members=(record(2, "9671462"), record(4, "9671462")))
    three = deduplicate([record(2, "9671462"), record(3, "9671462"), record(4, "967I462")]).clusters[0]
    first, last = three.links
    assert (last, True) == (three.weakest, first.probability > last.probability)
    with pytest.raises(ValueError, match="likeliest link comes first"):
        attrs.evolve(three, links=(last, first))


def test_no_more_records_are_shown_than_there_are() -> None:
    found = deduplicate([record(2, "9671462"), record(3, "9671462"), record(4, "S/N")])
    assert 3 == found.records
    with pytest.raises(ValueError, match="3 records shown, of 2"):
        attrs.evolve(found, records=2)


def test_an_empty_list() -> None:
    assert (0, ()) == (deduplicate([]).records, deduplicate([]).clusters)


@given(st.lists(st.text("0123AB-? ", max_size=8), max_size=10))
def test_no_record_stands_in_two_clusters(numbers: list[str]) -> None:
    found = deduplicate([record(row, number) for row, number in enumerate(numbers, 2)])
    named = [name for cluster in members(found) for name in cluster]
    assert len(named) == len(set(named))
    assert set(named).isdisjoint(each.left.record_id for each in found.not_comparable)


@given(st.permutations(["9671462", "9371462", "967I462", "9671463", "S/N", "E493937", "E493931"]))
def test_the_order_of_the_list_does_not_matter(numbers: list[str]) -> None:
    found = deduplicate([record(2 + i, number) for i, number in enumerate(numbers)])
    sets = {frozenset(str(member.weapon.serial) for member in cluster.members) for cluster in found.clusters}
    again = deduplicate([record(2 + i, number) for i, number in enumerate(sorted(numbers))])
    assert sets == {frozenset(str(m.weapon.serial) for m in cluster.members) for cluster in again.clusters}


def test_a_record_that_fits_two_weapons_does_not_make_them_one() -> None:
    blank = attrs.evolve(record(3, "9671462"), weapon=attrs.evolve(Weapon(), serial=SerialNumber.parse("9671462")))
    found = deduplicate([record(2, "9671462"), blank, record(4, "9671462", **GLOCK)])
    assert all(not {"S2", "S4"} <= set(cluster) for cluster in members(found))


def test_records_that_cite_the_same_and_no_row_are_compared() -> None:
    citation = Citation(source=Source(title="requests.csv"))
    thing = attrs.evolve(record(2, "9671462"), citation=citation, record_id=None)
    assert [2] == [len(cluster.members) for cluster in deduplicate([thing, thing]).clusters]


def test_rows_tell_of_links_of_possible_pairs_and_of_what_was_not_compared() -> None:
    given_records = [
        record(2, "9671462"),
        record(3, "967I462"),
        record(4, "LIMADA"),
        *FILLER,
    ]
    found = deduplicate(given_records)
    rows = found.rows()
    assert 1 == len({tuple(row) for row in rows})
    assert [(1, "S2", "S3", "lead")] == [
        (row["cluster"], row["record"], row["other"], row["verdict"]) for row in rows if row["cluster"]
    ]
    assert [(None, "S4", None, "not_comparable")] == [
        (row["cluster"], row["record"], row["other"], row["verdict"]) for row in rows if row["other"] is None
    ]
    assert len(rows) == sum(len(each.links) for each in found) + len(found.possible) + len(found.not_comparable)
    assert "matrícula" in str(found.rows("es")[0]["reasons_for"])
    assert (1, list(found.clusters)) == (len(found), list(found))


def test_an_equal_number_on_two_things_that_exclude_each_other_is_neither_joined_nor_possible() -> None:
    rifle: dict[str, Any] = {"make": "ROMARM", "model": "WASR-10", "caliber": "7.62x39", "kind": "RIFLE"}
    found = deduplicate([record(2, "BKS9671462", **GLOCK), record(3, "BKS9671462", **rifle), *FILLER])
    assert ((), ()) == (found.clusters, found.possible)


@pytest.mark.parametrize("step", [1, 20, 50, 1000])
def test_numbers_that_were_each_read_twice_are_no_slips_of_one_another(step: int) -> None:
    rows = [record(2 + n, str(9_671_400 + step * (n // 2))) for n in range(20)]
    found = deduplicate([*rows, *FILLER])
    assert [[f"S{n}", f"S{n + 1}"] for n in range(2, 22, 2)] == members(found)


def test_a_slip_of_a_number_that_was_read_twice_is_still_one() -> None:
    found = deduplicate([record(2, "9671462"), record(3, "9671462"), record(4, "967I462"), *FILLER])
    assert [["S2", "S3", "S4"]] == members(found)


def test_what_has_a_lot_and_no_number_cannot_be_compared() -> None:
    grenade = attrs.evolve(record(2, "S/N", kind="HAND GRENADE").weapon, lot=LotNumber.parse("FMP-3-87"))
    rows = [attrs.evolve(record(row, "S/N"), weapon=grenade) for row in (2, 3)]
    assert ["match.none.no_serial"] * 2 == [each.reason.code for each in deduplicate(rows).not_comparable]
