"""How the readers do on inputs that nobody who wrote them had seen.

    python evaluation/first_look.py evaluation/first_look/round_1 [reader …] [--misses] [--write]

A round is a folder with a file ``READER.tsv`` for each reader: *text*, *beside* (what other cells of the row say),
*expect* (a label, see ``first_look_labels.py``), *note*; and a folder ``rows`` of tables, each with a ``.truth.json``
of one object for each physical line. The command prints, for each reader, how many answers are right, wider, refused,
incomplete or wrong; ``--misses`` prints each that is not right, and ``--write`` keeps the answers and verdicts in the
files. A label that turned out to be wrong has ``label wrong`` or ``label disputed`` in its note with the reason; the
figures are given with and without such rows.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from armstrace import _normalize
from first_look_answers import READERS
from first_look_labels import Outcome, beside
from first_look_things import of_description, of_table
from first_look_verdicts import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS: tuple[str, ...] = ("text", "beside", "expect", "answer", "verdict", "note")
_PASSING = (Outcome.RIGHT, Outcome.WIDER)
_SILENT = (Outcome.WRONG_SILENT, Outcome.INCOMPLETE_SILENT)
_DOUBTED = re.compile(r"label (?:wrong|disputed)")
_NAMES = (*VERDICTS, "descriptions", "rows")

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """The rows of a set."""
    with path.open(encoding="utf-8", newline="") as handle:
        return [{name: value or "" for name, value in row.items()} for row in csv.DictReader(handle, delimiter="\t")]


def answered(name: str, row: Row) -> Row:
    """A row of a set with the answer and the verdict."""
    others = beside(row["beside"])
    if name == "descriptions":
        label, outcome = of_description(row["text"], others.get("language"), row["expect"])
    else:
        answer = READERS[name](row["text"], others)
        outcome = VERDICTS[name](row["expect"], answer)
        label = f"{answer.label}{' (noted)' if answer.noted else ''}"
    return {**row, "answer": label, "verdict": outcome.value}


def run(folder: Path, name: str) -> list[Row]:
    """The rows of a reader's set, each with the answer and the verdict; empty if the round has no such set."""
    if name == "rows":
        return [
            {"text": line, "beside": path.stem, "expect": "", "answer": answer, "verdict": outcome.value, "note": ""}
            for path in sorted((folder / "rows").glob("*.csv"))
            for line, answer, outcome in of_table(path)
        ]
    path = folder / f"{name}.tsv"
    return [answered(name, row) for row in rows(path)] if path.exists() else []


def line(name: str, verdicts: Sequence[str]) -> str:
    """The figures of a set in a line."""
    counts = Counter(map(Outcome, verdicts))
    total = len(verdicts) or 1
    passing, silent = (sum(counts[each] for each in group) for group in (_PASSING, _SILENT))
    numbers = " ".join(f"{counts[outcome]:4d}" for outcome in Outcome)
    return f"{name:14} {total:4d} {numbers}   right or wider {passing / total:6.1%}   silent {silent / total:6.1%}"


def write(path: Path, results: Sequence[Row]) -> None:
    """Keep the answers and verdicts in the file of the set."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        out = csv.DictWriter(handle, _COLUMNS, delimiter="\t", lineterminator="\n", extrasaction="ignore")
        out.writeheader()
        out.writerows(results)


def miss(row: Row) -> str:
    """A row whose answer is not right, for the eye."""
    label = f"[{row['beside']}] {row['expect']!r} <> {row['answer']!r}"
    return f"  {row['verdict']:18} {row['text']!r} {label}  {_normalize.tidy(row['note'])}"


def main() -> None:
    """Print the figures of a round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("round", type=Path)
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    print(f"{'':14} rows " + " ".join(f"{outcome.name[:4]:>4}" for outcome in Outcome))
    for name in arguments.readers or _NAMES:
        results = run(arguments.round, name)
        if not results:
            continue
        print(line(name, [row["verdict"] for row in results]))
        sound = [row["verdict"] for row in results if not _DOUBTED.search(row["note"])]
        if len(sound) < len(results):
            print(line("  sound labels", sound))
        for row in results if arguments.misses else ():
            if Outcome(row["verdict"]) not in _PASSING:
                print(miss(row))
        if arguments.write:
            write(arguments.round / ("rows.tsv" if name == "rows" else f"{name}.tsv"), results)


if __name__ == "__main__":
    main()
