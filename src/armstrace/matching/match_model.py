"""The match model: the weight of each comparison level, in bits, and the probabilities at which verdicts change.

The packaged model is ``data/match_model.toml``. `MatchModel` is a value: a changed copy is made with
`MatchModel.with_weights` or `attrs.evolve`, and given to `compare` and `link`.
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

# more bits are as good as certainty, and their sum could overflow
MOST_BITS = 60
_MOST_SERIAL_BITS = 300
# longer texts are no serial numbers, and their bits could overflow
_LONGEST = 64
_SHARE = validators.and_(validators.gt(0), validators.lt(1))


_CODES = frozenset(code for row in COMPARISONS for code in row.codes)


def _all_levels(_model: MatchModel, _attribute: object, weights: tuple[tuple[str, float], ...]) -> None:
    codes = [code for code, _ in weights]
    if len(codes) != len(_CODES) or frozenset(codes) != _CODES:
        missing, unknown = sorted(_CODES - set(codes)), sorted(set(codes) - _CODES)
        raise ValueError(f"weights: every level needs one; missing: {missing}; unknown: {unknown}")
    for code, bits in weights:
        if not -MOST_BITS <= bits <= MOST_BITS:
            raise ValueError(f"weights: {code} weighs {bits} bits; at most {MOST_BITS} are allowed")
        if code.endswith(".unknown") and bits:
            raise ValueError(f"weights: {code} weighs {bits} bits; the level of a missing value must weigh nothing")


@frozen(kw_only=True)
class MatchModel:
    """The weights of comparison levels, the prior shares, and the rules of the verdicts.

    Attributes:
        version: The version of the model.
        source: The source of its weights.
        listed: The prior share of found weapons that are on the list, before any record is compared.
        unlisted: The prior share of unlisted weapons of the product lines of the list; the rest are of other lines.
        repeated: The prior share of the records of one list that repeat another record.
        strength: The number of found weapons that the prior shares count as when they are estimated from a list.
        list_length: The assumed length of the list if a single pair is compared.
        batch: The assumed number of things of one lot or headstamp for each that is listed.
        density: The assumed share of numbers around a serial number that are listed, if a single pair is compared.
        nearest: The number of listed numbers around a number from which the density of a series is taken.
        clustered: The least density next to a listed number.
        misread: The share of the weapons numbered near a listed one that are misread as it.
        neighbors: The greatest distance in a series at which two numbers count as neighbors.
        lead: The lowest probability of a lead.
        inconclusive: The lowest probability of an inconclusive match, not above *lead*; below, it is excluded.
        capped: Levels with which a match is never a lead, whatever its probability, and the code of the cause; a match
            with two of them is excluded.
        rival: The lowest probability of another listed weapon at which a match is no lead.
        contradictions: The number of differing levels among make, model, caliber and kind at which a match is no lead;
            it is none either if the four together weigh against it.
        shortest: The least number of letters and digits of the serial number of a lead.
        weights: The weight in bits of every comparison level, such as ``caliber.same``.
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
            raise ValueError("strength: must be finite")
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

        >>> changed = MatchModel.default().with_weights({"make.different": -3.0}, version="2, wrong makes are common")
        >>> changed.weight("make.different"), MatchModel.default().weight("make.different")
        (-3.0, -6.0)

        Raises:
            UnknownEntry: The model has no such level.
        """
        for code in weights:
            self.weight(code)
        changed = tuple((code, weights.get(code, bits)) for code, bits in self.weights)
        return attrs.evolve(self, version=version, weights=changed)

    def serial_bits(self, characters: str) -> float:
        """The rarity, in bits, of a serial number of these characters among all that can be written."""
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
