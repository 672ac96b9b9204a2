"""Classes under US law of the public list of transfers (LESO), which has no serial numbers, makes or models.

    python evaluation/leso_classes.py leso_weapons_1.csv leso_weapons_2.csv

Prints the classes, the share of rows with a class, the stock numbers that stay undetermined, and the seconds. Exits
with 1 if the share is below 95 %, or if there is no row.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from armstrace import Scheme, classify_many, read_table

LEAST = 0.95
UNDETERMINED = "undetermined"


def main(paths: list[str]) -> int:
    """The share of the rows of all files that have a class, printed with what stays open."""
    began = time.perf_counter()
    tables = [read_table(Path(path)) for path in paths]
    read = time.perf_counter()
    records = [record for table in tables for record in table.custody]
    answers = list(classify_many(records, Scheme.US_NFA, on=[record.date for record in records]))
    done = time.perf_counter()
    classes = Counter(answer.outcome for answer in answers)
    left = Counter(
        f"{record.weapon.stock_number} {record.weapon.kinds}"
        for record, answer in zip(records, answers, strict=True)
        if answer.outcome == UNDETERMINED
    )
    problems = Counter(f"{problem.code}: {problem.value.strip()}" for table in tables for problem in table.problems)
    settled = len(records) - classes[UNDETERMINED]
    share = settled / len(records) if records else 0.0
    for counts in (classes, left, problems):
        print(*(f"{count:6} {name}" for name, count in counts.most_common(20)), sep="\n", end="\n\n")
    print(f"{settled} of {len(records)} rows have a class: {share:.2%}; ", end="")
    print(f"read in {read - began:.1f} s, classified in {done - read:.1f} s")
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
