"""A row of tokens and the small steps over it that all rules of the grammar share."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from armstrace.dates.centuries import NO_EVIDENCE, Centuries
from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from armstrace.dates.prose.words import Token, Words
    from armstrace.dates.value import Period, UncertainDate

R = TypeVar("R")
_QUALIFIERS = frozenset(
    role + place for role in ("before_last", "last", "this", "next", "previous") for place in ("", "_after")
)


# a rule, the roles of which one must occur in the text, and those of which one must occur where the rule begins; empty
# if the rule asks for none
RuleRow: TypeAlias = "tuple[R, tuple[str, ...], tuple[str, ...]]"


def fitting(rules: tuple[RuleRow[R], ...], roles: frozenset[str], here: frozenset[str]) -> tuple[R, ...]:
    """The rules that can match at a word that begins phrases of *here*, in a text with phrases of *roles*."""
    return _fitting(rules, roles, here)


@functools.lru_cache(maxsize=4096)
def _fitting(rules: tuple[RuleRow[Any], ...], roles: frozenset[str], here: frozenset[str]) -> tuple[Any, ...]:
    return tuple(
        rule
        for rule, anywhere, first in rules
        if (not anywhere or not roles.isdisjoint(anywhere)) and (not first or not here.isdisjoint(first))
    )


class Cursor:
    """The tokens of a text and the index of the next token to read, with the options of the caller.

    A method that finds what it looks for moves on behind it; one that does not returns None or False and stays.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        words: Words,
        today: date | None,
        *,
        dayfirst: bool | None = None,
        centuries: Centuries = NO_EVIDENCE,
        terms: Sequence[tuple[tuple[str, ...], UncertainDate | Period]] = (),
    ) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words
        # with one place more, for the end
        self._starting = [words.starting(text) for text in (*self.texts, "")]
        # what there is in the text at all, so that most rules need not be tried
        roles = set[str]().union(*self._starting)
        roles.update(sign for sign in (":", "/") if sign in self.texts)
        self.roles = frozenset(roles)
        self.today = today
        self.dayfirst = dayfirst
        self.centuries = centuries
        self.terms = terms
        self.at = 0
        self._depth = 0

    def roles_here(self) -> frozenset[str]:
        """The roles that have a phrase which begins with the next word."""
        return self._starting[self.at]

    def take(self, role: str) -> str | None:
        """The code of the phrase of this role that begins here, behind which the cursor moves; None if there is none.

        The code of a month name, for instance, is its number, ``"1"``.
        """
        if role not in self._starting[self.at]:
            return None
        found = self.words.match(role, self.texts, self.at)
        if found is None:
            return None
        code, self.at = found
        return code

    def link(self) -> bool:
        """True if there are linking words here, such as "of"; the cursor moves behind them."""
        start = self.at
        while self.take("link"):
            pass
        return self.at > start

    def sign(self, text: str) -> bool:
        """True if the next token is *text*, a sign or a word; the cursor moves behind it."""
        if self.at < len(self.texts) and self.texts[self.at] == text:
            self.at += 1
            return True
        return False

    def number(self, digits: tuple[int, ...]) -> int | None:
        """The number here, behind which the cursor moves; None if no number has as many digits as *digits* allows.

        In *digits*, 0 stands for an ordinal such as ``5th``.
        """
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.number >= 0 and token.digits in digits:
                self.at += 1
                return token.number
        return None

    def count(self) -> int | None:
        """The number here, in digits or in letters, behind which the cursor moves; None if there is none."""
        found = self.number((1, 2, 3))
        if found is None:
            word = self.take("number")
            found = None if word is None else int(word)
        return found

    def now(self) -> date:
        """The publication date of the text.

        Raises:
            ParseError: It is not known.
        """
        if self.today is None:
            raise ParseError(
                "relative to a publication date that is not given",
                code="date.relative",
                text=" ".join(self.texts),
                hint="give published=",
            )
        return self.today

    def ordinal(self) -> int | None:
        word = self.take("ordinal")
        return int(word) if word else self.number((0,))

    def has_article(self, at: int) -> bool:
        return at > 0 and self.words.match("article", self.texts, at - 1) is not None

    def qualifier(self, place: str = "") -> str | None:
        """The qualifier here: ``this``, ``last``, ``next``, ``previous`` or ``before_last``; None if there is none.

        The cursor moves behind it. The place ``_after`` is for words that follow their unit, as in "la semana pasada".
        """
        if _QUALIFIERS.isdisjoint(self._starting[self.at]):
            return None
        for role in ("before_last", "last", "this", "next", "previous"):
            if f"{role}{place}" in self.words and self.take(f"{role}{place}"):
                return role
        return None
