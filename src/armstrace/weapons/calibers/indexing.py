"""The making of the index of calibers from the tables, which ``evaluation/data_files.py`` writes down.

The names in ``data/calibers/cartridges.csv`` and the rows of ``designations.csv``, ``weapons.csv`` and
``companions.csv`` are read with the same grammar as the fields themselves.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from armstrace import _normalize, _tables
from armstrace.weapons.calibers import grammar
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.calibers.grammar import Mention
from armstrace.weapons.calibers.index import Entry, Index, lexicon
from armstrace.weapons.calibers.numbers import Known
from armstrace.weapons.calibers.words import vocabulary

if TYPE_CHECKING:
    from armstrace.weapons.calibers.tokens import Lexicon

_DESIGNATIONS = "calibers/designations.csv"
_METRIC = re.compile(r"(?<![\dx./-])\d+\.\d+(?! ?in)(?![\d/])")
_COMPOUND = re.compile(r"\.?((?:\d+\.)?\d+)(?: ?mm)?[-/](\d+)(?![\d.])")
_CODE = re.compile(r"[A-Za-z]+-?\d+[A-Za-z]?$|\d+[A-WYZa-wyz]\d+$")
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")


class _Draft:
    """The tables of an `Index` while they are being filled."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[frozenset[str], Entry]] = {}
        self.words_of: dict[str, set[str]] = {}
        self.nameless: dict[str, str] = {}
        self.pairs: dict[str, dict[str, None]] = {}
        self.nominal: dict[str, dict[str, None]] = {}
        self.numbers: dict[str, str] = {}

    def name(self, row: Cartridge, spelling: str) -> None:
        """Enter *spelling*, a name of *row*, under its number and words, or as a whole if the number is not its own."""
        found = grammar.read(_normalize.casefold(spelling), _plain_lexicon())
        first = found.mentions[0] if found.mentions else Mention("")
        number = first.core.partition("x")[0]
        if number and ("x" in first.core or (first.unit == "mm" and spelling == row.name)):
            self.nominal.setdefault(number, {})[row.id] = None
        own = self.numbers.setdefault(row.id, "" if spelling[0].isalpha() else number)
        strange = found.strange or any(each.core != first.core for each in found.mentions)
        if _is_foreign(first, number, own, spelling):
            if not number or number != own or strange or found.makers:
                self.without_number(row, spelling)
            return  # else a bare designation in words, such as nueve milímetros
        if _CODE.match(spelling) or (strange and not first.hard):
            self.without_number(row, spelling)
        else:
            self.with_number(row, found)

    def with_number(self, row: Cartridge, found: grammar.Field) -> None:
        """Enter a name of the cartridge *row*, read as *found*, under its number and the words beside it."""
        words = frozenset(
            (*(word for each in found.mentions for word in (*each.hard, *each.soft, *each.before)), *found.kinds)
        )
        self.words_of.setdefault(row.id, set()).update(words)
        first, key = found.mentions[0], found.mentions[0].key
        if "x" in key:
            self.pairs.setdefault(key, {})[row.id] = None
        named = bool(words) or "x" in key or "-" in key or first.unit == "gauge" or (len(key) == 4 and key.isdigit())
        self._add(key, words, Entry((row.id,), "" if named else row.id, named=named))

    def without_number(self, row: Cartridge, spelling: str) -> None:
        """Enter *spelling*, a name of the cartridge *row*, as a whole: casefolded, and without spaces and signs too."""
        folded = _normalize.casefold(spelling)
        for key in (folded, _NOT_ALNUM.sub("", folded)):
            self.nameless.setdefault(key, row.id)

    def _add(self, key: str, words: frozenset[str], entry: Entry) -> None:
        by_words = self.entries.setdefault(key, {})
        known = by_words.get(words)
        if known is None:
            by_words[words] = entry
        elif known.named and entry.named:  # two names that differ in what is not read, such as L/60 and L/70
            by_words[words] = Entry(tuple(dict.fromkeys((*known.ids, *entry.ids))), named=True)

    def designate(self, row: dict[str, str]) -> None:
        """Enter every spelling in *row*, a row of ``data/calibers/designations.csv``."""
        entry = Entry(_tables.split(row["candidates"]), row["convention"], _tables.split(row["others"]))
        for spelling in _tables.split(row["spellings"]):
            mention = grammar.read(_normalize.casefold(spelling), _plain_lexicon()).mentions[0]
            words = frozenset((*mention.hard, *mention.soft))
            self.entries.setdefault(mention.key, {})[words] = entry
            for each in entry.ids:
                self.words_of.setdefault(each, set()).update(words)


