"""The words of real rows that no reading claims and that do not stand among the words that were not understood.

    python evaluation/unaccounted_tokens.py ../shared/data

Each cell with a letter in each CSV or TSV file below the folder is read as a description; a text that occurs again is
counted, and not read again. Printed are rows, words, words that were understood, and unaccounted words, which must be
none; the exit status is 1 if there is one.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from collections import Counter
from pathlib import Path

from armstrace.errors import ParseError
from armstrace.weapons.reader import read_weapons

_WORD = re.compile(r"[^\W_]+")
_DEFAULT = "../shared/data"
_SHOWN = 20


def cells(folder: Path) -> tuple[int, Counter[str]]:
    """The number of rows below *folder*, and how often each cell with a letter occurs."""
    rows, found = 0, Counter[str]()
    csv.field_size_limit(sys.maxsize)
    for path in sorted((*folder.rglob("*.csv"), *folder.rglob("*.tsv"))):
        with path.open(encoding="utf-8", errors="replace", newline="") as lines:
            for row in csv.reader(lines, delimiter="\t" if path.suffix == ".tsv" else ","):
                rows += 1
                found.update(cell for cell in row if any(map(str.isalpha, cell)))
    return rows, found


def unaccounted(text: str) -> tuple[Counter[str], Counter[str]]:
    """The words that were understood, and those that are lost or stand in two places."""
    found = read_weapons(text)
    parts = {(part.start, part.end, part.text) for reading in found for part in reading.parts}
    read = Counter(word for _, _, part in parts for word in _WORD.findall(part))
    unread = Counter(word for reading in found for part in reading.unread for word in _WORD.findall(part.text))
    written = Counter(_WORD.findall(text)) if found else Counter[str]()
    return read, (written - read - unread) + (read + unread - written)


def main() -> int:
    """Print the account; 1 if a word is unaccounted."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else _DEFAULT)
    rows, found = cells(folder)
    started = time.perf_counter()
    words = understood = lost = refused = 0
    for text, times in found.items():
        try:
            read, missing = unaccounted(text)
        except ParseError:
            refused += times
            continue
        words += times * len(_WORD.findall(text))
        understood += times * read.total()
        if missing:
            lost += times * missing.total()
            if lost <= _SHOWN:
                print(f"{text!r}: {dict(missing)}")
    seconds = time.perf_counter() - started
    print(f"{rows:,} rows, {found.total():,} cells ({len(found):,} texts, {refused} too long), {words:,} words")
    print(f"{understood:,} understood, {lost:,} unaccounted, {seconds:.0f} s")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
