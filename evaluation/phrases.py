"""How much of phrases about weapons is read: shares of phrases with each fact, and random rows to check by eye.

    python evaluation/phrases.py weapon_phrases.csv:weapon firearm_phrases.csv:phrase leso_weapons_1.csv:item_name

Each argument is a CSV file and, after a colon, the column of the phrases. A column called *Item Name* holds names of
supply (``RIFLE,5.56 MILLIMETER``) and is read as such. A column ``n`` or ``Quantity`` is no weight: phrases count once.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from armstrace.weapons.reader import read_weapon, read_weapons

if TYPE_CHECKING:
    from armstrace.weapons.reader import WeaponReading

_SHOWN = 100


def texts(path: Path, column: str) -> list[str]:
    """The distinct phrases of a column."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(dict.fromkeys(row[column] for row in csv.DictReader(handle) if row[column]))


def read(text: str, column: str) -> tuple[WeaponReading, ...]:
    """The weapons of a phrase or of a name of supply."""
    if column == "Item Name":
        return (read_weapon({"item_name": text}, language="en"),)
    return read_weapons(text, language="en")


def facts(reading: WeaponReading) -> list[str]:
    """Which facts were read."""
    weapon = reading.weapon
    told = {
        "kind": bool(weapon.kinds), "make": weapon.make, "model or pattern": weapon.model or weapon.pattern,
        "caliber": weapon.caliber, "nothing left": not reading.unread,
    }  # fmt: skip
    return [name for name, value in told.items() if value]


def line(text: str, column: str) -> str:
    """A phrase and what was read, for the eye."""
    found = [
        f"{each.weapon.label()} <{each.weapon.pattern or ''}> {[unread.text for unread in each.unread]}"
        for each in read(text, column)
    ]
    return f"{text!r}\n      " + "\n      ".join(found or ["nothing"])


def main(arguments: list[str]) -> None:
    """Print the shares of each file, then random rows."""
    rows: list[tuple[str, str]] = []
    for argument in arguments:
        path, _, column = argument.rpartition(":")
        found = texts(Path(path), column)
        rows += [(text, column) for text in found]
        counts: Counter[str] = Counter()
        for text in found:
            weapons = read(text, column)
            counts["read"] += any(facts(each) not in ([], ["nothing left"]) for each in weapons)
            counts["several weapons"] += len(weapons) > 1
            counts.update({name for each in weapons for name in facts(each) if name != "nothing left"})
            counts["nothing left"] += bool(weapons) and not any(each.unread for each in weapons)
        print(f"{Path(path).name}: {len(found)} distinct phrases")
        print("; ".join(f"{name} {count} ({count / len(found):.1%})" for name, count in counts.items()))
    for text, column in random.Random(4).sample(rows, min(_SHOWN, len(rows))):  # noqa: S311  # no secret
        print(line(text, column))


if __name__ == "__main__":
    main(sys.argv[1:])
