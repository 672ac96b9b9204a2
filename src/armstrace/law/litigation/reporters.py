"""Reporters of decisions: the series in which courts are printed, by their Bluebook abbreviations.

>>> lookup("F.Supp.3d").abbreviation
'F. Supp. 3d'
>>> of_volume("PA Super", 2020).kind.value
'neutral'
"""

from __future__ import annotations

import functools
from enum import StrEnum

from attrs import field, frozen

from armstrace import _normalize, _tables
from armstrace.errors import UnknownEntry

_TABLE = "courts/reporters.csv"


class ReporterKind(StrEnum):
    """What a series holds.

    Attributes:
        FEDERAL: Decisions of federal courts, or federal statutes as enacted.
        REGIONAL: Decisions of the courts of several states.
        STATE: Decisions of the courts of one state.
        NEUTRAL: No printed series: the court numbers its decisions of a year itself, and the "volume" is the year.
    """

    FEDERAL = "federal"
    REGIONAL = "regional"
    STATE = "state"
    NEUTRAL = "neutral"


@frozen(kw_only=True)
class Reporter:
    """A row of the table of reporters.

    Attributes:
        abbreviation: The Bluebook abbreviation.
        name: The name.
        kind: What it holds.
        first: The first year; None where it is not held.
        last: The last year; None while it goes on.
        joint: Whether its citations are written with hyphens, as ``2017-Ohio-5699``.
        source: Where the row was read.
        verified: Whether that was an authority.
    """

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
        """All names it is looked up by."""
        return (self.abbreviation,)

    @property
    def neutral(self) -> bool:
        """Whether the court numbers its decisions itself."""
        return self.kind is ReporterKind.NEUTRAL


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


@functools.cache
def _registry() -> _tables.Registry[Reporter]:
    rows = (
        Reporter(
            abbreviation=row["abbreviation"],
            name=row["name"],
            kind=ReporterKind(row["kind"]),
            first=_year(row["first"]),
            last=_year(row["last"]),
            joint=row["joint"] == "true",
            source=row["source"],
            verified=row["verified"] == "true",
        )
        for row in _tables.rows(_TABLE)
    )
    return _tables.Registry("reporters", rows, normalize=_normalize.key)


def get(reporter_id: str) -> Reporter | None:
    """The reporter of exactly this id, or None.

    >>> get("F.4th").name
    'Federal Reporter'
    """
    return _registry().get(reporter_id)


def lookup(name: str) -> Reporter:
    """The one reporter of this abbreviation; case, spaces and points do not count.

    Raises:
        UnknownEntry: No reporter is abbreviated so.
        AmbiguousEntry: Several are: "N.M." is a series of volumes and a neutral form.
    """
    return _registry().lookup(name)


def of_volume(name: str, volume: int) -> Reporter:
    """The reporter of this abbreviation that has such a volume: a year is the mark of the neutral form.

    >>> of_volume("Pa. Super.", 2020).abbreviation, of_volume("Pa. Super.", 412).abbreviation
    ('PA Super', 'Pa. Super.')

    Raises:
        UnknownEntry: No reporter is abbreviated so, or none of that name has such a volume.
    """
    found = _registry().named(name)
    a_year = 1950 <= volume <= 2199
    fitting = [row for row in found if row.neutral == a_year]
    if not fitting:
        nearest = [row.abbreviation for row in found] or [row.abbreviation for row in search(name, limit=3)]
        raise UnknownEntry("reporters", key=f"{volume} {name}", nearest=nearest)
    return fitting[0]


def search(name: str, *, limit: int = 5) -> tuple[Reporter, ...]:
    """The reporters whose abbreviations come closest, best first, at most *limit*."""
    return _registry().search(name, limit=limit)


def all() -> tuple[Reporter, ...]:  # noqa: A001  (the verb of every registry)
    """All reporters, in the order of the table.

    >>> len(all()) > 400
    True
    """
    return tuple(_registry())


def edition() -> str:
    """The date of the table."""
    return _tables.edition(_TABLE)
