"""Models: the registry, what a model field means and never more, and how far two models agree."""

from __future__ import annotations

import pickle
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace._convert import from_plain
from armstrace.errors import AmbiguousEntry, ParseError, UnknownEntry
from armstrace.weapons import makes, models
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.models import registry as _model_table
from armstrace.weapons.models.agreement import Model, ModelEntry, ModelFlag, ModelLevel

ENTRIES = models.all()
IDS = [entry.id for entry in ENTRIES]


def read_id(text, make=None, **more):
    reading = models.read(text, make, **more)
    return reading.model.id if reading and reading.model else None


# ---- the registry


def test_ids_are_sorted():
    assert sorted(IDS) == IDS
    assert len(IDS) > 900


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_each_entry_is_whole(entry):
    assert entry == models.get(entry.id)
    assert WeaponKind.get(entry.kind) is not None
    assert all(makes.get(make) for make in entry.makes)
    assert all(Cartridge.get(caliber) for caliber in entry.calibers)
    assert entry.pattern is None or entry.pattern in models.patterns()
    assert entry.source
    assert entry.first_year is None or 1790 < entry.first_year < 2026
    assert entry.broader != entry.id
    assert entry.broader is None or models.get(entry.broader) is not None
    assert entry.variant != "civilian" or not {FireMode.AUTOMATIC, FireMode.BURST} & entry.fire_modes
    for name in entry.names:
        assert _model_table.name_key(name), name


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.broader], ids=str)
def test_a_variant_is_of_the_same_design(entry):
    broader = models.get(entry.broader)
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
        (make, key)
        for entry in ENTRIES
        for make in entry.makes
        for key in {_model_table.name_key(name) for name in entry.names}
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
    assert models.get("nothing") is None
    assert models.lookup("Xiuhcóatl") == models.get("fx-05")
    assert models.search("M16A22")[0].id == "m16a2"
    assert models.edition() == "2026-11-24"
    with pytest.raises(AmbiguousEntry, match="m1-carbine"):
        models.lookup("M1")
    with pytest.raises(UnknownEntry):
        models.lookup("Zorglub 3000")


def test_an_entry_is_its_id():
    entry = models.get("m1a")
    assert entry == ModelEntry(id="m1a", name="other", kind="pistol")
    assert hash(entry) == hash(ModelEntry(id="m1a", name="other", kind="pistol"))
    assert str(entry) == "M1A"
    assert entry._to_plain() == "m1a"
    assert ModelEntry._from_plain("m1a") is entry
    assert pickle.loads(pickle.dumps(entry)) == entry
    for bad in ("no such model", 7, None):
        with pytest.raises(ParseError, match=r"no model|no text"):
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
    entry = models.get(model_id)
    assert (entry.kind, entry.action, entry.fire_modes) == (kind, action, modes)
    assert caliber in entry.calibers


def test_the_value():
    model = models.get("m1a").model(raw="M1-A")
    assert model == Model(id="m1a", name="M1A")
    assert model.known
    assert str(model) == "M1A"
    unknown = Model(id=None, name="Z-1")
    assert not unknown.known
    assert unknown.entry is None
    assert Model(id="gone-from-registry", name="Z").entry is None
    with pytest.raises(ValueError, match="name"):
        Model(id=None, name="")


# ---- reading


