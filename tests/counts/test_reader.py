"""Counts as offices write them in three languages; other text is refused with its cause, never another number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.counts.column import count_column
from armstrace.counts.value import Count
from armstrace.errors import ParseError


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1,000", "1000"),
        ("2.000", "2..2000"),
        ("2.000 cartuchos", "2000"),
        ("10,000", "10000"),
        ("1 200", "1200"),
        ("1'200", "1200"),
        ("1’200", "1200"),
        ("1.234.567", "1234567"),
        ("1,234.00", "1234"),
        ("1.234,00", "1234"),
        ("12.0", "12"),
        ("mil doscientos", "1200"),
        ("doce", "12"),
        ("twenty-one", "21"),
        ("Twenty one", "21"),
        ("media docena", "6"),
        ("una docena", "12"),
        ("dos docenas", "24"),
        ("a pair", "2"),
        ("um par", "2"),
        ("cento e vinte", "120"),
        ("dois mil", "2000"),
        ("diez mil", "10000"),
        ("at least 5", "5.."),
        ("más de 10", "11.."),
        ("al menos 3", "3.."),
        ("menos de 10", "0..9"),
        ("up to 15", "0..15"),
        ("hasta 15", "0..15"),
        ("pelo menos 4", "4.."),
        ("cerca de 50", "~50"),
        ("unos 20", "~20"),
        ("alrededor de 30", "~30"),
        ("~40", "~40"),
        ("aprox. 50", "~50"),
        ("10-15", "10..15"),
        ("10 – 15", "10..15"),
        ("entre 10 y 15", "10..15"),
        ("entre diez y quince", "10..15"),
        ("10 a 15", "10..15"),
        ("100+", "100.."),
        (">50", "51.."),
        ("> 50", "51.."),
        ("≥ 50", "50.."),
        ("3 pzas.", "3"),
        ("5 unidades", "5"),
        ("4 ea", "4"),
        ("12 rds", "12"),
        ("1 (uno)", "1"),
        ("(1)", "1"),
        ("01", "1"),
        ("uno (1)", "1"),
        ("12*", "12"),
        ("12 a/", "12"),
        ("12¹", "12"),
        ("12 (a)", "12"),
        ("0", "0"),
        ("UNA", "1"),
        ("Un (1) pieza", "1"),
        ("1 (una) pieza", "1"),
        ("5 (cinco) unidades", "5"),
        ("dos mil quinientas treinta y cuatro", "2534"),
        ("2 mil 500", "2500"),
        ("mil", "1000"),
        ("un millón doscientos mil", "1200000"),
        ("two thousand four hundred and six", "2406"),
        ("twelve hundred", "1200"),
        ("cento e vinte e três", "123"),
        ("duas mil e quinhentas", "2500"),
        ("uma dúzia e meia", "18"),
        ("docena y media", "18"),
        ("una docena y media", "18"),
        ("half a dozen", "6"),
        ("½ docena", "6"),
        ("meia dúzia", "6"),
        ("una veintena", "~20"),
        ("medio centenar", "~50"),
        ("3 docenas", "36"),
        ("al menos una docena", "12.."),
        ("más de mil", "1001.."),
        ("10 o más", "10.."),
        ("10 or more", "10.."),
        ("ten or so", "~10"),
        ("15 aprox", "~15"),
        ("12 (aprox.)", "~12"),
        ("3 (pzas)", "3"),
        ("x5", "5"),
        ("5x", "5"),
        ("Cant. 5", "5"),
        ("Qty: 5", "5"),
        ("5 pcs", "5"),
        ("1 und", "1"),
        ("3 un.", "3"),
        ("2 u.", "2"),
        ("02", "2"),
        ("uno", "1"),
        ("treinta y uno", "31"),
        ("treinta y un", "31"),
        ("veintiún", "21"),
        ("diez y seis", "16"),
        ("cien", "100"),
        ("ciento uno", "101"),
        ("1.500,00", "1500"),
        ("quinientos", "500"),
        ("no more than 10", "0..10"),
        ("no menos de 10", "10.."),
        ("casi 100", "~100"),
        ("de 10 a 15", "10..15"),
        ("between 5 and 7", "5..7"),
        ("5 ou 6", "5..6"),
        ("cinco o seis", "5..6"),
        ("entre dos mil y tres mil", "2000..3000"),
        ("5 pç", "5"),
        ("doscientos mil", "200000"),
        ("18 mil", "17500..18499"),
        ("entre 2 mil y 3 mil", "1500..3499"),
        ("mil e duzentos", "1200"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("a hundred", "100"),
        ("one hundred", "100"),
        ("two hundred and fifty", "250"),
        ("una pieza", "1"),
        ("1 arma", "1"),
        ("25 cartuchos", "25"),
        ("total 5", "5"),
        ("cuarenta y dos", "42"),
        ("quarenta e dois", "42"),
        ("5.", "5"),
        ("1 pza", "1"),
        ("1 c/u", "1"),
        ("dos mil 340", "2340"),
        ("1 millón 200 mil", "1199500..1200499"),
        ("1.5k", "1450..1549"),
        ("1.2E+03", "1150..1249"),
        ("1'250,000", "1250000"),
        ("2'345,678.00", "2345678"),
        ("both", "2"),
        ("ambas armas", "2"),
        ("trío de escopetas", "3"),
        ("2 gross", "288"),
        ("exceeds 1,000", "1001.."),
        ("supera los 300", "301.."),
        ("a lo sumo 12", "0..12"),
        ("no menos de 30", "30.."),
        ("between eight and ten rifles", "8..10"),
        ("seven or eight pistols", "7..8"),
        ("15 ó 16", "15..16"),
        ("21 1/", "21"),
        ("-- 6 --", "6"),
        ("*****9", "9"),
        ("'38", "38"),
        ('"44"', "44"),
        ("=27", "27"),
        ("25 (sic)", "25"),
        ("11 corr.", "11"),
        ("18 (antes 17)", "18"),
        ("ninguna", "0"),
        ("none recovered", "0"),
        ("ni un arma", "0"),
        ("no weapons", "0"),
        ("21,530 cartuchos de diferentes calibres", "21530"),
        ("1 con su cargador", "1"),
        ("meia dúzia de pistolas", "6"),
        ("TOTAL GENERAL 3,908", "3908"),
        ("1 de 3", "1"),
        ("19 de 20 armas", "19"),
        ("2 cajas", "2 box"),
        ("2 cajas con 50 xyz", "2 box"),
        ('"""""""5"""""""', "5"),
        ("4 costales", "4 sack"),
        ("2 arms caches", "2 cache"),
        ("3 boxes of 50", "150"),
        ("2 cajas con 25 cartuchos c/u", "50"),
        ("2 cajas con 50 cartuchos", "50..100"),
        ("2 cajas con 100 cartuchos en total", "100"),
        ("1 case (1,000 rds)", "1000"),
        ("2 cajas (50 c/u)", "100"),
        ("2 cajas (dos)", "2 box"),
        ("5 caixas contendo 50 munições cada", "250"),
        ("2 boxes of .45 ACP", "2 box"),
        ("10 (3 largas, 7 cortas)", "10"),
        ("approximately twenty-five (25) firearms", "~25"),
        ("más de cien (100)", "101.."),
        ("25 (?)", "~25"),
        ("10 unidade(s)", "10"),
        ("5 (pistolas)", "5"),
        ("5 armas (con cargador)", "5"),
        ("2 AR-15", "2"),
        ("5 Glocks", "5"),
        ("Pistolas: 7", "7"),
        ("12 armas, más o menos", "~12"),
        ("2 pistolas presuntas", "2"),
    ],
)
def test_what_is_written_is_read(text: str, bounds: str) -> None:
    assert bounds == str(Count.parse(text))
    assert bounds == str(Count.parse(text.upper()))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("70 %", "count.percent"),
        ("70%", "count.percent"),
        ("S/D", "count.none"),
        ("-", "count.none"),
        ("--", "count.none"),
        ("varios", "count.vague"),
        ("several", "count.vague"),
        ("diversas", "count.vague"),
        ("-5", "count.negative"),
        ("− 5", "count.negative"),
        ("2 (tres)", "count.contradiction"),
        ("dos (3)", "count.contradiction"),
        ("1 kg", "count.other_unit"),
        ("9 mm", "count.other_unit"),
        ("1.5", "count.fraction"),
        ("12,5", "count.fraction"),
        ("1/2", "count.not_understood"),
        ("2½", "count.not_understood"),
        ("12.05.2023", "count.none"),
        ("31/12/2023", "count.not_understood"),
        ("1e5", "count.not_understood"),
        ("$5", "count.none"),
        ("No. 5", "count.none"),
        ("5 y 6", "count.several"),
        ("2, 3", "count.several"),
        ("17+1", "count.not_understood"),
        ("1 2", "count.not_understood"),
        ("12 34", "count.not_understood"),
        ("docenas", "count.vague"),
        ("dozens of", "count.vague"),
        ("cientos", "count.vague"),
        ("miles", "count.vague"),
        ("unos", "count.vague"),
        ("N/A", "count.none"),
        ("?", "count.none"),
        ("15-10", "count.bounds_out_of_order"),
        ("10 a 15 mil", "count.bounds_out_of_order"),
        ("2 o 3 docenas", "count.bounds_out_of_order"),
        ("veinte doce", "count.not_understood"),
        ("diez doce", "count.not_understood"),
        ("veinte mil mil", "count.not_understood"),
        ("cinco seis", "count.not_understood"),
        ("1.234,567", "count.fraction"),
        ("1,23,456", "count.none"),
        (".5", "count.none"),
        ("0.5", "count.fraction"),
        ("1er", "count.not_understood"),
        ("2nd", "count.not_understood"),
        ("1-", "count.not_understood"),
        ("2023-01-05", "count.not_understood"),
        ("(tres", "count.none"),
        ("menos de 0", "count.negative"),
        ("ochenta y", "count.not_understood"),
        ("aprox", "count.none"),
        ("2.500 millones", "count.sign_unsettled"),
        ("5 pies", "count.other_unit"),
        ("tres (3) (4)", "count.contradiction"),
        ("IX", "count.none"),
        ("1 1/2", "count.not_understood"),
        ("dos mil mil", "count.not_understood"),
        ("more than 5-7", "count.not_understood"),
        ("at least up to 5", "count.not_understood"),
        ("entre 5", "count.none"),
        ("1.5 mil 200", "count.none"),
        ("2.5555 mil", "count.fraction"),
        ("18 mil 20 mil", "count.not_understood"),
        ("media", "count.none"),
        ("½ gruesa y", "count.not_understood"),
        ("½ kg", "count.not_understood"),
        ("una quincena y media", "count.several"),
        ("12,34.5", "count.none"),
        ("cien y mil", "count.not_understood"),
        ("Item 7", "count.none"),
        ("1 234'567", "count.not_understood"),
        ("0'123", "count.none"),
        ("2l pistolas", "count.not_understood"),
        ("319 pzas y otros", "count.several"),
        ("24 pzas or 18", "count.several"),
        ("2023e-01-01", "count.not_understood"),
        ("de 15 tiros", "count.none"),
        ("página 3", "count.none"),
        ("Pistola 7", "count.none"),
        ("Lote 5", "count.none"),
        ("30 round magazine", "count.not_understood"),
        ("223 Remington", "count.not_understood"),
        ("38 special", "count.not_understood"),
        ("2 boxes of 45", "count.not_understood"),
        ("2 detenidos", "count.other_unit"),
        ("10 personas", "count.other_unit"),
        ("5 largas y 3 cortas", "count.several"),
        ("2 rifles, 1 shotgun", "count.several"),
        ("5 pistolas y varios cargadores", "count.several"),
        ("una tonelada y media", "count.several"),
        ("4 armas (2 largas y 1 corta)", "count.contradiction"),
        ("10 (3 largas, unas 7 cortas)", "count.contradiction"),
        ("10 (3 largas, 7 xyz)", "count.not_understood"),
        ("2o", "count.lookalike"),
        ("none", "count.none"),
        ("a few guns", "count.vague"),
        ("sezenta", "count.none"),
        ("1.25E+01", "count.fraction"),
        ("18 (antes)", "count.none"),
        ("=SUM(D4:D19)", "count.none"),
    ],
)
def test_other_text_is_refused_with_its_cause(text: str, cause: str) -> None:
    with pytest.raises(ParseError) as refused:
        Count.parse(text)
    assert (cause, text) == (refused.value.code, refused.value.text)


_STYLES = (
    str,
    lambda n: f"{n:,}",
    lambda n: f"{n:,}".replace(",", "."),
    lambda n: f"{n:,}".replace(",", " "),
    lambda n: f"{n:,}".replace(",", "\u00a0"),
    lambda n: f"{n:,}".replace(",", "\u202f"),
    lambda n: f"{n:,}".replace(",", "'"),
    lambda n: f"{n:,}".replace(",", "\u2019"),
    lambda n: f"{n:,}.00",
    lambda n: f"{n:,}.0",
    lambda n: f"{n:,}".replace(",", ".") + ",00",
    lambda n: f"{n}.0",
    lambda n: f"{n},00",
    lambda n: f"0{n}",
    lambda n: f"  {n} ",
    lambda n: f"({n})",
    lambda n: f"{n} pzas.",
    lambda n: f"{n:,} unidades",
    lambda n: f"{n}*",
    lambda n: f"Cant. {n:,}",
    lambda n: f"{n} ({n:,})",
    lambda n: "".join(chr(0xFF10 + int(digit)) for digit in str(n)),
)


@given(st.integers(0, 10**7), st.sampled_from(_STYLES), st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 21))))
def test_a_number_in_any_style_reads_back_or_is_left_open(number, style, column) -> None:
    cells = [_STYLES[index](other) for other, index in column]
    for found in (None, count_column([style(number)]), count_column([*cells, style(number)])):
        try:
            read = Count.parse(style(number), column=found).value
        except ParseError as error:
            # only the other cells of a column make a number doubtful
            read = number if found is not None and error.code in {"count.sign_unsettled", "count.fraction"} else None
        assert number == read


@given(st.text(alphabet="0123456789 .,'-+()/xkmil dozencadbeyu", max_size=24))
def test_any_text_gives_a_count_of_its_digits_or_none(text: str) -> None:
    try:
        count = Count.parse(text)
    except ParseError:
        return
    assert count.most is None or count.least <= count.most


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "(" * 100_000, "mil " * 30_000, "a" * 10**6, "1." * 59, "mil " * 30, "y " * 60]
)
def test_hostile_text_is_refused_at_once(text: str) -> None:
    with pytest.raises(ParseError):
        Count.parse(text)


@pytest.mark.parametrize(
    ("text", "number", "repairs"),
    [
        ("l2", 12, ("digit:l",)),
        ("1O", 10, ("digit:O",)),
        ("S6", 56, ("digit:S",)),
        ("1,OOO", None, ()),
        ("1B4", 184, ("digit:B",)),
        ("vientitres", 23, ("word:vientitres",)),
        ("fourty", 40, ("word:fourty",)),
        ("quarente e sete", 47, ("word:quarente",)),
        ("12", 12, ()),
    ],
)
def test_a_slip_with_one_reading_is_mended_and_noted(text: str, number: int | None, repairs: tuple[str, ...]) -> None:
    if number is None:
        with pytest.raises(ParseError):
            Count.parse(text)
        return
    count = Count.parse(text)
    assert (number, repairs) == (count.value, count.repairs)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("5 largas y 3 cortas", ["5", "3"]),
        ("2 rifles, 1 shotgun", ["2", "1"]),
        ("04 revólveres e 02 pistolas", ["4", "2"]),
        ("an AR-15 and two Glocks", ["1", "2"]),
        ("2 pistolas, 3 cargadores y 50 cartuchos", ["2", "3", "50"]),
        ("cuarenta y dos", ["42"]),
        ("2 rifles, and 1 shotgun", ["2", "1"]),
        ("2 rifles,; 1 shotgun", ["2", "1"]),
    ],
)
def test_all_numbers_of_a_text_are_read(text: str, counts: list[str]) -> None:
    column = count_column([text])
    assert counts == [str(count) for count in Count.parse_all(text)]
    assert counts == [str(count) for count in Count.parse_all(text, column=column)]


@pytest.mark.parametrize("text", ["5 largas y varias cortas", "varios", "x" * 500])
def test_all_numbers_are_read_or_none(text: str) -> None:
    with pytest.raises(ParseError) as refused:
        Count.parse_all(text)
    assert text == refused.value.text


_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete"
    " veintiocho veintinueve"
)
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ES_HUNDREDS = "ciento doscientas trescientas cuatrocientos quinientas seiscientos setecientas ochocientos novecientas"
_PT = (
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete"
    " dezoito dezenove"
)
_PT_TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
_PT_HUNDREDS = "cento duzentas trezentos quatrocentas quinhentos seiscentas setecentos oitocentas novecentos"


def _english(n: int) -> str:
    if n >= 1000:
        return f"{_english(n // 1000)} thousand" + (f" {_english(n % 1000)}" if n % 1000 else "")
    if n >= 100:
        return f"{_english(n // 100)} hundred" + (f" and {_english(n % 100)}" if n % 100 else "")
    if n < 20:
        return _EN.split()[n]
    return _EN_TENS.split()[n // 10 - 2] + (f"-{_english(n % 10)}" if n % 10 else "")


def _spanish(n: int) -> str:
    if n >= 1000:
        thousands = _spanish(n // 1000)
        head = "mil" if n < 2000 else f"{thousands.removesuffix('o') if thousands.endswith('uno') else thousands} mil"
        return head + (f" {_spanish(n % 1000)}" if n % 1000 else "")
    if n >= 100:
        rest = f" {_spanish(n % 100)}" if n % 100 else ""
        return "cien" if n == 100 else _ES_HUNDREDS.split()[n // 100 - 1] + rest
    if n < 30:
        return _ES.split()[n]
    return _ES_TENS.split()[n // 10 - 3] + (f" y {_spanish(n % 10)}" if n % 10 else "")


def _portuguese(n: int) -> str:
    if n >= 1000:
        head, rest = "mil" if n < 2000 else f"{_portuguese(n // 1000)} mil", n % 1000
        return head + ((" e " if rest <= 100 or rest % 100 == 0 else " ") + _portuguese(rest) if rest else "")
    if n >= 100:
        return (
            "cem"
            if n == 100
            else _PT_HUNDREDS.split()[n // 100 - 1] + (f" e {_portuguese(n % 100)}" if n % 100 else "")
        )
    if n < 20:
        return _PT.split()[n]
    return _PT_TENS.split()[n // 10 - 2] + (f" e {_portuguese(n % 10)}" if n % 10 else "")


@given(st.integers(0, 999_999), st.sampled_from([_english, _spanish, _portuguese]), st.booleans())
def test_a_number_in_words_reads_back(number, spelled, capitals) -> None:
    text = spelled(number)
    assert number == Count.parse(text.upper() if capitals else text).value
    assert f"{number + 1}.." == str(Count.parse(f"{'over' if spelled is _english else 'más de'} {text}"))


_SIDES = ("at_least", "more_than", "at_most", "less_than")
_BOUNDS = [row for row in _tables.rows("counts/words.csv") if row["role"] in _SIDES]


@given(st.integers(2, 99_999), st.sampled_from(_BOUNDS))
def test_each_word_of_a_bound_keeps_its_sense(number: int, row: dict[str, str]) -> None:
    expected = (f"{number}..", f"{number + 1}..", f"0..{number}", f"0..{number - 1}")
    assert expected[_SIDES.index(row["role"])] == str(Count.parse(f"{row['word']} {number}"))
