"""The reader of type cells, which takes a messy cell apart and keeps what it did not understand.

>>> reading = read("FUSIL DE ASALTO cal .223", language="es")
>>> str(reading.kinds), reading.legal_word, reading.unread
('rifle', 'fusil', 'cal .223')
>>> print(read("granadas y lanzagranadas").kinds)
grenade and grenade launcher
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import evolve, field, frozen

from armstrace import _normalize, _placeholders
from armstrace.weapons.features import Action, FireMode, ReadingLanguage
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.kinds.meanings import UNCLEAR, Meaning, meaning
from armstrace.weapons.kinds.segments import Phrase, find
from armstrace.weapons.kinds.words import FILLERS, JOINTS, Token, tokens, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")

_NO_KINDS: Final = KindSet()
_SMALL: Final = FILLERS | JOINTS
_CACHED_LENGTH: Final = 200
_EDGES: Final = " -:;,/&+()[]*'\""


@frozen(kw_only=True)
class KindReading:
    """The reading of a type cell.

    Attributes:
        kinds: The kinds named; empty where none was understood.
        legal_word: The Spanish word of the Mexican law as written, in lower case and singular (``fusil``, ``rifle``,
            ``mosquetón``, …); None where none was written in Spanish, or several were.
        action: The mechanism, where a word states it.
        fire_modes: The modes, where a word states them. A machine gun and a submachine gun fire automatically by
            definition; an "assault rifle" does not, and an "automatic" pistol or shotgun is often only self-loading.
        pattern: The pattern named without a model: ``AR`` or ``AK``.
        flags: What else was noticed, sorted: ``slang``, ``press_term``, ``misspelt``, ``sawed_off``, ``homemade``,
            ``tube``, ``sniper``, ``anti_materiel``, ``inert``, ``automatic_unclear``, ``conflicting_words``,
            ``several_legal_words``.
        unread: What was not understood, as written.
        raw: The cell.
    """

    kinds: KindSet = _NO_KINDS
    legal_word: str | None = None
    action: Action | None = None
    fire_modes: frozenset[FireMode] | None = None
    pattern: str | None = None
    flags: tuple[str, ...] = ()
    unread: str = ""
    raw: str = field(default="", eq=False)


def read(text: str, *, language: ReadingLanguage | None = None) -> KindReading:
    """The reading of a type cell, however messy; never an error.

    Args:
        text: The cell.
        language: The language of the table. It settles whether a word that several languages share, such as
            RIFLE, is the Spanish word; without it only other words of the same cell do.

    >>> read("RIFLE", language="es").legal_word, read("RIFLE").legal_word
    ('rifle', None)
    >>> reading = read("ARMA LARGA TIPO AR-15", language="es")
    >>> str(reading.kinds), reading.pattern, reading.legal_word
    ('rifle', 'AR', None)
    """
    # a giant cell is read, but not kept
    return _read(text, language) if len(text) > _CACHED_LENGTH else _read_cached(text, language)


def _read(text: str, language: ReadingLanguage | None) -> KindReading:
    if _placeholders.says_nothing(text):
        return KindReading(raw=text)
    plain = _normalize.tidy(text)
    words = tokens(plain)
    segments = find(words)
    phrases = [phrase for segment in segments for phrase in segment.phrases]
    spanish = (language or language_of(phrases)) == "es"
    meanings = [meaning(segment.phrases, spanish=spanish) for segment in segments]
    unused = _covered(phrase for part in meanings for phrase in part.unused)
    covered = _covered(phrases) - unused
    reading = joined(meanings, _unread(plain, words, covered), text)
    if any(vocabulary().is_misspelt(words[index].word) for index in covered):
        reading = evolve(reading, flags=tuple(sorted({*reading.flags, "misspelt"})))
    return reading if describes(reading) else KindReading(unread=plain, raw=text)


_read_cached = functools.lru_cache(maxsize=16384)(_read)


def _covered(phrases: Iterable[Phrase]) -> set[int]:
    return {index for phrase in phrases for index in phrase.span}


def joined(meanings: Sequence[Meaning], unread: str, raw: str) -> KindReading:
    """The reading of a cell, put together from the meanings of its segments and the words left *unread*."""
    legal_words = {word for part in meanings for word in part.legal_words}
    flags = {flag for part in meanings for flag in part.flags}
    if len(legal_words) > 1:
        flags.add("several_legal_words")
    return KindReading(
        kinds=KindSet(kinds=frozenset(kind for part in meanings for kind in part.kinds)),
        legal_word=_shared(list(legal_words)),
        action=_shared([part.action for part in meanings]),
        fire_modes=_shared([part.modes for part in meanings]) or None,
        pattern=_shared([part.pattern for part in meanings]) or None,
        flags=tuple(sorted(flags)),
        unread=unread,
        raw=raw,
    )


def describes(reading: KindReading) -> bool:
    """True if the reading states something of a weapon; False for AUTO alone, which may be a car."""
    if reading.kinds or reading.legal_word or reading.fire_modes or reading.pattern:
        return True
    return reading.flags != (UNCLEAR,) and bool(reading.action or reading.flags)


def _shared(values: Sequence[T]) -> T | None:
    """The value that all *values* are; None where they differ, or there are none."""
    return values[0] if len(set(values)) == 1 else None


def language_of(phrases: Iterable[Phrase]) -> str | None:
    """The only language that all phrases have in common; None if they share no language, or several."""
    spoken = [phrase.word.languages for phrase in phrases if phrase.word.languages]
    common = frozenset.intersection(*spoken) if spoken else frozenset()
    return next(iter(common)) if len(common) == 1 else None


def _unread(plain: str, words: Sequence[Token], known: set[int]) -> str:
    """The stretches of *plain* that no phrase covers, joined by spaces, without the small words at their edges.

    The phrases cover the *words* whose indexes are in *known*.
    """
    stretches: list[str] = []
    first = last = -1  # the first and the last word of the stretch that is no small word
    for index in range(len(words) + 1):
        if index < len(words) and index not in known:
            if words[index].word not in _SMALL:
                first, last = (index if first < 0 else first), index
        elif first >= 0:
            stretches.append(_stretch(plain, words[first].start, words[last].end))
            first = -1
    return " ".join(stretches)


def _stretch(plain: str, start: int, end: int) -> str:
    """The text from *start* to *end*, with a point, quote or parenthesis that belongs to it."""
    while start and plain[start - 1] in ".'\"(":
        start -= 1
    while end < len(plain) and plain[end] in ".'\")%":
        end += 1
    return plain[start:end].strip(_EDGES if '"' not in plain[start:end] else " -:;,/&+")
