"""Chains of custody and their gaps."""

from __future__ import annotations

from datetime import date

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.records.chains import CustodyChain, Gap, chain
from armstrace.records.custody import CustodyRecord, CustodySort
from armstrace.records.seizures import RecoveryMode, SeizedItem, Seizure
from armstrace.sources import Citation, Source
from armstrace.weapons.weapon import Weapon

CITED = Citation(source=Source(title="b.csv"), row=2)


def record(
    sort: CustodySort, when: UncertainDate | None, holder: str | None = None, recipient: str | None = None
) -> CustodyRecord:
    return CustodyRecord(weapon=Weapon(), sort=sort, date=when, holder=holder, recipient=recipient, citation=CITED)


MADE = record(CustodySort.MANUFACTURE, UncertainDate.of_year(2010), "Acme", "ARMY")
HELD = record(CustodySort.STOCK, UncertainDate.exact(date(2011, 1, 10)), "Army")
LOST = record(CustodySort.LOSS, UncertainDate.exact(date(2015, 1, 10)), "Army")
UNDATED = record(CustodySort.SALE, None, "Shop")
FOUND = Seizure(
    items=(SeizedItem(weapon=Weapon()),),
    date=UncertainDate.of_month(2016, 2),
    authority="SEDENA",
    recovery_mode=RecoveryMode.FOUND,
    legal_justification="portación sin licencia",
    criminal_context="narcotráfico",
    citation=CITED,
)


def test_records_come_in_order_with_what_lies_between() -> None:
    made = chain([FOUND, LOST, MADE, UNDATED, HELD])
    assert (MADE, HELD, LOST, FOUND) == made.records
    assert (UNDATED,) == made.unplaced
    assert ["10..374", "1461", "387..415"] == [str(gap.days) for gap in made.gaps]
    assert [True, None, None] == [gap.handed_on for gap in made.gaps]


def test_a_chain_in_words() -> None:
    made = chain([FOUND, MADE, HELD, UNDATED])
    assert made.explain("en").splitlines() == [
        "made: Acme, 2010 (b.csv, row 2)",
        "  handed on as recorded; 10..374 days between",
        "held: Army, 2011-01-10 (b.csv, row 2)",
        "  nothing is recorded for 1848..1876 days",
        "found: SEDENA, 2016-02 (b.csv, row 2)",
        "cannot be placed in order of time: sold: Shop, – (b.csv, row 2)",
        "note: that somebody held a weapon earlier implies no wrongdoing",
    ]
    assert "haber tenido antes un arma no implica falta alguna" in made.explain("es")


@pytest.mark.parametrize(
    ("when", "placed"),
    [
        (UncertainDate.exact(date(2011, 1, 9)), True),
        (UncertainDate.exact(date(2011, 1, 10)), False),
        (UncertainDate.of_month(2011, 1), False),
        (None, False),
    ],
)
def test_order_is_never_guessed(when: UncertainDate | None, placed: bool) -> None:
    other = record(CustodySort.SALE, when, "Shop")
    made = chain([HELD, other])
    assert placed is (other in made.records)
    assert len(made.gaps) == max(0, len(made.records) - 1)


def test_another_recipient_was_not_handed_on_to() -> None:
    assert [False] == [gap.handed_on for gap in chain([MADE, record(CustodySort.SALE, LOST.date, "Shop")]).gaps]


def test_no_records_no_chain() -> None:
    assert CustodyChain() == chain([])


def test_lists_become_tuples() -> None:
    made = chain([MADE, HELD, UNDATED])
    again = CustodyChain(records=list(made.records), gaps=list(made.gaps), unplaced=list(made.unplaced))
    assert made == again
    assert hash(made) == hash(again)


@pytest.mark.parametrize(
    ("records", "gaps"),
    [((MADE, HELD), ()), ((), chain([MADE, HELD]).gaps), ((HELD, LOST), chain([MADE, HELD]).gaps)],
)
def test_what_lies_between_lies_between_its_records(records: tuple[CustodyRecord, ...], gaps: tuple[Gap, ...]) -> None:
    with pytest.raises(ValueError, match="one gap between each two records"):
        CustodyChain(records=records, gaps=gaps)


@pytest.mark.parametrize("content", [FOUND, MADE])
def test_new_fields_go_to_json_and_back(content: Seizure | CustodyRecord) -> None:
    assert content == from_plain(to_plain(content), type(content))


def test_what_is_no_record_is_refused_by_the_name_of_the_argument() -> None:
    with pytest.raises(TypeError, match="records: a str is no CustodyRecord and no Seizure"):
        chain(["2012"])  # type: ignore[list-item]  # wrong on purpose


def test_a_gap_prints_its_days() -> None:
    assert "nothing is recorded for 1461 days" == str(chain([HELD, LOST]).gaps[0])
    assert "2 records, 1 gaps; 1 not placed in time" == str(chain([HELD, LOST, UNDATED]))
