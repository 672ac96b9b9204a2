"""Custody contexts: in whose custody a list shows a weapon, or how the weapon left it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from armstrace.records.recorded import CustodySort

if TYPE_CHECKING:
    from armstrace.places.country import Country


class CustodyContext(StrEnum):
    """The custody in which a list shows a weapon, or the way in which it left it."""

    MANUFACTURE = "manufacture"  #: It was made.
    US_STOCK = "us_stock"  #: Held in stock in the United States: by the forces, an agency, a police department.
    US_SALE = "us_sale"  #: Sold in the United States, as a dealer's book shows it.
    EXPORT = "export"  #: Exported or transferred to a state.
    MX_STOCK = "mx_stock"  #: Held in stock in Mexico.
    MX_LOSS = "mx_loss"  #: Reported lost in Mexico; the official lists of lost arms show this.
    US_LOSS = "us_loss"  #: Reported lost in the United States.
    STOLEN = "stolen"  #: Reported stolen.
    UNKNOWN = "unknown"  #: The list does not say.

    @classmethod
    def of(cls, sort: CustodySort, country: Country | None = None) -> CustodyContext:
        """What a row of this sort shows, recorded in that country; unknown where the two do not settle it.

        >>> from armstrace.places import Country
        >>> CustodyContext.of(CustodySort.LOSS, Country.lookup("Mexico"))
        <CustodyContext.MX_LOSS: 'mx_loss'>
        """
        anywhere = _ANYWHERE.get(sort)
        if anywhere is not None or country is None:
            return anywhere or cls.UNKNOWN
        return _BY_COUNTRY.get((sort, country.id), cls.UNKNOWN)


_ANYWHERE = {
    CustodySort.MANUFACTURE: CustodyContext.MANUFACTURE,
    CustodySort.EXPORT: CustodyContext.EXPORT,
    CustodySort.STATE_TRANSFER: CustodyContext.EXPORT,
    CustodySort.THEFT: CustodyContext.STOLEN,
}
_BY_COUNTRY = {
    (CustodySort.STOCK, "US"): CustodyContext.US_STOCK,
    (CustodySort.STOCK, "MX"): CustodyContext.MX_STOCK,
    (CustodySort.SALE, "US"): CustodyContext.US_SALE,
    (CustodySort.LOSS, "US"): CustodyContext.US_LOSS,
    (CustodySort.LOSS, "MX"): CustodyContext.MX_LOSS,
}
