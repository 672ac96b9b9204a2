"""The ground on which the reading of a caliber stands."""

from __future__ import annotations

from enum import StrEnum


class CaliberBasis(StrEnum):
    """The ground on which the reading of a caliber stands."""

    NAMED = "named"  #: The text names one cartridge.
    CONVENTION = "convention"  #: Users take the first candidate for granted.
    OPEN = "open"  #: Nothing chooses among the candidates.
    BORE_ONLY = "bore_only"  #: The text gives a bore and no cartridge.
