"""The meaning of a segment of a type cell: kinds, action, fire modes and pattern of a single thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.segments import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


UNCLEAR: Final = "automatic_unclear"
_CONFLICT: Final = "conflicting_words"
# flags of the table that the reader uses itself
_INNER_FLAGS: Final = frozenset(("automatic", "caliber_too"))
_NAMING: Final = ("kind", "head")
_ENGLISH: Final = frozenset(("en",))
_AUTOMATIC_MEANS_IT: Final = ("rifle", "machine_gun", "submachine_gun", "machine_pistol", "launcher")


@frozen(eq=False)
class Meaning:
    """The kinds, action, fire modes and pattern that a segment states, and the phrases that have no part in it."""

    kinds: frozenset[WeaponKind]
    legal_words: frozenset[str]
    action: Action | None
    modes: frozenset[FireMode]
    pattern: str
    flags: frozenset[str]
    unused: tuple[Phrase, ...]


def meaning(phrases: Sequence[Phrase], *, spanish: bool) -> Meaning:
    """The meaning of the phrases of a segment; *spanish* if a Spanish word may be the word of Mexican law."""
    named, unused = _named([phrase for phrase in phrases if phrase.word.role in _NAMING])
    used = [*named, *(phrase for phrase in phrases if phrase.word.role not in _NAMING)]
    flags = {flag for phrase in used for flag in phrase.word.flags}
    kinds = _kinds(named, used, flags)
    override = frozenset(kind for phrase in used if phrase.word.role == "override" for kind in phrase.word.kinds)
    legal_words = {phrase.word.legal_word for phrase in named if spanish and "es" in phrase.word.languages}
    patterns = {phrase.word.pattern for phrase in used} - {""}
    return Meaning(
        kinds=override or kinds,
        legal_words=frozenset() if override else frozenset(legal_words - {""}),
        action=_action(used, flags),
        modes=_modes(used, kinds, flags),
        pattern=patterns.pop() if len(patterns) == 1 else "",
        flags=frozenset(flags - _INNER_FLAGS),
        unused=unused,
    )


def _named(phrases: Sequence[Phrase]) -> tuple[Sequence[Phrase], tuple[Phrase, ...]]:
    """The phrases that name the thing, and the phrases left out: for its parts, or for what it is a part of.

    ``cargador de fusil`` and ``rifle magazine`` are magazines, and ``escopeta de dos cañones`` is a shotgun: the
    head of the phrase stands first in Spanish and Portuguese and last in English.
    """
    last_kind = max((index for index, phrase in enumerate(phrases) if phrase.word.role == "kind"), default=-1)
    heads = [
        phrase
        for index, phrase in enumerate(phrases)
        if phrase.word.role == "head" and (index > last_kind if phrase.word.languages == _ENGLISH else not index)
    ]
    if heads:
        return heads[-1:], tuple(phrase for phrase in phrases if phrase is not heads[-1])
    return (
        [phrase for phrase in phrases if phrase.word.role == "kind"],
        tuple(phrase for phrase in phrases if phrase.word.role == "head"),
    )


def _kinds(named: Iterable[Phrase], used: Iterable[Phrase], flags: set[str]) -> frozenset[WeaponKind]:
    """The kinds on which the phrases agree; all kinds named where the names conflict, which *flags* then notes.

    The phrases in *named* name the thing; the weaker words among *used* only narrow the kinds.
    """
    kinds: frozenset[WeaponKind] = frozenset()
    for phrase in named:
        narrowed = _narrow(kinds, phrase.word.kinds)
        if not narrowed:
            flags.add(_CONFLICT)
        kinds = narrowed or kinds | phrase.word.kinds
    for phrase in used:
        if phrase.word.role == "weak":
            kinds = _narrow(kinds, phrase.word.kinds) or kinds
    return kinds


def _narrow(left: frozenset[WeaponKind], right: frozenset[WeaponKind]) -> frozenset[WeaponKind]:
    """The kinds of each side that a word of the other side may mean; empty where the two sides exclude each other.

    If *left* is empty, nothing was named before, and *right* stays as it is.
    """
    if not left:
        return right
    return frozenset(
        kind
        for kinds, names in ((left, right), (right, left))
        for kind in kinds
        if any(kind.may_be_called(name) for name in names)
    )


def _action(used: Iterable[Phrase], flags: set[str]) -> Action | None:
    actions = {phrase.word.action for phrase in used} - {None}
    if len(actions) > 1:
        flags.add(_CONFLICT)
        return None
    return actions.pop() if actions else None


def _modes(used: Iterable[Phrase], kinds: frozenset[WeaponKind], flags: set[str]) -> frozenset[FireMode]:
    """All fire modes that the words state; empty if they state none, or conflict, which *flags* then notes.

    The *kinds* of the weapon settle whether *automatic* is meant in its strict sense.
    """
    of_kind: frozenset[FireMode] = frozenset()
    written: frozenset[FireMode] = frozenset()
    for phrase in used:
        if phrase.word.role != "modifier":
            of_kind |= phrase.word.fire_modes
        elif "automatic" not in phrase.word.flags or _means_automatic(kinds):
            written |= phrase.word.fire_modes
        else:  # "automatic" is the trade's old word for a self-loading pistol or shotgun
            flags.add(UNCLEAR)
    if FireMode.AUTOMATIC in of_kind and written and written.isdisjoint((FireMode.AUTOMATIC, FireMode.BURST)):
        flags.add(_CONFLICT)
        return frozenset()
    return of_kind | written


def _means_automatic(kinds: frozenset[WeaponKind]) -> bool:
    return bool(kinds) and all(any(kind.is_a(known) for known in _AUTOMATIC_MEANS_IT) for kind in kinds)
