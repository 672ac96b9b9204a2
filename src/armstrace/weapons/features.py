"""The working of a weapon: action, fire modes, feed, propulsion.

One word often covers two facts that are kept apart here, as they are in the two characters of the NCIC weapon type.
`Action` is the mechanism that brings the next round into the chamber. `FireMode` is what one pull of the trigger does.
An M16A2 has the action *self-loading* and the modes *semi-automatic* and *burst*; the rifle sold to the public has the
same action and only the mode *semi-automatic*.

>>> Action("bolt").label("es")
'de cerrojo'
>>> FireMode.SEMI_AUTOMATIC.ncic
'I'
>>> fires_automatically(frozenset({FireMode.SEMI_AUTOMATIC, FireMode.BURST}))
True
>>> fires_automatically(None) is None
True
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import Literal

from armstrace import _tables

ReadingLanguage = Literal["en", "es", "pt"]


class _Feature(StrEnum):
    """A closed set whose names in three languages stand in ``data/kinds/features.csv``."""

    def label(self, language: ReadingLanguage = "en") -> str:
        """The name in English, Spanish or Portuguese."""
        return _rows()[type(self).__name__, self.value][language]

    @property
    def ncic(self) -> str | None:
        """The second character of the NCIC weapon type for it; None where no character was verified."""
        return _rows()[type(self).__name__, self.value]["ncic"] or None


class Action(_Feature):
    """The mechanism that brings the next round into the chamber.

    Attributes:
        BOLT: A bolt worked by hand.
        LEVER: A lever worked by hand.
        PUMP: A fore-end slid by hand (``corredera``, ``bomba``, ``trombón``).
        BREAK: Barrels that tip open.
        SINGLE_SHOT: No magazine; how it opens is not known.
        REVOLVING: A cylinder of chambers, or turning barrels.
        SELF_LOADING: The shot, or a motor, loads the next round, in whatever fire mode.
        MUZZLE_LOADING: Loaded from the front.
    """

    BOLT = "bolt"
    LEVER = "lever"
    PUMP = "pump"
    BREAK = "break"
    SINGLE_SHOT = "single_shot"
    REVOLVING = "revolving"
    SELF_LOADING = "self_loading"
    MUZZLE_LOADING = "muzzle_loading"


class FireMode(_Feature):
    """The effect of a single pull of the trigger.

    Attributes:
        MANUAL: One shot; the hand brings the next round or turns the cylinder.
        SEMI_AUTOMATIC: One shot, and the next is ready.
        BURST: A limited number of shots.
        AUTOMATIC: Shots for as long as it is held.
    """

    MANUAL = "manual"
    SEMI_AUTOMATIC = "semi_automatic"
    BURST = "burst"
    AUTOMATIC = "automatic"


class Feed(_Feature):
    """The source of the next round.

    Attributes:
        BELT: A belt.
        BOX_MAGAZINE: A box magazine that comes off.
        INTERNAL_MAGAZINE: A magazine inside the weapon.
        CLIP: A clip that stays in the weapon until it is empty.
        DRUM: A drum magazine.
        TUBE_MAGAZINE: A tube along the barrel or in the stock.
        CYLINDER: The chambers of a revolver.
        SINGLE_SHOT: No magazine: each round is put in by hand.
        MUZZLE: Loaded through the muzzle.
    """

    BELT = "belt"
    BOX_MAGAZINE = "box_magazine"
    INTERNAL_MAGAZINE = "internal_magazine"
    CLIP = "clip"
    DRUM = "drum"
    TUBE_MAGAZINE = "tube_magazine"
    CYLINDER = "cylinder"
    SINGLE_SHOT = "single_shot"
    MUZZLE = "muzzle"


class Propulsion(_Feature):
    """The force that drives the projectile.

    Attributes:
        EXPLOSIVE: A propellant charge, black powder among them: what makes a firearm under the Firearms Protocol.
        COMPRESSED_AIR: Air compressed beforehand or by the shot.
        GAS: A cartridge of gas, such as carbon dioxide.
        SPRING: A spring.
        JET: A rocket or jet motor of its own.
    """

    EXPLOSIVE = "explosive"
    COMPRESSED_AIR = "compressed_air"
    GAS = "gas"
    SPRING = "spring"
    JET = "jet"


def fires_automatically(modes: frozenset[FireMode] | None) -> bool | None:
    """True if a pull of the trigger fires more than one shot in one of these modes; None if they are unknown.

    >>> fires_automatically(frozenset({FireMode.SEMI_AUTOMATIC}))
    False
    """
    return not modes.isdisjoint((FireMode.AUTOMATIC, FireMode.BURST)) if modes else None


@functools.cache
def _rows() -> dict[tuple[str, str], dict[str, str]]:
    rows = _tables.rows("kinds/features.csv")
    return {(row["feature"].title().replace("_", ""), row["id"]): row for row in rows}  # fire_mode is FireMode
