"""Dates and periods in the Extended Date/Time Format (EDTF, ISO 8601-2:2019; loc.gov/standards/datetime).

Supported are Level 0 and these Level 1 features: qualification (``?`` uncertain, ``~`` approximate, ``%`` both),
unspecified digits from the right (``2018-12-XX``, ``199X``), open (``..``) and unknown (empty) ends of intervals.
Seasons, years over four digits and years before 0001 are not supported. Of Level 2 there is one form, the one-of set
``[..]``, because nothing below it says that a date is one of several days.

>>> from armstrace.dates.edtf import parse_edtf
>>> december = parse_edtf("2018-12-XX")
>>> december.earliest, december.latest, str(december)
(datetime.date(2018, 12, 1), datetime.date(2018, 12, 31), '2018-12')
>>> str(parse_edtf("2018-12~/.."))
'2018-12~/..'
>>> parse_edtf("[2023-01-05,2023-05-01]").candidates
(datetime.date(2023, 1, 5), datetime.date(2023, 5, 1))
>>> parse_edtf("2001-21")
Traceback (most recent call last):
    ...
armstrace.errors.ParseError: seasons are not supported: '2001-21'

A single date is always read back as it was written. An *end* of a period whose bounds are no month, year or decade has
no form of its own: its outer bound is written and marked approximate.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

import attrs

from armstrace.dates.edtf_form import MARKS
from armstrace.dates.value import Period, UncertainDate
from armstrace.errors import ParseError

_LONGEST = 8192
_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?")
_UNSUPPORTED = (
    (re.compile(r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])\b"), "seasons are not supported", "edtf.season"),
    (re.compile(r"Y-?[0-9]"), "years over four digits are not supported", "edtf.long_year"),
    (re.compile(r"-[0-9]|000[0X]|00XX"), "years before 0001 are not supported", "edtf.early_year"),
    (re.compile(r"\{"), "sets of all members are not supported", "edtf.all_of"),
)
_FLAGS = {mark: flags for flags, mark in MARKS.items()}


def parse_edtf(text: str) -> UncertainDate | Period:
    """The date, or the period of an interval, that an EDTF string states.

    Raises:
        ParseError: Not EDTF, or a feature that is not supported.
    """
    if len(text) > _LONGEST:
        raise ParseError("not an EDTF string: too long", code="edtf.too_long", text=text)
    raw, text = text, text.strip()
    if "/" in text:
        return _interval(text, raw)
    return _set(text, raw) if text.startswith("[") else _date(text, raw)


def _interval(text: str, raw: str) -> Period:
    left, _, right = text.partition("/")
    if not left and not right:
        raise ParseError("an interval with no known end", code="edtf.no_end", text=raw)
    start = _date(left, raw) if left not in ("", "..") else None
    end = _date(right, raw) if right not in ("", "..") else None
    if not left:
        start = UncertainDate.between(date.min, date.max if end is None else end.latest)
    if not right:
        end = UncertainDate.between(date.min if start is None else start.earliest, date.max)
    return Period(start=start, end=end, raw=raw)


def _set(text: str, raw: str) -> UncertainDate:
    if not text.endswith("]"):
        raise ParseError("a set that does not end", code="edtf.open_set", text=raw, hint="close it with ]")
    body = text[1:-1]
    if ".." not in body:
        days = [_date(part.strip(), raw) for part in body.split(",")]
        if any(day.earliest != day.latest for day in days):
            raise ParseError(
                "a set of other things than days",
                code="edtf.set_of_others",
                text=raw,
                hint="a range is written [2018..2020]",
            )
        first = UncertainDate.either((day.earliest for day in days), raw=raw)
        return _marked(first, {(day.uncertain, day.approximate) for day in days}, raw)
    left, _, right = body.partition("..")
    ends = [_date(part, raw) for part in (left, right) if part]
    earliest = ends[0].earliest if left else date.min
    latest = ends[-1].latest if right else date.max
    value = UncertainDate.between(earliest, latest, raw=raw)
    return _marked(value, {(end.uncertain, end.approximate) for end in ends} or {(False, False)}, raw)


def _marked(value: UncertainDate, flags: set[tuple[bool, bool]], raw: str) -> UncertainDate:
    if len(flags) != 1:
        raise ParseError("a set whose members are marked differently", code="edtf.mixed_marks", text=raw)
    ((uncertain, approximate),) = flags
    return attrs.evolve(value, uncertain=uncertain, approximate=approximate)


def _date(text: str, raw: str) -> UncertainDate:
    timed = _TIME.fullmatch(text)
    found = _DATE.fullmatch(timed[1] if timed else text)
    if not found:
        for pattern, cause, code in _UNSUPPORTED:
            if pattern.match(text):
                raise ParseError(cause, code=code, text=raw)
        raise ParseError("not an EDTF string", code="edtf.none", text=raw, hint="such as 2018-12, 199X, 2018-12~/..")
    year, month, day, mark = found.groups()
    if ("X" in year and month) or (month == "XX" and day not in (None, "XX")):
        raise ParseError("unspecified digits are supported from the right only", code="edtf.digits", text=raw)
    uncertain, approximate = _FLAGS[mark]
    try:
        earliest, latest = _edges(year, month, day)
    except ValueError:
        unsupported = ((cause, code) for pattern, cause, code in _UNSUPPORTED if pattern.match(text))
        cause, code = next(unsupported, ("no such day in the calendar", "date.no_such_day"))
        raise ParseError(cause, code=code, text=raw) from None
    caveats = ("date.time_dropped",) if timed else ()
    return UncertainDate(
        earliest=earliest, latest=latest, uncertain=uncertain, approximate=approximate, caveats=caveats, raw=raw
    )


def _edges(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in (None, "XX"):
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if day in (None, "XX"):
        last = calendar.monthrange(first_year, int(month))[1]
        return date(first_year, int(month), 1), date(first_year, int(month), last)
    exact = date(first_year, int(month), int(day))
    return exact, exact
