"""The records of one list compared with each other."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from armstrace.matching.candidates.blocking import none_because
from armstrace.matching.candidates.unlisted import Candidate
from armstrace.matching.comparisons import serials, table
from armstrace.matching.match import Match
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.scorer import Evidence, Scorer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace.explain import Reason
    from armstrace.records.recorded import RecordedWeapon

# a number that more records have is a placeholder, or the list was copied into itself
_MOST_REPEATS = 50


@frozen(kw_only=True)
class SameList(Scorer):
    """The scoring of the records of one list against each other, to find those that describe one weapon."""

    def why_not(self, index: int) -> Reason | None:
        """The reason why the record at *index* cannot be compared; None if it can."""
        record = self.listed[index]
        if not record.weapon.serial.is_known:
            return none_because("no_serial", state=record.weapon.serial.state.value)
        count = self.blocking.bearing(record)
        return none_because("too_common", count=count) if count > _MOST_REPEATS else None

    def repeats(self, index: int) -> Evidence:
        """The likelihoods for each record that may repeat the record at *index*, and for none of them.

        Each of these records is a group of its own.
        """
        record = self.listed[index]
        serial, thing_class = record.weapon.serial, self.classes.of_record(record)
        candidates = tuple(self._repeats(index, thing_class))
        unlisted = self.unlisted.read_as(serial, thing_class, candidates, left_out=index)
        return Evidence(
            found=record,
            groups=tuple((candidate,) for candidate in candidates),
            listed=tuple(map(self._likelihood, candidates)),
            unlisted=math.exp2(self.using.serial_bits(serial.compact)) * unlisted / len(self.listed),
            other=self.other(record, candidates),
        )

    def _repeats(self, index: int, thing_class: int) -> Iterator[Candidate]:
        left = self.listed[index]
        serial = left.weapon.serial
        for right_index in self.blocking.near(left):
            right = self.listed[right_index]
            number = right.weapon.serial.compact
            if right_index == index or of_one_row(left, right):
                continue
            if {index, right_index} <= self._confirmed_numbers and serial.compact != number:
                # two numbers that were both read several times are no misreadings of each other
                continue
            agreed = serials.agreement(serial, right.weapon.serial, self.using)
            if agreed.near:
                bits = agreed.weight(self.rarities[index], self.rarities[right_index], self.using)
                bits += self.classes.bits(thing_class, right_index)
                # neighbors in a series are seized together
                if agreed.level != "neighbor":
                    bits += table.bits(table.EVENT, left, right, self.using)
                yield Candidate(index=right_index, number=number, agreed=agreed, bits=bits)

    def prevalence(self, evidence: Iterable[Evidence]) -> Prevalence:
        """The estimated share of the records that repeat another one.

        *evidence* holds the likelihoods for each record.
        """
        prior = attrs.evolve(self.using, listed=self.using.repeated)
        return Prevalence.estimate([found.likelihoods for found in evidence], prior)

    def probability(self, left: Evidence, candidate: Candidate, right: Evidence, prevalence: Prevalence) -> float:
        """The probability that two records describe one weapon: the lower of the two that they give.

        *left* and *right* are the likelihoods for each record, *candidate* is the right record as a candidate of the
        left.
        """
        likelihood = self._likelihood(candidate)
        return min(prevalence.posterior([likelihood], found.unlisted, found.other)[0] for found in (left, right))

    def match(self, index: int, candidate: Candidate, probability: float) -> Match:
        """The match of the record at *index* with a candidate, whose probability is known."""
        left, right = self.listed[index], self.listed[candidate.index]
        reasons = (
            serials.reason(left.weapon.serial, right.weapon.serial, candidate.agreed, self.using),
            *self.classes.reasons(left, candidate.index),
            *table.reasons(table.EVENT, left, right, self.using),
        )
        return Match.of(left, right, reasons, probability, using=self.using)

    def _likelihood(self, candidate: Candidate) -> float:
        return math.exp2(candidate.bits) / len(self.listed)

    @cached_property
    def _confirmed_numbers(self) -> frozenset[int]:
        """The indexes of the records whose number another record of a compatible weapon has as well.

        A number that too many records have does not count.
        """
        by_number: dict[str, list[int]] = defaultdict(list)
        for index, record in enumerate(self.listed):
            if record.weapon.serial.is_whole:
                by_number[record.weapon.serial.compact].append(index)
        return frozenset(
            index
            for indexes in by_number.values()
            if len(indexes) <= _MOST_REPEATS
            for index in indexes
            if any(self._agree(index, right) for right in indexes if right != index)
        )

    def _agree(self, left_index: int, right_index: int) -> bool:
        left, right = self.listed[left_index], self.listed[right_index]
        return self.classes.bits(self.classes.of_record(left), right_index) > 0 and not of_one_row(left, right)


def of_one_row(left: RecordedWeapon, right: RecordedWeapon) -> bool:
    """True if one row shows both weapons, which then are two; False if the records have no row, span or id."""
    row = (left.record_id, left.citation.row, left.citation.span)
    return right.record_id == left.record_id and right.citation == left.citation and row != (None, None, None)
