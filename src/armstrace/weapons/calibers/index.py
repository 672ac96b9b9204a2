"""The cartridge table and the bare designations, by number and by the words beside it.

The index is made from the tables by `indexing.made` and shipped as ``data/calibers/index.json``, so that it is only
loaded when the first caliber is read.
"""

from __future__ import annotations

import functools
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from armstrace import _tables
from armstrace.weapons.calibers.numbers import Known
from armstrace.weapons.calibers.tokens import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "calibers/index.json"
_LEADING_DIGITS = re.compile(r"\d+")


class Entry(NamedTuple):
    """The cartridges that a number, together with certain words, may mean.

    Attributes:
        ids: The cartridges meant.
        convention: The cartridge that users take for granted, or empty.
        others: Cartridges the same words may also mean.
        named: True if a cartridge is named and not only a bore.
    """

    ids: tuple[str, ...]
    convention: str = ""
    others: tuple[str, ...] = ()
    named: bool = False


class Index(NamedTuple):
    """The tables in which the reader of calibers looks up numbers, words and weapons."""

    entries: dict[str, dict[frozenset[str], Entry]]
    words_of: dict[str, frozenset[str]]
    nameless: dict[str, str]
    by_pair: dict[str, tuple[str, ...]]
    by_nominal: dict[str, tuple[str, ...]]
    narrowed: dict[tuple[str, str], Entry]
    lexicon: Lexicon
    companions: dict[frozenset[tuple[str, frozenset[str]]], tuple[tuple[Entry, ...], Decimal | None]]
    rank: dict[str, int]


@functools.cache
def index() -> Index:
    """The index of the packaged tables, loaded once."""
    return from_plain(json.loads(_tables.text(FILE)))


def lexicon(known: Known, weapons: frozenset[str]) -> Lexicon:
    """The lexicon of *known* numbers and of names of *weapons*."""
    digits_first = frozenset(match[0] for weapon in weapons if (match := _LEADING_DIGITS.match(weapon)))
    return Lexicon(known, weapons, digits_first)


def to_plain(found: Index) -> dict[str, dict[str, Any] | list[Any]]:
    """The index as plain data, equal for equal indexes."""
    known = found.lexicon.known
    return {
        "entries": {key: [_plain(words, entry) for words, entry in by.items()] for key, by in found.entries.items()},
        "words_of": {each: sorted(words) for each, words in sorted(found.words_of.items())},
        "nameless": found.nameless,
        "by_pair": {key: list(ids) for key, ids in found.by_pair.items()},
        "by_nominal": {key: list(ids) for key, ids in found.by_nominal.items()},
        "narrowed": [[weapon, core, *_plain((), entry)[1:]] for (weapon, core), entry in found.narrowed.items()],
        "known": [sorted(each) for each in (known.bare, known.metric, known.pairs, known.compounds)],
        "weapons": sorted(found.lexicon.weapons),
        "companions": [
            [
                sorted([core, sorted(words)] for core, words in both),
                [list(entry.ids) for entry in meanings],
                str(bore or ""),
            ]
            for both, (meanings, bore) in found.companions.items()
        ],
        "rank": list(found.rank),
    }


def from_plain(data: Mapping[str, Any]) -> Index:
    """The index that `to_plain` has written."""
    return Index(
        entries={key: {frozenset(words): _entry(*rest) for words, *rest in by} for key, by in data["entries"].items()},
        words_of={each: frozenset(words) for each, words in data["words_of"].items()},
        nameless=data["nameless"],
        by_pair={key: tuple(ids) for key, ids in data["by_pair"].items()},
        by_nominal={key: tuple(ids) for key, ids in data["by_nominal"].items()},
        narrowed={(weapon, core): _entry(*rest) for weapon, core, *rest in data["narrowed"]},
        lexicon=lexicon(Known(*map(frozenset, data["known"])), frozenset(data["weapons"])),
        companions={
            frozenset((core, frozenset(words)) for core, words in both): (
                tuple(Entry(tuple(ids), named=True) for ids in meanings),
                Decimal(bore) if bore else None,
            )
            for both, meanings, bore in data["companions"]
        },
        rank={each: at for at, each in enumerate(data["rank"])},
    )


def _plain(words: Iterable[str], entry: Entry) -> list[object]:
    """The words and the entry, without the values at its end that are the usual ones."""
    plain: list[object] = [sorted(words), list(entry.ids), int(entry.named), entry.convention, list(entry.others)]
    while not plain[-1] and len(plain) > 3:
        plain.pop()
    return plain


def _entry(ids: list[str], named: int, convention: str = "", others: Iterable[str] = ()) -> Entry:
    return Entry(tuple(ids), convention, tuple(others), bool(named))
