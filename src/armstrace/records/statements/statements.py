"""Statements: who says what, how strongly, when and where, and who judged it.

Content (a seizure, a tally, an incident) says *what*, and is neither true nor false. A `Statement` carries it, with the
speaker and the stance; whoever judged the statement writes an `Assessment`, which is a record like any other.

>>> from armstrace.parties import Party
>>> from armstrace.records.figures.counts import Count
>>> from armstrace.records.figures.tallies import Measure, Tally
>>> from armstrace.sources import Source
>>> from armstrace.weapons.kinds import KindSet
>>> taken = Tally(count=Count.exact(12), kinds=KindSet.of("rocket_launcher"), measure=Measure.SEIZED)
>>> statement = Statement(speaker=Party.lookup("SEDENA"), stance=Stance.ASSERT, proposition=taken,
...                       said=UncertainDate.of_month(2023, 6), cited=(Citation(source=Source(title="a.html")),))
>>> print(statement)
Secretariat of National Defense of Mexico asserts: 12 rocket launcher, seized (2023-06)
>>> statement.stance.puts_forward
True
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError
from armstrace.explain import Caveat
from armstrace.parties import Party
from armstrace.sources import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.dates.value import When


class Proposition:
    """Content that a statement can carry. It marks the classes that derive from it and holds nothing itself."""

    __slots__ = ()

    def label(self, language: explain.Language = "en") -> str:
        """What it says, in one line; here only what sort of content it is."""
        return explain.term(f"content_{type(self).__name__.lower()}", language)

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


@frozen(kw_only=True)
class Statement:
    """Somebody's statement. That it was made does not make it so.

    Attributes:
        id: An id, by which others refer to it; None where it has none.
        speaker: Who made it: a party, or the office somebody spoke for; None where the table has no such one.
        named: The speaker as the source names it.
        stance: How the speaker stands to the content.
        proposition: The content.
        to: To whom it was said.
        said: The day it was said; None where the source does not tell.
        reported: The day its source appeared, by which it had been said.
        verb: The word by which the source reports it: "said", "alleged".
        cited: Where it stands, at least one place.
        caveats: What must be known before relying on it, such as a garbled figure.
    """

    id: str | None = None
    speaker: Party | None = None
    named: str = ""
    stance: Stance
    proposition: Proposition
    to: Party | None = None
    said: UncertainDate | None = None
    reported: UncertainDate | None = None
    verb: str = ""
    cited: tuple[Citation, ...] = field(validator=validators.min_len(1))
    caveats: tuple[Caveat, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.speaker is None and not self.named:
            raise ParseError("a statement needs a speaker", text=str(self.cited[0]))

    def by(self, day: When) -> bool | None:
        """Whether it had been made by that day; None where that is not known."""
        return by_then(self.said, self.reported, day)

    def label(self, language: explain.Language = "en") -> str:
        """The statement in one line: speaker, stance, content, day."""
        return explain.say(
            "statement.line",
            explain.values(
                speaker=self.speaker.label(language) if self.speaker else self.named,
                stance=f"stance_{self.stance}",
                content=self.proposition.label(language),
                said=self.said or explain.term("no_date", language),
            ),
            language,
        )

    def explain(self, language: explain.Language = "en") -> str:
        """The statement with its places and caveats."""
        lines = [self.label(language)]
        lines += [f"  {place.label(language)}" for place in self.cited]
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.label("en")


class Rating(StrEnum):
    """What somebody who judged a statement found.

    Attributes:
        SUPPORTED: Evidence supports it.
        CONTRADICTED: Evidence speaks against it.
        MIXED: Some of it is supported, some is not.
        UNPROVEN: No evidence settles it.
    """

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MIXED = "mixed"
    UNPROVEN = "unproven"


@frozen(kw_only=True)
class Assessment:
    """Somebody's judgment of a statement; a record like any other, and no last word.

    Attributes:
        by_whom: Who judged; None where the table of parties has no such one.
        named: The judge as the source names it.
        of: The statement.
        rating: What was found.
        on: The day of the judgment; None where it is not known.
        because: The grounds, in a few words.
        cited: Where it stands.
    """

    by_whom: Party | None = None
    named: str = ""
    of: Statement
    rating: Rating
    on: UncertainDate | None = None
    because: str = ""
    cited: tuple[Citation, ...] = ()

    def by(self, day: When) -> bool | None:
        """Whether it had been made by that day; None where that is not known."""
        return by_then(self.on, None, day)

    def label(self, language: explain.Language = "en") -> str:
        """The assessment in one line."""
        return explain.say(
            "statement.assessed",
            explain.values(
                by=self.by_whom.label(language) if self.by_whom else self.named or None,
                rating=f"rating_{self.rating}",
                of=self.of.label(language),
            ),
            language,
        )


def by_then(happened: UncertainDate | None, reported: UncertainDate | None, day: When) -> bool | None:
    """Whether something had happened by the day, given when it happened or when it was first reported.

    >>> from datetime import date
    >>> june, day = UncertainDate.of_month(2023, 6), UncertainDate.exact(date(2024, 1, 24))
    >>> [by_then(june, None, date(2023, *day)) for day in ((6, 30), (6, 1), (5, 31))]
    [True, None, False]
    >>> by_then(None, day, date(2024, 1, 24)), by_then(None, day, date(2024, 1, 23))
    (True, None)
    """
    if happened is not None:
        after = happened.after(day)
        return True if after is False or happened == day else None if after is None else False
    if reported is not None and (reported == day or reported.after(day) is False):
        return True
    return None