@pytest.mark.parametrize(
    ("text", "make", "expected"),
    [
        ("M16A2", None, "m16a2"),
        ("m-16 a2", None, "m16a2"),
        ("M-16", "colt", "m16"),
        ("M16-A1", "h-and-r", "m16a1"),
        ("Mod. M16A4", None, "m16a4"),
        ("MOD.870", "remington", "remington-870"),
        ("modelo 92", "beretta", "beretta-92"),
        ("92", "taurus", "taurus-pt92"),
        ("92 FS", "beretta", "beretta-92fs"),
        ("92F", "beretta", "beretta-92f"),
        ("G3", "heckler-koch", "hk-g3"),
        ("G3", "taurus", "taurus-g3"),
        ("19", "glock", "glock-19"),
        ("19", "smith-wesson", "sw-19"),
        ("G-19", "glock", "glock-19"),
        ("M4 Carbine", "colt", "m4"),
        ("M4", "benelli", "benelli-m4"),
        ("M-249 SAW", None, "m249"),
        ("Minimi", "fn", "fn-minimi"),
        ("M2HB", None, "m2"),
        ("M1A", None, "m1a"),
        ("M14", None, "m14"),
        ("AR-15", "colt", "colt-ar-15"),
        ("1911", "colt", "colt-1911"),
        ("1911 A1", "ithaca", "m1911a1"),
        ("Gobierno", "colt", "colt-government"),
        ("Gobierno", "ithaca", "colt-1911"),
        ("Tipo 56-1", "norinco", "type-56-1"),
        ("Type 56S", "norinco", "norinco-56s"),
        ("AK", "izhmash", "ak"),
        ("5.7", "fn", "fn-five-seven"),
        (".44 Bulldog", "charter-arms", "charter-bulldog"),
        ("FX 05", None, "fx-05"),
    ],
)
def test_one_designation(text, make, expected):
    reading = models.read(text, make)
    assert reading.model is not None
    assert reading.model.id == expected
    assert reading.model.raw == text
    assert reading.flags == ()
    assert reading.candidates == ()
    assert reading.unread == ""


@pytest.mark.parametrize("make", [makes.get("glock"), "glock"])
def test_the_make_may_be_a_value_or_an_id(make):
    assert read_id("19", make) == "glock-19"


@pytest.mark.parametrize(
    ("text", "expected", "unread"),
    [
        ("BARRETT 82A1", "barrett-m82a1", ""),
        ("Browning M2", "m2", ""),
        ("Glock 9mm Model 19", "glock-19", "9mm"),
        ("9 mm Glock 19 pistol", "glock-19", "9 mm pistol"),
        ("a Mossburg 500 12-gauge shotgun", "mossberg-500", "a 12 gauge shotgun"),
        ("Walther P99, 9mm handgun", "walther-p99", "9mm handgun"),
        ("Remington 870 Express 12 gauge", "remington-870", "12 gauge"),
        ("Glock 43X, 15", "glock-43x", "15"),
        ("MAC 90 rifle", "norinco-mak-90", "rifle"),
    ],
)
def test_a_phrase_with_its_make(text, expected, unread):
    reading = models.read(text)
    assert (reading.model.id, reading.unread) == (expected, unread)
    assert reading.model.raw == reading.raw == text


def test_the_make_in_the_text_is_told():
    assert models.read("BARRETT 82A1").make == makes.get("barrett")
    assert models.read("M82A1").make is None


@pytest.mark.parametrize(
    "text",
    [
        "Glock .45",
        "Glock .45 caliber",
        "S&W .38",
        "Glock 45 caliber",
        "Ruger 5.7",
        "Ruger 5.7x28mm",
        "FN 5,7",
        "Glock 9mm",
    ],
)
def test_a_caliber_is_no_model(text):
    reading = models.read(text)
    assert reading.model is None
    assert reading.flags == (ModelFlag.NO_MODEL,)
    assert reading.make is not None


@pytest.mark.parametrize(
    ("text", "make", "pattern"),
    [
        ("AR-15", None, "AR"),
        ("R-15", None, "AR"),
        ("AR-15", "anderson", "AR"),
        ("AR15 rifle", None, "AR"),
        ("AK-47", None, "AK"),
        ("AK", None, "AK"),
        ("AK 47", "romarm", "AK"),
        ("cuerno de chivo", None, "AK"),
        ("1911", None, "M1911"),
        ("Gobierno", None, "M1911"),
    ],
)
def test_a_pattern_is_no_model(text, make, pattern):
    reading = models.read(text, make)
    assert reading.model is None
    assert reading.pattern == pattern
    assert reading.flags == (ModelFlag.PATTERN,)


