"""What a table reader returns: records, problems and skipped rows, which together are all rows of the file.

A bad cell is a problem that leaves the record alive; a rejecting problem takes the row. No row disappears:

>>> TableResult(source=Source(title="a.csv"), rows=1)
Traceback (most recent call last):
    ...
ValueError: 1 rows, but 0 records + 0 rejected + 0 skipped
"""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from attrs import field, frozen

from armstrace import explain
from armstrace.errors import shown
from armstrace.records.custody import CustodyRecord
from armstrace.records.seizures import Seizure
from armstrace.sources import Source

Record: TypeAlias = Seizure | CustodyRecord

_LONGEST = 200


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else shown(text)


@frozen(kw_only=True)
class Problem:
    """A cell or row that could not be taken as it stands.

    Attributes:
        code: The code of what is wrong, such as ``date_unreadable``; its sentence stands in the wording tables.
        row: The row as a spreadsheet counts it; the first is 1.
        column: The header of the column; None if the whole row is meant.
        value: The offending text, cut in the middle if it is long.
        cause: The cause that the reader of the cell gave; may be empty.
        rejects: True where the row gave no record.
    """

    code: str
    row: int
    column: str | None = None
    value: str = field(default="", converter=_short)
    cause: str = ""
    rejects: bool = False

    def explain(self, language: explain.Language = "en") -> str:
        """The problem as a sentence: row, column, cause and value."""
        where = f"{explain.term('row', language)} {self.row}"
        if self.column is not None:
            where += f", {explain.term('column', language)} {self.column}"
        given = explain.values(value=self.value, cause=self.cause)
        return f"{where}: {explain.say(f'problem.{self.code}', given, language)}"

    def __str__(self) -> str:
        return self.explain("en")


@frozen(kw_only=True)
class Skipped:
    """A row that is no record: blank, title, header, note or total.

    Attributes:
        row: The row as a spreadsheet counts it.
        reason: ``blank``, ``title``, ``header``, ``note`` or ``total``.
        text: The text of its cells, cut in the middle if it is long.
    """

    row: int
    reason: str
    text: str = field(default="", converter=_short)


def _accounts_for_all(result: TableResult, _attribute: object, rows: int) -> None:
    records, rejected, skipped = len(result.records), result.rejected, len(result.skipped)
    if rows != records + rejected + skipped:
        raise ValueError(f"{rows} rows, but {records} records + {rejected} rejected + {skipped} skipped")


@frozen(kw_only=True)
class TableResult:
    """All rows of a file.

    Attributes:
        source: The file.
        records: The records of the rows that could be read, in the order of the file.
        problems: The cells and rows that could not be taken as they stand, in the order of the file.
        skipped: The rows that hold no record.
        rows: How many rows the file has: records + rejected + skipped.
        column_map: The id of the column map: of a ready-made one, ``own``, or ``suggested``.
        columns: The headers that were understood: field and header.
        unmapped: The headers whose cells went to ``extras``.
    """

    source: Source
    records: tuple[Record, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    skipped: tuple[Skipped, ...] = field(default=(), repr=False)
    rows: int = field(default=0, validator=_accounts_for_all)
    column_map: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    unmapped: tuple[str, ...] = ()

    @property
    def rejected(self) -> int:
        """How many rows gave no record."""
        return len({problem.row for problem in self.problems if problem.rejects})

    @property
    def seizures(self) -> tuple[Seizure, ...]:
        """The records that are seizures."""
        return tuple(record for record in self.records if isinstance(record, Seizure))

    @property
    def custody(self) -> tuple[CustodyRecord, ...]:
        """The records that are custody records."""
        return tuple(record for record in self.records if isinstance(record, CustodyRecord))

    def __str__(self) -> str:
        counts = f"{len(self.records)} records, {len(self.skipped)} skipped, {len(self.problems)} problems"
        return f"{self.source.title}: {counts}"

    def explain(self, language: explain.Language = "en") -> str:
        """The account of the file: rows, records, the columns that were read or left out, and problems by kind."""
        by_reason = Counter(row.reason for row in self.skipped)
        skipped = ", ".join(f"{count} {explain.term(reason, language)}" for reason, count in by_reason.items())
        given = explain.values(
            title=self.source.title,
            rows=self.rows,
            records=len(self.records),
            rejected=self.rejected,
            skipped=len(self.skipped),
            reasons=f" ({skipped})" if skipped else "",
        )
        lines = [explain.say("table.account", given, language)]
        if self.column_map == "suggested":  # a map that was named, or that knows the table, need not be checked
            shown = ", ".join(f"{field} = {header}" for field, header in self.columns)
            given = explain.values(map=self.column_map, columns=shown)
            lines.append(f"  {explain.say('table.columns', given, language)}")
        if self.unmapped:
            given = explain.values(columns=", ".join(self.unmapped))
            lines.append(f"  {explain.say('table.left_out', given, language)}")
        by_code = Counter(problem.code for problem in self.problems)
        lines += [f"  {count} × {explain.term(f'problem_{code}', language)}" for code, count in by_code.most_common()]
        return "\n".join(lines)
