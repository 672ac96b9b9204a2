"""Schemes are rows: what a rule file states of itself, and what is added by a file alone."""

from __future__ import annotations

import datetime
import pickle
from typing import TYPE_CHECKING, Any

import pytest

from armstrace import _tables
from armstrace.errors import ParseError, UnknownEntry
from armstrace.formats.json import from_json, to_json
from armstrace.law.classification import schemes
from armstrace.law.classification.classify import classify
from armstrace.law.classification.contrast import contrast
from armstrace.law.classification.schemes import Scheme
from armstrace.law.classification.weapon_class import WeaponClass, weapon_class
from armstrace.places import Jurisdiction
from armstrace.weapons.kinds import KindSet
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


DAY = datetime.date(2024, 1, 22)
PISTOL = Weapon(kinds=KindSet.of("pistol"))
# of a country whose law is held already: its scheme of classes stays that of the shipped file
ADDED = """
# edition: 2026-11-24
position = 99
aliases = ["Ley local"]
jurisdiction = "mx"
caveats = ["no_state_law"]
classes = ["licensed", "free"]
base = "mx"
first_day = 2000-01-01

[[rule]]
id = "local-1"
cite = "Ley local, art. 1"
from = 2000-01-01
class = "licensed"
when = { kind_in = ["pistol"] }
verified = true
source = "test"
"""


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch, read_anew: Callable[[Any], None]) -> None:
    """One more rule file among the shipped tables."""
    text, files = _tables.text, _tables.files
    found = {"rules": (*files("rules"), "rules/local.toml"), "rules/local.toml": ("rules/local.toml",)}
    for module in (_tables, _tables.reading):
        monkeypatch.setattr(module, "text", lambda name: ADDED if name == "rules/local.toml" else text(name))
    monkeypatch.setattr(_tables, "files", lambda name: found.get(name) or files(name))
    read_anew(Scheme)


@pytest.mark.usefixtures("added")
def test_a_scheme_is_added_by_a_file_alone() -> None:
    local = Scheme.lookup("Ley local")
    assert local == Scheme.get("local") == Scheme.all()[-1]
    answer = classify(PISTOL, "local", on=DAY)
    assert ("licensed", local) == (answer.outcome, answer.scheme)
    assert "law.no_state_law" in [caveat.code for caveat in answer.caveats]
    assert {"rules/local.toml", "rules/mx.toml"} < {table.name for table in answer.stamp.tables}
    assert answer == from_json(to_json(answer))
    assert answer == contrast(PISTOL, on=DAY)["local"]
    assert WeaponClass.UNDETERMINED is weapon_class(PISTOL, Jurisdiction.MX, on=DAY)


def test_what_was_added_is_gone() -> None:
    assert Scheme.get("local") is None


@pytest.mark.parametrize("scheme", Scheme.all(), ids=str)
def test_a_scheme_is_one_value_however_it_is_reached(scheme: Scheme) -> None:
    assert getattr(Scheme, scheme.id.upper()) is scheme is Scheme.get(scheme.id)
    assert scheme == pickle.loads(pickle.dumps(scheme))
    for name in scheme.names:
        assert scheme is Scheme.lookup(name)
    assert f"Scheme(id='{scheme.id}')" == repr(scheme)
    assert scheme.id == f"{scheme}"


def test_positions_are_distinct() -> None:
    positions = [scheme.position for scheme in Scheme.all()]
    assert sorted(set(positions)) == positions


def test_one_scheme_speaks_for_a_jurisdiction_and_has_a_word_for_each_class() -> None:
    speaking = [scheme for scheme in Scheme.all() if scheme.weapon_classes]
    assert sorted(Jurisdiction) == sorted(scheme.jurisdiction for scheme in speaking if scheme.jurisdiction)
    for scheme in speaking:
        assert scheme.classes == tuple(name for name, _ in scheme.weapon_classes)
        assert {word for _, word in scheme.weapon_classes} <= set(WeaponClass)
        assert all(row["source"] for row in schemes.rule_file(scheme.id)["weapon_class"])


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(UnknownEntry, match="schemes"):
        classify(PISTOL, "mars", on=DAY)
    with pytest.raises(ParseError):
        from_json(to_json(classify(PISTOL, "mx", on=DAY)).replace('"scheme": "mx"', '"scheme": "mars"'))
