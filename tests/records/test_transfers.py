"""Transfers and points of diversion."""

from __future__ import annotations

import pytest

from armstrace._convert import from_plain, to_plain
from armstrace.counts.value import Count
from armstrace.parties.table import Party
from armstrace.places import Place
from armstrace.records.transfers import DiversionPoint, Transfer
from armstrace.weapons.kinds.kind_set import KindSet

FULL = Transfer(
    kinds=KindSet.of("machine_gun"),
    word="M2",
    count=Count.exact(3),
    sender=Party.lookup("U.S. Army"),
    recipient_named="cartels",
    destination=Place.read(country="MX"),
    diversion=DiversionPoint.STOCKPILE_THEFT,
)


@pytest.mark.parametrize(
    ("transfer", "en"),
    [
        (FULL, '3 machine gun ("M2"): from United States Army to cartels (stolen from state stock)'),
        (
            Transfer(origin=Place.read(country="US"), destination=Place.read(country="MX")),
            "arms: from United States to Mexico (point of diversion unknown)",
        ),
        (Transfer(), "arms: from – to – (point of diversion unknown)"),
    ],
)
def test_a_transfer_in_one_line(transfer: Transfer, en: str) -> None:
    assert en == str(transfer)
    assert transfer == from_plain(to_plain(transfer), Transfer)


def test_contested_and_unknown_points_are_not_settled() -> None:
    assert {"unknown", "contested"} == {point.value for point in DiversionPoint if not point.is_settled}
