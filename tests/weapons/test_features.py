"""Actions, fire modes, feeds and propulsions, and their names."""

from __future__ import annotations

import pytest

from armstrace import _tables
from armstrace.weapons.features import Action, Feed, FireMode, Propulsion, fires_automatically

ALL = [*Action, *FireMode, *Feed, *Propulsion]


@pytest.mark.parametrize("feature", ALL, ids=lambda feature: f"{type(feature).__name__}.{feature}")
def test_each_feature_has_a_name_in_each_language(feature):
    assert all(feature.label(language) for language in ("en", "es", "pt"))
    assert feature.label() == feature.label("en")


def test_the_table_has_no_row_too_many():
    assert len(ALL) == len(_tables.rows("kinds/features.csv"))


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        (Action.BOLT, "B"),
        (Action.LEVER, "L"),
        (Action.PUMP, "P"),
        (Action.REVOLVING, "R"),
        (Action.SINGLE_SHOT, "S"),
        (FireMode.AUTOMATIC, "A"),
        (FireMode.SEMI_AUTOMATIC, "I"),
        (Propulsion.JET, "J"),
        (Action.SELF_LOADING, None),
        (Feed.BELT, None),
    ],
)
def test_ncic_characters_only_where_they_were_seen(feature, expected):
    assert expected == feature.ncic


@pytest.mark.parametrize(
    ("modes", "expected"),
    [
        (None, None),
        (frozenset(), None),
        ({FireMode.MANUAL}, False),
        ({FireMode.SEMI_AUTOMATIC}, False),
        ({FireMode.SEMI_AUTOMATIC, FireMode.BURST}, True),
        ({FireMode.AUTOMATIC}, True),
    ],
)
def test_burst_is_automatic_and_unknown_is_not_no(modes, expected):
    assert expected is fires_automatically(modes if modes is None else frozenset(modes))
