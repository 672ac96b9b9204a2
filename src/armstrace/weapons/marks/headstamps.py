"""Headstamps: what is stamped on the base of a cartridge, by its place on the clock.

A code stands for a maker only in a table of codes, and no such table was verified: no maker is named here. Two digits
may be a year of either century, or a lot, and give none.

>>> stamp = Headstamp.parse("12: LC, 6: 2018")
>>> stamp.codes, stamp.year, stamp.at(12), str(stamp)
(((6, '2018'), (12, 'LC')), 2018, 'LC', '6: 2018, 12: LC')
>>> str(Headstamp.parse("WIN / 223 REM").caliber), Headstamp.parse("12 o'clock LC; 6 o'clock 18").year
('.223 Remington', None)
"""

from __future__ import annotations

import re
from typing import Final

from attrs import field, frozen, validators

from armstrace import _normalize, _placeholders
from armstrace.errors import ParseError
from armstrace.weapons import calibers
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.caliber import Caliber

_PARTS: Final = re.compile(r"[,;/|](?![0-9])|[;/|]")
_PLACED: Final = re.compile(
    r"(?:at |a las )?(1[0-2]|0?[1-9])(?:(?:'| ?o'?clock| ?h| ?hrs| ?horas)(?![a-z])[ :=]{0,3}| ?[:=] ?)(?=\S)",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST: Final = 200


@frozen(kw_only=True)
class Headstamp:
    """What is stamped on the base of a cartridge.

    Attributes:
        codes: Each stamp with its hour on the clock, 1 to 12, in the order of hours; 0 where the hour is not told.
        year: The year, 1900 to 2099, where just one stamp is one of four digits.
        caliber: The caliber, where just one stamp names one.
        raw: The text.
    """

    codes: tuple[tuple[int, str], ...]
    year: int | None = field(default=None, validator=validators.optional(validators.in_(range(1900, 2100))))
    caliber: Caliber | None = None
    raw: str = field(default="", eq=False)

    @staticmethod
    def parse(text: str) -> Headstamp:
        """The headstamp that a text tells: stamps with commas or slashes between, each with its hour or without.

        Raises:
            ParseError: The text says nothing, or is longer than any headstamp.
        """
        said = len(text) <= _LONGEST and not _placeholders.says_nothing(text)
        parts = [part.strip() for part in _PARTS.split(_normalize.tidy(text).upper())] if said else []
        codes = sorted((_placed(part) for part in parts if part), key=lambda code: code[0])
        if not codes:
            raise ParseError("no headstamp", text=text, hint="such as 12: LC, 6: 18")
        years = {int(code) for _, code in codes if _YEAR.fullmatch(code)}
        named = {one for _, code in codes for one in calibers.read(code) if one.basis is CaliberBasis.NAMED}
        return Headstamp(
            codes=tuple(codes),
            year=years.pop() if len(years) == 1 else None,
            caliber=named.pop() if len(named) == 1 else None,
            raw=text,
        )

    def at(self, hour: int) -> str | None:
        """The stamp at an hour of the clock; None where none, or several, are told."""
        found = [code for place, code in self.codes if place == hour]
        return found[0] if len(found) == 1 else None

    @property
    def key(self) -> tuple[str, ...]:
        """The stamps in the order of the alphabet, which two headstamps share whichever hour is told."""
        return tuple(sorted(code for _, code in self.codes))

    def agrees(self, other: Headstamp) -> bool | None:
        """Whether it says the same as another one; None where one says less than the other.

        Two headstamps that agree are of one maker and year, as far as these are stamped; never of one cartridge.

        >>> one, other = Headstamp.parse("12: LC, 6: 18"), Headstamp.parse("LC / 18")
        >>> one.agrees(other), one.agrees(Headstamp.parse("LC / 17")), one.agrees(Headstamp.parse("LC"))
        (True, False, None)
        """
        mine, theirs = set(self.key), set(other.key)
        if mine != theirs:
            return None if mine < theirs or theirs < mine else False
        hours = {hour for hour, _ in (*self.codes, *other.codes)}
        placed = 0 not in hours
        return not placed or self.codes == other.codes

    def __str__(self) -> str:
        return ", ".join(f"{hour}: {code}" if hour else code for hour, code in self.codes)


def _placed(part: str) -> tuple[int, str]:
    found = _PLACED.match(part)
    return (int(found[1]), part[found.end() :]) if found else (0, part)
