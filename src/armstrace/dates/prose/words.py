"""The words of a language by what they do in a date, and a text as a row of such words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from armstrace import _normalize, _tables
from armstrace.dates import calendar as _calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")
_NONE: frozenset[str] = frozenset()

_TOKEN = re.compile(
    r"""
    [0-9]{4}-(?:0[1-9]|1[0-2])(?![\w-])             # 2023-06
  | [0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?!\w)   # 05/01/2023, 2023-01-05
  | [0-9]{1,2}/[0-9]{4}(?![\w/])                    # 06/2023
  | '?[0-9]{2,4}s(?!\w)                             # 1990s, '90s
  | ([0-9]+)(?:st|nd|rd|th|er|ro|do|ra|da|to|o|a|°)?(?!\w)
  | ([0-9]+)
  | [^\W\d_]+
  | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


# brackets hold what is said again or besides, such as "(martes)" and "(aprox.)", and no more than the words in them
_PASSED_OVER = frozenset(".'()[]")


class Token(NamedTuple):
    """A word, number or sign of a text.

    Attributes:
        text: Folded.
        number: What it counts; -1 if it is no plain number.
        digits: How many digits the number has; 0 for an ordinal such as 5th.
        lower: True if a word is all in lower case.
    """

    text: str
    number: int
    digits: int
    lower: bool


def tokens(text: str) -> list[Token]:
    """The words, numbers and signs of a tidied text; full stops and brackets are left out.

    >>> [token.text for token in tokens("Sept. 5th, 2023 - 06/2024")]
    ['sept', '5', ',', '2023', '-', '06/2024']
    """
    found = (_token(match[0], match[2] or match[3]) for match in _TOKEN.finditer(text))
    return [token for token in found if token is not None]


@functools.lru_cache(maxsize=4096)
def _token(word: str, number: str | None) -> Token | None:
    if number and len(number) <= 4:
        return Token(number, int(number), len(number) if word == number else 0, lower=True)
    if word in _PASSED_OVER:
        return None
    # a lone accent folds to nothing, and is a sign that no rule knows
    return Token(_normalize.casefold(word) or word, -1, 0, lower=word.islower())


class Words:
    """The words of a language that have a role in a date."""

    def __init__(self, language: str) -> None:
        table = _tables.toml(f"dates/{language}.toml")
        self._roles: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for role, content in table.items():
            pairs = content.items() if isinstance(content, dict) else [(role, content)]
            self._add(role, ((phrase, code) for code, phrases in pairs for phrase in phrases))
        self._add("month", ((name, str(number)) for name, number in _calendar.months(language).items()))
        self._add("weekday", ((name, str(number)) for name, number in _calendar.weekdays(language).items()))
        self.full_months = _calendar.months(language, full=True)
        # a name is known by its first word: segunda-feira
        self.full_weekdays = frozenset(tokens(name)[0].text for name in _calendar.weekdays(language, full=True))
        starting: dict[str, set[str]] = {}
        for role, by_first in self._roles.items():
            for first in by_first:
                starting.setdefault(first, set()).add(role)
        self._starting = {first: frozenset(roles) for first, roles in starting.items()}
        self.vocabulary = frozenset(
            word
            for by_first in self._roles.values()
            for first, entries in by_first.items()
            for phrase, _ in entries
            for word in (first, *phrase)
        )
        self.needs_capital = frozenset(table["needs_capital"])

    def _add(self, role: str, phrases: Iterable[tuple[str, str]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, code in phrases:
            first, *rest = (token.text for token in tokens(phrase))
            by_first.setdefault(first, []).append((tuple(rest), code))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._roles[role] = by_first

    def __contains__(self, role: str) -> bool:
        return bool(self._roles.get(role))

    def starting(self, word: str) -> frozenset[str]:
        """The roles that have a phrase which begins with *word*; empty for most words."""
        return self._starting.get(word, _NONE)

    def match(self, role: str, texts: list[str], at: int) -> tuple[str, int] | None:
        """The code of the longest phrase of *role* at index *at* of *texts*, and the index behind the phrase.

        None if no such phrase begins there.
        """
        if at >= len(texts):
            return None
        for rest, code in self._roles[role].get(texts[at], ()):
            end = at + 1 + len(rest)
            if not rest or tuple(texts[at + 1 : end]) == rest:
                return code, end
        return None


@functools.cache
def words(language: str) -> Words:
    """The words with a role in a date, in English (``en``), Spanish (``es``) or Portuguese (``pt``)."""
    return Words(language)


def term_rows(terms: Mapping[str, T]) -> list[tuple[tuple[str, ...], T]]:
    """The dates and periods that the caller named, each with the words of its name, the longest name first."""
    rows = [(tuple(token.text for token in tokens(_normalize.tidy(name))), term) for name, term in terms.items()]
    return sorted((row for row in rows if row[0]), key=lambda row: -len(row[0]))
