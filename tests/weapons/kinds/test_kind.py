"""The tree of kinds, sets of kinds, and what other lists call them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _convert, _tables
from armstrace.errors import ParseError, UnknownEntry
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet

IDS = [row["id"] for row in _tables.rows("kinds/kinds.csv")]
some_kinds = st.frozensets(st.sampled_from(IDS), max_size=4).map(lambda ids: KindSet.of(*ids))


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


@pytest.mark.parametrize(
    ("named", "kind", "could", "must"),
    [
        ((), "rifle", True, False),
        (("long_gun",), "rifle", True, False),
        (("long_gun",), "machine_gun", True, False),
        (("handgun",), "rifle", False, False),
        (("carbine",), "rifle", True, True),
        (("rifle",), "rifle", True, True),
        (("grenade", "grenade_launcher"), "grenade_launcher", True, False),
        (("rifle", "shotgun"), "long_gun", True, True),
        (("rifle", "pistol"), "firearm", True, True),
        (("launch_tube",), "rocket_launcher", True, False),
    ],
)
def test_what_a_set_could_and_must_be(named, kind, could, must):
    said = KindSet.of(*named)
    assert (could, must) == (said.could_be(kind), said.must_be(kind))
    assert (could, must) == (said.could_be(WeaponKind.lookup(kind)), said.must_be(WeaponKind.lookup(kind)))


@pytest.mark.parametrize(
    ("named", "language", "expected"),
    [
        ((), "en", ""),
        (("rifle",), "en", "rifle"),
        (("grenade", "grenade_launcher"), "es", "granada y lanzagranadas"),
        (("rifle", "pistol", "shotgun"), "en", "pistol, rifle and shotgun"),
        (("rifle", "pistol"), "pt", "pistola e fuzil ou rifle"),
    ],
)
def test_labels_of_sets(named, language, expected):
    assert expected == KindSet.of(*named).label(language)


def test_a_set_is_a_value():
    one = KindSet.of("rifle", WeaponKind.lookup("pistol"))
    assert one == KindSet.of("pistol", "rifle")
    assert hash(one) == hash(KindSet.of("pistol", "rifle"))
    assert [kind.id for kind in one] == ["pistol", "rifle"]
    assert len(one) == 2
    assert one.single is None
    assert KindSet.of("rifle").single == WeaponKind.lookup("rifle")
    assert str(KindSet.of("rifle")) == "rifle"
    assert bool(one)
    assert not KindSet()
    with pytest.raises(UnknownEntry):
        KindSet.of("catapult")


@given(some_kinds, some_kinds)
def test_union(one, other):
    assert (one | other) == (other | one)
    assert (one | other).kinds == one.kinds | other.kinds


@given(some_kinds, st.sampled_from(IDS))
def test_what_must_be_could_be(said, kind):
    assert said.could_be(kind) or not said.must_be(kind)


@given(some_kinds)
def test_sets_survive_json(said):
    plain = _convert.to_plain(said)
    assert plain == sorted(plain)
    assert said == _convert.from_plain(plain, KindSet)


@pytest.mark.parametrize("data", ["rifle", {"kinds": ["rifle"]}, ["catapult"], [1], None, [["rifle"]]])
def test_other_data_is_no_set(data):
    with pytest.raises(ParseError):
        _convert.from_plain(data, KindSet)


@pytest.mark.parametrize("data", ["catapult", 1, None, ["rifle"]])
def test_other_data_is_no_kind(data):
    with pytest.raises(ParseError):
        _convert.from_plain(data, WeaponKind)
    assert _convert.from_plain("rifle", WeaponKind) == WeaponKind.lookup("rifle")
    assert _convert.to_plain(WeaponKind.lookup("rifle")) == "rifle"
