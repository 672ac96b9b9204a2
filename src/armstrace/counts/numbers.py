"""A number in digits, in words, or in both, with the thousands and dozens behind it.

>>> from armstrace.counts.column import count_column
>>> from armstrace.counts.words import tokens
>>> for text in ("dois mil e quinhentos", "media docena", "18 mil", "treinta y uno", "una veintena"):
...     number = read_number(tokens(text), 0, count_column([]))[0]
...     print(number.value, number.rounded_to, number.group, number.is_soft)
2500 1 1 False
6 1 12 False
18000 1000 1 False
31 1 1 False
20 1 20 True
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from armstrace.counts import words
from armstrace.counts.figures import Figure
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from armstrace.counts.column import CountColumn

_THOUSAND, _HUNDRED, _TEN = 1000, 100, 10
_MOST = 10**15
_HALF_A_SIGN = ("1", "⁄", "2")


@frozen(kw_only=True)
class Number:
    """A number.

    Attributes:
        value: The whole number.
        fraction: What its decimals add to it.
        open_to: The other number that the figure may be, where its sign may stand before three decimals.
        sign: The sign in such a figure.
        rounded_to: The unit to which the source rounded it: 1000 in ``18 mil``; 1 if it did not.
        group: The size of the groups in which the words count: 12 in ``dos docenas``; else 1.
        is_soft: True if the number is an estimate by its words: ``una veintena``.
    """

    value: int
    fraction: Decimal = Decimal(0)
    open_to: Decimal | None = None
    sign: str = ""
    rounded_to: int = 1
    group: int = 1
    is_soft: bool = False


def read_number(found: tuple[str, ...], index: int, column: CountColumn) -> tuple[Number, int] | None:
    """The longest number that begins at a token, and the index of the token behind it; None if none begins there.

    Raises:
        ParseError: The figure is none, or its signs are not settled by the column.
    """
    if halved := _half(found, index):
        return halved
    if index < len(found) and found[index][0].isdigit():
        number, after = _figure(found, index, column)
    else:
        spelled, after, _ = _cardinal(found, index)
        if spelled is None:
            return _grouped(Number(value=1), found, index, alone=True)
        number = Number(value=spelled)
    return _grouped(number, found, after) or (number, after)


def _half(found: tuple[str, ...], index: int) -> tuple[Number, int] | None:
    """Half a dozen, in the words of any language or with the sign ½."""
    after = index + words.phrase(found, index, "half")
    if found[index : index + 3] == _HALF_A_SIGN:
        after = index + 3
    if after == index:
        return None
    after += after < len(found) and words.value(found[after], "number") == 1
    size = words.value(found[after], "group") if after < len(found) else None
    if size is None or size % 2:
        return None
    return Number(value=size // 2, group=size, is_soft=words.is_soft(found[after])), after + 1


def _grouped(number: Number, found: tuple[str, ...], index: int, *, alone: bool = False) -> tuple[Number, int] | None:
    """*number* times the dozens, pairs or tens at a token, and half of such a group more; None if there is no group.

    *alone* is True if no number stands before the group, which then must be singular.
    """
    word = found[index] if index < len(found) else ""
    size = words.value(word, "group")
    if number.fraction:
        return None
    if size is None or (alone and word.endswith("s")) or number.rounded_to > 1:
        return None
    value, after = number.value * size, index + 1
    more = words.phrase(found, after, "joint")
    if more:
        more += words.value(found[after + more], "number") == 1 if after + more < len(found) else 0
        half = words.phrase(found, after + more, "half")
        if half and size % 2 == 0:
            value, after = value + size // 2, after + more + half
    return evolve(number, value=value, group=size, is_soft=words.is_soft(word)), after


def _figure(found: tuple[str, ...], index: int, column: CountColumn) -> tuple[Number, int]:
    """The number in digits at a token, with the thousands or millions behind it, and the index behind it."""
    if "e" in found[index]:
        return _exponent(found[index]), index + 1
    figure = Figure.parse(found[index])
    if figure is None:
        raise ParseError("no number", code="count.none", text=found[index])
    if scale := _scale(found, index + 1):
        return _scaled(figure, scale, found, index + 2)
    return _plain(figure, column, found[index]), index + 1


def _exponent(text: str) -> Number:
    """``1.2e+03``, as a spreadsheet writes a number that it rounded."""
    number = Decimal(text.replace(",", "."))
    places = number.as_tuple().exponent
    if number >= _MOST or number != number.to_integral_value() or not isinstance(places, int):
        raise ParseError("a count is whole", code="count.fraction", text=text)
    return Number(value=int(number), rounded_to=10 ** max(0, places))


def _plain(figure: Figure, column: CountColumn, text: str) -> Number:
    """The number of a figure, with its signs as the column shows them."""
    if not figure.is_open:
        return Number(value=figure.whole, fraction=_fraction(figure.decimals))
    meaning = column.meaning(figure.grouping)
    if meaning == "unsettled":
        raise ParseError("the sign may group or part", code="count.sign_unsettled", text=text)
    whole, rest = divmod(figure.whole, _THOUSAND)
    if meaning == "decimals":
        return Number(value=whole, fraction=Decimal(rest) / _THOUSAND)
    other = None if column.is_seen else whole + Decimal(rest) / _THOUSAND
    return Number(value=figure.whole, open_to=other, sign=figure.grouping)


def _fraction(decimals: str) -> Decimal:
    return Decimal(f"0.{decimals}") if decimals else Decimal(0)


def _scaled(figure: Figure, scale: int, found: tuple[str, ...], index: int) -> tuple[Number, int]:
    """``18 mil``, which is rounded, or ``18 mil 200``, which is not."""
    decimals, text = figure.decimals, " ".join(found)
    if figure.is_open:  # 2,500 million are 2.5 thousand million to one writer and 2.5 million to another
        raise ParseError("the sign may group or part", code="count.sign_unsettled", text=text)
    if 10 ** len(decimals) > scale:
        raise ParseError("a count is whole", code="count.fraction", text=text)
    value = figure.whole * scale + int(decimals or 0) * scale // 10 ** len(decimals)
    total, after, unit = _cardinal(found, index, total=value, limit=scale)
    if after == index:
        return Number(value=value, rounded_to=scale // 10 ** len(decimals)), index
    if decimals or total is None:
        raise ParseError("no number", code="count.none", text=text)
    return Number(value=total, rounded_to=unit), after


def _scale(found: tuple[str, ...], index: int) -> int | None:
    """The thousand or million at a token; None if there is none."""
    scale = words.value(found[index], "scale") if index < len(found) else None
    return scale if scale is not None and scale >= _THOUSAND else None


def _cardinal(found: tuple[str, ...], index: int, *, total: int = 0, limit: int = 10**9) -> tuple[int | None, int, int]:
    """The number in words at a token, the index behind it, and its unit: millions, then thousands, then the rest.

    *total* is what stands before the token in digits, in units of *limit*. Behind a thousand the rest may be digits.
    """
    start, unit, begun = index, 1, total > 0
    while True:
        joint = words.phrase(found, index, "joint") if begun else 0
        part, after = _below_thousand(found, index + joint)
        digits = part is None and begun and index + joint < len(found) and found[index + joint].isdecimal()
        if digits:
            part, after = int(found[index + joint]), index + joint + 1
        scale = _scale(found, after)
        if scale is not None and scale < limit:
            total, limit, index, begun = total + (1 if part is None else part) * scale, scale, after + 1, True
            unit = scale if digits else 1
        elif part is None or scale is not None:
            return (total if begun else part), (index if begun else after), unit
        elif not begun:
            return part, after, 1
        elif part >= limit:
            return total, max(start, index), unit
        else:
            return total + part, after, 1


def _below_thousand(found: tuple[str, ...], index: int) -> tuple[int | None, int]:
    hundreds, after = _hundreds(found, index)
    if hundreds is None:
        return _below_hundred(found, index)
    joint = words.phrase(found, after, "joint")
    rest, end = _below_hundred(found, after + joint)
    return (hundreds, after) if not rest else (hundreds + rest, end)


def _hundreds(found: tuple[str, ...], index: int) -> tuple[int | None, int]:
    """``doscientos``, ``two hundred`` or ``hundred``."""
    word = words.value(found[index], "number") if index < len(found) else None
    if word is not None and word >= _HUNDRED:
        return word, index + 1
    times, after = _below_hundred(found, index)
    if after < len(found) and words.value(found[after], "scale") == _HUNDRED and times != 0:
        return (1 if times is None else times) * _HUNDRED, after + 1
    return None, index


def _below_hundred(found: tuple[str, ...], index: int) -> tuple[int | None, int]:
    """A word below a hundred, or a ten and a unit: ``forty-two``, ``treinta y uno``, ``diez y seis``."""
    word = words.value(found[index], "number") if index < len(found) else None
    if word is None or word >= _HUNDRED:
        return None, index
    if word < _TEN or word % _TEN:
        return word, index + 1
    hyphen = index + 1 < len(found) and found[index + 1] == "-"
    joint = int(hyphen) or words.phrase(found, index + 1, "joint")
    after = index + 1 + joint
    unit = words.value(found[after], "number") if after < len(found) else None
    # without a joint only English says so, and it has no "ten two"
    if unit is None or not 0 < unit < _TEN or (word == _TEN and not joint):
        return word, index + 1
    return word + unit, after + 1
