"""The bounds that a figure of a cell or a text states.

>>> read("19.5 millones")
Bounds(least=19450000, most=19549999, printed=19500000)
"""

from __future__ import annotations

import re

from attrs import frozen

from armstrace import _normalize
from armstrace.errors import ParseError

_LONGEST = 60
_DIGITS = re.compile(r"\d{1,15}")
_GROUPED = re.compile(r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?: \d{3})+)")
_WHOLE = re.compile(r"(\d{1,15})[.,]0{1,3}")
_SCALED = re.compile(
    r"(\d{1,6})(?:[.,](\d{1,3}))? ?(mil|thousand|millones|millon|million|milhoes|milhao)(?: (\d{1,6}))?"
)
_SCALES = {"mil": 3, "thousand": 3}


@frozen
class Bounds:
    """The bounds that a text states for a number.

    Attributes:
        least: The least it can be.
        most: The most it can be.
        printed: The figure as printed, where it is not the exact number.
    """

    least: int
    most: int
    printed: int | None = None


def read(text: str) -> Bounds:
    """The bounds that *text* states.

    Raises:
        ParseError: No number, or one that is no count.
    """
    plain = _normalize.casefold(text.strip()) if len(text) <= _LONGEST else ""
    if _DIGITS.fullmatch(plain):
        return _exactly(int(plain))
    if _GROUPED.fullmatch(plain):
        return _exactly(int("".join(filter(str.isdigit, plain))))
    if whole := _WHOLE.fullmatch(plain):
        return _exactly(int(whole[1]))
    if scaled := _SCALED.fullmatch(plain):
        return _scaled(scaled, text)
    raise ParseError("no number", code="count.none", text=text)


def rounded(number: int, unit: int) -> Bounds:
    """The bounds of a *number* that its source rounded to *unit*: half a unit less to half a unit more."""
    half = unit // 2
    return Bounds(least=max(0, number - half), most=number + max(0, half - 1), printed=number)


def _exactly(number: int) -> Bounds:
    return Bounds(least=number, most=number)


def _scaled(found: re.Match[str], text: str) -> Bounds:
    power = _SCALES.get(found[3], 6)
    number, decimals, rest = int(found[1]), found[2] or "", found[4]
    whole = number * 10**power + (int(decimals.ljust(power, "0")) if decimals else 0)
    if rest is None:
        return rounded(whole, 10 ** (power - len(decimals)))
    if decimals or len(rest) > power:
        raise ParseError("no number", code="count.none", text=text)
    return _exactly(whole + int(rest))
