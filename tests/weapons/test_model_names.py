"""The names of models by key."""

from __future__ import annotations

import pytest

from armstrace.weapons.model_names import is_designation, makes_of, name_key
from armstrace.weapons.models.registry import ModelEntry


@pytest.mark.parametrize("entry", ModelEntry.all()[::5], ids=str)
def test_every_name_leads_to_its_makes(entry: ModelEntry) -> None:
    for name in (entry.id, *entry.names):
        found = makes_of(name_key(name))
        assert found is not None
        assert set(entry.makes) <= set(found)
    assert all(is_designation(name_key(name)) for name in entry.names if len(name_key(name)) > 2)


@pytest.mark.parametrize(("key", "expected"), [("ak", False), ("ak47", True), ("zorglub", False), ("m9", False)])
def test_a_designation_is_longer_than_two_letters(key: str, expected: bool) -> None:
    assert is_designation(key) is expected
