"""The facts in a stretch of a phrase that is about one weapon."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from attrs import evolve

from armstrace import explain
from armstrace.weapons import calibers, kinds, makes, models
from armstrace.weapons import name_words as _words
from armstrace.weapons.descriptions.description import Description, Unread
from armstrace.weapons.descriptions.phrase_parts import Word, words
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.weapons.calibers.caliber import Caliber
    from armstrace.weapons.features import ReadingLanguage
    from armstrace.weapons.kinds.reader import KindReading
    from armstrace.weapons.makes.registry import Make
    from armstrace.weapons.models.reader import ModelReading
    from armstrace.weapons.models.registry import Model
    from armstrace.weapons.serials.number import SerialNumber

_WIDEST: Final = 7
_UNITS: Final = frozenset(("cal", "caliber", "calibre", "calibers", "calibres", "gauge", "ga", "mm"))
_SMALL: Final = frozenset(
    {"marca", "modelo", "model", "mod", "calibre", "caliber", "cal", "calibers", "calibres", "no", "con", "with", "y"}
    | {"mm", "gauge", "ga", "millimeter", "milimetros", "milímetros", "inch", "numero", "número", "tipo"}
    | {"de", "del", "la", "el", "los", "las", "un", "una", "a", "an", "the", "of", "da", "do", "um", "uma", "and", "e"}
)


def describe(
    text: str, rest: Iterable[str], serial: SerialNumber | None, language: ReadingLanguage | None
) -> Description:
    """The description of the weapon in *text*, a stretch of a phrase, with its serial number.

    The texts in *rest* stand beside it and are not understood.
    """
    kind = _kind(text, language)
    make, beside_make, make_causes = _make(text)
    model, pattern, beside_model, model_causes = _model(models.read(_untyped(text), make, kind.kinds), text, make)
    phrase_words = words(text)
    open_to_make, open_to_model = _left(phrase_words, beside_make), _left(phrase_words, beside_model)
    caliber, of_caliber, caliber_causes = _caliber(text, phrase_words, open_to_make - open_to_model, kind)
    open_to_kind = _left(phrase_words, kind.unread if kind.kinds or kind.pattern else text)
    unread = (open_to_make & open_to_model & open_to_kind) - of_caliber
    unread = frozenset(i for i in unread if phrase_words[i].text.lower() not in _SMALL)
    cause = explain.joined(sorted({*make_causes, *model_causes, *caliber_causes}))
    parts = (*_stretches(text, phrase_words, unread), *rest)
    return Description(
        kind=kind,
        make=make,
        model=model,
        pattern=pattern or kind.pattern,
        caliber=caliber,
        serial=serial,
        unread=tuple(Unread(field="phrase", text=part, cause=cause) for part in parts if part),
    )


def _kind(text: str, language: ReadingLanguage | None) -> KindReading:
    """The reading of the kinds, without a group if its member is named too: ``arma de fuego, tipo pistola``."""
    reading = kinds.read(text, language=language)
    members = [
        kind
        for kind in reading.kinds
        if not (kind.group and any(member.is_a(kind) for member in reading.kinds if member != kind))
    ]
    return evolve(reading, kinds=KindSet.of(*members))


def _untyped(text: str) -> str:
    """The text with a blank for a *tipo* before a kind, where it does not mean "of the type" of a model."""
    phrase_words = words(text)
    for word, following in itertools.pairwise(phrase_words):
        named = kinds.read(following.text) if word.text.lower() in ("tipo", "type") else None
        if named and named.kinds and not named.pattern:
            text = text[: word.start] + " " * len(word.text) + text[word.end :]
    return text


def _make(text: str) -> tuple[Make | None, str, tuple[str, ...]]:
    """The known make in the text, the words that do not name it, and the causes for taking none.

    The make is None, and the words are the whole text, if no make is taken.
    """
    reading = makes.read(text)
    if reading is None or reading.make is None or not reading.make.known:
        flags = reading.flags if reading else ()
        return None, text, tuple(flag.value for flag in flags if flag.value in ("several_makes", "type_of"))
    phrase_words = words(text)
    taken = frozenset(range(len(phrase_words))) - _left(phrase_words, reading.unread)
    near = {i for index in taken for i in (index - 1, index + 1) if 0 <= i < len(phrase_words)}
    if any(token.of("type_of") for i in near for token in _words.tokens(phrase_words[i].text.lower())):
        return None, text, ("type_of",)
    return reading.make, reading.unread, ()


def _model(
    reading: ModelReading | None, text: str, make: Make | None
) -> tuple[Model | None, str | None, str, tuple[str, ...]]:
    """The known model or else the pattern, the words that name neither, and the causes for taking no model.

    The *reading* is that of *text* by the reader of models, and *make* is the make of the weapon. Both model and
    pattern may be None.
    """
    if reading is None:
        return None, None, text, ()
    if reading.model is None or not reading.model.known:
        causes = tuple(flag.value for flag in reading.flags if flag.value not in ("no_model", "pattern"))
        return None, reading.pattern, reading.unread if reading.pattern else text, causes
    second = models.read(reading.unread, make) if reading.unread else None
    if second and (second.pattern or (second.model and second.model.known)):  # "M4 AR-15 rifle" names two
        shared = reading.pattern if second.pattern == reading.pattern else None
        return None, shared, second.unread if shared else text, ("several_models",)
    return reading.model, None, reading.unread, ()


def _caliber(
    text: str, phrase_words: Sequence[Word], of_model: frozenset[int], kind: KindReading
) -> tuple[Caliber | None, frozenset[int], tuple[str, ...]]:
    """The caliber, the indexes of the words that give it, and the causes for taking none; perhaps None and empty.

    The words whose indexes are in *of_model* are left out: the number of a model is no caliber.
    """
    left = text
    for i in of_model:
        left = left[: phrase_words[i].start] + " " * len(phrase_words[i].text) + left[phrase_words[i].end :]
    found = calibers.read(left, kind.kinds.single)
    if len(found) != 1 or "weapon named for a caliber" in found[0].repairs:
        return None, frozenset(), ("caliber.several",) if len(found) > 1 else ()
    span = _narrowest(left, phrase_words, found[0], kind)
    if len(span) == 1 and _is_bare_number(left, phrase_words, span[0]):
        return None, frozenset(), ()
    return found[0], frozenset(span), ()


def _is_bare_number(text: str, phrase_words: Sequence[Word], i: int) -> bool:
    """True if word *i* is a number without a point before it or a unit beside it, which may be anything."""
    if not text[max(phrase_words[i].start - 1, 0) : phrase_words[i].end].strip(" ,").isdigit():
        return False
    return _UNITS.isdisjoint(word.text.lower() for word in phrase_words[max(i - 1, 0) : i + 2])


def _narrowest(text: str, phrase_words: Sequence[Word], caliber: Caliber, kind: KindReading) -> range:
    """The indexes of the fewest neighboring words that give the caliber; empty if it takes more than seven."""
    for width in range(1, min(_WIDEST, len(phrase_words)) + 1):
        for first in range(len(phrase_words) - width + 1):
            start, end = phrase_words[first].start, phrase_words[first + width - 1].end
            start -= text[max(start - 1, 0) : start] in (".", ",")
            end += text[end : end + 1] == '"'
            if calibers.read(text[start:end], kind.kinds.single) == (caliber,):
                return range(first, first + width)
    return range(0)


def _left(phrase_words: Sequence[Word], unread: str) -> frozenset[int]:
    """The indexes of the words that a reader left unread; *unread* holds these words in their order."""
    left: set[int] = set()
    following = iter(words(unread))
    wanted = next(following, None)
    for i, word in enumerate(phrase_words):
        if wanted is not None and word.text == wanted.text:
            left.add(i)
            wanted = next(following, None)
    return frozenset(left)


def _stretches(text: str, phrase_words: Sequence[Word], indexes: frozenset[int]) -> list[str]:
    """The stretches of *text* that the words of these indexes make; neighboring words are one stretch."""
    runs: list[list[int]] = []
    for i in sorted(indexes):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [text[phrase_words[run[0]].start : phrase_words[run[-1]].end] for run in runs]
