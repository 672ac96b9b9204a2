"""The tables of words, which anyone may edit."""

from __future__ import annotations

import collections

import pytest

from armstrace import _tables
from armstrace.dates import calendar as _calendar
from armstrace.dates.prose.words import tokens

LANGUAGES = ("en", "es")


def phrases(content: object) -> list[tuple[str, str]]:
    groups = content.items() if isinstance(content, dict) else [("", content)]
    return [(phrase, code) for code, group in groups for phrase in group]


def test_both_languages_have_the_same_roles():
    english, spanish = (_tables.toml(f"dates/{language}.toml") for language in LANGUAGES)
    assert list(english) == list(spanish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_means_two_things_in_one_role(language):
    for role, content in _tables.toml(f"dates/{language}.toml").items():
        found = collections.Counter(tuple(token.text for token in tokens(phrase)) for phrase, _ in phrases(content))
        assert not [words for words, count in found.items() if count > 1 or not words], role


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_vague_word_and_season_has_a_meaning(language):
    table = _tables.toml(f"dates/{language}.toml")
    meant = {(row["word"], row["unit"]) for row in _tables.rows("dates/vague.csv")}
    for word in table["vague"]:
        assert {(word, unit) for unit in ("week", "month", "quarter", "half", "year", "decade")} <= meant
    for season in table["season"]:
        assert (season, "year") in meant


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_months_and_weekdays_are_whole(language):
    assert sorted(set(_calendar.months(language).values())) == list(range(1, 13))
    assert sorted(set(_calendar.weekdays(language).values())) == list(range(1, 8))
    assert len(_calendar.months(language, full=True)) >= 12


def test_no_month_name_is_another_month_elsewhere():
    for language in ("en", "es", "pt"):
        for name, number in _calendar.months(language).items():
            assert _calendar.months()[name] == number
