"""Reasons, caveats and their wording."""

from __future__ import annotations

import math
import string

import pytest

from armstrace import _tables, explain
from armstrace.errors import UnknownEntry
from armstrace.explain import Agreement, Caveat, Reason

EN, ES = (_tables.toml(f"wording/{language}.toml") for language in ("en", "es"))


@pytest.mark.parametrize("part", ["sentences", "terms"])
def test_both_languages_say_the_same_codes(part: str) -> None:
    assert list(EN[part]) == list(ES[part])


@pytest.mark.parametrize("code", EN["sentences"])
def test_both_languages_use_the_same_values(code: str) -> None:
    def slots(sentence: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence)} - {None}

    assert slots(EN["sentences"][code]) == slots(ES["sentences"][code])


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "same caliber: 9x19"), ("es", "mismo calibre: 9x19")],
)
def test_reason_speaks_both_languages(language: explain.Language, said: str) -> None:
    reason = Reason(code="caliber.same", agreement=Agreement.SAME, values=explain.values(left="9x19"), weight=3.0)
    assert said == reason.explain(language)
    assert ("caliber", "same") == (reason.field, reason.level)


def test_codes_in_values_are_translated() -> None:
    given = explain.values(facts=explain.joined(["caliber", "fire_modes"]))
    assert "no consta y ayudaría a resolverlo: calibre, modos de fuego" == explain.say("law.missing", given, "es")


def test_a_value_of_the_language_goes_before_the_other() -> None:
    given = (("left", "pistol"), ("left_es", "pistola"))
    assert "same kind: pistol" == explain.say("kind.same", given)
    assert "mismo tipo: pistola" == explain.say("kind.same", given, "es")
    assert "mismo tipo: pistol" == explain.say("kind.same", given[:1], "es")


def test_absent_value_shows_as_a_dash() -> None:
    assert "different makes: Colt and –" == explain.say("make.different", (("left", "Colt"),))


def test_hostile_values_are_only_text() -> None:
    """A value is never taken for a template."""
    assert "same make: {right} {0} %s" == explain.say("make.same", (("left", "{right} {0} %s"),))


def test_unknown_code_and_language_are_errors() -> None:
    with pytest.raises(UnknownEntry, match=r"wording.*no\.such"):
        Caveat(code="no.such").explain()
    with pytest.raises(UnknownEntry, match="languages"):
        explain.say("make.same", (), "fr")  # type: ignore[arg-type]  # wrong on purpose


def test_term_without_a_word_is_the_code() -> None:
    assert explain.term("no_such_term", "es") == "no_such_term"


def test_missing_values_are_left_out() -> None:
    assert explain.values(left=None, right=0) == (("right", "0"),)


@pytest.mark.parametrize("weight", [math.inf, -math.inf, math.nan])
def test_no_reason_counts_without_bounds(weight: float) -> None:
    with pytest.raises(ValueError, match="counts some bits"):
        Reason(code="serial.equal", agreement=Agreement.SAME, weight=weight)
