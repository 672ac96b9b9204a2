"""The number of ways in which a serial number can be copied wrong by one slip of each kind.

A slip's cost is that of reading one certain wrong number. Of seven digits one can be left out in seven ways, and
replaced in more than fifty; so how often a sort of slip happens says what one such wrong number costs only when it is
shared out among them.
"""

from __future__ import annotations

import itertools
import math
import string
from collections.abc import Mapping

from attrs import field, frozen

from armstrace.matching.comparisons.serials import Slip, cost_of, kind_of
from armstrace.matching.match_model import MatchModel
from armstrace.weapons.serials import edits
from armstrace.weapons.serials.edits import SerialEdit, SerialEditOp

_DIGITS = len(string.digits)
# slips that are done to the whole number, and have one way
_WHOLE = ("zeros", "affix")


@frozen(kw_only=True)
class Misreadings:
    """The ways in which a number can be copied wrong, counted for each sort of slip of a match model.

    Attributes:
        using: The match model.
    """

    using: MatchModel
    _known: dict[tuple[str, int], Mapping[str, float]] = field(init=False, factory=dict, repr=False, eq=False)

    def of(self, number: str) -> Mapping[str, float]:
        """The number of ways for each sort of slip, for a listed number of letters and digits.

        A character that is seldom taken for another counts as the part of a way that the model's cost makes of it.

        >>> from armstrace.matching.match_model import MatchModel
        >>> ways = Misreadings(using=MatchModel.default()).of("2234569")
        >>> ways["dropped"], ways["doubled"], ways["transposed"], ways["neighbor"]
        (5, 7, 5, 13.0)
        """
        runs = [(character, len(list(run))) for character, run in itertools.groupby(number)]
        digits = sum(map(str.isdigit, number))
        doubles = sum(length > 1 for _, length in runs)
        # beside a digit, that digit makes one number from two places, and that one is doubled
        added = _DIGITS * (len(number) + 1) - digits - sum(character.isdigit() for character, _ in runs)
        ways = dict.fromkeys(_WHOLE, 1.0)
        # a run can be made longer, and one of two or more shorter
        ways |= {"dropped": len(runs) - doubles, "doubled": len(runs) + doubles, "added": added}
        ways["transposed"] = max(len(runs) - 1, 0)
        for at, character in enumerate(number, start=1):
            for kind, count in self._replaced(character, len(number) - at).items():
                ways[kind] = ways.get(kind, 0.0) + count
        return ways

    def _replaced(self, character: str, behind: int) -> Mapping[str, float]:
        """The number of ways, for each sort of slip, in which one character can be read as another.

        *behind* is the number of characters behind it, which decides if a digit is a small step in a series.
        """
        known = self._known.get((character, behind))
        if known is None:
            alike = edits.confused_with(character)
            # a letter stands for a digit, or a digit for a letter, only where they look alike
            sort = string.digits if character.isdigit() else string.ascii_uppercase
            ways: dict[str, float] = {}
            for other in sorted({*sort, *alike} - {character}):
                op = SerialEditOp.LOOKALIKE if other in alike else SerialEditOp.SUBSTITUTED
                edit = SerialEdit(op=op, left=other, right=character, at=1)
                slip = Slip(kind=kind_of(edit, behind + 1, self.using.neighbors), edit=edit)
                part = math.exp2(self.using.weight(f"serial.{slip.kind}") - cost_of(slip, self.using))
                ways[slip.kind] = ways.get(slip.kind, 0.0) + part
            known = self._known[character, behind] = ways
        return known
