"""Lawful channels by which US civilians could have had such a weapon: ordinary commerce, registration, none, or open.

A channel is about the class of the thing, not about how a piece came to where it was found: every answer names the
ways that stay possible. Fully automatic is a function, not a source.

The question of a newspaper, for three things found in Mexico in 2023:

>>> import datetime
>>> from armstrace.law.classification.schemes import Scheme
>>> from armstrace.weapons.reader import read_weapon
>>> day = datetime.date(2023, 6, 1)
>>> for cells in (
...     {"kind": "AMETRALLADORA", "caliber": "7.62x51"},
...     {"kind": "LANZACOHETES"},
...     {"kind": "FUSIL SEMIAUTOMATICO", "caliber": ".50 BMG"},
... ):
...     weapon = read_weapon(cells, language="es").weapon
...     mexican = classify(weapon, Scheme.MX, on=day)
...     lawful = us_channel(weapon, on=day)
...     print(cells["kind"], mexican.outcome, lawful.channel.value, *lawful.settles_with())
AMETRALLADORA military_exclusive undetermined possessed_before_1986
LANZACOHETES military_exclusive registered_only
FUSIL SEMIAUTOMATICO undetermined undetermined barrel_length
>>> for way in lawful.explain().splitlines()[-1].split("; "):
...     print(way)
not excluded: theft
conversion of a civilian gun
lawful export to the forces of Mexico or another state and loss there
leftover foreign stock
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from armstrace import explain as wording
from armstrace.law.classification.circumstances import NONE_STATED, Circumstances
from armstrace.law.classification.classification import Classification
from armstrace.law.classification.classify import classify
from armstrace.law.classification.schemes import Scheme

if TYPE_CHECKING:
    from armstrace.dates.arguments import Day
    from armstrace.explain import Language
    from armstrace.law.classification.arguments import WeaponArgument


class Channel(StrEnum):
    """A lawful way for US civilians to have a class of weapons. State law is not read."""

    ORDINARY_COMMERCE = "ordinary_commerce"  #: Sold as ordinary firearms are.
    REGISTERED_ONLY = "registered_only"  #: Passed between private hands only if registered and approved.
    NONE_LAWFUL = "none_lawful"  #: None lawful for civilians.
    UNDETERMINED = "undetermined"  #: Not settled by what is known.


_OF_CLASS = {
    "title_i_common": Channel.ORDINARY_COMMERCE,
    "nfa_transferable": Channel.REGISTERED_ONLY,
    "military_or_government_only": Channel.NONE_LAWFUL,
}
# what no class of a weapon excludes
NOT_EXCLUDED = ("way_theft", "way_conversion", "way_export_and_loss", "way_leftover_stock")


@frozen(kw_only=True)
class ChannelAnswer:
    """The channel, the class on which it rests, and what it does not exclude.

    Attributes:
        channel: The channel.
        rests_on: The class by US_AVAILABILITY.
        not_excluded: Ways by which such a weapon may have got to where it was found, whatever the channel.
    """

    channel: Channel
    rests_on: Classification
    not_excluded: tuple[str, ...] = NOT_EXCLUDED

    def __str__(self) -> str:
        return f"{self.channel} ({self.rests_on})"

    def settles_with(self) -> tuple[str, ...]:
        """The facts of which any would settle the channel alone."""
        return self.rests_on.settles_with()

    def explain(self, language: Language = "en") -> str:
        """The note on the class, and what is not excluded."""
        ways = "; ".join(wording.term(way, language) for way in self.not_excluded)
        last = wording.say("law.not_excluded", wording.values(ways=ways), language)
        return f"{self.rests_on.explain(language)}\n{last}"


def us_channel(weapon: WeaponArgument, *, on: Day | None, given: Circumstances = NONE_STATED) -> ChannelAnswer:
    """The lawful channel by which US civilians could have had such a weapon on the day *on*."""
    answer = classify(weapon, Scheme.US_AVAILABILITY, on=on, given=given)
    return ChannelAnswer(channel=_OF_CLASS.get(answer.outcome, Channel.UNDETERMINED), rests_on=answer)
