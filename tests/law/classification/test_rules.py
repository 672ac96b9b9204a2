"""Rule files: sound, sourced, true to their own examples, and without collisions that nobody declared."""

from __future__ import annotations

import datetime
import itertools
import pickle
from decimal import Decimal

import pytest
from attrs import evolve

from armstrace import _tables
from armstrace.dates.value import UncertainDate
from armstrace.errors import RuleError
from armstrace.law.classification import rules as rule_module
from armstrace.law.classification.circumstances import Circumstances, Holder, Purpose
from armstrace.law.classification.conditions import Vocabulary, condition
from armstrace.law.classification.decision import decide
from armstrace.law.classification.facts import Facts, possible_things
from armstrace.law.classification.practice import practice_notes
from armstrace.law.classification.predicates import PREDICATES
from armstrace.law.classification.rules import Rule, in_force, regimes, rules_of
from armstrace.law.classification.schemes import UNDETERMINED, Scheme
from armstrace.units import Energy, Length
from armstrace.weapons import kinds
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.construction import Construction, Making, Payload, Projectile
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.models.registry import Model
from armstrace.weapons.weapon import Weapon

RULES = [(scheme, rule) for scheme in Scheme.all() for rule in rules_of(scheme)]
IDS = [rule.provision.id for _, rule in RULES]
Cells = tuple[tuple[str, str], ...]

# words that no record writes, for kinds that examples need
_KINDS = {
    "COMBINATION": "combination_gun",
    "CONVERSION": "conversion_device",
    "RECEIVER": "frame_or_receiver",
    "BLANK": "blank_gun",
    "MANPADS": "manpads",
    "PISTOLA DE AIRE": "airgun",
    "VEHICULO BLINDADO": "armored_vehicle",
    "DRON": "drone",
}
_YES = {"yes": True, "no": False}
_STATED = (
    "club_member",
    "authorized",
    "special_permit",
    "sporting_finding",
    "sporting_intent",
    "possessed_before_1986",
)


def weapon(cells: Cells) -> Weapon:
    """The weapon that an example of a rule file describes."""
    cell = dict(cells)
    read = kinds.read(cell["kind"], language="es")
    named = kinds.KindSet.of(_KINDS[cell["kind"]]) if cell["kind"] in _KINDS else read.kinds
    kind = named.single
    assert kind is not None, cells
    looks_like = cell.get("looks_like")
    return Weapon(
        kinds=named,
        legal_word=read.legal_word,
        pattern=read.pattern,
        action=read.action,
        fire_modes=frozenset({FireMode(cell["fire"])}) if "fire" in cell else read.fire_modes,
        caliber=Caliber.parse(cell["caliber"], kind) if "caliber" in cell else None,
        barrel_length=Length.parse(cell["barrel"]) if "barrel" in cell else None,
        explosive=_YES.get(cell.get("explosive", "")),
        rifled=_YES.get(cell.get("rifled", "")),
        muzzle_energy=Energy.parse(cell["energy"]) if "energy" in cell else None,
        made=UncertainDate.of_year(int(cell["made"])) if "made" in cell else None,
        model=Model(id=None, name=cell["model"]) if "model" in cell else None,
        receiver_of=WeaponKind.get(cell.get("receiver_of", "")),
        made_from=WeaponKind.get(cell.get("made_from", "")),
        construction=Construction(
            made_by=Making(cell["made_by"]) if "made_by" in cell else None,
            looks_like=None if looks_like == "no" else looks_like,
            projectile=Projectile(cell["projectile"]) if "projectile" in cell else None,
            pellet_diameter=Length.parse(cell["pellet"]) if "pellet" in cell else None,
            payload=Payload(cell["payload"]) if "payload" in cell else None,
            weapon_mount=_YES.get(cell.get("weapon_mount", "")),
            brace=_YES.get(cell.get("brace", "")),
            caseless=_YES.get(cell.get("caseless", "")),
            for_signals=_YES.get(cell.get("for_signals", "")),
            capacity=int(cell["capacity"]) if "capacity" in cell else None,
            barrels=int(cell["barrels"]) if "barrels" in cell else None,
        ),
    )


