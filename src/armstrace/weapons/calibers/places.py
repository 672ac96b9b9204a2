"""The places in a field: which stretches each reading takes, which are evidence, and which are not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.weapons.calibers.index import index
from armstrace.weapons.calibers.tokens import FILLER
from armstrace.weapons.calibers.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.weapons.calibers.grammar import Field
    from armstrace.weapons.calibers.meanings import Reading
    from armstrace.weapons.calibers.reader import Result
    from armstrace.weapons.calibers.tokens import Token

Span = tuple[int, int]
_BLANK = f" \t\r\n\f\v-{FILLER}"


def spans(result: Result) -> list[tuple[Span, ...]]:
    """For each reading the stretches of the text that it takes: its number, its unit, the words of its name.

    A name without a number, a date, or a weapon in place of a caliber takes all of the text.
    """
    if result.field is None:
        return [_all(result.plain) for _ in result.readings]
    found = result.field
    return [
        _stretches(result, found, _tokens_of(found, reading)) if reading.places else _all(result.plain)
        for reading in result.readings
    ]


def evidence(result: Result) -> tuple[Span, ...]:
    """The stretches that name a kind of weapon, a load or a link between two calibers."""
    return _stretches(result, result.field, result.field.understood) if result.field is not None else ()


def unread(result: Result) -> tuple[Span, ...]:
    """The stretches that neither belong to a reading nor are evidence; small words and signs do not count."""
    found = result.field
    if found is None or any(not reading.places for reading in result.readings):
        return () if result.readings else _all(result.plain)
    taken = found.understood.union(*(_tokens_of(found, reading) for reading in result.readings))
    if len(taken) == len(found.parts):
        return ()
    named = _names(result.readings)
    left = [at for at, token in enumerate(found.parts) if at not in taken and not _says_nothing(token, named)]
    return _stretches(result, found, left) if left else ()


def _says_nothing(token: Token, named: frozenset[str]) -> bool:
    """True for a sign, a small word, and a maker that is among *named*, the words of the cartridges that were read."""
    made = token.role == "maker" and token.canonical in named
    return made or token.role == "sign" or (not token.role and token.text in vocabulary().small)


def _tokens_of(found: Field, reading: Reading) -> set[int]:
    """The indexes of the tokens that make the reading; a maker of weapons only if the cartridge is named after it."""
    places = reading.places
    taken = set(found.places[places[0]]) if len(places) == 1 else {at for place in places for at in found.places[place]}
    brands = vocabulary().brands
    if found.makers and not brands.isdisjoint(found.makers):
        named = _names((reading,))
        taken = {at for at in taken if (word := found.parts[at].canonical) in named or word not in brands}
    return taken


def _names(readings: Iterable[Reading]) -> frozenset[str]:
    """The words in the names of the cartridges."""
    words_of = index().words_of
    return frozenset[str]().union(*(words_of.get(each, frozenset()) for reading in readings for each in reading.ids))


def _all(plain: str) -> tuple[Span, ...]:
    start, end = _trimmed(plain, 0, len(plain))
    return ((start, end),) if any(map(str.isalnum, plain)) else ()


def _trimmed(plain: str, start: int, end: int) -> Span:
    while start < end and plain[start] in _BLANK:
        start += 1
    while end > start and plain[end - 1] in _BLANK:
        end -= 1
    return start, end


def _stretches(result: Result, found: Field, indexes: Iterable[int]) -> tuple[Span, ...]:
    """The stretches of the tokens of *found* with these indexes; neighbors are one stretch."""
    wanted = set(indexes)
    out: list[Span] = []
    end, last = 0, -1
    for at, token in enumerate(found.parts):
        start, end = end, end + token.width
        if at not in wanted:
            continue
        first, after = _trimmed(result.plain, start, end)
        if first == after:
            continue
        if out and last == at - 1 and not any(map(str.isalnum, result.text[out[-1][1] : first])):
            out[-1] = (out[-1][0], after)
        else:
            out.append((first, after))
        last = at
    return tuple(out)
