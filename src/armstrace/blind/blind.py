"""Which serial numbers two lists share, without either side showing its list.

Both sides agree on a secret key. Each makes keyed hashes (HMAC-SHA-256) of its serial numbers and of what a number
becomes by one slip, hands over the hashes, and looks for those of the other side among its own.

>>> from armstrace.weapons.serials import SerialNumber
>>> secret = bytes(range(32))  # of your own: secrets.token_bytes(32)
>>> mine = blind_keys(map(SerialNumber.parse, ["S/N", "96714-62", "W361028", "F530742", "1122334"]), secret)
>>> theirs = blind_keys(map(SerialNumber.parse, ["9671462", "W36I028", "53O742", "1122335"]), secret)
>>> for pair in common_serials(mine, theirs.without_places()).pairs:
...     print(pair.my_places, pair.level.value)
(1,) exact
(2,) exact
(3,) near
(4,) changed

What this protects: whoever does not have the key cannot tell a number from its hashes, nor try numbers out.

What it does not protect:

- *Serial numbers are guessable.* Whoever has the key can make the hashes of all numbers of a series and read the whole
  list. So each side can read all of the other's list if it takes the trouble, and so can a third party that gets hold
  of key and hashes. The key must stay between the two, be drawn at random, and be used for one exchange only: hashes
  under one key can be laid side by side for ever. This is no private set intersection, which needs a protocol.
- *Counts show*: how many different numbers a list has, and how many are common.
- *Shape shows*: how many hashes a number has tells its length and whether it has zeros in front or falls into groups,
  and numbers of one list that are one slip apart share hashes, so that a series can be seen as such without the key.
- *Order and repetition show* in what `blind_keys` returns; `BlindList.without_places` takes both away.

An equal number is a hint, and not yet the same weapon: makes use the same numbers, short ones above all, and nothing
but the number is compared.
"""

from __future__ import annotations

import hmac
import re
from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen, validators

from armstrace import explain
from armstrace.errors import NotComparable, ParseError
from armstrace.explain import Agreement, Caveat, Reason
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# part of every message; another way to make keys must have another number here
_SCHEME: Final = "armstrace.blind/1"
_LEAST_KEY: Final = 32
# half of the hash: enough that no two numbers of any list will share one by chance
_HEX_DIGITS: Final = 32
# what is left of a number after a slip must have so many characters that are known; less would agree by chance
_LEAST: Final = 5
# no maker's number is longer
_LONGEST: Final = 24
# Characters that look alike, as of scheme 1: hashes of years ago must stay comparable, so the table of look-alikes that
# may be corrected is not followed. No two digits are here: in a series, two digits are two weapons.
_CLASSES: Final = ("0OQD", "1IL", "5S", "8B", "2Z", "6GC", "VU", "4A", "MN")
_ALIKE: Final = str.maketrans({member: letters[0] for letters in _CLASSES for member in letters})
_COUNT: Final = validators.ge(0)
_GROUP: Final = re.compile(r"[^\W\d_]+|\d+")


class BlindLevel(StrEnum):
    """How far two numbers agree, as far as hashes tell; best first.

    Attributes:
        EXACT: The same but for separators and look-alike characters, such as O for 0.
        NEAR: One has lost a character, zeros in front, or what stands in front of or behind a group; or two neighboring
            characters are changed round.
        CHANGED: One character is another one. Among numbers that count up this is more often the next weapon of the
            series than a slip.
    """

    EXACT = "exact"
    NEAR = "near"
    CHANGED = "changed"


@frozen(kw_only=True)
class BlindKeys:
    """The hashes of one serial number, each of 32 hexadecimal digits.

    Attributes:
        exact: Of the number itself.
        near: Of the numbers that it becomes by the slips of `BlindLevel.NEAR`.
        hidden: Of the number with one character hidden, for each character.
        place: Where the number stood in what was given, counted from 0; None in what is handed over.
    """

    exact: str
    near: frozenset[str] = field(default=frozenset(), repr=False)
    hidden: frozenset[str] = field(default=frozenset(), repr=False)
    place: int | None = field(default=None, validator=validators.optional(_COUNT))


@frozen(kw_only=True)
class Unkeyed:
    """A serial number that has no hashes.

    Attributes:
        place: Where it stood in what was given, counted from 0.
        reason: Why it has none.
    """

    place: int = field(validator=_COUNT)
    reason: Reason

    def explain(self, language: explain.Language = "en") -> str:
        """The place and the reason."""
        return f"{self.place}: {self.reason.explain(language)}"


