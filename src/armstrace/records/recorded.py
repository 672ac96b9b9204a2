"""A weapon as one record shows it: the thing, the day, the place, and the citation of the record.

This is what law and matching look at: `Seizure.recorded()` and `CustodyRecord.recorded()` give it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen, validators

from armstrace.dates.value import UncertainDate
from armstrace.places.place import Place
from armstrace.sources import Citation
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace.explain import Language


class CustodySort(StrEnum):
    """What a custody record records.

    Attributes:
        MANUFACTURE: It was made.
        STOCK: It was held.
        SALE: It was sold.
        EXPORT: It left a country by license.
        STATE_TRANSFER: One state gave or sold it to another.
        LOSS: It was reported lost.
        THEFT: It was reported stolen.
        UNKNOWN: Not stated.
    """

    MANUFACTURE = "manufacture"
    STOCK = "stock"
    SALE = "sale"
    EXPORT = "export"
    STATE_TRANSFER = "state_transfer"
    LOSS = "loss"
    THEFT = "theft"
    UNKNOWN = "unknown"


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
        date: The day of the record; None if it is not known.
        place: The place of the record; None if it is not known.
        citation: Where the record stands.
        record_id: The id the source gives the record; None if it has none.
        count: How many such weapons the record counts; None if it gives no count.
        list_name: The name of the list, as written; None if the record names none.
        holder: Who held, sold, sent or lost the weapon, as written; None if the record names nobody.
        sort: The sort of custody that the record shows; unknown for a weapon that was found.
    """

    weapon: Weapon
    date: UncertainDate | None = None
    place: Place | None = None
    citation: Citation
    record_id: str | None = None
    count: int | None = field(default=None, validator=validators.optional(validators.ge(1)))
    list_name: str | None = None
    holder: str | None = None
    sort: CustodySort = CustodySort.UNKNOWN

    def recorded(self) -> tuple[RecordedWeapon, ...]:
        """The record itself."""
        return (self,)

    @property
    def by_report(self) -> bool:
        """True if the day is that of a report of theft or loss, which may come long after the fact."""
        return self.sort in (CustodySort.LOSS, CustodySort.THEFT)

    @property
    def reference(self) -> str:
        """The id of the record if it has one, else its citation in English; `called` gives one in another language."""
        return self.record_id or str(self.citation)

    def label(self, language: Language = "en") -> str:
        """The record, its day and place, and the weapon, in one line."""
        where = (self.called(language), str(self.date or ""), str(self.place or ""))
        return f"{', '.join(filter(None, where))}: {self.weapon.label(language)}"

    def __str__(self) -> str:
        return self.label("en")

    def called(self, language: Language = "en") -> str:
        """The name of the record in a text: its id if it has one, else its citation in that language.

        >>> from armstrace.sources import Source
        >>> row = RecordedWeapon(weapon=Weapon(), citation=Citation(source=Source(title="a.csv"), row=2))
        >>> row.called("es"), row.reference
        ('a.csv, fila 2', 'a.csv, row 2')
        """
        return self.record_id or self.citation.label(language)
