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
>>> read("MARCA BORRADA").state, read("Colt y Glock").candidates
(<NameState.OBLITERATED: 'obliterated'>, (Make(id='colt', name='Colt', raw=''), Make(id='glock', name='Glock', raw='')))
>>> read("S/M") is None
True
"""

from __future__ import annotations

import functools
import itertools
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace._placeholders import says_nothing
from armstrace.weapons import name_words as _words
from armstrace.weapons.construction import Making
from armstrace.weapons.makes import names as _make_index
from armstrace.weapons.makes.names import Hit, Loss
from armstrace.weapons.makes.registry import Company, Make
from armstrace.weapons.makes.scan import is_model, leads, scan
from armstrace.weapons.makes.surroundings import (
    country_in,
    country_names,
    follows_importer,
    is_address,
    is_importer,
    is_importer_of,
    is_of_type,
    lists,
)
from armstrace.weapons.model_names import makes_of, name_key, ordinary_words, patterns_by_word
from armstrace.weapons.name_absence import NameState, absence_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from armstrace.weapons.name_absence import Absence
    from armstrace.weapons.name_words import Token

_LONGEST = 200
"""A longer cell is prose, and prose is not read as one make."""
_COMPANY_SHORTEST = 10
"""Names of companies one letter apart are often two companies: only long ones are forgiven a letter."""
_FORMS = ("legal", "ending", "trade", "link", "country", "place", "importer", "filler")
"""The classes of words that the name of the same firm may hold besides the make."""
_INITIALS = 2
"""Words as short as this beside a name are no letters of a misspelt one."""


class MakeFlag(StrEnum):
    """A remark on how a make was read."""

    MISSPELT = "misspelt"  #: One letter was wrong, or a doubled letter single.
    FORMER_NAME = "former_name"  #: The text has a name that was given up since.
    NOT_IN_REGISTRY = "not_in_registry"  #: The name stays as written: no registered make bears it.
    SIMILAR_NAME = "similar_name"  #: The text holds the name of a registered make and more: perhaps another company.
    SEVERAL_MAKES = "several_makes"  #: The text names unrelated makes; none is chosen.
    ALSO_NAMED = "also_named"  #: The text names related makes too; the first is taken.
    AMBIGUOUS = "ambiguous"  #: Several makes bear the name; none is chosen.
    TYPE_OF = "type_of"  #: The text says that the weapon is of the type of a make's weapons; no make is taken.
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
        importer: The make that the text names as the importer of the first: ``Romarm, imp. Century Arms``.
        country: ISO 3166 code of the country that the text names beside the make: ``Beretta, Made in Italy``.
        state: The reason why there is no name, where the text gives a reason: ``MARCA BORRADA``.
        made_by: The way the weapon was made, where the text says that it was not made in a factory: ``HECHIZA``.
        flags: Remarks on the reading.
        unread: The words that do not name a make.
        raw: The text.
    """

    make: Make | None
    candidates: tuple[Make, ...] = ()
    company: Company | None = None
    importer: Make | None = None
    country: str | None = None
    state: NameState | None = None
    made_by: Making | None = None
    flags: tuple[MakeFlag, ...] = ()
    unread: str = ""
    raw: str = ""

    @property
    def names_absence(self) -> bool:
        """True if the text says that there is no name, or names only an importer, and nothing else."""
        facts = (self.state, self.made_by, self.importer)
        return self.make is None and not self.unread and any(fact is not None for fact in facts)


def read(text: str) -> MakeReading | None:
    """The make that a text names; None where it is blank or only states that nothing is known (``S/M``, ``DESC.``)."""
    if len(text) > _LONGEST:
        return MakeReading(make=None, flags=(MakeFlag.TOO_LONG,), unread=text, raw=text)
    return _read(text)


@functools.lru_cache(maxsize=16384)
def _read(text: str) -> MakeReading | None:
    tidy = _normalize.tidy(text)
    words = _words.tokens(tidy)
    reading = _exactly(words) if words else None
    if reading is None:
        absence = absence_in(words)
        if absence is not None and (absence.is_whole(words) or not _is_company(words)):
            reading = _with_absence(words, absence, tidy)
            return evolve(reading, make=reading.make and evolve(reading.make, raw=text), raw=text) if reading else None
        if says_nothing(tidy):
            return None
        reading = _nearly(words) or _parts(words, tidy)
    return evolve(reading, make=reading.make and evolve(reading.make, raw=text), raw=text)


