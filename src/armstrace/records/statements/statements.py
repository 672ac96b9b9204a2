"""Statements: the speaker, the content, how strongly it is put forward, the day and the source; and assessments.

Content (a seizure, a tally, an incident) has no truth value. A `Statement` carries it, with the speaker and the stance.
An `Assessment` is somebody's judgment of a statement, and a record like any other.

>>> from armstrace.parties import Party
>>> from armstrace.counts.value import Count
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
        """The content in one line; here only the sort of content."""
        return explain.term(f"content_{type(self).__name__.lower()}", language)

    def __str__(self) -> str:
        return self.label("en")

    @classmethod
    def _choices(cls) -> tuple[type[Proposition], ...]:
        """The loaded classes that derive from this one and have fields; JSON names them by ``type``."""
        return tuple(_concrete(cls))


def _concrete(cls: type[Proposition]) -> Iterator[type[Proposition]]:
    for derived in cls.__subclasses__():
        # a slotted class was made from one without attributes, which may linger
        if "__attrs_attrs__" in vars(derived):
            yield derived
        yield from _concrete(derived)


class Stance(StrEnum):
    """How a speaker stands to the content.

    Attributes:
        ASSERT: The speaker puts it forward as a fact.
        ALLEGE: The speaker puts it forward as an accusation or a claim that is still to be proved.
        REPORT: The speaker passes on what others state, or describes what was seen.
        ACKNOWLEDGE: The speaker admits it.
        DENY: The speaker denies it.
        DEMAND: The speaker demands it as of right.
        REQUEST: The speaker asks for it.
        DECLINE: The speaker answers, but not on this.
        NO_RESPONSE: The speaker was asked, and no answer had come.
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
        """True if the speaker puts the content forward as a fact; that does not make it one."""
        return self in (Stance.ASSERT, Stance.ALLEGE, Stance.REPORT, Stance.ACKNOWLEDGE)


@frozen(kw_only=True)
class Statement:
    """A statement that somebody made, which does not make its content true.

    Attributes:
        id: An id, by which others refer to it; None if it has none.
        speaker: Who made it: a party, or the office for which somebody spoke; None if the table has neither.
        named: The speaker as the source names it.
        stance: How the speaker stands to the content.
        proposition: The content.
        to: The party that was addressed.
        said: The day it was made; None if the source does not give it.
        reported: The day its source appeared, by which it had been made.
        verb: The word by which the source reports it: "said", "alleged".
        cited: Its places in the sources, at least one.
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
            raise ParseError("a statement needs a speaker", code="statement.no_speaker", text=str(self.cited[0]))

    def by(self, day: When) -> bool | None:
        """True if the statement had been made by that day; None if that is not known."""
        return by_then(self.said, self.reported, day)

    def label(self, language: explain.Language = "en") -> str:
        """The statement in one line: speaker, stance, content, day."""
        return explain.say(
            "statement.line",
            explain.values(
                speaker=self.speaker.label(language) if self.speaker else self.named,
                stance=f"stance_{self.stance}",
                content=self.proposition.label(language),
                day=self.said or explain.term("no_date", language),
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
    """The outcome of an assessment.

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
        by_whom: Whose judgment it is; None if the table of parties does not have the party.
        named: The party as the source names it.
        of: The statement.
        rating: The outcome.
        on: The day of the judgment; None if it is not known.
        because: The grounds, in a few words.
        cited: Its places in the sources.
    """

    by_whom: Party | None = None
    named: str = ""
    of: Statement
    rating: Rating
    on: UncertainDate | None = None
    because: str = ""
    cited: tuple[Citation, ...] = ()

    def by(self, day: When) -> bool | None:
        """True if the assessment had been made by that day; None if that is not known."""
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

    def __str__(self) -> str:
        return self.label("en")


def by_then(happened: UncertainDate | None, reported: UncertainDate | None, day: When) -> bool | None:
    """True if something had happened by the day, given the day it happened or was first reported; None if it is open.

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
