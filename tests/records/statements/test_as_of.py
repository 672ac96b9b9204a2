"""Who had said, asked and judged what by a day."""

from __future__ import annotations

from datetime import date

import pytest

from armstrace.dates.value import Period, UncertainDate
from armstrace.parties.table import Party
from armstrace.records.statements.acts import Act, ActKind
from armstrace.records.statements.as_of import as_of
from armstrace.records.statements.inquiries import Inquiry
from armstrace.records.statements.statements import Assessment, Rating, Stance, Statement
from armstrace.sources import Citation, Source

CITED = (Citation(source=Source(title="a.html")),)
ACT = Act(kind=ActKind.INVESTIGATE, matter="stocks")
DEMAND = Statement(
    named="A", stance=Stance.DEMAND, proposition=ACT, said=UncertainDate.exact(date(2024, 1, 20)), cited=CITED
)
DENIAL = Statement(named="B", stance=Stance.DENY, proposition=ACT, said=UncertainDate.of_month(2024, 1), cited=CITED)
INQUIRY = Inquiry(
    asked=Party.lookup("DOD"),
    question="?",
    asked_on=UncertainDate.exact(date(2024, 1, 20)),
    unanswered_on=UncertainDate.exact(date(2024, 1, 24)),
)
JUDGED = Assessment(named="C", of=DENIAL, rating=Rating.UNPROVEN, on=UncertainDate.exact(date(2024, 2, 1)))
ALL = (DEMAND, DENIAL, INQUIRY, JUDGED)


def test_records_stand_where_their_dates_put_them() -> None:
    known = as_of(ALL, date(2024, 1, 24))
    assert (DEMAND, INQUIRY) == known.records
    assert (JUDGED,) == known.later
    assert (DENIAL,) == known.unsettled
    assert (DEMAND,) == known.statements == known.taking(Stance.DEMAND)
    assert (INQUIRY,) == known.inquiries == known.unanswered
    assert () == known.assessments == known.taking(Stance.DENY, Stance.ALLEGE)


def test_another_day_answers_otherwise() -> None:
    known = as_of(ALL, date(2024, 2, 1))
    assert ALL == known.records
    assert (JUDGED,) == known.assessments
    assert () == known.unanswered
    assert not as_of(ALL, date(2023, 12, 31)).records


def test_the_account_in_words() -> None:
    assert as_of(ALL, date(2024, 2, 1)).explain().splitlines() == [
        "by 2024-02-01: 4 records; 0 later, 0 that may be either",
        "  A demands: to investigate: stocks (2024-01-20)",
        "  B denies: to investigate: stocks (2024-01)",
        "  United States Department of Defense, asked by –: ? — asked; not known if answered",
        "  C: unproven: B denies: to investigate: stocks (2024-01)",
    ]
    assert as_of((), date(2024, 2, 1)).explain("es") == (
        "hasta 2024-02-01: 0 registros; 0 posteriores, 0 que pueden ser lo uno o lo otro"
    )


def test_a_day_may_be_a_text_or_a_period() -> None:
    assert as_of(ALL, date(2024, 1, 24)) == as_of(ALL, "2024-01-24")
    year = as_of(ALL, Period.exact(date(2023, 1, 1), date(2023, 12, 31)))
    assert ALL == year.later


@pytest.mark.parametrize(("records", "day", "cause"), [(ALL, 2024, "^day must be"), ("?", "2024", "^records: a str")])
def test_wrong_arguments_are_refused_by_name(records: tuple[Inquiry, ...], day: str, cause: str) -> None:
    with pytest.raises(TypeError, match=cause):
        as_of(records, day)


def test_it_prints_on_a_line() -> None:
    assert "by 2024-02-01: 4 records; 0 later, 0 that may be either" == str(as_of(ALL, "2024-02-01"))
    assert len(repr(as_of(ALL, "2024-02-01"))) < 200
    assert "United States Department of Defense, asked by –: ?" == str(INQUIRY)
