"""Custody records: a weapon in somebody's hands, as a stock, sale, loss or theft list shows it.

>>> from armstrace.sources import Citation, Source
>>> record = CustodyRecord(weapon=Weapon(), list_name="SALES", citation=Citation(source=Source(title="b.csv"), row=2))
>>> record.recorded()[0].reference
'b.csv, row 2'
"""

from __future__ import annotations

from attrs import field, frozen, validators

from armstrace.dates.value import UncertainDate
from armstrace.places.place import Place
from armstrace.records.recorded import CustodySort as CustodySort  # noqa: PLC0414 - part of this module's face
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.statements.statements import Proposition
from armstrace.sources import Citation
from armstrace.weapons.weapon import Weapon


@frozen(kw_only=True)
class CustodyRecord(Proposition):
    """One row of a list that shows in whose hands a weapon was.

    Attributes:
        id: The id that the list gives the row.
        sort: What the row records; unknown where the list does not say.
        weapon: The weapon.
        date: The day of the row: of receipt, sale, loss or report; None where it is blank or unreadable.
        place: Where; None where the row has no place.
        holder: Who held, made, sold, sent or lost it, as written.
        recipient: Who bought or received it, as written.
        list_name: Which list, as written.
        count: How many; None where the row does not say or cannot be read.
        citation: Where the row stands.
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
