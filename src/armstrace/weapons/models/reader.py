"""The model that the text of a model field names, or the design that the weapon follows.

The reading never says more than the text. An M1A is no M14: the M1A is sold to the public, the M14 fires automatically.
``M16`` says less than ``M16A2``, and ``AK-47 TIPO`` names a design, which is no model. A bare number is a model only
beside a make.

>>> read("M-16A2").model
Model(id='m16a2', name='M16A2', version='', raw='M-16A2')
>>> str(read("Glock 19 Gen 5").model)
'19 Gen5'
>>> reading = read("AK-47 TIPO")
>>> reading.model, reading.pattern
(None, 'AK')
>>> read("19", make="glock").model.id
'glock-19'
>>> read("19").flags
(<ModelFlag.NEEDS_MAKE: 'needs_make'>,)
"""

from __future__ import annotations

import functools
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace import _normalize
from armstrace._placeholders import says_nothing
from armstrace.weapons import name_words as _words
from armstrace.weapons.construction import Making
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.kinds.reader import read as read_kinds
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.makes.scan import makes_among
from armstrace.weapons.model_names import is_designation, name_key, ordinary_words, patterns_by_word
from armstrace.weapons.models.registry import Model, ModelEntry
from armstrace.weapons.models.versions import is_version, suffix_of, version_of
from armstrace.weapons.name_absence import NameState, absence_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.weapons.name_absence import Absence
    from armstrace.weapons.name_words import Token

_ANY = KindSet()
_LONGEST = 200
_MOST_WORDS = 5
_GLUED = re.compile(r"\b(mod|no|num)\.(?=\S)", re.IGNORECASE)
_HAS_LETTER_M = re.compile(r"m[0-9]{3}")
"""Before a number that is the name of a model, an M means *model*: ``M-11-48``."""
_CALIBER_LABELS = frozenset(("cal", "caliber", "calibre"))
_EPITHETS = frozenset(("special", "magnum", "spl"))
_METRIC = re.compile(r"[0-9]+(?:mm|x[0-9])")


class ModelFlag(StrEnum):
    """A remark on how a model was read."""

    NOT_IN_REGISTRY = "not_in_registry"  #: The designation stays as written: no registered model bears it.
    NOT_OF_MAKE = "not_of_make"  #: Registered models bear the designation, but none of this make.
    #: The designation is a bare number or an ordinary word, which means little without a make.
    NEEDS_MAKE = "needs_make"
    AMBIGUOUS = "ambiguous"  #: Several models bear the designation; none is chosen.
    #: The words behind the designation are taken for its version, as they are written.
    UNKNOWN_VERSION = "unknown_version"
    OTHER_KIND = "other_kind"  #: The model is of another kind than the record states.
    PATTERN = "pattern"  #: The text names a design that many makers follow, and no model.
    TYPE_OF = "type_of"  #: The text says that the weapon is *of the type of* a model, and so is not that model.
    NO_MODEL = "no_model"  #: The text holds no designation at all.
    TOO_LONG = "too_long"  #: The text is too long for a model field and was not read.


@frozen(kw_only=True)
class ModelReading:
    """The model in a text, and the words that were not understood.

    Attributes:
        model: The model; None where the text names a pattern, says "of the type", or designates nothing.
        pattern: The design that the weapon follows, such as ``AK``, where that is known.
        candidates: The possible entries, where none was chosen.
        make: The make that the text itself names, if any.
        state: The reason why there is no name, where the text gives a reason: ``MODELO BORRADO``.
        made_by: The way the weapon was made, where the text says that it was not made in a factory: ``HECHIZA``.
        flags: Remarks on the reading.
        unread: The words that do not name a model.
        raw: The text.
    """

    model: Model | None
    pattern: str | None = None
    candidates: tuple[ModelEntry, ...] = ()
    make: Make | None = None
    state: NameState | None = None
    made_by: Making | None = None
    flags: tuple[ModelFlag, ...] = ()
    unread: str = ""
    raw: str = ""

    @property
    def names_absence(self) -> bool:
        """True if the text says that there is no name, and nothing else."""
        states = self.state is not None or self.made_by is not None
        return states and self.model is None and self.pattern is None and not self.unread


