"""One found weapon with the listed ones that come close to it, or with the reason why none does."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen, validators

from armstrace import explain
from armstrace.explain import Reason
from armstrace.matching.compare import Match, Verdict
from armstrace.matching.coverage import lists as _lists
from armstrace.matching.coverage.scopes import Hands
from armstrace.records.recorded import RecordedWeapon

if TYPE_CHECKING:
    from collections.abc import Iterable


class Outcome(StrEnum):
    """What came of one found weapon.

    Attributes:
        MATCHED: It has a lead, or a confirmed match.
        SHORTLISTED: It has no lead, and candidates that are inconclusive.
        EXCLUDED: Only listed weapons that the records speak against come close.
        UNMATCHED: None comes close, or there is nothing to seek it by.
    """

    MATCHED = "matched"
    SHORTLISTED = "shortlisted"
    EXCLUDED = "excluded"
    UNMATCHED = "unmatched"


# the best first
_OUTCOMES = {
    Verdict.CONFIRMED: Outcome.MATCHED,
    Verdict.LEAD: Outcome.MATCHED,
    Verdict.INCONCLUSIVE: Outcome.SHORTLISTED,
    Verdict.EXCLUDED: Outcome.EXCLUDED,
}


def outcome_of(matches: Iterable[Match]) -> Outcome:
    """What came of a found weapon that has these matches: the best of them tells.

    >>> outcome_of([])
    <Outcome.UNMATCHED: 'unmatched'>
    """
    verdicts = {match.verdict for match in matches}
    return next((outcome for verdict, outcome in _OUTCOMES.items() if verdict in verdicts), Outcome.UNMATCHED)


@frozen(kw_only=True)
class Hits:
    """One found weapon with the listed weapons that come close to it.

    Attributes:
        matches: The matches, all of the one found weapon, the likeliest first.
        hands: In whose hands each of the listed weapons stands, in the same order.
        outcome: What came of the found weapon; filtering matches away does not change it.
        absences: Where all are excluded: what it means, list by list, that it was not found.
    """

    matches: tuple[Match, ...] = field(validator=validators.min_len(1))
    hands: tuple[Hands, ...]
    outcome: Outcome
    absences: tuple[Reason, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.hands) != len(self.matches):
            raise ValueError(f"{len(self.matches)} matches and hands for {len(self.hands)}")
        # most are one object, and then nothing is compared
        if any(match.left is not self.left and match.left != self.left for match in self.matches):
            raise ValueError("the matches are of several found weapons")

    @property
    def left(self) -> RecordedWeapon:
        """The found weapon."""
        return self.matches[0].left

    def with_verdict(self, verdict: Verdict) -> tuple[Match, ...]:
        """Its matches of that verdict."""
        return tuple(match for match in self.matches if match.verdict is verdict)

    def with_match(self, old: Match, new: Match) -> Hits:
        """These hits with another match in the place of one of them, and what comes of the weapon by it."""
        matches = tuple(new if match == old else match for match in self.matches)
        outcome = outcome_of(matches)
        absences = self.absences if outcome is Outcome.EXCLUDED else ()
        return attrs.evolve(self, matches=matches, outcome=outcome, absences=absences)

    def explain(self, language: explain.Language = "en") -> str:
        """The listed weapons that it may be, those of all lists together, by the first day that each can be of.

        A listed weapon without a day comes last. Excluded ones are left out unless there are no others.
        """
        shown = [
            (match, hands)
            for match, hands in zip(self.matches, self.hands, strict=True)
            if match.verdict is not Verdict.EXCLUDED
        ] or list(zip(self.matches, self.hands, strict=True))
        shown.sort(key=lambda hit: _first_day(hit[0].right))
        lists = _lists.named(dict.fromkeys(_lists.list_name(match.right) for match, _ in shown))
        given = explain.values(left=self.left.called(language), hits=len(shown), lists=lists)
        lines = [explain.say("match.found", given, language)]
        for match, hands in shown:
            said = (*recorded_as(match.right, hands), ("right", match.right.called(language)))
            said = (*said, ("verdict", match.verdict.value), ("probability", explain.chance(match.probability)))
            lines.append("  " + explain.say("match.hit", said, language))
        return "\n".join((*lines, *(f"  {absence.explain(language)}" for absence in self.absences)))


def _first_day(listed: RecordedWeapon) -> tuple[bool, int]:
    return listed.date is None, 0 if listed.date is None else listed.date.earliest.toordinal()


def recorded_as(listed: RecordedWeapon, hands: Hands) -> explain.Values:
    """How a list shows a weapon."""
    return explain.values(
        hands=f"hands_{hands.value}", list=_lists.list_name(listed), holder=listed.holder, date=listed.date
    )


@frozen(kw_only=True)
class Unmatched:
    """A found weapon to which no listed one comes close.

    Attributes:
        left: The found weapon.
        reason: Why it has none.
        absences: What that means, list by list.
    """

    left: RecordedWeapon
    reason: Reason
    absences: tuple[Reason, ...] = ()

    def explain(self, language: explain.Language = "en") -> str:
        """The reference of the record, the reason, and what it means for each list."""
        return f"{self.left.called(language)}: " + "; ".join(
            reason.explain(language) for reason in (self.reason, *self.absences)
        )
