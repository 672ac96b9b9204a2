"""Strings for the readers of the library: names from its tables, compositions of an office, misprints, junk.

The same strings come out each time, as long as tables and tests stay the same; `golden.py` stores them.
"""

# ruff: noqa: C901, E501, ISC004, PLR0911, PLR0912, RUF005, SIM905 (tables of forms, and a list of misprints)
from __future__ import annotations

import ast
import csv
import functools
import random
import unicodedata
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TESTS = Path(__file__).parent.parent / "tests"
_LONGEST = 90
# columns that hold no names
_REMARKS = ("source", "verified", "note", "first", "last", "years")

# for each reader, the tables whose names it knows and the parts of the names of the tests that go with it
_TABLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "calibers": (
        ("calibers/cartridges", "calibers/designations", "calibers/weapons"),
        ("caliber", "cartridge", "bores"),
    ),
    "kinds": (("kinds/words", "kinds/kinds", "kinds/features"), ("kind",)),
    "makes": (("makes/makes", "makes/companies"), ("make",)),
    "models": (("models/models", "models/patterns", "models/ordinary"), ("model",)),
    "serials": (("serials/words", "serials/markings"), ("serial", "slips", "series")),
    "phrases": (("kinds/words",), ("phrase", "weapon", "reading")),
    "dates": ((), ("dates/test_parse", "dates/test_words")),
    "cells": ((), ("cells", "edtf", "orders")),
    "places": (("places/states", "places/countries"), ("places",)),
    "parties": (("parties/parties", "parties/state_bodies"), ("parties", "persons")),
    "counts": (("quantities/number_words",), ("count", "tallies")),
    "citations": (("courts/reporters", "courts/codes", "courts/courts"), ("citation", "court", "law/test_cases")),
    "stock_numbers": (("stock_numbers/classes", "stock_numbers/bureaus"), ("stock_number",)),
    "item_names": (("stock_numbers/item_words",), ("item_name",)),
    "marks": (("serials/markings",), ("marking", "headstamp")),
    "units": ((), ("units", "bores")),
}
_JUNK = (
    "", " ", "\u00a0", "\t", "-", "—", ".", "?", "???", "S/D", "s/n", "S/M", "N/A", "n.d.", "SIN DATOS", "sin número", "DESC.",
    "desconocido", "unknown", "none", "NULL", "nan", "None", "0", "00", "-1", "1e5", "=1+1", "'", '"', "''", '""', "()", "[]",
    "{}", "<b>", "&nbsp;", "\\", "/", "//", "|", "%", "#N/A", "#REF!", "ñ", "é", "ß", "İ", "ﬁ", "№", "½", "²", "٣", "１２", "A",
    "Z", "xx", "aaaa", "lorem ipsum dolor", "the", "de la", "y", "and", "o", "or", "x" * 90, "9" * 90, "x" * 350, "1 " * 200,
    "\u200b", "\ufeff", "a\u0301", "👍", "مسدس", "пистолет", "手枪", "VARIOS", "varias armas", "ver anexo", "see remarks", "idem",
)  # fmt: skip
_OCR = dict(zip("0O1Il5S8B2Z6G", "O0I1158S8Z2G6", strict=True))
_DASHES = "-‐–—−/ "
_MONTHS = (
    "January February March April May June July August September October November December enero febrero marzo abril mayo "
    "junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro março ene feb mar abr may jun jul ago sep "
    "oct nov dic Jan Feb Sept. Dec"
).split()
_STATE_WORDS = (
    "ILEGIBLE",
    "borrada",
    "limada",
    "obliterated",
    "S/N",
    "sin matrícula",
    "restored",
    "alterada",
    "raspada",
)


@functools.cache
def _names(table: str) -> tuple[str, ...]:
    text = resources.files("armstrace").joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    cells = (cell for row in rows for name, cell in row.items() if cell and name not in _REMARKS)
    return tuple(dict.fromkeys(part.strip() for cell in cells for part in cell.split("|") if len(part) <= _LONGEST))


@functools.cache
def _literals() -> dict[str, tuple[str, ...]]:
    """The strings in each file of the tests."""
    found = {}
    for path in sorted(set(_TESTS.rglob("test_*.py")) - {_TESTS / "evaluation" / "test_golden.py"}):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        texts = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
        short = (text for text in texts if len(text) <= _LONGEST and "\n" not in text and text.isprintable())
        found[path.relative_to(_TESTS).with_suffix("").as_posix()] = tuple(dict.fromkeys(short))
    return found


