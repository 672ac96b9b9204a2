"""Prevalence of what was counted, with both counts and with how sure so few make them.

>>> Proportion(part=49, whole=50).value, Proportion(part=0, whole=0).value
(0.98, None)
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Final

from attrs import field, frozen, validators

# of 95 % in the middle, as a number of standard deviations
_DEVIATIONS: Final = NormalDist().inv_cdf(0.975)


@frozen(kw_only=True)
class Proportion:
    """A share of what was counted.

    Attributes:
        part: How many of them.
        whole: Of how many; not fewer than the part.
    """

    part: int = field(validator=validators.ge(0))
    whole: int = field(validator=validators.ge(0))

    def __attrs_post_init__(self) -> None:
        if self.part > self.whole:
            raise ValueError(f"the part is more than the whole: {self.part} of {self.whole}")

    @property
    def value(self) -> float | None:
        """The share; None, and not 0, where nothing was counted."""
        return self.part / self.whole if self.whole else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Between which shares the true one lies with 95 % confidence, by Wilson's score interval; None as for `value`.

        It takes what was counted for independent draws (Wilson 1927, Journal of the American Statistical Association
        22, 209-212).

        >>> [round(bound, 4) for bound in Proportion(part=50, whole=50).bounds]
        [0.9287, 1.0]
        """
        share = self.value
        if share is None:
            return None
        spread = _DEVIATIONS**2 / self.whole
        middle = share + spread / 2
        half = math.sqrt(spread * share * (1 - share) + spread**2 / 4)
        low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
        # of none and of all, one bound is known exactly
        return (low if self.part else 0.0, high if self.part < self.whole else 1.0)
