"""Duplicates: the records of one list that describe one weapon.

Two agencies report one seizure, or a weapon is sent for tracing by two offices, at times with a digit that differs.
`deduplicate` compares the records of one list with each other and puts those that likely describe one weapon into a
cluster. A cluster is as good as its weakest link, which is named; nothing is merged and no record is dropped.

>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.serials import SerialNumber
>>> from armstrace.weapons.weapon import Weapon
>>> def row(number, serial):
...     citation = Citation(source=Source(title="requests.csv"), row=number)
...     return RecordedWeapon(weapon=Weapon(serial=SerialNumber.parse(serial)), citation=citation)
>>> found = deduplicate([row(2, "W361028"), row(3, "MAT. W36-1028"), row(4, "E493937"), row(5, "LIMADA")])
>>> print(found.explain())
records: 4; weapons that several of them seem to describe: 1, in 2 records; not comparable: 1
>>> [member.reference for member in found.clusters[0].members]
['requests.csv, row 2', 'requests.csv, row 3']
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.matching.arguments import weapons_of
from armstrace.matching.comparisons import serials, things
from armstrace.matching.coverage import lists as _lists
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.results import rows as _rows
from armstrace.matching.results.shortlists import Unmatched
from armstrace.matching.same_list import SameList, of_one_row
from armstrace.matching.verdicts import Verdict
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.matching.results.rows import Row
    from armstrace.records.recorded import ShowsWeapons
    from armstrace.records.tables.table_result import TableResult

# a match that joins two records, and their indexes in the list
_Link: TypeAlias = "tuple[Match, int, int]"


@frozen(kw_only=True)
class Cluster:
    """Records that likely describe one weapon.

    Attributes:
        members: The records, in the order of the list.
        links: The matches that hold them together, one fewer than there are members, the likeliest first.
    """

    members: tuple[RecordedWeapon, ...] = field(validator=validators.min_len(2))
    links: tuple[Match, ...] = field(repr=False)

    def __attrs_post_init__(self) -> None:
        if len(self.links) != len(self.members) - 1:
            raise ValueError(f"{len(self.members)} records are held together by {len(self.links)} links")
        if any(link.left not in self.members or link.right not in self.members for link in self.links):
            raise ValueError("a link holds a record that is no member")
        if any(before.probability < after.probability for before, after in itertools.pairwise(self.links)):
            raise ValueError("the likeliest link comes first")

    @property
    def weakest(self) -> Match:
        """The least likely of the links."""
        return self.links[-1]

    def _account(self, language: explain.Language) -> str:
        given = explain.values(members=_lists.named(member.called(language) for member in self.members))
        return explain.say("duplicates.cluster", given, language)

    def __str__(self) -> str:
        return f"{self._account('en')} {self.weakest}"

    def explain(self, language: explain.Language = "en") -> str:
        """The records, and the weakest link with its reasons."""
        return f"{self._account(language)}\n{self.weakest.explain(language)}"


@frozen(kw_only=True)
class DuplicateSet:
    """The result of comparing the records of a list with each other.

    Attributes:
        clusters: Records that likely describe one weapon.
        possible: Pairs that possibly do, and pairs that would put records of two weapons into one cluster.
        not_comparable: Records that could not be compared, with the reason.
        records: The number of records.
        prevalence: The estimated share of records that repeat another; all probabilities rest on it.
    """

    clusters: tuple[Cluster, ...] = field(default=(), repr=False)
    possible: tuple[Match, ...] = field(default=(), repr=False)
    not_comparable: tuple[Unmatched, ...] = field(default=(), repr=False)
    records: int
    prevalence: Prevalence

    def __attrs_post_init__(self) -> None:
        shown = sum(len(cluster.members) for cluster in self.clusters) + len(self.not_comparable)
        if shown > self.records:
            raise ValueError(f"{shown} records shown, of {self.records}")

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self.clusters)

    def __len__(self) -> int:
        return len(self.clusters)

    def __str__(self) -> str:
        return self.explain()

    def pairs(self) -> tuple[tuple[RecordedWeapon, RecordedWeapon], ...]:
        """All pairs of records of one cluster."""
        return tuple(pair for cluster in self.clusters for pair in itertools.combinations(cluster.members, 2))

    def rows(self, language: explain.Language = "en") -> tuple[Row, ...]:
        """One row for each link of a cluster, each possible pair and each record that could not be compared.

        The columns are always the same and in this order: ``cluster`` (from 1; None if there is none), ``record``
        and ``record_in`` (reference and citation), ``other`` and ``other_in``, ``verdict``, ``probability``,
        ``reasons_for``, ``reasons_against`` and ``caveats``. As in `MatchSet.rows`, cells hold the text of the records.
        """
        linked = (
            _rows.of_pair(link, number, language)
            for number, cluster in enumerate(self.clusters, start=1)
            for link in cluster.links
        )
        return (
            *linked,
            *(_rows.of_pair(match, None, language) for match in self.possible),
            *(_rows.of_not_comparable(unmatched, language) for unmatched in self.not_comparable),
        )

    def explain(self, language: explain.Language = "en") -> str:
        """The number of weapons that several records describe, and of records that could not be compared."""
        given = explain.values(
            records=self.records,
            weapons=len(self.clusters),
            members=sum(len(cluster.members) for cluster in self.clusters),
            not_comparable=len(self.not_comparable),
        )
        return explain.say("duplicates.account", given, language)


def deduplicate(records: TableResult | Iterable[ShowsWeapons], *, using: MatchModel | None = None) -> DuplicateSet:
    """The records of one list that describe one weapon.

    Two weapons of one row are two weapons. Days and places that agree speak for one weapon, since one seizure is
    reported twice; but not where the numbers are those of neighbors in a series, which are seized together.

    A number that more than fifty records have is treated as a placeholder: these records are not comparable.

    Args:
        records: The records, such as seizures or trace requests, or the result of reading a table of them.
        using: The match model; by default the packaged one.

    Raises:
        TypeError: The argument is no list of records.
    """
    model = using or MatchModel.default()
    shown = weapons_of(records, "records")
    same_list = SameList.of(shown, model)
    reasons = {index: same_list.why_not(index) for index in range(len(shown))}
    repeats = {index: same_list.repeats(index) for index, reason in reasons.items() if reason is None}
    prevalence = same_list.prevalence(repeats.values())
    linked: list[_Link] = []
    possible: list[Match] = []
    for index, left in repeats.items():
        for (candidate,) in left.groups:
            # each pair once, from the side of the first
            if index >= candidate.index or candidate.index not in repeats:
                continue
            probability = same_list.probability(left, candidate, repeats[candidate.index], prevalence)
            if probability < model.inconclusive:
                continue
            match = same_list.match(index, candidate, probability)
            if match.verdict is Verdict.LEAD:
                linked.append((match, index, candidate.index))
            elif match.verdict is Verdict.INCONCLUSIVE:
                possible.append(match)
    linked.sort(key=lambda link: -link[0].probability)
    clusters, apart = _clusters(linked, shown, model)
    return DuplicateSet(
        clusters=clusters,
        possible=(*possible, *apart),
        not_comparable=tuple(
            Unmatched(left=shown[index], reason=why) for index, why in reasons.items() if why is not None
        ),
        records=len(shown),
        prevalence=prevalence,
    )


def _clusters(
    linked: Iterable[_Link], shown: Sequence[RecordedWeapon], using: MatchModel
) -> tuple[tuple[Cluster, ...], tuple[Match, ...]]:
    """The groups of records that describe one weapon each, and the matches that would have joined two weapons.

    Such a match is left out of the groups. *linked* holds the likeliest match first.
    """
    members: dict[int, list[int]] = {}
    links: dict[int, list[Match]] = {}
    apart: list[Match] = []
    for match, left, right in linked:
        lefts, rights = members.setdefault(left, [left]), members.setdefault(right, [right])
        if lefts is rights:
            continue
        if any(_are_two(shown[a], shown[b], using) for a in lefts for b in rights):
            apart.append(match)
            continue
        links[lefts[0]] = [*links.pop(lefts[0], []), *links.pop(rights[0], []), match]
        lefts += rights
        for index in rights:
            members[index] = lefts
    clusters = [
        Cluster(
            members=tuple(shown[index] for index in sorted(members[first])),
            links=tuple(sorted(held, key=lambda link: -link.probability)),
        )
        for first, held in sorted(links.items(), key=lambda item: min(members[item[0]]))
    ]
    return tuple(clusters), tuple(apart)


def _are_two(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> bool:
    """True if two records cannot describe one weapon: they are of one row, or their numbers or properties conflict."""
    return (
        of_one_row(left, right)
        or not serials.agreement(left.weapon.serial, right.weapon.serial, using).near
        or things.make(left, right) == "different"
        or things.caliber(left, right) == "conflict"
        or things.kind(left, right) == "different"
    )
