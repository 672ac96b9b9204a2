"""The linkage of two lists: which found weapon is which listed one, and why not.

Blocking selects the listed weapons whose serial number is similar; each is compared with the found weapon, and the
probabilities of all of them, and of none, add up to one. Each found weapon has one outcome: with leads, with
inconclusive or excluded matches only, or unmatched with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from armstrace.matching.arguments import weapons_of
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence
from armstrace.matching.results.match_set import MatchSet
from armstrace.matching.scorer import Scorer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.coverage.scopes import ListScope
    from armstrace.matching.results.match_set import Answer
    from armstrace.matching.scorer import Evidence
    from armstrace.records.recorded import ShowsWeapons
    from armstrace.records.tables.table_result import TableResult


def link(
    left: TableResult | Iterable[ShowsWeapons],
    right: TableResult | Iterable[ShowsWeapons],
    *,
    using: MatchModel | None = None,
    scopes: Iterable[ListScope] = (),
) -> MatchSet:
    """The listed weapons that each found weapon may be.

    Args:
        left: Records of found weapons, such as seizures, or the result of reading a table of them.
        right: Records of listed weapons, such as custody records, or the result of reading a table of them.
        using: The match model; by default the packaged one.
        scopes: The scopes of lists, besides the ready-made ones (`ListScope.all`); a given scope takes precedence over
            a ready-made one of the same name.

    Raises:
        AmbiguousEntry: Two of the scopes have one name.
        TypeError: An argument is no list of records.
    """
    model = using or MatchModel.default()
    found, listed = weapons_of(left, "left"), weapons_of(right, "right")
    scorer = Scorer.of(listed, model, found=found)
    # by identity: a record that is given many times is weighed once
    evidence: dict[int, Evidence] = {}
    for weapon in found:
        if id(weapon) not in evidence:
            evidence[id(weapon)] = scorer.evidence(weapon)
    informative = [weighed for weighed in (evidence[id(weapon)] for weapon in found) if weighed.is_informative]
    prevalence = Prevalence.estimate([weighed.likelihoods for weighed in informative], model)
    answers: dict[int, Answer] = {}
    for key, weighed in evidence.items():
        matches = scorer.matches(weighed, prevalence)
        answers[key] = matches, None if matches else scorer.blocking.why_none(weighed.found)
    return MatchSet.from_answers(
        found, listed, (answers[id(weapon)] for weapon in found), using=model, prevalence=prevalence, scopes=scopes
    )
