"""How many caliber fields are read per second, and how many rightly, beside pint and gunsnprices.

    python benchmarks/calibers.py [strings.tsv] [gold.tsv]

The first file has the fields in its first column and how often each occurs in its second, the second file fields with
``raw``, ``kind`` and ``ids``. Without files the names of the cartridge table are read in several spellings. One
process, processor time, median of five runs; runs of *distinct* fields, and of fields *as they occur*, begin with an
empty cache of fields. pint reads each field as a quantity; gunsnprices (``pip install gunsnprices``) is left out
where it is not installed.
"""

from __future__ import annotations

import csv
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pint

from armstrace.weapons import calibers
from armstrace.weapons.calibers import caliber
from armstrace.weapons.calibers.cartridges import Cartridge

if TYPE_CHECKING:
    from collections.abc import Callable

_RUNS = 5
_REPEATED = 20


def fields(path: Path | None) -> dict[str, int]:
    """The distinct fields of a file and how often each occurs, or the names of the table as records write them."""
    if path is not None:
        found: dict[str, int] = {}
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.reader(handle, delimiter="\t"):
                if len(row) > 1 and row[1].isdigit():
                    found[row[0]] = found.get(row[0], 0) + int(row[1])
        return found
    names = [name for row in Cartridge.all() for name in row.names]
    spellings = (str, str.upper, str.lower, lambda name: f"CAL. {name}", lambda name: name.replace(".", ","))
    return dict.fromkeys((spell(name) for spell in spellings for name in names), 1)


def first_call() -> float:
    """Milliseconds of the first field in a fresh process, with the import and the tables; median of five processes."""
    code = (
        "import time; t = time.perf_counter(); from armstrace.weapons import calibers; calibers.read('9 mm'); "
        "print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", code]
    found = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(_RUNS)]  # noqa: S603 (ours)
    return 1000 * statistics.median(float(each.stdout) for each in found)


def per_second(read: Callable[[str], object], texts: list[str], before: Callable[[], object] | None = None) -> float:
    """Fields per second of processor time, median of five runs."""
    rates: list[float] = []
    for _ in range(_RUNS):
        if before is not None:
            before()
        started = time.process_time()
        for text in texts:
            with suppress(Exception):
                read(text)
        rates.append(len(texts) / (time.process_time() - started))
    return statistics.median(rates)


def pint_reader() -> Callable[[str], object]:
    """What makes quantities of texts in a registry of its own."""
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    registry.Quantity("3 mm")
    return registry.Quantity


def ours(text: str) -> str:
    """The id that we give a field, or nothing."""
    found = calibers.read(text)
    return found[0].cartridge.id if len(found) == 1 and found[0].cartridge else ""


def named_rightly(gold: Path, name: Callable[[str], str]) -> tuple[int, int, int]:
    """Fields that name one cartridge, those named rightly, and those named wrongly."""
    with gold.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle, delimiter="\t") if row["ids"] in {r.id for r in Cartridge.all()}]
    answers = [(row["ids"], name(row["raw"])) for row in rows]
    return len(rows), sum(a == b for a, b in answers), sum(b not in ("", a) for a, b in answers)


def _by_its_name(text: str) -> str:
    """The id of the table for what gunsnprices answers, by its name."""
    import gunsnprices

    answer = gunsnprices.normalize_caliber(text)
    if answer is None:
        return ""
    found = calibers.read(answer.name)
    return found[0].candidates[0].id if found and found[0].candidates else "?"


def main(paths: list[Path]) -> None:
    """Print the rates, and with a gold file what is right."""
    counts = fields(paths[0] if paths else None)
    texts = list(counts)
    calibers.read("9 mm")
    distinct = per_second(calibers.read, texts, caliber._cached.cache_clear)  # noqa: SLF001 (a cold cache is meant)
    quantity = pint_reader()
    weighted = [text for text, count in counts.items() for _ in range(count)]
    rates = {
        "armstrace, distinct": distinct,
        "armstrace, as they occur": per_second(calibers.read, weighted, caliber._cached.cache_clear),  # noqa: SLF001
        "armstrace, repeated": per_second(calibers.read, texts * _REPEATED),
        "pint, distinct": per_second(quantity, texts),
    }
    with suppress(ImportError):
        import gunsnprices

        rates["gunsnprices, distinct"] = per_second(gunsnprices.normalize_caliber, texts)
    print(f"{len(texts)} distinct fields, {len(weighted)} in all; first call {first_call():.0f} ms")
    for name, rate in rates.items():
        print(f"{name:28}{rate:>12,.0f} fields/s{rate / rates['pint, distinct']:>10.1f} x pint")
    if len(paths) > 1:
        all_, right, wrong = named_rightly(paths[1], ours)
        print(f"armstrace: of {all_} fields that name a cartridge {right} right, {wrong} wrong")
        with suppress(ImportError):
            all_, right, wrong = named_rightly(paths[1], _by_its_name)
            print(f"gunsnprices: of {all_} fields that name a cartridge {right} right, {wrong} wrong")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
