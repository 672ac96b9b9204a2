"""How a thing is built, for the rarer facts: what a law may turn on and few records say.

Each is a property of the thing, and None where it is not known. What turns on people, such as a permit, is a matter of
`armstrace.law.classification.circumstances`.

>>> Build(made_by=Making.PRINTED).made_by.value
'3d_printing'
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from armstrace.units import Length


class Making(StrEnum):
    """How it was made."""

    FACTORY = "factory"
    PRINTED = "3d_printing"
    ARTISANAL = "artisanal"


class Projectile(StrEnum):
    """What a cartridge does besides throwing a bullet."""

    BALL = "ball"
    TRACER = "tracer"
    INCENDIARY = "incendiary"
    ARMOR_PIERCING = "armor_piercing"
    SMOKE = "smoke"
    EXPANDING = "expanding"
    GAS = "gas"


class Payload(StrEnum):
    """What an aircraft was adapted to carry or set off."""

    EXPLOSIVE = "explosive"
    WEAPON = "weapon"
    CHEMICAL = "chemical"
    HARMLESS = "harmless"


def _counts(_instance: object, _attribute: object, value: int | None) -> None:
    if value is not None and value < 1:
        raise ValueError(f"a count below one: {value}")


@frozen(kw_only=True)
class Build:
    """The rarer facts of how a thing is built.

    Attributes:
        made_by: How it was made.
        convertible: Whether it can be converted to automatic fire.
        looks_like: The weapon whose look it copies, as written.
        fires_projectile: Whether it fires a projectile; a blank gun does not.
        projectile: Of ammunition: its special effect.
        pellet_diameter: Of a shot cartridge: the diameter of its pellets.
        payload: Of an unmanned aircraft: what it was adapted to carry.
        weapon_mount: Of a vehicle: whether it is fitted for the use of weapons.
        capacity: Of a magazine: how many rounds it holds.
        barrels: How many barrels it has.
        brace: Whether it has a stabilizing brace.
        caseless: Whether it fires caseless ammunition.
        black_powder: Whether it is built for black powder.
        fixed_ammunition: Whether it takes rimfire or centerfire ammunition.
        ammunition_sold: Whether such ammunition is still made and readily had.
        replica_of_antique: Whether it copies a firearm made in or before 1898.
        concealable: Whether it is disguised or can be carried hidden on the person, and is no pistol or revolver.
        for_signals: Whether it was designed or redesigned to signal, throw lines or the like, not as a weapon.
        heavy_propellant: Of a rocket: whether it carries more than four ounces of propellant.
    """

    made_by: Making | None = None
    convertible: bool | None = None
    looks_like: str | None = None
    fires_projectile: bool | None = None
    projectile: Projectile | None = None
    pellet_diameter: Length | None = None
    payload: Payload | None = None
    weapon_mount: bool | None = None
    capacity: int | None = field(default=None, validator=_counts)
    barrels: int | None = field(default=None, validator=_counts)
    brace: bool | None = None
    caseless: bool | None = None
    black_powder: bool | None = None
    fixed_ammunition: bool | None = None
    ammunition_sold: bool | None = None
    replica_of_antique: bool | None = None
    concealable: bool | None = None
    for_signals: bool | None = None
    heavy_propellant: bool | None = None
