"""US courts: which there are, and which court reviews which.

The ids are those of the Free Law Project's courts-db, which CourtListener uses too. The table
(``data/courts/courts.csv``) holds the federal courts and, of each state, the last-resort, intermediate and general
trial courts.

>>> first = lookup("1st Cir.")
>>> first.id, first.level.value
('ca1', 'intermediate')
>>> first.reviews(lookup("mad")), first.reviews(lookup("azd"))
(True, False)

A name that several courts may mean is not settled by guessing:

>>> lookup("D. Atlantis")
Traceback (most recent call last):
    ...
armstrace.errors.UnknownEntry: no entry in courts: 'D. Atlantis'
"""

from __future__ import annotations

import functools
from enum import StrEnum

from attrs import field, frozen

from armstrace import _tables
from armstrace.errors import ParseError

_TABLE = "courts/courts.csv"


class Level(StrEnum):
    """Where a court stands in its system.

    Attributes:
        TRIAL: It hears a suit first.
        INTERMEDIATE: It reviews trial courts and is itself reviewed.
        LAST_RESORT: The highest court of its system. That of a state may still be reviewed by the Supreme Court of the
            United States, on questions of federal law.
    """

    TRIAL = "trial"
    INTERMEDIATE = "intermediate"
    LAST_RESORT = "last_resort"


@frozen(kw_only=True)
class Court:
    """A row of the table of courts; two are equal when their ids are.

    Attributes:
        id: The courts-db id.
        name: The name.
        citation: The Bluebook abbreviation, such as ``1st Cir.``; empty where none is held.
        system: ``us`` for federal courts, else the ISO 3166-2 code of the state, such as ``US-CT``.
        level: Where it stands in its system.
        reviewed_by: Ids of the courts that may review it directly.
        source: Where the row was read.
        verified: Whether the reviewing courts were looked up, not only known.
    """

    id: str
    name: str = field(eq=False)
    citation: str = field(eq=False, default="")
    system: str = field(eq=False, repr=False)
    level: Level = field(eq=False, repr=False)
    reviewed_by: tuple[str, ...] = field(eq=False, repr=False, default=())
    source: str = field(eq=False, repr=False, default="")
    verified: bool = field(eq=False, repr=False, default=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All names it is looked up by."""
        return (self.name, self.citation) if self.citation else (self.name,)

    @property
    def federal(self) -> bool:
        """Whether it is a court of the United States."""
        return self.system == "us"

    def steps_to(self, other: Court) -> int | None:
        """How many steps of review lead from this court up to *other*; 0 for itself, None where none do.

        >>> lookup("connsuperct").steps_to(lookup("conn"))
        1
        >>> lookup("mad").steps_to(lookup("scotus"))
        2
        """
        reached, steps = {self.id}, 0
        seen: set[str] = set()
        while reached:
            if other.id in reached:
                return steps
            seen |= reached
            above = {up for court_id in reached for up in _registry()[court_id].reviewed_by}
            reached, steps = above - seen, steps + 1
        return None

    def reviews(self, lower: Court) -> bool:
        """Whether an appeal, of one step or several, may come to this court from *lower*."""
        return bool(lower.steps_to(self))

    def _to_plain(self) -> str:
        return self.id

    @classmethod
    def _from_plain(cls, data: str) -> Court:
        found = get(data)
        if found is None:
            raise ParseError("no id of a court", text=data)
        return found

    @classmethod
    def _schema(cls) -> dict[str, object]:
        return {"type": "string", "enum": [court.id for court in _registry()]}


@functools.cache
def _registry() -> _tables.Registry[Court]:
    rows = (
        Court(
            id=row["id"],
            name=row["name"],
            citation=row["citation"],
            system=row["system"],
            level=Level(row["level"]),
            reviewed_by=_tables.split(row["reviewed_by"]),
            source=row["source"],
            verified=row["verified"] == "true",
        )
        for row in _tables.rows(_TABLE)
    )
    return _tables.Registry("courts", rows)


def get(court_id: str) -> Court | None:
    """The court of exactly this id, or None.

    >>> get("scotus").name
    'Supreme Court of the United States'
    """
    return _registry().get(court_id)


def lookup(name: str) -> Court:
    """The one court of this id, name or Bluebook abbreviation; case and punctuation do not count.

    Raises:
        UnknownEntry: No court bears the name.
        AmbiguousEntry: Several do.

    >>> lookup("D. Mass.").id
    'mad'
    """
    return _registry().lookup(name)


def search(name: str, *, limit: int = 5) -> tuple[Court, ...]:
    """The courts whose names come closest, best first, at most *limit*.

    >>> search("Conneticut Supreme Court", limit=1)[0].id
    'conn'
    """
    return _registry().search(name, limit=limit)


def all() -> tuple[Court, ...]:  # noqa: A001  (the verb of every registry)
    """All courts, in the order of the table.

    >>> len(all()) > 200
    True
    """
    return tuple(_registry())


def edition() -> str:
    """The date of the table."""
    return _tables.edition(_TABLE)
