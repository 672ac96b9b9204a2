"""How much of what was found is on the list."""

from __future__ import annotations

import math

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace.formats.json import from_json, to_json
from armstrace.matching.match_model import MatchModel
from armstrace.matching.prevalence import Prevalence

MODEL = MatchModel.default()
START = Prevalence.estimate((), MODEL)

likelihoods = st.floats(0, 1e12)
positive = st.floats(1e-6, 1e6)


@st.composite
def any_shares(draw: st.DrawFn) -> Prevalence:
    parts = draw(st.lists(st.floats(0.001, 1), min_size=3, max_size=3))
    listed, unlisted, other = (part / sum(parts) for part in parts)
    return Prevalence(listed=listed, unlisted=unlisted, other=other)


@given(any_shares(), st.lists(likelihoods, max_size=8), likelihoods, positive)
def test_posterior_is_a_distribution(
    shares: Prevalence, candidates: list[float], unlisted: float, other: float
) -> None:
    given_each = shares.posterior(candidates, unlisted, other)
    assert len(given_each) == len(candidates)
    assert all(0 <= each <= 1 for each in given_each)
    assert sum(given_each) <= 1 + 1e-12
    order = sorted(range(len(candidates)), key=candidates.__getitem__)
    assert [given_each[place] for place in order] == sorted(given_each)


@given(any_shares(), st.lists(likelihoods, min_size=1, max_size=8), likelihoods, likelihoods, positive)
def test_an_unlisted_weapon_that_fits_takes_from_all(
    shares: Prevalence, candidates: list[float], one: float, more: float, other: float
) -> None:
    few, many = (shares.posterior(candidates, each, other) for each in sorted((one, more)))
    assert all(after <= before + 1e-12 for before, after in zip(few, many, strict=True))


def test_nothing_listed_is_none_of_them() -> None:
    assert [] == START.posterior([], unlisted=1.0)
    assert [0.0] == START.posterior([0.0], unlisted=0.0)


def test_a_rival_that_fits_alike_gets_as_much() -> None:
    one, other = START.posterior([8.0, 8.0], unlisted=0.0)
    assert one == other < 0.5
    (alone,) = START.posterior([8.0], unlisted=0.0)
    assert alone > one


def test_without_evidence_as_the_model_says() -> None:
    assert (MODEL.listed, MODEL.unlisted) == (START.listed, START.unlisted)
    assert pytest.approx(1) == START.listed + START.unlisted + START.other
    assert from_json(to_json(START)) == START


evidence = st.lists(st.tuples(likelihoods, likelihoods, positive), max_size=30)


@given(evidence)
def test_shares_add_up(found: list[tuple[float, float, float]]) -> None:
    shares = Prevalence.estimate(found, MODEL)
    assert all(0 <= each <= 1 for each in (shares.listed, shares.unlisted, shares.other))
    assert pytest.approx(1) == shares.listed + shares.unlisted + shares.other


@given(evidence, st.floats(1.5, 100))
def test_more_for_the_list_never_makes_its_share_less(found: list[tuple[float, float, float]], factor: float) -> None:
    more = [(listed * factor, unlisted, other) for listed, unlisted, other in found]
    assert Prevalence.estimate(more, MODEL).listed >= Prevalence.estimate(found, MODEL).listed - 1e-9


@pytest.mark.parametrize(
    ("kind", "share"), [((1e9, 0.0, 1.0), "listed"), ((0.0, 1e9, 1.0), "unlisted"), ((0.0, 0.0, 1.0), "other")]
)
def test_found_weapons_move_the_shares_as_far_as_they_are_many(kind: tuple[float, float, float], share: str) -> None:
    grown = [getattr(Prevalence.estimate([kind] * count, MODEL), share) for count in (0, 1, 40, 4000)]
    assert grown == sorted(grown)
    assert grown[1] - grown[0] < 0.05
    assert grown[-1] > 0.9
    # what is expected first counts as much as so many found weapons
    firm = attrs.evolve(MODEL, strength=4000)
    assert getattr(Prevalence.estimate([kind] * 40, firm), share) < grown[2]


@pytest.mark.parametrize(
    ("listed", "unlisted", "other"),
    [(0.5, 0.5, 0.1), (0.5, 0.5, -0.1), (1.5, -0.5, 0.0), (0.3, 0.3, 0.3), (math.nan, 0.5, 0.5)],
)
def test_no_shares(listed: float, unlisted: float, other: float) -> None:
    assert 1 == Prevalence(listed=1, unlisted=0, other=0).listed
    with pytest.raises(ValueError, match=r"listed|other|add up"):
        Prevalence(listed=listed, unlisted=unlisted, other=other)
