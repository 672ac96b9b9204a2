"""Blocking: the candidates for a found weapon, without comparing it with all listed weapons.

A list is indexed once by spellings of its serial numbers, the blocking keys, and a found weapon is compared only with
listed weapons that share a key. Two numbers that differ by one slip share the spelling in which that character is left
out of one or both; partial numbers share the characters at a legible end. Characters that look alike count as the same.
"""

from __future__ import annotations

import functools
import string
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.explain import Agreement, Reason, values
from armstrace.matching.comparisons.table import BATCH_KEYS
from armstrace.weapons.serials import edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace.records.recorded import RecordedWeapon
    from armstrace.weapons.serials.number import SerialNumber

# the characters at a legible end by which a partial number is looked up: at least three, five if so many are legible
_END, _LONG_END = 3, 5
# numbers of these lengths are also looked up with one character left out; no maker's number is longer
_SHORTEST, _LONGEST = 4, 24
# a number with more unreadable characters is looked up by its ends
_MOST_UNREADABLE = 2
# a spelling that more than so many listed weapons share selects none of them
MOST = 500


@frozen(kw_only=True)
class BlockingIndex:
    """The listed weapons by the spellings of their serial numbers, lots and headstamps.

    Attributes:
        by_key: For each spelling the indexes of the listed weapons.
    """

    by_key: Mapping[str, Sequence[int]] = field(repr=False)

    @classmethod
    def of(cls, listed: Sequence[RecordedWeapon]) -> BlockingIndex:
        """The index of a list."""
        indexes: dict[str, list[int]] = {}
        for index, shown in enumerate(listed):
            for key in set(_listed_keys(shown)):
                known = indexes.get(key)
                if known is None:
                    indexes[key] = [index]
                else:
                    known.append(index)
        return cls(by_key=indexes)

    def alike(self, found: RecordedWeapon) -> list[int]:
        """The indexes of listed weapons whose whole number is the same or looks alike."""
        serial = found.weapon.serial
        return sorted(self._indexes((serial.lookalike_key,))) if serial.is_whole else []

    def bearing(self, found: RecordedWeapon) -> int:
        """The number of listed weapons with the same whole number, or one that looks alike."""
        serial = found.weapon.serial
        return len(self.by_key.get(serial.lookalike_key, ())) if serial.is_whole else 0

    def near(self, found: RecordedWeapon) -> list[int]:
        """The indexes of listed weapons that share a spelling with *found*; none if too many have its number."""
        serial = found.weapon.serial
        if serial.is_whole and len(self.by_key.get(serial.lookalike_key, ())) > MOST:
            return []
        return sorted(self._indexes(_asked_keys(found)))

    def why_none(self, found: RecordedWeapon) -> Reason:
        """The reason why a found weapon has no candidates."""
        weapon = found.weapon
        if weapon.serial.is_whole:
            borne = self.bearing(found)
            return none_because("too_common", count=borne) if borne > MOST else NOT_LISTED
        batch = tuple(_batch(found))
        if not weapon.serial.is_known:
            if not batch:
                return none_because("no_serial", state=weapon.serial.state.value)
            crowded = self._most(batch)
            return none_because("batch_common", count=crowded) if crowded > MOST else BATCH_NOT_LISTED
        keys = tuple(key for key in _asked_keys(found) if key not in batch)
        if not keys:
            return none_because("too_little")
        crowded = self._most(keys)
        return none_because("part_common", count=crowded) if crowded > MOST else NOT_LISTED

    def _most(self, keys: Iterable[str]) -> int:
        """The largest number of listed weapons under one of the keys."""
        return max(len(self.by_key.get(key, ())) for key in keys)

    def _indexes(self, keys: Iterable[str]) -> set[int]:
        """The indexes of the listed weapons under any of the keys, without keys that too many share."""
        found: set[int] = set()
        for key in keys:
            indexes = self.by_key.get(key)
            if indexes is not None and len(indexes) <= MOST:
                found.update(indexes)
        return found


def none_because(code: str, **given: object) -> Reason:
    """The reason, of the code ``match.none.`` and *code*, why a weapon has no candidates or cannot be compared.

    *given* holds the values of its sentence.
    """
    return Reason(code=f"match.none.{code}", agreement=Agreement.UNKNOWN, values=values(**given))


NOT_LISTED = none_because("not_listed")
BATCH_NOT_LISTED = none_because("batch_not_listed")
# the reasons that state that the weapon was searched for
SOUGHT = (NOT_LISTED.code, BATCH_NOT_LISTED.code)


