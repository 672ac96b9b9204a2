"""Names of makes and companies by key: exact, or with one wrong letter."""

from __future__ import annotations

import functools
import itertools
import re
from enum import IntEnum
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.weapons import name_words as _words
from armstrace.weapons.makes.registry import Company, CompanyRole, MakeRow, make_rows, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from armstrace.weapons.name_words import Token

LONG = 8
"""The length that a name must have for two wrong letters to be forgiven, doubled letters counted once."""
SHORTEST = 5
"""The length that a name must have for one wrong letter to be forgiven, doubled letters counted once."""


class Loss(IntEnum):
    """The words that were left out of a text to find a name in it.

    The more was left out, the less a name of a single word proves.
    """

    NOTHING = 0
    FORM = 1
    LINE = 2


_ALLOWED = {"all": Loss.NOTHING, "line": Loss.FORM, "": Loss.LINE}


@frozen
class Hit:
    """A name of a make that was found in a text.

    Attributes:
        rows: The makes that bear the name.
        start: The index of its first word.
        end: The index after its last word.
        former: True if the name was given up.
        misspelt: True if one letter was wrong.
        company: The company of exactly that name, if any.
    """

    rows: tuple[MakeRow, ...]
    start: int
    end: int
    former: bool = False
    misspelt: bool = False
    company: Company | None = None


def keys() -> frozenset[str]:
    """The keys of all names of makes."""
    return frozenset(_index().makes)


def exact(run: Sequence[Token], loss: Loss = Loss.NOTHING) -> Hit | None:
    """The make or company whose name is exactly *run*; None if there is none, or the name proves too little.

    Words of the sort *loss* were left out to arrive at *run*.
    """
    names, key = _index(), _words.joined(run)
    for spelling in (key, key[:-1] if key.endswith("s") and len(key) >= SHORTEST else key):
        companies = names.companies.get(spelling, ())
        company = companies[0][1] if companies else None
        if rows := names.makes.get(spelling):
            if proves(rows, run, loss):
                return Hit(rows, 0, len(run), former=spelling in names.former, company=company)
        elif company:
            former = not names.former.isdisjoint(_company_keys(company.name))
            return Hit(tuple(dict.fromkeys(row for row, _ in companies)), 0, len(run), former=former, company=company)
    return None


def near(run: Sequence[Token], shortest: int = SHORTEST, loss: Loss = Loss.NOTHING) -> Hit | None:
    """The make whose name is *run* but for doubled letters, or else for a single letter; None if none or several are.

    The first letter must be right, and for a wrong letter the name must have the length *shortest*, doubled letters
    counted once. Words of the sort *loss* were left out to arrive at *run*.
    """
    names, key = _index(), _words.joined(run)
    blurred = _words.squeezed(key)
    doubled: dict[MakeRow, None] = {}
    edited: dict[MakeRow, None] = {}
    for part in _deletions(blurred):
        for name in _blurred().get(part, ()):
            squeezed, bearers = _words.squeezed(name), dict.fromkeys(names.bearers(name))
            if squeezed == blurred:
                doubled |= bearers
            elif len(squeezed) >= shortest and name[0] == key[0] and _words.one_edit(squeezed, blurred):
                edited |= bearers
    rows = tuple(doubled or edited)
    return Hit(rows, 0, len(run), misspelt=True) if len(rows) == 1 and proves(rows, run, loss) else None


def nearest(run: Sequence[Token], loss: Loss = Loss.NOTHING) -> Hit | None:
    """The make whose long name is *run* but for two letters, or sounds like it; None if none or several are."""
    key = _words.squeezed(_words.joined(run))
    sound = _sound(key)
    by_sound = _by_sound().get(sound, ()) if len(sound) >= SHORTEST else ()
    rows = dict.fromkeys(row for name in by_sound for row in _index().bearers(name))
    if not rows and len(key) >= LONG:
        alike = [name for name in _long_names().get(key[0], ()) if _two_edits(name, key)]
        rows = dict.fromkeys(row for name in alike for row in _index().bearers(name))
    found = tuple(rows)
    return Hit(found, 0, len(run), misspelt=True) if len(found) == 1 and proves(found, run, loss) else None


