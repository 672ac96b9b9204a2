"""Two lists: which found weapon is which listed one, and why not.

Listed weapons whose serial number comes close are looked up by it; each is compared with the found weapon, and the
probabilities of all of them, and of none, add up to one. Each found weapon comes out once: with leads, with candidates
only, or unmatched with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.explain import Reason
from armstrace.matching import mixture, model
from armstrace.matching.compare import Match, Verdict
from armstrace.matching.scorer import Scorer
from armstrace.records.recorded import RecordedWeapon, ShowsWeapons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from armstrace.matching.model import MatchModel


@frozen(kw_only=True)
class Unmatched:
    """A found weapon without a candidate.

    Attributes:
        left: The found weapon.
        reason: Why it has none.
    """

    left: RecordedWeapon
    reason: Reason

    def explain(self, language: explain.Language = "en") -> str:
        """The reference of the record and the reason."""
        return f"{self.left.reference}: {self.reason.explain(language)}"


@frozen(kw_only=True)
class MatchSet:
    """What came of linking two lists.

    Attributes:
        leads: Matches with the verdict LEAD, in the order of the found weapons.
        candidates: Matches that are inconclusive, likewise, the likeliest first.
        excluded: Matches that the records speak against although the serial numbers come close, likewise.
        unmatched: Found weapons without any of these.
        left_count: How many weapons were found.
        right_count: How many are listed.
        version: The version of the match model.
    """

    leads: tuple[Match, ...] = ()
    candidates: tuple[Match, ...] = ()
    excluded: tuple[Match, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    left_count: int = 0
    right_count: int = 0
    version: str = ""

    def __iter__(self) -> Iterator[Match]:
        return iter(self.leads)

    def __len__(self) -> int:
        return len(self.leads)

    def explain(self, language: explain.Language = "en") -> str:
        """The account: how many found weapons have leads, candidates only, excluded ones only, or none at all."""
        matched = _lefts(self.leads)
        shortlisted = _lefts(self.candidates) - matched
        excluded = _lefts(self.excluded) - matched - shortlisted
        given = explain.values(
            left=self.left_count,
            right=self.right_count,
            matched=len(matched),
            shortlisted=len(shortlisted),
            excluded=len(excluded),
            unmatched=len(self.unmatched),
        )
        return explain.say("match.set", given, language)


def _lefts(matches: Iterable[Match]) -> set[int]:
    """The found weapons of these matches, told apart as objects: two rows may say the same."""
    return {id(match.left) for match in matches}


def link(left: Iterable[ShowsWeapons], right: Iterable[ShowsWeapons], *, using: MatchModel | None = None) -> MatchSet:
    """Each found weapon with the listed weapons that it may be.

    Args:
        left: Records of found weapons, such as seizures.
        right: Records of listed weapons, such as custody records.
        using: The match model; by default the packaged one.
    """
    weights = using or model.default()
    found = tuple(weapon for record in left for weapon in record.recorded())
    listed = tuple(weapon for record in right for weapon in record.recorded())
    scorer = Scorer.of(found, listed, weights)
    evidence = [scorer.evidence(weapon) for weapon in found]
    shares = mixture.shares([(sum(each.listed), each.unlisted, each.other) for each in evidence if each.says], weights)
    leads: list[Match] = []
    candidates: list[Match] = []
    excluded: list[Match] = []
    unmatched: list[Unmatched] = []
    for each in evidence:
        matches = scorer.matches(each, shares)
        leads += [match for match in matches if match.verdict is Verdict.LEAD]
        candidates += [match for match in matches if match.verdict is Verdict.INCONCLUSIVE]
        excluded += [match for match in matches if match.verdict is Verdict.EXCLUDED]
        if not matches:
            unmatched.append(Unmatched(left=each.found, reason=scorer.index.why_none(each.found)))
    return MatchSet(
        leads=tuple(leads),
        candidates=tuple(candidates),
        excluded=tuple(excluded),
        unmatched=tuple(unmatched),
        left_count=len(found),
        right_count=len(listed),
        version=weights.version,
    )
