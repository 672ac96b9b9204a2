"""Results print on a line or a few, however long the lists are."""

from __future__ import annotations

import pytest

from armstrace import samples
from armstrace.matching.compare import compare
from armstrace.matching.duplicates import deduplicate
from armstrace.matching.evaluation.evaluate import evaluate
from armstrace.matching.learning.fit import fit
from armstrace.matching.link import link
from armstrace.matching.match_model import MatchModel

FOUND, LISTED = samples.seizures().records, samples.stock().records
MATCHES, DUPLICATES = link(FOUND, LISTED), deduplicate(FOUND)
LEAD = MATCHES.leads[0]
TRUTH = [(LEAD.left.reference, LEAD.right.reference)]


@pytest.mark.parametrize(
    ("result", "begin"),
    [
        (MATCHES, "61 found weapons against 400 listed: "),
        (MATCHES.account, "61 found weapons against 400 listed: "),
        (MATCHES.stamp, "model 2; left "),
        (MATCHES.prevalence, "Prevalence(listed=0."),
        (MATCHES.by_found[0], "EJ-001: matched, 1 listed"),
        (MATCHES.unmatched[0], "EJ-002: no listed serial number is similar"),
        (LEAD, "EJ-001 and US-"),
        (compare(LEAD.left, LEAD.right), "EJ-001 and US-"),
        (DUPLICATES, "records: 61; "),
        (DUPLICATES.clusters[0], "records that seem to describe one weapon: "),
        (evaluate(MATCHES, TRUTH), f"{len(MATCHES.leads)} pairs given as leads, 1 true pairs, 1 in both; precision: "),
        (fit(MatchModel.default(), [(LEAD.left, LEAD.right, True)]), "nothing was learned from 1 pairs"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_results_print_on_a_line(result: object, begin: str) -> None:
    shown = str(result)
    assert shown.startswith(begin)
    assert len(shown) <= 320
    assert shown.count("\n") <= 1


@pytest.mark.parametrize("result", [MATCHES, DUPLICATES], ids=lambda value: type(value).__name__)
def test_the_repr_of_a_set_is_short(result: object) -> None:
    assert len(repr(result)) < 2000