def all_near(run: Sequence[Token]) -> tuple[MakeRow, ...]:
    """The makes whose names are one letter from *run*, which has no second word; empty if none are."""
    names, key = _index(), _words.squeezed(_words.joined(run))
    found: dict[MakeRow, None] = {}
    for part in _deletions(key) if len(run) == 1 and len(key) >= SHORTEST else ():
        for name in _blurred().get(part, ()):
            squeezed = _words.squeezed(name)
            if name[0] == key[0] and _words.one_edit(squeezed, key):
                found |= dict.fromkeys(names.bearers(name))
    return tuple(found)


def abbreviated(run: Sequence[Token]) -> Hit | None:
    """The make of which every word stands in *run* in full or abbreviated: ``Cia. Brasileira de Cartuchos``; else None.

    At least half of the letters must be there, and only a single make may fit.
    """
    words = [token.key for token in run if not (token.joins or token.of("filler", "link"))]
    names = _phrases().get((len(words), words[0][0]), ()) if len(words) > 1 else ()
    rows = dict.fromkeys(row for parts, row in names if _abbreviates(words, parts))
    return Hit(tuple(rows), 0, len(run), misspelt=True) if len(rows) == 1 else None


def _abbreviates(words: Sequence[str], parts: Sequence[str]) -> bool:
    if not any(word == part for word, part in zip(words, parts, strict=True)) and len("".join(words)) < SHORTEST:
        return False
    if 2 * sum(map(len, words)) < sum(map(len, parts)):
        return False
    return all(_is_short_for(word, part) for word, part in zip(words, parts, strict=True))


def _is_short_for(word: str, part: str) -> bool:
    """True if the word is the part, its beginning, or a contraction of it such as ``cia`` or ``mfg``."""
    if word == part or (len(word) >= 3 and part.startswith(word)):
        return True
    letters = iter(part)
    return word in _CONTRACTIONS and word[0] == part[0] and all(letter in letters for letter in word)


def beside_name(words: Sequence[Token]) -> int:
    """The letters of the longest word beside a name of a make in *words*, such as ``FN`` in ``Browning FN``.

    It is 0 if the words hold no name of a make, or nothing else.
    """
    for start in range(len(words) if len(words) > 1 else 0):
        hit = longest(words, start, leading=True)
        if hit:
            return max((len(token.key) for token in (*words[:start], *words[hit.end :]) if not token.joins), default=0)
    return 0


def proves(rows: Sequence[MakeRow], run: Sequence[Token], loss: Loss) -> bool:
    """True if the name *run* proves one of the makes *rows*, although *loss* was left out of the text.

    ``HERITAGE LLC`` may be anyone, ``GLOCK LLC`` is Glock.
    """
    return len(run) > 1 or any(loss <= _ALLOWED[row.strict] for row in rows)


def longest(words: Sequence[Token], start: int, *, leading: bool) -> Hit | None:
    """The longest name of a make that begins at the index *start* of *words*; None if no name begins there.

    Some names count only if *leading* is true: only filler words stand before them.
    """
    if words[start].joins:
        return None
    for end in range(min(len(words), start + _most_words()), start, -1):
        run = words[start:end]
        if run[-1].joins:
            continue
        hit = exact(run)
        ordinary = len(run) == 1 and run[0].is_word  # "Win" at the beginning is Winchester, "para" is never a make
        if hit and any(leading if _words.joined(run) in row.only_leading else not ordinary for row in hit.rows):
            return Hit(hit.rows, start, end, former=hit.former, company=hit.company)
    return None


@frozen
class _Index:
    makes: dict[str, tuple[MakeRow, ...]]
    companies: dict[str, tuple[tuple[MakeRow, Company], ...]]
    former: frozenset[str]

    def bearers(self, name: str) -> tuple[MakeRow, ...]:
        """The makes that have this name, or else the makes of the companies that have it."""
        return self.makes.get(name) or tuple(row for row, _ in self.companies[name])