@frozen(kw_only=True)
class BlindList:
    """The hashes of a list.

    Attributes:
        check: A hash that is the same for all lists under one key; it shows that two lists can be compared.
        keys: The hashes of each number that has any.
        unkeyed: The numbers that have none; empty in what is handed over.
    """

    check: str
    keys: tuple[BlindKeys, ...] = field(default=(), repr=False)
    unkeyed: tuple[Unkeyed, ...] = ()

    def without_places(self) -> BlindList:
        """The same to hand over: in the order of the hashes, each number once, without places and without the rest."""
        merged = [evolve(each, place=None) for each, _ in _by_number(self).values()]
        return BlindList(check=self.check, keys=tuple(sorted(merged, key=lambda each: each.exact)))

    def explain(self, language: explain.Language = "en") -> str:
        """How many numbers have hashes, how many have none, and each of these with the reason."""
        given = explain.values(keyed=len(self.keys), unkeyed=len(self.unkeyed))
        lines = [f"  {each.explain(language)}" for each in self.unkeyed]
        return "\n".join((explain.say("blind.list", given, language), *lines))


@frozen(kw_only=True)
class BlindPair:
    """A number of one list and one of the other that agree.

    Attributes:
        level: How far they agree.
        mine: The exact hash on my side, by which the other side finds it too.
        theirs: The exact hash on their side.
        my_places: Where the number stands in my list; several where it stands there several times.
        their_places: Where it stands in theirs; none where places were not handed over.
    """

    level: BlindLevel
    mine: str
    theirs: str
    my_places: tuple[int, ...] = ()
    their_places: tuple[int, ...] = ()


