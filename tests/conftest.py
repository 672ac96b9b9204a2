"""Values of every public type, gathered once: what the library makes of its samples, tables and a few cells."""

from __future__ import annotations

import functools
from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from armstrace import link, reconcile, samples, trace_readiness, us_channel
from armstrace.blind import blind_keys, common_serials
from armstrace.counts.column import count_column
from armstrace.counts.measured import Measured
from armstrace.counts.value import Count
from armstrace.dates.column_order import column_order
from armstrace.dates.intervals import DayBounds
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import Fault
from armstrace.law.classification.circumstances import Circumstances, Holder, Purpose
from armstrace.law.classification.classification import PracticeNote
from armstrace.law.classification.classify import classify
from armstrace.law.classification.contrast import contrast
from armstrace.law.classification.schemes import Scheme
from armstrace.law.litigation import LegalCase, PlcaaException, Reporter, Statute, assess
from armstrace.matching.comparisons.serials import SerialAgreement, Slip
from armstrace.matching.coverage.scopes import ListScope
from armstrace.matching.duplicates import deduplicate
from armstrace.matching.evaluation.evaluate import evaluate
from armstrace.matching.evaluation.proportions import Proportion
from armstrace.matching.evaluation.scores import Scores
from armstrace.matching.evaluation.thresholds import threshold_for
from armstrace.matching.learning.fit import fit
from armstrace.matching.match_model import MatchModel
from armstrace.parties import PartyReading, in_office, read
from armstrace.places import Place
from armstrace.records.chains import chain
from armstrace.records.custody import CustodyRecord, CustodySort
from armstrace.records.figures.shares import ShareMethod, share_of
from armstrace.records.figures.tallies import Absence, Measure, PeriodBasis, Tally
from armstrace.records.recorded import RecordedWeapon
from armstrace.records.statements.statements import Assessment, Rating, Stance, Statement
from armstrace.records.tables.aliases import Aliases
from armstrace.records.tables.columns import ColumnMap
from armstrace.records.tables.suggestions import suggest
from armstrace.records.tables.unrecognized_values import UnrecognizedValue
from armstrace.records.transfers import DiversionPoint, Transfer
from armstrace.sources import Citation, Source
from armstrace.tracing.diversion import diversion
from armstrace.tracing.outcomes import Reached, TraceFailure, TraceOutcome, TraceSource
from armstrace.tracing.requests import TraceRequest
from armstrace.tracing.time_to_crime import ShortLimit, time_to_crime
from armstrace.units import Energy, Length
from armstrace.weapons import kinds, makes, models
from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.construction import Construction, Making, Payload, Projectile
from armstrace.weapons.features import Action, Feed, FireMode, Propulsion
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.marks.headstamps import Headstamp
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.marks.markings import Marking, MarkingKind
from armstrace.weapons.models.registry import ModelEntry
from armstrace.weapons.reader import read_weapon, read_weapons
from armstrace.weapons.serials.agreement import compare
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.ranges import SerialRange
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.supply.item_names import read_item_name
from armstrace.weapons.supply.items import StockItem
from armstrace.weapons.supply.stock_numbers import NationalStockNumber, SupplyClass
from armstrace.weapons.weapon import Weapon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

# of each type as many as this, the first that were found
_ENOUGH = 25
_CITED = Citation(source=Source(title="tabla \u2028 «é»"), row=2, span=(3, 9))
_DAY = date(2024, 1, 22)
_FULL = Weapon(
    kinds=kinds.KindSet.of("rifle", "carbine"),
    legal_word="fusil",
    pattern="AR",
    action=Action.SELF_LOADING,
    fire_modes=frozenset({FireMode.BURST, FireMode.AUTOMATIC}),
    feed=Feed.BOX_MAGAZINE,
    caliber=Caliber.parse("5,56X45 mm NATO"),
    barrel_length=Length.parse("14.50 in"),
    overall_length=Length.parse("840 mm"),
    rifled=True,
    has_stock=True,
    make=Make.lookup("COLT"),
    model=ModelEntry.lookup("M16A1").model(raw="M-16 A1"),
    made=UncertainDate.of_year(1968, raw="1968"),
    serial=SerialNumber.parse("SERIE: 96?1462"),
    lot=LotNumber.parse("LOT MA-90F018-001"),
    markings=(Marking(kind=MarkingKind.IMPORT, text="CAI ST ALB VT", year=1987, state=SerialState.PARTIAL),),
    stock_number=NationalStockNumber.parse("1005-01-128-9936"),
    receiver_of=WeaponKind.lookup("rifle"),
    made_from=WeaponKind.lookup("rifle"),
    explosive=False,
    guided=False,
    propulsion=Propulsion.EXPLOSIVE,
    muzzle_energy=Energy(value=Decimal("1300.50"), unit="foot_pound"),
    construction=Construction(
        made_by=Making.ARTISANAL,
        projectile=Projectile.TRACER,
        payload=Payload.CHEMICAL,
        pellet_diameter=Length(value=Decimal("8.4"), unit="mm"),
    ),
    extras=(("foto", "sí"),),
)