@pytest.mark.parametrize(
    ("text", "pattern", "candidate"),
    [
        ("AK-47 TIPO", "AK", None),
        ("tipo AK-47", "AK", None),
        ("AR-15-type rifle", "AR", None),
        ("tipo M4", "AR", None),
        ("copia de M14", "M14", "m14"),
        ("TIPO UZI", "Uzi", "imi-uzi"),
        ("tipo Beretta 92FS", "Beretta 92", "beretta-92fs"),
    ],
)
def test_of_the_type_is_not_the_model(text, pattern, candidate):
    reading = models.read(text)
    assert reading.model is None
    assert ModelFlag.TYPE_OF in reading.flags
    assert ModelFlag.PATTERN not in reading.flags
    assert candidate is None or candidate in {entry.id for entry in reading.candidates}
    if text != "tipo M4":  # which may be the shotgun as well
        assert reading.pattern == pattern


@pytest.mark.parametrize("text", ["19", "92", "500", "870", "Model 10"])
def test_a_bare_number_needs_a_make(text):
    reading = models.read(text)
    assert reading.model.id is None
    assert reading.model.name in text
    assert reading.flags == (ModelFlag.NEEDS_MAKE,)
    assert reading.candidates


@pytest.mark.parametrize(
    ("text", "make"), [("870", "winchester"), ("64", "glock"), ("M4", "bushmaster"), ("LCP", "taurus")]
)
def test_a_model_of_another_make_is_not_chosen(text, make):
    reading = models.read(text, make)
    assert reading.model == Model(id=None, name=text)
    assert reading.flags == (ModelFlag.NOT_OF_MAKE,)
    assert all(make not in entry.makes for entry in reading.candidates)


@pytest.mark.parametrize(
    ("text", "make", "kind", "expected"),
    [
        ("Judge", None, None, None),
        ("JUDGE", "taurus", None, "taurus-judge"),
        ("Judge", None, "revolver", "taurus-judge"),
        ("Judge", None, "rifle", None),
        ("LAW", None, None, None),
        ("LAW", None, "rocket_launcher", "m72"),
        ("the standard rifle", None, None, None),
        ("Ruger Standard", None, None, "ruger-mark-i"),
    ],
)
def test_an_ordinary_word_needs_a_make_or_a_kind(text, make, kind, expected):
    reading = models.read(text, make, KindSet.of(kind) if kind else KindSet())
    assert (reading.model.id if reading.model else None) == expected
    assert bool(reading.flags) is (expected is None)


@pytest.mark.parametrize("row", _tables.rows("models/ordinary.csv"), ids=lambda row: row["name"])
def test_ordinary_words_are_names_of_models(row):
    assert _model_table.models().named(row["name"])


def test_what_is_shared_by_several_models_is_not_chosen():
    reading = models.read("M1")
    assert reading.model == Model(id=None, name="M1")
    assert reading.flags == (ModelFlag.AMBIGUOUS,)
    assert {"m1", "m1-carbine", "benelli-m1"} == {entry.id for entry in reading.candidates}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("M1", "shotgun", "benelli-m1"),
        ("M1", "rifle", None),  # the carbine is a rifle as well
        ("M2", "machine_gun", "m2"),
        ("M2", "shotgun", "benelli-m2"),
        ("M4", "long_gun", None),
        ("M4", "carbine", "m4"),
        ("M67", "grenade", "m67"),
        ("M2", "drone", None),  # none fits, so nothing is narrowed
    ],
)
def test_the_kind_narrows(text, kind, expected):
    reading = models.read(text, kinds=KindSet.of(kind))
    assert reading.model.id == expected
    assert bool(reading.candidates) is (expected is None)


def test_the_kind_never_widens():
    assert models.read("M16A2", kinds=KindSet.of("pistol")).model.id == "m16a2"
    assert models.read("19", kinds=KindSet.of("pistol")).flags == (ModelFlag.NEEDS_MAKE,)


@pytest.mark.parametrize(
    ("text", "make", "name", "unread"),
    [
        ("ZX-9000", None, "ZX-9000", ""),
        ("ZX-9000 9mm pistol", None, "ZX-9000", "9mm pistol"),
        ("Taurus PT", None, "PT", ""),
        ("Ruger Security 9mm handgun", None, "Security", "9mm handgun"),
        ("Zorglub", None, "Zorglub", ""),
        ("M&P 99", "smith-wesson", "99", None),
    ],
)
def test_an_unregistered_designation_stays(text, make, name, unread):
    reading = models.read(text, make)
    if unread is not None:
        assert reading.model == Model(id=None, name=name)
        assert reading.flags == (ModelFlag.NOT_IN_REGISTRY,)
        assert reading.unread == unread
    else:  # the longest name that stands there is read, the rest is not dropped
        assert reading.model.id == "sw-mp"
        assert reading.unread == name


