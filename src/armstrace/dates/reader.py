"""`parse_date`: dates in English, Spanish and Portuguese, in plain shapes and in prose.

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
    - A year of two digits is the most recent such year up to the publication day (``date.two_digit_year``); without a
      publication day both centuries stay open (``date.both_centuries``).
    - A date after the publication day is read as it stands and shows ``date.after_publication``.
    - A name of a month with one typing error, and letters that stand for digits, are repaired (``date.repaired``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

import attrs
from attrs import field, frozen

from armstrace import _normalize
from armstrace.dates import calendar as _calendar
from armstrace.dates import forms as _forms
from armstrace.dates import repairs as _repairs
from armstrace.dates.amid_words import WORDS_UNREAD, amid_words
from armstrace.dates.centuries import Centuries
from armstrace.dates.edtf import parse_edtf
from armstrace.dates.numeric import ORDER_UNKNOWN, NumericDate
from armstrace.dates.prose import words as _words
from armstrace.dates.prose.phrases import PhraseGrammar
from armstrace.dates.shapes import plain_date
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError, UnknownEntry
from armstrace.explain import ReadingLanguage

Terms: TypeAlias = Mapping[str, UncertainDate | Period]

_LONGEST = 200
_MOST_TOKENS = 40
_TWO = 2
_EDTF = re.compile(r"[0-9\[.][0-9X\-/?~%.\[\],TZ:+]*")
# a long dash joins two dates, and a hyphen also the parts of a date
_DASHES = str.maketrans({"–": " - ", "—": " - "})
_LANGUAGES: tuple[ReadingLanguage, ...] = ("en", "es", "pt")
_CAUSES = (
    ("points_back", "counted from another date, which is not here", ""),
    ("few", "how many is not said", ""),
    ("era", "a stretch whose dates are not given", "give terms="),
)
_PAIR = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_JOINED = re.compile(r"(?<=[0-9])[-/](?=[^\W\d])|(?<=[^\W\d])[-/](?=[0-9])")
_AROUND = " \t\n,;:.!\"'()"
# what a plain shape cannot be may still be a phrase: 2018-19 are two years, "5 March" is the most recent one
_GO_ON = frozenset(("date.no_year", "date.no_such_month"))


def parse_date(
    text: str,
    *,
    published: date | UncertainDate | None = None,
    language: ReadingLanguage | None = None,
    dayfirst: bool | None = None,
    terms: Terms | None = None,
) -> UncertainDate | Period:
    """The date, or the stretch of time, that all of *text* states.

    Args:
        text: A date as prose or a table writes it, with or without its preposition.
        published: When the text was published; relative dates count from there, and years of two digits are not later.
            It may be known within bounds, and so is the answer then.
        language: The language of phrases, ``en``, ``es`` or ``pt``; None reads all and refuses what they read
            differently. A day with the name of its month and its year is understood in every language.
        dayfirst: True if ``05/01/2023`` means 5 January; None leaves both days as candidates.
        terms: Stretches by the names that the text gives them, such as ``{"this administration": Period(…)}``.

    Raises:
        ParseError: There is no date, it has no day in the calendar, or it depends on what is not given.
        UnknownEntry: No such language.
    """
    if language is not None and language not in _LANGUAGES:
        raise UnknownEntry("languages", key=str(language), nearest=_LANGUAGES)
    languages = (language,) if language else _LANGUAGES
    plain = _normalize.tidy(text.translate(_DASHES)).strip(_AROUND) if len(text) <= _LONGEST else ""
    if not plain:
        raise ParseError("no date", code="date.none", text=text)
    reader = PhraseReader(languages=languages, dayfirst=dayfirst, terms=terms or {})
    try:
        if isinstance(published, UncertainDate):
            first = reader.repaired(plain, published.earliest, Centuries(latest=published.earliest))
            last = reader.repaired(plain, published.latest, Centuries(latest=published.latest))
            value = first if first == last else _hull(first, last, text)
        else:
            # a datetime is a date by inheritance, and does not compare with one
            today = published.date() if isinstance(published, datetime) else published
            value = reader.repaired(plain, today, Centuries(latest=today))
    except ParseError as error:
        # the text as it came, not as it was tidied
        raise ParseError(error.cause, code=error.code, text=text, hint=error.hint) from None
    return with_raw(value, text)


def with_raw(value: UncertainDate | Period, raw: str) -> UncertainDate | Period:
    """*value* as it was read from *raw*."""
    # attrs.evolve would take a tenth of the whole time
    if isinstance(value, Period):
        return Period(start=value.start, end=value.end, caveats=value.caveats, raw=raw)
    return UncertainDate(
        earliest=value.earliest,
        latest=value.latest,
        candidates=value.candidates,
        approximate=value.approximate,
        uncertain=value.uncertain,
        caveats=value.caveats,
        raw=raw,
    )


@frozen(kw_only=True)
class PhraseReader:
    """The reader of texts under the options of one caller.

    Attributes:
        languages: The languages whose phrases are read.
        dayfirst: True if ``05/01/2023`` means 5 January; None leaves both days.
        terms: Stretches by the names that the text gives them.
    """

    languages: Sequence[ReadingLanguage] = _LANGUAGES
    dayfirst: bool | None = None
    terms: Terms = field(factory=dict)

    def repaired(self, text: str, today: date | None, centuries: Centuries) -> UncertainDate | Period:
        """The date of *text*, tidied; if there is none, that of the text with its slips of typing repaired.

        Args:
            text: The text, tidied.
            today: The publication day; None if it is not known.
            centuries: The evidence for years of two digits.

        Raises:
            ParseError: There is no date even so.
        """
        try:
            return self.read(text, today, centuries)
        except ParseError as error:
            problem = error
        for written, caveat in self._written_anew(text, problem.code):
            try:
                value = self.read(written, today, centuries)
            except ParseError as error:
                # what the repaired text lacks is the cause if it is a date at all
                if error.code != "date.none":
                    raise
            else:
                return attrs.evolve(value, caveats=tuple(dict.fromkeys((*value.caveats, caveat))))
        raise problem

    def _written_anew(self, text: str, code: str) -> Iterator[tuple[str, str]]:
        """The text in a common form, without its slips, or without the words beside its date, and each caveat."""
        written = _forms.rewritten(text, self.dayfirst) if code in _forms.CODES else None
        if written is not None:
            yield written
        if code == "date.none":
            repaired = _repairs.repaired(text)
            if repaired is not None:
                yield repaired, _repairs.REPAIRED
            date_alone = amid_words(text)
            if date_alone is not None:
                yield date_alone, WORDS_UNREAD

    def read(self, text: str, today: date | None, centuries: Centuries) -> UncertainDate | Period:
        """The date of *text* as it stands, by its plain shape, as EDTF or as a phrase; the arguments of `repaired`."""
        problem: ParseError | None = None
        plain: UncertainDate | Period | None = None
        try:
            plain = plain_date(text, dayfirst=self.dayfirst, centuries=centuries)
        except ParseError as error:
            if error.code not in _GO_ON:
                raise
            problem = error
        if plain is None and _EDTF.fullmatch(text):
            plain = _edtf(text)
        if plain is None and problem is not None and problem.code == "date.no_year":
            plain = self._without_year(text, today)
            # 19-mar
            text = _JOINED.sub(" ", text)
        if plain is not None:
            return _marked_if_later(plain, today)
        try:
            return self._phrase(text, today, centuries)
        except ParseError as error:
            if problem is not None and error.code == "date.none":
                raise problem from None
            raise

    def _without_year(self, text: str, today: date | None) -> UncertainDate | None:
        """The most recent day of "5/3", a day and a month in digits; None for other texts or without *today*."""
        pair = _PAIR.fullmatch(text)
        return _most_recent(int(pair[1]), int(pair[2]), self.dayfirst, today) if pair and today else None

    def _fitting(self, row: Sequence[_words.Token]) -> Sequence[_words.Words]:
        """The words of each language that knows all words of the text; of all languages if none does."""
        languages = [_words.words(language) for language in self.languages]
        if len(languages) == 1 or self.terms:
            return languages
        letters = [token.text for token in row if token.text.isalpha()]
        return [words for words in languages if words.vocabulary.issuperset(letters)] or languages

    def _phrase(self, text: str, today: date | None, centuries: Centuries) -> UncertainDate | Period:
        """The date of a phrase, in whichever language it is one."""
        row = _words.tokens(text)
        if not row or len(row) > _MOST_TOKENS:
            raise ParseError("no date", code="date.none", text=text)
        dayfirst = self.dayfirst if self.dayfirst is not None else _order_within(row)
        terms = _words.term_rows(self.terms) if self.terms else []
        found: list[UncertainDate | Period] = []
        problem = None
        for words in self._fitting(row):
            grammar = PhraseGrammar(row, words, today, dayfirst=dayfirst, centuries=centuries, terms=terms)
            try:
                value = grammar.phrase()
            except ParseError as error:
                problem = problem or error
            except (OverflowError, ValueError):
                problem = ParseError("outside the years 1 to 9999", code="date.year_outside_calendar", text=text)
            else:
                found += [] if value is None or value in found else [value]
                problem = problem or (_why_not(text, row, words) if value is None else None)
        if len(found) > 1:
            raise ParseError(
                "read differently in two languages", code="date.languages_differ", text=text, hint="give language="
            )
        if not found:
            raise problem or ParseError("no date", code="date.none", text=text)
        return found[0]


def _most_recent(first: int, second: int, dayfirst: bool | None, today: date) -> UncertainDate:
    """The most recent day of "5/3" up to the publication day, in the given order or in each that gives a day.

    Raises:
        ParseError: No order gives a day of the calendar.
    """
    orders = {True: [(first, second)], False: [(second, first)], None: [(first, second), (second, first)]}[dayfirst]
    recent = [
        next((day for day in _years_back(today, month, number) if day <= today), None) for number, month in orders
    ]
    found = {day for day in recent if day is not None}
    if not found:
        raise _calendar.no_such_day(f"{first}/{second}")
    order = (ORDER_UNKNOWN,) if len(found) > 1 else ()
    return UncertainDate.either(found, caveats=(*order, "date.most_recent"))


def _years_back(today: date, month: int, number: int) -> Iterator[date]:
    """The day of the month in the year of *today* and the eight before, the latest first; a leap day is rarer."""
    for year in range(today.year, max(today.year - 9, 0), -1):
        found = _calendar.day(year, month, number)
        if found is not None:
            yield found


def _edtf(text: str) -> UncertainDate | Period | None:
    """The value of a text in the Extended Date/Time Format; None if it is none, as 2018-19, which are two years.

    Raises:
        ParseError: It is a season in digits, and so nothing else.
    """
    try:
        return parse_edtf(text)
    except ParseError as error:
        if error.code == "edtf.season":
            raise
        return None


def _order_within(row: Sequence[_words.Token]) -> bool | None:
    """The order of day and month that a settled date of the text shows: "28/02/2019 al 02/03/2019" is day first.

    None if no date settles it, or two dates differ.
    """
    numbers = [token.text for token in row if token.number < 0 and token.text[0].isdigit()]
    if len(numbers) < _TWO:
        return None
    found = {numeric.settled for numeric in map(NumericDate.match, numbers) if numeric is not None}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _marked_if_later(value: UncertainDate | Period, today: date | None) -> UncertainDate | Period:
    """*value*, with a caveat if it is a date that lies after the publication day."""
    if today is None or isinstance(value, Period) or value.earliest <= today:
        return value
    return attrs.evolve(value, caveats=(*value.caveats, "date.after_publication"))


def _why_not(text: str, row: Sequence[_words.Token], words: _words.Words) -> ParseError | None:
    """The error that says why a phrase that looks like a date is none, such as "since the war".

    None if no word of the phrase, *row*, shows a cause.
    """
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
