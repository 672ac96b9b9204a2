"""From the text of a make field, or a phrase about a weapon, to a make."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace._placeholders import says_nothing
from armstrace.weapons import _model_table, _words, cartridges
from armstrace.weapons._make_table import Company, CompanyRole, Make, MakeRow, makes, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.weapons._words import Token

_LONGEST = 200
"""A longer cell is prose, and prose is not read as one make."""
_COMPANY_EDIT, _NAME_EDIT = 10, 5
"""How long a name must be for one wrong letter to be forgiven; company names one letter apart are often two companies."""


class MakeFlag(StrEnum):
    """What a reader of the answer must know.

    Attributes:
        MISSPELT: One letter was wrong, or a double letter single.
        FORMER_NAME: The text has a name that was given up since.
        NOT_IN_REGISTRY: The name stays as written: no registered make bears it.
        SIMILAR_NAME: It holds the name of a registered make and more: perhaps another company.
        SEVERAL_MAKES: It names makes that have nothing to do with each other; none is chosen.
        ALSO_NAMED: It names other, related makes too; the first is taken.
        AMBIGUOUS: Several makes bear the name; none is chosen.
        COUNTRY: It is a country, and no make.
        MODEL: It is a model or a pattern, and no make.
        CARTRIDGE: The only make's name in it is part of a cartridge's name.
        NO_NAME: It holds no name at all.
        TOO_LONG: It is too long for a make field and was not read.
    """

    MISSPELT = "misspelt"
    FORMER_NAME = "former_name"
    NOT_IN_REGISTRY = "not_in_registry"
    SIMILAR_NAME = "similar_name"
    SEVERAL_MAKES = "several_makes"
    ALSO_NAMED = "also_named"
    AMBIGUOUS = "ambiguous"
    COUNTRY = "country"
    MODEL = "model"
    CARTRIDGE = "cartridge"
    NO_NAME = "no_name"
    TOO_LONG = "too_long"


@frozen(kw_only=True)
class MakeReading:
    """What was read as a make, and what was not.

    Attributes:
        make: The make; None where the text names none, or several.
        candidates: The makes it may be, where none was chosen; the others named, where one was.
        company: The company that the text names, where the registry knows that company.
        flags: What must be known about the reading.
        unread: What of the text says something else.
        raw: What was read.
    """

    make: Make | None
    candidates: tuple[Make, ...] = ()
    company: Company | None = None
    flags: tuple[MakeFlag, ...] = ()
    unread: str = ""
    raw: str = ""


@frozen
class _Hit:
    rows: tuple[MakeRow, ...]
    start: int
    end: int
    flags: tuple[MakeFlag, ...] = ()
    company: Company | None = None


def read(text: str) -> MakeReading | None:
    """What *text* names as a make, or None where it says nothing."""
    if len(text) > _LONGEST:
        return MakeReading(make=None, flags=(MakeFlag.TOO_LONG,), unread=text, raw=text)
    return _read(text)


@functools.lru_cache(maxsize=16384)
def _read(text: str) -> MakeReading | None:
    tidy = _normalize.tidy(text)
    if says_nothing(tidy):
        return None
    words = _words.tokens(tidy)
    reading = _whole(words) or _parts(words, tidy)
    return evolve(reading, make=reading.make and evolve(reading.make, raw=text), raw=text)


def _whole(words: Sequence[Token]) -> MakeReading | None:
    """The make whose name the text is, once words that companies add are left out."""
    shapes = tuple(_shapes(words))
    for run in shapes:
        if hit := _exact(run, trimmed=len(run) < len(words)):
            return _settle([hit], "")
    if any(token.has_digit for token in words) or all(token.is_word for token in words):
        return None
    for run in shapes:
        if hit := _near(run, _COMPANY_EDIT if _is_company(words) else _NAME_EDIT):
            return _settle([hit], "")
    return None


def _shapes(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """*words*, then without legal forms, then with one trailing word of trade or country after another taken off."""
    yield words
    core = [token for token in words if not token.of("legal", "ending")]
    while core and core[0].key == "the":
        core = core[1:]
    while core and core[-1].key == "the":
        core = core[:-1]
    if 0 < len(core) < len(words):
        yield core
    while len(core) > 1 and (core[-1].of("trade", "country") or core[-1].joins or core[-1].key == "of"):
        core = core[:-1]
        yield core


def _no_make(words: Sequence[Token], tidy: str) -> MakeReading | None:
    """The reading of a text that holds a country, a model or no name in place of a make."""
    named = [token for token in words if not token.of("filler") and not token.joins]
    flag = None
    if named and all(token.of("country") for token in named):
        flag = MakeFlag.COUNTRY
    elif _is_model([token for token in named if not token.of("thing")]):
        flag = MakeFlag.MODEL
    elif all(token.is_word or token.key.isdigit() for token in named):
        flag = MakeFlag.NO_NAME
    return flag and MakeReading(make=None, flags=(flag,), unread=tidy)


def _parts(words: Sequence[Token], tidy: str) -> MakeReading:
    """The make that part of the text names, if the rest is no part of the name."""
    unknown = MakeReading(make=Make(id=None, name=tidy), flags=(MakeFlag.NOT_IN_REGISTRY,))
    hits, of_cartridges = _scan(words)
    phrase = any(token.has_digit or token.of("thing") for token in words) and not _is_company(words)
    if phrase and not hits and not of_cartridges:
        hits = _scan_near(words)
    candidates = tuple(dict.fromkeys(row.make() for hit in hits for row in hit.rows))
    if of_cartridges and not hits:
        return MakeReading(make=None, candidates=tuple(of_cartridges), flags=(MakeFlag.CARTRIDGE,), unread=tidy)
    if not hits:
        return _no_make(words, tidy) or (
            MakeReading(make=None, flags=(MakeFlag.NO_NAME,), unread=tidy) if phrase else unknown
        )
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    rest = [token for i, token in enumerate(words) if i not in taken and not token.joins]
    another = any(token.of("business") for token in rest) or not (
        phrase or (not _is_company(words) and all(token.is_word or _is_model([token]) for token in rest))
    )
    if another:
        return evolve(unknown, candidates=candidates, flags=(*unknown.flags, MakeFlag.SIMILAR_NAME))
    return _settle(hits, _unread(words, taken))


def leading_make(words: Sequence[Token]) -> tuple[Make, int] | None:
    """The make with which a text begins, if it is one only, and the position after it."""
    hit = _longest(words, 0, leading=True) if words else None
    return (hit.rows[0].make(), hit.end) if hit and len(hit.rows) == 1 else None


def _settle(hits: Sequence[_Hit], unread: str) -> MakeReading:
    """The reading of a text that names makes at *hits*: the first, if the others are related to it."""
    first = hits[0]
    rows = list(dict.fromkeys(row for hit in hits for row in hit.rows))
    others = tuple(row.make() for row in rows[1:])
    flags = first.flags
    if len(first.rows) > 1:
        return MakeReading(
            make=None,
            candidates=tuple(row.make() for row in rows),
            flags=(*flags, MakeFlag.AMBIGUOUS),
            unread=unread,
        )
    if any(other.id not in rows[0].related for other in others):
        candidates = (rows[0].make(), *others)
        return MakeReading(make=None, candidates=candidates, flags=(*flags, MakeFlag.SEVERAL_MAKES), unread=unread)
    if others:
        flags = (*flags, MakeFlag.ALSO_NAMED)
    return MakeReading(
        make=rows[0].make(), candidates=others, company=first.company, flags=flags, unread=unread
    )


def _unread(words: Sequence[Token], taken: set[int]) -> str:
    return " ".join(
        token.text
        for i, token in enumerate(words)
        if i not in taken and not token.joins and not token.of("legal", "ending", "trade")
    )


def _is_company(words: Sequence[Token]) -> bool:
    """Whether the text ends, or a part of it ends, in a legal form."""
    return any(token.of("legal") for token in words) or (len(words) > 1 and words[-1].of("ending"))


def _is_model(run: Sequence[Token]) -> bool:
    """Whether the words are the name of a model or a pattern, or each is one."""
    known = _model_table.words_of_models()
    key = "".join(token.key for token in run)
    return bool(run) and (key in known or all(token.key in known for token in run))


def _is_model_of(first: _Hit, run: Sequence[Token]) -> bool:
    """Whether the words name a model of the make before them: ``Colt Cobra``, ``Phoenix Raven``."""
    key = "".join(token.key for token in run)
    return any(row.id in entry.makes for entry in _model_table.models().named(key) for row in first.rows)


def _scan(words: Sequence[Token]) -> tuple[list[_Hit], list[Make]]:
    """Where names of makes stand, and those makes whose names are only part of a cartridge's name."""
    hits: list[_Hit] = []
    of_cartridges: dict[Make, None] = {}
    leading = True
    position = 0
    while position < len(words):
        hit = _longest(words, position, leading=leading)
        leading = leading and words[position].of("filler")
        if hit is None:
            position += 1
            continue
        if _names_cartridge(words, hit):
            of_cartridges.update(dict.fromkeys(row.make() for row in hit.rows))
        elif not (hits and _is_model_of(hits[0], words[hit.start : hit.end])):
            hits.append(hit)
        position = hit.end
    return hits, list(of_cartridges)


