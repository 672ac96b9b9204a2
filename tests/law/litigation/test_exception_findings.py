"""The Act as data, and what has been held of its exceptions."""

from __future__ import annotations

from datetime import date

import pytest

from armstrace import explain
from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.errors import CaseError, UnknownEntry
from armstrace.law.litigation import (
    Claim,
    ExceptionClause,
    ExceptionFinding,
    LegalCase,
    LitigantKind,
    PlcaaException,
    Statute,
    assess,
    exception_findings,
    exceptions,
)

MEXICO = LegalCase.lookup("Mexico v. Smith & Wesson")


def elements(on):
    (found,) = assess(MEXICO.claim("whole"), case=MEXICO, on=on)
    return [(entry.status.value, entry.ruling) for entry in found.elements]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2021, 1, 1), [("not_reached", "")] * 3),
        (date(2022, 10, 1), [("not_reached", "")] * 3),
        (date(2024, 1, 22), [("plausibly_alleged", "sw-08")] * 3),
        (
            date(2025, 6, 5),
            [("not_reached", ""), ("not_plausibly_alleged", "sw-15"), ("not_reached", "sw-15")],
        ),
        (UncertainDate.between(date(2024, 1, 21), date(2024, 1, 22)), [("undetermined", "")] * 3),
    ],
)
def test_mexico(on, expected):
    """The Supreme Court's reversal leaves nothing of what the First Circuit found."""
    assert expected == elements(on)


def test_by_defendant():
    case = LegalCase.lookup("Ileto")
    claim = Claim(id="", title="whole", exceptions=(ExceptionClause.III,))
    with pytest.raises(CaseError, match="no such claim"):
        assess(claim, case=case, on=date(2009, 6, 1))
    found = assess(LegalCase.lookup("Soto").claim("entrustment"), case=LegalCase.lookup("Soto"), on=date(2019, 4, 1))
    assert [(False, 3), (True, 2)] == [(entry.open_to, len(entry.defendants)) for entry in found]
    assert "not open against such a defendant" in found[0].explain("en")
    assert "no procede contra tal demandado" in found[0].explain("es")
    assert "entrega negligente o negligencia per se" in found[1].explain("es")


def test_the_exceptions_of_the_case_where_the_claim_names_none():
    case = LegalCase.parse("""
id = "x"
name = "X v. Y"
checked_until = 2020-12-31
leading = "a"
exceptions = ["v", "i"]
claim = [{ id = "c", title = "negligence" }]
[[event]]
id = "a"
date = 2020-01-01
court = "mad"
event = "motion_to_dismiss_denied"
findings = [{ exception = "v", element = "no_criminal_act", status = "contested" }]
""")
    found = assess(case.claim("c"), case=case, on=date(2020, 2, 1))
    assert ["v", "i"] == [entry.exception.value for entry in found]
    assert [("not_reached", ""), ("not_reached", ""), ("contested", "a")] == [
        (entry.status.value, entry.ruling) for entry in found[0].elements
    ]
    assert ((), None) == (found[0].defendants, found[0].open_to)
    assert found[0] == from_plain(to_plain(found[0]), ExceptionFinding)


def test_the_table():
    table = exception_findings.table(LegalCase.all())
    rows = [line for line in table.splitlines() if line.startswith("  ")]
    assert sum(len(case.exceptions) for case in LegalCase.all()) == len(rows)
    assert "(vi)" not in table
    row = "Mexico v. Smith & Wesson (2025-06-05): impide la demanda; revocada y devuelta"
    assert row in exception_findings.table((MEXICO,), "es")


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_exception_and_element_has_words(language):
    assert 6 == len(PlcaaException.all())
    for entry in PlcaaException.all():
        assert entry is PlcaaException.lookup(entry.clause)
        assert "element_" not in entry.describe(language)
        assert "exception_" not in entry.describe(language)
    for element in exceptions.action_elements():
        assert explain.term(f"element_{element}", language) != f"element_{element}"


@pytest.mark.parametrize(
    ("clause", "kind", "open_to"),
    [
        ("ii", LitigantKind.SELLER, True),
        ("ii", LitigantKind.MANUFACTURER, False),
        ("iii", LitigantKind.MANUFACTURER, True),
        ("iii", LitigantKind.TRADE_ASSOCIATION, False),
        ("vi", LitigantKind.TRADE_ASSOCIATION, True),
        ("iii", None, None),
    ],
)
def test_whom_an_exception_is_open_against(clause, kind, open_to):
    assert open_to is PlcaaException.lookup(clause).open_to(kind)


def test_what_the_act_covers():
    assert exceptions.covers_defendant(LitigantKind.SELLER)
    assert not exceptions.covers_defendant(LitigantKind.PUBLIC_OFFICIAL)
    assert exceptions.covers_product("ammunition")
    assert exceptions.covers_product("destructive_device") is None


def test_the_statute():
    act = Statute.lookup("PLCAA")
    assert act is Statute.get("us-plcaa")
    assert (act,) == Statute.all()
    assert (act,) == Statute.search("Protection of Lawful Commerce in Arms")
    assert {provision.citation for provision in act.provisions} >= {"15 U.S.C. § 7903(5)(A)"}
    assert all(provision.in_force(date(2026, 1, 1)) for provision in act.provisions)
    assert not act.provisions[0].in_force(date(2005, 10, 25))
    assert act == from_plain(to_plain(act), Statute)
    ended = Statute(
        id="x", title="X", abbreviation="X", citations=(), enacted=date(2000, 1, 1), valid_from=date(2000, 1, 1),
        valid_to=date(2001, 1, 1),
    )  # fmt: skip
    assert (True, False) == (ended.in_force(date(2001, 1, 1)), ended.in_force(date(2001, 1, 2)))
    with pytest.raises(UnknownEntry):
        Statute.lookup("GCA")


def test_a_finding_in_one_line():
    (found,) = assess(MEXICO.claim("whole"), case=MEXICO, on="2024-01-22")
    elements = ("applicable_statute", "knowing_violation", "proximate_cause")
    held = "; ".join(f"{element} plausibly_alleged" for element in elements)
    assert f"(iii) for claim whole, 2024-01-22: {held}" == str(found)