@pytest.mark.parametrize(
    "text", ["PISTOLA", "9mm", "small revolver", "Glock", "2 handguns", "officer weapon", ".22 pistol"]
)
def test_no_designation_at_all(text):
    reading = models.read(text)
    assert reading.model is None
    assert reading.flags == (ModelFlag.NO_MODEL,)


def test_too_long_a_text_is_not_read():
    reading = models.read("M16 " * 60)
    assert reading.model is None
    assert reading.flags == (ModelFlag.TOO_LONG,)
    assert reading.unread == reading.raw == "M16 " * 60


@pytest.mark.parametrize("text", ["", " ", "S/M", "SIN MODELO", "-", "desc."])
def test_a_placeholder_says_nothing(text):
    assert models.read(text) is None


def test_a_bare_number_in_a_phrase_is_a_last_resort():
    reading = models.read("870 12 gauge pump-action shotgun")
    assert reading.model == Model(id=None, name="870")
    assert reading.flags == (ModelFlag.NEEDS_MAKE,)
    assert models.read("rifle 870 or M16A2").model.id == "m16a2"


# ---- comparing


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("m16a2", "m16a2", ModelLevel.SAME),
        ("m16", "m16a2", ModelLevel.BROADER),
        ("taurus-pt111", "taurus-pt111-g2", ModelLevel.BROADER),
        ("m16a1", "m16a2", ModelLevel.VARIANT),
        ("m1a", "m14", ModelLevel.PATTERN),
        ("m4", "colt-ar-15", ModelLevel.PATTERN),
        ("m16", "ak", ModelLevel.DIFFERENT),
        ("glock-19", "sw-19", ModelLevel.DIFFERENT),
        ("ruger-lcp", "ruger-lc9", ModelLevel.DIFFERENT),
    ],
)
def test_levels(left, right, expected):
    pair = models.get(left).model(), models.get(right).model()
    assert models.compare(*pair) is expected
    assert models.compare(*reversed(pair)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Model(id=None, name="ZX-1"), Model(id=None, name="zx 1"), ModelLevel.SAME),
        (Model(id=None, name="ZX-1"), Model(id=None, name="ZX-2"), ModelLevel.UNKNOWN),
        (Model(id=None, name="M-2"), Model(id="m2", name="M2"), ModelLevel.BROADER),
        (Model(id=None, name="ZX-1"), Model(id="m2", name="M2"), ModelLevel.UNKNOWN),
        (None, Model(id="m2", name="M2"), ModelLevel.UNKNOWN),
        (None, None, ModelLevel.UNKNOWN),
    ],
)
def test_levels_with_what_is_not_registered(left, right, expected):
    assert models.compare(left, right) is expected
    assert models.compare(right, left) is expected


# ---- hostile input


@given(
    st.text(max_size=220) | st.text("MARK147.,-/ TIPO&", max_size=220),
    st.sampled_from([None, "colt", "glock", "nobody"]),
)
def test_any_text_gives_a_reading(text, make):
    reading = models.read(text, make)
    if reading is not None:
        assert reading.raw == text
        assert reading.model is not None or reading.flags
        assert reading.model is None or reading.model.known or reading.flags


@given(st.sampled_from(ENTRIES), st.sampled_from(["A1", "A9", "X", "-2", " II", "S"]))
def test_a_longer_designation_is_never_the_shorter_one(entry, suffix):
    """A variant that is not registered stays as written, or the rest of the text stays unread."""
    text = entry.name + suffix
    reading = models.read(text, entry.makes[0] if entry.makes else None)
    if reading.model and reading.model.id == entry.id:
        named = {_model_table.name_key(name) for name in entry.names}
        # L2A3 SterlingX is the L2A3 of a misspelt Sterling
        misspelt = reading.make is not None and makes.read(entry.name.rpartition(" ")[2]).make == reading.make
        assert reading.unread or misspelt or _model_table.name_key(text) in named
