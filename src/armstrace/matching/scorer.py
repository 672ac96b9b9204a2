"""The scores of the candidates for one found weapon, against each other and against "none of them".

The score of a candidate is a match weight in bits, relative to a weapon of another product line. An unlisted weapon of
the same lines competes with the candidates: the denser the list is around the number, the likelier there is one.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Self

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

# a longer shortlist is of no use
_MOST_SHOWN = 10
# a candidate that is a million times less likely than another changes nothing: by so many bits
_HOPELESS = 20
# of the rows that list one weapon so many are shown; a caveat gives the number of the others
_MOST_ROWS = 25
# a match with a lower probability is not shown
_LEAST_SHOWN = 0.01


@frozen(kw_only=True)
class Evidence:
    """The likelihoods of a found record: for each listed weapon, for an unlisted one, and for another product line.

    They are relative to a weapon of another product line.

    Attributes:
        found: The found weapon.
        groups: The candidates, the likeliest first; rows that list one weapon form a group.
        listed: The likelihood for each group.
        unlisted: The likelihood for an unlisted weapon of the product lines of the list.
        other: The likelihood for a weapon of another line, including one that happens to have a listed number.
    """

    found: RecordedWeapon
    groups: tuple[tuple[Candidate, ...], ...]
    listed: tuple[float, ...]
    unlisted: float
    other: float

    @property
    def likelihoods(self) -> tuple[float, float, float]:
        """The likelihoods for all listed weapons together, for an unlisted weapon, and for another product line."""
        return sum(self.listed), self.unlisted, self.other

    @property
    def is_informative(self) -> bool:
        """True if the found weapon has a known number; else the share on the list cannot be learned from it."""
        return self.found.weapon.serial.is_known


@frozen(kw_only=True)
class Scorer:
    """The scoring of found weapons against the candidates from one list.

    Attributes:
        using: The match model.
        listed: The listed weapons.
        rarities: The rarity of the serial number of each listed weapon, in bits.
        blocking: The index that selects candidates.
        shapes: The frequency of the shapes of serial numbers.
        classes: The thing class of each weapon.
        unlisted: The unlisted weapons of the product lines of the list.
    """

    using: MatchModel
    listed: Sequence[RecordedWeapon] = field(repr=False)
    rarities: Sequence[float] = field(repr=False)
    blocking: BlockingIndex = field(repr=False)
    shapes: Shapes = field(repr=False)
    classes: ThingClasses = field(repr=False)
    unlisted: Unlisted = field(repr=False)

    @classmethod
    def of(cls, listed: Sequence[RecordedWeapon], using: MatchModel, *, found: Sequence[RecordedWeapon] = ()) -> Self:
        """The scorer for a list; the numbers of the *found* weapons add to the known shapes of numbers."""
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
        """The likelihoods for each candidate, for an unlisted weapon, and for a weapon of another product line."""
        thing_class = self.classes.of_record(found)
        candidates = self._candidates(found, thing_class)
        candidates.sort(key=lambda candidate: -candidate.bits)
        groups = tuple(group for group in self._by_weapon(candidates) if group[0].bits > candidates[0].bits - _HOPELESS)
        length = max(len(self.listed), 1)
        bits = self.using.serial_bits(found.weapon.serial.compact)
        return Evidence(
            found=found,
            groups=groups,
            listed=tuple(math.exp2(group[0].bits) / length for group in groups),
            unlisted=(
                math.exp2(bits) * self.unlisted.read_as(found.weapon.serial, thing_class, candidates)
                + self.using.batch
                * math.fsum(math.exp2(candidate.bits) for candidate in candidates if not candidate.agreed.near)
            )
            / length,
            other=self.other(found, candidates),
        )

    def other(self, found: RecordedWeapon, candidates: Iterable[Candidate]) -> float:
        """The likelihood of the found weapon's record for a weapon of another product line.

        It is higher if a candidate has the number as it was read: equal numbers come up more often than chance would
        have it.
        """
        share = self.shapes.share(found.weapon.serial)
        if not any(candidate.agreed.as_read for candidate in candidates):
            return share
        # chance and copying make equal numbers more frequent than their characters suggest
        return share + math.exp2(self.using.serial_bits(found.weapon.serial.compact) - self.using.weight("serial.cap"))

    def matches(self, evidence: Evidence, prevalence: Prevalence) -> list[Match]:
        """The matches of one found weapon, the likeliest first; rows that list one weapon are no rivals."""
        *probabilities, unlisted = prevalence.posteriors(evidence.listed, evidence.unlisted, evidence.other)
        ranked = list(zip(evidence.groups, probabilities, strict=True))
        close = [group for group, share in ranked if share >= self.using.inconclusive]
        matches: list[Match] = []
        for group, share in ranked:
            # things of one batch are shown whatever their number
            if len(matches) >= _MOST_SHOWN or (matches and share < _LEAST_SHOWN and group[0].agreed.near):
                break
            best_rival = max((rival_share for rival, rival_share in ranked if rival is not group), default=0.0)
            rivals = [rival[0].index for rival in close if rival is not group]
            # rows that list one weapon share its probability, even if one of them states less
            for candidate in group[:_MOST_ROWS]:
                listed = self.listed[candidate.index]
                matches.append(
                    Match.of(
                        evidence.found,
                        listed,
                        self._reasons(evidence.found, candidate),
                        share,
                        using=self.using,
                        rivals=tuple(self._name(index, matched=listed) for index in rivals),
                        best_rival=best_rival,
                        unlisted=unlisted,
                        more_rows=max(0, len(group) - _MOST_ROWS),
                    )
                )
        return matches

    def _name(self, index: int, *, matched: RecordedWeapon) -> str:
        """The reference of the rival at *index*, with its list if the matched weapon has the same reference.

        *matched* is the matched weapon.
        """
        rival = self.listed[index]
        if rival.reference != matched.reference:
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
        """The listed weapons with a similar number, lot or headstamp.

        If the number is listed as it was read, for a thing of a fitting class, only the weapons with that number.
        *thing_class* is the class of the found weapon.
        """
        same = self.blocking.alike(found)
        candidates = self._compared(found, thing_class, same)
        as_read = [candidate for candidate in candidates if candidate.agreed.as_read]
        if any(self.classes.bits(thing_class, candidate.index) > 0 for candidate in as_read):
            # a number that is listed as it was read is not searched for among misread ones
            return as_read
        return candidates + self._compared(found, thing_class, sorted(set(self.blocking.near(found)).difference(same)))

    def _compared(self, found: RecordedWeapon, thing_class: int, indexes: Iterable[int]) -> list[Candidate]:
        """The listed weapons at *indexes* that may be the found weapon, each as a candidate with its weight.

        *thing_class* is the class of the found weapon.
        """
        using, serial = self.using, found.weapon.serial
        rarity = using.serial_bits(serial.compact)
        candidates: list[Candidate] = []
        for index in indexes:
            listed = self.listed[index]
            agreed = serials.agreement(serial, listed.weapon.serial, using)
            if not agreed.near and not table.same_batch(found, listed):
                continue
            bits = agreed.weight(rarity, self.rarities[index], using)
            bits += self.classes.bits(thing_class, index) + table.bits(table.CIRCUMSTANCES, found, listed, using)
            candidates.append(Candidate(index=index, number=listed.weapon.serial.compact, agreed=agreed, bits=bits))
        return candidates

    def _by_weapon(self, candidates: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
        """The candidates in groups, one for each listed weapon; rows that seem to list one weapon are together.

        A row that may list either of two weapons, since it states less, is put with neither.
        """
        # rows that state the same are compared with others once
        alike: dict[Hashable, list[int]] = {}
        for rank, candidate in enumerate(candidates):
            serial = self.listed[candidate.index].weapon.serial
            key = (serial.text, self.classes.numbers[candidate.index]) if serial.is_whole else rank
            alike.setdefault(key, []).append(rank)
        by_number: dict[str, list[list[int]]] = {}
        for ranks in alike.values():
            by_number.setdefault(candidates[ranks[0]].number.lstrip("0"), []).append(ranks)
        groups: list[list[int]] = []
        for rows in by_number.values():
            weapons: list[list[list[int]]] = []
            # the rows that state most come first
            for ranks in sorted(rows, key=lambda ranks: self._unstated(candidates[ranks[0]])):
                listed = self.listed[candidates[ranks[0]].index]
                fitting = [
                    weapon
                    for weapon in weapons
                    if all(serials.listed_twice(listed, self.listed[candidates[row[0]].index]) for row in weapon)
                ]
                if len(fitting) == 1:
                    fitting[0].append(ranks)
                else:
                    weapons.append([ranks])
            groups += (sorted(itertools.chain.from_iterable(weapon)) for weapon in weapons)
        return tuple(tuple(candidates[rank] for rank in group) for group in sorted(groups))

    def _unstated(self, candidate: Candidate) -> int:
        """The number of values, of make and caliber, that the row of a candidate leaves out: 0, 1 or 2."""
        weapon = self.listed[candidate.index].weapon
        return (weapon.make is None) + (weapon.caliber is None)