def _with_absence(words: Sequence[Token], absence: Absence, tidy: str) -> MakeReading | None:
    """The reading of a text that says that there is no name; None if it says only that none is known.

    Words that say something else are read apart; what names no make among them stays unread.
    """
    rest = [token for i, token in enumerate(words) if i not in absence.taken]
    reading = MakeReading(make=None)
    if any(not token.joins for token in rest):
        reading = _exactly(rest) or _nearly(rest) or _parts(rest, tidy)
        if reading.make is None or not reading.make.known:
            reading = evolve(reading, make=None, unread=_words.as_written(rest))
    elif absence.says_nothing:
        return None
    if absence.made_by is not None and reading.make is not None:  # a homemade copy of a Colt is no Colt
        reading = evolve(reading, make=None, candidates=_candidates(reading), flags=(*reading.flags, MakeFlag.TYPE_OF))
    return evolve(reading, state=absence.state, made_by=absence.made_by)


def _exactly(words: Sequence[Token]) -> MakeReading | None:
    """The reading of a text that is nothing but the name of a make and words of companies; None for other texts."""
    for run, loss in _shapes(words):
        if hit := _make_index.exact(run, loss):
            return _with_country(_settle([hit], ""), words, hit)
    return None


def _nearly(words: Sequence[Token]) -> MakeReading | None:
    """The reading of a misspelt name of a make; None if no name, or more than one, is nearest."""
    beside = _make_index.beside_name(words)
    phrase = any(token.has_digit or token.of("thing") for token in words) or all(token.is_word for token in words)
    if phrase or 0 < beside <= _INITIALS:
        return None
    shapes = tuple(_shapes(words))
    company = _is_company(words)
    for run, loss in shapes:
        if hit := _make_index.near(run, _COMPANY_SHORTEST if company else _make_index.SHORTEST, loss):
            return _with_country(_settle([hit], ""), words, hit)
    for run, loss in () if company or beside else shapes:
        if hit := _make_index.nearest(run, loss):
            return _with_country(_settle([hit], ""), words, hit)
    hit = None if beside else _make_index.abbreviated(words)
    if hit is not None:
        return _settle([hit], "")
    return None if beside or company else _between(words)


def _between(words: Sequence[Token]) -> MakeReading | None:
    """The reading of a misspelt name that is as near to several makes: none is chosen; None for other texts."""
    rows = _make_index.all_near(words)
    if len(rows) < 2:
        return None
    makes = tuple(row.make() for row in rows)
    return MakeReading(
        make=None, candidates=makes, flags=(MakeFlag.MISSPELT, MakeFlag.AMBIGUOUS), unread=_words.as_written(words)
    )


def _with_country(reading: MakeReading, words: Sequence[Token], hit: Hit) -> MakeReading:
    """The reading with the country that stands behind the name, and words for a country that has no code unread."""
    country, taken = country_in(words[hit.end :])
    rest = [token for i, token in enumerate(words[hit.end :]) if i not in taken]
    unread = [token for token in rest if token.of("country") and not token.of("trade")]
    return evolve(reading, country=country, unread=_words.as_written(unread))


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
        rest = [token for i, token in enumerate(words) if not _within(hits, i) and not token.joins]
        if _belongs(words, hits, rest, company=company, phrase=phrase):
            return _named(words, hits, tidy)
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


def _belongs(
    words: Sequence[Token], hits: Sequence[Hit], rest: Sequence[Token], *, company: bool, phrase: bool
) -> bool:
    """True if the words *rest* beside the names of makes do not make the text the name of another firm."""
    if _only_forms(words, hits, rest) if company else _explained(rest, phrase=phrase) or leads(words, hits[0], rest):
        return True
    return is_address([token for token in words[hits[-1].end :] if not token.of("legal", "ending", "trade")])


def _within(hits: Sequence[Hit], i: int) -> bool:
    """True if the word at the index *i* is part of one of these names."""
    return any(hit.start <= i < hit.end for hit in hits)


