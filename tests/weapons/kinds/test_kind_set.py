"""Sets of kinds: what a record that names several kinds leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _convert
from armstrace.errors import ParseError, UnknownEntry
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet

some_kinds = st.frozensets(st.sampled_from(WeaponKind.all()), max_size=4).map(lambda kinds: KindSet.of(*kinds))


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
    kinds = KindSet.of(*named)
    assert (could, must) == (kinds.could_be(kind), kinds.must_be(kind))
    assert (could, must) == (kinds.could_be(WeaponKind.lookup(kind)), kinds.must_be(WeaponKind.lookup(kind)))


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
def test_labels(named, language, expected):
    assert expected == KindSet.of(*named).label(language)


def test_a_set_is_a_value():
    kinds = KindSet.of("rifle", WeaponKind.lookup("pistol"))
    assert kinds == KindSet.of("pistol", "rifle")
    assert hash(kinds) == hash(KindSet.of("pistol", "rifle"))
    assert [kind.id for kind in kinds] == ["pistol", "rifle"]
    assert len(kinds) == 2
    assert kinds.single is None
    assert KindSet.of("rifle").single == WeaponKind.lookup("rifle")
    assert str(KindSet.of("rifle")) == "rifle"
    assert bool(kinds)
    assert not KindSet()
    with pytest.raises(UnknownEntry):
        KindSet.of("catapult")
    assert KindSet.of("arma larga") == KindSet.of("long_gun")


@given(some_kinds, some_kinds)
def test_union(left, right):
    assert (left | right) == (right | left)
    assert (left | right).kinds == left.kinds | right.kinds


@given(some_kinds, st.sampled_from(WeaponKind.all()))
def test_what_must_be_could_be(kinds, kind):
    assert kinds.could_be(kind) or not kinds.must_be(kind)


@given(some_kinds)
def test_sets_survive_json(kinds):
    plain = _convert.to_plain(kinds)
    assert plain == sorted(plain)
    assert kinds == _convert.from_plain(plain, KindSet)


@pytest.mark.parametrize("data", ["rifle", {"kinds": ["rifle"]}, ["catapult"], [1], None, [["rifle"]]])
def test_other_data_is_no_set(data):
    with pytest.raises(ParseError):
        _convert.from_plain(data, KindSet)
