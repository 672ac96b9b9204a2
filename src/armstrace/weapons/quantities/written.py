"""Quantities known by the way they are written: dates, telephone numbers, ordinals, optics, rounds as ``17+1``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from armstrace.weapons.quantities.matching import owner_beside
from armstrace.weapons.quantities.measures import Found, is_in_name
from armstrace.weapons.quantities.quantity import Quantity, QuantityMeasure
from armstrace.weapons.quantities.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.weapons.quantities.tokens import Token

_DATE_SIGNS = frozenset(("/", "-", "."))
_PHONE_SIGNS = frozenset(("-", "(", ")", ".", "+"))
_LEAST_PHONE, _MOST_PHONE, _LONGEST_GROUP, _FEWEST_GROUPS = 7, 15, 4, 2
_ORDINALS = frozenset(("st", "nd", "rd", "th", "ra", "do", "da", "er", "ero", "era", "vo", "va", "°"))
_LETTERS = frozenset(("o", "a"))  # what the signs º and ª become in tidied text
_LENSES = frozenset(map(str, (*range(20, 23), *range(24, 29), 30, *range(32, 37), 40, 42, 44, 45, 50, 52, 56, 60)))
_MOST_POWER = 40
_MOST_ROUNDS = 100
_YEARS = range(1850, 2101)
_OPTICS = "optic"


def _quantity(
    found: Sequence[Token], first: int, after: int, measure: QuantityMeasure, value: Decimal | None = None
) -> Found:
    return Found(Quantity(measure=measure, value=value, start=found[first].start, end=found[after - 1].end), after)


def _small(token: Token, most: int) -> bool:
    return token.role == "number" and token.text.isdigit() and len(token.text) <= 2 and 0 < int(token.text) <= most


def _year(token: Token) -> bool:
    return token.role == "number" and len(token.text) == 4 and token.text.isdigit() and int(token.text) in _YEARS


def _is_of(token: Token) -> bool:
    return token.text in vocabulary().small["filler"]


def date(found: Sequence[Token], at: int) -> Found | None:
    """The date that begins with the number at index *at*: ``9 de enero de 2019``, ``12/03/2019``; None if none does."""
    return _numeric_date(found, at) or _named_date(found, at)


def _numeric_date(found: Sequence[Token], at: int) -> Found | None:
    if at + 4 >= len(found) or is_in_name(found, at):
        return None
    first, sign, second, again, third = found[at : at + 5]
    if sign.text not in _DATE_SIGNS or again.text != sign.text or not _small(second, 31):
        return None
    if (_small(first, 31) and _year(third)) or (_year(first) and _small(third, 31)):
        return _quantity(found, at, at + 5, QuantityMeasure.DATE)
    return None


def _named_date(found: Sequence[Token], at: int) -> Found | None:
    if not _small(found[at], 31) or is_in_name(found, at):
        return None
    step = at + 1
    step += step < len(found) and found[step].text in ("°", "o", "ro")
    tied = step < len(found) and (_is_of(found[step]) or found[step].text in _DATE_SIGNS)
    step += tied
    if step >= len(found):
        return None
    month = found[step].text
    after, years = _year_behind(found, step + 1)
    known = vocabulary()
    if month in known.months or (month in known.short_months and (tied or years) and not found[step].glued):
        return _quantity(found, at, after, QuantityMeasure.DATE)
    short = month in known.short_months and tied and found[step].glued
    return _quantity(found, at, after, QuantityMeasure.DATE) if short and (years or _is_of(found[step - 1])) else None


def _year_behind(found: Sequence[Token], at: int) -> tuple[int, bool]:
    """The index behind the year that stands at index *at*, perhaps behind *de* or a sign, and True if one does."""
    step = at
    while step < len(found) and step < at + 2 and (_is_of(found[step]) or found[step].text in ("-", "/", ",", ".")):
        step += 1
    return (step + 1, True) if step < len(found) and _year(found[step]) else (at, False)


def month_first(found: Sequence[Token], at: int) -> Found | None:
    """The date that begins with the month at index *at*: ``January 9, 2019``, ``marzo 2019``; None if none does."""
    known = vocabulary()
    month = found[at].text
    if month not in known.months and month not in known.short_months:
        return None
    step = at + 1
    step += step < len(found) and found[step].text == "."
    after, years = _year_behind(found, step)
    if years:
        return _quantity(found, at, after, QuantityMeasure.DATE)
    if step < len(found) and _small(found[step], 31) and not found[step].glued:
        after, years = _year_behind(found, step + 1)
        if years or (month in known.months and not _goes_on(found, step + 1)):
            return _quantity(found, at, after, QuantityMeasure.DATE)
    return None


def _goes_on(found: Sequence[Token], at: int) -> bool:
    """True if a unit or a case follows, so that the number before index *at* is no day: ``Marzo 9 mm``."""
    return at < len(found) and (found[at].text in vocabulary().units or found[at].text in ("x", "."))


def phone(found: Sequence[Token], at: int) -> Found | None:
    """The telephone number that begins at index *at*: ``(55) 5555-1234``, ``+52 55 1234 5678``; None if none does."""
    step, digits, groups, signs, last = at, 0, 0, 0, at
    while step < min(len(found), at + 4 * _MOST_PHONE) and digits <= _MOST_PHONE:
        token = found[step]
        if token.role == "number" and token.text.isdigit() and len(token.text) <= _LONGEST_GROUP:
            digits, groups, last = digits + len(token.text), groups + 1, step + 1
        elif token.text in _PHONE_SIGNS and token.role == "sign":
            signs += token.text in "-+("
        else:
            break
        step += 1
    fits = _LEAST_PHONE <= digits <= _MOST_PHONE and groups >= _FEWEST_GROUPS and signs
    if not fits or is_in_name(found, at):
        return None
    lengths = [len(token.text) for token in found[at:last] if token.role == "number"]
    if 1 in lengths[1:] or _LONGEST_GROUP not in lengths:
        return None
    return _quantity(found, at, last, QuantityMeasure.PHONE)


def clock(found: Sequence[Token], at: int) -> Found | None:
    """The time of day that begins with the number at index *at*: ``10:30``, ``22h30``; None if none does."""
    if (
        at + 2 >= len(found)
        or found[at + 1].text not in (":", "h")
        or not found[at + 1].glued
        or not found[at + 2].glued
    ):
        return None
    hour, minute = found[at].text, found[at + 2].text
    if not (hour.isdigit() and minute.isdigit() and len(minute) == 2 and len(hour) <= 2) or is_in_name(found, at):
        return None
    return _quantity(found, at, at + 3, QuantityMeasure.CLOCK) if int(hour) < 24 and int(minute) < 60 else None


def ordinal(found: Sequence[Token], at: int) -> Found | None:
    """The ordinal at index *at*: ``22nd``, ``9º``; None if there is none."""
    if at + 1 >= len(found) or not found[at].text.isdigit() or is_in_name(found, at) or len(found[at].text) > 4:
        return None
    ending = found[at + 1]
    named = at + 2 < len(found) and found[at + 2].role == "word" and ending.text in _LETTERS
    if not ending.glued or not (named or ending.text in _ORDINALS) or not _agrees(found[at].text, ending.text):
        return None
    return _quantity(found, at, at + 2, QuantityMeasure.ORDINAL, Decimal(found[at].text))


def _agrees(digits: str, ending: str) -> bool:
    """True unless the English ending is that of another number: ``30rd`` are rounds, ``3rd`` is an ordinal."""
    teens = digits[-2:] in ("11", "12", "13")
    expected = {"st": "1", "nd": "2", "rd": "3"}.get(ending)
    return expected is None or (digits[-1] == expected and not teens)


def optic(found: Sequence[Token], at: int) -> Found | None:
    """The telescope whose power stands at index *at*: ``10X42``, ``3-9x40``, ``8x``; None if none does."""
    if not _small(found[at], _MOST_POWER) or is_in_name(found, at):
        return None
    step, ranged = _range_end(found, at + 1)
    if step >= len(found) or found[step].text != "x" or (at and found[at - 1].text == "."):
        return None
    lens = step + 1 < len(found) and found[step + 1].text in _LENSES
    after = step + 1 + lens
    after += lens and after < len(found) and found[after].text == "mm"
    owner = owner_beside(found, at, after)
    named = owner is not None and owner.of == _OPTICS
    if not lens and not (named and found[step].glued):
        return None
    quantity = Quantity(
        measure=QuantityMeasure.OPTIC,
        of=_OPTICS,
        start=found[at].start,
        end=found[after - 1].end,
        noun=(found[owner.first].start, found[owner.last].end) if owner and named else None,
        sure=ranged or named,
    )
    return Found(quantity, after)


def _range_end(found: Sequence[Token], at: int) -> tuple[int, bool]:
    """The index behind the second power of a telescope, and True (3-9x40); *at* and False without one."""
    if at + 1 < len(found) and found[at].text in ("-", "x") and _small(found[at + 1], _MOST_POWER):
        after = at + 2
        if after + 1 < len(found) and found[after].text == "x" and found[after + 1].text in _LENSES:
            return after, True
    return at, False


def rounds(found: Sequence[Token], at: int) -> Found | None:
    """The rounds in magazine and chamber at index *at*: ``17+1``; None if there are none."""
    if at + 2 >= len(found) or found[at + 1].text != "+" or found[at + 2].text != "1" or not found[at + 2].glued:
        return None
    if not _small(found[at], _MOST_ROUNDS) or is_in_name(found, at):
        return None
    value = Decimal(found[at].text) + 1
    quantity = Quantity(
        measure=QuantityMeasure.CAPACITY, value=value, of="magazine", start=found[at].start, end=found[at + 2].end
    )
    return Found(quantity, at + 3)
