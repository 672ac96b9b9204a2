"""The words of make and model fields, and their classes."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import _normalize, _tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CHUNK = re.compile(r"(?:[^\s,;:()\[\]{}\"/+_|<>]|(?<=[0-9]),(?=[0-9]))+")
_NUMBER = re.compile(r"[0-9]*[.,][0-9]+")
_JOINING = frozenset({"and", "y", "e", "und", "et"})
_EDGE = "'-*#¿?¡!"


@frozen
class Token:
    """A word of a text, with its key and its place.

    Attributes:
        text: The word as written, without outer punctuation.
        key: Its letters and digits, without case and accents.
        start: The position of its first character in the text.
        end: The position after its last character.
        after_slash: True if nothing but a slash stands between it and the word before it.
    """

    text: str
    key: str
    start: int
    end: int
    after_slash: bool = False

    @property
    def joins(self) -> bool:
        """True if the word only joins two names: ``&``, ``and``, ``y``."""
        return not self.key or self.key in _JOINING

    @property
    def has_digit(self) -> bool:
        """True if the word has a digit."""
        return any(character.isdigit() for character in self.key)

    def of(self, *classes: str) -> bool:
        """True if the word is of one of these classes of ``data/makes/words.csv``."""
        return not _classes().get(self.key, frozenset()).isdisjoint(classes)

    @property
    def is_decimal(self) -> bool:
        """True if the word begins with a number that has a point or comma, such as ``.45`` or ``5,7``."""
        return _NUMBER.match(self.text) is not None

    @property
    def is_word(self) -> bool:
        """True if the word is in ``data/makes/words.csv``, in any class."""
        return self.key in _classes()


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a tidied text; initials with spaces between are one word, a hyphen between words separates them.

    >>> [token.key for token in tokens("U S A, Sig-Sauer (AR-15-type)")]
    ['usa', 'sig', 'sauer', 'ar15', 'type']
    """
    return tuple(_join_initials(_cut(text)))


def joined_key(text: str) -> str:
    """The key of all words of a tidied text, as `joined` gives it.

    >>> joined_key("Smith & Wesson Corp."), joined_key("Colt Defense")
    ('smithwessoncorp', 'coltdefense')
    """
    parts = text.lower().split()
    if text.isascii() and all(len(part) > 1 and part.isalnum() for part in parts):  # nothing to trim, part or join
        return "".join(part for part in parts if part not in _JOINING)
    return joined(tokens(text))


def joined(run: Iterable[Token]) -> str:
    """The key of several words that may be one name: their keys in a row, without joining words.

    >>> joined(tokens("Smith and Wesson")) == joined(tokens("SMITH&WESSON"))
    True
    """
    return "".join(token.key for token in run if not token.joins)


def as_written(words: Sequence[Token]) -> str:
    """The words in a row with blanks between them, and with a slash where the text has one between two neighbors.

    >>> as_written(tokens("Ruger 10/22, new"))
    'Ruger 10/22 new'
    """
    text = words[0].text if words else ""
    for before, word in itertools.pairwise(words):
        text += ("/" if word.after_slash and before.end + 1 == word.start else " ") + word.text
    return text


def one_edit(left: str, right: str) -> bool:
    """True if one letter more, less, changed or swapped with its neighbor makes *left* into *right*.

    >>> one_edit("barret", "barrett"), one_edit("ruegr", "ruger"), one_edit("colt", "volta")
    (True, True, False)
    """
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    shorter, longer = sorted((left, right), key=len)
    start = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    swapped = shorter[start + 1 : start + 2] + shorter[start : start + 1] + shorter[start + 2 :]
    return shorter[start + 1 :] == longer[start + 1 :] or swapped == longer[start:]


def squeezed(key: str) -> str:
    """The key with doubled letters written once.

    >>> squeezed("barrett") == squeezed("baret")
    True
    """
    return "".join(letter for i, letter in enumerate(key) if not i or letter != key[i - 1] or letter.isdigit())


def _cut(text: str) -> Iterator[Token]:
    for chunk in _CHUNK.finditer(text):
        position = chunk.start()
        parts = tuple(_unhyphened(chunk.group()))
        for part in parts:
            word = _trimmed(part)
            start = position + part.find(word)
            if word:
                slash = (
                    part is parts[0] and position > 1 and text[position - 1] == "/" and not text[position - 2].isspace()
                )
                yield Token(word, _normalize.key(word), start, start + len(word), slash and start == position)
            position += len(part) + 1


def _unhyphened(chunk: str) -> Iterator[str]:
    """The pieces of *chunk* between hyphens that join words; ``AK-47-style`` gives ``AK-47`` and ``style``."""
    whole, *pieces = chunk.split("-")
    left = whole
    for piece in pieces:
        if piece.isalpha() and (len(piece) > 2 or (len(piece) > 1 and len(left) > 1 and left.isalpha())) and left:
            yield whole
            whole = piece
        else:
            whole += "-" + piece
        left = piece
    yield whole


def _trimmed(part: str) -> str:
    """The part without outer punctuation; a point stays before a number and in an abbreviation."""
    word = part.strip(_EDGE)
    if not _NUMBER.match(word):
        word = word.lstrip(".")
    return word if "." in word[:-1] else word.rstrip(".")


def _join_initials(cut: Iterable[Token]) -> Iterator[Token]:
    run: list[Token] = []
    for token in cut:
        initial = len(token.key) == 1 and token.key.isalpha() and token.key not in _JOINING
        if run and not initial:
            yield _joined_token(run)
            run = []
        if initial:
            run.append(token)
        else:
            yield token
    if run:
        yield _joined_token(run)


def _joined_token(run: list[Token]) -> Token:
    return Token(" ".join(token.text for token in run), "".join(token.key for token in run), run[0].start, run[-1].end)


@functools.cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _tables.rows("makes/words.csv"):
        found.setdefault(_normalize.key(row["word"]), set()).add(row["class"])
    return {word: frozenset(names) for word, names in found.items()}
