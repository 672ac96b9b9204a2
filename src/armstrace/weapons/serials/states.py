"""The states of a serial number."""

from __future__ import annotations

from enum import StrEnum


class SerialState(StrEnum):
    """The state of a serial number, as a record gives it."""

    LEGIBLE = "legible"  #: The number was read.
    PARTIAL = "partial"  #: Some of its characters were read.
    ILLEGIBLE = "illegible"  #: The number is there and cannot be read.
    OBLITERATED = "obliterated"  #: The number was filed, ground or punched away: an act.
    #: The number was stamped over (``remarcada``): what is read is not the maker's number and proves nothing.
    ALTERED = "altered"
    RESTORED = "restored"  #: The number was made readable by forensics; it is compared like a partial number.
    NEVER_MARKED = "never_marked"  #: The weapon never had a number, as the record states.
    NOT_RECORDED = "not_recorded"  #: The record does not give the number: blank, ``S/N``, ``N/A``, ``0``, ``XXXX``.
