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

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen, validators

from armstrace import explain
from armstrace.errors import ParseError
from armstrace.explain import Agreement, Caveat, Reason
from armstrace.matching import match_model as model
from armstrace.matching import prevalence as mixture
from armstrace.matching.comparisons import levels
from armstrace.matching.comparisons import serials as slips
from armstrace.records.recorded import RecordedWeapon, ShowsWeapons
from armstrace.sources import Citation
from armstrace.weapons.serials.states import SerialState

if TYPE_CHECKING:
    from armstrace.matching.match_model import MatchModel


# what a record can say of a thing that no use of it changes
_THINGS = ("make", "model", "caliber", "kind")
# what is likelier than not
_HALF = 0.5
# many things share these: none is told from another by them
_BATCH = ("lot.same", "headstamp.same")
# what is no longer open once somebody has confirmed a match
_SETTLED = ("match.lead_only", "match.no_lead", "match.unlisted")


class Verdict(StrEnum):
    """What a match is worth.

    LEAD: Likely the same weapon: a lead to check, not an identification.
    INCONCLUSIVE: It may be; the records do not tell.
    EXCLUDED: The records speak of two weapons.
    CONFIRMED: Somebody examined the weapon, or the file, and says that it is the same; see `Match.confirm`.
    """

    LEAD = "lead"
    INCONCLUSIVE = "inconclusive"
    EXCLUDED = "excluded"
    CONFIRMED = "confirmed"


@frozen(kw_only=True)
class Match:
    """How far two records agree that they speak of one weapon.

    Attributes:
        left: The found weapon.
        right: The listed weapon.
        probability: How likely they are one, from 0 to 1, given the rivals and that the list need not hold it.
        verdict: What that is worth.
        reasons: Each comparison with its level and weight in bits, the weightiest first.
        rivals: References of other listed weapons that come close.
        caveats: What must be known before relying on it.
        confirmed_by: Who confirmed it, as stated; None where nobody did.
        confirmation: Where that is written.
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
            raise ParseError("a match is confirmed by somebody, and somewhere", text=str(self.confirmed_by))

    def confirm(self, by: str, citation: Citation) -> Match:
        """This match, confirmed: a new value with the verdict CONFIRMED; probability and reasons stay as they are.

        Args:
            by: Who confirms it: an examiner, an agency, a court.
            citation: Where that is written.

        Raises:
            ParseError: Nobody is named.
            TypeError: Not a name, or not a citation.
        """
        caveats = tuple(each for each in self.caveats if each.code not in _SETTLED)
        return attrs.evolve(self, verdict=Verdict.CONFIRMED, caveats=caveats, confirmed_by=by, confirmation=citation)

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
            left=self.left.called(language),
            right=self.right.called(language),
            verdict=self.verdict.value,
            probability=explain.chance(self.probability),
        )
        lines = [explain.say("match.account", given, language)]
        if self.confirmation is not None:
            stated = explain.values(by=self.confirmed_by, citation=self.confirmation.label(language))
            lines.append("  " + explain.say("match.confirmed", stated, language))
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
    found, listed = only_weapon(left), only_weapon(right)
    reasons = levels.reasons(found, listed, weights)
    one, other = found.weapon, listed.weapon
    agreed = slips.agreement(one.serial, other.serial, weights)
    things = sum(reason.weight for reason in levels.things(one, other, weights))
    bits = sum(reason.weight for reason in reasons)
    unlisted = 0.0
    if levels.same_batch(one, other) and not agreed.near:
        unlisted = weights.batch * math.exp2(bits)
    elif agreed.near and agreed.cost > 0:
        # an unlisted weapon of the line may have the number that was read, unless that is the listed one's
        unlisted = weights.density * math.exp2(weights.serial_bits(one.serial.compact) + things)
    length = weights.list_length
    probability, none = mixture.shares((), weights).posteriors([math.exp2(bits) / length], unlisted / length)
    return judged(found, listed, reasons, probability, using=weights, unlisted=none)


def judged(
    left: RecordedWeapon,
    right: RecordedWeapon,
    reasons: tuple[Reason, ...],
    probability: float,
    *,
    using: MatchModel,
    rivals: tuple[str, ...] = (),
    best_rival: float = 0.0,
    unlisted: float = 0.0,
    more_rows: int = 0,
) -> Match:
    """The match of two records whose probability is known, with verdict and caveats.

    Args:
        left: The found weapon.
        right: The listed weapon.
        reasons: What speaks for and against it.
        probability: How likely they are one.
        using: The match model.
        rivals: References of other listed weapons that come close.
        best_rival: How likely the likeliest of them is.
        unlisted: How likely it is that the found weapon is of the line and not listed.
        more_rows: How many rows list the same weapon and are not shown.
    """
    holds_back = [cause for code, cause in using.capped if any(reason.code == code for reason in reasons)]
    against = sum(reason.field in _THINGS and reason.weight < 0 for reason in reasons)
    things = sum(reason.weight for reason in reasons if reason.field in _THINGS)
    causes = [*holds_back, *(["contradicted"] if against >= using.contradictions or things < 0 else [])]
    causes += ["rival"] if best_rival >= using.rival else []
    no_serial = not any(reason.field == "serial" and reason.agreement is not Agreement.UNKNOWN for reason in reasons)
    causes += ["no_serial"] if no_serial else []
    shortest = min(len(one.weapon.serial.compact) for one in (left, right))
    causes += ["short"] if shortest < using.shortest and not no_serial else []
    caveats: list[Caveat] = []
    batches = [reason.field for reason in reasons if reason.code in _BATCH and no_serial]
    if len(holds_back) > 1 or (probability < using.inconclusive and not batches):
        verdict = Verdict.EXCLUDED
    elif probability >= using.lead and not causes:
        verdict = Verdict.LEAD
        caveats.append(Caveat(code="match.lead_only"))
    else:
        verdict = Verdict.INCONCLUSIVE
    if probability >= using.lead and causes:
        given = explain.values(causes=explain.joined(f"no_lead_{cause}" for cause in dict.fromkeys(causes)))
        caveats.append(Caveat(code="match.no_lead", values=given))
    if unlisted > _HALF and not batches and not {"contradicted", "before_record"} & {*causes}:
        caveats.append(Caveat(code="match.unlisted", values=explain.values(probability=explain.chance(unlisted))))
    doubtful = next((value for reason in reasons for name, value in reason.values if name == "unverified"), None)
    if doubtful is not None:
        caveats.append(Caveat(code="match.model_unverified", values=explain.values(model=doubtful)))
    caveats += [Caveat(code=f"match.{batch}_only") for batch in batches]
    if SerialState.ALTERED in (left.weapon.serial.state, right.weapon.serial.state):
        caveats.append(Caveat(code="match.altered"))
    if more_rows:
        caveats.append(Caveat(code="match.more_rows", values=explain.values(count=more_rows)))
    return Match(
        left=left,
        right=right,
        probability=probability,
        verdict=verdict,
        reasons=tuple(sorted(reasons, key=lambda reason: -abs(reason.weight))),
        rivals=rivals,
        caveats=tuple(caveats),
    )


def only_weapon(record: ShowsWeapons) -> RecordedWeapon:
    """The weapon that a record of one shows.

    Raises:
        ValueError: The record shows several weapons, or none.
    """
    shown = record.recorded()
    if len(shown) != 1:
        raise ValueError(f"the record shows {len(shown)} weapons; compare the parts of its recorded()")
    return shown[0]
