"""Figures against each other, with the conflicting figures of the field."""

# tables of cases

from __future__ import annotations

import time
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import samples
from armstrace.counts.value import Count
from armstrace.dates.value import Period, UncertainDate
from armstrace.explain import Caveat
from armstrace.parties.table import Party
from armstrace.places import Place
from armstrace.reconciliation.findings import Finding, FindingKind, Reconciliation
from armstrace.reconciliation.reconcile import reconcile
from armstrace.records.figures.tallies import Absence, Measure, PeriodBasis, Tally, Unit
from armstrace.records.incidents import Incident
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.records.statements.statements import Stance, Statement
from armstrace.sources import Citation, Source
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.features import FireMode
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.weapon import Weapon

MX = Place.read(country="MX")


def year(number: int) -> Period:
    return Period.exact(date(number, 1, 1), date(number, 12, 31))


def tally(count: int | Count, kinds: str = "", **more: object) -> Tally:
    given: dict[str, object] = {
        "count": Count.exact(count) if isinstance(count, int) else count,
        "kinds": KindSet.of(*kinds.split()),
        "measure": Measure.SEIZED,
        "period": year(2022),
        "place": MX,
        "actor": "SEDENA",
    }
    return Tally(**(given | more))  # type: ignore[arg-type]  # wrong on purpose


def said(
    content: Tally, source: str = "a", reported: UncertainDate | None = None, speaker: str = "SEDENA"
) -> Statement:
    return Statement(
        speaker=Party.lookup(speaker),
        stance=Stance.ASSERT,
        proposition=content,
        reported=reported,
        cited=(Citation(source=Source(title=source)),),
    )


def kinds(found: tuple[Finding, ...]) -> list[str]:
    return [finding.kind.value for finding in found]


