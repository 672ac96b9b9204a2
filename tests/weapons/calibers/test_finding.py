"""Calibers with their places in a text; numbers that count or measure something are none."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize
from armstrace.errors import ParseError
from armstrace.weapons import calibers
from armstrace.weapons.calibers import Caliber
from armstrace.weapons.quantities.vocabulary import vocabulary

NO_CALIBER = """45 PISTOLAS|12 ESCOPETAS|380 cartuchos|10 AR-15 lower receivers|diez pistolas|dos fusiles
three rifles|16"|16 pulgadas|9 kg|25 USD|$45|30 rds|17+1|cap. 30|7.62 cm|38 años|83MM boresight
10X42|8x42 binoculars|3-9x40|555-0199|(55) 5555-1234|12/03/2019|9 de enero|calle 45|artículo 11
pág. 45|exp. 380/2019|22 horas|10:30|no. 45|modelo 45|22nd|Glock 45|Sig P320|S&W 500
45 Colt revolvers|50 Barrett rifles|Colt 380"""
A_CALIBER = [
    ("45 Pistola", "45-acp"),
    ("pistola 45", "45-acp"),
    ("9mm pistols", "9x19mm"),
    ("12 gauge shotguns", "12-gauge"),
    ("40 MM grenades", "40x46mm"),
    ("22 rifle", "22-lr"),
    (".45 PISTOLAS", "45-acp"),
    ("45 ACP pistols", "45-acp"),
    ("22 LR rifles", "22-lr"),
    ("38 special revolvers", "38-special"),
    ("12 escopetas calibre 12", "12-gauge"),
    ("calibre 45 pistolas", "45-acp"),
    ("2 pistolas calibre 9 mm", "9x19mm"),
    ("pistola marca Glock modelo 19 calibre 9 mm", "9x19mm"),
    ("Mossberg 500 12 gauge, 20 in barrel", "12-gauge"),
    ("escopeta 12, cañón de 105 mm", "12-gauge"),
    ("3.5 inch rocket launcher", "88.9mm-rocket"),
    ("Colt 45", "45-acp"),
    ("Remington 223", "223-remington"),
    ("6.5 CM", "6.5-creedmoor"),
    ("357MG", "357-magnum"),
    ("250-3000 Savage", "250-savage"),
    ("36x50", "410-bore"),
    ("8x57", "7.92x57mm"),
    ("(38-40»", "38-40"),
    # typing and scanning errors
    ("7-62x39", "7.62x39mm"),
    ("7 62x39", "7.62x39mm"),
    (".3O8", "308-winchester"),
    ("30'06", "30-06"),
    ("l2 ga", "12-gauge"),
    ("5.S6", "5.56x45mm"),
    ("4O S&W", "40-sw"),
    ("9rnm", "9x19mm"),
    ("5-56", "5.56x45mm"),
]


@pytest.mark.parametrize("text", re.split(r"[|\n]", NO_CALIBER))
def test_no_caliber(text):
    assert calibers.read(text) == ()
    with pytest.raises(ParseError):
        Caliber.parse(text)


@pytest.mark.parametrize(("text", "expected"), A_CALIBER)
def test_a_caliber(text, expected):
    (found,) = calibers.read(text)
    assert expected in {row.id for row in found.candidates}


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        (".3O8", "letter read as a digit"),
        ("7-62x39", "dash read as a point"),
        ("7 62x39", "point restored"),
        ("30'06", "apostrophe read as a dash"),
    ],
)
def test_what_is_mended_is_said(text, repair):
    assert repair in Caliber.parse(text).repairs


@pytest.mark.parametrize("text", ["22s", "22l", "9l", "7-99", "98'76", "1911s", "38 b"])
def test_what_is_not_mended(text):
    assert all("letter" not in repair for found in calibers.read(text) for repair in found.repairs)


@pytest.mark.parametrize(
    ("text", "named", "unread"),
    [
        ("Pistola marca Glock modelo 19 calibre 9 mm", [["calibre 9 mm"]], ["Glock"]),
        (".223 / DPMS", [[".223"]], ["DPMS"]),
        (".40 s. & w.", [[".40 s. & w"]], []),
        ("9 mm s. & w.", [["9 mm"]], ["s. & w"]),
        ("12, 20, .410", [["12"], ["20"], [".410"]], []),
        ("Taurus 38 con funda", [["38"]], ["Taurus", "funda"]),
        ("VOG-17", [["VOG-17"]], []),
        ("VOG-17 ", [["VOG-17"]], []),
        ("cañón de 105 mm", [["105 mm"]], ["cañón"]),
        ("1/2 kg", [], []),
        ("-1", [], ["1"]),
        ('12 ga, 380"', [["12 ga"]], ["380"]),
        ("dic-70", [["dic-70"]], []),
        ("desconocido", [], ["desconocido"]),
        ("?!", [], []),
        ("siete punto sesenta y dos por treinta y nueve", [["siete punto sesenta y dos por treinta y nueve"]], []),
        ("12, 99999, 20", [], ["12, 99999, 20"]),
        ("Winchester 30-30", [["30-30"]], []),
        ("9 mm y 9 mm", [["9 mm", "9 mm"]], []),
        (".308 (7.62x51)", [[".308", "7.62x51"]], []),
        ("bolt-action .308", [[".308"]], ["bolt-action"]),
        ("Glock 45, 30 rds", [], ["Glock 45"]),
        ("10 AR-15 receivers .223", [[".223"]], ["receivers"]),
    ],
)
def test_places(text, named, unread):
    found = calibers.find(text)
    assert [[text[slice(*span)] for span in each.spans] for each in found.calibers] == named
    assert [text[slice(*span)] for span in found.unread] == unread


def test_a_weapon_in_place_of_a_caliber_takes_all_of_the_text():
    found = calibers.find("AK-47", kind="rifle")
    assert [each.spans for each in found.calibers] == [((0, 5),)]
    assert found.unread == ()


def test_what_belongs_to_no_caliber_is_kept():
    found = Caliber.parse("9 mm Beretta, 45 cartuchos")
    assert found.unread == ("Beretta", "45", "cartuchos")
    assert found == Caliber.parse("9 mm")


BARE = ["9", "10", "12", "20", "22", "25", "32", "38", "40", "44", "45", "50", "223", "308", "357", "380", "410", "762"]
PLURALS = sorted(form for form, noun in vocabulary().nouns.items() if noun.plural)
NOT_OF_GUNS = ("mm", "inch", "mg", "cm", "round")  # 357 MG, 22 CM (Creedmoor) and 7.62 rounds are calibers
UNITS = sorted(form for form, unit in vocabulary().units.items() if unit.unit not in NOT_OF_GUNS and form != "o clock")


@given(st.sampled_from(BARE), st.sampled_from(PLURALS), st.booleans())
def test_a_bare_number_before_a_plural_noun_is_no_caliber(number, noun, upper):
    assert calibers.read(f"{number} {noun.upper() if upper else noun}") == ()


NUMBERS = [*BARE, "7.62", "9.3"]


@given(st.sampled_from(NUMBERS), st.sampled_from(UNITS), st.sampled_from(["", " "]))
def test_a_measure_is_no_caliber(number, unit, space):
    assert calibers.read(f"{number}{space}{unit}") == ()


@pytest.mark.parametrize("text", ["3-9x40 ", "9 kg ", "7-62x39 ", '30-30 16" ', "45 pistolas "])
def test_time_is_linear(text):
    started = time.process_time()
    calibers.find(text * 3000)
    assert time.process_time() - started < 5  # a quadratic reader takes minutes


WORDS = """45 9 .380 12 20 410 7.62x39 5,56 30-06 calibre cal. mm ga. pistola PISTOLAS rifles Colt Glock S&W
s. & w. Luger ACP especial magnum x / , ; ( ) y con barrel 16" kg $ AK-47 modelo 19 siete diez .3O8
l2 7-62 convertido ½ é ? - NATO &amp; winmag mmluger VOG-17 e+7 C.B. l/c 'x' »"""
FIELDS = st.lists(st.one_of(st.sampled_from(WORDS.split()), st.text(max_size=5)), max_size=10).map(" ".join)


@given(FIELDS, st.sampled_from([None, "pistol", "rifle"]))
def test_each_word_is_taken_once_or_unread(text, kind):
    text = _normalize.tidy(text)
    found = calibers.find(text, kind)
    assert [each.caliber for each in found.calibers] == list(calibers.read(text, kind))
    quantities = [(each.start, each.end) for each in found.quantities]
    taken = [span for each in found.calibers for span in each.spans]
    last = 0
    for start, end in sorted({*taken, *quantities, *found.unread}):
        assert last <= start < end <= len(text)
        last = end
    covered = {at for span in (*taken, *quantities, *found.evidence, *found.unread) for at in range(*span)}
    left = "".join(" " if at in covered else c for at, c in enumerate(text))
    small = vocabulary().small
    words = {_normalize.casefold(word) for word in re.findall(r"[^\W_]+", left)}
    known = frozenset().union(*small.values())
    assert all(word in known or not word.isascii() or _is_named(word, found) for word in words), (left, words)


def _is_named(word, found):
    """A maker that the names of the cartridges have stands for nothing else."""
    names = " ".join(
        name for each in found.calibers for row in each.caliber.candidates for name in (row.id, *row.names)
    )
    return word in _normalize.casefold(names) or word in ("s", "w", "colt")