def _named(words: Sequence[Token], hits: Sequence[Hit], tidy: str) -> MakeReading:
    """The reading of a text in which these names of makes stand among words that can belong to a weapon."""
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    if is_of_type(words, hits[0]):
        return MakeReading(make=None, candidates=_makes(hits), flags=(MakeFlag.TYPE_OF,), unread=_unread(words, taken))
    country, of_country = country_in(words, taken)
    if len(hits) == 1 and len(hits[0].rows) == 1 and is_importer(words, hits[0]):
        importer_only = hits[0].rows[0].make()
        return MakeReading(make=None, importer=importer_only, unread=_unread(words, taken | {hits[0].end}))
    makers, importer = _importer(words, hits)
    listed = any(lists(tidy, words, left, right) for left, right in itertools.pairwise(makers))
    reading = _settle(makers, _unread(words, taken | of_country | _importer_words(words, importer)), listed=listed)
    return evolve(reading, country=country, importer=importer.rows[0].make() if importer else None)


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
    return all(token.of(*_FORMS) for token in rest) and all(
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
    if named and (all(token.of("country") for token in named) or not spellings.isdisjoint(country_names())):
        return MakeFlag.COUNTRY
    core = [token for token in named if not token.of("thing", "how", "type_of")]
    if (is_model(core) or _is_pattern(core)) and "".join(token.key for token in core) not in ordinary_words():
        return MakeFlag.MODEL
    if all(token.is_word or token.key.isdigit() for token in named):
        return MakeFlag.NO_MAKE
    return None


def _is_pattern(words: Sequence[Token]) -> bool:
    """True if the words are a word for a design, which may have two letters: ``AK``."""
    return name_key("".join(token.key for token in words)) in patterns_by_word()


def _makers(words: Sequence[Token]) -> tuple[Make, ...]:
    """The makes that have a model with the name *words*; empty if no make has one, or any make may."""
    key = "".join(token.key for token in words if not token.of("filler", "thing", "how"))
    return tuple(make for make_id in makes_of(key) or () if (make := Make.get(make_id)))


def _importer(words: Sequence[Token], hits: Sequence[Hit]) -> tuple[Sequence[Hit], Hit | None]:
    """The makes in the text without the importer, and the importer; None if the text names no importer of a make."""
    for i, hit in enumerate(hits[1:], 1):
        if len(hit.rows) == 1 and (
            follows_importer(words, hit.start)
            or (len(hits) == 2 and len(hits[0].rows) == 1 and is_importer_of(hits[0].rows[0], hit.rows[0]))
        ):
            return (*hits[:i], *hits[i + 1 :]), hit
    return hits, None


def _importer_words(words: Sequence[Token], importer: Hit | None) -> set[int]:
    """The indexes of the words that introduce the importer; empty if there is none."""
    if importer is None or not follows_importer(words, importer.start):
        return set()
    first = importer.start - 1
    while not words[first].of("importer"):
        first -= 1
    return set(range(first, importer.start))


def _settle(hits: Sequence[Hit], unread: str, *, listed: bool = False) -> MakeReading:
    """The reading of a text that names these makes: the first, if the others are related to it, else no make.

    The words that do not name a make are in *unread*. Of makes that are *listed* (``Colt and Glock``) none is taken.
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
    elif (listed and named[1:]) or any(make.id not in related for make in named[1:]):
        flags.append(MakeFlag.SEVERAL_MAKES)
    else:
        flags += [MakeFlag.ALSO_NAMED] if named[1:] else []
        return MakeReading(
            make=named[0], candidates=named[1:], company=first.company, flags=tuple(flags), unread=unread
        )
    return MakeReading(make=None, candidates=named, flags=tuple(flags), unread=unread)


def _candidates(reading: MakeReading) -> tuple[Make, ...]:
    return (*((reading.make,) if reading.make else ()), *reading.candidates)


def _makes(hits: Sequence[Hit]) -> tuple[Make, ...]:
    return tuple(dict.fromkeys(row.make() for hit in hits for row in hit.rows))


def _unread(words: Sequence[Token], taken: Container[int]) -> str:
    forms = ("legal", "ending", "trade", "line")
    left = [token for i, token in enumerate(words) if i not in taken and not token.joins and not token.of(*forms)]
    return _words.as_written(left)


def _is_company(words: Sequence[Token]) -> bool:
    """True if the text has a legal form, such as ``LLC``."""
    return any(token.of("legal") for token in words) or (len(words) > 1 and words[-1].of("ending"))
