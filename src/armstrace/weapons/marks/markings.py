"""Markings: what is stamped on a weapon besides its serial number, and lot numbers.

The International Tracing Instrument asks for the maker, the country of manufacture and a serial number at manufacture
(para. 8 a), and at import for the country and, where possible, the year (para. 8 b). Grenades, rockets, launch tubes
and cartridges bear a lot number instead of a serial. Many pieces share it, so it never tells one from another.

>>> mark = Marking(kind=MarkingKind.IMPORT, text="CAI GEORGIA VT", where="barrel", year=1994)
>>> mark.kind.label("es"), str(mark)
('marca de importación', 'import mark: CAI GEORGIA VT')
>>> lot = LotNumber.parse("LOT MA90F018-001")
>>> str(lot), lot.maker_code, lot.year, lot.month, lot.interfix, lot.sequence
('MA-90F018-001', 'MA', 1990, 6, '018', '001')
>>> LotNumber.parse("LOTE FMP-3-87").year is None
True
"""

from __future__ import annotations

import functools
import re
from enum import StrEnum
from typing import Final, Literal

from attrs import field, frozen, validators

from armstrace import _normalize, _tables
from armstrace.places.country import Country
from armstrace.weapons.serials.states import SerialState


class MarkingKind(StrEnum):
    """What a mark is for (ITI paras. 7 and 8).

    Attributes:
        MAKER: Who made it.
        SERIAL: A serial number other than the one on the frame or receiver, which is the weapon's own.
        MODEL: Model or type.
        CALIBER: Caliber.
        COUNTRY_OF_ORIGIN: Country of manufacture.
        IMPORT: Importer, country and year of import.
        PROOF: A proof house.
        ACCEPTANCE: Acceptance by a force, or its stock number.
        ARSENAL: An arsenal that rebuilt or issued it.
        RE_MARK: A number stamped later, by whomever.
        LOT: A lot.
        OTHER: Anything else.
    """

    MAKER = "maker"
    SERIAL = "serial"
    MODEL = "model"
    CALIBER = "caliber"
    COUNTRY_OF_ORIGIN = "country_of_origin"
    IMPORT = "import"
    PROOF = "proof"
    ACCEPTANCE = "acceptance"
    ARSENAL = "arsenal"
    RE_MARK = "re_mark"
    LOT = "lot"
    OTHER = "other"

    def label(self, language: Literal["en", "es"] = "en") -> str:
        """What the mark is called."""
        return _labels()[self.value][language]


# no mark tells of a year outside those that dates are read in
_YEAR: Final = validators.optional(validators.in_(range(1800, 2200)))
_MONTH: Final = validators.optional(validators.in_(range(1, 13)))


@functools.cache
def _labels() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in _tables.rows("serials/markings.csv")}


@frozen(kw_only=True)
class Marking:
    """One mark on a weapon.

    Attributes:
        kind: What it is for.
        text: What it says, as read; empty for a symbol or where nothing can be read.
        where: The part it stands on, in the words of the record.
        state: How well it can be read, in the terms of serial numbers.
        country: The country it names.
        year: The year it names, 1800 to 2199.
    """

    kind: MarkingKind
    text: str = ""
    where: str = ""
    state: SerialState = SerialState.LEGIBLE
    country: Country | None = None
    year: int | None = field(default=None, validator=_YEAR)

    def __str__(self) -> str:
        return f"{self.kind.label()}: {self.text or self.state.replace('_', ' ')}"


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
        maker_code: The code in front; which maker it stands for is not said.
        year: The year of manufacture, 1800 to 2199; None where the form does not settle it.
        month: The month of manufacture, 1 to 12.
        interfix: The number of the series within the maker's production.
        sequence: The number of the lot within the series.
        raw: The cell.
    """

    text: str
    maker_code: str | None = None
    year: int | None = field(default=None, validator=_YEAR)
    month: int | None = field(default=None, validator=_MONTH)
    interfix: str | None = None
    sequence: str | None = None
    raw: str = field(default="", eq=False)

    @staticmethod
    def parse(text: str) -> LotNumber:
        """The lot that a cell names; never an error, and what is not plain stays None.

        Only the form of MIL-STD-1168 (``MA-90F018-001``) is taken apart. Its two-digit year is read as 1975 to 1999 or
        2000 to 2049, since the form did not exist before.
        """
        plain = _normalize.tidy(text).upper()
        label = _LABEL.match(plain)
        plain = plain[label.end() :] if label else plain
        found = _US_LOT.fullmatch(plain)
        if found is None:
            code = _MAKER_CODE.match(plain)
            return LotNumber(text=plain, maker_code=code[1] if code else None, raw=text)
        maker, year, month, interfix, sequence = found.groups()
        return LotNumber(
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


def _year(two_digits: int) -> int | None:
    if two_digits >= _FIRST_YEAR:
        return 1900 + two_digits
    return 2000 + two_digits if two_digits <= _LAST_YEAR else None