def given(cells: Cells) -> Circumstances:
    """The circumstances that an example states."""
    cell = dict(cells)
    return Circumstances(
        holder=Holder(cell["holder"]) if "holder" in cell else None,
        purpose=Purpose(cell["purpose"]) if "purpose" in cell else None,
        **{name: _YES[cell[name]] for name in _STATED if name in cell},
    )


def answers(scheme: Scheme, rule: Rule, cells: Cells) -> set[bool | None]:
    day = rule.provision.valid_from
    found = set()
    for facts in possible_things(weapon(cells), scheme.military_patterns, given(cells)):
        thing = facts
        if scheme.base is not None:
            base = decide(facts, scheme.base, day)
            thing = evolve(facts, base_classes=base.candidates or None)
        found.add(rule.when.holds(evolve(thing, only_stated=True), set()))
    return found


@pytest.mark.parametrize(("scheme", "rule"), RULES, ids=IDS)
def test_examples(scheme: Scheme, rule: Rule) -> None:
    assert rule.yes or rule.unsettled
    assert rule.no
    for cells in rule.yes:
        assert answers(scheme, rule, cells) == {True}, cells
    for cells in rule.no:
        assert answers(scheme, rule, cells) == {False}, cells
    for cells in rule.unsettled:
        assert None in answers(scheme, rule, cells), cells


@pytest.mark.parametrize(("scheme", "rule"), RULES, ids=IDS)
def test_rows_are_sound(scheme: Scheme, rule: Rule) -> None:
    provision = rule.provision
    assert provision.source
    assert rule.conflicts <= {other.provision.id for other in rules_of(scheme)}
    assert provision.valid_to is None or provision.valid_from <= provision.valid_to
    assert provision.in_force(provision.valid_from)
    assert not provision.in_force(provision.valid_from - datetime.timedelta(days=1))
    if provision.valid_to is not None:
        assert provision.in_force(provision.valid_to)
        assert not provision.in_force(provision.valid_to + datetime.timedelta(days=1))


def test_ids_are_unique_and_versions_do_not_overlap() -> None:
    assert len(set(IDS)) == len(IDS)
    by_article: dict[str, list[Rule]] = {}
    for _, rule in RULES:
        by_article.setdefault(rule.provision.id.partition("@")[0], []).append(rule)
    for rules in by_article.values():
        for one, next_one in itertools.pairwise(rules):
            assert one.provision.valid_to is not None
            assert one.provision.valid_to + datetime.timedelta(days=1) == next_one.provision.valid_from


@pytest.mark.parametrize("name", [*(scheme.file for scheme in Scheme.all()), "practice.toml"])
def test_names_of_rule_files_exist(name: str) -> None:
    """Cartridges, kinds and questions that a file names are there, and what it declares is used."""
    table = _tables.toml(name)
    for group, ids in table.get("calibers", {}).items():
        assert len(set(ids)) == len(ids), group
        for cartridge in ids:
            assert Cartridge.get(cartridge) is not None, cartridge
    used: dict[str, set[str]] = {"kind_in": set(), "caliber_in": set(), "is": set(), "open": set()}

    def walk(part: object) -> None:
        if isinstance(part, list):
            for each in part:
                walk(each)
        if isinstance(part, dict):
            for key, argument in part.items():
                if key in used:
                    used[key].update([argument] if isinstance(argument, str) else argument)
                walk(argument)

    walk(table.get("conditions", {}))
    for row in table.get("rule", table.get("statement")):
        walk(row["when"])
    assert all(WeaponKind.get(kind) for kind in used["kind_in"])
    assert used["caliber_in"] == set(table.get("calibers", {}))
    assert used["is"] == set(table.get("conditions", {}))


# Things on every side of what rules ask, for the proof that no two of them collide undeclared.
_GRID_KINDS = [kind for kind in WeaponKind.all() if not kind.group]
_GRID_FIRE = [
    (None, None),
    (Action.BOLT, frozenset({FireMode.MANUAL})),
    (Action.SELF_LOADING, frozenset({FireMode.SEMI_AUTOMATIC})),
    (Action.SELF_LOADING, frozenset({FireMode.AUTOMATIC})),
    (Action.SELF_LOADING, frozenset({FireMode.BURST})),
    (Action.SINGLE_SHOT, frozenset({FireMode.MANUAL})),
]
_GRID_GIVEN = [
    Circumstances(),
    Circumstances(
        holder=Holder.CHARRO,
        club_member=True,
        authorized=True,
        special_permit=True,
        purpose=Purpose.COMPETITION,
        sporting_finding=True,
        sporting_intent=True,
        possessed_before_1986=True,
    ),
    Circumstances(holder=Holder.RURAL_WORKER, sporting_finding=False, possessed_before_1986=False),
]
_GRID_CALIBERS = [None, *(row for row in Cartridge.all() if row.bullet_mm is not None)]


