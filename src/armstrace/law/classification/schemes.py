"""The schemes that a weapon can be classed under: whose law, and which classes it knows.

>>> Scheme.MX.jurisdiction
<Jurisdiction.MX: 'mx'>
>>> Scheme.MX.classes[0]
'civilian_home'
>>> Scheme.ITI.jurisdiction is None
True
"""

from __future__ import annotations

import functools
from enum import StrEnum

from armstrace import _tables
from armstrace.places.jurisdiction import Jurisdiction

UNDETERMINED = "undetermined"


class Scheme(StrEnum):
    """A law or list that sorts weapons.

    Attributes:
        MX: Ley Federal de Armas de Fuego y Explosivos (LFAFE), articles 8 to 19: kept at home, sport and hunting,
            reserved to the armed forces, prohibited, or freely permitted.
        US_NFA: US federal law, 18 U.S.C. 921 and 26 U.S.C. 5845: ordinary ("Title I") firearms and those of the
            National Firearms Act. State law is not read.
        US_AVAILABILITY: US federal law: whether civilians may have the class in ordinary commerce, when registered,
            or not.
        US_EXPORT: The entry of the US Munitions List or of the Commerce Control List.
        US_IMPORT: The category of the US Munitions Import List, 27 CFR 447.21.
        ITI: International Tracing Instrument: small arm, light weapon, or neither.
        PROTOCOL: UN Firearms Protocol: firearm, part, ammunition, or not covered.
        SDG: The types of firearm by which indicator 16.4.2 and its questionnaires count.
        UNROCA: The categories of the UN Register of Conventional Arms.
        WASSENAAR: Wassenaar Arrangement, Munitions List 1 to 4.
        ATT: Arms Trade Treaty, article 2(1).
        HS: The heading of the Harmonized System, a trade code and no legal class.
    """

    MX = "mx"
    US_NFA = "us_nfa"
    US_AVAILABILITY = "us_availability"
    US_EXPORT = "us_export"
    US_IMPORT = "us_import"
    ITI = "iti"
    PROTOCOL = "protocol"
    SDG = "sdg"
    UNROCA = "unroca"
    WASSENAAR = "wassenaar"
    ATT = "att"
    HS = "hs"

    @property
    def jurisdiction(self) -> Jurisdiction | None:
        """Whose law it is; None for an international list."""
        if self is Scheme.MX:
            return Jurisdiction.MX
        return Jurisdiction.US if self.value.startswith("us_") else None

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes it knows, besides *undetermined*."""
        return _classes(self.value)


@functools.cache
def _classes(scheme: str) -> tuple[str, ...]:
    return tuple(_tables.toml(f"rules/{scheme}.toml")["classes"])
