"""One found weapon with the listed weapons that are similar to it, or with the reason why there are none."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen, validators

from armstrace import explain
from armstrace.explain import Caveat, Reason
from armstrace.matching.coverage import lists as _lists
from armstrace.matching.coverage.custody_context import CustodyContext
from armstrace.matching.match import Match
from armstrace.matching.verdicts import Verdict
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armstrace.matching.coverage.lists import KnownLists, SearchedLists


class Outcome(StrEnum):
    """The outcome for one found weapon."""

    MATCHED = "matched"  #: It has a lead, or a confirmed match.
    SHORTLISTED = "shortlisted"  #: It has no lead, but inconclusive matches.
    EXCLUDED = "excluded"  #: All its matches are excluded.
    UNMATCHED = "unmatched"  #: It has no match, or nothing to search by.


# the best first
_OUTCOMES = {
    Verdict.CONFIRMED: Outcome.MATCHED,
    Verdict.LEAD: Outcome.MATCHED,
    Verdict.INCONCLUSIVE: Outcome.SHORTLISTED,
    Verdict.EXCLUDED: Outcome.EXCLUDED,
}


def outcome_of(matches: Iterable[Match]) -> Outcome:
    """The outcome for a found weapon with these matches: that of the best verdict, UNMATCHED if there are none.

    >>> outcome_of([])
    <Outcome.UNMATCHED: 'unmatched'>
    """
    verdicts = {match.verdict for match in matches}
    return next((outcome for verdict, outcome in _OUTCOMES.items() if verdict in verdicts), Outcome.UNMATCHED)


@frozen(kw_only=True)
class Shortlist:
    """One found weapon with the listed weapons that are similar to it.

    Attributes:
        matches: The matches, all of one found weapon, the likeliest first.
        contexts: The custody context of each listed weapon, in the same order.
        outcome: The outcome for the found weapon; filtering does not change it.
        absences: If all matches are excluded: the meaning, list by list, of not being found there.
    """

    matches: tuple[Match, ...] = field(validator=validators.min_len(1), repr=False)
    contexts: tuple[CustodyContext, ...]
    outcome: Outcome
    absences: tuple[Reason, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.contexts) != len(self.matches):
            raise ValueError(f"{len(self.matches)} matches and contexts for {len(self.contexts)}")
        # most are one object, and then nothing is compared
        if any(match.left is not self.left and match.left != self.left for match in self.matches):
            raise ValueError("the matches are of several found weapons")

    @classmethod
    def of(
        cls, found: RecordedWeapon, matches: Iterable[Match], known: KnownLists, searched: SearchedLists
    ) -> Shortlist:
        """The shortlist of a found weapon; each lead gets a caveat on the custody context of the listed weapon."""
        matches = tuple(matches)
        contexts = tuple(known.context(match.right) for match in matches)
        outcome = outcome_of(matches)
        return cls(
            matches=tuple(
                _with_context(match, context, known) for match, context in zip(matches, contexts, strict=True)
            ),
            contexts=contexts,
            outcome=outcome,
            absences=searched.absences(found, sought=True) if outcome is Outcome.EXCLUDED else (),
        )

    @property
    def left(self) -> RecordedWeapon:
        """The found weapon."""
        return self.matches[0].left

    def with_verdict(self, verdict: Verdict) -> tuple[Match, ...]:
        """The matches of one verdict."""
        return tuple(match for match in self.matches if match.verdict is verdict)

    def with_match(self, old: Match, new: Match) -> Shortlist:
        """This shortlist with *old* replaced by *new*, and the outcome that follows; unchanged if it has no *old*."""
        if old not in self.matches:
            return self
        matches = tuple(new if match == old else match for match in self.matches)
        outcome = outcome_of(matches)
        absences = self.absences if outcome is Outcome.EXCLUDED else ()
        return attrs.evolve(self, matches=matches, outcome=outcome, absences=absences)

    def __str__(self) -> str:
        return f"{self.left.called()}: {self.outcome.value}, {len(self.matches)} listed"

    def explain(self, language: explain.Language = "en") -> str:
        """The listed weapons it may be, of all lists together, by the first possible day of each.

        Listed weapons without a day come last. Excluded matches are left out unless all are excluded.
        """
        pairs = list(zip(self.matches, self.contexts, strict=True))
        shown = [pair for pair in pairs if pair[0].verdict is not Verdict.EXCLUDED] or pairs
        shown.sort(key=lambda pair: _first_day(pair[0].right))
        lists = _lists.named(dict.fromkeys(_lists.list_name(match.right) for match, _ in shown))
        given = explain.values(left=self.left.called(language), hits=len(shown), lists=lists)
        lines = [explain.say("match.found", given, language)]
        for match, context in shown:
            stated = (*_recorded_as(match.right, context), ("right", match.right.called(language)))
            stated = (*stated, ("verdict", match.verdict.value), ("probability", explain.chance(match.probability)))
            lines.append("  " + explain.say("match.hit", stated, language))
        return "\n".join((*lines, *(f"  {absence.explain(language)}" for absence in self.absences)))


def _first_day(listed: RecordedWeapon) -> tuple[bool, int]:
    return listed.date is None, 0 if listed.date is None else listed.date.earliest.toordinal()


def _recorded_as(listed: RecordedWeapon, context: CustodyContext) -> explain.Values:
    return explain.values(
        context=f"context_{context.value}", list=_lists.list_name(listed), holder=listed.holder, date=listed.date
    )


def _with_context(match: Match, context: CustodyContext, known: KnownLists) -> Match:
    """The match as it is; a lead with added caveats on the custody context of the listed weapon."""
    if match.verdict is not Verdict.LEAD:
        return match
    caveats = [Caveat(code="match.recorded_as", values=_recorded_as(match.right, context))]
    scope = known.scope(match.right)
    if scope is not None and not scope.verified and context is not CustodyContext.UNKNOWN:
        given = explain.values(list=_lists.list_name(match.right), source=scope.source or None)
        caveats.append(Caveat(code="match.context_unverified", values=given))
    if scope is not None and scope.cannot_hold(match.left):
        caveats.append(Caveat(code="match.not_held", values=explain.values(list=_lists.list_name(match.right))))
    return attrs.evolve(match, caveats=(*match.caveats, *caveats))


@frozen(kw_only=True)
class Unmatched:
    """A found weapon without any similar listed weapon.

    Attributes:
        left: The found weapon.
        reason: The reason why it has none.
        absences: The meaning of that, list by list.
    """

    left: RecordedWeapon
    reason: Reason
    absences: tuple[Reason, ...] = ()

    def __str__(self) -> str:
        return f"{self.left.called()}: {self.reason.explain()}"

    def explain(self, language: explain.Language = "en") -> str:
        """The reference of the record, the reason, and what it means for each list."""
        return f"{self.left.called(language)}: " + "; ".join(
            reason.explain(language) for reason in (self.reason, *self.absences)
        )