def read(text: str, make: Make | str | None = None, kinds: KindSet = _ANY) -> ModelReading | None:
    """The model that a text names; None where the text is blank or a placeholder (``S/M``, ``DESC.``).

    Args:
        text: The cell, or a phrase.
        make: The make of the same record, or its id.
        kinds: The kinds that the same record names; they only choose among models that share a name.
    """
    if len(text) > _LONGEST:
        return ModelReading(model=None, flags=(ModelFlag.TOO_LONG,), unread=text, raw=text)
    reading = _read(text, _Known(make.id if isinstance(make, Make) else make, kinds))
    entry = reading.model.entry if reading is not None and reading.model is not None else None
    if reading is None or entry is None or not kinds or kinds.could_be(entry.kind):
        return reading
    return evolve(reading, flags=(*reading.flags, ModelFlag.OTHER_KIND))


@frozen
class _Known:
    """What is known of the weapon besides the text: the id of its make (or None) and its kinds."""

    make: str | None
    kinds: KindSet

    def entries(self, key: str) -> tuple[ModelEntry, ...]:
        """The entries with the name *key*, or else those of the known make with that name without an M for *model*."""
        entries = ModelEntry.named(key) if key else ()
        if self.of_make(entries) or not _HAS_LETTER_M.match(key):
            return entries
        return self.of_make(ModelEntry.named(key[1:])) or entries

    def of_make(self, entries: Sequence[ModelEntry]) -> tuple[ModelEntry, ...]:
        """The entries that are models of the known make; empty if no make is known."""
        return tuple(entry for entry in entries if self.make is not None and self.make in entry.makes)

    def fits(self, entries: tuple[ModelEntry, ...]) -> bool:
        """True if the kinds are known, and an entry may be of one of them."""
        return bool(self.kinds) and any(self.kinds.could_be(entry.kind) for entry in entries)

    def narrowed(self, entries: tuple[ModelEntry, ...]) -> tuple[ModelEntry, ...]:
        """The entries that may be of the known kinds; all entries if none may."""
        return tuple(entry for entry in entries if self.kinds.could_be(entry.kind)) or entries


@functools.lru_cache(maxsize=16384)
def _read(text: str, known: _Known) -> ModelReading | None:
    tidy = _normalize.tidy(text)
    words = _words.tokens(_GLUED.sub(r"\1 ", tidy))
    absence = absence_in(words)
    if absence is not None and not ModelEntry.named(tidy):
        reading = _with_absence(words, absence, known)
        return reading and evolve(reading, model=reading.model and evolve(reading.model, raw=text), raw=text)
    if says_nothing(tidy):
        return None
    whole = _whole(words, known)
    reading = _with_make(whole, words) if whole else _with_other_words(words, known)
    return evolve(reading, model=reading.model and evolve(reading.model, raw=text), raw=text)


def _with_absence(words: Sequence[Token], absence: Absence, known: _Known) -> ModelReading | None:
    """The reading of a text that says that there is no name; None if it says only that none is known.

    Words that say something else are read apart; what names no known model among them stays unread.
    """
    rest = [token for i, token in enumerate(words) if i not in absence.taken]
    reading = ModelReading(model=None)
    if any(not token.joins for token in rest):
        reading = _whole(rest, known) or _with_other_words(rest, known)
        if reading.pattern is None and (reading.model is None or not reading.model.known):
            reading = evolve(reading, model=None, unread=_words.as_written(rest))
    elif absence.says_nothing:
        return None
    if absence.made_by is not None and reading.model is not None:  # a homemade copy of an Uzi is no Uzi
        reading = _type_of(reading)
    return evolve(reading, state=absence.state, made_by=absence.made_by)


def _with_make(reading: ModelReading, words: Sequence[Token]) -> ModelReading:
    """The reading, with the make if the text is the id of a model, which holds its make, as ``COLT PYTHON`` does.

    In an alias the name of the make is part of the name of the model: not every ``Browning M2`` is a Browning.
    """
    entry = reading.model.entry if reading.model else None
    if entry is None or name_key(_words.as_written(words)) in map(name_key, entry.names):
        return reading
    make, _ = makes_among(words)
    return evolve(reading, make=make) if make and make.id in entry.makes else reading


def _whole(words: Sequence[Token], known: _Known) -> ModelReading | None:
    """The reading of a text that is one designation, labeled or not, or "of the type" of one; else None."""
    rest = [token for token in words if not token.of("type_of")]
    if reading := _labeled(words, known):
        return reading
    reading = _labeled(rest, known) if len(rest) < len(words) else None
    return reading and _type_of(reading)


