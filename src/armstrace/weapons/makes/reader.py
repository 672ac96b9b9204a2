"""From the text of a make field, or a phrase about a weapon, to a make."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace._placeholders import says_nothing
from armstrace.places.country import Country
from armstrace.weapons import name_words as _words
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.makes import names as _make_index
from armstrace.weapons.makes.names import Hit, Loss
from armstrace.weapons.makes.registry import Company, Make, makes
from armstrace.weapons.models import registry as _model_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.weapons.name_words import Token

_LONGEST = 200
"""A longer cell is prose, and prose is not read as one make."""
_COMPANY_SHORTEST = 10
"""Names of companies one letter apart are often two companies: only long ones are forgiven a letter."""
_PHRASE_SHORTEST = 7
"""In a phrase stand ordinary words too, and some are one letter from a short name."""


class MakeFlag(StrEnum):
    """What a reader of the answer must know.

    Attributes:
        MISSPELT: One letter was wrong, or a doubled letter single.
        FORMER_NAME: The text has a name that was given up since.
        NOT_IN_REGISTRY: The name stays as written: no registered make bears it.
        SIMILAR_NAME: It holds the name of a registered make and more: perhaps another company.
        SEVERAL_MAKES: It names makes that have nothing to do with each other; none is chosen.
        ALSO_NAMED: It names other, related makes too; the first is taken.
        AMBIGUOUS: Several makes bear the name; none is chosen.
        COUNTRY: It is a country, and no make.
        MODEL: It is a model or a pattern, and no make.
        CARTRIDGE: The only make's name in it is part of a cartridge's name.
        NO_MAKE: It names no make that is known, and is no name itself.
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
    NO_MAKE = "no_make"
    TOO_LONG = "too_long"


@frozen(kw_only=True)
class MakeReading:
    """What was read as a make, and what was not.

    Attributes:
        make: The make; None where the text names none, or several.
        candidates: The makes it may be, where none was chosen (for a model in place of a make: those that have one of
            that name); the others named, where one was.
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


def read(text: str) -> MakeReading | None:
    """What *text* names as a make; None where it says nothing at all (``S/M``, ``DESC.``)."""
    if len(text) > _LONGEST:
        return MakeReading(make=None, flags=(MakeFlag.TOO_LONG,), unread=text, raw=text)
    return _read(text)


def spotted(words: Sequence[Token]) -> tuple[Make | None, frozenset[int]]:
    """The make named in a text about a model, if it is one only, and the positions of all words that name makes."""
    hits, of_cartridges = _scan(words)
    if not hits and not of_cartridges:
        hits = _scan_near(words)
    rows = {row for hit in hits for row in hit.rows}
    make = next(iter(rows)).make() if len(rows) == 1 else None
    return make, frozenset(i for hit in (*hits, *of_cartridges) for i in range(hit.start, hit.end))


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
    for run, loss in shapes:
        if hit := _make_index.exact(run, loss):
            return _settle([hit], "")
    if any(token.has_digit or token.of("thing") for token in words) or all(token.is_word for token in words):
        return None
    shortest = _COMPANY_SHORTEST if _is_company(words) else _make_index.SHORTEST
    for run, loss in shapes:
        if hit := _make_index.near(run, shortest, loss):
            return _settle([hit], "")
    return None


def _shapes(words: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Loss]]:
    """*words*, then without legal forms, then with one after another of the trailing words of trade taken off."""
    yield words, Loss.NOTHING
    core = [token for token in words if not token.of("legal", "ending") and token.key != "the"]
    loss = Loss.FORM
    if 0 < len(core) < len(words):
        yield core, loss
    while len(core) > 1 and (core[-1].of("trade", "country", "line", "link") or core[-1].joins):
        if core[-1].of("line"):
            loss = Loss.LINE
        core = core[:-1]
        yield core, loss


def _parts(words: Sequence[Token], tidy: str) -> MakeReading:
    """The make that part of the text names, if the rest is no part of the name."""
    company = _is_company(words)
    phrase = not company and any(token.has_digit or token.of("thing") for token in words)
    hits, of_cartridges = _scan(words)
    if phrase and not hits and not of_cartridges:
        hits = _scan_near(words)
    unknown = MakeReading(make=Make(id=None, name=tidy), flags=(MakeFlag.NOT_IN_REGISTRY,))
    if hits:
        taken = {i for hit in hits for i in range(hit.start, hit.end)}
        rest = [token for i, token in enumerate(words) if i not in taken and not token.joins]
        if not (_only_forms(words, hits, rest) if company else _explained(rest, phrase=phrase)):
            return evolve(unknown, candidates=_makes(hits), flags=(*unknown.flags, MakeFlag.SIMILAR_NAME))
        return _settle(hits, _unread(words, taken))
    if of_cartridges:
        return MakeReading(make=None, candidates=_makes(of_cartridges), flags=(MakeFlag.CARTRIDGE,), unread=tidy)
    if not company and (flag := _no_make(words)):
        candidates = _makers(words) if flag is MakeFlag.MODEL else ()
        return MakeReading(make=None, candidates=candidates, flags=(flag,), unread=tidy)
    names_firm = any(token.of("line", "business") for token in words) and not all(token.is_word for token in words)
    if phrase and (not names_firm or any(token.has_digit for token in words)):
        return MakeReading(make=None, flags=(MakeFlag.NO_MAKE,), unread=tidy)
    return unknown


def _only_forms(words: Sequence[Token], hits: Sequence[Hit], rest: Sequence[Token]) -> bool:
    """Whether a company's name says no more than the names of makes in it: ``HYDRA-MATIC DIV. GM CORP``."""
    runs = [(hit.rows, words[hit.start : hit.end]) for hit in hits]
    return all(token.of("legal", "ending", "trade", "link", "country") for token in rest) and all(
        _make_index.proves(rows, run, Loss.FORM) for rows, run in runs
    )