def _roots() -> Iterator[object]:
    """What the values are taken from, by layer."""
    found, listed = samples.seizures(), samples.stock()
    article = samples.article()
    yield from (_FULL, found, listed, article, link(found.records, listed.records))
    # values
    yield UncertainDate.either([date(2023, 1, 5), date(2023, 5, 1)], raw="05/01/2023")
    yield Period(start=UncertainDate.of_month(2018, 12), end=None)
    yield (
        DayBounds(least=None, most=3),
        count_column(["12.5", "1,234"]),
        suggest(["Tipo", "Serie", "Matrícula"], [["FUSIL"], ["A1234"], ["B1234"]]),
        column_order(["05/01/2023", "31/1/23", "2/3/23"]),
        column_order([], declared=True),
    )
    yield Fault(path="$.a", cause="missing", value="1", allowed=("a",), nearest=("a",))
    yield Place.read(country="MX", state="Tamps", municipality="Reynosa")
    yield (*read("Ejército Mexicano y Grupo Lobo"), *read("SSP", Place.read(country="MX", state="Sonora"), on=_DAY))
    yield (PartyReading(), *in_office("mx-foreign-secretary"))
    # weapons
    yield from map(Caliber.parse, ("9 MM", ".50", "cal. 12", "7,62x39"))
    yield from (
        Bore(value=Decimal("12.70"), unit="mm"),
        Headstamp.parse("12: LC, 6: 2018"),
        read_item_name("RIFLE,7.62 MILLIMETER"),
    )
    yield from (
        SerialRange.parse("A100000-A100499"),
        SupplyClass.get("1005"),
        StockItem.get("000739421"),
        WeaponKind.lookup("pistol"),
        ModelEntry.lookup("M16A1"),
    )
    yield compare(SerialNumber.parse("A123456"), SerialNumber.parse("A123465"))
    for cells in ({"kind": "FUSIL raro", "make": "COLT", "model": "ZZ-9", "caliber": "9 MM"}, {"make": "ZAMORANO"}):
        yield read_weapon(cells, language="es")
    yield read_weapons("2 fusiles AK-47 sin culata, raro")
    yield from (
        kinds.read("fusil de asalto", language="es"),
        makes.read("Norinco / Bareta"),
        models.read("AR-15 o M4"),
        makes.read("FN HERSTAL"),
    )
    # records
    same: dict[str, Any] = {
        "measure": Measure.SEIZED,
        "period": Period.exact(_DAY, _DAY),
        "actor": "SEDENA",
        "basis": PeriodBasis.RECOVERY,
    }
    yield Measured.parse("más de 2,5 kg")
    some, all_of_them = (Tally(count=Count.exact(count, raw=f"{count}"), **same) for count in (3, 12))
    yield from (some, Tally(count=None, absence=Absence.WITHHELD, measure=Measure.SEIZED))
    shares = [share_of(some, all_of_them, method=method) for method in ShareMethod]
    yield from (shares, shares[0].counted)
    yield from (ColumnMap.all(), Aliases().with_row("caliber", "calibre raro", "9x19mm"))
    yield UnrecognizedValue(field="kind", value="chisme", count=2, nearest=("rifle",))
    yield chain(
        [
            CustodyRecord(
                weapon=_FULL, sort=CustodySort.STOCK, date=UncertainDate.of_year(2010), holder="Army", citation=_CITED
            ),
            *found.records[:1],
        ]
    )
    said = [
        Statement(
            stance=Stance.ASSERT,
            proposition=Transfer(diversion=point),
            speaker=read("SEDENA")[0].party,
            reported=UncertainDate.exact(_DAY),
            cited=(_CITED,),
        )
        for point in (DiversionPoint.UNKNOWN, *DiversionPoint)
    ]
    yield from (said, Assessment(of=said[0], rating=Rating.MIXED, named="a", cited=(_CITED,)))
    yield diversion(said)
    # law
    given = Circumstances(holder=Holder.CHARRO, club_member=True, purpose=Purpose.HUNTING)
    yield (given, PracticeNote(id="n", citation="Circular 1", code="x", verified=False, source="https://example.org/"))
    for weapon in (_FULL, Weapon()):
        yield from (classify(weapon, scheme, on=_DAY, given=given) for scheme in Scheme.all())
        yield from (contrast(weapon, on=_DAY), us_channel(weapon, on=_DAY))
    for case in LegalCase.all():
        yield from (case, case.status(on=_DAY), case.history())
        yield from (assess(claim, case=case, on=_DAY) for claim in case.claims)
    yield from (PlcaaException.all(), Reporter.all(), Statute.all())
    # tracing and matching
    recorded = RecordedWeapon(weapon=_FULL, date=UncertainDate.exact(_DAY), citation=_CITED)
    request = TraceRequest.of(recorded, importer="CAI")
    yield from (request, request.missing(), trace_readiness(found))
    yield TraceOutcome(recorded=recorded, source=TraceSource.US_MADE, reached=Reached.PURCHASER_IDENTIFIED)
    yield TraceOutcome(failures=frozenset({TraceFailure.DUPLICATE_REQUEST, TraceFailure.DEALER_GONE_OR_UNREACHABLE}))
    yield time_to_crime(UncertainDate.of_year(2020), UncertainDate.exact(_DAY), limit=ShortLimit(years=3))
    yield from _matched()
    yield from (MatchModel.default(), reconcile([some, all_of_them]))


