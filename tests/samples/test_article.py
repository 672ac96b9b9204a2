"""The article of January 2024 as records."""

from __future__ import annotations

from datetime import date

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.counts.value import Count
from armstrace.dates.value import Period, UncertainDate
from armstrace.law.litigation.rulings import Ruling
from armstrace.parties import PartyKind
from armstrace.parties.table import Party
from armstrace.places import Place
from armstrace.reconciliation.reconcile import reconcile
from armstrace.records.figures.tallies import Measure, Tally
from armstrace.records.incidents import Harm, Incident
from armstrace.records.statements.as_of import as_of
from armstrace.records.statements.inquiries import InquiryState
from armstrace.records.statements.statements import Stance, Statement
from armstrace.samples import article
from armstrace.sources import Citation, Source
from armstrace.weapons.kinds.kind_set import KindSet

TEXT = article()


def test_everything_goes_to_json_and_back() -> None:
    for record in TEXT.records:
        back = from_plain(to_plain(record), type(record))
        assert (record, repr(record)) == (back, repr(back))


def test_people_appear_by_their_office() -> None:
    assert PartyKind.PERSON not in {statement.speaker.kind for statement in TEXT.statements if statement.speaker}
    incidents = [s.proposition for s in TEXT.statements if isinstance(s.proposition, Incident)]
    assert {"the person to be arrested"} == {incident.target for incident in incidents}


def test_what_the_operation_cost_and_what_was_used() -> None:
    incidents = [s.proposition for s in TEXT.statements if isinstance(s.proposition, Incident)]
    assert ["30"] == [str(total) for one in incidents if (total := one.total(Harm.KILLED))]
    (guns,) = [used for one in incidents for used in one.weapons]
    assert (6, "12.7x99mm") == (guns.count.value if guns.count else None, guns.weapon.caliber.cartridge.id)
    assert ["241.."] == [str(found.count) for one in incidents for found in one.vehicles if found.count]
    assert ["2"] == [str(hit.count) for one in incidents for hit in one.aircraft if hit.count]
    garbled = [caveat for one in incidents for used in one.weapons for caveat in used.caveats]
    garbled += [caveat for one in incidents for found in one.vehicles for caveat in found.caveats]
    assert ["text.garbled"] * 2 == [caveat.code for caveat in garbled]
    assert 'confuso en el texto: "six.50-caliber"' in garbled[0].explain("es")


def test_allegations_are_never_more_than_that() -> None:
    known = as_of(TEXT.records, TEXT.published)
    assert 4 == len(known.taking(Stance.ALLEGE))
    assert {"mx-government", "mx-defense-secretary"} == {
        one.speaker.id for one in known.taking(Stance.ALLEGE) if one.speaker
    }
    assert 2 == len(known.taking(Stance.DEMAND))
    assert 2 == len(known.taking(Stance.NO_RESPONSE))


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (TEXT.published, [InquiryState.UNANSWERED] * 2),
        (date(2024, 1, 20), [InquiryState.UNKNOWN] * 2),
        (date(2024, 2, 1), [InquiryState.ASKED] * 2),
    ],
)
def test_who_had_answered(day: date | UncertainDate, states: list[InquiryState]) -> None:
    assert states == [inquiry.state(day) for inquiry in TEXT.inquiries]


def test_before_june_nothing_had_been_said() -> None:
    assert () == as_of(TEXT.records, date(2023, 5, 31)).records
    assert 3 == len(as_of(TEXT.records, date(2023, 6, 30)).statements)


def test_the_ruling_is_what_the_court_says() -> None:
    (ruling,) = [s for s in TEXT.statements if s.speaker == Party.get("us-ca1")]
    assert isinstance(ruling.proposition, Ruling)
    assert "reversed (1st Cir. 2024-01-22)" == str(ruling.proposition)
    label = ruling.proposition.label("en")
    assert label.startswith(
        "a ruling (1st Cir. 2024-01-22): reversed; PLCAA: not barred (Mexico's suit against gun makers"
    )
    assert "2024-01-22" == str(ruling.said)


def test_the_figures_of_the_army_repeat_those_of_june() -> None:
    """12 launchers, 221 machine guns and 56 grenade launchers: said on 13 June 2023 (Pulso SLP, El Universal wire)."""
    day = UncertainDate.exact(date(2023, 6, 13))
    june = [
        Statement(
            speaker=Party.lookup("mx-defense-secretary"),
            stance=Stance.ASSERT,
            proposition=Tally(
                count=Count.exact(number),
                kinds=KindSet.of(kind),
                measure=Measure.SEIZED,
                period=Period(start=UncertainDate.exact(date(2018, 12, 1)), end=day),
                place=Place.read(country="MX"),
                actor="SEDENA",
                taken_from="cartels",
            ),
            reported=day,
            cited=(Citation(source=Source(title="wire")),),
        )
        for number, kind in ((12, "rocket_launcher"), (221, "machine_gun"), (56, "grenade_launcher"))
    ]
    found = reconcile([*june, *TEXT.statements])
    assert {12: "repeat", 221: "other_kind_word", 56: "repeat"} == {
        finding.tallies[0].count.value: finding.kind.value for finding in found.conflicts if finding.tallies[0].count
    }
    assert found.findings == found.conflicts


def test_it_explains_itself_in_both_languages() -> None:
    for language in ("en", "es"):
        said = as_of(TEXT.records, TEXT.published).explain(language)
        assert len(TEXT.records) + 1 == len(said.splitlines())


def test_the_article_prints_on_a_line() -> None:
    assert "News article on military weapons in the hands of cartels: 30 statements, 2 inquiries" == str(TEXT)
    assert len(repr(TEXT)) < 1000
