"""Sources and citations: where, by which way, and the same in PROV."""

from __future__ import annotations

import datetime

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.sources import Citation, Source, SourceChannel, SourceForm, SourceKind, to_prov
from armstrace.tracing import caveats

SOURCE = Source(title="a.csv", publisher="SEDENA", url="https://example.org/a.csv")
FULL = Source(
    title="Respuesta 330026423",
    publisher="SEDENA",
    url="https://example.org/r.pdf",
    kind=SourceKind.REPOST,
    channel=SourceChannel.FOI_REPLY,
    form=SourceForm.DOCUMENT,
    original="Plataforma Nacional de Transparencia",
    published=UncertainDate.of_month(2023, 10),
    retrieved=datetime.date(2024, 1, 22),
    retrieved_by="the desk",
)


@pytest.mark.parametrize(
    ("citation", "en", "es"),
    [
        (Citation(source=SOURCE), "a.csv", "a.csv"),
        (Citation(source=SOURCE, row=1), "a.csv, row 1", "a.csv, fila 1"),
        (Citation(source=SOURCE, row=9, column="serie"), "a.csv, row 9, column serie", "a.csv, fila 9, columna serie"),
        (Citation(source=SOURCE, page=3), "a.csv, page 3", "a.csv, página 3"),
        (Citation(source=SOURCE, span=(0, 17)), "a.csv, characters 0-17", "a.csv, caracteres 0-17"),
        (Citation(source=FULL, page=1, span=(5, 5)), f"{FULL.title}, page 1, characters 5-5",
         f"{FULL.title}, página 1, caracteres 5-5"),
    ],
)  # fmt: skip
def test_label(citation: Citation, en: str, es: str) -> None:
    assert (en, es) == (citation.label("en"), citation.label("es"))
    assert en == str(citation)
    assert citation == from_plain(to_plain(citation), Citation)


@pytest.mark.parametrize("where", [{"row": 0}, {"page": 0}, {"span": (3, 2)}, {"span": (-1, 2)}])
def test_places_that_cannot_be(where) -> None:
    with pytest.raises(ValueError, match=r"row|page|span"):
        Citation(source=SOURCE, **where)


def test_a_primary_source_rests_on_no_other() -> None:
    assert "x" == Source(title="a", kind=SourceKind.SECONDARY, original="x").original
    with pytest.raises(ParseError, match="primary"):
        Source(title="a", kind=SourceKind.PRIMARY, original="x")


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        (SOURCE, []),
        (Source(title="a", kind=SourceKind.PRIMARY, channel=SourceChannel.COURT_FILE), []),
        (Source(title="a", synthetic=True), ["source.synthetic"]),
        (FULL, ["source.repost"]),
        (Source(title="a", kind=SourceKind.SECONDARY, channel=SourceChannel.ATF_TRACE_SYSTEM),
         ["source.secondary", "trace.tiahrt"]),
    ],
)  # fmt: skip
def test_caveats(source: Source, codes: list[str]) -> None:
    assert codes == [caveat.code for caveat in source.caveats()]
    assert all(caveat.explain("en") != caveat.explain("es") for caveat in source.caveats())


def test_prov() -> None:
    triples = to_prov(Citation(source=FULL, page=2))
    assert ("_:citation", "prov:atLocation", "page 2") in triples
    assert ("_:source", "prov:generatedAtTime", "2023-10") in triples
    assert ("_:source", "prov:atLocation", "https://example.org/r.pdf") in triples
    assert ("_:retrieval", "prov:endedAtTime", "2024-01-22") in triples
    assert ("_:retriever", "rdfs:label", "the desk") in triples
    # every node that is named is described
    nodes = {end for triple in triples for end in (triple[0], triple[2]) if end.startswith("_:")}
    assert nodes == {subject for subject, predicate, _ in triples if predicate == "rdf:type"}
    assert len(set(triples)) == len(triples)


@pytest.mark.parametrize(
    ("given", "count"),
    [({}, 4), ({"retrieved": datetime.date(2024, 1, 22)}, 7), ({"retrieved_by": "the desk"}, 9), ({"url": "u"}, 5)],
)
def test_prov_says_only_what_is_given(given, count) -> None:
    assert count == len(to_prov(Citation(source=Source(title="a", **given))))


def test_tracing_speaks_of_the_same_channels() -> None:
    assert caveats.TIAHRT in caveats.for_channel(SourceChannel.ATF_TRACE_SYSTEM)
