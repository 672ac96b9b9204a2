"""Tallies and shares, with the published figures of the field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.counts.value import Count, total
from armstrace.dates.value import Period
from armstrace.errors import NotComparable, ParseError
from armstrace.explain import Caveat
from armstrace.places import Place
from armstrace.records.figures.percents import Percent
from armstrace.records.figures.shares import Share, ShareMethod, share_of
from armstrace.records.figures.tallies import Absence, Measure, PeriodBasis, Tally, Unit
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.features import FireMode
from armstrace.weapons.kinds.kind_set import KindSet

YEAR = Period.exact(date(2022, 1, 1), date(2022, 12, 31))
FULL = Tally(
    count=Count.rounded(18_800, raw="18 mil 800"),
    kinds=KindSet.of("long_gun"),
    word="largas",
    fire_modes=frozenset({FireMode.AUTOMATIC}),
    caliber=Caliber.parse(".50"),
    traits=frozenset({"us_made"}),
    measure=Measure.SEIZED,
    unit=Unit.PIECE,
    period=YEAR,
    basis=PeriodBasis.SEIZURE,
    place=Place.read(country="MX", state="Tamaulipas"),
    actor="SEDENA",
    taken_from="cartels",
    definition="arms taken",
    coverage="army and navy",
    repeats_removed=False,
    id="S5",
    part_of="S1",
    caveats=(Caveat(code="tally.suspect"),),
)


def test_everything_goes_to_json_and_back() -> None:
    back = from_plain(to_plain(FULL), Tally)
    assert (FULL, repr(FULL)) == (back, repr(back))
    share = Share(
        printed=Decimal("67.50"), of=Measure.SUBMITTED, method=ShareMethod.TRACED, traits=frozenset({"us_sourced"})
    )
    assert share == from_plain(to_plain(share), Share)


@pytest.mark.parametrize(
    ("tally", "en", "es"),
    [
        (
            FULL,
            '18750..18849 long gun ("largas"), seized, Tamaulipas, Mexico, 2022-01-01/2022-12-31, by SEDENA',
            '18750..18849 arma larga ("largas"), asegurado, Tamaulipas, Mexico, 2022-01-01/2022-12-31, por SEDENA',
        ),
        (Tally(count=Count.exact(3)), "3 arms, measure not stated", "3 armas, sin decir qué se cuenta"),
        (
            Tally(count=None, absence=Absence.WITHHELD, measure=Measure.HELD),
            "withheld: arms, held",
            "reservado: armas, en existencia",
        ),
    ],
)
def test_a_tally_in_one_line(tally: Tally, en: str, es: str) -> None:
    assert (en, es) == (str(tally), tally.label("es"))


def test_blank_is_not_zero_and_not_both() -> None:
    with pytest.raises(ParseError, match="why it has none"):
        Tally(count=None)
    with pytest.raises(ParseError, match="why it has none"):
        Tally(count=Count.exact(0), absence=Absence.NOT_COLLECTED)


def test_trace_outcomes_of_2007_to_2011_add_up() -> None:
    """Small Arms Survey 2013, ch. 12, table 12.6: US-sourced, recovered in Mexico and submitted."""
    parts = [Count.exact(n) for n in (27_825, 1461, 38_875)]
    assert 68_161 == total(parts).value
    shares = [
        Share(numerator=part, denominator=Count.exact(68_161), printed=Decimal(printed), of=Measure.SUBMITTED)
        for part, printed in zip(parts, (41, 2, 57), strict=True)
    ]
    assert all(share.adds_up for share in shares)
    assert 100 == sum(share.printed or 0 for share in shares)


@pytest.mark.parametrize(
    ("part", "whole", "printed", "adds_up"),
    [
        (5491, 7911, "70", False),  # 69.41 %, printed as 70
        (5491, 7911, "69.4", True),
        (6000, 7916, "75.8", True),
        (6321, 9236, "68.4", True),
        (83_560, 123_741, "67.5", True),
        (6572, 18_249, "36", True),
        (6556, 8509, "77", True),
        (6556, 25_904, "25", True),
        (1, 200, "1", True),  # the bound itself
        (1, 201, "1", False),
    ],
)
def test_printed_percentages(part: int, whole: int, printed: str, adds_up: bool) -> None:
    share = Share(numerator=Count.exact(part), denominator=Count.exact(whole), printed=Decimal(printed))
    assert adds_up is share.adds_up


def test_a_rounded_numerator_is_kept_in_bounds() -> None:
    """US-made arms of 7,916, printed as "6 mil (75.8 %)": the figure is rounded."""
    share = Share(numerator=Count.parse("6 mil"), denominator=Count.exact(7916), printed=Decimal("75.8"))
    assert "69.48..82.10" == str(share.percent)
    assert share.adds_up is True


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(printed=Decimal(70)), Percent(low=Decimal("69.5"), high=Decimal("70.5"))),
        (Share(printed=Decimal("67.5")), Percent(low=Decimal("67.45"), high=Decimal("67.55"))),
        (Share(printed=Decimal("1E+2")), Percent(low=Decimal("99.5"), high=Decimal(100))),
        (Share(printed=Decimal(0)), Percent(low=Decimal(0), high=Decimal("0.5"))),
        (Share(printed=Decimal(70), approximate=True), None),
        (Share(numerator=Count.about(5), denominator=Count.exact(10)), None),
        (Share(numerator=Count.exact(5), denominator=Count.about(10)), None),
        (Share(numerator=Count.exact(0), denominator=Count.exact(0)), None),
        (Share(numerator=Count.at_least(5), denominator=Count.exact(10)), Percent(low=Decimal(50), high=Decimal(100))),
        (Share(numerator=Count.exact(5), denominator=Count.at_least(10)), Percent(low=Decimal(0), high=Decimal(50))),
        (Share(numerator=Count.at_least(5), denominator=Count.at_least(9)), Percent(low=Decimal(0), high=Decimal(100))),
    ],
)
def test_percent_within_bounds(share: Share, percent: Percent | None) -> None:
    assert percent == share.percent


@pytest.mark.parametrize(
    "share",
    [
        Share(printed=Decimal(70)),
        Share(printed=Decimal(70), approximate=True, numerator=Count.exact(7), denominator=Count.exact(10)),
        Share(numerator=Count.exact(7), denominator=Count.exact(10)),
    ],
)
def test_what_cannot_be_checked_is_neither_right_nor_wrong(share: Share) -> None:
    assert share.adds_up is None


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"numerator": Count.exact(1)},
        {"printed": Decimal("100.1")},
        {"printed": Decimal(-1)},
        {"printed": Decimal("NaN")},
        {"numerator": Count.exact(2), "denominator": Count.exact(1)},
    ],
)
def test_impossible_shares_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ParseError):
        Share(**wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_unlike_shares_are_not_compared() -> None:
    of_submitted = Share(printed=Decimal(70), of=Measure.SUBMITTED, method=ShareMethod.TRACED)
    assert "-1.00..1.00" == str(of_submitted.difference(of_submitted))
    for change, causes in (
        ({"of": Measure.SEIZED}, ("of",)),
        ({"method": ShareMethod.ATTRIBUTED_BY_OFFICIAL}, ("method",)),
        ({"definition": "made in the US"}, ("definition",)),
        ({"approximate": True}, ("percent",)),
    ):
        with pytest.raises(NotComparable) as error:
            of_submitted.difference(attrs.evolve(of_submitted, **change))
        assert causes == error.value.causes
    unsaid = Share(printed=Decimal(70))
    assert ("of", "method") == unsaid.unlike(unsaid)


def test_identifiable_arms_of_a_repost_of_army_figures() -> None:
    """25,904 seized = 17,395 without reliable data + 8,509 identifiable, of which 6,556 from the US."""
    assert 25_904 == (Count.exact(17_395) + Count.exact(8509)).value
    seized = Tally(count=Count.exact(25_904), measure=Measure.SEIZED, actor="SEDENA", basis=PeriodBasis.SEIZURE)
    known = attrs.evolve(seized, count=Count.exact(8509), measure=Measure.IDENTIFIABLE)
    american = attrs.evolve(known, count=Count.exact(6556), traits=frozenset({"us_made"}))
    of_known = share_of(american, known, method=ShareMethod.ATTRIBUTED_BY_OFFICIAL)
    of_seized = share_of(american, seized, method=ShareMethod.ATTRIBUTED_BY_OFFICIAL)
    assert ("77.05", "25.31") == (str(of_known.percent), str(of_seized.percent))
    assert frozenset({"us_made"}) == of_known.traits
    with pytest.raises(NotComparable, match="of"):
        of_known.difference(of_seized)


@pytest.mark.parametrize(
    ("change", "causes"),
    [
        ({"actor": "FGR"}, ("actor",)),
        ({"actor": None}, ("actor",)),
        ({"basis": PeriodBasis.REQUEST}, ("basis",)),
        ({"period": None}, ("period",)),
        ({"repeats_removed": True}, ("repeats_removed",)),
        ({"unit": Unit.REQUEST}, ("unit",)),
        ({"measure": Measure.HELD}, ("measure",)),
        ({"count": None, "absence": Absence.NOT_STATED}, ("count",)),
    ],
)
def test_rungs_do_not_nest_across_counts(change: dict[str, Any], causes: tuple[str, ...]) -> None:
    """The army took 7,916 firearms in 2022; Mexico sent 24,642 trace requests that year."""
    seized = Tally(
        count=Count.exact(7916), measure=Measure.SEIZED, period=YEAR, actor="SEDENA", basis=PeriodBasis.SEIZURE
    )
    part = attrs.evolve(seized, count=Count.exact(7000), measure=Measure.SUBMITTED)
    assert share_of(part, seized, method=ShareMethod.TRACED).of is Measure.SEIZED
    with pytest.raises(NotComparable) as error:
        share_of(attrs.evolve(part, **change), seized, method=ShareMethod.TRACED)
    assert causes == error.value.causes


def test_the_ladder_goes_one_way_and_its_rungs_must_be_said() -> None:
    seized = Tally(count=Count.exact(5), measure=Measure.SEIZED, actor="A", basis=PeriodBasis.SEIZURE)
    with pytest.raises(NotComparable, match="measure"):
        share_of(seized, attrs.evolve(seized, measure=Measure.SUBMITTED), method=ShareMethod.TRACED)
    unsaid = attrs.evolve(seized, actor=None, basis=PeriodBasis.UNKNOWN)
    with pytest.raises(NotComparable, match="actor, basis"):
        share_of(unsaid, unsaid, method=ShareMethod.TRACED)
    with pytest.raises(ParseError, match="more than the whole"):
        share_of(attrs.evolve(seized, count=Count.exact(6)), seized, method=ShareMethod.TRACED)


def test_a_share_in_one_line() -> None:
    share = Share(printed=Decimal(70), approximate=True, of=Measure.SEIZED, traits=frozenset({"us_made"}))
    assert "~70 % of arms (seized): made in the US (method not stated)" == str(share)
    counted = Share(
        numerator=Count.exact(1), denominator=Count.exact(4), part=Measure.TRACED, kinds=KindSet.of("rifle")
    )
    assert "25.00 % de fusil o rifle (sin decir qué se cuenta): rastreado (sin decir el método)" == counted.label("es")


@pytest.mark.parametrize(("low", "high"), [("2", "1"), ("NaN", "1"), ("0", "Infinity")])
def test_bounds_of_a_percentage_are_numbers_in_order(low, high) -> None:
    with pytest.raises(ParseError, match="in order"):
        Percent(low=Decimal(low), high=Decimal(high))
    assert str(Percent(low=Decimal(-1), high=Decimal(-1))) == "-1.00"
