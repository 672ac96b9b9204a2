"""How many seizures are written to JSON and read from it per second: the sample list, many times over, each its own.

Run: python benchmarks/json_records.py [seizures] [repetitions]
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from attrs import evolve

from armstrace import fingerprint, from_json, samples, to_json
from armstrace.records.seizures import Seizure
from armstrace.records.tables.table_result import TableResult
from armstrace.weapons.serials.number import SerialNumber

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _table(count: int) -> TableResult:
    """The sample list with *count* seizures, each with an id, a row and serial numbers of its own."""
    sample = samples.seizures()
    seizures = [record for record in sample.records if isinstance(record, Seizure)]
    copies = tuple(_copied(seizures[number % len(seizures)], number) for number in range(count))
    return TableResult(source=sample.source, records=copies, rows=count)


def _copied(seizure: Seizure, number: int) -> Seizure:
    serial = SerialNumber.parse(f"A{number:06}")
    items = tuple(evolve(item, weapon=evolve(item.weapon, serial=serial)) for item in seizure.items)
    return evolve(seizure, id=f"S-{number}", items=items, citation=evolve(seizure.citation, row=number + 2))


def _rate(run: Callable[[], object], count: int, repetitions: int) -> str:
    best = min(_timed(run) for _ in range(repetitions))
    return f"{count / best:,.0f}/s"


def _timed(run: Callable[[], object]) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def main(arguments: Sequence[str]) -> None:
    """Print seizures per second, the best of several repetitions."""
    count, repetitions = (*map(int, arguments), *(2000, 5)[len(arguments) :])
    table = _table(count)
    text = to_json(table)
    listed = to_json(table.records)
    print(f"{count:,} seizures, {len(text) / count:,.0f} characters each")
    print(f"json.loads alone:      {_rate(lambda: json.loads(text), count, repetitions)}")
    print(f"from_json, a table:    {_rate(lambda: from_json(text), count, repetitions)}")
    print(f"from_json, a tuple:    {_rate(lambda: from_json(listed), count, repetitions)}")
    print(f"to_json, a table:      {_rate(lambda: to_json(table), count, repetitions)}")
    print(f"fingerprint, a table:  {_rate(lambda: fingerprint(table), count, repetitions)}")


if __name__ == "__main__":
    main(sys.argv[1:])
