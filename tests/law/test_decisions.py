"""What decides: circumstances, open questions, contradictions, the facts that settle, the fold and the contrast."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve
from hypothesis import given as over
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json, to_json
from armstrace.law.classification.channels import Channel, us_channel
from armstrace.law.classification.circumstances import Circumstances, Holder, Purpose
from armstrace.law.classification.classify import classify, classify_many
from armstrace.law.classification.contrast import Contrast, contrast
from armstrace.law.classification.decision import LegalBasis
from armstrace.law.classification.facts import possible_things
from armstrace.law.classification.predicates import PREDICATES
from armstrace.law.classification.schemes import Scheme
from armstrace.law.classification.weapon_class import WeaponClass, weapon_class
from armstrace.places import Jurisdiction
from armstrace.units import Length
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.construction import Construction, Making
from armstrace.weapons.features import Action, FireMode
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.models.registry import Model
from armstrace.weapons.reader import read_weapon
from armstrace.weapons.weapon import Weapon

NEWS, NOW = datetime.date(2024, 1, 22), datetime.date(2025, 7, 1)
MILITARY, SPORT, HOME, UNDETERMINED = "military_exclusive", "civilian_sport_hunting", "civilian_home", "undetermined"
AUTHORIZED = Circumstances(club_member=True, authorized=True)


def weapon(kind: str, caliber: str = "") -> Weapon:
    cells = {"kind": kind, "caliber": caliber} if caliber else {"kind": kind}
    return read_weapon(cells, language="es").weapon


@pytest.mark.parametrize(
    ("kind", "caliber", "stated", "on", "outcome"),
    [
        ("RIFLE DE CERROJO", ".308", AUTHORIZED, NOW, SPORT),
        ("RIFLE DE CERROJO", ".308", Circumstances(club_member=True), NOW, UNDETERMINED),
        ("RIFLE DE CERROJO", ".308", Circumstances(), NOW, UNDETERMINED),
        ("RIFLE DE CERROJO", ".50 BMG", AUTHORIZED, NOW, MILITARY),
        ("FUSIL", ".308", AUTHORIZED, NOW, MILITARY),
        ("RIFLE DE CERROJO", "22 LR", Circumstances(holder=Holder.RURAL_WORKER), NEWS, HOME),
        ("RIFLE DE CERROJO", "22 LR", Circumstances(holder=Holder.PRIVATE), NEWS, SPORT),
        ("REVOLVER", ".45 Colt", Circumstances(holder=Holder.CHARRO, authorized=True), NEWS, SPORT),
        ("REVOLVER", ".45 Colt", Circumstances(holder=Holder.CHARRO), NEWS, MILITARY),
        ("REVOLVER", ".45 Colt", Circumstances(), NEWS, MILITARY),
        ("PISTOLA", ".38 Super", Circumstances(), NEWS, MILITARY),
        ("PISTOLA SEMIAUTOMATICA", ".38 Super", Circumstances(purpose=Purpose.COMPETITION), NEWS, UNDETERMINED),
        ("PISTOLA", "9x19", Circumstances(holder=Holder.PUBLIC_BODY), NEWS, MILITARY),
        ("LANZAGASES", "", Circumstances(), NOW, MILITARY),
        ("LANZAGASES", "", Circumstances(purpose=Purpose.INDUSTRY), NOW, UNDETERMINED),
    ],
)
def test_circumstances_of_mexico(
    kind: str, caliber: str, stated: Circumstances, on: datetime.date, outcome: str
) -> None:
    assert outcome == classify(weapon(kind, caliber), Scheme.MX, on=on, given=stated).outcome


def test_the_answer_says_when_circumstances_mattered() -> None:
    codes = {
        caveat.code
        for caveat in classify(weapon("RIFLE DE CERROJO", ".308"), Scheme.MX, on=NOW, given=AUTHORIZED).caveats
    }
    assert "law.rests_on" in codes
    revolver = classify(weapon("REVOLVER", ".45 Colt"), Scheme.MX, on=NEWS)
    assert "law.would_change" in {caveat.code for caveat in revolver.caveats}
    assert "who holds it" in revolver.explain()
    plain = classify(weapon("PISTOLA", "9x19"), Scheme.MX, on=NEWS)
    assert {"law.rests_on", "law.would_change"}.isdisjoint(caveat.code for caveat in plain.caveats)


def test_a_provision_that_needs_a_circumstance_is_shown_while_it_is_open() -> None:
    answer = classify(weapon("RIFLE DE CERROJO", ".270"), Scheme.MX, on=NOW)
    assert LegalBasis.CONFLICT is answer.basis
    assert "mx-lfafe-19-2@2025" in {provision.id for provision in answer.provisions}
    assert {SPORT, MILITARY} == set(answer.candidates)
    assert "law.would_name" in {reason.code for reason in answer.reasons}


@pytest.mark.parametrize(
    ("caliber", "on", "outcome", "basis"),
    [
        ("7.62x25", NEWS, UNDETERMINED, LegalBasis.NOT_NAMED),
        ("7.62x25", NOW, UNDETERMINED, LegalBasis.NOT_NAMED),
        ("9x18", NEWS, UNDETERMINED, LegalBasis.CONFLICT),
        (".38 Comando", NEWS, MILITARY, LegalBasis.EXPLICIT),
        (".38 Comando", NOW, UNDETERMINED, LegalBasis.NOT_NAMED),
        (".22 TCM", NEWS, HOME, LegalBasis.EXPLICIT),
        (".22 TCM", NOW, UNDETERMINED, LegalBasis.NOT_NAMED),
        ("5.56x45", NEWS, UNDETERMINED, LegalBasis.NOT_NAMED),
        (".38", NEWS, UNDETERMINED, LegalBasis.AMBIGUOUS_CALIBER),
    ],
)
def test_pistols_at_the_edges(caliber: str, on: datetime.date, outcome: str, basis: LegalBasis) -> None:
    answer = classify(weapon("PISTOLA SEMIAUTOMATICA", caliber), Scheme.MX, on=on)
    assert (outcome, basis) == (answer.outcome, answer.basis)


def test_a_bare_38_is_undetermined_in_a_revolver_too() -> None:
    """It may be a .357 that holds .38 Special."""
    answer = classify(weapon("REVOLVER", ".38"), Scheme.MX, on=NEWS)
    assert {HOME, MILITARY} == set(answer.candidates)
    assert ("caliber",) == answer.settles_with()


def test_a_machine_gun_of_unknown_caliber_is_determined() -> None:
    answer = classify(weapon("AMETRALLADORA"), Scheme.MX, on=NEWS)
    assert (MILITARY, LegalBasis.EXPLICIT, ()) == (answer.outcome, answer.basis, answer.settles_with())


def test_a_record_that_contradicts_itself() -> None:
    odd = Weapon(
        kinds=KindSet.of("rifle"),
        legal_word="rifle",
        action=Action.BOLT,
        fire_modes=frozenset({FireMode.AUTOMATIC}),
        caliber=Caliber.parse(".308"),
    )
    for scheme in (Scheme.MX, Scheme.US_NFA, Scheme.US_EXPORT):
        answer = classify(odd, scheme, on=NEWS)
        assert (UNDETERMINED, LegalBasis.CONFLICT) == (answer.outcome, answer.basis)
        assert "law.contradicts" in {caveat.code for caveat in answer.caveats}
    mexican = classify(odd, Scheme.MX, on=NEWS)
    assert {SPORT, MILITARY} <= set(mexican.candidates)
    # turning barrels driven by a motor are no contradiction
    minigun = evolve(odd, kinds=KindSet.of("machine_gun"), action=Action.REVOLVING)
    assert MILITARY == classify(minigun, Scheme.MX, on=NEWS).outcome


def test_printed_arms_are_prohibited_since_2025() -> None:
    printed = evolve(weapon("PISTOLA SEMIAUTOMATICA", "9x19"), construction=Construction(made_by=Making.PRINTED))
    assert MILITARY == classify(printed, Scheme.MX, on=NEWS).outcome
    answer = classify(printed, Scheme.MX, on=NOW)
    assert "prohibited" == answer.outcome
    assert {"mx-lfafe-8@2025", "mx-lfafe-11-b@2025"} <= {provision.id for provision in answer.provisions}


def test_a_blank_gun_is_no_pistol() -> None:
    blank = evolve(weapon("PISTOLA SEMIAUTOMATICA", "9x19"), construction=Construction(fires_projectile=False))
    assert UNDETERMINED == classify(blank, Scheme.MX, on=NEWS).outcome
    assert UNDETERMINED == classify(blank, Scheme.PROTOCOL, on=NEWS).outcome


def test_old_revolvers_are_left_open() -> None:
    old = evolve(weapon("REVOLVER", ".45 Colt"), made=UncertainDate.of_year(1862))
    mexican = classify(old, Scheme.MX, on=NEWS)
    assert (UNDETERMINED, (MILITARY,)) == (mexican.outcome, mexican.candidates[:1])
    assert "law.bears_on" in {reason.code for reason in mexican.reasons}
    assert "antique_exempt" == classify(old, Scheme.US_NFA, on=NEWS).outcome
    spanning = evolve(old, made=UncertainDate.between(datetime.date(1890, 1, 1), datetime.date(1905, 1, 1)))
    assert "antique_exempt" != classify(spanning, Scheme.US_NFA, on=NEWS).outcome


@pytest.mark.parametrize(
    ("thing", "scheme", "settles"),
    [
        (weapon("PISTOLA SEMIAUTOMATICA", "9 mm"), Scheme.MX, ()),
        (weapon("ESCOPETA DE BOMBA", "12"), Scheme.MX, ("barrel_length",)),
        (weapon("FUSIL SEMIAUTOMATICO", ".223"), Scheme.US_NFA, ("barrel_length",)),
        (weapon("GRANADA"), Scheme.US_NFA, ()),
        (weapon("AMETRALLADORA"), Scheme.US_AVAILABILITY, ("possessed_before_1986",)),
        (Weapon(kinds=KindSet.of("frame_or_receiver")), Scheme.US_NFA, ("receiver_of",)),
        (Weapon(kinds=KindSet.of("airgun")), Scheme.MX, ("muzzle_energy",)),
        (Weapon(kinds=KindSet.of("pistol", "submachine_gun")), Scheme.US_NFA, ()),
        (Weapon(kinds=KindSet.of("revolver", "machine_gun")), Scheme.SDG, ("kind",)),
        (Weapon(kinds=KindSet.of("mortar")), Scheme.ITI, ()),
        (Weapon(kinds=KindSet.of("armored_vehicle")), Scheme.UNROCA, ()),
        (Weapon(kinds=KindSet.of("magazine")), Scheme.US_EXPORT, ()),
    ],
    ids=str,
)
def test_what_would_settle_it(thing: Weapon, scheme: Scheme, settles: tuple[str, ...]) -> None:
    answer = classify(thing, scheme, on=NOW)
    assert not answer.determined
    assert settles == answer.settles_with()
    assert set(settles) <= set(answer.missing)


def test_the_date_may_be_what_settles() -> None:
    spanning = UncertainDate.between(datetime.date(2025, 5, 29), datetime.date(2025, 5, 30))
    carried = evolve(weapon("RIFLE DE CERROJO", ".50 BMG"), caliber=Caliber.parse(".45-70"))
    assert () == classify(carried, Scheme.MX, on=spanning).settles_with()
    thing = evolve(weapon("PISTOLA SEMIAUTOMATICA", "9x19"), construction=Construction(made_by=Making.ARTISANAL))
    answer = classify(thing, Scheme.MX, on=spanning)
    assert (LegalBasis.DATE_SPANS_CHANGE, ("date",)) == (answer.basis, answer.settles_with())
    assert "alone would settle it: date" in answer.explain()


@pytest.mark.parametrize(
    ("kind", "caliber", "mexican", "american"),
    [
        ("LANZAGRANADAS", "", WeaponClass.MILITARY_EXCLUSIVE, WeaponClass.RESTRICTED),
        ("AMETRALLADORA", "7.62x51", WeaponClass.MILITARY_EXCLUSIVE, WeaponClass.UNDETERMINED),
        ("PISTOLA SEMIAUTOMATICA", "9x19", WeaponClass.MILITARY_EXCLUSIVE, WeaponClass.CIVILIAN),
        ("REVOLVER", ".38 Special", WeaponClass.CIVILIAN, WeaponClass.CIVILIAN),
        ("REVOLVER", ".38", WeaponClass.UNDETERMINED, WeaponClass.CIVILIAN),
        ("FUSIL SEMIAUTOMATICO", ".50 BMG", WeaponClass.UNDETERMINED, WeaponClass.UNDETERMINED),
    ],
)
def test_one_word_for_each_country(kind: str, caliber: str, mexican: WeaponClass, american: WeaponClass) -> None:
    thing = weapon(kind, caliber)
    assert mexican is weapon_class(thing, Jurisdiction.MX, on=NEWS)
    assert american is weapon_class(thing, Jurisdiction.US, on=NEWS)


def test_a_class_left_open_folds_where_all_candidates_do() -> None:
    pistol = Weapon(kinds=KindSet.of("pistol"), caliber=Caliber.parse("22 LR"), fire_modes=frozenset({FireMode.MANUAL}))
    unknown = evolve(pistol, kinds=KindSet.of("pistol", "revolver"))
    assert UNDETERMINED == classify(unknown, Scheme.MX, on=NEWS).outcome
    assert WeaponClass.CIVILIAN is weapon_class(unknown, Jurisdiction.MX, on=NEWS)


def test_later_machine_guns_are_for_government_not_military_exclusive() -> None:
    later = evolve(weapon("AMETRALLADORA", "7.62x51"), made=UncertainDate.of_year(1995))
    assert WeaponClass.GOVERNMENT_ONLY is weapon_class(later, Jurisdiction.US, on=NEWS)
    stated = Circumstances(possessed_before_1986=True)
    # made in 1995 and possessed in 1986: one of the two is wrong
    assert WeaponClass.UNDETERMINED is weapon_class(later, Jurisdiction.US, on=NEWS, given=stated)
    early = evolve(later, made=UncertainDate.of_year(1980))
    assert WeaponClass.RESTRICTED is weapon_class(early, Jurisdiction.US, on=NEWS, given=stated)
    assert "nfa_transferable" == classify(later, Scheme.US_AVAILABILITY, on=datetime.date(1986, 5, 18)).outcome


@pytest.mark.parametrize(
    ("stated", "channel"),
    [
        (Circumstances(), Channel.UNDETERMINED),
        (Circumstances(possessed_before_1986=True), Channel.REGISTERED_ONLY),
        (Circumstances(possessed_before_1986=False), Channel.NONE_LAWFUL),
    ],
)
def test_channels(stated: Circumstances, channel: Channel) -> None:
    answer = us_channel(weapon("AMETRALLADORA", "7.62x51"), on=NEWS, given=stated)
    assert channel is answer.channel
    assert answer.settles_with() == (("possessed_before_1986",) if channel is Channel.UNDETERMINED else ())
    for said, word in ((answer.explain("en"), "theft"), (answer.explain("es"), "robo")):
        assert word in said
        assert "origin" not in said.lower()
        assert "origen" not in said.lower()
    assert answer == from_json(to_json(answer))


def test_whose_law_a_scheme_is() -> None:
    assert Jurisdiction.MX is Scheme.MX.jurisdiction
    assert {Jurisdiction.US} == {scheme.jurisdiction for scheme in Scheme.all() if scheme.id.startswith("us_")}
    assert Scheme.ITI.jurisdiction is None


def test_a_contrast_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="classes"):
        Contrast(classes=())


def test_contrast_shows_every_scheme() -> None:
    found = contrast(weapon("FUSIL SEMIAUTOMATICO", ".50 BMG"), on=NEWS)
    assert Scheme.all() == tuple(answer.scheme for answer in found.classes)
    assert "ML1" == found[Scheme.WASSENAAR].outcome
    for language in ("en", "es"):
        assert len(Scheme.all()) == len(found.explain(language).splitlines())
    assert found == from_json(to_json(found))
    nothing = contrast(Weapon(), on=datetime.date(1980, 1, 1))
    assert LegalBasis.BEFORE_FIRST_RULE is nothing[Scheme.ATT].basis


def test_many_are_judged_as_each_alone() -> None:
    things = [
        (weapon(kind, caliber), day)
        for kind in ("PISTOLA", "FUSIL", "REVOLVER", "GRANADA")
        for caliber in (".38", ".38 Comando", "9 mm", ".223", "")
        for day in (NEWS, NOW, None)
    ]
    for scheme in (Scheme.MX, Scheme.US_AVAILABILITY):
        alone = [classify(thing, scheme, on=day) for thing, day in things]
        weapons, days = zip(*things, *things, strict=True)
        assert [*alone, *alone] == list(classify_many(weapons, scheme, on=days))


@over(st.sampled_from(Scheme.all()), st.dates(datetime.date(1960, 1, 1), datetime.date(2030, 1, 1)))
def test_nothing_known_settles_nothing(scheme: Scheme, day: datetime.date) -> None:
    answer = classify(Weapon(), scheme, on=day)
    assert not answer.determined
    assert len(answer.explain("es").splitlines()) <= 5


@pytest.mark.parametrize(
    ("made_of", "answer"),
    [
        (Weapon(), None),
        (Weapon(barrel_length=Length.parse("10 in")), True),
        (Weapon(barrel_length=Length.parse("700 mm")), False),
    ],
)
def test_a_predicate_has_three_answers(made_of: Weapon, answer: bool | None) -> None:
    facts = next(possible_things(made_of))
    assert answer is PREDICATES["barrel_under_inch"].answer(facts, 16)


def test_the_model_tells_the_kind_of_machine_gun() -> None:
    light = Weapon(kinds=KindSet.of("machine_gun"), model=Model.lookup("M249"))
    assert "small_arm" == classify(light, Scheme.ITI, on=NOW).outcome
    unnamed = Weapon(model=Model.lookup("M249"))
    assert "small_arm" == classify(unnamed, Scheme.ITI, on=NOW).outcome
    other = Weapon(kinds=KindSet.of("pistol"), model=Model.lookup("M249"))
    assert "pistol" == classify(evolve(other, fire_modes=frozenset()), Scheme.SDG, on=NOW).outcome
    general = Weapon(kinds=KindSet.of("machine_gun"))
    assert UNDETERMINED == classify(general, Scheme.ITI, on=NOW).outcome


def test_a_shotgun_by_its_model_since_1994() -> None:
    striker = evolve(weapon("ESCOPETA", "12"), model=Model(id=None, name="Striker-12"))
    before, after = datetime.date(1994, 2, 28), datetime.date(1994, 3, 1)
    assert UNDETERMINED == classify(striker, Scheme.US_NFA, on=before).outcome
    found = Circumstances(sporting_finding=False)
    assert "nfa_destructive_device" == classify(striker, Scheme.US_NFA, on=before, given=found).candidates[0]
    assert "us-atf-rul-94-1-2" in {p.id for p in classify(striker, Scheme.US_NFA, on=after).provisions}


def test_a_big_bore_rifle_turns_on_its_owner() -> None:
    rifle = evolve(
        weapon("RIFLE DE CERROJO"),
        caliber=Caliber.parse("15.3 mm"),
        barrel_length=Length.parse("24 in"),
    )
    assert "nfa_destructive_device" == classify(rifle, Scheme.US_NFA, on=NOW).outcome
    # a bare bore of 15 mm rules out the named calibers, and leaves open which cartridge it is
    assert not classify(rifle, Scheme.MX, on=NOW).determined
    intends = Circumstances(sporting_intent=True)
    assert "title1_rifle" == classify(rifle, Scheme.US_NFA, on=NOW, given=intends).outcome


@pytest.mark.parametrize("count", [0, -1])
def test_counts_below_one_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="below one"):
        Construction(capacity=count)


def test_values_survive_conversion() -> None:
    built = Construction(made_by=Making.PRINTED, capacity=30, pellet_diameter=Length.parse("8.5 mm"), brace=False)
    assert built == from_plain(to_plain(built), Construction)
    stated = Circumstances(holder=Holder.CHARRO, purpose=Purpose.HUNTING, authorized=False)
    assert stated == from_json(to_json(stated))
