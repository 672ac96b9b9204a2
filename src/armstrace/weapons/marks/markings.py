"""Markings: what is stamped on a weapon besides its serial number.

The International Tracing Instrument asks for the maker, the country of manufacture and a serial number at manufacture
(para. 8 a), and at import for the country and, where possible, the year (para. 8 b).

>>> mark = Marking(kind=MarkingKind.IMPORT, text="CAI GEORGIA VT", where="barrel", year=1994)
>>> mark.kind.label("es"), str(mark)
('marca de importación', 'import mark: CAI GEORGIA VT')
"""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import _tables
from armstrace.places.country import Country
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from armstrace.explain import Language


class MarkingKind(StrEnum):
    """The purpose of a mark (ITI paras. 7 and 8)."""

    MAKER = "maker"  #: The maker.
    SERIAL = "serial"  #: A serial number other than the one on the frame or receiver, which is the weapon's own.
    MODEL = "model"  #: Model or type.
    CALIBER = "caliber"  #: Caliber.
    COUNTRY_OF_ORIGIN = "country_of_origin"  #: Country of manufacture.
    IMPORT = "import"  #: Importer, country and year of import.
    PROOF = "proof"  #: A proof house.
    ACCEPTANCE = "acceptance"  #: Acceptance by a force, or its stock number.
    ARSENAL = "arsenal"  #: An arsenal that rebuilt or issued it.
    RE_MARK = "re_mark"  #: A number stamped later, by whomever.
    LOT = "lot"  #: A lot.
    OTHER = "other"  #: Anything else.

    def label(self, language: Language = "en") -> str:
        """The name of the kind in the language."""
        return _labels()[self.value][language]


@functools.cache
def _labels() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in _tables.rows("serials/markings.csv")}


@frozen(kw_only=True)
class Marking:
    """A mark on a weapon.

    Attributes:
        kind: The purpose of the mark.
        text: The text, as read; empty for a symbol or where nothing can be read.
        where: The part of the weapon, in the words of the record.
        state: The legibility, in the terms of serial numbers.
        country: The country that it names.
        year: The year that it names, 1800 to 2199.
    """

    kind: MarkingKind
    text: str = ""
    where: str = ""
    state: SerialState = SerialState.LEGIBLE
    country: Country | None = None
    year: int | None = field(default=None, validator=validators.optional(validators.in_(range(1800, 2200))))

    def __str__(self) -> str:
        return f"{self.kind.label()}: {self.text or self.state.replace('_', ' ')}"