def _things(kind: kinds.WeaponKind) -> list[Facts]:
    long_gun = kind.is_a("long_gun")
    words = ("rifle", "fusil", "carabina", None) if long_gun else (None,)
    fed = kind.is_a("firearm") or kind.id in ("ammunition", "magazine", "mortar", "grenade_launcher", "rocket_launcher")
    found = []
    for caliber, word, (action, modes), stated in itertools.product(
        _GRID_CALIBERS if fed else (None,), words, _GRID_FIRE if kind.is_a("firearm") else _GRID_FIRE[:1], _GRID_GIVEN
    ):
        long_barrel = caliber is not None and len(caliber.id) % 2 == 0
        thing = Weapon(
            kinds=kinds.KindSet.of(kind),
            legal_word=word,
            action=action,
            fire_modes=modes,
            barrel_length=Length(value=Decimal(700 if long_barrel else 300), unit="mm"),
            explosive=True,
            guided=True,
            receiver_of=WeaponKind.get("machine_gun" if long_barrel else "rifle"),
            muzzle_energy=Energy(value=Decimal(200)),
            construction=Construction(capacity=30, payload=Payload.EXPLOSIVE, weapon_mount=True, barrels=3),
        )
        base = next(possible_things(thing, (), stated))
        found.append(
            evolve(
                base,
                cartridge=caliber,
                bore_mm=caliber.bullet_mm if caliber else None,
                only_stated=True,
            )
        )
    return found


