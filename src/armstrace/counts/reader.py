"""The bounds that a figure of a cell or a text states: a number, "at least" or "about" it, or two numbers.

>>> bounds = read("más de 1,200 pzas.")
>>> bounds.least, bounds.most, bounds.printed
(Decimal('1201'), None, 1200)
>>> read("3 boxes of 50").least, read("10 (3 largas, 7 cortas)").least
(Decimal('150'), Decimal('10'))

Whatever else stands in the text, is refused: a part that is not understood may change the number.
"""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve, frozen

from armstrace.counts import words
from armstrace.counts.bounds import Bounds
from armstrace.counts.column import CountColumn
from armstrace.counts.marks import unmarked
from armstrace.counts.phrases import Phrase, packed, parts
from armstrace.counts.repairs import is_lookalike, mended
from armstrace.errors import ParseError

_LONGEST = 120
_NO_COLUMN = CountColumn()
_PERCENT = re.compile(r"%|\b(?:por ciento|por cento|percent|per cent|pct)\b", re.IGNORECASE)
# the "e" of 1e5 is no "and", and 2l may be 21 or two liters
_GLUED = re.compile(r"\d[eEyY]\d|\dl\b")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_MENDABLE = frozenset(("count.none", "count.not_understood", "count.several"))


@frozen
class Reading:
    """The bounds that a text states, and the slips that were mended for it."""

    bounds: Bounds
    repairs: tuple[str, ...] = ()


def read(text: str, *, column: CountColumn = _NO_COLUMN) -> Bounds:
    """The bounds that *text* states; see `read_mended`."""
    return read_mended(text, column=column).bounds


def read_mended(text: str, *, column: CountColumn = _NO_COLUMN) -> Reading:
    """The bounds that *text* states, where a slip that has only one reading is mended.

    Args:
        text: A cell, or a figure out of a text, in English, Spanish or Portuguese.
        column: The meaning of point and comma in the column of the cell.

    Raises:
        ParseError: No number; several; one that is negative, a fraction, a percentage or a size; two that contradict
            each other; or a part that is not understood.
    """
    written = unmarked(text) if len(text) <= _LONGEST else ""
    try:
        return _read_mended(written, column)
    except ParseError as error:
        raise ParseError(error.cause, code=error.code, text=text) from None


def read_all(text: str, *, column: CountColumn = _NO_COLUMN) -> tuple[Reading, ...]:
    """The bounds of each number that *text* states: ``5 largas y 3 cortas``.

    Raises:
        ParseError: One of them cannot be read.
    """
    written = unmarked(text) if len(text) <= _LONGEST else ""
    try:
        return (_read_mended(written, column),)
    except ParseError as error:
        if error.code == "count.several":
            return tuple(map(Reading, _several(written, column, text)))
        raise ParseError(error.cause, code=error.code, text=text) from None


def _several(written: str, column: CountColumn, text: str) -> list[Bounds]:
    try:
        return [Phrase(tokens=part, column=column).read() for part in parts(words.tokens(written))]
    except ParseError as error:
        raise ParseError(error.cause, code=error.code, text=text) from None


def _read_mended(text: str, column: CountColumn) -> Reading:
    if _GLUED.search(text):
        raise ParseError("more than a number", code="count.not_understood", text=text)
    if _PERCENT.search(text):
        raise ParseError("a percentage", code="count.percent", text=text)
    try:
        return Reading(_both(text, column))
    except ParseError as error:
        repaired, repairs = mended(text) if error.code in _MENDABLE else (text, ())
        if repairs:
            return Reading(_both(repaired, column), repairs)
        if is_lookalike(text):
            raise ParseError("letters among the digits", code="count.lookalike", text=text) from None
        raise


def _both(text: str, column: CountColumn) -> Bounds:
    """The bounds of a text, which may state its number twice: ``1 (uno)``."""
    inside = _BRACKETS.search(text)
    if inside is None:
        return Phrase(tokens=words.tokens(text), column=column).read()
    first, second = _BRACKETS.sub(" ", text, count=1), inside[1] or inside[2] or ""
    remark = Phrase(tokens=words.tokens(second), column=column)
    if not first.strip():
        return _both(second, column)
    if remark.tokens and remark.is_remark():
        return _both(f"{first} {second}", column)
    bounds = _both(first, column)
    return bounds if remark.tokens and remark.is_note() else _of_two(bounds, second, column)


def _of_two(bounds: Bounds, second: str, column: CountColumn) -> Bounds:
    """The bounds of a number, and of the brackets behind it: the same number, its split, or what the packings hold."""
    try:
        again = _both(second, column)
    except ParseError as error:
        if error.code != "count.several":
            raise
        split = _several(second, column, second)
        again = Bounds(least=sum((each.least for each in split), Decimal(0)), most=None)
        if all(each.is_exact for each in split):
            again = evolve(again, most=again.least)
    figure = bounds.least if bounds.printed is None else Decimal(bounds.printed)
    same = (bounds.least, bounds.most, bounds.is_soft) == (again.least, again.most, again.is_soft)
    if same or (again.is_exact and again.least == figure):
        return bounds
    packing = bounds.unit is not None and bounds.unit.sort == "packing"
    if packing and bounds.is_exact and again.is_exact and again.unit is None:
        return packed(int(bounds.least), int(again.least), each=_says_each(second))
    raise ParseError("two numbers that differ", code="count.contradiction", text=second)


def _says_each(text: str) -> bool:
    found = words.tokens(text)
    return any(words.phrase(found, index, "each") for index in range(len(found)))
