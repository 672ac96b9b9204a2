"""A weapon as one record shows it: the thing, when, where, and the place in the source that says so.

This is what law and matching look at: `Seizure.recorded()` and `CustodyRecord.recorded()` give it.
"""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

from armstrace.dates.value import UncertainDate
from armstrace.places import Place
from armstrace.sources import Citation
from armstrace.weapons.weapon import Weapon


class ShowsWeapons(Protocol):
    """Any record that shows weapons: a seizure, a custody record, or your own."""

    def recorded(self) -> tuple[RecordedWeapon, ...]:
        """Each weapon with the date, place and citation of the record."""
        ...


@frozen(kw_only=True)
class RecordedWeapon:
    """A weapon, and the record it stands in.

    Attributes:
        weapon: The weapon.
        date: The day of the record; None where it is not known.
        place: The place of the record; None where it is not known.
        citation: Where the record stands.
        record_id: The id the source gives the record; None where it has none.
        count: How many such weapons the record speaks of; None where it does not say.
        list_name: Which list the record stands in, as written; None where it names none.
        by_report: Whether the day is that of a report of theft or loss, which may come long after the fact.
        holder: Who held, sold, sent or lost it, as written; None where the record does not say.
    """

    weapon: Weapon
    date: UncertainDate | None = None
    place: Place | None = None
    citation: Citation
    record_id: str | None = None
    count: int | None = None
    list_name: str | None = None
    by_report: bool = False
    holder: str | None = None

    def recorded(self) -> tuple[RecordedWeapon, ...]:
        """The record itself."""
        return (self,)

    @property
    def reference(self) -> str:
        """The id of the record where it has one, else its citation."""
        return self.record_id or str(self.citation)
