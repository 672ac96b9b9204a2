"""How good matches are, measured against pairs that are known to be one weapon.

Hand over the whole `MatchSet`, or all matches with their candidates: what counts as found is the leads, but the short
list and the calibration are measured on everything.

>>> from armstrace.matching.link import link
>>> from armstrace.records.recorded import RecordedWeapon
>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.serials import SerialNumber
>>> from armstrace.weapons.weapon import Weapon
>>> def row(id, serial):
...     weapon = Weapon(serial=SerialNumber.parse(serial))
...     return RecordedWeapon(weapon=weapon, record_id=id, citation=Citation(source=Source(title="made up")))
>>> matches = link([row("S1", "96714-62"), row("S2", "LIMADA")], [row("K1", "9671462"), row("K2", "W361028")])
>>> evaluation = evaluate(matches, [("S1", "K1"), ("S2", "K2")])
>>> evaluation.precision, evaluation.recall
(Proportion(part=1, whole=1), Proportion(part=1, whole=2))
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.errors import UnknownEntry
from armstrace.matching.evaluation import labeled_pairs as _labelled
from armstrace.matching.evaluation.proportions import Proportion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from armstrace.matching.evaluation.labeled_pairs import Given, Pair
    from armstrace.matching.match import Match
    from armstrace.matching.results.match_set import MatchSet

_SHORT_LIST: Final = 10
_BINS: Final = 20
_COUNT: Final = validators.ge(0)
_SHARE: Final = validators.and_(validators.ge(0), validators.le(1))


@frozen(kw_only=True)
class Scores:
    """How many pairs were given and how many of them are true.

    Attributes:
        given: How many pairs were given as leads.
        true: How many pairs are true.
        right: How many of the pairs given are true.
        short_listed: How many true pairs have their listed record among the ten likeliest of the found one, whatever
            the verdict. Where several are equally likely and the tenth place falls among them, none of them is there.
    """

    given: int
    true: int
    right: int = field(validator=_COUNT)
    short_listed: int = field(validator=_COUNT)

    def __attrs_post_init__(self) -> None:
        if self.right > min(self.given, self.true) or self.short_listed > self.true:
            raise ValueError(f"the counts do not add up: {self}")

    @property
    def precision(self) -> Proportion:
        """How many of the pairs given are true."""
        return Proportion(part=self.right, whole=self.given)

    @property
    def recall(self) -> Proportion:
        """How many of the true pairs were given."""
        return Proportion(part=self.right, whole=self.true)

    @property
    def f1(self) -> Proportion:
        """The harmonic mean of both; its part counts what is right twice, its whole what was given and what is true."""
        return Proportion(part=2 * self.right, whole=self.given + self.true)

    @property
    def short_list(self) -> Proportion:
        """How many of the true pairs are in the short list."""
        return Proportion(part=self.short_listed, whole=self.true)

    def lines(self, language: explain.Language = "en") -> list[str]:
        """Each measure with both counts, a line each."""
        return [
            _line("precision", self.precision, language),
            _line("recall", self.recall, language),
            _line("f1", self.f1, language),
            _line("short_list", self.short_list, language),
        ]


@frozen(kw_only=True)
class NoiseScores(Scores):
    """The same for the true pairs of one kind of noise, and for what was given for their found records.

    A lead from one of these found records to a true pair of another kind is neither right nor wrong here.

    Attributes:
        noise: The kind of noise; None for true pairs of which it is not said.
    """

    noise: str | None


@frozen(kw_only=True)
class CalibrationBin:
    """The found records whose likeliest match has a probability within bounds.

    Attributes:
        low: The lower bound, which belongs to it.
        high: The upper bound, which belongs to the next one, but for 1.
        count: How many there are.
        probability: Their mean probability.
        share: How many of the matches are true, as a share.
    """

    low: float = field(validator=_SHARE)
    high: float = field(validator=_SHARE)
    count: int = field(validator=validators.ge(1))
    probability: float = field(validator=_SHARE)
    share: float = field(validator=_SHARE)

    def __attrs_post_init__(self) -> None:
        if self.low >= self.high:
            raise ValueError(f"bounds that hold nothing: {self.low} to {self.high}")


@frozen(kw_only=True)
class Calibration:
    """Whether probabilities are what they say, measured on the likeliest match of each found record.

    Of several that are equally likely each counts in part, as if one of them were drawn.

    Attributes:
        count: How many found records have a match.
        error: The expected calibration error: how far probability and share of true ones are apart, over all bins; None
            where there is nothing to measure.
        brier: The Brier score: the mean squared distance of the probability from 1 or 0; None likewise.
        bins: Each twentieth of the probabilities that holds any.
    """

    count: int = field(default=0, validator=_COUNT)
    error: float | None = field(default=None, validator=validators.optional(_SHARE))
    brier: float | None = field(default=None, validator=validators.optional(_SHARE))
    bins: tuple[CalibrationBin, ...] = ()

    def explain(self, language: explain.Language = "en") -> str:
        """Both figures and on how many records they rest."""
        if self.error is None or self.brier is None:
            return explain.say("evaluation.uncalibrated", (), language)
        given = explain.values(error=f"{self.error:.4f}", brier=f"{self.brier:.4f}", count=self.count)
        return explain.say("evaluation.calibration", given, language)


@frozen(kw_only=True)
class Evaluation(Scores):
    """How good matches are.

    Attributes:
        calibration: Whether the probabilities are what they say.
        by_noise: The same measures by kind of noise, in the order of the true pairs; empty where none is named.
        unseen_left: References of found records that the truth names and that come up nowhere in what was given. They
            have no match, or the reference is written otherwise; what is true of them counts as not found.
        unseen_right: References of listed records, likewise: they never came close to anything.
        repeated: How many true pairs were named again; each counts once.
    """

    calibration: Calibration
    by_noise: tuple[NoiseScores, ...] = ()
    unseen_left: tuple[str, ...] = ()
    unseen_right: tuple[str, ...] = ()
    repeated: int = field(default=0, validator=_COUNT)

    def explain(self, language: explain.Language = "en") -> str:
        """All measures with the counts they rest on, and what of the truth is not in what was given."""
        given = explain.values(given=self.given, true=self.true, right=self.right)
        lines = [explain.say("evaluation.account", given, language), *self.lines(language)]
        lines.append(self.calibration.explain(language))
        for scores in self.by_noise:
            named = explain.values(noise=scores.noise if scores.noise is not None else "noise_not_said")
            lines.append(explain.say("evaluation.noise", named, language))
            lines += [f"  {line}" for line in scores.lines(language)]
        if self.unseen_left or self.unseen_right:
            counts = explain.values(left=len(self.unseen_left), right=len(self.unseen_right))
            lines.append(explain.say("evaluation.unseen", counts, language))
        if self.repeated:
            lines.append(explain.say("evaluation.repeated", explain.values(count=self.repeated), language))
        return "\n".join(lines)


def evaluate(
    matches: MatchSet | Iterable[Match],
    truth: Iterable[tuple[str, str]],
    *,
    noise: Mapping[tuple[str, str], str] | None = None,
) -> Evaluation:
    """How good matches are, measured against all true pairs.

    Truth is taken as complete: a pair that it does not name is false. A weapon that is listed twice makes two true
    pairs. Records of one reference, such as two guns of one seizure, are one here.

    Args:
        matches: A match set, or all matches, candidates and excluded ones included; leads are what counts as found.
        truth: For each true pair the reference of the found and of the listed record (`RecordedWeapon.reference`).
        noise: For true pairs, in what the found record was distorted, such as ``typo``.

    Raises:
        UnknownEntry: *noise* names a pair that is not true.
    """
    named = list(truth)
    true = dict.fromkeys(named)
    for pair in noise or ():
        if pair not in true:
            raise UnknownEntry("true pairs", key=", ".join(pair))
    given = _labelled.pairs_of(matches)
    leads = [pair for pair, what in given.items() if what.lead]
    short = _short_lists(given)
    lefts = {left for left, _ in given} | _labelled.unmatched(matches)
    rights = {right for _, right in given}
    kinds: dict[str | None, list[Pair]] = defaultdict(list)
    if noise is not None:
        for pair in true:
            kinds[noise.get(pair)].append(pair)
    overall = _counts(leads, true, short)
    return Evaluation(
        **overall,
        calibration=_calibration(given, true),
        by_noise=tuple(NoiseScores(noise=kind, **_of_kind(leads, pairs, true, short)) for kind, pairs in kinds.items()),
        unseen_left=tuple(sorted({left for left, _ in true} - lefts)),
        unseen_right=tuple(sorted({right for _, right in true} - rights)),
        repeated=len(named) - len(true),
    )


def _counts(leads: Iterable[Pair], true: Collection[Pair], short: AbstractSet[Pair]) -> dict[str, int]:
    given = list(leads)
    return {
        "given": len(given),
        "true": len(true),
        "right": sum(pair in true for pair in given),
        "short_listed": sum(pair in short for pair in true),
    }


def _of_kind(
    leads: Iterable[Pair], pairs: Sequence[Pair], true: Collection[Pair], short: AbstractSet[Pair]
) -> dict[str, int]:
    """The counts of one kind of noise: a lead belongs to the kind that its found record is of."""
    lefts = {left for left, _ in pairs}
    own = frozenset(pairs)
    return _counts((pair for pair in leads if pair[0] in lefts and (pair in own or pair not in true)), own, short)


def _short_lists(given: Mapping[Pair, Given]) -> set[Pair]:
    """The pairs whose listed record is among the ten likeliest of the found one."""
    by_left: dict[str, list[float]] = defaultdict(list)
    for (left, _), what in given.items():
        by_left[left].append(what.probability)
    for probabilities in by_left.values():
        probabilities.sort()
    return {
        pair
        for pair, what in given.items()
        if len(by_left[pair[0]]) - bisect_left(by_left[pair[0]], what.probability) <= _SHORT_LIST
    }


def _calibration(given: Mapping[Pair, Given], true: Collection[Pair]) -> Calibration:
    by_left: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for pair, what in given.items():
        by_left[pair[0]].append((what.probability, pair in true))
    tops: list[tuple[float, float]] = []
    for own in by_left.values():
        best = max(probability for probability, _ in own)
        tied = [is_true for probability, is_true in own if probability == best]
        tops.append((best, sum(tied) / len(tied)))
    if not tops:
        return Calibration()
    by_bin: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for top in tops:
        by_bin[min(int(top[0] * _BINS), _BINS - 1)].append(top)
    bins = tuple(
        CalibrationBin(
            low=at / _BINS,
            high=(at + 1) / _BINS,
            count=len(own),
            probability=math.fsum(probability for probability, _ in own) / len(own),
            share=math.fsum(share for _, share in own) / len(own),
        )
        for at, own in sorted(by_bin.items())
    )
    return Calibration(
        count=len(tops),
        error=math.fsum(abs(each.probability - each.share) * each.count for each in bins) / len(tops),
        brier=math.fsum(share * (1 - p) ** 2 + (1 - share) * p**2 for p, share in tops) / len(tops),
        bins=bins,
    )


def _line(name: str, ratio: Proportion, language: explain.Language) -> str:
    named = f"measure_{name}"
    if ratio.value is None or ratio.bounds is None:
        return explain.say("evaluation.unmeasured", explain.values(name=named), language)
    counts = explain.values(name=named, value=f"{ratio.value:.4f}", part=ratio.part, whole=ratio.whole)
    if name == "f1":
        # a mean of two shares is no share of draws
        return explain.say("evaluation.value", counts, language)
    low, high = ratio.bounds
    return explain.say("evaluation.ratio", (*counts, *explain.values(low=f"{low:.4f}", high=f"{high:.4f}")), language)
