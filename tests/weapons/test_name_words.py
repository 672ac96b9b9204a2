"""The words of make and model fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armstrace import _normalize, _tables
from armstrace.weapons import name_words as _words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Sig-Sauer", ["sig", "sauer"]),
        ("HI-POINT", ["hi", "point"]),
        ("M-16A2", ["m16a2"]),
        ("AK-47-style", ["ak47", "style"]),
        ("12-gauge", ["12", "gauge"]),
        ("9-mm", ["9mm"]),
        ("G2-C", ["g2c"]),
        ("SD9-VE", ["sd9ve"]),
        ("-auto", ["auto"]),
        ("F.N.", ["fn"]),
        ("F. N.", ["fn"]),
        ("U S A", ["usa"]),
        ("O F Mossberg & Sons", ["of", "mossberg", "", "sons"]),
        ("T/C", ["tc"]),
        ("Rossi (Brasil), S.A.", ["rossi", "brasil", "sa"]),
        (".45, 7,62", ["45", "762"]),
        ("Smith y W", ["smith", "y", "w"]),
        ("...", []),
        ("", []),
    ],
)
def test_tokens(text, keys):
    assert [token.key for token in _words.tokens(text)] == keys


@pytest.mark.parametrize(
    ("text", "decimal"),
    [(".45", True), ("5,7", True), ("7.62x39", True), ("45", False), ("M16", False), ("F.N.", False)],
)
def test_a_decimal_is_a_number_with_a_point(text, decimal):
    (token,) = _words.tokens(text)
    assert token.is_decimal is decimal


def test_classes():
    (token,) = _words.tokens("LLC")
    assert token.of("legal", "thing")
    assert not token.of("thing")
    assert token.is_word
    (token,) = _words.tokens("Zorglub")
    assert not token.of("legal")
    assert not token.is_word
    classes = {row["class"] for row in _tables.rows("makes/words.csv")}
    head = " ".join(line for line in _tables.text("makes/words.csv").splitlines() if line.startswith("#"))
    assert all(f"{name}:" in head or f"{name}." in head for name in classes)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("barret", "barrett", True),
        ("barrett", "barret", True),
        ("glokc", "glock", True),
        ("clock", "glock", True),
        ("glock", "glock", False),
        ("glok", "glocks", False),
        ("golkc", "glock", False),
        ("", "a", True),
        ("ab", "ba", True),
        ("abc", "cab", False),
        ("", "", False),
    ],
)
def test_one_edit(left, right, expected):
    assert _words.one_edit(left, right) is expected


def _distance(left, right):
    """Edits with swaps of neighbors, by the textbook."""
    rows = [list(range(len(right) + 1))]
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


words = st.text("ABC", max_size=6)


@given(words, words)
def test_one_edit_is_one_edit(left, right):
    assert _words.one_edit(left, right) is (_distance(left, right) == 1)


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text):
    tidy = _normalize.tidy(text)
    end = 0
    for token in _words.tokens(tidy):
        assert end <= token.start < token.end
        end = token.end
        if " " not in token.text:
            assert tidy[token.start : token.end] == token.text
    assert end <= len(tidy)


@given(st.text("aabbc11", max_size=12))
def test_squeezing_is_done_once(key):
    squeezed = _words.squeezed(key)
    assert _words.squeezed(squeezed) == squeezed
    assert [letter for letter in key if letter == "1"] == [letter for letter in squeezed if letter == "1"]


@given(st.text(alphabet="abyeAY19.&-' ,", max_size=20) | st.sampled_from(["Smith and Wesson", "Colt Defense", "FN 15"]))
def test_the_key_of_a_text_is_that_of_its_words(text):
    assert _words.joined_key(text) == _words.joined(_words.tokens(text))
