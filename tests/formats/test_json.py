"""JSON: lossless for every public type, clear about anything else."""

from __future__ import annotations

import datetime
import json
import pickle
from decimal import Decimal

import pytest
from attrs import frozen

from armstrace import link, samples
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError
from armstrace.explain import Caveat
from armstrace.formats.json import from_json, to_json
from armstrace.law.classify import classify
from armstrace.law.schemes import Scheme
from armstrace.places import Place
from armstrace.records import columns
from armstrace.units import Energy, Length
from armstrace.weapons import kinds, makes, models
from armstrace.weapons.bores import Bore
from armstrace.weapons.calibers import Caliber
from armstrace.weapons.features import Action, Feed, FireMode, Propulsion
from armstrace.weapons.markings import LotNumber, Marking, MarkingKind
from armstrace.weapons.serials import SerialNumber, SerialState
from armstrace.weapons.stock_numbers import NationalStockNumber
from armstrace.weapons.weapon import Weapon

FULL = Weapon(
    kinds=kinds.KindSet.of("rifle"),
    legal_word="fusil",
    pattern="AR",
    action=Action.SELF_LOADING,
    fire_modes=frozenset({FireMode.BURST}),
    feed=Feed.BOX_MAGAZINE,
    caliber=Caliber.parse("5,56X45 mm NATO"),
    barrel_length=Length.parse("14.50 in"),
    overall_length=Length.parse("840 mm"),
    rifled=True,
    has_stock=True,
    make=makes.lookup("COLT"),
    model=models.lookup("M16A1").model(raw="M-16 A1"),
    made=UncertainDate.year(1968, raw="1968"),
    serial=SerialNumber.parse("SERIE: 96?1462"),
    lot=LotNumber.parse("LOT MA-90F018-001"),
    markings=(Marking(kind=MarkingKind.IMPORT, text="CAI ST ALB VT", year=1987, state=SerialState.PARTIAL),),
    stock_number=NationalStockNumber.parse("1005-01-128-9936"),
    receiver_of=kinds.lookup("rifle"),
    made_from=kinds.lookup("rifle"),
    explosive=False,
    guided=False,
    propulsion=Propulsion.EXPLOSIVE,
    muzzle_energy=Energy(value=Decimal("1300.50"), unit="foot_pound"),
    extras=(("foto", "sí"),),
)
VALUES = [
    FULL,
    Weapon(),
    Weapon(serial=SerialNumber.parse("S/N")),
    UncertainDate.either([datetime.date(2023, 1, 5), datetime.date(2023, 5, 1)], raw="05/01/2023"),
    Period(start=UncertainDate.month(2018, 12), end=None),
    Caliber.parse("9 MM"),
    Bore(value=Decimal("12.70"), unit="mm"),
    Place.read(country="MX", state="Tamps", municipality="Reynosa"),
    columns.get("seizures_es"),
    Caveat(code="law.no_state_law"),
    classify(FULL, Scheme.MX, on=datetime.date(2024, 1, 22)),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_round_trip_keeps_everything(value: object) -> None:
    back = from_json(to_json(value))
    assert value == back
    # repr shows what equality leaves out, and how many decimals a number has
    assert repr(value) == repr(back)
    assert to_json(value) == to_json(back)
    assert to_json(value) == to_json(pickle.loads(pickle.dumps(value)))


def test_whole_tables_and_match_sets() -> None:
    found, listed = samples.seizures(), samples.stock()
    matches = link(found.records, listed.records)
    for value in (found, listed, matches):
        assert value == from_json(to_json(value))
    assert '"S/N"' in to_json(found) or '"raw"' in to_json(found)


def test_the_document_names_type_and_version() -> None:
    document = json.loads(to_json(Length.parse("16 in"), indent=1))
    assert {"armstrace": "1", "type": "Length", "data": {"value": "16", "unit": "inch", "raw": "16 in"}} == document


def test_other_types_have_no_form() -> None:
    @frozen
    class Length:  # a stranger of the same name
        value: int = 1

    for stranger in (Length(), 1, "x", None):
        with pytest.raises(TypeError, match="no JSON form"):
            to_json(stranger)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[]", "no object"),
        ("1", "no object"),
        ('{"armstrace": "1", "type": "Length"}', "no object"),
        ('{"armstrace": "2", "type": "Length", "data": {}}', "another version"),
        ('{"armstrace": "1", "type": "os.system", "data": {}}', "no such type"),
        ('{"armstrace": "1", "type": ["Length"], "data": {}}', "no such type"),
        ('{"armstrace": "1", "type": "Length", "data": {"value": "0", "unit": "inch"}}', "value"),
        ('{"armstrace": "1", "type": "Length", "data": {"value": "NaN", "unit": "inch"}}', "value"),
        ('{"armstrace": "1", "type": "Length", "data": {"value": "1", "unit": "ell"}}', "unit"),
        ('{"armstrace": "1", "type": "Length", "data": {"value": 1e400, "unit": "inch"}}', "value"),
        ('{"armstrace": "1", "type": "Length", "data": {"value": NaN, "unit": "inch"}}', "not a number of JSON"),
        ('{"armstrace": "1", "type": "Length", "data": {"value": "1", "value": "2"}}', "one key twice"),
        ('{"armstrace": "1", "type": "Cartridge", "data": "no-such"}', "no-such|cartridge"),
        ('{"armstrace": "1", "type": "WeaponKind", "data": {"id": "rifle"}}', "kind"),
        (
            '{"armstrace": "1", "type": "Seizure", "data": {"items": [], "citation": {"source": {"title": "a"}}}}',
            "items",
        ),
    ],
)
def test_anything_else_is_a_parse_error(text: str, cause: str) -> None:
    with pytest.raises(ParseError, match=cause):
        from_json(text)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "9" * 100_000, '"' + "x" * 1_000_000])
def test_hostile_documents(text: str) -> None:
    with pytest.raises(ParseError) as error:
        from_json(text)
    assert len(str(error.value)) < 1000
