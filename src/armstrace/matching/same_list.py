"""The records of one list compared with each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from armstrace.matching.candidates.blocking import BlockingIndex, none_because
from armstrace.matching.candidates.series import Series
from armstrace.matching.candidates.shapes import Shapes
from armstrace.matching.candidates.unlisted import Candidate, Unlisted
from armstrace.matching.comparisons import serials, table
from armstrace.matching.comparisons.thing_classes import ThingClasses
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from armstrace.explain import Reason

# a number that more records have is a placeholder, or the list was copied into itself
_MOST_REPEATS = 50


@frozen(kw_only=True)
class Repeats:
    """The records that may repeat one record.

    Attributes:
        index: The index of the record in the list.
        candidates: The records that may repeat it.
        unlisted: The likelihood of its number for a weapon of the product lines that no other record describes,
            divided by that for a weapon of another line.
        other: The same for a weapon of another line, including one that happens to have the number of another record.
    """

    index: int
    candidates: tuple[Candidate, ...]
    unlisted: float
    other: float


@frozen(kw_only=True)
class SameList:
    """A list that is compared with itself.

    Attributes:
        using: The match model.
        shown: The records.
        blocking: The index that selects candidates.
        shapes: The frequency of the shapes of their numbers.
        classes: The thing class of each record.
        unlisted: Weapons of their product lines that no record describes.
        confirmed_numbers: The indexes of records whose number another record of a compatible weapon has as well.
    """

    using: MatchModel
    shown: Sequence[RecordedWeapon]
    blocking: BlockingIndex
    shapes: Shapes
    classes: ThingClasses
    unlisted: Unlisted
    confirmed_numbers: frozenset[int]

    @classmethod
    def of(cls, shown: Sequence[RecordedWeapon], using: MatchModel) -> SameList:
        """The comparison of these records."""
        classes = ThingClasses.of(shown, using)
        series = Series.of((record.weapon.serial for record in shown), using=using)
        return cls(
            using=using,
            shown=shown,
            blocking=BlockingIndex.of(shown),
            shapes=Shapes.of(record.weapon.serial for record in shown),
            classes=classes,
            unlisted=Unlisted(using=using, series=series, classes=classes),
            confirmed_numbers=frozenset(_confirmed_numbers(shown, classes)),
        )

    def why_not(self, index: int) -> Reason | None:
        """The reason why a record cannot be compared; None if it can."""
        record = self.shown[index]
        if not record.weapon.serial.is_known:
            return none_because("no_serial", state=record.weapon.serial.state.value)
        count = self.blocking.bearing(record)
        return none_because("too_common", count=count) if count > _MOST_REPEATS else None

    def repeats(self, index: int) -> Repeats:
        """The records that may repeat the one at this index."""
        record = self.shown[index]
        serial = record.weapon.serial
        thing_class = self.classes.of_record(record)
        candidates = tuple(self._candidates(index, thing_class))
        bits = self.using.serial_bits(serial.compact)
        other = self.shapes.share(serial)
        if any(candidate.agreed.as_read for candidate in candidates):
            other += math.exp2(bits - self.using.weight("serial.cap"))
        unlisted = self.unlisted.read_as(serial, thing_class, candidates, besides=index)
        return Repeats(
            index=index,
            candidates=candidates,
            unlisted=math.exp2(bits) * unlisted / len(self.shown),
            other=other,
        )

    def _candidates(self, index: int, thing_class: int) -> Iterator[Candidate]:
        left = self.shown[index]
        serial = left.weapon.serial
        for right_index in self.blocking.near(left):
            right = self.shown[right_index]
            number = right.weapon.serial.compact
            if right_index == index or of_one_row(left, right):
                continue
            if {index, right_index} <= self.confirmed_numbers and serial.compact != number:
                # two numbers that were both read several times are no slips of one another
                continue
            agreed = serials.agreement(serial, right.weapon.serial, self.using)
            if agreed.near:
                rarities = self.using.serial_bits(serial.compact), self.using.serial_bits(number)
                bits = agreed.weight(*rarities, self.using) + self.classes.bits(thing_class, right_index)
                # neighbors in a series are seized together
                if agreed.level != "neighbor":
                    bits += table.bits(table.EVENT, left, right, self.using)
                yield Candidate(index=right_index, number=number, agreed=agreed, bits=bits)

    def prevalence(self, repeats: Sequence[Repeats]) -> Prevalence:
        """The estimated share of the records that repeat another."""
        begin = attrs.evolve(self.using, listed=self.using.repeated)
        evidence = [
            (sum(self._mass(candidate) for candidate in each.candidates), each.unlisted, each.other) for each in repeats
        ]
        return Prevalence.estimate(evidence, begin)

    def probability(self, left: Repeats, candidate: Candidate, right: Repeats, prevalence: Prevalence) -> float:
        """The probability that two records describe one weapon: the lower of those that either record gives."""
        mass = self._mass(candidate)
        return min(prevalence.posterior([mass], each.unlisted, each.other)[0] for each in (left, right))

    def match(self, index: int, candidate: Candidate, probability: float) -> Match:
        """The match of two records with this probability."""
        left, right = self.shown[index], self.shown[candidate.index]
        reasons = (
            serials.reason(left.weapon.serial, right.weapon.serial, candidate.agreed, self.using),
            *self.classes.reasons(left, candidate.index),
            *table.reasons(table.EVENT, left, right, self.using),
        )
        return Match.of(left, right, reasons, probability, using=self.using)

    def _mass(self, candidate: Candidate) -> float:
        return math.exp2(candidate.bits) / len(self.shown)


def _confirmed_numbers(shown: Sequence[RecordedWeapon], classes: ThingClasses) -> Iterator[int]:
    by_number: dict[str, list[int]] = defaultdict(list)
    for index, record in enumerate(shown):
        if record.weapon.serial.is_whole:
            by_number[record.weapon.serial.compact].append(index)
    for indexes in by_number.values():
        if len(indexes) <= _MOST_REPEATS:
            for index in indexes:
                thing_class = classes.of_record(shown[index])
                if any(
                    classes.bits(thing_class, other) > 0 and not of_one_row(shown[index], shown[other])
                    for other in indexes
                    if other != index
                ):
                    yield index


def of_one_row(left: RecordedWeapon, right: RecordedWeapon) -> bool:
    """True if one row shows both weapons, which are two then; records without a row or id are not of one row."""
    row = (left.record_id, left.citation.row, left.citation.span)
    return right.record_id == left.record_id and right.citation == left.citation and row != (None, None, None)
