"""The news article of January 2024 as records: its facts in words of our own, people by the office they spoke for.

They stand in ``data/samples/article.json`` as any document that `armstrace.to_json` writes.
"""

from __future__ import annotations

import functools
from typing import Any

from attrs import field, frozen

from armstrace import _tables
from armstrace.dates.value import UncertainDate
from armstrace.formats.json import from_json
from armstrace.records.statements.inquiries import Inquiry
from armstrace.records.statements.statements import Statement
from armstrace.sources import Source


@frozen(kw_only=True)
class Article:
    """A news article, and the statements and inquiries that it reports.

    Attributes:
        source: The article.
        published: The day it appeared, within bounds: its "Monday" is 22 January 2024, and it appeared in that week.
        statements: What it reports that somebody stated, or did not answer, in the order of the text.
        inquiries: What its newsroom asked.
    """

    source: Source
    published: UncertainDate
    statements: tuple[Statement, ...] = field(repr=False)
    inquiries: tuple[Inquiry, ...] = field(repr=False)

    @property
    def records(self) -> tuple[Statement | Inquiry, ...]:
        """The statements, then the inquiries, as `armstrace.as_of` takes them."""
        return (*self.statements, *self.inquiries)

    def __str__(self) -> str:
        return f"{self.source.title}: {len(self.statements)} statements, {len(self.inquiries)} inquiries"


@functools.cache
def article() -> Article:
    """The sample article, read once."""
    source, *records = _read()
    return Article(
        source=source,
        published=source.published,
        statements=tuple(record for record in records if isinstance(record, Statement)),
        inquiries=tuple(record for record in records if isinstance(record, Inquiry)),
    )


def _read() -> list[Any]:
    found: list[Any] = from_json(_tables.text("samples/article.json"))
    return found
