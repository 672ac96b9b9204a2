"""Where a record comes from, by which way, and where in it: what makes an answer citable.

>>> row = Citation(source=Source(title="aseguramientos.csv"), row=17)
>>> str(row)
'aseguramientos.csv, row 17'
>>> row.label("es")
'aseguramientos.csv, fila 17'

Law and trust depend on how near a source is to what it tells, and on the way it came:

>>> repost = Source(title="Tally of 2023", kind=SourceKind.REPOST, channel=SourceChannel.FOI_REPLY, original="SEDENA")
>>> [caveat.explain() for caveat in repost.caveats()]
['a repost: check the original (SEDENA); the two count as one source']

`to_prov` says the same in the terms of PROV-O (http://www.w3.org/TR/prov-o/):

>>> for triple in to_prov(Citation(source=repost, page=3)):
...     print(*triple)
_:citation rdf:type prov:Entity
_:citation prov:wasQuotedFrom _:source
_:citation prov:atLocation page 3
_:source rdf:type prov:Entity
_:source rdfs:label Tally of 2023
_:source prov:hadPrimarySource _:original
_:original rdf:type prov:Entity
_:original rdfs:label SEDENA
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.explain import Caveat

if TYPE_CHECKING:
    from collections.abc import Iterator


class SourceKind(StrEnum):
    """The distance of a source from the events."""

    #: Made by those who took part or keep the record: a docket, a register, a reply of the ministry.
    PRIMARY = "primary"
    REPOST = "repost"  #: Repeats another source without adding to it: a reprint, a wire story on another site.
    SECONDARY = "secondary"  #: Tells of it from other sources.
    UNKNOWN = "unknown"  #: Not said.


class SourceChannel(StrEnum):
    """The channel by which the data reached its reader."""

    ATF_TRACE_SYSTEM = "atf_trace_system"  #: From ATF's trace system, at first or second hand.
    MINISTRY = "ministry"  #: From a ministry.
    COURT_FILE = "court_file"  #: From the file of a court.
    STATE_RELEASE = "state_release"  #: Published under the law of a US state.
    FOI_REPLY = "foi_reply"  #: A reply to a request for information.
    PRESS = "press"  #: From the press, which does not say whence.
    UNKNOWN = "unknown"  #: Not said.


class SourceForm(StrEnum):
    """The form of a source."""

    DOCUMENT = "document"
    DATASET = "dataset"
    ARTICLE = "article"
    SPEECH = "speech"
    RULING = "ruling"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Source:
    """A document, data set, article, speech or ruling.

    Attributes:
        title: How a reader would ask for it: a file name, a docket, a headline.
        publisher: Who published it, as stated; None where it is not stated.
        url: Where it was found, as given; None where it is not given.
        synthetic: True for made-up data, such as the shipped sample.
        kind: How near it is to what it tells.
        channel: By which way the data came.
        form: What sort of thing it is.
        original: What a repost repeats, or a secondary source rests on, as stated.
        published: When it appeared, as stated.
        retrieved: When it was retrieved, as given. Nothing fills it from the clock.
        retrieved_by: Who retrieved it, as given.
    """

    title: str
    publisher: str | None = None
    url: str | None = None
    synthetic: bool = False
    kind: SourceKind = SourceKind.UNKNOWN
    channel: SourceChannel = SourceChannel.UNKNOWN
    form: SourceForm = SourceForm.UNKNOWN
    original: str | None = None
    published: UncertainDate | None = None
    retrieved: datetime.date | None = None
    retrieved_by: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.original is not None and self.kind is SourceKind.PRIMARY:
            raise ParseError("a primary source rests on no other", code="source.primary", text=self.original)

    def caveats(self) -> tuple[Caveat, ...]:
        """What must be known before relying on it."""
        found: list[Caveat] = []
        if self.synthetic:
            found.append(Caveat(code="source.synthetic"))
        if self.kind in (SourceKind.REPOST, SourceKind.SECONDARY):
            found.append(Caveat(code=f"source.{self.kind.value}", values=explain.values(original=self.original)))
        if self.channel is SourceChannel.ATF_TRACE_SYSTEM:
            found.append(Caveat(code="trace.tiahrt"))
        return tuple(found)


def _is_span(_instance: object, _attribute: object, span: tuple[int, int] | None) -> None:
    if span is not None and not 0 <= span[0] <= span[1]:
        raise ParseError(
            "a span must not end before it begins, nor begin before the text", code="source.span", text=str(span)
        )


@frozen(kw_only=True)
class Citation:
    """A place in a source.

    Attributes:
        source: The source.
        row: The row as a spreadsheet counts it, title and header rows included; the first is 1.
        column: The header of the column, where one cell is meant.
        page: The page as the document counts its leaves; the first is 1.
        span: The characters of the text, from the first (counted from 0) to the one behind the last.
    """

    source: Source
    row: int | None = field(default=None, validator=validators.optional(validators.ge(1)))
    column: str | None = None
    page: int | None = field(default=None, validator=validators.optional(validators.ge(1)))
    span: tuple[int, int] | None = field(default=None, validator=_is_span)

    def label(self, language: explain.Language = "en") -> str:
        """The citation in words."""
        return ", ".join((self.source.title, *self._places(language)))

    def __str__(self) -> str:
        return self.label("en")

    def _places(self, language: explain.Language) -> Iterator[str]:
        if self.page is not None:
            yield f"{explain.term('page', language)} {self.page}"
        if self.row is not None:
            yield f"{explain.term('row', language)} {self.row}"
        if self.column is not None:
            yield f"{explain.term('column', language)} {self.column}"
        if self.span is not None:
            yield f"{explain.term('characters', language)} {self.span[0]}-{self.span[1]}"


def to_prov(citation: Citation) -> tuple[tuple[str, str, str], ...]:
    """The citation as statements in PROV-O: subject, predicate, object; a name with ``_:`` is a node, the rest is text.

    A source is a ``prov:Entity``; its publisher and who retrieved it are ``prov:Agent``; what a repost repeats is its
    ``prov:hadPrimarySource``, the day it appeared ``prov:generatedAtTime``, and retrieving it a ``prov:Activity`` that
    used it.
    """
    return tuple(_provenance(citation))


def _provenance(citation: Citation) -> Iterator[tuple[str, str, str]]:
    source = citation.source
    yield "_:citation", "rdf:type", "prov:Entity"
    yield "_:citation", "prov:wasQuotedFrom", "_:source"
    where = ", ".join(citation._places("en"))  # noqa: SLF001 (of this module)
    if where:
        yield "_:citation", "prov:atLocation", where
    yield "_:source", "rdf:type", "prov:Entity"
    yield "_:source", "rdfs:label", source.title
    if source.url is not None:
        yield "_:source", "prov:atLocation", source.url
    if source.published is not None:
        yield "_:source", "prov:generatedAtTime", str(source.published)
    if source.publisher is not None:
        yield "_:source", "prov:wasAttributedTo", "_:publisher"
        yield from _named("_:publisher", "prov:Agent", source.publisher)
    if source.original is not None:
        yield "_:source", "prov:hadPrimarySource", "_:original"
        yield from _named("_:original", "prov:Entity", source.original)
    if source.retrieved is not None or source.retrieved_by is not None:
        yield "_:retrieval", "rdf:type", "prov:Activity"
        yield "_:retrieval", "prov:used", "_:source"
    if source.retrieved is not None:
        yield "_:retrieval", "prov:endedAtTime", source.retrieved.isoformat()
    if source.retrieved_by is not None:
        yield "_:retrieval", "prov:wasAssociatedWith", "_:retriever"
        yield from _named("_:retriever", "prov:Agent", source.retrieved_by)


def _named(node: str, kind: str, label: str) -> Iterator[tuple[str, str, str]]:
    yield node, "rdf:type", kind
    yield node, "rdfs:label", label
