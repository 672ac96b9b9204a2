"""Makes: the registry, what a make field means, and how far two makes agree."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.errors import AmbiguousEntry, UnknownEntry
from armstrace.weapons import makes
from armstrace.weapons import name_words as _words
from armstrace.weapons.makes import names as _make_index
from armstrace.weapons.makes import reader as _make_reader
from armstrace.weapons.makes import registry as _make_table
from armstrace.weapons.makes.agreement import CompanyRole, Make, MakeFlag, MakeLevel

ROWS = list(_make_table.makes())
IDS = [row.id for row in ROWS]


def read_id(text):
    reading = makes.read(text)
    return reading.make.id if reading and reading.make else None


# ---- the registry


def test_ids_are_sorted():
    assert sorted(IDS) == IDS


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_each_make_is_found_by_its_own_names(row):
    assert row.make() == makes.get(row.id)
    assert set(row.related) <= set(IDS) - {row.id}
    assert row.strict in {"", "line", "all"}
    assert len(row.country) == 2
    assert read_id(row.name) == row.id
    for name in row.names:
        reading = makes.read(name)
        named = {reading.make.id} if reading.make else {make.id for make in reading.candidates}
        assert row.id in named, name
        assert _words.joined(_words.tokens(name)), name


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_relations_hold_both_ways(row):
    for other in row.related:
        assert row.id in _make_table.makes()[other].related


@pytest.mark.parametrize("row", [row for row in ROWS if row.companies], ids=lambda row: row.id)
def test_each_company_is_whole(row):
    for company in row.companies:
        assert company.source
        assert (company.first_year or 0) <= (company.last_year or 9999)
        if company.role is CompanyRole.MAKER and company.verified:
            assert read_id(company.name) == row.id, company.name


def test_every_company_belongs_to_a_make():
    assert {row["make"] for row in _tables.rows("makes/companies.csv")} <= set(IDS)


def test_verbs_of_the_registry():
    assert makes.get("nobody") is None
    assert makes.lookup("smith y wesson").id == "smith-wesson"
    assert makes.lookup("F.N.").raw == "F.N."
    assert makes.search("Winchestr")[0].id == "winchester"
    assert len(makes.all()) == len(IDS) > 400
    assert makes.edition() == "2026-11-24"
    with pytest.raises(UnknownEntry, match="barrett"):
        makes.lookup("Barett")


def test_an_ambiguous_name_is_not_chosen(monkeypatch):
    rows = {"one": ["Twin Arms"], "two": ["Twin Arms"]}
    registry = _tables.Registry("makes", [_row(make_id, names) for make_id, names in rows.items()])
    monkeypatch.setattr(_make_table, "makes", lambda: registry)
    monkeypatch.setattr(_make_index, "makes", lambda: registry)
    _make_index._index.cache_clear()
    _make_reader._read.cache_clear()
    try:
        with pytest.raises(AmbiguousEntry):
            makes.lookup("Twin Arms")
        reading = makes.read("TWIN ARMS")
        assert reading.make is None
        assert reading.flags == (MakeFlag.AMBIGUOUS,)
        assert [make.id for make in reading.candidates] == ["one", "two"]
        assert makes.read("twin arms rifle 5").flags == (MakeFlag.AMBIGUOUS,)
    finally:
        _make_index._index.cache_clear()
        _make_reader._read.cache_clear()


def _row(make_id, names, *, strict=""):
    return _make_table.MakeRow(
        id=make_id,
        name=names[0],
        country="US",
        aliases=tuple(names[1:]),
        former=(),
        only_leading=frozenset(),
        related=(),
        strict=strict,
        companies=(),
        source="test",
        verified=False,
    )


# ---- the value


def test_a_make_tells_what_the_registry_knows():
    colt = makes.get("colt")
    assert colt.known
    assert colt.country == "US"
    assert "Colt's" in colt.aliases
    assert "diemaco" in colt.related
    assert {CompanyRole.MAKER, CompanyRole.BRAND_OWNER} <= {company.role for company in colt.companies}
    assert str(colt) == "Colt"


@pytest.mark.parametrize("make", [Make(id=None, name="Acme"), Make(id="gone-from-registry", name="Acme")])
def test_an_unknown_make_says_so(make):
    assert not make.known
    assert make.country is None
    assert make.aliases == make.companies == make.related == ()
    assert str(make) == "Acme"


def test_equality_leaves_out_what_was_read():
    assert makes.read("GLOCK INC").make == makes.read("Glok").make == makes.get("glock")
    assert hash(makes.read("GLOCK INC").make) == hash(makes.get("glock"))
    assert pickle.loads(pickle.dumps(makes.get("glock"))) == makes.get("glock")
    with pytest.raises(ValueError, match="name"):
        Make(id=None, name="")


def test_a_make_has_companies_of_several_roles():
    roles = {company.name: company.role for company in makes.get("romarm").companies}
    assert roles["Century Arms, Inc."] is CompanyRole.IMPORTER
    assert {company.role for company in makes.get("marlin").companies} >= {CompanyRole.MAKER, CompanyRole.SUCCESSOR}


# ---- reading


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


@pytest.mark.parametrize("text", ["", "  ", "S/M", "DESC.", "NO VISIBLE", "SIN MARCA", "-", "N/A", "unknown"])
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
    assert reading.make == makes.get("sccy")
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


# ---- comparing


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("GLOCK", "Glok", MakeLevel.SAME),
        ("Marlin", "Ruger", MakeLevel.RELATED),
        ("Ruger", "Marlin", MakeLevel.RELATED),
        ("Remington", "Remington Rand", MakeLevel.DIFFERENT),
        ("Glock", "Ruger", MakeLevel.DIFFERENT),
        ("Acme Works", "ACME  WORKS", MakeLevel.SAME),
        ("Acme Works", "Acme Worms", MakeLevel.SIMILAR),
        ("Acme Works", "Glock", MakeLevel.UNKNOWN),
        ("Acme Works", "Zenobia", MakeLevel.UNKNOWN),
        ("GLOCC LLC", "Glock", MakeLevel.UNKNOWN),
        ("COLE", "Colt", MakeLevel.SIMILAR),
        ("S/M", "Glock", MakeLevel.UNKNOWN),
        ("CHINA", "CHINA", MakeLevel.UNKNOWN),
    ],
)
def test_levels(left, right, expected):
    pair = [reading.make if reading else None for reading in map(makes.read, (left, right))]
    assert makes.compare(*pair) is expected
    assert makes.compare(*reversed(pair)) is expected


def test_an_unregistered_make_of_a_registered_name_is_not_the_same():
    assert makes.compare(Make(id=None, name="Glock"), makes.get("glock")) is MakeLevel.UNKNOWN


# ---- hostile input

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
