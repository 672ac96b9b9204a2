"""The match model: what each level of each comparison weighs, in bits, and where the verdicts lie.

The packaged model is ``data/match_model.toml``; `MatchModel` is a value, so another one can be made from it with
`MatchModel.with_weights` or `attrs.evolve` and handed to `compare` and `link`.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping  # noqa: TC003 (attrs resolves the types of cached properties)
from types import MappingProxyType

import attrs
from attrs import field, frozen, validators

from armstrace import _tables
from armstrace.errors import UnknownEntry
from armstrace.matching.comparisons.table import COMPARISONS

# more is as good as sure, and could not be reckoned with together
MOST_BITS = 60
_MOST_SERIAL_BITS = 300
# longer texts are no serial numbers, and their bits would be too many to reckon with
_LONGEST = 64
_SHARE = validators.and_(validators.gt(0), validators.lt(1))


_CODES = frozenset(code for row in COMPARISONS for code in row.codes)


def _all_levels(_model: MatchModel, _attribute: object, weights: tuple[tuple[str, float], ...]) -> None:
    codes = [code for code, _ in weights]
    if len(codes) != len(_CODES) or frozenset(codes) != _CODES:
        missing, unknown = sorted(_CODES - set(codes)), sorted(set(codes) - _CODES)
        raise ValueError(f"weights: each level has one; missing: {missing}; unknown: {unknown}")
    for code, bits in weights:
        if not -MOST_BITS <= bits <= MOST_BITS:
            raise ValueError(f"weights: {code} weighs {bits} bits, and not {MOST_BITS} at most")
        if code.endswith(".unknown") and bits:
            raise ValueError(f"weights: {code} weighs {bits} bits, and what is missing must weigh nothing")


@frozen(kw_only=True)
class MatchModel:
    """Weights, prior and verdicts.

    Attributes:
        version: The version of the model.
        source: Where its weights come from.
        listed: The share of found weapons that a list is expected to hold before anything is compared.
        unlisted: The share that is of the product lines of the list and not on it; the rest are of other lines.
        repeated: The share of the records of one list that repeat another.
        strength: How many found weapons these shares are worth when a list of them says otherwise.
        list_length: The length of the list a single pair is thought to be drawn from, where no list is given.
        batch: How many things of a lot, or of a headstamp, there are for each that a list shows.
        density: The share of the numbers around a serial number that is listed, where no list is given.
        nearest: How many numbers of a series tell how dense it is.
        clustered: The least density among neighbors of a listed number.
        misread: How many of the numbers around a listed one are read as it.
        neighbors: How far apart in a series two numbers are that count as neighbors.
        lead: From which probability a match is a lead.
        inconclusive: From which probability a match is inconclusive, not above *lead*; below, it is excluded.
        capped: Levels with which a match is never a lead, however much speaks for it, each with the cause in short;
            with two of them it is excluded.
        rival: From which probability of another listed weapon a match is no lead.
        contradictions: With how many levels of make, model, caliber and kind that speak against it a match is no lead;
            nor is it one where these four together speak against it.
        shortest: By a serial number of fewer letters and digits a match is no lead.
        weights: For each comparison and level (``caliber.same``) its weight in bits; none may be missing.
    """

    version: str
    source: str = ""
    listed: float = field(validator=_SHARE)
    unlisted: float = field(validator=_SHARE)
    repeated: float = field(validator=_SHARE)
    strength: float = field(validator=validators.gt(0))
    list_length: int = field(validator=validators.ge(1))
    batch: int = field(validator=validators.ge(1))
    density: float = field(validator=_SHARE)
    nearest: int = field(validator=validators.ge(1))
    clustered: float = field(validator=_SHARE)
    misread: float = field(validator=_SHARE)
    neighbors: int = field(validator=validators.ge(0))
    lead: float = field(validator=_SHARE)
    inconclusive: float = field(validator=_SHARE)
    capped: tuple[tuple[str, str], ...] = ()
    rival: float = field(validator=_SHARE)
    contradictions: int = field(default=2, validator=validators.ge(1))
    shortest: int = field(default=3, validator=validators.ge(0))
    weights: tuple[tuple[str, float], ...] = field(repr=False, validator=_all_levels)

    def __attrs_post_init__(self) -> None:
        if self.listed + self.unlisted >= 1:
            raise ValueError("listed and unlisted leave no share for other lines")
        if math.isinf(self.strength):
            raise ValueError("strength: shares of endless strength would be no shares")
        if self.inconclusive > self.lead:
            raise ValueError("inconclusive: above lead")
        for code, _ in self.capped:
            if code not in self._by_code:
                raise ValueError(f"capped: no level {code!r}")

    @functools.cached_property
    def _by_code(self) -> Mapping[str, float]:
        return MappingProxyType(dict(self.weights))

    @staticmethod
    def default() -> MatchModel:
        """The packaged model.

        >>> MatchModel.default().weight("caliber.conflict")
        -8.0
        """
        return _packaged()

    def weight(self, code: str) -> float:
        """The weight of a level in bits.

        Raises:
            UnknownEntry: The model has no such level.
        """
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownEntry("weights of the match model", key=code) from None

    def with_weights(self, weights: Mapping[str, float], *, version: str) -> MatchModel:
        """This model with other weights of some levels, under a version of its own.

        >>> own = MatchModel.default().with_weights({"make.different": -3.0}, version="2, wrong makes are common")
        >>> own.weight("make.different"), MatchModel.default().weight("make.different")
        (-3.0, -6.0)

        Raises:
            UnknownEntry: The model has no such level.
        """
        for code in weights:
            self.weight(code)
        changed = tuple((code, weights.get(code, bits)) for code, bits in self.weights)
        return attrs.evolve(self, version=version, weights=changed)

    def serial_bits(self, characters: str) -> float:
        """How rare a serial number of these readable characters is among all that can be written, in bits."""
        characters = characters[:_LONGEST]
        unread = characters.count("?")
        digits = sum(map(str.isdigit, characters))
        letters = len(characters) - digits - unread
        bits = digits * self._by_code["serial.per_digit"] + letters * self._by_code["serial.per_letter"]
        return max(-_MOST_SERIAL_BITS, min(bits, _MOST_SERIAL_BITS))


@functools.cache
def _packaged() -> MatchModel:
    table = _tables.toml("match_model.toml")
    weights = [(f"{row.name}.{part}", bits) for row in COMPARISONS for part, bits in table[row.name].items()]
    return MatchModel(
        version=table["version"],
        source=table["source"],
        **table["prior"],
        **table["series"],
        **table["verdict"],
        capped=tuple(table["capped"].items()),
        weights=tuple(weights),
    )
