"""The reading of models."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.weapons import makes, models
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.model_names import name_key
from armstrace.weapons.models.reader import ModelFlag
from armstrace.weapons.models.registry import Model, ModelEntry

ENTRIES = ModelEntry.all()


def read_id(text, make=None, **more):
    reading = models.read(text, make, **more)
    return reading.model.id if reading and reading.model else None


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


@pytest.mark.parametrize("make", [Make.get("glock"), "glock"])
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
    assert models.read("BARRETT 82A1").make == Make.get("barrett")
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
    assert ModelEntry.named(row["name"])


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
        assert (reading.model.id, reading.unread) == ("sw-mp", name)


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


@pytest.mark.parametrize("text", ["", " ", "S/M", "-", "desc.", "modelo no especificado", "otro"])
def test_a_placeholder_says_nothing(text):
    assert models.read(text) is None


def test_a_bare_number_in_a_phrase_is_a_last_resort():
    reading = models.read("870 12 gauge pump-action shotgun")
    assert reading.model == Model(id=None, name="870")
    assert reading.flags == (ModelFlag.NEEDS_MAKE,)
    assert models.read("rifle 870 or M16A2").model.id == "m16a2"


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
        named = {name_key(name) for name in entry.names}
        # L2A3 SterlingX is the L2A3 of a misspelt Sterling
        misspelt = reading.make is not None and makes.read(entry.name.rpartition(" ")[2]).make == reading.make
        assert reading.unread or reading.model.version or misspelt or name_key(text) in named


@pytest.mark.parametrize(
    ("text", "make", "expected", "unread"),
    [
        ("G19 Gen5", "glock", "19 Gen5", ""),
        ("19 Gen. 4 MOS", "glock", "19 Gen4 MOS", ""),
        ("17 5ta generación", "glock", "17 Gen5", ""),
        ("Glock 17 gen 3, 9mm", None, "17 Gen3", "9mm"),
        ("870 Express Magnum", "remington", "870 Express Magnum", ""),
        ("PT 24/7 Pro", "taurus", "PT24/7 Pro", ""),
        ("USP Compacta", "heckler-koch", "USP Compact", ""),
        ("USP Tactical", "heckler-koch", "USP Tactical", ""),
        ("Government Series 80", "colt", "Government Series 80", ""),
        ("M&P 2.0", "smith-wesson", "M&P 2.0", ""),
        ("10/22 Takedown", "ruger", "10/22 Takedown", ""),
        ("Python Magnum 357", "colt", "Python", "Magnum 357"),
        ("Python .357 Magnum", "colt", "Python", ".357 Magnum"),
        ("USP 9mm pistol", "heckler-koch", "USP", "9mm pistol"),
        ("pistola USP Xyzzy", "heckler-koch", "USP", "pistola Xyzzy"),
        ("USP 1234567", "heckler-koch", "USP", "1234567"),
        ("USP 40 cal", "heckler-koch", "USP", "40 cal"),
        ("USP 33 mm", "heckler-koch", "USP", "33 mm"),
    ],
)
def test_the_version_of_a_model(text, make, expected, unread):
    reading = models.read(text, make)
    assert (str(reading.model), reading.unread) == (expected, unread)
    assert ModelFlag.UNKNOWN_VERSION not in reading.flags


@pytest.mark.parametrize(
    ("text", "make", "version"), [("MCX VIRTUS", "sig-sauer", "Virtus"), ("MCX Zulu", "sig-sauer", "Zulu")]
)
def test_an_unknown_version_is_kept_as_written_with_a_flag(text, make, version):
    reading = models.read(text, make)
    assert (reading.model.id, reading.model.version) == ("sig-mcx", version)
    assert (ModelFlag.UNKNOWN_VERSION in reading.flags) is (version == "Zulu")


def test_a_model_of_another_kind_is_flagged():
    assert models.read("M82A1", kinds=KindSet.of("pistol")).flags == (ModelFlag.OTHER_KIND,)
    assert models.read("M82A1", kinds=KindSet.of("rifle")).flags == ()
    assert models.read("Zorglub", kinds=KindSet.of("pistol")).flags == (ModelFlag.NOT_IN_REGISTRY,)


@pytest.mark.parametrize(
    ("text", "make", "expected"),
    [
        ("M-11-48", "remington", "remington-11-48"),
        ("M870", "remington", "remington-870"),
        ("M5906", "smith-wesson", "sw-5906"),
    ],
)
def test_an_m_before_a_number_means_model(text, make, expected):
    assert read_id(text, make) == expected


@pytest.mark.parametrize(
    ("text", "make", "name"),
    [("Special 199", "ekol", "Special 199"), ("Tactical Q7", "ekol", "Tactical Q7"), ("9mm Special Q7", "ekol", "Q7")],
)
def test_words_that_describe_belong_to_an_unregistered_designation(text, make, name):
    assert models.read(text, make).model.name == name


@given(
    st.sampled_from([entry for entry in ENTRIES if entry.makes]),
    st.sampled_from(["{make} {model}", "{model} {make}", "marca {make} modelo {model}", "{make}, mod. {model}"]),
    st.sampled_from([str, str.upper, str.lower]),
)
def test_a_make_and_its_model_are_read_in_any_order(entry, form, change):
    """The model is read, or some of its words are left unread, or its make has several models of that name."""
    make = Make.get(entry.makes[0])
    reading = models.read(change(form.format(make=make.name, model=entry.name)))
    assert reading is not None
    assert reading.raw
    settled = reading.model is not None and reading.model.id == entry.id
    assert settled or reading.unread or reading.flags or reading.make is not None


@pytest.mark.parametrize(
    ("text", "make", "expected", "unread"),
    [
        ("500 cal. 12", "mossberg", "mossberg-500", "cal 12"),
        ("870 calibre 12", "remington", "remington-870", "calibre 12"),
        ("calibre 12", "mossberg", None, "calibre 12"),
        ("40 cal", "glock", None, "40 cal"),
        ("Uzi Mini", "imi", "imi-mini-uzi", ""),
    ],
)
def test_the_number_behind_a_word_for_a_caliber_is_no_model(text, make, expected, unread):
    reading = models.read(text, make)
    assert ((reading.model.id if reading.model else None), reading.unread) == (expected, unread)


def test_the_names_of_several_makes_stay_unread():
    reading = models.read("Colt, Ruger M16A2")
    assert (reading.model.id, reading.make, reading.unread) == ("m16a2", None, "Colt Ruger")


def test_a_labeled_model_of_another_make_hides_no_model_of_this_make():
    assert read_id("9mm Model 75 CZ", "cz") == "cz-75"
    assert models.read("9mm, Model 75", "cz").model.id == "cz-75"
