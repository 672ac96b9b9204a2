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
