"""Acts as data: citations, provisions, and when each was in force. An Act is added by a file in ``data/statutes``.

>>> act = Statute.lookup("PLCAA")
>>> act.abbreviation, [str(citation) for citation in act.citations][-1]
('PLCAA', '15 U.S.C. §§ 7901-7903')
>>> from datetime import date
>>> act.in_force(date(2005, 10, 25)), act.in_force(date(2005, 10, 26))
(False, True)
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace import _tables
from armstrace.law.litigation.citations import LegalCitation
from armstrace.law.provisions import Provision

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen(kw_only=True)
class Statute(_tables.RegistryRow):
    """An Act.

    Attributes:
        id: The id.
        title: The short title.
        abbreviation: The abbreviation.
        citations: Its citations: as passed, as printed, as codified.
        enacted: The day it became law.
        valid_from: The first day it was in force.
        valid_to: The last day; None while it is in force.
        provisions: Its provisions, each with its own validity.
        source: Where it was read.
        verified: True if its text was seen.
    """

    _NAME = "statutes"

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
        """The names that `lookup` understands."""
        return (self.title, self.abbreviation, *map(str, self.citations))

    def in_force(self, day: datetime.date) -> bool:
        """True if it was in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @classmethod
    def _rows(cls) -> Iterator[Statute]:
        return map(_statute, _tables.files("statutes"))


def _statute(name: str) -> Statute:
    data = _tables.toml(name)
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
