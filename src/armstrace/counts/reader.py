"""The bounds that a figure of a cell or a text states: a number, "at least" or "about" it, or two numbers.

>>> read("más de 1,200 pzas."), read("10-15"), read("uno (1)")
(Bounds(least=1201, most=None, is_soft=False, printed=1200), Bounds(least=10, most=15, is_soft=False, printed=None), \
Bounds(least=1, most=1, is_soft=False, printed=None))

Whatever else stands in the text, is refused: a part that is not understood may change the number.
"""

from __future__ import annotations

import re

from attrs import field, frozen

from armstrace.counts import words
from armstrace.counts.column import CountColumn
from armstrace.counts.numbers import Number, read_number
from armstrace.errors import ParseError

_LONGEST = 120
_NO_COLUMN = CountColumn()
# marks of notes behind a figure: 12*, 12 a/, 12 [1], 12²; a raised digit is cut off before it turns into a plain one
_RAISED = re.compile(r"(?<=[\d*])\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")
_NOTE = re.compile(r"(?:\s?[*†‡]+|\s[a-z]/|\s?\[\w\]|(?<=\d)\s?\([a-z]\))$", re.IGNORECASE)
_PERCENT = re.compile(r"%|\b(?:por ciento|por cento|percent|per cent|pct)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
# letters that a scan gives for digits, beside a digit
_LOOKALIKES = re.compile(r"(?=.*\d)[\dOolI|SBZ]+")
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")


@frozen
class Bounds:
    """The bounds that a text states for a number.

    Attributes:
        least: The least it can be.
        most: The most it can be; None if no bound is stated.
        is_soft: True if the bounds are soft ("about 70").
        printed: The figure as printed, where it is not the exact number.
    """

    least: int
    most: int | None
    is_soft: bool = False
    printed: int | None = None


def read(text: str, *, column: CountColumn = _NO_COLUMN) -> Bounds:
    """The bounds that *text* states.

    Args:
        text: A cell, or a figure out of a text, in English, Spanish or Portuguese.
        column: The meaning of point and comma in the column of the cell.

    Raises:
        ParseError: No number; one that is negative, a fraction, a percentage or counted in another unit; two that
            contradict each other; or a part that is not understood.
    """
    written = _RAISED.sub("", text.strip()) if len(text) <= _LONGEST else ""
    written = _NOTE.sub("", written)
    if _PERCENT.search(written):
        raise ParseError("a percentage", code="count.percent", text=text)
    if _LOOKALIKES.fullmatch(written) and not written.isdecimal():
        raise ParseError("letters among the digits", code="count.lookalike", text=text)
    try:
        return _both(written, column)
    except ParseError as error:
        raise ParseError(error.cause, code=error.code, text=text) from None


def rounded(number: int, unit: int) -> Bounds:
    """The bounds of a *number* that its source rounded to *unit*: half a unit less to half a unit more."""
    half = unit // 2
    return Bounds(least=max(0, number - half), most=number + max(0, half - 1), printed=number)


def _both(text: str, column: CountColumn) -> Bounds:
    """The bounds of a text, which may state its number twice: ``1 (uno)``."""
    inside = _BRACKETS.search(text)
    if inside is None:
        return _Phrase(tokens=words.tokens(text), column=column).read()
    first, second = _BRACKETS.sub(" ", text, count=1), inside[1] or inside[2] or ""
    found = words.tokens(second)
    if not first.strip():
        return _both(second, column)
    if found and _Phrase(tokens=found, column=column).is_remark():
        return _both(f"{first} {second}", column)
    bounds, again = _both(first, column), _both(second, column)
    if bounds != again:
        raise ParseError("two numbers that differ", code="count.contradiction", text=text)
    return bounds


@frozen
class _Phrase:
    """The tokens of a text that states one number or two."""

    tokens: tuple[str, ...]
    column: CountColumn
    roles: list[str] = field(factory=list, init=False)

    def read(self) -> Bounds:
        index = self._skip(0, "label", "piece")
        if self.tokens[index : index + 1] == ("-",) and self._is_number(index + 1):
            raise ParseError("a count must not be negative", code="count.negative", text="")
        index = self._skip(index, *_BOUNDS, "about")
        numbers, index = self._between(index) or self._numbers(index, "range")
        index = self._skip(index, *_BOUNDS, "about", "piece", behind=True)
        self._refuse(index, numbers)
        return _bounds(numbers, set(self.roles))

    def is_remark(self) -> bool:
        """True if the tokens say only what is counted, or how exactly: ``(pzas.)``, ``(aprox.)``."""
        return self._skip(0, *_BOUNDS, "about", "piece") == len(self.tokens)

    def _skip(self, index: int, *roles: str, behind: bool = False) -> int:
        """The index behind all phrases of *roles* from *index* on, whose roles are noted; the longest phrase counts.

        A word that begins a number (``un``) ends them, unless they stand *behind* the number.
        """
        while True:
            length, role = max((words.phrase(self.tokens, index, role), role) for role in roles)
            if not length or (not behind and self._is_number(index)):
                return index
            self.roles.append(role)
            index += length
            index += not behind and self.tokens[index : index + 1] in {(":",), ("=",)}

    def _is_number(self, index: int) -> bool:
        """True if a number in words begins here, which a word of another role may begin too."""
        return read_number(self.tokens, index, self.column) is not None

    def _between(self, index: int) -> tuple[list[Number], int] | None:
        """Two numbers behind a word such as ``entre``; None if there is no such word, or only one number behind it."""
        first = index + words.phrase(self.tokens, index, "between")
        for role in ("joint", "range") if first > index else ():
            numbers, after = self._numbers(first, role)
            if len(numbers) > 1:
                return numbers, after
        return None

    def _numbers(self, index: int, role: str) -> tuple[list[Number], int]:
        """One number at *index*, or two with a word of *role* between them; none if there is no number."""
        first = read_number(self.tokens, index, self.column)
        if first is None:
            return [], index
        between = words.phrase(self.tokens, first[1], role)
        second = read_number(self.tokens, first[1] + between, self.column) if between else None
        return ([first[0]], first[1]) if second is None else ([first[0], second[0]], second[1])

    def _refuse(self, index: int, numbers: list[Number]) -> None:
        """Raise the error of a text without a number, or with more than was understood."""
        vague = words.phrase(self.tokens, 0, "vague")
        if not numbers:
            raise ParseError("no number", code="count.vague" if vague else "count.none", text="")
        rest = self.tokens[index:]
        while rest and rest[-1] in {".", ":"}:
            rest = rest[:-1]
        if rest:
            unit = words.phrase(self.tokens, index, "unit")
            raise ParseError(
                "another unit" if unit else "more than a number",
                code="count.other_unit" if unit else "count.not_understood",
                text="",
            )


def _bounds(numbers: list[Number], roles: set[str]) -> Bounds:
    """The bounds of one number or two under the words of *roles*."""
    stated = [role for role in _BOUNDS if role in roles]
    soft = "about" in roles or any(number.is_soft for number in numbers)
    if len(stated) > 1 or (stated and len(numbers) > 1):
        raise ParseError("bounds of two kinds", code="count.not_understood", text="")
    if len(numbers) > 1:
        return _range(numbers[0], numbers[1], soft=soft)
    number = numbers[0].value
    if not stated:
        if numbers[0].rounded_to > 1 and not soft:
            return rounded(number, numbers[0].rounded_to)
        return Bounds(least=number, most=number, is_soft=soft)
    least, most = {
        "at_least": (number, None),
        "more_than": (number + 1, None),
        "at_most": (0, number),
        "less_than": (0, number - 1),
    }[stated[0]]
    if most is not None and most < 0:
        raise ParseError("a count must not be negative", code="count.negative", text="")
    return Bounds(least=least, most=most, is_soft=soft, printed=number)


def _range(first: Number, second: Number, *, soft: bool) -> Bounds:
    # in "10 a 15 mil" and "2 o 3 docenas" the last word belongs to both numbers, in "900 a 1 mil" to the second alone
    alike = (first.rounded_to, first.group) == (second.rounded_to, second.group)
    if first.value >= second.value or not alike:
        raise ParseError("bounds out of order", code="count.bounds_out_of_order", text="")
    half = first.rounded_to // 2
    return Bounds(least=first.value - half, most=second.value + max(0, half - 1), is_soft=soft)
