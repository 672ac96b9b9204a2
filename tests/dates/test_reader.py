"""Dates of English and Spanish prose: what each phrase means, as EDTF, and what none of them may be taken for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from armstrace.dates.prose.phrases import PhraseGrammar
from armstrace.dates.reader import _hull, parse_date
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError, UnknownEntry

# a Wednesday
PUBLISHED = date(2024, 1, 24)

ENGLISH = """
January 5, 2023                          = 2023-01-05
Jan. 5, 2023                             = 2023-01-05
JAN 5 2023                               = 2023-01-05
5 January 2023                           = 2023-01-05
the 5th of January, 2023                 = 2023-01-05
5-Jan-2023                               = 2023-01-05
05/JAN/23                                = 2023-01-05
2023-01-05                               = 2023-01-05
2023/01/05                               = 2023-01-05
13/01/2023                               = 2023-01-13
05/01/2023                               = [2023-01-05,2023-05-01]
1/2/23                                   = [2023-01-02,2023-02-01]
on Thursday, September 8, 2016           = 2016-09-08
Friday, September 8, 2016                = 2016-09-08?
Sept. 8th 2016 at 5 p.m.                 = 2016-09-08
22 Jan 2024 10:00                        = 2024-01-22
10:00:30 on 22 January 2024              = 2024-01-22
(Jan. 22)                                = 2024-01-22
on January 5th                           = 2024-01-05
on May 24                                = 2023-05-24
May 5 last year                          = 2023-05-05
the 5th of this month                    = 2024-01-05
in May 2023                              = 2023-05
in may 2023                              = 2023-05
in May                                   = 2023-05
March                                    = 2023-03
in January                               = 2024-01
last January                             = 2023-01
last June                                = 2023-06
next June                                = 2024-06
this June                                = 2024-06
June of last year                        = 2023-06
the month of May 2020                    = 2020-05
06/2023                                  = 2023-06
in 2009                                  = 2009
the year 2020                            = 2020
late May                                 = [2023-05-24~..2023-05-31~]
early May 2022                           = [2022-05-01~..2022-05-08~]
mid-May                                  = [2023-05-11~..2023-05-20~]
early 2023                               = [2023-01~..2023-03~]
late 2018                                = [2018-10~..2018-12~]
mid-2019                                 = [2019-05~..2019-08~]
the middle of 2020                       = [2020-05~..2020-08~]
the end of 2018                          = 2018-12~
year-end 2018                            = 2018-12~
the beginning of 2020                    = 2020-01~
early last year                          = [2023-01~..2023-03~]
late last week                           = [2024-01-20~..2024-01-21~]
the end of last month                    = [2023-12-27~..2023-12-31~]
earlier this month                       = [2024-01-01..2024-01-24]
later this month                         = [2024-01-24..2024-01-31]
earlier in 2023                          = 2023
circa 2010                               = 2010~
around May 2010                          = 2010-05~
on or about May 5, 2010                  = 2010-05-05~
on Monday                                = 2024-01-22
on Wednesday                             = 2024-01-24
last Wednesday                           = 2024-01-17
this past Monday                         = 2024-01-22
next Monday                              = 2024-01-29
late Tuesday                             = 2024-01-23
early Sunday morning                     = 2024-01-21
Friday night                             = 2024-01-19
the night of Friday                      = 2024-01-19
at 10 a.m. Monday                        = 2024-01-22
noon on Monday                           = 2024-01-22
Monday afternoon, January 22             = 2024-01-22
Monday of last week                      = 2024-01-15
on Monday, January 22                    = 2024-01-22
Sunday 28 January                        = 2024-01-28
today                                    = 2024-01-24
yesterday                                = 2024-01-23
last night                               = 2024-01-23
this morning                             = 2024-01-24
the day before yesterday                 = 2024-01-22
this week                                = [2024-01-22..2024-01-28]
last week                                = [2024-01-15..2024-01-21]
next week                                = [2024-01-29..2024-02-04]
last month                               = 2023-12
last year                                = 2023
the previous year                        = 2023
the year before last                     = 2022
last quarter                             = [2023-10..2023-12]
this decade                              = 202X
last weekend                             = [2024-01-20..2024-01-21]
the weekend                              = [2024-01-20..2024-01-21]
next weekend                             = [2024-01-27..2024-01-28]
three days ago                           = 2024-01-21
a week ago                               = [2024-01-15~..2024-01-21~]
two months ago                           = 2023-11~
five years ago                           = 2019~
a year and a half ago                    = 2022-07~
half a year ago                          = 2023-07~
two hours ago                            = [2024-01-23..2024-01-24]
30 hours ago                             = [2024-01-22..2024-01-23]
the week of January 15                   = [2024-01-15..2024-01-21]
the first half of 2023                   = [2023-01..2023-06]
Q1 2023                                  = [2023-01..2023-03]
2Q 2023                                  = [2023-04..2023-06]
the third quarter                        = [2023-07..2023-09]
second half of last year                 = [2023-07..2023-12]
the last quarter of 2022                 = [2022-10..2022-12]
the first six months of 2023             = [2023-01..2023-06]
the last three months of 2022            = [2022-10..2022-12]
the first week of May 2020               = [2020-05-01~..2020-05-07~]
the last week of May 2020                = [2020-05-25~..2020-05-31~]
the second week of May 2020              = [2020-05-08~..2020-05-14~]
first days of January                    = [2024-01-01~..2024-01-05~]
the last days of 2022                    = 2022-12~
last day of May 2020                     = 2020-05-31
the first Monday in May 2020             = 2020-05-04
the last Friday of June                  = 2023-06-30
FY23                                     = [2022-10..2023-09]
in the first half of FY 23               = [2022-10..2023-03]
fiscal year 2023                         = [2022-10..2023-09]
last fiscal year                         = [2022-10..2023-09]
the fiscal year                          = [2023-10..2024-09]
the end of FY22                          = 2022-09~
fiscal years 2019 through 2021           = 2018-10~/2021-09~
the 1990s                                = 199X
'90s                                     = 199X
the nineties                             = 199X
the decade of the 1980s                  = 198X
mid-1990s                                = [1993-05~..1996-08~]
the early 2000s                          = [2000-01~..2002-06~]
spring 2023                              = [2023-03-20~..2023-06-20~]
last summer                              = [2023-06-21~..2023-09-22~]
in the fall                              = [2023-09-23~..2023-12-20~]
this winter                              = [2023-12-21~..2024-03-19~]
winter of 2022                           = [2021-12-21~..2023-03-19~]
winter 2022-23                           = [2022-12-21~..2023-03-19~]
since 2018                               = 2018/..
since late 2018                          = 2018-10~/..
since the end of 2018                    = 2018-12~/..
since Monday                             = 2024-01-22/..
since at least 2010                      = 2010~/..
at least since 2010                      = 2010~/..
from 2018 on                             = 2018/..
2018 onwards                             = 2018/..
on or after May 5, 2010                  = 2010-05-05/..
since May 5, 2020 to date                = 2020-05-05/2024-01-24
since May 2020 to date                   = 2020-05-01/2024-01-24
since 2018 until 2020                    = 2018/2020
until 2020                               = ../2020
by the end of 2023                       = ../2023-12~
no later than May 5, 2020                = ../2020-05-05
before 2020                              = ../2019-12-31
prior to May 2020                        = ../2020-04-30
after May 5, 2020                        = 2020-05-06/..
after 2020                               = 2021-01-01/..
between 2018 and 2020                    = 2018/2020
between Oct. 2018 and Sept. 2022         = 2018-10/2022-09
between May 3 and 10, 2020               = 2020-05-03/2020-05-10
between December and February            = 2022-12/2023-02
from Dec. 1, 2018, through Jan. 31, 2024 = 2018-12-01/2024-01-31
from January to March 2023               = 2023-01/2023-03
December to March 2023                   = 2022-12/2023-03
from May 2023 to June                    = 2023-05/2023-06
from Saturday to Monday                  = 2024-01-20/2024-01-22
from Friday to next Monday               = 2024-01-26/2024-01-29
the period from 2018 to 2020             = 2018/2020
May 3-10, 2020                           = 2020-05-03/2020-05-10
3-10 May 2020                            = 2020-05-03/2020-05-10
2018-2020                                = 2018/2020
2018–19                                  = 2018/2019
2018-19                                  = 2018/2019
2006-present                             = 2006-01-01/2024-01-24
from 2006 until now                      = 2006-01-01/2024-01-24
over the past four months                = 2023-09-24/2024-01-24
in the last two and a half years         = 2021-07-24/2024-01-24
the last year                            = 2023-01-24/2024-01-24
in the last decade                       = 2014-01-24/2024-01-24
the past year and a half                 = 2022-07-24/2024-01-24
in the last 24 hours                     = 2024-01-23/2024-01-24
last 10 days                             = 2024-01-14/2024-01-24
so far this year                         = 2024-01-01/2024-01-24
so far in 2023                           = 2023-01-01/2024-01-24
year to date                             = 2024-01-01/2024-01-24
in Fiscal Year 2024 to date              = 2023-10-01/2024-01-24
to date                                  = ../2024-01-24
May 3 and 4                              = [2023-05-03..2023-05-04]
May 3, 4 and 5, 2020                     = [2020-05-03..2020-05-05]
May 3 and 5, 2020                        = [2020-05-03,2020-05-05]
May 3 or 4, 2020                         = [2020-05-03,2020-05-04]
May and June 2020                        = [2020-05..2020-06]
December and January 2020                = [2019-12..2020-01]
Friday and Saturday                      = [2024-01-19..2024-01-20]
2019, 2020 and 2021                      = [2019..2021]
"""

SPANISH = """
5 de enero de 2023                       = 2023-01-05
el 5 de enero del 2023                   = 2023-01-05
5 de enero, 2023                         = 2023-01-05
enero 5 de 2023                          = 2023-01-05
1º de mayo de 2020                       = 2020-05-01
1° de mayo de 2020                       = 2020-05-01
primero de mayo de 2020                  = 2020-05-01
dos de marzo de 2021                     = 2021-03-02
treinta y uno de marzo de 2021           = 2021-03-31
05-ene-2023                              = 2023-01-05
5/ene/23                                 = 2023-01-05
5/5/20                                   = 2020-05-05
lunes 22 de enero                        = 2024-01-22
lunes 23 de enero                        = 2024-01-23?
el 5 de mayo de 2020 a las 14:30 horas   = 2020-05-05
a las 22:30 horas del pasado 5 de enero  = 2024-01-05
5 de mayo de 2020 a las 5 de la tarde    = 2020-05-05
el 5 de enero                            = 2024-01-05
el pasado 5 de enero                     = 2024-01-05
el 5 de enero pasado                     = 2024-01-05
el próximo 5 de mayo                     = 2024-05-05
este domingo 28 de enero                 = 2024-01-28
5 de mayo del año en curso               = 2024-05-05
el 5 de este mes                         = 2024-01-05
el 5 del mes pasado                      = 2023-12-05
el pasado día 5 de enero                 = 2024-01-05
enero de 2023                            = 2023-01
DIC-2021                                 = 2021-12
setiembre de 2020                        = 2020-09
mayo/2020                                = 2020-05
enero del año pasado                     = 2023-01
en el mes de mayo                        = 2023-05
enero pasado                             = 2023-01
el pasado mes de diciembre               = 2023-12
junio próximo                            = 2024-06
el año 2020                              = 2020
durante 2020                             = 2020
a lo largo del año pasado                = 2023
a principios de 2020                     = [2020-01~..2020-03~]
a mediados de mayo                       = [2023-05-11~..2023-05-20~]
mediados de 2019                         = [2019-05~..2019-08~]
finales de 2018                          = 2018-12~
a fines del mes pasado                   = [2023-12-27~..2023-12-31~]
al cierre de 2021                        = 2021-12~
a principios de año                      = [2024-01~..2024-03~]
a inicios de 2020                        = 2020-01~
hacia 2010                               = 2010~
alrededor de mayo de 2010                = 2010-05~
con corte al 31 de mayo de 2022          = 2022-05-31
el lunes                                 = 2024-01-22
el miércoles                             = 2024-01-24
el pasado miércoles                      = 2024-01-17
el miércoles pasado                      = 2024-01-17
el pasado martes                         = 2024-01-23
este lunes                               = 2024-01-22
el próximo lunes                         = 2024-01-29
el lunes que viene                       = 2024-01-29
la noche del viernes                     = 2024-01-19
la madrugada de este sábado              = 2024-01-20
el viernes por la noche                  = 2024-01-19
el lunes de la semana pasada             = 2024-01-15
ayer                                     = 2024-01-23
ayer por la tarde                        = 2024-01-23
ayer martes                              = 2024-01-23
ayer lunes                               = 2024-01-23?
anoche                                   = 2024-01-23
antier                                   = 2024-01-22
hoy                                      = 2024-01-24
al día de hoy                            = 2024-01-24
mañana                                   = 2024-01-25
esta mañana                              = 2024-01-24
este mediodía                            = 2024-01-24
la semana pasada                         = [2024-01-15..2024-01-21]
la pasada semana                         = [2024-01-15..2024-01-21]
esta semana                              = [2024-01-22..2024-01-28]
el mes pasado                            = 2023-12
el año pasado                            = 2023
el año antepasado                        = 2022
el año en curso                          = 2024
el presente año                          = 2024
durante el año                           = 2024
el trimestre pasado                      = [2023-10..2023-12]
el fin de semana                         = [2024-01-20..2024-01-21]
el fin de semana pasado                  = [2024-01-20..2024-01-21]
la semana del 15 de enero                = [2024-01-15..2024-01-21]
hace tres días                           = 2024-01-21
hace una semana                          = [2024-01-15~..2024-01-21~]
hace dos años                            = 2022~
hace año y medio                         = 2022-07~
hace dos años y medio                    = 2021-07~
hace medio año                           = 2023-07~
primer semestre de 2023                  = [2023-01..2023-06]
el segundo trimestre de 2022             = [2022-04..2022-06]
tercer cuatrimestre de 2020              = [2020-09..2020-12]
primer bimestre de 2024                  = [2024-01..2024-02]
la primera quincena de mayo              = [2023-05-01..2023-05-15]
la segunda quincena de febrero de 2024   = [2024-02-16..2024-02-29]
segunda mitad de 2020                    = [2020-07..2020-12]
los primeros seis meses de 2023          = [2023-01..2023-06]
los tres primeros meses del año          = [2024-01..2024-03]
los últimos tres meses de 2022           = [2022-10..2022-12]
los primeros días de enero               = [2024-01-01~..2024-01-05~]
el primer lunes de mayo de 2020          = 2020-05-04
año fiscal 2023                          = [2022-10..2023-09]
los años noventa                         = 199X
los años 90                              = 199X
la década de 1990                        = 199X
la década de los noventa                 = 199X
principios de los noventa                = [1990-01~..1992-06~]
la década pasada                         = 201X
primavera de 2023                        = [2023-03-20~..2023-06-20~]
el verano pasado                         = [2023-06-21~..2023-09-22~]
desde 2018                               = 2018/..
a partir del 5 de mayo de 2020           = 2020-05-05/..
desde finales de 2018                    = 2018-12~/..
desde hace dos años                      = 2022~/..
desde mediados del año pasado            = 2023-05~/..
desde al menos 2010                      = 2010~/..
desde 2018 a la fecha                    = 2018-01-01/2024-01-24
desde 2018 y hasta 2020                  = 2018/2020
hasta el 30 de diciembre                 = ../2023-12-30
a más tardar el 5 de mayo de 2020        = ../2020-05-05
antes de 2020                            = ../2019-12-31
después del 5 de mayo de 2020            = 2020-05-06/..
entre 2018 y 2020                        = 2018/2020
entre enero y marzo de 2023              = 2023-01/2023-03
entre diciembre de 2018 y enero pasado   = 2018-12/2023-01
entre el 3 y el 10 de mayo de 2020       = 2020-05-03/2020-05-10
entre 2018 y la fecha                    = 2018-01-01/2024-01-24
del 3 al 10 de mayo                      = 2023-05-03/2023-05-10
del 1 de diciembre de 2018 al 13 de junio de 2023 = 2018-12-01/2023-06-13
de enero a marzo de 2023                 = 2023-01/2023-03
enero-marzo de 2023                      = 2023-01/2023-03
de enero a la fecha                      = 2024-01-01/2024-01-24
del lunes al miércoles                   = 2024-01-22/2024-01-24
en el periodo 2018-2022                  = 2018/2022
de los años 2018 a 2022                  = 2018/2022
en los últimos dos años                  = 2022-01-24/2024-01-24
los dos últimos años                     = 2022-01-24/2024-01-24
los últimos dos años y medio             = 2021-07-24/2024-01-24
el último año                            = 2023-01-24/2024-01-24
últimas 24 horas                         = 2024-01-23/2024-01-24
en dos años y medio                      = 2021-07-24/2024-01-24
en lo que va del año                     = 2024-01-01/2024-01-24
en lo que va de 2023                     = 2023-01-01/2024-01-24
en lo que va del mes de enero            = 2024-01-01/2024-01-24
hasta la fecha                           = ../2024-01-24
2023 a la fecha                          = 2023-01-01/2024-01-24
el 1 y 2 de marzo                        = [2023-03-01..2023-03-02]
1, 2 y 3 de marzo de 2022                = [2022-03-01..2022-03-03]
el 1 y 2 del mes de marzo                = [2023-03-01..2023-03-02]
el 1 y 5 de marzo                        = [2023-03-01,2023-03-05]
el 5 o 6 de mayo                         = [2023-05-05,2023-05-06]
enero y febrero de 2023                  = [2023-01..2023-02]
lunes y martes                           = [2024-01-22..2024-01-23]
2018 y 2019                              = [2018..2019]
"""


def cases(table: str) -> list[tuple[str, str]]:
    rows = (line.rpartition(" = ") for line in table.strip().splitlines())
    return [(text.strip(), expected.strip()) for text, _, expected in rows]


@pytest.mark.parametrize(("text", "expected"), cases(ENGLISH))
def test_english(text, expected):
    value = parse_date(text, published=PUBLISHED, language="en")
    assert (str(value), value.raw) == (expected, text)


@pytest.mark.parametrize(("text", "expected"), cases(SPANISH))
def test_spanish(text, expected):
    value = parse_date(text, published=PUBLISHED, language="es")
    assert (str(value), value.raw) == (expected, text)


@pytest.mark.parametrize(
    ("text", "language", "published", "expected"),
    [
        # a Monday said on a Monday, the day before and the day after
        ("on Monday", "en", "2024-01-21", "2024-01-15"),
        ("on Monday", "en", "2024-01-22", "2024-01-22"),
        ("on Monday", "en", "2024-01-23", "2024-01-22"),
        ("last Monday", "en", "2024-01-22", "2024-01-15"),
        ("last Monday", "en", "2024-01-23", "2024-01-22"),
        ("next Monday", "en", "2024-01-21", "2024-01-22"),
        ("next Monday", "en", "2024-01-22", "2024-01-29"),
        ("el lunes", "es", "2024-01-22", "2024-01-22"),
        ("el pasado lunes", "es", "2024-01-22", "2024-01-15"),
        ("este domingo", "es", "2024-01-21", "2024-01-21"),
        ("este domingo", "es", "2024-01-22", "2024-01-21"),
        # weeks begin on Monday
        ("this week", "en", "2024-01-21", "[2024-01-15..2024-01-21]"),
        ("this week", "en", "2024-01-22", "[2024-01-22..2024-01-28]"),
        ("la semana pasada", "es", "2024-01-21", "[2024-01-08..2024-01-14]"),
        ("la semana pasada", "es", "2024-01-22", "[2024-01-15..2024-01-21]"),
        ("last weekend", "en", "2024-01-20", "[2024-01-13..2024-01-14]"),
        ("last weekend", "en", "2024-01-21", "[2024-01-13..2024-01-14]"),
        ("last weekend", "en", "2024-01-22", "[2024-01-20..2024-01-21]"),
        ("the weekend", "en", "2024-01-19", "[2024-01-13..2024-01-14]"),
        ("the weekend", "en", "2024-01-20", "[2024-01-20..2024-01-21]"),
        ("next weekend", "en", "2024-01-19", "[2024-01-20..2024-01-21]"),
        ("next weekend", "en", "2024-01-20", "[2024-01-27..2024-01-28]"),
        # a day and a month without their year, up to the publication day
        ("May 24", "en", "2010-05-23", "2009-05-24"),
        ("May 24", "en", "2010-05-24", "2010-05-24"),
        ("in June", "en", "2024-05-31", "2023-06"),
        ("in June", "en", "2024-06-01", "2024-06"),
        ("last June", "en", "2024-06-30", "2023-06"),
        ("last June", "en", "2024-07-01", "2024-06"),
        ("31 de diciembre", "es", "2024-12-31", "2024-12-31"),
        ("31 de diciembre", "es", "2025-01-01", "2024-12-31"),
        ("late May", "en", "2024-05-23", "[2023-05-24~..2023-05-31~]"),
        ("late May", "en", "2024-05-24", "[2024-05-24~..2024-05-31~]"),
        # leap years
        ("February 29", "en", "2024-02-28", "2020-02-29"),
        ("February 29", "en", "2024-02-29", "2024-02-29"),
        ("29 de febrero", "es", "1903-12-31", "1896-02-29"),
        ("last month", "en", "2024-03-31", "2024-02"),
        ("the past year", "en", "2024-02-29", "2023-02-28/2024-02-29"),
        ("los últimos cuatro años", "es", "2024-02-29", "2020-02-29/2024-02-29"),
        ("in the last month", "en", "2023-03-31", "2023-02-28/2023-03-31"),
        ("the second half of February 2023", "en", "2024-01-01", "[2023-02-16..2023-02-28]"),
        ("late February 2024", "en", "2024-03-01", "[2024-02-22~..2024-02-29~]"),
        # years
        ("last year", "en", "2023-12-31", "2022"),
        ("last year", "en", "2024-01-01", "2023"),
        ("yesterday", "en", "2024-01-01", "2023-12-31"),
        ("yesterday", "en", "2024-03-01", "2024-02-29"),
        ("so far this year", "en", "2024-01-01", "2024-01-01/2024-01-01"),
        # fiscal years
        ("this fiscal year", "en", "2023-09-30", "[2022-10..2023-09]"),
        ("this fiscal year", "en", "2023-10-01", "[2023-10..2024-09]"),
        ("last fiscal year", "en", "2023-10-01", "[2022-10..2023-09]"),
        ("el año fiscal pasado", "es", "2023-09-30", "[2021-10..2022-09]"),
        ("first quarter of FY24", "en", "2024-01-24", "[2023-10..2023-12]"),
        # quarters and seasons
        ("last quarter", "en", "2024-03-31", "[2023-10..2023-12]"),
        ("last quarter", "en", "2024-04-01", "[2024-01..2024-03]"),
        ("the third quarter", "en", "2024-06-30", "[2023-07..2023-09]"),
        ("the third quarter", "en", "2024-07-01", "[2024-07..2024-09]"),
        ("in the spring", "en", "2024-03-19", "[2023-03-20~..2023-06-20~]"),
        ("in the spring", "en", "2024-03-20", "[2024-03-20~..2024-06-20~]"),
        ("last winter", "en", "2024-03-19", "[2022-12-21~..2023-03-19~]"),
        ("last winter", "en", "2024-03-20", "[2023-12-21~..2024-03-19~]"),
        # two-digit years
        ("1/13/68", "en", "2024-01-24", "1968-01-13"),
        ("1/13/24", "en", "2024-01-24", "2024-01-13"),
        ("1/25/24", "en", "2024-01-24", "2024-01-25"),
        ("1/13/34", "en", "2024-01-24", "[1934-01-13,2034-01-13]"),
        ("1/13/35", "en", "2024-01-24", "1935-01-13"),
        ("FY68", "en", "2024-01-24", "[1967-07..1968-06]"),
        ("FY76", "en", "2024-01-24", "[1975-07..1976-06]"),
        ("FY77", "en", "2024-01-24", "[1976-10..1977-09]"),
        # a weekday that the next year has and this one has not
        ("Sunday 28 January", "en", "2023-12-01", "2024-01-28"),
        ("Monday 28 January", "en", "2023-12-01", "2023-01-28?"),
    ],
)
def test_both_sides_of_each_boundary(text, language, published, expected):
    assert str(parse_date(text, published=date.fromisoformat(published), language=language)) == expected


NO_DATE = [
    ("en", text)
    for text in (
        "", " ", ".", "?", "-", "the", "of", "in", "and 2020", "between 2018", "since", "until", "from", "mid", "early",
        "Mexico may ask", "may", "in may", "march", "march on", "a May 2020", "Mon", "Sat", "the army", "221",
        "12 people",
        "in 20", "5-7", "from 5 to 7", "2 a 5", "7.62", "9 mm", "10 a.m.", "10:00", "between 2 p.m. and 5 p.m.",
        "two years", "for two years", "in two years", "18 months", "Mondays", "every Monday", "the 5th", "Christmas",
        "Monday, 22nd", "December 2018 seizure", "in June the army", "1999 guns", "May 2020 May",
        "the twenties", "decade", "the second", "last", "this", "quarter", "half of", "first", "Q5 people", "week of",
        "week of May", "since its inception", "FY", "fiscal", "the weekend of guns", "weekend", "year", "'98", "ago",
        "three weeks", "the first Monday", "earlier", "circa", "c. Smith", "at least",
        "5 and 6", "May or", "1 to 2", "to 2020", "x" * 500, "1 " * 100, "0" * 190, "\x00", "🔫", "2020🔫",
        "in the last", "the past", "last few", "between May and", "late Mexico", "on the night of", "Friday of",
    )
] + [
    ("es", text)
    for text in (
        "México puede pedir", "el mar", "mar", "sol", "el ejército", "221", "viernes 5", "los lunes", "todos los lunes",
        "cada año", "año con año", "5 a 7", "del 15 al 20", "entre las 10 y las 12", "durante dos años", "por dos años",
        "dos años", "el día 5", "la segunda quincena", "quincena", "fin de mes", "fin", "siglo XX", "Navidad",
        "un mayo de", "desde", "hasta", "entre enero", "el primer", "lo que va", "en lo que va", "hace", "hace dos",
        "hace año", "hace medio loco", "pasado", "pasada", "últimos dos", "a las 10 horas", "mediados", "el inicio",
        "ayer martes 23 de enero", "segunda mitad de", "la década", "años", "y 2020", "de", "semana del",
        "Sin. 12 armas", "marzo abril", "del 5 al lunes", "del lunes al 5",
    )
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NO_DATE)
def test_what_holds_no_date(language, text):
    with pytest.raises(ParseError) as caught:
        parse_date(text, published=PUBLISHED, language=language)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("February 29, 2023", "no such day"),
        ("31 June 2020", "no such day"),
        ("February 30", "no such day"),
        ("31/02/2023", "no such day"),
        ("2023-02-30", "no such day"),
        ("the 30th of next month", "no such day"),
        ("31 de febrero de 2020", "no such day"),
        ("el 30 del próximo mes", "no such day"),
        ("2024-13-32", "no such day"),
        ("13/2024", "no such month"),
        ("1/1/1", "no such day"),
        ("2001-21", "seasons"),
        ("three days later", "counted from another date"),
        ("that day", "counted from another date"),
        ("the same period", "counted from another date"),
        ("the following year", "counted from another date"),
        ("en el mismo lapso", "counted from another date"),
        ("tres días después", "counted from another date"),
        ("ese año", "counted from another date"),
        ("the past few months", "how many is not said"),
        ("a few years ago", "how many is not said"),
        ("in recent years", "how many is not said"),
        ("los últimos días", "how many is not said"),
        ("hace varios años", "how many is not said"),
        ("in the current administration", "dates are not given"),
        ("desde el inicio de este sexenio", "dates are not given"),
        ("the 1900s", "a decade or a century"),
        ("the 20s", "which century"),
        ("1995s", "no decade begins"),
        ("half of the week", "no date"),
        ("the third quarter of May 2020", "not cut into 4"),
        ("fifth quarter of 2020", "no such part"),
        ("the fifth Monday of February 2023", "not so many of that weekday"),
        ("the first 13 months of 2020", "not so many months"),
        ("early in the last weekend", "not settled"),
        ("the end of spring 2020", "not settled"),
        ("January and March 2023", "do not follow each other"),
        ("two and a half weeks ago", "half a week is no whole number"),
        ("hace mes y medio", "half a month is no whole number"),
        ("over the past month and a half", "half a month is no whole number"),
        ("half a quarter ago", "half a quarter is no whole number"),
        ("between 2020 and 2018", "must not end before it begins"),
        ("del 10 al 3 de mayo de 2020", "must not end before it begins"),
        ("the past 900 decades", "outside the years"),
        ("9000 years ago", "no date"),
        ("900 decades ago", "outside the years"),
    ],
)
def test_the_cause_is_named(text, cause):
    with pytest.raises(ParseError, match=cause) as caught:
        parse_date(text, published=PUBLISHED)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "on Monday"), ("en", "last week"), ("en", "in June"), ("en", "June 5"), ("en", "today"), ("en",
     "the past year"),
     ("en", "three days ago"), ("en", "this fiscal year"), ("en", "to date"), ("en", "year to date"), ("en",
     "the weekend"),
     ("en", "since June"), ("en", "from May 2020 to June"), ("en", "the summer"), ("en", "this morning"),
     ("en", "earlier this year"), ("en", "this June"), ("es", "el lunes"), ("es", "durante el año"), ("es",
     "en dos años"),
     ("es", "el 5 de mayo"), ("es", "5 y 6 de mayo"), ("es", "lunes y martes"), ("es", "el 5 de este mes")],
)  # fmt: skip
def test_what_is_relative_needs_the_publication_date(language, text):
    assert parse_date(text, published=PUBLISHED, language=language)
    with pytest.raises(ParseError, match="relative to a publication date"):
        parse_date(text, language=language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2023 to date", "2023-01-01/"), ("en lo que va de 2023", "2023-01-01/"), ("from 2018 until now", "2018-01-01/"),
     ("since 2018", "2018/.."), ("from December to March 2023", "2022-12/2023-03")],
)  # fmt: skip
def test_what_is_not_relative_does_without(text, expected):
    assert str(parse_date(text)) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("in June", ["most_recent"]),
        ("next June", ["next_to_come"]),
        ("next week", ["after_publication"]),
        ("in 2030", ["after_publication"]),
        ("the previous year", ["previous"]),
        ("two months ago", ["ago"]),
        ("early 2023", ["early"]),
        ("FY23", ["us_fiscal_year", "two_digit_year"]),
        ("circa 2010", ["circa"]),
        ("last summer", ["summer", "most_recent"]),
        ("the first week of May 2020", ["weeks_of_month"]),
        ("1/2/23", ["two_digit_year", "order_unknown"]),
        ("Friday, September 8, 2016", ["weekday_disagrees"]),
        ("January 5, 2023", []),
        ("last week", []),
    ],
)
def test_each_assumption_shows(text, codes):
    value = parse_date(text, published=PUBLISHED, language="en")
    assert [code.removeprefix("date.") for code in value.caveats] == codes


def test_assumptions_show_on_the_ends_of_a_period():
    since = parse_date("since the end of 2018", language="en")
    assert isinstance(since, Period)
    assert since.start.caveats == ("date.end",)
    least = parse_date("since at least 2010", language="en")
    assert least.start.caveats == ("date.at_least",)
    bare = parse_date("en dos años", published=PUBLISHED, language="es")
    assert bare.caveats == ("date.length_to_publication",)


def test_an_end_without_a_year_stays_open_between_the_first_and_the_most_recent():
    value = parse_date("between January 2019 and March", published=PUBLISHED, language="en")
    assert (str(value.end), value.end.caveats) == ("[2019-03..2023-03]", ("date.most_recent", "date.end_year_open"))
    assert str(parse_date("between April 2023 and June", published=PUBLISHED, language="en")) == "2023-04/2023-06"
    with pytest.raises(ParseError, match="must not end before it begins"):
        parse_date("between December 2023 and June", published=PUBLISHED, language="en")


ADMINISTRATION = Period.exact(date(2018, 12, 1), date(2024, 9, 30))
ELECTION = UncertainDate.exact(date(2018, 7, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the present administration", "2018-12-01/2024-09-30"),
        ("since the start of the present administration", "2018-12-01/.."),
        ("since the present administration", "2018-12-01/.."),
        ("until the end of the present administration", "../2024-09-30"),
        ("before the present administration", "../2018-11-30"),
        ("after the present administration", "2024-10-01/.."),
        ("from 2010 to the start of the present administration", "2010/2018-12-01"),
        ("the past government to date", "../2024-01-24"),
        ("since the election", "2018-07-01/.."),
        ("the election", "2018-07-01"),
        ("en esta administración", "2018-12-01/.."),
        ("desde el inicio de esta administración", "2018-12-01/.."),
    ],
)
def test_stretches_that_the_caller_defines(text, expected):
    terms: dict[str, UncertainDate | Period] = {
        "present administration": ADMINISTRATION,
        "Election": ELECTION,
        "past government": Period(start=None, end=UncertainDate.of_month(2018, 11)),
        "esta administración": Period(start=ADMINISTRATION.start, end=None),
        "": ADMINISTRATION,
    }
    assert str(parse_date(text, terms=terms, published=PUBLISHED if "to date" in text else None)) == expected


@pytest.mark.parametrize("text", ["late in the present administration", "the end of the election", "after esta gestión",
                                  "until the end of esta gestión"])  # fmt: skip
def test_of_what_the_caller_defines_only_the_ends_can_be_told(text):
    terms: dict[str, UncertainDate | Period] = {"present administration": ADMINISTRATION, "election": ELECTION,
             "esta gestión": Period(start=ADMINISTRATION.start, end=None)}  # fmt: skip
    with pytest.raises(ParseError):
        parse_date(text, terms=terms, language="en")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("in June", UncertainDate.of_month(2020, 3), "2019-06"),
        ("last month", UncertainDate.of_month(2020, 3), "2020-02"),
        ("on Monday", UncertainDate.between(date(2024, 1, 23), date(2024, 1, 30)), "[2024-01-22..2024-01-29]"),
        ("last week", UncertainDate.of_month(2020, 3), "[2020-02-17..2020-03-29]"),
        ("over the past year", UncertainDate.of_month(2020, 3), "2019-03/2020-03"),
        ("since Monday", UncertainDate.between(date(2024, 1, 23), date(2024, 1, 30)), "2024-01-22~/.."),
        ("to date", UncertainDate.exact(PUBLISHED), "../2024-01-24"),
        ("2019", UncertainDate.of_month(2020, 3), "2019"),
    ],
)
def test_a_publication_date_known_within_bounds(text, published, expected):
    assert str(parse_date(text, published=published, language="en")) == expected


@pytest.mark.parametrize("language", ["en", "es"])
def test_whatever_the_day_of_publication_the_bounds_hold(language):
    publications = UncertainDate.between(date(2024, 2, 10), date(2024, 4, 10))
    inside = [publications.earliest + timedelta(days=days) for days in range(61)]
    for text, _ in cases(ENGLISH if language == "en" else SPANISH):
        try:
            wide = parse_date(text, published=publications, language=language)
        except ParseError:
            continue
        for day in inside:
            value = parse_date(text, published=day, language=language)
            assert type(value) is type(wide)
            for end in ("earliest", "latest"):
                bound, found = getattr(wide, end), getattr(value, end)
                assert bound is None or (bound <= found if end == "earliest" else found <= bound), (text, day)


def test_bounds_of_the_publication_date_show():
    value = parse_date("on Monday", published=UncertainDate.of_month(2024, 1), language="en")
    assert value.caveats == ("date.most_recent", "date.publication_open")


def test_a_publication_date_may_carry_a_time():
    moment = datetime(2024, 1, 24, 23, 59)  # noqa: DTZ001  # a naive time on purpose
    assert str(parse_date("yesterday", published=moment)) == "2024-01-23"


@pytest.mark.parametrize(("order", "expected"), [(True, "2023-01-05"), (False, "2023-05-01")])
def test_the_order_can_be_told(order, expected):
    assert str(parse_date("05/01/2023", dayfirst=order)) == expected
    assert str(parse_date("since 05/01/2023", dayfirst=order)) == f"{expected}/.."


def test_without_a_language_both_are_read():
    assert str(parse_date("el 5 de enero de 2023")) == str(parse_date("January 5, 2023")) == "2023-01-05"
    assert str(parse_date("5 mar 2020")) == "2020-03-05"


def test_what_the_languages_read_differently_is_refused(monkeypatch):
    # the words are tables that anyone may edit; as shipped, no phrase means two things
    readings = iter([UncertainDate.of_year(2020), UncertainDate.of_year(2021), None])
    monkeypatch.setattr(PhraseGrammar, "phrase", lambda _: next(readings))
    with pytest.raises(ParseError, match="read differently"):
        parse_date("5 mar")


def test_a_day_and_a_stretch_have_no_common_bounds():
    with pytest.raises(ParseError, match="depends on the day of publication"):
        _hull(UncertainDate.of_year(2020), Period(start=None, end=None), "x")


def test_no_other_language_is_read():
    with pytest.raises(UnknownEntry, match="no entry in languages"):
        parse_date("5 janvier 2020", language="fr")  # type: ignore[arg-type]  # wrong on purpose
