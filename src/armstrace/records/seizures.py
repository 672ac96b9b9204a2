"""Seizures: what was taken, when, where and by whom, as one record says it.

>>> from armstrace.sources import Citation, Source
>>> item = SeizedItem(weapon=Weapon(), count=2)
>>> seizure = Seizure(items=(item,), citation=Citation(source=Source(title="a.csv"), row=4))
>>> [shown.citation.row for shown in seizure.recorded()]
[4]
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen, validators

from armstrace.dates.value import UncertainDate
from armstrace.places.place import Place
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.statements.statements import Proposition
from armstrace.sources import Citation
from armstrace.weapons.weapon import Weapon


class RecoveryMode(StrEnum):
    """How a thing came into the hands of whoever records it.

    Attributes:
        SEIZED: Taken by force of law.
        FOUND: Found without an owner.
        SURRENDERED: Handed over.
        CAPTURED: Taken in combat.
        DOCUMENTED: Seen or photographed, not taken.
        LOST_AND_RECOVERED: Of the recorder's own stock, lost and found again.
        UNKNOWN: Not said.
    """

    SEIZED = "seized"
    FOUND = "found"
    SURRENDERED = "surrendered"
    CAPTURED = "captured"
    DOCUMENTED = "documented"
    LOST_AND_RECOVERED = "lost_and_recovered"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class SeizedItem:
    """One thing taken, or several alike that the record does not tell apart.

    Attributes:
        weapon: What it is.
        count: How many; None where the record does not say or cannot be read.
    """

    weapon: Weapon
    count: int | None = field(default=None, validator=validators.optional(validators.ge(1)))


@frozen(kw_only=True)
class Seizure(Proposition):
    """One record of things taken.

    Attributes:
        id: The id that the source gives the record.
        date: The day of the seizure; None where it is blank or unreadable.
        place: Where; None where the record has no place.
        authority: Who took them, as written.
        items: What was taken, at least one item.
        recovery_mode: Whether they were seized, found, surrendered, …; unknown where the record does not say.
        legal_justification: On what legal ground they were taken, as written: possession without a permit, …
        criminal_context: What crime they were taken in the course of, as written: drug trafficking, …; another
            question than the legal ground.
        citation: Where the record stands.
        remarks: The remarks, as written.
        extras: Cells under headers that no field was made from.
    """

    id: str | None = None
    date: UncertainDate | None = None
    place: Place | None = None
    authority: str | None = None
    items: tuple[SeizedItem, ...] = field(validator=validators.min_len(1))
    recovery_mode: RecoveryMode = RecoveryMode.UNKNOWN
    legal_justification: str | None = None
    criminal_context: str | None = None
    citation: Citation
    remarks: str | None = None
    extras: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def recorded(self) -> tuple[RecordedWeapon, ...]:
        """Each item with the date, place and citation of the seizure."""
        return tuple(
            RecordedWeapon(
                weapon=item.weapon,
                date=self.date,
                place=self.place,
                citation=self.citation,
                record_id=self.id,
                count=item.count,
            )
            for item in self.items
        )
