"""What stock numbers of weapons stand for."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.errors import UnknownEntry
from armstrace.weapons import calibers, models
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.models.registry import Model
from armstrace.weapons.supply.item_names import read_item_name
from armstrace.weapons.supply.items import StockItem
from armstrace.weapons.supply.stock_numbers import NationalStockNumber, SupplyClass

M16A1 = "1005-00-073-9421"


def test_what_a_row_leaves_open_comes_from_the_model():
    item = StockItem.lookup(M16A1)
    assert (item.niin, item.id, item.stock_number, str(item)) == ("000739421", "000739421", M16A1, "M16A1")
    assert item.model == Model.lookup("M16A1")
    assert (item.kind, item.action, item.pattern) == ("rifle", Action.SELF_LOADING, "AR")
    assert item.fire_modes == {FireMode.SEMI_AUTOMATIC, FireMode.AUTOMATIC}
    assert item.caliber.cartridge.id == "5.56x45mm"
    assert (item.sources[0], item.verified) == ("leso", False)


def test_an_item_of_several_models_states_what_they_share():
    item = StockItem.lookup("1005-00-921-5483")
    assert (item.model, item.pattern, item.kind, item.action) == (None, None, "shotgun", Action.PUMP)
    assert str(item) == "SHOTGUN,12 GAGE,RIOT TYPE"
    dummy = StockItem.get("001095682")
    assert (dummy.kind, dummy.caliber, dummy.fire_modes) == ("replica", None, frozenset())


def test_several_calibers_are_open():
    item = evolve(StockItem.lookup(M16A1), calibers=("5.56x45mm", "223-remington"))
    assert item.caliber.basis is CaliberBasis.OPEN


@pytest.mark.parametrize("text", [M16A1, "1005 00 073 9421", "1005000739421", "000739421", "00-073-9421", "m16a1"])
def test_lookup(text):
    assert StockItem.lookup(text).designation == "M16A1"


def test_registry():
    assert StockItem.get("1005-00-073-9421") is None
    assert StockItem.search("M16A")[0].designation.startswith("M16A")
    with pytest.raises(UnknownEntry):
        StockItem.lookup("1005-00-000-0000")
    assert len({item.niin for item in StockItem.all()}) == len(StockItem.all()) > 30


@pytest.mark.parametrize(
    ("text", "designation"),
    [("1005-01-128-9936", "M16A2"), ("1010-01-128-9936", "M16A2"), ("1005-01-000-0000", None)],
)
def test_the_number_names_the_item_whatever_its_class(text, designation):
    item = NationalStockNumber.parse(text).stock_item
    assert (item.designation if item else None) == designation


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ({}, True),
        ({"kinds": KindSet.of("rifle")}, True),
        ({"kinds": KindSet.of("long_gun")}, True),
        ({"kinds": KindSet.of("carbine", "rifle")}, True),
        ({"kinds": KindSet.of("pistol")}, False),
        ({"model": Model.lookup("M16")}, True),
        ({"model": Model(id=None, name="604")}, True),
        ({"model": Model.lookup("M16A2")}, False),
        ({"model": Model.lookup("M14")}, False),
        ({"caliber": calibers.Caliber.parse(".223")}, True),
        ({"caliber": calibers.Caliber.parse("7.62x51")}, False),
        ({"action": Action.SELF_LOADING}, True),
        ({"action": Action.BOLT}, False),
    ],
)
def test_fits(given, fits):
    assert StockItem.lookup(M16A1).fits(**{"kinds": KindSet(), **given}) is fits


@pytest.mark.parametrize("item", StockItem.all(), ids=str)
def test_the_rows(item):
    """Each row agrees with its item name, as the reader of item names understands it."""
    assert WeaponKind.get(item.kind)
    assert SupplyClass.get(item.fsc)
    name = read_item_name(item.name)
    assert item.fits(KindSet.of(name.kind) if name.kind else KindSet(), name.model)
    if name.caliber:
        assert calibers.compare(calibers.Caliber.parse(name.caliber, item.kind), item.caliber) != "conflict"
    if item.model_id:
        assert models.ModelEntry.get(item.model_id)


def test_the_table_does_not_repeat_what_models_state():
    for row in _tables.rows("stock_numbers/items.csv"):
        entry = models.ModelEntry.get(row["model_id"])
        for name in ("kind", "action", "fire_modes", "calibers"):
            assert not (entry and row[name] and getattr(entry, name))


@given(st.sampled_from(StockItem.all()))
def test_an_item_is_found_by_its_number(item):
    assert NationalStockNumber.parse(item.stock_number).stock_item == item
    assert StockItem.lookup(item.stock_number) == item
    assert item.fits(KindSet.of(item.kind), item.model, item.caliber, item.action)
