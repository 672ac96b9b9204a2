"""One list: which records tell of one weapon twice.

Two agencies report one seizure, or a weapon is sent for tracing by two offices, at times with a digit that differs.
`deduplicate` compares the records of one list with each other and puts those that likely tell of one weapon together.
A cluster is as good as its weakest link, which is named; nothing is merged and no record is dropped.

>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.serials import SerialNumber
>>> from armstrace.weapons.weapon import Weapon
>>> def row(number, serial):
...     citation = Citation(source=Source(title="requests.csv"), row=number)
...     return RecordedWeapon(weapon=Weapon(serial=SerialNumber.parse(serial)), citation=citation)
>>> found = deduplicate([row(2, "W361028"), row(3, "MAT. W36-1028"), row(4, "E493937"), row(5, "LIMADA")])
>>> print(found.explain())
records: 4; weapons that several of them seem to tell of: 1, in 2 records; not comparable: 1
>>> [member.reference for member in found.clusters[0].members]
['requests.csv, row 2', 'requests.csv, row 3']
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.matching import match_model as model
from armstrace.matching.compare import Match, Verdict
from armstrace.matching.comparisons import levels
from armstrace.matching.comparisons import serials as slips
from armstrace.matching.prevalence import Shares
from armstrace.matching.results import rows as _rows
from armstrace.matching.results.shortlists import Unmatched
from armstrace.matching.same_list import Comparison, of_one_row
from armstrace.records import recorded
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from armstrace.matching.match_model import MatchModel
    from armstrace.matching.results.rows import Row
    from armstrace.records.recorded import ShowsWeapons


@frozen(kw_only=True)
class Cluster:
    """Records that likely tell of one weapon.

    Attributes:
        members: The records, in the order of the list.
        links: The matches that hold them together, one fewer than there are members, the likeliest first.
    """

    members: tuple[RecordedWeapon, ...] = field(validator=validators.min_len(2))
    links: tuple[Match, ...]

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

    def explain(self, language: explain.Language = "en") -> str:
        """The records, and the weakest link with its reasons."""
        given = explain.values(members=", ".join(member.called(language) for member in self.members))
        return explain.say("duplicates.cluster", given, language) + "\n" + self.weakest.explain(language)


@frozen(kw_only=True)
class DuplicateSet:
    """What came of comparing the records of a list with each other.

    Attributes:
        clusters: Records that likely tell of one weapon.
        possible: Pairs that may, and pairs that would put records of two weapons into one cluster.
        unsought: Records that could not be compared, with the reason.
        records: How many records there are.
        shares: How many of them are thought to repeat another, which all probabilities rest on.
    """

    clusters: tuple[Cluster, ...] = ()
    possible: tuple[Match, ...] = ()
    unsought: tuple[Unmatched, ...] = ()
    records: int
    shares: Shares

    def __attrs_post_init__(self) -> None:
        shown = sum(len(cluster.members) for cluster in self.clusters) + len(self.unsought)
        if shown > self.records:
            raise ValueError(f"{shown} records shown, of {self.records}")

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self.clusters)

    def __len__(self) -> int:
        return len(self.clusters)

    def pairs(self) -> tuple[tuple[RecordedWeapon, RecordedWeapon], ...]:
        """Every two records that stand in one cluster."""
        return tuple(pair for cluster in self.clusters for pair in itertools.combinations(cluster.members, 2))

    def rows(self, language: explain.Language = "en") -> tuple[Row, ...]:
        """One row for each link of a cluster, each possible pair and each record that could not be compared.

        The columns are always the same and in this order: ``cluster`` (from 1; None where there is none), ``record``
        and ``record_in`` (reference and citation), ``other`` and ``other_in``, ``verdict``, ``probability``,
        ``reasons_for``, ``reasons_against`` and ``caveats``. As in `MatchSet.rows`, cells hold what the records say.
        """
        linked = (
            _rows.of_pair(link, number, language)
            for number, cluster in enumerate(self.clusters, start=1)
            for link in cluster.links
        )
        return (
            *linked,
            *(_rows.of_pair(match, None, language) for match in self.possible),
            *(_rows.of_unsought(each, language) for each in self.unsought),
        )

    def explain(self, language: explain.Language = "en") -> str:
        """How many weapons are told of more than once, and how many records could not be compared."""
        given = explain.values(
            records=self.records,
            weapons=len(self.clusters),
            members=sum(len(cluster.members) for cluster in self.clusters),
            unsought=len(self.unsought),
        )
        return explain.say("duplicates.account", given, language)


def deduplicate(records: Iterable[ShowsWeapons], *, using: MatchModel | None = None) -> DuplicateSet:
    """The records of one list that tell of one weapon.

    Two weapons of one row are two weapons. Days and places that agree speak for one weapon, since one seizure is
    reported twice; but not where the numbers are those of neighbors in a series, which are seized together.

    A number that more than fifty records bear is taken for a placeholder, and they are said not to be comparable.

    Args:
        records: The records, such as seizures or trace requests.
        using: The match model; by default the packaged one.

    Raises:
        TypeError: What is given is no row of records.
    """
    weights = using or model.default()
    shown = recorded.of_all(records)
    compared = Comparison.of(shown, weights)
    reasons = {place: compared.why_not(place) for place in range(len(shown))}
    found = {place: compared.repeats(place) for place, reason in reasons.items() if reason is None}
    shares = compared.shares(list(found.values()))
    joined: list[tuple[Match, int, int]] = []
    possible: list[Match] = []
    for place, one in found.items():
        for candidate in one.candidates:
            # each pair once, from the side of the first
            if place < candidate.place and candidate.place in found:
                probability = compared.probability(one, candidate, found[candidate.place], shares)
                if probability < weights.inconclusive:
                    continue
                match = compared.match(place, candidate, probability)
                if match.verdict is Verdict.LEAD:
                    joined.append((match, place, candidate.place))
                elif match.verdict is Verdict.INCONCLUSIVE:
                    possible.append(match)
    joined.sort(key=lambda each: -each[0].probability)
    clusters, apart = _clusters(joined, shown, weights)
    return DuplicateSet(
        clusters=clusters,
        possible=(*possible, *apart),
        unsought=tuple(Unmatched(left=shown[place], reason=why) for place, why in reasons.items() if why is not None),
        records=len(shown),
        shares=shares,
    )


def _clusters(
    joined: Iterable[tuple[Match, int, int]], shown: Sequence[RecordedWeapon], using: MatchModel
) -> tuple[tuple[Cluster, ...], tuple[Match, ...]]:
    """The clusters, the likeliest links first, and the links that would put two different numbers into one."""
    members: dict[int, list[int]] = {}
    links: dict[int, list[Match]] = {}
    apart: list[Match] = []
    for match, one, other in joined:
        mine, theirs = members.setdefault(one, [one]), members.setdefault(other, [other])
        if mine is theirs:
            continue
        if any(_are_two(shown[a], shown[b], using) for a in mine for b in theirs):
            apart.append(match)
            continue
        links[mine[0]] = [*links.pop(mine[0], []), *links.pop(theirs[0], []), match]
        mine += theirs
        for place in theirs:
            members[place] = mine
    clusters = [
        Cluster(
            members=tuple(shown[place] for place in sorted(members[first])),
            links=tuple(sorted(held, key=lambda link: -link.probability)),
        )
        for first, held in sorted(links.items(), key=lambda item: min(members[item[0]]))
    ]
    return tuple(clusters), tuple(apart)


def _are_two(left: RecordedWeapon, right: RecordedWeapon, using: MatchModel) -> bool:
    """Whether two records cannot tell of one weapon."""
    one, other = left.weapon, right.weapon
    return (
        of_one_row(left, right)
        or not slips.agreement(one.serial, other.serial, using).near
        or levels.make_level(one, other) == "different"
        or levels.caliber_level(one, other) == "conflict"
        or levels.kind_level(one, other) == "different"
    )
