"""The inputs of strangers: no reader does worse on them than on the day of its first look."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

sys.path.insert(0, str(ROOT / "evaluation"))
import first_look  # noqa: E402 (a script beside the tests)
from first_look_labels import Outcome, verdict  # noqa: E402 (the scripts are found by the path above)

# a reader that was not there on the day of a round has no verdicts in its set
SETS = [
    path
    for path in sorted((ROOT / "evaluation/first_look").glob("round_*/*.tsv"))
    if "verdict" in first_look.rows(path)[0]
]
PASSING = {Outcome.RIGHT.value, Outcome.WIDER.value}
SILENT = {Outcome.WRONG_SILENT.value, Outcome.INCOMPLETE_SILENT.value}


def spoiled(before, now):
    """True if an answer that was right is wrong now and nothing shows it."""
    return before in PASSING and now in SILENT


@pytest.mark.parametrize("path", SETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_reader_does_worse_than_at_first(path):
    before = [row["verdict"] for row in first_look.rows(path)]
    now = [row["verdict"] for row in first_look.run(path.parent, path.stem)]
    assert len(now) == len(before)
    assert sum(each in PASSING for each in now) >= sum(each in PASSING for each in before)
    assert not [row for row, old, new in zip(first_look.rows(path), before, now, strict=True) if spoiled(old, new)]


@pytest.mark.parametrize(
    ("expected", "answered", "outcome"),
    [
        ("45-acp", "45-acp", Outcome.RIGHT),
        ("45-acp", "~45-acp", Outcome.WIDER),
        ("~45-acp", "45-acp", Outcome.RIGHT),
        ("45-acp / 45-colt", "45-acp / 45-colt / 45-gap", Outcome.WIDER),
        ("45-acp / 45-colt", "45-acp", Outcome.WRONG_SILENT),
        ("45-acp", "45-colt", Outcome.WRONG_SILENT),
        ("45-acp; 9x19mm", "9x19mm", Outcome.INCOMPLETE_SILENT),
        ("9x19mm", "9x19mm; 45-acp", Outcome.WRONG_SILENT),
        ("none", "none", Outcome.RIGHT),
    ],
)
def test_verdicts(expected, answered, outcome):
    assert verdict(expected, answered, noted=False) is outcome


def test_what_is_noted_is_less_bad():
    assert verdict("45-acp", "none", noted=True) is Outcome.REFUSED
    assert verdict("45-acp", "45-colt", noted=True) is Outcome.WRONG_NOTED
    assert verdict("45-acp; 9x19mm", "9x19mm", noted=True) is Outcome.INCOMPLETE_NOTED
