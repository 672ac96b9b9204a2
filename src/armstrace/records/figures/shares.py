"""Shares: a part of a whole, with the name of the whole and the method.

A share is compared only with shares of the same whole and method:

>>> attributed = Share(numerator=Count.exact(6556), denominator=Count.exact(8509), of=Measure.IDENTIFIABLE,
...                    method=ShareMethod.ATTRIBUTED_BY_OFFICIAL)
>>> print(attributed.percent)
77.05
>>> attributed.difference(Share(printed=Decimal(70), of=Measure.SUBMITTED, method=ShareMethod.TRACED))
Traceback (most recent call last):
    ...
armstrace.errors.NotComparable: shares of unlike things: of, method
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.counts.value import Count
from armstrace.dates.value import Period
from armstrace.errors import NotComparable, ParseError
from armstrace.places.place import Place
from armstrace.records.figures.percents import Percent
from armstrace.records.figures.tallies import Measure, PeriodBasis, Tally
from armstrace.records.statements.statements import Proposition
from armstrace.weapons.kinds.kind_set import KindSet

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANY = KindSet()


class ShareMethod(StrEnum):
    """The method of a share. Shares of different methods cannot be compared.

    Attributes:
        TRACED: Each thing in the numerator was traced.
        ATTRIBUTED_BY_MARKING: The marks on the things were read.
        ATTRIBUTED_BY_OFFICIAL: An official stated it.
        UNKNOWN: The source does not state it.
    """

    TRACED = "traced"
    ATTRIBUTED_BY_MARKING = "attributed_by_marking"
    ATTRIBUTED_BY_OFFICIAL = "attributed_by_official"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Share(Proposition):
    """A part of a whole, with the name of the whole and the method.

    Attributes:
        numerator: The count of the part; None if only a percentage was printed.
        denominator: The count of the whole; None if it is not known.
        printed: The percentage as printed; None if there was none.
        approximate: True if the source rounds the percentage by no known rule, or prints "about".
        part: The measure of the part: what had happened to its things.
        of: The measure of the whole.
        method: The method of the share.
        traits: What the things in the numerator share, as codes: ``us_made``, ``us_sourced``, ``long_gun``, …
        kinds: The kinds the whole takes in; empty for all arms.
        period: The stretch of time.
        basis: By which day a thing falls into it.
        place: Where.
        actor: Who counted, as written.
        definition: How the source defines the part, in a few words.
        caveats: What must be known before relying on it.
    """

    numerator: Count | None = None
    denominator: Count | None = None
    printed: Decimal | None = None
    approximate: bool = False
    part: Measure = Measure.UNKNOWN
    of: Measure = Measure.UNKNOWN
    method: ShareMethod = ShareMethod.UNKNOWN
    traits: frozenset[str] = frozenset()
    kinds: KindSet = _ANY
    period: Period | None = None
    basis: PeriodBasis = PeriodBasis.UNKNOWN
    place: Place | None = None
    actor: str | None = None
    definition: str | None = None
    caveats: tuple[explain.Caveat, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.printed is None and (self.numerator is None or self.denominator is None):
            raise ParseError(
                "a share needs a percentage, or a numerator and a denominator", code="share.none", text=str(self.of)
            )
        if self.printed is not None and not (self.printed.is_finite() and 0 <= self.printed <= 100):
            raise ParseError("a percentage lies between 0 and 100", code="share.outside", text=str(self.printed))
        if self.numerator and self.denominator and self.numerator.above(self.denominator):
            raise ParseError(
                "a part must not be more than the whole",
                code="share.part_above_whole",
                text=f"{self.numerator}/{self.denominator}",
            )

    def label(self, language: explain.Language = "en") -> str:
        """The share in one line: percentage, of what, by which method."""
        soft = "~" if self.approximate else ""
        return explain.say(
            "share.line",
            explain.values(
                percent=f"{soft}{self.printed}" if self.printed is not None else self.counted,
                of=f"measure_{self.of}",
                what=self.kinds.label(language) or explain.term("all_arms", language),
                part=", ".join(sorted(explain.term(f"trait_{trait}", language) for trait in self.traits))
                or explain.term(f"measure_{self.part}", language),
                method=f"method_{self.method}",
            ),
            language,
        )

    @property
    def counted(self) -> Percent | None:
        """The percentage by the counts; None if one is missing or soft, or the whole may be zero."""
        part, whole = self.numerator, self.denominator
        if part is None or whole is None or part.approximate or whole.approximate or not whole.least:
            return None
        most = part.most if part.most is not None else whole.most
        low = Decimal(0) if whole.most is None else Decimal(100) * part.least / whole.most
        high = Decimal(100) if most is None else min(Decimal(100), Decimal(100) * most / whole.least)
        return Percent(low=low, high=high)

    @property
    def percent(self) -> Percent | None:
        """The percentage by the counts if they are known, else as printed, within its rounding.

        None if neither is known.
        """
        if (counted := self.counted) is not None:
            return counted
        return None if self.printed is None or self.approximate else Percent.rounded(self.printed)

    @property
    def adds_up(self) -> bool | None:
        """True if the printed percentage is that of the counts; None if one of them is missing or soft."""
        counted = self.counted
        if counted is None or self.printed is None or self.approximate:
            return None
        printed = Percent.rounded(self.printed)
        return counted.low <= printed.high and printed.low <= counted.high

    def unlike(self, other: Share) -> tuple[str, ...]:
        """The names of the fields that keep the two from being compared.

        A whole or a method that neither share names keeps them apart too.
        """
        return tuple(name for name in _COMPARED if not _like(getattr(self, name), getattr(other, name), name))

    def difference(self, other: Share) -> Percent:
        """The percentage points by which this share is above *other*, within bounds.

        Raises:
            NotComparable: Another whole, another method, another definition; or a percentage that is not known.
        """
        unlike = self.unlike(other)
        if unlike:
            raise NotComparable("shares of unlike things", causes=unlike)
        left, right = self.percent, other.percent
        if left is None or right is None:
            raise NotComparable("shares that are not known within bounds", causes=("percent",))
        return Percent(low=left.low - right.high, high=left.high - right.low)


_COMPARED = ("part", "of", "method", "traits", "kinds", "basis", "actor", "definition")
_MUST_BE_KNOWN: Mapping[str, object] = {"of": Measure.UNKNOWN, "method": ShareMethod.UNKNOWN}


def _like(left: object, right: object, name: str) -> bool:
    return left == right and (name not in _MUST_BE_KNOWN or left != _MUST_BE_KNOWN[name])


# from the widest to the narrowest
LADDER = (
    Measure.SEIZED,
    Measure.IDENTIFIABLE,
    Measure.SUBMITTED,
    Measure.TRACED_TO_SOURCE,
    Measure.TRACED_TO_PURCHASER,
)


def share_of(part: Tally, whole: Tally, *, method: ShareMethod) -> Share:
    """The share of a tally in another that includes it.

    The measures seized, identifiable, submitted, traced to a source and traced to a purchaser include each other only
    within the same count: the same actor, period, period basis and treatment of repeats. Across agencies they do not.

    >>> seized = Tally(count=Count.exact(25_904), measure=Measure.SEIZED, actor="SEDENA", basis=PeriodBasis.SEIZURE)
    >>> known = Tally(count=Count.exact(8509), measure=Measure.IDENTIFIABLE, actor="SEDENA", basis=PeriodBasis.SEIZURE)
    >>> print(share_of(known, seized, method=ShareMethod.ATTRIBUTED_BY_OFFICIAL).percent)
    32.85

    Raises:
        NotComparable: The two are not of the same count, a count is missing, or the measure of the part is not
            included in that of the whole; the causes name the fields.
        ParseError: The part is more than the whole.
    """
    causes = tuple(name for name in _NESTED if getattr(part, name) != getattr(whole, name))
    causes += tuple(name for name in ("actor", "basis") if name not in causes and _unknown(getattr(part, name)))
    if part.measure is not whole.measure and not _narrower(part.measure, whole.measure):
        causes += ("measure",)
    if part.count is None or whole.count is None:
        causes += ("count",)
    if causes:
        raise NotComparable("tallies that do not nest", causes=causes)
    return Share(
        numerator=part.count,
        denominator=whole.count,
        part=part.measure,
        of=whole.measure,
        method=method,
        traits=part.traits - whole.traits,
        kinds=whole.kinds,
        period=whole.period,
        basis=whole.basis,
        place=whole.place,
        actor=whole.actor,
        definition=part.definition,
    )


_NESTED = ("actor", "period", "basis", "repeats_removed", "unit", "place")


def _unknown(value: object) -> bool:
    return value in (None, PeriodBasis.UNKNOWN)


def _narrower(part: Measure, whole: Measure) -> bool:
    return part in LADDER and whole in LADDER and LADDER.index(part) > LADDER.index(whole)
