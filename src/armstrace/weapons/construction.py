"""The construction of a thing: rarer facts on which a law may turn, and which few records give.

Each is a property of the thing, and None where it is not known. Facts about people, such as a permit, stand in
`armstrace.law.classification.circumstances`.

>>> Construction(made_by=Making.PRINTED).made_by.value
'3d_printing'
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from armstrace.units import Length


class Making(StrEnum):
    """The way a thing was made."""

    FACTORY = "factory"
    PRINTED = "3d_printing"
    ARTISANAL = "artisanal"


class Projectile(StrEnum):
    """The special effect of a cartridge, or *ball* for none."""

    BALL = "ball"
    TRACER = "tracer"
    INCENDIARY = "incendiary"
    ARMOR_PIERCING = "armor_piercing"
    SMOKE = "smoke"
    EXPANDING = "expanding"
    GAS = "gas"


class Payload(StrEnum):
    """The load that an aircraft was adapted to carry or set off."""

    EXPLOSIVE = "explosive"
    WEAPON = "weapon"
    CHEMICAL = "chemical"
    HARMLESS = "harmless"


def _counts(_instance: object, _attribute: object, value: int | None) -> None:
    if value is not None and value < 1:
        raise ValueError(f"a count below one: {value}")


@frozen(kw_only=True)
class Construction:
    """The rarer facts of how a thing is built.

    Attributes:
        made_by: The way it was made.
        convertible: True if it can be converted to automatic fire.
        looks_like: The weapon whose look it copies, as written.
        fires_projectile: True if it fires a projectile; a blank gun does not.
        projectile: Of ammunition: its special effect.
        pellet_diameter: Of a shot cartridge: the diameter of its pellets.
        payload: Of an unmanned aircraft: what it was adapted to carry.
        weapon_mount: Of a vehicle: true if it is fitted for the use of weapons.
        capacity: Of a magazine, or of the magazine in a weapon: the number of rounds it holds.
        barrels: The number of barrels.
        brace: True if it has a stabilizing brace.
        folding_stock: True if its stock folds or slides in.
        caseless: True if it fires caseless ammunition.
        black_powder: True if it is built for black powder.
        fixed_ammunition: True if it takes rimfire or centerfire ammunition.
        ammunition_sold: True if such ammunition is still made and readily had.
        replica_of_antique: True if it copies a firearm made in or before 1898.
        concealable: True if it is disguised or can be carried hidden on the person, and is no pistol or revolver.
        for_signals: True if it was designed or redesigned to signal, throw lines or the like, not as a weapon.
        heavy_propellant: Of a rocket: true if it carries more than four ounces of propellant.
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
    folding_stock: bool | None = None
    caseless: bool | None = None
    black_powder: bool | None = None
    fixed_ammunition: bool | None = None
    ammunition_sold: bool | None = None
    replica_of_antique: bool | None = None
    concealable: bool | None = None
    for_signals: bool | None = None
    heavy_propellant: bool | None = None
