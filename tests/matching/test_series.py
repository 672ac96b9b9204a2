"""How dense a list is around a number."""

from __future__ import annotations

import pytest

from armstrace.matching.series import Series
from armstrace.weapons.serials import SerialNumber


def series(*texts: str, window: int = 10) -> Series:
    return Series.of((SerialNumber.parse(text) for text in texts), window=window)


@pytest.mark.parametrize(
    ("listed", "text", "density"),
    [
        ((), "A123456", 0.5 / 20),
        (("A123456",), "A123456", 1.5 / 20),
        (("A123456",), "A123466", 1.5 / 20),
        (("A123456",), "A123467", 0.5 / 20),
        (("A123456", "A123446"), "A123456", 2.5 / 20),
        (("A123456",), "B123456", 0.5 / 20),
        (("A123456",), "A0123456", 0.5 / 20),
        (("1-34237-2004", "1-34238-2004"), "1-34240-2004", 2.5 / 20),
        (("S/N", "LIMADA", "A123456"), "A123456", 1.5 / 20),
        (("AB12",), "AB12", 0.5 / 20),
    ],
)
def test_density(listed: tuple[str, ...], text: str, density: float) -> None:
    assert density == pytest.approx(series(*listed).density(text))


def test_a_full_series_is_never_denser_than_all() -> None:
    full = series(*(f"A{n:06}" for n in range(100)))
    assert 1.0 == full.density("A000050")


def test_a_number_listed_twice_counts_once() -> None:
    assert series("A123456").density("A123456") == series("A123456", "A123456").density("A123456")
