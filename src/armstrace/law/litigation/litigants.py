"""The parties to a suit: their role in the suit, their kind outside it, and when they joined and left."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from armstrace.dates.value import UncertainDate
from armstrace.law.litigation.procedure import Ground


class LitigantRole(StrEnum):
    """The role of a party in the suit."""

    PLAINTIFF = "plaintiff"  #: The party that sues.
    DEFENDANT = "defendant"  #: The party that is sued.
    #: A party that the first complaint names as a defendant; no appearance, service or dismissal is on file, and it
    #: is not counted among the remaining defendants.
    NAMED_AT_FIRST = "named_at_first"
    INTERVENOR = "intervenor"  #: A party that joins to be heard.


class LitigantKind(StrEnum):
    """The kind of a party outside the suit; for defendants in the sense of 15 U.S.C. 7903."""

    FOREIGN_SOVEREIGN = "foreign_sovereign"
    STATE = "state"
    MUNICIPALITY = "municipality"
    INDIVIDUALS = "individuals"
    ESTATE = "estate"
    CLASS = "class"
    MANUFACTURER = "manufacturer"  #: Makes the product as a federally licensed business.
    SELLER = "seller"  #: Imports or deals under a federal license, or sells ammunition.
    TRADE_ASSOCIATION = "trade_association"  #: A body of manufacturers or sellers.
    OTHER_BUSINESS = "other_business"  #: A business that is none of these three.
    PUBLIC_OFFICIAL = "public_official"  #: Sued for an office.


@frozen(kw_only=True)
class CaseParty:
    """A party to a suit.

    Attributes:
        name: The name, as the suit has it.
        role: Its role in the suit.
        kind: Its kind outside the suit; None where that is not known.
        joined: When it joined, if not with the complaint.
        left: When it left, if without a ruling.
        left_ground: Why it left.
        verified: True if a source was seen.
    """

    name: str
    role: LitigantRole
    kind: LitigantKind | None = None
    joined: UncertainDate | None = None
    left: UncertainDate | None = None
    left_ground: Ground | None = None
    verified: bool = False
