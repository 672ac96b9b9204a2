"""The comparison of serial numbers: its level, the slip that each edit is, and what both weigh."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace.explain import Agreement, Reason, values
from armstrace.weapons import calibers, makes, serials
from armstrace.weapons.calibers.agreement import CaliberAgreement
from armstrace.weapons.serials import edits
from armstrace.weapons.serials.edits import SerialEdit, SerialEditOp, SerialLevel

if TYPE_CHECKING:
    from armstrace.matching.comparisons.comparison import Weights
    from armstrace.records.recorded import RecordedWeapon
    from armstrace.weapons.serials.number import SerialNumber

# levels that are one slip or several of one sort, of which the match model states the cost
SLIPS = (
    "zeros", "affix", "lookalike_letter", "lookalike_digit", "doubled", "dropped", "added", "transposed",
    "substituted", "neighbor",
)  # fmt: skip
LEVELS = {
    "equal": Agreement.SAME,
    "format": Agreement.SAME,
    **dict.fromkeys(SLIPS, Agreement.NEAR),
    "two_edits": Agreement.NEAR,
    "partial_consistent": Agreement.NEAR,
    "different": Agreement.DIFFERENT,
    "unknown": Agreement.UNKNOWN,
}

# the levels that follow from the edits
_BY_EDITS = (SerialLevel.FOLDED, SerialLevel.ONE_EDIT, SerialLevel.TWO_EDITS)
_KINDS = {
    SerialEditOp.ONLY_LEFT: "added",
    SerialEditOp.ONLY_RIGHT: "dropped",
    SerialEditOp.DOUBLED_LEFT: "doubled",
    SerialEditOp.DOUBLED_RIGHT: "doubled",
    SerialEditOp.TRANSPOSED: "transposed",
    SerialEditOp.SUBSTITUTED: "substituted",
}
_NO_SLIPS = (SerialEditOp.FORMAT, SerialEditOp.READABLE)
_LOOKALIKES = ("lookalike_letter", "lookalike_digit")
_FLAT = ("different", "unknown")
_AS_READ = ("equal", "format")


@frozen(kw_only=True)
class Slip:
    """An error in reading or copying a serial number, such as a character left out.

    Attributes:
        kind: The kind of slip, as the match model names it.
        edit: The edit.
    """

    kind: str
    edit: SerialEdit

    def undone(self, text: str) -> str:
        """The number *text*, which was read, without the slip.

        >>> from armstrace.weapons.serials import SerialNumber, compare
        >>> (edit,) = compare(SerialNumber.parse("1324567"), SerialNumber.parse("1234567")).edits
        >>> Slip(kind="transposed", edit=edit).undone("1324567")
        '1234567'
        """
        at = self.edit.at - 1
        if self.kind == "transposed":
            return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        behind = at if self.edit.op in (SerialEditOp.ONLY_RIGHT, SerialEditOp.DOUBLED_RIGHT) else at + 1
        return text[:at] + self.edit.right + text[behind:]

    def instead(self, right: str) -> Slip:
        """The slip by which the character *right* would have been read as the same wrong character.

        Its kind is a lookalike if the two look alike, else a substitution.
        """
        edit = edits.substituted(self.edit.left, right, self.edit.at)
        return Slip(kind="lookalike_letter" if edit.op is SerialEditOp.LOOKALIKE else "substituted", edit=edit)


@frozen(kw_only=True)
class SerialAgreement:
    """The agreement of two serial numbers.

    Attributes:
        level: The level, as the match model names it.
        cost: The cost of the slips, in bits; 0 if the level has a weight of its own.
        edits: The differences of the numbers.
        slips: The edits that are slips.
    """

    level: str
    cost: float
    edits: tuple[SerialEdit, ...] = ()
    slips: tuple[Slip, ...] = ()

    @property
    def near(self) -> bool:
        """True if the numbers may be those of one weapon."""
        return self.level not in _FLAT

    @property
    def as_read(self) -> bool:
        """True if the numbers differ in format at most."""
        return self.level in _AS_READ

    def weight(self, left: float, right: float, using: Weights) -> float:
        """The weight of the level, in bits: the rarity of the shorter number, less the cost of each slip.

        Args:
            left: The rarity of the found number, in bits; see `MatchModel.serial_bits`.
            right: The rarity of the listed number.
            using: The match model.
        """
        if not self.near:
            return using.weight(f"serial.{self.level}")
        return min(left, right) - self.cost


_DIFFERENT = SerialAgreement(level="different", cost=0.0)
_UNKNOWN = SerialAgreement(level="unknown", cost=0.0)


def agreement(left: SerialNumber, right: SerialNumber, using: Weights) -> SerialAgreement:
    """The agreement of two serial numbers, the found one first: its level, its cost, and the slips between them.

    >>> from armstrace.matching.match_model import MatchModel
    >>> from armstrace.weapons.serials import SerialNumber
    >>> found, listed = SerialNumber.parse("967I462"), SerialNumber.parse("9671462")
    >>> agreement(found, listed, MatchModel.default()).level
    'lookalike_letter'
    """
    compared = serials.compare(left, right)
    level = None if compared.level in _BY_EDITS else compared.level.value
    if level in _FLAT:
        return _DIFFERENT if level == "different" else _UNKNOWN
    if level is not None and level != "partial_consistent":
        return SerialAgreement(level=level, cost=using.weight(f"serial.{level}"), edits=compared.edits)
    length = len(left.compact)
    slips = tuple([_slip(edit, length, using.neighbors) for edit in compared.edits if edit.op not in _NO_SLIPS])
    cost = sum(cost_of(slip, using) for slip in slips)
    if level is None:
        level = _level(slips)
    if level in ("two_edits", "partial_consistent"):
        cost += using.weight(f"serial.{level}")
    return SerialAgreement(level=level, cost=cost, edits=compared.edits, slips=slips)


def reason(left: SerialNumber, right: SerialNumber, agreed: SerialAgreement, using: Weights) -> Reason:
    """The reason that states how far two serial numbers agree, with its weight in bits.

    *agreed* is their agreement.
    """
    if agreed.level == "unknown":
        given = values(left=left.state.value, right=right.state.value)
    else:
        given = values(
            left=left,
            right=right,
            edits="; ".join(edit.label("en") for edit in agreed.edits) or None,
            edits_es="; ".join(edit.label("es") for edit in agreed.edits) or None,
        )
    return Reason(
        code=f"serial.{agreed.level}",
        agreement=LEVELS[agreed.level],
        values=given,
        weight=agreed.weight(using.serial_bits(left.compact), using.serial_bits(right.compact), using),
    )


def listed_twice(left: RecordedWeapon, right: RecordedWeapon) -> bool:
    """True if two rows seem to list one weapon: equal serial numbers, and neither calibers nor makes that conflict."""
    level = serials.compare(left.weapon.serial, right.weapon.serial).level
    if level not in (SerialLevel.EQUAL, SerialLevel.FORMAT, SerialLevel.ZEROS):
        return False
    return (
        calibers.compare(left.weapon.caliber, right.weapon.caliber) is not CaliberAgreement.CONFLICT
        and makes.compare(left.weapon.make, right.weapon.make).value != "different"
    )


def _level(slips: tuple[Slip, ...]) -> str:
    if len(slips) == 1:
        return slips[0].kind
    if all(slip.kind in _LOOKALIKES for slip in slips):
        # with one digit for another, the number may be that of another weapon
        return max((slip.kind for slip in slips), key=_LOOKALIKES.index)
    return "two_edits"


def cost_of(slip: Slip, using: Weights) -> float:
    """The cost of a slip, in bits; it is higher for two lookalikes that are seldom confused."""
    cost = using.weight(f"serial.{slip.kind}")
    rare = slip.kind in _LOOKALIKES and not edits.often_confused(slip.edit.left, slip.edit.right)
    return cost + using.weight("serial.lookalike_rare") if rare else cost


# few edits come up again and again
@functools.lru_cache(maxsize=1 << 16)
def _slip(edit: SerialEdit, length: int, neighbors: int) -> Slip:
    return Slip(kind=kind_of(edit, length, neighbors), edit=edit)


def kind_of(edit: SerialEdit, length: int, neighbors: int) -> str:
    """The kind of slip that makes *edit*, such as ``dropped``; ``neighbor`` if it is a small step in a series.

    *length* is the number of characters, *neighbors* the largest step that counts as small.
    """
    if edit.op is SerialEditOp.LOOKALIKE and edit.left.isdigit() != edit.right.isdigit():
        # a letter for a digit cannot be another gun of the series, a digit for a digit can
        return "lookalike_letter"
    if _step(edit, length) <= neighbors:
        return "neighbor"
    return "lookalike_digit" if edit.op is SerialEditOp.LOOKALIKE else _KINDS[edit.op]


def _step(edit: SerialEdit, length: int) -> float:
    """The distance in a series of two numbers that differ by *edit*: 100 for ``1234`` and ``1334``.

    Infinite if the edit does not replace a digit by a digit. *length* is the number of characters.
    """
    if edit.op not in (SerialEditOp.LOOKALIKE, SerialEditOp.SUBSTITUTED) or not _digits(edit.left + edit.right):
        return math.inf
    return abs(int(edit.left) - int(edit.right)) * 10.0 ** (length - edit.at)


def _digits(text: str) -> bool:
    """True if the text is of ASCII digits only; digits of other scripts have no place value here."""
    return text.isascii() and text.isdigit()
