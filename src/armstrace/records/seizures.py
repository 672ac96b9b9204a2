"""Seizures: what was taken, when, where and by whom, by a single record.

>>> from armstrace.sources import Citation, Source
>>> item = SeizedItem(weapon=Weapon(), count=2)
>>> seizure = Seizure(items=(item,), citation=Citation(source=Source(title="a.csv"), row=4))
>>> [shown.citation.row for shown in seizure.recorded()]
[4]
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace.dates.value import UncertainDate
from armstrace.places.place import Place
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.statements.statements import Proposition
from armstrace.sources import Citation
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace import explain

_SHOWN = 3


class RecoveryMode(StrEnum):
    """How a thing came into the hands of whoever records it.

    Attributes:
        SEIZED: Taken by force of law.
        FOUND: Found without an owner.
        SURRENDERED: Handed over.
        CAPTURED: Taken in combat.
        DOCUMENTED: Seen or photographed, not taken.
        LOST_AND_RECOVERED: Of the recorder's own stock, lost and found again.
        UNKNOWN: Not stated.
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
    """A thing that was taken, or several that the record does not distinguish.

    Attributes:
        weapon: The thing.
        count: How many of them; None if the record gives no count, or one that cannot be read.
    """

    weapon: Weapon
    count: int | None = field(default=None, validator=validators.optional(validators.ge(1)))

    def label(self, language: explain.Language = "en") -> str:
        """The count, where it is above one, and the weapon."""
        count = f"{self.count} × " if self.count not in (None, 1) else ""
        return f"{count}{self.weapon.label(language)}"

    def __str__(self) -> str:
        return self.label("en")


@frozen(kw_only=True)
class Seizure(Proposition):
    """A record of things that were taken.

    Attributes:
        id: The id that the source gives the record.
        date: The day of the seizure; None if it is blank or unreadable.
        place: The place; None if the record has none.
        authority: Who took the things, as written.
        items: The things that were taken, at least one.
        recovery_mode: How they were taken: seized, found, surrendered, …; unknown if the record does not state it.
        legal_justification: The legal ground, as written: possession without a permit, …
        criminal_context: The crime in the course of which they were taken, as written: drug trafficking, …; another
            question than the legal ground.
        citation: The place of the record in its source.
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

    def label(self, language: explain.Language = "en") -> str:
        """The seizure in one line: its id or citation, day, place, authority, and the first of the items."""
        where = (self.id or self.citation.label(language), str(self.date or ""), str(self.place or ""), self.authority)
        items = "; ".join(item.label(language) for item in self.items[:_SHOWN])
        more = f"; +{len(self.items) - _SHOWN}" if len(self.items) > _SHOWN else ""
        return f"{super().label(language)}: {', '.join(filter(None, where))}: {items}{more}"

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
