"""The reading of makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.weapons import makes
from armstrace.weapons import name_words as _words
from armstrace.weapons.makes import names as _make_index
from armstrace.weapons.makes import registry as _make_table
from armstrace.weapons.makes.reader import MakeFlag
from armstrace.weapons.makes.registry import CompanyRole, Make

ROWS = list(_make_table.make_rows().values())


def read_id(text):
    reading = makes.read(text)
    return reading.make.id if reading and reading.make else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colt", "colt"),
        ("COLT'S", "colt"),
        ("colts", "colt"),
        ("COLT'S MANUFACTURING CO. LLC", "colt"),
        ("COLT MFG", "colt"),
        ("F.N.", "fn"),
        ("FN Herstal, S.A.", "fn"),
        ("Fabrique Nationale d'Armes de Guerre", "fn"),
        ("S & W", "smith-wesson"),
        ("smith y wesson", "smith-wesson"),
        ("Smith-Wesson", "smith-wesson"),
        ("Smith und Wesson", "smith-wesson"),
        ("H. & R.", "h-and-r"),
        ("Harrington and Richardson, Inc.", "h-and-r"),
        ("Sturm, Ruger & Company, Inc.", "ruger"),
        ("O.F. Mossberg & Sons, Inc.", "mossberg"),
        ("Mossberg and Sons", "mossberg"),
        ("GLOCK Ges.m.b.H.", "glock"),
        ("Glock Austria", "glock"),
        ("Heckler & Koch GmbH", "heckler-koch"),
        ("Heckler und Koch", "heckler-koch"),
        ("H&K", "heckler-koch"),
        ("Pietro Beretta S.p.A.", "beretta"),
        ("BERETTA U.S.A. CORP", "beretta"),
        ("BERETTA, ITALIA", "beretta"),
        ("Taurus Int.", "taurus"),
        ("FORJAS TAURUS S.A.", "taurus"),
        ("Amadeo Rossi", "rossi"),
        ("The Marlin Firearms Company", "marlin"),
        ("NORINCO, CHINA", "norinco"),
        ("C.N. Romarm S.A.", "romarm"),
        ("Cugir", "romarm"),
        ("Century Intl. Arms", "century-arms"),
        ("Remington Rand", "remington-rand"),
        ("Remington Arms Co., Inc.", "remington"),
        ("Springfield", "springfield-armory"),
        ("I.M.I.", "imi"),
        ("SEDENA", "sedena"),
        ("Dirección General de Industria Militar", "sedena"),
        ("CEŠKA ZBROJOVKA", "cz"),
        ("Auto-Ordnance Corp.", "auto-ordnance"),
        ("U S ORDNANCE INC", "us-ordnance"),
        ("Ｇｌｏｃｋ", "glock"),
    ],
)
def test_one_make_in_many_spellings(text, expected):
    reading = makes.read(text)
    assert reading.make is not None
    assert reading.make.id == expected
    assert reading.make.raw == reading.raw == text
    assert reading.unread == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BARET", "barrett"),
        ("BARRRETT", "barrett"),
        ("Berreta", "beretta"),
        ("Mosberg", "mossberg"),
        ("RUGGER", "ruger"),
        ("Glokc", "glock"),
        ("TARUS", "taurus"),
        ("Winchster", "winchester"),
        ("SMIHT & WESSON", "smith-wesson"),
        ("HECKLER & KOCK", "heckler-koch"),
        ("SPRINGFEILD ARMORY", "springfield-armory"),
        ("Remingtn Arms Company LLC", "remington"),
        ("a Remingtn 12 gauge shotgun", "remington"),
    ],
)
def test_one_wrong_letter_is_forgiven_and_said(text, expected):
    reading = makes.read(text)
    assert reading.make is not None
    assert reading.make.id == expected
    assert reading.flags == (MakeFlag.MISSPELT,)


@pytest.mark.parametrize(
    "text",
    [
        "Cold",  # four letters
        "Lock",  # the first letter is wrong
        "Brta",
        "Wincester Arsm",  # two letters
        "Timber",
        "GLOCC LLC",  # a company's name one letter from a short one
        "COLE",
    ],
)
def test_what_is_not_forgiven(text):
    reading = makes.read(text)
    assert reading.make == Make(id=None, name=text)
    assert not reading.make.known
    assert reading.flags == (MakeFlag.NOT_IN_REGISTRY,)


@pytest.mark.parametrize("text", ["rugged rifle 9mm", "the ruler 9mm pistol", "a bared barrel 9mm"])
def test_ordinary_words_of_a_phrase_are_no_misspelt_makes(text):
    assert makes.read(text).make is None or not makes.read(text).flags


@pytest.mark.parametrize(
    ("text", "resembles"),
    [
        ("BARRETT AND SONS SPORTING GOODS LLC", "barrett"),
        ("Barrett and Sons Sporting Goods", "barrett"),
        ("GLOCK STOCK AND BARREL INC", "glock"),
        ("Glock Stock and Barrel", "glock"),
        ("Ruger Tactical Solutions Group LLC", "ruger"),
        ("Kimber Outfitters", "kimber"),
        ("Winchester Gunsmithing LLC", "winchester"),
        ("Remington 12 gauge Sporting Goods", "remington"),
    ],
)
def test_a_longer_name_is_another_company(text, resembles):
    reading = makes.read(text)
    assert reading.make == Make(id=None, name=text)
    assert reading.flags == (MakeFlag.NOT_IN_REGISTRY, MakeFlag.SIMILAR_NAME)
    assert resembles in {make.id for make in reading.candidates}


@pytest.mark.parametrize("text", ["HERITAGE LLC", "Henry, Inc.", "Savage Firearms LLC", "MARLIN ARMS INC", "Parker Co"])
def test_a_common_name_needs_all_of_the_company(text):
    assert read_id(text) is None
    assert read_id(text.split()[0].strip(",")) is not None


@pytest.mark.parametrize(("text", "expected"), [("GLOCK FIREARMS LLC", "glock"), ("Savage USA", "savage")])
def test_a_rare_name_does_not(text, expected):
    assert read_id(text) == expected


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("CHINA", MakeFlag.COUNTRY),
        ("Hecho en China", MakeFlag.COUNTRY),
        ("E.U.A.", MakeFlag.COUNTRY),
        ("República Checa", MakeFlag.COUNTRY),
        ("COREA DEL SUR", MakeFlag.COUNTRY),
        ("AK-47", MakeFlag.MODEL),
        ("AK 47", MakeFlag.MODEL),
        ("WASR", MakeFlag.MODEL),
        ("TIPO AR-15", MakeFlag.MODEL),
        ("fusil AK-47", MakeFlag.MODEL),
        ("PISTOLA", MakeFlag.NO_MAKE),
        ("9 mm", MakeFlag.NO_MAKE),
        ("1234", MakeFlag.NO_MAKE),
        ("arma larga", MakeFlag.NO_MAKE),
        ("Gilbao 9mm pistol", MakeFlag.NO_MAKE),
        ("Arms 9mm firearm", MakeFlag.NO_MAKE),
        (".270 Winchester rifle", MakeFlag.CARTRIDGE),
        (".40 S&W handgun", MakeFlag.CARTRIDGE),
        ("38 Smith & Wesson", MakeFlag.CARTRIDGE),
        ("Glock and a Ruger", MakeFlag.SEVERAL_MAKES),
        ("x" * 201, MakeFlag.TOO_LONG),
    ],
)
def test_what_is_no_make_says_what_it_is(text, flag):
    reading = makes.read(text)
    assert reading.make is None
    assert reading.flags == (flag,)
    assert reading.unread or flag is MakeFlag.SEVERAL_MAKES
    assert reading.raw == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("WASR", ["romarm", "century-arms"]), ("fusil Xiuhcoatl", ["sedena"]), ("RPG-7", []), ("AK-47", [])],
)
def test_a_model_in_place_of_a_make_tells_who_makes_it(text, expected):
    reading = makes.read(text)
    assert reading.make is None
    assert [make.id for make in reading.candidates] == expected


def test_a_cartridge_name_names_the_maker_as_a_candidate_only():
    assert [make.id for make in makes.read(".270 Winchester rifle").candidates] == ["winchester"]
    assert [make.id for make in makes.read("Glock and a Ruger").candidates] == ["glock", "ruger"]


@pytest.mark.parametrize("text", ["", "  ", "S/M", "DESC.", "-", "N/A", "unknown", "marca desconocida", "N/E"])
def test_a_placeholder_says_nothing(text):
    assert makes.read(text) is None


@pytest.mark.parametrize(
    ("text", "expected", "unread"),
    [
        ("NORINCO 56", "norinco", "56"),
        ("two Glock 19 pistols", "glock", "two 19 pistols"),
        (".38 caliber Smith & Wesson", "smith-wesson", ".38 caliber"),
        (".357 Ruger Blackhawk revolver", "ruger", ".357 Blackhawk revolver"),
        ("Glock .40-caliber S&W pistol", "glock", ".40 caliber S&W pistol"),
        ("COLT COBRA", "colt", "COBRA"),
        ("Phoenix Raven", "phoenix-arms", "Raven"),
        ("TAURUS PT", "taurus", "PT"),
        ("Ruger Rough Rider", "ruger", "Rough Rider"),
        ("SIG-Sauer P226", "sig-sauer", "P226"),
        ("Taurus de Brasil", "taurus", ""),
        ("pistola marca Bersa", "bersa", "pistola marca"),
        ("IMI Desert Eagle", "imi", "Desert Eagle"),
        ("a Cobra 380", "cobra", "a 380"),
    ],
)
def test_the_rest_stays_unread(text, expected, unread):
    reading = makes.read(text)
    assert reading.make is not None
    assert (reading.make.id, reading.unread) == (expected, unread)


def test_a_short_or_common_alias_is_read_only_at_the_beginning():
    assert read_id("Century 39 rifle") == "century-arms"
    assert read_id("the 19th century rifle") is None


@pytest.mark.parametrize("text", ["MAC 90", "SAR-1", "SAR 1 rifle", "LAR 15"])
def test_a_name_that_begins_the_model_of_another_is_no_make(text):
    assert makes.read(text).make is None


def test_a_model_of_its_own_may_follow():
    assert read_id("HK 91") == "heckler-koch"
    assert read_id("LAR Grizzly") == "lar"


def test_renaming_is_not_spelling():
    reading = makes.read("SKYY INDUSTRIES LLC")
    assert reading.make == Make.get("sccy")
    assert reading.flags == (MakeFlag.FORMER_NAME,)
    assert reading.company.name == "SKYY INDUSTRIES LLC"
    assert makes.read("FN MANUFACTURING LLC").flags == (MakeFlag.FORMER_NAME,)
    assert makes.read("FN AMERICA, LLC").flags == ()


def test_the_company_that_is_named_is_told_apart():
    defense, manufacturing = makes.read("COLT DEFENSE LLC"), makes.read("COLT'S MANUFACTURING CO LLC")
    assert defense.make == manufacturing.make
    assert defense.company != manufacturing.company
    assert makes.read("US REPEATING ARMS COMPANY").company.role is CompanyRole.LICENSEE
    assert makes.read("HECKLER & KOCH DEFENSE, INC").company.role is CompanyRole.IMPORTER
    assert makes.read("COLT").company is None


def test_an_importer_of_several_is_no_spelling_of_their_names():
    assert read_id("CENTURY ARMS INC") == "century-arms"
    assert read_id("Eagle Imports, Inc.") is None


def test_related_makes_in_one_text():
    reading = makes.read("Savage Arms / Stevens 320 shotgun")
    assert reading.make.id == "savage"
    assert [make.id for make in reading.candidates] == ["stevens"]
    assert reading.flags == (MakeFlag.ALSO_NAMED,)


def test_a_firm_that_is_not_registered_is_a_name():
    reading = makes.read("HILTOP FIREARMS")
    assert reading.make == Make(id=None, name="HILTOP FIREARMS")


texts = st.text(max_size=220) | st.text("ACGLOKRUGERS&. -/0123456789'", max_size=220)


@given(texts)
def test_any_text_gives_a_reading(text):
    reading = makes.read(text)
    if reading is not None:
        assert reading.raw == text
        assert (reading.make is not None) or reading.flags
        assert reading == makes.read(text)


@given(st.sampled_from(ROWS), st.sampled_from(["{} Inc.", "the {} Company, Inc.", " {} ", "{}, LLC", "{} GmbH"]))
def test_legal_forms_never_lead_to_another_make(row, form):
    reading = makes.read(form.format(row.name))
    assert reading.make is None or reading.make.id in {row.id, None}


@given(st.sampled_from(ROWS), st.data())
def test_one_edit_never_leads_to_another_make_silently(row, data):
    """A misspelling may be another make's exact name, or be forgiven with a flag; it's never a third thing."""
    position = data.draw(st.integers(0, len(row.name) - 1))
    text = row.name[:position] + row.name[position + 1 :]
    reading = makes.read(text)
    if reading and reading.make and reading.make.id not in {row.id, None}:
        exact = _make_table.name_key(text) in {
            _make_table.name_key(name) for name in (*reading.make.aliases, reading.make.name)
        }
        assert exact or reading.flags or reading.unread or _make_index.exact(_words.tokens(reading.make.name))


@pytest.mark.parametrize(
    "text",
    ["tipo Colt", "Colt (réplica)", "Colt o similar", "imitación Colt", "copia de Colt", "Colt tipo", "Colt clone"],
)
def test_of_the_type_of_a_make_is_not_the_make(text):
    reading = makes.read(text)
    assert reading.make is None
    assert reading.flags == (MakeFlag.TYPE_OF,)
    assert reading.candidates == (Make.get("colt"),)


@pytest.mark.parametrize("text", ["Colt tipo escuadra", "tipo pistola Colt"])
def test_the_type_of_a_thing_is_no_copy(text):
    assert read_id(text) == "colt"


@pytest.mark.parametrize(
    ("text", "make", "importer"),
    [
        ("Romarm/Cugir, imp. Century Arms", "romarm", "century-arms"),
        ("Romarm imported by Century", "romarm", "century-arms"),
        ("Norinco importado por Century Arms Inc", "norinco", "century-arms"),
        ("Romarm/Century", "romarm", "century-arms"),
        ("Girsan/EAA", "girsan", None),
    ],
)
def test_the_importer_is_no_maker(text, make, importer):
    reading = makes.read(text)
    assert reading.make.id == make
    assert (reading.importer.id if reading.importer else None) == importer
    assert reading.unread == ""


@pytest.mark.parametrize(
    ("text", "make", "country", "unread"),
    [
        ("Beretta Made in Italy", "beretta", "IT", ""),
        ("ZASTAVA, SERBIA", "zastava", "RS", ""),
        ("pistola Glock de Austria", "glock", "AT", "pistola de"),
        ("Izhmash, URSS", "izhmash", None, "URSS"),  # a country that is no more has no code
        ("Taurus USA", "taurus", None, ""),  # a part of the company's name
        ("New England Firearms", "new-england-firearms", None, ""),
        ("CZ, Brasil, Italia", "cz", None, "Brasil Italia"),
    ],
)
def test_the_country_beside_the_make(text, make, country, unread):
    reading = makes.read(text)
    assert (reading.make.id, reading.country, reading.unread) == (make, country, unread)


@pytest.mark.parametrize("text", ["Bushmaster and DPMS", "Bushmaster y DPMS", "Bushmaster; DPMS", "Bushmaster + DPMS"])
def test_of_makes_in_a_list_none_is_chosen(text):
    reading = makes.read(text)
    assert reading.make is None
    assert reading.flags == (MakeFlag.SEVERAL_MAKES,)
    assert [make.id for make in reading.candidates] == ["bushmaster", "dpms"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Remintong", "remington"), ("Valther", "walther"), ("Wincherter", "winchester"), ("Brawning", "browning")],
)
def test_a_long_name_is_known_by_its_sound_or_but_for_two_letters(text, expected):
    reading = makes.read(text)
    assert (reading.make.id if reading.make else None) == expected
    assert reading.flags == (MakeFlag.MISSPELT,)


@pytest.mark.parametrize(
    ("text", "unread"),
    [("Browning 12", "12"), ("Glock X", "X"), ("Colt II", "II"), ("KEYSTONE SPORTING ARMS zz", "zz")],
)
def test_a_short_word_beside_a_name_is_no_wrong_letter(text, unread):
    reading = makes.read(text)
    assert MakeFlag.MISSPELT not in reading.flags
    assert reading.unread == unread


@given(st.sampled_from(ROWS), st.sampled_from(ROWS), st.sampled_from([" / ", " y ", " and ", ", ", "; "]))
def test_two_makes_are_never_a_single_one_silently(left, right, joint):
    reading = makes.read(f"{left.name}{joint}{right.name}")
    if left.id == right.id or reading is None or reading.make is None or not reading.make.known:
        return
    named = {make.id for make in (reading.make, *reading.candidates)} | {reading.importer and reading.importer.id}
    assert {left.id, right.id} <= named or reading.flags or reading.unread or reading.company


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GLOCK INC, MARIETTA GA", "glock"),
        ("Rossi S.A. - Caxias do Sul, Brasil", "rossi"),
        ("BERETTA USA CORP GALLATIN TN", "beretta"),
        ("Carl Walther GmbH Arnsberg/N", "walther"),
        ("TREJO, ATLIXCO PUE.", "trejo"),
        ("Kimber Gadsden, Alabama", "kimber"),
    ],
)
def test_the_address_of_a_firm_is_not_part_of_its_name(text, expected):
    assert read_id(text) == expected


@pytest.mark.parametrize(
    "text", ["Ruger Blah Bleh Bluh TX", "Glock Custom Shop GA", "Kimber Xyzzy", "Kimber Xyzzy 5 TX"]
)
def test_other_words_are_no_address(text):
    reading = makes.read(text)
    assert reading.make is None or not reading.make.known or reading.unread


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comp. Bras. de Cartuchos", "cbc"),
        ("Ind. Mat. Belico Brasil", "imbel"),
        ("Daniel Def.", "daniel-defense"),
        ("Rock Isl. Armory", "armscor"),
        ("Sp. Arm.", None),  # two letters may be anything
        ("Pa. Or.", None),
        ("R. S. C.", None),
    ],
)
def test_words_of_a_firm_may_be_abbreviated(text, expected):
    assert read_id(text) == expected


def test_a_name_between_two_makes_is_neither():
    reading = makes.read("Baretta")
    assert reading.make is None
    assert {make.id for make in reading.candidates} == {"beretta", "barrett"}
    assert reading.flags == (MakeFlag.MISSPELT, MakeFlag.AMBIGUOUS)


@pytest.mark.parametrize("text", ["Century Arms (importador)", "Century Arms, importer"])
def test_an_importer_alone_is_no_maker(text):
    reading = makes.read(text)
    assert (reading.make, reading.importer) == (None, Make.get("century-arms"))
    assert reading.names_absence


@pytest.mark.parametrize("text", ["Esmith & Wesson", "Estoeger", "Espringfield Armory"])
def test_an_e_before_s_is_heard_and_not_written(text):
    assert makes.read(text).flags == (MakeFlag.MISSPELT,)


@pytest.mark.parametrize("text", ["negra, cachas de madera", "plateada", "color negro"])
def test_colors_and_materials_are_no_make(text):
    assert makes.read(text).make is None


@pytest.mark.parametrize("text", ["tipo AK", "AK variant", "estilo 1911", "tipo AR-15"])
def test_a_pattern_is_no_make(text):
    assert makes.read(text).flags == (MakeFlag.MODEL,)


@pytest.mark.parametrize("text", ["WIN.", "REM", "REM 870", "BRNG", "MOSS", "SPR", "Spfd"])
def test_an_abbreviation_at_the_beginning_names_a_make(text):
    assert makes.read(text).make.known


@pytest.mark.parametrize(
    ("text", "make_id", "unread"),
    [
        ("ZASTAVA (fogueo) azulada", "zastava", "fogueo azulada"),
        ("Bersa (detonadora)", "bersa", "detonadora"),
        ("posiblemente Ruger", "ruger", "posiblemente"),
        ("probably Rossi", "rossi", "probably"),
        ("BERSA pavonda", "bersa", "pavonda"),
    ],
)
def test_a_make_at_the_beginning_is_read_and_the_rest_stays_unread(text, make_id, unread):
    reading = makes.read(text)
    assert (reading.make.id, reading.unread) == (make_id, unread)


@pytest.mark.parametrize("text", ["PROPIEDAD NACIONAL", "ESTADOS UNIDOS MEXICANOS", "United States property"])
def test_a_legend_is_no_make(text):
    assert makes.read(text).make is None


@pytest.mark.parametrize(
    ("text", "make_id"),
    [("GLOOK 19", "glock"), ("TAURS PT92", "taurus"), ("RUGGER LCR", "ruger")],
)
def test_a_model_of_the_make_proves_a_misspelt_name(text, make_id):
    assert makes.read(text).make.id == make_id


@pytest.mark.parametrize("text", ["GLOOK 9999", "GLOOK", "Glock 19 pavonada", "123 GLOOK"])
def test_a_misspelt_name_alone_is_proved_by_no_model(text):
    reading = makes.read(text)
    assert reading is not None
    assert reading.make is None or reading.make.id in (None, "glock")
