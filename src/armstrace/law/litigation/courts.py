"""US courts, and which court reviews which.

The ids are those of the Free Law Project's courts-db, which CourtListener uses too. The table
(``data/courts/courts.csv``) holds the federal courts and, of each state, the last-resort, intermediate and general
trial courts; a court is added by a row.

>>> first = Court.lookup("1st Cir.")
>>> first.id, first.level.value
('ca1', 'intermediate')
>>> first.reviews(Court.lookup("mad")), first.reviews(Court.lookup("azd"))
(True, False)
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from armstrace import _tables


class CourtLevel(StrEnum):
    """The level of a court in its system."""

    TRIAL = "trial"  #: A court of first instance.
    INTERMEDIATE = "intermediate"  #: A court that reviews trial courts and is itself reviewed.
    #: The highest court of its system. The Supreme Court of the United States may still review that of a state, on
    #: questions of federal law.
    LAST_RESORT = "last_resort"


@frozen(kw_only=True)
class Court(_tables.ReferenceRow):
    """A row of the table of courts; two are equal when their ids are.

    Attributes:
        id: The courts-db id.
        name: The name.
        citation: The Bluebook abbreviation, such as ``1st Cir.``; empty where the table has none.
        system: ``us`` for federal courts, else the ISO 3166-2 code of the state, such as ``US-CT``.
        level: Its level in the system.
        reviewed_by: Ids of the courts that may review it directly.
        source: Where the row was read.
        verified: True if a source was seen for the reviewing courts.
    """

    _NAME, _FILE = "courts", "courts/courts.csv"

    id: str
    name: str = field(eq=False)
    citation: str = field(eq=False, default="")
    system: str = field(eq=False, repr=False)
    level: CourtLevel = field(eq=False, repr=False)
    reviewed_by: tuple[str, ...] = field(eq=False, repr=False, default=())
    source: str = field(eq=False, repr=False, default="")
    verified: bool = field(eq=False, repr=False, default=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that `lookup` understands."""
        return (self.name, self.citation) if self.citation else (self.name,)

    @property
    def federal(self) -> bool:
        """True for a court of the United States."""
        return self.system == "us"

    def steps_to(self, other: Court) -> int | None:
        """The steps of review from this court up to *other*; 0 for itself, None where no review leads there.

        >>> Court.lookup("connsuperct").steps_to(Court.lookup("conn"))
        1
        >>> Court.lookup("mad").steps_to(Court.lookup("scotus"))
        2
        """
        reached, steps = {self.id}, 0
        seen: set[str] = set()
        while reached:
            if other.id in reached:
                return steps
            seen |= reached
            above = {up for court_id in reached for up in self.registry()[court_id].reviewed_by}
            reached, steps = above - seen, steps + 1
        return None

    def reviews(self, lower: Court) -> bool:
        """True if an appeal, of one step or several, may come to this court from *lower*."""
        return bool(lower.steps_to(self))