def _longest(words: Sequence[Token], start: int, *, leading: bool) -> _Hit | None:
    """The longest name of a make that begins at *start*."""
    if words[start].joins:
        return None
    for end in range(min(len(words), start + _index().most_words), start, -1):
        run = words[start:end]
        if run[-1].joins or (len(run) == 1 and run[0].of("thing", "filler", "country", "legal", "trade")):
            continue
        if (hit := _exact(run)) and (leading or any(_words.joined(run) not in row.only_leading for row in hit.rows)):
            return evolve(hit, start=start, end=end)
    return None


def _scan_near(words: Sequence[Token]) -> list[_Hit]:
    """The first misspelt name of a make in the text."""
    for start, token in enumerate(words):
        for end in range(min(len(words), start + 3), start, -1):
            run = words[start:end]
            if token.joins or run[-1].joins or any(word.has_digit or word.is_word for word in run):
                continue
            if not _is_model(run) and (hit := _near(run, _NAME_EDIT)):
                return [evolve(hit, start=start, end=end)]
    return []


def _names_cartridge(words: Sequence[Token], hit: _Hit) -> bool:
    """Whether the name follows a number with which it names a cartridge: ``.270 Winchester``."""
    if not hit.start or not words[hit.start - 1].has_digit:
        return False
    return words[hit.start - 1].key + _words.joined(words[hit.start : hit.end]) in _cartridge_names()


