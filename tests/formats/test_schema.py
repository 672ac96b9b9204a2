"""Schemas: what `to_json` writes is valid, and what a schema refuses, `from_json` refuses."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from armstrace.errors import ParseError
from armstrace.formats.json import _types, from_json, to_json
from armstrace.formats.schema import json_schema
from armstrace.law.classification.rules import Rule
from armstrace.matching.match import Match
from armstrace.units import Length
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Iterator

# longer documents hold the same types again
_LONGEST = 700
_OF_SHAPE = re.compile(
    "missing|unknown field|none of the allowed|one member twice|no such type"
    "|no (object|list|text|whole number|number|true or false|decimal number|day as|type that)"
)

# broken values for any place; 1.0 is a whole number to a schema, so there is none here
_WRONG: tuple[object, ...] = (None, True, 7, -0.5, "no such thing", [], ["x", "x"], {}, {"type": "Nothing"})


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft202012Validator]:
    return {name: Draft202012Validator(json_schema(cls)) for name, cls in _types().items()}


@pytest.mark.parametrize("name", _types())
def test_every_value_is_valid(
    name: str, validators: dict[str, Draft202012Validator], instances: dict[type, list[object]]
) -> None:
    Draft202012Validator.check_schema(validators[name].schema)
    for value in instances[_types()[name]]:
        assert [] == [error.message for error in validators[name].iter_errors(json.loads(to_json(value)))]


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where something stands in plain data."""
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        yield from places(inner, (*path, step))


def broken(document: Any) -> Iterator[Any]:
    """The document with a wrong value, without a field, or with one more, at each place."""
    for path in places(document):
        if not path:
            continue
        for wrong in _WRONG:
            changed = copy.deepcopy(document)
            inside(changed, path)[path[-1]] = wrong
            yield changed
        changed = copy.deepcopy(document)
        del inside(changed, path)[path[-1]]
        yield changed
        if isinstance(inside(document, path)[path[-1]], dict):
            changed = copy.deepcopy(document)
            inside(changed, path)[path[-1]]["no_such_field"] = 1
            yield changed


def inside(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


@pytest.mark.parametrize("name", _types())
def test_broken_values(
    name: str, validators: dict[str, Draft202012Validator], instances: dict[type, list[object]]
) -> None:
    """What the schema refuses is refused on reading; what is refused for its shape, the schema refuses."""
    texts = sorted((text for text in map(to_json, instances[_types()[name]]) if len(text) < _LONGEST), key=len)
    for text in {*texts[:1], *texts[-1:]}:
        for changed in broken(json.loads(text)):
            faults = faults_of(changed)
            if validators[name].is_valid(changed):
                assert not any(map(_OF_SHAPE.match, faults)), changed
            else:
                assert faults, changed


def faults_of(document: Any) -> list[str]:
    """The causes for which a document is refused."""
    try:
        from_json(json.dumps(document))
    except ParseError as error:
        return [fault.cause for fault in error.faults]
    return []


def test_of_a_class_that_holds_others_and_itself() -> None:
    schema = json_schema(Match)
    assert {"$ref": "#/$defs/Match"} == schema["properties"]["data"]
    assert {"Match", "RecordedWeapon", "Weapon", "Reason"} <= schema["$defs"].keys()
    assert "CaseStatus" in json_schema(_types()["CaseStatus"])["$defs"]
    assert schema == json_schema(Match)
    assert "$id" not in json.dumps(schema)


def test_what_a_schema_says() -> None:
    tagged = json_schema(_types()["TableResult"])["$defs"]["Seizure.tagged"]
    assert ({"const": "Seizure"}, ["type", "items", "citation"]) == (tagged["properties"]["type"], tagged["required"])
    assert tagged["additionalProperties"] is False
    length = json_schema(Length)["$defs"]["Length"]["properties"]
    assert "string" == length["value"]["type"]
    assert length["value"]["pattern"].startswith("^-?[0-9]")
    weapon = json_schema(_types()["Weapon"])["$defs"]["Weapon"]["properties"]
    assert {"type": "array", "items": {"$ref": "#/$defs/WeaponKind"}, "uniqueItems": True} == weapon["kinds"]
    pair = {"type": "array", "prefixItems": [{"type": "string"}] * 2, "items": False, "minItems": 2}
    assert {"type": "array", "items": pair} == weapon["extras"]
    state = json_schema(_types()["SerialNumber"])["$defs"]["SerialNumber"]["properties"]["state"]
    assert {"enum": [member.value for member in SerialState]} == state


@pytest.mark.parametrize("cls", [Rule, SerialState, int, list])
def test_other_types_have_no_schema(cls: type) -> None:
    with pytest.raises(TypeError, match="no JSON form for"):
        json_schema(cls)


def test_no_two_classes_share_a_definition() -> None:
    """A definition of one name is the same in every schema."""
    seen: dict[str, Any] = {}
    for cls in _types().values():
        for name, definition in json_schema(cls)["$defs"].items():
            assert seen.setdefault(name, definition) == definition
