"""Where a record comes from, and where in it: what makes an answer citable.

>>> row = Citation(source=Source(title="aseguramientos.csv"), row=17)
>>> str(row)
'aseguramientos.csv, row 17'
>>> row.label("es")
'aseguramientos.csv, fila 17'
"""

from __future__ import annotations

from attrs import field, frozen, validators

from armstrace import explain


@frozen(kw_only=True)
class Source:
    """A document or data set.

    Attributes:
        title: How a reader would ask for it: a file name, a docket, a headline.
        publisher: Who published it, as stated; None where it is not stated.
        url: Where it was found, as given; None where it is not given.
        synthetic: True for made-up data, such as the shipped sample.
    """

    title: str
    publisher: str | None = None
    url: str | None = None
    synthetic: bool = False


@frozen(kw_only=True)
class Citation:
    """A place in a source.

    Attributes:
        source: The source.
        row: The row as a spreadsheet counts it, title and header rows included; the first is 1.
        column: The header of the column, where one cell is meant.
    """

    source: Source
    row: int | None = field(default=None, validator=validators.optional(validators.ge(1)))
    column: str | None = None

    def label(self, language: explain.Language = "en") -> str:
        """The citation in words."""
        parts = [self.source.title]
        if self.row is not None:
            parts.append(f"{explain.term('row', language)} {self.row}")
        if self.column is not None:
            parts.append(f"{explain.term('column', language)} {self.column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        return self.label("en")
