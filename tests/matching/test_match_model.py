"""The match model: a value with published weights."""

from __future__ import annotations

import math
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.errors import UnknownEntry
from armstrace.formats.json import from_json, to_json
from armstrace.matching.match_model import MatchModel

MODEL = MatchModel.default()


@pytest.mark.parametrize(
    "order",
    [
        ("caliber.same", "caliber.interchangeable", "caliber.possible", "caliber.same_bore", "caliber.conflict"),
        ("make.same", "make.related", "make.similar", "make.different"),
        ("model.same", "model.broader", "model.pattern", "model.variant", "model.different"),
        ("kind.same", "kind.compatible", "kind.different"),
    ],
)
def test_closer_levels_weigh_more(order: tuple[str, ...]) -> None:
    weights = [MODEL.weight(code) for code in order]
    assert weights == sorted(weights, reverse=True)


def test_unknown_level() -> None:
    with pytest.raises(UnknownEntry, match=r"serial\.guess"):
        MODEL.weight("serial.guess")


CHANGES = [
    {"listed": 0.0},
    {"listed": 1.0},
    {"list_length": 0},
    {"batch": 0},
    {"shortest": -1},
    {"lead": 1.5},
    {"strength": 0.0},
    {"strength": math.inf},
    {"inconclusive": 0.6, "lead": 0.5},
    {"capped": (("make.diferent", "contradicted"),)},
    {"weights": MODEL.weights[1:]},
    {"weights": (*MODEL.weights, ("make.unheard", 1.0))},
    {"weights": (*MODEL.weights[:-1], MODEL.weights[0])},
    {"weights": (*MODEL.weights, MODEL.weights[0])},
    {"weights": ((MODEL.weights[0][0], math.nan), *MODEL.weights[1:])},
]


@pytest.mark.parametrize("change", CHANGES)
def test_impossible_models(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(change))):
        attrs.evolve(MODEL, **change)


def test_another_model_is_a_value() -> None:
    strict = attrs.evolve(MODEL, lead=0.99)
    assert (0.99, MODEL.weight("make.same")) == (strict.lead, strict.weight("make.same"))
    assert strict == from_json(to_json(strict)) == pickle.loads(pickle.dumps(strict))
    assert strict != MODEL


@pytest.mark.parametrize("listed", [0.5, 0.6])
def test_other_lines_have_a_share(listed: float) -> None:
    with pytest.raises(ValueError, match="no share for other lines"):
        attrs.evolve(MODEL, listed=listed, unlisted=0.5)
    assert 0.5 == attrs.evolve(MODEL, listed=0.499, unlisted=0.5).unlisted


def test_each_capped_level_exists_and_says_why() -> None:
    for language in ("en", "es"):
        terms = _tables.toml(f"wording/{language}.toml")["terms"]
        for code, cause in MODEL.capped:
            assert MODEL.weight(code) < 0 or code.startswith("serial.")
            assert f"no_lead_{cause}" in terms
    assert {"serial.neighbor", "date.before_record", "make.different", "caliber.conflict"} == dict(MODEL.capped).keys()


def test_bits_of_a_serial_number() -> None:
    digit, letter = MODEL.weight("serial.per_digit"), MODEL.weight("serial.per_letter")
    assert 0 == MODEL.serial_bits("") == MODEL.serial_bits("??")
    assert 3 * digit + 2 * letter == pytest.approx(MODEL.serial_bits("AB1?23"))


def test_longer_texts_weigh_no_more_than_the_longest_number() -> None:
    assert MODEL.serial_bits("1" * 63) < MODEL.serial_bits("1" * 64) == MODEL.serial_bits("1" * 10_000)


@given(st.text("0159AOZ?", max_size=80), st.sampled_from("0A?"))
def test_more_characters_never_weigh_less(text: str, more: str) -> None:
    assert 0 <= MODEL.serial_bits(text) <= MODEL.serial_bits(text + more)


@pytest.mark.parametrize(("bits", "fits"), [(60, True), (60.5, False), (-60, True), (-61, False)])
def test_a_weight_has_bounds(bits: float, fits: bool) -> None:
    if fits:
        assert bits == MODEL.with_weights({"make.same": bits}, version="own").weight("make.same")
    else:
        with pytest.raises(ValueError, match=r"make\.same"):
            MODEL.with_weights({"make.same": bits}, version="own")


def test_what_is_missing_weighs_nothing_in_any_model() -> None:
    with pytest.raises(ValueError, match="missing value"):
        MODEL.with_weights({"date.unknown": 0.5}, version="own")
