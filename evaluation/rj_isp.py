"""Seized arms by police district and month of Rio de Janeiro, as tallies, with the printed totals checked.

python evaluation/rj_isp.py armas_apreendidas_2007_2019.csv
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from armstrace import KindSet, reconcile
from armstrace.counts import value as counts
from armstrace.formats.layouts import WideLayout
from armstrace.formats.tallies import read_tallies
from armstrace.records.figures.tallies import Absence

FIREARMS = {
    "arma_fogo_arma_fabricacao_caseira": "firearm",
    "arma_fogo_carabina": "carbine",
    "arma_fogo_espingarda": "shotgun",
    "arma_fogo_fuzil": "rifle",
    "arma_fogo_garrucha": "garrucha",
    "arma_fogo_garruchao": "garrucha",
    "arma_fogo_metralhadora": "machine_gun",
    "arma_fogo_outros": "firearm",
    "arma_fogo_pistola": "pistol",
    "arma_fogo_revolver": "revolver",
    "arma_fogo_submetralhadora": "submachine_gun",
}
OTHERS = {
    "arma_fogo_total": "firearm",
    "arma_branca_total": "bladed_weapon",
    "artefato_explosivo_granada": "grenade",
    "artefato_explosivo_total": "explosive_device",
    "municao_total": "ammunition",
    "simulacro_fuzil": "replica",
    "simulacro_pistola": "replica",
    "simulacro_total": "replica",
}
LAYOUT = WideLayout(
    municipality="cisp",
    country="BR",
    actor="ISP-RJ",
    blank=Absence.NOT_COLLECTED,
    kinds=tuple((header, KindSet.of(kind)) for header, kind in (FIREARMS | OTHERS).items()),
    traits=(
        ("arma_fogo_arma_fabricacao_caseira", frozenset({"homemade"})),
        ("arma_fogo_outros", frozenset({"unspecified"})),
    ),
    totals=(("arma_fogo_total", tuple(FIREARMS)),),
)


def main() -> None:
    """Print the account."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    path = parser.parse_args().path
    begin = time.perf_counter()
    table = read_tallies(path, LAYOUT)
    print(table.explain(), f"({time.perf_counter() - begin:.1f} s)")
    words = Counter(tally.word for tally in table.tallies)
    for word in words:
        own = [tally for tally in table.tallies if tally.word == word]
        added = counts.total(tally.count for tally in own if tally.count is not None)
        print(f"  {word}: {added}, {sum(tally.absence is Absence.NOT_COLLECTED for tally in own)} not collected")
    firearms = counts.total(tally.count for tally in table.tallies if tally.word in FIREARMS and tally.count)
    print(f"  firearms in all: {firearms}")
    begin = time.perf_counter()
    found = reconcile(table.tallies)
    print(f"reconciled {found.tallies} tallies: {len(found.findings)} findings, {len(found.conflicts)} conflicts, "
          f"{found.left_out} pairs not compared ({time.perf_counter() - begin:.1f} s)")  # fmt: skip


if __name__ == "__main__":
    main()
