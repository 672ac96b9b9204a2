"""The comparison of two records: are they the same weapon?

`compare` looks at one pair, `armstrace.link` at two lists. A match is never more than a lead to check.

>>> from armstrace.records.recorded import RecordedWeapon
>>> from armstrace.sources import Citation, Source
>>> from armstrace.weapons.serials import SerialNumber
>>> from armstrace.weapons.weapon import Weapon
>>> def row(title, number, serial):
...     weapon = Weapon(serial=SerialNumber.parse(serial))
...     return RecordedWeapon(weapon=weapon, citation=Citation(source=Source(title=title), row=number))
>>> match = compare(row("found.csv", 3, "SERIE: 96714-62"), row("stock.csv", 8, "9671462"))
>>> match.reasons[0].explain()
'same serial number in another spelling: 96714-62 and 9671462'
>>> match.verdict
<Verdict.LEAD: 'lead'>
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from armstrace.matching.arguments import only_weapon
from armstrace.matching.comparisons import serials, table
from armstrace.matching.match import Match
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence

if TYPE_CHECKING:
    from armstrace.records.recorded import ShowsWeapons


def compare(left: ShowsWeapons, right: ShowsWeapons, *, using: MatchModel | None = None) -> Match:
    """The match of two records, as if drawn from a list of the model's length.

    Args:
        left: The found weapon: a record of one weapon, such as a seizure of one item.
        right: The listed weapon: a record of one weapon, such as a custody record.
        using: The match model; by default the packaged one.

    Raises:
        TypeError: An argument is no record of weapons.
        ValueError: A record shows several weapons; compare the parts of its ``recorded()``.
    """
    model = using or MatchModel.default()
    found, listed = only_weapon(left, "left"), only_weapon(right, "right")
    agreed = serials.agreement(found.weapon.serial, listed.weapon.serial, model)
    things = table.reasons(table.THINGS, found, listed, model)
    reasons = (
        serials.reason(found.weapon.serial, listed.weapon.serial, agreed, model),
        *things,
        *table.reasons(table.CIRCUMSTANCES, found, listed, model),
    )
    bits = sum(reason.weight for reason in reasons)
    unlisted = 0.0
    if table.same_batch(found, listed) and not agreed.near:
        unlisted = model.batch * math.exp2(bits)
    elif agreed.near and agreed.cost > 0:
        # an unlisted weapon of the line may have the number that was read, unless that is the listed one's
        line_bits = model.serial_bits(found.weapon.serial.compact) + sum(reason.weight for reason in things)
        unlisted = model.density * math.exp2(line_bits)
    length = model.list_length
    prevalence = Prevalence.estimate((), model)
    probability, unlisted = prevalence.posteriors([math.exp2(bits) / length], unlisted / length)
    return Match.of(found, listed, reasons, probability, using=model, unlisted=unlisted)