def _mutated(text: str, chance: random.Random, others: tuple[str, ...]) -> str:
    at = chance.randrange(len(text) + 1)
    match chance.randrange(16):
        case 0:
            return text.upper()
        case 1:
            return text.lower()
        case 2:
            return text.title()
        case 3:
            decomposed = unicodedata.normalize("NFD", text)
            return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
        case 4:
            return "".join(chance.choice(_DASHES) if sign in _DASHES else sign for sign in text)
        case 5:
            return text[:at] + text[at + 1 :]
        case 6:
            return text[: max(0, at - 1)] + text[at : at + 1] + text[max(0, at - 1) : at] + text[at + 1 :]
        case 7:
            return text[:at] + chance.choice("aeiosnrt0123.-' ") + text[at:]
        case 8:
            return "".join(_OCR.get(sign, sign) if chance.random() < 0.4 else sign for sign in text)
        case 9:
            return text.replace(" ", "")
        case 10:
            return text.replace(" ", "  ").replace(".", ". ")
        case 11:
            return text + chance.choice(
                (".", ",", " ?", " (sic)", " *", ";", " aprox.", ' "', " y otros", " and others")
            )
        case 12:
            return (
                f"{text}{chance.choice((' ', ', ', ' y ', ' / ', ' or ', '', ' and ', ' o '))}{chance.choice(others)}"
            )
        case 13:
            return f"{chance.choice(('“', '(', '«', ' ', chr(0xA0)))}{text}{chance.choice(('”', ')', '»', ' ', chr(0x2009)))}"
        case 14:
            return text.replace(".", ",") if chance.random() < 0.5 else text.replace(",", ".")
        case _:
            return f"{chance.choice(('TIPO ', 'tipo ', 'marca ', 'the ', 'la ', 'un ', 'No. ', 'aprox. ', 'about '))}{text}"


def _digits(chance: random.Random, most: int = 8) -> str:
    return "".join(chance.choice("0123456789") for _ in range(chance.randint(1, most)))


def _serial(chance: random.Random) -> str:
    letters = "".join(chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(chance.randint(0, 4)))
    number = chance.choice((letters + _digits(chance), _digits(chance) + letters, f"{letters}-{_digits(chance, 6)}"))
    form = chance.choice(
        (
            "{}",
            "SERIE: {}",
            "MAT. {}",
            "No. de serie {}",
            "S/N {}",
            "serial number {}",
            "{} {w}",
            "{w}",
            "MATRICULA {}",
            "{}/{n}",
        )
        + ("{} Y {n}", "{}-{n}", "LOTE {}", "{}*", "{}??", "***{n}", "NÚM. {} ({w})", "série {}", "{} al {n}", "SN#{}")
    )
    return form.format(number, w=chance.choice(_STATE_WORDS), n=_digits(chance, 6))


def _date(chance: random.Random) -> str:
    day, month, year = chance.randint(1, 31), chance.randint(1, 12), chance.randint(1985, 2026)
    name = chance.choice(_MONTHS)
    forms = (
        f"{day:02}/{month:02}/{year}", f"{month}/{day}/{year % 100:02}", f"{year}-{month:02}-{day:02}", f"{day} de {name} de {year}",
        f"{name} {day}, {year}", f"{day}-{name}-{year % 100:02}", f"{name} {year}", f"{year}", f"since the end of {year}",
        f"desde {name} de {year}", f"a finales de {year}", f"between {name} {year} and {name} {year + 1}", f"{year}-{year + 3}",
        f"in the last {day} {chance.choice(('days', 'years', 'weeks', 'months'))}", f"hace {day} años", f"en los últimos {day} meses",
        f"from {year} to {year + month}", f"de {year} a {year + month}", f"{name}", f"el {day} de {name}", f"last {name}",
        f"early {year}", f"mediados de {name}", f"the {year // 10 * 10}s", f"los años {year // 10 % 10}0", f"{year}/{month:02}",
        f"{year}-{month:02}~", f"{year}?", f"{year}-{month:02}-{day:02}/..", f"[{year}..{year + 2}]", f"{year}XX", f"{year // 10}X",
        f"{day} days ago", f"{chance.choice(('Monday', 'lunes', 'last Friday', 'el viernes pasado', 'yesterday', 'ayer', 'today'))}",
        f"{chance.choice(('first', 'second', 'primer', 'segundo'))} {chance.choice(('half', 'quarter', 'semestre', 'trimestre'))} "
        f"{chance.choice(('of', 'de'))} {year}", f"as of {name} {day}, {year}", f"hasta el {day} de {name} de {year}", f"before {year}",
        f"{day:02}{month:02}{year}", f"{year}{month:02}{day:02}", f"{day}.{month}.{year}", f"{day:02}/{month:02}/{year} 14:30",
        f"{day} y {min(day + 1, 31)} de {name} de {year}", f"fiscal year {year}", f"FY{year % 100:02}", f"Q{month % 4 + 1} {year}",
    )  # fmt: skip
    return chance.choice(forms)


