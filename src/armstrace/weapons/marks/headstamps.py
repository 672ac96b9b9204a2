"""Headstamps: the stamps on the base of a cartridge, by their hour on the clock.

A code stands for a maker only in a table of codes, and no such table was verified: no maker is named here. Two digits
may be a year of either century, or a lot, and give no year.

>>> stamp = Headstamp.parse("12: LC, 6: 2018")
>>> stamp.codes, stamp.year, stamp.at(12), str(stamp)
(((6, '2018'), (12, 'LC')), 2018, 'LC', '6: 2018, 12: LC')
>>> str(Headstamp.parse("WIN / 223 REM").caliber), Headstamp.parse("12 o'clock LC; 6 o'clock 18").year
('.223 Remington', None)
"""

from __future__ import annotations

import re
from typing import Final, Self

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
    """The stamps on the base of a cartridge.

    Attributes:
        codes: Each stamp with its hour on the clock, 1 to 12, in the order of hours; 0 where the hour is not given.
        year: The year, 1900 to 2099, where just one stamp is a year of four digits.
        caliber: The caliber, where just one stamp names a caliber.
        raw: The text.
    """

    codes: tuple[tuple[int, str], ...]
    year: int | None = field(default=None, validator=validators.optional(validators.in_(range(1900, 2100))))
    caliber: Caliber | None = None
    raw: str = field(default="", eq=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The headstamp in a text: stamps with commas or slashes between, each with its hour or without.

        Raises:
            ParseError: The text is blank, or longer than any headstamp.
        """
        blank = len(text) > _LONGEST or _placeholders.says_nothing(text)
        parts = () if blank else _PARTS.split(_normalize.tidy(text).upper())
        codes = sorted((_placed(part.strip()) for part in parts if part.strip()), key=lambda code: code[0])
        if not codes:
            raise ParseError("no headstamp", code="headstamp.none", text=text, hint="such as 12: LC, 6: 18")
        years = {int(code) for _, code in codes if _YEAR.fullmatch(code)}
        read = (caliber for _, code in codes for caliber in calibers.read(code))
        named = {caliber for caliber in read if caliber.basis is CaliberBasis.NAMED}
        return cls(
            codes=tuple(codes),
            year=years.pop() if len(years) == 1 else None,
            caliber=named.pop() if len(named) == 1 else None,
            raw=text,
        )

    def at(self, hour: int) -> str | None:
        """The stamp at an hour of the clock; None where no stamp is given, or several are."""
        found = [code for position, code in self.codes if position == hour]
        return found[0] if len(found) == 1 else None

    @property
    def key(self) -> tuple[str, ...]:
        """The stamps in the order of the alphabet, which two headstamps share whichever hour is given."""
        return tuple(sorted(code for _, code in self.codes))

    def agrees(self, other: Headstamp) -> bool | None:
        """True if both headstamps have the same stamps; None where the stamps of one are only part of the other's.

        Two headstamps that agree are of one maker and year, as far as these are stamped; never of one cartridge.

        >>> stamp = Headstamp.parse("12: LC, 6: 18")
        >>> [stamp.agrees(Headstamp.parse(text)) for text in ("LC / 18", "LC / 17", "LC")]
        [True, False, None]
        """
        left, right = set(self.key), set(other.key)
        if left != right:
            return None if left < right or right < left else False
        hours = {hour for hour, _ in (*self.codes, *other.codes)}
        return 0 in hours or self.codes == other.codes

    def __str__(self) -> str:
        return ", ".join(f"{hour}: {code}" if hour else code for hour, code in self.codes)


def _placed(part: str) -> tuple[int, str]:
    found = _PLACED.match(part)
    return (int(found[1]), part[found.end() :]) if found else (0, part)
