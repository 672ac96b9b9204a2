"""The tree of kinds, and their codes in other lists."""

from __future__ import annotations

import pytest

from armstrace import _convert, _tables
from armstrace.errors import ParseError, UnknownEntry
from armstrace.weapons.kinds.kind import WeaponKind

IDS = [row["id"] for row in _tables.rows("kinds/kinds.csv")]


def test_ids_are_sorted_and_unique():
    assert sorted(set(IDS)) == IDS == [kind.id for kind in WeaponKind.all()]


@pytest.mark.parametrize("kind", WeaponKind.all(), ids=str)
def test_each_row_is_whole(kind):
    assert kind.parent_id in {"", *IDS}
    assert kind.sometimes <= set(IDS)
    assert kind.en
    assert kind.es
    assert kind.pt
    assert kind.source
    assert kind.id not in {above.id for above in kind.ancestors}
    assert kind.leaves()
    assert {kind} == {WeaponKind.get(kind.id)}
    for language in ("en", "es", "pt"):
        assert WeaponKind.lookup(kind.label(language)) == kind


@pytest.mark.parametrize("row", _tables.rows("kinds/crosswalk.csv"), ids=lambda row: f"{row['kind']}-{row['scheme']}")
def test_the_crosswalk_holds_only_what_was_verified(row):
    assert row["verified"] == "true"
    assert row["source"]
    assert row["code"] in WeaponKind.lookup(row["kind"]).codes_in(row["scheme"])


@pytest.mark.parametrize(
    ("kind", "other", "expected"),
    [
        ("carbine", "rifle", True),
        ("carbine", "long_gun", True),
        ("rifle", "carbine", False),
        ("machine_gun", "long_gun", False),
        ("light_machine_gun", "machine_gun", True),
        ("underbarrel_grenade_launcher", "grenade_launcher", True),
        ("launch_tube", "rocket_launcher", False),
        ("suppressor", "part", True),
        ("grenade", "ammunition", False),
        ("replica", "firearm", False),
        ("airgun", "firearm", False),
    ],
)
def test_the_tree(kind, other, expected):
    assert expected is WeaponKind.lookup(kind).is_a(other)
    assert expected is WeaponKind.lookup(kind).is_a(WeaponKind.lookup(other))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Arma larga", "long_gun"),
        ("ARMA CORTA", "handgun"),
        ("Fusil", "rifle"),
        ("escopeta", "shotgun"),
        ("espingarda", "shotgun"),
        ("fuzil", "rifle"),
        ("sub-machine gun", "submachine_gun"),
        ("metralleta", "submachine_gun"),
        ("lanza-cohetes", "rocket_launcher"),
        ("lança-granadas", "grenade_launcher"),
        ("silencer", "suppressor"),
        ("machine_gun", "machine_gun"),
    ],
)
def test_lookup_knows_words_of_three_languages(name, expected):
    assert expected == WeaponKind.lookup(name).id


@pytest.mark.parametrize("name", ["catapult", "", "cuerno de chivo"])
def test_lookup_of_no_kind_names_the_nearest(name):
    with pytest.raises(UnknownEntry) as caught:
        WeaponKind.lookup(name)
    assert caught.value.registry == "kinds"


def test_get_and_search():
    assert WeaponKind.get("lanzagranadas") is None
    assert WeaponKind.search("machin gun")[0].id == "machine_gun"
    assert len(WeaponKind.search("gun", limit=1)) <= 1


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("rifle", {"rifle"}),
        ("handgun", {"derringer", "garrucha", "pistol", "revolver"}),
        ("long_gun", {"combination_gun", "machine_gun", "rifle", "shotgun", "submachine_gun"}),
        ("missile_launcher", {"missile_launcher"}),
    ],
)
def test_leaves_are_what_a_word_may_mean(kind, expected):
    assert expected == {leaf.id for leaf in WeaponKind.lookup(kind).leaves()}


@pytest.mark.parametrize(
    ("kind", "scheme", "expected"),
    [
        ("revolver", "ncic_family", ("P",)),
        ("revolver", "ncic_description", ("R",)),
        ("rifle", "iti", ("assault_rifles", "rifles_and_carbines")),
        ("shotgun", "iti", ()),
        ("shotgun", "sdg_16_4_2", ("shotguns",)),
        ("general_purpose_machine_gun", "iti", ()),
        ("machine_pistol", "atf", ()),
        ("rocket_launcher", "fsc", ("1055",)),
        ("rocket_launcher", "ncic_family", ()),
    ],
)
def test_what_other_lists_call_it(kind, scheme, expected):
    assert expected == WeaponKind.lookup(kind).codes_in(scheme)


def test_a_code_says_on_what_else_it_depends():
    codes = {code.code: code.on for code in WeaponKind.lookup("rifle").codes if code.scheme == "hs"}
    assert codes == {"9301.90": "military", "9303.30": "sporting"}


@pytest.mark.parametrize("data", ["catapult", 1, None, ["rifle"]])
def test_other_data_is_no_kind(data):
    with pytest.raises(ParseError):
        _convert.from_plain(data, WeaponKind)
    assert _convert.from_plain("rifle", WeaponKind) == WeaponKind.lookup("rifle")
    assert _convert.to_plain(WeaponKind.lookup("rifle")) == "rifle"
