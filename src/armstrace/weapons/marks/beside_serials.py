"""The marks that a serial cell gives beside the number: of importer and country, and the numbers of other parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from armstrace import _normalize
from armstrace.places.country import Country
from armstrace.weapons.marks.markings import Marking, MarkingKind
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.serials.vocabulary import parts, places

if TYPE_CHECKING:
    from collections.abc import Iterator

_IMPORTED: Final = frozenset(("imported", "importado", "imp"))
_MADE: Final = frozenset(
    (
        "made",
        "manufactured",
        "mfg",
        "mfd",
        "assembled",
        "product",
        "hecho",
        "fabricado",
        "ensamblado",
        "feito",
        "industria",
        "ind",
    )
)
_MOST_WORDS: Final = 4


def marks_beside(serial: SerialNumber) -> tuple[Marking, ...]:
    """The marks that the cell of a serial number gives besides the number.

    >>> [str(mark) for mark in marks_beside(SerialNumber.parse("S1-12345 CAI GEORGIA VT"))]
    ['import mark: CAI GEORGIA VT']
    >>> mark, = marks_beside(SerialNumber.parse("FRAME A123456 SLIDE B654321"))
    >>> mark.where, mark.text
    ('slide', 'B654321')
    """
    return tuple(_marks(serial))


def _marks(serial: SerialNumber) -> Iterator[Marking]:
    for note in serial.repairs:
        code, _, text = note.partition(":")
        if code == "mark":
            yield _mark(text)
        elif code == "part":
            yield _of_part(text)


def _mark(text: str) -> Marking:
    """The mark of an importer, who adds city and state, of the country of manufacture, or else of the maker."""
    words = _normalize.casefold(text).replace(".", " ").split()
    _, states = places()
    if words[0] in _IMPORTED or (len(words) > 1 and words[-1] in states):
        return Marking(kind=MarkingKind.IMPORT, text=text, country=Country.get("US") if words[-1] in states else None)
    country = _country(words)
    kind = MarkingKind.COUNTRY_OF_ORIGIN if country or words[0] in _MADE else MarkingKind.MAKER
    return Marking(kind=kind, text=text, country=country)


def _country(words: list[str]) -> Country | None:
    """The country that the last words name; None if they name none, or several."""
    names = (" ".join(words[-length:]) for length in range(min(_MOST_WORDS, len(words)), 0, -1))
    return next((found[0] for name in names if len(found := Country.named(name)) == 1), None)


def _of_part(text: str) -> Marking:
    """The number on another part, whose name stands before it."""
    name = next((name for name in parts() if _normalize.casefold(text).startswith(name)), "")
    where, rest = text[: len(name)], text[len(name) :]
    number = SerialNumber.parse(rest)
    state = SerialState.NOT_RECORDED if not rest.strip() else number.state
    return Marking(kind=MarkingKind.SERIAL, text=number.text, where=where.lower(), state=state)
