"""Sources and citations."""

from __future__ import annotations

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.sources import Citation, Source

SOURCE = Source(title="a.csv", publisher="SEDENA", url="https://example.org/a.csv")


@pytest.mark.parametrize(
    ("citation", "en", "es"),
    [
        (Citation(source=SOURCE), "a.csv", "a.csv"),
        (Citation(source=SOURCE, row=1), "a.csv, row 1", "a.csv, fila 1"),
        (Citation(source=SOURCE, row=9, column="serie"), "a.csv, row 9, column serie", "a.csv, fila 9, columna serie"),
    ],
)
def test_label(citation: Citation, en: str, es: str) -> None:
    assert (en, es) == (citation.label("en"), citation.label("es"))
    assert en == str(citation)
    assert citation == from_plain(to_plain(citation), Citation)


def test_rows_count_from_one() -> None:
    with pytest.raises(ValueError, match="row"):
        Citation(source=SOURCE, row=0)
