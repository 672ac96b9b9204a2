"""Serial numbers: which one weapon it is, or why nobody can tell.

A serial cell holds a number, a part of a number, or a word that says why there is none, and these are different
answers: filed off (an act) is not illegible, illegible is not absent, and *not recorded* says nothing about the weapon.
No cell is refused: what looks odd is noted in ``repairs``.

>>> SerialNumber.parse("MAT. 418-15538").text
'418-15538'
>>> SerialNumber.parse("LIMADA").state, SerialNumber.parse("S/N").state
(<SerialState.OBLITERATED: 'obliterated'>, <SerialState.NOT_RECORDED: 'not_recorded'>)
>>> found = SerialNumber.parse("...5231")
>>> found.state.value, str(found)
('partial', '…5231')
"""

from __future__ import annotations

import re
from typing import Final, Self

from attrs import Factory, field, frozen

from armstrace import _normalize
from armstrace.weapons.serials import words as _serial_words
from armstrace.weapons.serials.edits import lookalike_key
from armstrace.weapons.serials.misplaced import VEHICLE_LENGTH
from armstrace.weapons.serials.states import SerialState

_PLAIN: Final = re.compile(r"[0-9A-Z][0-9A-Z-]{0,30}[0-9A-Z]|[0-9A-Z]")
_UNREAD: Final = frozenset(("words", "no_number", "date", "may_be_range", "make", "model", "caliber", "other"))
# a label that no space parts from its number, a date that a spreadsheet made of a number
_DATE: Final = re.compile(r"[0-9]{1,4}-[A-Z]{3}(?:-[0-9]{2,4})?|[A-Z]{3}-[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LABELED: Final = ("SER", "MAT", "NUM")
_COMPARED: Final = (SerialState.LEGIBLE, SerialState.PARTIAL, SerialState.RESTORED)


@frozen(kw_only=True)
class SerialNumber:
    """A serial number as a record gives it.

    Attributes:
        state: What the record says of the number.
        text: The number in capitals, without labels and suffixes; ``?`` for each unreadable character. Empty where
            the record gives no number.
        open_start: True if an unknown number of characters is missing in front.
        open_end: True if an unknown number of characters is missing behind.
        repairs: What was taken off or mended, such as ``label:MAT`` or ``suffix:USA``; odd things are noted as well.
        raw: The cell.
    """

    state: SerialState
    text: str = ""
    open_start: bool = False
    open_end: bool = False
    repairs: tuple[str, ...] = field(default=(), eq=False)
    raw: str = field(default="", eq=False)
    # a number is compared many times
    _compact: str = field(
        init=False, eq=False, repr=False, default=Factory(lambda self: _letters(self.text), takes_self=True)
    )

    @classmethod
    def parse(cls, text: str, state: SerialState | None = None) -> Self:
        """The serial number in a cell; never an error.

        Args:
            text: The cell.
            state: The state that the record gives elsewhere, in a column for the condition; it overrules the cell.

        >>> SerialNumber.parse("31*5_9").text, SerialNumber.parse("2696241.0").text
        ('31?5?9', '2696241')
        >>> SerialNumber.parse("A123456", SerialState.ALTERED).is_known
        False
        """
        capitals = text.strip().upper()
        if _is_plain(capitals):
            return cls(state=state or SerialState.LEGIBLE, text=capitals, raw=text)
        found = _serial_words.read(text)
        return cls(
            state=state or found.state,
            text=found.text,
            open_start=found.open_start,
            open_end=found.open_end,
            repairs=found.repairs,
            raw=text,
        )

    @property
    def compact(self) -> str:
        """The letters and digits of the number, and a ``?`` for each unreadable character."""
        return self._compact

    @property
    def unread(self) -> tuple[str, ...]:
        """The words of the cell that say nothing of the number: remarks, and what belongs in another cell.

        >>> SerialNumber.parse("GLOCK 19 BXC1234 (VER FOTO 3)").unread
        ('GLOCK', '19', 'VER FOTO 3')
        """
        notes = (note.partition(":") for note in self.repairs)
        return tuple(text for code, _, text in notes if code in _UNREAD)

    @property
    def lookalike_key(self) -> str:
        """The compact number with one letter for characters that look alike, such as O, 0, Q and D."""
        return lookalike_key(self._compact)

    @property
    def is_known(self) -> bool:
        """True if there is a number, or a part of a number, that another can be compared with."""
        return bool(self._compact) and self.state in _COMPARED

    @property
    def is_whole(self) -> bool:
        """True if all of the number is known."""
        return self.is_known and not self.open_start and not self.open_end and "?" not in self.text

    def __str__(self) -> str:
        if not self.text:
            return self.state.replace("_", " ")
        return f"{'…' if self.open_start else ''}{self.text}{'…' if self.open_end else ''}"


def _is_plain(capitals: str) -> bool:
    """True if the cell, in capitals, is nothing but a number without words or marks for missing characters."""
    return (
        _PLAIN.fullmatch(capitals) is not None
        and any(map(str.isdigit, capitals))
        and not capitals.startswith(_LABELED)
        and _DATE.fullmatch(capitals) is None
        and not (capitals.endswith("XXX") or capitals.startswith("XXXX"))
        and bool(capitals.strip("0-"))
        # a caliber, a case or a vehicle
        and not (capitals.endswith(("MM", "GA")) or capitals[-5:-4] == "-")
        and len(capitals) != VEHICLE_LENGTH
    )


def _letters(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text.upper()
    plain = text if text.isascii() else _normalize.casefold(text).upper()
    return "".join(c for c in plain.upper() if c.isalnum() or c == "?")