def _matched() -> Iterator[object]:
    """What matching makes of lists, and says of itself."""

    def row(record_id: str, serial: str) -> RecordedWeapon:
        weapon = Weapon(serial=SerialNumber.parse(serial))
        return RecordedWeapon(weapon=weapon, record_id=record_id, citation=_CITED)

    found, listed = row("F1", "96714-62"), row("K1", "9671462")
    yield fit(MatchModel.default(), [(found, listed, True), (found, row("K9", "W361028"), False)])
    matches = link([row("S1", "96714-62"), row("S2", "LIMADA")], [row("K1", "9671462"), row("K2", "W361028")])
    truth = [("S1", "K1"), ("S2", "K2")]
    yield from (matches, threshold_for(matches, truth, precision=0.5))
    yield from (evaluate(matches, truth, noise={truth[0]: "typo"}), Scores(given=2, true=2, right=1, short_listed=1))
    yield deduplicate([row("A", "W361028"), row("B", "MAT. W36-1028"), row("C", "LIMADA")])
    mine = blind_keys(map(SerialNumber.parse, ["S/N", "96714-62", "W361028", "LIMADA"]), bytes(range(32)))
    yield from (mine, common_serials(mine, mine.for_exchange()), ListScope.lookup("LESO_2020"))
    yield ListScope.of("Armory book", sort=CustodySort.STOCK, no_kinds=["launcher"], no_calibers=[".50"])
    edits = compare(SerialNumber.parse("A123456"), SerialNumber.parse("A123465")).edits
    yield from (
        SerialAgreement(level="a", cost=1.0, edits=edits, slips=(Slip(kind="a", edit=edits[0]),)),
        Proportion(part=1, whole=2),
    )


@pytest.fixture(scope="session")
def instances() -> dict[type, list[object]]:
    """Up to 25 values of each attrs class, those in the parts of others among them."""
    found: dict[type, list[object]] = defaultdict(list)
    seen: set[int] = set()
    roots = list(_roots())  # kept, so that no id is given twice
    waiting: list[Any] = list(roots)
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple | list | frozenset):
            waiting += value
        elif attrs.has(type(value)) and id(value) not in seen:
            seen.add(id(value))
            if len(found[type(value)]) < _ENOUGH:
                found[type(value)].append(value)
            waiting += [getattr(value, field.name) for field in attrs.fields(type(value))]
    return found


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Lets a class of rows read its table once more, for one test only."""

    def forget(cls: Any) -> None:
        load = functools.partial(cls.registry.__wrapped__, cls)
        monkeypatch.setattr(cls, "registry", staticmethod(functools.cache(load)))

    return forget
