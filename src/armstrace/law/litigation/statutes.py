"""Acts as data: how they are cited, which provisions they have, and when each was in force.

>>> act = get("us-plcaa")
>>> act.abbreviation, [str(citation) for citation in act.citations][-1]
('PLCAA', '15 U.S.C. §§ 7901-7903')
>>> from datetime import date
>>> act.in_force(date(2005, 10, 25)), act.in_force(date(2005, 10, 26))
(False, True)
"""

from __future__ import annotations

import datetime
import functools
from importlib import resources

from attrs import field, frozen

from armstrace import _tables
from armstrace.law.litigation.citations import LegalCitation
from armstrace.law.provisions import Provision


@frozen(kw_only=True)
class Statute:
    """An Act.

    Attributes:
        id: The id.
        title: The short title.
        abbreviation: How it is called for short.
        citations: How it is cited: as passed, as printed, as codified.
        enacted: The day it became law.
        valid_from: The first day it was in force.
        valid_to: The last day; None while it is in force.
        provisions: Its provisions, each with its own validity.
        source: Where it was read.
        verified: Whether its text was seen.
    """

    id: str
    title: str
    abbreviation: str
    citations: tuple[LegalCitation, ...]
    enacted: datetime.date
    valid_from: datetime.date
    valid_to: datetime.date | None = None
    provisions: tuple[Provision, ...] = field(default=(), repr=False)
    source: str = field(default="", repr=False)
    verified: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All names it is looked up by."""
        return (self.title, self.abbreviation, *map(str, self.citations))

    def in_force(self, day: datetime.date) -> bool:
        """Whether it was in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def _statute(name: str) -> Statute:
    data = _tables.toml(f"statutes/{name}")
    return Statute(
        id=data["id"],
        title=data["title"],
        abbreviation=data["abbreviation"],
        citations=tuple(map(LegalCitation.parse, data["citations"])),
        enacted=data["enacted"],
        valid_from=data["valid_from"],
        valid_to=data.get("valid_to"),
        provisions=tuple(
            Provision(
                id=row["id"],
                citation=str(LegalCitation.parse(row["citation"])),
                valid_from=row.get("valid_from", data["valid_from"]),
                valid_to=row.get("valid_to", data.get("valid_to")),
                verified=data["verified"],
                source=data["source"],
            )
            for row in data["provision"]
        ),
        source=data["source"],
        verified=data["verified"],
    )


@functools.cache
def _registry() -> _tables.Registry[Statute]:
    folder = resources.files("armstrace").joinpath("data", "statutes")
    return _tables.Registry("statutes", map(_statute, sorted(entry.name for entry in folder.iterdir())))


def get(statute_id: str) -> Statute | None:
    """The Act of exactly this id, or None."""
    return _registry().get(statute_id)


def lookup(name: str) -> Statute:
    """The one Act of this id, title, abbreviation or citation.

    Raises:
        UnknownEntry: No Act bears the name.

    >>> lookup("119 Stat. 2095").id
    'us-plcaa'
    """
    return _registry().lookup(name)


def search(name: str, *, limit: int = 5) -> tuple[Statute, ...]:
    """The Acts whose names come closest, best first, at most *limit*."""
    return _registry().search(name, limit=limit)


def all() -> tuple[Statute, ...]:  # noqa: A001  (the verb of every registry)
    """All Acts held here."""
    return tuple(_registry())