JUNE, JANUARY = UncertainDate.exact(date(2023, 6, 13)), UncertainDate.exact(date(2024, 1, 24))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        # the army's arms of 2022, in a reply and in a report
        ([said(tally(7916), "a"), said(tally(7911), "b")], [("gap", "5", ())]),
        ([said(tally(7916), "a"), said(tally(7916), "b")], [("same", None, ())]),
        ([said(tally(7916), "a"), said(tally(7916), "a")], [("double_count", None, ())]),
        ([said(tally(7916), "a", JUNE), said(tally(7916), "b", JANUARY)], [("repeat", None, ())]),
        ([said(tally(7916), "a", JANUARY), said(tally(7916), "b", JUNE)], [("repeat", None, ())]),
        ([said(tally(7916), "a", JUNE), said(tally(7916), "b", JUNE)], [("same", None, ())]),
        ([said(tally(7916), "a", JUNE), said(tally(7916), "b")], [("same", None, ())]),
        ([said(tally(7916), "a"), said(tally(Count.rounded(7900)), "b")], [("same", None, ())]),
        ([said(tally(7916), "a"), said(tally(Count.rounded(8100)), "b")], [("gap", "134..233", ())]),
        ([said(tally(7916), "a"), said(tally(Count.about(9000)), "b")], [("same", None, ())]),
        # two agencies: 7,949 against 7,560 in one year
        ([said(tally(7949), "a"), said(tally(7560, actor="INEGI"), "b")], [("not_comparable", "389", ("actor",))]),
        ([said(tally(7949), "a"), said(tally(7949, actor="INEGI"), "b")], [("not_comparable", "0", ("actor",))]),
        ([tally(7949), tally(7560, actor=None)], [("not_comparable", "389", ("actor_unsaid",))]),
        ([tally(7949), tally(7560, definition="x")], [("not_comparable", "389", ("definition",))]),
        ([tally(7949), tally(7560, basis=PeriodBasis.REQUEST)], [("not_comparable", "389", ("basis",))]),
        ([tally(7949, coverage="army and navy"), tally(7560)], [("not_comparable", "389", ("coverage",))]),
        # 477 rifles and machine guns against 478 rifles
        (
            [said(tally(477, "rifle machine_gun"), "a"), said(tally(478, "rifle"), "b")],
            [("not_comparable", "1", ("kinds",))],
        ),
        ([said(tally(477, "rifle"), "a"), said(tally(478, "pistol"), "b")], []),
        ([said(tally(477, "rifle machine_gun"), "a"), said(tally(470, "rifle"), "b")], []),
        ([said(tally(477, "rifle machine_gun")), said(tally(478, "rifle"))], []),
        # another word for the same figure
        (
            [said(tally(221, "machine_gun"), "a"), said(tally(221, "firearm"), "b")],
            [("other_kind_word", None, ("kinds",))],
        ),
        ([said(tally(221, "machine_gun"), "a"), said(tally(221, "firearm"), "a")], []),
        ([said(tally(9, "machine_gun"), "a"), said(tally(9, "firearm"), "b")], []),
        ([said(tally(221, "machine_gun"), "a"), said(tally(221, "pistol"), "b")], []),
        (
            [said(tally(221, "machine_gun"), "a"), said(tally(221, "firearm", period=year(2020)), "b")],
            [],
        ),
        (
            [said(tally(221, "machine_gun"), "a"), said(tally(221, "firearm", taken_from="CJNG"), "b")],
            [("not_comparable", "0", ("kinds",))],
        ),
        # 18 million cartridges, and on the same page 18 million magazines
        (
            [
                said(tally(Count.rounded(18_000_000), "ammunition", unit=Unit.ROUND)),
                said(tally(Count.rounded(18_000_000), "magazine")),
            ],
            [("other_kind_word", None, ("kinds",))],
        ),
        # a figure repeated with a longer stretch of time
        (
            [
                said(tally(221), "a", JUNE),
                said(tally(221, period=Period(start=year(2022).start, end=None)), "b", JANUARY),
            ],
            [("repeat", None, ("period",))],
        ),
        (
            [said(tally(221), "a"), said(tally(221, period=Period(start=year(2022).start, end=None)), "b")],
            [("not_comparable", "0", ("period",))],
        ),
        # a doubtful figure is held against nothing
        ([tally(50, caveats=(Caveat(code="tally.suspect"),)), tally(51)], [("not_comparable", None, ("suspect",))]),
        (
            [tally(5, "rifle", word="a", unit=Unit.EVENT), tally(9, "rifle", word="a")],
            [("not_comparable", None, ("unit",))],
        ),
        ([tally(5, "firearm", word="police"), tally(9, "firearm", word="army")], []),
        ([Tally(count=None, absence=Absence.NOT_COLLECTED), tally(9)], []),
        ([], []),
    ],
)
def test_pairs(claims: list[Tally | Statement], expected: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    found = reconcile(claims).findings
    assert expected == [(one.kind.value, str(one.gap) if one.gap else None, one.causes) for one in found]


def test_the_figures_of_the_article_repeat_those_of_june() -> None:
    """221 / 56 / 12 of January 2024 were said on 13 June 2023, the 221 as machine guns."""
    since = UncertainDate.of_month(2018, 12)
    then = Period(start=UncertainDate.exact(date(2018, 12, 1)), end=JUNE)
    later = Period(start=attrs.evolve(since, approximate=True), end=UncertainDate.of_month(2023, 6))
    june = [
        said(tally(count, kind, period=then), "wire", JUNE)
        for count, kind in ((221, "machine_gun"), (56, "grenade_launcher"), (12, "rocket_launcher"))
    ]
    automatic = frozenset({FireMode.AUTOMATIC})
    article = [
        said(tally(221, "firearm", period=later, fire_modes=automatic), "article", JANUARY),
        said(tally(56, "grenade_launcher", period=later), "article", JANUARY),
        said(tally(12, "rocket_launcher", period=later), "article", JANUARY),
    ]
    found = reconcile([*june, *article])
    assert ["other_kind_word", "repeat", "repeat"] == kinds(found.conflicts) == kinds(found.findings)
    assert [221, 56, 12] == [finding.tallies[0].count.value for finding in found.findings if finding.tallies[0].count]


WHOLE = tally(306_354, "firearm", id="T", period=Period.exact(date(1994, 1, 1), date(2012, 12, 31)))


@pytest.mark.parametrize(
    ("parts", "expected", "gap"),
    [
        ([253_239, 53_115], "adds_up", None),
        ([253_239, 53_114], "does_not_add_up", "1"),
        ([306_355], "does_not_add_up", "1"),
    ],
)
def test_declared_parts(parts: list[int], expected: str, gap: str | None) -> None:
    """Forces' total 1994 to 2012: 253,239 seized and 53,115 surrendered."""
    own = [attrs.evolve(WHOLE, count=Count.exact(n), id=None, part_of="T", word=str(n)) for n in parts]
    (finding,) = reconcile([WHOLE, *own, tally(5, "pistol", part_of="elsewhere")]).findings
    assert (expected, gap) == (finding.kind.value, str(finding.gap) if finding.gap else None)
    assert WHOLE == finding.tallies[0]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(3594, "handgun"), (3966, "long_gun")], ["adds_up"]),
        ([(3594, "handgun"), (3967, "long_gun")], ["does_not_add_up"]),
        ([(3594, "handgun"), (3000, "long_gun")], ["rest"]),
        ([(3594, "handgun")], []),
        ([(7561, "handgun")], ["does_not_add_up"]),
        # carbines are rifles, so that they are not added
        ([(3594, "handgun"), (3966, "long_gun"), (100, "carbine")], ["adds_up"]),
        # a source that counts carbines beside rifles does not count them as rifles
        ([(5, "rifle"), (6, "carbine")], ["rest"]),
        # machine guns may be counted as long guns: more than the whole is no contradiction
        ([(7000, "long_gun"), (1000, "machine_gun")], []),
        ([(Count.at_least(3594), "handgun"), (Count.about(3000), "long_gun")], ["rest"]),
    ],
)
def test_kinds_as_parts(parts: list[tuple[int, str]], expected: list[str]) -> None:
    assert expected == kinds(reconcile([tally(7560, "firearm"), *(tally(*part) for part in parts)]).findings)


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        (MX, [("Sonora", "", 4), ("Jalisco", "", 6)], ["adds_up"]),
        (MX, [("Sonora", "", 4), ("Jalisco", "", 7)], ["does_not_add_up"]),
        (MX, [("Sonora", "", 4), ("Jalisco", "", 5)], ["rest"]),
        (MX, [("Sonora", "", 4), ("Jalisco", "", 6), ("Jalisco", "Tonalá", 6)], ["adds_up"]),
        (Place.read(country="MX", state="Jalisco"), [("Jalisco", "Tonalá", 4), ("Jalisco", "Zapopan", 6)], ["adds_up"]),
        (Place.read(country="MX", state="Nowhere"), [("Jalisco", "", 4), ("Sonora", "", 6)], []),
        (None, [("Jalisco", "", 4), ("Sonora", "", 6)], []),
        (Place.read(country="US"), [("Jalisco", "", 4), ("Sonora", "", 6)], []),
    ],
)
def test_places_as_parts(whole: Place | None, parts: list[tuple[str, str, int]], expected: list[str]) -> None:
    states = [
        tally(n, "rifle", place=Place.read(country="MX", state=state, municipality=town)) for state, town, n in parts
    ]
    assert expected == kinds(reconcile([tally(10, "rifle", place=whole), *states]).findings)


