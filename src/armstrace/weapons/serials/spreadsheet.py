"""Serial numbers that a spreadsheet took for quantities: a decimal point, thousands separators, an exponent.

>>> repairs = []
>>> undamaged("1.98512E+07", repairs), repairs
('19851???', ['exponent:1.98512E+07'])
"""

from __future__ import annotations

import re
from typing import Final

_DECIMAL: Final = re.compile(r"(\d+)[.,]0{1,2}")
_EXPONENT: Final = re.compile(r"(\d)(?:[.,](\d{1,20}))?E\+(\d{1,2})")
_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}")
_MOST_DIGITS: Final = 30


_MONTHS: Final = "(?:JAN|ENE|FEB|FEV|MAR|APR|ABR|MAY|MAI|JUN|JUL|AUG|AGO|SEP|SET|OCT|OUT|NOV|DEC|DIC|DEZ)"
_DATE: Final = re.compile(
    rf"[0-9]{{1,2}}-{_MONTHS}(?:-[0-9]{{2,4}})?|{_MONTHS}-[0-9]{{2}}|(?:19|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}(?: 00)?"
    r"|[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}(?: 0{1,2})?"
)


def is_date(number: str) -> bool:
    """True if the number has the form of a date, which a spreadsheet makes of MAR12 or 12-3.

    >>> is_date("12-MAR"), is_date("12-345")
    (True, False)
    """
    return _DATE.fullmatch(number) is not None


def undamaged(number: str, repairs: list[str]) -> str:
    """The number as it was before a spreadsheet took it for a quantity; unchanged if there is no sign of that.

    A note on the change is added to *repairs*.
    """
    if found := _DECIMAL.fullmatch(number):
        repairs.append(f"decimal:{number}")
        return found[1]
    if _THOUSANDS.fullmatch(number):
        repairs.append(f"thousands:{number}")
        return number.replace(",", "")
    found = _EXPONENT.fullmatch(number)
    if found and int(found[3]) < _MOST_DIGITS:
        repairs.append(f"exponent:{number}")
        digits = found[1] + (found[2] or "")
        # the last digit that a spreadsheet shows of a rounded number may be rounded itself
        return digits[:-1].ljust(int(found[3]) + 1, "?") if len(digits) <= int(found[3]) else digits
    return number
