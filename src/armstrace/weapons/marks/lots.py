"""Lot numbers.

Grenades, rockets, launch tubes and cartridges bear a lot number instead of a serial. Many pieces share a lot, so that
it never distinguishes a piece from another.

>>> lot = LotNumber.parse("LOT MA90F018-001")
>>> str(lot), lot.maker_code, lot.year, lot.month, lot.interfix, lot.sequence
('MA-90F018-001', 'MA', 1990, 6, '018', '001')
>>> LotNumber.parse("LOTE FMP-3-87").year is None
True
"""

from __future__ import annotations

import re
from typing import Final, Self

from attrs import field, frozen, validators

from armstrace import _normalize

# maker, year, month (A to M without I), interfix, sequence, as on ammunition made to MIL-STD-1168 since 1975
_US_LOT: Final = re.compile(r"([A-Z]{2,4})[- ]?(\d\d)([A-HJ-M])(\d{3})-(\d{3}[A-Z]?)")
_MONTHS: Final = "ABCDEFGHJKLM"
_LABEL: Final = re.compile(r"LOTE?(?![A-Z])(?: ?(?:NO|NUM|NUMERO|NÚMERO|NUMBER|NR)\b)?[ .:#°-]*")
_MAKER_CODE: Final = re.compile(r"([A-Z]{2,4})-\d")
_FIRST_YEAR: Final = 75
_LAST_YEAR: Final = 49


@frozen(kw_only=True)
class LotNumber:
    """The lot of a grenade, rocket, launch tube or cartridge.

    Attributes:
        text: The lot in capitals, without its label; two spellings of a lot of the usual US form become one.
        maker_code: The code in front, which stands for a maker in no table of this library.
        year: The year of manufacture, 1800 to 2199; None where the form does not settle it.
        month: The month of manufacture, 1 to 12.
        interfix: The number of the series within the production of the maker.
        sequence: The number of the lot within the series.
        raw: The cell.
    """

    text: str
    maker_code: str | None = None
    year: int | None = field(default=None, validator=validators.optional(validators.in_(range(1800, 2200))))
    month: int | None = field(default=None, validator=validators.optional(validators.in_(range(1, 13))))
    interfix: str | None = None
    sequence: str | None = None
    raw: str = field(default="", eq=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The lot in a cell; never an error, and a field that is not plain stays None.

        Only the form of MIL-STD-1168 (``MA-90F018-001``) is taken apart. Its two-digit year is read as 1975 to 1999 or
        2000 to 2049, since the form did not exist before.
        """
        plain = _normalize.tidy(text).upper()
        label = _LABEL.match(plain)
        plain = plain[label.end() :] if label else plain
        found = _US_LOT.fullmatch(plain)
        if found is None:
            code = _MAKER_CODE.match(plain)
            return cls(text=plain, maker_code=code[1] if code else None, raw=text)
        maker, year, month, interfix, sequence = found.groups()
        return cls(
            text=f"{maker}-{year}{month}{interfix}-{sequence}",
            maker_code=maker,
            year=_year(int(year)),
            month=_MONTHS.index(month) + 1,
            interfix=interfix,
            sequence=sequence,
            raw=text,
        )

    def __str__(self) -> str:
        return self.text


def read_lot(cell: str) -> LotNumber | None:
    """The lot that a serial cell gives in place of a serial number: ``LOTE FMP-3-87``; None where it gives none.

    >>> read_lot("SERIE: 418-15538") is None
    True
    """
    word = _normalize.casefold(cell[:64]).partition(" ")[0].rstrip(".:#")
    return LotNumber.parse(cell) if word in ("lote", "lot", "lotes", "lots") else None


def _year(two_digits: int) -> int | None:
    if two_digits >= _FIRST_YEAR:
        return 1900 + two_digits
    return 2000 + two_digits if two_digits <= _LAST_YEAR else None
