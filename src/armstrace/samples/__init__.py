"""The shipped samples: two made-up tables, and the news article of January 2024 as records.

A messy Mexican seizure table and a US-style stock list, every serial number in them made up:

>>> found, listed = seizures(), stock()
>>> found.records[0].citation.source.synthetic
True

The article, whose statements are not vouched for here:

>>> len(article().statements), len(article().inquiries)
(30, 2)
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING

from armstrace.formats.tables import read_table
from armstrace.samples._article import Article as Article
from armstrace.samples._article import article as article

if TYPE_CHECKING:
    from armstrace.records.tables.table_result import TableResult


def seizures() -> TableResult:
    """The sample of seizures: about sixty rows, in Spanish."""
    return _read("seizures.csv", "seizures_es")


def stock() -> TableResult:
    """The sample of a stock list: about four hundred rows, in English."""
    return _read("stock.csv", "stock_us")


@functools.cache
def _read(name: str, columns: str) -> TableResult:
    with resources.as_file(resources.files("armstrace").joinpath("data", "samples", name)) as path:
        return read_table(path, columns, synthetic=True)
