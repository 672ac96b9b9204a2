"""Transfers: arms that went from one hand to another, and where they left the lawful chain, if they did.

>>> from armstrace.parties import Party
>>> transfer = Transfer(word="military-grade weapons", sender=Party.lookup("U.S. armed forces"),
...                     recipient_named="cartels", diversion=DiversionPoint.UNKNOWN)
>>> print(transfer)
arms ("military-grade weapons"): from Armed forces of the United States to cartels (point of diversion unknown)
>>> transfer.diversion.is_settled
False
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from armstrace import explain
from armstrace.counts.value import Count
from armstrace.dates.value import Period
from armstrace.parties import Party
from armstrace.places.place import Place
from armstrace.records.statements.statements import Proposition
from armstrace.weapons.kinds.kind_set import KindSet

_ANY = KindSet()


class DiversionPoint(StrEnum):
    """Where arms left the lawful chain.

    Attributes:
        MANUFACTURE_UNLICENSED: Made outside licensed manufacture.
        PRIVATELY_MADE: Made by a private person; that there is no serial number is then no sign of its removal.
        CONVERTED: Altered from a lawful object.
        IN_TRANSIT: Lost or redirected on the way.
        UNAUTHORIZED_RETRANSFER: Passed on by the lawful recipient against the undertaking.
        STATE_SPONSORED: Supplied by a state to a non-state user, on purpose.
        STOCKPILE_LOSS: Lost from army or police stock.
        STOCKPILE_THEFT: Stolen from army or police stock.
        BATTLEFIELD_CAPTURE: Taken in combat.
        STRAW_PURCHASE: Bought at retail for another.
        PRIVATE_SALE: Sold by an unlicensed seller.
        DEALER_THEFT_OR_LOSS: Stolen or lost from a licensed dealer.
        CIVILIAN_THEFT: Stolen from an owner.
        SMUGGLED_AFTER_LAWFUL_EXPORT: Exported by license, sold abroad, then smuggled.
        UNKNOWN: Not known.
        CONTESTED: Sources name different points; the statements show who names which.
    """

    MANUFACTURE_UNLICENSED = "manufacture_unlicensed"
    PRIVATELY_MADE = "privately_made"
    CONVERTED = "converted"
    IN_TRANSIT = "in_transit"
    UNAUTHORIZED_RETRANSFER = "unauthorized_retransfer"
    STATE_SPONSORED = "state_sponsored"
    STOCKPILE_LOSS = "stockpile_loss"
    STOCKPILE_THEFT = "stockpile_theft"
    BATTLEFIELD_CAPTURE = "battlefield_capture"
    STRAW_PURCHASE = "straw_purchase"
    PRIVATE_SALE = "private_sale"
    DEALER_THEFT_OR_LOSS = "dealer_theft_or_loss"
    CIVILIAN_THEFT = "civilian_theft"
    SMUGGLED_AFTER_LAWFUL_EXPORT = "smuggled_after_lawful_export"
    UNKNOWN = "unknown"
    CONTESTED = "contested"

    @property
    def is_settled(self) -> bool:
        """True if a point is named."""
        return self not in (DiversionPoint.UNKNOWN, DiversionPoint.CONTESTED)


@frozen(kw_only=True)
class Transfer(Proposition):
    """Arms that went, or are stated to have gone, from one holder to another.

    Attributes:
        kinds: What sorts of arms; empty if it is not stated.
        word: What went, in the words of the source.
        count: How many; None if it is not known.
        sender: From whom; None if nobody is named, or the table of parties has nobody of the name.
        sender_named: The sender as the source names it.
        recipient: To whom; None likewise.
        recipient_named: The recipient as the source names it.
        origin: From where.
        destination: To where.
        diversion: Where the arms left the lawful chain.
        period: When.
    """

    kinds: KindSet = _ANY
    word: str = ""
    count: Count | None = None
    sender: Party | None = None
    sender_named: str = ""
    recipient: Party | None = None
    recipient_named: str = ""
    origin: Place | None = None
    destination: Place | None = None
    diversion: DiversionPoint = DiversionPoint.UNKNOWN
    period: Period | None = None

    def label(self, language: explain.Language = "en") -> str:
        """The transfer in one line: what, from whom to whom, where it was diverted."""
        what = self.kinds.label(language) or explain.term("all_arms", language)
        count = f"{self.count} " if self.count is not None else ""
        return explain.say(
            "transfer.line",
            explain.values(
                what=f'{count}{what} ("{self.word}")' if self.word else f"{count}{what}",
                sender=_end(self.sender, self.sender_named, self.origin, language),
                recipient=_end(self.recipient, self.recipient_named, self.destination, language),
                point=f"diversion_{self.diversion}",
            ),
            language,
        )


def _end(party: Party | None, named: str, place: Place | None, language: explain.Language) -> str | None:
    who = party.label(language) if party else named
    return who or (str(place) if place else None)