def test_periods_as_parts() -> None:
    whole = tally(10, "rifle", period=Period.exact(date(2020, 1, 1), date(2021, 12, 31)))
    first, second = tally(4, "rifle", period=year(2020)), tally(6, "rifle", period=year(2021))
    assert ["adds_up"] == kinds(reconcile([first, whole, second]).findings)
    assert ["does_not_add_up"] == kinds(reconcile([first, whole, attrs.evolve(second, count=Count.exact(7))]).findings)
    assert ["gap"] == kinds(reconcile([attrs.evolve(first, count=Count.exact(11)), whole]).findings)
    half = tally(3, "rifle", period=Period.exact(date(2020, 7, 1), date(2021, 6, 30)))
    assert ["overlap", "overlap"] == kinds(reconcile([first, whole, second, half]).findings)
    assert () == reconcile([first, second, attrs.evolve(first, period=None, place=None)]).findings


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ["overlap"]),
        ({"actor": "INEGI"}, []),
        ({"basis": PeriodBasis.REQUEST}, []),
        ({"word": "others"}, []),
        ({"period": Period.exact(date(2023, 1, 1), date(2023, 6, 30))}, []),
        ({"period": Period.exact(date(2022, 2, 1), date(2022, 2, 28))}, []),
        (
            {
                "period": Period(
                    start=UncertainDate.of_year(2020), end=UncertainDate.between(date(2021, 6, 1), date(2022, 6, 30))
                )
            },
            [],
        ),
        (
            {"period": Period.exact(date(2022, 2, 1), date(2022, 2, 28)), "count": Count.exact(11)},
            ["gap"],
        ),
        (
            {"period": Period.exact(date(2021, 1, 1), date(2023, 2, 28)), "count": Count.exact(9)},
            ["gap"],
        ),
    ],
)
def test_stretches_that_share_days(change: dict[str, Any], expected: list[str]) -> None:
    fiscal = tally(9, "rifle", period=Period.exact(date(2021, 10, 1), date(2022, 9, 30)))
    assert expected == kinds(reconcile([tally(10, "rifle"), attrs.evolve(fiscal, **change)]).findings)


