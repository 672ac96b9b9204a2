"""What holds for every text, every day and every publication date."""

from __future__ import annotations

import itertools
import random
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armstrace import _tables, explain
from armstrace.dates.edtf import parse_edtf
from armstrace.dates.prose.words import tokens
from armstrace.dates.reader import parse_date
from armstrace.dates.value import UncertainDate
from armstrace.errors import ParseError

EN_MONTHS = [row["names"].split("|")[0] for row in _tables.rows("dates/months.csv") if row["language"] == "en"]
ES_MONTHS = [row["names"].split("|")[0] for row in _tables.rows("dates/months.csv") if row["language"] == "es"]
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
published = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def vocabulary() -> list[str]:
    words = [
        "5",
        "31",
        "2023",
        "23",
        "1990s",
        "05/01/2023",
        "2023-06",
        ",",
        "-",
        "/",
        ":",
        "guns",
        "may",
        "Monday",
        "enero",
    ]
    for language in ("en", "es", "pt"):
        for content in _tables.toml(f"dates/{language}.toml").values():
            phrases = content if isinstance(content, list) else [one for group in content.values() for one in group]
            words += phrases
    return words


VOCABULARY = vocabulary()


def read_or_refuse(text, **given):
    """The date, written and read back; None if the text was refused by its own error."""
    try:
        value = parse_date(text, **given)
    except ParseError as error:
        refusal = error
    else:
        assert value.raw == text
        assert parse_edtf(str(value))
        return value
    assert refusal.text == text
    return None


@given(days)
def test_a_day_written_out_is_that_day(day):
    exact = UncertainDate.exact(day)
    english, spanish = EN_MONTHS[day.month - 1], ES_MONTHS[day.month - 1]
    for text in (
        f"{english} {day.day}, {day.year}",
        f"{day.day} {english} {day.year}",
        f"on {day:%A}, {english} {day.day}, {day.year}",
        f"{day.day} de {spanish} de {day.year}",
        f"el {day.day} de {spanish} del {day.year}",
        f"{day.day}-{spanish[:3]}-{day.year}",
        day.isoformat(),
    ):
        assert parse_date(text) == exact


@given(days, days)
def test_a_range_written_out_is_that_range(one, other):
    first, last = sorted((one, other))
    english = [f"{EN_MONTHS[day.month - 1]} {day.day}, {day.year}" for day in (first, last)]
    spanish = [f"{day.day} de {ES_MONTHS[day.month - 1]} de {day.year}" for day in (first, last)]
    for text in (
        f"between {english[0]} and {english[1]}",
        f"from {english[0]} to {english[1]}",
        f"entre el {spanish[0]} y el {spanish[1]}",
        f"del {spanish[0]} al {spanish[1]}",
    ):
        assert str(parse_date(text)) == f"{first}/{last}"


@given(published, st.integers(0, 6))
def test_a_weekday_is_within_the_last_seven_days(day, weekday):
    wanted = day - timedelta(days=(day.weekday() - weekday) % 7)
    assert parse_date(f"on {wanted:%A}", published=day, language="en") == UncertainDate.exact(wanted)
    over = wanted if wanted < day else wanted - timedelta(days=7)
    assert parse_date(f"last {over:%A}", published=day, language="en") == UncertainDate.exact(over)


@given(published, st.integers(1, 12))
def test_a_month_is_the_most_recent_one_begun(day, month):
    value = parse_date(EN_MONTHS[month - 1], published=day, language="en")
    assert value.earliest <= day
    assert (value.earliest.month, (day - value.earliest).days < 366) == (month, True)


@given(published, st.integers(1, 400), st.sampled_from(["days", "weeks", "months", "years"]))
def test_a_length_of_time_ends_on_the_publication_day(day, count, unit):
    value = parse_date(f"over the past {count} {unit}", published=day, language="en")
    assert (value.latest, value.start.is_exact, value.earliest < day) == (day, True, True)


@given(
    st.lists(st.sampled_from(VOCABULARY), max_size=8), published | st.none(), st.sampled_from(["en", "es", "pt", None])
)
@settings(max_examples=1500, deadline=None)
def test_any_words_are_read_or_refused(words, day, language):
    value = read_or_refuse(" ".join(words), published=day, language=language)
    if value is None:
        return
    ends = [value] if isinstance(value, UncertainDate) else [value, *(end for end in (value.start, value.end) if end)]
    for code in (code for one in ends for code in one.caveats):
        assert explain.say(code, (), "en") != explain.say(code, (), "es")


@given(st.lists(st.sampled_from(VOCABULARY), max_size=6), published)
@settings(max_examples=500, deadline=None)
def test_no_phrase_means_two_things_in_two_languages(words, day):
    text = " ".join(words)
    found = [read_or_refuse(text, published=day, language=language) for language in ("en", "es", "pt")]
    for left, right in itertools.combinations([value for value in found if value is not None], 2):
        assert left == right


@given(st.text(max_size=250))
def test_any_text_is_read_or_refused(text):
    read_or_refuse(text, published=date(2024, 1, 24))


@pytest.mark.parametrize("day", [date.min, date(1, 3, 1), date(9999, 11, 1), date.max])
@pytest.mark.parametrize(
    "text",
    ["on Monday", "next Monday", "last week", "next week", "in June", "next June", "February 29", "last year",
     "next year",
     "yesterday", "tomorrow", "the past 900 years", "the last decade", "this decade", "last decade", "next decade",
     "this fiscal year", "next fiscal year", "five years ago", "the weekend", "next weekend", "the winter",
     "next winter",
     "before today", "after today", "Sunday 28 January", "the week of today", "this quarter", "two hours ago"],
)  # fmt: skip
def test_at_the_edges_of_the_calendar(text, day):
    read_or_refuse(text, published=day, language="en")


@pytest.mark.parametrize(
    "text",
    ["early " * 39, "the end of " * 13, "first half of " * 13, "the " * 40, "1, " * 39, "May and " * 20, "since " * 40,
     "Monday night " * 20, "last " * 40, "-" * 200, "(" * 200, "5/" * 100, "2020" * 50, "a las 5 " * 25, "de " * 66],
)  # fmt: skip
def test_hostile_texts_take_no_time(text):
    begin = time.process_time()
    with pytest.raises(ParseError):
        parse_date(text, published=date(2024, 1, 24))
    assert time.process_time() - begin < 0.5


def test_random_words_take_no_time():
    shuffled = random.Random(5)  # noqa: S311  # no secret
    begin = time.process_time()
    for _ in range(200):
        with_words = " ".join(shuffled.choices(VOCABULARY, k=20))
        try:
            parse_date(with_words[:200], published=date(2024, 1, 24))
        except ParseError:
            continue
    assert time.process_time() - begin < 5


def test_tokens():
    found = [(token.text, token.number, token.digits) for token in tokens("May5, 1st 5pm 1990s 12345")]
    assert found == [("may", -1, 0), ("5", 5, 1), (",", -1, 0), ("1", 1, 0), ("5", 5, 1), ("pm", -1, 0),
                     ("1990s", -1, 0), ("12345", -1, 0)]  # fmt: skip
