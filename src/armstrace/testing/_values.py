"""Strategies of dates, sources, places, parties and things, where the types of the fields do not tell all."""

from __future__ import annotations

import string
from typing import Any

import attrs
from hypothesis import strategies as st

from armstrace import explain
from armstrace.dates.column_order import OrderEvidence
from armstrace.dates.intervals import DayBounds
from armstrace.dates.value import Period, UncertainDate
from armstrace.explain import Agreement, Caveat, Reason
from armstrace.parties import Party, PartyKind, PartyReading, Tenure
from armstrace.places.country import Country
from armstrace.places.place import Place
from armstrace.places.state import State
from armstrace.sources import Citation, Source, SourceKind
from armstrace.testing._build import Strategies, built, for_hint, rows, tuples_of
from armstrace.testing._plain import dates, finite, texts
from armstrace.weapons.calibers.basis import CaliberBasis
from armstrace.weapons.calibers.bores import Bore
from armstrace.weapons.calibers.caliber import Caliber
from armstrace.weapons.calibers.cartridges import Cartridge
from armstrace.weapons.kinds.kind import WeaponKind
from armstrace.weapons.kinds.kind_set import KindSet
from armstrace.weapons.makes.registry import Make
from armstrace.weapons.marks.headstamps import Headstamp
from armstrace.weapons.marks.lots import LotNumber
from armstrace.weapons.marks.markings import Marking
from armstrace.weapons.models.registry import Model, ModelEntry
from armstrace.weapons.serials.number import SerialNumber
from armstrace.weapons.serials.ranges import SerialRange
from armstrace.weapons.serials.states import SerialState
from armstrace.weapons.supply.stock_numbers import NationalStockNumber

_MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


# ---- time


@st.composite
def _uncertain_dates(draw: st.DrawFn) -> UncertainDate:
    days = sorted(draw(st.lists(dates(), min_size=1, max_size=4, unique=True)))
    several = draw(st.booleans()) if days[1:] else False
    return UncertainDate(
        earliest=days[0],
        latest=days[-1],
        candidates=tuple(days) if several else (),
        approximate=draw(st.booleans()),
        uncertain=draw(st.booleans()),
        caveats=draw(tuples_of(sentences_of("date."))),
        raw=draw(texts()),
    )


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    first, last = draw(st.tuples(_uncertain_dates(), _uncertain_dates()))
    if last.latest < first.earliest:
        first, last = last, first
    return Period(
        start=draw(st.sampled_from([first, None])),
        end=draw(st.sampled_from([last, None])),
        caveats=draw(tuples_of(sentences_of("date."))),
        raw=draw(texts()),
    )


@st.composite
def _day_bounds(draw: st.DrawFn) -> DayBounds:
    days = st.none() | st.integers(min_value=-4_000_000, max_value=4_000_000)
    least, most = draw(days), draw(days)
    if least is not None and most is not None:
        least, most = sorted((least, most))
    return DayBounds(least=least, most=most)


# ---- reasons


def sentences_of(topic: str) -> st.SearchStrategy[str]:
    """The strategy for the codes of sentences that begin with *topic*, such as ``date.``."""
    return st.sampled_from([code for code in _sentences() if code.startswith(topic)])


def _sentences() -> dict[str, str]:
    return dict(explain._wording("en")["sentences"])  # noqa: SLF001 (of this library)


@st.composite
def _sentence_values(draw: st.DrawFn) -> dict[str, Any]:
    """A code (``code``) and values (``values``) for some of the slots of its sentence."""
    code, sentence = draw(st.sampled_from(list(_sentences().items())))
    slots = dict.fromkeys(name for _, name, _, _ in string.Formatter().parse(sentence) if name)
    filled = [(name, draw(texts())) for name in slots if draw(st.booleans())]
    return {"code": code, "values": tuple(filled)}


def _reasons() -> st.SearchStrategy[Reason]:
    return _sentence_values().flatmap(
        lambda given: st.builds(
            Reason,
            code=st.just(given["code"]),
            values=st.just(given["values"]),
            agreement=st.sampled_from(Agreement),
            weight=finite(),
        )
    )


# ---- sources, places, parties


@st.composite
def _sources(draw: st.DrawFn) -> Source:
    kind = draw(st.sampled_from([SourceKind.UNKNOWN, *SourceKind]))
    resting = st.none() if kind is SourceKind.PRIMARY else for_hint(str | None)
    return draw(built(Source, kind=st.just(kind), original=resting))


def _spans() -> st.SearchStrategy[tuple[int, int] | None]:
    ends = st.integers(min_value=0)
    return st.none() | st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair)))


@st.composite
def _places(draw: st.DrawFn) -> Place:
    state = draw(st.none() | rows(State.all))
    country = state.country if state else draw(st.none() | rows(Country.all))
    return Place(
        country=country,
        state=state,
        municipality=draw(texts()),
        unread=draw(tuples_of(texts(min_size=1))),
        raw=draw(texts()),
    )


def _persons() -> tuple[Party, ...]:
    return Party.all(PartyKind.PERSON)


def _offices() -> tuple[Party, ...]:
    return Party.all(PartyKind.OFFICE)


