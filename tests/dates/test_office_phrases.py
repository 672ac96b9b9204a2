"""Phrases and forms of offices in three languages, with and without the day of the text."""

from __future__ import annotations

from datetime import date

import pytest

from armstrace.dates.column_order import column_order
from armstrace.dates.reader import parse_date
from armstrace.errors import ParseError

PUBLISHED = date(2024, 1, 24)

KNOWN_DAY = """
1º de maio                               = 2023-05-01
em meados de 2019                        = [2019-05~..2019-08~]
entre março e maio de 2019               = 2019-03/2019-05
entre 5 e 7 de março de 2019             = 2019-03-05/2019-03-07
no último dia 5                          = 2024-01-05
el pasado día 5                          = 2024-01-05
el pasado día 31                         = 2023-12-31
el pasado día 30                         = 2023-12-30
no final de março de 2019                = [2019-03-27~..2019-03-31~]
terça-feira                              = 2024-01-23
2ª-feira                                 = 2024-01-22
sexta-feira passada                      = 2024-01-19
na última sexta-feira                    = 2024-01-19
há 3 dias                                = 2024-01-21
dois anos atrás                          = 2022~
no ano passado                           = 2023
nos últimos 3 meses                      = 2023-10-24/2024-01-24
após 5 de março de 2019                  = 2019-03-06/..
2018 até o presente                      = 2018-01-01/2024-01-24
primeiro semestre de 2019                = [2019-01..2019-06]
anos 90                                  = 199X
2018 a la fecha                          = 2018-01-01/2024-01-24
1T2019                                   = [2019-01..2019-03]
1T19                                     = [2019-01..2019-03]
T1 2019                                  = [2019-01..2019-03]
2019-T1                                  = [2019-01..2019-03]
4Q2019                                   = [2019-10..2019-12]
1S2019                                   = [2019-01..2019-06]
III trimestre 2019                       = [2019-07..2019-09]
segundo bimestre 2019                    = [2019-03..2019-04]
2da. quincena de marzo del 2019          = [2019-03-16..2019-03-31]
2010 (aprox.)                            = 2010~
el 5 de marzo de 2019, aproximadamente   = 2019-03-05~
circa 05/03/2019                         = [2019-03-05~,2019-05-03~]
cinco de marzo de dos mil diecinueve     = 2019-03-05
5 de março de dois mil e dezenove        = 2019-03-05
March fifth, two thousand nineteen       = 2019-03-05
mil novecientos noventa y ocho           = 1998
mil novecientos noventa                  = 1990
mil novecientos noventa y veinte         = no date
dos mil                                  = 2000
twenty                                   = no date
a los 5 (cinco) días del mes de marzo del año 2019 = 2019-03-05
a los 5 (seis) días del mes de marzo del año 2019 = no date
aos 5 dias do mês de março do ano de 2019 = 2019-03-05
ene-mar 2019                             = 2019-01/2019-03
mar/abr 2019                             = [2019-03..2019-04]
28 feb - 2 mar 2019                      = 2019-02-28/2019-03-02
28/02/2019 al 02/03/2019                 = 2019-02-28/2019-03-02
5/3                                      = [2023-03-05,2023-05-03]
25/12                                    = 2023-12-25
29/2                                     = 2020-02-29
31/2                                     = no such day
31 de ferbero de 2019                    = no such day
5 de ferbero de ferbero                  = no date
19-mar                                   = 2023-03-19
since 2019-03-05                         = 2019-03-05/..
since 05/01/2030                         = 2030-01-05~/..
desde 5-ene-19                           = 2019-01-05/..
desde 31-feb-19                          = no such day
FY25                                     = [2024-10..2025-09]
2030-01-05                               = 2030-01-05
0000                                     = no such day
01/0000                                  = no such day
1º/03/2019                               = 2019-03-01
190305                                   = six digits
43831                                    = a day of a spreadsheet
s/f                                      = states no date
5 de marzo de 2019 o Tijuana               = no date
verão de 2019                            = no date
"""

UNKNOWN_DAY = """
desde 5-ene-19                           = 1919-01-05~/..
since Saturday, 15-jun-68                = 1968-06-15/..
since Monday, 15-jun-68                  = 1968-06-15%/..
5/3                                      = without a year
19-mar                                   = relative to
FY13                                     = [1912-07..2013-09]
the first half of FY13                   = not cut into 2
1T19                                     = which century
15/06/68                                 = [1968-06-15,2068-06-15]
"""


def cases(table: str) -> list[tuple[str, str]]:
    return [
        (text.strip(), answer.strip())
        for text, _, answer in (line.rpartition(" = ") for line in table.split("\n")[1:-1])
    ]


def answer(text, published):
    try:
        return str(parse_date(text, published=published))
    except ParseError as error:
        return str(error)


@pytest.mark.parametrize(("text", "expected"), cases(KNOWN_DAY))
def test_with_the_day_of_the_text(text, expected):
    found = answer(text, PUBLISHED)
    assert found == expected or (":" in found and expected in found)


@pytest.mark.parametrize(("text", "expected"), cases(UNKNOWN_DAY))
def test_without_the_day_of_the_text(text, expected):
    found = answer(text, None)
    assert found == expected or (":" in found and expected in found)


def test_a_date_after_the_day_of_the_text_shows():
    for text in ("2030-01-05", "05/01/2030", "5 de enero de 2030", "30/01/24"):
        assert "date.after_publication" in parse_date(text, published=PUBLISHED).caveats


def test_a_huge_cell_is_no_evidence():
    assert column_order(["2019 " * 100]).years is None


def test_the_last_day_of_a_number_skips_months_without_it():
    assert str(parse_date("el pasado día 31", published=date(2024, 3, 5))) == "2024-01-31"
    with pytest.raises(ParseError, match="no such day"):
        parse_date("el pasado día 31", published=date.min)
