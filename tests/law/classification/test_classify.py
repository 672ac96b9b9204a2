"""Classes, and honest reasons for having none."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json, to_json
from armstrace.law.classification.circumstances import Circumstances
from armstrace.law.classification.classify import classify
from armstrace.law.classification.contrast import contrast
from armstrace.law.classification.decision import LegalBasis
from armstrace.law.classification.schemes import Scheme
from armstrace.units import Length
from armstrace.weapons import calibers, models
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace.law.classification.classification import Classification
    from armstrace.weapons.calibers import cartridges

NEWS = datetime.date(2024, 1, 22)
REFORM = datetime.date(2025, 5, 30)
MILITARY, UNDETERMINED = "military_exclusive", "undetermined"


def weapon(kind: str, caliber: str = "", model: str = "", make: str = "") -> Weapon:
    cells = {"kind": kind, "caliber": caliber, "model": model, "make": make}
    return read_weapon({name: cell for name, cell in cells.items() if cell}, language="es").weapon


def ids(answer: Classification) -> set[str]:
    return {provision.id for provision in answer.provisions}


@pytest.mark.parametrize(
    ("kind", "caliber", "outcome", "provision"),
    [
        ("PISTOLA", "9x19", MILITARY, "mx-lfafe-11-b@1972"),
        ("PISTOLA", ".38 Super", MILITARY, "mx-lfafe-11-b@1972"),
        ("PISTOLA", ".45 ACP", MILITARY, "mx-lfafe-11-b@1972"),
        ("PISTOLA SEMIAUTOMATICA", ".380 ACP", "civilian_home", "mx-lfafe-9-I@1972"),
        ("PISTOLA SEMIAUTOMATICA", "22 LR", "civilian_home", "mx-lfafe-10-I"),
        ("REVOLVER", ".38 Special", "civilian_home", "mx-lfafe-9-II@1972"),
        ("REVOLVER", ".357 Magnum", MILITARY, "mx-lfafe-11-a"),
        ("FUSIL", "5.56x45", MILITARY, "mx-lfafe-11-c@1985"),
        ("CARABINA", ".223", MILITARY, "mx-lfafe-11-c@1985"),
        ("CUERNO DE CHIVO", "7.62x39", MILITARY, "mx-lfafe-11-c@1985"),
        ("FUSIL", "7.62", MILITARY, "mx-lfafe-11-c@1985"),
        ("AMETRALLADORA", "", MILITARY, "mx-lfafe-11-d@1972"),
        ("LANZAGRANADAS", "", MILITARY, "mx-lfafe-11-h@1972"),
        ("GRANADA DE FRAGMENTACIÓN", "", MILITARY, "mx-lfafe-11-h@1972"),
        ("LANZACOHETES", "", MILITARY, "mx-lfafe-11-h@1972"),
        ("RIFLE DE CERROJO", ".308", "civilian_sport_hunting", "mx-lfafe-10-V@1985"),
    ],
)
def test_plain_cases_of_mexico(kind: str, caliber: str, outcome: str, provision: str) -> None:
    answer = classify(weapon(kind, caliber), Scheme.MX, on=NEWS)
    assert outcome == answer.outcome
    assert answer.determined
    assert (outcome,) == answer.candidates
    assert () == answer.missing
    assert provision in ids(answer)


@pytest.mark.parametrize(
    ("kind", "caliber", "basis", "missing"),
    [
        ("PISTOLA SEMIAUTOMATICA", "9 mm", LegalBasis.AMBIGUOUS_CALIBER, {"caliber"}),
        ("REVOLVER", ".357", LegalBasis.EXPLICIT, None),
        ("FUSIL SEMIAUTOMATICO", ".50 BMG", LegalBasis.NOT_NAMED, set()),
        ("FUSIL", ".50 BMG", LegalBasis.MISSING_FACTS, {"fire_modes"}),
        ("PISTOLA SEMIAUTOMATICA", "5.7x28", LegalBasis.CONFLICT, set()),
        ("ESCOPETA", "12", LegalBasis.MISSING_FACTS, {"barrel_length"}),
        ("ARMA LARGA", ".223", LegalBasis.MISSING_FACTS, {"legal_word"}),
        ("", ".45 ACP", LegalBasis.MISSING_FACTS, {"kind"}),
        ("PISTOLA", "", LegalBasis.MISSING_FACTS, {"caliber"}),
        ("RIFLE", ".308", LegalBasis.MISSING_FACTS, {"fire_modes"}),
    ],
)
def test_undetermined_says_why(kind: str, caliber: str, basis: LegalBasis, missing: set[str] | None) -> None:
    answer = classify(weapon(kind, caliber), Scheme.MX, on=NEWS)
    assert basis is answer.basis
    if missing is None:
        assert answer.determined
    else:
        assert UNDETERMINED == answer.outcome
        assert missing <= set(answer.missing)


def test_a_bare_9_mm_pistol_has_both_candidates() -> None:
    answer = classify(weapon("PISTOLA SEMIAUTOMATICA", "9 mm"), Scheme.MX, on=NEWS)
    assert {"civilian_home", MILITARY} <= set(answer.candidates)


def test_a_machine_gun_of_unknown_caliber_is_settled() -> None:
    """Every possible value leads to one class, so the missing caliber does not matter."""
    assert MILITARY == classify(weapon("AMETRALLADORA", "7.62"), Scheme.MX, on=NEWS).outcome


@pytest.mark.parametrize(
    ("model", "make"), [("WASR-10", "ROMARM"), ("LE6920", "COLT"), ("M1A", "SPRINGFIELD ARMORY"), ("SKS", "NORINCO")]
)
def test_a_written_rifle_on_a_military_pattern_is_no_civilian_rifle(model: str, make: str) -> None:
    caliber = {"WASR-10": "7.62x39", "LE6920": "5.56", "M1A": ".308", "SKS": "7.62x39"}[model]
    answer = classify(weapon("RIFLE", caliber, model, make), Scheme.MX, on=NEWS)
    assert UNDETERMINED == answer.outcome
    assert {MILITARY, "civilian_sport_hunting"} == set(answer.candidates)
    assert "law.word_against_pattern" in {caveat.code for caveat in answer.caveats}


@given(
    st.sampled_from(["FUSIL", "RIFLE", "CARABINA", "ARMA LARGA", "R-15", "CUERNO DE CHIVO", "FUSIL DE ASALTO"]),
    st.sampled_from(["5.56", ".223", "7.62x39", "7.62", "7.62x51", "", "5.45x39"]),
    st.dates(datetime.date(2018, 12, 1), datetime.date(2026, 1, 1)),
)
def test_no_military_rifle_caliber_is_civilian_by_default(kind: str, caliber: str, day: datetime.date) -> None:
    answer = classify(weapon(kind, caliber), Scheme.MX, on=day)
    assert answer.outcome in (MILITARY, UNDETERMINED)


@pytest.mark.parametrize(
    ("kind", "caliber", "before", "after"),
    [
        ("FUSIL", ".50 BMG", UNDETERMINED, MILITARY),
        ("PISTOLA", "5.7x28", UNDETERMINED, MILITARY),
        ("SILENCIADOR", "", UNDETERMINED, MILITARY),
        ("FUSIL", "5.45x39", UNDETERMINED, MILITARY),
        ("FUSIL", ".223", MILITARY, MILITARY),
        ("RIFLE DE CERROJO", ".308", "civilian_sport_hunting", UNDETERMINED),
    ],
)
def test_both_sides_of_the_reform(kind: str, caliber: str, before: str, after: str) -> None:
    thing = weapon(kind, caliber)
    last_day = REFORM - datetime.timedelta(days=1)
    assert before == classify(thing, Scheme.MX, on=last_day).outcome
    assert after == classify(thing, Scheme.MX, on=REFORM).outcome
    spanning = classify(thing, Scheme.MX, on=UncertainDate.between(last_day, REFORM))
    if before == after:
        assert before == spanning.outcome
    else:
        assert (UNDETERMINED, LegalBasis.DATE_SPANS_CHANGE) == (spanning.outcome, spanning.basis)
        assert "date" in spanning.missing


def test_without_a_date_a_class_must_hold_under_all_rules() -> None:
    assert MILITARY == classify(weapon("FUSIL", ".223"), Scheme.MX, on=None).outcome
    answer = classify(weapon("FUSIL", ".50 BMG"), Scheme.MX, on=None)
    assert LegalBasis.DATE_SPANS_CHANGE is answer.basis
    assert "no date" in answer.explain()


def test_before_the_first_rules() -> None:
    answer = classify(weapon("FUSIL", ".223"), Scheme.MX, on=datetime.date(1985, 2, 7))
    assert (UNDETERMINED, LegalBasis.BEFORE_FIRST_RULE) == (answer.outcome, answer.basis)
    assert "1985-02-08" in answer.explain("es")
    on_first = classify(weapon("FUSIL", ".223"), Scheme.MX, on=datetime.date(1985, 2, 8))
    assert on_first.determined
    spanning = classify(weapon("FUSIL", ".223"), Scheme.MX, on=UncertainDate.of_year(1985))
    assert "law.starts_before" in {caveat.code for caveat in spanning.caveats}


def test_a_word_of_the_law_is_not_the_kind() -> None:
    """An English "rifle" carries no Spanish word; in Mexico it settles nothing."""
    english = read_weapon({"kind": "RIFLE", "caliber": ".223"}, language="en").weapon
    assert UNDETERMINED == classify(english, Scheme.MX, on=NEWS).outcome


@pytest.mark.parametrize(
    ("thing", "outcome"),
    [
        (weapon("AMETRALLADORA"), "nfa_machinegun"),
        (weapon("FUSIL AUTOMATICO", ".223"), "nfa_machinegun"),
        (weapon("FUSIL", "5.56", "M16A1", "COLT"), "nfa_machinegun"),
        (weapon("LANZAGRANADAS", "40 mm"), "nfa_destructive_device"),
        (weapon("GRANADA"), UNDETERMINED),
        (evolve(weapon("GRANADA"), explosive=True), "nfa_destructive_device"),
        (evolve(weapon("GRANADA"), explosive=False), UNDETERMINED),
        (weapon("PISTOLA SEMIAUTOMATICA", "9 mm"), "title1_handgun"),
        (weapon("PISTOLA", "9 mm", "17", "GLOCK"), "title1_handgun"),
        (weapon("REVOLVER", ".38"), "title1_handgun"),
        (weapon("PISTOLA SEMIAUTOMATICA", ".50 AE"), "title1_handgun"),
        (weapon("PISTOLA", "9 mm"), UNDETERMINED),
        (weapon("FUSIL", ".50 BMG", "M82A1", "BARRETT"), UNDETERMINED),
    ],
)
def test_plain_cases_of_the_us(thing: Weapon, outcome: str) -> None:
    answer = classify(thing, Scheme.US_NFA, on=NEWS)
    assert outcome == answer.outcome
    assert "law.no_state_law" in {caveat.code for caveat in answer.caveats}


@pytest.mark.parametrize(
    ("kind", "barrel", "outcome"),
    [
        ("RIFLE DE CERROJO", "15.99 in", "nfa_sbr"),
        ("RIFLE DE CERROJO", "16 in", "title1_rifle"),
        ("ESCOPETA DE BOMBA", "17.99 in", "nfa_sbs"),
        ("ESCOPETA DE BOMBA", "18 in", "title1_shotgun"),
        ("ESCOPETA DE BOMBA", "457.2 mm", "title1_shotgun"),
    ],
)
def test_barrels(kind: str, barrel: str, outcome: str) -> None:
    caliber = "12" if "ESCOPETA" in kind else ".308"
    thing = evolve(weapon(kind, caliber), barrel_length=Length.parse(barrel))
    found_sporting = Circumstances(sporting_finding=True)
    assert outcome == classify(thing, Scheme.US_NFA, on=NEWS, given=found_sporting).outcome
    if "ESCOPETA" in kind:  # a bore of .729 in is saved by that finding only
        unsettled = classify(thing, Scheme.US_NFA, on=NEWS)
        assert UNDETERMINED == unsettled.outcome
        assert ("sporting_finding",) == unsettled.settles_with()


@pytest.mark.parametrize(("barrel", "outcome"), [("634.9 mm", MILITARY), ("635 mm", "civilian_sport_hunting")])
def test_shotgun_barrels_in_mexico(barrel: str, outcome: str) -> None:
    thing = evolve(weapon("ESCOPETA DE BOMBA", "12"), barrel_length=Length.parse(barrel))
    assert outcome == classify(thing, Scheme.MX, on=NEWS).outcome


def test_a_barrett_is_a_rifle_there_and_reserved_here() -> None:
    thing = evolve(weapon("FUSIL", ".50 BMG", "M82A1", "BARRETT"), barrel_length=Length.parse("29 in"))
    assert "title1_rifle" == classify(thing, Scheme.US_NFA, on=REFORM).outcome
    assert MILITARY == classify(thing, Scheme.MX, on=REFORM).outcome


def test_modes_of_fire_from_the_model_are_marked() -> None:
    answer = classify(weapon("FUSIL", "5.56", "M16A1", "COLT"), Scheme.US_NFA, on=NEWS)
    assert "law.from_model" in {caveat.code for caveat in answer.caveats}
    said = evolve(weapon("FUSIL", "5.56", "M16A1", "COLT"), fire_modes=frozenset({FireMode.SEMI_AUTOMATIC}))
    answer = classify(said, Scheme.US_NFA, on=NEWS)
    assert "law.from_model" not in {caveat.code for caveat in answer.caveats}
    assert "nfa_machinegun" != answer.outcome


def listed(number: str, name: str = "", model: str = "") -> Weapon:
    cells = {"stock_number": number, "item_name": name, "model": model}
    return read_weapon({field: cell for field, cell in cells.items() if cell}, language="en").weapon


@pytest.mark.parametrize(
    ("number", "name", "outcome"),
    [
        ("1005-00-073-9421", "RIFLE,5.56 MILLIMETER", "nfa_machinegun"),
        ("1005-00-073-9421", "", "nfa_machinegun"),
        ("1005-00-073-9421", "RIFLE", "nfa_machinegun"),
        ("1005-00-726-5655", "PISTOL,CALIBER .45,AUTOMATIC", "title1_handgun"),
        ("1005-00-109-5682", "RIFLE,DUMMY", "not_a_firearm"),
        ("1005-01-042-9820", "RIFLE,5.56 MILLIMETER", UNDETERMINED),
        ("1005-00-999-9999", "RIFLE,5.56 MILLIMETER", UNDETERMINED),
    ],
)
def test_facts_from_a_stock_number(number: str, name: str, outcome: str) -> None:
    assert outcome == classify(listed(number, name), Scheme.US_NFA, on=NEWS).outcome


def test_facts_from_a_stock_number_are_marked_with_their_source() -> None:
    answer = classify(listed("1005-00-073-9421", "RIFLE,5.56 MILLIMETER"), Scheme.US_NFA, on=NEWS)
    marks = {caveat.code: dict(caveat.values) for caveat in answer.caveats}
    assert "action|fire_modes" == marks["law.from_stock_number"]["facts"]
    assert "source_leso" in marks["law.stock_number_unverified"]["source"]
    assert "conocimiento general" in answer.explain("es")
    answer = classify(listed("1005-00-073-9421", "", "M16A1"), Scheme.US_NFA, on=NEWS)
    assert not any("stock_number" in caveat.code for caveat in answer.caveats)


def test_a_stock_number_that_contradicts_the_record_is_left_aside() -> None:
    for thing in (listed("1005-00-073-9421", "SHOTGUN,12 GAGE"), listed("1005-00-073-9421", "RIFLE,BOLT ACTION")):
        answer = classify(thing, Scheme.US_NFA, on=NEWS)
        assert "nfa_machinegun" != answer.outcome
        assert "law.stock_number_differs" in {caveat.code for caveat in answer.caveats}


def test_a_machine_gun_stays_one_when_it_is_altered() -> None:
    known = listed("1005-00-073-9421", "RIFLE,5.56 MILLIMETER")
    altered = evolve(known, fire_modes=frozenset({FireMode.SEMI_AUTOMATIC}))
    answer = classify(altered, Scheme.US_NFA, on=NEWS)
    assert "nfa_machinegun" == answer.outcome
    codes = {caveat.code for caveat in answer.caveats}
    assert {"law.altered", "law.stock_number_unverified"} <= codes
    assert "law.altered" not in {caveat.code for caveat in classify(known, Scheme.US_NFA, on=NEWS).caveats}


def test_caliber_from_the_model_where_none_is_recorded() -> None:
    assert MILITARY == classify(weapon("FUSIL", "", "M16A1", "COLT"), Scheme.MX, on=NEWS).outcome


def test_a_machine_gun_and_destructive_device_leads_with_the_stricter() -> None:
    """A gun that fires 40 mm grenades automatically is both."""
    mk19 = Weapon(kinds=KindSet.of("grenade_launcher", "machine_gun"), fire_modes=frozenset({FireMode.AUTOMATIC}))
    assert "nfa_machinegun" == classify(mk19, Scheme.US_NFA, on=NEWS).outcome
    gun = evolve(weapon("AMETRALLADORA"), caliber=calibers.Caliber.parse("20x102"))
    assert "nfa_machinegun" == classify(gun, Scheme.US_NFA, on=NEWS).outcome


def test_bore_without_a_cartridge() -> None:
    rifle = evolve(weapon("FUSIL SEMIAUTOMATICO"), caliber=calibers.Caliber.parse("15.3 mm"))
    assert "nfa_destructive_device" == classify(rifle, Scheme.US_NFA, on=NEWS).outcome


def test_contradicting_facts_settle_nothing() -> None:
    """Bolt action and automatic fire: the modes of fire count, since the law asks for them."""
    odd = Weapon(
        kinds=KindSet.of("rifle"),
        legal_word="rifle",
        action=Action.BOLT,
        fire_modes=frozenset({FireMode.AUTOMATIC}),
        caliber=calibers.Caliber.parse(".308"),
    )
    assert "civilian_sport_hunting" != classify(odd, Scheme.MX, on=NEWS).outcome


@pytest.mark.parametrize("scheme", Scheme.all())
@pytest.mark.parametrize("kind", ["FUSIL", "ARMA LARGA", "PISTOLA", "GRANADA", "CHALECO", ""])
def test_explains_itself_and_survives_json(kind: str, scheme: Scheme) -> None:
    answer = classify(weapon(kind, "9 mm"), scheme, on=UncertainDate.of_month(2023, 6))
    for language in ("en", "es"):
        text = answer.explain(language)
        assert "{" not in text
        assert "2023-06" in text
    assert answer == from_json(to_json(answer))


@given(st.sampled_from(Cartridge.all()), st.sampled_from(["PISTOLA", "REVOLVER", "FUSIL", "RIFLE", "ESCOPETA"]))
def test_any_cartridge_gives_an_answer(cartridge: cartridges.Cartridge, kind: str) -> None:
    thing = evolve(weapon(kind), caliber=calibers.Caliber.parse(cartridge.name))
    for scheme in Scheme.all():
        answer = classify(thing, scheme, on=NEWS)
        assert answer.outcome in (*scheme.classes, UNDETERMINED)
        assert answer.determined == (answer.outcome in answer.candidates)


@pytest.mark.parametrize("entry", ModelEntry.all()[::7], ids=str)
def test_models_alone_never_make_a_civilian_weapon_of_a_military_one(entry: models.ModelEntry) -> None:
    thing = Weapon(model=entry.model(), kinds=KindSet.of(entry.kind))
    answer = classify(thing, Scheme.US_NFA, on=NEWS)
    if entry.fire_modes & {FireMode.AUTOMATIC, FireMode.BURST} and thing.kinds.could_be("long_gun"):
        assert answer.outcome not in ("title1_rifle", "title1_handgun", "title1_shotgun")


def test_what_is_presumed_is_said() -> None:
    """A settled class that would be open for an old or home-made gun says what it takes for not so."""
    on = datetime.date(2025, 7, 1)
    pistol = weapon("PISTOLA SEMIAUTOMATICA", "9x19")
    caveats = {caveat.code: dict(caveat.values) for caveat in classify(pistol, Scheme.MX, on=on).caveats}
    assert {"presumed_made", "presumed_made_by"} == set(caveats["law.presumed"]["facts"].split("|"))
    before = {caveat.code: dict(caveat.values) for caveat in classify(pistol, Scheme.MX, on=NEWS).caveats}
    assert "presumed_made" == before["law.presumed"]["facts"]
    dated = evolve(pistol, made=UncertainDate.of_year(1990))
    assert "law.presumed" not in {caveat.code for caveat in classify(dated, Scheme.MX, on=NEWS).caveats}
    open_answer = classify(weapon("PISTOLA"), Scheme.MX, on=NEWS)
    assert "law.presumed" not in {caveat.code for caveat in open_answer.caveats}


def test_each_presumption_has_words() -> None:
    from armstrace import explain
    from armstrace.law.classification.predicates import PREDICATES

    for asked in PREDICATES.values():
        for language in ("en", "es"):
            word = f"presumed_{asked.fact}"
            assert not asked.presumed or explain.term(word, language) != word


def test_a_stamp_names_what_an_answer_rests_on():
    """The rules of the scheme and of those on which it builds, and what tells of weapons."""
    gun = Weapon(kinds=KindSet.of("rifle"))
    known = classify(gun, Scheme.US_AVAILABILITY, on=NEWS)
    assert [
        "calibers",
        "kinds",
        "models",
        "practice.toml",
        "rules/us_availability.toml",
        "rules/us_nfa.toml",
    ] == [table.name for table in known.stamp.tables]
    assert () == known.stamp.changed()
    assert known.stamp == classify(gun, Scheme.US_AVAILABILITY, on=datetime.date(1800, 1, 1)).stamp
    assert known == evolve(known, stamp=None)
    compared = contrast(gun, on=NEWS)
    assert {table for answer in compared.classes for table in answer.stamp.tables} == set(compared.stamp.tables)


def test_a_stamp_is_stored_with_the_answer():
    answer = classify(Weapon(kinds=KindSet.of("rifle")), Scheme.MX, on=NEWS)
    assert answer.stamp == from_json(to_json(answer)).stamp
