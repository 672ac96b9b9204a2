"""The findings of `reconcile` between figures, with their reasons, in English and Spanish."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.counts.value import Count
from armstrace.records.figures.tallies import Tally
from armstrace.records.seizures import Seizure


class FindingKind(StrEnum):
    """The sorts of findings.

    Attributes:
        SAME: Two figures of the same thing that agree.
        GAP: Two figures of the same thing that differ, or a part that is more than the whole.
        OVERLAP: Two stretches of time that overlap in part: adding them counts things twice.
        DOUBLE_COUNT: A figure, or a seizure, that is given two or more times.
        REPEAT: An earlier figure of the same speaker that a later source repeats; it is no new figure.
        OTHER_KIND_WORD: The same figure under two words that do not mean the same.
        ADDS_UP: Parts that add up to the whole.
        REST: Parts that leave a rest; the source may not give all parts.
        DOES_NOT_ADD_UP: Parts that are stated to be all and are not the whole, or that are more than the whole.
        NOT_COMPARABLE: Figures that look alike and are not, or may not be, of the same thing.
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
        """True if something must be cleared up before the figures are used together."""
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
    """A finding on figures, or on seizures.

    Attributes:
        kind: The sort of finding.
        tallies: The figures it is about; the whole first, if there is one.
        seizures: The seizures it is about.
        gap: How far the figures are apart, within bounds; None if nothing is subtracted.
        causes: The fields that keep figures apart, or in which they differ, as codes.
    """

    kind: FindingKind
    tallies: tuple[Tally, ...] = ()
    seizures: tuple[Seizure, ...] = field(default=(), repr=False)
    gap: Count | None = None
    causes: tuple[str, ...] = ()

    def label(self, language: explain.Language = "en") -> str:
        """The finding in one line, without the figures."""
        given = explain.values(gap=self.gap, causes=explain.joined(f"cause_{cause}" for cause in self.causes) or None)
        alone = "_apart" if self.kind is FindingKind.NOT_COMPARABLE and self.gap is None else ""
        return explain.say(f"reconcile.{self.kind}{alone}", given, language)

    def __str__(self) -> str:
        return self.label("en")

    def explain(self, language: explain.Language = "en") -> str:
        """The finding and the figures it is about."""
        lines = [f"  {tally.label(language)}" for tally in self.tallies]
        lines += [f"  {seizure.citation.label(language)}" for seizure in self.seizures]
        return "\n".join((self.label(language), *lines))


@frozen(kw_only=True)
class Reconciliation:
    """The findings between figures.

    Attributes:
        findings: The findings, conflicts first, then in the order of the figures given.
        tallies: How many figures were given.
        uncounted: How many of them have no count and were not compared.
        left_out: How many pairs of figures were not compared because too many lie close together.
    """

    findings: tuple[Finding, ...] = field(default=(), repr=False)
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

    def _account(self, language: explain.Language) -> str:
        given = explain.values(tallies=self.tallies, uncounted=self.uncounted, left_out=self.left_out)
        return explain.say("reconcile.account", given, language)

    def _by_kind(self, language: explain.Language) -> list[str]:
        counts = Counter(finding.kind for finding in self.findings)
        return [f"{counts[kind]} × {explain.term(f'finding_{kind}', language)}" for kind in FindingKind if counts[kind]]

    def label(self, language: explain.Language = "en") -> str:
        """How many figures were compared, and how many findings of each kind there are, in one line."""
        return "; ".join((self._account(language), *self._by_kind(language)))

    def __str__(self) -> str:
        return self.label("en")

    def explain(self, language: explain.Language = "en") -> str:
        """The account: how many figures, how many findings of each kind, then each finding."""
        lines = [self._account(language), *(f"  {line}" for line in self._by_kind(language))]
        return "\n".join((*lines, *(finding.explain(language) for finding in self.findings)))
