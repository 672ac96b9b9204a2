"""The names of makes in a text that holds other words too, such as those of a model."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

from armstrace.weapons import name_words as _words
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.makes import names as _make_index
from armstrace.weapons.makes.names import Hit, Loss
from armstrace.weapons.makes.surroundings import follows_importer
from armstrace.weapons.model_names import is_designation, makes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.weapons.makes.registry import Make
    from armstrace.weapons.name_words import Token

_LONGEST = 3
"""The number of words of a model before the word that looks like a make."""
_SHORTEST_BEFORE = 4
"""A model of the make behind a misspelt name proves the name, so that it may be short."""
_SHORTEST = 7
"""In a phrase stand ordinary words too, and some are one letter from a short name."""


def makes_among(words: Sequence[Token]) -> tuple[Make | None, frozenset[int]]:
    """The make that a text about a model names, and the indexes of all words that are names of makes.

    The make is None if the text names no make, or several. A name that is part of a cartridge's name is no make here,
    but its words count.
    """
    hits, of_cartridges = scan(words, misspelt=True)
    rows = {row for hit in hits for row in hit.rows}
    make = next(iter(rows)).make() if len(rows) == 1 else None
    return make, frozenset(i for hit in (*hits, *of_cartridges) for i in range(hit.start, hit.end))


def scan(words: Sequence[Token], *, misspelt: bool) -> tuple[list[Hit], list[Hit]]:
    """The names of makes in *words*, and the names that are only part of a cartridge's name (``.270 Winchester``).

    If *misspelt* is true and there are no such names, the first misspelt name of a make is looked for.
    """
    hits: list[Hit] = []
    of_cartridges: list[Hit] = []
    leading = True
    i = 0
    while i < len(words):
        hit = _make_index.longest(words, i, leading=leading)
        leading = follows_importer(words, i + 1) or (leading and (hit is not None or words[i].of("filler")))
        if hit is None or _begins_model(words, hit) or _ends_model(words, hit, hits[-1].end if hits else 0):
            i += 1
            continue
        if _names_cartridge(words, hit, after_make=bool(hits)):
            of_cartridges.append(hit)
        elif not (hits and _is_model_of(hits[0], words[hit.start : hit.end])):
            hits.append(hit)
        i = hit.end
    if not hits and not of_cartridges:
        hits = _before_model(words) or (_scan_near(words) if misspelt else [])
    return hits, of_cartridges


def leads(words: Sequence[Token], first: Hit, rest: Sequence[Token]) -> bool:
    """True if the text begins with the name of a make, and no word of *rest* makes it the name of another firm.

    A word behind *and* does so: ``Glock Stock and Barrel``.
    """
    begins = all(token.of("hedge", "filler", "label", "legend") for token in words[: first.start])
    joined = any(left.joins and right in rest for left, right in itertools.pairwise(words))
    other = joined or any(token.of("business", "line", "trade") for token in rest)
    return begins and not other and _make_index.proves(first.rows, words[first.start : first.end], Loss.FORM)


def is_model(run: Sequence[Token]) -> bool:
    """True if the words together are the name of a model or a pattern; False for no words."""
    return bool(run) and is_designation(_key(run))


def _key(run: Sequence[Token]) -> str:
    return "".join(token.key for token in run)


def _is_model_of(first: Hit, run: Sequence[Token]) -> bool:
    """True if *run* names a model of the make *first*, which stands before it: ``Colt Cobra``, ``Phoenix Raven``."""
    return not {row.id for row in first.rows}.isdisjoint(makes_of(_key(run)) or ())


def _begins_model(words: Sequence[Token], hit: Hit) -> bool:
    """True if the name *hit* is no make but begins the model of another make: ``MAC 90``, ``SAR 1``."""
    following = words[hit.end : hit.end + 1]
    if not following or not following[0].has_digit:
        return False
    makes = makes_of(_key(words[hit.start : hit.end + 1]))
    return makes is not None and {row.id for row in hit.rows}.isdisjoint(makes)


def _ends_model(words: Sequence[Token], hit: Hit, first: int) -> bool:
    """True if the name *hit* is no make but ends a model that begins after the word *first*: ``Galil SAR``."""
    return any(is_model(words[start : hit.end]) for start in range(max(first, hit.start - _LONGEST), hit.start))


def _scan_near(words: Sequence[Token]) -> list[Hit]:
    """The first misspelt name of a make in the text; empty if there is none."""
    for start in range(len(words)):
        for end in range(min(len(words), start + 3), start, -1):
            run = words[start:end]
            if run[0].joins or run[-1].joins or any(word.has_digit or word.is_word for word in run if not word.joins):
                continue
            ruled_out = is_model(run) or _make_index.exact(run)
            hit = None if ruled_out else _make_index.near(run, _SHORTEST)
            if hit:
                return [Hit(hit.rows, start, end, misspelt=True)]
    return []


def _before_model(words: Sequence[Token]) -> list[Hit]:
    """The misspelt name of a make at the beginning of the text, before a model of it: ``GLOK 17``."""
    if (
        len(words) < 2
        or words[0].joins
        or words[0].has_digit
        or words[0].is_word
        or len(words[0].key) < _SHORTEST_BEFORE
    ):
        return []
    hit = None if is_model(words[:1]) or _make_index.exact(words[:1]) else _make_index.near(words[:1], _SHORTEST_BEFORE)
    ends = range(2, min(len(words), _LONGEST + 1) + 1)
    if hit is None or not any(_is_model_of(hit, words[1:end]) for end in ends):
        return []
    return [Hit(hit.rows, 0, 1, misspelt=True)]


def _names_cartridge(words: Sequence[Token], hit: Hit, *, after_make: bool) -> bool:
    """True if the name *hit* follows a number with which it names a cartridge: ``.270 Winchester``.

    After a make (*after_make*), ``.40 caliber S&W`` is a cartridge too; alone it is a Smith & Wesson in that caliber.
    """
    number = hit.start - 1
    while after_make and number > 0 and words[number].of("caliber"):
        number -= 1
    if number < 0 or not words[number].has_digit:
        return False
    return words[number].key + _words.joined(words[hit.start : hit.end]) in _cartridge_names()


@functools.cache
def _cartridge_names() -> frozenset[str]:
    return frozenset(_words.joined(_words.tokens(name)) for row in Cartridge.all() for name in (row.name, *row.aliases))
