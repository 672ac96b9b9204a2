"""Runs of digits, points and commas: the number or numbers that a caliber field means by them.

A lost or slipped point is put back where only one designation fits; a digit is never changed.
"""

from __future__ import annotations

import functools
import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from attrs import frozen

_LONGEST = 48
_LONGEST_WHOLE = 4
_FLOAT_DIGITS = 6
_ROUNDED = "spreadsheet number rounded"
_POINT, _SLIPPED, _AS_DASH = "point restored", "slipped point put back", "point read as a dash"
RESTORED = frozenset((_POINT, _SLIPPED, _AS_DASH))
CHAMBERS = frozenset(
    ("50", "50.7", "50.8", "51", "60", "63", "63.5", "64", "65", "67", "67.5", "68", "70", "73", "75", "76", "76.2",
     "82", "88.9", "89")
)  # fmt: skip
_REPEATED = re.compile(r"([.,])\1+")
_POINTS = re.compile(r"[.,]+")


class Number(NamedTuple):
    """A number in a caliber field, with the repair that it needed.

    Attributes:
        core: The digits that name something: ``38``, ``7.62``, ``30-06``, ``7.62x39``; empty if unreadable.
        digits: The digits as written, with leading zeros (``06`` of ``30-06``).
        dotted: True if a point or a zero before it marks it as a part of an inch.
        repair: The repair that it needed, or empty.
    """

    core: str
    digits: str
    dotted: bool = False
    repair: str = ""


@frozen(eq=False)
class Known:
    """The numbers in the tables, by which lost points are put back.

    They are bare numbers (``38``), metric bores (``7.62``), pairs of bore and case (``7.62x39``) and compounds
    (``30-06``).
    """

    bare: frozenset[str]
    metric: frozenset[str]
    pairs: frozenset[str]
    compounds: frozenset[str]


UNREADABLE = Number("", "")


@functools.lru_cache(maxsize=8192)
def read(run: str, known: Known) -> tuple[Number, ...]:
    """The numbers that *run*, a run of digits, points and commas such as ``7.62.39`` or ``12,20,.410``, stands for.

    A number that cannot be read is `UNREADABLE`.
    """
    if len(run) > _LONGEST:
        return (UNREADABLE,)
    single = _REPEATED.sub(r"\1", run)
    found = _read(single, known)
    if single == run:
        return found
    return tuple(number._replace(repair=number.repair or "repeated point dropped") for number in found)


def _read(run: str, known: Known) -> tuple[Number, ...]:
    body = run.strip(".,")
    dotted, parts = run[0] in ".,", _POINTS.split(body)
    three = _three(parts, known) if len(parts) == 3 and ",." not in body else (UNREADABLE,)
    if three != (UNREADABLE,):
        return three
    if ",." in body or body.count(",") > 1:
        pieces = [piece for piece in body.split(",") if piece]
        return tuple(number for piece in pieces for number in _read(piece, known))
    if len(parts) == 1:
        return (_whole(parts[0], known, dotted=dotted),)
    if len(parts) == 2:
        return _decimal(parts[0], parts[1], known, dotted=dotted, comma="," in body)
    return (UNREADABLE,)


def _whole(digits: str, known: Known, *, dotted: bool) -> Number:
    core = digits.lstrip("0")
    if not core or len(digits) > _LONGEST_WHOLE + 2:
        return UNREADABLE
    if dotted and len(digits) == 1 and core in "345":
        return Number(core + "0", digits, dotted=True, repair="zero at the end restored")
    if dotted and core == "9":
        return Number(core, digits, repair="stray point dropped")
    if dotted and len(core) == 1:
        return UNREADABLE
    restored = "" if core in known.bare else _lost_point(core, known)
    if restored:
        return Number(restored, digits, repair=_POINT)
    return Number(core, digits, dotted=dotted)


