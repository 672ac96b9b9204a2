"""Strategies of suits, rulings and rules, where the types of the fields do not tell all."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from armstrace.dates.value import UncertainDate
from armstrace.law.classification.classification import Classification, PracticeNote
from armstrace.law.classification.conditions import AllOf, AnyOf, Not, Question, Test
from armstrace.law.classification.contrast import Contrast
from armstrace.law.classification.schemes import UNDETERMINED, Scheme
from armstrace.law.litigation.cases import LegalCase
from armstrace.law.litigation.citations import CitationKind, LegalCitation
from armstrace.law.litigation.courts import Court, CourtLevel
from armstrace.law.litigation.docket import Claim, Docket
from armstrace.law.litigation.events import Event
from armstrace.law.litigation.exception_findings import ElementFinding
from armstrace.law.litigation.exceptions import PlcaaException
from armstrace.law.litigation.litigants import CaseParty, LitigantRole
from armstrace.law.litigation.procedure import Disposition, EventKind, Ground
from armstrace.law.litigation.reporters import Reporter
from armstrace.law.litigation.rulings import Holding, Ruling, RulingFinding
from armstrace.law.litigation.status import CaseStatus
from armstrace.law.litigation.statutes import Statute
from armstrace.testing._build import Strategies, built, for_hint, just, rows, tuples_of
from armstrace.testing._plain import texts
from armstrace.testing._values import sentences_of

_DIGITS = "0123456789"
# rulings of a court of first instance that never fail for what went before
_DENIALS = tuple(ruling for ruling in Disposition if not ruling.dismisses and not ruling.reviews)
_STEPS = tuple(kind for kind in EventKind if not kind.is_ruling and kind is not EventKind.COMPLAINT_FILED)


# ---- citations


def _cited(kind: CitationKind, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[LegalCitation]:
    absent = {name: st.just("") for name in ("volume", "source", "pin") if name not in fields}
    parenthetical = st.sampled_from(("", "1st Cir. 2024", "D. Mass. 2022"))
    return built(LegalCitation, kind=st.just(kind), parenthetical=parenthetical, **fields, **absent)


def _number(most: int) -> st.SearchStrategy[str]:
    return st.integers(min_value=1, max_value=most).map(str)


def _dockets() -> st.SearchStrategy[str]:
    return st.from_regex(r"[0-9]{2}-[0-9]{1,5}|[0-9]:[0-9]{2}-cv-[0-9]{5}", fullmatch=True)


@st.composite
def _reported(draw: st.DrawFn) -> LegalCitation:
    row = draw(rows(Reporter.all))
    volume = st.integers(min_value=1950, max_value=2199) if row.neutral else st.integers(min_value=1, max_value=999)
    pin = st.just("") | _number(9999)
    return draw(
        _cited(
            CitationKind.REPORTER,
            volume=volume.map(str),
            source=st.just(row.abbreviation),
            page=_number(9999),
            pin=pin,
        )
    )


def _citations() -> st.SearchStrategy[LegalCitation]:
    section = st.from_regex(r"[1-9][0-9]{0,4}[a-z]?(\([A-Za-z0-9]{1,3}\)){0,3}", fullmatch=True)
    title, year = _number(54), st.integers(min_value=1980, max_value=2099).map(str)
    return st.one_of(
        _reported(),
        _cited(CitationKind.DATABASE, volume=year, source=st.just("WL"), page=_number(9_999_999)),
        _cited(CitationKind.DOCKET, page=_dockets()),
        _cited(CitationKind.SLIP, page=_dockets(), pin=st.just("") | _number(99)),
        _cited(CitationKind.STATUTE, volume=title, source=st.just("U.S.C."), page=section),
        _cited(CitationKind.REGULATION, volume=title, source=st.just("C.F.R."), page=section),
        _cited(CitationKind.STATE_STATUTE, source=st.just("Conn. Gen. Stat."), page=section),
        _cited(CitationKind.PUBLIC_LAW, page=st.from_regex(r"[1-9][0-9]{0,2}-[1-9][0-9]{0,3}", fullmatch=True)),
    )


# ---- rulings and suits


def _findings() -> st.SearchStrategy[RulingFinding]:
    exception = rows(PlcaaException.all)
    return exception.flatmap(
        lambda entry: built(RulingFinding, exception=st.just(entry.clause), element=st.sampled_from(entry.elements))
    )


def _elements() -> st.SearchStrategy[str]:
    return st.sampled_from([element for entry in PlcaaException.all() for element in entry.elements])


@st.composite
def _events(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(EventKind))
    court, date = draw(for_hint(Court | None)), draw(for_hint(UncertainDate))
    given = just(kind=kind, court=court, date=date)
    ruling = _rulings(court, date, Disposition(kind.value)) if kind.is_ruling else st.none()
    return draw(built(Event, docket=_dockets(), ruling=ruling, **given))


def _rulings(
    court: Court | None, date: UncertainDate, disposition: Disposition, **fields: st.SearchStrategy[Any]
) -> st.SearchStrategy[Ruling]:
    return built(Ruling, **just(court=court, date=date, disposition=disposition), **fields)


def _some(names: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=3).map(tuple) if names else st.just(())


@st.composite
def _cases(draw: st.DrawFn) -> LegalCase:
    """A suit that is filed, takes some steps, and ends with a ruling of the court of first instance."""
    names = draw(st.lists(texts(min_size=1), max_size=3, unique=True))
    ids = draw(st.lists(texts(min_size=1), max_size=2, unique=True))
    first, *between, last = draw(st.lists(_firm_dates(), min_size=2, max_size=4).map(_in_order))
    filed = _steps(first, "filed", st.just(EventKind.COMPLAINT_FILED), names)
    steps = [_steps(day, f"step-{number}", st.sampled_from(_STEPS), names) for number, day in enumerate(between)]
    events = [*(draw(step) for step in (filed, *steps)), draw(_decisions(last, names, ids))]
    defendant = built(CaseParty, joined=st.none(), left=st.none(), **just(role=LitigantRole.DEFENDANT))
    parties = tuple(attrs.evolve(draw(defendant), name=name) for name in names)
    claims = tuple(draw(built(Claim, id=st.just(claim_id), defendants=_some(names))) for claim_id in ids)
    given = just(events=tuple(events), leading_event="ruled", parties=parties, claims=claims)
    return draw(built(LegalCase, **given))


def _steps(
    date: UncertainDate, event_id: str, kind: st.SearchStrategy[EventKind], names: list[str]
) -> st.SearchStrategy[Event]:
    # who leaves does so on some ground
    given = {"kind": kind, "affects": _some(names), "ground": st.sampled_from(Ground), "docket": _dockets()}
    return built(Event, **given, **just(id=event_id, date=date, ruling=None))


@st.composite
def _decisions(draw: st.DrawFn, date: UncertainDate, names: list[str], claims: list[str]) -> Event:
    court = draw(st.sampled_from([court for court in Court.all() if court.level is CourtLevel.TRIAL]))
    goes_on = st.sampled_from([None, True])
    holdings = tuples_of(built(Holding, claims=_some(claims), defendants=_some(names), goes_on=goes_on))
    disposition = draw(st.sampled_from(_DENIALS))
    ruling = draw(_rulings(court, date, disposition, holdings=holdings, reviewed=st.just(())))
    given = just(id="ruled", date=date, kind=EventKind(disposition.value), court=court, ruling=ruling)
    return draw(built(Event, affects=_some(names), docket=_dockets(), **given))


def _firm_dates() -> st.SearchStrategy[UncertainDate]:
    return for_hint(UncertainDate).map(lambda date: attrs.evolve(date, approximate=False, uncertain=False))


def _in_order(days: list[UncertainDate]) -> list[UncertainDate]:
    return sorted(days, key=lambda day: (day.latest, day.earliest))


def _states() -> st.SearchStrategy[CaseStatus]:
    settled = built(CaseStatus, possible=st.just(()))
    several = st.lists(settled, min_size=2, max_size=3).map(tuple)
    return st.one_of(settled, built(CaseStatus, possible=several))


# ---- classes and rules


@st.composite
def _classifications(draw: st.DrawFn) -> Classification:
    scheme = draw(st.sampled_from(Scheme.all()))
    outcome = st.sampled_from([UNDETERMINED, *scheme.classes])
    candidates = _some(list(scheme.classes))
    return draw(built(Classification, scheme=st.just(scheme), outcome=outcome, candidates=candidates))


def _parts() -> st.SearchStrategy[tuple[Any, ...]]:
    return tuples_of(for_hint(Test | Question), min_size=1)


STRATEGIES: Strategies = {
    LegalCitation: _citations,
    Court: lambda: rows(Court.all),
    Reporter: lambda: rows(Reporter.all),
    PlcaaException: lambda: rows(PlcaaException.all),
    Statute: lambda: st.one_of(rows(Statute.all), built(Statute)),
    Docket: lambda: built(Docket, number=_dockets()),
    RulingFinding: _findings,
    ElementFinding: lambda: built(ElementFinding, element=_elements()),
    Event: _events,
    LegalCase: lambda: st.one_of(_cases(), rows(LegalCase.all)),
    CaseStatus: _states,
    Scheme: lambda: rows(Scheme.all),
    Classification: _classifications,
    Contrast: lambda: built(Contrast, classes=tuples_of(for_hint(Classification), min_size=1)),
    PracticeNote: lambda: built(PracticeNote, code=sentences_of("law.said_")),
    # a condition within a condition within a condition would grow beyond measure
    AllOf: lambda: built(AllOf, parts=_parts()),
    AnyOf: lambda: built(AnyOf, parts=_parts()),
    Not: lambda: built(Not, part=for_hint(Test | Question)),
}
