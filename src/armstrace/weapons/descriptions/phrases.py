"""Phrases about weapons, as press pages and reports write them, in English, Spanish and Portuguese.

A fact that the phrase does not state stays unknown, words that were not understood are kept, and a list of weapons is
read as several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from armstrace import _normalize
from armstrace.errors import ParseError
from armstrace.weapons import makes
from armstrace.weapons import name_words as _words
from armstrace.weapons.descriptions.description import Description, check_language
from armstrace.weapons.descriptions.phrase_facts import describe
from armstrace.weapons.descriptions.phrase_parts import Serial, before_with, pieces, serials, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.weapons.features import ReadingLanguage

_LONGEST: Final = 300
_AND: Final = frozenset(("and", "y", "e", "plus", "+"))


def read(text: str, *, language: ReadingLanguage | None = None) -> tuple[Description, ...]:
    """A description of each weapon that a phrase names; empty if it names none.

    The language is as for `armstrace.weapons.reader.read_phrase`.
    """
    check_language(language)
    if len(text) > _LONGEST:
        raise ParseError(
            "too long for a phrase", code="weapon.too_long", text=text, hint=f"at most {_LONGEST} characters"
        )
    plain = _normalize.tidy(text)
    labeled = serials(plain)
    masked = plain
    for serial in labeled:
        masked = masked[: serial.start] + " " * (serial.end - serial.start) + masked[serial.end :]
    found = [_description(plain, masked, span, labeled, language) for span in _spans(masked, language)]
    return tuple(description for description in found if description.describes_weapon)


def _spans(text: str, language: ReadingLanguage | None) -> list[tuple[int, int]]:
    """The start and end of each stretch of the text that is about a single weapon."""
    spans: list[tuple[int, int]] = []
    last: Description | None = None
    for joint, start, end in pieces(text):
        piece = _description(text, text, (start, end), (), language)
        if last is not None and not _separates(last, piece, joint, (text[slice(*spans[-1])], text[start:end])):
            spans[-1] = (spans[-1][0], end)
            if piece.describes_weapon or joint in _AND:
                last = _description(text, text, spans[-1], (), language)
        else:
            spans.append((start, end))
            last = piece
    return spans


def _separates(left: Description, right: Description, joint: str, texts: tuple[str, str]) -> bool:
    """True if the joint stands between two weapons, False if it stands within the description of one.

    The descriptions *left* and *right* are those of the two *texts* beside the joint.
    """
    if not left.describes_weapon or not right.describes_weapon or (joint in _AND and _joins_a_name(joint, *texts)):
        return False
    if left.kind.kinds and all(kind.id == "firearm" for kind in left.kind.kinds) and joint not in _AND:
        return False  # "arma de fuego, tipo pistola"
    return left.repeats(right) or (joint in _AND and right.names_weapon)


def _joins_a_name(joint: str, left: str, right: str) -> bool:
    """True if the word *joint* joins parts of a name: that of a make, such as Smith and Wesson, or of another firm."""
    after = _words.tokens(right)[:1]
    if any(token.of("business", "legal", "ending") for token in after):
        return True
    reading = makes.read(" ".join([*(word.text for word in words(left)[-1:]), joint, *(token.text for token in after)]))
    return reading is not None and reading.make is not None and reading.make.known and not reading.unread


def _description(
    plain: str, masked: str, span: tuple[int, int], labeled: Iterable[Serial], language: ReadingLanguage | None
) -> Description:
    """The description in the stretch *span* of the phrase *plain*, with the serial number that stands in it.

    The phrase *masked* has blanks for the serial numbers, which are in *labeled*. Where several stand in the stretch,
    none is taken.
    """
    text = before_with(masked[slice(*span)])
    inside = [serial for serial in labeled if span[0] <= serial.start < span[1]]
    rest = [plain[span[0] + len(text) : span[1]].strip(" ,;.")]
    if len(inside) == 1:
        return describe(text, rest, inside[0].number, language)
    return describe(text, [*rest, *(plain[serial.start : serial.end] for serial in inside)], None, language)