def _listed_keys(shown: RecordedWeapon) -> Iterator[str]:
    """The spellings under which the index holds a listed weapon: of its number, also shortened, and its batch."""
    serial = shown.weapon.serial
    yield from _batch(shown)
    if serial.is_whole:
        key = serial.lookalike_key
        yield key
        yield from _shortened(serial, key)
        if _SHORTEST <= len(key) <= _LONGEST:
            yield from (f"{at}:{key[:at]}{key[at + 1 :]}" for at in range(len(key)))
        yield from _ends(key)
    elif serial.is_known:
        yield from (f"?{end}" for end in _legible_ends(serial))


def _asked_keys(found: RecordedWeapon) -> Iterator[str]:
    """The spellings under which a found weapon is looked up: of its number, of those one slip away, and its batch."""
    serial = found.weapon.serial
    yield from _batch(found)
    if serial.is_whole:
        key = serial.lookalike_key
        yield key
        yield from _shortened(serial, key)
        if len(key) <= _LONGEST:
            yield from _one_slip_off(key)
        yield from (f"?{end}" for end in _ends(key))
    elif serial.is_known:
        yield from _filled(serial) if _is_nearly_whole(serial) else _legible_ends(serial)


def _batch(record: RecordedWeapon) -> Iterator[str]:
    """The spellings of the lot and the headstamp, which many things of one batch share; none if there is neither."""
    for name, key_of in BATCH_KEYS.items():
        key = key_of(record)
        if key is not None:
            yield f"{name} {key}"


def _is_nearly_whole(serial: SerialNumber) -> bool:
    return not serial.open_start and not serial.open_end and serial.compact.count("?") <= _MOST_UNREADABLE


def _filled(serial: SerialNumber) -> Iterator[str]:
    """The spellings for a number with one or two unreadable characters: ``2:46254`` and ``46254`` for ``46?254``.

    The last of these characters is left out, with its position in front; the first of two is replaced by every
    character it may be.
    """
    key = serial.lookalike_key
    first, last = key.find("?"), key.rfind("?")
    rest = key[:last] + key[last + 1 :]
    if first == last:
        yield f"{last}:{rest}"
        # what cannot be read may be a dash
        yield rest
    else:
        yield from (f"{last}:{rest[:first]}{c}{rest[first + 1 :]}" for c in _characters())


@functools.cache
def _characters() -> tuple[str, ...]:
    """The letters and digits, lookalikes counted once: ``0`` stands for ``O`` as well."""
    return tuple(dict.fromkeys((string.digits + string.ascii_uppercase).translate(edits.folding())))


def _one_slip_off(key: str) -> Iterator[str]:
    # a character was dropped
    yield from (f"{at}:{key}" for at in range(len(key) + 1))
    if len(key) < _SHORTEST:
        return
    for at in range(len(key)):
        rest = key[:at] + key[at + 1 :]
        # in this order: a character replaced, two neighbors swapped, a character added
        yield f"{at}:{rest}"
        yield f"{at + 1}:{rest}"
        yield rest


def _shortened(serial: SerialNumber, key: str) -> Iterator[str]:
    """The number without the parts that are often left out, such as leading zeros or the letters in front.

    *key* is the number with lookalikes made equal.
    """
    compact = serial.compact
    # a spreadsheet that takes the text for a number drops its leading zeros
    if compact[0] == "0":
        yield key[len(compact) - len(compact.lstrip("0")) :]
    # the letters in front are often left out
    bare = len(compact) - len(compact.lstrip(string.ascii_uppercase))
    if bare and len(key) - bare > _END:
        yield key[bare:]
    # the part before the first hyphen, or after the last, is often left out
    head, hyphen, rest = serial.text.partition("-")
    if hyphen:
        first, last = (sum(map(str.isalnum, part)) for part in (head, rest.rpartition("-")[2]))
        for cut in {first, len(key) - last}:
            yield from (part for part in (key[:cut], key[cut:]) if len(part) > _END)


def _ends(key: str) -> Iterator[str]:
    """The ends of a whole number, ``W46…`` and ``…254`` for ``W46254``, under which partial numbers are looked up.

    A number of five characters or more also has its ends of five characters.
    """
    for length in (_END, _LONG_END):
        if len(key) >= length:
            yield f"{key[:length]}…"
            yield f"…{key[-length:]}"


def _legible_ends(serial: SerialNumber) -> Iterator[str]:
    """The longer legible end of a partial number, such as ``…254``; nothing if both ends are too short."""
    head = "" if serial.open_start else serial.lookalike_key.partition("?")[0]
    tail = "" if serial.open_end else serial.lookalike_key.rpartition("?")[2]
    end = max(len(head), len(tail))
    length = _LONG_END if end >= _LONG_END else _END
    if len(tail) == end >= length:
        yield f"…{tail[-length:]}"
    elif end >= length:
        yield f"{head[:length]}…"
