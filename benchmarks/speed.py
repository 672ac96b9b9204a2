"""The speed of the readers and of comparing, beside the targets: one table.

    python benchmarks/speed.py [--strings strings.tsv] [--before ../other/src]

Without ``--strings`` the names of the cartridge table are read in several spellings; the file has caliber fields in its
first column and how often each occurs in its second. With ``--before`` the same is measured on another copy of the
package, and the last column is the ratio to it: above 1 means faster. Processor time, in fresh processes that take
turns; the best of them counts. Each text is read for the first time in its process, after the tables were loaded.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from calibers import fields, pint_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_PROCESSES = 3
_FIRST_CALLS = 5
_PHRASES = 600
_MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre")
_FIRST = {
    "calibers.read": ("from armstrace.weapons.calibers import read", "read('9 mm')"),
    "makes.read": ("from armstrace.weapons.makes import read", "read('Glock')"),
    "kinds.read": ("from armstrace.weapons.kinds import read", "read('pistola')"),
    "Weapon.parse": ("from armstrace import Weapon", "Weapon.parse('Pistola Glock 19 9x19')"),
    "parse_date": ("from armstrace import parse_date", "parse_date('12 de enero de 2019')"),
}


class Figure(NamedTuple):
    """A row of the table.

    Attributes:
        name: The name of the row, the key of the measured value.
        target: The target in words.
        least: The least value that meets the target, or None.
        most: The greatest value that meets it, or None.
        form: The format of the value.
    """

    name: str
    target: str
    least: float | None = None
    most: float | None = None
    form: str = "{:,.0f}/s"


_TABLE = (
    Figure("calibers, distinct", ""),
    Figure("calibers, ratio to pint", "≥ 10", least=10, form="{:.1f}"),
    Figure("calibers, as they occur", "≥ 100,000/s", least=100_000),
    Figure("Weapon.parse", "≤ 120 us", most=120, form="{:.0f} us"),
    Figure("parse_date", "≤ 40 us", most=40, form="{:.0f} us"),
    Figure("compare", "≤ 40 us", most=40, form="{:.0f} us"),
    *(Figure(f"first call of {name}", "≤ 100 ms", most=100, form="{:.0f} ms") for name in _FIRST),
)


def seconds(read: Callable[[], object]) -> float:
    """Processor time of a call."""
    started = time.process_time()
    read()
    return time.process_time() - started


def each(read: Callable[[str], object], texts: Iterable[str]) -> float:
    """Processor time in seconds of reading all texts; a text that is refused counts too."""

    def run() -> None:
        for text in texts:
            with suppress(Exception):
                read(text)

    return seconds(run)


def phrases() -> list[str]:
    """Phrases that name kind, make, model and caliber, all different."""
    from armstrace.weapons.calibers.cartridges import Cartridge
    from armstrace.weapons.kinds.kind import WeaponKind
    from armstrace.weapons.makes.registry import Make
    from armstrace.weapons.models.registry import ModelEntry

    made: list[str] = []
    for entry in ModelEntry.all():
        rows = WeaponKind.get(entry.kind), Make.get(entry.makes[0]) if entry.makes else None
        cartridge = Cartridge.get(entry.calibers[0]) if entry.calibers else None
        if all(rows) and cartridge:
            kind, make = rows
            made.append(f"{kind.es if kind else ''} {make} {entry.name} cal. {cartridge.name}")
    return made[:: max(1, len(made) // _PHRASES)]


def dates() -> list[str]:
    """Dates in words and in figures, all different."""
    days = [date(2015, 1, 1) + timedelta(days=7 * number) for number in range(200)]
    spanish = [f"{day.day} de {_MONTHS[day.month % 10]} de {day.year}" for day in days]
    return [*spanish, *(day.strftime("%B %d, %Y") for day in days), *map(str, days)]


def compared() -> tuple[float, int]:
    """Processor time in seconds of comparing pairs of records, and how many pairs."""
    from armstrace import Weapon, compare
    from armstrace.records import RecordedWeapon
    from armstrace.sources import Citation, Source

    cited = Citation(source=Source(title="made up"))
    texts = [f"Pistola Glock {model} 9x19 serie ABC{model}{number}" for number in range(20) for model in (17, 19)]
    records = [RecordedWeapon(weapon=Weapon.parse(text), citation=cited) for text in texts]
    pairs = [(left, right) for left in records for right in records]
    compare(*pairs[0])
    return seconds(lambda: [compare(left, right) for left, right in pairs]), len(pairs)


def measured(strings: Path | None) -> dict[str, float]:
    """The figures of this process, by the name of the row."""
    from armstrace import Weapon, parse_date
    from armstrace.weapons import calibers

    counts = fields(strings)
    texts = list(counts)
    quantity = pint_reader()
    calibers.read("9 mm")
    distinct = len(texts) / each(calibers.read, texts)
    weighted = [text for text, count in counts.items() for _ in range(count)]
    # the first reading of each text is in neither: the text was read above, so it is added
    occurring = len(weighted) / (each(calibers.read, weighted) + len(texts) / distinct)
    said, days = phrases(), dates()
    Weapon.parse("Pistola Glock 19 9x19")
    parse_date("2019-01-12", published=date(2024, 1, 24))
    parsed = each(Weapon.parse, said) / len(said)
    dated = each(lambda text: parse_date(text, published=date(2024, 1, 24)), days) / len(days)
    took, pairs = compared()
    return {
        "calibers, distinct": distinct,
        "calibers, ratio to pint": distinct * min(each(quantity, texts) for _ in range(2)) / len(texts),
        "calibers, as they occur": occurring,
        "Weapon.parse": 1e6 * parsed,
        "parse_date": 1e6 * dated,
        "compare": 1e6 * took / pairs,
    }


def _run(arguments: list[str], source: str) -> str:
    environment = {**os.environ, "PYTHONPATH": source} if source else None
    command = [sys.executable, *arguments]
    finished = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)  # noqa: S603 (our command)
    return finished.stdout


def first_calls(source: str) -> Iterator[tuple[str, float]]:
    """Milliseconds of the first call of each reader in a fresh process, without imports: name of the row and value."""
    for name, (statement, call) in _FIRST.items():
        code = f"{statement}\nimport time\nt = time.process_time()\n{call}\nprint(1000 * (time.process_time() - t))"
        yield f"first call of {name}", min(float(_run(["-c", code], source)) for _ in range(_FIRST_CALLS))


def best(runs: list[dict[str, float]]) -> dict[str, float]:
    """The best value of each row among several processes."""
    least = {figure.name for figure in _TABLE if figure.most is not None}
    return {name: (min if name in least else max)(run[name] for run in runs) for name in runs[0]}


def _row(figure: Figure, value: float, before: Mapping[str, float]) -> str:
    met = (figure.least is None or value >= figure.least) and (figure.most is None or value <= figure.most)
    verdict = "" if not figure.target else "met" if met else "missed"
    line = f"{figure.name:30}{figure.form.format(value):>16}  {figure.target:12}{verdict:8}"
    if figure.name not in before:
        return line.rstrip()
    earlier = before[figure.name]
    return f"{line}{earlier / value if figure.most is not None else value / earlier:>6.2f} x before"


def main() -> None:
    """Print the table, or with ``--json`` the figures of this process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--strings", type=Path, help="caliber fields and how often each occurs, separated by tabs")
    parser.add_argument("--before", help="the folder src of another copy of the package")
    parser.add_argument("--json", action="store_true", help="print the figures of one process")
    arguments = parser.parse_args()
    if arguments.json:
        print(json.dumps(measured(arguments.strings)))
        return
    script = [__file__, "--json", *(["--strings", str(arguments.strings)] if arguments.strings else [])]
    sources: list[str] = ["", *([str(Path(arguments.before).resolve())] if arguments.before else [])]
    runs: dict[str, list[dict[str, float]]] = {source: [] for source in sources}
    for _ in range(_PROCESSES):
        for source in sources:
            runs[source].append(json.loads(_run(script, source)))
    figures = {source: best(found) | dict(first_calls(source)) for source, found in runs.items()}
    before = figures[sources[1]] if arguments.before else {}
    for figure in _TABLE:
        print(_row(figure, figures[""][figure.name], before))


if __name__ == "__main__":
    main()
