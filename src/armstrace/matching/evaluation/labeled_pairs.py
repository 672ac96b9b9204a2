"""Matches as pairs of references, the form in which true pairs are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from armstrace.matching.results.match_set import MatchSet
from armstrace.matching.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.match import Match

Pair: TypeAlias = tuple[str, str]


@frozen(kw_only=True)
class PairResult:
    """The best match of a pair of references: its probability, and whether a match of the pair is a lead.

    Attributes:
        probability: The highest probability.
        lead: True if one of them is a lead.
    """

    probability: float
    lead: bool


def pairs_of(matches: MatchSet | Iterable[Match]) -> dict[Pair, PairResult]:
    """Each pair of references with its result; a match set gives all its matches, not only the leads."""
    pairs: dict[Pair, PairResult] = {}
    shown = (
        (match for shortlist in matches.by_found for match in shortlist.matches)
        if isinstance(matches, MatchSet)
        else matches
    )
    for match in shown:
        key = match.left.reference, match.right.reference
        lead = match.verdict not in (Verdict.INCONCLUSIVE, Verdict.EXCLUDED)
        known = pairs.get(key)
        if known is not None:
            lead = lead or known.lead
        probability = max(match.probability, known.probability) if known else match.probability
        pairs[key] = PairResult(probability=probability, lead=lead)
    return pairs


def unmatched(matches: MatchSet | Iterable[Match]) -> set[str]:
    """The references of the found weapons that a match set has no match for; empty for plain matches."""
    return {unmatched.left.reference for unmatched in matches.unmatched} if isinstance(matches, MatchSet) else set()
