"""Verdicts: where a match becomes a lead, and what keeps it from being one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from armstrace import explain
from armstrace.explain import Agreement, Caveat
from armstrace.matching.comparisons import serials
from armstrace.matching.comparisons.table import BATCH_KEYS, COMPARISONS
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from armstrace.explain import Reason
    from armstrace.matching.match_model import MatchModel
    from armstrace.records.recorded import RecordedWeapon

_CONTRADICTING = frozenset(code for row in COMPARISONS if row.contradicts for code in row.codes)
_SERIALS_COMPARED = frozenset(
    f"serial.{level}" for level, agreement in serials.LEVELS.items() if agreement is not Agreement.UNKNOWN
)
_SAME_BATCH = frozenset(f"{name}.same" for name in BATCH_KEYS)
_LIKELIER_THAN_NOT = 0.5
# with these, it is the records that speak against the match, and not an unlisted weapon
_SETTLED_BY_RECORDS = ("contradicted", "before_record")


class Verdict(StrEnum):
    """The worth of a match."""

    LEAD = "lead"  #: Likely the same weapon: a lead to check, not an identification.
    INCONCLUSIVE = "inconclusive"  #: Possibly the same weapon; the records do not settle it.
    EXCLUDED = "excluded"  #: The records describe two weapons.
    #: Somebody examined the weapon, or the file, and states that it is the same; see `Match.confirm`.
    CONFIRMED = "confirmed"


def decide_match(
    left: RecordedWeapon,
    right: RecordedWeapon,
    reasons: Sequence[Reason],
    probability: float,
    *,
    using: MatchModel,
    best_rival: float = 0.0,
    unlisted: float = 0.0,
    more_rows: int = 0,
) -> tuple[Verdict, tuple[Caveat, ...]]:
    """The verdict on a match whose probability is known, with the caveats that belong to it.

    Args:
        left: The found weapon.
        right: The listed weapon.
        reasons: The comparisons of the two.
        probability: The probability that they are one weapon.
        using: The match model.
        best_rival: The highest probability of another listed weapon.
        unlisted: The probability that the found weapon is of the same product line and not listed.
        more_rows: The number of rows that list the same weapon and are not shown.
    """
    codes = {reason.code for reason in reasons}
    caps = [cause for code, cause in using.capped if code in codes]
    has_serial = not codes.isdisjoint(_SERIALS_COMPARED)
    batches = [] if has_serial else [reason.field for reason in reasons if reason.code in _SAME_BATCH]
    shortest = min(len(record.weapon.serial.compact) for record in (left, right))
    checks = {
        "contradicted": _is_contradicted(reasons, using),
        "rival": best_rival >= using.rival,
        "no_serial": not has_serial,
        "short": has_serial and shortest < using.shortest,
    }
    obstacles = dict.fromkeys((*caps, *(name for name, found in checks.items() if found)))
    verdict = Verdict.INCONCLUSIVE
    if len(caps) > 1 or (probability < using.inconclusive and not batches):
        verdict = Verdict.EXCLUDED
    elif probability >= using.lead and not obstacles:
        verdict = Verdict.LEAD
    caveats = [
        *_caveats_of_verdict(obstacles if probability >= using.lead else None, verdict),
        *_caveats_of_unlisted(0.0 if batches else unlisted, obstacles),
        *_caveats_of_records(left, right, reasons, batches),
    ]
    if more_rows:
        caveats.append(Caveat(code="match.more_rows", values=explain.values(count=more_rows)))
    return verdict, tuple(caveats)


def _is_contradicted(reasons: Sequence[Reason], using: MatchModel) -> bool:
    """True if make, model, caliber or kind speak against the match: in several of them, or in their sum."""
    weights = [reason.weight for reason in reasons if reason.code in _CONTRADICTING]
    return sum(weight < 0 for weight in weights) >= using.contradictions or sum(weights) < 0


def _caveats_of_verdict(obstacles: Iterable[str] | None, verdict: Verdict) -> Iterator[Caveat]:
    """The caveat of a lead, or of a match that *obstacles* keep from being a lead; none in other cases.

    *obstacles* is None if the match is not likely enough for a lead.
    """
    if verdict is Verdict.LEAD:
        yield Caveat(code="match.lead_only")
    elif obstacles:
        causes = explain.joined(f"no_lead_{obstacle}" for obstacle in obstacles)
        yield Caveat(code="match.no_lead", values=explain.values(causes=causes))


def _caveats_of_unlisted(unlisted: float, obstacles: Collection[str]) -> Iterator[Caveat]:
    if unlisted > _LIKELIER_THAN_NOT and not any(settled in obstacles for settled in _SETTLED_BY_RECORDS):
        yield Caveat(code="match.unlisted", values=explain.values(probability=explain.chance(unlisted)))


def _caveats_of_records(
    left: RecordedWeapon, right: RecordedWeapon, reasons: Sequence[Reason], batches: Sequence[str]
) -> Iterator[Caveat]:
    # a reason names the unverified models that it rests on last
    last = [value for reason in reasons for value in reason.values[-1:]]
    unverified = next((models for name, models in last if name == "unverified"), None)
    if unverified is not None:
        yield Caveat(code="match.model_unverified", values=explain.values(model=unverified))
    yield from (Caveat(code=f"match.{batch}_only") for batch in batches)
    if SerialState.ALTERED in (left.weapon.serial.state, right.weapon.serial.state):
        yield Caveat(code="match.altered")
