"""Custody records: the holder of a weapon, as a stock, sale, loss or theft list shows it.

>>> from armstrace.sources import Citation, Source
>>> record = CustodyRecord(weapon=Weapon(), list_name="SALES", citation=Citation(source=Source(title="b.csv"), row=2))
>>> record.recorded()[0].reference
'b.csv, row 2'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace.dates.value import UncertainDate
from armstrace.places.place import Place
from armstrace.records.recorded import CustodySort as CustodySort  # noqa: PLC0414 - part of this module's face
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.statements.statements import Proposition
from armstrace.sources import Citation
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace import explain


@frozen(kw_only=True)
class CustodyRecord(Proposition):
    """A row of a list that shows who held a weapon.

    Attributes:
        id: The id that the list gives the row.
        sort: What the row records: a sale, a loss, …; unknown if the list does not state it.
        weapon: The weapon.
        date: The day of receipt, sale, loss or report; None if it is blank or unreadable.
        place: The place; None if the row has none.
        holder: Who held, made, sold, sent or lost it, as written.
        recipient: Who bought or received it, as written.
        list_name: The name of the list, as written.
        count: How many; None if the row gives no count, or one that cannot be read.
        citation: The place of the row in its source.
        remarks: The remarks, as written.
        extras: Cells under headers that no field was made from.
    """

    id: str | None = None
    sort: CustodySort = CustodySort.UNKNOWN
    weapon: Weapon
    date: UncertainDate | None = None
    place: Place | None = None
    holder: str | None = None
    recipient: str | None = None
    list_name: str | None = None
    count: int | None = field(default=None, validator=validators.optional(validators.ge(1)))
    citation: Citation
    remarks: str | None = None
    extras: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def label(self, language: explain.Language = "en") -> str:
        """The record in one line: its id or citation, day, place, and the weapon."""
        return f"{super().label(language)}: {self.recorded()[0].label(language)}"

    def recorded(self) -> tuple[RecordedWeapon, ...]:
        """The weapon with the date, place and citation of the row."""
        return (
            RecordedWeapon(
                weapon=self.weapon,
                date=self.date,
                place=self.place,
                citation=self.citation,
                record_id=self.id,
                count=self.count,
                list_name=self.list_name,
                holder=self.holder,
                sort=self.sort,
            ),
        )