SEIZURE = Seizure(
    id="7",
    items=(SeizedItem(weapon=Weapon(kinds=KindSet.of("rifle"), caliber=Caliber.parse(".50 BMG")), count=3),),
    date=UncertainDate.of_month(2022, 6),
    place=Place.read(country="MX", state="Sonora", municipality="Nogales"),
    citation=Citation(source=Source(title="a.csv"), row=4),
)


@pytest.mark.parametrize(
    ("claim", "change", "expected"),
    [
        (tally(3, "rifle"), {}, [("same", None)]),
        (tally(3), {}, [("same", None)]),
        (tally(2, "long_gun"), {}, [("gap", "1")]),
        (tally(5, "long_gun", caliber=Caliber.parse(".50 BMG")), {}, [("rest", "2")]),
        (
            tally(5, "rifle", place=Place.read(country="MX", state="Sonora", municipality="Nogales")),
            {},
            [("rest", "2")],
        ),
        (tally(5, place=None, period=None), {"items": (SeizedItem(weapon=Weapon()),)}, [("rest", "0..")]),
        (tally(2, "pistol"), {}, []),
        (tally(2, "rifle", caliber=Caliber.parse("5.56x45")), {}, []),
        (tally(2, "rifle", fire_modes=frozenset({FireMode.AUTOMATIC})), {}, []),
        (tally(2, "rifle", traits=frozenset({"us_made"})), {}, []),
        (tally(2, "rifle", period=year(2021)), {}, []),
        (tally(2, "rifle"), {"date": None}, []),
        (tally(2, "rifle"), {"place": None}, []),
        (tally(2, "rifle", place=Place.read(country="US")), {}, []),
        (tally(2, "rifle", place=Place.read(country="MX", state="Jalisco")), {}, []),
        (tally(2, "rifle", place=Place.read(country="MX", state="Sonora", municipality="Caborca")), {}, []),
        (tally(2, "rifle", measure=Measure.HELD), {}, []),
        (tally(2, "rifle", unit=Unit.EVENT), {}, []),
    ],
)
def test_figures_against_single_seizures(
    claim: Tally, change: dict[str, Any], expected: list[tuple[str, str | None]]
) -> None:
    found = reconcile([claim], [attrs.evolve(SEIZURE, **change)]).findings
    assert expected == [(one.kind.value, str(one.gap) if one.gap else None) for one in found]


def test_a_seizure_that_stands_twice() -> None:
    again = attrs.evolve(SEIZURE, citation=Citation(source=Source(title="b.csv"), row=9))
    (finding,) = reconcile([], [SEIZURE, again, attrs.evolve(SEIZURE, id="8")]).findings
    assert ("double_count", (SEIZURE, again)) == (finding.kind.value, finding.seizures)
    assert "b.csv, fila 9" in finding.explain("es")
    unnamed = attrs.evolve(SEIZURE, id=None)
    assert () == reconcile([], [unnamed, attrs.evolve(unnamed, citation=again.citation)]).findings
    serial = SeizedItem(weapon=Weapon(serial=SerialNumber.parse("A123456")))
    known = attrs.evolve(unnamed, items=(serial,))
    assert 1 == len(reconcile([], [known, attrs.evolve(known, citation=again.citation)]).conflicts)


