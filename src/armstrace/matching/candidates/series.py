"""The density of a list around a serial number.

Serial numbers run on, and a list holds stretches of them. Where it is dense, a number that is one digit off is more
likely the next gun of the series, which is not listed, than a misreading. So the probability that a found weapon
is not listed depends on the density of the list around the number that was read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.matching.candidates.blocking import MOST
from armstrace.matching.candidates.shapes import shape
from armstrace.matching.match_model import MatchModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.weapons.serials.number import SerialNumber

# a run of digits that counts up; shorter ones are part of the name of a line
_RUN = re.compile(r"[0-9]{3,12}")
_Key = tuple[str, str]
_Layout = tuple[tuple[int, int], ...]


@frozen(kw_only=True)
class Nearby:
    """The listed numbers of one series that lie around a number, and their density.

    Attributes:
        density: The share of the numbers around it that are listed.
        indexes: The indexes in the list of the weapons that bear them.
        taken: The indexes of the listed weapons that bear the number itself.
    """

    density: float
    indexes: tuple[int, ...]
    taken: tuple[int, ...]


@frozen(kw_only=True)
class Series:
    """The serial numbers of a list, as runs of digits that count up between fixed characters.

    Attributes:
        using: The match model.
        layouts: The positions of the runs of digits, by the shape of the number.
        by_key: The numbers in order with the indexes of the weapons, by the text before a run and the text after it.
    """

    using: MatchModel
    layouts: Mapping[str, tuple[_Layout, ...]] = field(repr=False)
    by_key: Mapping[_Key, tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]] = field(repr=False)

    @classmethod
    def of(cls, listed: Iterable[SerialNumber], *, using: MatchModel) -> Series:
        """The series of a list."""
        layouts: dict[str, dict[_Layout, None]] = {}
        runs: dict[_Key, dict[int, list[int]]] = {}
        for index, serial in enumerate(listed):
            if not serial.is_whole:
                continue
            compact = serial.compact
            if not serial.text.isascii():
                # letters of other scripts may become several when case is ignored, so that positions no longer agree
                continue
            layout = _layout(serial.text)
            layouts.setdefault(shape(compact), {})[layout] = None
            for start, end in layout:
                key = compact[:start], compact[end:]
                runs.setdefault(key, {}).setdefault(int(compact[start:end]), []).append(index)
        return cls(
            using=using,
            layouts={shape: tuple(found) for shape, found in layouts.items()},
            by_key={key: _in_order(numbers) for key, numbers in runs.items()},
        )

    def around(self, compact: str, *, left_out: int | None = None) -> Iterator[Nearby]:
        """The listed numbers around a number: for each layout of its digits, those of the densest series.

        Args:
            compact: The number.
            left_out: The index of a listed weapon that does not count.

        >>> from armstrace.matching.match_model import MatchModel
        >>> from armstrace.weapons.serials import SerialNumber
        >>> listed = [SerialNumber.parse(f"A{n:06}") for n in range(100, 200, 2)]
        >>> series = Series.of(listed, using=MatchModel.default())
        >>> [(near.density, near.indexes, near.taken) for near in series.around("A000141")]
        [(0.6666666666666666, (20, 21, 19, 22), ())]
        >>> [round(near.density, 6) for near in series.around("A900141")]
        [2e-06]
        """
        for layout in self.layouts.get(shape(compact), ()):
            # of several runs the longest counts up, and of equal ones the last; the others tell lines apart
            counting = max(layout, key=lambda run: (run[1] - run[0], run[0]), default=None)
            found = [self._near(compact, *run, left_out, clustered=run == counting) for run in layout]
            best = max(filter(None, found), key=lambda near: near.density, default=None)
            if best is not None:
                yield best

    def _near(self, compact: str, start: int, end: int, left_out: int | None, *, clustered: bool) -> Nearby | None:
        known = self.by_key.get((compact[:start], compact[end:]))
        if known is None:
            return None
        numbers, indexes = known
        wanted = int(compact[start:end])
        high = bisect_left(numbers, wanted)
        low = high - 1
        taken: tuple[int, ...] = ()
        if high < len(numbers) and numbers[high] == wanted:
            taken = tuple(index for index in indexes[high] if index != left_out)
            high += 1
        near: list[int] = []
        count = reach = 0
        closest = 0 if taken else 10 ** (end - start)
        while count < self.using.nearest and (low >= 0 or high < len(numbers)):
            down = wanted - numbers[low] if low >= 0 else None
            up = numbers[high] - wanted if high < len(numbers) else None
            if up is None or (down is not None and down <= up):
                near += indexes[low]
                reach, low = wanted - numbers[low], low - 1
            else:
                near += indexes[high]
                reach, high = up, high + 1
            count += 1
            closest = min(closest, reach)
        least = self.using.clustered if clustered and closest <= self.using.neighbors else 0.0
        if not near:
            return Nearby(density=least, indexes=taken, taken=taken) if taken else None
        # a series of fewer numbers may reach over all that can be written
        width = 2 * reach if count == self.using.nearest else 10 ** (end - start)
        return Nearby(density=max(least, min(1.0, count / width)), indexes=tuple(near), taken=taken)


def _in_order(numbers: Mapping[int, Sequence[int]]) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """The numbers of a series in order, and for each the indexes where it is listed.

    A number that very many weapons bear is left out, since it says nothing.
    """
    kept = sorted(number for number, indexes in numbers.items() if len(indexes) <= MOST)
    return tuple(kept), tuple(tuple(numbers[number]) for number in kept)


def _layout(text: str) -> _Layout:
    """The start and end of each run of digits in a number, its separators not counted: ``(1, 7)`` for ``W-361028``."""
    runs: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        start = sum(map(str.isalnum, text[: run.start()]))
        runs.append((start, start + run.end() - run.start()))
    return tuple(runs)
