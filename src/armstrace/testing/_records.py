"""Strategies of records, traces and tables, where the types of the fields do not tell all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from armstrace.counts.value import Count
from armstrace.dates.value import UncertainDate
from armstrace.formats.layouts import FILLABLE, Layout, LongLayout, WideLayout
from armstrace.formats.tally_table import TallyTable
from armstrace.parties import Party
from armstrace.places.country import Country
from armstrace.records.chains import CustodyChain, Link, chain
from armstrace.records.figures.percents import Percent
from armstrace.records.figures.shares import Share
from armstrace.records.figures.tallies import Absence, Tally
from armstrace.records.seizures import SeizedItem, Seizure
from armstrace.records.statements.acts import Act
from armstrace.records.statements.inquiries import Inquiry
from armstrace.records.statements.statements import Assessment, Proposition, Statement
from armstrace.records.tables.columns import FIELDS, ColumnMap
from armstrace.records.tables.table_result import Problem, Record, Skipped, TableResult
from armstrace.sources import Citation
from armstrace.testing._build import Strategies, built, content, for_hint, just, tuples_of
from armstrace.testing._plain import dates, texts
from armstrace.testing._values import sentences_of
from armstrace.tracing.outcomes import Reached, TraceFailure, TraceOutcome, TraceSource
from armstrace.tracing.time_to_crime import ShortLimit
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal


# ---- counts and shares


@st.composite
def _counts(draw: st.DrawFn) -> Count:
    least = draw(st.integers(min_value=0))
    more = draw(st.none() | st.integers(min_value=0))
    return Count(
        least=least,
        most=None if more is None else least + more,
        approximate=draw(st.booleans()),
        printed=draw(st.none() | st.integers(min_value=0)),
        unit=draw(st.sampled_from((None, None, "box"))),
        raw=draw(texts()),
    )


def _percentages(least: int = 0) -> st.SearchStrategy[Decimal]:
    places = st.integers(min_value=0, max_value=12)
    return places.flatmap(lambda places: st.decimals(min_value=least, max_value=100, places=places))


def _percents() -> st.SearchStrategy[Percent]:
    # a difference of two may be below zero
    pairs = st.lists(_percentages(-100), min_size=2, max_size=2).map(sorted)
    return pairs.map(lambda pair: Percent(low=pair[0], high=pair[1]))


@st.composite
def _shares(draw: st.DrawFn) -> Share:
    part, whole = draw(_counts()), draw(_counts())
    if part.above(whole):
        part, whole = whole, part
    printed = draw(st.none() | _percentages())
    known = [(part, whole)] if printed is None else [(None, None), (part, None), (None, whole), (part, whole)]
    numerator, denominator = draw(st.sampled_from(known))
    return draw(built(Share, **just(numerator=numerator, denominator=denominator, printed=printed)))


def _tallies() -> st.SearchStrategy[Tally]:
    return st.one_of(
        built(Tally, count=_counts(), absence=st.none()),
        built(Tally, count=st.none(), absence=st.sampled_from(Absence)),
    )


# ---- statements and records


def _spoken(cls: type[Any], speaker: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The strategy for values of *cls*, which needs a party in the field *speaker*, or a name in ``named``."""
    party = for_hint(Party)
    return st.one_of(
        built(cls, **{speaker: party}, **fields),
        built(cls, **{speaker: st.none()}, named=texts(min_size=1), **fields),
    )


def _cited() -> st.SearchStrategy[tuple[Citation, ...]]:
    return tuples_of(for_hint(Citation), min_size=1)


def _content() -> st.SearchStrategy[Proposition]:
    return st.one_of(*map(for_hint, sorted(content(), key=lambda cls: cls.__name__)))


@st.composite
def _acts(draw: st.DrawFn) -> Act:
    plain = [cls for cls in content() if cls is not Act]
    # an act about an act about an act would grow beyond measure
    about = st.one_of(built(Act, about=st.just(())), *map(for_hint, plain))
    return draw(built(Act, about=st.lists(about, max_size=2).map(tuple)))


@st.composite
def _inquiries(draw: st.DrawFn) -> Inquiry:
    days = draw(st.lists(for_hint(UncertainDate), min_size=4, max_size=4))
    asked, acknowledged, unanswered, answered = sorted(days, key=lambda day: day.earliest)
    days_of = {
        "asked_on": asked,
        "acknowledged_on": acknowledged,
        "unanswered_on": unanswered,
        "answered_on": answered,
    }
    given = {name: st.sampled_from([None, day]) for name, day in days_of.items()}
    return draw(built(Inquiry, about=tuples_of(_content()), **given))


def _dated(link: Link, day: datetime.date) -> Link:
    return attrs.evolve(link, date=UncertainDate.exact(day))


