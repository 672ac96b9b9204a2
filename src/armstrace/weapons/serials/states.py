"""The states of a serial number."""

from __future__ import annotations

from enum import StrEnum


class SerialState(StrEnum):
    """The state of a serial number, as a record gives it.

    Attributes:
        LEGIBLE: The number was read.
        PARTIAL: Some of its characters were read.
        ILLEGIBLE: The number is there and cannot be read.
        OBLITERATED: The number was filed, ground or punched away: an act.
        ALTERED: The number was stamped over (``remarcada``): what is read is not the maker's number and proves nothing.
        RESTORED: The number was made readable by forensics; it is compared like a partial number.
        NEVER_MARKED: The weapon never had a number, as the record states.
        NOT_RECORDED: The record does not give the number: blank, ``S/N``, ``N/A``, ``0``, ``XXXX``.
    """

    LEGIBLE = "legible"
    PARTIAL = "partial"
    ILLEGIBLE = "illegible"
    OBLITERATED = "obliterated"
    ALTERED = "altered"
    RESTORED = "restored"
    NEVER_MARKED = "never_marked"
    NOT_RECORDED = "not_recorded"
