"""Cells of a serial column that hold another number: a caliber, a case, a vehicle.

>>> misplaced("9MM"), misplaced("C.I. 1822/2018"), misplaced("1HGCM82633A004352")
(True, True, True)
>>> misplaced("9M11"), misplaced("CI-1822"), misplaced("1HGCM82633A004353")
(False, False, False)
"""

from __future__ import annotations

import re
from typing import Final

_CALIBER: Final = re.compile(
    r"(?:CAL(?:IBRE|IBER)?[. ] ?)?(?:[0-9]{1,2}(?:[.,][0-9]{1,2})? ?MM|[0-9]{2} ?(?:GA|GAUGE)\.?"
    r"|\.[0-9]{2,3} ?(?:ACP|AUTO|CAL|LR|MAG|MAGNUM|REM|S&W|SPECIAL|SPL|WIN)\.?)"
)
# abbreviations of files of police and prosecutors, before a number that ends in a year
_CASE: Final = re.compile(
    r"(?:A\.? ?P|B\.? ?O|C\.? ?[IU]|I\.? ?P|N\.?U\.?C|R\.?A\.?C?|T\.?C\.?O)\.?[-/ :][A-Z0-9][A-Z0-9/. -]{0,40}"
    r"[/-](?:19|20)[0-9]{2}"
)
_VEHICLE: Final = re.compile(r"[0-9A-HJ-NPR-Z]{8}[0-9X][0-9A-HJ-NPR-Z]{6}[0-9]{2}")
_VALUES: Final = dict(
    zip(
        "0123456789ABCDEFGHJKLMNPRSTUVWXYZ", (*range(10), *range(1, 9), 1, 2, 3, 4, 5, 7, 9, *range(2, 10)), strict=True
    )
)
_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHECK_PLACE: Final = 8
_LONGEST: Final = 64
VEHICLE_LENGTH: Final = 17


def misplaced(capitals: str) -> bool:
    """True if the whole cell, in capitals, is a caliber, the number of a case, or that of a vehicle.

    A vehicle's number without a label is known by its check digit (49 CFR 565.15).
    """
    if len(capitals) > _LONGEST:
        return False
    if _CALIBER.fullmatch(capitals) or _CASE.fullmatch(capitals):
        return True
    if len(capitals) != VEHICLE_LENGTH or _VEHICLE.fullmatch(capitals) is None or capitals.isdigit():
        return False
    total = sum(weight * _VALUES[sign] for weight, sign in zip(_WEIGHTS, capitals, strict=True))
    return "0123456789X"[total % 11] == capitals[_CHECK_PLACE]
