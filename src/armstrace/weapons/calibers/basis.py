"""The ground on which the reading of a caliber stands."""

from __future__ import annotations

from enum import StrEnum


class CaliberBasis(StrEnum):
    """The ground on which the reading of a caliber stands.

    Attributes:
        NAMED: The text names one cartridge.
        CONVENTION: Users take the first candidate for granted.
        OPEN: Nothing chooses among the candidates.
        BORE_ONLY: The text gives a bore and no cartridge.
    """

    NAMED = "named"
    CONVENTION = "convention"
    OPEN = "open"
    BORE_ONLY = "bore_only"
