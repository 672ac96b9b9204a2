"""Circumstances of a weapon that are no property of the thing: who holds it, what for and with which papers.

They are arguments of `classify`, and an answer states when they mattered. A circumstance that is not stated counts as
not so where the law asks for a privilege (a permit, an authorization, an owner's intent), and as not known where an
authority has found or registered something.

>>> Circumstances(club_member=True, authorized=True).club_member
True
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Holder(StrEnum):
    """Who holds it, as far as a law asks."""

    PRIVATE = "private"
    RURAL_WORKER = "rural_worker"
    CHARRO = "charro"
    PUBLIC_BODY = "public_body"
    COLLECTOR = "collector"


class Purpose(StrEnum):
    """What it is held for."""

    HOME = "home"
    HUNTING = "hunting"
    COMPETITION = "competition"
    INDUSTRY = "industry"


@frozen(kw_only=True, cache_hash=True)
class Circumstances:
    """The circumstances that are stated; None where nothing is.

    Attributes:
        holder: Who holds it.
        club_member: Mexico: True if the holder is in a registered shooting or hunting club.
        authorized: Mexico: True if the ministry of defense authorized it (LFAFE arts. 10 and 19).
        special_permit: Mexico: True if there is a special permit to use it abroad on big game (LFAFE art. 10 VI).
        purpose: What it is held for.
        sporting_finding: US: True if the Attorney General found the shotgun suitable for sport.
        sporting_intent: US: True if the owner means to use the rifle solely for sport.
        possessed_before_1986: US: True if it was lawfully possessed, and so registered, before 19 May 1986.
    """

    holder: Holder | None = None
    club_member: bool | None = None
    authorized: bool | None = None
    special_permit: bool | None = None
    purpose: Purpose | None = None
    sporting_finding: bool | None = None
    sporting_intent: bool | None = None
    possessed_before_1986: bool | None = None


NONE_STATED = Circumstances()
