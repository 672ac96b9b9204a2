"""Legal citations: read strictly, written in one form."""

from __future__ import annotations

import sys
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace._convert import from_plain, to_plain
from armstrace.errors import AmbiguousEntry, MissingExtra, ParseError, UnknownEntry
from armstrace.law.litigation import LegalCase, Reporter, Statute
from armstrace.law.litigation.citations import CitationKind, LegalCitation, parse_any

WRITTEN = [
    ("633 F.Supp.3d 425", "633 F. Supp. 3d 425", "reporter"),
    ("91 F. 4th 511", "91 F.4th 511", "reporter"),
    ("605 U. S. 280", "605 U.S. 280", "reporter"),
    ("91 F.4th 511, 527 (1st Cir. 2024)", "91 F.4th 511, 527 (1st Cir. 2024)", "reporter"),
    ("2020 PA Super 239", "2020 PA Super 239", "reporter"),
    ("412 Pa. Super. 239", "412 Pa. Super. 239", "reporter"),
    ("2017 Ohio 5699", "2017-Ohio-5699", "reporter"),
    ("2010-NMSC-007", "2010-NMSC-007", "reporter"),
    ("2014 IL App (1st) 120583", "2014 IL App (1st) 120583", "reporter"),
    ("194 F. Supp. 3d 1,128", "194 F. Supp. 3d 1128", "reporter"),
    ("119 Stat. 2095", "119 Stat. 2095", "reporter"),
    ("2024 WL 1256038", "2024 WL 1256038", "database"),
    ("2024 WL 1256038, at *3 (D. Ariz. Mar. 22, 2024)", "2024 WL 1256038, at *3 (D. Ariz. Mar. 22, 2024)", "database"),
    ("2025 Pa. LEXIS 442", "2025 Pa. LEXIS 442", "database"),
    ("No. 23-1141", "No. 23-1141", "docket"),
    ("Nos. 06-56872, 07-15403", "Nos. 06-56872, 07-15403", "docket"),
    ("No. 1126 of 2018", "No. 1126 of 2018", "docket"),
    ("No. 23-1141, slip op. at 5 (U.S. June 5, 2025)", "No. 23-1141, slip op. at 5 (U.S. June 5, 2025)", "slip"),
    ("15 USC 7903(5)(A)(iii)", "15 U.S.C. § 7903(5)(A)(iii)", "statute"),
    ("15 U.S.C. §§ 7901–7903", "15 U.S.C. §§ 7901-7903", "statute"),
    ("27 CFR 447.21", "27 C.F.R. § 447.21", "regulation"),
    ("Pub. L. 109-92", "Pub. L. No. 109-92", "public_law"),
    ("Public Law 109-92, secs. 2-4", "Pub. L. No. 109-92, §§ 2-4", "public_law"),
    ("A.R.S. § 44-1522", "Ariz. Rev. Stat. § 44-1522", "state_statute"),
    ("Conn. Gen. Stat. § 42-110b(a)", "Conn. Gen. Stat. § 42-110b(a)", "state_statute"),
]
REFUSED = [
    "",
    "F.4th",
    "91 F.4th",
    "91 F.5th 511",
    "91 F.4th 511 and others",
    "see 91 F.4th 511",
    "91 F.4th 511 (1st Cir.)",
    "2020 F.4th 239",
    "412 IL 239",
    "15 U.S.C.",
    "U.S.C. § 7902",
    "Foo Code § 7",
    "Pub. L. No. 109",
    "No.",
    "No. 23-1141, slip",
    "WL 1256038",
    "1887 WL 1256038",
    "x" * 201,
    "9" * 10_000,
    "1 " + "A." * 5_000 + " 2",
]


@pytest.mark.parametrize(("text", "written", "kind"), WRITTEN)
def test_reads_and_writes(text, written, kind):
    citation = LegalCitation.parse(text)
    assert (written, kind) == (str(citation), citation.kind.value)
    assert text == citation.raw
    assert citation == LegalCitation.parse(written)
    assert citation == from_plain(to_plain(citation), LegalCitation)


@pytest.mark.parametrize("text", REFUSED)
def test_refuses_what_is_no_whole_citation(text):
    with pytest.raises(ParseError):
        LegalCitation.parse(text)


