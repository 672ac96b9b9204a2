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

from armstrace import _tables
from armstrace.explain import ReadingLanguage as ReadingLanguage  # noqa: PLC0414, TC001 - shown by this module too


class _Feature(StrEnum):
    """The base of the enumerations whose names in three languages stand in ``data/kinds/features.csv``."""

    def label(self, language: ReadingLanguage = "en") -> str:
        """The name in English, Spanish or Portuguese."""
        return _rows()[type(self).__name__, self.value][language]

    @property
    def ncic(self) -> str | None:
        """The second character of the NCIC weapon type for it; None where no character was verified."""
        return _rows()[type(self).__name__, self.value]["ncic"] or None


class Action(_Feature):
    """The mechanism that brings the next round into the chamber."""

    BOLT = "bolt"  #: A bolt worked by hand.
    LEVER = "lever"  #: A lever worked by hand.
    PUMP = "pump"  #: A fore-end slid by hand (``corredera``, ``bomba``, ``trombón``).
    BREAK = "break"  #: Barrels that tip open.
    SINGLE_SHOT = "single_shot"  #: No magazine; how it opens is not known.
    REVOLVING = "revolving"  #: A cylinder of chambers, or turning barrels.
    SELF_LOADING = "self_loading"  #: The shot, or a motor, loads the next round, in whatever fire mode.
    MUZZLE_LOADING = "muzzle_loading"  #: Loaded from the front.


class FireMode(_Feature):
    """The effect of a single pull of the trigger."""

    MANUAL = "manual"  #: One shot; the hand brings the next round or turns the cylinder.
    SEMI_AUTOMATIC = "semi_automatic"  #: One shot, and the next is ready.
    BURST = "burst"  #: A limited number of shots.
    AUTOMATIC = "automatic"  #: Shots for as long as it is held.


class Feed(_Feature):
    """The source of the next round."""

    BELT = "belt"  #: A belt.
    BOX_MAGAZINE = "box_magazine"  #: A box magazine that comes off.
    INTERNAL_MAGAZINE = "internal_magazine"  #: A magazine inside the weapon.
    CLIP = "clip"  #: A clip that stays in the weapon until it is empty.
    DRUM = "drum"  #: A drum magazine.
    TUBE_MAGAZINE = "tube_magazine"  #: A tube along the barrel or in the stock.
    CYLINDER = "cylinder"  #: The chambers of a revolver.
    SINGLE_SHOT = "single_shot"  #: No magazine: each round is put in by hand.
    MUZZLE = "muzzle"  #: Loaded through the muzzle.


class Propulsion(_Feature):
    """The force that drives the projectile."""

    #: A propellant charge, black powder among them: what makes a firearm under the Firearms Protocol.
    EXPLOSIVE = "explosive"
    COMPRESSED_AIR = "compressed_air"  #: Air compressed beforehand or by the shot.
    GAS = "gas"  #: A cartridge of gas, such as carbon dioxide.
    SPRING = "spring"  #: A spring.
    JET = "jet"  #: A rocket or jet motor of its own.


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