def _decimal(whole: str, part: str, known: Known, *, dotted: bool, comma: bool) -> tuple[Number, ...]:
    """The numbers that two groups of digits with a point or comma between stand for: ``7.62``; 12 and 20.

    A point or comma stands in front of them if *dotted*; the sign between is a comma if *comma*.
    """
    if not whole.strip("0"):
        return (_fraction(part, known),)
    repair = "stray point dropped" if dotted else ""
    if not part.strip("0"):
        number = _whole(whole, known, dotted=False)
        return (number._replace(repair=number.repair or repair),)
    damaged = len(part) > _FLOAT_DIGITS
    if damaged:
        part, repair = _rounded(part), _ROUNDED
    core = f"{whole.lstrip('0')}.{part.rstrip('0')}"
    if core in known.metric or core in known.bare or core in CHAMBERS:
        return (Number(core, core, repair=repair),)
    misplaced = _misplaced(whole, part, known, damaged=damaged)
    return misplaced or _two(whole, part, known, comma=comma) or (Number(core, core, repair=repair),)


def _misplaced(whole: str, part: str, known: Known, *, damaged: bool) -> tuple[Number, ...]:
    """The number whose point stands for a dash (``30.06``) or has slipped (``3.57``); empty if neither fits.

    If a spreadsheet has *damaged* the number, a zero at its end may be lost.
    """
    for tail in (part, part.rstrip("0") + "0") if damaged else (part,):
        if f"{whole}-{tail}" in known.compounds:
            return (Number(f"{whole}-{tail}", f"{whole}.{part}", repair=_AS_DASH),)
    joined = whole.lstrip("0") + part
    if joined in known.bare and (len(joined) == 3 or (len(joined) == 2 and joined[0] in "234")):
        return (Number(joined, f"{whole}.{part}", dotted=True, repair=_SLIPPED),)
    restored = _lost_point(joined, known)
    return (Number(restored, f"{whole}.{part}", repair=_SLIPPED),) if restored else ()


def _two(whole: str, part: str, known: Known, *, comma: bool) -> tuple[Number, ...]:
    """The two designations that *whole* and *part* are by themselves, such as 12 and 20; empty if they are not.

    The sign between them is a *comma* or a point.
    """
    if part not in known.bare:
        return ()
    if whole in known.bare and (comma or len(whole) + len(part) > 4):
        return (Number(whole, whole), Number(part, part))
    restored = _lost_point(whole, known)
    return (Number(restored, whole, repair=_POINT), Number(part, part)) if restored else ()


def _lost_point(digits: str, known: Known) -> str:
    """The metric bore that *digits* give with the lost point, as ``7.62`` for ``762``; empty if they give none."""
    decimal = f"{digits[:-2]}.{digits[-2:]}"
    return decimal if len(digits) in (3, 4) and decimal in known.metric else ""


def _rounded(part: str) -> str:
    return str(Decimal(f"0.{part}").quantize(Decimal("0.001"), ROUND_HALF_EVEN)).partition(".")[2]


def _fraction(part: str, known: Known) -> Number:
    """The number in *part*, the digits behind ``0.``: a fraction of an inch, or a number after a stray ``0.``."""
    if len(part) > _FLOAT_DIGITS:
        rounded = _whole(_rounded(part).rstrip("0") or "0", known, dotted=True)
        return rounded._replace(repair=_ROUNDED) if rounded.core else rounded
    shortened = part.rstrip("0") if part.rstrip("0") not in known.bare and part not in known.bare else part
    return _whole(shortened or part, known, dotted=True)


def _three(parts: list[str], known: Known) -> tuple[Number, ...]:
    first, second, third = parts
    if not first.strip("0"):
        decimal = f"{second}.{third}"
        return (Number(decimal, decimal, repair="stray zero dropped"),)
    decimal = f"{first}.{second}"
    if decimal in known.metric and f"{decimal}x{third}" in known.pairs:
        return (Number(f"{decimal}x{third}", f"{decimal}.{third}", repair="point read as a multiplication sign"),)
    if decimal in known.metric and third in known.bare:
        return (Number(decimal, decimal), Number(third, third))
    if all(part in known.bare for part in parts):
        return tuple(Number(part, part) for part in parts)
    return (UNREADABLE,)
