"""Serial numbers that a spreadsheet took for quantities: a decimal point, an exponent.

>>> repairs = []
>>> undamaged("1.98512E+07", repairs), repairs
('19851???', ['exponent:1.98512E+07'])
"""

from __future__ import annotations

import re
from typing import Final

_DECIMAL: Final = re.compile(r"(\d+)[.,]0{1,2}")
_EXPONENT: Final = re.compile(r"(\d)(?:[.,](\d{1,20}))?E\+(\d{1,2})")
_MOST_DIGITS: Final = 30


def undamaged(number: str, repairs: list[str]) -> str:
    """The number as it was before a spreadsheet took it for a quantity; unchanged if there is no sign of that.

    A note on the change is added to *repairs*.
    """
    if found := _DECIMAL.fullmatch(number):
        repairs.append(f"decimal:{number}")
        return found[1]
    found = _EXPONENT.fullmatch(number)
    if found and int(found[3]) < _MOST_DIGITS:
        repairs.append(f"exponent:{number}")
        digits = found[1] + (found[2] or "")
        # the last digit that a spreadsheet shows of a rounded number may be rounded itself
        return digits[:-1].ljust(int(found[3]) + 1, "?") if len(digits) <= int(found[3]) else digits
    return number
