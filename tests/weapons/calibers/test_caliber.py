"""Calibers: what messy fields say, on what ground, and how two of them agree."""

import contextlib
import pickle
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _convert
from armstrace.errors import ArmstraceError, ParseError
from armstrace.weapons import calibers
from armstrace.weapons.calibers import caliber as module
from armstrace.weapons.calibers.agreement import CaliberAgreement, compare
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.caliber import Caliber, read
from armstrace.weapons.calibers.cartridges import Cartridge

AGREEMENTS = list(CaliberAgreement)


def ids(caliber):
    return {row.id for row in caliber.candidates}


NAMED = [
    # as the field writes it
    ("9x19", "9x19mm"),
    ("9 mm Luger", "9x19mm"),
    ("9MM PARABELLUM", "9x19mm"),
    ("9 mm Makarov", "9x18mm"),
    (".380 ACP", "380-acp"),
    ("9x17", "380-acp"),
    ("9 mm corto", "380-acp"),
    ("9 MM CURTO", "380-acp"),
    ("9mm Kurz", "380-acp"),
    ("9 mm largo", "9x23mm-largo"),
    (".38 Special", "38-special"),
    (".38 S&W", "38-sw"),
    (".38 S&W Special", "38-special"),
    ("38 Súper", "38-super"),
    ("38 SUP AUTO", "38-super"),
    (".357 Magnum", "357-magnum"),
    (".40 S&W", "40-sw"),
    ("10x22", "40-sw"),
    ("45 ACP", "45-acp"),
    ("45 Long Colt", "45-colt"),
    ("45 l/c", "45-colt"),
    ("45 Automatic Rim", "45-auto-rim"),
    ("22 L.R.", "22-lr"),
    (".22 Long Rifle", "22-lr"),
    (".22 Magnum", "22-wmr"),
    ("5.56x45 NATO", "5.56x45mm"),
    (".223 Rem", "223-remington"),
    ("7,62 x 39 mm", "7.62x39mm"),
    ("7.62x54R", "7.62x54mmR"),
    ("7,62 MM NATO", "7.62x51mm"),
    ("7.62 Nagant", "7.62x38mmR"),
    ("7.62 Tokarev", "7.62x25mm"),
    (".30-06 Springfield", "30-06"),
    (".30-30", "30-30"),
    ("44-40 Win", "44-40"),
    ("12.7x99", "12.7x99mm"),
    ("50 BMG", "12.7x99mm"),
    ("12 gauge", "12-gauge"),
    (".410 ga", "410-bore"),
    ("36 gauge", "410-bore"),
    ("40x46", "40x46mm"),
    ("66 mm LAW", "66mm-rocket"),
    ("3.5 inch rocket", "88.9mm-rocket"),
    ("granada de mano", "hand-grenade"),
    ("VOG-25", "40mm-vog25"),
    ("81 MILLIMETER MORTAR", "81mm-mortar"),
    ("6 mm BB", "airsoft-6mm"),
    # words before the number
    ("Magnum 357", "357-magnum"),
    ("super 38", "38-super"),
    # multiplication signs, spelt or not
    ("7.62*39", "7.62x39mm"),
    ("7.62 por 39", "7.62x39mm"),
    ("9mm x 19", "9x19mm"),
    ("5,56×45 mm", "5.56x45mm"),
    # what is cut short or misspelt
    ("38 SPECI", "38-special"),
    ("30 CARBI", "30-carbine"),
    ("9MM LUGE", "9x19mm"),
    (".22-250 remigton", "22-250"),
    ("357 MAGNM", "357-magnum"),
    ("9mm Luguer", "9x19mm"),
    ("20-guage", "20-gauge"),
    # digits whole, points lost
    ("762x39", "7.62x39mm"),
    ("7.62.39", "7.62x39mm"),
    ("762-39", "7.62x39mm"),
    ("556 x 45", "5.56x45mm"),
    ("127x99", "12.7x99mm"),
    ("4440", "44-40"),
    ("30.06", "30-06"),
    ("30/30", "30-30"),
    ("30-'06", "30-06"),
    # said twice
    ("7,65 mm Browning (7,65x17 mm)", "32-acp"),
    (".380 auto (9x17 mm)", "380-acp"),
    (".32/7.65", "32-acp"),
    ("765/32", "32-acp"),
    ("765.32", "32-acp"),
    ("7.65.32", "32-acp"),
    (".50 ae (12,69 x 32,61 mm)", "50-ae"),
    (".383 S&W (9X20)", "38-sw"),
    (".380 (9mm)", "380-acp"),
    ("9x19 nove milimetros", "9x19mm"),
    (".44 ponto quarenta e quatro w", "44-40"),
    # number words
    ("calibre treinta y ocho especial", "38-special"),
    ("siete sesenta y dos por treinta y nueve", "7.62x39mm"),
    ("thirty thirty", "30-30"),
    ("thirty-eight special", "38-special"),
    ("twelve gauge", "12-gauge"),
    ("three fifty-seven magnum", "357-magnum"),
    ("siete punto sesenta y dos por cincuenta y uno otan", "7.62x51mm"),
    # loads, makers, models, whole records
    ("9mm Luger +P+", "9x19mm"),
    (".22 LR SUBSONIC", "22-lr"),
    (".44 Magnum Smith & Wesson Model 29 revolver", "44-magnum"),
    ("PISTOL,CALIBER .45,AUTOMATIC", "45-acp"),
    ("Marlin Model 336 .30-30 caliber rifle", "30-30"),
    ("Izhmash Saiga-12 12-gauge semiautomatic shotgun", "12-gauge"),
    ("40 s&amp;w (10 x 22)", "40-sw"),
    ("12 gauge 2 3/4", "12-gauge"),
    ("12 (2.3/4 POLEGADA) 70 MM escopeta 12 ga", "12-gauge"),
    ("DESC=RIFLE  AIR   177 CAL", "airgun-177"),
    # chambers and spreadsheets
    ("20 X 70", "20-gauge"),
    ("36 X 63,5", "410-bore"),
    ("410/63.50", "410-bore"),
    ("12/70", "12-gauge"),
    ("1970-12-01 00:00:00", "12-gauge"),
    ("01/12/1970", "12-gauge"),
    ("12/1/1970", "12-gauge"),
    ("dic-70", "12-gauge"),
    # run together, in quotes
    ("9MMLUGER", "9x19mm"),
    ("9mmx19", "9x19mm"),
    ("300winmag", "300-win-mag"),
    ('".38 Special"', "38-special"),
    ("7,62,39", "7.62x39mm"),
    # said short
    ("300 Norma", "300-norma"),
    ("416 Barrett", "416-barrett"),
    ("7.62 X 38", "7.62x38mmR"),
    ("9x20 S&W", "38-sw"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text, expected):
    """One cartridge, named."""
    caliber = Caliber.parse(text)
    assert CaliberBasis.NAMED is caliber.basis
    assert expected == caliber.cartridge.id
    assert text == caliber.raw
    assert caliber.settled


CONVENTIONAL = [
    ("9 mm", "9x19mm", {"380-acp", "9x18mm", "9x21mm"}),
    ("CAL. 9", "9x19mm", {"380-acp"}),
    ("nueve milímetros", "9x19mm", {"9x18mm"}),
    (".9", "9x19mm", set()),
    ("9,0", "9x19mm", set()),
    ("09MM", "9x19mm", set()),
    ("9 M.M.", "9x19mm", set()),
    ("cartuchos 9 mm para pistola", "9x19mm", {"9x18mm"}),
    ("9mm Ruger P85", "9x19mm", {"9x21mm"}),
    (".380", "380-acp", {"38-sw"}),
    ("0.4", "40-sw", set()),
    ("PTO 40", "40-sw", set()),
    ("P40", "40-sw", set()),
    (".40GCMD2", "40-sw", set()),
    ("25", "25-acp", set()),
    ("635MM", "25-acp", set()),
    ("6 35", "25-acp", set()),
    ("5.56", "5.56x45mm", {"223-remington"}),
    ("0.55600000000000005", "5.56x45mm", {"223-remington"}),
    ("55.6", "5.56x45mm", {"223-remington"}),
    ('0.223"', "223-remington", {"5.56x45mm"}),
    (".308", "308-winchester", {"7.62x51mm"}),
    ("12", "12-gauge", set()),
    ("doce", "12-gauge", set()),
    ("28", "28-gauge", set()),
    (".36", "410-bore", set()),
    ("57", "5.7x28mm", set()),
    ("11,43", "45-acp", {"45-colt"}),
    (".40 S&W MAGNUM", "40-sw", set()),
    ("fusil Barrett calibre .50", "12.7x99mm", set()),
    ("PT-57SC 7.65", "32-acp", set()),
    ("fusiles AK-47 calibre 7.62", "7.62x39mm", set()),
    ("Glock 21 .45-caliber semi-automatic pistol", "45-acp", set()),
    ("60 mm", "60mm-mortar", set()),
    ("calibre 2.75 pulgadas", "70mm-rocket", set()),
]


@pytest.mark.parametrize(("text", "expected", "others"), CONVENTIONAL)
def test_convention(text, expected, others):
    """A bare designation means what users take for granted, and the candidates hold what else it may mean."""
    caliber = Caliber.parse(text)
    assert CaliberBasis.CONVENTION is caliber.basis
    assert expected == caliber.cartridge.id
    assert others <= ids(caliber)


OPEN = [
    (".38", {"38-special", "38-sw", "38-super", "38-acp", "38-long-colt"}),
    ("38;prejudicado;Taurus;bom, Lacre009936", {"38-special", "38-sw", "38-super", "38-acp", "38-long-colt"}),
    ('38 12"', {"38-special", "38-sw", "38-super", "38-acp", "38-long-colt"}),
    ('38 2"', {"38-special", "38-sw", "38-super", "38-acp", "38-long-colt"}),
    ("3.8", {"38-special", "38-sw", "38-super", "38-acp", "38-long-colt"}),
    ("7.62", {"7.62x39mm", "7.62x51mm", "7.62x54mmR", "7.62x25mm"}),
    ("0.7.62", {"7.62x39mm", "7.62x51mm", "7.62x54mmR", "7.62x25mm"}),
    (".7,62MM", {"7.62x39mm", "7.62x51mm", "7.62x54mmR", "7.62x25mm"}),
    ("76.5", {"32-acp", "7.65x21mm", "7.65x53mm", "7.65x20mm"}),
    ("calibre 32", {"32-acp", "32-sw-long", "32-sw", "32-hr-magnum", "32-gauge"}),
    (".32-caliber", {"32-acp", "32-sw-long", "32-sw", "32-hr-magnum"}),
    ("calibre cincuenta", {"12.7x99mm", "50-ae"}),
    (".38-caliber Smith & Wesson revolver", {"38-special", "38-sw", "38-long-colt"}),
    ("RIFLE,7.62 MILLIMETER", {"7.62x39mm", "7.62x51mm", "7.62x54mmR"}),
    (".30-caliber Winchester", {"30-30", "308-winchester", "30-06"}),
    (".223 remington (5,56x45 mm)", {"223-remington", "5.56x45mm"}),
    ("7,62/308", {"7.62x51mm", "308-winchester"}),
    ("9 x 23 mm", {"9x23mm-largo", "9x23mm-steyr", "9x23mm-winchester", "38-acp", "38-super"}),
    ("45MM", {"45-acp", "45-colt", "45-gap"}),
    ("12 mm doze milimetros", {"12-gauge"}),
    ("lanzagranadas calibre .40 milímetros", {"40x46mm", "40x53mm", "40x51mm", "40mm-vog25"}),
    (".40MM", {"40-sw", "40x46mm", "40x53mm", "40x51mm", "40mm-vog25"}),
    ("38.40", {"38-40", "38-special", "40-sw"}),
    ("38/40", {"38-40", "38-special", "40-sw"}),
    ("tres cinco siete", {"357-magnum", "357-sig"}),
    ("cinco ponto cinquenta e seis / .223", {"5.56x45mm", "223-remington"}),
    (".43", {"43-spanish", "11mm-mauser", "paintball-43"}),
    ("223X5.56", {"223-remington", "5.56x45mm"}),
    (".308 Marlin", {"308-marlin", "308-winchester"}),
    ("400", {"400-corbon", "400-legend"}),
    (".32 convertido a .22", {"32-acp", "32-sw-long", "32-sw", "32-hr-magnum", "32-gauge",
                              "22-lr", "22-short", "22-long", "22-wmr"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_open(text, expected):
    """Nothing chooses, and no cartridge is chosen."""
    caliber = Caliber.parse(text)
    assert CaliberBasis.OPEN is caliber.basis
    assert expected == ids(caliber)
    assert caliber.cartridge is None
    assert not caliber.settled


def test_bullet_diameter_is_a_class():
    """A bare diameter of a rifle family is every cartridge of it, a thousandth of an inch more or less."""
    assert {"284-winchester", "7x57mm", "7mm-rem-mag", "280-remington"} <= ids(Caliber.parse(".284 Caliber"))
    assert "338-lapua" in ids(Caliber.parse(".338"))


BORES = [
    ("5.5 mm", "5.5 mm"),
    ("5.5 (22)", "5.5 mm"),
    ("4.5", "4.5 mm"),
    ("4,5 mm quatro milimetros e meio", "4.5 mm"),
    ("177", ".177 in"),
    ("7mm", "7 mm"),
    (".50 Cal Muzzleloader", ".50 in"),
    (".44 1858 Remington revolver", ".44 in"),
    ("32 avancarga", ".32 in"),
    ("espingarda 12 avancarga", "12 gauge"),
    ("avancarga 9.3x99", "9.3 mm"),
    (".50 Pellet", ".50 in"),
    # names that the table lacks bar the short match, and still say a bore
    (".33 Nosler", ".33 in"),
    (".450 NE", ".450 in"),
    ("350 Magnum Rigby", ".350 in"),
    ("8.5 x 68 Fanzoj", "8.5 mm"),
    ("6.5 x 68 R", "6.5 mm"),
    (".50 (12,7 X 76MM)", "12.7 mm"),
    ("22 SPL", ".22 in"),
    ("9 mm Luger Magnum", "9 mm"),
    ("14.5 mm", "14.5 mm"),
]


@pytest.mark.parametrize(("text", "expected"), BORES)
def test_bore_only(text, expected):
    caliber = Caliber.parse(text)
    assert CaliberBasis.BORE_ONLY is caliber.basis
    assert expected == str(caliber.bore)
    assert caliber.cartridge is None


def test_large_bores_list_the_rounds_they_fire():
    assert {"12.7x99mm", "12.7x108mm"} <= ids(Caliber.parse("12.7 mm"))
    assert {"82mm-mortar", "82mm-recoilless"} <= ids(Caliber.parse("82 mm")) | ids(Caliber.parse("82 mm bore"))
    assert not ids(Caliber.parse("7 mm"))


@pytest.mark.parametrize(
    ("text", "longer"),
    [(".222 Remington Magnum", "222-rem-mag"), (".357 Remington Maximum", "357-maximum"), (".300 WSM", "300-wsm"),
     ("38 Special", "38-special"), ("9 mm Browning Long", "9x20mm-browning-long"),
     (".300 Rem SA Ultra Mag", "300-saum")],
)  # fmt: skip
def test_longest_match_wins(text, longer):
    assert longer == Caliber.parse(text).cartridge.id


LISTS = [
    ("12, 20, .410", ["12-gauge", "20-gauge", "410-bore"]),
    ("22LR./22WMR.", ["22-lr", "22-wmr"]),
    (".22 S/L/LR", ["22-short", "22-long", "22-lr"]),
    ("357/38", ["357-magnum", "38-special"]),
    ("45 /410", ["45-colt", "410-bore"]),
    ("45/410", ["45-colt", "410-bore"]),
    ("diversos calibres, incluindo .40 S&W e 9x19", ["40-sw", "9x19mm"]),
    ("380/9mm", ["380-acp", "9x19mm"]),
    ("16, 36", ["16-gauge", "410-bore"]),
    ("12,16,20", ["12-gauge", "16-gauge", "20-gauge"]),
    ("12/16/20", ["12-gauge", "16-gauge", "20-gauge"]),
    ("12X5.56", ["12-gauge", "5.56x45mm"]),
    ("9 40", ["9x19mm", "40-sw"]),
    ("9e40", ["9x19mm", "40-sw"]),
    ("9,40", ["9x19mm", "40-sw"]),
    ("380.40", ["380-acp", "40-sw"]),
    ("12,20,.410", ["12-gauge", "20-gauge", "410-bore"]),
    ("12,16,20,28", ["12-gauge", "16-gauge", "20-gauge", "28-gauge"]),
    ("12.16.20", ["12-gauge", "16-gauge", "20-gauge"]),
    ("9.40.40", ["9x19mm", "40-sw"]),
    ("pistola 9 mm y escopeta 12", ["9x19mm", "12-gauge"]),
    ("12 GA 380", ["12-gauge"]),
    ("9x19 [AR-15] .40", ["9x19mm", "40-sw"]),
    (".40-caliber handgun 9mm Beretta handgun", ["40-sw", "9x19mm"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text, expected):
    """Each caliber of a list, in its order."""
    assert expected == [caliber.cartridge.id for caliber in read(text)]


def test_the_rest_of_a_number_said_twice():
    """``22 / 22 mag``: a .22 that is no magnum, and a magnum."""
    first, second = read("22 /22mag")
    assert {"22-lr", "22-short", "22-long"} == ids(first)
    assert "22-wmr" == second.cartridge.id


NOTHING = [
    "", "   ", '""', "S/D", "N/A", "INDETERMINADO", "?", "CBC", "Handgun", "multicalibre", "0", "23", "15", "3", "7.3",
    "365", "25903.0", "356999999999999014994935158932477502136778752", "3.22E+16", "9999999", "2024-05-05", "12-dic",
    "dic-20",
    "KIT,M14,M16 RIFLE M", "DESC=SCOPE RIFLE 3 2X17X44 HORUS", "3x9x40", "AK-47", "M1911", "PT 24/7", "10/22",
    ".22 /119", "70/12", "45-75 Winchester", "450/400 NE", "39 SPL", "26", ".8", "x39", "1.2.3", "1.2.3.4.5",
    "06 TIROS", "L/60", "405.5645308 mm", "6.35.99",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text):
    """No caliber is read from a placeholder, a maker, a model, an accessory or a wrecked number."""
    assert () == read(text)
    with pytest.raises(ParseError, match="no caliber"):
        Caliber.parse(text)


def test_words_alone_that_name_nothing_are_no_caliber():
    """``.22 LR / Remington`` is one caliber and a maker."""
    assert ["22-lr"] == [caliber.cartridge.id for caliber in read(".22 LR / Remington")]


def test_a_conversion_of_one_bore_to_another():
    """Two bores stay two bores: no cartridge is named by either."""
    assert ["5.5 mm", "4.5 mm"] == [str(caliber.bore) for caliber in read("5.5 mm convertido a 4.5 mm")]


def test_no_companions_without_a_link():
    """A slash ties 357 and 38 to one revolver; side by side they are two numbers."""
    assert [CaliberBasis.OPEN, CaliberBasis.OPEN] == [caliber.basis for caliber in read("357 38")]


def test_several_are_not_one():
    with pytest.raises(ParseError, match="several calibers"):
        Caliber.parse("9x19 y .40 S&W")


KINDS = [
    (".32", "shotgun", {"32-gauge"}),
    (".32", "revolver", {"32-sw-long", "32-sw", "32-hr-magnum"}),
    (".32", "pistol", {"32-acp"}),
    (".38", "revolver", {"38-special", "38-sw", "38-long-colt"}),
    (".38", "pistol", {"38-super", "38-acp"}),
    ("7.62", "rifle", {"7.62x39mm", "7.62x51mm", "7.62x54mmR"}),
    ("7.62", "submachine_gun", {"7.62x25mm"}),
    (".50", "machine_gun", {"12.7x99mm"}),
    (".50", "pistol", {"50-ae"}),
    ("12.7 mm", "machine_gun", {"12.7x99mm", "12.7x108mm"}),
    ("40 mm", "grenade_launcher", {"40x46mm", "40x51mm", "40x53mm", "40mm-vog25"}),
    ("40", "grenade_launcher", {"40x46mm", "40x51mm", "40x53mm", "40mm-vog25"}),
    ("40 mm", "pistol", {"40-sw"}),
    ("40", "underbarrel_grenade_launcher", {"40x46mm", "40x51mm", "40x53mm", "40mm-vog25"}),
    ("45", "machine_pistol", {"45-acp"}),
    ("5.5", "airgun", {"airgun-22"}),
    ("M203 AK-47", "rifle", {"7.62x39mm", "5.45x39mm", "5.56x45mm", "223-remington"}),
    ("AK-47", "rifle", {"7.62x39mm", "5.45x39mm", "5.56x45mm", "223-remington"}),
    ("Glock 22", "pistol", {"40-sw"}),
    ("9x19", "shotgun", {"9x19mm"}),
    ("22", "no such kind", {"22-lr", "22-short", "22-long", "22-wmr"}),
]


@pytest.mark.parametrize(("text", "kind", "expected"), KINDS)
def test_kind_is_evidence(text, kind, expected):
    class Row:
        id = kind

    assert expected == ids(Caliber.parse(text, kind))
    assert Caliber.parse(text, kind) == Caliber.parse(text, Row())


def test_a_name_without_a_number_needs_a_kind():
    assert () == read("AK-47")
    assert () == read("Barrett", "rifle")


REPAIRED = [
    ("762x39", "point restored"),
    ("7.62.39", "multiplication sign"),
    ("0.7.62", "stray zero"),
    (".6.35", "stray point"),
    (".9", "stray point"),
    ("3.57", "slipped point"),
    ("76.5", "slipped point"),
    ("0.55600000000000005", "spreadsheet number"),
    ("32.200000000000003", "dash"),
    ("0.4", "zero at the end"),
    ("7..62", "repeated point"),
    ("30.06", "dash"),
    ("556 45", "multiplication sign restored"),
    ("7 65", "point restored"),
    ("1970-12-01", "date"),
    ("30 CARBI", "carbi: carbine"),
    ("treinta y ocho", "number in words"),
]


@pytest.mark.parametrize(("text", "repair"), REPAIRED)
def test_repairs_are_listed(text, repair):
    caliber = Caliber.parse(text)
    assert any(repair in each for each in caliber.repairs)
    assert text == caliber.raw


def test_no_repair_where_nothing_was_mended():
    assert () == Caliber.parse("7,62 X 39 MM").repairs
    assert ("luguer: luger",) == Caliber.parse("9mm Luguer").repairs


@pytest.mark.parametrize(
    ("text", "mm", "inch", "gauge"),
    [("7,62x39", "7.62", None, None), ("9 mm", "9", None, None), (".50 BMG", "12.7", "0.50", None),
     (".38", None, "0.38", None), ("12", None, None, "12"), ("12/70", None, None, "12"), (".410", None, "0.410", None),
     ("36", None, "0.41", None), ("45 mm", "45", None, None), (".30-06", None, "0.30", None), ("57", "5.7", None, None),
     ("3030", None, "0.30", None), ("38.40", None, "0.38", None), ("10 gauge", None, None, "10")],
)  # fmt: skip
def test_bore_as_written(text, mm, inch, gauge):
    bore = Caliber.parse(text).bore
    assert mm is None or Decimal(mm) == bore.mm
    assert inch is None or Decimal(inch) == bore.inch
    assert (Decimal(gauge) if gauge else None) == bore.gauge


@pytest.mark.parametrize("text", ["32", "10"])
def test_no_bore_where_the_number_may_be_a_gauge(text):
    assert Caliber.parse(text).bore is None


def test_quantity_of_a_bore():
    assert 7.62 == Caliber.parse("7.62x39").bore.quantity().magnitude


@pytest.mark.parametrize("text", [pair[0] for pair in (*NAMED, *CONVENTIONAL, *OPEN, *BORES)])
@pytest.mark.parametrize("kind", [None, "revolver", "pistol", "rifle", "shotgun", "grenade_launcher"])
def test_str_reads_back(text, kind):
    for caliber in read(text, kind):
        assert (caliber,) == read(str(caliber))
        assert hash(caliber) == hash(read(str(caliber))[0])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [("9X19MM", None, "9x19 mm Parabellum"), ("9MM", None, "9 mm"), ("cal. 38", None, ".38"), ("12", None, "12"),
     ("5,5 MM", None, "5.5 mm bore"), ("38", "revolver", ".38 in: perhaps 38-sw or 38-long-colt or 38-special"),
     ("32", "revolver", ".32 in: perhaps 32-sw or 32-sw-long or 32-hr-magnum"),
     ("32", None, "perhaps 32-acp or 32-sw or 32-sw-long or 32-hr-magnum or 32-gauge"),
     (".50", "pistol", ".50 in: usually 50-ae"), ("espingarda 12 avancarga", None, "12 gauge, bore only")],
)  # fmt: skip
def test_str(text, kind, expected):
    assert expected == str(Caliber.parse(text, kind))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("perhaps no-such", []),
        ("usually 9x19mm or no-such", [CaliberBasis.NAMED]),
        ("0 mm: perhaps 9x19mm", [CaliberBasis.NAMED]),
        ("x: perhaps 9x19mm", [CaliberBasis.NAMED]),
        ("12 gauge bore", [CaliberBasis.NAMED]),
        ("5.5 mm, bore only", [CaliberBasis.BORE_ONLY]),
        ("x bore", []),
        (" mm bore", []),
        ("usually nothing", []),
    ],
)
def test_what_str_would_not_write(text, expected):
    """Text that only looks like a written caliber is read as any other."""
    assert expected == [caliber.basis for caliber in read(text)]


@pytest.mark.parametrize("text", ["9x19", "9 mm", ".38", "5.5 mm", "12", "12.7 mm"])
def test_plain_form_and_pickle(text):
    caliber = Caliber.parse(text)
    again = _convert.from_plain(_convert.to_plain(caliber), Caliber)
    assert caliber == again
    assert (caliber.raw, caliber.repairs) == (again.raw, again.repairs)
    assert caliber == pickle.loads(pickle.dumps(caliber))


def test_equality_with_strangers():
    class Equal:
        def __eq__(self, other):
            return True

        __hash__ = None  # type: ignore[assignment]  # as Python sets it itself

    assert Caliber.parse("9x19") == Equal()
    assert Caliber.parse("9x19") != "9x19"
    assert Caliber.parse("9x17") == Caliber.parse(".380 ACP")
    assert Caliber.parse("9 mm") != Caliber.parse("9x19")


@pytest.mark.parametrize(
    ("basis", "rows", "bore"),
    [("named", 0, None), ("named", 2, None), ("open", 0, None), ("convention", 0, None), ("bore_only", 0, None)],
)
def test_a_caliber_agrees_with_its_basis(basis, rows, bore):
    with pytest.raises(ValueError, match="basis"):
        Caliber(candidates=Cartridge.all()[:rows], basis=CaliberBasis(basis), bore=bore)


def test_a_cartridge_of_no_table_is_shown_by_its_name():
    caliber = Caliber(candidates=(Cartridge(id="own", name="11x99 Own"),), basis=CaliberBasis.NAMED)
    assert "11x99 Own" == str(caliber)
    assert str(caliber) in repr(caliber)


COMPARED = [
    ("9x19", "9 mm Luger", "same"),
    (".40", ".40 S&W", "same"),
    ("5.56x45", ".223 Rem", "interchangeable"),
    ("7.62x51", ".308 Win", "interchangeable"),
    ("9 mm", "9x19", "possible"),
    ("9 mm", "9x18", "possible"),
    (".38", ".38 Special", "possible"),
    ("7.62", ".308 Win", "possible"),
    ("12.7 mm", ".50 BMG", "possible"),
    ("9x19", ".380 ACP", "same_bore"),
    (".38 Special", ".357 Magnum", "same_bore"),
    ("7 mm", "7x57", "same_bore"),
    ("5.5 mm", "5.5 mm", "same_bore"),
    ("7.62", ".30-06", "same_bore"),
    ("9x19", ".45 ACP", "conflict"),
    ("9 mm", ".45", "conflict"),
    ("12", "9x19", "conflict"),
    ("hand grenade", "9x19", "conflict"),
]


@pytest.mark.parametrize(("one", "other", "level"), COMPARED)
def test_compare(one, other, level):
    first, second = (Caliber.parse("granada de mano" if text == "hand grenade" else text) for text in (one, other))
    assert CaliberAgreement(level) is compare(first, second)
    assert CaliberAgreement(level) is compare(second, first)


def test_compare_with_nothing():
    assert CaliberAgreement.UNKNOWN is compare(None, Caliber.parse("9 mm"))
    assert CaliberAgreement.UNKNOWN is compare(Caliber.parse("9 mm"), None)
    assert CaliberAgreement.UNKNOWN is compare(None, None)


def test_agreement_is_not_transitive():
    """.223 may be a bare 5.56 and a bare 5.56 the NATO round, yet the two are not the same."""
    wanted = CaliberAgreement.POSSIBLE
    assert wanted is compare(Caliber.parse(".223 Rem"), Caliber.parse("5.56"))
    assert wanted is compare(Caliber.parse("5.56"), Caliber.parse("5.56x45"))
    assert CaliberAgreement.SAME is not compare(Caliber.parse(".223 Rem"), Caliber.parse("5.56x45"))


texts: st.SearchStrategy[Any] = st.sampled_from([pair[0] for pair in (*NAMED, *CONVENTIONAL, *OPEN, *BORES)])
values = texts.map(Caliber.parse)
invented = st.builds(
    lambda rows, convention: Caliber(
        candidates=tuple(rows),
        basis=CaliberBasis.NAMED if len(rows) == 1 else CaliberBasis.CONVENTION if convention else CaliberBasis.OPEN,
    ),
    st.lists(st.sampled_from(Cartridge.all()), min_size=1, max_size=5, unique=True),
    st.booleans(),
)


@given(values | invented | st.none(), values | invented | st.none())
def test_compare_is_symmetric(one, other):
    assert compare(one, other) is compare(other, one)


@given(values | invented)
def test_compare_is_reflexive_for_settled_calibers(caliber):
    level = compare(caliber, caliber)
    assert (
        level is CaliberAgreement.SAME
        if caliber.settled
        else level
        in (
            CaliberAgreement.POSSIBLE,
            CaliberAgreement.SAME_BORE,
        )
    )


@given(invented)
def test_invented_calibers_read_back(caliber):
    if caliber.basis is not CaliberBasis.NAMED:
        assert [row.id for row in caliber.candidates] == [row.id for row in read(str(caliber))[0].candidates]


pieces = st.sampled_from(
    ["9", "38", ".38", "7.62", "7,62", "12", "x", "X", "×", "por", " ", " ", "/", ",", ".", "-", "mm", "spl", "(", ")",
     "+", "&", "e", "y", "cal", "ponto", "trinta", "oito", "glock", "ak", "47", "'", '"', "0", "00000000000000000001",
     "1970", "mag", "s&w", "largo", "ñ", "½", "\u202e", "\x00", "revolver", "para", "l", "n", "e+", "m/m"]
)  # fmt: skip


@given(st.lists(pieces, max_size=25).map("".join) | st.text(max_size=60))
def test_hostile_fields_end_in_calibers_or_in_our_own_error(text):
    for kind in (None, "pistol"):
        for caliber in read(text, kind):
            assert (caliber,) == read(str(caliber))
    with contextlib.suppress(ArmstraceError):
        assert text == Caliber.parse(text).raw


@pytest.mark.parametrize(
    "piece", ["9", "x", ",", ".", "1 ", "1,", "9x", "(", "s. ", "trinta e ", "&", "7.62x39 ", "m-", "a"]
)
def test_hostile_length(piece):
    """A megabyte is refused at once; what is read takes time in proportion to its length."""
    huge = piece * (1_000_000 // len(piece))
    started = time.process_time()
    with pytest.raises(ParseError, match="too long"):
        read(huge)
    longest = huge[:2000]
    read(longest)
    assert time.process_time() - started < 1


def test_longest_field_is_still_read():
    assert "9x19mm" == Caliber.parse("9x19" + " " * 1996).cartridge.id
    with pytest.raises(ParseError, match="at most 2000"):
        Caliber.parse("9x19" + " " * 1997)


def test_repeated_readings_are_bounded():
    """The same field gives the same reading, and long fields are not kept."""
    assert read("9 MM") is read("9 MM")
    size = module._cached.cache_info().currsize
    assert read("9x19" + " " * 500) == read("9x19")
    assert module._cached.cache_info().currsize <= size + 1
    assert module._cached.cache_info().maxsize == 65536


def test_bore_of_a_named_cartridge_is_the_written_one():
    assert Bore(value=Decimal(9), unit="mm") == Caliber.parse("9x17").bore
    assert Bore(value=Decimal("0.380"), unit="inch") == Caliber.parse(".380 ACP").bore


@pytest.mark.parametrize("text", ["0\u1369", "12\u1369", "9\u1369 mm", "\u0663\u0668", "12\u0967 x 39", "\u2168 9"])
def test_digits_of_other_scripts_are_unreadable_and_no_error(text: str) -> None:
    """An Ethiopic one is a digit to Python, and no number."""
    assert all("\u1369" not in str(found) for found in calibers.read(text))
    assert calibers.read(text, "pistol") is not None