def _chains() -> st.SearchStrategy[CustodyChain]:
    # most records have no date or a vague one, and few of them would be in order
    dated = st.lists(st.builds(_dated, for_hint(Link), dates()), max_size=2)
    return st.tuples(dated, st.lists(for_hint(Link), max_size=1)).map(lambda links: chain([*links[0], *links[1]]))


@st.composite
def _outcomes(draw: st.DrawFn) -> TraceOutcome:
    reached = draw(st.sampled_from([Reached.UNKNOWN, *Reached]))
    source = st.just(TraceSource.UNKNOWN) if reached is Reached.NOT_SUBMITTED else st.sampled_from(TraceSource)
    failed = reached not in (Reached.NOT_SUBMITTED, Reached.PURCHASER_IDENTIFIED)
    failures = st.frozensets(st.sampled_from(TraceFailure), max_size=3) if failed else st.just(frozenset[Any]())
    return draw(built(TraceOutcome, reached=st.just(reached), source=source, failures=failures))


def _limits() -> st.SearchStrategy[ShortLimit]:
    return st.one_of(
        st.builds(ShortLimit, years=st.integers(min_value=1, max_value=99)),
        st.builds(ShortLimit, days=st.integers(min_value=1, max_value=36_599)),
    )


# ---- tables


def _problems(*, rejects: bool | None = None) -> st.SearchStrategy[Problem]:
    code = sentences_of("problem.").map(lambda code: code.removeprefix("problem."))
    return built(Problem, code=code, rejects=st.booleans() if rejects is None else st.just(rejects))


def _skipped() -> st.SearchStrategy[Skipped]:
    return built(Skipped, reason=st.sampled_from(("blank", "title", "header", "note", "total")))


@st.composite
def _results(draw: st.DrawFn) -> TableResult:
    problems = draw(tuples_of(_problems()))
    skipped = draw(tuples_of(_skipped()))
    records = draw(st.lists(for_hint(Record), max_size=2).map(tuple))
    rejected = len({problem.row for problem in problems if problem.rejects})
    rows = len(records) + rejected + len(skipped)
    return draw(built(TableResult, **just(problems=problems, skipped=skipped, records=records, rows=rows)))


@st.composite
def _tally_tables(draw: st.DrawFn) -> TallyTable:
    figures = draw(st.lists(st.tuples(_tallies(), for_hint(Citation)), max_size=2))
    skipped = draw(tuples_of(_skipped()))
    given = just(
        tallies=tuple(tally for tally, _ in figures),
        citations=tuple(citation for _, citation in figures),
        skipped=skipped,
        read=len(figures),
        rows=len(figures) + len(skipped),
    )
    return draw(built(TallyTable, problems=tuples_of(_problems(rejects=False)), **given))


@st.composite
def _column_maps(draw: st.DrawFn) -> ColumnMap:
    record = draw(st.sampled_from(list(FIELDS)))
    names = draw(st.lists(st.sampled_from(FIELDS[record]), unique=True))
    headers = tuple((name, draw(tuples_of(texts(min_size=1), min_size=1))) for name in names)
    required = st.lists(st.sampled_from(names), unique=True).map(tuple) if names else st.just(())
    given = just(record=record, headers=headers)
    return draw(built(ColumnMap, required=required, country=_country_codes(), **given))


def _country_codes() -> st.SearchStrategy[str | None]:
    return st.none() | for_hint(Country).map(lambda country: country.id)


def _filled_down() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(FILLABLE), unique=True).map(tuple)


@st.composite
def _wide(draw: st.DrawFn) -> WideLayout:
    headers = draw(st.lists(texts(min_size=1), max_size=3, unique=True))
    kinds = tuple((header, draw(for_hint(KindSet))) for header in headers)
    totals = tuple((header, tuple(headers[:index])) for index, header in enumerate(headers) if index > 1)
    given = {"kinds": st.just(kinds), "totals": st.sampled_from([(), totals])}
    return draw(built(WideLayout, fill_down=_filled_down(), country=_country_codes(), **given))


STRATEGIES: Strategies = {
    Count: _counts,
    Percent: _percents,
    Share: _shares,
    Tally: _tallies,
    Proposition: _content,
    Act: _acts,
    Statement: lambda: _spoken(Statement, "speaker", cited=_cited(), proposition=_content()),
    Assessment: lambda: _spoken(Assessment, "by_whom"),
    Inquiry: _inquiries,
    Seizure: lambda: built(Seizure, items=tuples_of(for_hint(SeizedItem), min_size=1)),
    CustodyChain: _chains,
    TraceOutcome: _outcomes,
    ShortLimit: _limits,
    Problem: _problems,
    Skipped: _skipped,
    TableResult: _results,
    TallyTable: _tally_tables,
    ColumnMap: _column_maps,
    Layout: lambda: built(Layout, fill_down=_filled_down(), country=_country_codes()),
    LongLayout: lambda: built(LongLayout, fill_down=_filled_down(), country=_country_codes()),
    WideLayout: _wide,
}
