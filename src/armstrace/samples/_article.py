"""The news article of January 2024 as records: its facts in words of our own, people by the office they spoke for."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from armstrace import explain, parties
from armstrace.dates.value import Period, UncertainDate
from armstrace.explain import Caveat
from armstrace.law.litigation import courts
from armstrace.law.litigation.rulings import Holding, Ruling
from armstrace.law.litigation.terms import Disposition, PlcaaBar
from armstrace.places.place import Place
from armstrace.records.figures.counts import Count
from armstrace.records.figures.tallies import Absence, Measure, PeriodBasis, Tally
from armstrace.records.incidents import (
    Aircraft,
    AircraftPart,
    Casualties,
    Harm,
    Incident,
    IncidentKind,
    Vehicles,
    WeaponsUsed,
)
from armstrace.records.statements.acts import Act, ActKind
from armstrace.records.statements.inquiries import Inquiry
from armstrace.records.statements.statements import Proposition, Stance, Statement
from armstrace.records.transfers import Transfer
from armstrace.sources import Citation, Source, SourceChannel, SourceForm, SourceKind
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.features import FireMode
from armstrace.weapons.kinds.registry import KindSet
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from armstrace.parties import Party

# the text is undated: its "Monday" is 22 January 2024, and it appeared within that week
PUBLISHED = UncertainDate.between(date(2024, 1, 22), date(2024, 1, 28))
_MONDAY = UncertainDate.exact(date(2024, 1, 22))
_SATURDAY = UncertainDate.exact(date(2024, 1, 20))
_WEEK_BEFORE = UncertainDate.between(date(2024, 1, 15), date(2024, 1, 21))
_JUNE = UncertainDate.of_month(2023, 6)
_SINCE_2018 = Period(start=UncertainDate.between(date(2018, 12, 1), date(2018, 12, 31), approximate=True), end=_JUNE)


@frozen(kw_only=True)
class Article:
    """A news article as records.

    Attributes:
        source: The article.
        published: The day it appeared, within bounds.
        statements: What it reports that somebody said, or did not say, in the order of the text.
        inquiries: What its newsroom asked.
    """

    source: Source
    published: UncertainDate
    statements: tuple[Statement, ...]
    inquiries: tuple[Inquiry, ...]

    @property
    def records(self) -> tuple[Statement | Inquiry, ...]:
        """All of them, for `armstrace.as_of`."""
        return (*self.statements, *self.inquiries)


def _party(party_id: str) -> Party:
    return parties.lookup(party_id)


def _garbled(written: str, taken_as: str) -> Caveat:
    return Caveat(code="text.garbled", values=explain.values(written=written, taken_as=taken_as))


def _source() -> Source:
    return Source(
        title="News article on military weapons in the hands of cartels",
        publisher="NTD",
        kind=SourceKind.SECONDARY,
        channel=SourceChannel.PRESS,
        form=SourceForm.ARTICLE,
        published=PUBLISHED,
    )


def _said(
    speaker: str,
    named: str,
    stance: Stance,
    content: Proposition,
    verb: str,
    *,
    said: UncertainDate | None = None,
    caveats: tuple[Caveat, ...] = (),
) -> Statement:
    return Statement(
        speaker=_party(speaker),
        named=named,
        stance=stance,
        proposition=content,
        verb=verb,
        said=said,
        reported=PUBLISHED,
        cited=(Citation(source=_source()),),
        caveats=caveats,
    )


def _uncounted(kinds: str, word: str, measure: Measure, actor: str | None = None) -> Tally:
    return Tally(
        count=None, absence=Absence.NOT_STATED, kinds=KindSet.of(kinds), word=word, measure=measure, actor=actor
    )


def _taken(number: int, kinds: str, word: str, fire_modes: frozenset[FireMode] | None = None) -> Tally:
    return Tally(
        count=Count.exact(number),
        kinds=KindSet.of(kinds),
        word=word,
        fire_modes=fire_modes,
        measure=Measure.SEIZED,
        period=_SINCE_2018,
        basis=PeriodBasis.UNKNOWN,
        place=Place.read(country="MX"),
        actor="SEDENA",
        taken_from="drug gangs",
    )


def _operation() -> Incident:
    """What all that is told of the operation has in common."""
    return Incident(
        kind=IncidentKind.ARREST_OPERATION,
        name="operation against the son of a convicted cartel leader",
        date=UncertainDate.of_year(2023),
        place=Place.read(country="MX", state="Sinaloa", municipality="Culiacán"),
        target="the person to be arrested",
    )


def _stocks(word: str) -> Transfer:
    return Transfer(word=word, sender_named="US stockpiles", recipient_named="cartels",
                    origin=Place.read(country="US"), destination=Place.read(country="MX"))  # fmt: skip


def _from_mexico() -> tuple[Statement, ...]:
    claim = _stocks("military-grade weapons")
    exclusive = Transfer(word="weapons for the exclusive use of the US army", destination=Place.read(country="MX"))
    mexico, washington = _party("mx-government"), _party("us-government")
    investigate = Act(kind=ActKind.INVESTIGATE, actor=washington, about=(claim,))
    warn = Act(kind=ActKind.WARN, actor=_party("mx-sedena"), toward=washington, about=(exclusive,))
    army, minister = "the Mexican military", "the Foreign Relations Secretary"
    civilian = Transfer(
        kinds=KindSet.of("firearm"),
        word="numerous civilian-grade firearms",
        origin=Place.read(country="US"),
        destination=Place.read(country="MX"),
        recipient_named="criminals",
    )
    automatic = frozenset({FireMode.AUTOMATIC})
    return (
        _said("mx-government", "the Mexican government", Stance.DEMAND, investigate, "demanding"),
        _said("mx-government", "the Mexican government", Stance.ALLEGE, claim, "claims"),
        *(
            _said("mx-sedena", army, Stance.ASSERT, _uncounted(kind, word, Measure.FOUND, "SEDENA"), "reported")
            for kind, word in (
                ("machine_gun", "belt-fed machine guns"),
                ("rocket_launcher", "rocket launchers"),
                ("grenade", "grenades"),
            )
        ),
        _said("mx-government", "the Mexican government", Stance.ALLEGE, civilian, "allegations"),
        _said("mx-foreign-secretary", minister, Stance.ASSERT, warn, "said", said=PUBLISHED),
        _said(
            "mx-foreign-secretary",
            minister,
            Stance.DEMAND,
            Act(kind=ActKind.INVESTIGATE, actor=washington, about=(exclusive,), matter="the matter, very urgently"),
            "said",
            said=PUBLISHED,
        ),
        _said("mx-sedena", army, Stance.ASSERT, _taken(221, "firearm", "fully automatic firearms", automatic), "said",
              said=_JUNE),
        _said("mx-sedena", army, Stance.ASSERT, _taken(56, "grenade_launcher", "grenade launchers"), "said",
              said=_JUNE),
        _said("mx-sedena", army, Stance.ASSERT, _taken(12, "rocket_launcher", "rocket launchers"), "said", said=_JUNE),
        _said("mx-government", "the Mexican government", Stance.ALLEGE, _stocks("military-grade guns"), "concerns"),
        _said(
            "ntd",
            "NTD",
            Stance.REPORT,
            Act(kind=ActKind.SUE, actor=mexico, matter="makers and distributors of guns for civilians"),
            "",
        ),
    )  # fmt: skip


def _on_the_operation() -> tuple[Statement, ...]:
    secretary = "the Defense Secretary"
    guns = WeaponsUsed(
        side="gunmen",
        weapon=Weapon(kinds=KindSet.of("machine_gun"), caliber=Caliber.parse(".50 BMG")),
        count=Count.exact(6),
        against="soldiers and police",
        caveats=(_garbled("six.50-caliber", "six of caliber .50"),),
    )
    vehicles = Vehicles(
        side="gunmen",
        word="vehicles",
        count=Count.more_than(240),
        caveats=(_garbled("more than twenty dozen", "more than 240, to the letter"),),
    )
    trucks = Vehicles(side="gunmen", word="trucks", fitted_with="gun platforms")
    sent = Aircraft(side="army", word="Black Hawk helicopters", part=AircraftPart.DEPLOYED)
    down = Aircraft(side="army", word="helicopters", part=AircraftPart.FORCED_DOWN, count=Count.exact(2))
    casualties = (
        Casualties(side="gang members", harm=Harm.KILLED, count=Count.exact(19), alleged=True),
        Casualties(side="military", harm=Harm.KILLED, count=Count.exact(10)),
        Casualties(side="Culiacán police", harm=Harm.KILLED, count=Count.exact(1)),
    )
    driven = attrs.evolve(_operation(), vehicles=(vehicles, trucks), aircraft=(sent,))
    hit = attrs.evolve(_operation(), aircraft=(down,), remarks="both were hit many times")
    fought = attrs.evolve(_operation(), forces=("military", "police", "gunmen"), casualties=casualties)
    return (
        *(
            _said("ntd", "NTD", Stance.REPORT, _uncounted(kind, word, measure, "cartels"), "")
            for kind, word, measure in (
                ("armored_vehicle", "trucks armored at home", Measure.MADE),
                ("improvised_explosive_device", "homemade bombs", Measure.MADE),
                ("drone", "drones", Measure.USED),
                ("explosive", "explosives dropped by drones", Measure.USED),
            )
        ),
        _said("mx-defense-secretary", secretary, Stance.ALLEGE, attrs.evolve(_operation(), weapons=(guns,)), "alleged"),
        _said("mx-defense-secretary", secretary, Stance.ASSERT, driven,
              "according to"),
        _said("mx-defense-secretary", secretary, Stance.ASSERT,
              hit, "according to"),
        _said("ntd", "NTD", Stance.REPORT, fought, ""),
    )  # fmt: skip


def _from_the_us() -> tuple[Statement, ...]:
    washington, claim = _party("us-government"), _stocks("military-grade weapons")
    raised = Act(kind=ActKind.RAISE, actor=_party("mx-government"), toward=washington, about=(claim,), on=_WEEK_BEFORE)
    talks = Act(
        kind=ActKind.DISCUSS,
        actor=_party("us-secretary-of-state"),
        toward=_party("mx-foreign-secretary"),
        matter="human smuggling and arms trafficking",
        on=_WEEK_BEFORE,
    )
    acts = (
        (Stance.ACKNOWLEDGE, raised, "verified"),
        (Stance.ACKNOWLEDGE, Act(kind=ActKind.BE_UNAWARE, actor=_party("us-ambassador-to-mexico"), about=(claim,)),
         "acknowledged"),
        (Stance.ASSERT, Act(kind=ActKind.TAKE_STEPS, actor=washington, about=(claim,)), "promised"),
        (Stance.ASSERT, Act(kind=ActKind.WORK_TOGETHER, actor=washington, toward=_party("mx-sedena"), about=(claim,)),
         "said"),
    )  # fmt: skip
    # whether that holds for good or only as pleaded, the article does not say
    ruling = Ruling(
        court=courts.get("ca1"),
        date=_MONDAY,
        disposition=Disposition.REVERSED,
        matter="Mexico's suit against gun makers and distributors",
        holdings=(Holding(bar=PlcaaBar.NOT_BARRED, goes_on=True),),
    )
    unnamed = Caveat(code="text.not_introduced", values=explain.values(written="Mr. Miller"))
    return (
        *(
            _said("us-ambassador-to-mexico", "the ambassador", stance, act, verb, said=_MONDAY)
            for stance, act, verb in acts
        ),
        _said("us-state", "the State Department", Stance.REPORT, talks, "press release", said=_SATURDAY),
        _said(
            "us-state-spokesperson",
            "Mr. Miller",
            Stance.DECLINE,
            Act(kind=ActKind.SPEAK_TO, actor=_party("us-state"), about=(claim,)),
            "did not address",
            said=_SATURDAY,
            caveats=(unnamed,),
        ),
        _said("us-state", "the State Department", Stance.NO_RESPONSE, claim, "no answer had been received",
              caveats=(_garbled("the United States. State Department", "the US State Department"),)),
        _said("us-dod", "the Department of Defense", Stance.NO_RESPONSE, _records_sent(), "had not responded"),
        _said("us-ca1", "a US appeals court", Stance.ASSERT, ruling, "decided", said=_MONDAY),
    )  # fmt: skip


def _records_sent() -> Act:
    return Act(
        kind=ActKind.SEND_RECORDS,
        actor=_party("mx-government"),
        toward=_party("us-dod"),
        matter="records of found weapons, to be compared with stocks in the United States",
    )


@functools.cache
def article() -> Article:
    """The article of January 2024 on military weapons in Mexico: about thirty statements and two open inquiries.

    People appear by the office they spoke for; the man whose arrest is told of is "the person to be arrested". What is
    garbled in the text keeps its literal reading and says so.

    What is alleged, and by whom:

    >>> from armstrace import Stance, as_of
    >>> text = article()
    >>> known = as_of(text.records, text.published)
    >>> for statement in known.taking(Stance.ALLEGE)[:2]:
    ...     print(statement)
    Government of Mexico alleges: arms ("military-grade weapons"): from US stockpiles to cartels
    (point of diversion unknown) (no date)
    Government of Mexico alleges: firearm ("numerous civilian-grade firearms"): from United States to criminals
    (point of diversion unknown) (no date)

    What was counted, over what period:

    >>> from armstrace import Tally
    >>> for statement in text.statements:
    ...     if isinstance(statement.proposition, Tally) and statement.proposition.count:
    ...         print(statement.proposition.count, statement.proposition.word, statement.proposition.period)
    221 fully automatic firearms 2018-12~/2023-06
    56 grenade launchers 2018-12~/2023-06
    12 rocket launchers 2018-12~/2023-06

    Who had not answered by the day of the article:

    >>> for inquiry in known.unanswered:
    ...     print(inquiry.asked)
    United States Department of State
    United States Department of Defense

    What would have to be sent so that a found weapon can be compared with stocks, where only its kind is known:

    >>> from armstrace import KindSet, TraceRequest, Weapon
    >>> for need in TraceRequest(weapon=Weapon(kinds=KindSet.of("rocket_launcher"))).missing()[:3]:
    ...     print(need.explain())
    serial number: not recorded; read it from the frame or receiver, or say that there never was one
    manufacturer: not recorded; look at the weapon again
    caliber: not recorded; copy it from barrel or slide
    """
    claim = _stocks("military-grade weapons")
    cited = (Citation(source=_source()),)
    newsroom = _party("ntd")
    to_state = Inquiry(
        asker=newsroom,
        asked=_party("us-state"),
        question="what it says to the claims of Mexico",
        about=(claim,),
        unanswered_on=PUBLISHED,
        cited=cited,
    )
    to_defense = Inquiry(
        asker=newsroom,
        asked=_party("us-dod"),
        question="whether Mexico sent records of found weapons, to be compared with stocks",
        about=(_records_sent(),),
        unanswered_on=PUBLISHED,
        cited=cited,
    )
    return Article(
        source=_source(),
        published=PUBLISHED,
        statements=(*_from_mexico(), *_on_the_operation(), *_from_the_us()),
        inquiries=(to_state, to_defense),
    )
