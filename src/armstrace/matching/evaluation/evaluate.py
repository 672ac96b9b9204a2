"""The evaluation of matches against pairs that are known to be one weapon.

Pass the whole `MatchSet`, or all matches of every verdict: precision and recall are measured on the leads, the short
lists and the calibration on all matches.

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

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from attrs import field, frozen, validators

from armstrace import explain
from armstrace.errors import UnknownEntry
from armstrace.matching.evaluation import labeled_pairs
from armstrace.matching.evaluation.calibration import Calibration
from armstrace.matching.evaluation.scores import NoiseScores, Scores

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from armstrace.matching.evaluation.labeled_pairs import Pair, PairResult
    from armstrace.matching.match import Match
    from armstrace.matching.results.match_set import MatchSet

_SHORT_LIST: Final = 10
_COUNT: Final = validators.ge(0)


@frozen(kw_only=True)
class Evaluation(Scores):
    """Measures of matches.

    Attributes:
        calibration: The agreement of the probabilities with the share of true matches.
        by_noise: The same measures by kind of noise, in the order of the true pairs; empty if no noise is given.
        unseen_left: References of found records of true pairs that occur nowhere in the matches. They have no match, or
            the reference is written otherwise; their true pairs count as not found.
        unseen_right: References of listed records of true pairs, likewise.
        repeated: The number of true pairs that were given again; each counts once.
    """

    calibration: Calibration
    by_noise: tuple[NoiseScores, ...] = ()
    unseen_left: tuple[str, ...] = ()
    unseen_right: tuple[str, ...] = ()
    repeated: int = field(default=0, validator=_COUNT)

    def __str__(self) -> str:
        return "; ".join((self._account("en"), *self.lines()[:2]))

    def _account(self, language: explain.Language) -> str:
        return explain.say(
            "evaluation.account", explain.values(given=self.given, true=self.true, right=self.right), language
        )

    def explain(self, language: explain.Language = "en") -> str:
        """All measures with their counts, and the number of records of true pairs that occur in no match."""
        lines = [self._account(language), *self.lines(language), self.calibration.explain(language)]
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
    """The measures of matches against all true pairs.

    The truth must be complete: any other pair counts as false. A weapon that is listed twice makes two true pairs.
    Records of one reference, such as two guns of one seizure, count as one record.

    Args:
        matches: A match set, or all matches, inconclusive and excluded ones included.
        truth: For each true pair the reference of the found and of the listed record (`RecordedWeapon.reference`).
        noise: For true pairs the kind of noise in the found record, such as ``typo``.

    Raises:
        UnknownEntry: *noise* names a pair that is not true.
    """
    pairs = list(truth)
    true = dict.fromkeys(pairs)
    for pair in noise or ():
        if pair not in true:
            raise UnknownEntry("true pairs", key=", ".join(pair))
    given = labeled_pairs.pairs_of(matches)
    leads = [pair for pair, result in given.items() if result.lead]
    short = _short_lists(given)
    lefts = {left for left, _ in given} | labeled_pairs.unmatched(matches)
    rights = {right for _, right in given}
    kinds: dict[str | None, list[Pair]] = defaultdict(list)
    if noise is not None:
        for pair in true:
            kinds[noise.get(pair)].append(pair)
    return Evaluation(
        **_counts(leads, true, short),
        calibration=Calibration.of(given, true),
        by_noise=tuple(
            NoiseScores(noise=kind, **_of_kind(leads, of_kind, true, short)) for kind, of_kind in kinds.items()
        ),
        unseen_left=tuple(sorted({left for left, _ in true} - lefts)),
        unseen_right=tuple(sorted({right for _, right in true} - rights)),
        repeated=len(pairs) - len(true),
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
    """The counts for the true pairs of one kind of noise, *pairs*.

    A false lead counts for the kind of its found record. *true* holds all true pairs, *short* the pairs on short lists.
    """
    lefts = {left for left, _ in pairs}
    of_kind = frozenset(pairs)
    return _counts(
        (pair for pair in leads if pair[0] in lefts and (pair in of_kind or pair not in true)), of_kind, short
    )


def _short_lists(given: Mapping[Pair, PairResult]) -> set[Pair]:
    """The pairs whose listed record is among the ten likeliest of its found record."""
    by_left: dict[str, list[float]] = defaultdict(list)
    for (left, _), result in given.items():
        by_left[left].append(result.probability)
    for probabilities in by_left.values():
        probabilities.sort()
    return {
        pair
        for pair, result in given.items()
        if len(by_left[pair[0]]) - bisect_left(by_left[pair[0]], result.probability) <= _SHORT_LIST
    }
