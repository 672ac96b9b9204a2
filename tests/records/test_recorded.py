"""What a record hands on with each weapon it shows."""

from armstrace.records.custody import CustodyRecord
from armstrace.sources import Citation, Source
from armstrace.weapons.weapon import Weapon

ROW = Citation(source=Source(title="stock.csv"), row=2)


def test_a_custody_record_says_which_list_and_whose_hands():
    record = CustodyRecord(weapon=Weapon(), list_name="DEALER_SALES", holder="A. Smith, Inc.", citation=ROW)
    (shown,) = record.recorded()
    assert ("DEALER_SALES", "A. Smith, Inc.") == (shown.list_name, shown.holder)


def test_what_the_record_does_not_say_stays_unsaid():
    (shown,) = CustodyRecord(weapon=Weapon(), citation=ROW).recorded()
    assert (None, None) == (shown.list_name, shown.holder)
