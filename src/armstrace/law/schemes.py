"""The schemes that a weapon can be classed under: whose law, and which classes it knows.

>>> Scheme.MX.jurisdiction
<Jurisdiction.MX: 'mx'>
>>> Scheme.MX.classes[0]
'civilian_home'
"""

from __future__ import annotations

from enum import StrEnum

from armstrace.places import Jurisdiction

UNDETERMINED = "undetermined"

_CLASSES = {
    "mx": ("civilian_home", "civilian_sport_hunting", "military_exclusive"),
    "us_nfa": (
        "title1_rifle",
        "title1_shotgun",
        "title1_handgun",
        "nfa_sbr",
        "nfa_sbs",
        "nfa_machinegun",
        "nfa_destructive_device",
    ),
}


class Scheme(StrEnum):
    """A law that sorts weapons.

    MX: Ley Federal de Armas de Fuego y Explosivos (LFAFE), articles 9 to 11: kept at home, sport and hunting, or
        reserved to the armed forces.
    US_NFA: US federal law, 18 U.S.C. 921 and 26 U.S.C. 5845: ordinary ("Title I") firearms and those of the National
        Firearms Act. State law is not read.
    """

    MX = "mx"
    US_NFA = "us_nfa"

    @property
    def jurisdiction(self) -> Jurisdiction:
        """Whose law it is."""
        return Jurisdiction.MX if self is Scheme.MX else Jurisdiction.US

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes it knows, besides *undetermined*."""
        return _CLASSES[self.value]
