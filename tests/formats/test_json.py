"""JSON: lossless for every public type, clear about anything else."""

# tables of cases

from __future__ import annotations

import copy
import json
import pickle
import time
from decimal import Decimal
from typing import Any

import attrs
import pytest
from attrs import evolve, frozen, has

import armstrace
from armstrace import _public, fingerprint, samples
from armstrace.errors import Fault, ParseError
from armstrace.formats.json import LenientResult, _types, from_json, to_json
from armstrace.places import Place
from armstrace.units import Length
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon


def test_no_two_classes_have_one_name_in_json() -> None:
    assert len(_types()) == sum(has(cls) for cls in _public.classes())


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in what equality leaves out too."""
    if {type(one), type(other)} == {int, float}:
        return bool(one == other)  # a whole number in the place of a float
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Decimal):
        return str(one) == str(other)
    if attrs.has(type(one)):
        return all(same(getattr(one, each.name), getattr(other, each.name)) for each in attrs.fields(type(one)))
    return bool(one == other)


@pytest.mark.parametrize("name", _types())
def test_round_trip_keeps_everything(name: str, instances: dict[type, list[object]]) -> None:
    values = instances[_types()[name]]
    assert values, "no value of this type in tests/conftest.py"
    for value in values:
        back = from_json(to_json(value))
        assert value == back
        assert same(value, back)
        assert to_json(value) == to_json(back) == to_json(pickle.loads(pickle.dumps(value)))


@pytest.mark.parametrize("name", _types())
def test_round_trip_in_containers(name: str, instances: dict[type, list[object]]) -> None:
    values = instances[_types()[name]]
    for container in ([*values], (*values,), [], [(values[0], Weapon())], ([values[-1]],)):
        back = from_json(to_json(container))
        assert container == back
        assert same(container, back)


def test_whole_tables() -> None:
    found = samples.seizures()
    assert same(found, from_json(to_json(found)))
    assert same(found.records, from_json(to_json(found.records)))


def test_the_document_names_type_and_version() -> None:
    document = json.loads(to_json(Length.parse("16 in"), indent=1))
    assert {"armstrace": "1", "type": "Length", "data": {"value": "16", "unit": "inch", "raw": "16 in"}} == document


def test_other_types_have_no_form() -> None:
    @frozen
    class Length:  # a stranger of the same name
        value: int = 1

    class Weapons(list[Weapon]):
        pass

    strangers: list[object] = [Length(), 1, "x", None, {}, [1], Weapons(), frozenset({Weapon()})]
    for stranger in strangers:
        with pytest.raises(TypeError, match="no JSON form"):
            to_json(stranger)


@pytest.mark.parametrize(
    "value",
    [
        Weapon(legal_word="half a pair: \ud83d"),
        Length(value=Decimal(16), unit="inch", raw="\udc80"),
        Length(value=Decimal("1." + "1" * 51), unit="inch"),
        evolve(Cartridge.lookup("9x19mm"), name="mine"),
        [Caliber.parse("9x19mm"), evolve(Cartridge.lookup("9x19mm"), id="mine")],
    ],
    ids=["half", "half_raw", "digits", "own_row", "own_id"],
)
def test_what_could_not_be_read_is_not_written(value: object) -> None:
    with pytest.raises(ValueError):
        to_json(value)


def document(kind: str, data: str) -> str:
    return f'{{"armstrace": "1", "type": "{kind}", "data": {data}}}'


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[]", r"\$: no object: a list of 0"),
        ("1", r"\$: no object: 1"),
        ("{}", r"\$.armstrace: missing; \$.type: missing; \$.data: missing"),
        ('{"armstrace": "1", "type": "Length"}', r"\$.data: missing"),
        ('{"armstrace": "2", "type": "Length", "data": {}}', r"\$.armstrace: another version .*'2' \(allowed: 1\)"),
        ('{"armstrace": "1", "type": "Length", "data": {}, "x": 1}', r"\$.x: unknown field.*\$.data.value: missing"),
        (document("os.system", "{}"), r"\$.type: no such type: 'os.system'"),
        (document("Lenght", "{}"), r"\$.type: no such type: 'Lenght' \(nearest: Length"),
        ('{"armstrace": "1", "type": ["Length"], "data": {}}', r"\$.type: no such type: a list of 1"),
        ('{"armstrace": "1", "type": null, "data": {}}', r"\$.type: no such type: null"),
        (document("Length", '{"value": "0", "unit": "inch"}'), r"\$.data: value must be a positive number"),
        (document("Length", '{"value": "NaN", "unit": "inch"}'), r"\$.data.value: no decimal number in a string"),
        (document("Length", '{"value": "1", "unit": "inhc"}'), r"\$.data.unit: .* \(nearest: inch\)"),
        (document("Length", '{"value": 1e400, "unit": "inch"}'), r"\$.data.value: no number of JSON: '1e400'"),
        (document("Length", '{"value": NaN, "unit": "inch"}'), r"\$.data.value: no number of JSON: 'NaN'"),
        (document("Length", '{"value": "1", "value": "2"}'), r"\$.data.value: one key twice"),
        (document("Cartridge", '"9x19mn"'), r"\$.data: no id in cartridges: '9x19mn' \(nearest: 9x19mm"),
        (document("WeaponKind", '{"id": "rifle"}'), r"\$.data: no text: an object of 1"),
        (document("KindSet", '["rifle", "rifel"]'), r"\$.data\[1\]: no id in kinds: 'rifel' \(nearest: rifle"),
        (document("KindSet", '["rifle", "rifle"]'), r"\$.data: one member twice"),
        (document("KindSet", '"rifle"'), r"\$.data: no list: 'rifle'"),
        (
            document("Seizure", '{"items": [], "citation": {"source": {"title": "a"}}}'),
            r"\$.data: .*items",
        ),
        (document("list", "{}"), r"\$.data: no list: an object of 0"),
        (document("tuple", "[1]"), r"\$.data\[0\]: no object: 1"),
        (document("list", '[{"type": "Length"}, {}]'), r"\$.data\[0\].data: missing; \$.data\[1\].type: missing"),
        (document("list", '[{"type": "list", "data": [3]}]'), r"\$.data\[0\].data\[0\]: no object: 3"),
    ],
)
def test_anything_else_is_a_parse_error(text: str, cause: str) -> None:
    for unknown in ("refuse", "keep") if '"x"' not in text else ("refuse",):
        with pytest.raises(ParseError, match=cause):
            from_json(text, unknown=unknown)


def test_all_faults_come_at_once() -> None:
    """Each with its path, the value, what is allowed and what is nearest, in the parts of every element too."""
    seizure = json.loads(to_json(samples.seizures().records[5]))["data"]
    wrong = copy.deepcopy(seizure)
    weapon = wrong["items"][0]["weapon"]
    weapon["fire_modes"] = ["automatic", "otomatic"]
    weapon["caliber"]["candidates"] = ["5.56x45m"]
    weapon["serail"] = weapon.pop("serial")
    wrong["items"][0]["count"] = True
    wrong["place"]["state"] = "MX-XXX"
    wrong["date"]["earliest"] = "2023-02-30"
    del wrong["citation"]["source"]["title"]
    records = [
        {"type": "Seizure", "data": seizure},
        {"type": "Seizure", "data": wrong},
        {"type": "Siezure", "data": {}},
    ]
    with pytest.raises(ParseError) as error:
        from_json(json.dumps({"armstrace": "1", "type": "tuple", "data": records}))
    faults = {fault.path.removeprefix("$.data"): fault for fault in error.value.faults}
    modes = ("manual", "semi_automatic", "burst", "automatic")
    assert {
        "[1].data.items[0].weapon.serail",
        "[1].data.items[0].weapon.fire_modes[1]",
        "[1].data.items[0].weapon.caliber.candidates[0]",
        "[1].data.items[0].count",
        "[1].data.place.state",
        "[1].data.date.earliest",
        "[1].data.citation.source.title",
        "[2].type",
    } == faults.keys()
    assert "serial" == faults["[1].data.items[0].weapon.serail"].nearest[0]
    assert "serial" in faults["[1].data.items[0].weapon.serail"].allowed
    assert set(modes) >= set(faults["[1].data.items[0].weapon.fire_modes[1]"].allowed)
    assert ("'otomatic'", ("automatic",)) == (
        faults["[1].data.items[0].weapon.fire_modes[1]"].value,
        faults["[1].data.items[0].weapon.fire_modes[1]"].nearest[:1],
    )
    assert "5.56x45mm" in faults["[1].data.items[0].weapon.caliber.candidates[0]"].nearest
    assert "true" == faults["[1].data.items[0].count"].value
    assert "Seizure" == faults["[2].type"].nearest[0]
    assert error.value.faults == pickle.loads(pickle.dumps(error.value)).faults


def test_the_type_of_a_choice() -> None:
    """In a union, and in an open choice."""
    table = json.loads(to_json(samples.seizures()))
    table["data"]["records"] = [{"type": "Seizur"}, {}, "x"]
    with pytest.raises(ParseError) as error:
        from_json(json.dumps(table))
    assert (
        Fault(
            path="$.data.records[0].type",
            cause="no type that can stand here",
            value="'Seizur'",
            allowed=("Seizure", "CustodyRecord"),
            nearest=("Seizure",),
        ),
        Fault(path="$.data.records[1].type", cause="missing", allowed=("Seizure", "CustodyRecord")),
        Fault(path="$.data.records[2]", cause="no object", value="'x'"),
    ) == error.value.faults


def test_unknown_fields_are_set_aside_by_choice() -> None:
    table = samples.seizures()
    document = json.loads(to_json(table))
    document["more"] = [1]
    document["data"]["source"]["license"] = {"name": "é"}
    for record in document["data"]["records"]:
        record["two words"] = None
        record["citation"]["source"]["license"] = "x"
    text = json.dumps(document)
    kept = from_json(text, unknown="keep")
    assert isinstance(kept, LenientResult)
    assert table == kept.value
    count = len(table.records)
    assert 2 + 2 * count == len(kept.unknown)
    assert ("$.more", "[1]") == kept.unknown[0]
    assert ("$.data.source.license", '{"name": "é"}') in kept.unknown
    assert (f"$.data.records[{count - 1}]['two words']", "null") in kept.unknown
    assert (f"$.data.records[{count - 1}].citation.source.license", '"x"') in kept.unknown
    with pytest.raises(ParseError, match="and many more"):
        from_json(text)
    document["data"]["source"]["title"] = 1
    with pytest.raises(ParseError) as error:
        from_json(json.dumps(document), unknown="keep")
    assert ["$.data.source.title"] == [fault.path for fault in error.value.faults]


def test_nothing_is_set_aside_where_all_is_known() -> None:
    assert LenientResult(value=Weapon()) == from_json(to_json(Weapon()), unknown="keep")


def refused(text: str, most_seconds: float = 10) -> ParseError:
    """The error of a hostile text: in time, and short."""
    begin = time.process_time()
    with pytest.raises(ParseError) as error:
        from_json(text)
    assert time.process_time() - begin < most_seconds
    assert len(str(error.value)) < 2000
    assert len(error.value.faults) <= 100
    return error.value


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" * 900 + "]" * 900,
        '{"about": [{"type": "Act", "kind": "deny", ' * 400,
        "1" * 10_000,
        "-" + "1" * 10_000,
        "1e999",
        "-1e999",
        "NaN",
        "Infinity",
        '"' + "x" * 1_000_000,
        '"' + "x" * 1_000_000 + '"',
        '"\\ud800"',
        '"\ud800"',
        '{"\\udc00": 1}',
        '{"a": 1, "a": 1}',
        "true",
        "null",
        "1",
        "1.5",
        "[[], {}]",
        '{"": {}}',
    ],
    ids=lambda data: data[:12],
)
@pytest.mark.parametrize("kind", ["Weapon", "Act", "KindSet", "Cartridge", "TableResult", "list"])
def test_hostile_documents(kind: str, data: str) -> None:
    refused(document(kind, data))
    refused(data)


@pytest.mark.parametrize(
    ("kind", "opening", "end"),
    [("Act", '{"type": "Act", "kind": "know", "about": [', "]}"), ("list", '{"type": "list", "data": [', "]}")],
)
def test_deep_documents_of_the_right_shape(kind: str, opening: str, end: str) -> None:
    """Acts about acts, and lists of lists: read to a depth nobody needs, refused where the interpreter ends."""

    def nested(depth: int) -> str:
        inner = opening * depth + end * depth
        return document(kind, f'{{"kind": "know", "about": [{inner}]}}' if kind == "Act" else f"[{inner}]")

    found = from_json(nested(50))
    assert found == from_json(to_json(found))
    for depth in (300, 20_000) if kind == "Act" else (20_000,):
        with pytest.raises(ParseError, match="nested too deep"):
            from_json(nested(depth))


def test_a_million_keys() -> None:
    """Of an object, of a document, twice each, set aside, and a million elements with each its fault."""
    keys = ", ".join(f'"k{number}": {number}' for number in range(1_000_000))
    assert "and many more" in str(refused(document("Length", "{" + keys + "}"), 60))
    assert "and many more" in str(refused("{" + keys + "}", 60))
    assert "one key twice" in str(refused(document("Length", "{" + '"value": "1", ' * 1_000_000 + '"unit": "mm"}')))
    assert "and many more" in str(refused(document("KindSet", "[" + "1," * 999_999 + "1]")))
    assert "and many more" in str(refused(document("list", "[" + "1," * 999_999 + "1]")))


@pytest.mark.parametrize(
    ("count", "more"), [(5, ""), (6, "; and 1 more"), (100, "; and 95 more"), (101, "; and many more")]
)
def test_a_message_has_five_faults(count: int, more: str) -> None:
    error = refused(document("KindSet", json.dumps([1] * count)))
    assert str(error).endswith("$.data[4]: no text: 1" + more)
    assert min(count, 100) == len(error.faults)


def test_huge_values_are_kept_or_refused_exactly() -> None:
    """Length is no reason to lose anything."""
    long = Weapon(legal_word="é" * 1_000_000)
    assert long == from_json(to_json(long))
    assert 10**4000 == from_json(document("Count", '{"least": 1' + "0" * 4000 + "}")).least
    refused(document("Count", '{"least": 1' + "0" * 4300 + "}"))
    with pytest.raises(ValueError):
        to_json(armstrace.Count(least=10**5000))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("Count", '{"least": true}'),
        ("Count", '{"least": 1.0}'),
        ("Count", '{"least": "1"}'),
        ("Count", '{"least": -1}'),
        ("Count", '{"least": 2, "most": 1}'),
        ("Weapon", '{"rifled": 1}'),
        ("Weapon", '{"legal_word": 1}'),
        ("Weapon", '{"extras": [["a"]]}'),
        ("Weapon", '{"extras": ["ab"]}'),
        ("Weapon", '{"extras": [{"a": "", "b": ""}]}'),
        ("Weapon", '{"fire_modes": ["burst", "burst"]}'),
        ("Weapon", '{"fire_modes": "burst"}'),
        ("Weapon", '{"fire_modes": {"burst": 1}}'),
        ("Weapon", '{"action": true}'),
        ("Weapon", '{"serial": null}'),
        ("Reason", '{"code": "a", "agreement": "same", "weight": true}'),
        ("Reason", '{"code": "a", "agreement": "same", "weight": "1"}'),
        ("Reason", '{"code": "a", "agreement": "same", "weight": 1' + "0" * 400 + "}"),
        ("Length", '{"value": "１", "unit": "mm"}'),
        ("Length", '{"value": "1\\n", "unit": "mm"}'),
        ("Length", '{"value": 1, "unit": "mm"}'),
        ("UncertainDate", '{"earliest": "2024-01-01", "latest": "2023-01-01"}'),
        ("UncertainDate", '{"earliest": "20240101", "latest": "2024-01-01"}'),
        ("UncertainDate", '{"earliest": 20240101, "latest": "2024-01-01"}'),
        ("Caliber", '{"basis": "named"}'),
    ],
)
def test_nothing_is_built_that_the_constructor_refuses(kind: str, data: str) -> None:
    refused(document(kind, data))


def test_whole_numbers_stand_for_floats() -> None:
    weight = from_json(document("Reason", '{"code": "a", "agreement": "same", "weight": 2}')).weight
    assert (float, 2.0) == (type(weight), weight)


def test_pairs_of_surrogates_are_one_character() -> None:
    assert "🔫" == from_json(document("Weapon", '{"legal_word": "\\ud83d\\udd2b"}')).legal_word


def test_only_text_is_read() -> None:
    with pytest.raises(TypeError):
        from_json(to_json(Weapon()).encode())  # type: ignore[call-overload]  # wrong on purpose


def test_text_is_text() -> None:
    place = Place.read(country="MX", municipality="Reynosa \u2028 \x00")
    assert same(place, from_json(to_json(place)))
    assert SerialNumber.parse("A\u0301") == from_json(to_json(SerialNumber.parse("A\u0301")))


@pytest.mark.parametrize("written", [to_json, fingerprint])
def test_lists_nested_too_deep_are_refused_when_written(written):
    deep: tuple[Any, ...] = ()
    for _ in range(5_000):
        deep = (deep,)
    with pytest.raises(ParseError, match="nested too deep for JSON"):
        written(deep)


@pytest.mark.parametrize("text", [b"{}", None, 1, ["{}"]])
def test_what_is_no_text_is_refused_by_name(text):
    with pytest.raises(TypeError, match=f"JSON text is read, and not {type(text).__name__}"):
        from_json(text)


def test_another_word_for_what_is_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="'refuse' or 'keep', and not 'ignore'"):
        from_json(to_json(Weapon()), unknown="ignore")  # type: ignore[call-overload]  # wrong on purpose


def test_what_has_no_json_form_is_refused_by_the_name_of_the_argument() -> None:
    with pytest.raises(TypeError, match="value: no JSON form for int; a public value"):
        to_json([Weapon(), 5])
