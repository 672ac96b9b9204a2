"""The phrases of a type cell, in segments that each name one thing.

Phrases are found from the left, the longest first, and each word is looked at a bounded number of times: the time
grows with the length of the cell and no faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from armstrace.weapons.kinds.words import FILLERS, JOINTS, Token, Vocabulary, Word, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# what follows goes with the thing, is missing from it, or is what it was made for: no part of its name
_CUTS: Final = frozenset(("con", "with", "com", "para", "for", "sin", "without", "sem"))
_SLASHED_CUTS: Final = frozenset("cfpsw")
_PARTS: Final = frozenset(("barrel", "frame_or_receiver"))


@frozen(eq=False)
class Phrase:
    """A phrase of the table that was found in a cell, and the indexes of the tokens that it covers."""

    word: Word
    span: range


@frozen(eq=False)
class Segment:
    """The phrases between two joints (commas, words such as *and*), and the joint before them."""

    joint: str
    phrases: list[Phrase] = field(factory=list)

    def has_only(self, *roles: str) -> bool:
        """True if every phrase has one of these roles, or there is no phrase."""
        return all(phrase.word.role in roles for phrase in self.phrases)

    @property
    def names_part(self) -> bool:
        """True if the segment names a barrel, a frame or a receiver, and nothing else."""
        return self.has_only("head") and any(kind.id in _PARTS for phrase in self.phrases for kind in phrase.word.kinds)


def find(tokens: Sequence[Token]) -> list[Segment]:
    """The segments of a cell, given as its tokens; segments without a phrase are left out."""
    table = vocabulary()
    stems = [table.stem(token.word) for token in tokens]
    segments = [Segment("")]
    index = 0
    while index < len(tokens):
        phrase = match(table, stems, index)
        if phrase is not None and phrase.word.role == "other":  # a pistola de silicón is no weapon, and stays unread
            index = phrase.span.stop
            continue
        if phrase is not None and not of_caliber(phrase, stems):
            segments[-1].phrases.append(phrase)
            index = phrase.span.stop
            continue
        word = tokens[index].word
        if word in _CUTS or (
            word in _SLASHED_CUTS and [token.word for token in tokens[index + 1 : index + 2]] == ["/"]
        ):
            break
        if word in JOINTS:
            segments.append(Segment(word))
        index += 1
    return _joined(segments)


def of_caliber(phrase: Phrase, stems: Sequence[str]) -> bool:
    """True if the phrase belongs to a caliber, as the *Auto* of .45 Auto, which describes no action.

    The *stems* are all words of the cell, in the form of the table.
    """
    if "caliber_too" not in phrase.word.flags or not phrase.span.start:
        return False
    before = stems[phrase.span.start - 1]
    return before[0].isdigit() or before == "mm"


def match(table: Vocabulary, stems: Sequence[str], start: int) -> Phrase | None:
    """The longest phrase of the table that begins at the word *start*; None without one."""
    for word in table.beginning_with(stems[start]):
        end = start
        for part in word.phrase:
            while end < len(stems) and stems[end] in FILLERS and end > start:
                end += 1
            if end == len(stems) or stems[end] != part:
                break
            end += 1
        else:
            return Phrase(word, range(start, end))
    return None


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """The segments that name a thing of their own; a segment that only describes is joined to its neighbor."""
    joined: list[Segment] = []
    for segment in segments:
        listed = segment.joint == ","
        describes = segment.has_only("modifier") or (listed and segment.has_only("modifier", "weak", "override"))
        if joined and listed and segment.names_part:
            continue  # "rifle, 20 inch barrel" is one thing, and its barrel stays unread
        if joined and (describes or joined[-1].has_only("modifier")):
            joined[-1].phrases.extend(segment.phrases)
        elif segment.phrases:
            joined.append(segment)
    return joined
