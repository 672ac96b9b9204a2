"""Incidents and their counts."""

from __future__ import annotations

from armstrace._convert import from_plain, to_plain
from armstrace.counts.value import Count
from armstrace.dates.value import UncertainDate
from armstrace.explain import Caveat
from armstrace.places import Place
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
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.weapon import Weapon

FULL = Incident(
    kind=IncidentKind.CLASH,
    name="street fight",
    date=UncertainDate.of_month(2023, 1),
    place=Place.read(country="MX", state="Sinaloa", municipality="Culiacán"),
    forces=("army", "gunmen"),
    target="the person to be arrested",
    casualties=(
        Casualties(side="army", harm=Harm.KILLED, count=Count.exact(10)),
        Casualties(side="gunmen", harm=Harm.KILLED, count=Count.at_least(19), alleged=True),
        Casualties(side="army", harm=Harm.WOUNDED, count=Count.exact(3)),
        Casualties(side="gunmen", harm=Harm.WOUNDED),
    ),
    weapons=(
        WeaponsUsed(
            side="gunmen",
            weapon=Weapon(kinds=KindSet.of("machine_gun"), caliber=Caliber.parse(".50")),
            count=Count.exact(6),
            against="soldiers",
            caveats=(Caveat(code="tally.suspect"),),
        ),
    ),
    vehicles=(Vehicles(side="gunmen", word="trucks", count=Count.more_than(240), fitted_with="gun platforms"),),
    aircraft=(Aircraft(side="army", word="helicopters", part=AircraftPart.FORCED_DOWN, count=Count.exact(2)),),
    remarks="-",
)


def test_everything_goes_to_json_and_back() -> None:
    back = from_plain(to_plain(FULL), Incident)
    assert (FULL, repr(FULL)) == (back, repr(back))


def test_totals_are_given_only_where_each_side_is() -> None:
    assert "29.." == str(FULL.total(Harm.KILLED))
    assert FULL.total(Harm.WOUNDED) is None
    assert FULL.total(Harm.ARRESTED) is None


def test_an_incident_in_one_line() -> None:
    assert "clash, street fight, Culiacán, Sinaloa, Mexico, 2023-01" == str(FULL)
    assert "hecho" == Incident().label("es")
