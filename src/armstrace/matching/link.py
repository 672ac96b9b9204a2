"""Two lists: which found weapon is which listed one, and why not.

Listed weapons whose serial number comes close are looked up by it; each is compared with the found weapon, and the
probabilities of all of them, and of none, add up to one. Each found weapon comes out once: with leads, with candidates
only, with excluded ones only, or unmatched with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.matching import match_set, mixture, model
from armstrace.matching.scorer import Scorer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.match_set import Answer, MatchSet
    from armstrace.matching.model import MatchModel
    from armstrace.matching.scopes import ListScope
    from armstrace.records.recorded import ShowsWeapons


def link(
    left: Iterable[ShowsWeapons],
    right: Iterable[ShowsWeapons],
    *,
    using: MatchModel | None = None,
    scopes: Iterable[ListScope] = (),
) -> MatchSet:
    """Each found weapon with the listed weapons that it may be.

    Args:
        left: Records of found weapons, such as seizures.
        right: Records of listed weapons, such as custody records.
        using: The match model; by default the packaged one.
        scopes: What lists can show, besides the ready-made scopes (`armstrace.matching.scopes.all`); one that bears
            the name of a ready-made one goes before it.

    Raises:
        AmbiguousEntry: Two of the scopes bear one name.
    """
    weights = using or model.default()
    found = tuple(weapon for record in left for weapon in record.recorded())
    listed = tuple(weapon for record in right for weapon in record.recorded())
    scorer = Scorer.of(found, listed, weights)
    evidence = [scorer.evidence(weapon) for weapon in found]
    shares = mixture.shares([(sum(each.listed), each.unlisted, each.other) for each in evidence if each.says], weights)
    answers: list[Answer] = []
    for each in evidence:
        matches = scorer.matches(each, shares)
        answers.append((matches, None if matches else scorer.index.why_none(each.found)))
    return match_set.gathered(found, listed, answers, using=weights, shares=shares, own=scopes)
