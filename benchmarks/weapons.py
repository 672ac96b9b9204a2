"""How many weapons are read per second from clean rows, and from phrases.

    python benchmarks/weapons.py

*weapons* are the cells that describe a weapon, *rows* whole records with serial number and problems. Rows are made from
the tables of makes and models, so that each row is another; serials are numbered. One process, processor time, the
first run and the median of five more.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.rows import RowReader
from armstrace.sources import Source
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.reader import read_weapon, read_weapons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_RUNS = 5
_ROWS = 20_000
_FIELDS = ("kind", "make", "model", "caliber", "serial")


def rows() -> list[dict[str, str]]:
    """Clean rows: kind, make, model, caliber and serial number, as many as there are known models, again and again."""
    known = [entry for entry in ModelEntry.all() if entry.makes and entry.calibers]
    made: list[dict[str, str]] = []
    for number in range(_ROWS):
        entry = known[number % len(known)]
        make, cartridge, kind = Make.get(entry.makes[0]), Cartridge.get(entry.calibers[0]), WeaponKind.get(entry.kind)
        names = (kind.es if kind else "", make.name if make else "", entry.name, cartridge.name if cartridge else "")
        made.append(dict(zip(_FIELDS, (*names, f"A{number:07}"), strict=True)))
    return made


def per_second(read: Callable[[], object], count: int) -> tuple[float, float]:
    """Things per second of processor time: in the first run, and the median of the next."""
    rates: list[float] = []
    for _ in range(_RUNS + 1):
        started = time.process_time()
        read()
        rates.append(count / (time.process_time() - started))
    return rates[0], statistics.median(rates[1:])


def main() -> None:
    """Print the rates."""
    made: Sequence[dict[str, str]] = rows()
    reader = RowReader.of(ColumnMap.lookup("seizures_es"), Source(title="rows.csv"))
    fields = {name: name for name in _FIELDS}
    texts = [" ".join((row["make"], row["model"], row["caliber"], row["kind"])) for row in made[:2000]]
    weapon_cells = [{name: row[name] for name in _FIELDS if name != "serial"} for row in made]
    for name, read, count in (
        ("weapons", lambda: [read_weapon(cells, language="es") for cells in weapon_cells], len(made)),
        ("rows", lambda: [reader.read(2, row, fields) for row in made], len(made)),
        ("phrases", lambda: [read_weapons(text) for text in texts], len(texts)),
    ):
        first, later = per_second(read, count)
        print(f"{name:10}{first:>10,.0f}/s at first{later:>10,.0f}/s")


if __name__ == "__main__":
    main()
