"""Times of day beside a date."""

from __future__ import annotations

import pytest

from armstrace.dates.clock import without_time

DROPPED = ("date.time_dropped",)


@pytest.mark.parametrize(
    ("text", "expected", "caveats"),
    [
        ("05/03/2019", "05/03/2019", ()),
        ("05/03/2019 00:00", "05/03/2019", ()),
        ("05/03/2019 24:00:00", "05/03/2019", ()),
        ("05/03/2019 12:00:00 AM", "05/03/2019", ()),
        ("05/03/2019 12:00:00 a. m.", "05/03/2019", ()),
        ("05/03/2019 12:00:00 PM", "05/03/2019", DROPPED),
        ("05/03/2019 00:00:01", "05/03/2019", DROPPED),
        ("2019-03-05T14:30:00.000Z", "2019-03-05", DROPPED),
        ("2019-03-05T00:00:00-06:00", "2019-03-05", ()),
        ("05/03/2019 14:30 (CST)", "05/03/2019", DROPPED),
        ("05/03/2019 - 14:30 hrs", "05/03/2019", DROPPED),
        ("05/03/2019 14 hrs.", "05/03/2019", DROPPED),
        ("05/03/2019, 14h30", "05/03/2019", DROPPED),
        ("05/03/2019 0 h", "05/03/2019", ()),
        ("05/03/2019 25:00", "05/03/2019 25:00", ()),
        ("05/03/2019 10:60", "05/03/2019 10:60", ()),
        ("05/03/2019 25 hrs", "05/03/2019 25 hrs", ()),
        ("14:30", "", DROPPED),
        ("ratio 3:2", "ratio 3:2", ()),
    ],
)
def test_times(text, expected, caveats):
    assert without_time(text) == (expected, caveats)
