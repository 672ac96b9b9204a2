"""Two lists: which found weapon is which listed one, and why not.

Listed weapons whose serial number comes close are looked up by it; each is compared with the found weapon, and the
probabilities of all of them, and of none, add up to one. Each found weapon comes out once: with leads, with candidates
only, with excluded ones only, or unmatched with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.matching import match_model as model
from armstrace.matching import prevalence as mixture
from armstrace.matching.results import match_set
from armstrace.matching.scorer import Scorer
from armstrace.records import recorded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.coverage.scopes import ListScope
    from armstrace.matching.match_model import MatchModel
    from armstrace.matching.results.match_set import Answer, MatchSet
    from armstrace.matching.scorer import Evidence
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
        scopes: What lists can show, besides the ready-made scopes (`armstrace.matching.coverage.scopes.all`); one
            that bears the name of a ready-made scope goes before it.

    Raises:
        AmbiguousEntry: Two of the scopes bear one name.
        TypeError: A side is no row of records.
    """
    weights = using or model.default()
    found, listed = recorded.of_all(left), recorded.of_all(right)
    scorer = Scorer.of(found, listed, weights)
    # by identity: a record that is given many times is weighed once
    evidence: dict[int, Evidence] = {}
    for weapon in found:
        if id(weapon) not in evidence:
            evidence[id(weapon)] = scorer.evidence(weapon)
    weighed = [each for each in (evidence[id(weapon)] for weapon in found) if each.says]
    shares = mixture.shares([(sum(each.listed), each.unlisted, each.other) for each in weighed], weights)
    answers: dict[int, Answer] = {}
    for key, each in evidence.items():
        matches = scorer.matches(each, shares)
        answers[key] = matches, None if matches else scorer.index.why_none(each.found)
    return match_set.gathered(
        found, listed, (answers[id(weapon)] for weapon in found), using=weights, shares=shares, own=scopes
    )
