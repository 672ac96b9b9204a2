"""A row of tokens and the small steps over it that all rules of the grammar share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from armstrace.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from armstrace.dates._words import Token, Words
    from armstrace.dates.value import Period, UncertainDate

R = TypeVar("R")


class Cursor:
    """Where the reading stands.

    A method that finds what it looks for moves on behind it; one that does not returns None or False and stays.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        words: Words,
        today: date | None,
        *,
        dayfirst: bool | None = None,
        terms: Sequence[tuple[tuple[str, ...], UncertainDate | Period]] = (),
    ) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words
        # with one place more, for the end
        self._starting = [words.starting(text) for text in (*self.texts, "")]
        # what there is in the text at all, so that most rules need not be tried
        self.roles = {role for starting in self._starting for role in starting}
        self.roles.update(":" for text in self.texts if text == ":")
        self.roles.update("digits and s" for text in self.texts if text[-1] == "s" and text[-2:-1].isdigit())
        self.today = today
        self.dayfirst = dayfirst
        self.terms = terms
        self.at = 0
        self._depth = 0

    def fitting(self, *rules: tuple[Callable[[], R], tuple[str, ...]]) -> tuple[Callable[[], R], ...]:
        """The rules one of whose words the text has; a rule without words always fits."""
        return tuple(rule for rule, roles in rules if not roles or not self.roles.isdisjoint(roles))

    def take(self, role: str) -> str | None:
        """The code of the phrase of the role that comes next."""
        if role not in self._starting[self.at]:
            return None
        found = self.words.match(role, self.texts, self.at)
        if found is None:
            return None
        code, self.at = found
        return code

    def link(self) -> bool:
        """Pass over the small words that tie a date together; whether there was one."""
        start = self.at
        while self.take("link"):
            pass
        return self.at > start

    def sign(self, text: str) -> bool:
        """Pass over the sign or word *text*; whether it was there."""
        if self.at < len(self.texts) and self.texts[self.at] == text:
            self.at += 1
            return True
        return False

    def number(self, digits: tuple[int, ...]) -> int | None:
        """A number of so many digits, 0 for one with an ordinal ending."""
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.number >= 0 and token.digits in digits:
                self.at += 1
                return token.number
        return None

    def count(self) -> int | None:
        """A number in digits or in letters."""
        found = self.number((1, 2, 3))
        if found is None:
            word = self.take("number")
            found = None if word is None else int(word)
        return found

    def now(self) -> date:
        """The publication date.

        Raises:
            ParseError: It is not known.
        """
        if self.today is None:
            raise ParseError(
                "relative to a publication date that is not given", text=" ".join(self.texts), hint="give published="
            )
        return self.today

    def _ordinal(self) -> int | None:
        word = self.take("ordinal")
        return int(word) if word else self.number((0,))

    def _has_article(self, at: int) -> bool:
        return at > 0 and self.words.match("article", self.texts, at - 1) is not None

    def _qualifier(self, place: str = "") -> str | None:
        """Which one of several is meant: ``this``, ``last``, ``next``, ``previous`` or ``before_last``."""
        for role in ("before_last", "last", "this", "next", "previous"):
            if f"{role}{place}" in self.words and self.take(f"{role}{place}"):
                return role
        return None
