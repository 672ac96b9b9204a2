"""The records of one list compared with each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from armstrace.matching import prevalence as mixture
from armstrace.matching.candidates.blocking import Index, none_because
from armstrace.matching.candidates.series import Series
from armstrace.matching.candidates.shapes import Shapes
from armstrace.matching.candidates.unlisted import Candidate, Unlisted
from armstrace.matching.compare import Match, judged
from armstrace.matching.comparisons import levels
from armstrace.matching.comparisons import same_event as reports
from armstrace.matching.comparisons import serials as slips
from armstrace.matching.comparisons.thing_classes import Traits
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.explain import Reason
    from armstrace.matching.prevalence import Shares

# a number that more records bear is a placeholder, or a list copied into itself
_MOST_REPEATS = 50


@frozen(kw_only=True)
class Repeats:
    """The records that come close to one of them.

    Attributes:
        place: Where it stands in the list.
        candidates: The others that come close.
        unlisted: How many times likelier its number is for a weapon of the lines that no other record tells of than
            for one of another line.
        other: The same for one of another line, one that happens to bear the number of another record included.
    """

    place: int
    candidates: tuple[Candidate, ...]
    unlisted: float
    other: float


@frozen(kw_only=True)
class Comparison:
    """A list against itself.

    Attributes:
        using: The match model.
        shown: The records.
        index: Which of them come into question.
        shapes: How usual the shapes of their numbers are.
        traits: What sort of thing each is.
        unlisted: Weapons of their lines that no record tells of.
        read_twice: Where the records stand whose number another record of such a thing bears as well.
    """

    using: MatchModel
    shown: Sequence[RecordedWeapon]
    index: Index
    shapes: Shapes
    traits: Traits
    unlisted: Unlisted
    read_twice: frozenset[int]

    @classmethod
    def of(cls, shown: Sequence[RecordedWeapon], using: MatchModel) -> Comparison:
        """The comparison of these records."""
        traits = Traits.of(shown, using)
        series = Series.of((each.weapon.serial for each in shown), using=using)
        return cls(
            using=using,
            shown=shown,
            index=Index.of(shown),
            shapes=Shapes.of(each.weapon.serial for each in shown),
            traits=traits,
            unlisted=Unlisted(using=using, series=series, traits=traits),
            read_twice=frozenset(_read_twice(shown, traits)),
        )

    def why_not(self, place: int) -> Reason | None:
        """Why a record cannot be compared; None where it can."""
        one = self.shown[place]
        if not one.weapon.serial.is_known:
            return none_because("no_serial", state=one.weapon.serial.state.value)
        borne = self.index.bearing(one)
        return none_because("too_common", count=borne) if borne > _MOST_REPEATS else None

    def repeats(self, place: int) -> Repeats:
        """The records that come close to the one at this place."""
        one = self.shown[place]
        serial = one.weapon.serial
        sort = self.traits.sort(one.weapon)
        candidates = tuple(self._candidates(place, sort))
        bits = self.using.serial_bits(serial.compact)
        other = self.shapes.share(serial)
        if any(each.agreed.as_read for each in candidates):
            other += math.exp2(bits - self.using.weight("serial.cap"))
        unlisted = self.unlisted.read_as(serial, sort, candidates, besides=place)
        return Repeats(
            place=place,
            candidates=candidates,
            unlisted=math.exp2(bits) * unlisted / len(self.shown),
            other=other,
        )

    def _candidates(self, place: int, sort: int) -> Iterator[Candidate]:
        one = self.shown[place]
        for other_place in self.index.near(one):
            other = self.shown[other_place]
            if other_place == place or of_one_row(one, other):
                continue
            if {place, other_place} <= self.read_twice and one.weapon.serial.compact != other.weapon.serial.compact:
                # two numbers, each of which was read more than once, are no slip of one another
                continue
            agreed = slips.agreement(one.weapon.serial, other.weapon.serial, self.using)
            if agreed.near:
                bits = agreed.weight(
                    self.using.serial_bits(one.weapon.serial.compact),
                    self.using.serial_bits(other.weapon.serial.compact),
                    self.using,
                )
                bits += self.traits.bits(sort, other_place)
                # neighbors in a series are seized together
                if agreed.level != "neighbor":
                    bits += sum(reason.weight for reason in reports.reasons(one, other, self.using))
                yield Candidate(place=other_place, number=other.weapon.serial.compact, agreed=agreed, bits=bits)

    def shares(self, found: Sequence[Repeats]) -> Shares:
        """How many of the records repeat another."""
        begin = attrs.evolve(self.using, listed=self.using.repeated)
        evidence = [(sum(self._mass(each) for each in one.candidates), one.unlisted, one.other) for one in found]
        return mixture.shares(evidence, begin)

    def probability(self, one: Repeats, candidate: Candidate, other: Repeats, shares: Shares) -> float:
        """How likely two records tell of one weapon: as the one makes it for which more speaks against it."""
        mass = self._mass(candidate)
        return min(shares.posterior([mass], each.unlisted, each.other)[0] for each in (one, other))

    def match(self, place: int, candidate: Candidate, probability: float) -> Match:
        """The match of two records, so likely."""
        left, right = self.shown[place], self.shown[candidate.place]
        reasons = (
            levels.serial(left.weapon.serial, right.weapon.serial, candidate.agreed, self.using),
            *self.traits.reasons(left.weapon, candidate.place),
            *reports.reasons(left, right, self.using),
        )
        return judged(left, right, reasons, probability, using=self.using)

    def _mass(self, candidate: Candidate) -> float:
        return math.exp2(candidate.bits) / len(self.shown)


def _read_twice(shown: Sequence[RecordedWeapon], traits: Traits) -> Iterator[int]:
    """Where the records stand whose number another record of such a thing bears as well."""
    by_number: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(shown):
        if one.weapon.serial.is_whole:
            by_number[one.weapon.serial.compact].append(place)
    for places in by_number.values():
        if len(places) <= _MOST_REPEATS:
            for place in places:
                sort = traits.sort(shown[place].weapon)
                if any(
                    traits.bits(sort, other) > 0 and not of_one_row(shown[place], shown[other])
                    for other in places
                    if other != place
                ):
                    yield place


def of_one_row(one: RecordedWeapon, other: RecordedWeapon) -> bool:
    """Whether one row shows both things, which are two things then; unknown rows are not one."""
    told = (one.record_id, one.citation.row, one.citation.span)
    return other.record_id == one.record_id and other.citation == one.citation and told != (None, None, None)
