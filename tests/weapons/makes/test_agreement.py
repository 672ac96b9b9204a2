"""The agreement of two makes."""

from __future__ import annotations

import pytest

from armstrace.weapons import makes
from armstrace.weapons.makes.agreement import MakeLevel
from armstrace.weapons.makes.registry import Make


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("GLOCK", "Glok", MakeLevel.SAME),
        ("Marlin", "Ruger", MakeLevel.RELATED),
        ("Ruger", "Marlin", MakeLevel.RELATED),
        ("Remington", "Remington Rand", MakeLevel.DIFFERENT),
        ("Glock", "Ruger", MakeLevel.DIFFERENT),
        ("Acme Works", "ACME  WORKS", MakeLevel.SAME),
        ("Acme Works", "Acme Worms", MakeLevel.SIMILAR),
        ("Acme Works", "Glock", MakeLevel.UNKNOWN),
        ("Acme Works", "Zenobia", MakeLevel.UNKNOWN),
        ("GLOCC LLC", "Glock", MakeLevel.UNKNOWN),
        ("COLE", "Colt", MakeLevel.SIMILAR),
        ("S/M", "Glock", MakeLevel.UNKNOWN),
        ("CHINA", "CHINA", MakeLevel.UNKNOWN),
    ],
)
def test_levels(left, right, expected):
    pair = [reading.make if reading else None for reading in map(makes.read, (left, right))]
    assert makes.compare(*pair) is expected
    assert makes.compare(*reversed(pair)) is expected


def test_an_unregistered_make_of_a_registered_name_is_not_the_same():
    assert makes.compare(Make(id=None, name="Glock"), Make.get("glock")) is MakeLevel.UNKNOWN
