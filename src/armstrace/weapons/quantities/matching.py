"""Words of the tables around a number: the unit behind it, the label before it, the word that says what has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from armstrace.weapons.quantities.vocabulary import Label, Unit, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.weapons.quantities.tokens import Token

_LABEL_SIGNS = frozenset((".", ":", "=", "#", "-", "°", "º", "/", "("))
_NUMBER_SIGNS = frozenset(("#", "§"))
_TIE_SIGNS = frozenset((":", "=", "-", "."))
_MOST_FILLERS = 4
_REACH = 3


class UnitAt(NamedTuple):
    """A unit behind a number, and the index of the token behind it."""

    unit: Unit
    after: int


class OwnerAt(NamedTuple):
    """The thing that a measure belongs to, such as *barrel*, and the first and last token of the word for it."""

    of: str
    first: int
    last: int


def unit_behind(found: Sequence[Token], at: int) -> UnitAt | None:
    """The unit that begins at index *at*, perhaps behind a hyphen (``16-inch``); None if none does."""
    if at < len(found) and found[at].text == "-" and at + 1 < len(found) and found[at + 1].role == "word":
        at += 1
    if at >= len(found):
        return None
    known = vocabulary()
    for words in known.unit_phrases.get(found[at].text, ()):
        after = _matched(found, at, words)
        if after:
            return UnitAt(known.units[" ".join(words)], after)
    if found[at].text == "'" and at + 1 < len(found) and found[at + 1].text == "'" and found[at + 1].glued:
        return UnitAt(known.units['"'], at + 2)
    unit = known.units.get(found[at].text)
    if unit is None or (found[at].text == "in" and not _is_inch(found, at)):
        return None
    after = at + 1
    return UnitAt(unit, after + (after < len(found) and found[after].text == "." and found[after].glued))


def _is_inch(found: Sequence[Token], at: int) -> bool:
    """True if *in* stands for inches and is no preposition: glued to its number, before a sign or an owner, or last."""
    if found[at].glued or at + 1 == len(found) or found[at + 1].role == "sign":
        return True
    return owner_at(found, at + 1) is not None


def _matched(found: Sequence[Token], at: int, words: tuple[str, ...]) -> int:
    """The index behind *words*, which begin at index *at*, with points between them allowed; 0 if they do not."""
    for word in words:
        while at < len(found) and found[at].text in (".", "'"):
            at += 1
        if at >= len(found) or found[at].text != word:
            return 0
        at += 1
    return at


class LabelAt(NamedTuple):
    """A label before a number, and the index of its first token."""

    label: Label
    first: int


def label_before(found: Sequence[Token], at: int) -> LabelAt | None:
    """The label that stands before index *at*, with points, colons and *no.* between allowed; None if none does."""
    known = vocabulary()
    numbered = -1
    for back in range(at - 1, max(at - 1 - _MOST_FILLERS, -1), -1):
        token = found[back]
        if token.text in _NUMBER_SIGNS or token.text in known.small["number"]:
            numbered = back
        for words in known.label_phrases.get(token.text, ()):
            first = _matched_back(found, back, words)
            if first >= 0:
                return LabelAt(known.labels[" ".join(words)], first)
        label = known.labels.get(token.text)
        if label is not None and numbered != back:
            return LabelAt(label, back)
        if not _fills(token):
            break
    return LabelAt(Label("reference", ""), numbered) if numbered >= 0 else None


def _fills(token: Token) -> bool:
    """True if the token may stand between a label and its number."""
    small = vocabulary().small
    return token.text in _LABEL_SIGNS or token.text in small["filler"] or token.text in small["number"]


def _ties(token: Token) -> bool:
    """True if the token may stand between a measure and what has it."""
    return token.text in _TIE_SIGNS or token.text in vocabulary().small["tie"]


def _matched_back(found: Sequence[Token], at: int, words: tuple[str, ...]) -> int:
    """The index of the first of *words*, which end at index *at*, with points between allowed; -1 if they do not."""
    for word in reversed(words):
        while at >= 0 and found[at].text == ".":
            at -= 1
        if at < 0 or found[at].text != word:
            return -1
        at -= 1
    return at + 1


def is_called(found: Sequence[Token], at: int) -> bool:
    """True if the word *caliber* stands before index *at*, which forces a caliber: ``calibre no. 12``."""
    for back in range(at - 1, max(at - 1 - _MOST_FILLERS, -1), -1):
        text = found[back].text
        if text in vocabulary().bore_words or (text == "c" and found[back + 1].text == "."):
            return True
        if not _fills(found[back]):
            return False
    return False


def owner_at(found: Sequence[Token], at: int) -> OwnerAt | None:
    """The owner of a measure for which a word stands at index *at*; None if none does."""
    known = vocabulary()
    for words in known.owner_phrases.get(found[at].text, ()):
        after = _matched(found, at, words)
        if after:
            return OwnerAt(known.owners[" ".join(words)], at, after - 1)
    of = known.owners.get(found[at].text)
    return OwnerAt(of, at, at) if of else None


def owner_beside(found: Sequence[Token], first: int, after: int) -> OwnerAt | None:
    """The owner of the measure from *first* to *after*, by a word behind or before it; None if there is none.

    The word before it is taken where the word behind it stands before a number of its own: ``barrel 16" overall 30"``.
    """
    behind = _owner_along(found, range(after, min(after + _REACH, len(found))))
    before = _owner_along(found, range(first - 1, max(first - 1 - _REACH, -1), -1))
    if behind is None or before is None:
        return behind or before
    following = behind.last + 1
    while following < len(found) and _ties(found[following]):
        following += 1
    return before if following < len(found) and found[following].role == "number" else behind


def _owner_along(found: Sequence[Token], steps: range) -> OwnerAt | None:
    """The owner of a measure by the first word for one along these indexes; None if there is none.

    A word that only says *length* gives way to others.
    """
    general: OwnerAt | None = None
    for step in steps:
        owner = owner_at(found, step)
        if owner is None:
            if not _ties(found[step]):
                break
        elif owner.of != "length":
            return owner
        else:
            general = general or owner
    return general
