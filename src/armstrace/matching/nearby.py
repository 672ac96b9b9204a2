"""Which listed weapons come into question for a found one, without comparing it with all of them.

Serial numbers that differ by one slip share a spelling once one character is left out of each; partial ones share what
stands at a legible end. So a list is indexed once by such spellings, and only what shares one is compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.explain import Agreement, Reason, values
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from armstrace.weapons.serials import SerialNumber
    from armstrace.weapons.weapon import Weapon

# of a partial number that many characters must stand at a legible end
_END = 3
# numbers of these lengths are looked up with one character left out as well; no maker's number is longer
_SHORTEST, _LONGEST = 4, 24
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# more listed weapons than that under one spelling say nothing of any of them
_MOST = 500


@frozen(kw_only=True)
class Index:
    """A list of weapons by the spellings of their serial numbers and lots.

    Attributes:
        listed: The weapons.
        by_key: For each spelling the places in the list.
    """

    listed: tuple[RecordedWeapon, ...] = field(repr=False)
    by_key: Mapping[str, tuple[int, ...]] = field(repr=False)

    @classmethod
    def of(cls, listed: Sequence[RecordedWeapon]) -> Index:
        """The index of a list."""
        places: dict[str, list[int]] = {}
        for place, shown in enumerate(listed):
            for key in dict.fromkeys(_keys(shown.weapon, asked=False)):
                places.setdefault(key, []).append(place)
        return cls(listed=tuple(listed), by_key={key: tuple(found) for key, found in places.items()})

    def near(self, found: RecordedWeapon) -> tuple[tuple[RecordedWeapon, ...], Reason | None]:
        """The listed weapons that share a spelling, in the order of the list; where there are none, why."""
        weapon = found.weapon
        if not weapon.serial.is_known and weapon.lot is None:
            return (), _none("no_serial", state=weapon.serial.state.value)
        keys = tuple(dict.fromkeys(_keys(weapon, asked=True)))
        if not keys:
            return (), _none("too_little")
        places = sorted({place for key in keys for place in self._places(key)})
        return tuple(self.listed[place] for place in places), None if places else NOT_LISTED

    def _places(self, key: str) -> tuple[int, ...]:
        places = self.by_key.get(key, ())
        return places if len(places) <= _MOST else ()


def _none(code: str, **given: str) -> Reason:
    return Reason(code=f"match.none.{code}", agreement=Agreement.UNKNOWN, values=values(**given))


NOT_LISTED = _none("not_listed")


def _keys(weapon: Weapon, *, asked: bool) -> Iterator[str]:
    """The spellings under which a weapon is listed, or those that are asked for."""
    if weapon.lot is not None:
        yield f"lot {weapon.lot}"
    if not weapon.serial.is_known:
        return
    if _is_partial(weapon.serial):
        # a partial number is asked for by an end among whole ones, and listed by it for whole ones to ask
        yield from (end if asked else f"?{end}" for end in _legible_ends(weapon.serial))
    else:
        yield from _whole_keys(weapon.serial)
        yield from (f"?{end}" if asked else end for end in _ends(weapon.serial.folded))


def _is_partial(serial: SerialNumber) -> bool:
    return serial.open_start or serial.open_end or "?" in serial.text


def _whole_keys(serial: SerialNumber) -> Iterator[str]:
    folded = serial.folded
    yield folded
    # a number that a spreadsheet took for a number has lost its zeros
    yield folded[len(serial.compact) - len(serial.compact.lstrip("0")) :]
    # a number whose letters in front were left out
    bare = len(serial.compact) - len(serial.compact.lstrip(_LETTERS))
    if bare and len(folded) - bare > _END:
        yield folded[bare:]
    if _SHORTEST <= len(folded) <= _LONGEST:
        yield from (folded[:i] + folded[i + 1 :] for i in range(len(folded)))
    # a number cut at a hyphen
    head, hyphen, rest = serial.text.partition("-")
    if hyphen:
        first, last = (sum(map(str.isalnum, part)) for part in (head, rest.rpartition("-")[2]))
        yield from (part for part in (folded[:first], folded[len(folded) - last :]) if len(part) > _END)


def _ends(folded: str) -> Iterator[str]:
    if len(folded) >= _END:
        yield f"{folded[:_END]}…"
        yield f"…{folded[-_END:]}"


def _legible_ends(serial: SerialNumber) -> Iterator[str]:
    """The end that tells more."""
    head = "" if serial.open_start else serial.folded.partition("?")[0]
    tail = "" if serial.open_end else serial.folded.rpartition("?")[2]
    if len(tail) >= max(_END, len(head)):
        yield f"…{tail[-_END:]}"
    elif len(head) >= _END:
        yield f"{head[:_END]}…"
