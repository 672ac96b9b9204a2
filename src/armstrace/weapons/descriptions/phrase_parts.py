"""The parts of a phrase about weapons: its words, its serial numbers, and the stretches between its joints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W_]+")
_JOINT: Final = re.compile(r" ?; ?|(?<![0-9]),|,(?![0-9])| (?:and|y|e|plus) | ?\+ ?", re.IGNORECASE)
_SERIAL: Final = re.compile(
    r"(?<![^\W_])(?:(?:con )?(?:(?:n[uú]mero|n[uú]m\.?|no\.?|n[º°]\.?) de )?(?:serie|s[eé]rie|matr[ií]cula)"
    r"|(?:with )?serial(?: number| no\.?| num\.?)?)(?![^\W_])[ .:#]{0,4}",
    re.IGNORECASE,
)
_VALUE: Final = re.compile(r"[0-9A-Za-z.*?][0-9A-Za-z*?./-]{0,30}(?![^\W_])")
_STATE_WORD: Final = re.compile(r"[^\W\d_]{4,20}(?! de\b)")
_LEAST: Final = 4
_WITH: Final = re.compile(
    r"(?<![^\W_])(?:con|with|com|sin|without|sem|para|for)(?= )"
    r"(?! (?:la |el |the |a |o )?(?:marca|modelo|model|cal|calibre|caliber|calibers|calibres|matr|serie|serial)\b)",
    re.IGNORECASE,
)


@frozen
class Word:
    """A word of a phrase as written, with its start and end in the phrase."""

    text: str
    start: int
    end: int


@frozen
class Serial:
    """A serial number after a label, with the start of the label and the end of the number."""

    number: SerialNumber
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of *text*: its runs of letters and digits."""
    return tuple(Word(found.group(), *found.span()) for found in _WORD.finditer(text))


def serials(text: str) -> tuple[Serial, ...]:
    """The serial numbers after a label, or the words that say why there is none to read; empty without a label.

    >>> [str(serial.number) for serial in serials("pistola marca Colt, matrícula 70S12345, con cargador")]
    ['70S12345']
    >>> [serial.number.state.value for serial in serials("fusil con número de serie limado")]
    ['obliterated']
    >>> serials("Colt Mark IV Serie 70")
    ()
    """
    return tuple(_serials(text))


def _serials(text: str) -> Iterator[Serial]:
    for label in _SERIAL.finditer(text):
        value = _VALUE.match(text, label.end())
        if value and any(map(str.isdigit, value[0])):
            if sum(map(str.isalnum, value[0])) >= _LEAST:
                digits = value[0].rstrip("./-")
                yield Serial(SerialNumber.parse(digits), label.start(), label.end() + len(digits))
            continue
        worded = _STATE_WORD.match(text, label.end())
        if worded is None:
            continue
        number = SerialNumber.parse(f"serie {worded[0]}")
        if number.state is not SerialState.NOT_RECORDED:
            yield Serial(number, label.start(), worded.end())


def before_with(text: str) -> str:
    """The part of the text before what comes with the weapon, or is missing from it: ``con cargador``.

    >>> before_with("large-caliber handgun with hollow-point bullets")
    'large-caliber handgun '
    """
    found = _WITH.search(text)
    return text[: found.start()] if found else text


def pieces(text: str) -> tuple[tuple[str, int, int], ...]:
    """The stretches between commas and words such as *and*: for each, the joint before it, its start and its end.

    >>> [joint for joint, _, _ in pieces("AK-47, 7,62x39 and pistol")]
    ['', ',', 'and']
    """
    found: list[tuple[str, int, int]] = []
    joint, start = "", 0
    for cut in _JOINT.finditer(text):
        found.append((joint, start, cut.start()))
        joint, start = cut[0].strip().lower(), cut.end()
    found.append((joint, start, len(text)))
    return tuple(found)
