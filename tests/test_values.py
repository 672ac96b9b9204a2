"""What holds of every public type: it cannot be altered, holds nothing that can, and is the same in another process."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from armstrace import fingerprint
from armstrace.formats.json import _types, to_json
from armstrace.matching.match_model import MatchModel
from armstrace.units import Length
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from pathlib import Path

# what holds something else than plain values, and why
_MAPPINGS = {MatchModel: "a read-only view of its weights, to find one fast"}

_OTHER_PROCESS = """
import json, pickle, sys
from armstrace import fingerprint, from_json, to_json
values = pickle.loads(open(sys.argv[1], "rb").read())
texts = json.loads(open(sys.argv[2], encoding="utf-8").read())
print(json.dumps([
    [fingerprint(value), fingerprint(from_json(text)), value == from_json(text), to_json(value) == text]
    for value, text in zip(values, texts, strict=True)
]))
"""


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_in_another_process(seed: str, instances: dict[type, list[object]], tmp_path: Path) -> None:
    """Pickled and as JSON, under another order of hashes: equal, with the same fingerprint."""
    values = [value for cls in _types().values() for value in instances[cls]]
    pickled, written = tmp_path / "values.pickle", tmp_path / "values.json"
    pickled.write_bytes(pickle.dumps(values))
    written.write_text(json.dumps(list(map(to_json, values))), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _OTHER_PROCESS, str(pickled), str(written)],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    mine = [fingerprint(value) for value in values]
    assert [[each, each, True, True] for each in mine] == json.loads(done.stdout)


def test_a_fingerprint_stays() -> None:
    """It is that of the JSON with sorted keys, and no version may alter it unseen."""
    assert "c10bd4a65f14c4769906a5c9b7f71ada" == fingerprint(Length.parse("16 in"))[:32]


def test_a_fingerprint_tells_all_that_json_tells() -> None:
    one = Length(value=Decimal(16), unit="inch", raw="16 in")
    others = (
        attrs.evolve(one, raw="16 inches"),
        attrs.evolve(one, value=Decimal("16.0")),
        attrs.evolve(one, unit="cm"),
        [one],
        (one,),
        [one, one],
    )
    assert len(others) + 1 == len({fingerprint(value) for value in (one, *others)})
    assert fingerprint(one) == fingerprint(Length.parse("16 in"))


@pytest.mark.parametrize(
    "value",
    [1, "x", None, {}, {Weapon()}, [1], Weapon(legal_word="\ud800"), attrs.evolve(Cartridge.all()[0], name="")],
)
def test_what_has_no_fingerprint(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        fingerprint(value)


@pytest.mark.parametrize("name", _types())
def test_no_value_can_be_altered(name: str, instances: dict[type, list[Any]]) -> None:
    value = instances[_types()[name]][0]
    assert not hasattr(value, "__dict__")
    for each in attrs.fields(type(value)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, each.name, getattr(value, each.name))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, each.name)
    with pytest.raises(AttributeError):
        value.no_such_field = 1


def plain(value: object, owner: type) -> bool:
    """Whether it is nothing that can be altered, all through."""
    if isinstance(value, tuple | frozenset):
        return all(plain(item, owner) for item in value)
    if attrs.has(type(value)):
        return type(value).__setattr__ is not object.__setattr__
    if isinstance(value, MappingProxyType):
        return owner in _MAPPINGS
    return type(value) in {type(None), bool, int, float, str, Decimal, date} or isinstance(value, Enum)


@pytest.mark.parametrize("name", _types())
def test_nothing_inside_can_be_altered(name: str, instances: dict[type, list[object]]) -> None:
    cls = _types()[name]
    for value in instances[cls]:
        for each in attrs.fields(cls):
            assert plain(getattr(value, each.name), cls), each.name
