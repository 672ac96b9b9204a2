"""What a record hands on with each weapon it shows."""

import pytest

from armstrace.records.custody import CustodyRecord
from armstrace.records.recorded import RecordedWeapon
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


@pytest.mark.parametrize("count", [0, -1])
def test_a_record_shows_one_weapon_or_more(count):
    with pytest.raises(ValueError, match="count"):
        RecordedWeapon(weapon=Weapon(), citation=ROW, count=count)


def test_a_recorded_weapon_prints_on_a_line():
    assert "stock.csv, row 2: kind unknown, serial not recorded" == str(RecordedWeapon(weapon=Weapon(), citation=ROW))
