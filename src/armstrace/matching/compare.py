"""Two records: the same weapon? With reasons for and against, and a probability.

`compare` looks at one pair, `armstrace.matching.link` at two lists. A match is never more than a lead to check.

>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.serials import SerialNumber
>>> from armstrace.weapons.weapon import Weapon
>>> def row(title, number, serial):
...     weapon = Weapon(serial=SerialNumber.parse(serial))
...     return RecordedWeapon(weapon=weapon, citation=Citation(source=Source(title=title), row=number))
>>> match = compare(row("found.csv", 3, "SERIE: 96714-62"), row("stock.csv", 8, "9671462"))
>>> match.reasons[0].explain()
'same serial number, written otherwise: 96714-62 and 9671462'
>>> match.verdict
<Verdict.LEAD: 'lead'>
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain
from armstrace.explain import Agreement, Caveat, Reason
from armstrace.matching import levels, model
from armstrace.records.recorded import RecordedWeapon, ShowsWeapons
from armstrace.weapons.serials import SerialState

if TYPE_CHECKING:
    from armstrace.matching.model import MatchModel


class Verdict(StrEnum):
    """What a match is worth.

    LEAD: Likely the same weapon: a lead to check, not an identification.
    INCONCLUSIVE: It may be; the records do not tell.
    EXCLUDED: The records speak of two weapons.
    """

    LEAD = "lead"
    INCONCLUSIVE = "inconclusive"
    EXCLUDED = "excluded"


@frozen(kw_only=True)
class Match:
    """How far two records agree that they speak of one weapon.

    Attributes:
        left: The found weapon.
        right: The listed weapon.
        probability: How likely they are one, given the rivals and that the list need not hold it.
        verdict: What that is worth.
        reasons: Each comparison with its level and weight in bits, the weightiest first.
        rivals: References of other listed weapons that come close.
        caveats: What must be known before relying on it.
    """

    left: RecordedWeapon
    right: RecordedWeapon
    probability: float
    verdict: Verdict
    reasons: tuple[Reason, ...]
    rivals: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()

    @property
    def reasons_for(self) -> tuple[Reason, ...]:
        """The reasons that speak for one weapon."""
        return tuple(reason for reason in self.reasons if reason.weight > 0)

    @property
    def reasons_against(self) -> tuple[Reason, ...]:
        """The reasons that speak against it."""
        return tuple(reason for reason in self.reasons if reason.weight < 0)

    def explain(self, language: explain.Language = "en") -> str:
        """The verdict, the reasons for (+) and against (-), the rivals and caveats."""
        given = explain.values(
            left=self.left.reference,
            right=self.right.reference,
            verdict=self.verdict.value,
            probability=f"{self.probability:.2f}",
        )
        lines = [explain.say("match.account", given, language)]
        lines += [f"  + {reason.explain(language)}" for reason in self.reasons_for]
        lines += [f"  - {reason.explain(language)}" for reason in self.reasons_against]
        if self.rivals:
            lines.append("  " + explain.say("match.rivals", (("rivals", ", ".join(self.rivals)),), language))
        lines += [f"  {explain.term('caveat', language)}: {caveat.explain(language)}" for caveat in self.caveats]
        return "\n".join(lines)


def compare(left: ShowsWeapons, right: ShowsWeapons, *, using: MatchModel | None = None) -> Match:
    """How far two records agree, as if drawn from a list of the model's length.

    Args:
        left: The found weapon: a record of one weapon.
        right: The listed weapon: a record of one weapon.
        using: The match model; by default the packaged one.

    Raises:
        ValueError: A record shows several weapons; compare the parts of its ``recorded()``.
    """
    weights = using or model.default()
    found, listed = _one(left), _one(right)
    reasons = levels.reasons(found, listed, weights)
    bits = sum(reason.weight for reason in reasons)
    probability = model.posterior([bits], listed=weights.listed, list_length=weights.list_length)[0]
    return judged(found, listed, reasons, probability, using=weights)


def judged(
    left: RecordedWeapon,
    right: RecordedWeapon,
    reasons: tuple[Reason, ...],
    probability: float,
    *,
    using: MatchModel,
    rivals: tuple[str, ...] = (),
) -> Match:
    """The match of two records whose probability is known, with verdict and caveats."""
    verdict = Verdict.EXCLUDED
    if probability >= using.inconclusive:
        verdict = Verdict.INCONCLUSIVE
    caveats: list[Caveat] = []
    altered = SerialState.ALTERED in (left.weapon.serial.state, right.weapon.serial.state)
    same_lot = any(reason.code == "lot.same" for reason in reasons)
    by_serial = any(reason.field == "serial" and reason.agreement is not Agreement.UNKNOWN for reason in reasons)
    capped = any(reason.code in using.capped for reason in reasons)
    if probability >= using.lead and by_serial and not capped:
        verdict = Verdict.LEAD
        caveats.append(Caveat(code="match.lead_only"))
    if same_lot:
        caveats.append(Caveat(code="match.lot_only"))
    if altered:
        caveats.append(Caveat(code="match.altered"))
    return Match(
        left=left,
        right=right,
        probability=probability,
        verdict=verdict,
        reasons=tuple(sorted(reasons, key=lambda reason: -abs(reason.weight))),
        rivals=rivals,
        caveats=tuple(caveats),
    )


def _one(record: ShowsWeapons) -> RecordedWeapon:
    shown = record.recorded()
    if len(shown) != 1:
        raise ValueError(f"the record shows {len(shown)} weapons; compare the parts of its recorded()")
    return shown[0]
