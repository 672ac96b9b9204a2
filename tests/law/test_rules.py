"""Rule files: sound, sourced, and true to their own examples."""

from __future__ import annotations

import datetime
import itertools
import pickle

import pytest

from armstrace import _tables
from armstrace.errors import RuleError, UnknownEntry
from armstrace.law.facts import PREDICATES, worlds
from armstrace.law.rules import Rule, condition, rule_set
from armstrace.law.schemes import Scheme
from armstrace.units import Length
from armstrace.weapons import cartridges, kinds
from armstrace.weapons.calibers import Caliber
from armstrace.weapons.features import FireMode
from armstrace.weapons.weapon import Weapon

RULES = [rule for scheme in Scheme for rule in rule_set(scheme).rules]
IDS = [rule.provision.id for rule in RULES]


def weapon(cells: tuple[tuple[str, str], ...]) -> Weapon:
    """The weapon that an example of a rule file describes."""
    cell = dict(cells)
    read = kinds.read(cell["kind"], language="es")
    modes = read.fire_modes
    if "fire" in cell:
        modes = frozenset({FireMode(cell["fire"])})
    kind = read.kinds.single
    assert kind is not None, cells
    return Weapon(
        kinds=read.kinds,
        legal_word=read.legal_word,
        pattern=read.pattern,
        action=read.action,
        fire_modes=modes,
        caliber=Caliber.parse(cell["caliber"], kind) if "caliber" in cell else None,
        barrel_length=Length.parse(cell["barrel"]) if "barrel" in cell else None,
        explosive={"yes": True, "no": False}.get(cell.get("explosive", "")),
    )


def answers(rule: Rule, cells: tuple[tuple[str, str], ...]) -> set[bool | None]:
    patterns = next(rule_set(s).military_patterns for s in Scheme if rule in rule_set(s).rules)
    return {rule.when.holds(facts, set()) for facts in worlds(weapon(cells), patterns)}


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_examples(rule: Rule) -> None:
    assert rule.yes
    assert rule.no
    for cells in rule.yes:
        assert answers(rule, cells) == {True}, cells
    for cells in rule.no:
        assert answers(rule, cells) == {False}, cells


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_rows_are_sound(rule: Rule) -> None:
    provision = rule.provision
    assert provision.source
    assert provision.valid_to is None or provision.valid_from <= provision.valid_to
    assert provision.in_force(provision.valid_from)
    assert not provision.in_force(provision.valid_from - datetime.timedelta(days=1))
    if provision.valid_to is not None:
        assert provision.in_force(provision.valid_to)
        assert not provision.in_force(provision.valid_to + datetime.timedelta(days=1))


def test_ids_are_unique_and_versions_do_not_overlap() -> None:
    assert len(set(IDS)) == len(IDS)
    by_article: dict[str, list[Rule]] = {}
    for rule in RULES:
        by_article.setdefault(rule.provision.id.partition("@")[0], []).append(rule)
    for rules in by_article.values():
        for one, next_one in itertools.pairwise(rules):
            assert one.provision.valid_to is not None
            assert one.provision.valid_to + datetime.timedelta(days=1) == next_one.provision.valid_from


@pytest.mark.parametrize("scheme", list(Scheme))
def test_caliber_groups_name_cartridges(scheme: Scheme) -> None:
    groups = _tables.toml(f"rules/{scheme.value}.toml")["calibers"]
    for name, ids in groups.items():
        assert len(set(ids)) == len(ids), name
        for cartridge in ids:
            assert cartridges.get(cartridge) is not None, cartridge


@pytest.mark.parametrize("scheme", list(Scheme))
def test_kinds_of_rules_exist(scheme: Scheme) -> None:
    def named(table: object) -> list[str]:
        if isinstance(table, list):
            return [name for part in table for name in named(part)]
        if not isinstance(table, dict):
            return []
        return [*table.get("kind_in", []), *(name for part in table.values() for name in named(part))]

    for row in _tables.toml(f"rules/{scheme.value}.toml")["rule"]:
        assert all(kinds.get(name) for name in named(row["when"])), row["id"]


@pytest.mark.parametrize(
    ("table", "cause"),
    [
        ({"shiny": True}, "no predicate 'shiny'"),
        ({"any": [{"shiny": True}]}, "no predicate 'shiny'"),
        ({"not": {"shiny": True}}, "no predicate 'shiny'"),
        ({"caliber_in": ["no_such_group"]}, "no caliber group 'no_such_group'"),
        ({"kind_in": "rifle"}, "takes"),
        ({"kind_in": [1]}, "takes"),
    ],
)
def test_what_no_rule_can_say(table: dict[str, object], cause: str) -> None:
    with pytest.raises(RuleError, match=cause) as error:
        condition(table, {}, rule="r-1")
    again = pickle.loads(pickle.dumps(error.value))
    assert ("r-1", error.value.cause) == (again.rule, again.cause)


def test_a_class_that_the_scheme_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    table = _tables.toml("rules/mx.toml")
    table["rule"][0]["class"] = "forbidden_fruit"
    monkeypatch.setattr(_tables, "toml", lambda _: table)
    with pytest.raises(RuleError, match="no class 'forbidden_fruit' in mx"):
        rule_set.__wrapped__(Scheme.MX)


def test_predicates_name_the_fact_they_need() -> None:
    assert all(fact and callable(read) for fact, read in PREDICATES.values())


def test_regimes_split_where_a_rule_changes() -> None:
    rules = rule_set(Scheme.MX)
    day = datetime.date
    assert (day(2024, 1, 1),) == rules.regimes(day(2024, 1, 1), day(2024, 12, 31))
    assert (day(2025, 5, 29),) == rules.regimes(day(2025, 5, 29), day(2025, 5, 29))
    assert (day(2025, 5, 29), day(2025, 5, 30)) == rules.regimes(day(2025, 5, 29), day(2025, 5, 30))
    assert (day(2025, 5, 30),) == rules.regimes(day(2025, 5, 30), day.max)


def test_unknown_scheme() -> None:
    with pytest.raises((ValueError, UnknownEntry)):
        Scheme("mars")
