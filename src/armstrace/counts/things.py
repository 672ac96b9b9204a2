"""The words for what is counted: nouns of weapons and supplies in singular and plural, makes in the plural, units.

>>> is_thing("fusiles"), is_thing("glocks"), is_thing("glock"), unit(("cajas",), 0)
(True, True, False, (1, Unit(id='box', sort='packing')))
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from armstrace import _normalize, _tables
from armstrace.counts import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_THINGS = frozenset(("accessory", "ammunition", "explosive", "item", "magazine", "part", "vehicle", "weapon"))
_ENDINGS = (
    ("s", ""), ("es", ""), ("ces", "z"), ("ies", "y"), ("oes", "ao"), ("aes", "ao"), ("ns", "m"), ("is", "l"),
    ("is", "il"), ("eis", "il"),
)  # fmt: skip
_SHORTEST_NAME = 3


class Unit(NamedTuple):
    """A unit: its id, and whether it is a packing, a measure, or no unit of things (``other``)."""

    id: str
    sort: str


def is_thing(word: str) -> bool:
    """True if the word is a noun of a thing that records count, in singular or plural, or a make in the plural."""
    known = _nouns()
    singulars = list(_singulars(word))
    return word in known or any(each in known for each in singulars) or any(each in _makes() for each in singulars)


def is_adjective(word: str) -> bool:
    """True if the word may stand between a number and what it counts: ``presuntas``, ``stolen``."""
    return word in _adjectives()


def unit(found: tuple[str, ...], index: int) -> tuple[int, Unit] | None:
    """How many tokens from *index* on make the longest phrase of a unit, and the unit; None if none does."""
    longest, units = _units()
    for length in range(min(longest, len(found) - index), 0, -1):
        if (known := units.get(found[index : index + length])) is not None:
            return length, known
    return None


def is_known(word: str) -> bool:
    """True if any table of counts has the word, so that it is no slip."""
    return word in words.known() or unit((word,), 0) is not None or is_thing(word) or is_adjective(word)


def _singulars(word: str) -> Iterator[str]:
    for plural, singular in _ENDINGS:
        if word.endswith(plural) and len(word) > len(plural) + 1:
            yield word[: -len(plural)] + singular


@functools.cache
def _nouns() -> frozenset[str]:
    nouns = {row["form"] for row in _tables.rows("quantities/nouns.csv") if row["thing"] in _THINGS}
    for row in _tables.rows("kinds/words.csv"):
        if row["role"] in ("kind", "head", "weak") and row["form"].replace(" ", "").isalpha():
            nouns.add(row["form"].split()[-1 if row["language"] == "en" else 0])
    return frozenset(nouns) - _adjectives()


@functools.cache
def _adjectives() -> frozenset[str]:
    return frozenset(row["form"] for row in _tables.rows("quantities/nouns.csv") if row["thing"] == "adjective")


@functools.cache
def _makes() -> frozenset[str]:
    names = (_normalize.casefold(row["name"]) for row in _tables.rows("makes/makes.csv"))
    return frozenset(name for name in names if name.isalpha() and len(name) >= _SHORTEST_NAME)


@functools.cache
def _units() -> tuple[int, Mapping[tuple[str, ...], Unit]]:
    units = {words.tokens(row["word"]): Unit(row["unit"], row["sort"]) for row in _tables.rows("counts/units.csv")}
    return max(map(len, units)), units
