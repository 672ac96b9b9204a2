"""Reporters: the series in which decisions are printed, by their Bluebook abbreviations.

>>> Reporter.lookup("F.Supp.3d").abbreviation
'F. Supp. 3d'
>>> Reporter.of_volume("PA Super", 2020).kind.value
'neutral'
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from armstrace import _tables
from armstrace.errors import UnknownEntry


class ReporterKind(StrEnum):
    """The kind of decisions in a series."""

    FEDERAL = "federal"  #: Decisions of federal courts, or federal statutes as enacted.
    REGIONAL = "regional"  #: Decisions of the courts of several states.
    STATE = "state"  #: Decisions of the courts of one state.
    #: No printed series: the court numbers its decisions of a year itself, and the "volume" is the year.
    NEUTRAL = "neutral"


@frozen(kw_only=True)
class Reporter(_tables.RegistryRow):
    """A row of the table of reporters.

    Attributes:
        abbreviation: The Bluebook abbreviation.
        name: The name.
        kind: The kind of decisions in it.
        first: The first year; None where the table has none.
        last: The last year; None for a series that goes on.
        joint: True if its citations are written with hyphens, as ``2017-Ohio-5699``.
        source: Where the row was read.
        verified: True if that was an authority.
    """

    _NAME, _FILE = "reporters", "courts/reporters.csv"

    abbreviation: str
    name: str = field(eq=False)
    kind: ReporterKind
    first: int | None = field(eq=False, repr=False, default=None)
    last: int | None = field(eq=False, repr=False, default=None)
    joint: bool = field(eq=False, repr=False, default=False)
    source: str = field(eq=False, repr=False, default="")
    verified: bool = field(eq=False, repr=False, default=False)

    @property
    def id(self) -> str:
        """The abbreviation, marked where it is the neutral form of a printed series' name."""
        return f"{self.abbreviation} (neutral)" if self.kind is ReporterKind.NEUTRAL else self.abbreviation

    @property
    def names(self) -> tuple[str, ...]:
        """The names that `lookup` understands; case, spaces and points do not count."""
        return (self.abbreviation,)

    @property
    def neutral(self) -> bool:
        """True if the court numbers its decisions itself."""
        return self.kind is ReporterKind.NEUTRAL

    @classmethod
    def of_volume(cls, name: str, volume: int) -> Reporter:
        """The reporter of this abbreviation that has such a volume; a year is the mark of the neutral form.

        >>> Reporter.of_volume("Pa. Super.", 2020).abbreviation, Reporter.of_volume("Pa. Super.", 412).abbreviation
        ('PA Super', 'Pa. Super.')

        Raises:
            UnknownEntry: No reporter has the abbreviation, or none of that name has such a volume.
        """
        found = Reporter.named(name)
        is_year = 1950 <= volume <= 2199
        fitting = [row for row in found if row.neutral == is_year]
        if not fitting:
            nearest = [row.abbreviation for row in found or cls.search(name, limit=3)]
            raise UnknownEntry("reporters", key=f"{volume} {name}", nearest=nearest)
        return fitting[0]
