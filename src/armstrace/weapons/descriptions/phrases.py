"""Phrases about weapons, as press pages and reports write them, read into weapons in English, Spanish and Portuguese.

What the phrase does not say stays unknown, what was not understood is kept, and a list of weapons is read as several.
A pattern is no model, and *tipo Glock* is no Glock.

>>> (found,) = read("fusil Barrett M82A1 cal .50")
>>> str(found.weapon), found.weapon.legal_word, found.unread
('rifle, .50 in: usually 12.7x99mm, Barrett M82A1, serial not recorded', 'fusil', ())
>>> [str(found.weapon.kinds) for found in read("AK-47 and semiautomatic pistol")]
['rifle', 'pistol']
>>> (found,) = read("Taurus GC2 9mm handgun")
>>> found.weapon.make.id, found.weapon.model, [unread.text for unread in found.unread]
('taurus', None, ['GC2'])
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from armstrace import _normalize, explain
from armstrace.errors import ParseError
from armstrace.weapons import calibers, kinds, makes, models
from armstrace.weapons import name_words as _words
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.descriptions import phrase_parts as _phrase_parts
from armstrace.weapons.descriptions.cells import Unread, WeaponReading
from armstrace.weapons.descriptions.phrase_parts import Serial, Word, words
from armstrace.weapons.kinds.reader import KindReading
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.models.registry import Model
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from armstrace.weapons.features import ReadingLanguage
    from armstrace.weapons.models.reader import ModelReading

_LONGEST: Final = 300
_WIDEST: Final = 7
_AND: Final = frozenset(("and", "y", "e", "plus", "+"))
_SMALL: Final = frozenset(
    {"marca", "modelo", "model", "mod", "calibre", "caliber", "cal", "calibers", "calibres", "no", "con", "with", "y"}
    | {"mm", "gauge", "ga", "millimeter", "milimetros", "milímetros", "inch", "numero", "número", "tipo"}
    | {"de", "del", "la", "el", "los", "las", "un", "una", "a", "an", "the", "of", "da", "do", "um", "uma", "and", "e"}
)


def read(text: str, *, language: ReadingLanguage | None = None) -> tuple[WeaponReading, ...]:
    """Every weapon that a phrase names, in its order; none where it says nothing of one.

    Args:
        text: The phrase.
        language: Its language, which settles whether a word that several share, such as RIFLE, is the Spanish word.

    Raises:
        ParseError: The text is longer than any phrase (300 characters).
    """
    if len(text) > _LONGEST:
        raise ParseError("too long for a phrase", text=text, hint=f"at most {_LONGEST} characters")
    plain = _normalize.tidy(text)
    serials = _phrase_parts.serials(plain)
    masked = plain
    for each in serials:
        masked = masked[: each.start] + " " * (each.end - each.start) + masked[each.end :]
    found = [_said(plain, masked, span, serials, language) for span in _spans(masked, language)]
    return tuple(said.reading() for said in found if said.tells)


def parse(text: str, *, language: ReadingLanguage | None = None) -> Weapon:
    """The one weapon that a phrase names; see `armstrace.weapons.weapon.Weapon.parse`."""
    found = read(text, language=language)
    if len(found) == 1:
        return evolve(found[0].weapon, extras=tuple(("unread", unread.text) for unread in found[0].unread))
    cause = "several weapons" if found else "no weapon"
    raise ParseError(cause, text=text, hint="phrases.read gives them all" if found else "")


@frozen(kw_only=True)
class _Said:
    """What a stretch of the phrase says of a weapon."""

    kind: KindReading
    make: Make | None
    model: Model | None
    pattern: str | None
    caliber: Caliber | None
    serial: Serial | None
    unread: tuple[Unread, ...]

    @property
    def tells(self) -> bool:
        """Whether it says anything of a weapon."""
        return bool(self.kind.kinds or self.make or self.model or self.pattern or self.caliber or self.serial)

    def rivals(self, other: _Said) -> bool:
        """Whether both say a thing that is said of a weapon once."""
        pairs = (
            (bool(self.kind.kinds), bool(other.kind.kinds)),
            (self.make, other.make),
            (self.model or self.pattern, other.model or other.pattern),
            (self.caliber, other.caliber),
            (self.serial, other.serial),
        )
        return any(one and another for one, another in pairs)

    @property
    def names(self) -> bool:
        """Whether it names a thing, and does not only describe one."""
        return bool(self.kind.kinds or self.make or self.model or self.pattern)

    def reading(self) -> WeaponReading:
        """The weapon, and what was not understood."""
        weapon = Weapon(
            kinds=self.kind.kinds,
            legal_word=self.kind.legal_word,
            pattern=self.pattern,
            action=self.kind.action,
            fire_modes=self.kind.fire_modes,
            caliber=self.caliber,
            make=self.make,
            model=self.model,
        )
        if self.serial is not None:
            weapon = evolve(weapon, serial=self.serial.number)
        return WeaponReading(weapon=weapon, unread=self.unread)


def _spans(text: str, language: ReadingLanguage | None) -> list[tuple[int, int]]:
    """The stretches that each are about one weapon."""
    spans: list[tuple[int, int]] = []
    before: _Said | None = None
    for joint, start, end in _phrase_parts.pieces(text):
        said = _said(text, text, (start, end), (), language)
        if before is not None and not _parts(before, said, joint, (text[slice(*spans[-1])], text[start:end])):
            spans[-1] = (spans[-1][0], end)
            if said.tells or joint in _AND:
                before = _said(text, text, spans[-1], (), language)
        else:
            spans.append((start, end))
            before = said
    return spans


def _parts(before: _Said, said: _Said, joint: str, texts: tuple[str, str]) -> bool:
    """Whether a joint parts one weapon from the next."""
    if not before.tells or not said.tells or (joint in _AND and _joins_a_name(joint, *texts)):
        return False
    if before.kind.kinds and all(kind.id == "firearm" for kind in before.kind.kinds) and joint not in _AND:
        return False  # "arma de fuego, tipo pistola"
    return before.rivals(said) or (joint in _AND and said.names)


def _joins_a_name(joint: str, left: str, right: str) -> bool:
    """Whether the word joins parts of a make's name, such as Smith and Wesson, or of another firm's."""
    after = _words.tokens(right)[:1]
    if any(token.of("business", "legal", "ending") for token in after):
        return True
    reading = makes.read(" ".join([*(word.text for word in words(left)[-1:]), joint, *(token.text for token in after)]))
    return reading is not None and reading.make is not None and reading.make.known and not reading.unread


def _said(
    plain: str, masked: str, span: tuple[int, int], serials: Iterable[Serial], language: ReadingLanguage | None
) -> _Said:
    """What the stretch says."""
    text = _phrase_parts.own(masked[slice(*span)])
    inside = [each for each in serials if span[0] <= each.start < span[1]]
    kind = _kind(text, language)
    make, beside_make, causes = _make(text)
    model, pattern, beside_model, more = _model(models.read(_untyped(text), make, kind.kinds), text, make)
    own_words = words(text)
    open_to_make, open_to_model = _left(own_words, beside_make), _left(own_words, beside_model)
    of_model = open_to_make - open_to_model
    caliber, of_caliber, said_more = _caliber(text, own_words, of_model, kind)
    open_words = open_to_make & open_to_model & _left(own_words, kind.unread if kind.kinds or kind.pattern else text)
    open_words = frozenset(i for i in open_words - of_caliber if own_words[i].text.lower() not in _SMALL)
    rest = [*_stretches(text, own_words, open_words), plain[span[0] + len(text) : span[1]].strip(" ,;.")]
    if len(inside) > 1:
        rest += [plain[each.start : each.end] for each in inside]
    why = explain.joined(sorted({*causes, *more, *said_more}))
    return _Said(
        kind=kind,
        make=make,
        model=model,
        pattern=pattern or kind.pattern,
        caliber=caliber,
        serial=inside[0] if len(inside) == 1 else None,
        unread=tuple(Unread(field="phrase", text=each, cause=why) for each in rest if each),
    )


def _kind(text: str, language: ReadingLanguage | None) -> KindReading:
    """The kind; a word that only gathers others says nothing beside one of them: ``arma de fuego, tipo pistola``."""
    reading = kinds.read(text, language=language)
    own = [
        kind
        for kind in reading.kinds
        if not (kind.group and any(other.is_a(kind) for other in reading.kinds if other != kind))
    ]
    return evolve(reading, kinds=kinds.KindSet.of(*own))


def _untyped(text: str) -> str:
    """*text* without the *tipo* that stands before a kind, and does not say "of the type" of a model."""
    own_words = words(text)
    for word, following in itertools.pairwise(own_words):
        named = kinds.read(following.text) if word.text.lower() in ("tipo", "type") else None
        if named and named.kinds and not named.pattern:
            text = text[: word.start] + " " * len(word.text) + text[word.end :]
    return text


def _make(text: str) -> tuple[Make | None, str, tuple[str, ...]]:
    """The known make, what is said besides it, and why none was taken."""
    reading = makes.read(text)
    if reading is None or reading.make is None or not reading.make.known:
        return None, text, ("several_makes",) if reading and "several_makes" in reading.flags else ()
    own_words = words(text)
    taken = frozenset(range(len(own_words))) - _left(own_words, reading.unread)
    beside = [own_words[i].text.lower() for place in taken for i in (place - 1, place + 1) if 0 <= i < len(own_words)]
    if any(token.of("type_of") for token in _words.tokens(" ".join(beside))):
        return None, text, ("type_of",)
    return reading.make, reading.unread, ()


def _model(
    reading: ModelReading | None, text: str, make: Make | None
) -> tuple[Model | None, str | None, str, tuple[str, ...]]:
    """The known model, or else the pattern; what is said besides it, and why no model was taken."""
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
    text: str, own_words: Sequence[Word], of_model: frozenset[int], kind: KindReading
) -> tuple[Caliber | None, frozenset[int], tuple[str, ...]]:
    """The caliber, the words that say it, and why none was taken; the number of a model is no caliber."""
    left = text
    for i in of_model:
        left = left[: own_words[i].start] + " " * len(own_words[i].text) + left[own_words[i].end :]
    found = calibers.read(left, kind.kinds.single)
    if len(found) != 1 or "weapon named for a caliber" in found[0].repairs:
        return None, frozenset(), ("caliber.several",) if len(found) > 1 else ()
    span = _narrowest(left, own_words, found[0], kind)
    if len(span) == 1 and left[max(own_words[span[0]].start - 1, 0) : own_words[span[0]].end].strip(" ,").isdigit():
        before = own_words[span[0] - 1].text.lower() if span[0] else ""
        after = own_words[span[0] + 1].text.lower() if span[0] + 1 < len(own_words) else ""
        if not {before, after} & {"cal", "caliber", "calibre", "calibers", "calibres", "gauge", "ga", "mm"}:
            return None, frozenset(), ()  # a bare number may be anything
    return found[0], frozenset(span), ()


def _narrowest(text: str, own_words: Sequence[Word], caliber: Caliber, kind: KindReading) -> range:
    """The fewest neighboring words that say the caliber; none where no few do."""
    for width in range(1, min(_WIDEST, len(own_words)) + 1):
        for first in range(len(own_words) - width + 1):
            start, end = own_words[first].start, own_words[first + width - 1].end
            start -= text[max(start - 1, 0) : start] in (".", ",")
            end += text[end : end + 1] == '"'
            if calibers.read(text[start:end], kind.kinds.single) == (caliber,):
                return range(first, first + width)
    return range(0)


def _left(own_words: Sequence[Word], unread: str) -> frozenset[int]:
    """Which of the words are those that a reader left unread, which come in their order."""
    left: set[int] = set()
    following = iter(words(unread))
    wanted = next(following, None)
    for i, word in enumerate(own_words):
        if wanted is not None and word.text == wanted.text:
            left.add(i)
            wanted = next(following, None)
    return frozenset(left)


def _stretches(text: str, own_words: Sequence[Word], places: frozenset[int]) -> list[str]:
    """The stretches of *text* that the words of these places make."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [text[own_words[run[0]].start : own_words[run[-1]].end] for run in runs]
