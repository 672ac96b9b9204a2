"""The match model: a value with published weights."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _tables
from armstrace.errors import UnknownEntry
from armstrace.formats.json import from_json, to_json
from armstrace.matching import model

MODEL = model.default()


def test_missing_weighs_nothing() -> None:
    unknown = [code for code, _ in MODEL.weights if code.endswith(".unknown")]
    assert len(unknown) == 7
    assert all(MODEL.weight(code) == 0 for code in unknown)


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


def test_each_level_has_a_sentence() -> None:
    for language in ("en", "es"):
        sentences = _tables.toml(f"wording/{language}.toml")["sentences"]
        levels = {code for code, _ in MODEL.weights} - {"serial.per_digit", "serial.per_letter", "serial.cap"}
        assert levels <= sentences.keys()


def test_unknown_level() -> None:
    with pytest.raises(UnknownEntry, match=r"serial\.guess"):
        MODEL.weight("serial.guess")


@pytest.mark.parametrize("change", [{"listed": 0.0}, {"listed": 1.0}, {"list_length": 0}, {"lead": 1.5}])
def test_impossible_models(change: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(change))):
        attrs.evolve(MODEL, **change)


def test_another_model_is_a_value() -> None:
    strict = attrs.evolve(MODEL, lead=0.99)
    assert (0.99, MODEL.weight("make.same")) == (strict.lead, strict.weight("make.same"))
    assert strict == from_json(to_json(strict))
    assert strict != MODEL


@given(st.lists(st.floats(-60, 60), max_size=6), st.floats(0.01, 0.99), st.integers(1, 10**7))
def test_posterior_is_a_distribution(bits: list[float], listed: float, length: int) -> None:
    shares = model.posterior(bits, listed=listed, list_length=length)
    assert len(shares) == len(bits) + 1
    assert sum(shares) == pytest.approx(1)
    order = sorted(range(len(bits)), key=lambda i: bits[i])
    assert [shares[i] for i in order] == sorted(shares[:-1])


def test_nothing_listed_is_none_of_them() -> None:
    assert [1.0] == model.posterior([], listed=0.25, list_length=10)