def _explained(rest: Sequence[Token], *, phrase: bool) -> bool:
    """Whether the words beside a make's name can belong to a weapon, and not to the name of another firm."""
    if any(token.of("business") for token in rest):
        return False
    if phrase or _is_model(rest):
        return True
    return all(token.is_word or len(token.key) <= 3 or _is_model([token]) for token in rest)


def _no_make(words: Sequence[Token]) -> MakeFlag | None:
    """What stands in the place of a make, if that is a country, a model or no name at all."""
    named = [token for token in words if not token.of("filler") and not token.joins]
    spellings = {_words.joined(named), _words.joined(words)}
    if named and (all(token.of("country") for token in named) or not spellings.isdisjoint(_countries())):
        return MakeFlag.COUNTRY
    core = [token for token in named if not token.of("thing", "how")]
    if _is_model(core) and "".join(token.key for token in core) not in _model_table.ordinary():
        return MakeFlag.MODEL
    if all(token.is_word or token.key.isdigit() for token in named):
        return MakeFlag.NO_MAKE
    return None


def _makers(words: Sequence[Token]) -> tuple[Make, ...]:
    """The makes that have a model of the name that stands in place of a make; none where any may."""
    key = "".join(token.key for token in words if not token.of("filler", "thing", "how"))
    ids = dict.fromkeys(make for entry in _model_table.models().named(key) for make in entry.makes)
    return tuple(makes()[make_id].make() for make_id in ids)


@functools.cache
def _countries() -> frozenset[str]:
    names = {_normalize.key(name) for country in Country.all() for name in country.names}
    return frozenset(name for name in names if len(name) > 3)  # codes of two and three letters are brands as well


def _settle(hits: Sequence[Hit], unread: str) -> MakeReading:
    """The reading of a text that names makes at *hits*: the first, if the others are related to it."""
    first = hits[0]
    named = _makes(hits)
    flags: list[MakeFlag] = []
    if first.misspelt:
        flags.append(MakeFlag.MISSPELT)
    if first.former:
        flags.append(MakeFlag.FORMER_NAME)
    related = first.rows[0].related
    if len(first.rows) > 1:
        flags.append(MakeFlag.AMBIGUOUS)
    elif any(make.id not in related for make in named[1:]):
        flags.append(MakeFlag.SEVERAL_MAKES)
    else:
        flags += [MakeFlag.ALSO_NAMED] if named[1:] else []
        return MakeReading(
            make=named[0], candidates=named[1:], company=first.company, flags=tuple(flags), unread=unread
        )
    return MakeReading(make=None, candidates=named, flags=tuple(flags), unread=unread)


