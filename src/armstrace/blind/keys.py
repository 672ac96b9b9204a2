"""Keyed hashes of serial numbers.

A hash is the first 32 hexadecimal digits of HMAC-SHA-256, under the secret key, of
``armstrace.blind/1|purpose|text``. The purpose is ``number``, ``hidden`` (a number with one character hidden) or
``check`` (an empty text); the text is the letters and digits of a number, with characters that look alike unified.

>>> blind_keys([SerialNumber.parse("W361028")], bytes(range(32))).keys[0].exact
'462aace8cef0b918397e0bb10e5a83d9'
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Final

from armstrace import explain
from armstrace.blind.lists import BlindKeys, BlindList, Unkeyed
from armstrace.blind.slips import slipped, with_hidden
from armstrace.errors import ParseError
from armstrace.explain import Agreement, Reason
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# part of every message; another way to make keys must have another number here
_SCHEME: Final = "armstrace.blind/1"
_LEAST_KEY: Final = 32
# half of the hash: enough that no two numbers of any list will share one by chance
_HEX_DIGITS: Final = 32
# Characters that look alike, as of scheme 1: hashes of years ago must stay comparable, so the table of look-alikes that
# may be corrected is not followed. No two digits are here: in a series, two digits are two weapons.
_CLASSES: Final = ("0OQD", "1IL", "5S", "8B", "2Z", "6GC", "VU", "4A", "MN")
_ALIKE: Final = str.maketrans({member: letters[0] for letters in _CLASSES for member in letters})


def blind_keys(serials: Iterable[SerialNumber], key: bytes) -> BlindList:
    """The keyed hashes of serial numbers; a number that is not known in full has none and is listed with the reason.

    Equal numbers are always found. A slip is found only where it leaves at least five characters that are known, in a
    number of at most 24 letters A to Z and digits: what is left of shorter numbers agrees by chance.

    Args:
        serials: The serial numbers of the rows of a list, in order, so that the indexes lead back to the rows.
        key: At least 32 bytes that only the two sides know. It is neither kept nor shown.

    Raises:
        ParseError: The key is too short.
        TypeError: What is given as a serial number is none.

    >>> blind_keys([SerialNumber.parse("LIMADA")], bytes(range(32))).unkeyed[0].explain()
    '0: no serial number to make keys from (filed off or erased)'
    """
    if len(key) < _LEAST_KEY:
        hint = f"at least {_LEAST_KEY}, drawn at random, such as secrets.token_bytes({_LEAST_KEY})"
        raise ParseError("too short for a secret key", code="blind.key_too_short", text=f"{len(key)} bytes", hint=hint)
    number, hidden, check = (_hashes(key, purpose) for purpose in ("number", "hidden", "check"))
    keys: list[BlindKeys] = []
    unkeyed: list[Unkeyed] = []
    for index, serial in enumerate(serials):
        if not isinstance(serial, SerialNumber):
            raise TypeError(f"serials: a {type(serial).__name__} is no SerialNumber; SerialNumber.parse makes one")
        reason = _why_none(serial)
        if reason is not None:
            unkeyed.append(Unkeyed(index=index, reason=reason))
            continue
        text = serial.compact.translate(_ALIKE)
        keys.append(
            BlindKeys(
                exact=number(text),
                near=frozenset(map(number, slipped(serial, text))),
                hidden=frozenset(map(hidden, with_hidden(text))),
                index=index,
            )
        )
    return BlindList(check=check(""), keys=tuple(keys), unkeyed=tuple(unkeyed))


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


def _hashes(key: bytes, purpose: str) -> Callable[[str], str]:
    """The function that gives the keyed hash of a text.

    Hashes of different purposes (``number``, ``hidden``, ``check``) never agree.
    """
    start = hmac.new(key, f"{_SCHEME}|{purpose}|".encode(), "sha256")

    def hash_of(text: str) -> str:
        state = start.copy()
        state.update(text.encode())
        return state.hexdigest()[:_HEX_DIGITS]

    return hash_of