def _is_foreign(first: Mention, number: str, own: str, spelling: str) -> bool:
    """True if *spelling*, a name of a cartridge, has no number that can stand for the cartridge.

    The name has no *number*, or begins with a letter while *number* is not the *own* number of the cartridge or follows
    no name word. The *first* mention of the name has the number.
    """
    return not number or (spelling[0].isalpha() and (number != own or not (first.before or first.called)))


@functools.cache
def _plain_lexicon() -> Lexicon:
    return lexicon(_spelled_numbers(), frozenset())


@functools.cache
def _spelled_numbers() -> Known:
    """The metric bores and compound names in the tables, with which the names of the tables are read.

    These names are written without damage, so that the other sets stay empty.
    """
    compounds = frozenset(
        f"{match[1]}-{match[2]}"
        for row in Cartridge.all()
        if "shotgun" not in row.platforms and "launcher" not in row.platforms
        for name in row.names
        if (match := _COMPOUND.match(name))
    )
    spellings = [spelling for row in _tables.rows(_DESIGNATIONS) for spelling in _tables.split(row["spellings"])]
    designated = [spelling for spelling in spellings if not spelling[-1].isalpha() or spelling.endswith(" mm")]
    names = [name.replace(",", ".") for row in Cartridge.all() for name in row.names]
    metric = frozenset(number for name in (*designated, *names) for number in _METRIC.findall(name))
    # 30.06 is a compound name written with a point, and no bore
    return Known(frozenset(), metric.difference(name.replace("-", ".") for name in compounds), frozenset(), compounds)


def made() -> Index:
    """The index of the tables as they are."""
    draft = _Draft()
    rows = Cartridge.all()
    for designation in _tables.rows(_DESIGNATIONS):
        draft.designate(designation)
    for row in rows:
        for name in row.names:
            draft.name(row, name)
    _add_long_words(draft.entries)
    pairs = {key: tuple(ids) for key, ids in draft.pairs.items()}
    spelled = _spelled_numbers()
    bare = frozenset(
        key for key, entries in draft.entries.items() if key.isdigit() and len(key) <= 3 and frozenset() in entries
    )
    known = Known(bare, spelled.metric, frozenset(pairs), spelled.compounds)
    narrowed: dict[tuple[str, str], Entry] = {}
    for data in _tables.rows("calibers/weapons.csv"):
        entry = Entry(_tables.split(data["candidates"]), data["convention"])
        for weapon in _tables.split(data["weapon"]):
            narrowed[weapon, data["designation"].replace(" ", "")] = entry
    return Index(
        entries=draft.entries,
        words_of={each: frozenset(words) for each, words in draft.words_of.items()},
        nameless=draft.nameless,
        by_pair=pairs,
        by_nominal={key: tuple(ids) for key, ids in draft.nominal.items()},
        narrowed=narrowed,
        lexicon=lexicon(known, frozenset(weapon for weapon, _ in narrowed if weapon not in vocabulary().words)),
        companions=dict(map(_companion, _tables.rows("calibers/companions.csv"))),
        rank={row.id: at for at, row in enumerate(rows)},
    )


def _add_long_words(entries: dict[str, dict[frozenset[str], Entry]]) -> None:
    """Add to *entries* a name with ``largo`` for every name with *long*, unless a cartridge has that name."""
    for by_words in entries.values():
        for words, entry in list(by_words.items()):
            if "long" in words:
                by_words.setdefault(words - {"long"} | {"largo"}, entry)


def _companion(
    row: dict[str, str],
) -> tuple[frozenset[tuple[str, frozenset[str]]], tuple[tuple[Entry, ...], Decimal | None]]:
    both: list[tuple[str, frozenset[str]]] = []
    for spelling in (row["first"], row["second"]):
        mention = grammar.read(_normalize.casefold(spelling), _plain_lexicon()).mentions[0]
        both.append((mention.key, frozenset((*mention.hard, *mention.soft))))
    meanings = tuple(Entry(_tables.split(part), named=True) for part in row["meaning"].split(";") if part)
    return frozenset(both), (meanings, Decimal(row["bore"]) if row["bore"] else None)