def test_other_statements_are_passed_over() -> None:
    other = attrs.evolve(said(tally(1)), proposition=Incident())
    unnamed = attrs.evolve(said(tally(7916), "b"), speaker=None, named="Registro", proposition=tally(7916, actor=None))
    found = reconcile([other, said(tally(7911, actor=None), "a"), unnamed])
    assert (2, ["not_comparable"]) == (found.tallies, kinds(found.findings))
    office = said(tally(7911, actor=None), "c", speaker="mx-defense-secretary")
    assert ["gap"] == kinds(reconcile([said(tally(7916, actor=None), "a"), office]).findings)


def test_the_account_in_both_languages() -> None:
    found = reconcile([said(tally(7916), "a"), said(tally(7911), "b"), Tally(count=None, absence=Absence.WITHHELD)])
    assert found.explain().splitlines()[:3] == [
        "3 figures, 1 of them without a count; 0 pairs not compared",
        "  1 × apart",
        "two figures of one thing are 5 apart",
    ]
    assert found.explain("es").splitlines()[1] == "  1 × difieren"
    assert found.of(FindingKind.GAP) == found.conflicts
    assert () == found.of(FindingKind.SAME)


@pytest.mark.parametrize("kind", FindingKind)
@pytest.mark.parametrize("gap", [None, Count.exact(5)])
def test_each_finding_has_words(kind: FindingKind, gap: Count | None) -> None:
    finding = Finding(kind=kind, gap=gap, causes=("kinds",))
    assert finding.explain("en") != finding.explain("es")


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from(["", "rifle", "pistol", "firearm"]), st.integers(2019, 2022)),
        max_size=12,
    )
)
def test_any_list_is_accounted_for(rows: list[tuple[int, str, int]]) -> None:
    claims = [tally(count, kind, period=year(number)) for count, kind, number in rows]
    found = reconcile(claims)
    assert len(claims) == found.tallies
    assert found.findings == tuple(sorted(found.findings, key=lambda one: not one.kind.is_conflict))
    assert found.explain("es")


def test_many_figures_take_time_in_proportion() -> None:
    """A thousand alike figures are each held against their neighbors, and the rest is said."""
    claims = [said(tally(n, "rifle"), str(n)) for n in range(1000, 2000)]
    begin = time.process_time()
    found = reconcile(claims)
    assert time.process_time() - begin < 5
    assert found.left_out > 0


def test_many_close_figures_are_held_against_their_neighbors() -> None:
    sorts = ("rifle", "firearm", "long_gun", "carbine")
    claims = [said(tally(10_000, sorts[n % 4], taken_from=str(n)), str(n)) for n in range(40)]
    found = reconcile(claims)
    assert found.left_out == 209
    assert FindingKind.NOT_COMPARABLE in {finding.kind for finding in found.findings}


def test_of_two_sorts_of_one_kind_neither_is_the_whole() -> None:
    claims = [tally(1, "firearm", word="other"), tally(2, "firearm", word="old"), tally(9, "pistol"), tally(9, "rifle")]
    assert () == reconcile(claims).findings


def test_a_caliber_is_a_part_of_its_kind() -> None:
    large = tally(11, "rifle", caliber=Caliber.parse(".50 BMG"))
    assert ["does_not_add_up"] == kinds(reconcile([tally(10, "rifle"), large]).findings)


@pytest.mark.parametrize("name", ["tallies", "uncounted", "left_out"])
def test_no_count_is_below_zero(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        Reconciliation(**{name: -1})  # type: ignore[arg-type]  # wrong on purpose


def test_a_result_prints_on_a_line() -> None:
    found = reconcile([tally(10), tally(11)])
    assert "2 figures, 0 of them without a count; 0 pairs not compared; 1 × apart" in str(found)
    assert "two figures of one thing are 1 apart" == str(found.findings[0])
    assert len(repr(found)) < 100


def test_the_seizures_may_be_a_table() -> None:
    found = samples.seizures()
    assert reconcile([tally(10)], found) == reconcile([tally(10)], found.seizures)


@pytest.mark.parametrize(
    ("claims", "seizures", "cause"),
    [
        ("x", (), "claims: a str is no Tally and no Statement"),
        ([tally(1), None], (), "claims: a NoneType"),
        ([], [tally(1)], "seizures: a Tally is no Seizure"),
    ],
)
def test_wrong_arguments_are_refused_by_name(claims: Any, seizures: Any, cause: str) -> None:
    with pytest.raises(TypeError, match=cause):
        reconcile(claims, seizures)