@functools.cache
def _cartridge_names() -> frozenset[str]:
    rows = cartridges.all()
    return frozenset(_words.joined(_words.tokens(name)) for row in rows for name in (row.name, *row.aliases))


@frozen
class _Index:
    """Names of makes by key, and by what is left of a key when a letter goes missing."""

    names: dict[str, tuple[MakeRow, ...]]
    former: frozenset[str]
    companies: dict[str, tuple[tuple[MakeRow, Company], ...]]
    blurred: dict[str, tuple[str, ...]]
    most_words: int


def _exact(run: Sequence[Token], *, trimmed: bool = False) -> _Hit | None:
    """The make or company that bears exactly this name; *trimmed* names are no proof of a make with a common name."""
    index, key = _index(), _words.joined(run)
    for spelling in (key, key[:-1] if key.endswith("s") and len(key) > 4 else key):
        company = next((company for _, company in index.companies.get(spelling, ())), None)
        if rows := index.names.get(spelling):
            if trimmed and len(rows) == 1 and rows[0].common and len(run) == 1:
                continue
            flags = (MakeFlag.FORMER_NAME,) if spelling in index.former else ()
            return _Hit(rows, 0, len(run), flags, company)
        if found := index.companies.get(spelling):
            return _Hit(tuple(dict.fromkeys(row for row, _ in found)), 0, len(run), (), company)
    return None


def _near(run: Sequence[Token], shortest: int) -> _Hit | None:
    """The one make whose name the words are but for one letter, the first letter being right."""
    index, key = _index(), _words.joined(run)
    blurred = _words.squeezed(key)
    close = {
        name
        for part in _one_less(blurred)
        for name in index.blurred.get(part, ())
        if len(name) >= shortest
        and name[:1] == key[:1]
        and (_words.squeezed(name) == blurred or _words.one_edit(_words.squeezed(name), blurred))
    }
    rows = {row for name in close for row in (index.names.get(name) or [r for r, _ in index.companies[name]])}
    return _Hit(tuple(rows), 0, len(run), (MakeFlag.MISSPELT,)) if len(rows) == 1 else None


def _one_less(key: str) -> Iterator[str]:
    yield key
    for i in range(len(key)):
        yield key[:i] + key[i + 1 :]


@functools.cache
def _index() -> _Index:
    names: dict[str, dict[MakeRow, None]] = {}
    former: set[str] = set()
    companies: dict[str, dict[tuple[MakeRow, Company], None]] = {}
    most_words = 1
    for row in makes():
        for name in row.names:
            words = _words.tokens(name)
            most_words = max(most_words, len(words))
            names.setdefault(_words.joined(words), {})[row] = None
            if name in row.former:
                former.add(_words.joined(words))
        for company in row.companies:
            own = tuple(map(name_key, row.names))
            for key in _company_keys(company.name):
                if company.role in (CompanyRole.MAKER, CompanyRole.LICENSEE) or key.startswith(own):
                    companies.setdefault(key, {})[row, company] = None
    blurred: dict[str, dict[str, None]] = {}
    for name in (*names, *companies):
        if len(name) >= _NAME_EDIT:
            for part in _one_less(_words.squeezed(name)):
                blurred.setdefault(part, {})[name] = None
    return _Index(
        {name: tuple(rows) for name, rows in names.items()},
        frozenset(former),
        {name: tuple(pairs) for name, pairs in companies.items()},
        {part: tuple(names) for part, names in blurred.items()},
        most_words,
    )


def _company_keys(name: str) -> Iterable[str]:
    words = _words.tokens(name)
    core = [token for token in words if not token.of("legal", "ending") and token.key != "the"]
    return dict.fromkeys((_words.joined(words), _words.joined(core)))
