"""How much of an annotated article stands in `samples.article()`: statements, counts, dead, aircraft, garbled figures.

python evaluation/seed_article.py seed_article_gold.json
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from armstrace import parties, samples
from armstrace.records.figures.tallies import Tally
from armstrace.records.incidents import Incident

STANCES = {
    "demands": ("demand",),
    "asserts": ("assert", "allege"),
    "acknowledges": ("acknowledge",),
    "reports": ("report",),
    "no_response": ("no_response", "decline"),
}


def _house(name: str) -> str:
    """The party that a description names, by its longest words; an office stands for its house."""
    for part in (name, name.partition("(")[0], name.replace("Mexican Army (SEDENA)", "SEDENA")):
        readings = parties.read(part.strip())
        if len(readings) == 1 and readings[0].party:
            party = readings[0].party
            held = parties.offices_of(party) if party.kind is parties.PartyKind.PERSON else ()
            return held[0].office.of if held else party.of or party.id
    return name


def _named(name: str, text: samples.Article) -> set[str]:
    """The houses of those whom the article, as typed, names alike."""
    wanted = {word.strip(".").lower().replace(".", "") for word in name.split()}
    return {
        one.speaker.of or one.speaker.id
        for one in text.statements
        if one.speaker and wanted == {word.lower() for word in one.named.split()}
    }


def main() -> None:
    """Print what is there and what is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    gold: dict[str, Any] = json.loads(parser.parse_args().path.read_text(encoding="utf-8"))["items"][0]
    text = samples.article()
    ours = Counter(
        ((one.speaker.of or one.speaker.id) if one.speaker else one.named, one.stance.value) for one in text.statements
    )
    missed = []
    for entry in gold["statements"]:
        houses = {_house(entry["role_organisation"]), _house(entry["speaker"]), *_named(entry["speaker"], text)}
        keys = [(house, stance) for house in houses for stance in STANCES[entry["stance"]]]
        match = next((key for key in keys if ours[key] > 0), None)
        if match is None:
            missed.append(f"{entry['speaker']}: {entry['stance']}: {entry['about']}")
        else:
            ours[match] -= 1
    print(f"statements: {len(gold['statements']) - len(missed)} of {len(gold['statements'])}")
    tallies = [one.proposition for one in text.statements if isinstance(one.proposition, Tally)]
    incidents = [one.proposition for one in text.statements if isinstance(one.proposition, Incident)]
    figures = [tally.count for tally in tallies]
    for one in incidents:
        figures += [entry.count for entry in one.casualties] + [entry.count for entry in one.weapons]
        figures += [entry.count for entry in one.vehicles] + [entry.count for entry in one.aircraft]
    counts = Counter(count.figure if count.value is not None else count.least for count in figures if count is not None)
    wanted = [entry for entry in (*gold["mentions"], *gold["extra_counts"]) if entry["count"]["min"] is not None]
    exact = [entry for entry in wanted if entry["count"]["exact"] is not None]
    found = [entry for entry in exact if counts[entry["count"]["exact"]]]
    bounds = [entry for entry in wanted if entry["count"]["exact"] is None]
    near = [entry for entry in bounds if counts[entry["count"]["min"] + 1] or counts[entry["count"]["min"]]]
    print(f"counts: {len(found)} of {len(exact)} exact, {len(near)} of {len(bounds)} bounds")
    missed += [entry["span"] for entry in wanted if entry not in (*found, *near)]
    print("not found:", *missed or ["nothing"], sep="\n  ")


if __name__ == "__main__":
    main()
