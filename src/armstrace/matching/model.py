"""The match model: what each level of each comparison weighs, in bits, and where the verdicts lie.

The packaged model is ``data/match_model.toml``; `MatchModel` is a value, so another one can be made from it with
`attrs.evolve` and handed to `compare` and `link`.

>>> default().weight("caliber.conflict")
-8.0
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import Factory, field, fields, frozen, validators

from armstrace import _tables
from armstrace.errors import UnknownEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARISONS = ("serial", "make", "model", "caliber", "kind", "date", "lot")
_SLIPS = ("doubled", "dropped", "two_edits")
_SHARE = validators.and_(validators.gt(0), validators.lt(1))


@frozen(kw_only=True)
class MatchModel:
    """Weights, prior and verdicts.

    Attributes:
        version: The version of the model.
        listed: The share of found weapons that a list is expected to hold before anything is compared.
        list_length: The length of the list a single pair is thought to be drawn from, where no list is given.
        complete: The share of a maker's series that a list is thought to hold where it holds any of it.
        window: How far to either side of a serial number the list is looked at, to see how dense it is.
        neighbors: How far apart in a series two numbers are that count as neighbors.
        ways: For each slip that changes the length of a number, how many others of the series may have become it so.
        lead: From which probability a match is a lead.
        inconclusive: From which probability a match is inconclusive; below, it is excluded.
        capped: Levels with which a match is never a lead, however much speaks for it.
        weights: For each comparison and level (``caliber.same``) its weight in bits.
    """

    version: str
    listed: float = field(validator=_SHARE)
    list_length: int = field(validator=validators.ge(1))
    complete: float = field(validator=_SHARE)
    window: int = field(validator=validators.ge(1))
    neighbors: int = field(validator=validators.ge(0))
    ways: tuple[tuple[str, int], ...]
    lead: float = field(validator=_SHARE)
    inconclusive: float = field(validator=_SHARE)
    capped: tuple[str, ...] = ()
    weights: tuple[tuple[str, float], ...] = field(repr=False)
    _by_code: Mapping[str, float] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(lambda self: MappingProxyType(dict(self.weights)), takes_self=True),
    )

    def __reduce__(self) -> tuple[object, ...]:
        # a read-only mapping cannot be pickled; it is made again
        given = {each.name: getattr(self, each.name) for each in fields(MatchModel) if each.init}
        return functools.partial(MatchModel, **given), ()

    def weight(self, code: str) -> float:
        """The weight of a level in bits.

        Raises:
            UnknownEntry: The model has no such level.
        """
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownEntry("weights of the match model", key=code) from None

    def serial_bits(self, characters: str) -> float:
        """What an equal serial of these readable characters weighs, in bits."""
        digits = sum(map(str.isdigit, characters))
        letters = sum(map(str.isalpha, characters))
        bits = digits * self.weight("serial.per_digit") + letters * self.weight("serial.per_letter")
        return min(bits, self.weight("serial.cap"))


def posterior(bits: Iterable[float], *, listed: float, list_length: int) -> list[float]:
    """The probability of each rival, and last of none of them, from what speaks for each in bits.

    Exactly one of the rivals is the weapon, or none is: it is not on the list.

    >>> [round(p, 3) for p in posterior([20.0, 20.0], listed=0.5, list_length=1000)]
    [0.5, 0.5, 0.0]
    """
    prior = math.log2(listed / list_length)
    exponents = [prior + bit for bit in bits] + [math.log2(1 - listed)]
    top = max(exponents)
    odds = [2.0 ** (exponent - top) for exponent in exponents]
    return [odd / sum(odds) for odd in odds]


@functools.cache
def default() -> MatchModel:
    """The packaged model."""
    table = _tables.toml("match_model.toml")
    return MatchModel(
        version=table["version"],
        listed=table["prior"]["listed"],
        list_length=table["prior"]["list_length"],
        complete=table["prior"]["complete"],
        window=table["prior"]["window"],
        neighbors=table["series"]["neighbors"],
        ways=tuple((slip, table["series"][slip]) for slip in _SLIPS),
        lead=table["verdict"]["lead"],
        inconclusive=table["verdict"]["inconclusive"],
        capped=tuple(table["verdict"]["capped"]),
        weights=tuple((f"{name}.{level}", bits) for name in _COMPARISONS for level, bits in table[name].items()),
    )
