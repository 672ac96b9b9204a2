"""A match: two records that may describe one weapon, with the reasons for and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen, validators

from armstrace import explain
from armstrace.errors import ParseError
from armstrace.explain import Caveat, Reason
from armstrace.matching.verdicts import Verdict, decide_match
from armstrace.records.recorded import RecordedWeapon
from armstrace.sources import Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from armstrace.matching.match_model import MatchModel

# caveats that no longer apply once somebody has confirmed a match
_SETTLED = ("match.lead_only", "match.no_lead", "match.unlisted")


@frozen(kw_only=True)
class Match:
    """Two records that may describe one weapon.

    Attributes:
        left: The found weapon.
        right: The listed weapon.
        probability: The probability that they are one weapon, from 0 to 1, given the rivals and the chance that the
            list does not hold the weapon.
        verdict: The worth of the match.
        reasons: Each comparison with its level and weight in bits, the weightiest first.
        rivals: References of other listed weapons that are similar.
        caveats: What must be known before relying on the match.
        confirmed_by: The name of whoever confirmed it; None if nobody did.
        confirmation: The document that says so.
    """

    left: RecordedWeapon
    right: RecordedWeapon
    probability: float = field(validator=validators.and_(validators.ge(0), validators.le(1)))
    verdict: Verdict
    reasons: tuple[Reason, ...]
    rivals: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    confirmed_by: str | None = field(default=None, validator=validators.optional(validators.instance_of(str)))
    confirmation: Citation | None = field(default=None, validator=validators.optional(validators.instance_of(Citation)))

    def __attrs_post_init__(self) -> None:
        named = self.confirmed_by is not None and bool(self.confirmed_by.strip()), self.confirmation is not None
        if any(named) != all(named) or all(named) != (self.verdict is Verdict.CONFIRMED):
            raise ParseError(
                "a match is confirmed by somebody, and somewhere",
                code="match.no_confirmation",
                text=str(self.confirmed_by),
            )

    @classmethod
    def of(
        cls,
        left: RecordedWeapon,
        right: RecordedWeapon,
        reasons: Sequence[Reason],
        probability: float,
        *,
        using: MatchModel,
        rivals: tuple[str, ...] = (),
        best_rival: float = 0.0,
        unlisted: float = 0.0,
        more_rows: int = 0,
    ) -> Match:
        """The match of two records, with the verdict and caveats of `decide_match`; its arguments are explained there.

        *rivals* are the references of other listed weapons that are similar.
        """
        verdict, caveats = decide_match(
            left,
            right,
            reasons,
            probability,
            using=using,
            best_rival=best_rival,
            unlisted=unlisted,
            more_rows=more_rows,
        )
        return cls(
            left=left,
            right=right,
            probability=probability,
            verdict=verdict,
            reasons=tuple(sorted(reasons, key=lambda reason: -abs(reason.weight))),
            rivals=rivals,
            caveats=caveats,
        )

    def confirm(self, by: str, citation: Citation) -> Match:
        """This match with the verdict CONFIRMED; probability and reasons stay as they are.

        Args:
            by: The examiner, agency or court that confirms it.
            citation: The document that says so.

        Raises:
            ParseError: The name is empty.
            TypeError: Not a name, or not a citation.
        """
        caveats = tuple(caveat for caveat in self.caveats if caveat.code not in _SETTLED)
        return attrs.evolve(self, verdict=Verdict.CONFIRMED, caveats=caveats, confirmed_by=by, confirmation=citation)

    @property
    def reasons_for(self) -> tuple[Reason, ...]:
        """The reasons that speak for one weapon."""
        return tuple(reason for reason in self.reasons if reason.weight > 0)

    @property
    def reasons_against(self) -> tuple[Reason, ...]:
        """The reasons that speak against it."""
        return tuple(reason for reason in self.reasons if reason.weight < 0)

    def _account(self, language: explain.Language) -> str:
        given = explain.values(
            left=self.left.called(language),
            right=self.right.called(language),
            verdict=self.verdict.value,
            probability=explain.chance(self.probability),
        )
        return explain.say("match.account", given, language)

    def __str__(self) -> str:
        return self._account("en")

    def explain(self, language: explain.Language = "en") -> str:
        """The verdict, the reasons for (+) and against (-), the rivals and caveats."""
        lines = [self._account(language)]
        if self.confirmation is not None:
            given = explain.values(by=self.confirmed_by, citation=self.confirmation.label(language))
            lines.append("  " + explain.say("match.confirmed", given, language))
        lines += [f"  + {reason.explain(language)}" for reason in self.reasons_for]
        lines += [f"  - {reason.explain(language)}" for reason in self.reasons_against]
        if self.rivals:
            lines.append("  " + explain.say("match.rivals", (("rivals", ", ".join(self.rivals)),), language))
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)
