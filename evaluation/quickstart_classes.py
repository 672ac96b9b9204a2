"""Check on seizure tables that no weapon with a military rifle caliber is classed civilian in Mexico.

    python evaluation/quickstart_classes.py seizures.csv

Prints the classes of the weapons of such calibers, and exits with 1 if any is civilian, or if there is none to check.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from armstrace import Scheme, classify, read_table, weapon_class
from armstrace.law import WeaponClass
from armstrace.places import Jurisdiction

MILITARY = frozenset({
    "223-remington", "5.56x45mm", "5.45x39mm", "7.62x39mm", "7.62x51mm", "308-winchester", "7.62x54mmR", "30-06",
    "12.7x99mm", "12.7x108mm",
})  # fmt: skip


def main(paths: list[str]) -> int:
    """Classes of the weapons that may be of a military rifle caliber, by count."""
    classes: Counter[str] = Counter()
    civilian: list[str] = []
    for path in paths:
        for seizure in read_table(Path(path), "seizures_es").records:
            for recorded in seizure.recorded():
                weapon = recorded.weapon
                caliber = weapon.caliber
                if caliber is None or MILITARY.isdisjoint(row.id for row in caliber.candidates):
                    continue
                classes[classify(weapon, Scheme.MX, on=recorded.date).outcome] += 1
                if weapon_class(weapon, Jurisdiction.MX, on=recorded.date) is WeaponClass.CIVILIAN:
                    civilian.append(f"{recorded.reference}: {weapon}")
    for name, count in classes.most_common():
        print(f"{count:5} {name}")
    print(*civilian, sep="\n", end="\n" if civilian else "")
    return 1 if civilian or not classes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