def _makes(hits: Sequence[Hit]) -> tuple[Make, ...]:
    return tuple(dict.fromkeys(row.make() for hit in hits for row in hit.rows))


def _unread(words: Sequence[Token], taken: set[int]) -> str:
    return " ".join(
        token.text
        for i, token in enumerate(words)
        if i not in taken and not token.joins and not token.of("legal", "ending", "trade", "line")
    )


def _is_company(words: Sequence[Token]) -> bool:
    """Whether the text has a legal form."""
    return any(token.of("legal") for token in words) or (len(words) > 1 and words[-1].of("ending"))


def _is_model(run: Sequence[Token]) -> bool:
    """Whether the words together are the name of a model or a pattern."""
    return bool(run) and "".join(token.key for token in run) in _model_table.words_of_models()


def _scan(words: Sequence[Token]) -> tuple[list[Hit], list[Hit]]:
    """Where names of makes stand, and where they are only part of a cartridge's name."""
    hits: list[Hit] = []
    of_cartridges: list[Hit] = []
    leading = True
    position = 0
    while position < len(words):
        hit = _make_index.longest(words, position, leading=leading)
        leading = leading and words[position].of("filler")
        if hit is None or _begins_model(words, hit):
            position += 1
            continue
        if _names_cartridge(words, hit, beside=bool(hits)):
            of_cartridges.append(hit)
        elif not (hits and _is_model_of(hits[0], words[hit.start : hit.end])):
            hits.append(hit)
        position = hit.end
    return hits, of_cartridges


def _is_model_of(first: Hit, run: Sequence[Token]) -> bool:
    """Whether the words name a model of the make before them: ``Colt Cobra``, ``Phoenix Raven``."""
    key = "".join(token.key for token in run)
    return any(row.id in entry.makes for entry in _model_table.models().named(key) for row in first.rows)


def _begins_model(words: Sequence[Token], hit: Hit) -> bool:
    """Whether the words are no make but begin the model of another: ``MAC 90``, ``SAR 1``."""
    following = words[hit.end : hit.end + 1]
    if not following or not following[0].has_digit:
        return False
    key = "".join(token.key for token in words[hit.start : hit.end + 1])
    entries = _model_table.models().named(key)
    return bool(entries) and not any(row.id in entry.makes for entry in entries for row in hit.rows)


def _scan_near(words: Sequence[Token]) -> list[Hit]:
    """The first misspelt name of a make in the text."""
    for start in range(len(words)):
        for end in range(min(len(words), start + 3), start, -1):
            run = words[start:end]
            if run[0].joins or run[-1].joins or any(word.has_digit or word.is_word for word in run if not word.joins):
                continue
            ruled_out = _is_model(run) or _make_index.exact(run)
            hit = None if ruled_out else _make_index.near(run, _PHRASE_SHORTEST)
            if hit:
                return [Hit(hit.rows, start, end, misspelt=True)]
    return []


def _names_cartridge(words: Sequence[Token], hit: Hit, *, beside: bool) -> bool:
    """Whether the name follows a number with which it names a cartridge: ``.270 Winchester``.

    *Beside* another make ``.40 caliber S&W`` is a cartridge too; alone it is a Smith & Wesson in that caliber.
    """
    number = hit.start - 1
    while beside and number > 0 and words[number].of("caliber"):
        number -= 1
    if number < 0 or not words[number].has_digit:
        return False
    return words[number].key + _words.joined(words[hit.start : hit.end]) in _cartridge_names()


@functools.cache
def _cartridge_names() -> frozenset[str]:
    rows = Cartridge.all()
    return frozenset(_words.joined(_words.tokens(name)) for row in rows for name in (row.name, *row.aliases))