@functools.cache
def _index() -> _Index:
    names: dict[str, dict[MakeRow, None]] = {}
    companies: dict[str, dict[tuple[MakeRow, Company], None]] = {}
    for row in make_rows().values():
        keys = tuple(map(name_key, row.names))
        for key in keys:
            names.setdefault(key, {})[row] = None
        for company in row.companies:
            for key in _company_keys(company.name):
                # an importer or owner of several makes names none of them
                if company.role in (CompanyRole.MAKER, CompanyRole.LICENSEE) or key.startswith(keys):
                    companies.setdefault(key, {})[row, company] = None
    return _Index(
        makes={name: tuple(rows) for name, rows in names.items()},
        companies={name: tuple(pairs) for name, pairs in companies.items()},
        former=frozenset(name_key(name) for row in make_rows().values() for name in row.former),
    )


# what finds a misspelt name is made apart, since most names are spelled as in the table


def _keys() -> Iterator[str]:
    """The keys of all makes, then of all companies."""
    return itertools.chain(_index().makes, _index().companies)


@functools.cache
def _blurred() -> Mapping[str, tuple[str, ...]]:
    """The keys by what is left of them without doubled letters, and without each letter in turn."""
    long = [key for key in _keys() if len(key) >= SHORTEST]
    return _grouped((part, key) for key in long for part in _deletions(_words.squeezed(key)))


@functools.cache
def _by_sound() -> Mapping[str, tuple[str, ...]]:
    return _grouped((_sound(_words.squeezed(key)), key) for key in _keys())


@functools.cache
def _long_names() -> Mapping[str, tuple[str, ...]]:
    """The long keys by their first letter."""
    return _grouped((key[0], key) for key in _keys() if len(_words.squeezed(key)) >= LONG)


@functools.cache
def _most_words() -> int:
    """The number of words that no name of a make exceeds."""
    return 1 + max(_most_gaps(name) for row in make_rows().values() for name in row.names)


def _most_gaps(name: str) -> int:
    """The number of signs and spaces in a name, which has at most a word more."""
    return len(name) - sum(map(str.isalnum, name))


def _company_keys(name: str) -> Iterable[str]:
    words = _words.tokens(name)
    core = [token for token in words if not token.of("legal", "ending") and token.key != "the"]
    return dict.fromkeys((_words.joined(words), _words.joined(core)))


def _deletions(key: str) -> Iterator[str]:
    """The key itself, then the key without each letter in turn; two names one edit apart share one of these."""
    yield key
    for i in range(len(key)):
        yield key[:i] + key[i + 1 :]


@functools.cache
def _phrases() -> Mapping[tuple[int, str], tuple[tuple[tuple[str, ...], MakeRow], ...]]:
    """The words of each name of two words and more with its make, by their number and the first letter."""
    found: dict[tuple[int, str], list[tuple[tuple[str, ...], MakeRow]]] = {}
    for row in make_rows().values():
        for name in row.names:
            parts = tuple(token.key for token in _words.tokens(name) if not (token.joins or token.of("filler", "link")))
            if len(parts) > 1:
                found.setdefault((len(parts), parts[0][0]), []).append((parts, row))
    return {key: tuple(group) for key, group in found.items()}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for key, name in pairs:
        found.setdefault(key, {})[name] = None
    return {key: tuple(group) for key, group in found.items()}


_SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("x", "s"), ("z", "s"))
_CONTRACTIONS = frozenset(("cia", "cnia", "mfg", "mfr", "intl", "bros", "wks"))
_BEFORE_S = re.compile(r"es[^aeiou]")
_LETTERS = str.maketrans({"c": "k", "q": "k", "v": "b", "w": "b", "y": "i", "j": "g", "h": None})


def _sound(key: str) -> str:
    """The key with letters that Spanish and Portuguese writers take for one another made the same."""
    if _BEFORE_S.match(key):  # Spanish speakers put an e before it: "Esmith"
        key = key[1:]
    for letters, sound in _SOUNDS:
        key = key.replace(letters, sound)
    return _words.squeezed(key.translate(_LETTERS))


def _two_edits(name: str, key: str) -> bool:
    """True if at most two letters more, less or changed make the name, doubled letters once, into the key."""
    name = _words.squeezed(name)
    if abs(len(name) - len(key)) > 1:
        return False
    previous = list(range(len(key) + 1))
    for i, letter in enumerate(name, 1):
        row = [i]
        for j, other in enumerate(key, 1):
            row.append(min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (letter != other)))
        if min(row) > 2:
            return False
        previous = row
    return previous[-1] <= 2
