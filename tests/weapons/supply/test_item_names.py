"""Item names of US supply."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.weapons.features import Action
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.supply import item_names
from armstrace.weapons.supply.item_names import ItemSort, read_item_name


@pytest.mark.parametrize(
    ("text", "kind", "caliber", "action", "unread"),
    [
        ("RIFLE,5.56 MILLIMETER", "rifle", "5.56 MILLIMETER", None, ""),
        ("RIFLE", "rifle", "", None, ""),
        ("CARBINE,5.56 MILLIMETER", "carbine", "5.56 MILLIMETER", None, ""),
        ("PISTOL,CALIBER .45,AUTOMATIC", "pistol", "CALIBER .45", Action.SELF_LOADING, ""),
        ("PISTOL,9 MILLIMETER", "pistol", "9 MILLIMETER", None, ""),
        ("REVOLVER,CALIBER .38 SPECIAL", "revolver", "CALIBER .38 SPECIAL", None, ""),
        ("SHOTGUN,12 GAGE,RIOT TYPE", "shotgun", "12 GAGE", None, ""),
        ("SHOTGUN, 12 GA , PUMP ACTION", "shotgun", "12 GA", Action.PUMP, ""),
        ("MACHINE GUN,CALIBER .50", "machine_gun", "CALIBER .50", None, ""),
        ("MACHINE GUNS, 7.62MM", "machine_gun", "7.62MM", None, ""),
        ("GUN,SUBMACHINE,CALIBER .45", "submachine_gun", "CALIBER .45", None, ""),
        ("LAUNCHER,GRENADE", "grenade_launcher", "", None, ""),
        ("LAUNCHER,GRENADE,40 MILLIMETER", "grenade_launcher", "40 MILLIMETER", None, ""),
        ("LAUNCHER,ROCKET,66 MILLIMETER", "rocket_launcher", "66 MILLIMETER", None, ""),
        ("LAUNCHER", "launcher", "", None, ""),
        ("PISTOL,SIGNAL", "flare_launcher", "", None, ""),
        ("RIFLE,RECOILLESS,90 MILLIMETER", "recoilless_rifle", "90 MILLIMETER", None, ""),
        ("GRENADE,HAND,SMOKE", "hand_grenade", "", None, "SMOKE"),
        ("MORTAR,60 MILLIMETER", "mortar", "60 MILLIMETER", None, ""),
        ("GUN,20 MILLIMETER", "firearm", "20 MILLIMETER", None, ""),
        ("SNIPER RIFLE,CAL .300", "rifle", "CAL .300", None, ""),
        ("RIFLE,.22 LONG,7.62MM", "rifle", ".22 LONG", None, "7.62MM"),
        ("WEAPON", None, "", None, ""),
        ("GUN", "firearm", "", None, ""),
        ("GUN,MACHINE,7.62MM", "machine_gun", "7.62MM", None, ""),
        ("MACHINE GUN,LIGHT,5.56MM", "light_machine_gun", "5.56MM", None, ""),
        ("HAND GUN", "handgun", "", None, ""),
        ("PISTOL,STARTER", "blank_gun", "", None, ""),
        ("STUN GUN", "electroshock_weapon", "", None, ""),
        ("TRANQUILIZER RIFLE", "rifle", "", None, "TRANQUILIZER"),
        ("SHOTGUN,12 GAGE,LESS LETHAL", "shotgun", "12 GAGE", None, "LESS LETHAL"),
        # as property books write it, without commas
        ("MACHINE GUN 7.62 MILLIMETER: FIXED", "machine_gun", "7.62 MILLIMETER", None, ""),
        ("PISTOL 9MM AUTOMATIC", "pistol", "9MM", Action.SELF_LOADING, ""),
        ("RIFLE W/E,7.62 MM", "rifle", "7.62 MM", None, ""),
        ("RIFLE CAL .30", "rifle", "CAL .30", None, ""),
        ("LAUNCHER GRENADE 40 MILLIMETER", "grenade_launcher", "40 MILLIMETER", None, ""),
        ("40MM GRENADE LAUNCHER", "grenade_launcher", "40MM", None, ""),
        ("SHOTGUN 12 GAGE RIOT TYPE 20 IN BARREL", "shotgun", "12 GAGE", None, "RIOT TYPE 20 IN BARREL"),
        ("rifle,5.56 millimeter   ", "rifle", "5.56 millimeter", None, ""),
    ],
)
def test_weapons(text, kind, caliber, action, unread):
    name = read_item_name(text)
    assert name.sort is ItemSort.WEAPON
    assert not name.not_a_firearm
    assert (name.kind, name.caliber, name.action, name.unread) == (kind, caliber, action, unread)
    assert name.raw == text


@pytest.mark.parametrize(
    ("text", "make", "model", "unread"),
    [
        ("PISTOL, 40CAL, GLOCK GEN 3", "glock", None, "GEN 3"),
        ("RIFLE,5.56 MILLIMETER,M16A2", None, "m16a2", ""),
        ("PISTOL,9 MILLIMETER,AUTOMATIC,M9", None, "beretta-m9", ""),
        ("RIFLE,CALIBER .30,M1", None, None, "M1"),  # the carbine is a rifle as well
        ("SHOTGUN,12 GAGE,REMINGTON 870", "remington", "remington-870", ""),
        ("MACHINE GUN,7.62MM M60", None, "m60", ""),
        ("LAUNCHER,ROCKET,66 MILLIMETER,M72", None, "m72", ""),  # not the machine gun of that name
        ("RIFLE 5.56 MILLIMETER: M16A2", None, "m16a2", ""),
        ("GUN,BROWNING", "browning", None, ""),
        ("PISTOL,SIG SAUER,P226,GLOCK", "sig-sauer", "sig-p226", "GLOCK"),
    ],
)
def test_makes_and_models(text, make, model, unread):
    name = read_item_name(text)
    assert (name.make.id if name.make else None) == make
    assert (name.model.id if name.model else None) == model
    assert name.unread == unread


@pytest.mark.parametrize(
    ("text", "sort", "kind"),
    [
        ("RIFLE,DUMMY        ", ItemSort.INERT, "replica"),
        ("DUMMY RIFLE", ItemSort.INERT, "replica"),
        ("DESC=DUMMY M16A1 PLASTIC RIFLE ", ItemSort.INERT, "replica"),
        ("PISTOL,TRAINING", ItemSort.INERT, None),
        ("RIFLE,INERT", ItemSort.INERT, None),
        ("SIMULATED,M16A2 RIFLE,5.56MM", ItemSort.UNKNOWN, None),
        ("RIFLE,SIMULATED,M16A2", ItemSort.INERT, "replica"),
        ("GUN,PAINTBALL", ItemSort.AIR_OR_PAINT, "replica"),
        ("PAINT BALL GUN", ItemSort.AIR_OR_PAINT, "replica"),
        ("AIR GUN", ItemSort.AIR_OR_PAINT, "airgun"),
        ("RIFLE,AIR,.177", ItemSort.AIR_OR_PAINT, "airgun"),
        ("GUN,CAULKING", ItemSort.TOOL, None),
        ("GREASE GUN", ItemSort.TOOL, None),
        ("GLUE GUN", ItemSort.TOOL, None),
        ("PISTOL,CAPTIVE BOLT", ItemSort.TOOL, None),
        ("PEPPERBALL GUN", ItemSort.AIR_OR_PAINT, "airgun"),
        ("HOLSTER,PISTOL", ItemSort.PART, "accessory"),
        ("BOLT ASSEMBLY", ItemSort.PART, "part"),
        ("HANDGUARD ASSY", ItemSort.PART, "part"),
        ("MACHINE GUN MOUNT", ItemSort.PART, "accessory"),
        ("GUN MOUNT 50 CAL", ItemSort.PART, "accessory"),
        ("RIFLESCOPE", ItemSort.PART, "accessory"),
        ("MOUNT,RIFLE", ItemSort.PART, "accessory"),
        ("RED DOT SIGHT", ItemSort.PART, "accessory"),
        ("BARREL,RIFLE", ItemSort.PART, "barrel"),
        ("MAGAZINE,CARTRIDGE", ItemSort.PART, "magazine"),
        ("MAGAZINE,RELEASE", ItemSort.PART, "part"),
        ("RECEIVER,UPPER", ItemSort.PART, "part"),
        ("RECEIVER,LOWER", ItemSort.PART, "frame_or_receiver"),
        ("SUPPRESSOR,FLASH", ItemSort.PART, "part"),
        ("SUPPRESSOR,SOUND", ItemSort.PART, "suppressor"),
    ],
)
def test_what_is_no_firearm(text, sort, kind):
    name = read_item_name(text)
    assert name.sort is sort
    assert name.kind == kind
    assert name.not_a_firearm is (sort is not ItemSort.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "TRUCK,UTILITY",
        "GUNS, THROUGH 30MM",
        "GUNS, OVER 30 MM UP TO 75 MM",
        "MEDICAL KIT",
        "X" * 201,
        "GUN SAFE",
        "PISTOL BELT",
        "RIFLE RANGE",
        "WATER CANNON",
        "CANNON,WATER",
        "MASSAGE GUN",
        "GUN,DISPENSING",
        "LAUNCHER,LINE",
        "MORTAR,LABORATORY",
        "GUN,ǰ",
        "ß GUN LOCK",
    ],
)
def test_what_decides_nothing(text):
    name = read_item_name(text)
    assert name.sort is ItemSort.UNKNOWN
    assert name.kind is None
    assert not name.not_a_firearm
    assert name.unread == text
    assert name.raw == text


@pytest.mark.parametrize("text", ["", "-", "N/A"])
def test_a_placeholder_says_nothing(text):
    assert read_item_name(text) == item_names.ItemName(sort=ItemSort.UNKNOWN, raw=text)


@pytest.mark.parametrize(
    "row", _tables.rows("stock_numbers/item_words.csv"), ids=lambda row: f"{row['role']}-{row['word']}"
)
def test_the_table_of_words(row):
    role, value = row["role"], row["value"]
    if role in {"noun", "part", "kind"}:
        assert WeaponKind.get(value)
    if role == "loose":
        assert not value or WeaponKind.get(value)
    if role == "kind":
        assert row["of"] in {*item_names._words("noun"), *item_names._words("loose"), *item_names._words("part")}
    if role == "action":
        assert Action(value)
    if role == "inert":
        assert value in item_names._NO_FIREARMS


@given(st.text(max_size=220) | st.text("RIFLE,GUN .5MM=", max_size=220))
def test_any_text_gives_an_item_name(text):
    name = read_item_name(text)
    assert name.raw == text
    assert name.sort is not ItemSort.UNKNOWN or name.kind is None
