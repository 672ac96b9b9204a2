"""The likelihood that a number that was read belongs to an unlisted weapon of the product lines of a list.

In a dense list, a weapon that bears exactly the number that was read, or a number that was misread as it, is more
likely an unlisted weapon made between the listed ones than a listed weapon whose number was misread.
"""

from __future__ import annotations

import itertools
import math
import string
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.matching.candidates.series import Series
from armstrace.matching.comparisons.serials import SerialAgreement, cost_of
from armstrace.matching.comparisons.thing_classes import ThingClasses
from armstrace.matching.match_model import MatchModel
from armstrace.weapons.serials import edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.matching.candidates.series import Nearby
    from armstrace.matching.comparisons.serials import Slip
    from armstrace.weapons.serials.number import SerialNumber

# with more unreadable characters there are too many readings
_MOST_UNREADABLE = 2
_LEAST = 0.01
# with more slips there are too many numbers halfway
_MOST_SLIPS = 4


@frozen(kw_only=True)
class Candidate:
    """A listed weapon that is compared with a found one.

    Attributes:
        index: Its index in the list.
        number: Its serial number, letters and digits only.
        agreed: The agreement of its serial number with that of the found weapon.
        bits: Its match weight, in bits.
    """

    index: int
    number: str
    agreed: SerialAgreement
    bits: float


