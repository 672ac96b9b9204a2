"""Incidents: an arrest, a clash, an attack: who took part, who was hurt, what was used, each count within bounds.

>>> from armstrace.counts.value import Count
>>> incident = Incident(kind=IncidentKind.ARREST_OPERATION, date=UncertainDate.of_year(2023),
...     casualties=(Casualties(side="military", harm=Harm.KILLED, count=Count.exact(10)),
...                 Casualties(side="police", harm=Harm.KILLED, count=Count.exact(1)),
...                 Casualties(side="gunmen", harm=Harm.KILLED, count=Count.exact(19))))
>>> print(incident.total(Harm.KILLED), incident.total(Harm.WOUNDED))
30 None
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from armstrace import explain
from armstrace.counts import value as counts
from armstrace.counts.value import Count
from armstrace.dates.value import UncertainDate
from armstrace.explain import Caveat
from armstrace.places.place import Place
from armstrace.records.statements.statements import Proposition
from armstrace.weapons.weapon import Weapon


class IncidentKind(StrEnum):
    """What sort of event: an arrest and what came of it, a clash, an attack, a raid; or not stated."""

    ARREST_OPERATION = "arrest_operation"
    CLASH = "clash"
    ATTACK = "attack"
    RAID = "raid"
    UNKNOWN = "unknown"


class Harm(StrEnum):
    """What befell people."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    ARRESTED = "arrested"


class AircraftPart(StrEnum):
    """What befell aircraft.

    Attributes:
        DEPLOYED: They were sent.
        HIT: They were hit.
        FORCED_DOWN: They were hit, and had to land.
        DESTROYED: They were destroyed.
    """

    DEPLOYED = "deployed"
    HIT = "hit"
    FORCED_DOWN = "forced_down"
    DESTROYED = "destroyed"


@frozen(kw_only=True)
class Casualties:
    """People of one side who were hurt.

    Attributes:
        side: Which side, as written.
        harm: What befell them.
        count: How many; None if it is not known.
        alleged: True if the source itself states that their belonging to the side is alleged.
        caveats: What must be known before relying on it.
    """

    side: str
    harm: Harm
    count: Count | None = None
    alleged: bool = False
    caveats: tuple[Caveat, ...] = ()


@frozen(kw_only=True)
class WeaponsUsed:
    """Weapons of one sort that a side used.

    Attributes:
        side: Which side, as written.
        weapon: What they are, as far as it is known.
        count: How many; None if it is not known.
        against: Against whom or what, as written.
        caveats: What must be known before relying on it.
    """

    side: str
    weapon: Weapon
    count: Count | None = None
    against: str | None = None
    caveats: tuple[Caveat, ...] = ()


@frozen(kw_only=True)
class Vehicles:
    """Vehicles of one side.

    Attributes:
        side: Which side, as written.
        word: What they are, as written.
        count: How many; None if it is not known.
        fitted_with: What they carried, as written: gun platforms, armor.
        caveats: What must be known before relying on it.
    """

    side: str
    word: str
    count: Count | None = None
    fitted_with: str | None = None
    caveats: tuple[Caveat, ...] = ()


@frozen(kw_only=True)
class Aircraft:
    """Aircraft of one side, and what befell them.

    Attributes:
        side: Which side, as written.
        word: What they are, as written.
        part: What befell them.
        count: How many; None if it is not known.
        impacts: How often they were hit; None if it is not stated in numbers.
        caveats: What must be known before relying on it.
    """

    side: str
    word: str
    part: AircraftPart
    count: Count | None = None
    impacts: Count | None = None
    caveats: tuple[Caveat, ...] = ()


@frozen(kw_only=True)
class Incident(Proposition):
    """One event in which weapons played a part.

    Attributes:
        kind: What sort of event.
        name: What the event is called, in a few words.
        date: The day; None if it is not known.
        place: Where.
        forces: The sides, as written.
        target: Whom it was directed at, by office or role ("the person to be arrested"); never a private name.
        casualties: Who was hurt, by side.
        weapons: What was used.
        vehicles: The vehicles.
        aircraft: The aircraft.
        remarks: Other facts, in a few words.
    """

    kind: IncidentKind = IncidentKind.UNKNOWN
    name: str = ""
    date: UncertainDate | None = None
    place: Place | None = None
    forces: tuple[str, ...] = ()
    target: str | None = None
    casualties: tuple[Casualties, ...] = ()
    weapons: tuple[WeaponsUsed, ...] = ()
    vehicles: tuple[Vehicles, ...] = ()
    aircraft: tuple[Aircraft, ...] = ()
    remarks: str | None = None

    def total(self, harm: Harm) -> Count | None:
        """How many people on all sides; None if the number is not known for all of them."""
        found = [entry.count for entry in self.casualties if entry.harm is harm]
        known = [count for count in found if count is not None]
        return counts.total(known) if known and len(known) == len(found) else None

    def label(self, language: explain.Language = "en") -> str:
        """The incident in one line: kind, name, place, date."""
        parts = (
            explain.term(f"incident_{self.kind}", language),
            self.name,
            str(self.place or ""),
            str(self.date or ""),
        )
        return ", ".join(part for part in parts if part)
