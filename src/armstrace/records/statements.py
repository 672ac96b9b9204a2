"""What can be said, and how strongly: the marker class of all content, and the stances that a speaker may take.

Content (a seizure, a tally, an incident) says *what*, and is neither true nor false; whoever says so stands beside it.

>>> from armstrace.records.seizures import Seizure
>>> issubclass(Seizure, Proposition)
True
>>> [stance.value for stance in Stance if not stance.puts_forward]
['deny', 'demand', 'request', 'decline', 'no_response']
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Proposition:
    """Content that a statement can carry. It marks the classes that derive from it and holds nothing itself."""

    __slots__ = ()

    @classmethod
    def _choices(cls) -> tuple[type[Proposition], ...]:
        """The classes of content there are, for the JSON converter."""
        return tuple(_concrete(cls))


def _concrete(cls: type[Proposition]) -> Iterator[type[Proposition]]:
    for derived in cls.__subclasses__():
        # a slotted class was made from one without attributes, which may linger
        if "__attrs_attrs__" in vars(derived):
            yield derived
        yield from _concrete(derived)


class Stance(StrEnum):
    """How a speaker stands to what is said.

    Attributes:
        ASSERT: Says that it is so.
        ALLEGE: Says so as an accusation or a claim that is still to be proved.
        REPORT: Passes on what others say, or tells of what was seen.
        ACKNOWLEDGE: Grants that it is so.
        DENY: Says that it is not so.
        DEMAND: Wants it to happen, as of right.
        REQUEST: Asks for it.
        DECLINE: Answers, and does not speak to it.
        NO_RESPONSE: Was asked, and no answer had come.
    """

    ASSERT = "assert"
    ALLEGE = "allege"
    REPORT = "report"
    ACKNOWLEDGE = "acknowledge"
    DENY = "deny"
    DEMAND = "demand"
    REQUEST = "request"
    DECLINE = "decline"
    NO_RESPONSE = "no_response"

    @property
    def puts_forward(self) -> bool:
        """Whether a speaker who takes it puts the content forward as so; that does not make it so."""
        return self in (Stance.ASSERT, Stance.ALLEGE, Stance.REPORT, Stance.ACKNOWLEDGE)
