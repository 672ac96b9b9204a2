"""Provisions: a part of a law as it is cited, and the days on which it was in force."""

from __future__ import annotations

import datetime

from attrs import field, frozen


@frozen(kw_only=True)
class Provision:
    """A provision of a law, as it stood for a time.

    Attributes:
        id: The id, ``@`` and a year where the text changed.
        citation: How it is cited.
        valid_from: The first day it was in force.
        valid_to: The last day; None while it is in force.
        verified: True if its wording was seen; if not, every answer that rests on it has a caveat.
        source: Where the wording was read.
    """

    id: str
    citation: str
    valid_from: datetime.date
    valid_to: datetime.date | None = None
    verified: bool = True
    source: str = field(default="", repr=False)

    def in_force(self, day: datetime.date) -> bool:
        """True if it was in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
