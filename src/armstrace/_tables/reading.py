"""The packaged tables: CSV and TOML files under ``data/`` that a non-programmer can read and correct.

A CSV file begins with comment lines, each a ``#`` and a space: ``# edition: …`` and where the facts come from. Several
values in a cell are joined by ``|``.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from armstrace._tables import schema
from armstrace._tables.cells import csv_lines
from armstrace.errors import TableError

if TYPE_CHECKING:
    from typing import Any


def text(name: str) -> str:
    """The text of the packaged file ``data/<name>``."""
    return resources.files("armstrace").joinpath("data", name).read_text(encoding="utf-8")


def files(name: str) -> tuple[str, ...]:
    """The names of the packaged files that ``data/<name>`` stands for: a file, or those of a folder in order.

    Empty if there is neither.

    >>> files("parties")[0], files("match_model.toml"), files("nothing")
    ('parties/lead_words.csv', ('match_model.toml',), ())
    """
    found = resources.files("armstrace").joinpath("data", name)
    if found.is_dir():
        return tuple(sorted(f"{name}/{entry.name}" for entry in found.iterdir() if entry.is_file()))
    return (name,) if found.is_file() else ()


def rows(name: str) -> list[dict[str, str]]:
    """The rows of the packaged CSV file ``data/<name>``, each as its cells by column.

    Raises:
        TableError: The file has other columns than its schema declares, a row of other length, or a value that is none
            of a closed vocabulary of the schema.

    >>> rows("places/countries.csv")[0]["id"]
    'AF'
    """
    return list(_parsed(name, text(name)))


# some tables are read by several vocabularies, soon after one another
@functools.lru_cache(maxsize=32)
def _parsed(name: str, content: str) -> tuple[dict[str, str], ...]:
    (_, header), *found = csv_lines(content)
    declared = schema.packaged(name)
    columns = declared.columns if declared else {}
    if declared and header != list(columns):
        raise TableError(
            f"other columns than {', '.join(columns)}",
            code="table.other_columns",
            table=name,
            row=1,
            value=",".join(header),
        )
    closed = [(at, columns[column].closed) for at, column in enumerate(columns) if columns[column].closed]
    for line, row in found:
        if len(row) != len(header):
            raise TableError(
                f"{len(row)} cells under {len(header)} headers", code="table.row_length", table=name, row=line
            )
        for at, allowed in closed:
            if row[at] not in allowed:
                raise TableError(
                    f"{header[at]} is none of {', '.join(sorted(allowed))}",
                    code="table.no_such_word",
                    table=name,
                    row=line,
                    value=row[at],
                )
    return tuple([dict(zip(header, row, strict=True)) for _, row in found])


def edition(name: str) -> str:
    """The edition that the packaged file ``data/<name>`` states in a comment: a day, such as ``2026-01-01``.

    >>> len(edition("places/countries.csv"))
    10
    """
    for line in text(name).splitlines():
        if line.startswith("# edition:"):
            return line.removeprefix("# edition:").strip()
    raise LookupError(f"no edition in {name}")


def toml(name: str) -> dict[str, Any]:
    """The content of the packaged TOML file ``data/<name>``."""
    return tomllib.loads(text(name))


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell with bars between them; empty for a blank cell.

    >>> split("5.56 NATO | .223")
    ('5.56 NATO', '.223')
    """
    if "|" not in cell:  # most cells hold no value, or one
        return (cell,) if (cell := cell.strip()) else ()
    return tuple([part for piece in cell.split("|") if (part := piece.strip())])
