"""The reader of type cells: phrases of ``data/kinds/words.csv`` found in a text, and what they say together.

The text is cut into words once, phrases are found from the left, the longest first, and each word is looked at a
bounded number of times: the time grows with the length of the cell and no faster.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import field, frozen

from armstrace import _normalize, _placeholders, _tables
from armstrace.weapons.features import Action, FireMode, Language
from armstrace.weapons.kinds.registry import KindReading, KindSet, WeaponKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")

_TOKEN: Final = re.compile(r"[^\W_]+|[/,;&+]")
_FILLERS: Final = frozenset(
    {"tipo", "type", "estilo", "style", "de", "del", "la", "el", "los", "las", "lo", "al", "un", "una", "unos", "unas"}
    | {"a", "the", "of", "in", "da", "do", "das"}
)
_JOINTS: Final = frozenset(("y", "e", "o", "u", "and", "or", "ou", "/", ",", ";", "&", "+"))
_SMALL: Final = _FILLERS | _JOINTS
# what follows goes with the thing, is missing from it, or is what it was made for: no part of its name
_CUTS: Final = frozenset(("con", "with", "com", "para", "for", "sin", "without", "sem"))
_SLASHED_CUTS: Final = frozenset("cws")
_CACHED_LENGTH: Final = 200
_ENGLISH: Final = frozenset(("en",))
_UNCLEAR: Final = ("automatic_unclear",)
_DESCRIBED: Final = frozenset(("barrel", "frame_or_receiver"))
# flags of the table that the reader uses itself
_INNER_FLAGS: Final = frozenset(("automatic", "caliber_too"))
_EDGES: Final = " -:;,/&+()[]*'\""
_LONGEST_ENDING: Final = 3


@frozen(eq=False)
class _Word:
    """A row of the table of words."""

    phrase: tuple[str, ...]
    languages: frozenset[str]
    role: str
    kinds: frozenset[WeaponKind]
    legal_word: str
    action: Action | None
    modes: frozenset[FireMode]
    pattern: str
    flags: frozenset[str]


@frozen(eq=False)
class _Table:
    """The phrases by their first word, longest first, and all words that occur in them."""

    by_first: dict[str, list[_Word]]
    vocabulary: frozenset[str]

    def stem(self, word: str) -> str:
        """The form of *word* that the table knows: as it is, in the singular, in the masculine."""
        options = [word]
        if word.endswith("s") and len(word) > _LONGEST_ENDING:
            options += [word[:-1], word[:-2], word[:-3] + "y"]
        for option in options[:2]:
            if option.endswith("a"):
                options.insert(2, option[:-1] + "o")
        return next((option for option in options if option in self.vocabulary), word)


@frozen(eq=False)
class _Token:
    """A word or joint of the cell, and where it stands."""

    word: str
    start: int
    end: int


@frozen(eq=False)
class _Hit:
    """A phrase found, and the tokens it covers."""

    word: _Word
    tokens: range


@frozen(eq=False)
class _Segment:
    """What was found between two joints."""

    joint: str
    hits: list[_Hit] = field(factory=list)

    def only(self, *roles: str) -> bool:
        return all(hit.word.role in roles for hit in self.hits)

    def names(self, kinds: frozenset[str]) -> bool:
        return any(kind.id in kinds for hit in self.hits for kind in hit.word.kinds)


@frozen(eq=False)
class _Said:
    """What one segment says."""

    kinds: frozenset[WeaponKind]
    legal_words: frozenset[str]
    action: Action | None
    modes: frozenset[FireMode]
    pattern: str
    flags: frozenset[str]
    unused: tuple[_Hit, ...]


@functools.cache
def _table() -> _Table:
    by_first: dict[str, list[_Word]] = {}
    for row in _tables.rows("kinds/words.csv"):
        word = _Word(
            phrase=tuple(token.word for token in _tokens(row["form"]) if token.word not in _FILLERS),
            languages=frozenset(_tables.split(row["language"])),
            role=row["role"],
            kinds=KindSet.of(*_tables.split(row["kinds"])).kinds,
            legal_word=row["legal_word"],
            action=Action(row["action"]) if row["action"] else None,
            modes=frozenset(map(FireMode, _tables.split(row["fire_modes"]))),
            pattern=row["pattern"],
            flags=frozenset(_tables.split(row["flags"])),
        )
        by_first.setdefault(word.phrase[0], []).append(word)
    for words in by_first.values():
        words.sort(key=lambda word: -len(word.phrase))
    vocabulary = frozenset(part for words in by_first.values() for word in words for part in word.phrase)
    return _Table(by_first, vocabulary)


def _tokens(plain: str) -> list[_Token]:
    return [_Token(_normalize.fold(found[0]), *found.span()) for found in _TOKEN.finditer(plain)]


def read(text: str, language: Language | None) -> KindReading:
    """What the cell says; see `armstrace.weapons.kinds.registry.read`."""
    # a giant cell is read, but not kept
    return _read(text, language) if len(text) > _CACHED_LENGTH else _read_cached(text, language)


@functools.lru_cache(maxsize=16384)
def _read_cached(text: str, language: Language | None) -> KindReading:
    return _read(text, language)


def _read(text: str, language: Language | None) -> KindReading:
    if _placeholders.says_nothing(text):
        return KindReading(raw=text)
    plain = _normalize.tidy(text)
    tokens = _tokens(plain)
    segments = _find(tokens)
    hits = [hit for segment in segments for hit in segment.hits]
    spanish = (language or _language(hits)) == "es"
    said = [_say(segment.hits, spanish=spanish) for segment in segments]
    known = {place for hit in hits for place in hit.tokens}
    known.difference_update(place for part in said for hit in part.unused for place in hit.tokens)
    legal_words = {word for part in said for word in part.legal_words}
    flags = {flag for part in said for flag in part.flags}
    if len(legal_words) > 1:
        flags.add("several_legal_words")
    reading = KindReading(
        kinds=KindSet(kinds=frozenset(kind for part in said for kind in part.kinds)),
        legal_word=legal_words.pop() if len(legal_words) == 1 else None,
        action=_shared([part.action for part in said]),
        fire_modes=_shared([part.modes for part in said]) or None,
        pattern=_shared([part.pattern for part in said]) or None,
        flags=tuple(sorted(flags)),
        unread=_unread(plain, tokens, known),
        raw=text,
    )
    said_nothing = KindReading(action=reading.action, flags=_UNCLEAR, unread=reading.unread)
    if reading in (KindReading(unread=reading.unread), said_nothing):  # AUTO alone may be a car
        return KindReading(unread=plain, raw=text)
    return reading


def _shared(values: Sequence[T]) -> T | None:
    """The value that all things named together share; where they differ, none is chosen."""
    return values[0] if len(set(values)) == 1 else None


def _language(hits: Iterable[_Hit]) -> str | None:
    """The one language that all words have in common, if there is just one."""
    spoken = [hit.word.languages for hit in hits if hit.word.languages]
    common = frozenset.intersection(*spoken) if spoken else frozenset()
    return next(iter(common)) if len(common) == 1 else None


def _find(tokens: Sequence[_Token]) -> list[_Segment]:
    """The phrases, in segments that each name one thing."""
    table = _table()
    stems = [table.stem(token.word) for token in tokens]
    segments = [_Segment("")]
    place = 0
    while place < len(tokens):
        hit = _match(table, stems, place)
        # the "Auto" of a caliber such as .45 Auto says nothing of the action
        of_caliber = hit is not None and "caliber_too" in hit.word.flags and place and _is_size(stems[place - 1])
        if hit is not None and not of_caliber:
            segments[-1].hits.append(hit)
            place = hit.tokens.stop
            continue
        word = tokens[place].word
        if word in _CUTS or (
            word in _SLASHED_CUTS and [token.word for token in tokens[place + 1 : place + 2]] == ["/"]
        ):
            break
        if word in _JOINTS:
            segments.append(_Segment(word))
        place += 1
    return _joined(segments)


def _is_size(word: str) -> bool:
    return word[0].isdigit() or word == "mm"


def _match(table: _Table, stems: Sequence[str], place: int) -> _Hit | None:
    for word in table.by_first.get(stems[place], ()):
        end = place
        for part in word.phrase:
            while end < len(stems) and stems[end] in _FILLERS and end > place:
                end += 1
            if end == len(stems) or stems[end] != part:
                break
            end += 1
        else:
            return _Hit(word, range(place, end))
    return None


def _joined(segments: Iterable[_Segment]) -> list[_Segment]:
    """The segments that name a thing of their own; what only describes belongs to its neighbor."""
    joined: list[_Segment] = []
    for segment in segments:
        describes = segment.only("modifier") or (segment.joint == "," and segment.only("modifier", "weak", "override"))
        if joined and segment.joint == "," and segment.only("head") and segment.names(_DESCRIBED):
            continue  # "rifle, 20 inch barrel" is one thing, and its barrel stays unread
        if joined and (describes or joined[-1].only("modifier")):
            joined[-1].hits.extend(segment.hits)
        elif segment.hits:
            joined.append(segment)
    return joined


def _say(hits: Sequence[_Hit], *, spanish: bool) -> _Said:
    """What the phrases of one segment say together."""
    named, unused = _named([hit for hit in hits if hit.word.role in ("kind", "head")])
    used = [*named, *(hit for hit in hits if hit.word.role not in ("kind", "head"))]
    flags = {flag for hit in used for flag in hit.word.flags}
    kinds: frozenset[WeaponKind] = frozenset()
    for hit in named:
        narrowed = _narrow(kinds, hit.word.kinds) if kinds else hit.word.kinds
        if not narrowed:
            flags.add("conflicting_words")
        kinds = narrowed or kinds | hit.word.kinds
    for hit in hits:
        if hit.word.role == "weak":
            kinds = (_narrow(kinds, hit.word.kinds) or kinds) if kinds else hit.word.kinds
    override = frozenset(kind for hit in hits if hit.word.role == "override" for kind in hit.word.kinds)
    legal_words = {hit.word.legal_word for hit in named if spanish and "es" in hit.word.languages}
    return _Said(
        kinds=override or kinds,
        legal_words=frozenset() if override else frozenset(legal_words - {""}),
        action=_action(used, flags),
        modes=_modes(used, kinds, flags),
        pattern=_shared([hit.word.pattern for hit in used if hit.word.pattern]) or "",
        flags=frozenset(flags - _INNER_FLAGS),
        unused=unused,
    )


def _named(hits: Sequence[_Hit]) -> tuple[Sequence[_Hit], tuple[_Hit, ...]]:
    """The phrases that name the thing, and those that only tell what it belongs to or has.

    ``cargador de fusil`` and ``rifle magazine`` are magazines, and ``escopeta de dos cañones`` is a shotgun: the
    head of the phrase stands first in Spanish and Portuguese and last in English.
    """
    last_kind = max((place for place, hit in enumerate(hits) if hit.word.role == "kind"), default=-1)
    heads = [
        hit
        for place, hit in enumerate(hits)
        if hit.word.role == "head" and (place > last_kind if hit.word.languages == _ENGLISH else not place)
    ]
    if heads:
        return heads[-1:], tuple(hit for hit in hits if hit is not heads[-1])
    return [hit for hit in hits if hit.word.role == "kind"], tuple(hit for hit in hits if hit.word.role == "head")


def _narrow(one: frozenset[WeaponKind], other: frozenset[WeaponKind]) -> frozenset[WeaponKind]:
    """The kinds of either that the other's words may be used for; empty where the two exclude each other."""
    return frozenset(
        kind
        for kinds, names in ((one, other), (other, one))
        for kind in kinds
        if any(kind.may_be_called(name) for name in names)
    )