def _count(chance: random.Random) -> str:
    number = chance.choice((chance.randint(0, 40), chance.randint(0, 5000), chance.randint(0, 10**7)))
    form = chance.choice(
        (
            "{}",
            "{:,}",
            "about {:,}",
            "unos {}",
            "más de {:,}",
            "more than {}",
            "at least {:,}",
            "al menos {}",
            "{}+",
            "~{}",
            "<{}",
        )
        + (
            "{} millones",
            "{} mil",
            "{} thousand",
            "{} million",
            "between {} and 900000",
            "entre {} y 99",
            "{}-{}",
            "{} to {}",
        )
        + (
            "casi {}",
            "nearly {}",
            "up to {}",
            "hasta {}",
            ">= {}",
            "{}.0",
            "{} pzas",
            "{} armas",
            "cerca de {:,}",
            "{} %",
            "over {:,}",
        )
    )
    return form.format(number, number + 5)


def _citation(chance: random.Random) -> str:
    reporter = chance.choice(_names("courts/reporters"))
    volume, page, year = chance.randint(1, 999), chance.randint(1, 1500), chance.randint(1950, 2025)
    court = chance.choice(("", "1st Cir. ", "D. Mass. ", "2d Cir. ", "Conn. ", "S.D.N.Y. ", "U.S. "))
    forms = (
        f"{volume} {reporter} {page}", f"{volume} {reporter} {page} ({court}{year})", f"{chance.randint(1, 50)} U.S.C. § {page}",
        f"{chance.randint(1, 50)} C.F.R. § {page}.{volume}", f"Pub. L. No. {volume % 119}-{page}", f"{year} WL {page}{volume}",
        f"No. {year % 100:02}-{page}", f"{year} U.S. LEXIS {page}", f"{year}-Ohio-{page}", f"{volume} {reporter}, at {page}",
        f"{chance.randint(1, 50)} USC {page}({chance.choice('abc')})", f"N.Y. Gen. Bus. Law § {page}", f"Cal. Civ. Code § {page}",
        f"{volume} U.S. ___ ({year})", f"art. {page % 99} LFAFE", f"1:{year % 100:02}-cv-{page:05}",
    )  # fmt: skip
    return chance.choice(forms)


def _stock_number(chance: random.Random) -> str:
    digits = chance.choice(("1005", "1010", "1305", "1095", _digits(chance, 4).zfill(4)))
    niin = f"{chance.choice(('00', '01', '12', '14', '99'))}{_digits(chance, 7).zfill(7)}"
    forms = (
        f"{digits}-{niin[:2]}-{niin[2:5]}-{niin[5:]}", f"{digits}{niin}", f"NSN {digits}-{niin[:2]}-{niin[2:5]}-{niin[5:]}", niin,
        f"{digits} {niin[:2]} {niin[2:5]} {niin[5:]}", f"{digits}-{niin[:2]}-{niin[2:]}", f"{digits}-00-{niin[2:5]}-XX{niin[7:]}",
    )  # fmt: skip
    return chance.choice(forms)


def _phrase(chance: random.Random) -> str:
    kind, make = chance.choice(_names("kinds/words")), chance.choice(_names("makes/makes"))
    model, caliber = chance.choice(_names("models/models")), chance.choice(_names("calibers/cartridges"))
    forms = (
        f"{kind} {make} {model}", f"{kind} marca {make} modelo {model} calibre {caliber}", f"a {make} {model} {kind} in {caliber}",
        f"{make} {model}", f"{kind} cal. {caliber}", f"{kind} {caliber} {_serial(chance)}", f"{make} {caliber} {kind}",
        f"un {kind} {make}, {_serial(chance)}", f"{chance.randint(2, 9)} {kind} y {chance.randint(1, 5)} {chance.choice(_names('kinds/words'))}",
        f"{kind}, {make}, mod. {model}, cal. {caliber}, {_serial(chance)}", f"{kind} tipo {model}", f"uma {kind} {make} calibre {caliber}",
        f"{kind} de fabricación casera", f"{kind} sin marca calibre {caliber}", f"{model} {caliber}", f"{kind} semiautomático {model}",
    )  # fmt: skip
    return chance.choice(forms)


def _named(before: Iterable[str], *tables: str, after: Iterable[str] = ("",)) -> Callable[[random.Random], str]:
    starts, ends = tuple(before), tuple(after)
    return lambda chance: chance.choice(starts) + chance.choice(_names(chance.choice(tables))) + chance.choice(ends)