def _labeled(words: Sequence[Token], known: _Known) -> ModelReading | None:
    bare = words[1:] if len(words) > 1 and words[0].of("label") else words
    return _named(bare, known) or _named(words, known)


def _with_other_words(words: Sequence[Token], known: _Known) -> ModelReading:
    """The reading of a text that is more than a designation and may name a make: ``BARRETT 82A1``."""
    make, positions = makes_among(words)
    rest = [token for i, token in enumerate(words) if i not in positions]
    if make:
        known = _Known(make.id, known.kinds)
    reading = None if len(rest) == 1 and _is_caliber(rest, 0) else _whole(rest, known)
    reading = reading or _parts(rest, known)
    if make is None and positions:  # names of several makes, or of a cartridge, are read by others
        names = _words.as_written([token for i, token in enumerate(words) if i in positions])
        reading = evolve(reading, unread=" ".join(filter(None, (names, reading.unread))))
    return evolve(reading, make=make)


def _parts(words: Sequence[Token], known: _Known) -> ModelReading:
    """The reading of a text of which at most a part is a designation.

    If no part is in the registry, the words that are left stay as the model, or there is no model.
    """
    rest = [token for token in words if not token.of("type_of")]
    reading = _first(rest, known)
    if reading is not None and not (ModelFlag.NOT_OF_MAKE in reading.flags and _is_epithet(rest[0])):
        return _type_of(reading) if len(rest) < len(words) else reading
    left = _unregistered(words, known)
    prose = known.make is None and not any(token.has_digit and not token.key.isdigit() for token in left)
    if not left or (prose and any(token.of("thing", "filler") for token in words)):
        return ModelReading(model=None, flags=(ModelFlag.NO_MODEL,), unread=_words.as_written(words))
    return ModelReading(
        model=Model(id=None, name=_words.as_written(left)),
        flags=(ModelFlag.NOT_IN_REGISTRY,),
        unread=_words.as_written([token for token in words if token not in left]),
    )


def _unregistered(words: Sequence[Token], known: _Known) -> list[Token]:
    """The words that make an unregistered designation; empty if there are none.

    Beside a make, words right before it that describe it belong to it: ``Special 99``.
    """
    left = [token for i, token in enumerate(words) if not (token.is_word or token.joins or _is_caliber(words, i))]
    if not left or known.make is None or any(token.of("thing") for token in words):
        return left
    first = start = words.index(left[0])
    while first and _is_epithet(words[first - 1]) and not (first > 1 and words[first - 2].has_digit):
        first -= 1
    return [*words[first:start], *left]


def _is_epithet(word: Token) -> bool:
    """True if the word may be part of the designation of a model: ``Special``, ``Tactical``."""
    return word.of("how") or word.key in _EPITHETS


def _type_of(reading: ModelReading) -> ModelReading:
    entry = reading.model.entry if reading.model else None
    return evolve(
        reading,
        model=None,
        candidates=(entry,) if entry else reading.candidates,
        flags=(*(flag for flag in reading.flags if flag is not ModelFlag.PATTERN), ModelFlag.TYPE_OF),
    )


def _first(words: Sequence[Token], known: _Known) -> ModelReading | None:
    """The reading of the first designation in the text, the longest that begins there; None if there is none.

    A designation with a digit that says little without its make is taken only if there is no other.
    """
    bare = None
    for start in range(len(words)):
        for end in range(min(len(words), start + _MOST_WORDS), start, -1):
            run = words[start:end]
            if all(token.is_word for token in run) or any(_is_caliber(words, i) for i in range(start, end)):
                continue
            if reading := _named(run, known):
                reading = _with_version(reading, words, start, end)
                if ModelFlag.NOT_OF_MAKE in reading.flags and run[0].of("label") and len(run) > 1:
                    continue  # a "Model 75" of another make says nothing of the 75 of this make
                if ModelFlag.NEEDS_MAKE not in reading.flags:
                    return reading
                bare = bare or (reading if any(token.has_digit for token in run) else None)
    return bare


