"""Stock numbers of weapons and parts in US and allied supply, as inventories and transfer lists give them.

A National (NATO) Stock Number has thirteen characters: four of the supply class, two of the country that gave the
number, seven of the item. Local numbers with letters, which supply centers make up for items without a number, are read
and flagged, never refused. Item names are read by `armstrace.weapons.supply.item_names`; what a number stands for is in
`armstrace.weapons.supply.items`.

>>> from armstrace.weapons.supply.stock_numbers import NationalStockNumber
>>> number = NationalStockNumber.parse("1005-00-073-9421")
>>> number.supply_class.title, number.country
('Guns, through 30 mm', 'US')
>>> NationalStockNumber.parse("1005-01-D17-2240").flags
(<StockNumberFlag.LETTERS: 'letters'>,)
>>> NationalStockNumber.parse("M16A1")
Traceback (most recent call last):
armstrace.errors.ParseError: no stock number: 'M16A1' (four digits of a class and nine characters, such as ...)
"""

from __future__ import annotations

import functools
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import _normalize, _tables
from armstrace.errors import ParseError
from armstrace.weapons.supply.items import StockItem

if TYPE_CHECKING:
    from typing import Self

_LONGEST = 40
_LABEL = re.compile(r"(?:nato|national)? ?(?:nsn|stock (?:number|no\.?)) ?[:#.]? ?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[-\s/]")
_NUMBER = re.compile(r"[0-9]{4}[0-9A-Z]{9}")


class StockNumberFlag(StrEnum):
    """An unusual feature of a stock number."""

    LETTERS = "letters"  #: Letters stand in place of digits: a local or temporary number.
    #: The supply class is not one of weapons, ammunition or missiles, or not a class at all.
    UNLISTED_CLASS = "unlisted_class"
    UNLISTED_BUREAU = "unlisted_bureau"  #: The two characters of the country are not in the table.


@frozen(kw_only=True)
class SupplyClass(_tables.RegistryRow):
    """A Federal (NATO) Supply Class of weapons, ammunition or missiles.

    Attributes:
        code: The four digits.
        title: The title.
        source: The source of the title.
        verified: True if the title was checked in the source.

    >>> SupplyClass.get("1330").title, SupplyClass.lookup("grenades").code
    ('Grenades', '1330')
    """

    _NAME, _FILE = "supply classes", "stock_numbers/classes.csv"

    code: str
    title: str
    source: str = field(default="", eq=False, repr=False)
    verified: bool = field(default=False, eq=False, repr=False)

    @property
    def id(self) -> str:
        """The four digits."""
        return self.code

    @property
    def names(self) -> tuple[str, ...]:
        """The title."""
        return (self.title,)


@frozen(kw_only=True)
class NationalStockNumber:
    """A National (NATO) Stock Number.

    Attributes:
        fsc: The four digits of the supply class.
        bureau: The two characters of the country that gave the number.
        item: The seven characters of the item.
        raw: The text that was read.
    """

    fsc: str = field(validator=validators.matches_re(r"[0-9]{4}"))
    bureau: str = field(validator=validators.matches_re(r"[0-9A-Z]{2}"))
    item: str = field(validator=validators.matches_re(r"[0-9A-Z]{7}"))
    raw: str = field(default="", eq=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The stock number in a text; labels, separators and the ``.0`` of spreadsheets do not count.

        Raises:
            ParseError: The text is no stock number.
        """
        tidy = _normalize.tidy(text[: _LONGEST + 1])
        label = _LABEL.match(tidy)
        body = tidy[label.end() if label else 0 :].removesuffix(".0")
        plain = _SEPARATORS.sub("", body).upper()
        if len(text) > _LONGEST or not _NUMBER.fullmatch(plain):
            hint = "four digits of a class and nine characters, such as 1005-00-073-9421"
            raise ParseError("no stock number", code="stock_number.none", text=text, hint=hint)
        return cls(fsc=plain[:4], bureau=plain[4:6], item=plain[6:], raw=text)

    @property
    def niin(self) -> str:
        """The nine characters that alone identify the item."""
        return self.bureau + self.item

    @property
    def supply_class(self) -> SupplyClass | None:
        """The supply class, or None for one that is not of weapons, ammunition or missiles."""
        return SupplyClass.get(self.fsc)

    @property
    def stock_item(self) -> StockItem | None:
        """The item that the number stands for; None if the packaged table does not hold the number.

        >>> str(NationalStockNumber.parse("1005-01-128-9936").stock_item)
        'M16A2'
        """
        return StockItem.get(self.niin)

    @property
    def country(self) -> str | None:
        """ISO 3166 code of the country that gave the number, which need not have made the item; None if not known."""
        return _bureaus().get(self.bureau) or None

    @property
    def standard(self) -> bool:
        """True if the number has the standard form, digits only."""
        return self.niin.isdigit()

    @property
    def flags(self) -> tuple[StockNumberFlag, ...]:
        """The unusual features of the number."""
        found = (
            (StockNumberFlag.LETTERS, not self.standard),
            (StockNumberFlag.UNLISTED_CLASS, self.supply_class is None),
            (StockNumberFlag.UNLISTED_BUREAU, self.bureau not in _bureaus()),
        )
        return tuple(flag for flag, raised in found if raised)

    def __str__(self) -> str:
        return f"{self.fsc}-{self.bureau}-{self.item[:3]}-{self.item[3:]}"


@functools.cache
def _bureaus() -> dict[str, str]:
    return {row["code"]: row["country"] for row in _tables.rows("stock_numbers/bureaus.csv")}
