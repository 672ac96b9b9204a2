"""What values are made of: texts, days, numbers."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import strategies as st

_NASTY = (
    "'",
    '"; --',
    "\\",
    "a\nb\r\n\tc",
    "\0",
    "=1+1",
    "@SUM(A1:A9)",
    "{0.__class__}",
    "<script>alert(1)</script>",
    "\u202eFUSIL\u202c",
    "e\u0301 é",
    "\ufeffÑ",
    "İstanbul ß",
    "٣٫٥",
    "🔫👩‍👩‍👧",
    "\u2028",
    "None",
    "null",
    "1e999",
    "x" * 1000,
)
# the plainest first
_DAYS = (
    datetime.date(2000, 1, 1),
    datetime.date(2024, 2, 29),
    datetime.date(1900, 2, 28),
    datetime.date.min,
    datetime.date.max,
)


def texts(*, min_size: int = 0) -> st.SearchStrategy[str]:
    """The strategy for texts of at least *min_size* characters, some of them hostile; no half of a surrogate pair.

    >>> from hypothesis import find
    >>> odd = find(texts(), lambda text: text.isdigit() and not text.isascii())
    >>> odd.isdigit(), odd in "0123456789"
    (True, False)
    """
    nasty = st.sampled_from([text for text in _NASTY if len(text) >= min_size])
    return st.one_of(st.text(min_size=min_size, max_size=max(min_size, 20)), nasty)


def dates() -> st.SearchStrategy[datetime.date]:
    """The strategy for days of the whole calendar; leap days and the first and last day are frequent."""
    return st.one_of(st.sampled_from(_DAYS), st.dates())


def positive_decimals() -> st.SearchStrategy[Decimal]:
    """The strategy for exact numbers above zero with up to 30 digits.

    Some have an exponent, some zeros at the end.
    """
    digits = st.one_of(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**30 - 1))
    return st.builds(_scaled, digits, st.integers(min_value=-30, max_value=30))


def _scaled(number: int, exponent: int) -> Decimal:
    # `scaleb` would round to the precision of the host
    return Decimal((0, tuple(map(int, str(number))), exponent))


def shares() -> st.SearchStrategy[float]:
    """The strategy for numbers above 0 and below 1; those next to 0 and 1 are frequent."""
    return st.floats(min_value=0, max_value=1, exclude_min=True, exclude_max=True)


def finite() -> st.SearchStrategy[float]:
    """The strategy for finite numbers without -0.0, which equals 0.0."""
    return st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0)


def whole() -> st.SearchStrategy[int]:
    """The strategy for whole numbers from 1, such as rows, pages and counts."""
    return st.integers(min_value=1)


def years() -> st.SearchStrategy[int]:
    """The strategy for years of the calendar."""
    return st.integers(min_value=datetime.MINYEAR, max_value=datetime.MAXYEAR)
