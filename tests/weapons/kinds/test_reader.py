"""Reading type cells: Spanish, English and Portuguese, slang and abbreviations, and what was not understood."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.weapons import kinds
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.kinds.reader import KindReading

SEMI = frozenset({FireMode.SEMI_AUTOMATIC})
AUTO = frozenset({FireMode.AUTOMATIC})
MANUAL = frozenset({FireMode.MANUAL})


def ids(reading):
    return "|".join(kind.id for kind in reading.kinds)


@pytest.mark.parametrize(
    ("cell", "kind", "legal_word"),
    [
        ("FUSIL", "rifle", "fusil"),
        ("FUSILES", "rifle", "fusil"),
        ("RIFLE", "rifle", "rifle"),
        ("Carabina", "carbine", "carabina"),
        ("MOSQUETÓN", "rifle", "mosquetón"),
        ("tercerolas", "carbine", "tercerola"),
        ("PISTOLA", "pistol", "pistola"),
        ("ESCUADRA", "pistol", None),
        ("ARMA CORTA TIPO ESCUADRA", "pistol", None),
        ("PISTOLA TIPO ESCUADRA", "pistol", "pistola"),
        ("Revólver", "revolver", "revólver"),
        ("REV.", "revolver", "revólver"),
        ("PISTOLA TIPO REVÓLVER", "revolver", "revólver"),
        ("ARMA LARGA", "long_gun", None),
        ("ARMAS DE FUEGO CORTAS", "handgun", None),
        ("LARGA", "long_gun", None),
        ("ESCOP.", "shotgun", "escopeta"),
        ("escopetas", "shotgun", "escopeta"),
        ("AMETRALLADORA LIGERA", "light_machine_gun", "ametralladora"),
        ("ametralladoras pesadas", "heavy_machine_gun", "ametralladora"),
        ("AMETRALLADORA DE USO GENERAL", "general_purpose_machine_gun", "ametralladora"),
        ("subametralladora", "submachine_gun", "subametralladora"),
        ("SUB-AMETRALLADORA", "submachine_gun", "subametralladora"),
        ("METRALLETA", "submachine_gun", "metralleta"),
        ("fusil ametrallador", "light_machine_gun|rifle", "fusil"),
        ("LANZA GRANADAS", "grenade_launcher", "lanzagranadas"),
        ("ADITAMENTO LANZAGRANADAS", "underbarrel_grenade_launcher", "lanzagranadas"),
        ("aditamento para lanzagranadas", "underbarrel_grenade_launcher", "lanzagranadas"),
        ("tubo lanzacohetes", "rocket_launcher", "lanzacohetes"),
        ("tubo lanzador", "launch_tube", None),
        ("artefato explosivo granada", "grenade", "granada"),
        ("slide", "part", None),
        ("shotgun, slide action", "shotgun", None),
        ("granada de fragmentación", "grenade", "granada"),
        ("GRANADAS DE MANO", "hand_grenade", "granada"),
        ("granada para lanzagranadas", "launched_grenade", "granada"),
        ("MORTERO", "mortar", "mortero"),
        ("CAÑÓN", "barrel|cannon", None),
        ("cañón de fusil", "barrel", None),
        ("CAÑÓN SIN RETROCESO", "recoilless_rifle", None),
        ("minas antipersonal", "mine", "mina"),
        ("artefacto explosivo improvisado", "improvised_explosive_device", None),
        ("cartuchos útiles", "ammunition", None),
        ("cargadores", "magazine", None),
        ("silenciadores", "suppressor", None),
        ("BAYONETA", "bayonet", "bayoneta"),
        ("dron", "drone", None),
        ("PISTOLA DE AIRE", "airgun", None),
        ("rifle de postas", "airgun", None),
        ("réplica de pistola", "replica", None),
        ("PISTOLA DE FOGUEO", "blank_gun", None),
    ],
)
def test_spanish_tables(cell, kind, legal_word):
    reading = kinds.read(cell, language="es")
    assert (kind, legal_word) == (ids(reading), reading.legal_word)
    assert reading.unread in ("", "útiles")
    assert reading.raw == cell


@pytest.mark.parametrize(
    ("cell", "language", "kind"),
    [
        ("RIFLE,5.56 MILLIMETER", "en", "rifle"),
        ("LAUNCHER,GRENADE", "en", "grenade_launcher"),
        ("GRENADE,HAND,FRAGMENTATION", "en", "hand_grenade"),
        ("MACHINE GUN,CALIBER .50", "en", "machine_gun"),
        ("long gun", "en", "long_gun"),
        ("carbine rifle", "en", "carbine"),
        ("RIFLE,DUMMY        ", "en", "replica"),
        ("GUN,PAINTBALL", "en", "replica"),
        ("PISTOL,TRAINING", "en", "replica"),
        ("rifle magazine", "en", "magazine"),
        ("AR-15 lower receiver", "en", "frame_or_receiver"),
        ("long-barrel shotgun", "en", "shotgun"),
        ("knives", "en", "bladed_weapon"),
        ("blank-firing pistol", "en", "blank_gun"),
        ("blank", "en", ""),
        ("pistol, magazine", "en", "magazine|pistol"),
        ("Fuzis", "pt", "rifle"),
        ("espingarda calibre 12", "pt", "shotgun"),
        ("metralhadoras", "pt", "machine_gun"),
        ("submetralhadora", "pt", "submachine_gun"),
        ("garruchão", "pt", "garrucha"),
        ("arma de fabricação caseira", "pt", "firearm"),
        ("simulacro de fuzil", "pt", "replica"),
        ("municao", "pt", "ammunition"),
        ("MACHINE GUN", "es", "machine_gun"),
        ("SHOTGUN", "es", "shotgun"),
    ],
)
def test_other_languages_give_no_legal_word(cell, language, kind):
    reading = kinds.read(cell, language=language)
    assert (kind, None) == (ids(reading), reading.legal_word)


@pytest.mark.parametrize(
    ("cell", "language", "expected"),
    [
        ("RIFLE", "es", "rifle"),
        ("RIFLE", "en", None),
        ("RIFLE", "pt", None),
        ("RIFLE", None, None),
        ("RIFLE DE ASALTO", None, "rifle"),
        ("assault rifle", None, None),
        ("assault rifle", "es", "rifle"),
        ("FUSIL", None, "fusil"),
        ("FUSIL", "en", None),
        ("PISTOLA", None, None),
        ("PISTOLA SEMIAUT.", None, "pistola"),
        ("R-15", "es", None),
        ("CUERNO DE CHIVO", "es", None),
        ("ARMA LARGA TIPO AR-15", "es", None),
        ("RIFLE AR-15", "es", "rifle"),
        ("RIFLE CARABINA", "es", None),
        ("rifle de aire", "es", None),
        ("cargador para fusil", "es", None),
    ],
)
def test_the_word_of_the_law_is_the_spanish_word_as_written(cell, language, expected):
    assert expected == kinds.read(cell, language=language).legal_word


def test_two_words_of_the_law_are_none():
    reading = kinds.read("fusil o carabina", language="es")
    assert (ids(reading), reading.legal_word, reading.flags) == ("carbine|rifle", None, ("several_legal_words",))


@pytest.mark.parametrize(
    ("cell", "action", "modes"),
    [
        ("PISTOLA", None, None),
        ("PISTOLA SEMIAUT.", Action.SELF_LOADING, SEMI),
        ("pistola semiautomática", Action.SELF_LOADING, SEMI),
        ("semi-automatic handgun", Action.SELF_LOADING, SEMI),
        ("ESCUADRA", Action.SELF_LOADING, SEMI),
        ("fusil automático", Action.SELF_LOADING, AUTO),
        ("fusil con ráfaga", None, None),
        ("fusil, ráfaga", Action.SELF_LOADING, AUTO),
        ("rifle, burst", Action.SELF_LOADING, frozenset({FireMode.BURST})),
        ("select-fire rifle", Action.SELF_LOADING, AUTO | SEMI),
        ("FUSIL DE ASALTO", None, None),
        ("AMETRALLADORA", None, AUTO),
        ("metralleta", None, AUTO),
        ("REVOLVER", Action.REVOLVING, None),
        ("escopeta de bombeo", Action.PUMP, MANUAL),
        ("ESCOPETA DE BOMBA", Action.PUMP, MANUAL),
        ("pump-action 12-gauge shotgun", Action.PUMP, MANUAL),
        ("rifle de cerrojo", Action.BOLT, MANUAL),
        ("lever action rifle", Action.LEVER, MANUAL),
        ("escopeta basculante", Action.BREAK, MANUAL),
        ("over/under shotgun", Action.BREAK, MANUAL),
        ("single-shot shotgun", Action.SINGLE_SHOT, MANUAL),
        ("rifle de repetición", None, MANUAL),
        ("pistola semiautomática y revólver", None, None),
        ("revolver y revolver", Action.REVOLVING, None),
    ],
)
def test_action_and_modes_only_where_a_word_says_so(cell, action, modes):
    reading = kinds.read(cell, language="es")
    assert (action, modes) == (reading.action, reading.fire_modes)


@pytest.mark.parametrize(
    ("cell", "action", "modes", "unread", "unclear"),
    [
        ("PISTOL,CALIBER .45,AUTOMATIC", Action.SELF_LOADING, None, "CALIBER .45", True),
        ("pistola 9 mm automática", Action.SELF_LOADING, None, "9 mm", True),
        ("escopeta automática", Action.SELF_LOADING, None, "", True),
        ("arma larga automática", Action.SELF_LOADING, None, "", True),
        ("Springfield .45 Auto handgun", None, None, "Springfield .45 Auto", False),
        ("pistola 380 aut", None, None, "380 aut", False),
        ("automatic rifle", Action.SELF_LOADING, AUTO, "", False),
        ("full auto pistol", Action.SELF_LOADING, AUTO, "", False),
    ],
)
def test_an_automatic_pistol_is_perhaps_only_self_loading(cell, action, modes, unread, unclear):
    reading = kinds.read(cell)
    assert (action, modes, unread) == (reading.action, reading.fire_modes, reading.unread)
    assert unclear is ("automatic_unclear" in reading.flags)


@pytest.mark.parametrize(
    ("cell", "kind", "pattern", "flags"),
    [
        ("R-15", "rifle", "AR", ("slang",)),
        ("r15", "rifle", "AR", ("slang",)),
        ("ARMA LARGA TIPO AR-15", "rifle", "AR", ()),
        ("PISTOLA TIPO AR-15", "pistol", "AR", ()),
        ("CUERNO DE CHIVO", "rifle", "AK", ("slang",)),
        ("cuernos de chivo", "rifle", "AK", ("slang",)),
        ("AK-47 TIPO", "rifle", "AK", ()),
        ("AK-47 y AR-15", "rifle", None, ()),
        ("RPG-7", "rocket|rocket_launcher", "RPG-7", ()),
        ("MONSTRUO", "armored_vehicle", None, ("slang",)),
        ("FUSIL DE ASALTO", "rifle", None, ("press_term",)),
        ("assault weapon", "firearm", None, ("press_term",)),
        ("escopeta recortada hechiza", "shotgun", None, ("homemade", "sawed_off")),
        ("rifle de francotirador", "rifle", None, ("sniper",)),
        ("granada inerte", "grenade", None, ("inert",)),
        ("tubo lanzacohetes", "rocket_launcher", None, ("tube",)),
        ("artesanal", "", None, ("homemade",)),
    ],
)
def test_patterns_and_flags(cell, kind, pattern, flags):
    reading = kinds.read(cell, language="es")
    assert (kind, pattern, flags) == (ids(reading), reading.pattern, reading.flags)
    assert reading.unread == ""


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("granadas y lanzagranadas", "grenade|grenade_launcher"),
        ("GRENADES AND GRENADE LAUNCHERS", "grenade|grenade_launcher"),
        ("PISTOLA/REVOLVER", "pistol|revolver"),
        ("armas largas y cortas", "handgun|long_gun"),
        ("rifle and shotgun", "rifle|shotgun"),
        ("fusiles, escopetas y pistolas", "pistol|rifle|shotgun"),
        ("pistola, larga", "pistol"),
        ("automática, pistola", "pistol"),
        ("arma larga ametralladora", "machine_gun"),
        ("pistola ametralladora", "machine_pistol|submachine_gun"),
        ("pistola y réplica", "pistol|replica"),
        ("pistola, réplica", "replica"),
    ],
)
def test_what_was_named_together_is_not_split(cell, kind):
    assert kind == ids(kinds.read(cell, language="es"))


def test_words_that_exclude_each_other_are_both_kept_and_flagged():
    reading = kinds.read("PISTOLA ESCOPETA", language="es")
    assert (ids(reading), reading.flags) == ("pistol|shotgun", ("conflicting_words", "several_legal_words"))
    reading = kinds.read("subametralladora semiautomática", language="es")
    assert (ids(reading), reading.fire_modes, reading.flags) == ("submachine_gun", None, ("conflicting_words",))
    reading = kinds.read("revólver semiautomático", language="es")
    assert (reading.action, reading.flags) == (None, ("conflicting_words",))


@pytest.mark.parametrize(
    ("cell", "kind", "unread"),
    [
        ("ametralladora cal .50", "machine_gun", "cal .50"),
        ("FUSIL BARRETT CAL. 50", "rifle", "BARRETT CAL. 50"),
        ("FUSIL DE CAZA", "rifle", "CAZA"),
        ('0.223" rifle', "rifle", '0.223"'),
        ("rifle .223", "rifle", ".223"),
        ("pistola 9mm (tipo escuadra) colt", "pistol", "9mm colt"),
        ("FUSIL CON LANZAGRANADAS", "rifle", "CON LANZAGRANADAS"),
        ("PISTOLA C/CARGADOR Y 10 CARTUCHOS", "pistol", "C/CARGADOR Y 10 CARTUCHOS"),
        ("pistola sin cargador", "pistol", "sin cargador"),
        ("cargador para fusil AK-47", "magazine", "para fusil AK-47"),
        ("ESCOPETA DE DOS CAÑONES", "shotgun", "DOS CAÑONES"),
        ("partes de fusil", "part", "fusil"),
        ("pistola C", "pistol", "C"),
        ("RIFLEMEN", "", "RIFLEMEN"),
        ("ver foto", "", "ver foto"),
        ("ARMA", "", "ARMA"),
        ("AUTO", "", "AUTO"),
        ("rifle, 20 inch barrel", "rifle", "20 inch barrel"),
        ("FUSIL, CAÑÓN CORTO", "rifle", "CAÑÓN CORTO"),
        ("escopeta de postas", "shotgun", "postas"),
        ("de la", "", "de la"),
        ("...¿?", "", "...¿?"),
        ("¡ojo!", "", "¡ojo!"),
    ],
)
def test_what_was_not_understood_stays(cell, kind, unread):
    reading = kinds.read(cell, language="es")
    assert (kind, unread) == (ids(reading), reading.unread)


@pytest.mark.parametrize("cell", ["", "  ", "-", "S/D", "N/A", "desc.", "***"])
def test_a_blank_or_a_placeholder_says_nothing(cell):
    reading = kinds.read(cell, language="es")
    assert reading == KindReading()
    assert reading.raw == cell


def test_each_word_of_the_table_is_read_as_what_it_says():
    for row in _tables.rows("kinds/words.csv"):
        if row["role"] != "kind" or not row["language"]:
            continue
        language: Any = _tables.split(row["language"])[0]
        reading = kinds.read(row["form"], language=language)
        assert reading.kinds == KindSet.of(*_tables.split(row["kinds"])), row
        assert reading.unread == "", row
        if "es" in _tables.split(row["language"]) and row["legal_word"]:
            assert kinds.read(row["form"], language="es").legal_word == row["legal_word"], row


@given(st.text(max_size=300), st.sampled_from(["en", "es", "pt", None]))
def test_any_text_is_read(text, language):
    reading = kinds.read(text, language=language)
    assert reading.raw == text
    assert reading == kinds.read(text, language=language)


@given(
    st.lists(
        st.sampled_from(
            ["fusil", "pistola", "y", "con", "tipo", "R-15", "cal", "50", ",", "/", "automática", "de", "cañón"]
        ),
        max_size=12,
    )
)
def test_any_order_of_words_is_read(words):
    reading = kinds.read(" ".join(words), language="es")
    assert list(reading.flags) == sorted(set(reading.flags))


@pytest.mark.parametrize("piece", ["de ", "pistola y ", ".", "s", '"(', "arma de ", "c/", ",", "fusil con "])
def test_giant_cells_take_linear_time(piece):
    started = time.process_time()
    kinds.read(piece * (40_000 // len(piece)), language="es")
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("cell", "kinds_read"),
    [
        ("CHALECO ANTIBALAS NIVEL III", "body_armor"),
        ("coletes balísticos", "body_armor"),
        ("CASQUILLOS PERCUTIDOS 9MM", "spent_case"),
        ("estojos deflagrados", "spent_case"),
        ("OJIVA DEFORMADA", "projectile"),
        ("proyectil de arma de fuego", "projectile"),
        ("MIRA HOLOGRÁFICA", "optical_sight"),
        ("lunetas", "optical_sight"),
        ("RED DOT SIGHT", "optical_sight"),
        ("BUMP STOCK", "bump_stock"),
        ("80% lower receiver", "unfinished_receiver"),
        ("ARMAZÓN SIN TERMINAR", "unfinished_receiver"),
        ("detonadores eléctricos", "detonator"),
        ("ESPOLETA P/GRANADA", "detonator"),
        ("CARTUCHOS DE DINAMITA", "explosive"),
        ("C-4", "explosive"),
        ("PENTOLITA", "explosive"),
        ("FUNDA P/PISTOLA", "accessory"),
        ("coldres", "accessory"),
        ("ferrolho de fuzil", "part"),
        ("CORREDERA DE PISTOLA", "part"),
        ("trezoitão", "revolver"),
        ("TOSTÓN", "rifle"),
        ("shotgun shells", "ammunition"),
        ("mini uzi", "submachine_gun"),
        ("REBOLBER", "revolver"),
        ("ESCOPTEA", "shotgun"),
        ("subametraladora", "submachine_gun"),
        # things that are no weapons
        ("PISTOLA DE SILICÓN", ""),
        ("pistola para pintar", ""),
        ("NAIL GUN", ""),
        ("cargador de celular", ""),
        ("CARTUCHO DE TÓNER", ""),
        ("bomba d'água", ""),
        ("vehículo Nissan", ""),
        ("teléfono celular", ""),
        ("marihuana", ""),
        ("fusilero", ""),
        ("pistplea", ""),
        ("rvolverx", ""),
    ],
)
def test_kinds_of_tables_and_things_that_are_none(cell, kinds_read):
    reading = kinds.read(cell)
    assert "|".join(kind.id for kind in reading.kinds.kinds) == kinds_read
    assert bool(reading.unread) or bool(reading.kinds)


def test_a_misspelt_word_is_flagged():
    assert kinds.read("REBOLBER").flags == ("misspelt",)
    assert kinds.read("REVOLVER").flags == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("REV0LVER", "revolver"),
        ("FUS1L", "rifle"),
        ("PI5TOLA", "pistol"),
        ("AOW, disguised", "firearm"),
        ("AOW", "firearm"),
        ("SBR", "rifle"),
        ("pistola de descargas eléctricas", "electroshock_weapon"),
    ],
)
def test_digits_read_for_letters_and_short_names(text, kind):
    assert [each.id for each in kinds.read(text).kinds] == [kind]


@pytest.mark.parametrize("text", ["M1", "AB012", "gun cabinet", "silenciador de escape", "bomba de bicicleta"])
def test_other_things_are_no_kind(text):
    assert not kinds.read(text).kinds
