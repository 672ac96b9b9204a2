"""The listed weapons that come close to a found one, weighed against each other and against none of them.

Each candidate is worth what speaks for it in bits, against the thought that the found weapon is of another line. Beside
them stands an unlisted weapon of their lines with just the number that was read: the denser the list is around that
number, the likelier there is one.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from armstrace.matching.candidates.blocking import BlockingIndex
from armstrace.matching.candidates.series import Series
from armstrace.matching.candidates.shapes import Shapes
from armstrace.matching.candidates.unlisted import Candidate, Unlisted
from armstrace.matching.comparisons import serials, table
from armstrace.matching.comparisons.thing_classes import ThingClasses
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.explain import Reason
    from armstrace.matching.prevalence import Prevalence

# a longer list of what may be helps nobody
_MOST_SHOWN = 10
# a weapon that is a million times less likely than another changes nothing, by so many bits
_HOPELESS = 20
# a weapon that so many rows list is shown by the first of them, and how many more there are is said
_MOST_ROWS = 25
# what is less likely than that is not worth a line
_LEAST_SHOWN = 0.01


@frozen(kw_only=True)
class Evidence:
    """What speaks for each candidate, and for none of them.

    Attributes:
        found: The found weapon.
        groups: The candidates, rows that list one weapon together, what speaks most for first.
        listed: For each group, how many times likelier what was read is than for a weapon of another line.
        unlisted: The same for an unlisted weapon of the lines of the list.
        other: The same for a weapon of another line, one that happens to bear a listed number included.
    """

    found: RecordedWeapon
    groups: tuple[tuple[Candidate, ...], ...]
    listed: tuple[float, ...]
    unlisted: float
    other: float

    @property
    def is_informative(self) -> bool:
        """True if the evidence bears on the share of found weapons that are on the list."""
        return self.found.weapon.serial.is_known


@frozen(kw_only=True)
class Scorer:
    """Weighs candidates from one list.

    Attributes:
        using: The match model.
        listed: The listed weapons.
        rarities: How rare the serial number of each is, in bits.
        blocking: Which of them come into question.
        shapes: How usual the shapes of their numbers are.
        classes: The thing class of each weapon.
        unlisted: The unlisted weapons of its lines.
    """

    using: MatchModel
    listed: Sequence[RecordedWeapon] = field(repr=False)
    rarities: Sequence[float] = field(repr=False)
    blocking: BlockingIndex = field(repr=False)
    shapes: Shapes = field(repr=False)
    classes: ThingClasses = field(repr=False)
    unlisted: Unlisted = field(repr=False)

    @classmethod
    def of(cls, found: Sequence[RecordedWeapon], listed: Sequence[RecordedWeapon], using: MatchModel) -> Scorer:
        """The scorer of found weapons against a list."""
        classes = ThingClasses.of(listed, using)
        series = Series.of((shown.weapon.serial for shown in listed), using=using)
        return cls(
            using=using,
            listed=listed,
            rarities=[using.serial_bits(shown.weapon.serial.compact) for shown in listed],
            blocking=BlockingIndex.of(listed),
            shapes=Shapes.of(shown.weapon.serial for shown in (*found, *listed)),
            classes=classes,
            unlisted=Unlisted(using=using, series=series, classes=classes),
        )

    def evidence(self, found: RecordedWeapon) -> Evidence:
        """What speaks for each listed weapon that comes close, and for none of them."""
        thing_class = self.classes.of_record(found)
        candidates = self._candidates(found, thing_class)
        candidates.sort(key=lambda each: -each.bits)
        groups = tuple(group for group in self._by_weapon(candidates) if group[0].bits > candidates[0].bits - _HOPELESS)
        length = max(len(self.listed), 1)
        bits = self.using.serial_bits(found.weapon.serial.compact)
        other = self.shapes.share(found.weapon.serial)
        if any(each.agreed.as_read for each in candidates):
            # chance and copying make equal numbers more often than the characters tell
            other += math.exp2(bits - self.using.weight("serial.cap"))
        return Evidence(
            found=found,
            groups=groups,
            listed=tuple(math.exp2(group[0].bits) / length for group in groups),
            unlisted=(
                math.exp2(bits) * self.unlisted.read_as(found.weapon.serial, thing_class, candidates)
                + self.using.batch * math.fsum(math.exp2(each.bits) for each in candidates if not each.agreed.near)
            )
            / length,
            other=other,
        )

    def matches(self, evidence: Evidence, prevalence: Prevalence) -> list[Match]:
        """The matches of one found weapon, likeliest first. Rows that list one weapon twice are no rivals."""
        *probabilities, unlisted = prevalence.posteriors(evidence.listed, evidence.unlisted, evidence.other)
        ranked = list(zip(evidence.groups, probabilities, strict=True))
        close = [group for group, share in ranked if share >= self.using.inconclusive]
        matches: list[Match] = []
        for group, share in ranked:
            # things of one batch are shown however many of them there are
            if len(matches) >= _MOST_SHOWN or (matches and share < _LEAST_SHOWN and group[0].agreed.near):
                break
            best_rival = max((each for other, each in ranked if other is not group), default=0.0)
            rivals = [other[0].index for other in close if other is not group]
            # rows that list one weapon twice share what speaks for it, even where one of them says less
            for each in group[:_MOST_ROWS]:
                listed = self.listed[each.index]
                matches.append(
                    Match.of(
                        evidence.found,
                        listed,
                        self._reasons(evidence.found, each),
                        share,
                        using=self.using,
                        rivals=tuple(self._name(index, besides=listed) for index in rivals),
                        best_rival=best_rival,
                        unlisted=unlisted,
                        more_rows=max(0, len(group) - _MOST_ROWS),
                    )
                )
        return matches

    def _name(self, index: int, *, besides: RecordedWeapon) -> str:
        """What a rival is called; two lists may use one reference for two weapons."""
        rival = self.listed[index]
        if rival.reference != besides.reference:
            return rival.reference
        return f"{rival.reference} ({rival.list_name or rival.citation.label()})"

    def _reasons(self, found: RecordedWeapon, candidate: Candidate) -> tuple[Reason, ...]:
        listed = self.listed[candidate.index]
        return (
            serials.reason(found.weapon.serial, listed.weapon.serial, candidate.agreed, self.using),
            *self.classes.reasons(found, candidate.index),
            *table.reasons(table.CIRCUMSTANCES, found, listed, self.using),
        )

    def _candidates(self, found: RecordedWeapon, thing_class: int) -> list[Candidate]:
        """The listed weapons that come close."""
        same = self.blocking.alike(found)
        candidates = self._compared(found, thing_class, same)
        if any(each.agreed.as_read and self.classes.bits(thing_class, each.index) > 0 for each in candidates):
            # a number that is listed as it was read is not looked for among others misread
            return [each for each in candidates if each.agreed.as_read]
        return candidates + self._compared(found, thing_class, sorted(set(self.blocking.near(found)).difference(same)))

    def _compared(self, found: RecordedWeapon, thing_class: int, indexes: Iterable[int]) -> list[Candidate]:
        """Those of the listed weapons at these indexes whose serial number, lot or headstamp comes close."""
        using, serial = self.using, found.weapon.serial
        mine = using.serial_bits(serial.compact)
        candidates: list[Candidate] = []
        for index in indexes:
            listed = self.listed[index]
            other = listed.weapon.serial
            agreed = serials.agreement(serial, other, using)
            if not agreed.near and not table.same_batch(found, listed):
                continue
            bits = agreed.weight(mine, self.rarities[index], using)
            bits += self.classes.bits(thing_class, index) + table.bits(table.CIRCUMSTANCES, found, listed, using)
            candidates.append(Candidate(index=index, number=other.compact, agreed=agreed, bits=bits))
        return candidates

    def _by_weapon(self, candidates: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
        """The candidates, rows that seem to list one weapon together, in the order of the first of each.

        A row that says less and may list either of two weapons lists neither for sure.
        """
        # rows that say the same of what they list are compared with others once
        alike: dict[Hashable, list[int]] = {}
        for rank, each in enumerate(candidates):
            serial = self.listed[each.index].weapon.serial
            key = (serial.text, self.classes.numbers[each.index]) if serial.is_whole else rank
            alike.setdefault(key, []).append(rank)
        by_number: dict[str, list[list[int]]] = {}
        for ranks in alike.values():
            by_number.setdefault(candidates[ranks[0]].number.lstrip("0"), []).append(ranks)
        groups: list[list[int]] = []
        for rows in by_number.values():
            own: list[list[list[int]]] = []
            for ranks in sorted(rows, key=lambda ranks: -self._said(candidates[ranks[0]])):
                fitting = [group for group in own if all(self._one_weapon(candidates, ranks, each) for each in group)]
                if len(fitting) == 1:
                    fitting[0].append(ranks)
                else:
                    own.append([ranks])
            groups += (sorted(itertools.chain.from_iterable(group)) for group in own)
        return tuple(tuple(candidates[rank] for rank in group) for group in sorted(groups))

    def _said(self, candidate: Candidate) -> int:
        """How much a row says of what tells two weapons of one number apart."""
        weapon = self.listed[candidate.index].weapon
        return (weapon.make is not None) + (weapon.caliber is not None)

    def _one_weapon(self, candidates: Sequence[Candidate], ranks: list[int], other: list[int]) -> bool:
        one, two = (self.listed[candidates[each[0]].index] for each in (ranks, other))
        return serials.listed_twice(one, two)
