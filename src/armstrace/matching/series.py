"""How dense a list is around a serial number.

Serial numbers run on, and a list holds stretches of them. Where it is dense, a number that is one digit off is more
likely the next gun of the series, which is not listed, than a slip of the pen; so the probability that a found weapon
is none of the listed ones depends on how dense the list is around each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace.weapons.serials import SerialNumber

# a run of digits that counts up; shorter ones are part of the name of a line
_RUN = re.compile(r"[0-9]{3,12}")
_Key = tuple[str, str, int]


@frozen(kw_only=True)
class Series:
    """The serial numbers of a list, as runs of digits between what does not change.

    Attributes:
        window: How far to either side of a number the list is looked at.
        by_key: For each way to write a number around one run of digits, the runs in order.
    """

    window: int
    by_key: Mapping[_Key, tuple[int, ...]] = field(repr=False)

    @classmethod
    def of(cls, listed: Iterable[SerialNumber], *, window: int) -> Series:
        """The series of a list."""
        runs: dict[_Key, list[int]] = {}
        for serial in listed:
            if serial.is_known:
                for key, number in _runs(serial.text):
                    runs.setdefault(key, []).append(number)
        return cls(window=window, by_key={key: tuple(sorted(set(found))) for key, found in runs.items()})

    def density(self, text: str) -> float:
        """The share of the numbers around the number *text* that are listed; never quite none.

        >>> from armstrace.weapons.serials import SerialNumber
        >>> series = Series.of([SerialNumber.parse(f"A{n:06}") for n in range(100, 200, 2)], window=20)
        >>> series.density("A000141"), series.density("A900141")
        (0.5125, 0.0125)
        """
        near = 0
        for key, number in _runs(text):
            found = self.by_key.get(key, ())
            within = bisect_right(found, number + self.window) - bisect_left(found, number - self.window)
            near = max(near, within)
        # half a number stands for what chance left out
        return min(1.0, (near + 0.5) / (2 * self.window))


def _runs(text: str) -> Iterator[tuple[_Key, int]]:
    for run in _RUN.finditer(text):
        yield (text[: run.start()], text[run.end() :], len(run[0])), int(run[0])
