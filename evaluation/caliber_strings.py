"""How much of real caliber fields is read: records weighted by their number, and what is left over.

    python evaluation/caliber_strings.py strings.tsv

The file is tab-separated with the columns ``string``, ``count`` and ``source``. A record counts as read when its field
gives a caliber, several, or a bore; as justly empty when it holds no digit and no number word, or when its words are
placeholders, makers or models; all others are left over.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from armstrace import _normalize, _placeholders
from armstrace.weapons.calibers import grammar
from armstrace.weapons.calibers.caliber import read
from armstrace.weapons.calibers.index import index

_SHOWN = 50


def outcome(text: str) -> str:
    """The basis of the reading, ``several``, ``none`` where the field names nothing, or ``left over``."""
    found = read(text)
    if found:
        return found[0].basis.value if len(found) == 1 else "several"
    if _placeholders.says_nothing(text) or not grammar.read(_normalize.casefold(text), index().lexicon).mentions:
        return "none"
    return "left over"


def main(path: Path) -> None:
    """Print the shares by records and by distinct fields, then the most frequent fields that were left over."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [(row["string"], int(row["count"])) for row in csv.DictReader(handle, delimiter="\t")]
    records: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for text, count in rows:
        records[outcome(text)] += count
        if outcome(text) == "left over":
            left[text] += count
    distinct = Counter(outcome(text) for text in {text for text, _ in rows})
    print(f"{'':12}{'records':>10}{'':8}{'distinct fields':>16}")
    for name, count in records.most_common():
        of_records, of_fields = count / records.total(), distinct[name] / distinct.total()
        print(f"{name:12}{count:>10}{of_records:>8.2%}{distinct[name]:>16}{of_fields:>8.2%}")
    print(f"accounted for: {1 - records['left over'] / records.total():.4%} of {records.total()} records")
    print(f"the {_SHOWN} most frequent left over:")
    print("; ".join(f"{text!r} {count}" for text, count in left.most_common(_SHOWN)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