def _candidates() -> st.SearchStrategy[tuple[Party, ...]]:
    found = st.lists(rows(Party.all), unique=True, max_size=3)
    return found.map(lambda several: tuple(sorted(several, key=lambda party: party.id)))


# ---- things


def _some_cartridges(least: int) -> st.SearchStrategy[tuple[Cartridge, ...]]:
    return st.lists(rows(Cartridge.all), min_size=least, max_size=3, unique=True).map(tuple)


def _calibers() -> st.SearchStrategy[Caliber]:
    return st.one_of(
        built(Caliber, basis=st.just(CaliberBasis.NAMED), candidates=_some_cartridges(1).map(lambda rows: rows[:1])),
        built(Caliber, basis=st.just(CaliberBasis.CONVENTION), candidates=_some_cartridges(1)),
        built(Caliber, basis=st.just(CaliberBasis.OPEN), candidates=_some_cartridges(2)),
        built(Caliber, basis=st.just(CaliberBasis.BORE_ONLY), candidates=st.just(()), bore=for_hint(Bore)),
    )


@st.composite
def _serials(draw: st.DrawFn) -> SerialNumber:
    state = draw(st.sampled_from([SerialState.LEGIBLE, *SerialState]))
    text, open_start, open_end = "", False, False
    if state in (SerialState.LEGIBLE, SerialState.ALTERED, SerialState.RESTORED):
        text = draw(_marks(_MARKS + "-/. "))
    elif state is SerialState.PARTIAL:
        text = draw(_marks(_MARKS + "?"))
        open_start, open_end = draw(st.sampled_from([(False, True), (True, False), (True, True)]))
    return SerialNumber(
        state=state,
        text=text,
        open_start=open_start,
        open_end=open_end,
        repairs=draw(tuples_of(texts(min_size=1))),
        raw=draw(texts()),
    )


def _marks(alphabet: str, size: int | None = None) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=size or 1, max_size=size or 20)


@st.composite
def _serial_ranges(draw: st.DrawFn) -> SerialRange:
    digits = draw(st.integers(min_value=1, max_value=12))
    numbers = st.integers(min_value=0, max_value=10**digits - 1)
    first, last = sorted((draw(numbers), draw(numbers)))
    prefix = draw(st.text(_MARKS[:26], max_size=6))
    return SerialRange(prefix=prefix, first=first, last=last, digits=digits, raw=draw(texts()))


def _stamps() -> st.SearchStrategy[tuple[tuple[int, str], ...]]:
    stamp = st.tuples(st.integers(min_value=0, max_value=12), texts(min_size=1))
    return tuples_of(stamp, min_size=1).map(lambda stamps: tuple(sorted(stamps, key=lambda stamp: stamp[0])))


def _makes() -> st.SearchStrategy[Make]:
    """The strategy for makes: rows of the table as read from any text, and names that are not in it."""
    listed = rows(Make.all).flatmap(lambda make: texts().map(lambda raw: attrs.evolve(make, raw=raw)))
    return st.one_of(listed, st.builds(Make, id=st.none(), name=texts(min_size=1), raw=texts()))


def _models() -> st.SearchStrategy[Model]:
    """The strategy for models: entries of the table as read from any text, and names that are not in it."""
    listed = rows(ModelEntry.all).flatmap(lambda entry: texts().map(entry.model))
    return st.one_of(listed, st.builds(Model, id=st.none(), name=texts(min_size=1), raw=texts()))


def _any_year(first: int, last: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(min_value=first, max_value=last)


STRATEGIES: Strategies = {
    UncertainDate: _uncertain_dates,
    Period: _periods,
    OrderEvidence: lambda: built(OrderEvidence, year_digits=st.sampled_from((4, 2))),
    DayBounds: _day_bounds,
    Caveat: lambda: _sentence_values().map(lambda given: Caveat(**given)),
    Reason: _reasons,
    Source: _sources,
    Citation: lambda: built(Citation, span=_spans()),
    Country: lambda: rows(Country.all),
    State: lambda: rows(State.all),
    Place: _places,
    Party: lambda: rows(Party.all),
    PartyReading: lambda: built(PartyReading, candidates=_candidates()),
    Tenure: lambda: built(
        Tenure,
        person=rows(_persons),
        office=rows(_offices),
    ),
    Cartridge: lambda: rows(Cartridge.all),
    Caliber: _calibers,
    Headstamp: lambda: built(Headstamp, codes=_stamps(), year=_any_year(1900, 2099)),
    WeaponKind: lambda: rows(WeaponKind.all),
    KindSet: lambda: built(KindSet),
    Make: _makes,
    Model: _models,
    ModelEntry: lambda: rows(ModelEntry.all),
    Marking: lambda: built(Marking, year=_any_year(1800, 2199)),
    LotNumber: lambda: built(
        LotNumber, year=_any_year(1800, 2199), month=st.none() | st.integers(min_value=1, max_value=12)
    ),
    SerialNumber: _serials,
    SerialRange: _serial_ranges,
    NationalStockNumber: lambda: built(
        NationalStockNumber, fsc=_marks(_MARKS[26:], 4), bureau=_marks(_MARKS, 2), item=_marks(_MARKS, 7)
    ),
}
