"""Makes the two sample lists that ship with the package, and the truth about them for the tests.

Run from anywhere: ``python evaluation/make_samples.py``. The same seed gives the same bytes. Every serial, lot number,
agency, seizure and link is made up; places, kinds of arms, their makers and most stock numbers are real. Nothing here
says that any real gun moved anywhere.
"""

# ruff: noqa: SIM905 (tables are easier to read and correct as words)

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sample_plan import LINES, NOTHING, PLAN, Case, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parents[1]
SEIZURES = ROOT / "src/armstrace/data/samples/seizures.csv"
STOCK = ROOT / "src/armstrace/data/samples/stock.csv"
TRUTH = ROOT / "tests/data/sample_truth.csv"
STOCK_ROWS = 400
SEED = 711

SEIZURE_COLUMNS = (
    "id_aseguramiento,fecha,entidad,municipio,autoridad,tipo_arma,marca,modelo,calibre,matricula,pais_fabricacion,"
    "cantidad,observaciones,synthetic_serial"
).split(",")
STOCK_COLUMNS = (
    "record_id,list_name,state,agency,nsn,item_name,make,model,caliber,serial_no,quantity,ui,acquisition_value,"
    "demil_code,record_date,synthetic_serial"
).split(",")
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
ENGLISH_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
PLACES = (
    "Tamaulipas|Reynosa", "TAMPS.|Ciudad Mier", "SINALOA|El Fuerte", "Sin.|Culiacán", "Michoacán|Aguililla",
    "MICH.|Uruapan", "Baja California|Ensenada", "B.C.|Tecate", "JAL.|Lagos de Moreno", "Jalisco|Zapopan",
    "CHIH.|Cuauhtémoc", "Chihuahua|Janos", "Nuevo León|Sabinas Hidalgo", "N.L.|Monterrey", "Guerrero|Iguala",
    "Zacatecas|Jerez", "SONORA|Agua Prieta", "Oaxaca|Juchitán", "Edo. Méx.|Tejupilco", "Veracruz|Pánuco",
)  # fmt: skip
AUTHORITIES = "SEDENA|GN|FGR|Fiscalía Estatal|SEMAR|Guardia Nacional|Ejército Mexicano|FGE|SSP Estatal".split("|")
REMARKS = "||||||c/ cargador|ABASTECIDA|culata plegable|ver foto 3|c/ 2 cargadores, 41 cartuchos".split("|")
COUNTRIES = "E.U.A.|EUA||S/D|USA|ESTADOS UNIDOS|".split("|")


DIGITS = "0123456789"
LETTERS = "ACEFHJKMNPRTVWXY"  # none that is read as a digit
READ_AS = dict(zip("015268", "OISZGB", strict=True))
NEEDS = {"ocr": "015268", "either": "8"}  # signs a serial must have to be damaged so
STATES = "AZ CA NM TX FL GA NV OH".split()
AGENCIES = {"TRANSFER_LIST": "COUNTY SHERIFF", "ARMS_ROOM_LOSS": "UNIT", "STOLEN_REG": "POLICE DEPT"}
TITLES = (
    "RELACIÓN DE ARMAS ASEGURADAS (EJEMPLO): TODAS LAS MATRÍCULAS Y LOTES SON SINTÉTICOS / ALL SERIALS ARE SYNTHETIC",
    "Todas las filas son inventadas: nada aquí dice que un arma real haya estado o pasado por lugar alguno.",
)
NOTE = "NOTA: matrículas transcritas del parte, sin verificar; son sintéticas (synthetic_serial = true)."
STOCK_TITLE = (
    "EXAMPLE STOCK LIST: every agency, serial and lot number is invented (synthetic_serial = true); "
    "nothing here says that any real gun moved anywhere."
)