_COMPOSED: dict[str, Callable[[random.Random], str]] = {
    "calibers": _named(
        ("cal. ", "CALIBRE ", "Cal.", "calibre: ", ".", "caliber ", "calibre ", ""), "calibers/cartridges", "calibers/designations",
        after=("", " mm", "mm", " MM.", '"', " cal", " mm o .223", " Luger", " NATO", " mm (5.56)", " y 9mm", " para pistola", " rifle"),
    ),
    "kinds": _named(
        ("", "un ", "a ", "arma ", "ARMA LARGA ", "TIPO "), "kinds/words", "kinds/kinds",
        after=("", "s", " cal. .50", " semiautomatic", " automático", " hechizo", " de juguete", " de mano", " with scope", " / pistola"),
    ),
    "makes": _named(("", "MARCA ", "mfg by ", "marca: "), "makes/makes", "makes/companies", after=("", " INC.", " (USA)", " S.A.", " Co", "'S")),
    "models": _named(
        ("", "MOD. ", "modelo ", "Model "), "models/models", "models/patterns",
        after=("", " TIPO", " A1", " COMMANDO", " cal .223", "-A2", " custom", " series 80", " mk II", " clon"),
    ),
    "serials": _serial, "phrases": _phrase, "dates": _date, "cells": _date, "counts": _count, "citations": _citation,
    "stock_numbers": _stock_number,
    "places": _named(("", "Estado de ", "State of ", "ciudad de "), "places/states", "places/countries", after=("", ", México", ", MX", ", USA", ".")),
    "parties": _named(
        ("", "elementos de la ", "la ", "Policía Estatal de ", "FGE ", "the "), "parties/parties", "parties/state_bodies",
        "places/states", after=("", " y SEDENA", "/GN", ", Sonora", " (México)", " y elementos de la Marina", " police"),
    ),
    "item_names": lambda chance: ",".join(
        (chance.choice(_names("stock_numbers/item_words")).upper(), chance.choice(_names(chance.choice(
            ("stock_numbers/item_words", "calibers/cartridges", "models/models", "makes/makes")))).upper(),
         *((chance.choice(("AUTOMATIC", "7.62 MILLIMETER", "9 MILLIMETER", "CALIBER .45", "M16A1", "INERT", "38 CALIBER")),)
           if chance.random() < 0.6 else ()))),
    "marks": lambda chance: chance.choice((
        f"LOTE {_serial(chance)}", f"Lot {_digits(chance, 3)}-{_digits(chance, 4)}", f"{chance.choice(('FMP', 'LC', 'WCC', 'FC'))}-{_digits(chance, 2)}",
        f"{chance.choice(('AGUILA', 'WIN', 'R-P', 'FEDERAL', 'PMC', 'S&B', 'TULA'))} {chance.choice(_names('calibers/cartridges'))}",
        f"{chance.choice(('LC', 'WCC', 'FNB', 'FMP', 'IMI'))} {_digits(chance, 2)}", f"12:{chance.choice(('LC', 'CBC'))} 6:{_digits(chance, 2)}",
        f"{chance.choice(('LC', 'FC'))}{_digits(chance, 2)}A{_digits(chance, 3)}-{_digits(chance, 3)}", _serial(chance),
    )),
    "units": lambda chance: "".join((
        _digits(chance, 3),
        chance.choice(("", f".{_digits(chance, 2)}", f",{_digits(chance, 2)}", " 1/2", f"/{_digits(chance, 1)}")),
        chance.choice((" mm", "mm", " cm", " in", " inches", "″", '"', " pulgadas", " J", " joules", " ft-lb", " ft·lbf", " m", "", " kJ")),
    )),
}  # fmt: skip


def strings(name: str, most: int) -> list[str]:
    """*most* strings for a reader, no string twice."""
    chance = random.Random(f"golden {name}")  # noqa: S311 (no secret)
    tables, tests = _TABLES[name]
    tested = [text for path, texts in _literals().items() if any(part in path for part in tests) for text in texts]
    foreign = sorted({text for texts in _literals().values() for text in texts} - set(tested))
    named = [text for table in tables for text in _names(table)]
    pool = (*named, *tested)
    # where the tables hold words rather than whole values, more is composed
    share = 0.4 if len(named) > most // 10 else 0.9
    made = [_COMPOSED[name](chance) for _ in range(most)]
    junk = [
        "".join(chance.choice("abcXYZ019 -./,'ñé#") for _ in range(chance.randint(1, 12))) for _ in range(most // 50)
    ]
    sources = (
        list(_JUNK) + junk,
        chance.sample(tested, min(len(tested), most * 3 // 10)),
        chance.sample(foreign, min(len(foreign), most // 20)),
        chance.sample(named, min(len(named), most // 4)),
        chance.sample(made, int(most * share * 2 / 3)),
        [_mutated(chance.choice(made if chance.random() < share else pool), chance, pool) for _ in range(most * 2)],
    )
    return list(dict.fromkeys(text for source in sources for text in source))[:most]
