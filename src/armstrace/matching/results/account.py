"""How the found weapons of a link add up."""

from __future__ import annotations

from attrs import field, frozen, validators

from armstrace import explain

_AT_LEAST_ZERO = validators.ge(0)


@frozen(kw_only=True)
class MatchAccount:
    """How the found weapons add up: each has exactly one outcome, matched, shortlisted, excluded or unmatched.

    Attributes:
        left: The number of found weapons.
        right: The number of listed weapons.
        matched: The number of found weapons with a lead or a confirmed match.
        shortlisted: The number with inconclusive matches only.
        excluded: The number with excluded matches only.
        unmatched: The number without any match.
        filtered_found: The number of found weapons that `MatchSet.filter` left out.
        filtered_matches: The number of matches that it left out.
    """

    left: int = field(default=0, validator=_AT_LEAST_ZERO)
    right: int = field(default=0, validator=_AT_LEAST_ZERO)
    matched: int = field(default=0, validator=_AT_LEAST_ZERO)
    shortlisted: int = field(default=0, validator=_AT_LEAST_ZERO)
    excluded: int = field(default=0, validator=_AT_LEAST_ZERO)
    unmatched: int = field(default=0, validator=_AT_LEAST_ZERO)
    filtered_found: int = field(default=0, validator=_AT_LEAST_ZERO)
    filtered_matches: int = field(default=0, validator=_AT_LEAST_ZERO)

    def __attrs_post_init__(self) -> None:
        parts = self.matched + self.shortlisted + self.excluded + self.unmatched
        if parts != self.left or self.filtered_found > self.left:
            raise ValueError(f"the account does not add up: {self!r}")

    def __str__(self) -> str:
        return self.explain()

    def explain(self, language: explain.Language = "en") -> str:
        """The account as a sentence, and a second one if matches were filtered out."""
        given = explain.values(
            left=self.left,
            right=self.right,
            matched=self.matched,
            shortlisted=self.shortlisted,
            excluded=self.excluded,
            unmatched=self.unmatched,
        )
        lines = [explain.say("match.set", given, language)]
        if self.filtered_found or self.filtered_matches:
            given = explain.values(matches=self.filtered_matches, found=self.filtered_found)
            lines.append(explain.say("match.filtered", given, language))
        return "\n".join(lines)