def close(one: str, other: str) -> bool:
    """Whether two serials could be taken for each other: at most two signs apart, or the same last four."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1] <= 2 or one[-4:] == other[-4:]


def written(day: date, style: str) -> str:
    """*day* as a clerk writes it."""
    month = MONTHS[day.month - 1]
    return {
        "dmy": f"{day:%d/%m/%Y}",
        "iso": day.isoformat(),
        "abbr": f"{day.day:02}-{month[:3]}-{day:%y}",
        "spanish": f"{day.day} de {month} de {day.year}",
        "mdy": f"{day.month}/{day.day}/{day:%y}",
        "excel": str((day - date(1899, 12, 30)).days),
        "month": f"{month[:3].upper()}-{day.year}",
        "transfer": f"{ENGLISH_MONTHS[day.month - 1]} {day.day}, {day.year} 12:00:00 AM",
        "missing": "",
        "s/f": "s/f",
    }[style]


def swapped(serial: str, sign: str, other: str) -> str:
    """*serial* with the first *sign* after its first place replaced."""
    return serial[0] + serial[1:].replace(sign, other, 1)


def misread(serial: str, signs: str) -> str:
    """*serial* with its first sign that is one of *signs*, the very first aside, read as a letter."""
    sign = next(sign for sign in serial[1:] if sign in signs)
    return swapped(serial, sign, READ_AS[sign])


def transposed(serial: str) -> str:
    """*serial* with two neighboring signs exchanged."""
    at = next(i for i in range(2, len(serial)) if serial[i] != serial[i - 1])
    return serial[: at - 1] + serial[at] + serial[at - 1] + serial[at + 1 :]


DAMAGES: dict[str, Callable[[str, str], str]] = {
    "": lambda s, _: s,
    "again": lambda s, _: s,
    "before": lambda s, text: text + s,
    "after": lambda s, text: s + text,
    "only": lambda _, text: text,
    "lower": lambda s, _: s.lower(),
    "space": lambda s, _: f"{s[:2]} {s[2:]}",
    "dash": lambda s, _: f"{s[:2]}-{s[2:]}",
    "leading": lambda s, _: s[1:],
    "ocr": lambda s, _: misread(s, NEEDS["ocr"]),
    "either": lambda s, _: misread(s, NEEDS["either"]),
    "drop": lambda s, _: s[:-2] + s[-1],
    "double": lambda s, _: s[:3] + s[2:],
    "transpose": lambda s, _: transposed(s),
    "substitute": lambda s, _: f"{s[:-2]}{(int(s[-2]) + 4) % 10}{s[-1]}",
    "next": lambda s, _: str(int(s) + 1),
    "lot": lambda s, _: s.replace("LOT", "LOTE"),
    "head lost": lambda s, _: "****" + s[4:],
    "marks": lambda s, _: f"{s[:4]}??{s[6:]}",
    "last four": lambda s, _: "..." + s[-4:],
    "tail lost": lambda s, _: s[:-3] + "XXX",
    "restored": lambda s, _: f"RESTAURADA {s[:2]}?{s[3:]}",
}


class Maker:
    """Draws the rows. All chance comes from one seeded source."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)  # noqa: S311 (repeatable, not secret)
        self.serials: set[str] = set()
        self.stock: list[dict[str, str]] = []
        self.seizures: list[dict[str, str]] = []
        self.truth: list[tuple[dict[str, str], dict[str, str] | None, str, str]] = []

    def serial(self, shape: str, *, needs: str = "") -> str:
        """A new serial of this shape that has one of the signs of *needs* and cannot be taken for another."""
        while True:
            drawn = "".join(self.random.choice({"#": DIGITS, "@": LETTERS}.get(sign, sign)) for sign in shape)
            if (not needs or set(drawn[1:]) & set(needs)) and not any(close(drawn, other) for other in self.serials):
                self.serials.add(drawn)
                return drawn

    def stock_row(self, line: Line, serial: str, day: date) -> dict[str, str]:
        """A new row of the stock list."""
        list_name, item, number, make, model, caliber = line.stock.split("|")
        agency = f"EXAMPLE {AGENCIES[list_name]} {self.random.randrange(1, 40)}" if list_name in AGENCIES else ""
        issued = bool(item)  # by a public body, under an item name
        style = "transfer" if list_name == "TRANSFER_LIST" else self.random.choice(("iso", "iso", "iso", "mdy", "mdy"))
        row = dict.fromkeys(STOCK_COLUMNS, "") | {
            "list_name": list_name,
            "state": self.random.choice(STATES),
            "agency": agency,
            "nsn": number,
            "item_name": item,
            "make": make,
            "model": model if self.random.random() < 0.85 or issued else "",
            "caliber": caliber,
            "serial_no": serial,
            "quantity": "24" if serial.startswith("LOT") else "1",
            "ui": "Each" if issued else "",
            "acquisition_value": f"${self.random.randrange(90, 900)}.00" if list_name == "TRANSFER_LIST" else "",
            "demil_code": "D" if issued else "",
            "record_date": written(day, style),
            "synthetic_serial": "true",
        }
        self.stock.append(row)
        return row

    def seize(self, case: Case) -> None:
        """Adds the seizure row of *case*, its counterpart in the stock list and the truth about them."""
        line = LINES[case.line]
        day = date.fromisoformat(case.on)
        if case.damage == "again":
            found = self.truth[0][1]
            if found is None:
                raise ValueError("only a listed weapon is seized again")
            serial = found["serial_no"]
        else:
            serial = self.serial(case.shape or line.serial, needs=NEEDS.get(case.damage, ""))
            kept = LINES["wasr"] if case.against == "false friend" else line
            gone = day - timedelta(days=case.days + self.random.randrange(200))
            found = None if case.against == NOTHING else self.stock_row(kept, serial, gone)
            if case.neighbors:
                for step in (-2, -1, 1):
                    self.serials.add(str(int(serial) + step))
                    self.stock_row(line, str(int(serial) + step), gone)
        cell = self.damaged(serial, case.damage)
        entity, town = self.random.choice(PLACES).split("|")
        cells = {
            "date": written(day, case.style),
            "kind": self.random.choice(line.kinds.split("|")),
            "make": self.random.choice(line.makes.split("|")),
            "model": self.random.choice(line.models.split("|")),
            "caliber": self.random.choice(line.calibers.split("|")),
            "country": self.random.choice(COUNTRIES),
            "count": "1",
            "remark": "matrícula parcial" if case.against == "candidate" else self.random.choice(REMARKS),
        } | case.set
        row = dict(
            zip(
                SEIZURE_COLUMNS,
                ("", cells["date"], entity, town, self.random.choice(AUTHORITIES), cells["kind"], cells["make"],
                 cells["model"], cells["caliber"], cell, cells["country"], cells["count"], cells["remark"], "true"),
                strict=True,
            )
        )  # fmt: skip
        self.seizures.append(row)
        why = case.damage or ("not on the list" if case.against == NOTHING else "as written")
        self.truth.append((row, found, case.against, why))
        if case.damage == "either":
            twin = self.stock_row(line, swapped(serial, "8", "3"), day - timedelta(days=1200))
            self.truth.append((row, twin, case.against, why))

    def damaged(self, serial: str, damage: str) -> str:
        """What the cell says of *serial*."""
        name, _, text = damage.partition(":")
        if name == "two":
            return f"{serial} / {self.serial('W######')}"
        return DAMAGES[name](serial, text)

    def relist(self, found: dict[str, str]) -> None:
        """Lists a gun of the stock list again, as stolen: two records of one gun."""
        again = found | {"list_name": "STOLEN_REG", "agency": "EXAMPLE POLICE DEPT 41", "record_date": "2021-08-30"}
        self.stock.append(again)
        self.truth += [(row, again, how, why) for row, kept, how, why in self.truth if kept is found]

    def fill(self) -> None:
        """Fills the stock list with guns that no seizure names; some shipments have numbers in a row."""
        names, shares = list(LINES), [line.share for line in LINES.values()]
        while len(self.stock) < STOCK_ROWS:
            line = LINES[self.random.choices(names, shares)[0]]
            serial, day = self.serial(line.serial), date(2004, 1, 1) + timedelta(days=self.random.randrange(7000))
            chance = self.random.random()
            cell = {0: serial + " ", 1: serial.lower(), 2: "UNKNOWN", 3: "NONE", 4: "N/A"}.get(int(chance * 60), serial)
            self.stock_row(line, cell, day)
            if (
                line.stock.startswith("TRANSFER")
                and chance > 0.8
                and serial[-1] != "9"
                and len(self.stock) < STOCK_ROWS
            ):
                following = serial[:-1] + str(int(serial[-1]) + 1)
                self.serials.add(following)
                self.stock_row(line, following, day)