def test_the_refusal_says_what_comes_near():
    with pytest.raises(ParseError, match=r"nearest: F.4th"):
        LegalCitation.parse("91 F.5th 511")
    with pytest.raises(ParseError, match="no code of that name"):
        LegalCitation.parse("Foo Code § 7")
    with pytest.raises(ParseError, match=r"such as 91 F\.4th 511"):
        LegalCitation.parse("91 Qqqqqqqqqq 511")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        citation = LegalCitation.parse(text)
    except ParseError:
        return
    assert citation == LegalCitation.parse(str(citation))


@given(
    st.sampled_from([row for row in Reporter.all() if not row.neutral]),
    st.integers(min_value=1, max_value=1949),
    st.integers(min_value=1, max_value=9_999_999),
)
def test_every_reporter_reads_back(row, volume, page):
    citation = LegalCitation(kind=CitationKind.REPORTER, volume=str(volume), source=row.abbreviation, page=str(page))
    assert citation == LegalCitation.parse(str(citation))


@pytest.mark.parametrize("row", [row for row in Reporter.all() if row.neutral], ids=lambda row: row.abbreviation)
def test_every_neutral_form_reads_back(row):
    citation = LegalCitation(kind=CitationKind.REPORTER, volume="2020", source=row.abbreviation, page="17")
    assert citation == LegalCitation.parse(str(citation))
    assert row.joint is ("-" in str(citation))


def test_every_citation_of_the_files_reads_back():
    found = [entry.citation for case in LegalCase.all() for entry in case.citations]
    found += [citation for case in LegalCase.all() for claim in case.claims for citation in claim.predicates]
    found += [citation for act in Statute.all() for citation in act.citations]
    found += [LegalCitation.parse(str(docket)) for case in LegalCase.all() for docket in case.dockets]
    assert 60 < len(found)
    for citation in found:
        assert citation == LegalCitation.parse(str(citation))


def test_reporters():
    assert "F. Supp. 3d" == Reporter.lookup("F.SUPP.3D").abbreviation
    with pytest.raises(AmbiguousEntry):
        Reporter.lookup("Pa. Super.")
    with pytest.raises(UnknownEntry, match=r"2020 F.4th"):
        Reporter.of_volume("F.4th", 2020)
    assert Reporter.get("F.4th") == Reporter.of_volume("F4th", 91)
    assert Reporter.get("nothing") is None
    assert len({row.id for row in Reporter.all()}) == len(Reporter.all())


class Found:
    """A citation as eyecite gives it."""

    def __init__(self, reporter, span, /, **groups):
        self.groups, self._reporter, self._span = groups, reporter, span

    def span(self):
        return self._span

    def corrected_reporter(self):
        return self._reporter


def eyecite(*found):
    module = types.ModuleType("eyecite")
    vars(module)["get_citations"] = lambda _text: list(found)
    return module


def test_other_reporters_through_eyecite(monkeypatch):
    binney = Found("Binn.", (0, 10), volume="1", reporter="Binn.", page="23")
    monkeypatch.setitem(sys.modules, "eyecite", eyecite(binney))
    citation = parse_any("1 Binn. 23")
    assert ("1", "Binn.", "23", "1 Binn. 23") == (citation.volume, citation.source, citation.page, citation.raw)
    assert "1 Binn. 23" == str(citation)


@pytest.mark.parametrize(
    "found",
    [
        [],
        [Found("Binn.", (0, 9), volume="1", page="2")],
        [Found("Id.", (0, 10), pin="2")],
        [Found("Binn.", (0, 10), volume="1", page="23")] * 2,
    ],
)
def test_what_eyecite_does_not_read_whole_is_refused(monkeypatch, found):
    monkeypatch.setitem(sys.modules, "eyecite", eyecite(*found))
    with pytest.raises(ParseError, match="no reporter"):
        parse_any("1 Binn. 23")


def test_what_is_too_long_is_not_handed_on(monkeypatch):
    monkeypatch.setitem(sys.modules, "eyecite", eyecite(Found("Binn.", (0, 500), volume="1", page="2")))
    with pytest.raises(ParseError, match="no legal citation"):
        parse_any("1 " * 250)


def test_without_eyecite(monkeypatch):
    monkeypatch.setitem(sys.modules, "eyecite", None)
    assert "91 F.4th 511" == str(parse_any("91 F.4th 511"))
    with pytest.raises(MissingExtra, match=r"armstrace\[legal\]"):
        parse_any("1 Binn. 23")
