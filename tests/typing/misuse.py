"""Calls that a type checker must refuse: each comment is an error itself where nothing is refused. Never run."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from datetime import date

from armstrace import Caliber, KindSet, Scheme, Weapon, classify, compare, from_json, link


def missing_day(weapon: Weapon) -> None:
    """No law without a day."""
    classify(weapon, Scheme.MX)  # type: ignore[call-arg]


def flag_without_name(weapon: Weapon) -> None:
    """The day is named."""
    classify(weapon, Scheme.MX, date(2024, 1, 22))  # type: ignore[call-arg]


def frozen(weapon: Weapon) -> None:
    """A value is not changed."""
    weapon.kinds = KindSet()  # type: ignore[misc]


def no_such_field(weapon: Weapon) -> None:
    """A field that is not there."""
    print(weapon.calibre)  # type: ignore[attr-defined]


def maybe_missing(weapon: Weapon) -> None:
    """What may be None is asked first."""
    print(weapon.caliber.bore)  # type: ignore[union-attr]


def records_only(weapon: Weapon) -> None:
    """A weapon alone is no record: it has no citation."""
    compare(weapon, weapon)  # type: ignore[arg-type]
    link([weapon], [weapon])  # type: ignore[list-item]


def other_words(text: str) -> None:
    """Only the words that are known."""
    from_json(text, unknown="drop")  # type: ignore[call-overload]
    Caliber.parse(text).explain("fr")  # type: ignore[attr-defined]
