"""What a reader of tables of totals returns: figures with their places, problems, and rows without figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import explain
from armstrace.records.figures.tallies import Tally
from armstrace.records.statements.statements import Stance, Statement
from armstrace.records.tables.table_result import Problem, Skipped
from armstrace.sources import Citation, Source

if TYPE_CHECKING:
    from armstrace.dates.value import UncertainDate
    from armstrace.parties import Party


@frozen(kw_only=True)
class TallyTable:
    """All rows of a table of totals.

    Attributes:
        source: The file.
        tallies: The figures, and why there is none where a cell is blank.
        citations: The place of each figure.
        problems: Cells that could not be read, and printed totals that are no sums.
        skipped: Rows that hold no figures, totals among them.
        rows: How many rows the file has: read + rejected + skipped.
        read: How many rows gave figures.
        checked: How many printed totals were compared with the sum of their parts.
        unmapped: Headers that no figure and no key was made from.
    """

    source: Source
    tallies: tuple[Tally, ...] = field(default=(), repr=False)
    citations: tuple[Citation, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    skipped: tuple[Skipped, ...] = field(default=(), repr=False)
    rows: int = 0
    read: int = 0
    checked: int = 0
    unmapped: tuple[str, ...] = ()

    def statements(
        self,
        speaker: Party | None = None,
        *,
        named: str = "",
        said: UncertainDate | None = None,
        reported: UncertainDate | None = None,
    ) -> tuple[Statement, ...]:
        """The figures as assertions of a speaker, each with its place in the table.

        Args:
            speaker: The speaker.
            named: The speaker as the source names it.
            said: The day of the statement.
            reported: The day the source appeared.
        """
        return tuple(
            Statement(speaker=speaker, named=named, stance=Stance.ASSERT, proposition=tally, said=said,
                      reported=reported, cited=(citation,))
            for tally, citation in zip(self.tallies, self.citations, strict=True)
        )  # fmt: skip

    def explain(self, language: explain.Language = "en") -> str:
        """The account of the file: rows, figures, blanks, totals and problems."""
        given = explain.values(
            title=self.source.title,
            rows=self.rows,
            read=self.read,
            rejected=self.rows - self.read - len(self.skipped),
            skipped=len(self.skipped),
            tallies=len(self.tallies),
            blank=sum(tally.count is None for tally in self.tallies),
            checked=self.checked,
        )
        lines = [explain.say("tallies.account", given, language)]
        return "\n".join((*lines, *(f"  {problem.explain(language)}" for problem in self.problems)))

    def __str__(self) -> str:
        return (
            f"{self.source.title}: {len(self.tallies)} figures, {len(self.skipped)} skipped, "
            f"{len(self.problems)} problems"
        )
