"""The agreement of two models."""

from __future__ import annotations

import pytest

from armstrace.weapons import models
from armstrace.weapons.models.agreement import ModelLevel
from armstrace.weapons.models.registry import Model, ModelEntry


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("m16a2", "m16a2", ModelLevel.SAME),
        ("m16", "m16a2", ModelLevel.BROADER),
        ("taurus-pt111", "taurus-pt111-g2", ModelLevel.BROADER),
        ("m16a1", "m16a2", ModelLevel.VARIANT),
        ("m1a", "m14", ModelLevel.PATTERN),
        ("m4", "colt-ar-15", ModelLevel.PATTERN),
        ("m16", "ak", ModelLevel.DIFFERENT),
        ("glock-19", "sw-19", ModelLevel.DIFFERENT),
        ("ruger-lcp", "ruger-lc9", ModelLevel.DIFFERENT),
    ],
)
def test_levels(left, right, expected):
    pair = ModelEntry.get(left).model(), ModelEntry.get(right).model()
    assert models.compare(*pair) is expected
    assert models.compare(*reversed(pair)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Model(id=None, name="ZX-1"), Model(id=None, name="zx 1"), ModelLevel.SAME),
        (Model(id=None, name="ZX-1"), Model(id=None, name="ZX-2"), ModelLevel.UNKNOWN),
        (Model(id=None, name="M-2"), Model(id="m2", name="M2"), ModelLevel.BROADER),
        (Model(id=None, name="ZX-1"), Model(id="m2", name="M2"), ModelLevel.UNKNOWN),
        (None, Model(id="m2", name="M2"), ModelLevel.UNKNOWN),
        (None, None, ModelLevel.UNKNOWN),
    ],
)
def test_levels_with_what_is_not_registered(left, right, expected):
    assert models.compare(left, right) is expected
    assert models.compare(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Glock 19 Gen5", "Glock 19 Gen 5", ModelLevel.SAME),
        ("Glock 19", "Glock 19 Gen5", ModelLevel.BROADER),
        ("Glock 19 MOS", "Glock 19 Gen5 MOS", ModelLevel.BROADER),
        ("Glock 19 Gen3", "Glock 19 Gen5", ModelLevel.VARIANT),
        ("Glock 19", "Glock 19X", ModelLevel.PATTERN),
        ("Mini Draco", "Draco", ModelLevel.BROADER),
        ("Mini Draco", "Micro Draco", ModelLevel.VARIANT),
        ("PPK", "PPK/S", ModelLevel.BROADER),
        ("Mini Uzi", "Uzi", ModelLevel.BROADER),
        ("Mini Uzi", "Micro Uzi", ModelLevel.VARIANT),
        ("MP5K", "MP5SD", ModelLevel.VARIANT),
        ("92FS", "Beretta 92", ModelLevel.BROADER),
        ("Beretta 92", "Beretta 96", ModelLevel.PATTERN),
        ("SIG P226", "SIG P229", ModelLevel.DIFFERENT),
        ("Mini-14", "Mini-30", ModelLevel.DIFFERENT),
        ("AR-15", "AR-10", ModelLevel.UNKNOWN),
        ("870 Express", "870 Wingmaster", ModelLevel.VARIANT),
    ],
)
def test_levels_of_what_is_read(left, right, expected):
    pair = [models.read(text).model for text in (left, right)]
    assert models.compare(*pair) is expected
    assert models.compare(*reversed(pair)) is expected


def test_a_longer_designation_that_is_not_registered_is_a_variant():
    longer, family = Model(id=None, name="MCX Zulu"), Model.get("sig-mcx")
    assert models.compare(longer, family) is models.compare(family, longer) is ModelLevel.BROADER
    assert models.compare(Model(id=None, name="MCXZulu"), family) is ModelLevel.UNKNOWN
    assert models.compare(Model(id=None, name="XCM Zulu"), family) is ModelLevel.UNKNOWN