@frozen(kw_only=True)
class Unlisted:
    """The unlisted weapons of the lines of a list.

    Attributes:
        using: The match model.
        series: The density of the list.
        classes: The thing class of each listed weapon.
    """

    using: MatchModel
    series: Series = field(repr=False)
    classes: ThingClasses = field(repr=False)

    def read_as(
        self, serial: SerialNumber, thing_class: int, candidates: Sequence[Candidate], *, left_out: int | None = None
    ) -> float:
        """The expected number of unlisted weapons that would have been read as *serial*; 0 if it is not known.

        Each counts by how well its product line agrees with the thing class of the found weapon.

        Args:
            serial: The number that was read.
            thing_class: The thing class of the found weapon.
            candidates: The listed weapons that come close.
            left_out: The index of the weapon itself, if it is listed.
        """
        if not serial.is_known:
            return 0.0
        if serial.open_start or serial.open_end or serial.compact.count("?") > _MOST_UNREADABLE:
            # as many as there are listed ones that fit, and half of one for what chance left out
            return (
                math.fsum(math.exp2(self.classes.bits(thing_class, candidate.index)) for candidate in candidates) + 0.5
            )
        read = serial.compact
        texts: dict[str, float] = dict.fromkeys(_filled(read, candidates), 1.0)
        unchanged = math.fsum(self._bearing(text, thing_class, left_out) for text in texts)
        # a slip that makes its own candidate unlikely makes no unlisted weapon likely
        least = (
            max(
                [
                    unchanged * math.exp2(self.using.serial_bits(read)),
                    *(math.exp2(candidate.bits) for candidate in candidates),
                ]
            )
            * _LEAST
        )
        costs: dict[str, float] = {}
        for text, cost in self._before_slips(
            read, [candidate for candidate in candidates if math.exp2(candidate.bits) >= least]
        ):
            costs[text] = min(cost, costs.get(text, cost))
        return unchanged + math.fsum(
            math.exp2(-cost) * self._bearing(text, thing_class, left_out) for text, cost in costs.items()
        )

    def _before_slips(self, read: str, candidates: Iterable[Candidate]) -> Iterator[tuple[str, float]]:
        """The numbers that may have been misread as *read* by a few slips, each with the cost of the slips in bits."""
        mended = {read: 0.0}
        kinds: set[str] = set()
        dropped = ""
        for candidate in candidates:
            kinds.update(slip.kind for slip in candidate.agreed.slips)
            dropped += "".join(slip.edit.right for slip in candidate.agreed.slips if slip.kind == "dropped")
            for text, cost in self._halfway(read, candidate.agreed.slips):
                yield text, cost
                if len(text) == len(read):
                    mended[text] = min(cost, mended.get(text, cost))
        weight = self.using.weight
        if dropped:
            for text, cost in mended.items():
                yield from ((longer, cost + weight("serial.dropped")) for longer in _lengthened(text, dropped))
        if "added" in kinds or "doubled" in kinds:
            more = weight("serial.added" if "added" in kinds else "serial.doubled")
            for text, cost in mended.items():
                yield from ((text[:at] + text[at + 1 :], cost + more) for at in range(len(text)))

    def _halfway(self, read: str, slips: Sequence[Slip]) -> Iterator[tuple[str, float]]:
        """Each number that results if some *slips* in *read* are undone, but not all, with the bits that they cost.

        All slips undone would give the listed number.
        """
        slips = slips[:_MOST_SLIPS]
        ways = [self._ways(slip) for slip in slips]
        for chosen in itertools.product(*ways):
            if all(way is slip for way, slip in zip(chosen, slips, strict=True)):
                continue
            text, cost = read, 0.0
            # from the end, so that positions further in front stay where they are
            for way in filter(None, reversed(chosen)):
                text = way.undone(text)
                cost += cost_of(way, self.using)
            if cost:
                yield text, cost

    def _ways(self, slip: Slip) -> list[Slip | None]:
        """The ways to treat a slip: None leaves it, the slip itself undoes it, other slips put another character there.

        Those characters are the lookalikes of the character that was read; if it has none, all letters or all digits.
        """
        ways: list[Slip | None] = [None, slip]
        edit = slip.edit
        if slip.kind in ("substituted", "lookalike_letter") and edit.left.isdigit() != edit.right.isdigit():
            alike = [c for c in edits.confused_with(edit.left) if c.isdigit() == edit.right.isdigit()]
            others = alike or (string.digits if edit.right.isdigit() else string.ascii_uppercase)
            ways += [slip.instead(right) for right in others if right != edit.right]
        return ways

    def _bearing(self, text: str, thing_class: int, left_out: int | None) -> float:
        """The expected number of unlisted weapons of a line like *thing_class* that bear the number *text*.

        Where a listed weapon of the line has that number, others have it only if they were misread. *left_out* is the
        index of a listed weapon that does not count.
        """
        return math.fsum(
            near.density * self._free(near, thing_class) for near in self.series.around(text, left_out=left_out)
        )

    def _free(self, near: Nearby, thing_class: int) -> float:
        alike = math.fsum(math.exp2(self.classes.bits(thing_class, index)) for index in near.indexes) / max(
            len(near.indexes), 1
        )
        if any(self.classes.bits(thing_class, index) > 0 for index in near.taken):
            # the number is that of a listed weapon of the line: others have it only where they were misread
            return alike * self.using.misread
        return alike


def _filled(read: str, candidates: Iterable[Candidate]) -> list[str]:
    """The readings of *read*: with all unreadable characters left out, or each filled in by a digit or a letter.

    A letter is tried where a candidate's number of the same length has it. A number without ``?`` is its only reading.
    """
    if "?" not in read:
        return [read]
    unread = [at for at, c in enumerate(read) if c == "?"]
    # what cannot be read may be a dash
    texts = [read.replace("?", "")]
    listed = [candidate.number for candidate in candidates if len(candidate.number) == len(read)]
    fillings = [(*string.digits, *sorted({number[at] for number in listed if number[at].isalpha()})) for at in unread]
    for filling in itertools.product(*fillings):
        characters = list(read)
        for at, c in zip(unread, filling, strict=True):
            characters[at] = c
        texts.append("".join(characters))
    return texts


def _lengthened(text: str, dropped: str) -> list[str]:
    """Every number that becomes *text* if one character is left out of it.

    The character is a digit if *dropped* has a digit, and a letter if it has a letter.
    """
    characters = (string.digits if any(map(str.isdigit, dropped)) else "") + (
        string.ascii_uppercase if any(map(str.isalpha, dropped)) else ""
    )
    return sorted({text[:at] + c + text[at:] for at in range(len(text) + 1) for c in characters})
