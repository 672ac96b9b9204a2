"""What the numbers of a text count or measure, and where the quantities stand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize
from armstrace.weapons.quantities import QuantityMeasure, find
from armstrace.weapons.quantities.vocabulary import vocabulary

READ = [
    # a number that counts
    ("45 PISTOLAS", "count 45 weapon"),
    ("12 ESCOPETAS", "count 12 weapon"),
    ("380 cartuchos", "count 380 ammunition"),
    ("12 escopetas calibre 12", "count 12 weapon"),
    ("10 AR-15 lower receivers", "count 10 part"),
    ("10 M4 rifles", "count 10 weapon"),
    ("45 automatic pistols", "count 45 weapon"),
    ("22 semi-automatic rifles", "count 22 weapon"),
    ("1 pistola", "count 1 weapon"),
    ("un arma", "count 1 weapon"),
    ("3 pzas", "count 3 item"),
    ("500 cart. 9 mm", "count 500 ammunition"),
    ("1,500 cartuchos", "count 1500 ammunition"),
    ("2.000 cartuchos", "count 2000 ammunition"),
    ("10 mil cartuchos", "count 10000 ammunition"),
    ("2 docenas de pistolas", "count 24 weapon"),
    ("diez pistolas", "count 10 weapon"),
    ("mil doscientos cartuchos", "count 1200 ammunition"),
    ("media docena de granadas", "count 6 explosive"),
    ("half a dozen rifles", "count 6 weapon"),
    ("veinte y cinco fusiles", "count 25 weapon"),
    ("pistolas: 45", "count 45 weapon"),
    ("total 45", "count 45"),
    ("2 armas largas y 3 armas cortas", "count 2 weapon; count 3 weapon"),
    ("pistola 9 milímetros con 12 cartuchos", "count 12 ammunition"),
    # or may be a caliber too
    ("45 Colt revolvers", "count? 45 weapon"),
    ("45 ACP pistols", "count? 45 weapon"),
    ("3 Glock 19 pistols", "count? 3 weapon"),
    # lengths
    ('16"', "length 16 inch"),
    ("16 pulgadas", "length 16 inch"),
    ("18 1/2 in", "length 18.5 inch"),
    ("1/2 inch", "length 0.5 inch"),
    ("18''", "length 18 inch"),
    ("7.62 cm", "length 7.62 cm"),
    ("cañón de 50 cm", "length 50 cm barrel"),
    ("with an 18-inch barrel", "length 18 inch barrel"),
    ('barrel 16" overall 30"', "length 16 inch barrel; length 30 inch overall"),
    ("16 in barrel, 30 in overall", "length 16 inch barrel; length 30 inch overall"),
    ("barrel length 16 in", "length 16 inch barrel"),
    ("longitud 30 cm", "length 30 cm length"),
    ("Mossberg 500 12 gauge, 20 in barrel", "length 20 inch barrel"),
    ("16 - 20 inches", "length 16 inch; length 20 inch"),
    ("overall length 700 mm", "length 700 mm overall"),
    ("barrel 406 mm", "length 406 mm barrel"),
    ("cañón de 105 mm", "length? 105 mm barrel"),
    ("45 mm blade", "length 45 mm blade"),
    ("30 mm scope", "length 30 mm optic"),
    ("83MM boresight", "length 83 mm optic"),
    ('2 3/4" shells', "length 2.75 inch chamber"),
    ("1,500 m barrel", ""),
    ("1,500 metros", "length None m"),
    # other measures
    ("9 kg", "weight 9 kg"),
    ("dos kilos", "weight 2 kg"),
    ("115 gr", "weight 115 grain or gram"),
    ("25 USD", "money 25"),
    ("US$ 25", "money 25"),
    ("R$ 1.234,50", "money 1234.50"),
    ("$1,500.00", "money 1500.00"),
    ("valor 500", "money 500"),
    ("45 %", "percent 45 percent"),
    ("45 por ciento", "percent 45 percent"),
    ("38 años", "duration 38 year"),
    ("edad: 38 años", "age 38 year"),
    ("38 years old", "age 38 year"),
    ("edad 38", "age 38"),
    ("22 horas", "duration 22 hour"),
    ("9 p.m.", "clock 9"),
    ("10:30", "clock None"),
    ("22h30", "clock None"),
    # rounds and magazines
    ("30 rds", "rounds 30 round"),
    ("380 rounds", "rounds 380 round"),
    ("30-round magazine", "capacity 30 round magazine"),
    ("cap. 30", "capacity 30 magazine"),
    ("capacidad: 30", "capacity 30 magazine"),
    ("17+1", "capacity 18 magazine"),
    # optics
    ("10X42", "optic? None optic"),
    ("3-9x40", "optic None optic"),
    ("4x32 mm scope", "optic None optic"),
    ("4x scope", "optic None optic"),
    # dates, telephones and numbers that only name something
    ("9 de enero", "date None"),
    ("9 enero 2019", "date None"),
    ("1º de mayo de 2019", "date None"),
    ("9-mar-2019", "date None"),
    ("9 de mar", "date None"),
    ("12/03/2019", "date None"),
    ("2019-03-12", "date None"),
    ("Jan 9, 2019", "date None"),
    ("Jan. 2019", "date None"),
    ("enero 9", "date None"),
    ("año 1998", "year 1998"),
    ("(55) 5555-1234", "phone None"),
    ("+52 55 1234 5678", "phone None"),
    ("555-0199", "phone None"),
    ("tel. 5512345678", "phone 5512345678"),
    ("22nd", "ordinal 22"),
    ("9º distrito", "ordinal 9"),
    ("calle 45", "place 45"),
    ("Km. 22", "place 22"),
    ("artículo 11", "reference 11"),
    ("pág. 45", "reference 45"),
    ("No. 45", "reference 45"),
    ("#45", "reference 45"),
    ("exp. 380/2019", "reference None"),
    ("causa penal 45/", "reference 45"),
    ("serie 0045871", "serial 45871"),
    ("modelo 19", "model 19"),
    ("mod. 92 FS", "model 92"),
    ("modelo 92FS", "model None"),
    # calibers, or nothing
    ("45 Pistola", ""),
    ("pistola 45", ""),
    ("9mm pistols", ""),
    ("12 gauge shotguns", ""),
    ("12-gauge shotguns", ""),
    ("20 GA. shotguns", ""),
    ("40 MM grenades", ""),
    ("22 rifle", ""),
    (".45 PISTOLAS", ""),
    ("0.45 in", ""),
    (".308 inch", ""),
    (".380 rounds", ""),
    ("7.62 rounds", ""),
    ("7.62 rifles", ""),
    ("calibre 12 escopetas", ""),
    ("calibre no. 12", ""),
    ("c. 45", ""),
    ("81 mm mortar", ""),
    ("9 mm barrel", ""),
    ("9 mm boresight", ""),
    ("7.62 mm", ""),
    ("9x19", ""),
    ("8x", ""),
    ("12/70", ""),
    ("AK-47", ""),
    ("AK-47 rifles", ""),
    ("modelo 9 mm", ""),
    ("mod. .45", ""),
    ("modelo 5.7", ""),
    ("edad 3.5", ""),
    ("edad 9 mm", ""),
    ("45 in stock", ""),
    ("45 de pistolas", ""),
    ("45, pistolas", ""),
    ("45 7 pistolas", "count 7 weapon"),
    ("marzo 9 mm", ""),
    ("mar 9", ""),
    ("9 mar", ""),
    ("9-mar", ""),
    ("marzo", ""),
    ("9 /", ""),
    ("25:70", ""),
    ("30rd", "rounds 30 round"),
    ("12-34-5", ""),
    ("1234-1-5555", ""),
    ("$", ""),
    ("$ x", ""),
    ("$ pistolas", ""),
    ("+", ""),
    ("0045 pistolas", ""),
    ("45 -", ""),
    ("45 x", ""),
    ("pistola: 45", ""),
    ("no. pistolas: 45", "count 45 weapon"),
    ("99/100 inches", ""),
    ("4 pares", "count 4 container"),
    ("2 pares de esposas", "count 4 accessory"),
    ("45 pistolas y", "count 45 weapon"),
    ("causa. penal 45", "reference 45"),
    ('barrel 16" overall: 30"', "length 16 inch barrel; length 30 inch overall"),
    ("380 - 9 inches", "length 9 inch"),
    ("modelo 9-mm", ""),
    ("modelo 19 calibre: 9 mm", "model 19"),
    ("10:3", ""),
    ("120+1", ""),
    ("", ""),
]


def shown(quantity):
    parts = [f"{quantity.measure}{'' if quantity.sure else '?'}", str(quantity.value), quantity.unit, quantity.of]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_a_number_is(text, expected):
    assert "; ".join(map(shown, find(_normalize.tidy(text)))) == expected


def test_the_places_of_number_and_noun():
    text = "Se aseguraron 45 PISTOLAS, una con cañón de 16 pulgadas, modelo 19"
    counted, length, model = find(text)
    assert counted.noun
    assert length.noun
    assert (text[counted.start : counted.end], text[slice(*counted.noun)]) == ("45", "PISTOLAS")
    assert (text[length.start : length.end], text[slice(*length.noun)]) == ("16 pulgadas", "cañón")
    assert (text[model.start : model.end], model.noun) == ("modelo 19", None)


PLURALS = sorted(form for form, noun in vocabulary().nouns.items() if noun.plural)
UNITS = sorted(
    form for form, unit in vocabulary().units.items() if unit.unit not in ("mm", "inch") and form not in ("x", "do")
)


@given(st.integers(4, 999), st.sampled_from(PLURALS), st.booleans())
def test_a_whole_number_belongs_to_the_plural_noun_behind_it(number, noun, upper):
    text = f"{number} {noun.upper() if upper else noun}"
    (quantity,) = find(text)
    assert quantity.sure
    assert quantity.value == number
    assert quantity.start == 0


@given(st.integers(1, 999), st.sampled_from(UNITS))
def test_a_number_belongs_to_its_unit(number, unit):
    (quantity,) = find(f"{number} {unit}")
    assert quantity.sure
    assert quantity.value == number


WORDS = """45 9 .380 1,500 16" $ 25 % + ( ) - / : x de cañón barrel mm kg in rds pistolas pistola calibre modelo no. tel
enero mar 2019 12/03/2019 555-0199 diez docena media 3-9x40 17+1 Glock AK-47 ½ é y 1/2 10:30 años old"""
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=12).map(" ".join))
def test_quantities_stand_within_the_text_and_not_over_each_other(text):
    text = _normalize.tidy(text)
    last = 0
    for quantity in find(text):
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.end
        assert isinstance(quantity.measure, QuantityMeasure)
        assert quantity.value is None or isinstance(quantity.value, Decimal)


@pytest.mark.parametrize("text", ["9" * 5000, "9 " * 5000, "mil " * 5000, "1-" * 5000, "-" * 5000, "de " * 5000 + "9"])
def test_time_is_linear(text):
    find(text)
