"""Printed totals of a table, compared with the sums of what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from armstrace.counts import value as counts
from armstrace.records.tables.table_result import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from armstrace.counts.value import Count


@define(kw_only=True)
class PrintedTotals:
    """The sums of a table up to the current row, and the printed totals that differ from them.

    Attributes:
        headers: The headers of the columns.
        parts: For each column of totals the columns that it sums up.
        checked: How many printed totals were compared.
        problems: The totals that differ.
    """

    headers: Sequence[str]
    parts: Mapping[int, Sequence[int]]
    checked: int = 0
    problems: list[Problem] = field(factory=list)
    _all: dict[int, list[Count]] = field(factory=dict)
    _since_total: dict[int, list[Count]] = field(factory=dict)

    def add(self, row: int, figures: Mapping[int, Count]) -> None:
        """Add the figures of row number *row* to the sums, and compare its columns of totals with their parts.

        *figures* are the counts by the index of their columns.
        """
        for index, count in figures.items():
            self._all.setdefault(index, []).append(count)
            self._since_total.setdefault(index, []).append(count)
        for whole, parts in self.parts.items():
            if whole in figures and all(part in figures for part in parts):
                self._check(row, whole, figures[whole], counts.total(figures[part] for part in parts))

    def check_row(self, row: int, figures: Mapping[int, Count]) -> None:
        """Compare the printed totals of row number *row* with the sums of their columns.

        A total may be the sum of all rows above it, or of those since the last row of totals.
        """
        for index, printed in figures.items():
            since = counts.total(self._since_total.get(index, ()))
            summed = since if printed.agrees(since) else counts.total(self._all.get(index, ()))
            self._check(row, index, printed, summed)
        self._since_total.clear()

    def _check(self, row: int, index: int, printed: Count, summed: Count) -> None:
        self.checked += 1
        if printed.agrees(summed) is False:
            problem = Problem(
                code="total_differs", row=row, column=self.headers[index], value=str(printed), cause=str(summed)
            )
            self.problems.append(problem)