def _action(hits: Iterable[_Hit], flags: set[str]) -> Action | None:
    actions = {hit.word.action for hit in hits} - {None}
    if len(actions) > 1:
        flags.add("conflicting_words")
        return None
    return actions.pop() if actions else None


_AUTOMATIC_MEANS_IT: Final = ("rifle", "machine_gun", "submachine_gun", "machine_pistol", "launcher")


def _modes(hits: Iterable[_Hit], kinds: frozenset[WeaponKind], flags: set[str]) -> frozenset[FireMode]:
    """All modes that the words say."""
    by_kind: frozenset[FireMode] = frozenset()
    told: frozenset[FireMode] = frozenset()
    for hit in hits:
        if hit.word.role != "modifier":
            by_kind |= hit.word.modes
        elif "automatic" not in hit.word.flags or _means_automatic(kinds):
            told |= hit.word.modes
        else:  # "automatic" is the trade's old word for a self-loading pistol or shotgun
            flags.update(_UNCLEAR)
    if FireMode.AUTOMATIC in by_kind and told and told.isdisjoint((FireMode.AUTOMATIC, FireMode.BURST)):
        flags.add("conflicting_words")
        return frozenset()
    return by_kind | told


def _means_automatic(kinds: frozenset[WeaponKind]) -> bool:
    return bool(kinds) and all(any(kind.is_a(known) for known in _AUTOMATIC_MEANS_IT) for kind in kinds)


def _unread(plain: str, tokens: Sequence[_Token], known: set[int]) -> str:
    """The stretches of the cell that no phrase covers, without the small words at their edges."""
    stretches: list[str] = []
    first = last = -1  # the first and the last word of the stretch that say something
    for place in range(len(tokens) + 1):
        if place < len(tokens) and place not in known:
            if tokens[place].word not in _SMALL:
                first, last = (place if first < 0 else first), place
        elif first >= 0:
            stretches.append(_stretch(plain, tokens[first].start, tokens[last].end))
            first = -1
    return " ".join(stretches)


def _stretch(plain: str, start: int, end: int) -> str:
    """The text from *start* to *end* with the point or quote that belongs to it."""
    while start and plain[start - 1] in ".'\"(":
        start -= 1
    while end < len(plain) and plain[end] in ".'\")%":
        end += 1
    return plain[start:end].strip(_EDGES if '"' not in plain[start:end] else " -:;,/&+")
