"""The registry of models, and its values."""

from __future__ import annotations

import pickle
from collections import Counter

import pytest

from armstrace import _tables
from armstrace._convert import from_plain
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry
from armstrace.weapons import models
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.model_names import name_key
from armstrace.weapons.models.agreement import ModelLevel
from armstrace.weapons.models.registry import Model, ModelEntry

ENTRIES = ModelEntry.all()
IDS = [entry.id for entry in ENTRIES]


def test_ids_are_sorted():
    assert sorted(IDS) == IDS
    assert len(IDS) > 900


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_each_entry_is_whole(entry):
    assert entry == ModelEntry.get(entry.id)
    assert WeaponKind.get(entry.kind) is not None
    assert all(Make.get(make) for make in entry.makes)
    assert all(Cartridge.get(caliber) for caliber in entry.calibers)
    assert entry.pattern is None or entry.pattern in models.patterns()
    assert entry.source
    assert entry.first_year is None or 1790 < entry.first_year < 2026
    assert entry.broader != entry.id
    assert entry.broader is None or ModelEntry.get(entry.broader) is not None
    assert entry.variant != "civilian" or not {FireMode.AUTOMATIC, FireMode.BURST} & entry.fire_modes
    for name in entry.names:
        assert name_key(name), name


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.broader], ids=str)
def test_a_variant_is_of_the_same_design(entry):
    broader = ModelEntry.get(entry.broader)
    assert entry.pattern == broader.pattern
    assert models.compare(entry.model(), broader.model()) is ModelLevel.BROADER
    assert {entry.variant, broader.variant} != {"civilian", "military"}


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_each_entry_is_read_by_its_name_beside_its_make(entry):
    for make in entry.makes or (None,):
        reading = models.read(entry.name, make, KindSet.of(entry.kind))
        found = {reading.model.id} if reading.model and reading.model.id else {other.id for other in reading.candidates}
        assert entry.id in found, (make, reading)


def test_a_make_has_one_model_of_each_name():
    """The same name twice in one make is ambiguous; these few are."""
    names = Counter(
        (make, key) for entry in ENTRIES for make in entry.makes for key in {name_key(name) for name in entry.names}
    )
    assert {pair for pair, n in names.items() if n > 1} == {
        ("winchester", "m1"),
        ("ruger", "american"),
        ("cobray", "m11"),
        ("norinco", "56"),  # a rifle of the AK pattern and one of the SKS
        ("norinco", "type56"),
        ("norinco", "tipo56"),
        ("polytech", "56"),
        ("polytech", "type56"),
        ("polytech", "tipo56"),
    }


def test_patterns():
    rows = _tables.rows("models/patterns.csv")
    assert models.patterns() == tuple(row["id"] for row in rows)
    assert {entry.pattern for entry in ENTRIES} - {None} == set(models.patterns())


def test_verbs_of_the_registry():
    assert ModelEntry.get("nothing") is None
    assert ModelEntry.lookup("Xiuhcóatl") == ModelEntry.get("fx-05")
    assert ModelEntry.search("M16A22")[0].id == "m16a2"
    with pytest.raises(AmbiguousEntry, match="m1-carbine"):
        ModelEntry.lookup("M1")
    with pytest.raises(UnknownEntry):
        ModelEntry.lookup("Zorglub 3000")


def test_an_entry_is_its_id():
    entry = ModelEntry.get("m1a")
    assert entry == ModelEntry(id="m1a", name="other", kind="pistol")
    assert hash(entry) == hash(ModelEntry(id="m1a", name="other", kind="pistol"))
    assert str(entry) == "M1A"
    assert entry._to_plain() == "m1a"
    assert ModelEntry._from_plain("m1a") is entry
    assert pickle.loads(pickle.dumps(entry)) == entry
    for bad in ("no such model", 7, None):
        with pytest.raises(ParseError, match=r"no id in models|no text"):
            from_plain(bad, ModelEntry)


@pytest.mark.parametrize(
    ("model_id", "kind", "action", "modes", "caliber"),
    [
        ("m16a2", "rifle", Action.SELF_LOADING, {FireMode.SEMI_AUTOMATIC, FireMode.BURST}, "5.56x45mm"),
        ("m4a1", "carbine", Action.SELF_LOADING, {FireMode.SEMI_AUTOMATIC, FireMode.AUTOMATIC}, "5.56x45mm"),
        ("m1a", "rifle", Action.SELF_LOADING, {FireMode.SEMI_AUTOMATIC}, "308-winchester"),
        ("m2", "heavy_machine_gun", Action.SELF_LOADING, {FireMode.AUTOMATIC}, "12.7x99mm"),
        ("m249", "light_machine_gun", Action.SELF_LOADING, {FireMode.AUTOMATIC}, "5.56x45mm"),
        ("m203", "underbarrel_grenade_launcher", Action.SINGLE_SHOT, {FireMode.MANUAL}, "40x46mm"),
        ("barrett-m99", "rifle", Action.BOLT, {FireMode.MANUAL}, "12.7x99mm"),
        ("winchester-94", "rifle", Action.LEVER, {FireMode.MANUAL}, "30-30"),
        ("remington-870", "shotgun", Action.PUMP, {FireMode.MANUAL}, "12-gauge"),
        ("m67", "hand_grenade", None, set(), "hand-grenade"),
    ],
)
def test_what_entries_say(model_id, kind, action, modes, caliber):
    entry = ModelEntry.get(model_id)
    assert (entry.kind, entry.action, entry.fire_modes) == (kind, action, modes)
    assert caliber in entry.calibers


def test_the_value():
    model = ModelEntry.get("m1a").model(raw="M1-A")
    assert model == Model(id="m1a", name="M1A")
    assert model.known
    assert str(model) == "M1A"
    unknown = Model(id=None, name="Z-1")
    assert not unknown.known
    assert unknown.entry is None
    assert Model(id="gone-from-registry", name="Z").entry is None
    with pytest.raises(ValueError, match="name"):
        Model(id=None, name="")


def test_variants_are_read_from_the_table():
    assert {entry.variant for entry in ENTRIES} == {None, "civilian", "military"}
    assert ModelEntry.get("m1a").variant == "civilian"
