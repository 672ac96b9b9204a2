"""The make that the text of a make field names.

A name that is not in the registry stays as written and is flagged.

>>> read("SMIT & WESSON").make
Make(id='smith-wesson', name='Smith & Wesson', raw='SMIT & WESSON')
>>> reading = read("NORINCO 56")
>>> reading.make.id, reading.unread
('norinco', '56')
>>> reading = read("BARRETT AND SONS SPORTING GOODS LLC")
>>> reading.make.known, [str(flag) for flag in reading.flags]
(False, ['not_in_registry', 'similar_name'])
>>> read("CHINA").flags
(<MakeFlag.COUNTRY: 'country'>,)
>>> read("S/M") is None
True
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace._placeholders import says_nothing
from armstrace.places.country import Country
from armstrace.weapons import name_words as _words
from armstrace.weapons.makes import names as _make_index
from armstrace.weapons.makes.names import Hit, Loss
from armstrace.weapons.makes.registry import Company, Make
from armstrace.weapons.makes.scan import is_model, scan
from armstrace.weapons.model_names import makes_of, ordinary_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.weapons.name_words import Token

_LONGEST = 200
"""A longer cell is prose, and prose is not read as one make."""
_COMPANY_SHORTEST = 10
"""Names of companies one letter apart are often two companies: only long ones are forgiven a letter."""


class MakeFlag(StrEnum):
    """A remark on how a make was read."""

    MISSPELT = "misspelt"  #: One letter was wrong, or a doubled letter single.
    FORMER_NAME = "former_name"  #: The text has a name that was given up since.
    NOT_IN_REGISTRY = "not_in_registry"  #: The name stays as written: no registered make bears it.
    SIMILAR_NAME = "similar_name"  #: The text holds the name of a registered make and more: perhaps another company.
    SEVERAL_MAKES = "several_makes"  #: The text names unrelated makes; none is chosen.
    ALSO_NAMED = "also_named"  #: The text names related makes too; the first is taken.
    AMBIGUOUS = "ambiguous"  #: Several makes bear the name; none is chosen.
    COUNTRY = "country"  #: The text is a country, and no make.
    MODEL = "model"  #: The text is a model or a pattern, and no make.
    CARTRIDGE = "cartridge"  #: The only name of a make in the text is part of a cartridge's name.
    NO_MAKE = "no_make"  #: The text names no known make, and is no name itself.
    TOO_LONG = "too_long"  #: The text is too long for a make field and was not read.


@frozen(kw_only=True)
class MakeReading:
    """The make in a text, and the words that were not understood.

    Attributes:
        make: The make; None where the text names none, or several.
        candidates: The possible makes, where none was chosen (for a model in place of a make: those that have a model
            of that name); the other makes in the text, where one was chosen.
        company: The company that the text names, where the registry has that company.
        flags: Remarks on the reading.
        unread: The words that do not name a make.
        raw: The text.
    """

    make: Make | None
    candidates: tuple[Make, ...] = ()
    company: Company | None = None
    flags: tuple[MakeFlag, ...] = ()
    unread: str = ""
    raw: str = ""


def read(text: str) -> MakeReading | None:
    """The make that a text names; None where the text is blank or a placeholder (``S/M``, ``DESC.``)."""
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
    """The reading of a text that is nothing but the name of a make and words of companies; None for other texts."""
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
    """The words as they are, then without legal forms, then also without the last words of trade, with the loss.

    The last words of trade are left out one after another, and every shape comes with the `Loss` that led to it.
    """
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
    """The reading of a text of which only a part, or nothing, names a make.

    Where the other words are those of another firm, or no make is named, the text may be an unregistered name.
    """
    company = _is_company(words)
    phrase = not company and any(token.has_digit or token.of("thing") for token in words)
    hits, of_cartridges = scan(words, misspelt=phrase)
    unregistered = MakeReading(make=Make(id=None, name=tidy), flags=(MakeFlag.NOT_IN_REGISTRY,))
    if hits:
        taken = {i for hit in hits for i in range(hit.start, hit.end)}
        rest = [token for i, token in enumerate(words) if i not in taken and not token.joins]
        if _only_forms(words, hits, rest) if company else _explained(rest, phrase=phrase):
            return _settle(hits, _unread(words, taken))
        return evolve(unregistered, candidates=_makes(hits), flags=(*unregistered.flags, MakeFlag.SIMILAR_NAME))
    if of_cartridges:
        return MakeReading(make=None, candidates=_makes(of_cartridges), flags=(MakeFlag.CARTRIDGE,), unread=tidy)
    flag = None if company else _no_make(words)
    if flag is None and phrase and not _names_firm(words):
        flag = MakeFlag.NO_MAKE
    if flag is None:
        return unregistered
    candidates = _makers(words) if flag is MakeFlag.MODEL else ()
    return MakeReading(make=None, candidates=candidates, flags=(flag,), unread=tidy)


def _names_firm(words: Sequence[Token]) -> bool:
    """True if the text has a word of business and a word that is not in the table, and no digit."""
    return (
        any(token.of("line", "business") for token in words)
        and not all(token.is_word for token in words)
        and not any(token.has_digit for token in words)
    )


def _only_forms(words: Sequence[Token], hits: Sequence[Hit], rest: Sequence[Token]) -> bool:
    """True if a company's name holds only the makes in *hits* and legal forms: ``HYDRA-MATIC DIV. GM CORP``.

    The other words of the name are in *rest*.
    """
    runs = [(hit.rows, words[hit.start : hit.end]) for hit in hits]
    return all(token.of("legal", "ending", "trade", "link", "country") for token in rest) and all(
        _make_index.proves(rows, run, Loss.FORM) for rows, run in runs
    )


def _explained(rest: Sequence[Token], *, phrase: bool) -> bool:
    """True if the words *rest* beside a make's name can belong to a weapon, and not to the name of another firm.

    The text is a *phrase* if it has a digit or a word for a thing, and then any word but one of business will do.
    """
    if any(token.of("business") for token in rest):
        return False
    if phrase or is_model(rest):
        return True
    return all(token.is_word or len(token.key) <= 3 or is_model([token]) for token in rest)


def _no_make(words: Sequence[Token]) -> MakeFlag | None:
    """The flag for a country, a model or no name at all in place of a make; None if the text may name a make."""
    named = [token for token in words if not token.of("filler") and not token.joins]
    spellings = {_words.joined(named), _words.joined(words)}
    if named and (all(token.of("country") for token in named) or not spellings.isdisjoint(_countries())):
        return MakeFlag.COUNTRY
    core = [token for token in named if not token.of("thing", "how")]
    if is_model(core) and "".join(token.key for token in core) not in ordinary_words():
        return MakeFlag.MODEL
    if all(token.is_word or token.key.isdigit() for token in named):
        return MakeFlag.NO_MAKE
    return None


def _makers(words: Sequence[Token]) -> tuple[Make, ...]:
    """The makes that have a model with the name *words*; empty if no make has one, or any make may."""
    key = "".join(token.key for token in words if not token.of("filler", "thing", "how"))
    return tuple(make for make_id in makes_of(key) or () if (make := Make.get(make_id)))


@functools.cache
def _countries() -> frozenset[str]:
    names = {_normalize.key(name) for country in Country.all() for name in country.names}
    return frozenset(name for name in names if len(name) > 3)  # codes of two and three letters are brands as well


def _settle(hits: Sequence[Hit], unread: str) -> MakeReading:
    """The reading of a text that names these makes: the first, if the others are related to it, else no make.

    The words that do not name a make are in *unread*.
    """
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
    """True if the text has a legal form, such as ``LLC``."""
    return any(token.of("legal") for token in words) or (len(words) > 1 and words[-1].of("ending"))
