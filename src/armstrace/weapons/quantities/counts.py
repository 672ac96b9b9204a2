"""Numbers that count a noun: ``45 PISTOLAS``, ``10 AR-15 lower receivers``, ``dos docenas de fusiles``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from armstrace.weapons.quantities import number_words
from armstrace.weapons.quantities.matching import label_before, unit_behind
from armstrace.weapons.quantities.measures import Amount, Found, amount, is_in_name
from armstrace.weapons.quantities.quantity import Quantity, QuantityMeasure
from armstrace.weapons.quantities.tokens import whole
from armstrace.weapons.quantities.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from armstrace.weapons.quantities.tokens import Token
    from armstrace.weapons.quantities.vocabulary import Noun

_MOST_BETWEEN = 6
# a noun in the singular is counted by these; 4 is a bore
_FEWEST = 3
_SIGNS = frozenset(("-", "/", "&", "'"))
_COLONS = frozenset((":", "="))


class _Reach(NamedTuple):
    """The noun behind a number, its index *at*, and True if nothing but adjectives and names stands between."""

    noun: Noun
    at: int
    sure: bool


def counted(found: Sequence[Token], at: int) -> Found | None:
    """The number at index *at*, in digits or words, that counts the noun behind it or before a colon; else None."""
    token = found[at]
    if is_in_name(found, at):
        return None
    number = _number(found, at)
    if number is None or number.value is None:
        return None
    reach = _noun(found, number, multiplied=number.after > at + 1)
    if reach is None and token.role == "number" and number.after > at + 1:
        number = Amount(whole(token.text), at, at + 1)  # 4 pares: the word that multiplies is what is counted
        reach = _noun(found, number, multiplied=False)
    if reach is None:
        return _listed(found, number) if token.role == "number" else None
    start, noun = token.start, found[reach.at]
    quantity = Quantity(
        measure=QuantityMeasure.COUNT,
        value=number.value,
        of=reach.noun.thing,
        start=start,
        end=found[number.after - 1].end,
        noun=(noun.start, noun.end),
        sure=reach.sure,
    )
    return Found(quantity, number.after)


def _number(found: Sequence[Token], at: int) -> Amount | None:
    """The whole number at index *at*, with the words that multiply it; None if there is none, or one with a point."""
    token = found[at]
    if token.role == "word":
        return amount(found, at)
    if token.glued and at and found[at - 1].text in (".", ",", "$", "/", "'"):
        return None
    value: Decimal | None = whole(token.text)
    if value is None or (token.text[0] == "0" and len(token.text) > 2):
        return None
    multiplied = number_words.spelled(found, at + 1, value)
    return Amount(multiplied.value, at, multiplied.after) if multiplied else Amount(value, at, at + 1)


def _noun(found: Sequence[Token], number: Amount, *, multiplied: bool) -> _Reach | None:
    """The noun that the number counts, with what stands between; None if there is none within reach."""
    nouns = vocabulary().nouns
    first = number_words.of(found, number.after) if multiplied else number.after
    sure = True
    for step in range(first, min(first + _MOST_BETWEEN, len(found))):
        noun = nouns.get(found[step].text)
        if noun is not None and (noun.plural or (step == first and number.value and number.value <= _FEWEST)):
            return _Reach(noun, step, sure)
        between = _between(found, step, first)
        if between is None:
            return None
        sure = sure and between
    return None


def _between(found: Sequence[Token], step: int, first: int) -> bool | None:
    """True if the token at *step* may stand between a number and its noun, False if it may also belong to a caliber.

    None if it may not stand there. The first token behind the number has the index *first*.
    """
    token, known = found[step], vocabulary()
    if token.role == "number":
        follows = step > first and (token.glued or _follows_name(found, step))
        return token.glued if follows else None
    if token.role == "sign":
        return True if token.text in _SIGNS else None
    if token.text in known.small["stop"] or token.text in known.units or _is_bore_word(token.text):
        return None
    return token.text in known.nouns or token.text in known.adjectives or _is_name(found, step)


def _follows_name(found: Sequence[Token], at: int) -> bool:
    """True if the bare number at index *at* may be a model behind its make: 19 in ``3 Glock 19 pistols``."""
    before, known = found[at - 1], vocabulary()
    named = before.role == "word" and before.text not in known.adjectives and before.text not in known.nouns
    return named and found[at].text.isdigit() and unit_behind(found, at + 1) is None


def _is_bore_word(text: str) -> bool:
    known = vocabulary()
    return text in known.bore_words or text in known.gauge_words


def _is_name(found: Sequence[Token], at: int) -> bool:
    """True if the word at index *at* and the digits glued to it make the name of a model: ``AR-15``, ``M4``."""
    at += 1
    if at < len(found) and found[at].text == "-" and found[at].glued:
        at += 1
    return at < len(found) and found[at].role == "number" and found[at].glued


def _listed(found: Sequence[Token], number: Amount) -> Found | None:
    """The number as the count of the noun before it, in a list: ``pistolas: 45``; None if it is none."""
    at = number.first
    if at < 2 or found[at - 1].text not in _COLONS:
        return None
    noun = vocabulary().nouns.get(found[at - 2].text)
    if noun is None or not noun.plural or label_before(found, at) is not None:
        return None
    quantity = Quantity(
        measure=QuantityMeasure.COUNT,
        value=number.value,
        of=noun.thing,
        start=found[at].start,
        end=found[number.after - 1].end,
        noun=(found[at - 2].start, found[at - 2].end),
    )
    return Found(quantity, number.after)
