"""`parse_date`: dates in English and Spanish prose.

>>> from datetime import date, datetime
>>> story = date(2024, 1, 24)
>>> for text in ("on Monday", "last week", "since the end of 2018", "in the first half of FY23", "in June"):
...     print(text, "=", parse_date(text, published=story, language="en"))
on Monday = 2024-01-22
last week = [2024-01-15..2024-01-21]
since the end of 2018 = 2018-12~/..
in the first half of FY23 = [2022-10..2023-03]
in June = 2023-06
>>> for text in ("el 5 de enero de 2023", "el pasado martes", "en los últimos dos años", "a mediados de 2019"):
...     print(text, "=", parse_date(text, published=story, language="es"))
el 5 de enero de 2023 = 2023-01-05
el pasado martes = 2024-01-23
en los últimos dos años = 2022-01-24/2024-01-24
a mediados de 2019 = [2019-05~..2019-08~]

What the text leaves open is not filled in. Order of day and month:

>>> parse_date("05/01/2023").candidates
(datetime.date(2023, 1, 5), datetime.date(2023, 5, 1))

The day of reading, when none is given:

>>> parse_date("on Monday", language="en")
Traceback (most recent call last):
    ...
armstrace.errors.ParseError: relative to a publication date that is not given: 'on Monday' (give published=)

A date that is none:

>>> parse_date("Mexico may ask", published=story)
Traceback (most recent call last):
    ...
armstrace.errors.ParseError: no date: 'Mexico may ask'

How it reads
    - A weekday, and a day or month without a year, is the most recent one up to the publication day, that day included
      (``date.most_recent``); with "last" or "pasado" a weekday is one before it, and a month one that was over.
    - Weeks run from Monday to Sunday. "Last week", "last year" are units of the calendar; "the last year", "the past
      year", "los últimos dos años" are lengths of time that end on the publication day.
    - "Three days ago" is that day; "two months ago" the calendar month, approximately (``date.ago``).
    - Fiscal years are those of the US government, from 1 October (``date.us_fiscal_year``).
    - "Early", "late", "the end of" and seasons mean what ``data/dates/vague.csv`` says, and each use is a caveat.
    - A weekday that disagrees with its date makes the date uncertain (``date.weekday_disagrees``).
    - "That year", "three days later", "the same period" point to another date and are refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from attrs import frozen

from armstrace import _normalize
from armstrace.dates.edtf import parse_edtf
from armstrace.dates.prose import words as _words
from armstrace.dates.prose.phrases import PhraseGrammar
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError, UnknownEntry
from armstrace.explain import Language

Terms: TypeAlias = Mapping[str, UncertainDate | Period]

_LONGEST = 200
_MOST_TOKENS = 40
_EDTF = re.compile(r"[0-9\[.][0-9X\-/?~%.\[\],TZ:+]*")
_DASHES = str.maketrans({"–": " - ", "—": " - "})
_LANGUAGES: tuple[Language, ...] = ("en", "es")
_CAUSES = (
    ("points_back", "counted from another date, which is not here", ""),
    ("few", "how many is not said", ""),
    ("era", "a stretch whose dates are not given", "give terms="),
)
_AROUND = " \t\n,;:.!\"'()"


def parse_date(
    text: str,
    *,
    published: date | UncertainDate | None = None,
    language: Language | None = None,
    dayfirst: bool | None = None,
    terms: Terms | None = None,
) -> UncertainDate | Period:
    """The date, or the stretch of time, that all of *text* states.

    Args:
        text: A date as prose writes it, with or without its preposition.
        published: When the text was published; relative dates count from there. It may be
            known within bounds, and so is the answer then.
        language: ``en`` or ``es``; None reads both and refuses what they read differently.
        dayfirst: True if ``05/01/2023`` means 5 January; None leaves both days as candidates.
        terms: Stretches by the names that the text gives them, such as ``{"this administration": Period(…)}``.

    Raises:
        ParseError: There is no date, it has no day in the calendar, or it depends on what is not given.
        UnknownEntry: No such language.
    """
    value = _read(text, published, language, dayfirst, terms or {})
    # attrs.evolve would take a tenth of the whole time
    if isinstance(value, Period):
        return Period(start=value.start, end=value.end, caveats=value.caveats, raw=text)
    return UncertainDate(
        earliest=value.earliest,
        latest=value.latest,
        candidates=value.candidates,
        approximate=value.approximate,
        uncertain=value.uncertain,
        caveats=value.caveats,
        raw=text,
    )


def _read(
    text: str, published: date | UncertainDate | None, language: Language | None, dayfirst: bool | None, terms: Terms
) -> UncertainDate | Period:
    plain = text.strip()
    if _EDTF.fullmatch(plain) and len(plain) <= _LONGEST:
        try:
            return parse_edtf(plain)
        except ParseError as error:
            # 2018-19 are two years and 05/01/2023 is a day, but a season that is not supported is nothing else
            if error.code == "edtf.season":
                raise
    # no phrase of a date is longer
    row = _words.tokens(_normalize.tidy(text.translate(_DASHES)).strip(_AROUND)) if len(text) <= _LONGEST else []
    if not row or len(row) > _MOST_TOKENS:
        raise ParseError("no date", code="date.none", text=text)

    if language not in (None, *_LANGUAGES):
        raise UnknownEntry("languages", key=str(language), nearest=_LANGUAGES)
    languages = (language,) if language else _LANGUAGES
    reader = _Reader(text, row, languages, dayfirst, _words.term_rows(terms))
    if not isinstance(published, UncertainDate):
        # a datetime is a date by inheritance, and does not compare with one
        return reader.read(published.date() if isinstance(published, datetime) else published)
    first, last = reader.read(published.earliest), reader.read(published.latest)
    return first if first == last else _hull(first, last, text)


@frozen
class _Reader:
    """A text to read, with the options of the caller."""

    text: str
    row: Sequence[_words.Token]
    languages: Sequence[Language]
    dayfirst: bool | None
    terms: Sequence[tuple[tuple[str, ...], UncertainDate | Period]]

    def read(self, today: date | None) -> UncertainDate | Period:
        found: list[UncertainDate | Period] = []
        problem = None
        for language in self.languages:
            grammar = PhraseGrammar(self.row, _words.words(language), today, dayfirst=self.dayfirst, terms=self.terms)
            try:
                value = grammar.phrase()
            except ParseError as error:
                problem = problem or ParseError(error.cause, code=error.code, text=self.text, hint=error.hint)
            except (OverflowError, ValueError):
                problem = ParseError("outside the years 1 to 9999", code="date.year_outside_calendar", text=self.text)
            else:
                found += [] if value is None or value in found else [value]
                problem = problem or (_why_not(self.text, self.row, language) if value is None else None)
        if len(found) > 1:
            raise ParseError(
                "read differently in English and in Spanish",
                code="date.languages_differ",
                text=self.text,
                hint="give language=",
            )
        if not found:
            raise problem or ParseError("no date", code="date.none", text=self.text)
        return found[0]


def _why_not(text: str, row: Sequence[_words.Token], language: str) -> ParseError | None:
    """The error that says why a phrase that looks like a date is none, such as "since the war".

    None if no word of the phrase, *row*, shows a cause.
    """
    words = _words.words(language)
    texts = [token.text for token in row]
    if not any(
        words.match(role, texts, at) for at in range(len(texts)) for role in ("unit", "units", "era", "stretch")
    ):
        return None
    for role, cause, hint in _CAUSES:
        if any(words.match(role, texts, at) for at in range(len(texts))):
            return ParseError(cause, code=f"date.{role}", text=text, hint=hint)
    return None


def _hull(left: UncertainDate | Period, right: UncertainDate | Period, text: str) -> UncertainDate | Period:
    """The date or period that covers both *left* and *right*, the readings of *text* for two days of publication."""
    if isinstance(left, Period) and isinstance(right, Period):
        start, end = _hull_of_ends(left.start, right.start, text), _hull_of_ends(left.end, right.end, text)
        return Period(start=start, end=end, caveats=(*left.caveats, "date.publication_open"))
    if isinstance(left, UncertainDate) and isinstance(right, UncertainDate):
        return UncertainDate(
            earliest=min(left.earliest, right.earliest),
            latest=max(left.latest, right.latest),
            approximate=left.approximate or right.approximate,
            uncertain=left.uncertain or right.uncertain,
            caveats=tuple(dict.fromkeys((*left.caveats, *right.caveats, "date.publication_open"))),
        )
    raise ParseError("depends on the day of publication, which is not known", code="date.publication_open", text=text)


def _hull_of_ends(left: UncertainDate | None, right: UncertainDate | None, text: str) -> UncertainDate | None:
    if left is None or right is None:
        return None
    found = _hull(left, right, text) if left != right else left
    return found if isinstance(found, UncertainDate) else None
