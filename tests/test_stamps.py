"""Stamps: which tables an answer rests on, and which of them have changed since."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from armstrace import _tables, stamps
from armstrace.errors import UnknownEntry
from armstrace.stamps import Stamp, TableEdition, stamp_of


@pytest.fixture
def uncached():
    """The tables of this test are read anew, and forgotten after it."""
    for cached in (stamp_of, stamps._edition):
        cached.cache_clear()
    yield
    for cached in (stamp_of, stamps._edition):
        cached.cache_clear()


def test_a_stamp_names_its_tables_in_order():
    stamp = stamp_of("rules/mx.toml", "kinds")
    assert ["kinds", "rules/mx.toml"] == [table.name for table in stamp.tables]
    assert stamp == stamp_of("kinds", "rules/mx.toml")
    assert re.fullmatch(
        r"armstrace \S+; kinds \d{4}-\d\d-\d\d [0-9a-f]{12}; rules/mx\.toml \d{4}-\d\d-\d\d [0-9a-f]{12}", str(stamp)
    )


def test_the_edition_of_a_folder_is_its_latest():
    (table,) = stamp_of("kinds").tables
    assert table.edition == max(map(_tables.edition, _tables.files("kinds")))


def test_a_folder_may_state_no_edition():
    (table,) = stamp_of("samples").tables
    assert table.edition == ""
    assert str(table) == f"samples {table.digest}"


@pytest.mark.parametrize("name", ["knids", "rules/xx.toml"])
def test_an_unknown_table_is_refused(name):
    with pytest.raises(UnknownEntry):
        stamp_of("kinds", name)


def test_what_has_changed():
    stamp = stamp_of("kinds", "places")
    kinds, places = stamp.tables
    assert () == stamp.changed()
    assert ("places",) == evolve(stamp, tables=(kinds, evolve(places, digest="0"))).changed()
    assert ("kinds",) == evolve(stamp, tables=(evolve(kinds, edition="1999-01-01"), places)).changed()
    assert ("armstrace",) == evolve(stamp, version="0.0.1").changed()
    gone = TableEdition(name="no_longer_shipped", edition="", digest="0")
    assert ("armstrace", "no_longer_shipped") == Stamp(version="0", tables=(gone,)).changed()


@pytest.mark.usefixtures("uncached")
@pytest.mark.parametrize("changed", _tables.files("kinds"))
def test_any_change_of_any_file_changes_the_stamp(changed, monkeypatch):
    before, text = stamp_of("kinds"), _tables.reading.text
    stamp_of.cache_clear()
    stamps._edition.cache_clear()
    monkeypatch.setattr(_tables, "text", lambda name: text(name) + "x" * (name == changed))
    assert before != stamp_of("kinds")
    assert ("kinds",) == before.changed()
