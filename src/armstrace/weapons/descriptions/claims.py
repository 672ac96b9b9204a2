"""The stretches of a description that a reading claims: a make, a model, a kind, a caliber, a label, a joint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import define, field

if TYPE_CHECKING:
    from armstrace.weapons.name_words import Token


class Claim(NamedTuple):
    """A stretch of words that a reading claims.

    Attributes:
        field: The fact or the part of speech: ``make``, ``kind``, ``joint``, ``label``, …
        first: The index of its first word.
        last: The index after its last word.
        value: The meaning, whose type depends on the field.
        labeled: True if a label announces it.
    """

    field: str
    first: int
    last: int
    value: Any = None
    labeled: bool = False


@define(eq=False)
class Described:
    """The words of a description with what claims them; a word that no claim covers was not understood.

    The text is the *source* in one spelling of dashes, quotes and digits; both have the same positions.
    """

    text: str
    tokens: list[Token]
    source: str = ""
    claims: list[Claim] = field(factory=list)

    def written(self, first: int, last: int) -> str:
        """The text of the words from *first* up to *last*, with a point or quote that belongs to it.

        >>> from armstrace.weapons.descriptions.words import cut
        >>> Described("rifle .22 LR", cut("rifle .22 LR")).written(1, 3)
        '.22 LR'
        """
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        before = self.text[start - 1 : start]
        if before and before in ".#" and not self.text[max(start - 2, 0) : start - 1].isalnum():
            start -= 1
        if self.text[end : end + 1] in ('"', "'"):
            end += len(self.text) - end - len(self.text[end:].lstrip("\"'"))
        return (self.source or self.text)[start:end]
