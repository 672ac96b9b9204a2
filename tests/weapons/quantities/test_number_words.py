"""Numbers in words of three languages, and numbers in digits."""

from decimal import Decimal

import pytest

from armstrace.weapons.quantities.number_words import spelled
from armstrace.weapons.quantities.tokens import decimal, tokens, whole

SPELLED = [
    ("one", 1),
    ("twenty-five", 25),
    ("one hundred and five", 105),
    ("two thousand three hundred", 2300),
    ("cuarenta y cinco", 45),
    ("mil doscientos", 1200),
    ("dos mil quinientas", 2500),
    ("cento e vinte e dois", 122),
    ("uma dúzia", 12),
    ("meia dúzia", 6),
    ("meia", 6),
    ("media docena", 6),
    ("un par", 2),
    ("un millón doscientos mil", 1200000),
    ("five five", 5),
    ("twenty and", 20),
    ("media pistola", None),
    ("pistola", None),
]


@pytest.mark.parametrize(("text", "value"), SPELLED)
def test_spelled(text, value):
    found = spelled(tokens(text), 0)
    assert (found and found.value) == value


def test_words_multiply_digits():
    assert spelled(tokens("mil"), 0, Decimal(10)).value == 10000
    assert spelled(tokens("cinco"), 0, Decimal(10)) is None


@pytest.mark.parametrize(
    ("text", "as_whole", "as_decimal"),
    [
        ("45", 45, 45),
        ("1,500", 1500, None),
        ("1.234.567", 1234567, 1234567),
        ("7.62", None, Decimal("7.62")),
        ("1.234,5", None, Decimal("1234.5")),
        ("1,2,3.4", None, Decimal("123.4")),
        ("1,2.3,4", None, None),
        ("12.3.4", None, None),
        ("9" * 30, None, None),
    ],
)
def test_digits(text, as_whole, as_decimal):
    assert whole(text) == as_whole
    assert decimal(text) == as_decimal
