"""The nouns, units, labels and owners of ``data/quantities``, as the reader looks them up."""

from __future__ import annotations

import functools
from typing import NamedTuple

from armstrace import _normalize, _tables
from armstrace.weapons.quantities.plurals import plurals

_MONTHS = "dates/months.csv"
_KINDS = "kinds/words.csv"
_THINGS = {
    "ammunition": "ammunition", "magazine": "magazine", "accessory": "accessory", "part": "part", "barrel": "part",
    "frame_or_receiver": "part", "conversion_device": "part", "launch_tube": "part",
}  # fmt: skip
_LONGEST_SHORT_MONTH = 4


class Noun(NamedTuple):
    """What a noun names, and True if the form is a plural."""

    thing: str
    plural: bool


class Unit(NamedTuple):
    """A unit: the measure that a number with it gives, such as *length*, and its one spelling."""

    measure: str
    unit: str


class Label(NamedTuple):
    """A label: the meaning of the number behind it, and the thing that the number belongs to."""

    measure: str
    of: str


Phrases = dict[str, tuple[tuple[str, ...], ...]]


class Vocabulary(NamedTuple):
    """The tables.

    The phrases of a table are its forms of several words by their first word, of labels by their last; ``small`` holds
    the small words by role.
    """

    nouns: dict[str, Noun]
    adjectives: frozenset[str]
    units: dict[str, Unit]
    unit_phrases: Phrases
    before: dict[str, Unit]
    labels: dict[str, Label]
    label_phrases: Phrases
    owners: dict[str, str]
    owner_phrases: Phrases
    months: frozenset[str]
    short_months: frozenset[str]
    bore_words: frozenset[str]
    gauge_words: frozenset[str]
    numbers: dict[str, tuple[int, str]]
    small: dict[str, frozenset[str]]


@functools.cache
def vocabulary() -> Vocabulary:
    """The tables of ``data/quantities``, read once."""
    nouns, adjectives = _nouns()
    units = {row["form"]: Unit(row["measure"], row["unit"]) for row in _rows("units") if row["side"] == "after"}
    before = {row["form"]: Unit(row["measure"], row["unit"]) for row in _rows("units") if row["side"] == "before"}
    labels = {row["form"]: Label(row["measure"], row["of"]) for row in _rows("labels")}
    owners = {row["form"]: row["of"] for row in _rows("owners")}
    months = _months()
    return Vocabulary(
        nouns=nouns,
        adjectives=adjectives,
        units=units,
        unit_phrases=_phrases(units, at=0),
        before=before,
        labels=labels,
        label_phrases=_phrases(labels, at=-1),
        owners=owners,
        owner_phrases=_phrases(owners, at=0),
        months=frozenset(each for each in months if len(each) > _LONGEST_SHORT_MONTH),
        short_months=frozenset(each for each in months if len(each) <= _LONGEST_SHORT_MONTH),
        bore_words=_bore_words("caliber"),
        gauge_words=_bore_words("gauge"),
        numbers={row["word"]: (int(row["value"]), row["role"]) for row in _rows("number_words")},
        small=_small(),
    )


def _rows(name: str) -> list[dict[str, str]]:
    return _tables.rows(f"quantities/{name}.csv")


def _small() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _rows("small_words"):
        for role in _tables.split(row["role"]):
            found.setdefault(role, set()).add(row["form"])
    return {role: frozenset(words) for role, words in found.items()}


def _months() -> frozenset[str]:
    """The names of the months and their abbreviations."""
    return frozenset(_normalize.casefold(name) for row in _tables.rows(_MONTHS) for name in _tables.split(row["names"]))


def _bore_words(canonical: str) -> frozenset[str]:
    """The words of caliber fields that stand for *canonical*: the word caliber, or the word gauge."""
    rows = _tables.rows("calibers/words.csv")
    return frozenset(row["word"] for row in rows if row["role"] == "unit" and row["canonical"] == canonical)


def _nouns() -> tuple[dict[str, Noun], frozenset[str]]:
    """The nouns in singular and plural, and the adjectives; the words of weapons are those of the table of kinds."""
    rows = _rows("nouns")
    adjectives = frozenset(row["form"] for row in rows if row["thing"] == "adjective")
    found: dict[str, Noun] = {}
    for row in rows:
        if row["thing"] == "adjective":
            continue
        found.setdefault(row["form"], Noun(row["thing"], plural=False))
        formed = [each for language in row["language"].split("|") for each in plurals(row["form"], language)]
        for each in _tables.split(row["plurals"]) or formed:
            found[each] = Noun(row["thing"], plural=True)
    for row in _tables.rows(_KINDS):
        if row["role"] not in ("kind", "head") or not row["form"].replace(" ", "").isalpha() or not row["language"]:
            continue
        for language in row["language"].split("|"):
            head = row["form"].split()[-1 if language == "en" else 0]
            noun = Noun(_THINGS.get(row["kinds"].partition("|")[0], "weapon"), plural=False)
            if head in adjectives or head in found:
                continue
            found[head] = noun
            for each in plurals(head, language):
                found.setdefault(each, noun._replace(plural=True))
    return found, adjectives


def _phrases(forms: dict[str, Unit] | dict[str, Label] | dict[str, str], at: int) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        words = tuple(form.split())
        if len(words) > 1:
            found.setdefault(words[at], []).append(words)
    return {key: tuple(sorted(each, key=len, reverse=True)) for key, each in found.items()}
