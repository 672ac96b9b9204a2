"""What `reconcile` finds between figures, each with its reasons, in English and Spanish."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.records.figures.counts import Count
from armstrace.records.figures.tallies import Tally
from armstrace.records.seizures import Seizure


class FindingKind(StrEnum):
    """What is found.

    Attributes:
        SAME: Two figures of one thing that agree.
        GAP: Two figures of one thing that differ, or a part that is more than the whole.
        OVERLAP: Two stretches of time that overlap in part: adding them counts things twice.
        DOUBLE_COUNT: One figure, or one seizure, that stands twice in what was given.
        REPEAT: An earlier figure of the same speaker that a later source repeats; it is no new figure.
        OTHER_KIND_WORD: One figure under two words that do not mean the same.
        ADDS_UP: Parts that add up to the whole.
        REST: Parts that leave a rest; whether all parts are given is not said.
        DOES_NOT_ADD_UP: Parts that are said to be all and are not the whole, or that are more than the whole.
        NOT_COMPARABLE: Figures that look alike and are not of one thing, or may not be.
    """

    SAME = "same"
    GAP = "gap"
    OVERLAP = "overlap"
    DOUBLE_COUNT = "double_count"
    REPEAT = "repeat"
    OTHER_KIND_WORD = "other_kind_word"
    ADDS_UP = "adds_up"
    REST = "rest"
    DOES_NOT_ADD_UP = "does_not_add_up"
    NOT_COMPARABLE = "not_comparable"

    @property
    def is_conflict(self) -> bool:
        """Whether something must be cleared up before the figures are used together."""
        return self in _CONFLICTS


_COUNT = validators.ge(0)
_CONFLICTS = (
    FindingKind.GAP,
    FindingKind.DOUBLE_COUNT,
    FindingKind.REPEAT,
    FindingKind.OTHER_KIND_WORD,
    FindingKind.DOES_NOT_ADD_UP,
)


@frozen(kw_only=True)
class Finding:
    """One finding.

    Attributes:
        kind: What is found.
        tallies: The figures it is about; the whole first, where there is one.
        seizures: The seizures it is about.
        gap: How far the figures are apart, within bounds; None where nothing is subtracted.
        causes: The fields that keep figures apart, or in which they differ, as codes.
    """

    kind: FindingKind
    tallies: tuple[Tally, ...] = ()
    seizures: tuple[Seizure, ...] = ()
    gap: Count | None = None
    causes: tuple[str, ...] = ()

    def explain(self, language: explain.Language = "en") -> str:
        """The finding and the figures it is about."""
        given = explain.values(gap=self.gap, causes=explain.joined(f"cause_{cause}" for cause in self.causes) or None)
        alone = "_apart" if self.kind is FindingKind.NOT_COMPARABLE and self.gap is None else ""
        head = explain.say(f"reconcile.{self.kind}{alone}", given, language)
        lines = [f"  {tally.label(language)}" for tally in self.tallies]
        lines += [f"  {seizure.citation.label(language)}" for seizure in self.seizures]
        return "\n".join((head, *lines))


@frozen(kw_only=True)
class Reconciliation:
    """What was found between figures.

    Attributes:
        findings: The findings, conflicts first, then in the order of the figures given.
        tallies: How many figures were given.
        uncounted: How many of them have no count and were compared with nothing.
        left_out: How many pairs of figures were not compared because too many lie close together.
    """

    findings: tuple[Finding, ...] = ()
    tallies: int = field(default=0, validator=_COUNT)
    uncounted: int = field(default=0, validator=_COUNT)
    left_out: int = field(default=0, validator=_COUNT)

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The findings that must be cleared up before the figures are used together."""
        return tuple(finding for finding in self.findings if finding.kind.is_conflict)

    def of(self, kind: FindingKind) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind is kind)

    def explain(self, language: explain.Language = "en") -> str:
        """The account: how many figures, how many findings of each kind, then each finding."""
        counts = Counter(finding.kind for finding in self.findings)
        given = explain.values(tallies=self.tallies, uncounted=self.uncounted, left_out=self.left_out)
        lines = [explain.say("reconcile.account", given, language)]
        lines += [
            f"  {counts[kind]} × {explain.term(f'finding_{kind}', language)}" for kind in FindingKind if counts[kind]
        ]
        return "\n".join((*lines, *(finding.explain(language) for finding in self.findings)))