def main() -> None:
    """Writes both lists and the truth."""
    maker = Maker()
    for case in PLAN:
        maker.seize(case)
    maker.relist(next(kept for _, kept, _, _ in maker.truth if kept and kept["make"] == "BARRETT"))
    maker.fill()
    for rows, column, prefix in ((maker.seizures, SEIZURE_COLUMNS[0], "EJ"), (maker.stock, STOCK_COLUMNS[0], "US")):
        maker.random.shuffle(rows)
        for number, row in enumerate(rows, 1):
            row[column] = f"{prefix}-{number:03}"

    seizures = [list(row.values()) for row in maker.seizures]
    blank = [""] * len(SEIZURE_COLUMNS)
    total = sum(int(row["cantidad"]) for row in maker.seizures)
    half = len(seizures) // 2
    footer = ["TOTAL", *blank[1:11], str(total), "", ""]
    titles = [[title, *blank[1:]] for title in TITLES]
    write(SEIZURES, [*titles, SEIZURE_COLUMNS, *seizures[:half], blank, [NOTE, *blank[1:]], *seizures[half:], footer])
    write(STOCK, [[STOCK_TITLE], STOCK_COLUMNS, *(row.values() for row in maker.stock)])
    truth = sorted(
        (row[SEIZURE_COLUMNS[0]], kept["record_id"] if kept else "", how, why) for row, kept, how, why in maker.truth
    )
    write(TRUTH, [("id_aseguramiento", "record_id", "relation", "why"), *truth])


def write(path: Path, rows: Iterable[Iterable[str]]) -> None:
    """Writes one list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main()