@pytest.mark.parametrize("kind", _GRID_KINDS, ids=str)
def test_no_two_rules_of_one_rank_collide_undeclared(kind: kinds.WeaponKind) -> None:
    things = _things(kind)
    for scheme in Scheme.all():
        for day in regimes(scheme, scheme.first_day, datetime.date.max):
            for facts in things[:: max(1, len(things) // 400)]:
                thing = facts
                if scheme.base is not None:
                    base = decide(facts, scheme.base, day)
                    thing = evolve(facts, base_classes=base.candidates or None)
                met = [rule for rule in in_force(scheme, day) if rule.when.holds(thing, set()) is not False]
                assert set(met) <= set(in_force(scheme, day, thing.kind_ids))
                sure = [rule for rule in in_force(scheme, day) if rule.outcome and rule.when.holds(thing, set())]
                for one, other in itertools.combinations(sure, 2):
                    declared = (
                        one.outcome == other.outcome
                        or one.rank != other.rank
                        or {one.outcome, other.outcome} <= set(scheme.leads)
                        or other.provision.id in one.conflicts
                        or one.provision.id in other.conflicts
                    )
                    assert declared, (scheme, day, one.provision.id, other.provision.id, facts)


_WORDS = Vocabulary(groups={}, named={}, questions={})


@pytest.mark.parametrize(
    ("table", "cause"),
    [
        ({"shiny": True}, "no predicate 'shiny'"),
        ({"any": [{"shiny": True}]}, "no predicate 'shiny'"),
        ({"not": {"shiny": True}}, "no predicate 'shiny'"),
        ({"caliber_in": ["no_such_group"]}, "nothing is declared as 'no_such_group'"),
        ({"is": ["no_such_condition"]}, "nothing is declared as 'no_such_condition'"),
        ({"open": "no_such_question"}, "nothing is declared as 'no_such_question'"),
        ({"kind_in": "rifle"}, "takes"),
        ({"kind_in": [1]}, "takes a list of words"),
        ({"manual": "yes"}, "takes true or false"),
        ({"bore_over_mm": True}, "takes a number"),
        ({"action_in": ["botl"]}, "takes words of .*bolt"),
        ({"club_member": False}, "never known to be false"),
        ({"convertible": False}, "never known to be false"),
    ],
)
def test_what_no_rule_can_say(table: dict[str, object], cause: str) -> None:
    with pytest.raises(RuleError, match=cause) as error:
        condition(table, _WORDS, rule="r-1")
    again = pickle.loads(pickle.dumps(error.value))
    assert ("r-1", error.value.cause) == (again.rule, again.cause)


def test_a_class_that_the_scheme_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    table = _tables.toml("rules/mx.toml")
    table["rule"][0]["class"] = "forbidden_fruit"
    monkeypatch.setattr(rule_module, "rule_file", lambda _: table)
    with pytest.raises(RuleError, match="no class 'forbidden_fruit' in mx"):
        rules_of.__wrapped__(Scheme.MX)


def test_predicates_name_the_fact_they_need() -> None:
    assert all(predicate.fact and callable(predicate.read) for predicate in PREDICATES.values())


def test_regimes_split_where_a_rule_changes() -> None:
    day = datetime.date
    assert (day(2024, 1, 1),) == regimes(Scheme.MX, day(2024, 1, 1), day(2024, 6, 7))
    assert (day(2024, 6, 7), day(2024, 6, 8)) == regimes(Scheme.MX, day(2024, 6, 7), day(2024, 6, 8))
    assert (day(2025, 5, 29),) == regimes(Scheme.MX, day(2025, 5, 29), day(2025, 5, 29))
    assert (day(2025, 5, 29), day(2025, 5, 30)) == regimes(Scheme.MX, day(2025, 5, 29), day(2025, 5, 30))
    assert (day(2025, 5, 30),) == regimes(Scheme.MX, day(2025, 5, 30), day.max)
    # the classes that the availability builds on changed when two shotguns were found not sporting
    assert day(1994, 3, 1) in regimes(Scheme.US_AVAILABILITY, day(1994, 2, 28), day(1994, 3, 1))


def test_every_handgun_cartridge_is_placed_in_mexico() -> None:
    """A pistol of any handgun cartridge meets at least one rule, in both texts."""
    for row in Cartridge.all():
        if "handgun" not in row.platforms or row.ignition == "air" or row.id in _NO_PISTOL:
            continue
        facts = Facts(
            weapon=Weapon(),
            kind_ids=frozenset({"pistol", "handgun", "firearm"}),
            cartridge=row,
            bore_mm=row.bullet_mm,
            action=Action.SELF_LOADING,
            fire_modes=frozenset({FireMode.SEMI_AUTOMATIC}),
        )
        for day in (datetime.date(2024, 1, 22), datetime.date(2025, 7, 1)):
            assert decide(facts, Scheme.MX, day).candidates, (row.id, day)


# blanks, revolver cartridges that no pistol fires, and shot
_NO_PISTOL = {
    "9mm-pak", "9mm-rk", "8mm-pak", "410-bore", "7.62x38mmR", "320-revolver", "7.5mm-1882", "8mm-lebel-revolver",
    "8mm-gasser",
}  # fmt: skip


def test_the_harmonized_system_says_what_the_crosswalk_of_kinds_says() -> None:
    for kind in _GRID_KINDS:
        facts = next(possible_things(Weapon(kinds=kinds.KindSet.of(kind))))
        verdict = decide(facts, Scheme.HS, datetime.date(2025, 1, 1))
        codes = set(kind.codes_in("hs"))
        for above in kind.ancestors:
            codes = codes or set(above.codes_in("hs"))
        assert set(verdict.candidates) == codes, kind.id


def test_statements_are_shown_from_their_day() -> None:
    magnum = next(possible_things(weapon((("kind", "RIFLE DE CERROJO"), ("caliber", ".22 WMR")))))
    day = UncertainDate.exact
    assert () == practice_notes(Scheme.MX, [magnum], day(datetime.date(2025, 7, 1)))
    shown = practice_notes(Scheme.MX, [magnum], day(datetime.date(2026, 2, 16)))
    assert ["mx-admin-2026-02-16"] == [statement.id for statement in shown]
    assert "32a Zona Militar" in shown[0].explain("es")
    assert () == practice_notes(Scheme.MX, [magnum], None)
    assert () == practice_notes(Scheme.ITI, [magnum], day(datetime.date(2026, 2, 16)))


def test_classes_are_all_named_by_some_rule() -> None:
    for scheme in Scheme.all():
        named = {rule.outcome for rule in rules_of(scheme)} - {"", UNDETERMINED}
        assert named == set(scheme.classes), scheme
