"""Keyed hashes of serial numbers."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from armstrace import _convert
from armstrace.blind import BlindList, blind_keys
from armstrace.errors import ParseError
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.states import SerialState

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


def keys_of(*cells: str, key: bytes = KEY) -> BlindList:
    return blind_keys([SerialNumber.parse(cell) for cell in cells], key)


def hmac_sha256(key: bytes, message: bytes) -> str:
    """RFC 2104, written out, for keys that fill less than a block."""
    block = key + bytes(64 - len(key))
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block) + message).digest()
    return hashlib.sha256(bytes(byte ^ 0x5C for byte in block) + inner).hexdigest()[:32]


def test_the_hashes_are_those_of_the_formula() -> None:
    """Two ministries with two versions of this library must get the same."""
    blind = keys_of("SERIE: 08-Q12X7")
    (keys,) = blind.keys
    whole = "08012X7"
    near = {whole[:i] + whole[i + 1 :] for i in range(7)} | {
        whole[:i] + whole[i + 1] + whole[i] + whole[i + 2 :] for i in range(6)
    }
    near |= {"012X7", "08012"}  # without the group 08, without X7; one zero in front is among those with one left out
    near |= {"08012X"}
    hidden = {f"{whole[:i]}?{whole[i + 1 :]}" for i in range(7)}
    assert hmac_sha256(KEY, b"armstrace.blind/1|number|08012X7") == keys.exact
    assert {hmac_sha256(KEY, f"armstrace.blind/1|number|{text}".encode()) for text in near} == keys.near
    assert {hmac_sha256(KEY, f"armstrace.blind/1|hidden|{text}".encode()) for text in hidden} == keys.hidden
    assert hmac_sha256(KEY, b"armstrace.blind/1|check|") == blind.check
    assert ("0dbe939f6462fcff0a0a575eab719fc9", "7df0e203a521bfb6868cf1aebc9346d4") == (keys.exact, blind.check)


def test_the_hashes_are_the_same_in_another_process() -> None:
    code = (
        "from armstrace.blind import blind_keys\n"
        "from armstrace.weapons.serials import SerialNumber\n"
        "(keys,) = blind_keys([SerialNumber.parse('W361028')], bytes(range(32))).keys\n"
        "print(keys.exact, *sorted(keys.near), *sorted(keys.hidden))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    (keys,) = keys_of("W361028").keys
    assert [keys.exact, *sorted(keys.near), *sorted(keys.hidden)] == printed.split()


@pytest.mark.parametrize(
    ("cell", "state", "code"),
    [
        ("S/N", None, "blind.no_number"),
        ("NONE", None, "blind.no_number"),
        ("", None, "blind.no_number"),
        ("LIMADA", None, "blind.no_number"),
        ("ILEGIBLE", None, "blind.no_number"),
        ("9671462", SerialState.ALTERED, "blind.no_number"),
        ("9671462", SerialState.PARTIAL, "blind.partial"),
        ("...71462", None, "blind.partial"),
        ("96714...", None, "blind.partial"),
        ("96?1462", None, "blind.partial"),
        ("...71462", SerialState.RESTORED, "blind.partial"),
        ("96?1462", SerialState.LEGIBLE, "blind.partial"),
    ],
)
def test_no_number_no_keys(cell: str, state: SerialState | None, code: str) -> None:
    """Two records without a number must never be found common."""
    blind = blind_keys([SerialNumber.parse("123456"), SerialNumber.parse(cell, state)], KEY)
    assert [0] == [each.index for each in blind.keys]
    assert [(1, code)] == [(each.index, each.reason.code) for each in blind.unkeyed]
    for language in ("en", "es"):
        assert "1: " in blind.explain(language)
    assert blind.explain("en").startswith("1 serial numbers with keys, 1 without")


def test_a_number_of_marks_alone_has_no_keys() -> None:
    serial = SerialNumber(state=SerialState.LEGIBLE, text="--")
    assert ["blind.no_number"] == [number.reason.code for number in blind_keys([serial], KEY).unkeyed]


@pytest.mark.parametrize("length", [0, 1, 31])
def test_a_short_key_is_refused_and_not_shown(length: int) -> None:
    with pytest.raises(ParseError, match=f"'{length} bytes' .at least 32") as caught:
        blind_keys([], b"\xa7" * length)
    assert "xa7" not in repr(caught.value) + str(vars(caught.value))
    assert () == blind_keys([], b"\xa7" * 32).keys


def test_the_key_stays_out_of_what_is_made() -> None:
    secret = b"do not tell anybody what this is"
    plain = repr(_convert.to_plain(keys_of("123456", "S/N", key=secret))) + repr(keys_of("123456", key=secret))
    assert "tell anybody" not in plain
    assert secret.hex()[:16] not in plain
    assert "123456" not in plain


def test_what_is_no_serial_number_is_refused_by_the_name_of_the_argument() -> None:
    with pytest.raises(TypeError, match="serials: a str is no SerialNumber"):
        blind_keys(["9671462"], KEY)  # type: ignore[list-item]  # wrong on purpose