def _with_version(reading: ModelReading, words: Sequence[Token], start: int, end: int) -> ModelReading:
    """The reading of the designation from *start* to *end*, with the version behind it; the other words are unread.

    Where the text begins with the designation, it may be the cell of a model, and the version any word.
    """
    model, flags = reading.model, reading.flags
    if model is not None and model.known:
        version, taken = version_of(words[end:], any_word=False)
        in_cell = words[start].start == 0 and len(words) <= _MOST_WORDS
        if in_cell and end + taken < len(words):
            longer, length = version_of(words[end:], any_word=True)
            if end + length == len(words) and not any(map(_means_other_thing, words[end:])):
                version, taken, flags = longer, length, (*flags, ModelFlag.UNKNOWN_VERSION)
        end += taken
        model = evolve(model, version=" ".join(filter(None, (model.version, version))))
    return evolve(reading, model=model, flags=flags, unread=_words.as_written([*words[:start], *words[end:]]))


def _means_other_thing(word: Token) -> bool:
    """True if the word names a kind or a model of its own, and no version."""
    return is_designation(name_key(word.text)) or bool(read_kinds(word.text).kinds)


def _is_caliber(words: Sequence[Token], i: int) -> bool:
    """True if the word at *i* is a number that gives a caliber: ``9mm``, ``5.7``, ``40`` before ``caliber``."""
    token = words[i]
    if not token.key[:1].isdigit():
        return False
    label = words[i + 1].key in _CALIBER_LABELS if i + 1 < len(words) else False
    before_unit = any(following.of("caliber") for following in words[i + 1 : i + 2])
    if label and words[i + 2 : i + 3] and words[i + 2].has_digit:  # "500 cal. 12" is a model 500 in caliber 12
        before_unit = False
    if i and words[i - 1].key in _CALIBER_LABELS and token.key.isdigit():
        return True
    return bool(token.is_decimal or _METRIC.match(token.key) or (token.key.isdigit() and before_unit))


def _named(run: Sequence[Token], known: _Known) -> ModelReading | None:
    """The reading of words that are exactly a name of a model or pattern; None for other words."""
    text = _words.as_written(run)
    key = name_key(text)
    entries = known.entries(key)
    of_make = known.of_make(entries)
    pattern = patterns_by_word().get(key)
    if pattern and not of_make:
        return _of_pattern(pattern, known)
    if not entries:
        return None
    fitting = known.narrowed(of_make or tuple(entry for entry in entries if known.make is None or not entry.makes))
    if not of_make and _says_little(key, fitting, known):
        flag = ModelFlag.NEEDS_MAKE if known.make is None else ModelFlag.NOT_OF_MAKE
        return ModelReading(model=Model(id=None, name=text), candidates=fitting or entries, flags=(flag,))
    if len(fitting) == 1:
        model = evolve(fitting[0].model(), version=_version_in(run, fitting[0]))
        return ModelReading(model=model, pattern=fitting[0].pattern)
    shared = {entry.pattern for entry in fitting or entries}
    return ModelReading(
        model=Model(id=None, name=text),
        pattern=shared.pop() if len(shared) == 1 else None,
        candidates=fitting or entries,
        flags=(ModelFlag.AMBIGUOUS if fitting else ModelFlag.NOT_OF_MAKE,),
    )


def _version_in(run: Sequence[Token], entry: ModelEntry) -> str:
    """The version in another name of the entry: known words behind a name, as in ``870 Express``, or a suffix."""
    names = frozenset(map(name_key, entry.names))
    if name_key(_words.as_written(run)) == name_key(entry.name):
        return ""
    for end in range(1, len(run)):
        if name_key(_words.as_written(run[:end])) in names and is_version(run[end:]):
            return version_of(run[end:], any_word=False)[0]
    return suffix_of(_words.as_written(run), entry.name)


def _says_little(key: str, entries: tuple[ModelEntry, ...], known: _Known) -> bool:
    """True if the name *key* of these entries is a bare number, or an ordinary word that the kinds do not support."""
    return key.isdigit() or (key in ordinary_words() and not known.fits(entries))


def _of_pattern(pattern: str, known: _Known) -> ModelReading:
    """The reading of a word for a design: a model if the known make calls a model by such a word, else no model."""
    for entry in known.of_make(ModelEntry.all()):
        if entry.pattern == pattern and name_key(entry.name) in patterns_by_word():
            return ModelReading(model=entry.model(), pattern=pattern)
    return ModelReading(model=None, pattern=pattern, flags=(ModelFlag.PATTERN,))
