"""A figure in digits: which of its signs group thousands, and what stands behind the decimal sign.

>>> Figure.parse("1,234.50")
Figure(whole=1234, decimals='50', grouping=',', decimal='.', is_open=False)
>>> Figure.parse("1.234").is_open, Figure.parse("12.05.2023")
(True, None)
"""

from __future__ import annotations

import re

from attrs import frozen

_SIGN = re.compile(r"[.,]")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_MILLIONS = re.compile(r"[1-9]\d{0,2}'\d{3}(?:(?:,\d{3})+(?:\.\d{1,2})?|(?:\.\d{3})+(?:,\d{1,2})?)")
# more digits are an identifier
_MOST_DIGITS = 15


@frozen(kw_only=True)
class Figure:
    """A figure in digits.

    Attributes:
        whole: The number before the decimals.
        decimals: The digits behind the decimal sign.
        grouping: The sign that groups thousands; empty if none does. Spaces and apostrophes always group.
        decimal: The sign before the decimals; empty if there is none.
        is_open: True if the only sign, here taken to group, may as well stand before three decimals.
    """

    whole: int
    decimals: str = ""
    grouping: str = ""
    decimal: str = ""
    is_open: bool = False

    @classmethod
    def parse(cls, text: str) -> Figure | None:
        """The figure; None if *text* is written like no number (a date, a version, a wrong group)."""
        if len(text) > 2 * _MOST_DIGITS:
            return None
        if _MILLIONS.fullmatch(text):  # 1'250,000, where the apostrophe stands for the millions
            text = re.sub(r"['.,](?=\d{3}(?!\d))", "", text)
        if not _groups_fit(text):
            return None
        plain = re.sub(r"[ ']", "", text)
        signs = _SIGN.findall(plain)
        if not signs:
            return cls(whole=int(plain)) if len(plain) <= _MOST_DIGITS else None
        return cls._of_one_sign(plain, signs) if len(set(signs)) == 1 else cls._of_two_signs(plain, signs)

    @classmethod
    def _of_one_sign(cls, plain: str, signs: list[str]) -> Figure | None:
        if _GROUPED.fullmatch(plain):
            return cls(whole=_number(plain), grouping=signs[0], is_open=len(signs) == 1)
        head, _, tail = plain.partition(signs[0])
        return cls(whole=int(head), decimals=tail, decimal=signs[0]) if len(signs) == 1 else None

    @classmethod
    def _of_two_signs(cls, plain: str, signs: list[str]) -> Figure | None:
        # the last stands once, before the decimals
        head, _, tail = plain.rpartition(signs[-1])
        if signs[-1] in head or not _GROUPED.fullmatch(head):
            return None
        return cls(whole=_number(head), decimals=tail, grouping=signs[0], decimal=signs[-1])


def _groups_fit(text: str) -> bool:
    """True if spaces and apostrophes, if there are any, stand before groups of three digits."""
    return re.fullmatch(r"[\d.,]+|[1-9]\d{0,2}(?:(?: \d{3})+|(?:'\d{3})+)(?:[.,]\d+)?", text) is not None


def _number(grouped: str) -> int:
    return int(_SIGN.sub("", grouped))