@frozen(kw_only=True)
class CommonSerials:
    """What two lists share.

    Attributes:
        pairs: The numbers that agree, in the order of my list, for each of them the best level first.
        mine: How many different numbers of mine were compared.
        theirs: How many of theirs.
    """

    pairs: tuple[BlindPair, ...] = ()
    mine: int = field(default=0, validator=_COUNT)
    theirs: int = field(default=0, validator=_COUNT)

    def at(self, level: BlindLevel) -> tuple[BlindPair, ...]:
        """The pairs of one level."""
        return tuple(pair for pair in self.pairs if pair.level is level)

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What must be known before relying on the pairs."""
        codes = ["blind.number_only"] if self.pairs else []
        codes += ["blind.series"] if self.at(BlindLevel.CHANGED) else []
        return tuple(Caveat(code=code) for code in (*codes, "blind.not_found"))

    def explain(self, language: explain.Language = "en") -> str:
        """How many numbers were compared, how many agree at each level, and the caveats."""
        levels = {level.value: len(self.at(level)) for level in BlindLevel}
        given = explain.values(mine=self.mine, theirs=self.theirs, **levels)
        lines = [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join((explain.say("blind.common", given, language), *lines))


def blind_keys(serials: Iterable[SerialNumber], key: bytes) -> BlindList:
    """The keyed hashes of serial numbers; what is not known, or known in part, gets none and is listed with the reason.

    Any number is found where the other side has the same. A slip is found only where it leaves at least five characters
    that are known, in a number of at most 24 letters A to Z and digits: what is left of shorter ones agrees by chance.

    Args:
        serials: The serial numbers, of a list's rows in order, so that the places lead back to the rows.
        key: At least 32 bytes that only the two sides know. It is neither kept nor shown.

    Raises:
        ParseError: A key that is too short.

    >>> blind_keys([SerialNumber.parse("LIMADA")], bytes(range(32))).unkeyed[0].explain()
    '0: no serial number to make keys of (filed off or erased)'
    """
    if len(key) < _LEAST_KEY:
        hint = f"at least {_LEAST_KEY}, drawn at random, such as secrets.token_bytes({_LEAST_KEY})"
        raise ParseError("too short for a secret key", text=f"{len(key)} bytes", hint=hint)
    number, with_hidden, check = (_hashed(key, what) for what in ("number", "hidden", "check"))
    keys: list[BlindKeys] = []
    unkeyed: list[Unkeyed] = []
    for place, serial in enumerate(serials):
        why = _why_none(serial)
        if why is not None:
            unkeyed.append(Unkeyed(place=place, reason=why))
            continue
        whole = serial.compact.translate(_ALIKE)
        near, hidden = frozenset(map(number, _near(serial, whole))), frozenset(map(with_hidden, _hidden(whole)))
        keys.append(BlindKeys(exact=number(whole), near=near, hidden=hidden, place=place))
    return BlindList(check=check(""), keys=tuple(keys), unkeyed=tuple(unkeyed))


def common_serials(mine: BlindList, theirs: BlindList) -> CommonSerials:
    """The numbers that two lists share, from their hashes alone; seen from the other side it is the same.

    A number that both lists have is not paired with one that differs from it in a character, nor two such numbers with
    each other because they are one slip apart: they are other weapons of a series.

    Raises:
        NotComparable: The lists were made with two keys, or in two ways: nothing could be found.
    """
    if mine.check != theirs.check:
        raise NotComparable("two lists of blind keys", causes=("key",))
    own, others = _by_number(mine), _by_number(theirs)
    both = own.keys() & others.keys()
    by_near: dict[str, list[str]] = defaultdict(list)
    by_hidden: dict[str, list[str]] = defaultdict(list)
    for other, (keys, _) in others.items():
        for each in keys.near:
            by_near[each].append(other)
        for each in () if other in both else keys.hidden:
            by_hidden[each].append(other)
    pairs: list[BlindPair] = []
    for exact, (keys, places) in own.items():
        # the better level last, so that it stays
        hidden = () if exact in both else keys.hidden
        levels = {other: BlindLevel.CHANGED for each in hidden for other in by_hidden.get(each, ())}
        near = (*by_near.get(exact, ()), *(keys.near & others.keys()))
        levels |= {other: BlindLevel.NEAR for other in near if not (exact in both and other in both)}
        levels |= {exact: BlindLevel.EXACT} if exact in both else {}
        for other in sorted(levels, key=lambda other: (_RANK[levels[other]], other)):
            level, their_places = levels[other], others[other][1]
            pairs.append(BlindPair(level=level, mine=exact, theirs=other, my_places=places, their_places=their_places))
    return CommonSerials(pairs=tuple(pairs), mine=len(own), theirs=len(others))


_RANK: Final = {level: rank for rank, level in enumerate(BlindLevel)}


def _by_number(blind: BlindList) -> dict[str, tuple[BlindKeys, tuple[int, ...]]]:
    """Each different number, with the hashes of all ways it is written, and its places."""
    rows: dict[str, list[BlindKeys]] = defaultdict(list)
    for each in blind.keys:
        rows[each.exact].append(each)
    return {
        exact: (
            BlindKeys(
                exact=exact,
                near=frozenset[str]().union(*(each.near for each in same)),
                hidden=frozenset[str]().union(*(each.hidden for each in same)),
            ),
            tuple(each.place for each in same if each.place is not None),
        )
        for exact, same in rows.items()
    }


def _why_none(serial: SerialNumber) -> Reason | None:
    if not serial.is_known or not serial.compact:
        return Reason(
            code="blind.no_number",
            agreement=Agreement.UNKNOWN,
            values=explain.values(state=serial.state.value),
        )
    if serial.state is SerialState.PARTIAL or serial.open_start or serial.open_end or "?" in serial.compact:
        return Reason(code="blind.partial", agreement=Agreement.UNKNOWN)
    return None


def _hashed(key: bytes, what: str) -> Callable[[str], str]:
    """What gives the hash of a text; *what* keeps numbers, numbers with a hidden character and the check apart."""
    start = hmac.new(key, f"{_SCHEME}|{what}|".encode(), "sha256")

    def of(text: str) -> str:
        made = start.copy()
        made.update(text.encode())
        return made.hexdigest()[:_HEX_DIGITS]

    return of


def _near(serial: SerialNumber, whole: str) -> frozenset[str]:
    """What the number becomes by one slip after which five characters are left, or six are there in another order."""
    if not whole.isascii() or len(whole) > _LONGEST:
        return frozenset()
    shorter = (*_one_left_out(whole), *_zeros_lost(serial, whole), *_groups_lost(serial, whole))
    found = {text for text in shorter if len(text) >= _LEAST}
    if len(whole) > _LEAST:
        found.update(_changed_round(whole))
    return frozenset(found - {whole})


def _one_left_out(whole: str) -> Iterator[str]:
    return (whole[:at] + whole[at + 1 :] for at in range(len(whole)))


def _zeros_lost(serial: SerialNumber, whole: str) -> Iterator[str]:
    zeros = len(serial.compact) - len(serial.compact.lstrip("0"))
    return (whole[lost:] for lost in range(1, zeros + 1))


def _groups_lost(serial: SerialNumber, whole: str) -> Iterator[str]:
    """The number without what stands in front of a group of letters or digits, and without what stands behind one."""
    cut = 0
    for group in _GROUP.findall(serial.text):
        yield whole[cut:]
        cut += len(SerialNumber(state=serial.state, text=group).compact)
        yield whole[:cut]


def _changed_round(whole: str) -> Iterator[str]:
    return (whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :] for at in range(len(whole) - 1))


def _hidden(whole: str) -> Iterator[str]:
    """The number with one character hidden: two numbers share one of these if they differ in that character."""
    if whole.isascii() and _LEAST < len(whole) <= _LONGEST:
        yield from (f"{whole[:at]}?{whole[at + 1 :]}" for at in range(len(whole)))
